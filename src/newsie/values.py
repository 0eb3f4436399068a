"""The normal forms of mentions: quantities, times, places, organisations, posts, persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsie.article import Mention, Passage, Place

if TYPE_CHECKING:
    from pydantic.config import JsonDict

Comparator = Literal["eq", "gt", "ge", "lt", "le", "approx", "range"]
Aspect = Literal["level", "increase", "decrease", "rank"]
Basis = Literal["yoy", "period", "annual_average", "base"]
OrganLevel = Literal[
    "national", "provincial", "city", "county", "town", "village", "firm", "institution", "foreign"
]

# What the codebook says of these values.
COMPARATOR_MEANINGS: JsonDict = {
    "eq": "等于: The number as it stands.",
    "gt": "大于: 超 超过 突破 逾 多 余 高于.",
    "ge": "不小于: 以上 不低于 不少于 至少.",
    "lt": "小于: 低于 不到 不足.",
    "le": "不大于: 以内 以下 不超过 控制在.",
    "approx": "约: 约 左右 上下 近 接近.",
    "range": "区间: From value to value_max.",
}
ASPECT_MEANINGS: JsonDict = {
    "level": "水平: Its level, or a count.",
    "increase": "增长: By how much it rose: 增长 提高 上升 扩大.",
    "decrease": "下降: By how much it fell: 下降 减少 压降.",
    "rank": "位次: Its rank among others; the unit is 位.",
}
BASIS_MEANINGS: JsonDict = {
    "yoy": "同比: Against the year before: 同比 比上年.",
    "period": "环比: Against the period before.",
    "annual_average": "年均: A yearly average.",
    "base": "较基期: Against a base that is named: 较 比.",
}
ORGAN_LEVEL_MEANINGS: JsonDict = {
    "national": "国家: 中央, 国务院 and its ministries, 全国人大.",
    "provincial": "省级: Provinces, autonomous regions, municipalities under the centre.",
    "city": "地市级: Cities with districts, prefectures, leagues.",
    "county": "县级: Counties, districts and cities without districts.",
    "town": "乡级: Towns, townships and streets.",
    "village": "村级: Villages and residents' communities.",
    "firm": "企业: Firms, and the party organisations inside them.",
    "institution": "事业单位、社会组织: Schools, hospitals, media, associations.",
    "foreign": "境外: Whatever is abroad.",
}
Number = int | float

_FROM_BELOW = frozenset(("近", "将近", "接近"))


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """数量: a number with its unit and hedge.

    Args:
        value: 万 and 亿 folded in; an int where whole, else the nearest float.
        unit: the base unit as written (元, 平方米, %, 个百分点), or None for a bare number.
        comparator: how the wording bounds the value (超 → gt, 以上 → ge, 约 → approx, …).
        value_max: the upper end of a range.
        hedge: the wording that gave the comparator (超, 左右, …), or None.
        share: a share that is written without % (近七成, 三分之二, 一半).
        rank: an ordinal or rank (第3位, 首位): unit 位.
        ceiling: what 多, 余 or 几 inside the numeral keep the value under (20余 → 30).

    >>> Quantity(20, "家", "gt", hedge="余", ceiling=30).high, Quantity(3, "%", "ge").low
    (30, 3)
    """

    value: Number
    unit: str | None = None
    comparator: Comparator = "eq"
    value_max: Number | None = None
    hedge: str | None = None
    share: bool = False
    rank: bool = False
    ceiling: Number | None = None

    @property
    def low(self) -> Number | None:
        """What the value is at least, as far as the wording says."""
        return self.value if self.comparator in ("eq", "gt", "ge", "range") else None

    @property
    def high(self) -> Number | None:
        """What the value is at most, as far as the wording says: 近 and 不足 come from below."""
        if self.comparator == "gt":
            return self.ceiling
        if self.comparator == "range":
            return self.value_max
        bounded = self.comparator in ("eq", "lt", "le") or self.hedge in _FROM_BELOW
        return self.value if bounded else None


@dataclass(slots=True, unsafe_hash=True)
class TimeValue:
    """时间: a date or a period, resolved as far as the text and the publication date allow.

    Args:
        text: the wording, canonical script.
        date: ISO 8601 date or part of one, where it is a point of time (2月6日, 去年, 2024年11月).
        period: a contract period, where it can serve as one (2024, 2024-H1, 2024-01/2024-09).
        kind: "point" (a day), "month", "year", "period" (a quarter, half-year, interval),
            "plan" (“十四五”期间), "deadline" (到2025年, 年底前), "vague" (近日, 日前).
        end_date: the last day, where it is a span of days (3月9日至11日).
    """

    text: str
    date: str | None = None
    period: str | None = None
    kind: str = "point"
    end_date: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class PlaceValue:
    """地名: a division, town or village.

    Args:
        name: as the text has it.
        codes: of every division of that name, best first; of a town or village its county's.
        bare: 全区, 我市, 本县: the article's own division, or one above it.
        place: the best of these divisions, of bare words what they mean in the home place.
    """

    name: str
    codes: tuple[str, ...] = ()
    bare: bool = False
    place: Place | None = None


@dataclass(slots=True, unsafe_hash=True)
class OrganisationValue:
    """机构: an organisation as written, and what kind of body it is."""

    name: str
    sector: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Office:
    """官职: a post with its organ in full (嘉定区委组织部 部长).

    Args:
        org: the organ's usual name, its place in front; None where nothing tells it.
        post: as in the title, without the organ.
        sector: one of the contract's sectors, or None.
        division: code and full name of the division whose office it is; None for national
            offices, firms, institutions and those abroad.
        level: of the organ, by its division and sector.
        department: the part of the organ that the post is in (组织部), or None.
        acting: 代, 代理. former: 原, 前任, 时任. concurrent: 兼.
    """

    org: str | None
    post: str
    sector: str | None
    division: tuple[str, str] | None
    level: OrganLevel | None = None
    department: str | None = None
    acting: bool = False
    former: bool = False
    concurrent: bool = False


@dataclass(slots=True, unsafe_hash=True)
class TitlePart:
    """One post of a title: 区委组织部 常务副部长.

    Args:
        organ: as the title has it (区委组织部), "" where the title leaves it out.
        post: the post with what qualifies it (常务副部长, 原主任).
        head: the word of the post that the gazetteer knows (部长).
        kind: the kind of the head in the gazetteer of posts (office, rank, delegate, leader, …).
        office: the post with its organ's full name, where the article's place has been settled.
        concurrent: 兼 stands before it, or （兼） behind.
        former: 时任 or 曾任 stands before it.
    """

    organ: str
    post: str
    head: str
    kind: str
    office: Office | None = None
    concurrent: bool = False
    former: bool = False


@dataclass(slots=True, unsafe_hash=True)
class PostValue:
    """职务: a title as written: one or several posts, with their organs (区委副书记、区长).

    Args:
        organ_start: where its first organ stands, if a name parts it from the post
            (县教育局|高小满|局长).
    """

    title: str
    parts: tuple[TitlePart, ...] = ()
    organ_start: int | None = None


def print_title(passage: Passage, post: Mention) -> str:
    """A title as printed, its organ put back before the post where a name parts the two."""
    value: PostValue = post.value
    printed = passage.literal(post.start, post.end)
    if value.organ_start is None:
        return printed
    length = len(value.title) - len(printed)
    return passage.literal(value.organ_start, value.organ_start + length) + printed


@dataclass(slots=True, unsafe_hash=True)
class PersonValue:
    """人名: a name as printed, without the space inside it.

    Args:
        name: the whole name, also where only a surname stands (严书记 → 严明 of the same article).
        anchored: the mention itself shows that this is a name (a title before it, a verb of saying
            behind it); otherwise it is known to be one from elsewhere in the article.
    """

    name: str
    anchored: bool = True
