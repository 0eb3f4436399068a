"""A number in, whether it only says how large those are that are told of.

Surface forms::

    实施500万元投资项目15个      10亿元至50亿元的项目36个      亿元以上项目86个
    年产3万吨可降解材料项目      驷马园60万吨燃料项目开工
    3台80千伏安的变压器         有21家企业纳税超过300万元
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.words import unit_kind
from newsie.values import Quantity

_SIZED = re.compile(
    r"(?:级|投资|以上|规模)?[^，；。、的\ue001]{0,6}(?:项目|企业|工程|产业|园区|集群)(?:共|达|有)?\ue001"
)
# 投资过亿元|重大项目
_SIZED_SO = re.compile(
    r"(?:重[大点]|[工农]业|产业|招商|文旅|外资|民营|制造业|服务业|技改){0,2}(?:项目|企业|产业|园区|工程)"
)
_LONGEST_SIZED = 8
# 10亿元至50亿元的项目36个
_OF_RANGE = re.compile(
    r"的?(?:重[点大]|在建|新建|[工农]业|产业)?(?:项目|企业)(?:共?有|共|达)?\ue001"
)
_SITES = frozenset(("园", "司", "团", "厂", "\ue003", "\ue004"))
_PROJECT = re.compile(r"[^，；。、的\ue001]{2,18}(?:项目|工程|生产线)(?!\ue001)")
# 乌木溪6000头种猪场项目, 20万台发动机等产业: how much they are to make.
_SIZES = frozenset(("头", "只", "羽", "台", "辆", "吨", "套", "匹", "件", "樘", "千瓦"))
_PLANT = re.compile(
    r"[^，；。、的\ue001]{2,14}(?:项目|工程|生产线|产业链|养殖场|种猪场|基地)|[^，；。、的\ue001]{2,10}等[^，；。\ue001]{0,8}产业"
)
_VERB_BEFORE = re.compile(
    r"(?:[建成设了装造入进购种栽产放发出供作到有共计为达]|完成|实施|采购|改造|更换|淘汰)$|^$"
)
_YEARLY = re.compile(r"年(?:生?产|出栏|存栏|加工|处理|产销|屠宰)约?$")
_NAMED = re.compile(r"[^，。；\ue001]{0,36}?(?:项目|工程|生产线|生产基地|产业园)(?!达产|投产)")
# 3台80千伏安的变压器, 60盏40瓦的路灯
_MADE_UNITS = frozenset("台盏眼条座口辆组套栋艘架部根孔")
_MADE_SIZES = frozenset(
    ("吨", "千伏安", "马力", "瓦", "千瓦", "兆瓦", "米", "升", "毫米", "厘米", "立方米", "公斤")
)
_MADE = re.compile("[深长宽高厚]?的?[一-鿿]{2}")
# 有21家企业纳税超过300万元: how much each of them has at least.
_HAVE_ABOVE = re.compile(
    r"(?:有\ue001|\ue001(?=[^，；。、\ue001]{0,4}村))[^，；。、\ue001]{2,20}?(?:收入|产值|税[金收]|纳税|税额|营收|利润|销售额|规模|投资|年薪)(?:总?额)?(?:达到?|在)?$"
)
_ABOVE = frozenset(("超过", "超", "突破", "过", "以上", "逾", "不低于", "不少于"))


def is_size(sentence: Sentence, position: int) -> bool:
    """Whether a number says how large things are, beside what is told of them."""
    marked, quantity = sentence.marked, sentence.slots[position].value
    following = marked[position + 1 : position + 1 + _LONGEST_SIZED]
    return (
        _is_capacity(marked, position)
        or is_size_made(sentence, position)
        or _is_least(sentence, position)
        or _bounds_things(quantity, following)
        or _sizes_things(sentence, position)
    )


def _is_capacity(marked: str, position: int) -> bool:
    """年出栏20万头生猪养殖项目: a capacity in a name."""
    before = marked[max(0, position - 5) : position]
    return bool(_YEARLY.search(before)) and bool(_NAMED.match(marked, position + 1))


def is_size_made(sentence: Sentence, position: int) -> bool:
    """3台80千伏安的变压器: of what size the things are that are counted right before."""
    count = sentence.mention_at(position - 1) if position else None
    if count is None or getattr(count.value, "unit", None) not in _MADE_UNITS:
        return False
    sized = sentence.slots[position].value.unit in _MADE_SIZES
    return sized and _MADE.match(sentence.marked, position + 1) is not None


def _is_least(sentence: Sentence, position: int) -> bool:
    """有21家企业纳税超过300万元: how much each of those counted has at least."""
    quantity: Quantity = sentence.slots[position].value
    if unit_kind(quantity.unit) != "currency" or quantity.hedge not in _ABOVE:
        return False
    return _HAVE_ABOVE.search(sentence.marked, max(0, position - 30), position) is not None


def _sizes_things(sentence: Sentence, position: int) -> bool:
    """实施500万元投资项目15个, 驷马园60万吨燃料项目开工: how large those are that are told of.

    Of a range the things need no name: 5亿元至10亿元6个.
    """
    quantity: Quantity = sentence.slots[position].value
    unit = quantity.unit
    if unit_kind(unit) == "currency":
        beside = sentence.mention_at(position + 1) if quantity.value_max is not None else None
        if beside and unit_kind(getattr(beside.value, "unit", None)) == "count":
            return True
        if quantity.value_max is not None and _OF_RANGE.match(sentence.marked, position + 1):
            return True
        return bool(_SIZED.match(sentence.marked, position + 1))
    if unit in _SIZES and _PLANT.match(sentence.marked, position + 1):
        return not _VERB_BEFORE.search(sentence.marked, max(0, position - 4), position)
    before = sentence.marked[position - 1 : position]
    return (
        unit_kind(unit) in ("measure", "count")
        and (before in _SITES)
        and unit not in ("个", "项", "家", "条", "座", "件")
        and bool(_PROJECT.match(sentence.marked, position + 1))
    )


def _bounds_things(quantity: Quantity, following: str) -> bool:
    if not quantity.hedge or quantity.share or quantity.rank:
        return False
    if not following or following[0] in "，；。：、！？（）() ”和及与】\n":
        return False
    if following.startswith(("的目标", "的任务")):
        return False  # 年产值超1亿元的目标
    kind = unit_kind(quantity.unit)
    if quantity.hedge in ("过", "超", "超过", "不足", "上") and not following.startswith("的"):
        return kind == "currency" and _SIZED_SO.match(following) is not None
    if quantity.hedge not in ("以上", "以下", "以内", "之内", "过", "超", "超过", "不足"):
        return False
    if kind in ("count", "none"):
        return quantity.hedge == "以上" and quantity.unit in ("户", "人")
    return kind in ("currency", "measure", "time")
