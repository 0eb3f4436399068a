"""指标: figures that were reached or counted, from the matches of rules/metric.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from newsie.article import Article
from newsie.measure import Figure, find_promises, is_reported, print_hedge, read_article
from newsie.record import Record, gather_evidence
from newsie.rules import Match
from newsie.values import (
    ASPECT_MEANINGS,
    BASIS_MEANINGS,
    COMPARATOR_MEANINGS,
    Aspect,
    Basis,
    Comparator,
)

# What patterns of rules/metric.toml may name.
SLOTS: frozenset[str] = frozenset({"quantity", "basis", "base", "share", "origin"})


class Metric(Record):
    """指标: one number that the article reports, and what it measures."""

    type: Literal["metric"] = Field(
        default="metric", description="类型: Which type of record this is."
    )
    subject: str | None = Field(
        description="主体: Whose it is: a place, organisation or firm, in its fullest wording."
    )
    indicator: str = Field(description="指标: What is measured, without the number.")
    value: int | float = Field(
        description="数值: With 万 and 亿 folded in; the lower end of a range."
    )
    value_max: int | float | None = Field(description="数值上限: The upper end of a range.")
    unit: str | None = Field(description="单位: As written, without 万 and 亿 (元 平方米 % 位).")
    comparator: Comparator = Field(
        description="比较: How the words bound the value.",
        json_schema_extra={"x-values": COMPARATOR_MEANINGS},
    )
    aspect: Aspect = Field(
        description="方面: What of the indicator the number gives.",
        json_schema_extra={"x-values": ASPECT_MEANINGS},
    )
    basis: Basis | None = Field(
        description="基准: What a change is measured against.",
        json_schema_extra={"x-values": BASIS_MEANINGS},
    )
    period: str | None = Field(description="时期: The time that the number is of.")
    period_text: str | None = Field(description="时期原文: The words that give it.")
    hedge: str | None = Field(
        default=None, description="限定语: The words that hedge it, as printed (超过 余 左右)."
    )
    low: int | float | None = Field(
        default=None,
        description="下限: The least that the words allow; null where left open (不足 约).",
    )
    high: int | float | None = Field(
        default=None,
        description="上限: The most that the words allow: 近七成 70, 20余家 30; null for 超3亿元.",
    )
    base_value: int | float | None = Field(
        default=None, description="起点值: A of 由A提高到B, where this number is B."
    )
    part_of: str | None = Field(
        default=None,
        description="所属总量: The id of the metric or target that this one breaks down (其中).",
    )


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
        hedge=print_hedge(article, figure),
        low=quantity.low,
        high=quantity.high,
        base_value=figure.base_value,
        total=figure.total,
        anchor=figure.mention.start,
    )
