"""Records in, articles with their records out, as the page shows them.

Offsets become those of JavaScript: UTF-16 units from the article's first character.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from newsie.errors import InputError

Fields = Mapping[str, Any]
_SHOWN_ELSEWHERE = {
    "type",
    "id",
    "doc_id",
    "article_id",
    "rule",
    "evidence",
    "confidence",
    "confidence_cases",
}


@dataclass(slots=True)
class ViewRecord:
    """A record as the page shows it.

    Args:
        record: as written.
        change: gained, lost or changed, where two outputs are compared.
        before: what changed fields held before.
        why: what the rule's slots held, and how values came about.
    """

    record: Fields
    change: str | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    why: Mapping[str, Any] | None = None


@dataclass(slots=True)
class ViewArticle:
    """An article, its text, and its records in the order of their evidence."""

    article: Fields
    text: str
    records: list[ViewRecord] = field(default_factory=list)
    sentences: list[tuple[int, int, str, list[Any]]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the text begins in the document, in code points."""
        return int(self.article["start"])


def collect_articles(
    records: Iterable[Fields], text_of: Callable[[Fields], str] | None = None
) -> list[ViewArticle]:
    """Put records to their articles, in the order in which articles come.

    Args:
        records: as newsie writes them, in any order.
        text_of: the text of an article; its own evidence, if this is None.

    Raises:
        InputError: a record's article is not among them.
    """
    articles: dict[str, ViewArticle] = {}
    others: list[Fields] = []
    for record in records:
        if record["type"] == "article":
            text = text_of(record) if text_of else record["evidence"][0]["text"]
            articles[record["id"]] = ViewArticle(record, text)
        else:
            others.append(record)
    for record in others:
        article = articles.get(record["article_id"])
        if article is None:
            raise InputError(record["id"], f"its article {record['article_id']} is not there")
        article.records.append(ViewRecord(record))
    return list(articles.values())


def pack_article(article: ViewArticle) -> dict[str, Any]:
    """An article as the page's script reads it."""
    units = _Units(article.text)
    packed: dict[str, Any] = {
        "title": article.article.get("title") or "",
        "text": article.text,
        "place": (article.article.get("place") or {}).get("name"),
        "records": [_pack_record(one, article, units) for one in article.records],
    }
    if article.sentences:
        packed["sentences"] = [
            [units.at(start - article.start), units.at(end - article.start), marked, attempts]
            for start, end, marked, attempts in article.sentences
        ]
    return packed


def _pack_record(one: ViewRecord, article: ViewArticle, units: _Units) -> dict[str, Any]:
    record = one.record
    spans = [
        [units.at(item["start"] - article.start), units.at(item["end"] - article.start)]
        for item in record["evidence"]
    ]
    packed = {
        "type": record["type"],
        "rule": record["rule"],
        "sure": record.get("confidence"),
        "cases": record.get("confidence_cases", 0),
        "spans": [[start, end] for start, end in spans if start < end],
        "fields": {k: v for k, v in record.items() if k not in _SHOWN_ELSEWHERE},
    }
    if one.change:
        packed |= {"change": one.change, "before": dict(one.before)}
    if one.why:
        packed["why"] = one.why
    return packed


class _Units:
    """Code points of a text → UTF-16 units; the same unless some characters need two."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._offsets: list[int] | None = None
        if any(character > "\uffff" for character in text):
            self._offsets = [0, *accumulate(2 if c > "\uffff" else 1 for c in text)]

    def at(self, offset: int) -> int:
        """The unit at a code point, within the text."""
        inside = min(max(offset, 0), self._length)
        return self._offsets[inside] if self._offsets else inside
