"""Numbers in a row that share one introduction: 分别增长5%、6.5%左右, 12个、3986户、41.2万平方米.

A run is a number and those behind it with nothing between but a separator and, at most, another
verb (分别下降2.5%和增长11.3%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsie.article import Sentence
from newsie.measure.choice import Introduction
from newsie.values import Quantity

# 同比、环比分别增长5%、1%: of one measure, the one against the year, the other against the month
_BOTH_BASES = re.compile("(?P<first>[同环])比[、和与及][同环]比")
_BETWEEN = "、和及与以，"


@dataclass(frozen=True, slots=True)
class Run:
    """The positions of a run's numbers in the marked sentence, in order."""

    positions: tuple[int, ...]
    respective: bool  # whether 分别 stands before its first number


def find_runs(sentence: Sentence, readings: dict[int, Introduction]) -> dict[int, Run]:
    """For each number that is in a run of several: the run."""
    runs: dict[int, Run] = {}
    order = sorted(readings)
    i = 0
    while i < len(order):
        j = i + 1
        while j < len(order) and _follows(sentence, order[j - 1], readings[order[j]].start):
            j += 1
        if j - i > 1:
            first = order[i]
            introduction = sentence.marked[max(0, readings[first].start - 2) : first]
            run = Run(tuple(order[i:j]), "分别" in introduction)
            runs.update(dict.fromkeys(run.positions, run))
        i = j
    return runs


def _follows(sentence: Sentence, previous: int, start: int) -> bool:
    between = sentence.marked[previous + 1 : start]
    return len(between) < 3 and "，" not in between and not between.strip(_BETWEEN)


def has_both_bases(
    sentence: Sentence, reading: Introduction, position: int
) -> re.Match[str] | None:
    """What says that the first two numbers of a run compare one measure with two times."""
    return _BOTH_BASES.search(sentence.marked, reading.start, position)


def share_in_run(
    sentence: Sentence, run: Run, position: int, readings: dict[int, Introduction]
) -> tuple[Introduction, Quantity]:
    """The reading and the value of a number of a run, with what is said once for all of it."""
    reading = readings[position]
    quantity: Quantity = sentence.slots[position].value
    first = readings[run.positions[0]]
    if not run.respective:
        changes = first.aspect in ("increase", "decrease")
        if changes and reading.rule.endswith("/state") and quantity.unit == "%":
            reading = replace(reading, rule=first.rule, aspect=first.aspect, basis=first.basis)
        return reading, quantity
    if reading.rule.endswith("/state"):
        reading = replace(reading, rule=first.rule, aspect=first.aspect, basis=first.basis)
    elif reading.basis is None:
        reading = replace(reading, basis=first.basis)
    if both := has_both_bases(sentence, first, run.positions[0]):
        yearly = (both["first"] == "同") == (position == run.positions[0])
        reading = replace(reading, basis="yoy" if yearly else "period")
    opening: Quantity = sentence.slots[run.positions[0]].value
    closing: Quantity = sentence.slots[run.positions[-1]].value
    if quantity.unit == "个" and closing.unit == "个百分点":
        quantity = replace(quantity, unit="个百分点")
    if quantity.unit is None and closing.unit is not None and isinstance(quantity.value, float):
        quantity = replace(quantity, unit=closing.unit)  # 分别回落2.16和1.66个百分点
    if quantity.hedge is None and closing.hedge in ("左右", "以上", "以内", "上下", "以下"):
        quantity = replace(quantity, comparator=closing.comparator, hedge=closing.hedge)
    elif quantity.hedge is None and opening.hedge in ("超", "超过", "突破", "约", "近", "逾"):
        quantity = replace(quantity, comparator=opening.comparator, hedge=opening.hedge)
    return reading, quantity
