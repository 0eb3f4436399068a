"""A list of honours in, each with the holder behind its name, out.

Forms that are taken:
    “全国劳动模范”高小满、“县十佳青年”林春生      an honour in quotes and who holds it
    全国优秀法官毕小明、全国文明村城东村          without quotes, as far as it is one
    县劳动模范、省先进工作者郝建平                two honours of one
    全国诚信之星获得者高小满、林春生              one honour of two
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import GROUP_NOUN, looks_like_name
from newsie.honour.name import Honour, read_honours
from newsie.honour.noun import RANK_TAIL, find_head, is_heading
from newsie.honour.region import Found, Recipients, Region

_PERSON = MENTION_MARKS["person"]
_JOINT = re.compile("、|，|；|以及|(?:和|及|与)(?=“|[全国省市区县州首第最十])")
_QUOTED = re.compile(
    r"(?P<honour>[^“”、，]{0,12}“[^“”]{2,30}”(?:提名奖|奖)?)(?:称号|荣誉)*(?:获得者|得主)?"
)
_WORN = re.compile("(?:荣誉|称号)*(?:获得者|得主)$")
# 全国, 省: what says that a name in quotes is an honour, and no byname like “活雷锋”
_LEVEL = re.compile(
    r"(?:自治|[一-鿿]{2,5})?[省市区县州]|全[国省市区县州]|国家|中[国华]|[省市区县州镇]|最美|十[佳大]|(?:19|20)[0-9]{2}"
)
_NO_BODY = re.compile("[的了为]|建设|形成|打造|推进|一批|实施|加快|开展")
_SHORTEST = 6  # characters of an honour without a level
_LONGEST_NAME = 4


def read_held(region: Region) -> list[tuple[Honour, Recipients]]:
    """The honours of a list, each with whoever holds it; those of nobody by name are left out."""
    held: dict[Honour, list[Found]] = {}
    waiting: list[Honour] = []  # told of, and whose they are not yet
    last: list[Honour] = []  # whose holders may go on: “县十佳青年”高小满、林春生
    for item in _items(region):
        honour, holder = _read_item(item)
        if honour:
            waiting.append(honour)
            last = []
        if holder:
            last = waiting or last
            for one in last:
                held.setdefault(one, []).append(holder)
        if holder or not honour:
            waiting = []
            last = last if holder else []
    return [(honour, Recipients(tuple(holders), None)) for honour, holders in held.items()]


def _items(region: Region) -> Iterator[Region]:
    start = 0
    for joint in _JOINT.finditer(region.marked):
        before = region.marked[: joint.start()]
        if before.count("“") == before.count("”") and before.count("（") == before.count("）"):
            yield region.part(start, joint.start())
            start = joint.end()
    yield region.part(start, len(region.marked))


def _read_item(item: Region) -> tuple[Honour | None, Found | None]:
    """The honour that an item begins with and the holder that it ends with, as far as there are."""
    text = item.canonical.strip()
    if quoted := _QUOTED.match(text):
        honours = read_honours(quoted["honour"], strong=True, sure=True)
        known = _LEVEL.search(quoted["honour"]) or (
            honours and find_head(honours[0].name) not in (None, "any")
        )
        holder = _holder(text[quoted.end() :])
        whole = holder or quoted.end() == len(text)
        return (honours[0] if len(honours) == 1 and known and whole else None), holder
    if item.marked.endswith(_PERSON):
        name = item.mentions()[-1].value.name
        before = text.removesuffix(name)
        return (_honour(before) if before != text else None), Found(name, None, "individual")
    for cut in range(len(text) - 2, 3, -1):
        if (honour := _honour(text[:cut])) and (holder := _holder(text[cut:])):
            return honour, holder
    return _honour(text), _holder(text)


def _honour(text: str) -> Honour | None:
    """The honour that words without quotes are, and nothing else."""
    name = _WORN.sub("", text)
    sure = len(name) >= _SHORTEST or _LEVEL.match(name) or RANK_TAIL.fullmatch(name)
    if not (sure and is_heading(name)):
        return None  # 致富带头人
    honours = read_honours(name, strong=True, sure=True)
    return honours[0] if len(honours) == 1 else None


def _holder(text: str) -> Found | None:
    text = text.strip()
    if len(text) <= _LONGEST_NAME and looks_like_name(text):
        return Found(text, None, "individual")
    body = None if _NO_BODY.search(text) else GROUP_NOUN.search(text)
    if body and len(text) - len(body[0]) > 1 and not is_heading(text):
        return Found(text, None, "organization")
    return None
