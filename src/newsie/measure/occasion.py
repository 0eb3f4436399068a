"""What an article tells of in, the day of it out, that is counted there however late it stands.

Surface forms::

    4月6日，签约活动举行。…此次签约项目13个      the day of the ceremony
    5月27日，…。…本次活动发放资料500份           the first day that the article names
"""

from __future__ import annotations

from newsie.article import Mention
from newsie.measure.time import Time


class Occasion:
    """The day of what an article tells of."""

    def __init__(self) -> None:
        self._first: Time | None = None  # the first day that the article names
        self._ceremony: Time | None = None  # of the starts or signings told of last

    def see_day(self, time: Time) -> None:
        """Remember the first day that stands at a head."""
        self._first = self._first or time

    def see_ceremony(self, day: Mention) -> None:
        """Remember the day of a ceremony: what is counted there is of it."""
        value = day.value
        self._ceremony = Time(value.period or value.date, value.text, False, "point")

    def of_ceremony(self, time: Time, titled: str | None) -> Time:
        """The day of the ceremony, unless a time has been met since.

        Args:
            time: that stands.
            titled: the period that the title names.
        """
        if self._ceremony is not None and (not time.period or time.period == titled):
            return self._ceremony
        return time

    def of_event(self, time: Time, since: int, *, carried: bool) -> Time:
        """The day that the article tells of: 此次集中开工的项目.

        Args:
            time: that stands.
            since: passage offset where the sentence starts; a time told in it stays.
            carried: whether the time that stands is the article's own.
        """
        span = time.span
        if span is not None and span.start >= since and time.text and time.lasting:
            return time
        if self._ceremony is not None:
            return self._ceremony if not span or carried or time.lasting else time
        if self._first is None or not time.leading or (span and not time.lasting):
            return time
        return self._first
