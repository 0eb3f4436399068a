"""What an article says in several places of those who received one honour in, one list out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.gazetteers import PROVINCES
from newsie.honour.region import Found, Recipients

_FIRM = re.compile("(?:股份|有限|责任|科技)*公司$")
# 黑龙江哈尔滨: a province in front.
_PROVINCE = re.compile(rf"(?:{PROVINCES})(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)?")

_DIVISIONS = re.compile(r"[^，。、]{2,16}(?:[省市区县镇乡州]|街道)")


# 网友评议, 专家评审产生, 记者: who judges or tells of it, never who receives it.
_JUDGES = re.compile(
    "(?:本报)?记者|评委|专家|组委会|主办方|网友|观众|读者|.*(?:评议|评审|评选|投票|公示|推荐|审核|产生)"
)


def join_recipients(told: Sequence[Recipients]) -> Recipients:
    """The recipients of all places; a count told elsewhere is of those who are named.

    Args:
        told: what each place says, in reading order.
    """
    items = _join_items([place.items for place in told])
    items = [item for item in items if not _JUDGES.fullmatch(item.name or "")]
    totals = [place.total for place in told if place.total is not None]
    sums = [sum(item.count or 1 for item in place.items) for place in told]
    added = max([*sums, sum(item.count or 1 for item in items)])
    if not totals and any(place.more for place in told):
        return Recipients(tuple(items), None, more=True)
    return Recipients(tuple(items), max(totals, default=added) or None)


def _join_items(groups: Sequence[tuple[Found, ...]]) -> list[Found]:
    counted = [group for group in groups if not any(item.name for item in group)]
    largest = max(counted, key=_count, default=())
    items = list(dict.fromkeys(i for group in groups if any(j.name for j in group) for i in group))
    if not items or _count(largest) < len(items):
        items.extend(largest)
    people = {item.name for item in items if item.kind == "individual" and item.name}
    items = [item for item in items if item.kind == "individual" or item.name not in people]
    return [item for item in items if not any(_is_short_for(item, other) for other in items)]


def _count(group: Sequence[Found]) -> int:
    """How many a counted group is; of two, the smaller is part of the larger (其中我区14名)."""
    return sum(item.count or 0 for item in group)


def _is_short_for(item: Found, other: Found) -> bool:
    """Whether a body is another one without its place or suffix: 实验小学 of 县实验小学, 漳州."""
    if not (item.name and other.name) or item.kind != other.kind != "individual":
        return False
    if item.name == other.name[:-1] and other.name[-1] in "省市州县区旗镇乡村":
        return True
    if (head := _PROVINCE.match(other.name)) and other.name[head.end() :] == item.name:
        return True
    core, whole = _FIRM.sub("", item.name), _FIRM.sub("", other.name)
    if _FIRM.search(item.name) and len(core) > 2 and core != whole and whole.endswith(core):
        return True
    before = str(other.name).removesuffix(str(item.name))
    placed = before != other.name and _DIVISIONS.fullmatch(before)
    if placed and item.name[-1] in "区村镇乡校队县市":
        return True  # 春江社区 of 城东区文汇街道春江社区
    longer = len(other.name) - len(item.name)
    place = len(item.name) == 3 and item.name[-1] in "省市区县镇乡村"
    return 0 < longer < 4 and (len(item.name) > 3 or place) and other.name.endswith(item.name)
