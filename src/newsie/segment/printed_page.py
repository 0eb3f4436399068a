"""Readings of a document's lines → whether they are those of a printed page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsie.segment.furniture import is_picture_label
from newsie.segment.headlines import has_event, is_bracketed
from newsie.segment.pictures import count_unmarked
from newsie.segment.reading import Reading

_HEADINGS = 3  # the most lines of a headline
_STORIES = 3  # dated events under headlines; fewer may be sections of one story
_PRINTED = re.compile(
    r"[版报期刊讯]|第\s*\w+\s*页|责编|编辑"
)  # no page of a site, which has the day
_DAY = re.compile(r"(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}")
# 县司法局：送法进校园
_WHOSE = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:[局镇乡县区市州委办院校会村社队]|街道|公司|中心|集团)[：:]\S{4}"
)


def is_printed(readings: Sequence[Reading]) -> bool:
    """Whether the lines are those of a printed page, with several stories one below the other."""
    parts = [reading.part for reading in readings]
    return (
        (_has_head(readings) and not _is_site(readings))
        or "continuation" in parts
        or parts.count("opening") > 1
        or (
            count_unmarked(readings) > 1 and not _has_one_title(readings) and not _is_site(readings)
        )
        or sum(reading.signed and reading.part != "caption" for reading in readings) > 1
        or _told_events(readings) >= _STORIES
        or _labelled_events(readings) > 1
    )


def _has_head(readings: Sequence[Reading]) -> bool:
    """Whether the head of a newspaper's page is among the lines."""
    return any(r.part == "masthead" and _PRINTED.search(r.text) for r in readings)


def _is_site(readings: Sequence[Reading]) -> bool:
    """Whether a source line with its day stands below the headline, as on a site's page."""
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    titled = False
    for reading in readings[:told]:
        titled = titled or reading.part == "heading"
        if titled and reading.part == "source" and _DAY.search(reading.text):
            return True
    return False


def _has_one_title(readings: Sequence[Reading]) -> bool:
    """Whether a page has no second headline, and announces no pictures."""
    titles = [reading.text for reading in readings if reading.part == "heading"]
    return len(titles) < 2 and not any(map(is_picture_label, titles))


def _told_events(readings: Sequence[Reading]) -> int:
    """How many headlines tell an event above a text that dates it."""
    told = 0
    for position, reading in enumerate(readings):
        if reading.part not in ("text", "opening") or not reading.timed:
            continue
        first = max(0, position - _HEADINGS)
        above = next((i for i in range(position, first, -1) if not _heads(readings[i - 1])), first)
        if any(_tells_event(heading.text) for heading in readings[above:position]):
            told += 1
    return told


def _heads(reading: Reading) -> bool:
    return reading.part == "heading"


def _tells_event(text: str) -> bool:
    return has_event(text) or _WHOSE.match(text) is not None


def _labelled_events(readings: Sequence[Reading]) -> int:
    """How many headlines stand in brackets right above their text (【县委召开会议】)."""
    return sum(
        above.part == "heading"
        and below.prose
        and is_bracketed(above.text)
        and has_event(above.text)
        for above, below in pairwise(readings)
    )
