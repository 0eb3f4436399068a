"""Lists that share what they measure: 城镇、农村居民收入分别增长5%和6%, 产值、税收均超过20%.

A phrase in, one phrase for each item out, its elided head or tail filled in.
"""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.words import leading_deed, noun_start, trailing_noun

# Trades whose names are lists themselves: 通信、电子设备制造业和黑色金属冶炼和压延加工业.
_BETWEEN_TRADES = re.compile(r"(?<=[业类])(?:、|和|及|与|以及)")
_SEPARATORS = tuple(
    re.compile(pattern)
    for pattern in (
        r"、|以及|和|及(?!时)|与(?!会)|，",
        r"、",
        r"以及|和|与(?!会)",
        r"、|和|以及",
        r"及(?!时)",
    )
)
# Said of the head before it: 地区生产总值增长5%，增速居全市第二.
ATTACHED = re.compile(
    r"(?:其?增[速幅]|[降涨]幅|总量|绝对值|占比|比重|占(?!地|用|据).+|约?占|相当于.+|数量|排名)"
)
_MEASURE = re.compile(r"(?:[率额量值数]|收入|支出|面积|产值|投资)$")
_RATE = re.compile(r"(?:占比|比重|增速|增幅|数量)$")
_SECTOR_ENDS = ("产业", "制造业", "行业", "企业", "服务业")
# 高血压、糖尿病|患者规范管理率: the rate of each
_SOME_RATE = re.compile(
    r"(?:患者|人口|学生|居民|家庭|企业|儿童|老人|孕产妇)?(?:规范|集中|综合|无害化|资源化|有效|按期|净|毛)?(?:管理|控制|参保|签约|普及|覆盖|合格|达标|入学|升学|巩固|治愈|利用|处理|治理|满意|完成|办结|开工|竣工|入住|成活|检测|接种)率$"
)
_SECTORS = re.compile(r"第?([一二三])[、和]第?([一二三])产业")
_SECTOR_NAMES = ("第一产业", "第二产业", "第三产业")
_THREE_SECTORS = re.compile(
    r"(?:三次|三大|一、二、三次?|第?一、第?二、第?三次?)产业|三产(?=投资|增加值)"
)
_TRADED = re.compile(r"(?<=..)产销量?$|(?<=..)产销量(?=累?计?分别)")
_BOTH = {"城乡": ("城镇", "农村"), "城、乡": ("城镇", "农村"), "城镇、农村": ("城镇", "农村")}


def split_items(phrase: Phrase, count: int | None = None) -> list[Phrase]:
    """The items of a list; one item where it is none, or not of `count` items.

    >>> [item.text for item in split_items(Phrase("城乡居民收入", "城乡居民收入"), 2)]
    ['城镇居民收入', '农村居民收入']
    >>> text = "电子信息、生物医药产业产值"
    >>> [item.text for item in split_items(Phrase(text, text), 2)]
    ['电子信息产业产值', '生物医药产业产值']
    """
    for word, pair in _BOTH.items():
        if count in (2, None) and phrase.text.startswith(word):
            return [Phrase(w, w) + phrase[len(word) :] for w in pair]
    if count == len(_SECTOR_NAMES) and (three := _THREE_SECTORS.match(phrase.text)):
        return [Phrase(w, w) + phrase[three.end() :] for w in _SECTOR_NAMES]
    if count == 2 and (traded := _TRADED.search(phrase.text)):
        name, end = phrase[: traded.start()], phrase[traded.end() :]
        return [name + Phrase(w, w) + end for w in ("产量", "销量")]
    if sectors := _SECTORS.match(phrase.text):
        heads = [f"第{sectors[1]}产业", f"第{sectors[2]}产业"]
        return [Phrase(head, head) + phrase[sectors.end() :] for head in heads]
    trades = _cut_items(phrase, _BETWEEN_TRADES)
    if count and len(trades) == count > 1:
        return _share(trades)
    for separator in _SEPARATORS[: 1 if count is None else None]:
        items = _cut_items(phrase, separator)
        if len(items) > 1 and count in (None, len(items)):
            return _share(items)
    return [phrase]


def pair_items(
    noun: Phrase, count: int, head: Phrase, things: list[Phrase], recent: list[Phrase]
) -> list[Phrase]:
    """What the numbers of 分别 measure, in order: the list before it, or the last figures.

    Args:
        noun: the words before the first number, 分别 among them.
        head: what the sentence or paragraph tells of.
        things: the list in the clause before: 电池、成药等快速发展，分别增长5%、6%.
        recent: what the last numbers measured.
    """
    each, said, shared = noun.text.partition("分别")
    if said and shared:
        items = split_items(noun[: len(each)], count)
        tail = noun[len(each) + len(said) :]
        return [item + tail for item in items] if len(items) == count else []
    noun = noun[: len(each)] if said else noun
    if noun:
        items = split_items(noun, count)
        if head and all(ATTACHED.fullmatch(item.text) for item in items):
            items = [head + item for item in items]  # 总量、增速分别居第二和第三位
        if len(items) == count or not ATTACHED.fullmatch(noun.text):
            return items if len(items) == count else []
    if not noun and things:
        return things
    return [item + noun for item in recent[-count:]] if len(recent) >= count else []


def pairs_off(phrase: Phrase, count: int) -> bool:
    """Whether as many measures are named as numbers follow: 本科率和重本率提升7%和13%."""
    items = split_items(phrase, count)
    return len(items) == count > 1 and all(_MEASURE.search(item.text) for item in items)


def lists_measures(phrase: Phrase, least: int = 3) -> bool:
    """Whether at least so many measures are named: 蚕种产量、亩桑产量、生丝产量全国第一."""
    items = _cut_items(phrase, _SEPARATORS[1])
    return len(items) >= least and all(_MEASURE.search(item.text) for item in items)


def _cut_items(phrase: Phrase, separator: re.Pattern[str]) -> list[Phrase]:
    items: list[Phrase] = []
    start = 0
    for found in separator.finditer(phrase.text):
        items.append(phrase[start : found.start()])
        start = found.end()
    items.append(phrase[start:])
    return [item for item in items if item]


def _share(items: list[Phrase]) -> list[Phrase]:
    """Give each item the tail of the last, or the head of the first."""
    last = items[-1]
    deed = leading_deed().match(last.text)
    if deed and all(leading_deed().fullmatch(item.text) for item in items[:-1]):
        thing = last[deed.end() :]
        return [*(item + thing for item in items[:-1]), last]  # 新增和净增就业岗位
    rate = _RATE.search(last.text)
    if rate and rate.start():
        bare = [*items[:-1], last[: rate.start()]]
        tail = last[rate.start() :]
        return [item + tail if not item.text.endswith(tail.text) else item for item in _share(bare)]
    tail_found = _SOME_RATE.search(last.text) or trailing_noun().search(last.text)
    if tail_found and tail_found.start():
        tail = last[tail_found.start() :]
        short = last[noun_start(last.text) :] or last
        items = [
            item
            if noun_start(item.text) < len(item.text)
            else item + (short if item.text.endswith(_SECTOR_ENDS) else tail)
            for item in items
        ]
    return _share_head(items)


def _share_head(items: list[Phrase]) -> list[Phrase]:
    first = items[0]
    start = noun_start(first.text)
    if start in (0, len(first.text)):
        return items
    head = first[:start]
    return [
        head + item if i and noun_start(item.text) == 0 else item for i, item in enumerate(items)
    ]
