"""目标: what is promised or aimed at, from the matches of rules/target.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from newsie.article import Article
from newsie.measure import Promise, find_promises, read_article
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

# What patterns of rules/target.toml may name.
SLOTS = frozenset({"goal"})


class Target(Record):
    """目标: one outcome or commitment still ahead."""

    type: Literal["target"] = Field(
        default="target", description="类型: Which type of record this is."
    )
    subject: str | None = Field(
        description="主体: Whose it is: a place, organisation or firm, in its fullest wording."
    )
    indicator: str | None = Field(description="指标: What is measured, without the number.")
    value: int | float | None = Field(
        description="数值: With 万 and 亿 folded in; the lower end of a range."
    )
    value_max: int | float | None = Field(description="数值上限: The upper end of a range.")
    unit: str | None = Field(description="单位: As written, without 万 and 亿 (元 平方米 % 位).")
    comparator: Comparator | None = Field(
        description="比较: How the words bound the value.",
        json_schema_extra={"x-values": COMPARATOR_MEANINGS},
    )
    aspect: Aspect | None = Field(
        description="方面: What of the indicator the number gives.",
        json_schema_extra={"x-values": ASPECT_MEANINGS},
    )
    basis: Basis | None = Field(
        description="基准: What a change is measured against.",
        json_schema_extra={"x-values": BASIS_MEANINGS},
    )
    period: str | None = Field(description="时期: When it is due; of a plan its last year.")
    period_text: str | None = Field(description="时期原文: The words that give it.")
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
