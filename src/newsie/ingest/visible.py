"""A web page whose markup is blanked: the lines that a reader sees, and how one is blanked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UNSEEN = "\u200b"  # stands for a character of the page that is not shown
_BLANKS = re.compile(r"[\s\u200b]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's text: where it stands, half-open in code points, and what it shows."""

    start: int
    end: int
    shown: str


def squeeze(text: str) -> str:
    """The text as shown, without any blanks: what two ways to read a page agree on."""
    return _BLANKS.sub("", html.unescape(text))


def lines_of(text: str) -> Iterator[Line]:
    """The lines that show anything."""
    for found in re.finditer(r"[^\n]+", text):
        if shown := squeeze(found.group()):
            yield Line(found.start(), found.end(), shown)


def blank(text: str, lines: Iterable[Line]) -> str:
    """The text with these lines, in their order, unseen."""
    out: list[str] = []
    done = 0
    for line in lines:
        out += [text[done : line.start], UNSEEN * (line.end - line.start)]
        done = line.end
    return "".join([*out, text[done:]])
