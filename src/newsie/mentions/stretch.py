"""时段: words for stretches of time told from now, or by their count → `TimeValue`.

Surface forms::

    过去5年  近三年  五年来  未来五年  三年内  近三个月  一个月以来
    本世纪以来  20世纪90年代  今冬明春  本周  上周
"""

from __future__ import annotations

import re

from newsie.mentions.calendar import Clock
from newsie.mentions.year import read_count
from newsie.number import read_numeral
from newsie.values import TimeValue

_CLOSING = 11  # from this month on, 过去五年 takes in the year of publication


def interval(text: str, first: str | None, last: str | None, kind: str = "period") -> TimeValue:
    """From one time to another, where both are known and the one is not before the other."""
    if first is None or last is None or first[: len(last)] > last[: len(first)]:
        return TimeValue(text, kind=kind)
    return TimeValue(text, None, f"{first}/{last}", kind)


def read_century(match: re.Match[str], clock: Clock) -> TimeValue:
    """本世纪以来, 新世纪以来: from 2001 on."""
    return interval(match[0], "2001-01", clock.shifted_month(0))


def read_winter(match: re.Match[str], clock: Clock) -> TimeValue:
    """今冬明春, 去冬今春: the two years."""
    if clock.year is None:
        return TimeValue(match[0], kind="period")
    year = clock.year - (match[0][0] == "去")
    return interval(match[0], str(year), str(year + 1))


def read_past_years(match: re.Match[str], clock: Clock) -> TimeValue:
    """过去5年, 近三年, 五年来: whole years, told at a year's end or in the season of reports."""
    count = read_numeral(match["count"] or match["since"])
    closing = clock.month is not None and clock.month >= _CLOSING
    of_year = count == 1 and clock.month is None  # 过去一年, where only the year is known
    if count is None or clock.year is None or not (clock.looks_back() or closing or of_year):
        return TimeValue(match[0], kind="vague")
    last = clock.year - (clock.looks_back() or of_year)
    if count == 1:
        return TimeValue(match[0], str(last), str(last), "year")
    return interval(match[0], str(last - int(count) + 1), str(last))


def read_coming_years(match: re.Match[str], clock: Clock) -> TimeValue:
    """三年内, 未来五年: due in the last of those years; in spring this year is their first."""
    count = read_numeral(match["count"] or match["to_come"])
    if count is None or clock.year is None:
        return TimeValue(match[0], kind="deadline")
    year = clock.year + int(count) - clock.looks_back()
    return TimeValue(match[0], str(year), str(year), "deadline")


def read_past_months(match: re.Match[str], clock: Clock) -> TimeValue:
    """近三个月, 一个月以来: up to the month of publication."""
    count = read_numeral(match["count"] or match["since"])
    if count is None:
        return TimeValue(match[0], kind="vague")
    return interval(match[0], clock.shifted_month(-int(count)), clock.shifted_month(0))


def read_week(match: re.Match[str], clock: Clock) -> TimeValue:
    """本周, 上周, 下周: Monday to Sunday."""
    week = clock.week({"上": -1, "下": 1}.get(match[0][0], 0))
    return interval(match[0], *(week or (None, None)))


def read_decade(match: re.Match[str], clock: Clock) -> TimeValue:
    """20世纪90年代, 上世纪八十年代."""
    century = 20 if match["century"] in ("上", "20", "二十") else 21
    decade = read_count(match["decade"])
    first = (century - 1) * 100 + decade
    return interval(match[0], str(first), str(first + 9))
