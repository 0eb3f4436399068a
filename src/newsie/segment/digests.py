"""Readings of a document's lines → the items of a digest, each of which is an article.

Items are numbered headlines (1. … 2. … or 01 … 02 …) below a title that promises several
(要闻速览, 一周数读), or headlines that alternate with their text below such a title (联播快讯).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsie.segment.furniture import has_digest_word, has_series_word
from newsie.segment.headlines import has_event, is_numbered
from newsie.segment.reading import Reading

_NUMBER = re.compile(
    r"(?:0?(?P<digits>\d{1,2})(?:\s*[.、．](?:\s+|(?!\d))|[\s\u3000]+)|(?P<circled>[①-⑳]))(?=\S)"
)
_BULLET = re.compile(r"[◆●■▲★※◎○□◇△☆▶►]")
_NAME = 30  # characters of a digest's name
_ISSUE = re.compile(r"第\s*\d{1,4}\s*期")
_OPENING = 40  # characters
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
    names = [name for name in names[:2] if len(name) <= _NAME]
    if len(numbered) >= _FEWEST and any(map(has_series_word, [*names, title or ""])):
        return numbered
    named = any(has_digest_word(name) or _ISSUE.search(name) for name in names)
    if named:
        bulleted = _bulleted(readings, lead)
        if len(bulleted) >= _FEWEST and _tell_news(readings, bulleted):
            return bulleted
    if not named and not has_digest_word(title or ""):
        return []
    plain = [
        position
        for position in headings
        if not is_numbered(readings[position].text)
        and not (position == lead and has_digest_word(readings[lead].text))
    ]
    enough = len(plain) >= (_FEWEST if named else _FEWEST_PLAIN)
    promised = has_digest_word(title or "")
    if not promised and 2 * sum(has_event(readings[item].text) for item in plain) < len(plain):
        return []  # sections of a bulletin
    return plain if enough and _alternates(readings, plain) else []


def _bulleted(readings: Sequence[Reading], lead: int) -> list[int]:
    """The lines of running text that open with the same bullet, where hardly any others do not."""
    texts = [position for position in range(lead, len(readings)) if readings[position].prose]
    counted = _sequence(readings, texts)
    if len(counted) >= max(_FEWEST, len(texts) - 1):
        return counted
    bullets = {readings[position].text[0] for position in texts[:2]}
    if len(bullets) != 1 or not _BULLET.match(readings[texts[0]].text):
        return []
    found = [position for position in texts if readings[position].text[0] in bullets]
    return found if len(found) >= len(texts) - 1 else []


def _tell_news(readings: Sequence[Reading], items: list[int]) -> bool:
    """Whether most items tell of an event near their start, rather than of an indicator."""
    openings = [readings[item].text[:_OPENING] for item in items]
    return 2 * sum(has_event(opening) for opening in openings) >= len(openings)


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
