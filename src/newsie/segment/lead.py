"""Readings of a page's lines → where what stands on top of it ends and its first story begins."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from newsie.segment.headlines import has_event, is_menu
from newsie.segment.reading import Reading

BELOW_LABELS = ("more", "next", "teaser")
_FURNITURE = ("chrome", "contact", "masthead", "page", "advert")
_NAME = 16  # characters; the most that a newspaper's or a site's name has
_HEADLINE = 8  # characters; a shorter line is no headline by who wrote below it
_WRITTEN = re.compile(r"(?:作者|记者|稿源|稿件来源|新闻来源|文章来源)\s*[:：]\s*\S")


def skip_lead(readings: Sequence[Reading], listed: Set[int]) -> int:
    """The first line below what stands on top of a page: 当前位置, a masthead, 点击上方蓝字."""
    told = next(
        (i for i, reading in enumerate(readings) if reading.prose and i not in listed),
        len(readings),
    )
    skipped = [
        position in listed or reading.part in _FURNITURE or reading.part in BELOW_LABELS
        for position, reading in enumerate(readings[:told])
    ]
    titled = next((i for i in range(told) if _is_title(readings, i, i in listed)), told)
    skipped[titled:] = [False] * (told - titled)
    top = skipped.index(False) if False in skipped else told
    last = len(skipped) - skipped[::-1].index(True) if True in skipped else 0
    below = [reading.part for reading in readings[last:told]]
    above = [
        readings[position].text
        for position in range(top, last)
        if readings[position].part == "heading" and position not in listed
    ]
    masthead = any(reading.part == "masthead" for reading in readings[top:last])
    names = all(
        text.isascii() or is_menu(text) or (len(text) <= _NAME and not has_event(text))
        for text in above
    )
    return last if last > top and "heading" in below and (names or not masthead) else top


def _is_title(readings: Sequence[Reading], position: int, listed: bool) -> bool:
    """Whether a line tells an event or stands on its author's name, as titles do and no menus."""
    reading, below = readings[position], readings[position + 1 : position + 2]
    if reading.part != "heading" or listed:
        return False
    written = below and below[0].part == "source" and _WRITTEN.search(below[0].text)
    return has_event(reading.text) or (len(reading.text) >= _HEADLINE and bool(written))
