"""日: words for a day or a span of days → `TimeValue`.

Surface forms::

    2025年2月6日  二〇二五年二月六日  今年2月6日  2月6日  6日  本月20日
    2025-02-06  2025/2/6  2025.2.6
    3月9日至11日  14日—16日  2月28日至3月2日  2025年12月30日至2026年1月2日
    9月30日起至10月7日  1月26日开始，至3月5日  8月3日8时至5日20时
    今天  昨天  昨晚  明日  大后天  今天（12月22日）
    当天  同日  次日
    周二  上周五  本周一  下星期三  礼拜日  本周末
    截至2月11日  10月15日前  9月5日起  5月1日以来
    2月6日上午  昨天下午3时                          alone
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from newsie.mentions.calendar import Clock, iso_day, iso_month
from newsie.mentions.year import DAY, MONTH, YEAR, read_count, read_year
from newsie.values import TimeValue

Reader = Callable[[re.Match[str], Clock], TimeValue]

_RELATIVE = {
    "今": 0, "昨": -1, "明": 1, "前": -2, "后": 2, "大前": -3, "大后": 3,
}  # fmt: skip
_TO = r" ?(?:——|[-－—–―~～至到]) ?"
_OF_CLOCK = r"(?:(?:[上下]午|凌晨|早上|晚上?)?\d{1,2}(?:[时点](?:\d{1,2}分)?|[:：]\d\d))?"
_ON_TO = rf"(?:{_TO}|(?:起|开始)[，,]?(?:一直)?(?:持续)?[至到]|(?:一直)?持续[至到])"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"  # of a day whose 日 stands behind the last: 6月20-21日
_WEEKDAY = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_WEEKDAY_NOTE = r"(?:[，, ]?[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?)?"
_OF_MONTH = rf"(?:{MONTH}|本月|当月|上个?月|下个?月|同月)"
_BEFORE = r"之前|以前|前(?![移进置列往来夕期言后沿线海三两一二四五六七八九十\d])"
_FROM = r"起(?![步好草航飞降源到点义诉])"
_SUFFIX = rf"(?:{_BEFORE}|以来|{_FROM})?"


def _span(text: str, first: str | None, last: str | None) -> TimeValue:
    if first is None or last is None:
        return TimeValue(text, kind="point")
    return TimeValue(text, first, f"{first}/{last}", "point", last if last != first else None)


def _point(text: str, day: str | None, suffix: str | None = None) -> TimeValue:
    kind = "deadline" if suffix in ("前", "之前", "以前") else "point"
    return TimeValue(text, day, day, kind)


def _since(text: str, day: str | None, clock: Clock) -> TimeValue:
    """From a day to that of publication."""
    now = clock.shifted_day(0)
    known = day is not None and now is not None and day <= now
    return TimeValue(text, day, f"{day}/{now}" if known else None, "period")


def _month_of(word: str, year: str | None, clock: Clock) -> str | None:
    """The ISO month of 2月, 本月, 上月, with or without a year."""
    shift = {"本": 0, "上": -1, "下": 1}.get(word[0])
    if shift is not None:
        return clock.shifted_month(shift)
    if word in ("当月", "同月"):
        return clock.named_day[:7] if clock.named_day else None
    month = read_count(word)
    named = read_year(year, clock) if year else clock.year_of_month(month)
    return iso_month(named, month)


def _in_month(month: str | None, word: str) -> str | None:
    if month is None or len(month) < 7:
        return None
    return iso_day(int(month[:4]), int(month[5:7]), read_count(word))


def read_day(match: re.Match[str], clock: Clock) -> TimeValue:
    """2025年2月6日, 2月6日, 本月20日, 10月15日前."""
    ahead = match["suffix"] in ("前", "之前", "以前", "起")
    sense = clock.looking_ahead() if ahead else clock
    month = _month_of(match["month"], match["year"], sense)
    if match["suffix"] == "以来":
        return _since(match[0], _in_month(month, match["day"]), clock)
    suffix = "前" if match[0].startswith(("到", "至")) else match["suffix"]
    return _point(match[0], _in_month(month, match["day"]), suffix)


def read_weekend(match: re.Match[str], clock: Clock) -> TimeValue:
    """本周末, 上周末: Saturday and Sunday."""
    week = clock.week({"上": -1, "下": 1}.get(match["which"], 0))
    saturday = week and (date.fromisoformat(week[1]) - timedelta(1)).isoformat()
    return _span(match[0], saturday, week and week[1])


def read_days(match: re.Match[str], clock: Clock) -> TimeValue:
    """3月9日至11日, 2月28日至3月2日, 2025年12月30日至2026年1月2日."""
    month = _month_of(match["month"], match["year"], clock)
    first = _in_month(month, match["day"])
    if first is None or month is None:
        return _span(match[0], None, None)
    last_month: str | None = month
    if match["last_month"]:
        year = read_year(match["last_year"], clock) or int(month[:4])
        number = read_count(match["last_month"])
        if not match["last_year"] and number < int(month[5:7]):
            year += 1
        last_month = iso_month(year, number)
    return _span(match[0], first, _in_month(last_month, match["last_day"]))


def read_bare_days(match: re.Match[str], clock: Clock) -> TimeValue:
    """14日—16日."""
    month = clock.month_of_day(read_count(match["day"]))
    return _span(match[0], _in_month(month, match["day"]), _in_month(month, match["last_day"]))


def read_bare_day(match: re.Match[str], clock: Clock) -> TimeValue:
    """14日, in the month named last or else the one of publication."""
    month = clock.month_of_day(read_count(match["day"]))
    return _point(match[0], _in_month(month, match["day"]), match["suffix"])


def read_numeric(match: re.Match[str], clock: Clock) -> TimeValue:
    """2025-02-06 18:30, 2025/2/6, 2025.02.06, 06.02.2025."""
    year, month, day = map(int, match.group("y", "m", "d"))
    return _point(match[0], iso_day(year, month, day))


def read_short(match: re.Match[str], clock: Clock) -> TimeValue:
    """12/1: month and day."""
    month, day = int(match["m"]), int(match["d"])
    return _point(match[0], iso_day(clock.year_of_month(month), month, day))


def read_relative(match: re.Match[str], clock: Clock) -> TimeValue:
    """今天, 昨晚, 大后天; a bracket behind it says the day outright."""
    if match["month"]:
        alone = Clock(clock.published)
        return _point(match[0], _in_month(_month_of(match["month"], None, alone), match["day"]))
    return _point(match[0], clock.shifted_day(_RELATIVE[match["shift"]]))


def read_same(match: re.Match[str], clock: Clock) -> TimeValue:
    """当天, 同日, 次日: the day named last."""
    named = clock.named_day if clock.named_day and len(clock.named_day) == 10 else None
    if named and match[0].startswith(("次", "翌")):
        named = (date.fromisoformat(named) + timedelta(1)).isoformat()
    return _point(match[0], named)


def read_weekday(match: re.Match[str], clock: Clock) -> TimeValue:
    """周二, 上周五, 下星期三: of the week of publication, unless the word says another."""
    day, which = clock.day, match["which"] or ""
    if day is None:
        return _point(match[0], None)
    monday = day - timedelta(day.weekday())
    weeks = which.count("下") - which.count("上")
    found = monday + timedelta(7 * weeks + _WEEKDAY[match["weekday"]])
    if not which and found > day and not clock.ahead:
        found -= timedelta(7)
    return _point(match[0], found.isoformat())


DAY_RULES: tuple[tuple[str, Reader], ...] = (
    (
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d.])",
        read_numeric,
    ),
    (
        r"(?<![\d.])(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?![\d.])",
        read_numeric,
    ),
    (
        rf"(?P<year>{YEAR})?(?P<month>{_OF_MONTH})(?P<day>{DAY}|{_NUMBER}(?={_TO}{_NUMBER}[日号])){_WEEKDAY_NOTE}{_OF_CLOCK}{_ON_TO}"
        rf"(?:(?P<last_year>{YEAR})?(?P<last_month>{MONTH}))?(?P<last_day>{DAY})",
        read_days,
    ),
    (
        rf"(?:截[至止](?:到|目前)?|(?<![来达直遇提增])[到至])?(?P<year>{YEAR})?(?P<month>{_OF_MONTH})(?P<day>{DAY})"
        rf"{_WEEKDAY_NOTE}(?P<suffix>{_SUFFIX})",
        read_day,
    ),
    (
        r"(?P<shift>今|昨|明|(?<![会赛战节])(?:大?前|大?后))(?:天|(?<![一-鿿]后)日(?!报|本|头)|(?<=[今昨明])[晨晚夜])"
        rf"(?:[上下中]午|晚上?|凌晨)?(?:[（(](?P<month>{MONTH})(?P<day>{DAY})[）)])?",
        read_relative,
    ),
    (r"当[天日晚](?!地)|同[一]?[天日](?!程)|次日|翌日", read_same),
    (
        r"(?P<which>上上个?|下下个?|上个?|下个?|[本这]个?)?"
        r"(?:(?<![一二两三四五六七八九十每\d])周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![期年岁])",
        read_weekday,
    ),
    (r"(?P<which>[本上下这])个?周末", read_weekend),
    (
        rf"(?<![\d月.])(?P<day>{DAY})(?<=\d日){_TO}(?P<last_day>{DAY})(?<=\d日)",
        read_bare_days,
    ),
    (
        r"(?:截[至止])?(?<![\d月.,])"
        r"(?P<day>(?:3[01]|[12]\d|0?[1-9])日|二?十[一二三四五六七八九]日)(?![内游龄照均产])"
        rf"(?P<suffix>{_SUFFIX})",
        read_bare_day,
    ),
)

# Read where the words stand alone, but too short to be found in running text.
_HOUR = (
    r"(?:[上中下]午|凌晨|清晨|早上|早晨|晚上?|夜间|傍晚)?"
    r"(?:\d{1,2}[时点:：](?:\d{1,2}分?|半|许)?|[一二三四五六七八九十]{1,2}[时点]半?许?)?"
)
TERSE_DAY_RULES: tuple[tuple[str, Reader], ...] = (
    (
        rf"(?P<year>{YEAR})?(?P<month>{_OF_MONTH})(?P<day>{DAY})(?P<suffix>){_WEEKDAY_NOTE}{_HOUR}",
        read_day,
    ),
    (rf"(?P<day>{DAY})(?P<suffix>){_HOUR}", read_bare_day),
    (rf"(?P<shift>今|昨|明|大?前|大?后)[天日](?P<month>)(?P<day>){_HOUR}", read_relative),
    (r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])", read_short),
    (
        rf"(?P<year>{YEAR}|[一两二]千[零〇]?[一二三四五六七八九十]{{1,3}}年)?(?P<month>{MONTH})"
        rf"(?P<day>初?[一二三四五六七八九十]{{1,3}})(?P<suffix>)",
        read_day,
    ),
)
