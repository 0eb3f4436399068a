"""Things that a number counts in, whether they do themselves what is told behind them.

42家医疗机构接诊患者860人次      they do
为312家企业发放贷款4亿元          it is done for them
12个乡镇整改隐患86处              where it is done
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.clause import NUMBER
from newsie.measure.figure import Phrase

# Those that do something themselves, where they are counted: 42家医疗机构接诊患者860人次.
_ACTING = re.compile(
    r"(?!重点|重大)[一-鿿]{1,8}(?:点|站|中心|车间|机构|学校|[中小]学|幼儿园|医院|公司|工厂|合作社|基地|门店|网点|支行|支队|小组|专班|窗口|餐厅|食堂|药店|超市|商场|展馆|场馆)"
)
_ACTING_UNITS = frozenset("个家所处座间支")
_FOR = ("为", "向", "对", "给", "由", "在", "从", "把", "将", "于")


def acts_itself(sentence: Sentence, position: int, things: Phrase) -> bool:
    """Whether the things that a number counts do themselves what is told behind them."""
    if sentence.marked[position : position + 1] != NUMBER:
        return False
    mention = sentence.mention_at(position)
    if getattr(mention and mention.value, "unit", None) not in _ACTING_UNITS:
        return False
    if sentence.marked[:position].endswith(_FOR):
        return False
    return _ACTING.fullmatch(things.text) is not None
