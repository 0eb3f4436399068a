"""What the titles before an office tell of it: the organ of a list, its county, its sections."""

from __future__ import annotations

import re

from newsie.article import Place
from newsie.mentions.background import NEAR, Background
from newsie.mentions.department import BUREAU, department_beside, division_beside, is_section
from newsie.mentions.organ import bureau_of, join_organ, outer_body, without_party

# Who holds the title before, and perhaps what he does.
_SOCIETIES = frozenset(("基金会", "协会", "商会", "学会", "联合会", "促进会", "研究会"))
_LISTED = re.compile(r"[^。；！？\n]{2,24}[，、和及]")
_CHAIRS = ("主席", "会长", "理事长")
# Organs that every division has, so that its name may be left out.
_OF_EVERY = re.compile(
    r"(?:人大常委会|人大|政协|纪委监委|纪委|监委|法院|检察院|人武部|总工会)(?=党组$|办公室$|$)"
    r"|政府(?=党组$|办公室$|办$)"
)
_INSIDE = re.compile(r"(?:党委|党组|党总支|党支部|工会|团委|纪委|纪检组|纪检监察组)$")
_CONGRESS = re.compile(r".*?人大常委会")
# A committee of a congress or of its advisers: 教科文卫工委, 文化文史和学习委员会
_HOUSE = re.compile(r"(.*?(?:人大(?:常委会)?(?!代|附)|政协))")
_CHAMBER = re.compile(
    r"(?![省市区县州旗])[\u4e00-\u9fff]{0,12}(?:财政?经|预算|法制|监察和|教科|科教|城建|环境|环资|农村|农业|代表|人事|选举|民族|华侨|外事|文史|提案"
    r"|社会|港澳|学习)[\u4e00-\u9fff]{0,10}(?:工委|委员会|工作委员会)"
)
_ZONE = re.compile(r"(.{2,}?)(?:党工委|工委)$")
_COMMISSIONS = frozenset(("纪委", "监委", "纪委监委"))
# Bodies whose people have ranks.
_RANKED = re.compile(r"(?:局|厅|政府办|(?<![省市区县州旗盟])委)$")
# Organs of a town, where its own are named beside them: 镇人大主席甲、人武部部长乙.
_OF_TOWN = re.compile(
    r"党工委|党委|办事处|纪工委|纪委|人武部|武装部|人大工委|人大|综治办|党政办|党建办|经发办|农办|工会"
    r"|中心(?:小学|学校|幼儿园|卫生院|敬老院)"
)
# Whose 党委 stands next behind one of their posts: 远帆公司总经理甲、党委书记乙.
_EMPLOYER = re.compile(r"(?:公司|集团|大学|学院|监狱|农场|林场|(?<!分)局|厅)$")
_STAFF_OF = re.compile(r"(?<=局)(?:纪委|工会|团委|机关党委)$")


def of_division(ground: Background, offset: int, organ: str, *, first: bool) -> str | None:
    """The full name of an organ or a bureau that every division has, or None if it is none.

    Args:
        first: no other post stands before it in the same title.
    """
    if first and (every := _OF_EVERY.match(organ)):
        division = _narrower(ground, offset) or _narrower_body(ground, offset, every[0])
        return (division or ground.home_name()) + organ
    bureau = _STAFF_OF.sub("", without_party(organ))
    if not BUREAU.fullmatch(bureau):
        return None
    if near := ground.nearest(offset, (bureau,)):
        return near + organ[len(bureau) :]
    division = division_beside(listed_organ(ground, offset) or "") or _narrower(ground, offset)
    return (division or ground.home_name()) + organ


def inside_listed(ground: Background, offset: int, organ: str, named: bool) -> str | None:
    """The full name of what a body has inside, by the title next before in a list, or None.

    县财政局局长甲，党委书记乙    县纪委副书记甲，纪委常委乙
    """
    if organ in _COMMISSIONS and (same := _same_organ(ground, offset, organ)):
        return same
    listed = listed_organ(ground, offset) or ""
    congress = _CONGRESS.match(listed)
    if congress and organ.endswith(("委", "委员会")):  # 县人大常委会副主任甲、财经工委主任乙
        return join_organ(congress[0], organ, named)
    listed = listed if _INSIDE.match(organ) else ""
    body = outer_body(bureau_of(listed))
    if organ == "纪委" and _EMPLOYER.search(body):
        return body + organ
    return join_organ(bureau_of(listed), organ, named) if listed else None


def part_listed(ground: Background, offset: int, organ: str) -> str | None:
    """The full name of what is of a body named before: of a house, a zone, a court; or None.

    县政协副主席甲、文化文史和学习委员会主任乙    经开区党工委书记甲、管委会副主任乙
    县法院院长甲带领院党组成员乙    基金会理事长甲
    """
    if organ.startswith("院党") and (led := led_body(ground, offset)):
        return led + organ[1:]
    if society := named_society(ground, offset, organ):
        return society
    whole = _HOUSE if _CHAMBER.fullmatch(organ) else _ZONE if organ == "管委会" else None
    found = whole.match(listed_organ(ground, offset) or "") if whole else None
    return found[1] + organ if found else None


