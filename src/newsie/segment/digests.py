"""Readings of a document's lines → the items of a digest, each of which is an article.

Items are numbered headlines (1. … 2. … or 01 … 02 …) below a title that promises several
(要闻速览, 一周数读), or headlines that alternate with their text below such a title (联播快讯).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsie.segment.furniture import has_digest_word
from newsie.segment.headlines import is_numbered
from newsie.segment.reading import Reading

_NUMBER = re.compile(
    r"(?:0?(?P<digits>\d{1,2})(?:\s*[.、．]\s*(?!\d)|[\s\u3000]+)|(?P<circled>[①-⑳]))(?=\S)"
)
_FEWEST = 3  # items of a numbered digest
_FEWEST_PLAIN = 2


def find_items(readings: Sequence[Reading], lead: int, title: str | None) -> list[int]:
    """Find the lines where a digest's items start; none where a document is no digest.

    Args:
        readings: the lines that are not blank.
        lead: where the page's furniture on top ends.
        title: the document's title from metadata, where there is one.
    """
    headings = [
        position
        for position in range(lead, len(readings) - 1)
        if readings[position].part in ("heading", "masthead", "page")
        and readings[position + 1].prose
    ]
    numbered = _sequence(readings, headings)
    first = numbered[0] if numbered else len(readings)
    names = [reading.text for reading in readings[lead : min(first, lead + 4)]]
    digest = has_digest_word(title or "") or any(map(has_digest_word, names[:2]))
    if len(numbered) >= _FEWEST and digest:
        return numbered
    promised = has_digest_word(title) if title else False
    plain = [position for position in headings if not is_numbered(readings[position].text)]
    if promised and len(plain) >= _FEWEST_PLAIN and _alternates(readings, plain):
        return plain
    return []


def _sequence(readings: Sequence[Reading], headings: list[int]) -> list[int]:
    """The headings that count 1, 2, 3 …"""
    found: list[int] = []
    for position in headings:
        match = _NUMBER.match(readings[position].text)
        if not match:
            continue
        digits = match.group("digits")
        number = int(digits) if digits else ord(match.group("circled")) - ord("①") + 1
        if number == len(found) + 1:
            found.append(position)
    return found


def _alternates(readings: Sequence[Reading], headings: list[int]) -> bool:
    """Whether no heading is followed by many paragraphs, and no text stands above the first."""
    bounds = [*headings, len(readings)]
    above = "".join(
        reading.text[reading.first :] for reading in readings[: headings[0]] if reading.prose
    )
    return len(above) < 20 and all(after - before <= 6 for before, after in pairwise(bounds))
