"""Source text → its lines that are not blank, with offsets and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = r"\s\u200b-\u200f\u2060\ufeff\u00ad"
_EDGES = re.compile(
    rf"(?:[{_BLANK}]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288);)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, its outer white space (entities too) left out.

    Args:
        start: offset of the first character that is not blank.
        end: offset after the last one.
        text: source[start:end].
        indent: how many characters stand before it in its line.
        gap: how many blank lines stand before it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int


def split_lines(source: str) -> list[Line]:
    """Return the lines of a text that are not blank. Offsets count code points, half-open."""
    lines: list[Line] = []
    gap = 0
    start = 0
    for end, after in _line_bounds(source):
        first, last = _trim(source, start, end)
        if first < last:
            lines.append(Line(first, last, source[first:last], first - start, gap))
            gap = 0
        else:
            gap += 1
        start = after
    return lines


def _line_bounds(source: str) -> list[tuple[int, int]]:
    bounds = [match.span() for match in _BREAK.finditer(source)]
    bounds.append((len(source), len(source)))
    return bounds


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    match = _EDGES.match(source, start, end)
    start = match.end() if match else start
    while end > start:
        if (
            source[end - 1].isspace()
            or source[end - 1] in "\u200b\u200c\u200d\u2060\ufeff\u00ad"
        ):
            end -= 1
        elif source.endswith("&nbsp;", start, end):
            end -= 6
        else:
            break
    return start, end
