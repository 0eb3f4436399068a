"""The time of what is told: a period with its wording, and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass

from newsie.article import Sentence, Span
from newsie.measure.choice import Introduction
from newsie.values import TimeValue


@dataclass(slots=True)
class Time:
    """A period and its wording; `lasting` unless it is a day."""

    period: str | None = None
    text: str | None = None
    lasting: bool = True
    kind: str | None = None
    span: Span | None = None
    leading: bool = True  # whether it stands at the head of its clause
    due: bool = False  # whether it says when something is to be done


def origin_time(sentence: Sentence, introduction: Introduction) -> Time | None:
    """The time of one end of a change: 2021年 of 由2021年的61%提高到78%."""
    span = introduction.match.span("origin")
    if span is None:
        return None
    for mention in introduction.match.mentions("origin", "date"):
        if mention.start >= span.start:
            value: TimeValue = mention.value
            if "同期" in value.text or "同期" in sentence.text[mention.end - sentence.start :][:2]:
                return None
            return Time(value.period or value.date, value.text)
    return None


def last_month(period: str) -> str:
    """The end of a period as a date: 2024-H1 → 2024-06, 2024-01/2024-09 → 2024-09.

    >>> last_month("2024-Q3"), last_month("2024"), last_month("2024-01/2024-09")
    ('2024-09', '2024', '2024-09')
    """
    end = period.split("/")[-1]
    year, _, rest = end.partition("-")
    if rest[:1] in ("H", "Q"):
        return f"{year}-{int(rest[1:]) * (6 if rest[0] == 'H' else 3):02d}"
    return end
