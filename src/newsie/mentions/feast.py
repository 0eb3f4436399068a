"""节日: feasts and days of the lunar calendar → `TimeValue`.

A feast's day itself is a date; the days around it are as precise as its month. The moving feasts
and seasons are in the gazetteer `holiday.tsv`, the months of the lunar calendar in
`lunar_month.tsv`, both from 1980 to 2050. Surface forms::

    国庆期间  五一假期  “五一”小长假  春节黄金周  教师节前夕
    元旦当天  中秋节当天
    国庆中秋假期  元旦、春节期间
    农历正月十五  正月初一  农历八月十五  腊月廿三  闰六月初一
    明年春节前  国庆节前
    春节  2025年中秋节  冬至                      alone
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from newsie.gazetteers import load_gazetteer
from newsie.mentions.calendar import Clock
from newsie.mentions.day import Reader
from newsie.mentions.year import YEAR, read_count, read_year
from newsie.values import TimeValue

_FIXED = {
    "元旦": "01-01", "三八": "03-08", "妇女": "03-08", "植树": "03-12", "五一": "05-01",
    "劳动": "05-01", "青年": "05-04", "六一": "06-01", "儿童": "06-01", "建党": "07-01",
    "七一": "07-01", "建军": "08-01", "八一": "08-01", "教师": "09-10", "国庆": "10-01",
    "十一": "10-01",
}  # fmt: skip
_MOVING = (
    "除夕", "春节", "元宵", "清明", "端午", "七夕", "中秋", "重阳",
    "立春", "春分", "立夏", "夏至", "立秋", "秋分", "立冬", "冬至",
)  # fmt: skip
_DAYS_AHEAD = 31
_FEAST_AHEAD = 62
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


@lru_cache
def _moving_feasts() -> dict[str, dict[str, str]]:
    """Month and day of each moving feast, by year."""
    return {row["year"]: row for row in load_gazetteer("holiday")}


def _day_of(feast: str, year: int | None) -> str | None:
    if year is None:
        return None
    month_day = _FIXED.get(feast) or _moving_feasts().get(str(year), {}).get(feast)
    return month_day and f"{year}-{month_day}"


def _nearest_day(feast: str, clock: Clock) -> str | None:
    """The feast's last day that does not lie more than two months ahead of publication."""
    if clock.named_year or clock.day is None:
        return _day_of(feast, clock.named_year or clock.year)
    latest = (clock.day + timedelta(365 if clock.ahead else _FEAST_AHEAD)).isoformat()
    days = (_day_of(feast, clock.day.year + shift) for shift in (1, 0, -1))
    return next((day for day in days if day and day <= latest), None)


def _closest_day(feast: str, clock: Clock) -> str | None:
    """The feast's day that lies closest to publication, on either side: 国庆节前."""
    today = clock.day
    if today is None or clock.ahead or clock.named_year:
        return _nearest_day(feast, clock)
    days = filter(None, (_day_of(feast, today.year + shift) for shift in (-1, 0, 1)))
    return min(days, key=lambda day: abs(date.fromisoformat(day) - today), default=None)


def read_feast(match: re.Match[str], clock: Clock) -> TimeValue:
    """国庆期间, 五一假期, 教师节前夕: the month; 国庆中秋假期: that of both; 元旦当天: the day."""
    year = read_year(match["year"], clock) if match["year"] else None
    feasts = [feast for feast in (match["feast"], match["other"]) if feast]
    find = _closest_day if match["part"] == "前" else _nearest_day
    days = [_day_of(feast, year) if match["year"] else find(feast, clock) for feast in feasts]
    if match["part"].startswith("当"):
        return TimeValue(match[0], days[0], days[0], "point")
    months = sorted({day[:7] for day in days if day})
    if not months or None in days:
        return TimeValue(match[0], kind="period")
    kind = "deadline" if match["part"] == "前" else "period"
    if len(months) > 1:
        return TimeValue(match[0], None, "/".join(months), kind)
    return TimeValue(match[0], months[0], months[0], kind)


def read_bare_feast(match: re.Match[str], clock: Clock) -> TimeValue:
    """春节, 2025年中秋节, “五一”: the day itself."""
    year = read_year(match["year"], clock) if match["year"] else None
    day = _day_of(match["feast"], year) if match["year"] else _nearest_day(match["feast"], clock)
    return TimeValue(match[0], day, day, "point")


