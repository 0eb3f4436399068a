"""目标: what is promised or aimed at, from the matches of rules/target.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from newsie.article import Article, Span
from newsie.measure import (
    Promise,
    Tier,
    fields,
    find_promises,
    find_standard,
    join_hedges,
    read_article,
)
from newsie.record import Record, gather_evidence
from newsie.rules import Match
from newsie.values import Aspect, Comparator

# What patterns of rules/target.toml may name.
SLOTS: frozenset[str] = frozenset({"goal"})

_HOPED = re.compile(r"力争|争取|力求|冲刺|奋力|预计|预测|预估|有望|可望")


class Target(Record):
    """目标: one outcome or commitment still ahead."""

    PRINTED: ClassVar[tuple[str, ...]] = (
        "subject",
        "indicator",
        "unit",
        "period_text",
        "goal",
        "actor",
        "hedge",
        "relative_to",
    )

    type: Literal["target"] = Field(
        default="target", description="类型: Which type of record this is."
    )
    subject: fields.Subject
    indicator: fields.Indicator[str | None]
    value: fields.Value[fields.Number | None]
    value_max: fields.Highest
    unit: fields.Unit
    comparator: fields.Bound[Comparator | None]
    aspect: fields.Measured[Aspect | None]
    basis: fields.MeasuredAgainst
    period: str | None = Field(description="时期: When it is due; of a plan its last year.")
    period_text: fields.PeriodText
    goal: str = Field(
        description="目标内容: From behind the cue to the end of the clause or of the number."
    )
    actor: str | None = Field(description="责任主体: Who commits to it.")
    modality: Literal["expect", "strive", "ensure", "plan"] = Field(
        description="语气: How firmly it is put.",
        json_schema_extra={
            "x-values": {
                "expect": "预期: It is expected: 预期 预计.",
                "strive": "力争: It is striven for: 力争 争取 奋力.",
                "ensure": "确保: It is to be ensured: 确保 不低于.",
                "plan": "计划: It is planned: 计划 将 拟 要, and where no word says.",
            }
        },
    )
    quantified: bool = Field(description="有无数值: Whether it has a number.")
    hedge: str | None = Field(
        default=None,
        description="限定语: The words that hedge it, as printed (力争 左右 力争…以上).",
    )
    low: fields.Low = None
    high: fields.High = None
    base_value: fields.BaseValue = None
    part_of: fields.PartOf = None
    tier: Tier | None = Field(
        default=None,
        description="层级: Where more is hoped for in the same breath, which of the two it is.",
        json_schema_extra={
            "x-values": {
                "base": "基本目标: What is counted on (5%左右，争取更好结果).",
                "stretch": "争取目标: What is hoped for beyond it.",
            }
        },
    )
    relative_to: str | None = Field(
        default=None,
        description="参照: What it is measured against (与经济增长同步, 高于全国平均).",
    )


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
        actor=promise.actor,
        modality=promise.modality,
        quantified=figure is not None,
        hedge=_print_hedge(article, promise),
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        base_value=figure.base_value if figure else None,
        tier=promise.tier,
        relative_to=_print_standard(article, goal),
        total=figure.total if figure else None,
        anchor=figure.mention.start if figure else None,
    )


def _print_hedge(article: Article, promise: Promise) -> str | None:
    """What hedges a promise: its cue (力争) and the words around its number (左右)."""
    assert article.passage is not None
    start = promise.cue.start
    found = _HOPED.search(article.passage.text, start, promise.cue.end)
    cue = article.passage.literal(*found.span()) if found else None
    return join_hedges(promise.figure, cue=cue) if promise.figure else cue


def _print_standard(article: Article, goal: Span) -> str | None:
    """What a goal is measured against, as printed."""
    assert article.passage is not None
    found = find_standard(article.passage.text[goal.start : goal.end])
    if found is None:
        return None
    return article.passage.literal(goal.start + found[0], goal.start + found[1])
