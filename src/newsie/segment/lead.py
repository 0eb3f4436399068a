"""Readings of a page's lines → where what stands on top of it ends and its first story begins."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from newsie.segment.headlines import has_event, is_bracketed, is_menu
from newsie.segment.reading import Reading

BELOW_LABELS = ("more", "next", "teaser")
_FURNITURE = ("chrome", "contact", "masthead", "page", "advert")
_NAME = 16  # characters; the most that a newspaper's or a site's name has
_ISSUES = ("特刊", "专刊", "专版", "副刊")  # what an issue or a page of a newspaper is called
_HEADLINE = 8  # characters; a shorter line is no headline by who wrote below it
_DAY = re.compile(r"(?:19|20)\d{2}\s*[年.\-/]")
_SITE = re.compile(
    r"(?:[网台报刊局委办院厅校社]|公司|网站|政府|发布|融媒|在线|频道|中心|平台|客户端)$"
)
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
        text.isascii()
        or is_menu(text)
        or text.endswith(_ISSUES)
        or (len(text) <= _NAME and not has_event(text))
        for text in above
    )
    if last > top and _is_section(readings[last:told], above):
        return top
    return last if last > top and "heading" in below and (names or not masthead) else top


def _is_section(below: Sequence[Reading], above: Sequence[str]) -> bool:
    """Whether a story's first section stands below a prompt, and its title above that.

    家门口的幸福味道
    （点击收听音频）
    一碗热汤面
    """
    first = next((reading.text for reading in below if reading.part == "heading"), "")
    section = 0 < len(first) < _HEADLINE and not (has_event(first) or is_bracketed(first))
    titles = [text for text in above if len(text) >= _HEADLINE and not _DAY.match(text)]
    return section and any(not _SITE.search(text) for text in titles)


def _is_title(readings: Sequence[Reading], position: int, listed: bool) -> bool:
    """Whether a line tells an event or stands on its author's name, as titles do and no menus."""
    reading, below = readings[position], readings[position + 1 : position + 2]
    if reading.part != "heading" or listed:
        return False
    written = below and below[0].part == "source" and _WRITTEN.search(below[0].text)
    told = len(reading.text) > _NAME and _DAY.match(reading.text) is None
    told = told or has_event(reading.text)
    return told or (len(reading.text) >= _HEADLINE and bool(written))
