"""荣誉: honours conferred, from the matches of rules/award.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsie.article import Article
from newsie.record import Record
from newsie.rules import Match

# What patterns of rules/award.toml may name.
SLOTS = frozenset({"name", "grantor", "recipient", "date"})


class Recipient(BaseModel):
    """获奖者: a named recipient, or a counted group without names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None
    count: int | None
    kind: Literal["organization", "individual", "work"] | None


class Award(Record):
    """荣誉: one honour and those who received it."""

    type: Literal["award"] = "award"
    name: str
    year: int | None
    grantor: str | None
    recipients: list[Recipient]
    recipient_count: int | None
    date: str | None


def find_awards(article: Article, matches: Sequence[Match]) -> list[Award]:
    """The honours of an article, each once."""
    return []
