"""What an article has named before a title: divisions, towns, organisations, other titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from newsie.article import Article, Mention, Place
from newsie.mentions.organ import BARE, usual_name, with_committee
from newsie.mentions.place import PlaceFinder
from newsie.mentions.zone import full_regiment, full_zone
from newsie.values import Office

_TOWNS = ("镇", "乡", "街道", "村", "社区", "苏木", "嘎查")
FIRM = ("公司", "集团", "厂")
# What is named before, where nothing of its name is said again: 集团总经理, 我院党总支书记, 该局.
_OWN = re.compile(
    r"(?:(?P<ours>[我本])|该)?(?P<body>公司|集团|企业|合作社|学校|医院|学院|研究院|支队|大队|分局|中心(?!小学|学校|校|幼儿园|完小|医院|卫生院|敬老院|派出所)|协会|商会|学会|银行|公安分局"
    r"|支行|管委会|农场|林场|联社|监狱|党校|管理局|总局|工作队|巡察组|考察团|校(?!友|园|区|际|企|办)|厂|院|社|(?<=该)[局所站行会厅])"
)
# The bureau of its own kind, of which another's or a part is named before: 县局, 厅.
_KIND = re.compile(r".*?(?:[省市区县州旗]|自治区)(?P<bureau>[^省市区县州旗]{2,8}?[局厅])")
_WARD_OF = re.compile(r".+?(?:[省市区县州旗]|(?<=..)(?:镇|乡|街道|村))")
_SCHOOLS = ("学校", "中学", "小学", "大学", "学院", "幼儿园", "一中", "二中", "三中", "实验小学")
_LEVELS = {"自治州": "州", "自治县": "县", "自治旗": "旗", "林区": "区"}  # 神农架林区
# What names no body in particular: 各县级融媒体中心.
_GENERAL = re.compile(
    r"(?:[省市区县镇乡]|地市)级|[各全本委]|团[区县市]|部分|有关|学校|相关|多家|基层|所在|支持|帮助|推动|关心|感谢|走进|建设|打造|共建|服务"
)
_DIVISION_ENDS = frozenset("省市区县州旗盟")
_NO_DIVISION = re.compile(
    r"(?:景|名胜|开发|园|社|小|校|库|灾|保护|功能|示范|实验|高新|投资|合作|自治)区$"
)
_LAST_PART = re.compile(r"[^省市区县州旗镇乡]+$")
_TOWN_ORGAN = re.compile(
    r"(.{2,}?(?:镇|乡|街道))(?:党|人大|政府|办事处|纪|人武部|武装部|综治办|经发办|农办)"
)
# A town that acts, where a clause begins: 4月12日，柳湾镇召开防汛工作会议.
_TOWN_ACTS = re.compile(
    r"(?:^|[，。；：\n\s）日午讯])(?:[\u4e00-\u9fff]{2,6}?[市区县旗])?"
    r"(?P<town>[\u4e00-\u9fff]{2,4}(?:[镇乡]|街道|苏木))(?:党委|党工委|政府|人民政府)?"
    r"(?:及时|迅速|立即|专题|再次|在[^，。；\n]{1,16}?)?(?:召开|举行|举办|组织|开展)"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}$")
# Of whom the news speaks as 总书记 without more.
_GENERAL_SECRETARIES = ("习近平", "胡锦涛", "江泽民", "胡耀邦", "习")
_NEXT = re.compile(r"[\u4e00-\u9fff·]{2,4}[，、]")
# What guests do, behind the list of them: 邻县县委书记甲，县委副书记、县长乙率队来我县.
_GUESTS_DO = re.compile(
    r"[^。；\n]{2,80}?(?:率|带领|带队|[^\u4e00-\u9fff][^，。]{0,10}一行|(?:来|到|赴|莅临)我[省市县区州旗])"
)
_TITLE = 30  # characters of a title and the place before it
_ZONE_ORGAN = re.compile(r"(.{2,}区)(?:党工委|管委会)")
_BOARD = re.compile(r"第[一二三四五六七八九十0-9]+届(?:常务)?(?:理事会|监事会)")
_SOCIETIES = ("协会", "商会", "学会", "联合会", "研究会", "促进会", "基金会")
IN_PARTY = re.compile(r"民革|民盟|民建|民进|农工党|致公党|九三学社|台盟")
_COMMITTEE = re.compile(r"(?:[省市区县州旗盟地]|党工)委$")
NEAR = 120  # characters behind a title in which a bare post may share its organ


@dataclass(slots=True, unsafe_hash=True)
class Held:
    """An office that a title of the article names, and where the title ends."""

    end: int
    office: Office
    head: str


@dataclass(slots=True)
class Background:
    """The names of an article, to be asked for what a title leaves out."""

    article: Article
    text: str
    finder: PlaceFinder
    places: Sequence[Mention]
    organisations: Sequence[Mention]
    held: list[Held] = field(default_factory=list)

    @property
    def home(self) -> Place | None:
        """The article's home division."""
        return self.article.place

    def home_name(self) -> str:
        """The home division's own name, "" where there is none."""
        return self.finder.division_short(self.home, self.text) if self.home else ""

    def base(self, offset: int, level: str, before: Office | None) -> str | None:
        """The name of the division, town or village that a bare 区, 镇, 村 means there.

        Args:
            before: the office before in the same title; its division comes first.
        """
        org = before.org if before is not None else None
        if level in _TOWNS:
            found = _town_of(level).match(org) if org else None
            return found[1] if found else self.town(offset, level)
        named = self.division_in(org, level) if org else None
        if named and self.is_named(named):
            return named
        if level == "区" and self.home is not None and self.home.name.endswith("自治区"):
            return self.town(offset, level) or self.home_name()  # 广西的区长
        if level == "林区" and not (self.home and self.home.name.endswith(level)):
            return None
        if self.home is not None:
            place = self.finder.parent_of(self.home, _LEVELS.get(level, level))
            if place is not None:
                return self.finder.division_short(place, self.text)
        return self.town(offset, level) or self._below_home(offset, level)

    def _below_home(self, offset: int, level: str) -> str | None:
        """The province's division that was named last, in short: 在庆阳调研。|市委书记陪同."""
        if self.home is None or not self.home.code.endswith("0000"):
            return None
        for mention in reversed(self.places):
            place = mention.value.place
            if mention.start >= offset or place is None or mention.value.bare:
                continue
            if place.name.endswith(level) and place.code[:2] == self.home.code[:2]:
                near = offset - mention.end <= NEAR
                return self.finder.division_short(place, self.text) if near else None
        return None

    def listed_division(self, offset: int, level: str) -> str | None:
        """The division of the title next before in a list, if it names one: 海口市长甲，副市长.

        Only where nothing but a name stands between the two.
        """
        held = self.held[-1] if self.held else None
        between = self.text[held.end : offset] if held is not None else ""
        if held is None or not _NEXT.fullmatch(between):
            return None
        named = self.division_in(held.office.org or "", level)
        start = self.text.rfind("。", 0, held.end) + 1
        near = self.text[max(start, held.end - _TITLE) : held.end]
        return named if named and named in near and self.is_named(named) else None

    def guest_division(
        self, offset: int, level: str, post: str, before: Office | None
    ) -> str | None:
        """The division of a list's last title, if its next is another of the same guests, not ours.

        邻县县委书记甲，|县委副书记、县长乙率队来我县. So is whoever comes second after a secretary;
        but the same post over again is ours: 邻县县委书记甲，县委书记乙.
        """
        last = self.held[-1] if self.held else None
        if before or last is None or not _NEXT.fullmatch(self.text, last.end, offset):
            return None
        posts = [held.office.post for held in self.held[-3:] if held.end == last.end]
        named = self.division_in(last.office.org or "", level)
        if named is None or post in posts or not self.is_named(named):
            return None
        second = post == "副书记" and posts[0] == "书记"
        return named if second or _GUESTS_DO.match(self.text, offset) else None

    def division_in(self, org: str, level: str) -> str | None:
        """The division of a level that an organ's name starts with: 九原区 of 包头市九原区政府."""
        found = self.finder.find_places(org, self.home)
        if found and found[0].start == 0:
            end = found[0].end
            if org[:end].endswith(level):
                return org[:end]
        short = _up_to(level).match(org)
        return short[0] if short and not _NO_DIVISION.search(short[0]) else None

    def town(self, offset: int, level: str) -> str | None:
        """The town, village or division of a level that was named last, else the next one."""
        before = after = None
        last = 0
        for mention in self.places:
            name = None if mention.value.bare else self._part_of(mention.value.name, level)
            if name is None:
                continue
            if mention.start < offset:
                before, last = name, mention.end
            elif after is None:
                after = name
        town = _town_of(level)
        for held in self.held:
            found = town.match(held.office.org or "")
            general = found and (
                BARE.match(found[1])
                or _GENERAL.match(found[1])
                or IN_PARTY.match(found[1])
                or _NO_DIVISION.search(found[1])
            )
            if found and held.end > last and not general:
                before, last = found[1], held.end
        name = before or after
        if name is None and (acting := self.acting_town(offset)) and acting.endswith(level):
            return acting
        return name

    def nearest(
        self,
        offset: int,
        endings: tuple[str, ...],
        *,
        named_alone: bool = False,
        first: bool = False,
        ahead: bool = False,
    ) -> str | None:
        """The organisation with one of these endings that was named last before an offset.

        Args:
            named_alone: organs of titles do not count.
            first: the one that the article names first, as it is its own: 我院.
            ahead: the next one behind will do where none was named.
        """
        best: tuple[int, str] | None = None
        for mention in self.organisations:
            if mention.start >= offset and (best is not None or not ahead):
                break
            name = mention.value.name
            general = _GENERAL.match(name)
            if name.endswith(endings) and name not in endings and not general:
                best = (mention.end, name)
                if first:
                    break
        for held in () if named_alone or (first and best) else self.held:
            org = held.office.org
            whose = org and org not in endings and org.endswith(endings)
            if not org or not whose or _GENERAL.match(org):
                continue
            if best is None or held.end > best[0]:
                best = (held.end, org)
        if best is None:
            return None
        return self._in_full(best[1], best[0])

    def _in_full(self, name: str, offset: int) -> str:
        """An organisation's name with the division in front that a bare 县 or 镇 means there."""
        bare = BARE.match(name)
        if bare is None or self.is_named(name):
            return name
        return (self.base(offset, bare[0], None) or bare[0]) + name[bare.end() :]

    def whole_name(self, org: str) -> str:
        """The name of a society's board with the society in front: 县作协第二届理事会."""
        if not org.startswith("第") or not _BOARD.fullmatch(org):
            return org
        return (self.nearest(len(self.text), _SOCIETIES, first=True) or "") + org

    def own_body(self, offset: int, organ: str) -> str | None:
        """The full name of a body that is named without its own: 公司, 我院党总支; or None."""
        own = _OWN.match(organ)
        if own is None:
            return self.zone(organ) or full_regiment(self.text, organ)
        body, rest = own["body"], organ[own.end() :]
        endings: tuple[str, ...] = _SCHOOLS if body in ("学校", "校") else (body,)
        endings = ("公司", "集团") if body == "公司" else endings
        name = self.nearest(offset, endings, first=bool(own["ours"]), ahead=True)
        if name is None and body in ("公司", "企业", "集团"):
            name = self.nearest(offset, FIRM)
        return usual_name((name or (own[0] if own[0][0] == "该" else body)) + rest)

    def zone(self, organ: str) -> str | None:
        """The full name of the organ of a zone that is named in short: 开发区管委会, or None."""
        known = [held.office.org or "" for held in reversed(self.held)]
        return full_zone(self.text, ((p.start, p.end) for p in self.places), organ, known)

    def own_bureau(self, offset: int, place: str, kind: str) -> str:
        """The bureau that 局 or 厅 means there, by itself or behind a level: 县局, 厅.

        Behind a level it may be of the kind of another level's: 市公安局甲、县局乙.
        """
        near = self.nearest(offset, (kind,))
        if near is not None and place in near:
            return near
        for held in reversed(self.held):
            if held.office.org and (found := _KIND.match(held.office.org)):
                return (self.base(offset, place, None) or place) + found["bureau"]
        for i in range(len(self.organisations) - 1, -1, -1):
            named = self.organisations[i]
            if named.start < offset and (found := _KIND.match(str(named.value.name))):
                return (self.base(offset, place, None) or place) + found["bureau"]
        return place + kind

    def garrison_city(self, before: Office | None) -> str:
        """The city's short name that stands before 军分区, "" where none is known."""
        org = before.org if before and before.org else None
        city = self.division_in(org, "市") if org else None
        if city is None and self.home is not None:
            place = self.finder.parent_of(self.home, "市")
            city = self.finder.division_short(place, self.text) if place else None
        return (city or "").removesuffix("市")

    def ward(self, offset: int, organ: str, before: Office | None) -> str | None:
        """The division or town whose rivers or woods somebody is in charge of: 区级河长."""
        if organ:
            return self.base(offset, organ, before)
        named = _WARD_OF.match(before.org) if before and before.org else None
        return named[0] if named else None

    def in_paragraph(self, offset: int) -> str | None:
        """The organisation that was named last in the same paragraph."""
        start = self.text.rfind("\n", 0, offset) + 1
        inside = [
            o
            for o in self.organisations
            if start <= o.start < offset and o.value.name not in ("委员会", "理事会")
        ]
        return self._in_full(inside[-1].value.name, offset) if inside else None

    def own_town(self, offset: int) -> str | None:
        """The town of which a sentence has named an organ before, else the one that acts."""
        least = self.text.rfind("。", 0, offset)
        for i, held in enumerate(reversed(self.held)):
            if held.end < (least if i else offset - NEAR):
                break
            if found := _TOWN_ORGAN.match(held.office.org or ""):
                return found[1]
        return self.acting_town(offset)

    def town_committee(self, offset: int) -> str | None:
        """The party committee of that town."""
        town = self.own_town(offset)
        return town and with_committee(town)

    def zone_near(self, offset: int) -> str | None:
        """The zone whose working committee or administration a title near before names."""
        for held in reversed(self.held):
            if held.end < offset - NEAR:
                return None
            if found := _ZONE_ORGAN.fullmatch(held.office.org or ""):
                return found[1]
        return None

    def acting_town(self, offset: int) -> str | None:
        """The town that was last said to do something before an offset: 柳湾镇召开…会议."""
        found = None
        for acts in _TOWN_ACTS.finditer(self.text, 0, offset):
            found = acts
        return found["town"] if found else None

    def town_in_sentence(self, offset: int) -> str | None:
        """The town that the sentence named last before an offset: 在柳湾镇，人大主席."""
        least = max(self.text.rfind(sign, 0, offset) for sign in "。\n") + 1
        for mention in reversed(self.places):
            if least <= mention.start < offset and not mention.value.bare:
                for level in ("镇", "乡", "街道", "苏木"):
                    if mention.value.name.endswith(level):
                        return self._part_of(mention.value.name, level)
        return None

    def is_of_another(self, offset: int) -> bool:
        """Whether the name before a bare 总书记 is none of China's party's: 金正恩|总书记."""
        near = self.text[max(0, offset - 4) : offset]
        return bool(_HAN.search(near)) and not near.endswith(_GENERAL_SECRETARIES)

    def committee(self, offset: int) -> str:
        """The committee that a bare 组织部 belongs to: of a title near before, else of the home."""
        for held in reversed(self.held):
            if offset - held.end < NEAR and _COMMITTEE.search(held.office.org or ""):
                return held.office.org or ""
        return self.home_name() + "委" if self.home is not None else ""

    def is_named(self, organ: str) -> bool:
        """Whether an organ's name starts with the name of a place."""
        return not organ.startswith("公安") and any(
            hit.start == 0 and hit.end > 1 and not (hit.short and BARE.match(hit.name))
            for hit in self.finder.hits(organ[:12])
        )

    def is_abroad(self, organ: str, level: str) -> bool:
        """Whether a city or province is none of China's: 大阪市."""
        return level in ("市", "省", "州") and not BARE.match(organ) and not self.is_named(organ)

    def _part_of(self, name: str, level: str) -> str | None:
        """The part of a place's name that is of a level: 青浦区重固镇章堰村 → 重固镇."""
        end = name.rfind(level) + len(level)
        if end < len(level):
            return None
        townships = self.finder.divisions.townships
        for start in range(end - len(level) - 1):
            opens = start == 0 or name[start - 1] in _DIVISION_ENDS or self.is_named(name[:start])
            if opens and name[start:end] in townships:  # 黑山县|大虎山镇, not 虎山镇
                return name[start:end]
        found = _LAST_PART.search(name[: end - len(level)])
        return found[0] + level if found else None


@cache
def _town_of(level: str) -> re.Pattern[str]:
    """An organ's name as far as its town, village or division of a level."""
    return re.compile(rf"(?:.*[省市区县州旗])?(.+?{level})")


@cache
def _up_to(level: str) -> re.Pattern[str]:
    """A name as far as a word for a level."""
    return re.compile(rf".+?{level}")
