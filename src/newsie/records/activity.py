"""活动: visits, ceremonies and receptions, from the matches of rules/activity.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.record import Participant, Record
from newsie.rules import Match

# What patterns of rules/activity.toml may name.
SLOTS = frozenset({"description", "date", "place", "host", "speaker", "presenter", "attendee"})


class Activity(Record):
    """活动: one visit, ceremony or reception that the article reports."""

    type: Literal["activity"] = "activity"
    kind: Literal["visit", "ceremony", "reception", "other"]
    description: str
    date: str | None
    date_text: str | None
    place: str | None
    participants: list[Participant]


def find_activities(article: Article, matches: Sequence[Match]) -> list[Activity]:
    """The activities of an article, each once."""
    return []
