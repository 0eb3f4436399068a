"""A document → its articles, each with its anatomy (title, body lines, byline) as source spans."""

from __future__ import annotations

from newsie.article import Article, Document
from newsie.segment.anatomy import build_article
from newsie.segment.blocks import cut_blocks
from newsie.segment.lines import split_lines
from newsie.segment.reading import read_line
from newsie.segment.settling import settle_headings

__all__ = ["segment_document"]


def segment_document(document: Document) -> list[Article]:
    """Split a document into its articles, in reading order.

    Offsets count code points of `document.text`, half-open. An empty or blank document has none.
    """
    readings = settle_headings([read_line(line) for line in split_lines(document.text)])
    blocks = cut_blocks(readings, document.title) if readings else []
    return [build_article(block, index) for index, block in enumerate(blocks)]
