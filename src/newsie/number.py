"""Numerals to numbers: in goes a numeral as written, out comes its exact value.

Every value is computed with integers and `Fraction`, so that 1.15万 is 11500 and not 11499.999….
Text is in canonical script (see `newsie.normalize` for traditional and full-width forms).
Surface forms::

    32 3.5 9,421.37 9 421.37      Arabic, with separators
    三千二百万 两百五 廿三 〇 俩    Chinese
    壹佰伍拾                       banker's
    3千5百万 1亿3千万 亿3千万      mixed
    二〇二五 二零二五               digit by digit
    负六点六 -0.2                  signed
    三分之二 3又1/2 一又二分之一     fractions
    半 一个半 个半                  halves
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5,
    "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
          "万": 10**4, "亿": 10**8, "兆": 10**12}  # fmt: skip

_BANKER = str.maketrans("拾佰仟", "十百千")
_ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+")
_BLANK_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,])")
_SPOKEN_DECIMAL = re.compile(
    r"(.*?)点([零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]+)([百千万亿]*)"
)
_INEXACT = re.compile(r"(?<=[十百千万亿\d])(?:零几|[多余来几])(?=[百千万亿]|$)")
_OPEN = re.compile(r"([^多余来几]+?)[多余几]([百千万亿]*)")
_MIXED = re.compile(r"(\d+) (\d+)/(\d+)")
_SLASHED = re.compile(r"(\d+)/(\d+)")
_FRACTION = re.compile(r"(?:(.+)又)?(.+)分之(.+)")
_HALF = re.compile(r"(?:(.*)个|一?)半")
# 三五 is a range, 百八十 about a hundred.
_UNCERTAIN = re.compile(r"^百八十?$|^(?:一二|二三|两三|三四|四五|五六|六七|七八|八九|三五)$")

_LONGEST = 30  # characters; what is longer counts nothing
_HIGHEST = 1 << 63  # from here on an int fits no 64 bits, nor JSON as most programs read it


def parse_number(text: str) -> int | float | None:
    """The value of a numeral: an int where whole, else the nearest float; None if it is none.

    >>> parse_number("三千二百万"), parse_number("1亿3千万"), parse_number("3.5亿")
    (32000000, 130000000, 350000000)
    >>> parse_number("一又二分之一"), parse_number("数百"), parse_number("几十")
    (1.5, None, None)
    """
    exact = parse_exact(text)
    return None if exact is None else plain(exact)


def plain(exact: Fraction) -> int | float:
    """The int that an exact value is, or the float nearest to it.

    >>> plain(Fraction(7, 2)), plain(Fraction(4))
    (3.5, 4)
    """
    top, bottom = exact.as_integer_ratio()
    return top if bottom == 1 and abs(top) < _HIGHEST else top / bottom


def parse_exact(text: str) -> Fraction | None:
    """The exact value of a numeral, a fraction too; None where it cannot be read."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if mixed := _MIXED.fullmatch(text):
        whole, top, bottom = map(int, mixed.groups())
        return whole + Fraction(top, bottom) if bottom else None
    text = _BLANK_GROUPS.sub(lambda groups: groups[0].replace(" ", ""), text)
    if re.search(r"[\d.] +[\d.]", text):
        return None
    text = text.replace(" ", "").translate(_BANKER)
    if slashed := _SLASHED.fullmatch(text):
        bottom = int(slashed[2])
        return Fraction(int(slashed[1]), bottom) if bottom else None
    if text[:1] in ("负", "-", "−", "－"):
        positive = parse_exact(text[1:])
        return None if positive is None else -positive
    if fraction := _FRACTION.fullmatch(text):
        return _read_fraction(*fraction.groups())
    if half := _HALF.fullmatch(text):
        ones = read_numeral(half[1] or ("一" if text.startswith("个") else "零"))
        return None if ones is None else ones + Fraction(1, 2)
    return None if _UNCERTAIN.search(text) else read_numeral(text)


