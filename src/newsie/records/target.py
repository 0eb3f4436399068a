"""目标: what is promised or aimed at, from the matches of rules/target.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.record import Record
from newsie.rules import Match
from newsie.values import Comparator

# What patterns of rules/target.toml may name.
SLOTS = frozenset({"goal", "indicator", "quantity", "actor", "period", "cue"})


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
    return []
