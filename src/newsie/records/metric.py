"""指标: figures that were reached or counted, from the matches of rules/metric.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from newsie.article import Article
from newsie.measure import (
    Figure,
    fields,
    find_promises,
    is_reported,
    join_hedges,
    read_article,
)
from newsie.record import Record, gather_evidence
from newsie.rules import Match
from newsie.values import Aspect, Comparator

# What patterns of rules/metric.toml may name.
SLOTS: frozenset[str] = frozenset({"quantity", "basis", "base", "share", "origin"})

_FEW = 10  # from so many on, a number said twice alike is the same thing's


class Metric(Record):
    """指标: one number that the article reports, and what it measures."""

    PRINTED: ClassVar[tuple[str, ...]] = ("subject", "indicator", "unit", "period_text", "hedge")

    type: Literal["metric"] = Field(
        default="metric", description="类型: Which type of record this is."
    )
    subject: fields.Subject
    indicator: fields.Indicator[str]
    value: fields.Value[fields.Number]
    value_max: fields.Highest
    unit: fields.Unit
    comparator: fields.Bound[Comparator]
    aspect: fields.Measured[Aspect]
    basis: fields.MeasuredAgainst
    period: str | None = Field(description="时期: The time that the number is of.")
    period_text: fields.PeriodText
    hedge: str | None = Field(
        default=None, description="限定语: The words that hedge it, as printed (超过 余 左右)."
    )
    low: fields.Low = None
    high: fields.High = None
    base_value: fields.BaseValue = None
    part_of: fields.PartOf = None


def find_metrics(article: Article, matches: Sequence[Match]) -> list[Metric]:
    """The metrics of an article: one number, one record; what is promised is left out."""
    reading = read_article(article, matches)
    promised = {
        promise.figure.mention.start
        for promise in find_promises(article, reading, matches)
        if promise.figure is not None
    }
    told: dict[tuple[object, ...], Figure] = {}
    for figure in reading.figures:
        if (
            figure.mention.start not in promised
            and not figure.idle
            and (not reading.ruled or is_reported(figure.sentence))
        ):
            few = figure.quantity.value < _FEW  # one school here, one school there
            where = (figure.mention.start, figure.indicator.text)
            told.setdefault(where if few else _say(figure), figure)
    return [_make_metric(article, figure) for figure in told.values()]


def _say(figure: Figure) -> tuple[object, ...]:
    """All that a figure says: a summary above a story says it once more."""
    quantity = figure.quantity
    return (
        *(figure.subject, figure.indicator.text, quantity.value, quantity.value_max),
        *(quantity.unit, quantity.comparator, figure.aspect, figure.basis, figure.period),
    )


def _make_metric(article: Article, figure: Figure) -> Metric:
    quantity = figure.quantity
    ahead = not figure.dated and _is_ahead(figure.period, article.published)
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
        basis=figure.basis if figure.since else None,
        period=None if ahead else figure.period,
        period_text=None if ahead else figure.period_text,
        hedge=join_hedges(figure),
        low=quantity.low,
        high=quantity.high,
        base_value=figure.base_value,
        total=figure.total,
        anchor=figure.mention.start,
    )


def _is_ahead(period: str | None, published: str | None) -> bool:
    """Whether a period starts after publication: what was told of before the figure.

    >>> _is_ahead("2025", "2024-11-02"), _is_ahead("2024", "2024-11-02"), _is_ahead(None, None)
    (True, False, False)
    """
    start = (period or "").split("/")[0][:4]
    return bool(start and published) and start > (published or "")[:4]
