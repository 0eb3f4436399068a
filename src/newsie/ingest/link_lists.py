"""The readable lines of a web page in, the same lines without lists of links out.

A menu, the related stories and the most read ones are lines of nothing but links, three or more in
a row, often with a number, a date or a column's name that is not linked, on the same line or on one
of its own.
"""

from __future__ import annotations

import re

from newsie.ingest.visible import Line, blank, lines_of

_LONGEST = 60  # characters; longer lines of links are taken for text
_LINKS_A_LIST = 3
_MOST = 0.7  # of a line's words
_BESIDE_WORDS = re.compile(
    r"&#?\w+;|[\[【（(][^】）)\]\n]{1,6}[\]】）)]|\d+(?:[年月日时分秒]|小时前|分钟前|天前)"
    r"|[^\u3400-\u9fffA-Za-z]"
)


def blank_link_lists(text: str, linked: bytearray) -> str:
    """Blank the lines of lists of links.

    Args:
        text: The readable text of a page, a line a block.
        linked: For each of its characters, 1 where it belongs to a link.

    Returns:
        A text of the same length.
    """
    if 1 not in linked:
        return text
    gone: list[Line] = []
    run: list[Line] = []
    links = 0
    for line in lines_of(text):
        words = _words(text, line)
        if words and not _are_linked(words, linked, line):
            gone += run if links >= _LINKS_A_LIST else []
            run, links = [], 0
            continue
        run.append(line)
        links += bool(words)
    gone += run if links >= _LINKS_A_LIST else []
    return blank(text, gone)


def _words(text: str, line: Line) -> list[int]:
    """Where the line's characters stand that are neither numbers, dates, tags nor punctuation."""
    shown = _BESIDE_WORDS.sub(lambda found: " " * len(found[0]), text[line.start : line.end])
    return [line.start + i for i, char in enumerate(shown) if char != " "]


def _are_linked(words: list[int], linked: bytearray, line: Line) -> bool:
    if "。" in line.shown or len(line.shown) > _LONGEST:
        return False
    return sum(linked[i] for i in words) >= _MOST * len(words)
