"""Articles of the page and the documents they are from in, the same with their explanations out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsie.article import Article, Document, Sentence
from newsie.explain import explain_records, try_rules
from newsie.explain.attempts import show_marked
from newsie.pipeline import NO_STORY, Extractor
from newsie.view.articles import ViewArticle, ViewRecord

_MOST_ATTEMPTS = 4
_LONGEST = 160


def add_reasons(
    articles: Sequence[ViewArticle], documents: Iterable[Document], extractor: Extractor
) -> None:
    """Say of each record why it is as it is, and of each sentence without one what rules lacked.

    Records are found again by their ids, so the extractor must have the options of the run.
    """
    records = {one.record["id"]: one for article in articles for one in article.records}
    by_place = {(a.article["doc_id"], a.start): a for a in articles}
    for document in documents:
        for explanation in explain_records(extractor, document):
            shown = records.get(explanation.record.id)
            if shown is not None:
                shown.why = {
                    "made": [
                        [_shorten(r.rule.data.pattern), [[f.slot, f.text] for f in r.fills]]
                        for r in explanation.made_by
                    ],
                    "steps": [[s.kind, s.text, "; ".join(s.notes)] for s in explanation.steps],
                }
        for article in extractor.read_articles(document):
            shown_article = by_place.get((document.doc_id, article.start))
            if shown_article is not None and article.kind not in NO_STORY:
                shown_article.sentences = [
                    _tell_sentence(extractor, article, sentence)
                    for sentence in article.sentences
                    if not _is_evidence(article, sentence, shown_article.records)
                ]


def _tell_sentence(
    extractor: Extractor, article: Article, sentence: Sentence
) -> tuple[int, int, str, list[Any]]:
    start, end = _source_span(article, sentence)
    attempts = try_rules(sentence, extractor.asked_rules)[:_MOST_ATTEMPTS]
    told = [[a.rule.id, a.reached, a.parts, _shorten(a.lacked or "")] for a in attempts]
    return start, end, show_marked(sentence.marked.strip()), told


def _source_span(article: Article, sentence: Sentence) -> tuple[int, int]:
    assert article.passage is not None
    spans = article.passage.source_spans(sentence.start, sentence.end, article.source)
    return spans[0].start, spans[-1].end


def _is_evidence(article: Article, sentence: Sentence, records: Sequence[ViewRecord]) -> bool:
    start, end = _source_span(article, sentence)
    return any(
        item["start"] < end and start < item["end"]
        for one in records
        for item in one.record["evidence"]
    )


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
