"""An office's organ in, what researchers compare offices by out: its level and its department.

The level is that of the organ, by the division that it is of, and not the rank of who holds the
post: a district of Shanghai is `county`, although its head ranks with a city's.
"""

from __future__ import annotations

import re

from newsie.values import OrganLevel

_LEVEL_OF_SECTOR: dict[str, OrganLevel] = {
    "enterprise": "firm",
    "institution": "institution",
    "grassroots": "village",
    "foreign": "foreign",
}
# A word for a level with which an organ's name begins that nobody could complete: 区委.
_BARE = re.compile(r"自治区|自治州|[省市区县州盟旗地镇乡]")
_LEVEL_OF_BARE: dict[str, OrganLevel] = {
    "省": "provincial",
    "自治区": "provincial",
    "自治州": "city",
    "州": "city",
    "盟": "city",
    "地": "city",
    "区": "county",
    "县": "county",
    "旗": "county",
    "镇": "town",
    "乡": "town",
}
# A town's organ, behind its division: 重固镇|党委, 夏阳街道|办事处; not 乡镇企业局.
_TOWN = re.compile(
    r"[^省市区县州旗盟]{1,8}?(?:镇|乡|街道|苏木)"
    r"(?=$|党|人大|政府|办事处|纪|人武|武装|综|经|农|司法|派出|妇联|团|工会|总工会|便民|文化|卫生|应急"
    r"|执法|社区|社会|政协|关工委|工委|调研员|纪检|财政|退役|组织|宣传|统战|政法|商会|残联|平安|城|规|自然)"
)
# The organ itself, whose parts are departments.
_PRINCIPAL = re.compile(
    r"(?:大会)?主席团|大会$|人大常委会|人大|政协|纪委监委|纪委|监委|政府|行署|法院|检察院|人武部|军分区|警备区|党工委|工委|党委"
    r"|党组|办事处|管委会|总工会|工会|共青团|团委|团|妇联|工商联|科协|文联|残联|侨联|作协|红十字会"
    r"|委员会|(?:地|省|市|区|县|州|盟|旗)?委(?!员)|国务院|中共中央|中央政治局|中央|全国"
)
_TERM = re.compile(r"第?[0-9一二三四五六七八九十]+届")
_ZONE = re.compile(r"[^，]{0,14}?(?:区|园|城|岛)(?:党工委|工委|管委会|管理委员会)")
_INNER = re.compile(r"(?:党委|党组|党工委|党总支|党支部|工会|团委|委员会|支部)$")
_BRANCH = re.compile(r"(?:党委|党组|党工委|党总支|党支部)$")
_OWN_NAME = {
    "enterprise": re.compile(r".*(?:公司|集团|银行|合作社|厂|店)"),
    "institution": re.compile(
        r".*?(?:大学|医院|学校|中学|小学|幼儿园|研究院|研究所|科学院|协会|学会|商会|报社|日报社?|电视台|博物馆"
        r"|图书馆|文化馆|学院|中心|校|院)"
    ),
}
_ACTING = re.compile(r"代理|^代(?!表)|（代理）")
_FORMER = re.compile(r"^(?:原|前)(?!线|沿|台)")
_ONCE = re.compile(r"^(?:原|时任)|原(?:党委|党组|党工委|纪委)$")


def level_of(
    org: str | None, sector: str | None, code: str | None, place_end: int
) -> OrganLevel | None:
    """The level of an organ, or None where nothing tells it.

    >>> level_of("嘉定区委组织部", "party", "310114", 3)
    'county'
    >>> level_of("嘉定区安亭镇政府", "government", "310114", 3)
    'town'
    >>> level_of("国务院", "government", None, 0), level_of("青禾有限公司", "enterprise", None, 0)
    ('national', 'firm')

    Args:
        org: its full name.
        code: of the division whose office it is; None for national offices.
        place_end: where the name of the division ends with which the organ's name begins.
    """
    if org is None:
        return "institution" if sector == "institution" else None
    if sector in _LEVEL_OF_SECTOR:
        return _LEVEL_OF_SECTOR[sector]
    if _is_of_town(org, place_end):
        return "town"
    bare = _BARE.match(org)
    if bare is not None and place_end <= 1 and (code is None or bare[0] in "镇乡"):
        return _LEVEL_OF_BARE.get(bare[0])
    if code is None:
        return "national" if sector else None
    return _level_of_code(code)


def _is_of_town(org: str, place_end: int) -> bool:
    named = org[:place_end].endswith(("镇", "乡", "街道", "苏木"))
    return named or bool(_TOWN.match(org, place_end) or _TOWN.match(org))


def _level_of_code(code: str) -> OrganLevel:
    if code.endswith("0000"):
        return "provincial"
    return "city" if code.endswith("00") else "county"


def department_of(org: str | None, sector: str | None, place_end: int) -> str | None:
    """The part of a larger organ that an organ is, or None where it is none.

    >>> department_of("嘉定区委组织部", "party", 3), department_of("嘉定区委", "party", 3)
    ('组织部', None)
    >>> department_of("嘉定区教育局党组", "government", 3)
    '教育局'
    >>> department_of("华东某大学经济学院", "institution", 0)
    '经济学院'
    """
    if org is None or sector in ("foreign", "grassroots", None):
        return None
    own = _OWN_NAME.get(sector)
    if own is not None:
        named = own.match(org)
        rest = org[named.end() :] if named else ""
        return None if _INNER.fullmatch(rest) else rest or None
    town = _TOWN.match(org, place_end) or _TOWN.match(org)
    start = town.end() if town else place_end
    bare = _BARE.match(org, start) if town is None and start < 2 else None
    start = bare.end() if bare else start
    term = _TERM.match(org, start)
    start = term.end() if term else start
    zone = _ZONE.match(org, start)
    principal = zone or _PRINCIPAL.match(org, start)
    rest = org[principal.end() :] if principal else org[start:]
    return _BRANCH.sub("", rest) or None


def is_acting(post: str) -> bool:
    """Whether a post is held by an acting holder: 代区长, 代理市长.

    >>> is_acting("代区长"), is_acting("代理主任"), is_acting("代表")
    (True, True, False)
    """
    return bool(_ACTING.search(post))


def is_former(organ: str, post: str) -> bool:
    """Whether a title says that its holder held the post before: 原县长, 时任县委书记.

    >>> is_former("", "原县长"), is_former("时任县委", "书记"), is_former("县委", "书记")
    (True, True, False)
    """
    return bool(_FORMER.match(post) or _ONCE.search(organ))
