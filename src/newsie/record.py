"""What every record has, and the parts that several record types share.

A record is made by a finder in `records/` with everything but its `id`, which `link` derives from
the document's id and the record's content.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from newsie.article import Article, Span

Role = Literal["host", "speaker", "presenter", "attendee"]
ROLES: tuple[Role, ...] = ("host", "speaker", "presenter", "attendee")


class Evidence(BaseModel):
    """依据: a stretch of the document as given; `text` is document[start:end]."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: int
    end: int
    text: str


class Division(BaseModel):
    """行政区划: code and full name of an administrative division."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str


class Participant(BaseModel):
    """参加者: a named person at a meeting or activity."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str | None
    roles: list[Role]


class Record(BaseModel):
    """What every record has: who it is, where it comes from, what says so, which rule made it.

    `id` is empty until `link` names the record; nothing else changes.
    """

    model_config = ConfigDict(extra="forbid")

    type: str
    id: str = ""
    doc_id: str
    article_id: str | None = None
    rule: str
    evidence: list[Evidence]

    # Passage offset of the number that a metric or target is about: a number that is promised is
    # not also reported (`link` sees to it). Never written.
    anchor: int | None = Field(default=None, exclude=True, repr=False)


def gather_evidence(article: Article, spans: Iterable[Span]) -> list[Evidence]:
    """Turn passage spans into evidence: source spans with their text, in order, without overlap.

    Args:
        article: with its passage and source set.
        spans: passage spans, half-open, in any order; overlapping ones are joined.
    """
    assert article.passage is not None
    joined: list[Span] = []
    for span in sorted(spans, key=attrgetter("start", "end")):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return [
        Evidence(start=piece.start, end=piece.end, text=article.source[piece.start : piece.end])
        for span in joined
        for piece in article.passage.source_spans(span.start, span.end, article.source)
    ]


def order_roles(roles: Iterable[Role]) -> list[Role]:
    """The roles, each once, in the contract's order."""
    held = set(roles)
    return [role for role in ROLES if role in held]
