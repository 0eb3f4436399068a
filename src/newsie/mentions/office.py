"""An article's titles in, the same titles with their organs in full out.

What a title leaves out stands in the article: its home division (区委 → 嘉定区委), the town or
firm named before (镇党委, 公司总经理), the title before in the sentence (副主席 → 区政协).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from newsie.article import Article, Mention, Place
from newsie.gazetteers import load_gazetteer
from newsie.mentions.background import FIRM, IN_PARTY, Background, Held
from newsie.mentions.department import BUREAU, department_beside, posted_village, village_committee
from newsie.mentions.hit import is_one_character_county
from newsie.mentions.listed import (
    association,
    department_near,
    inside_listed,
    listed_organ,
    of_division,
    part_listed,
    ranked_in,
    same_head,
    town_organ,
)
from newsie.mentions.organ import (
    BARE,
    bureau_of,
    join_organ,
    office_before,
    outer_body,
    outer_endings,
    party_beside,
    sees_to_part,
    shared_organ,
    usual_name,
    usual_organ,
    with_committee,
    without_party,
)
from newsie.mentions.place import PlaceFinder
from newsie.mentions.printed_title import as_printed, with_office
from newsie.mentions.sector import Sectors
from newsie.mentions.standing import department_of, is_acting, is_former, level_of
from newsie.values import Office, PostValue, TitlePart, print_title

_ENDED = re.compile(r"[局委部院会司校厅处科所站馆室心队]$")
_COMMITTEE_PART = re.compile(r"(?:组织部|宣传部|统战部|政法委)$")
# The same before a post that has the rest of the name: 县委宣传|部长.
_HALF_PART = re.compile(r"(?:组织|宣传|统战|统一战线工作|社会工作|武装)$")
_INSIDE = re.compile(r"(?:党委|党组|党总支|党支部|工会|团委|纪委)$")
_PRESIDIUM = re.compile(r"(?:大会)?主席团|大会")
_SCHOOLS = ("大学", "学院", "医院", "学校", "中学", "小学", "幼儿园", "卫生院", "保健院", "一中")
_OUTER = (*FIRM, *_SCHOOLS, "银行", "法院", "检察院", "政协", "人大常委会", "局")
# Posts that nobody has but in a firm.
_IN_FIRM = re.compile(r"(?:总经理|董事长|总裁|董事)$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,8}街道")
# Members of a town's committee by what they see to: 镇组织委员.
_MEMBER = re.compile(r"(?:组织|宣传|统战|政法|纪检)委员")
# 厅发展规划处, 市局安全科: of the one named before.
_OWN_BUREAU = re.compile(
    r"(?P<place>[省市县区州旗]?)(?P<kind>[厅局])(?=党[组委]$|[^长]{2,}[处科股室队]$|(?<=.局)$)"
)
# Whose 主席 and 总理 without more are the state's.
_OF_STATE = (
    ("主席", ("习近平", "胡锦涛", "江泽民", "杨尚昆", "李先念"), "国家"),
    ("总理", ("李强", "李克强", "温家宝", "朱镕基"), "国务院"),
)
_APPOINTS = ("为", "当选", "任", "选举")
# Posts of who is in charge of a division's rivers, woods, roads, at whatever level.
_WARDENS = frozenset(("河长", "林长"))
_WARD = re.compile(r"(?P<level>[省市区县镇乡村])?(?P<rank>级)?")
# Posts that any body has: of the one named before in a list.
_OF_ANY = frozenset(
    ("秘书长", "监事长", "理事", "监事", "干事", "总经理", "副总经理", "总会计师", "总经济师")
)
_OF_VILLAGE = ("第一书记", "村支书", "老支书")
_SQUAD_LEADERS = frozenset(("大队长", "支队长", "总队长", "中队长"))
_NATIONAL = re.compile(
    r"全国|中央|中纪委|中共中央|国家|国务院|中国|中华|最高|火箭军|[陆海空]军|联合参谋|中美"
)
_PARTY = re.compile(r"民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|团|公安|武警|驻")
_LONGEST_PARTY = 4  # characters of a party's name before its division: 九三学社江阴市委
# What only begins like a place: 榆树|湾乡党委.
_IN_TOWN = re.compile(r"[^省市区县州旗盟]{0,3}?(?<![省市区县州旗盟镇乡村农])[镇乡村]")
_REMEMBERED = 4096  # names of organs whose places are kept
# Of departments whose hospital, school or court the article does not name.
_OUTER_SECTORS = {
    "医院": "institution",
    "学校": "institution",
    "法院": "judiciary",
    "检察院": "judiciary",
}
_NO_PLACE = frozenset(("enterprise", "institution", "foreign"))


class OfficeResolver:
    """Gives titles their organs; built once a worker."""

    def __init__(self, places: PlaceFinder, folder: Path | None = None) -> None:
        self._places = places
        self._sectors = Sectors(folder)
        self._posts = {row["post"]: row for row in load_gazetteer("post", folder)}
        self._first_place = lru_cache(_REMEMBERED)(self._find_first_place)

    def resolve_offices(
        self,
        article: Article,
        posts: Sequence[Mention],
        places: Sequence[Mention],
        organisations: Sequence[Mention],
    ) -> list[Mention]:
        """The titles of an article with an `Office` for each of their parts.

        Args:
            article: its place settled.
            posts, places, organisations: its mentions, in reading order.
        """
        assert article.passage is not None
        if not posts:
            return []
        starts = [post.start for post in posts]
        reached = [-1, *accumulate((post.end for post in posts), max)]
        named = [
            organisation
            for organisation in organisations
            if organisation.end > reached[bisect_right(starts, organisation.start)]
        ]
        ground = Background(article, article.passage.text, self._places, places, named)
        resolved = []
        for post in posts:
            printed = print_title(article.passage, post)
            resolved.append(self._resolve_title(ground, post, printed))
        return resolved

    def _resolve_title(self, ground: Background, post: Mention, printed: str) -> Mention:
        value: PostValue = post.value
        parts: list[TitlePart] = []
        for part in value.parts:
            before = office_before(parts, part)
            office = self._resolve_part(ground, post.start, part, before)
            once = before is not None and value.title.startswith("原")
            if once and not part.former and "现" not in value.title:
                office = replace(office, post="原" + office.post.removeprefix("原"), former=True)
            if len(parts) == 1 and before is not None and self._may_move(parts[0], before, part):
                outer = party_beside(office.org or "", parts[0].organ)
                parts[0] = with_office(parts[0], self._moved(ground, parts[0], before, outer))
            parts.append(with_office(part, office))
        if printed != value.title:
            signs = str.maketrans(value.title, printed)
            parts = [as_printed(part, signs, ground.article) for part in parts]
        for part in parts:
            held = part.office
            if held and part.kind != "leader" and not (held.org or "").startswith("乡镇"):
                ground.held.append(Held(post.end, held, part.head))
        resolved = PostValue(value.title, tuple(parts), value.organ_start)
        return Mention(post.kind, post.start, post.end, resolved)

    def _may_move(self, part: TitlePart, office: Office, behind: TitlePart) -> bool:
        """Whether the post behind may tell whose party post comes first: 党委委员、副镇长."""
        return office.org == part.organ or self._posts[behind.head]["level"] in ("镇", "乡", "苏木")

    def _moved(
        self, ground: Background, part: TitlePart, office: Office, org: str | None
    ) -> Office:
        """An office with another name of its organ, which the post behind it told."""
        if org is None:
            return office
        return self._make_office(ground, org, office.post, part)

    def _resolve_part(
        self, ground: Background, offset: int, part: TitlePart, before: Office | None
    ) -> Office:
        organ, post = usual_organ(part)
        if part.head in _WARDENS and (ward := _WARD.fullmatch(organ)):
            post = organ + post if ward["rank"] else post  # 区级河长
            organ = ward["level"] or ""
        organ += self._shared_end(organ, part)
        if organ and (part.head == "书记" or _MEMBER.fullmatch(post)):  # 柳湾镇副书记
            organ = with_committee(organ)
        level = self._posts[part.head]["level"]
        org: str | None
        if part.head in _WARDENS and len(organ) < 2:
            org = ground.ward(offset, organ, before)
        elif level and (organ == "政府" or not organ.endswith("政府")):
            organ = "" if organ == "政府" else organ
            org = self._government(ground, offset, organ, level, before)
        elif organ:
            org = self._full_name(ground, offset, organ, part, before)
        else:
            org = self._left_out(ground, offset, part, before)
        return self._make_office(ground, ground.whole_name(org) if org else None, post, part)

    def _make_office(
        self, ground: Background, org: str | None, post: str, part: TitlePart
    ) -> Office:
        """The office of a post, by the full name of its organ."""
        sector = self._sector(org, part, ground.text)
        division = self._division(ground, org, sector)
        place = self._first_place(org, ground.home) if org else None
        place_end = place.end if place is not None and place.start == 0 else 0
        return Office(
            org,
            post,
            sector,
            division,
            level=level_of(org, sector, division[0] if division else None, place_end),
            department=department_of(org, sector, place_end),
            acting=is_acting(post),
            former=part.former or is_former(part.organ, post),
            concurrent=part.concurrent,
        )

    def _shared_end(self, organ: str, part: TitlePart) -> str:
        """What an organ's name shares with the post: 财政|部长 → 部."""
        end = part.head[0]
        if organ and part.head in _SQUAD_LEADERS and part.post == part.head:  # 交警|大队长
            return "" if organ.endswith("队") else part.head[:-1]
        if (
            not organ
            or part.post != part.head
            or end not in "部局厅院队组站所馆"
            or part.head[1:] != "长"
            or (end == "组" and organ.endswith(end))
        ):
            return ""
        if end in "所站馆" and not _ENDED.search(organ):  # 供电|所长
            return end
        if self._sectors.is_foreign(organ):
            return "" if len(organ) < 3 or organ.endswith(end) else end
        if end == "部" and _HALF_PART.search(organ):
            return end
        return "" if self._sectors.sector_of(organ) else end

    def _government(
        self, ground: Background, offset: int, organ: str, level: str, before: Office | None
    ) -> str:
        """The government of a 区长: of the place that the title names, else of the home."""
        if organ and (self._sectors.is_foreign(organ) or ground.is_abroad(organ, level)):
            return organ
        if organ and not BARE.fullmatch(organ):
            return organ + ("" if organ.endswith(level) else level) + "政府"
        named = ground.division_in(before.org, level) if before and before.org else None
        if before is None:
            named = ground.listed_division(offset, level)
        return (named or ground.base(offset, level, before) or level) + "政府"

    def _full_name(
        self, ground: Background, offset: int, organ: str, part: TitlePart, before: Office | None
    ) -> str:
        """An organ's name with what the title leaves out of it."""
        named = ground.is_named(organ)
        joined = join_organ(before.org, organ, named) if before and before.org else None
        if joined:
            return joined
        village = posted_village(organ) if part.head == "第一书记" else None
        if village is not None:
            return village or ground.town(offset, "村") or organ
        if organ in ("军分区", "警备区") and not named:
            return ground.garrison_city(before) + organ
        if part_of := part_listed(ground, offset, organ):
            return part_of
        if named:
            return ground.zone(organ) or organ
        if own_bureau := _OWN_BUREAU.match(organ):
            place, kind = own_bureau["place"], own_bureau["kind"]
            return ground.own_bureau(offset, place, kind) + organ[own_bureau.end() :]
        party = IN_PARTY.match(organ)
        bare = BARE.match(organ, party.end() if party else 0)
        if bare:  # 区委, 民建|市委
            guests = ground.guest_division(offset, bare[0], part.post, before)
            name = guests or ground.base(offset, bare[0], before) or bare[0]
            doubled = is_one_character_county(name) and organ.startswith(
                "委", bare.end()
            )  # 和县县委
            return organ[: bare.start()] + name + organ[bare.start() if doubled else bare.end() :]
        if before is None and _COMMITTEE_PART.match(organ):
            return ground.committee(offset) + organ
        if organ.startswith("合作社") and not ground.nearest(offset, ("合作社",)):
            return (ground.town(offset, "村") or "") + organ
        if own := ground.own_body(offset, organ):
            return own
        if organ in ("常务委员会", "常委会") and ground.held:
            return (ground.held[-1].office.org or "") + organ
        beside = _TOWN.match(before.org or "") if before is not None else None
        if beside and organ in ("党工委", "办事处"):  # 柳湾街道武装部部长、办事处副主任
            return beside[0] + organ
        if before is None and (of_town := town_organ(ground, offset, organ, part.head)):
            return of_town
        if not BUREAU.fullmatch(organ):
            last = before.org if before is not None else listed_organ(ground, offset)
            if last and (department := department_beside(last, organ)):
                return department
        if before is None and (inside := inside_listed(ground, offset, organ, named)):
            return inside
        if _INSIDE.match(organ):
            return (usual_name(ground.nearest(offset, _OUTER) or "")) + organ
        if everywhere := of_division(ground, offset, organ, first=before is None):
            return everywhere
        outer = outer_endings(organ)
        if outer and (body := ground.nearest(offset, outer)):
            return body + organ
        return (None if before else department_near(ground, offset, organ)) or organ

    def _left_out(
        self, ground: Background, offset: int, part: TitlePart, before: Office | None
    ) -> str | None:
        """The organ of a post that stands without one."""
        row = self._posts[part.head]
        if row["organ"]:
            other = part.head == "总书记" and ground.is_of_another(offset)
            return None if other else row["organ"]
        in_party = bool(row["party"])
        if before is not None:
            return shared_organ(before.org, part, in_party) or None if before.org else None
        if part.kind == "rank":
            return ranked_in(ground, offset)
        if part.head in _OF_VILLAGE:
            return ground.town(offset, "村") or ground.town(offset, "社区")
        near = ground.text[max(0, offset - 4) : offset]
        for head, leaders, state in _OF_STATE:
            if part.post == head and near.endswith(leaders):
                return state
        if _MEMBER.fullmatch(part.post):
            return ground.town_committee(offset)
        appointed = near.endswith(_APPOINTS)
        endings = tuple(filter(None, row["endings"].split("、")))
        endings = _SCHOOLS if sees_to_part(part) else endings
        if not endings and part.head.endswith("长") and len(part.head) > 1:
            endings = (part.head[:-1],)
        shares = (endings or part.head in _OF_ANY) and not appointed
        listed = listed_organ(ground, offset) if shares else None
        listed = bureau_of(listed) if listed and part.head in _OF_ANY else listed
        body = listed if in_party or not listed else outer_body(listed)
        if body and (body.endswith(endings) or part.head in _OF_ANY):
            return body
        if listed and part.head == "主任" and (village := village_committee(listed)):
            return village
        anew = appointed and part.head != "主委"
        if org := same_head(ground, offset, part.head, in_sentence=anew):
            return org
        org = ground.nearest(offset, endings, named_alone=appointed) if endings else None
        if org is None and part.post == "主席" and not ground.in_paragraph(offset):
            return "国家" if "国家主席" in ground.text else None
        if org is None and part.head == "委员" and "政协" in ground.text and ground.home:
            return ground.home_name() + "政协"
        org = (org or association(ground, offset)) if part.head in _OF_ANY else org
        org = usual_name(org or ("" if endings else ground.in_paragraph(offset)) or "")
        return (org if in_party else without_party(org)) or None

    def _sector(self, org: str | None, part: TitlePart, text: str) -> str | None:
        if part.kind == "leader":
            return None
        if self._posts[part.head]["level"] and not (org and self._sectors.is_foreign(org)):
            return "government" if org and org.endswith("政府") else "foreign"
        if self._posts[part.head]["abroad"] == "state" and org != "国务院":
            return "foreign"
        if org is None:
            return "institution" if part.kind == "profession" else None
        if (outer := outer_endings(org)) and outer[0] in _OUTER_SECTORS:
            return _OUTER_SECTORS[outer[0]]
        sector = self._sectors.sector_of(org)
        if _PRESIDIUM.fullmatch(org):
            return "cppcc" if "政协" in text and "人大" not in text else "congress"
        if sector in (None, "government", "party") and _IN_FIRM.search(part.head):
            return "enterprise"
        return sector

    def _division(
        self, ground: Background, org: str | None, sector: str | None
    ) -> tuple[str, str] | None:
        """The division whose office it is, as code and full name."""
        home = ground.home
        if sector in _NO_PLACE:
            return None
        found = self._first_place(org, home) if org else None
        national = org is not None and _NATIONAL.match(org) is not None
        if national and (not found or sector != "government"):
            return None
        reach = _LONGEST_PARTY if org and _PARTY.match(org) else 1
        if found and org and _IN_TOWN.match(org, found.end):
            found = None
        if found and (national or found.start <= reach) and found.value.codes:
            published = ground.article.published
            value = found.value
            if home is None and value.place is None:  # several counties have a 和平镇
                return None
            if home is None or home.code not in value.codes:
                home = self._places.resolve_place(
                    value.name, published, home
                ) or self._places.resolve_place(value.codes[0], published, home)
        return (home.code, home.name) if home is not None else None

    def _find_first_place(self, organ: str, home: Place | None) -> Mention | None:
        return next(iter(self._places.find_places(organ, home)), None)
