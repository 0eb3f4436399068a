"""Two values in, how alike they are out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Any

_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』《》<>〈〉"))


@lru_cache(maxsize=1 << 16)
def _plain_text(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split()).casefold()


def plain(value: Any) -> str:
    """A value as it is compared: null is empty, 5.0 is 5.

    >>> plain("“两优 一先”（表彰）"), plain(None), plain(5.0)
    ('两优一先(表彰)', '', '5')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _plain_text(str(value))


@lru_cache(maxsize=1 << 16)
def _pairs_of(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text)))


def similarity(a: str, b: str) -> float:
    """Dice's coefficient of the pairs of neighbouring characters of two plain texts.

    >>> similarity("安全生产会议", "生产会议"), similarity("会", "会"), similarity("", "")
    (0.75, 1.0, 0.0)
    """
    if a == b:
        return float(bool(a))
    first, second = _pairs_of(a), _pairs_of(b)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def holds_other(a: str, b: str, least: float) -> bool:
    """Whether one plain text holds the other, which is at least `least` times as long."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return bool(short) and short in long and len(short) >= least * len(long)


def month_bounds(period: str | None) -> tuple[str, str] | None:
    """The first and the last month (or day) of a period, however it is written.

    >>> month_bounds("2024-H1"), month_bounds("2021/2025"), month_bounds("2024-11")
    (('2024-01', '2024-06'), ('2021-01', '2025-12'), ('2024-11', '2024-11'))
    """
    if not period:
        return None
    first, slash, last = period.partition("/")
    return _bound(first, first=True), _bound(last if slash else first, first=False)


def _bound(part: str, *, first: bool) -> str:
    year, _, rest = part.strip().partition("-")
    if not rest:
        rest = "01" if first else "12"
    elif rest[0] in "HQ" and rest[1:].isdigit():
        months = 6 if rest[0] == "H" else 3
        end = int(rest[1:]) * months
        rest = f"{end - months + 1 if first else end:02d}"
    return f"{year}-{rest}"
