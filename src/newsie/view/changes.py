"""Two outputs in, the articles whose records changed out, for the page."""

from __future__ import annotations

from pathlib import Path

from newsie.compare import Change, Comparison
from newsie.score.gold import read_plain_records
from newsie.view.articles import Fields, ViewArticle, ViewRecord


def collect_changes(comparison: Comparison, old: Path, new: Path) -> list[ViewArticle]:
    """The articles with a record that was gained, lost or changed, and these records.

    A lost record stands in the new article that covers its evidence, else in its old one.

    Raises:
        InputError: naming file and line.
    """
    articles = {
        path: {r["id"]: r for _, r in read_plain_records(path) if r["type"] == "article"}
        for path in dict.fromkeys((new, old))
    }
    of_documents: dict[str, list[Fields]] = {}
    for article in articles[new].values():
        of_documents.setdefault(article["doc_id"], []).append(article)
    shown: dict[str, ViewArticle] = {}
    for change in comparison.changes:
        record = change.record
        if record["type"] == "article":
            continue
        own: Fields | None = articles[new].get(record["article_id"])
        own = own or _covering(record, of_documents.get(record["doc_id"], []))
        own = own or articles[old][record["article_id"]]
        entry = shown.setdefault(own["id"], ViewArticle(own, own["evidence"][0]["text"]))
        entry.records.append(_show(change))
    return list(shown.values())


def _covering(record: Fields, articles: list[Fields]) -> Fields | None:
    start = record["evidence"][0]["start"]
    return next((a for a in articles if a["start"] <= start < a["end"]), None)


def _show(change: Change) -> ViewRecord:
    before = {key: (change.old or {}).get(key) for key in change.fields if key != "evidence"}
    return ViewRecord(change.record, change.kind, before)
