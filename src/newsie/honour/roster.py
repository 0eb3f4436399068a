"""A list of persons in, their names out, where the list as a whole shows what its items are.

Whoever stands in one list with persons is one, though no finder of mentions knew the name. Forms:
    北门小学陈玲娜，实验小学詹庆明、曾丽萍          behind where they work, parted by commas too
    城东公司技术督导毛雅军                          behind what they do, of a count of persons
    俞复玲 江东区划船社区书记                        read elsewhere: in front of it
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import DOER, GROUP_NOUN, HONORIFIC, last_name, looks_like_name
from newsie.honour.items import cut_note, trim_item
from newsie.honour.region import Found, RecipientKind, Region, without_verb

_PERSON = MENTION_MARKS["person"]
_MARKS = tuple(MENTION_MARKS[kind] for kind in ("organisation", "place", "post"))
_BREAK = re.compile(r"[、，；/ ]|(?<=.)(?:以?及|和|与)(?=.)")
# The last character of where somebody works or lives, right before the name.
_WORKPLACE_END = frozenset(
    "小中校学园班级院大系局村区镇乡县市州旗报台网社声厂司所站店部队专馆厅委办科处库段行团会组室矿场关心院庭军连馆"
)
_SURE = re.compile(
    "(?:教师|老师|同学|学生|村民|职工|民警|护士|医生|选手)(?P<name>[\u4e00-\u9fff]{3})$"
)
_BEHIND = re.compile(rf"(?:（[^）]*）|{MENTION_MARKS['post']}|{HONORIFIC.pattern}|等| )*")
_NO_PERSON = re.compile(r"[《》“”：0-9%]|的(?:作品|项目)")
_LONG_NAME = re.compile("(?!.*(?:[员工师生长民者人家]))[\u4e00-\u9fff]{4}")  # 拉毛才让
_MOST_UNKNOWN = 4  # one item of so many may be no name that is known to be one


def read_roster(
    region: Region, hint: RecipientKind | None, *, counted: bool
) -> tuple[Found, ...] | None:
    """The persons of a list; None where it is not one of persons.

    Args:
        region: the list, without what stands before and behind it.
        hint: what the honour is given to, or what the list is said to count.
        counted: whether the list is said to be of so many persons.
    """
    if hint not in (None, "individual"):
        return None
    items = _items(region)
    names = [_name(item) for item in items]
    known = [name for name in names if name]
    lone = counted and len(items) == 1
    if not lone and len(known) * _MOST_UNKNOWN < len(items) * (_MOST_UNKNOWN - 1):
        return None
    placed = any(
        name and (len(item.canonical) > len(name) or _PERSON in item.marked)
        for item, name in zip(items, names, strict=True)
    )
    if len(items) < 2 and not lone:
        return None
    if not placed and not counted and len(items) < _MOST_UNKNOWN:
        return None
    if not placed and hint is None and not counted:
        return None
    found: list[Found] = []
    for item, name in zip(items, names, strict=True):
        if name is None and (hint == "individual" or counted):
            whole = counted and _LONG_NAME.fullmatch(item.canonical)
            name = item.canonical if whole else last_name(item.canonical)
        if name:
            found.append(Found(name, None, "individual"))
        elif GROUP_NOUN.search(item.canonical):
            found.append(Found(item.canonical.strip(), None, "organization"))
    if found:
        found[-1] = Found(without_verb(found[-1].name or "", region), None, found[-1].kind)
    return tuple(dict.fromkeys(found)) or None


def _items(region: Region) -> list[Region]:
    marked = region.marked
    cuts: list[tuple[int, int]] = []
    start = 0
    for found in _BREAK.finditer(marked):
        before = marked[: found.start()]
        if before.count("（") == before.count("）") and before.count("“") == before.count("”"):
            cuts.append((start, found.start()))
            start = found.end()
    cuts.append((start, len(marked)))
    return [cut_note(trim_item(region.part(*cut))) for cut in cuts if cut[1] > cut[0]]


def _name(item: Region) -> str | None:
    """The person whom an item ends with: a mention, a bare name, or one behind a workplace."""
    marked = item.marked
    if not marked or _NO_PERSON.search(marked):
        return None
    last = marked.rfind(_PERSON)
    if last >= 0:
        persons = [m for m in item.mentions() if m.kind == "person"]
        return str(persons[-1].value.name) if _BEHIND.fullmatch(marked[last + 1 :]) else None
    text = HONORIFIC.sub("", item.canonical) or item.canonical
    if len(marked) == 1:
        return None  # a place or a body
    if looks_like_name(text):
        return text
    tail = HONORIFIC.sub("", marked)
    for length in (4, 3, 2):
        name, before = tail[-length:], tail[:-length]
        split = before.endswith("中") and name.startswith("国")  # 中国女篮
        if len(name) == length and looks_like_name(name) and not split and _works_at(before):
            return name
    # 教师彭齐院: the word before it says that it is no body.
    if (found := _SURE.search(tail)) and looks_like_name(found["name"][:2]):
        return found["name"]
    return None


def _works_at(before: str) -> bool:
    return before[-1:] in _WORKPLACE_END or before.endswith(_MARKS) or bool(DOER.fullmatch(before))


def is_roster(region: Region) -> bool:
    """Whether every item of a list is a person behind a workplace, or beside one who is."""
    items = _items(region)
    names: Sequence[str | None] = [_name(item) for item in items]
    return bool(names) and all(names) and len(items[0].canonical) > len(names[0] or "")
