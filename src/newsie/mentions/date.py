"""时间: dates and periods in running text: a passage in, mentions with `values.TimeValue` out.

`find_dates` finds the words and resolves what the words alone say; `resolve_dates` reads those of
an article in order, against its publication and the times named before; `resolve_time` reads one.
The surface forms are listed in `newsie.mentions.day`, `.period`, `.feast` and `.year`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsie.article import Mention
from newsie.mentions.calendar import Clock
from newsie.mentions.day import DAY_RULES, TERSE_DAY_RULES, Reader
from newsie.mentions.feast import FEAST_RULES, TERSE_FEAST_RULES
from newsie.mentions.period import PERIOD_RULES, TERSE_PERIOD_RULES, read_vague
from newsie.triggers import compile_quick, first_characters, one_of
from newsie.values import TimeValue

_RULES = (*FEAST_RULES, *DAY_RULES, *PERIOD_RULES)
_NUMERAL = "一二三四五六七八九十两〇○零"
_COUNT = rf"[\d{_NUMERAL}]{{1,3}}"
_TO = " ?[-－—–―~～至到]"
_SPANNING = "年(?:以?来|之?内|间)|个月以?来"
_OF_PLAN = "五(?:[”期末以]|时期|规划)"
_OF_FEAST = "[”节假小长黄期前当佳即来到临]"
# How the words can start: the first character, the second, and what must stand behind the first.
# One look in C at each character spares nearly all of them the rules.
_STARTS = (
    (
        r"\d",
        r"\d.月日年个季世 －—–―~～至到\-",
        rf"\d?(?:[月日]|{_SPANNING})|\d{{3}}(?:年|[-/.]\d)|季度|\d世纪|(?:\d|\d{{3}})?{_TO}|\d?\.\d\d?\.(?:19|20)\d\d",
    ),
    (
        _NUMERAL,
        rf"{_NUMERAL}月日年个季、夕”期末以时规 －—–―~～至到\-",
        rf"[{_NUMERAL}]{{0,2}}(?:[月日]|{_SPANNING}|{_TO})|[{_NUMERAL}]{{3}}年|、?[二三四]?季度|十世纪"
        rf"|[{_NUMERAL}]?{_OF_PLAN}|[一八夕](?:{_OF_FEAST}|[建劳国])",
    ),
    ("年", "内底末初度", "."),
    ("同", "天日月年一", "[^一]|一[天日]"),
    (
        "上下",
        "年月周星礼个季半一世上下",
        "[年月周星礼]|个[月周星礼]|一?季度|[半一]年|世纪|[上下]个?[周星礼]",
    ),
    ("本这", rf"年月周星礼个季世\d{_NUMERAL}", rf"[年月周星礼]|个[月周星礼]|季度|世纪|{_COUNT}年"),
    ("今去明", "年天日晨晚夜春夏秋冬", "[年天日晨晚夜春夏秋冬]"),
    ("前", rf"年天日\d{_NUMERAL}", rf"[年天日]|{_COUNT}个?[月季]"),
    ("后昨", "年天日晨晚夜", "[年天日晨晚夜]"),
    ("当次翌", "年月天日晚前", "[年月天日晚前]"),
    ("月日目", "底前", "底?前"),
    ("近", rf"日期年几段\d{_NUMERAL}", rf"[日期]|段时|年来|几年|{_COUNT}[年个]"),
    ("今未最过", "后来近去", rf".(?:的?{_COUNT}[年个]|，)"),
    ("周", "一二三四五六日天", "[一二三四五六日天]"),
    ("星礼", "期拜", "[期拜]"),
    ("不", "久", "久前"),
    ("连", "日", "日来"),
    ("前岁", "不末", "不久|末年"),
    ("节年", "日前后", "日期|[前后]"),
    ("佳新", "节春年", "节|[春年]佳"),
    ("这", "几", "几天"),
    ("截", "至止", "[至止]"),
    ("迄", "今", "今"),
    (
        "到至",
        r"\d一二三四十今去前本上下明首年目",
        rf"年[底末]|目前|\d{{1,4}}[年月季]|[一二三四十][{_NUMERAL}]{{0,3}}[年月季]|[今去前本上下]年|明"
        rf"|[本上下]个?月|[上下]半年|上一年|首季|前{_COUNT}个?季",
    ),
    ("第", r"一二三四\d", ".季度"),
    ("首", "季", "季"),
    ("全来开多", "年", "年"),
    ("新", "的一中世", "的?一年|中国|世纪"),
    ("头", rf"\d{_NUMERAL}", rf"{_COUNT}个月"),
    ("闰", "二三四五六七八九十", "[二三四五六七八九十]月"),
    ("大", "前后", ".[天日年]"),
    ("农阴", "历", "历"),
    ("正腊元", "月", "月"),
    ("建改抗入", "国党区市县革战汛冬夏", "[国党区市县革战汛冬夏]"),
    (
        "元除春清端中重妇植劳青儿建教国立夏秋冬",
        "旦宵夕节明午秋阳女树动年童军党师庆春夏冬分至",
        f".(?:{_OF_FEAST}|[、和元春清端中国妇建])",
    ),
    (
        "“",
        rf"{_NUMERAL}元除春清端中重妇植劳青儿建教国立夏秋冬",
        rf"[{_NUMERAL}]{{1,2}}[一五八夕]|[^{_NUMERAL}]",
    ),
    ("明清", "民洪永宣正成弘嘉隆万崇顺康雍乾道咸同光", "[民洪永宣正成弘嘉隆万崇顺康雍乾道咸同光]"),
    (
        "民洪永宣正成弘嘉隆万崇顺康雍乾道咸同光",
        "武乐德统化治靖庆历祯熙正隆光丰绪国",
        rf".[元\d{_NUMERAL}]",
    ),
)
_DEMANDS = re.compile(r"(?:要求，|(?<![一-鿿])要|力争|确保)[^。！？\n]*\Z")
_OF_YEAR = re.compile(r"(?:去年|前年|今年|\d{4}年)\d{1,2}月")
_SINCE = re.compile(r"[^，。；\n]{2,16}以来")
_SENTENCE_END = re.compile(r"[。！？；\n]")
# 将于9月开工, 预计10月投产, 7月投产后: what is still to come.
_TO_COME = compile_quick(
    r"(?:将|计划|力争|预计|拟|确保|争取|有望|定于|决定|(?<![接招看对期优款])待)[^，。；、\n]{0,8}\Z"
)
_COMING = re.compile(
    r"[^，。；、\n]{0,6}(?:将|拟|可望|有望|力争|计划|[投建]成?[产用运]后)|(?:就|便)?(?:能(?![源力])|必须|如期)"
)
_A_MONTH = re.compile(r"(?P<year>\d{4})-(?:Q(?P<quarter>\d)|(?P<month>\d\d))")
_FAR_AHEAD = 6  # months
# 8月，县里将改造危房; 第四季度，全县计划新建学校2所
_COMING_BEHIND = re.compile(
    r"，?[^，。；、\n]{0,10}(?<![通麻大小老])(?:将(?![士军领]|[^，。；、\n]{0,16}[了到往给])|拟(?!定)|计划|力争|预计|确保)"
)
# 预计6月竣工，7月投产: what is to come goes on.
_GOING_ON = re.compile(r"[^。；！？\n了已]{1,20}\Z")
_JOINED = ("和", "、", "及", "与", "至", "到")
_HAS_YEAR = re.compile(r"\d{4}年\d{1,2}月")
_COMPARED = ("比", "较", "与", "同")


@lru_cache
def _start() -> re.Pattern[str]:
    """Takes the first character of what may be a date."""
    second = "".join(row[1] for row in _STARTS)
    rows = (f"[{row[0]}](?={row[2]})" for row in _STARTS)
    return compile_quick(f"(?=.[{second}])(?:{'|'.join(rows)})")


@lru_cache
def _finder() -> re.Pattern[str]:
    """Every rule's pattern in one, the names of their groups left out."""
    return re.compile("|".join(_look_first(_nameless(pattern)) for pattern, _ in _RULES))