def town_organ(ground: Background, offset: int, organ: str, head: str) -> str | None:
    """The full name of a town's organ, where its own are named before it, or None.

    镇人大主席甲、人武部部长乙    柳湾镇镇长甲，中心小学校长乙
    """
    listed = without_party(listed_organ(ground, offset) or "")
    inside = organ in ("党委", "纪委", "工会") and _EMPLOYER.search(listed)
    if inside or not _OF_TOWN.fullmatch(organ):
        return None
    town = (ground.zone_near(offset) if organ == "党工委" else None) or ground.own_town(offset)
    if town is None and organ == "人大" and head == "主席":
        town = ground.town_in_sentence(offset)
    if town is None and organ in ("党工委", "办事处"):
        town = ground.town(offset, "街道")
    return town and town + organ


def ranked_in(ground: Background, offset: int) -> str | None:
    """The body in which somebody has a rank: 县林业局局长甲、四级调研员乙."""
    body = outer_body(bureau_of(listed_organ(ground, offset) or ""))
    return body if _RANKED.search(body) else None


def association(ground: Background, offset: int) -> str | None:
    """The body whose chair a title near before names: 协会副会长甲；秘书长乙."""
    least = max(offset - NEAR, ground.text.rfind("\n", 0, offset))
    for held in reversed(ground.held):
        if held.end < least:
            return None
        if held.head in _CHAIRS:
            return held.office.org
    return None


def listed_organ(ground: Background, offset: int) -> str | None:
    """The organ of the title next before in a list: 民委财务处处长甲、|党办主任乙."""
    last = ground.held[-1] if ground.held else None
    if last is None or not _LISTED.fullmatch(ground.text, last.end, offset):
        return None
    return last.office.org


def same_head(ground: Background, offset: int, head: str, *, in_sentence: bool) -> str | None:
    """The organ of the title near before that has the same head: 区政协主席 … 副主席.

    Args:
        in_sentence: in the same sentence alone.
    """
    least = max(offset - NEAR, ground.text.rfind("。", 0, offset) if in_sentence else 0)
    for held in reversed(ground.held):
        if held.end < least:
            return None
        if held.head == head and held.office.org:
            return held.office.org
    return None


def led_body(ground: Background, offset: int) -> str | None:
    """The court or school whose head the sentence named last: 院长甲带领|院党组成员乙."""
    last = ground.held[-1] if ground.held else None
    if last is None or not last.head.endswith("院长") or "。" in ground.text[last.end : offset]:
        return None
    return last.office.org


def named_society(ground: Background, offset: int, organ: str) -> str | None:
    """The society named before that a title cuts to its kind: 基金会理事长, 该种植合作社负责人."""
    if not organ or (organ not in _SOCIETIES and ground.text[offset - 1 : offset] != "该"):
        return None
    named = ground.nearest(offset, (organ,)) if organ else None
    return (named or organ).removeprefix("此次") or None


def _narrower(ground: Background, offset: int) -> str | None:
    """The county of the title next before in a list, where the home is a city or province."""
    last = ground.held[-1] if ground.held else None
    if last is None or not _LISTED.fullmatch(ground.text, last.end, offset):
        return None
    return _county_of(ground, last.office.division)


def _narrower_body(ground: Background, offset: int, organ: str) -> str | None:
    """The county whose court, congress, … was named last, where the home is above counties."""
    named = ground.nearest(offset, (organ, "人民" + organ))
    found = ground.finder.find_places(named, ground.home) if named else ()
    place = found[0].value.place if found and found[0].start == 0 else None
    return _county_of(ground, (place.code, place.name) if place else None)


def _county_of(ground: Background, division: tuple[str, str] | None) -> str | None:
    """The short name of a county, if the article's home is a larger division or unknown."""
    larger = ground.home is None or ground.home.code.endswith("00")
    if not larger or division is None or division[0].endswith("00"):
        return None
    return ground.finder.division_short(Place(*division), ground.text)


def _same_organ(ground: Background, offset: int, organ: str) -> str | None:
    """The same organ in full, as a title before in the sentence has it: 县纪委 … 纪委常委."""
    least = ground.text.rfind("。", 0, offset)
    for held in reversed(ground.held):
        if held.end < least:
            return None
        if held.office.org != organ and (held.office.org or "").endswith(organ):
            return held.office.org
    return None


def department_near(ground: Background, offset: int, organ: str) -> str | None:
    """A department of the body that has such and was named last: …公司总经理甲。运维部主任乙."""
    for held in reversed(ground.held) if is_section(organ) else ():
        if offset - held.end > 2 * NEAR:
            return None
        if held.office.org and (name := department_beside(held.office.org, organ)):
            return name
    return None
