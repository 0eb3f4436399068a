"""Readings of a page whose lines all break at one width → the same, with no heading in a paragraph.

柳湾镇“三会一课”提质增效
今年以来，柳湾镇规范“三会一课”制度，开展
党课42次，覆盖党员1300余人，预计年内还将
再开展20次。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsie.segment.reading import Reading

_INDENT = 4  # the most blanks that open a paragraph
_WRAPPED = 20  # characters; no page wraps lines that are shorter
_NARROW = 12  # characters of a line of the narrowest column
_FULL = "。！？!?；;：:”）)】"  # what ends a line that no wrap cut
_WRAPS = 2  # lines of one width, at least, on a page of wrapped lines
_COLUMN = 4  # such lines that show how wide the column is
_OFF = 2  # half-width characters by which lines of one column differ
# What can stand by itself between paragraphs, and so is told by more than a wrap
_APART = ("text", "opening", "continuation", "credit", "turn", "advert", "more", "next")


def demote_wrapped(readings: list[Reading]) -> list[Reading]:
    """Take lines of wrapped paragraphs for text: the first, and those that go on with one."""
    settled = list(readings)
    for position, reading in enumerate(readings):
        if (
            reading.part == "heading"
            and 0 < reading.line.indent <= _INDENT
            and len(reading.text) >= _WRAPPED
            and re.search("[，,、]", reading.text)
        ):
            for line in range(position, _first_text(readings, position)):
                settled[line] = replace(readings[line], part="text")
    for position in _cut_by_wraps(readings):
        settled[position] = replace(readings[position], part="text")
    return _join_column(settled)


def _first_text(readings: Sequence[Reading], position: int) -> int:
    """The first line taken for text of the paragraph that a line opens; the line itself if none.

    Lines between are as wide as the first, and end no sentence either.
    """
    for below in range(position + 1, len(readings)):
        reading = readings[below]
        if reading.line.gap or reading.line.indent:
            break
        if reading.part in ("text", "caption"):
            return below
        whole = reading.part != "heading" or reading.text[-1] in _FULL
        if whole or abs(_width(reading) - _width(readings[position])) > _OFF:
            break
    return position


def _join_column(readings: list[Reading]) -> list[Reading]:
    """Take for text what goes on with a line as wide as the page's column.

    近日，柳湾镇的道路改造工程开工。该工程全长
    1.8公里，总投资2600万元，预计年底前
    """
    wide = _column_lines(readings)
    settled = list(readings)
    for position, reading in enumerate(readings):
        if reading.part in _APART or reading.line.gap:
            continue
        opens = 0 < reading.line.indent <= _INDENT and position in wide
        if opens and reading.part == "heading" and re.search("[，,、]", reading.text):
            settled[position] = _as_text(reading)
            continue
        above = settled[position - 1] if position else None
        if above and above.prose and position - 1 in wide and not reading.line.indent:
            settled[position] = _as_text(reading)
    return settled


def _as_text(reading: Reading) -> Reading:
    return replace(reading, part="text", first=0, after=len(reading.text), credit=None)


def _column_lines(readings: Sequence[Reading]) -> frozenset[int]:
    """The lines that a wrap cut: as wide as most that end no sentence, with more right below."""
    cut = {
        position: _width(reading)
        for position, (reading, below) in enumerate(pairwise(readings))
        if below.line.gap == below.line.indent == 0 and reading.text[-1] not in _FULL
    }
    widths = Counter(cut.values())
    near = {width: sum(widths[width + off] for off in range(-_OFF, _OFF + 1)) for width in widths}
    column = max(near, key=lambda width: (near[width], width), default=0)
    narrow = column < 2 * _NARROW or near[column] < _COLUMN
    if narrow or 2 * near[column] < len(cut) or _is_wider(readings, column):
        return frozenset()
    return frozenset(i for i, width in cut.items() if abs(width - column) <= _OFF)


def _is_wider(readings: Sequence[Reading], column: int) -> bool:
    """Whether a page has paragraphs that are wider than a column, and so breaks no lines."""
    return any(reading.prose and _width(reading) > column + 2 * _OFF for reading in readings)


def _width(reading: Reading) -> int:
    """How wide a line is printed, in half-width characters, its indent counted."""
    indent = 2 * reading.line.indent if reading.line.indent <= 2 else reading.line.indent
    return indent + sum(1 if character.isascii() else 2 for character in reading.text)


def _cut_by_wraps(readings: Sequence[Reading]) -> list[int]:
    """First lines of paragraphs below a title on a page whose lines all break at one width."""
    cut = [
        position
        for position, (reading, below) in enumerate(pairwise(readings))
        if below.line.gap == 0 and below.part == "text" and reading.text[-1] not in _FULL
    ]
    widths = Counter(len(readings[position].text) for position in cut)
    return [
        position
        for position in cut
        if position
        and readings[position].part == readings[position - 1].part == "heading"
        and len(readings[position].text) >= _WRAPPED
        and re.search("[，,]", readings[position].text)
        and sum(widths[len(readings[position].text) + off] for off in (-1, 0, 1)) >= _WRAPS
    ]
