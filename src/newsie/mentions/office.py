"""An article's titles in, the same titles with their organs in full out.

What a title leaves out stands in the article: its home division (区委 → 嘉定区委), the town or
firm named before (镇党委, 公司总经理), the title before in the sentence (副主席 → 区政协).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsie.article import Article, Mention, Place
from newsie.mentions.place import PlaceFinder
from newsie.mentions.sector import Sectors
from newsie.values import Office, PostValue, TitlePart

_USUAL = (
    (re.compile(r"^中共(?!中央)"), ""),
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"(?<!高级)(?<!中级)(?<!最高)人民(?=法院|检察院)"), ""),
    (re.compile(r"监察委员会$"), "监委"),
    (re.compile(r"纪律检查委员会$"), "纪委"),
    (re.compile(r"人大常务委员会|人民代表大会常务委员会"), "人大常委会"),
)
_FORMER = re.compile(r"^(?:原|时任|现任|新任|兼任|兼)")
_INNER_FORMER = re.compile(r"原(?=(?:党委|党组|党工委|纪委)$)")
_BARE = re.compile(
    r"(?:自治区|自治州|街道|地区|社区|苏木|嘎查"
    r"|[省市区县州盟旗镇乡村](?!场|域|长|容|镇银行|村振兴|政工程|政公用|民中心|江市|级))"
)
_TOWNS = ("镇", "乡", "街道", "村", "社区", "苏木", "嘎查")
# Posts that name their level themselves: 区长 is of the government.
_LEVEL_HEADS = {
    "省长": "省", "市长": "市", "区长": "区", "县长": "县", "州长": "州", "盟长": "盟", "旗长": "旗",
    "镇长": "镇", "乡长": "乡", "苏木达": "苏木",
}  # fmt: skip
_FIXED = {"总书记": "中共中央", "国务委员": "国务院", "委员长": "全国人大常委会"}
_PARTY_INNER = re.compile(r"(?:党委|党组|党工委|党总支|党支部)$")
_PARTY_HEADS = frozenset(
    "书记 第一书记 委员 常委 成员 政法委员 组织委员 宣传委员 统战委员 纪检委员 武装委员".split()
)
_COMMITTEE_PARTS = re.compile(
    r"(?:组织部|宣传部|统战部|政法委|社会工作部|社工部|办公室|党校|编办|政研室|网信办|深改办|督查室|"
    r"教育工委|直属机关工委|巡察办|老干部局|台办|国安办)"
)
_INSIDE = re.compile(r"党委|党组|党总支|党支部|工会|团委|审判委员会|检察委员会")
_COMMITTEE_BODY = re.compile(r"(?:组织部|宣传部|统战部|政法委)$")
_BESIDE = re.compile(
    r"(?:纪委|监委|纪工委|人武部|武装部|人大工委|办事处|政法办|村委会|居委会|政府|人大|政协)"
)
_UNIVERSITY = re.compile(r"(?:大学|学院|科学院)$")
_FACULTY = re.compile(r"(?:学院|学系|系|研究院|研究所|中心|实验室|教研室)$")
_COMMITTEE = re.compile(r"(?:党工委|党委|委)$")
_SELF = re.compile(
    r"(?:公司|集团|企业|学校|医院|学院|研究院|支队|大队|分局|中心|协会|银行|校|厂|院|社)"
)
_NATIONAL = re.compile(
    r"全国|中央|中共中央|国家|国务院|中国|中华|最高|火箭军|[陆海空]军|联合参谋|中美"
)
_PARTY = re.compile(r"民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|团|公安|武警|驻")
_LONGEST_PARTY = 4  # characters of a party's name before its division: 九三学社江阴市委
_NO_PLACE = frozenset(("enterprise", "institution", "foreign"))
_APPOINTS = re.compile(r"(?:为|当选|任|选举)$")
# Who sends a first secretary to a village.
_SENT = re.compile(r"驻村|[省市县区]派|选派|派驻")
_COURT_HEADS = frozenset(("审判员", "检察员"))
# The organ that a post without one belongs to ends so.
_FITTING = (
    (re.compile(r"董事长|总经理|经理|总裁|厂长|董事|总工程师|总监|车间主任|创始人|CEO|工会主席|工程师"),
     re.compile(r"公司|集团|厂|合作社|银行")),
    (re.compile(r"理事长"), re.compile(r"合作社|协会|学会|联合会|商会")),
    (re.compile(r"校长|教师|班主任|辅导员"), re.compile(r"学校|大学|中学|小学|学院|校")),
    (re.compile(r"园长"), re.compile(r"幼儿园|园区|园")),
    (re.compile(r"院长|护士长|医师|医生|护士"), re.compile(r"医院|法院|学院|研究院|卫生院|院")),
    (re.compile(r"会长"), re.compile(r"协会|学会|商会|联谊会|联合会|理事会|基金会|促进会")),
    (re.compile(r"庭长|审判员"), re.compile(r"法院")),
    (re.compile(r"检察长|检察员"), re.compile(r"检察院")),
    (re.compile(r"主席"), re.compile(r"政协|工会|妇联|文联|协会|工商联|残联|科协|侨联|作协")),
    (re.compile(r"主任"), re.compile(r"人大常委会|委员会|中心|办公室")),
    (re.compile(r"秘书长"), re.compile(r"政协|协会|学会|商会|人大常委会|联合会")),
    (re.compile(r"政委|政治委员|教导员|指导员"), re.compile(r"[支大中]队|部队|人武部")),
    (re.compile(r"队长"), re.compile(r"队")),
    (re.compile(r"书记"), re.compile(r"委|委员会|支部|总支|党组")),
)  # fmt: skip


@dataclass(slots=True)
class _Context:
    """What an article has said so far."""

    article: Article
    text: str
    home: Place | None
    places: Sequence[Mention]
    organisations: Sequence[Mention]
    offices: list[tuple[int, Office, str]] = field(default_factory=list)  # end, office, head


class OfficeResolver:
    """Gives titles their organs; built once a worker."""

    def __init__(self, places: PlaceFinder, folder: Path | None = None) -> None:
        self._places = places
        self._sectors = Sectors(folder)

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
        context = _Context(article, article.passage.text, article.place, places, organisations)
        resolved = []
        for post in posts:
            printed = article.passage.literal(post.start, post.end)
            resolved.append(self._resolve_title(context, post, printed))
        return resolved

    def _resolve_title(self, context: _Context, post: Mention, printed: str) -> Mention:
        value: PostValue = post.value
        script = str.maketrans(value.title, printed)
        parts: list[TitlePart] = []
        for part in value.parts:
            before = parts[-1].office if parts else None
            office = self._resolve_part(context, post.start, part, before)
            parts.append(replace(part, office=office))
        if printed != value.title:
            parts = [_in_script(part, script) for part in parts]
        for part in parts:
            if part.office is not None and part.kind != "leader":
                context.offices.append((post.end, part.office, part.head))
        return replace(post, value=PostValue(value.title, tuple(parts)))

    def _resolve_part(
        self, context: _Context, offset: int, part: TitlePart, before: Office | None
    ) -> Office:
        organ, post = part.organ, part.post
        former = _FORMER.match(organ)
        if former:
            organ = organ[former.end() :]
            if former[0] == "原":
                post = "原" + post
        if _INNER_FORMER.search(organ):
            organ, post = _INNER_FORMER.sub("", organ), "原" + post
        for pattern, usual in _USUAL:
            organ = pattern.sub(usual, organ)
        if organ and part.head[0] in "部局厅院" and len(part.head) == 2 and part.head[1] == "长":
            if part.post == part.head and not self._sectors.sector_of(organ):
                organ += part.head[0]
            elif part.post == part.head and self._sectors.is_foreign(organ) and len(organ) > 2:
                organ += "" if organ.endswith(part.head[0]) else part.head[0]
        org = self._full_name(context, offset, organ, part, before)
        sector = self._sector(org, part)
        return Office(org, post, sector, self._division(context, org, sector))

    def _full_name(
        self, context: _Context, offset: int, organ: str, part: TitlePart, before: Office | None
    ) -> str | None:
        """The organ's name with what the title leaves out, or None."""
        level = _LEVEL_HEADS.get(part.head)
        if level is not None and not organ.endswith("政府"):
            return self._government(context, offset, organ, level, before)
        if not organ:
            return self._left_out(context, offset, part, before)
        if before is not None and before.org:
            committee = _COMMITTEE.search(before.org)
            if _INSIDE.fullmatch(organ):
                court = re.match(r".*?(?:法院|检察院)", before.org)
                return (court[0] if court else _PARTY_INNER.sub("", before.org)) + organ
            if committee and _COMMITTEE_PARTS.match(organ):
                return before.org + organ
            if committee and _BESIDE.match(organ):
                return before.org[: committee.start()] + organ
            if _UNIVERSITY.search(before.org) and _FACULTY.search(organ):
                if not re.search("大学", organ) and not self._is_named(organ):
                    return before.org + organ
            village = re.match(r"(.+?(?:村|社区))", before.org)
            if village and re.match(r"[村居]委会", organ):
                return village[1] + organ[1:] if organ[0] == village[1][-1] else village[1] + organ
        if part.head == "第一书记" and _SENT.fullmatch(organ):
            return self._town(context, offset, "村") or organ
        bare = _BARE.match(organ)
        if bare and not self._is_named(organ):
            name = self._base(context, offset, bare[0], before)
            return (name or bare[0]) + organ[bare.end() :]
        if before is None and _COMMITTEE_BODY.match(organ):
            return (self._committee(context, offset) or "") + organ
        own = _SELF.match(organ)
        if own and not self._is_named(organ):
            name = self._nearest(context, offset, re.compile(re.escape(own[0]) + "$"))
            if name is None and own[0] in ("公司", "企业"):
                name = self._nearest(context, offset, re.compile("公司$|集团$|厂$"))
            return name + organ[own.end() :] if name else organ
        if organ in ("常务委员会", "常委会") and context.offices:
            return (context.offices[-1][1].org or "") + organ
        if re.match(r"(?:党委|党组|党总支|党支部|工会|团委|纪委)$", organ):
            name = self._nearest(context, offset, re.compile("(?:公司|集团|厂|大学|学院|医院|学校)$"))
            return name + organ if name else organ
        if re.match(r"第[一二三四五六七八九十]+(?:检察部|审判庭)|[^省市区县]{2,14}审判庭$", organ):
            name = self._nearest(context, offset, re.compile("法院$|检察院$"))
            return name + organ if name else organ
        return organ

    def _government(
        self, context: _Context, offset: int, organ: str, level: str, before: Office | None
    ) -> str | None:
        if organ and self._sectors.is_foreign(organ):
            return organ
        if organ and not _BARE.fullmatch(organ):
            return organ + ("" if organ.endswith(level) else level) + "政府"
        name = None
        if before is not None and before.org:
            found = re.match(rf".+?{level}", before.org)
            name = found[0] if found else None
        return (name or self._base(context, offset, level, before) or level) + "政府"

    def _base(
        self, context: _Context, offset: int, level: str, before: Office | None
    ) -> str | None:
        """The name of the division, town or village that a bare 区, 镇, 村 means there."""
        if level in _TOWNS:
            if before is not None and before.org:
                found = re.match(rf"(?:.*[省市区县州旗])?(.+?{level})", before.org)
                if found:
                    return found[1]
            return self._town(context, offset, level)
        if before is not None and before.org:
            found = re.match(rf".+?{level}", before.org)
            if found and self._is_named(found[0]):
                return found[0]
        if context.home is not None:
            wanted = {"自治州": "州"}.get(level, level)
            place = self._places.parent_of(context.home, wanted)
            if place is not None:
                return self._places.division_short(place, context.text)
        return self._town(context, offset, level)

    def _left_out(
        self, context: _Context, offset: int, part: TitlePart, before: Office | None
    ) -> str | None:
        """The organ of a post that stands without one."""
        if part.head in _FIXED:
            return _FIXED[part.head]
        if part.kind == "rank" and before is None:
            return None
        if before is not None:
            org = before.org
            if org and part.head in _COURT_HEADS:
                return re.sub(r"(法院|检察院).*", r"\1", org)
            if org and part.head not in _PARTY_HEADS:
                org = _PARTY_INNER.sub("", org)
            return org
        appointed = _APPOINTS.search(context.text, max(0, offset - 4), offset)
        for end, office, head in reversed(context.offices):
            if appointed or offset - end > 120:
                break
            if head == part.head and office.org:
                return office.org
        for heads, endings in _FITTING:
            if heads.search(part.post):
                ending = re.compile(f"(?:{endings.pattern})$")
                org = self._nearest(context, offset, ending, bool(appointed))
                return "国家" if org is None and part.post == "主席" else org
        if part.head == "委员" and "政协" in context.text and context.home is not None:
            return self._places.division_short(context.home, context.text) + "政协"
        if part.head.endswith("长") and len(part.head) > 1:
            return self._nearest(context, offset, re.compile(f"{re.escape(part.head[:-1])}$"))
        return None

    def _nearest(
        self,
        context: _Context,
        offset: int,
        ending: re.Pattern[str],
        named_alone: bool = False,
    ) -> str | None:
        """The organisation of such an ending that was named last before an offset.

        Args:
            named_alone: organs of titles do not count.
        """
        best: tuple[int, str] | None = None
        for mention in context.organisations:
            if mention.start >= offset:
                break
            if ending.search(mention.value.name) and not ending.fullmatch(mention.value.name):
                best = (mention.end, mention.value.name)
        for end, office, _ in () if named_alone else context.offices:
            if office.org and ending.search(office.org) and (best is None or end > best[0]):
                best = (end, office.org)
        if best is None:
            return None
        bare = _BARE.match(best[1])
        if bare is None or self._is_named(best[1]):
            return best[1]
        return (self._base(context, best[0], bare[0], None) or bare[0]) + best[1][bare.end() :]

    def _committee(self, context: _Context, offset: int) -> str | None:
        """The committee that a bare 组织部 belongs to: of the title before, else of the home."""
        for end, office, _ in reversed(context.offices):
            if offset - end < 80 and office.org and office.org.endswith("委"):
                return office.org
        if context.home is None:
            return None
        return self._places.division_short(context.home, context.text) + "委"

    def _town(self, context: _Context, offset: int, level: str) -> str | None:
        """The town, village or division of a level that was named last, else the next one."""
        before = after = None
        for mention in context.places:
            name = None if mention.value.bare else self._town_of(mention.value.name, level)
            if name is None:
                continue
            if mention.start < offset:
                before = name
            elif after is None:
                after = name
        return before or after

    def _town_of(self, name: str, level: str) -> str | None:
        """The part of a place's name that is of a level: 青浦区重固镇章堰村 → 重固镇."""
        end = name.rfind(level) + len(level)
        if end < len(level):
            return None
        townships = self._places.divisions.townships
        for start in range(end - len(level) - 1):
            if name[start:end] in townships:
                return name[start:end]
        found = re.search(r"[^省市区县州旗镇乡]+$", name[: end - len(level)])
        return found[0] + level if found else None

    def _is_named(self, organ: str) -> bool:
        """Whether an organ's name starts with the name of a place."""
        return any(hit.start == 0 and hit.end > 1 for hit in self._places.hits(organ[:12]))

    def _sector(self, org: str | None, part: TitlePart) -> str | None:
        if part.kind == "leader":
            return None
        if part.head in _LEVEL_HEADS and not (org and self._sectors.is_foreign(org)):
            return "government"
        if org is None:
            return "institution" if part.kind == "profession" else None
        if part.head == "第一书记":
            return "grassroots"
        return self._sectors.sector_of(org)

    def _division(
        self, context: _Context, org: str | None, sector: str | None
    ) -> tuple[str, str] | None:
        home = context.home
        at_home = (home.code, home.name) if home is not None else None
        if sector in _NO_PLACE:
            return None
        if org and _NATIONAL.match(org):
            found = self._places.find_places(org, home)
            if not found or sector != "government":
                return None
            place = self._places.resolve_place(found[0].value.name, None, home)
            return (place.code, place.name) if place else None
        if org is None:
            return at_home
        found = self._places.find_places(org, home)
        if found and found[0].start <= (_LONGEST_PARTY if _PARTY.match(org) else 1) and found[0].value.codes:
            name = found[0].value.name
            if home is not None and home.code in found[0].value.codes:
                return at_home
            place = self._places.resolve_place(name, context.article.published, home)
            if place is None:
                place = self._places.resolve_place(
                    found[0].value.codes[0], context.article.published, home
                )
            if place is not None:
                return place.code, place.name
        return at_home


def _in_script(part: TitlePart, script: dict[int, int]) -> TitlePart:
    office = part.office
    if office is None:
        return part
    return replace(
        part,
        office=replace(
            office,
            org=office.org.translate(script) if office.org else None,
            post=office.post.translate(script),
        ),
    )
