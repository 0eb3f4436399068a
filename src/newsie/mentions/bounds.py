"""区间: the two ends that a number in words can have: 8%-10%, 3.5亿至4亿元, 三四十家."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from newsie.mentions.share import is_from
from newsie.number import DIGITS, read_numeral

_DIGITS = "零〇一二两三四五六七八九"
POWER_END = re.compile(r"[百千万亿]+$")


def read_bounds(text: str, match: re.Match[str]) -> tuple[Fraction | None, Fraction | None, int]:
    """The value or the two ends of a range, and where the quantity ends in the text."""
    low, high = match["number"], match["high"]
    if high is None:
        return (*_read_pair(low), match.end())
    first, second = read_numeral(low), read_numeral(high)
    if first is None or second is None:
        return None, None, match.end()
    power = POWER_END.search(high)
    if power and low[-1] not in "百千万亿" and match["low_unit"] is None:
        scaled = read_numeral(low + power[0])
        if scaled is not None and scaled < second:
            first = scaled
    if first >= second or _is_change(text, match):
        return first, None, match.end("low_unit") if match["low_unit"] else match.end("number")
    return first, second, match.end()


def _is_change(text: str, match: re.Match[str]) -> bool:
    """由10%到15%, 下调0.2个百分点至3.1%: where a number came from or went to, not a range."""
    low_unit = (match["low_unit"] or match["unit"] or "").strip()
    if low_unit != (match["unit"] or ""):
        return True
    to = text[match.end("number") : match.start("high")].strip()[-1]
    return to in "至到" and is_from(text, match.start())


_PAIR = re.compile(rf"(.*?[十百千万亿])?([{_DIGITS}])([{_DIGITS}])([十百千万亿]*)")


@lru_cache(maxsize=4096)
def _read_pair(numeral: str) -> tuple[Fraction | None, Fraction | None]:
    """三四十, 一两百, 十七八, 三五: two digits in a row that bound the value; else that alone."""
    pair = _PAIR.fullmatch(numeral)
    if pair is None:
        return read_numeral(numeral), None
    head, low, high, tail = pair.groups(default="")
    if (DIGITS[high] - DIGITS[low] != 1 and low + high != "三五") or DIGITS[low] == 0:
        return read_numeral(numeral), None
    first, second = read_numeral(head + low + tail), read_numeral(head + high + tail)
    if first is None or second is None:
        return read_numeral(numeral), None
    return first, second
