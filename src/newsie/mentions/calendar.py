"""The calendar that relative words are read against: publication date and context → ISO dates.

A `Clock` knows the day, month or year of publication, and the date or year named last before the
words that are read. What neither can tell is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# A month or day without a year that lies further ahead of publication than this is last year's.
_MONTHS_AHEAD = 1
_REPORT_SEASON = 3  # up to March, 全年 and 过去一年 look back on the year before


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of the time of writing.

    Args:
        published: ISO date of publication, or its year or year and month.
        context: ISO date, or part of one, of the last time named before.
        ahead: the words name something still to come (a target's deadline).
    """

    published: str | None = None
    context: str | None = None
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
        if self.published is None or len(self.published) < 10:
            return None
        return date.fromisoformat(self.published[:10])

    @property
    def context_year(self) -> int | None:
        """The year named last."""
        return int(self.context[:4]) if self.context else None

    def shifted_day(self, days: int) -> str | None:
        """The day so many days after publication.

        >>> Clock("2025-03-01").shifted_day(-1)
        '2025-02-28'
        """
        return None if self.day is None else (self.day + timedelta(days)).isoformat()

    def shifted_month(self, months: int) -> str | None:
        """The month so many months after that of publication.

        >>> Clock("2025-01").shifted_month(-1)
        '2024-12'
        """
        if self.year is None or self.month is None:
            return None
        count = self.year * 12 + self.month - 1 + months
        return f"{count // 12}-{count % 12 + 1:02}"

    def year_of_month(self, month: int) -> int | None:
        """The year of a month without one: the context's, else the nearest not far ahead.

        >>> Clock("2025-01-14").year_of_month(12), Clock("2025-01-14").year_of_month(2)
        (2024, 2025)
        """
        if self.context_year is not None and self.context_year != self.year:
            return self.context_year
        if self.year is None:
            return self.context_year
        if self.month is None or self.ahead:
            return self.year
        return self.year - (month > self.month + _MONTHS_AHEAD)

    def year_of_past(self, last_month: int) -> int | None:
        """The latest year whose month `last_month` is not after publication."""
        if self.year is None:
            return self.context_year
        if self.context_year is not None and self.context_year != self.year:
            return self.context_year
        if self.month is None or self.ahead:
            return self.year
        return self.year - (last_month > self.month)

    def month_of_day(self, day: int) -> str | None:
        """The month of a bare day (14日): the context's, else the one last reached."""
        if self.context and len(self.context) >= 7:
            return self.context[:7]
        if self.day is None or self.ahead:
            return self.published if self.month is None else self.shifted_month(0)
        return self.shifted_month(-1 if day > self.day.day + 1 else 0)

    def reported_year(self) -> int | None:
        """The year that 全年 speaks of: the context's, else the last that is wholly reported."""
        if self.context_year is not None:
            return self.context_year
        if self.year is None or self.month is None or self.ahead:
            return self.year
        return self.year - (self.month <= _REPORT_SEASON)

    def looks_back(self) -> bool:
        """Whether publication falls in the season of yearly reports."""
        return self.month is not None and self.month <= _REPORT_SEASON


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
