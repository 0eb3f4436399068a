"""Names of divisions in a text in, out whether they are such, or a person's, a farm's, a town's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Hit(NamedTuple):
    """A division's name in a text; `word`: also an ordinary word, `short`: without its suffix."""

    start: int
    end: int
    name: str
    word: bool
    short: bool


# What no longer name of a division or of its organs goes on with.
_GOES_ON = re.compile(r"(?![省市区县州旗镇乡村街新日晚网在电人经])[\u4e00-\u9fff]")
_FARM = re.compile("[农林牧渔]场")
# What goes on behind a county's level: 振兴|县域, 创新|县级.
_LEVEL_WORD = frozenset("域级城直乡内里区市处")
_SHORT_COUNTY = 2  # characters of a county's name that begins anywhere: 健|康县, 乡镇|和县
# Characters that end no word before 县: 健康|绛县.
_RARE = frozenset("绛郏郓莒莘浚淇杞睢嵩蠡蔚岷隰岚盂沁陇岐彬乾勉珙歙黟泗砀霍泾滦徽鄄芮郫沭涞")
# Before such a name, if it is one.
_MAY_BEGIN = frozenset("在到赴对由与从向为是的及至往抵莅入驻该给让使日月年天午省市州")
GENERAL = frozenset(("城区", "市区", "新区", "郊区", "矿区", "东区", "西区", "老城区", "开发区"))
_LEVEL_BEHIND = tuple("省市区县州盟旗镇乡")  # 秘书长汝南|县
# The same, for certain: wherever such a name stands again, it is the person: 石京山.
_TITLED = re.compile(
    r"(?:书记|[县市区局部镇乡校院处科]长|董事长|秘书长|主任|主席|总经理)([\u4e00-\u9fff]?)$"
)
TOWN_ENDS = ("镇", "乡", "街道", "苏木")


def people_named(text: str, start: int, hits: Sequence[Hit]) -> set[str]:
    """The names of people, behind a title, that are or end with the short name of a division."""
    people = set()
    for begin, stop, _, _, short in hits:
        titled = _TITLED.search(text, max(start, begin - 4), begin) if short else None
        if titled and not text.startswith(_LEVEL_BEHIND, stop):
            people.add(text[titled.start(1) : stop])
    return people


def parts_of_names(text: str, hits: Sequence[Hit]) -> set[str]:
    """Short names that are a town's, begin a farm's (七星|泡农场), or each time go on alike."""
    parts = set()
    farmed = _FARM.search(text) is not None
    names = {hit.name for hit in hits if hit.short}
    for name in names if any(map(text.__contains__, TOWN_ENDS)) else ():
        # 小山派出所 beside 小山镇, where no 小山县 is named: the town's
        full = any(hit.name.startswith(name) for hit in hits if not hit.short)
        if not full and any(name + end in text for end in TOWN_ENDS):
            parts.add(name)
    for name in {hit.name for hit in hits if hit.short and (hit.word or farmed)}:
        if farmed and re.search(rf"{name}[一-鿿]{_FARM.pattern}", text):
            parts.add(name)
        elif any(hit.word for hit in hits if hit.name == name):
            behind = {text[found.end() : found.end() + 1] for found in re.finditer(name, text)}
            if len(behind) == 1 and text.count(name) > 1 and _GOES_ON.match(behind.pop()):
                parts.add(name)
    return parts


def is_one_character_county(name: str) -> bool:
    """Whether a name is one character and 县: 和县, 云县."""
    return len(name) == _SHORT_COUNTY and name[-1] in "县旗"


def stands_alone(text: str, start: int, begin: int, name: str) -> bool:
    """Whether a name that is hardly one is read as one where nothing larger stands before it."""
    if name in GENERAL:
        return False
    if not is_one_character_county(name) or begin == start:
        return True
    before = text[begin - 1]
    if name[0] == "和" and before in "》”）、":  # 《报告》和县政府
        return False
    return name[0] in _RARE or before in _MAY_BEGIN or not "\u4e00" <= before <= "\u9fff"


def counties_spoken(text: str, start: int, hits: Sequence[Hit]) -> set[str]:
    """The counties of one character that a text names behind different words: 审定|户县, 评选|户县.

    What only looks like one ends the same word each time (振兴|县), or goes on (创新|县级).
    """
    before: defaultdict[str, set[str]] = defaultdict(set)
    for begin, stop, name, _, _ in hits:
        goes_on = begin == start or text[stop : stop + 1] in _LEVEL_WORD
        if is_one_character_county(name) and name[0] != "和" and not goes_on:
            before[name].add(text[begin - 1])
    return {name for name, words in before.items() if len(words) > 1}
