"""Parts of what was counted in, their full names out: 签约项目76个，其中亿元以上18个.

A part takes what became of the whole: 亿元以上 is 签约亿元以上项目. Parts are told to the end of
the sentence that 其中 opens.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsie.article import Sentence
from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase
from newsie.measure.thing import is_product, split_deed
from newsie.measure.words import inner_deed, trailing_noun, unit_kind
from newsie.values import Number, Quantity


class Amount(NamedTuple):
    """A number and its unit, with the unit of the number before."""

    value: Number
    unit: str | None
    last_unit: str | None


_AMONG = "其中"
_LONGEST = 10
_OUTSIDE = ("来自", "销往", "超额")
# 备耕, 国家级: no thing of its own.
_WORKED = re.compile(r"(?:[耕种植灌收播栽造改建级元]|以[上下])$")
_MAKERS = re.compile(r"[一-鿿]{2,8}(?:企业|国企|民企|单位|部门|公司|农场|林场|垦区|兵团)")
_MADE = re.compile(
    r"(?:^|完成|实现)([一-鿿]{0,8}(?:产量|产值|销量|发电量|销售额|收入|投资|出口额?))$"
)
_SPENT = re.compile(r"(投资|产值|税收|收入|销售额|零售总?额|进出口)(?:总?额)?$")
_DEALT = re.compile(
    r"(?:收购|销售|外销|外运|调出|调入|产量|总产|(?:播种|种植|收获|养殖)面积|出栏|存栏)$"
)
_TRADE = re.compile(r"(?:进出口|出口|进口)(?:总?[额值]|量)?$")
_SAYS = re.compile(r"[率额值量费税]$|投资|收入|产值|资金|支出|进出口|出口|任务|计划|目标")
_THINGS = ("企业", "项目")  # counted themselves, though measures elsewhere
_TRADE_NAMED = re.compile(r"[业类型性]")
_LONGEST_SPENT = 14
# 转移群众175万人，其中蓄滞洪区97万人: where it was done
_SITES = re.compile(r"[一-鿿]{1,8}(?:[区点馆]|乡镇|景点|农家乐|民宿)")
_DEALT_WITH = re.compile(r"(?:接待|转移|安置|疏散|运送|发送|救治|收治|接诊|解救)[一-鿿]{2,6}")
# 加工项目: a trade, though its word is a deed elsewhere
_TRADES = frozenset(("加工", "养殖", "种植", "生产", "销售", "储备", "服务", "处理", "更新"))
_SIZE = re.compile(
    r"(?:播种|种植|栽植|栽培|养殖|造林|收获|[春夏秋冬][播种耕])?(?:面积|产量)$|用[电水气]量$|(?:吞吐|货运|运输)量$"
)
_CLASS = re.compile(
    r"[一-鿿]{2,8}(?:职工|居民|人员|农民)|(?:普通)?(?:[小中]学|初中|高中|幼儿园|中职|高职|职高|特教)"
)
_STOCK = re.compile(r"(饲养|养殖|存栏|出栏)总?量$")
_ANIMALS = frozenset(("头", "只", "羽", "匹"))
# 参保人数42万人，其中城镇职工8万人
_HEADCOUNT = re.compile(r"(?:参保|持卡|就业|从业|在校|注册|缴费)人数$|在校(?:学生|生)(?:数|人数)?$")


# 其中4A级3家: of what kind, of the things before.
_LEVEL = re.compile(
    r"(?:国家|部|省|市|县|区|州|乡镇|[1-5一二三四五]A|A{1,5}|[一二三四五]星|[一二三甲乙])级(?:以[上下])?"
)
_OF_LEVEL = re.compile(
    r"(?:新增|新认定|新创建|创建|创成|培育|认定|引进|建成|建有|拥有)?(?P<level>(?:各|(?:国家|[部省市县区州]|乡镇|A|[1-5一二三四五]A|[一二三四五]星)[、和]?){0,4}级?(?:以[上下]|及以[上下])?)(?=[一-鿿“]{2})"
)


class Whole:
    """What was counted last, and whether parts of it are told."""

    def __init__(self) -> None:
        # What became of the things, before and behind their name.
        self._deed: tuple[Phrase, Phrase] | None = None
        self._unit: str | None = None
        self._all = self._last = (Phrase(), Amount(0, None, None))
        self.value: Number = 0  # how many they were
        self.among = False  # whether parts have been told of in the sentence
        self._opened = False  # whether the clause before is but 其中
        self.parted = False  # whether the clause says that it tells of a part

    def start_sentence(self, inside: bool) -> None:
        """Forget the whole of the sentence before, unless this one tells of its parts."""
        self.among = inside
        if not inside:
            self._deed = None

    def start_clause(self, sentence: Sentence, clause: Clause) -> None:
        """Note where 其中 opens a clause, or all of it."""
        if clause.opening != "、":
            self.parted = self._opened or sentence.marked.startswith(_AMONG, clause.start)
            self.among = self.among or self.parted
        self._opened = sentence.marked[clause.start : clause.end] == _AMONG

    def keep(self, counted: Phrase, quantity: Quantity) -> None:
        """Keep what was counted; where a part has a deed of its own, the parts share none."""
        deed = split_deed(counted)
        if not self.among:
            self._deed, self._unit, self.value = deed, quantity.unit, quantity.value
        elif deed is not None and _say(deed) != _say(self._deed):
            self._deed = None

    def name(self, part: Phrase, amount: Amount, *, inside: bool) -> Phrase:
        """签约亿元以上项目 where 签约项目76个，其中亿元以上项目18个; 产业项目开工 alike.

        Args:
            inside: whether the number stands in brackets.
        """
        if named := self._name_level(part, amount, inside=inside):
            return named
        unit = amount.unit
        whole = self._deed if self.among and unit == self._unit else None
        if whole is None or _acts(part.text):
            return part
        if part.text.endswith(("以上", "以下", "元")):
            part += Phrase("项目", "项目")
        if not part.text.endswith("项目"):
            return part
        before, behind = whole
        if (before.text or behind.text) in part.text:
            return part  # 云签约项目
        return before + part + behind

    def see(self, counted: Phrase, amount: Amount, *, inside: bool) -> None:
        """Keep what was counted outside brackets, of which levels may be told: 其中4A级3家."""
        if not inside:
            self._last = (counted, amount)
            self._all = self._all if self.among else self._last

    def _name_level(self, part: Phrase, amount: Amount, *, inside: bool) -> Phrase:
        """4A级景区 where A级景区8家，其中4A级3家; nothing where the part is no level."""
        if not (self.among or inside) or not _LEVEL.fullmatch(part.text):
            return Phrase()
        counted, all_of = self._last if inside else self._all
        level = _OF_LEVEL.match(counted.text)
        if level is None or all_of.unit != amount.unit or amount.value > all_of.value:
            return Phrase()
        return counted[: level.start("level")] + part + counted[level.end() :]

    def is_part(self, noun: Phrase, unit: str | None, value: Number, last: Phrase) -> bool:
        """Whether a bare noun behind a comma shares the deed before: a part, or of a kind with it.

        新增病例86例，其中境外输入12例; 运输货物9万件，跨境货物2万件.

        Args:
            last: what the number before it measured.
        """
        text = noun.text
        if not 1 < len(text) <= _LONGEST or text.startswith(_OUTSIDE) or _WORKED.search(text):
            return False
        if unit_kind(unit) != "count" or inner_deed().search(text):
            return False
        if last.text.endswith(text[-2:]):
            return True
        measure = None if text.endswith(_THINGS) else trailing_noun().search(text)
        return self.among and value <= self.value and not measure


def add_size(noun: Phrase, whole: Phrase, unit: str | None) -> Phrase:
    """玉米播种面积 where 粮食播种面积300万亩。其中，玉米250万亩."""
    if unit == "人" and (heads := _HEADCOUNT.search(whole.text)) and _CLASS.fullmatch(noun.text):
        return noun + whole[heads.start() :]
    size = _SIZE.search(whole.text)
    used = size is not None and size[0][-1] == "量" and noun.text.endswith("业")
    if size is None or unit_kind(unit) != "measure" or not (used or is_product(noun.text)):
        return noun
    return noun if _WORKED.search(noun.text) else noun + whole[size.start() :]


def add_stock(noun: Phrase, whole: Phrase, unit: str | None) -> Phrase:
    """肉牛饲养量 where 畜禽饲养总量200万个羊单位，其中肉牛23万头."""
    stock = _STOCK.search(whole.text) if unit in _ANIMALS else None
    if stock is None or not is_product(noun.text):
        return noun
    kept = stock[1] + "量"
    return noun + Phrase(kept, kept)


def add_dealt(noun: Phrase, last: Phrase) -> Phrase:
    """玉米收购 where 籼稻收购6000万吨、玉米2亿吨: what was done with the product before."""
    dealt = _DEALT.search(last.text)
    if dealt is None or not dealt.start() or not is_product(noun.text):
        return noun
    return noun + last[dealt.start() :]


def add_trade(noun: Phrase, whole: Phrase) -> Phrase:
    """黄磷出口 where 硅制品出口9亿元；黄磷3亿元; 加工贸易进出口 alike."""
    traded = _TRADE.search(whole.text)
    if traded is None or not traded.start():
        return noun
    return (
        noun + whole[traded.start() :]
        if is_product(noun.text) or noun.text.endswith("贸易")
        else noun
    )


def add_spent(noun: Phrase, whole: Phrase) -> Phrase:
    """工业投资 where 固定资产投资9亿元，其中：工业完成5亿元."""
    spent = _SPENT.search(whole.text)
    if noun.text in ("进口", "出口"):
        return noun  # 进出口总额3亿元，其中进口完成1亿元
    if spent is None or not 1 < len(noun.text) <= _LONGEST_SPENT or _SAYS.search(noun.text):
        return noun
    return noun + whole[spent.start(1) :]


def add_made(noun: Phrase, whole: Phrase) -> Phrase:
    """县属企业原煤产量 where 原煤产量30万吨，其中县属企业完成10万吨: what a part made of it."""
    made = _MAKERS.fullmatch(noun.text) and _MADE.search(whole.text)
    made = made or (_SITES.fullmatch(noun.text) and _DEALT_WITH.fullmatch(whole.text))
    return noun + whole if made and len(whole.text) <= _LONGEST else noun


def _acts(text: str) -> bool:
    """Whether a deed stands in a phrase that is no trade: 引进企业, not 服务业项目."""
    return any(
        not _TRADE_NAMED.match(text, deed.end())
        and not (deed[0] in _TRADES and text.startswith("项目", deed.end()))
        for deed in inner_deed().finditer(text)
    )


def _say(deed: tuple[Phrase, Phrase] | None) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in deed or ())