def _look_first(pattern: str) -> str:
    """A pattern behind a look at its first character, which most of the rules' turn away."""
    first = first_characters(pattern)
    return f"(?:{pattern})" if first is None else f"(?={one_of(first)})(?:{pattern})"


def _nameless(pattern: str) -> str:
    """A pattern whose groups have no names; a back reference to a separator becomes its class."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=sep)", "[-/.]"))


@lru_cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    rules = (*_RULES, *TERSE_FEAST_RULES, *TERSE_DAY_RULES, *TERSE_PERIOD_RULES)
    return tuple((re.compile(pattern), reader) for pattern, reader in rules)


def find_dates(text: str) -> list[Mention]:
    """The dates and periods of a passage, in reading order, resolved as far as the words go.

    >>> [found] = find_dates("会议于2025年2月6日召开。")
    >>> found.start, found.end, found.value.date
    (3, 12, '2025-02-06')
    """
    return list(_find_dates(text))


@lru_cache(maxsize=128)
def _find_dates(text: str) -> tuple[Mention, ...]:
    # A page that no metadata dates is looked through twice: for its day, then article by article.
    found: list[Mention] = []
    matches, end = _finder().match, 0
    for start in _start().finditer(text):
        if start.start() >= end and (match := matches(text, start.start())):
            end = match.end()
            found.append(Mention("date", start.start(), end, _read_alone(match[0])))
    return tuple(found)


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
    clock, last, ahead = Clock(published), 0, False
    for mention in mentions:
        between = text[last : mention.start]
        last = mention.end
        clock = _forget(clock, between)
        reading = _reading(mention.value.text)
        if reading is None or reading[1] is read_vague:  # no clock tells what these mean
            resolved.append(mention)
            continue
        ahead = _is_ahead(text, mention) or (ahead and _GOING_ON.match(between) is not None)
        sense = clock.looking_ahead() if ahead else clock
        if between in _JOINED and resolved and _HAS_YEAR.match(resolved[-1].value.text):
            sense = sense.naming_year(int((resolved[-1].value.date or "0")[:4]) or None)
        if mention.value.text == "全年" and (year := _year_before(resolved, text, mention.start)):
            sense = sense.naming_year(year)
        match, reader = reading
        value = reader(match, sense)
        if not ahead and published and _COMING_BEHIND.match(text, mention.end):
            value = _of_this_year(value, reader(match, clock.looking_ahead()), published)
        resolved.append(Mention("date", mention.start, mention.end, value))
        if value.kind == "year" and _SINCE.match(text, mention.end):
            continue  # 自2019年实施以来，截至7月5日: not that year's July
        clock = _remember(clock, value, text[mention.start - 1 : mention.start])
    return resolved


def _of_this_year(value: TimeValue, ahead: TimeValue, published: str) -> TimeValue:
    """A month or quarter as one of this year, where it would be last year's: 8月，县里将改造60户.

    Args:
        value: as it is read; `ahead`: as it would be if still to come.
    """
    found, coming = value.period or value.date or "", ahead.period or ahead.date or ""
    year = published[:4]
    last = found[:4].isdigit() and int(found[:4]) == int(year) - 1
    month = _A_MONTH.match(coming)
    if not last or month is None or month["year"] != year or len(published) < len("2024-01"):
        return value
    first = 3 * int(month["quarter"]) - 2 if month["quarter"] else int(month["month"])
    return ahead if first <= int(published[5:7]) + _FAR_AHEAD else value


def _year_before(resolved: Sequence[Mention], text: str, start: int) -> int | None:
    """The year of a month told right before: 去年6月投产，全年产值达6亿元."""
    last = resolved[-1] if resolved else None
    if last is None or not _OF_YEAR.match(last.value.text) or not last.value.date:
        return None
    return None if _SENTENCE_END.search(text, last.end, start) else int(last.value.date[:4])


def _is_ahead(text: str, mention: Mention) -> bool:
    if mention.value.text == "全年":  # 预计全年增长5% is told of the year that is over, in January
        return bool(_DEMANDS.search(text, max(0, mention.start - 40), mention.start))
    before = text[max(0, mention.start - 12) : mention.start]
    return bool(_TO_COME.search(before) or _COMING.match(text, mention.end))


def _forget(clock: Clock, between: str) -> Clock:
    """The clock without the year of a sentence that ended, or the old day of a paragraph."""
    if clock.named_year is not None and _SENTENCE_END.search(between):
        clock = clock.naming_year(None)
    if clock.told_year is not None and "\n" in between:
        clock = clock.telling_of(None)
    if clock.named_day and "\n" in between and not clock.is_recent(clock.named_day):
        clock = clock.naming_day(None)
    return clock


def _remember(clock: Clock, value: TimeValue, before: str) -> Clock:
    """The clock after a time was named; what is only compared with is not remembered."""
    if value.date is None or before in _COMPARED or value.kind in ("deadline", "period"):
        return clock
    if value.kind == "point":
        if value.text.endswith("起") or clock.is_ahead_of(value.date):
            return clock
        return clock.naming_day(value.end_date or value.date)
    if value.kind == "year" and not value.text.startswith(("上年", "年", "全年", "到")):
        year = int(value.date[:4])
        return clock.naming_year(year).telling_of(year)
    return clock


@lru_cache(maxsize=4096)
def _reading(text: str) -> tuple[re.Match[str], Reader] | None:
    """The first rule that takes words as a whole: its match, and what reads that."""
    for pattern, reader in _readers():
        if match := pattern.fullmatch(text):
            return match, reader
    return None


@lru_cache(maxsize=4096)
def _read_alone(text: str) -> TimeValue:
    """The value of words of which nothing else is known."""
    return resolve_time(TimeValue(text))


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
    reading = _reading(text)
    if reading is None:
        return None
    match, reader = reading
    return reader(match, Clock(published, day, year, ahead=ahead))
