"""数量: quantities in running text: a passage in, mentions with `values.Quantity` out.

One regex pass finds candidates; `newsie.mentions.trap` turns away what measures nothing. Spans take
in the hedge and the unit. Surface forms::

    3.5亿元  1亿3千万元  三千二百万人次  9,421.37吨  500余万户  二十余个
    5.4%  百分之五  千分之三  1.2个百分点  三分之二  近七成  一成半  一半
    3.5亿至4亿元  1000—1200亩  8%-10%  三四十家  一两百人
    超200家  约3万亩  65%以上  500米以内  10年左右
    翻一番  翻两番  增长两倍  两个半小时  一年半
    第3位  居全市第二  列首位  跻身前十
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from newsie.article import Mention
from newsie.mentions.bounds import POWER_END, read_bounds
from newsie.mentions.hedge import hedged_mention, leading_hedge
from newsie.mentions.rank import read_rank
from newsie.mentions.share import (
    read_doubling,
    read_duration,
    read_half,
    read_half_share,
    read_hundredths,
    read_share,
)
from newsie.mentions.trap import (
    is_article,
    is_class,
    is_part_of_name,
    is_slogan,
    is_time,
    is_word,
    stands_alone,
)
from newsie.mentions.unit import unit_kinds, unit_pattern
from newsie.number import DIGITS, POWERS, read_ceiling
from newsie.values import Quantity

_DIGIT = "零〇一二两三四五六七八九"
_POWER = r"(?:百(?!分[点之])|千(?![瓦米克卡伏帕赫])|[万亿])"
_ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
    rf"(?: ?[多余来几]?(?:{_POWER}|个亿(?!元(?:以[上下]|级|项目)))+(?:零?\d+{_POWER}+)*)?"
)
_CHINESE = (
    rf"(?:[{_DIGIT}十廿卅]|{_POWER})+(?:个亿(?!元(?:以[上下]|级|项目)))?(?:点[{_DIGIT}]+[万亿]*)?"
    rf"(?:[多余来几]+[百万亿]+|(?<=[万亿])(?:\d+{_POWER}+)+)?"
)
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_TO = r" ?(?:——|[-－—–―~～至到]) ?"
_AFTER = (
    r" ?(?:(?:及|含|（含）)?以[上下]|以内|之内|左右|上下|还多|出头|有余|开外|内(?=[，。；、）]|$))"
)
_POINT = r"(?:(?<=\.\d)|(?<=\.\d\d)|(?<=[3-9]\d)|(?<=\d{3}))点(?![\d钟整半])"  # of an index
_NO_HALF = "年月天日个小时夜辈生世空途径圆价导成点场程山里米公百千万亿载倍辆斤亩吨步数分身"
_MORE = r"多(?![元样家次方年种个名项层边国业民党措维能点少样重功彩姿媒肉学语])"


@lru_cache
def _candidate(folder: Path | None) -> re.Pattern[str]:
    """The one pattern of the pass."""
    unit = unit_pattern(folder)
    # A range is looked for only where its dash or 至 is near: every number's unit is read then.
    reach = 2 * max(map(len, unit_kinds(folder))) + 3
    share = (
        rf"[{_DIGIT}十百千万\d]+分之(?!一决赛)(?:[{_DIGIT}十百千万点]+|\d+(?:\.\d+)?)"
        r"|[1-4]/(?<![\d/.A-Za-z第]./)[2-5](?=[的强弱，。；、）]|以上|左右|多|$)"
    )
    high_share = (
        rf"(?:百分之)?(?P<share_high>[{_DIGIT}十]+(?:点[{_DIGIT}]+)?|\d+(?:\.\d+)?)"
        rf"(?![\d{_DIGIT}十百千万亿分年月日天个倍人家项次点])"
    )
    return re.compile(
        rf"(?=[\d{_DIGIT}十百千万亿廿卅半翻首榜第前过])(?:"
        rf"翻了?(?P<about>将?近|约|接近)?(?P<doublings>[一二两三1-3])?番(?P<over>以上|多)?"
        rf"|(?P<top>[首榜][位首]|(?<=之)首(?![先要次]))"
        rf"|(?P<ordinal>(?:第|(?<![底月日年之以])前) ?(?P<order>\d+|[{_DIGIT}十百]+)"
        rf"(?P<place>[位名强大])?)"
        rf"|(?P<share>{share})(?:(?<=百分之.|分之..|之...|....){_TO}{high_share})?"
        rf"(?P<share_after>{_AFTER}|[强弱](?=[，。；、）]|$)|多(?![样元]))?"
        rf"|(?P<half>一半|半数|过半数?|(?<=[近超逾])半(?![{_NO_HALF}]))"
        rf"(?P<half_after>以上|左右)?"
        rf"|(?P<half_of>半)(?P<half_unit>{unit})(?P<half_of_after>{_AFTER})?"
        r"|(?=\d{1,3}[秒米个小分])(?:"
        rf"(?P<hundredths>\d{{1,2}}秒\d\d|[12]米\d\d)(?![\d年月日秒])"
        rf"|(?P<duration>\d{{1,3}}个?小时零?\d{{1,2}}分(?:钟(?!\d)|(?:\d{{1,2}}秒(?:\d\d)?)?)"
        rf"|\d{{1,3}}分钟?\d{{1,2}}秒(?:\d\d)?)(?![\d之])(?P<duration_after>{_AFTER})?)"
        rf"|(?P<number>{_NUMBER})"
        rf"(?:(?=[^，。；、\n]{{0,{reach}}}[－—–―~～至到-])(?P<low_unit> ?{unit})?{_TO}"
        rf"(?!零下)(?P<high>{_NUMBER}))?"
        rf"(?P<inner>[多余来几]|\+(?![\dA-Za-z+]))?"
        rf" ?(?P<halves>个[半多](?=小时|月|百分点|星期|世纪))?"
        rf"(?P<unit>{unit}|(?<=个[半多])月|{_POINT})?"
        rf"(?P<tenths>(?<=成)[{_DIGIT}])?"
        rf"(?P<and_half>半(?![导岛径数年月天夜山]))?"
        rf"(?P<after>{_AFTER}|{_MORE})?"
        rf")"
    )


@lru_cache
def _start(folder: Path | None) -> re.Pattern[str]:
    """Takes the first character of what may be a quantity: begins with a class to skip to.

    Most Chinese numerals (一 above all) have no unit and so say nothing: what stands behind the
    last character of one shows that before the candidate's pattern is tried.
    """
    run = f"{_DIGIT}十百千万亿廿卅"
    units = {unit.lstrip(run)[:1] for unit in unit_kinds(folder)}
    behind = re.escape("".join(sorted(units))) + r"\d 分点多余来几半瓦米克卡伏帕赫－—–―~～至到-"
    return re.compile(
        rf"[\d{run}半翻首榜第前过](?:(?<=[\d半翻])|(?<=[{run}])(?=[{run}]*[{behind}])"
        rf"|(?<=[第前])(?= ?[\d{_DIGIT}十百])|(?<=过)(?=半)|(?<=[首榜])(?=[位首])|(?<=之首))"
    )


def find_quantities(
    text: str, gazetteers: Path | None = None, dates: Sequence[Mention] = ()
) -> list[Mention]:
    """The quantities of a passage, in reading order, none overlapping another.

    Args:
        text: a passage's text, in canonical characters.
        gazetteers: the user's folder, whose `unit.tsv` adds units.
        dates: of the passage, in reading order; what touches one (前10个月, 近三年) is left out.

    >>> [found] = find_quantities("完成投资超过3.5亿元。")
    >>> found.start, found.end, found.value.value, found.value.unit, found.value.comparator
    (4, 11, 350000000, '元', 'gt')
    """
    candidate = _candidate(gazetteers).match
    found: list[Mention] = []
    position = 0
    later = iter(dates)
    date = next(later, None)
    for start in _start(gazetteers).finditer(text):
        at = start.start()
        while date is not None and date.end <= at:
            date = next(later, None)
        if at < position or (date is not None and date.start <= at):
            continue
        if not (match := candidate(text, at)):
            continue
        mention = _read_candidate(text, match, gazetteers)
        if mention is not None and text.endswith("亿项", at, mention.end):
            mention = None  # 引进百亿项目: works of such a size, not so many
        if mention is not None:
            found.append(_share_hedge(text, found[-1], mention) if found else mention)
        elif match["ordinal"] and match["place"] is None and match["ordinal"][0] == "前":
            position = match.start("order")  # 提前24小时
            continue
        position = match.end() if mention is None else mention.end
    return _leave_dates_alone(found, dates)


def _leave_dates_alone(quantities: Sequence[Mention], dates: Sequence[Mention]) -> list[Mention]:
    """The quantities that touch no date; both in reading order."""
    if not dates:
        return list(quantities)
    kept: list[Mention] = []
    ends = [date.end for date in dates]
    for quantity in quantities:
        nearest = bisect_right(ends, quantity.start)
        if nearest == len(dates) or dates[nearest].start >= quantity.end:
            kept.append(quantity)
    return kept


def _share_hedge(text: str, last: Mention, mention: Mention) -> Mention:
    """分别超1200家、4000家: what hedges the first of a list hedges the rest."""
    between, hedge = text[last.end : mention.start], last.value.hedge
    if between not in ("、", "和", "及") or hedge is None or mention.value.hedge is not None:
        return mention
    if not text.startswith(hedge, last.start) or not text.endswith(_EACH, 0, last.start):
        return mention
    shared = replace(mention.value, comparator=last.value.comparator, hedge=hedge)
    return replace(mention, value=shared)


_EACH = ("分别", "均", "都", "各", "双双")


def read_quantity(text: str, gazetteers: Path | None = None) -> Quantity | None:
    """The value of words that say a quantity and nothing else, even 一家, 100万 or 2.

    >>> read_quantity("约三分之一").value, read_quantity("一家").unit, read_quantity("一家企业")
    (33.33, '家', None)
    """
    if text.startswith("个半"):
        text = "一" + text
    start = leading_hedge(text)
    if signed := _LEADING_SIGN.match(text, start):
        start = signed.end()
    candidate = _candidate(gazetteers)
    match = candidate.fullmatch(text, start) or candidate.fullmatch(text)
    if match is None:
        return None
    mention = _read_candidate(text, match, gazetteers, strict=False)
    if mention is None or mention.end != len(text) or mention.start > 0:
        return None
    found: Quantity = mention.value
    return found


def _read_candidate(
    text: str, match: re.Match[str], gazetteers: Path | None, *, strict: bool = True
) -> Mention | None:
    """What a match means; `strict` turns away what running text says without measuring."""
    if number := match["number"]:
        if strict and match["unit"] is None and not number[0].isdigit():
            return None  # a Chinese numeral without a unit, as most 一 are
        return _read_number(text, match, gazetteers, strict)
    if match["ordinal"] or match["top"]:
        return read_rank(text, match, strict)
    if match["half_of"]:
        return read_half(text, match, gazetteers)
    if match["share"]:
        return read_share(text, match)
    if match["half"]:
        return read_half_share(text, match)
    if match["hundredths"]:
        return read_hundredths(text, match)
    if match["duration"]:
        return read_duration(text, match)
    return read_doubling(text, match)


_USUAL_UNIT = {
    "％": "%",
    "百分点": "个百分点",
    "月": "个月",
    "个小时": "小时",
    "元人民币": "元",
    "元钱": "元",
    "金": "枚",
    "银": "枚",
    "铜": "枚",
    "块钱": "元",
    "个位次": "位",
    "位次": "位",
    "个名次": "位",
    "名次": "位",
    "人民币": "元",
    "口人": "人",
}
_SIGNED = re.compile(r"(?:^|[\s，。；、为至到达约长降（(])[-−－负]$")
_SIGNED_BY_UNIT = re.compile(r"[一-鿿][-−]$")  # a longer dash stands between words
_SIGNED_UNITS = ("%", "‰", "℃", "°C", "个百分点")
_DEGREES = ("℃", "°C", "度", "摄氏度")
_LEADING_SIGN = re.compile("[-−－负]|零下")
_SIGN = frozenset("-−－负\n")  # a cheap look at what `_SIGNED` ends with; `$` passes a "\n"
_INEXACT = re.compile("[多余来几]")
_OPEN_ENDED = ("多", "余", "几")
_WHOLE = 10  # 成
_DECIMAL_END = re.compile(r"\.\d+$")
_POINTS = re.compile(r"(?:[、和及与]|以及)[^，。；\n]{0,16}?个百分点")
_EACH_OF = re.compile(r"(?:分别|依次)[^，；。\n]{0,40}$")


def _read_number(
    text: str, match: re.Match[str], gazetteers: Path | None, strict: bool
) -> Mention | None:
    if strict and (is_part_of_name(text, match) or is_time(text, match) or is_class(text, match)):
        return None
    value, value_max, end = read_bounds(text, match)
    if match["unit"] is None and value is not None and value_max is None and strict:
        shared = _read_shared(text, match, value, gazetteers)
        if shared is not None:
            return shared
    if value is None or (strict and _is_no_measure(text, match, end, gazetteers)):
        return None
    whole = end == match.end()
    unit = _unit_of(text, match, value_max)
    if whole and (match["halves"] == "个半" or match["and_half"]):
        value += Fraction(1, 2)
    share = unit == "成"
    if share and value > _WHOLE:
        return None  # 百成药业
    if share:
        value, value_max, unit = value * 10, value_max and value_max * 10, "%"
        value += DIGITS.get(match["tenths"] or "", 0)
    start = match.start()
    if text[start - 1 : start] in _SIGN and _is_signed(text, start, unit):
        start, value = start - 1, -value
    elif text.endswith("零下", 0, start) and (unit or "") in _DEGREES:
        start, value, value_max = start - 2, -(value_max or value), value_max and -value
    if unit == "折" and value >= 10:
        value /= 10  # 九五折
    hedge = _hedge_of(match) if whole else None
    ceiling = None
    if hedge in _OPEN_ENDED and value_max is None and not share:
        inexact = match["inner"] or (match["halves"] or "")[1:]
        ceiling = read_ceiling(match["number"] + inexact)
    return hedged_mention(
        text, start, end, value, unit, hedge, value_max, share=share, ceiling=ceiling
    )


def _is_signed(text: str, start: int, unit: str | None) -> bool:
    """Whether the dash before a number is its sign: 增长-3.2%, 出口-2.1%; not 3-5."""
    before = text[max(0, start - 2) : start]
    if _SIGNED.search(before):
        return True
    return unit in _SIGNED_UNITS and bool(_SIGNED_BY_UNIT.search(before))


@lru_cache
def _rest_of_list(folder: Path | None) -> re.Pattern[str]:
    """Takes what stands behind a bare number of a list up to the unit that all of it has."""
    and_, number = r"(?:[、和及与]|以及) ?[-−]?", r"\d+(?:\.\d+)?"
    return re.compile(
        rf"(?:{and_}{number})+(?P<power>[百千万亿]*) ?(?P<unit>{unit_pattern(folder)})"
    )


def _read_shared(
    text: str, match: re.Match[str], value: Fraction, gazetteers: Path | None
) -> Mention | None:
    """分别回落2.16和1.66个百分点, 分别为12、15万吨: a bare number has the list's last unit."""
    end = match.end("number")
    if not match["number"][0].isdigit() or text[end : end + 1] not in tuple("、和及与以"):
        return None
    rest = _rest_of_list(gazetteers).match(text, end)
    if rest is None or not _EACH_OF.search(text[max(0, match.start() - 60) : match.start()]):
        return None
    if not POWER_END.search(match["number"]):
        for power in rest["power"]:
            value *= POWERS[power]
    start, unit = match.start(), rest["unit"].strip()
    if text[start - 1 : start] in ("-", "−"):
        start, value = start - 1, -value
    return hedged_mention(text, start, end, value, _USUAL_UNIT.get(unit, unit))


def _hedge_of(match: re.Match[str]) -> str | None:
    """多, 余, 几 or 来 in the number or right behind it, else what stands behind the unit."""
    inexact = _INEXACT.search(match["number"] + (match["halves"] or ""))
    return match["inner"] or (inexact[0] if inexact else match["after"])


def _is_no_measure(text: str, match: re.Match[str], end: int, gazetteers: Path | None) -> bool:
    if match["unit"] is None:
        return not stands_alone(text, match, end)
    if is_article(text, match, gazetteers) or is_word(text, match, gazetteers):
        return True
    return is_slogan(text, match.start(), end)


def _unit_of(text: str, match: re.Match[str], value_max: Fraction | None) -> str | None:
    """The unit in its usual form, of the first number alone where the two make no range."""
    first_alone = match["high"] is not None and value_max is None
    unit = match["low_unit" if first_alone else "unit"]
    if unit == "个" and _DECIMAL_END.search(match["number"]) and _POINTS.match(text, match.end()):
        return "个百分点"  # 高3.2个和1.7个百分点
    return _USUAL_UNIT.get(unit.strip(), unit.strip()) if unit else None
