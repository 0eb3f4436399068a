"""占比: shares and multiples in words: 三分之二, 千分之三, 一半, 半年, 翻两番 → quantities."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from newsie.article import Mention
from newsie.mentions.hedge import hedged_mention
from newsie.mentions.unit import unit_kinds
from newsie.number import parse_exact, read_numeral

_HALF_OF_A_WORD = tuple("上下前后大多一个年天倍成")


def read_share(text: str, match: re.Match[str]) -> Mention | None:
    """三分之二 is 66.67 %, 百分之五 5 %, 千分之三 3 ‰."""
    bottom, _ = match["share"].split("分之", 1)
    exact = parse_exact(match["share"])
    if exact is None:
        return None
    unit, value = "%", exact * 100
    if bottom in ("千", "1000"):
        unit, value = "‰", exact * 1000
    in_words = bottom not in ("百", "一百", "100", "千")
    if in_words:
        value = Fraction(round(value * 100), 100)
    after = match["share_after"]
    return hedged_mention(text, match.start(), match.end(), value, unit, after, share=in_words)


def read_half_share(text: str, match: re.Match[str]) -> Mention | None:
    """一半, 近半数 and 过半 are 50 %; not 一半年."""
    start = match.start() + match["half"].startswith("过")
    if text[match.end() : match.end() + 1] in tuple("年天月日径导"):
        return None
    after = match["half_after"]
    return hedged_mention(text, start, match.end(), Fraction(50), "%", after, share=True)


def read_half(text: str, match: re.Match[str], gazetteers: Path | None) -> Mention | None:
    """半年, 半个月, 半小时; not 上半年, 大半年."""
    unit = match["half_unit"]
    before = text[match.start() - 1 : match.start()]
    if unit_kinds(gazetteers).get(unit) not in ("time", "measure") or before in _HALF_OF_A_WORD:
        return None
    after = match["half_of_after"]
    return hedged_mention(text, match.start(), match.end(), Fraction(1, 2), unit, after)


def read_doubling(text: str, match: re.Match[str]) -> Mention:
    """翻一番 is 2 倍, 翻两番 4 倍."""
    times = read_numeral(match["doublings"] or "一")
    assert times is not None
    after = {"近": "左右", "约": "左右"}.get(match["about"] or "", match["over"])
    return hedged_mention(text, match.start(), match.end(), Fraction(2 ** int(times)), "倍", after)


def read_seconds(text: str, match: re.Match[str]) -> Mention:
    """11秒38 is 11.38 秒."""
    whole, hundredths = match["seconds"].split("秒")
    value = int(whole) + Fraction(int(hundredths), 100)
    return hedged_mention(text, match.start(), match.end(), value, "秒")
