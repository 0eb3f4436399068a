"""A name in canonical characters in, the same as the article prints it out.

Honours and those who received them are read in canonical characters, so that a name is one name
however it is set; what is written is the source's: 小巨人(企业). Of its script
`newsie.script` takes care.
"""

from __future__ import annotations

from newsie.article import Article


def as_printed(article: Article, name: str, offset: int) -> str:
    """The name in the characters of the source, where the article holds it or parts of it.

    Args:
        name: in canonical characters; one that was put together is looked up piece by piece.
        offset: the passage offset behind which it is looked up first.
    """
    passage = article.passage
    assert passage is not None
    if passage.text is passage.printed or passage.text == passage.printed:
        return name
    pieces: list[str] = []
    start = 0
    while start < len(name):
        length, found = _longest(passage.text, name, start, offset)
        pieces.append(passage.literal(found, found + length) if length else name[start])
        start += length or 1
    return "".join(pieces)


def _longest(text: str, name: str, start: int, offset: int) -> tuple[int, int]:
    """How much of a name from a place on stands in a text, and where."""
    shortest, longest, at = 0, len(name) - start, -1
    while shortest < longest:
        length = (shortest + longest + 1) // 2
        piece = name[start : start + length]
        found = text.find(piece, offset)
        found = text.find(piece) if found < 0 else found
        if found < 0:
            longest = length - 1
        else:
            shortest, at = length, found
    return shortest, at
