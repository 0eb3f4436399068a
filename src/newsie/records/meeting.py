"""会议: meetings that an article reports, from the matches of rules/meeting.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsie.article import Article
from newsie.record import Participant, Record
from newsie.rules import Match

# What patterns of rules/meeting.toml may name.
SLOTS = frozenset({"name", "date", "place", "organizer", "host", "speaker", "presenter", "attendee"})


class Meeting(Record):
    """会议: one meeting that the article reports."""

    type: Literal["meeting"] = "meeting"
    name: str
    kind: str
    date: str | None
    end_date: str | None
    date_text: str | None
    place: str | None
    organizer: str | None
    participants: list[Participant]


def find_meetings(article: Article, matches: Sequence[Match]) -> list[Meeting]:
    """The meetings of an article, each once."""
    return []
