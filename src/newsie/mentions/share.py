"""占比: shares and multiples in words: 三分之二, 千分之三, 一半, 半年, 翻两番 → quantities."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from newsie.article import Mention
from newsie.mentions.hedge import hedged_mention
from newsie.mentions.unit import unit_kinds
from newsie.number import parse_exact, read_numeral

_FROM = re.compile("[由从][^，。；、\n]*$")
_HOUR = re.compile(r"\d[时点]$")
_DURATION = re.compile(
    r"(?:(?P<hours>\d+)个?小时零?)?(?P<minutes>\d+)分钟?(?:(?P<seconds>\d+)秒(?P<rest>\d\d)?)?"
)
_HALF_OF_A_WORD = tuple("上下前后大多一个年天倍成")


def is_from(text: str, start: int) -> bool:
    """Whether 由 or 从 stands before a number in its clause: 由10%到15% is no range."""
    return bool(_FROM.search(text[max(0, start - 12) : start]))


def read_share(text: str, match: re.Match[str]) -> Mention | None:
    """三分之二 and 2/3 are 66.67 %, 百分之五 5 %, 百分之三到五 3 to 5 %, 千分之三 3 ‰."""
    bottom = match["share"].partition("分之")[0]
    exact = parse_exact(match["share"])
    if exact is None:
        return None
    if match["share_high"]:
        return _read_share_range(text, match, exact * 100)
    unit, value = "%", exact * 100
    if bottom in ("千", "1000"):
        unit, value = "‰", exact * 1000
    in_words = bottom not in ("百", "一百", "100", "千")
    if in_words:
        value = Fraction(round(value * 100), 100)
    after = match["share_after"]
    return hedged_mention(text, match.start(), match.end(), value, unit, after, share=in_words)


def _read_share_range(text: str, match: re.Match[str], low: Fraction) -> Mention | None:
    high = parse_exact(match["share_high"])
    if high is None or high <= low or is_from(text, match.start()):
        return hedged_mention(text, match.start(), match.end("share"), low, "%")
    after = match["share_after"]
    return hedged_mention(text, match.start(), match.end(), low, "%", after, high)


def read_half_share(text: str, match: re.Match[str]) -> Mention | None:
    """一半, 近半数, 近半 and 过半 are 50 %; not 一半年."""
    start = match.start() + match["half"].startswith("过")
    if text[match.end() : match.end() + 1] in tuple("年天月日径导个小"):
        return None
    after = match["half_after"]
    return hedged_mention(text, start, match.end(), Fraction(50), "%", after, share=True)


def read_half(text: str, match: re.Match[str], gazetteers: Path | None) -> Mention | None:
    """半年, 半个月, 半小时; not 上半年, 大半年."""
    unit = match["half_unit"]
    before = text[match.start() - 1 : match.start()]
    divisible = unit_kinds(gazetteers).get(unit) in ("time", "measure") or unit == "个百分点"
    if not divisible or before in _HALF_OF_A_WORD:
        return None
    unit = unit.replace("个小时", "小时")
    after = match["half_of_after"]
    return hedged_mention(text, match.start(), match.end(), Fraction(1, 2), unit, after)


def read_doubling(text: str, match: re.Match[str]) -> Mention:
    """翻一番 is 2 倍, 翻两番 4 倍."""
    times = read_numeral(match["doublings"] or "一")
    assert times is not None
    after = "左右" if match["about"] else match["over"] or ""
    return hedged_mention(text, match.start(), match.end(), Fraction(2 ** int(times)), "倍", after)


def read_hundredths(text: str, match: re.Match[str]) -> Mention:
    """11秒38 is 11.38 秒, 1米78 1.78 米."""
    whole, unit, hundredths = re.split("([秒米])", match["hundredths"])
    value = int(whole) + Fraction(int(hundredths), 100)
    return hedged_mention(text, match.start(), match.end(), value, unit)


def read_duration(text: str, match: re.Match[str]) -> Mention | None:
    """1小时20分钟 is 80 分钟, 2分30秒 150 秒, 1分52秒38 112.38 秒; 13时52分30秒 none."""
    if _HOUR.search(text[max(0, match.start() - 2) : match.start()]):
        return None
    parts = _DURATION.fullmatch(match["duration"])
    assert parts is not None
    hours, minutes, seconds, hundredths = (int(part or 0) for part in parts.groups())
    if parts["seconds"] is None:
        value, unit = Fraction(60 * hours + minutes), "分钟"
    else:
        value, unit = 3600 * hours + 60 * minutes + seconds + Fraction(hundredths, 100), "秒"
    after = match["duration_after"]
    return hedged_mention(text, match.start(), match.end(), value, unit, after)
