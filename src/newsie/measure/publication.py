"""The day of publication in, what it makes of a period out: over, last year's, still to come."""

from __future__ import annotations

from newsie.measure.time import last_month


class Publication:
    """When an article was published.

    Args:
        published: ISO date, or its year or year and month; None where it is not known.
    """

    def __init__(self, published: str | None) -> None:
        self._published = published or ""

    @property
    def month(self) -> str | None:
        """The month of publication, where it is known."""
        month = self._published[: len("2024-08")]
        return month if len(month) == len("2024-08") else None

    def is_last_year(self, period: str | None) -> bool:
        """Whether a period is the year before that of publication."""
        if not period or not self._published:
            return False
        return period == str(int(self._published[:4]) - 1)

    def is_reviewed(self, period: str | None, told: str | None) -> bool:
        """Whether a period is the year before, or in December the year of publication.

        Args:
            told: what is told of already: in “十一五”, the year is but a part of it.
        """
        ended = self._published[5:7] == "12" and period == self._published[:4]
        return (ended and told is None) or self.is_last_year(period)

    def is_old(self, period: str | None) -> bool:
        """Whether a span was over before the year before publication: 上世纪90年代."""
        end = last_month(period or "")[:4]
        return bool(self._published) and end.isdigit() and int(end) + 1 < int(self._published[:4])

    def is_to_come(self, period: str | None) -> bool:
        """Whether a period ends after the day of publication."""
        if not self._published or not period:
            return False
        end = last_month(period)
        return end > self._published[: len(end)]
