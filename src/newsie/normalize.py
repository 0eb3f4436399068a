"""What a numeral, an amount or a time in Chinese stands for: text in, its normal form out.

Every function takes the words alone, in simplified or traditional script, with full-width or ASCII
digits, and returns None where it cannot read them to the end: never a guess.
"""

from __future__ import annotations

import re
from fractions import Fraction

from newsie.characters import map_characters
from newsie.mentions.date import read_time
from newsie.mentions.quantity import read_quantity
from newsie.number import parse_exact, parse_number, plain
from newsie.values import Quantity

__all__ = ["date", "number", "percent", "period", "quantity"]

_BLANK = re.compile(r"\s+")
_POINTS = re.compile(r"(.+?)(?:[%％]|个?百分点)")
_TENTHS = re.compile(r"(.+?)成([一二三四五六七八九半]?)")
_PARTS = re.compile(r"(负?)([^负分]+)分之(.+)")


def _canonical(text: str) -> str:
    """The text with one form for every character, its digits' commas as they are."""
    return re.sub(r"(?<=\d)[，,](?=\d{3})", ",", map_characters(text).strip())


def number(text: str) -> int | float | None:
    """The value of a numeral: an int where whole, else the nearest float.

    >>> number("三千二百万"), number("1亿3千万"), number("３．５"), number("負六點六")
    (32000000, 130000000, 3.5, -6.6)
    >>> number("数百"), number("几十"), number("一般")
    (None, None, None)
    """
    return parse_number(_canonical(text))


def percent(text: str) -> int | float | None:
    """A share or a change in percent: of %, 百分之, 千分之, 成, fractions and percentage points.

    >>> percent("百分之五点四"), percent("一成半"), percent("千分之一"), percent("1.2个百分点")
    (5.4, 15, 0.1, 1.2)
    """
    words = _BLANK.sub("", _canonical(text))
    exact = _read_percent(words)
    return None if exact is None else plain(exact)


def _read_percent(words: str) -> Fraction | None:
    if points := _POINTS.fullmatch(words):
        return parse_exact(points[1])
    if tenths := _TENTHS.fullmatch(words):
        whole, more = parse_exact(tenths[1]), tenths[2]
        part = Fraction(5) if more == "半" else parse_exact(more or "零")
        return None if whole is None or part is None else whole * 10 + part
    if words.endswith("‰"):
        thousandths = parse_exact(words[:-1])
        return None if thousandths is None else thousandths / 10
    if parts := _PARTS.fullmatch(words):
        whole, top = parse_exact(parts[2]), parse_exact(parts[3])
        if whole is None or top is None or not whole:
            return None
        return top / whole * (-100 if parts[1] else 100)
    return None


def quantity(text: str) -> Quantity | None:
    """An amount with its unit and hedge; 万 and 亿 are folded into the value.

    >>> found = quantity("超过3.5亿元")
    >>> found.value, found.unit, found.comparator
    (350000000, '元', 'gt')
    >>> found = quantity("1000—1200亩")
    >>> found.value, found.value_max, found.unit, found.comparator
    (1000, 1200, '亩', 'range')
    >>> quantity("数百家")
    """
    return read_quantity(_canonical(text))


def date(text: str, published: str | None = None) -> str | None:
    """A day, month or year as ISO 8601, with the precision that the words have.

    Args:
        text: the words (2月6日, 上月, 去年).
        published: the ISO date they are relative to; without it only full dates can be read.

    >>> date("上月", published="2024-12-11"), date("2月6日", published="2025-02-10")
    ('2024-11', '2025-02-06')
    >>> date("2月6日")
    """
    found = read_time(_canonical(text), published)
    return None if found is None else found.date


def period(text: str, published: str | None = None) -> str | None:
    """A stretch of time: a date, `2024-H1`, `2024-Q3`, or an interval `2024-01/2024-09`.

    >>> period("今年前三季度", published="2025-11-02"), period("上半年", published="2024-08-01")
    ('2025-01/2025-09', '2024-H1')
    >>> period("“十四五”期间"), period("近年来", published="2024-08-01")
    ('2021/2025', None)
    """
    found = read_time(_canonical(text), published)
    return None if found is None else found.period
