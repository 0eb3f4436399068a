"""时间: dates and periods in running text: a passage in, mentions with `values.TimeValue` out.

`find_dates` finds the words and resolves what the words alone say; `resolve_dates` reads those of
an article in order, against its publication and the times named before; `resolve_time` reads one.
The surface forms are listed in `newsie.mentions.day`, `.period`, `.feast` and `.year`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newsie.article import Mention
from newsie.mentions.calendar import Clock
from newsie.mentions.day import DAY_RULES, TERSE_DAY_RULES, Reader
from newsie.mentions.feast import FEAST_RULES
from newsie.mentions.period import PERIOD_RULES, TERSE_PERIOD_RULES
from newsie.values import TimeValue

_RULES = (*FEAST_RULES, *DAY_RULES, *PERIOD_RULES)
# How the words can start: a cheap look that spares most characters the rules.
_START = (
    r"\d{1,4}(?:[年月日号季世/.个]| ?[-－—–―~～至到])"
    r"|[一二三四五六七八九十两〇○零]{1,4}(?:[年月日号季个期时以末”规世]| ?[-－—–―~～至到])"
    r"|“[十一二三四五六七八九春国元清端中重除七五六八教三妇植劳青儿建]"
    r"|[今去明][年天日晨晚夜春夏秋冬后]|昨[天日晨晚夜]|大[前后][年天日]"
    r"|[前后][年天日\d一二两三四五六七八九十首]|[当同次翌本这][年天日晚月周个星礼一\d二两三四五六七八九十]"
    r"|[上下][年个周月星礼半世一上下]|[周星礼]|截[至止]|[到至第](?=[\d一二三四今明“十前上下首去本])"
    r"|首季|年[内底末初度]|全年|新的?一年|来年|[近未最过][日期来去近年几\d一二两三四五六七八九十]"
    r"|[月日目]前|月底|当前|不久前|农历|阴历|[正腊冬]月|除夕|春节|元[旦宵]|清明|端午|七夕|中秋|重阳"
    r"|抗战|入[汛冬夏]|改革|新中|建[国区市县]|妇女|植树|劳动|青年|儿童|建[党军]|教师|国庆|[五十六八七三][一八]"
    r"|[明清民洪永宣正成弘嘉隆万崇顺康雍乾道咸同光]"
)
_SENTENCE_END = re.compile(r"[。！？；\n]")
# 将于9月开工, 预计10月投产, 7月投产后: what is still to come.
_TO_COME = re.compile(r"(?:将|计划|力争|预计|拟|确保|争取|有望|定于|决定|待)[^，。；、\n]{0,8}$")
_COMING = re.compile(r"[^，。；、\n]{0,6}(?:将|拟|可望|有望|力争|计划|[投建]成?[产用运]后)")
_JOINED = ("和", "、", "及", "与", "至", "到")
_HAS_YEAR = re.compile(r"\d{4}年\d{1,2}月")
_COMPARED = ("比", "较", "与", "同")


@lru_cache
def _finder() -> re.Pattern[str]:
    """Every rule's pattern in one, the names of their groups left out."""
    return re.compile(f"(?={_START})(?:{'|'.join(_nameless(p) for p, _ in _RULES)})")