def _read_fraction(whole: str | None, bottom: str, top: str) -> Fraction | None:
    parts = [read_numeral(whole) if whole else Fraction(0), parse_exact(bottom), parse_exact(top)]
    if None in parts or not parts[1]:
        return None
    first, divisor, dividend = parts
    assert first is not None
    assert divisor is not None
    assert dividend is not None
    return first + dividend / divisor


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Fraction | None:
    """The value of an unsigned numeral, blanks left out; 多, 余, 来 and 几 in it count nothing."""
    if len(text) > _LONGEST:
        return None
    text = _INEXACT.sub("", text.replace(" ", "").replace("个亿", "亿"))
    if text.endswith(("k", "K")):
        thousands = _read_arabic(text[:-1])
        return None if thousands is None else thousands * 1000
    if text.endswith("打"):
        dozens = read_numeral(text[:-1])
        return None if dozens is None else dozens * 12
    if decimal := _SPOKEN_DECIMAL.fullmatch(text):
        return _read_decimal(*decimal.groups())
    return _read_powers(text)


def read_ceiling(text: str) -> Fraction | None:
    """What 多, 余 or 几 in a numeral keep it under: one more of the place that they stand behind.

    >>> [int(read_ceiling(text)) for text in ("20余", "1200多", "三百多万", "10亿多", "10多亿")]
    [30, 1300, 4000000, 1100000000, 2000000000]
    >>> read_ceiling("1.2万余"), read_ceiling("30")
    (Fraction(13000, 1), None)
    """
    match = _OPEN.fullmatch(text)
    value = read_numeral(match[1]) if match else None
    if match is None or not value:
        return None
    places = len(match[1].rstrip("万亿").partition(".")[2])
    step = Fraction(1, 10**places)
    for power in match[1][len(match[1].rstrip("万亿")) :]:
        step *= POWERS[power]
    if step == 1:
        while value % (step * 10) == 0:
            step *= 10
    ceiling = value + step
    for power in match[2]:
        ceiling *= POWERS[power]
    return ceiling


def _read_decimal(whole: str, digits: str, powers: str) -> Fraction | None:
    value = _read_powers(whole)
    if value is None:
        return None
    value += Fraction(int("".join(_as_digit(c) for c in digits)), 10 ** len(digits))
    for power in powers:
        value *= POWERS[power]
    return value


def _as_digit(character: str) -> str:
    return str(DIGITS[character]) if character in DIGITS else character


def _read_powers(text: str) -> Fraction | None:
    """Split at the last of the greatest powers: what is before multiplies, what is after adds."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    power, position = 1, -1
    for i, character in enumerate(text):
        if POWERS.get(character, 0) >= power:
            power, position = POWERS[character], i
    if position < 0:
        return _read_digits(text)
    head, tail = text[:position].lstrip("零〇"), text[position + 1 :]
    if _is_run(head) or (not head and tail == "一" and power > 10):  # 万一 is a word
        return None
    before = _read_powers(head) if head else Fraction(1)
    if before is None or (power < 10**4 and before >= 10 and not (head.isascii() and not tail)):
        return None
    after = _read_tail(tail, power)
    return None if after is None else before * power + after


def _read_tail(tail: str, power: int) -> Fraction | None:
    """What follows a power: nothing, 五 in 三百五 (tenths of the power), or a lesser number."""
    if not tail:
        return Fraction(0)
    digit = DIGITS.get(tail) or (int(tail) if len(tail) == 1 and tail.isdecimal() else 0)
    if digit:
        return Fraction(digit * (power // 10))
    tail = tail.lstrip("零〇") or "零"
    if _is_run(tail) or tail[0] in "百千万亿兆":
        return None
    after = _read_powers(tail)
    return after if after is not None and after < power else None


def _is_run(text: str) -> bool:
    """Whether it is Chinese digits side by side, which are a year or a range, not a part."""
    return len(text) > 1 and all(c in DIGITS for c in text)


def _read_digits(text: str) -> Fraction | None:
    if text.isascii():
        return _read_arabic(text)
    if all(c in DIGITS for c in text) and (len(text) == 1 or not set(text) & set("两俩仨")):
        return Fraction(int("".join(str(DIGITS[c]) for c in text)))
    return None


def _read_arabic(text: str) -> Fraction | None:
    return Fraction(text.replace(",", "")) if _ARABIC.fullmatch(text) else None
