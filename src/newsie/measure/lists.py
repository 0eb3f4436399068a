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
    r"(?:其?增[速幅]|[降涨]幅|总量|完成量|绝对值|占比|比重|占(?!地|用|据).+|约?占|相当于.+|数量|排名)"
)
_MEASURE = re.compile(r"(?:[率额量值数]|收入|支出|面积|产值|投资)$")
_RATE = re.compile(r"(?:占比|比重|增速|增幅|数量)$")
# Verbs that hold for all that is listed: 发放低保资金、供养资金.
_SHARED_DEED = re.compile(
    "出动|检查|排查|清理|受理|新增|栽植|种植|培训|开通|改建|拆除|收购|发展|发放|拨付|下[拨达]|兑[付现]|落实|争取|投入|筹集|新建|改造|建成|引进|培育|创建|修建|查处|破获|资助"
)
# 对美国、欧盟出口, 对非洲出口化肥、农机: said once for all that are listed.
_TOWARDS = re.compile(r"(?:对(?![外口照比虾联接])|向(?!日葵|上))(?:[^、]{2,6}?[进出]口(?=..))?")
_LONGEST_ALIKE = 4
_SECTOR_ENDS = ("产业", "制造业", "行业", "企业", "服务业", "工业", "农业")
# 高血压、糖尿病|患者规范管理率: the rate of each
_SOME_RATE = re.compile(
    r"(?:患者|人口|学生|居民|家庭|企业|儿童|老人|孕产妇)?(?:规范|集中|综合|无害化|资源化|有效|按期|净|毛)?(?:管理|控制|参保|签约|普及|覆盖|合格|达标|入学|升学|巩固|治愈|利用|处理|治理|满意|完成|办结|开工|竣工|入住|成活|检测|接种)率$"
)
_GLOSSED = re.compile(r"(?:销售额|营业额|零售额)（[^（）]{2,6}）$")
_OF_LAST = re.compile("的[^的]{2,10}$")  # 小麦和玉米|的种植面积
# Measures that a list says once, though elsewhere they are counted things: 小麦、玉米亩产.
_SAID_ONCE = re.compile(
    r"(?:医保|保险|参保|在校|平均|种植|播种|栽培|饲养|养殖|集中|收购|销售|生产|出口|加工"
    r"|人均|户均|月均|建设|开发|消费|排放|最低|生活|保障|补助|补贴|低保|专项|每[人户亩]|[年日]均?)*"
    r"(?:[亩单总]产|[存出]栏|[饲放]养量|用[电水气]量|产量|面积|人数|[批人件]次|起数|学?生|标准|资金|水平|密度|浓度|进度|工资|案件(?:[发立破]案[数率])?|警情|事故|纠纷)$"
)
_SECTORS = re.compile(r"第?([一二三])[、和]第?([一二三])产业")
_SECTOR_NAMES = ("第一产业", "第二产业", "第三产业")
_THREE_SECTORS = re.compile(
    r"(?:三次|三大|一、二、三次?|第?一、第?二、第?三次?)产业|三产(?=投资|增加值)"
)
# 存、贷款余额, 进出口额, 水泥产、销量: two measures of which one character each is said
_HALVES = re.compile(
    r"(存)、?(贷)(款)|(收)、(结)(案)|(立)、(破)(案)|(进)、?(出)(口)|(?<=..)(产)、?(销)(量|值|率|(?=$|累?计?分别))"
)
_BOTH = {"城乡": ("城镇", "农村"), "城、乡": ("城镇", "农村"), "城镇、农村": ("城镇", "农村")}


# 一般公共预算收支, 利用内外资: two measures of which one character is said
_PAIRS = (
    (re.compile(r"收、?支(?![平付局持撑援部队])"), ("收入", "支出")),
    (re.compile(r"内、?外资"), ("内资", "外资")),
)
# 省、县两级化肥到位率分别为8%、6%
_TIERS = re.compile(
    r"(?P<tiers>(?:[省市州县区乡镇村][、和])+[省市州县区乡镇村])[两二三四]级(?=[一-鿿]{2})"
)
_BETWEEN_LEVELS = re.compile("[、和及]")
# 新增国家级、省级企业2家、12家
_LEVELS = re.compile(
    r"(?P<deed>[一-鿿]{0,4}?)(?P<levels>(?:(?:国家|[省市县区])级(?:、|和|及))+(?:国家|[省市县区])级)(?=[一-鿿“]{2})"
)


