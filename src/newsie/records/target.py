"""目标: what is promised or aimed at, from the matches of rules/target.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.measure import Promise, find_promises, read_article
from newsie.record import Record, gather_evidence
from newsie.rules import Match
from newsie.values import Comparator

# What patterns of rules/target.toml may name.
SLOTS = frozenset({"goal"})


class Target(Record):
    """目标: one outcome or commitment still ahead."""

    type: Literal["target"] = "target"
    subject: str | None
    indicator: str | None
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    comparator: Comparator | None
    aspect: Literal["level", "increase", "decrease", "rank"] | None
    basis: Literal["yoy", "period", "annual_average", "base"] | None
    period: str | None
    period_text: str | None
    goal: str
    actor: str | None
    modality: Literal["expect", "strive", "ensure", "plan"]
    quantified: bool


def find_targets(article: Article, matches: Sequence[Match]) -> list[Target]:
    """The targets of an article: one number or one cue, one record."""
    reading = read_article(article, matches)
    return [_make_target(article, p) for p in find_promises(article, reading, matches)]


def _make_target(article: Article, promise: Promise) -> Target:
    assert article.passage is not None
    figure, goal, clause = promise.figure, promise.goal, promise.clause
    quantity = figure.quantity if figure else None
    period = promise.period
    spans = [goal, *(figure.indicator.spans if figure else ())]
    return Target(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=promise.cue.rule,
        evidence=gather_evidence(article, spans),
        subject=figure.subject if figure else clause.subject,
        indicator=figure.indicator.printed if figure else None,
        value=quantity.value if quantity else None,
        value_max=quantity.value_max if quantity else None,
        unit=quantity.unit if quantity else None,
        comparator=quantity.comparator if quantity else None,
        aspect=figure.aspect if figure else None,
        basis=figure.basis if figure else None,
        period=period.partition("/")[2] or period if period else None,
        period_text=promise.period_text,
        goal=article.passage.literal(goal.start, goal.end),
        actor=figure.subject if figure else clause.subject,
        modality=promise.modality,
        quantified=figure is not None,
        anchor=figure.mention.start if figure else None,
    )
