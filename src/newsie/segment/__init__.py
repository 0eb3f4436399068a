"""A document → its articles, each with its anatomy (title, body lines, byline) as source spans."""

from __future__ import annotations

from newsie.article import Article, Document
from newsie.segment.anatomy import build_article
from newsie.segment.blocks import cut_blocks
from newsie.segment.lines import Line, split_lines
from newsie.segment.reading import read_line
from newsie.segment.settling import settle_headings
from newsie.segment.signs import is_sign

__all__ = ["segment_document"]


def segment_document(document: Document) -> list[Article]:
    """Split a document into its articles, in reading order.

    Offsets count code points of `document.text`, half-open. An empty or blank document has none.
    """
    lines = _without_edges(split_lines(document.text))
    readings = settle_headings([read_line(line) for line in lines])
    blocks = cut_blocks(readings, document.title) if readings else []
    return [build_article(block, index) for index, block in enumerate(blocks)]


def _without_edges(lines: list[Line]) -> list[Line]:
    """Leave out what is no word above and below all text: signs of a list, a rule, (资料图片)."""
    told = [i for i, line in enumerate(lines) if not is_sign(line.text)]
    return lines[told[0] : told[-1] + 1] if told else lines
