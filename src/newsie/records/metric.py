"""指标: figures that were reached or counted, from the matches of rules/metric.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.measure import Figure, find_promises, is_reported, read_article
from newsie.record import Record, gather_evidence
from newsie.rules import Match
from newsie.values import Comparator

# What patterns of rules/metric.toml may name.
SLOTS = frozenset({"quantity", "basis", "base", "share", "origin"})


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
    """The metrics of an article: one number, one record; what is promised is left out."""
    reading = read_article(article, matches)
    promised = {
        promise.figure.mention.start
        for promise in find_promises(article, reading, matches)
        if promise.figure is not None
    }
    return [
        _make_metric(article, figure)
        for figure in reading.figures
        if figure.mention.start not in promised
        and not figure.idle
        and (not reading.ruled or is_reported(figure.sentence))
    ]


def _make_metric(article: Article, figure: Figure) -> Metric:
    quantity = figure.quantity
    return Metric(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=figure.rule,
        evidence=gather_evidence(article, [figure.clause, *figure.indicator.spans]),
        subject=figure.subject,
        indicator=figure.indicator.printed,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparator=quantity.comparator,
        aspect=figure.aspect,
        basis=figure.basis,
        period=figure.period,
        period_text=figure.period_text,
        anchor=figure.mention.start,
    )
