"""节日: feasts and days of the lunar calendar → `TimeValue`.

A feast's day itself is a date; the days around it are as precise as its month. The moving feasts
are in the gazetteer `holiday.tsv`; another day of the lunar calendar keeps its words alone.
Surface forms::

    国庆期间  五一假期  “五一”小长假  春节黄金周  教师节前夕
    元旦当天  中秋节当天
    农历正月十五  正月初一  农历八月十五
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.gazetteers import load_gazetteer
from newsie.mentions.calendar import Clock
from newsie.mentions.day import Reader
from newsie.mentions.year import YEAR, read_year
from newsie.values import TimeValue

_FIXED = {
    "元旦": "01-01", "三八": "03-08", "妇女": "03-08", "植树": "03-12", "五一": "05-01",
    "劳动": "05-01", "青年": "05-04", "六一": "06-01", "儿童": "06-01", "建党": "07-01",
    "七一": "07-01", "建军": "08-01", "八一": "08-01", "教师": "09-10", "国庆": "10-01",
    "十一": "10-01",
}  # fmt: skip
_MOVING = ("除夕", "春节", "元宵", "清明", "端午", "七夕", "中秋", "重阳")
_LUNAR = {
    "正月初一": "春节", "正月十五": "元宵", "五月初五": "端午", "七月初七": "七夕",
    "八月十五": "中秋", "九月初九": "重阳",
}  # fmt: skip


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
    """The feast's day in the year of publication, or last year's where that lies too far ahead."""
    day = _day_of(feast, clock.year)
    if day is None or clock.named_year:
        return _day_of(feast, clock.named_year)
    return _day_of(feast, clock.year_of_month(int(day[5:7])))


def read_feast(match: re.Match[str], clock: Clock) -> TimeValue:
    """国庆期间, 五一假期, 教师节前夕: the month; 元旦当天: the day."""
    feast = match["feast"]
    if match["year"]:
        day = _day_of(feast, read_year(match["year"], clock))
    else:
        day = _nearest_day(feast, clock)
    if match["part"].startswith("当"):
        return TimeValue(match[0], day, day, "point")
    month = day and day[:7]
    return TimeValue(match[0], month, month, "period")


def read_lunar(match: re.Match[str], clock: Clock) -> TimeValue:
    """农历正月十五: a feast's day, else unresolved."""
    feast = _LUNAR.get(match["lunar"])
    if feast is None:
        return TimeValue(match[0])
    year = read_year(match["year"], clock) if match["year"] else None
    day = _day_of(feast, year) if match["year"] else _nearest_day(feast, clock)
    return TimeValue(match[0], day, day, "point")


_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|[廿二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)"
)
FEAST_RULES: tuple[tuple[str, Reader], ...] = (
    (
        rf"(?P<year>{YEAR})?(?:农历|阴历)(?P<lunar>(?:[正冬腊]|十?[一二]|[三四五六七八九十])月{_LUNAR_DAY})日?",
        read_lunar,
    ),
    (
        rf"(?P<year>{YEAR})?(?P<lunar>[正腊]月{_LUNAR_DAY}|(?:[一二三四五六七八九十]|十[一二])月初"
        rf"[一二三四五六七八九十])日?",
        read_lunar,
    ),
    (
        rf"(?P<year>{YEAR}的?)?[“]?(?P<feast>{'|'.join((*_FIXED, *_MOVING))})[”]?节?[”]?"
        rf"(?P<part>假期|假日|小?长假|黄金周|期间|前夕|前后|当天|当日)(?:期间)?",
        read_feast,
    ),
)
