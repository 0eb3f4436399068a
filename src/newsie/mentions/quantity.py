"""数量: quantities in running text: a passage in, mentions with `values.Quantity` out.

One regex pass finds candidates; what is a date, a clock time, a document number, an ordinal, a
slogan or an article (一家企业) is turned away. Spans take in the hedge and the unit. Surface forms::

    3.5亿元  1亿3千万元  三千二百万人次  9,421.37吨  500余万户  二十余个
    5.4%  百分之五  千分之三  1.2个百分点  三分之二  近七成  一成半  一半
    3.5亿至4亿元  1000—1200亩  8%-10%  三四十家  一两百人
    超200家  约3万亩  65%以上  500米以内  10年左右
    翻一番  翻两番  增长两倍  两个半小时  一年半
    第3位  居全市第二  列首位  跻身前十
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from newsie.article import Mention
from newsie.mentions.hedge import AFTER, hedge_before
from newsie.mentions.number import DIGITS, parse_exact, plain, read_numeral
from newsie.mentions.unit import unit_kinds, unit_pattern
from newsie.values import Quantity

_DIGIT = "零〇一二两三四五六七八九"
_POWER = r"(?:百(?!分[点之])|千(?![瓦米克卡伏帕赫])|[万亿])"
_ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
    rf"(?: ?[多余来几]?{_POWER}+(?:\d+{_POWER}+)*)?"
)
_CHINESE = rf"(?:[{_DIGIT}十廿卅]|{_POWER})+(?:点[{_DIGIT}]+[万亿]*)?(?:[多余来几]+[百万亿]+|(?<=[万亿])(?:\d+{_POWER}+)+)?"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_TO = r" ?(?:——|[-－—–―~～至到]) ?"
_AFTER = r" ?(?:以[上下内]|之内|左右|上下|内(?=[，。；、）]))"
_MORE = r"多(?![元样家次方年种个名项层边国业民党措维能点少样重功])"


@lru_cache
def _candidate(folder: Path | None) -> re.Pattern[str]:
    """The one pattern of the pass."""
    unit = unit_pattern(folder)
    share = rf"[{_DIGIT}十百千万\d]+分之(?:[{_DIGIT}十百千万点]+|\d+(?:\.\d+)?)"
    return re.compile(
        rf"(?=[\d{_DIGIT}十百千万亿廿卅半翻首榜第前过])(?:"
        rf"翻了?(?P<about>[近约])?(?P<doublings>[一二两三1-3])?番(?P<over>以上|多)?"
        rf"|(?P<top>[首榜][位首])"
        rf"|(?P<ordinal>[第前] ?(?P<order>\d+|[{_DIGIT}十百]+)(?P<place>[位名])?)"
        rf"|(?P<share>{share})(?P<share_after>{_AFTER})?"
        rf"|(?P<half>一半|半数|过半数?)(?P<half_after>以上|左右)?"
        rf"|(?P<half_of>半)(?P<half_unit>{unit})"
        rf"|(?P<number>{_NUMBER})"
        rf"(?:(?P<low_unit> ?{unit})?{_TO}(?P<high>{_NUMBER}))?"
        rf"(?P<inner>[多余来几])?"
        rf" ?(?P<halves>个半(?=小时|月|百分点))?(?P<unit>{unit})?"
        rf"(?P<tenths>(?<=成)[{_DIGIT}])?"
        rf"(?P<and_half>半(?![导岛径数年月天夜山]))?"
        rf"(?P<after>{_AFTER}|{_MORE})?"
        rf")"
    )


def find_quantities(text: str, gazetteers: Path | None = None) -> list[Mention]:
    """The quantities of a passage, in reading order, none overlapping another.

    Args:
        text: a passage's text, in canonical characters.
        gazetteers: the user's folder, whose `unit.tsv` adds units.

    >>> [found] = find_quantities("完成投资超过3.5亿元。")
    >>> found.start, found.end, found.value.value, found.value.unit, found.value.comparator
    (4, 10, 350000000, '元', 'gt')
    """
    kinds = unit_kinds(gazetteers)
    search = _candidate(gazetteers).search
    found: list[Mention] = []
    match = search(text)
    while match is not None:
        mention = _read_candidate(text, match, kinds)
        if mention is not None:
            found.append(mention)
        match = search(text, match.end() if mention is None else mention.end)
    return found


def _read_candidate(text: str, match: re.Match[str], kinds: dict[str, str]) -> Mention | None:
    if match["number"]:
        return _read_number(text, match, kinds)
    if match["ordinal"] or match["top"]:
        return _read_rank(text, match)
    if match["half_of"]:
        return _read_half(text, match, kinds)
    if match["share"]:
        return _read_share(text, match)
    if match["half"]:
        return _read_half_share(text, match)
    return _read_doubling(text, match)


def _mention(
    text: str,
    start: int,
    end: int,
    value: Fraction,
    unit: str | None,
    after: str | None = None,
    value_max: Fraction | None = None,
    *,
    share: bool = False,
) -> Mention:
    """Put a value and the hedges around it together; one before the number wins."""
    begin, hedge, comparator = hedge_before(text, start)
    if hedge is None and after:
        hedge = after.strip()
        comparator = AFTER[hedge]
    if value_max is not None:
        comparator = "range"
    quantity = Quantity(
        value=plain(value),
        unit=unit,
        comparator=comparator,
        value_max=None if value_max is None else plain(value_max),
        hedge=hedge,
        share=share,
    )
    return Mention("quantity", begin, end, quantity)


def _read_number(text: str, match: re.Match[str], kinds: dict[str, str]) -> Mention | None:
    if _is_part_of_name(text, match) or _is_time(text, match):
        return None
    unit = match["unit"]
    value, value_max, end = _read_bounds(text, match)
    if value is None:
        return None
    if match["halves"]:
        value, unit = value + Fraction(1, 2), match["halves"][0] + unit if unit == "月" else unit
    if unit is None:
        if not _stands_alone(text, match, end):
            return None
    elif _is_article(text, match, kinds) or _is_slogan(text, match.start(), end):
        return None
    if match["and_half"]:
        value += Fraction(1, 2)
    share = unit == "成"
    if share:
        value, value_max, unit = value * 10, value_max and value_max * 10, "%"
        value += DIGITS.get(match["tenths"] or "", 0)
    start = match.start()
    if _SIGNED.search(text[max(0, start - 2) : start]):
        start, value = start - 1, -value
    after = match["after"] if end == match.end() else None
    inner = match["inner"] or _INEXACT.search(match["number"])
    hedge = inner if isinstance(inner, str) else inner[0] if inner else after
    return _mention(text, start, end, value, _base(unit), hedge, value_max, share=share)


_INEXACT = re.compile("[多余来几]")


def _base(unit: str | None) -> str | None:
    return {"％": "%", "百分点": "个百分点"}.get(unit, unit) if unit else None


def _read_bounds(text: str, match: re.Match[str]) -> tuple[Fraction | None, Fraction | None, int]:
    """The value or the two ends of a range, and where the quantity ends in the text."""
    low, high = match["number"], match["high"]
    if high is None:
        pair = _read_pair(low)
        return (*pair, match.end()) if pair else (read_numeral(low), None, match.end())
    first, second = read_numeral(low), read_numeral(high)
    if first is None or second is None:
        return None, None, match.end()
    power = re.search(r"[百千万亿]+$", high)
    if power and low[-1] not in "百千万亿" and match["low_unit"] is None:
        scaled = read_numeral(low + power[0])
        if scaled is not None and scaled < second:
            first = scaled
    if first >= second or _is_change(text, match):
        return first, None, match.end("low_unit") if match["low_unit"] else match.end("number")
    return first, second, match.end()


def _is_change(text: str, match: re.Match[str]) -> bool:
    """由10%到15%: where the number came from and went to, not a range."""
    clause = re.split(r"[，。；、\n]", text[max(0, match.start() - 12) : match.start()])[-1]
    return text[match.end("number") : match.start("high")].strip()[-1] in "至到" and (
        "由" in clause or "从" in clause
    )


_PAIR = re.compile(rf"(.*?[十百千万亿])?([{_DIGIT}])([{_DIGIT}])([十百千万亿]*)")


def _read_pair(numeral: str) -> tuple[Fraction, Fraction] | None:
    """三四十, 一两百, 十七八, 三五: two digits in a row that bound the value."""
    pair = _PAIR.fullmatch(numeral)
    if pair is None:
        return None
    head, low, high, tail = pair.groups(default="")
    if DIGITS[high] - DIGITS[low] != 1 and low + high != "三五" or DIGITS[low] == 0:
        return None
    first, second = read_numeral(head + low + tail), read_numeral(head + high + tail)
    return (first, second) if first is not None and second is not None else None


_NAME_BEFORE = re.compile(r"[A-Za-z.+#〔№第/:]$|No\.? ?$|[A-Za-z0-9][-－]$")
_SIGNED = re.compile(r"(?:^|[\s，。；、为至到达约长降])[-−－负]$")


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether letters, signs or 第 before the number make it part of a name: G60, SX-6, 第3."""
    return bool(_NAME_BEFORE.search(text[max(0, match.start() - 3) : match.start()]))


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Whether it is a year, a day or a clock time: 2025年, 6月6日, 9时30分, 9:00."""
    following = text[match.end("number") : match.end("number") + 2]
    unit = match["unit"] or ""
    if match["high"] is None and following[:1] in tuple("月时号:：日"):
        return True
    if unit == "分" and text[match.start() - 1 : match.start()] in ("时", "点"):
        return True
    numeral = match["high"] or match["number"]
    return unit.startswith("年") and bool(
        re.fullmatch(r"\d{4}|[零〇一二三四五六七八九]{2,4}", numeral)
    )


_AHEAD = re.compile(r"(?:[为达到至于占约近超过是有破]|突破|仅|共|逾) ?$")
_NOT_ALONE = re.compile(r"[A-Za-z年月日时号:：版期届号院路弄室楼线/+×*〕\-—～~%]|[.][\d]|[、，]\d")


def _stands_alone(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a number without a unit is one: 城乡收入比为1.59, 300万中小企业."""
    numeral = match["number"]
    if not numeral[0].isdigit() or _NOT_ALONE.match(text[end : end + 2]):
        return False
    if numeral[-1] in "万亿" or "," in numeral:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", numeral):
        return False
    before = text[max(0, match.start() - 3) : match.start()]
    return bool(_AHEAD.search(before)) and not re.match(r"[一-鿿]", text[end : end + 1])