def _nameless(pattern: str) -> str:
    """A pattern whose groups have no names; a back reference to a separator becomes its class."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=sep)", "[-/.]"))


@lru_cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    rules = (*_RULES, *TERSE_DAY_RULES, *TERSE_PERIOD_RULES)
    return tuple((re.compile(pattern), reader) for pattern, reader in rules)


def find_dates(text: str) -> list[Mention]:
    """The dates and periods of a passage, in reading order, resolved as far as the words go.

    >>> [found] = find_dates("会议于2025年2月6日召开。")
    >>> found.start, found.end, found.value.date
    (3, 12, '2025-02-06')
    """
    return [
        Mention("date", *match.span(), resolve_time(TimeValue(match[0])))
        for match in _finder().finditer(text)
    ]


def resolve_dates(
    mentions: Sequence[Mention], text: str, published: str | None = None
) -> list[Mention]:
    """The dates of one passage, each read against publication and what was named before it.

    A year that a sentence names holds for the months after it, up to a semicolon; 当天 and a bare
    day (14日) refer to the day named last.

    Args:
        mentions: what `find_dates` found, in reading order.
        text: the passage they were found in.
        published: ISO date of publication, or its year or year and month.

    >>> text = "2023年，全区营收增长，3月开工。5月12日举行论坛，14日闭幕。"
    >>> [found.value.date for found in resolve_dates(find_dates(text), text, "2025-05-19")]
    ['2023', '2023-03', '2025-05-12', '2025-05-14']
    """
    resolved: list[Mention] = []
    clock, last = Clock(published), 0
    for mention in mentions:
        between = text[last : mention.start]
        clock = _forget(clock, between)
        sense = replace(clock, ahead=True) if _is_ahead(text, mention) else clock
        if between in _JOINED and resolved and _HAS_YEAR.match(resolved[-1].value.text):
            sense = replace(sense, named_year=int((resolved[-1].value.date or "0")[:4]) or None)
        value = _read(mention.value.text, sense) or mention.value
        resolved.append(replace(mention, value=value))
        clock, last = _remember(clock, value, text[mention.start - 1 : mention.start]), mention.end
    return resolved


def _is_ahead(text: str, mention: Mention) -> bool:
    if mention.value.text == "全年":  # 预计全年增长5% is told of the year that is over, in January
        return False
    before = text[max(0, mention.start - 12) : mention.start]
    return bool(_TO_COME.search(before) or _COMING.match(text, mention.end))


def _forget(clock: Clock, between: str) -> Clock:
    """The clock without the year of a sentence that ended, or the old day of a paragraph."""
    if clock.named_year is not None and _SENTENCE_END.search(between):
        clock = replace(clock, named_year=None)
    if clock.told_year is not None and "\n" in between:
        clock = replace(clock, told_year=None)
    if clock.named_day and "\n" in between and not clock.is_recent(clock.named_day):
        clock = replace(clock, named_day=None)
    return clock


def _remember(clock: Clock, value: TimeValue, before: str) -> Clock:
    """The clock after a time was named; what is only compared with is not remembered."""
    if value.date is None or before in _COMPARED or value.kind in ("deadline", "period"):
        return clock
    if value.kind == "point":
        if value.text.endswith("起") or clock.is_ahead_of(value.date):
            return clock
        return replace(clock, named_day=value.end_date or value.date)
    if value.kind == "year" and not value.text.startswith(("上年", "年", "全年", "到")):
        year = int(value.date[:4])
        return replace(clock, named_year=year, told_year=year)
    return clock


@lru_cache(maxsize=4096)
def _read(text: str, clock: Clock) -> TimeValue | None:
    """The value of words that one rule takes as a whole."""
    for pattern, reader in _readers():
        if match := pattern.fullmatch(text):
            return reader(match, clock)
    return None


def resolve_time(
    value: TimeValue,
    published: str | None = None,
    context: str | None = None,
    *,
    ahead: bool = False,
) -> TimeValue:
    """The same words, read against what is known of their time.

    Args:
        value: as `find_dates` gave it.
        published: ISO date of publication, or its year or year and month.
        context: ISO date, or year, named before in the sentence (当天, 14日, 上年).
        ahead: the words tell of what is still to come, as in a target.

    >>> resolve_time(TimeValue("上月"), "2024-12-11").date
    '2024-11'
    >>> resolve_time(TimeValue("7月"), "2025-02-21", ahead=True).date
    '2025-07'
    """
    return read_time(value.text, published, context, ahead=ahead) or value


def read_time(
    text: str,
    published: str | None = None,
    context: str | None = None,
    *,
    ahead: bool = False,
) -> TimeValue | None:
    """The value of words that say a time and nothing else; None where they are no such words."""
    year = int(context[:4]) if context else None
    day = context if context and len(context) > 4 else None
    return _read(text, Clock(published, day, year, ahead=ahead))
