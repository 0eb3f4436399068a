"""The calendar that relative words are read against: publication date and context → ISO dates.

A `Clock` knows the day, month or year of publication, and the date or year named last before the
words that are read. What neither can tell is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

# A month or day without a year that lies further ahead of publication than this is last year's.
_MONTHS_AHEAD = 1
_MONTHS_BEHIND = 9  # …and a deadline that lies further behind it is next year's
_RECENT = 45  # days
_REPORT_SEASON = 3  # up to March, 全年 and 过去一年 look back on the year before


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of the time of writing.

    Args:
        published: ISO date of publication, or its year or year and month.
        named_day: the ISO day, or month, named last before the words.
        named_year: the year that the half-sentence named before the words.
        told_year: the year that the paragraph tells of.
        ahead: the words name something still to come (a target's deadline).
    """

    published: str | None = None
    named_day: str | None = None
    named_year: int | None = None
    told_year: int | None = None
    ahead: bool = False

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return int(self.published[:4]) if self.published else None

    @property
    def month(self) -> int | None:
        """The month of publication."""
        return int(self.published[5:7]) if self.published and len(self.published) >= 7 else None

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return _day_of(self.published) if self.published else None

    # `dataclasses.replace` is several times slower, and a passage's clock changes at every date.
    def looking_ahead(self) -> Clock:
        """The clock for words that name something still to come."""
        if self.ahead:
            return self
        return Clock(self.published, self.named_day, self.named_year, self.told_year, ahead=True)

    def naming_day(self, day: str | None) -> Clock:
        """The clock after a day or month was named, or forgotten."""
        return Clock(self.published, day, self.named_year, self.told_year, self.ahead)

    def naming_year(self, year: int | None) -> Clock:
        """The clock after the half-sentence named a year, or ended."""
        return Clock(self.published, self.named_day, year, self.told_year, self.ahead)

    def telling_of(self, year: int | None) -> Clock:
        """The clock after the paragraph turned to a year, or ended."""
        return Clock(self.published, self.named_day, self.named_year, year, self.ahead)

    def shifted_day(self, days: int) -> str | None:
        """The day so many days after publication.

        >>> Clock("2025-03-01").shifted_day(-1)
        '2025-02-28'
        """
        if self.day is None or not 1 <= self.day.toordinal() + days <= date.max.toordinal():
            return None
        return (self.day + timedelta(days)).isoformat()

    def shifted_month(self, months: int) -> str | None:
        """The month so many months after that of publication.

        >>> Clock("2025-01").shifted_month(-1)
        '2024-12'
        """
        if self.year is None or self.month is None:
            return None
        count = self.year * 12 + self.month - 1 + months
        return f"{count // 12}-{count % 12 + 1:02}"

    def week(self, weeks: int) -> tuple[str, str] | None:
        """Monday and Sunday of the week so many weeks after that of publication."""
        if self.day is None:
            return None
        monday = self.day + timedelta(7 * weeks - self.day.weekday())
        return monday.isoformat(), (monday + timedelta(6)).isoformat()

    def year_of_month(self, month: int, ahead: int = _MONTHS_AHEAD) -> int | None:
        """The year of a month without one: the sentence's, else the nearest not far ahead.

        Args:
            month: 1 to 12.
            ahead: how many months after publication it may lie.

        >>> Clock("2025-01-14").year_of_month(12), Clock("2025-01-14").year_of_month(2)
        (2024, 2025)
        """
        if self.named_year is not None:
            return self.named_year
        if self.year is None or self.month is None:
            return self.year
        if self.ahead:
            return self.year + (month < self.month - _MONTHS_BEHIND)
        return self.year - (month > self.month + ahead)

    def month_of_day(self, day: int) -> str | None:
        """The month of a bare day (14日): that of the day named last, else the one last reached."""
        if self.named_day and len(self.named_day) >= 7:
            return self.named_day[:7]
        if self.day is None or self.ahead:
            return self.shifted_month(0)
        return self.shifted_month(-1 if day > self.day.day + 1 else 0)

    def year_told(self) -> int | None:
        """The year that the half-sentence names, or the paragraph tells of."""
        return self.named_year or self.told_year

    def reported_year(self) -> int | None:
        """The year that 全年 speaks of: the one told of, else the last that is wholly reported."""
        if told := self.year_told():
            return told
        if self.year is None or self.ahead:
            return self.year
        return self.year - self.looks_back()

    def is_recent(self, day: str) -> bool:
        """Whether an ISO day lies within some weeks of publication."""
        if self.day is None or len(day) < 10:
            return day[:4] == (self.published or "")[:4]
        return abs((self.day - date.fromisoformat(day)).days) <= _RECENT

    def is_ahead_of(self, day: str) -> bool:
        """Whether an ISO day lies after the day of publication."""
        return self.day is not None and day > self.day.isoformat()

    def looks_back(self) -> bool:
        """Whether publication falls in the season of yearly reports, January to March."""
        return self.month is not None and self.month <= _REPORT_SEASON


@lru_cache(maxsize=1024)
def _day_of(published: str) -> date | None:
    return None if len(published) < 10 else date.fromisoformat(published[:10])


def iso_day(year: int | None, month: int, day: int) -> str | None:
    """An ISO date; None where the year is unknown or there is no such day.

    >>> iso_day(2025, 2, 6), iso_day(None, 2, 6), iso_day(2025, 2, 30)
    ('2025-02-06', None, None)
    """
    try:
        return None if year is None else date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_month(year: int | None, month: int) -> str | None:
    """An ISO month; None where the year is unknown."""
    return None if year is None or not 1 <= month <= 12 else f"{year:04}-{month:02}"
