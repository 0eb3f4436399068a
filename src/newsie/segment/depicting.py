"""Readings of a page's lines → the same, with what its pictures show and are called told apart.

县长林晓参加第一代表团审议
云山县柳东公路。云山日报通讯员 何田
云山建设职业技术学院
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from newsie.segment.headlines import is_scene, is_shot
from newsie.segment.reading import Reading
from newsie.segment.tops import is_dated

_ACCOUNT = re.compile(
    r"(?:[校院局委办区县市镇乡网报台社]|大学|中学|小学|公司|发布|政府|在线|融媒体?|中心|集团|银行|协会)$"
)
_SHOWN = 60  # characters of what a picture shows
_FEWEST_AGAIN = 3  # lines of such a name
_FEWEST_SHOWN = 2  # such lines; one may be a title


def show_pictures(readings: list[Reading]) -> list[Reading]:
    """Take the lines above an untitled story for texts of pictures, if all say whom they show.

    县长林晓参加第一代表团审议
    副县长高小满参加第二代表团审议
    """
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    shown = [reading for reading in readings[:told] if is_shot(reading.text)]
    if told < _FEWEST_SHOWN or len(shown) < told or all(is_scene(r.text) for r in shown):
        return readings
    return [replace(reading, part="caption") for reading in shown] + readings[told:]


def caption_tops(readings: list[Reading]) -> list[Reading]:
    """Take short lines between a title and the dateline below for what pictures show.

    云山县：补齐短板强根基
    云山县绿源果蔬公司生产线。云山日报通讯员 何田
    云山县柳东公路。云山日报通讯员 何田
    本报讯 …
    """
    opening = next((i for i, r in enumerate(readings) if r.part == "opening"), 0)
    first = opening
    while first and _is_shown(readings[first - 1]):
        first -= 1
    titled = any(r.part == "heading" for r in readings[:first])
    told = any(r.prose for r in readings[:first])
    signed = all(r.signed or r.part == "caption" for r in readings[first:opening])
    stamped = any(map(is_dated, readings[:first]))
    if first == opening or not titled or told or not (signed or stamped):
        return readings
    shown = [replace(reading, part="caption") for reading in readings[first:opening]]
    return [*readings[:first], *shown, *readings[opening:]]


def _is_shown(reading: Reading) -> bool:
    """Whether a line is one short sentence without a day, or with who took the picture."""
    if reading.part == "caption":
        return True
    short = reading.part == "text" and len(reading.text) <= _SHOWN
    if not short or reading.text.count("。") > 1 or reading.text[-1] in "）)】]：:":
        return False
    return reading.signed or (not reading.timed and reading.text[-1] == "。")


def demote_account(readings: list[Reading]) -> list[Reading]:
    """Take a name that stands on lines of its own again and again for what pictures are called.

    云山建设职业技术学院
    （林晓同学（左一）获得银牌）
    云山建设职业技术学院
    """
    headings = [r.text for r in readings if r.part == "heading"]
    if len(headings) <= _FEWEST_AGAIN:
        return readings
    again = Counter(headings[1:])
    names = {
        text
        for text, count in again.items()
        if count >= _FEWEST_AGAIN and text != headings[0] and _ACCOUNT.search(text)
    }
    settled = list(readings)
    for position, reading in enumerate(readings):
        if reading.text in names:
            settled[position] = replace(reading, part="page")
        elif reading.part == "caption" and position and readings[position - 1].text in names:
            settled[position] = replace(reading, part="text")
    return settled
