"""占比: shares and multiples in words: 三分之二, 千分之三, 一半, 半年, 翻两番 → quantities."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from newsie.article import Mention
from newsie.mentions.hedge import hedged_mention
from newsie.mentions.unit import unit_kinds
from newsie.number import parse_exact, read_numeral


def read_share(text: str, match: re.Match[str]) -> Mention | None:
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
    start = match.start() + match["half"].startswith("过")
    if text[match.end() : match.end() + 1] in tuple("年天月日径导"):
        return None
    mention = hedged_mention(
        text, start, match.end(), Fraction(50), "%", match["half_after"], share=True
    )
    return mention


def read_half(text: str, match: re.Match[str], gazetteers: Path | None) -> Mention | None:
    """半年, 半个月, 半小时; not 上半年, 大半年."""
    unit = match["half_unit"]
    before = text[match.start() - 1 : match.start()]
    if unit_kinds(gazetteers).get(unit) not in ("time", "measure") or before in tuple(
        "上下前后大多一个年天倍成"
    ):
        return None
    return hedged_mention(
        text, match.start(), match.end(), Fraction(1, 2), unit, match["half_of_after"]
    )


def read_doubling(text: str, match: re.Match[str]) -> Mention | None:
    """翻一番 is 2 倍, 翻两番 4 倍."""
    if match["about"] is None and match["doublings"] is None and text[match.start()] != "翻":
        return None
    times = read_numeral(match["doublings"] or "一")
    assert times is not None
    after = {"近": "左右", "约": "左右"}.get(match["about"] or "", match["over"])
    return hedged_mention(text, match.start(), match.end(), Fraction(2 ** int(times)), "倍", after)


def read_seconds(text: str, match: re.Match[str]) -> Mention:
    """11秒38 is 11.38 秒."""
    whole, hundredths = match["seconds"].split("秒")
    value = int(whole) + Fraction(int(hundredths), 100)
    return hedged_mention(text, match.start(), match.end(), value, "秒")