def _is_article(text: str, match: re.Match[str], kinds: dict[str, str]) -> bool:
    """一家, 一批, 一年; and 百家, 万户 where no hedge shows that they are counted."""
    numeral, kind = match["number"], kinds.get(match["unit"])
    if numeral == "一":
        return kind not in ("ratio", "currency", "measure")
    if numeral not in ("十", "百", "千", "万", "亿") or match["inner"] or kind == "ratio":
        return False
    return numeral != "十" and hedge_before(text, match.start())[1] is None


def _is_slogan(text: str, start: int, end: int) -> bool:
    """“三个融合”, “两个维护”: a quoted label that starts with its number."""
    if text[start - 1 : start] not in ("“", "「", "《"):
        return False
    return bool(re.match(r"[^”」》，。]{0,8}[”」》]", text[end : end + 9]))


_RANKED = re.compile(
    r"居|列|位|排|占|跃|升|全[国省市区县州球]|世界|亚洲|行业|总量|增速|考核|综合|得分|保持|跻身|进入|百强"
)
_CLOSED = re.compile(r"[，。；、：！？）”\n ]|和|及|与|的|$|行列|方阵以")


def _read_rank(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    before = text[max(0, start - 12) : start]
    before = re.split(r"[。；\n]", before)[-1]
    if not _RANKED.search(before) or not _CLOSED.match(text[end : end + 3]):
        return None
    if match["top"]:
        return Mention("quantity", start, end, Quantity(1, "位", rank=True))
    order = read_numeral(match["order"])
    if order is None or order == 0:
        return None
    comparator = "le" if match["ordinal"][0] == "前" else "eq"
    if comparator == "le" and match["order"] in ("一", "1"):
        return None
    return Mention("quantity", start, end, Quantity(plain(order), "位", comparator, rank=True))


def _read_share(text: str, match: re.Match[str]) -> Mention | None:
    bottom, top = match["share"].split("分之", 1)
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
    return _mention(text, match.start(), match.end(), value, unit, after, share=in_words)


def _read_half_share(text: str, match: re.Match[str]) -> Mention | None:
    start = match.start() + match["half"].startswith("过")
    if text[match.end() : match.end() + 1] in tuple("年天月日径导"):
        return None
    mention = _mention(text, start, match.end(), Fraction(50), "%", match["half_after"], share=True)
    return mention


def _read_half(text: str, match: re.Match[str], kinds: dict[str, str]) -> Mention | None:
    """半年, 半个月, 半小时; not 上半年, 大半年."""
    unit = match["half_unit"]
    before = text[match.start() - 1 : match.start()]
    if kinds.get(unit) not in ("time", "measure") or before in tuple("上下前后大多一个年天倍成"):
        return None
    return _mention(text, match.start(), match.end(), Fraction(1, 2), unit)


def _read_doubling(text: str, match: re.Match[str]) -> Mention | None:
    """翻一番 is 2 倍, 翻两番 4 倍."""
    if match["about"] is None and match["doublings"] is None and text[match.start()] != "翻":
        return None
    times = read_numeral(match["doublings"] or "一")
    assert times is not None
    after = {"近": "左右", "约": "左右"}.get(match["about"] or "", match["over"])
    return _mention(text, match.start(), match.end(), Fraction(2 ** int(times)), "倍", after)
