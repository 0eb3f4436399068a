"""A text in, where it names guests and hosts out, who say little of its home."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from newsie.triggers import compile_quick

# Whose sentence names guests: 邻县党政代表团到我县考察, 客人来潍考察.
_RECEIVED = compile_quick(
    r"(?:(?:到|来|赴|莅临|深入|走进|前往)我[省市县区州旗盟]|(?:来|莅)(?![到自访年源])[\u4e00-\u9fff])"
    r"(?:考察|学习|参观|调研|交流|访问|指导|检查|视察|洽谈|对接|慰问|督导|开展)"
    r"|(?:访问|考察|参观|调研|走访|慰问|做客|牵手|结缘)我[省市县区州旗盟]"
    r"|(?<=团)(?:一行)?(?:专程)?(?:赴|到|来|抵|莅临)[\u4e00-\u9fff]{2,8}，?(?:考察|调研|学习|参观|了解)我[省市县区州旗盟]"
)
# Where a bare 区委书记 went to learn, which is another's: 区委书记带队前往成都市龙泉驿区考察.
_WENT_OUT = compile_quick(
    r"(?:前往|赴|在(?=[\u4e00-\u9fff]{2,8}(?:举[行办]|召开))|(?:考察团|代表团)(?:一行)?(?:先后)?(?:到|走进))(?![我本])"
    r"[^。；\n]{2,60}?(?:考察|招商|取经|观摩|学习|洽谈|对接|推介)"
)
_LEAVING = ("前往", "赴", "团", "推介")
_BARE_SUBJECT = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[区县旗](?:委|长|人大|政协|政府)|我[区县市旗]"
    r"|[市州盟](?:党政)?(?:代表团|考察团)|[市州盟][委长][^。]{1,60}率[^。，]{0,8}(?:代表团|考察团))"
)
# Who is met, up to the end of the sentence: 市长会见上海电气集团副总裁.
_MET = re.compile(r"会见(?!厅|室|时|中|后|前|结束)[^。！？\n]{2,80}")
# Who heads a division, and his name: 县委书记|高小满，县委副书记、县长|方大同.
_HEAD = compile_quick(
    r"(?P<level>[省市县区州旗])(?:委(?:副书记、(?P=level)长|(?P<party>书记))|长)"
    r"(?P<holder>[\u4e00-\u9fff]{2,3}?)(?=[，。、；（和等率带到来会主出参陪在说表介致强指讲前赴一])"
)
_BARE = re.compile(r"(?:^|[^\u4e00-\u9fff副原]|[省市县区州旗]委常委、)$")


def guest_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a text names those who came or were met, or where its own people went to."""
    received = [
        (max(text.rfind(mark, 0, found.start()) for mark in "。！？\n"), found.start())
        for found in _RECEIVED.finditer(text, start, end)
    ]
    met = _MET.finditer(text, start, end) if "会见" in text else ()
    return [*received, *journeys(text, start, end), *(found.span() for found in met)]


def journeys(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a text says where its own people went to: 我市赴启航市招商."""
    left = any(map(text.__contains__, _LEAVING))
    return [
        found.span()
        for found in (_WENT_OUT.finditer(text, start, end) if left else ())
        if _BARE_SUBJECT.search(text[max(0, text.rfind("。", 0, found.start())) : found.start()])
    ]


def find_strangers(text: str, names: Mapping[int, str], surnames: Collection[str]) -> set[str]:
    """The divisions of a text whose heads are not its own: 嘉兴市委书记甲 beside 市委书记乙.

    Args:
        names: full names of divisions by where they end.
        surnames: of one character.
    """
    named: defaultdict[tuple[str, bool], dict[str, str]] = defaultdict(dict)
    bare: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for head in _HEAD.finditer(text) if names and "书记" in text else ():
        holder = head["holder"]
        if holder[0] not in surnames:
            continue
        post = head["level"], bool(head["party"])
        division = names.get(head.end("level"))
        if division is not None:
            named[post][division] = holder
        elif _BARE.search(text, max(0, head.start() - 5), head.start()):
            bare[post].add(holder)
    return {
        division
        for post, heads in named.items()
        for division, holder in heads.items()
        if bare[post] and holder not in bare[post]
    }
