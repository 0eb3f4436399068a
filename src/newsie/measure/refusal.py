"""Numbers that measure nothing here: ages, durations, thresholds, honours, attendance, supposing."""

from __future__ import annotations

import re

from newsie.measure.figure import Figure, Phrase
from newsie.measure.words import unit_kind

_CJK = re.compile(r"[一-鿿]")
_SPAN_OF_TIME = re.compile(r"时间|时长|周期|天数|时限|工期|寿命|住院日|时效|审批|办理|用时|耗时|车程|日数|缩短|压缩|周转")
_HONOUR = re.compile(r"荣获|授予|称号|获评|被评为|命名为|获颁|获得.{0,20}奖|表彰|奖牌|牌匾|一等奖|二等奖|三等奖|授牌|入选")
_ATTENDED = re.compile(r"参加|出席|参会|与会|列席|到会|应到|实到")
_PEOPLE_UNITS = frozenset(("人", "名", "位", "余人", "人次"))
_SUPPOSED = re.compile(r"如果|假如|要是|万一|哪怕|倘若|若(?!干)|只要")
_REGULATED = re.compile(r"不予|处以|罚款|违者|给予|扣\S{0,2}分|奖励|方可|一次性补|可申报|按照?[^，]{0,8}标准")
_THRESHOLD = re.compile(r"^(?:以上|以下|以内|不足)")
_LONGEST = 40


def is_refused(figure: Figure, counted: Phrase) -> bool:
    """Whether a number with its reading is no figure."""
    quantity = figure.quantity
    text = figure.indicator.text
    if not 1 <= len(text) <= _LONGEST or not _CJK.search(text):
        return True
    kind = unit_kind(quantity.unit)
    clause = _clause_text(figure)
    if quantity.unit in ("岁", "周岁", "届", "版", "号", "楼", "层", "点", "时", "章", "页"):
        return True
    if kind == "time" and not _SPAN_OF_TIME.search(text):
        return True
    if _is_threshold(figure, kind):
        return True
    if kind == "count" and _HONOUR.search(clause):
        return True
    if quantity.unit in _PEOPLE_UNITS and _ATTENDED.search(clause):
        return True
    return bool(_SUPPOSED.search(_before(figure)) or _REGULATED.search(clause))


def _is_threshold(figure: Figure, kind: str) -> bool:
    """亿元以上项目, 50万元以下欠款: the number bounds the things that are counted."""
    if kind not in ("currency", "measure", "time") or not figure.quantity.hedge:
        return False
    marked = figure.sentence.marked
    following = marked[figure.position + 1 : figure.position + 2]
    return bool(following) and following not in "，；。：、！？（）() ”\ue001和及"


def _clause_text(figure: Figure) -> str:
    start = figure.sentence.start
    return figure.sentence.text[figure.clause.start - start : figure.clause.end - start]


def _before(figure: Figure) -> str:
    start = figure.sentence.start
    return figure.sentence.text[: figure.mention.start - start][-60:]
