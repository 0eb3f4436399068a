"""A text in, where it names guests and hosts out, who say little of its home."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

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
# Where suspects fled to or were fetched, and whose police helped: 追查到远帆, 从远帆押回小山.
_PURSUED = re.compile("(?:逃[往至到回]|窜[至到]|追[查踪捕击]?[到至])$")
_HELPED = re.compile(
    "[省市县区州]?(?:(?:警方|公安(?:机关|局)?|派出所|民警)的|警方)(?:大力|积极|全力)?(?:协助|配合|支持)|籍"
)
_FETCHED = re.compile("(?:(?P<from>从)|协助|移交给?|会同|配合)$")
_BACK = re.compile("[^，。；]{0,8}押[解送]?回")
_FORCE = re.compile("[^，。；、]{0,10}(?:警方|公安|民警)")
# Which way others lie: 北靠杭州，东邻宁波.
_BORDERS = ("邻", "接", "靠", "毗", "交界", "连", "距")
_BESIDE = re.compile(
    "(?:[东西南北]{1,2}(?:面|部|侧|端|边)?(?:[邻临接连靠抵界依倚毗濒望枕]|与|和)[邻临接连近靠]?|毗邻|紧邻|紧靠|毗连)$"
)
_ADJOINS = re.compile(
    "[^，。；：]{0,16}?(?:接壤|毗邻|相邻|交界|为邻|相连|相接|毗连|搭界|隔[江河湖海])"
)
_STEM = 2  # characters of a name that tell it from others
_POLICE = ("警", "公安", "嫌疑")  # one of them is in a story of theirs
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


def find_neighbours(text: str, spans: Sequence[tuple[int, int, str]]) -> set[str]:
    """The divisions of a text that it only says it lies beside: 东邻远帆县, 与远帆、小山接壤.

    Args:
        spans: start, end and name of each division named, in reading order.
    """
    if not any(map(text.__contains__, _BORDERS)):
        return set()
    beside: dict[str, bool] = {}  # as each was named first
    last, led = -1, False
    for start, end, name in spans:
        led = (led and text[last:start] in ("", "、", "和", "与")) or (
            _BESIDE.search(text[max(0, start - 6) : start]) is not None
            or (
                text[start - 1 : start] in ("与", "和", "同")
                and _ADJOINS.match(text, end) is not None
            )
        )
        beside.setdefault(name, led)
        last = end
    return {name for name, first in beside.items() if first}


def find_pursued(text: str, spans: Sequence[tuple[int, int, str]]) -> set[str]:
    """The divisions of a story of the police where others than its own people fled, or helped.

    Args:
        spans: start, end and name of each division named, in reading order.
    """
    if not any(map(text.__contains__, _POLICE)):
        return set()
    strange = {
        name
        for start, end, name in spans
        if _HELPED.match(text, end) or _is_pursued(text, start, end)
    }
    stems = {name[:_STEM] for name in strange}
    last, led = -1, False
    for start, end, name in spans:
        led = (led and start == last) or name[:_STEM] in stems
        if led:  # 远帆省|小山县: what lies in one is as strange
            strange.add(name)
        last = end
    return strange


def _is_pursued(text: str, start: int, end: int) -> bool:
    """Whether somebody fled to a division, was fetched from it, or its police were helped."""
    before = text[max(0, start - 4) : start]
    if _PURSUED.search(before):
        return True
    fetched = _FETCHED.search(before)
    if fetched is None:
        return False
    return bool((_BACK if fetched["from"] else _FORCE).match(text, end))


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
