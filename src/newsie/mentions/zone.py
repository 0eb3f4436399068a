"""A development zone or a regiment named in short in, its fuller name in the article out.

开发区党工委 → 云山经济开发区党工委    团党委 → 八十三团党委    一连 → 八十三团一连
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# A zone by its kind alone, before one of its organs.
_ZONE = re.compile(
    r"(?P<zone>(?:经济|工业|高新技术?|产业|化工|旅游|综合)?(?:开发区|高新区|新区|园区|经开区|示范区|度假区|保税区|试验区|合作区|产业园|工业园)"
    r"|新城|港区|林区|垦区|景区|风景区)"
    r"(?=党工委|工委|管委会|管理委员会|党委|党群|纪工委|人大|政协|[^，、]{1,8}(?:局|办|办公室|中心|分局|公司|集团)|$)"
)
# What makes a zone's name without a place's: 经济|开发区.
_KINDS = (
    r"(?:国家级?|省级|国际|经济|技术|高新|产业|工业|旅游|生态|循环|科技|现代|农业|综合|临空|临港|化工|先进|制造"
    r"|装备|边境|自由|贸易|出口|加工|保税|物流|商务|文化|森林|管理|创新|风景|名胜|[东西南北中]部|[东西南北])"
)
# What else may stand between a place and the kind of its zone: 湖州|南太湖|新区.
_OWN = r"[\u4e00-\u9fff]{0,4}?"
_NO_NAME = re.compile(
    r"[在到了我全各等的对和与及或是为把将向从以入驻位新该]|建设|加快|推进|打造|召开|发展|实施|支持|走进|领导|来到"
)
# The regiment of a production corps: 农五师八十三团, 143团.
_REGIMENT = re.compile(
    r"(?<![0-9零〇一二三四五六七八九十百])第?[0-9零〇一二三四五六七八九十百]{2,5}团(?!队|结|体|圆|伙|委)"
)
_OF_REGIMENT = re.compile(
    r"团(?=党委|纪委|工会|机关|武装部|办公室|农业|社政|党政|经发|连管|$)"
    r"|(?=[0-9一二三四五六七八九十]{1,3}连(?:党支部|$))"
)


def full_zone(
    text: str, ends: Iterable[tuple[int, int]], organ: str, known: Iterable[str]
) -> str | None:
    """The full name of a zone's organ, or None where none is named in short or none in full.

    Args:
        text: of the article.
        ends: where names of places start and end in it, in reading order.
        organ: the organ as the title has it: 开发区管委会.
        known: organs that titles before it have, the nearest first.
    """
    zone = _ZONE.match(organ)
    if zone is None or zone["zone"] not in text:
        return None
    of_zone = re.compile(rf".{{2,14}}?{zone['zone']}(?=党工委|工委|管委会)")
    for other in known:
        if named_so := of_zone.match(other):
            return named_so[0] + organ[zone.end() :]
    named = _placed(text, ends, zone["zone"]) or _alone(text, zone["zone"])
    return named and named + organ[zone.end() :]


def _placed(text: str, ends: Iterable[tuple[int, int]], zone: str) -> str | None:
    """The first name of a zone that begins with a place: 云山经济|开发区."""
    name = re.compile(rf"(?:{_KINDS}{{0,5}}|{_OWN}){zone}")
    for start, end in ends:
        found = name.match(text, end)
        if found is not None and not _NO_NAME.search(found[0], 0, len(found[0]) - len(zone)):
            return text[start : found.end()]
    return None


def _alone(text: str, zone: str) -> str | None:
    """The first name of a zone without a place's: 经济|开发区."""
    found = re.search(rf"(?<![\u4e00-\u9fff]){_KINDS}{{1,5}}{zone}", text)
    return found[0] if found is not None else None


def full_regiment(text: str, organ: str) -> str | None:
    """The full name of a regiment's organ, or None: 团党委 → 八十三团党委.

    >>> full_regiment("农五师八十三团召开会议，团党委书记", "团党委")
    '八十三团党委'
    >>> full_regiment("143团春耕，二连党支部书记", "二连党支部")
    '143团二连党支部'
    """
    short = _OF_REGIMENT.match(organ)
    named = _REGIMENT.search(text) if short is not None else None
    return named[0] + organ[short.end() :] if named is not None and short is not None else None