@lru_cache
def _lunar_months() -> dict[str, tuple[date, int]]:
    """The first day and the length of each month of the lunar calendar, by year and month."""
    return {
        row["month"]: (date.fromisoformat(row["first_day"]), int(row["days"]))
        for row in load_gazetteer("lunar_month")
    }


def _lunar_day(year: int, month: str, day: int) -> str | None:
    """The ISO day of a day of the lunar calendar; None where the month is shorter."""
    first, days = _lunar_months().get(f"{year}-{month}", (None, 0))
    return (
        None if first is None or not 1 <= day <= days else (first + timedelta(day - 1)).isoformat()
    )


def read_lunar(match: re.Match[str], clock: Clock) -> TimeValue:
    """农历正月十五, 腊月二十三: of the lunar year named, else the one last reached."""
    word = match["lunar"]
    if word.startswith("大年"):
        word = "正月" + word.removeprefix("大年")
    month = _LUNAR_MONTHS.get(word[0]) or read_count(word.partition("月")[0])
    day = read_count(word.partition("月")[2].removeprefix("初").removesuffix("日"))
    number = f"{month:02}" + ("L" if match["leap"] else "")
    if match["year"]:
        year = read_year(match["year"], clock)
        found = None if year is None else _lunar_day(year, number, day)
    else:
        found = _nearest_lunar(number, day, clock)
    return TimeValue(match[0], found, found, "point")


def _nearest_lunar(month: str, day: int, clock: Clock) -> str | None:
    """The last such day that does not lie more than a month ahead of publication."""
    if clock.day is None:
        return None
    latest = (clock.day + timedelta(365 if clock.ahead else _DAYS_AHEAD)).isoformat()
    earliest = (clock.day - timedelta(_DAYS_AHEAD if clock.ahead else 365)).isoformat()
    days = (_lunar_day(clock.day.year + shift, month, day) for shift in (1, 0, -1))
    return next((found for found in days if found and earliest <= found <= latest), None)


_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|[廿二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)"
)
_WELL_KNOWN = "元旦|五一|国庆|十一|七一|除夕|春节|元宵|清明|端午|中秋"
_FEAST = "|".join((*_FIXED, *_MOVING))
FEAST_RULES: tuple[tuple[str, Reader], ...] = (
    (
        rf"(?P<year>{YEAR})?(?:农历|阴历)(?P<leap>闰)?"
        rf"(?P<lunar>(?:[正冬腊]|十?[一二]|[三四五六七八九十])月{_LUNAR_DAY})日?",
        read_lunar,
    ),
    (
        rf"(?P<year>{YEAR})?(?P<leap>闰(?=[二三四五六七八九十]))?"
        rf"(?P<lunar>[正腊]月{_LUNAR_DAY}|(?:[一二三四五六七八九十]|十[一二])月初"
        rf"[一二三四五六七八九十])日?",
        read_lunar,
    ),
    (
        rf"(?P<year>{YEAR}的?)?[“]?(?P<feast>{_FEAST})[”]?节?[”]?"
        rf"(?:[、和]?[“]?(?P<other>{_FEAST})[”]?节?(?:双节|两节)?)?"
        rf"(?:佳节)?(?P<part>假期|假日|小?长假|黄金周|期间|前夕|前后|当天|当日"
        r"|(?:即将)?(?:来临|到来|临近)之际)(?:期间)?",
        read_feast,
    ),
    (
        rf"(?P<year>{YEAR}的?)?[“]?(?P<feast>{_WELL_KNOWN})[”]?节?[”]?(?P<other>)"
        r"(?P<part>前)(?![夕后锋往来沿景途提])",
        read_feast,
    ),
)

# Read where the words stand alone, but no time by themselves in running text.
TERSE_FEAST_RULES: tuple[tuple[str, Reader], ...] = (
    (rf"(?P<year>{YEAR}的?)?[“]?(?P<feast>{_FEAST})[”]?节?[”]?", read_bare_feast),
    (rf"(?P<year>{YEAR})?(?P<leap>)(?P<lunar>冬月{_LUNAR_DAY}|大年初[一二三四五六七])", read_lunar),
)
