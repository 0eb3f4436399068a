"""官员: named persons with their offices, from the matches of rules/official.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsie.article import Article
from newsie.record import Division, Record
from newsie.rules import Match

# What patterns of rules/official.toml may name.
SLOTS = frozenset({"person", "title"})

Sector = Literal[
    "party", "government", "congress", "cppcc", "supervision", "judiciary", "mass_organization",
    "military", "enterprise", "institution", "grassroots", "foreign",
]


class Post(BaseModel):
    """职务: one post and the organ that it belongs to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    org: str | None
    post: str


class Official(Record):
    """官员: one person whom the article gives an office or post."""

    type: Literal["official"] = "official"
    name: str
    title: str
    posts: list[Post]
    sector: Sector | None
    place: Division | None


def find_officials(article: Article, matches: Sequence[Match]) -> list[Official]:
    """The officials of an article, each once."""
    return []