def split_items(phrase: Phrase, count: int | None = None) -> list[Phrase]:
    """The items of a list; one item where it is none, or not of `count` items.

    >>> [item.text for item in split_items(Phrase("城乡居民收入", "城乡居民收入"), 2)]
    ['城镇居民收入', '农村居民收入']
    >>> text = "电子信息、生物医药产业产值"
    >>> [item.text for item in split_items(Phrase(text, text), 2)]
    ['电子信息产业产值', '生物医药产业产值']
    """
    listed = count == len(_cut_items(phrase, _SEPARATORS[0]))
    for word, pair in _BOTH.items():
        both = count == 2 and not (listed and word == "城乡")  # 城乡居民养老、医疗保险参保率
        if (both or count is None) and phrase.text.startswith(word):
            return [Phrase(w, w) + phrase[len(word) :] for w in pair]
    if count == len(_SECTOR_NAMES) and (three := _THREE_SECTORS.match(phrase.text)):
        return [Phrase(w, w) + phrase[three.end() :] for w in _SECTOR_NAMES]
    levels = _LEVELS.match(phrase.text)
    if levels and count == len(named := _BETWEEN_LEVELS.split(levels["levels"])):
        deed, rest = phrase[: levels.end("deed")], phrase[levels.end() :]
        return [deed + Phrase(level, level) + rest for level in named]
    tiers = _TIERS.match(phrase.text)
    if tiers and count == len(named := _BETWEEN_LEVELS.split(tiers["tiers"])):
        return [Phrase(tier, tier) + phrase[tiers.end("tiers") + 1 :] for tier in named]
    for pair_of, words in _PAIRS:
        if count == len(words) and (both_of := pair_of.search(phrase.text, 1)):
            head, tail = phrase[: both_of.start()], phrase[both_of.end() :]
            return [head + Phrase(word, word) + tail for word in words]
    halved = count == 2 or (count is None and "、" in phrase.text)
    halves = _HALVES.search(phrase.text) if halved else None
    if halves and "、" in halves[0]:
        return _spell_halves(phrase, halves)
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
    return _spell_halves(phrase, halves) if halves else [phrase]


def _spell_halves(phrase: Phrase, halves: re.Match[str]) -> list[Phrase]:
    one, other, *shared = [part for part in halves.groups() if part]
    words = [part + (shared[0] if shared else "量") for part in (one, other)]
    name, end = phrase[: halves.start()], phrase[halves.end() :]
    return [name + Phrase(word, word) + end for word in words]


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
    if not noun and "、" in head.text and not recent:
        items = split_items(head, count)  # 起数、人数双下降，分别下降5%、6%
        return items if len(items) == count else []
    return [item + noun for item in recent[-count:]] if len(recent) >= count else []


def pairs_off(phrase: Phrase, count: int) -> bool:
    """Whether as many measures are named as numbers follow: 本科率和重本率提升7%和13%."""
    if not _SEPARATORS[0].search(phrase.text):
        return False  # 进出口总额达50亿元、增长5%
    levels = _LEVELS.match(phrase.text)
    if levels and count == len(_BETWEEN_LEVELS.split(levels["levels"])):
        return True
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
    patterns = [_GLOSSED, _SOME_RATE, trailing_noun(), _SAID_ONCE]
    if not any("的" in item.text for item in items[:-1]):
        patterns.append(_OF_LAST)
    starts = [found.start() for found in (p.search(last.text) for p in patterns) if found]
    if any(starts):
        tail = last[_alike_end(items) or min(filter(None, starts)) :]
        short = last[_measure_start(last.text) :] or last
        items = [
            item
            if _measure_start(item.text) < len(item.text) or item.text.endswith(tail.text)
            else _append(item, short if item.text.endswith(_SECTOR_ENDS) else tail)
            for item in items
        ]
        items = [_lengthen(item, short) for item in items]
    return _share_head(items)


def _alike_end(items: list[Phrase]) -> int:
    """Where the last item stops being like the others: 国控、省控|断面优良率; 0 where it is not."""
    last, end = items[-1].text, len(items[0].text)
    short = 1 < end <= _LONGEST_ALIKE and all(len(item.text) == end for item in items[:-1])
    alike = short and all(item.text[-1] == last[end - 1 : end] for item in items[:-1])
    return end if alike and len(last) > end + 1 else 0


def _append(item: Phrase, tail: Phrase) -> Phrase:
    """An item with a tail, what both say said once: 养老保险 and 保险参保人数."""
    said = next((n for n in (4, 3, 2) if item.text.endswith(tail.text[:n])), 0)
    return item + tail[said:]


def _lengthen(item: Phrase, measure: Phrase) -> Phrase:
    """涉农贷款余额 of 涉农贷款 beside 小微贷款余额."""
    said = item.text[_measure_start(item.text) :]
    longer = said and said != measure.text and measure.text.startswith(said)
    return item + measure[len(said) :] if longer else item


def _measure_start(text: str) -> int:
    """Where the measure starts with which an item ends, its length where there is none."""
    start = noun_start(text)
    once = _SAID_ONCE.search(text) if start == len(text) else None
    return once.start() if once else start


def _share_head(items: list[Phrase]) -> list[Phrase]:
    first, others = items[0], items[1:]
    if (towards := _TOWARDS.match(first.text)) and not _TOWARDS.match(others[-1].text):
        return [first, *(first[: towards.end()] + item for item in others)]
    deed = _SHARED_DEED.match(first.text)
    if deed and not any(leading_deed().match(item.text) for item in others):
        return [first, *(first[: deed.end()] + item for item in others)]
    start = _measure_start(first.text)
    if start in (0, len(first.text)):
        return items
    head = first[:start]
    if head.text.endswith("接待"):
        return items  # 接待游客、旅游收入分别增长5%、6%
    return [first, *(head + item if _measure_start(item.text) == 0 else item for item in others)]
