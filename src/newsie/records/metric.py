"""指标: figures that were reached or counted, from the matches of rules/metric.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.record import Record
from newsie.rules import Match
from newsie.values import Comparator

# What patterns of rules/metric.toml may name.
SLOTS = frozenset({"indicator", "quantity", "subject", "period"})


class Metric(Record):
    """指标: one number that the article reports, and what it measures."""

    type: Literal["metric"] = "metric"
    subject: str | None
    indicator: str
    value: int | float
    value_max: int | float | None
    unit: str | None
    comparator: Comparator
    aspect: Literal["level", "increase", "decrease", "rank"]
    basis: Literal["yoy", "period", "annual_average", "base"] | None
    period: str | None
    period_text: str | None


def find_metrics(article: Article, matches: Sequence[Match]) -> list[Metric]:
    """The metrics of an article: one number, one record."""
    return []
