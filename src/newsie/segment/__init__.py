"""A document → its articles, each with its anatomy (title, body lines, byline) as source spans."""

from __future__ import annotations

from newsie.article import Article, Document, Span
from newsie.segment.lines import split_lines


def segment_document(document: Document) -> list[Article]:
    """Split a document into its articles, in reading order.

    Offsets count code points of `document.text`, half-open. An empty or blank document has none.
    """
    lines = split_lines(document.text)
    if not lines:
        return []
    spans = [Span(line.start, line.end) for line in lines]
    titled = (
        len(lines) > 1
        and len(lines[0].text) <= 45
        and lines[0].text[-1] not in "。；，、"
    )
    return [
        Article(
            index=0,
            kind="news",
            start=spans[0].start,
            end=spans[-1].end,
            title=tuple(spans[:1]) if titled else (),
            body=tuple(spans[1:]) if titled else tuple(spans),
            rule="article/headline" if titled else "article/untitled",
        )
    ]
