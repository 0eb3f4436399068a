"""Readings of a document's lines → which of them are texts of pictures, and whose pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.segment.bylines import is_written
from newsie.segment.headlines import are_authors, has_event, is_author, is_scene, is_shot
from newsie.segment.reading import Reading

_SHORT = 60  # characters; on a page of one story, a longer text of a picture tells it
_TIMED = re.compile(r"\d{1,2}[月日]|[近今昨前][天日期晚]|日前|连日|[本上这]周")
_CAPTION = 200  # characters; a longer text below a headline is a story
_ALBUM = 320  # characters; a longer text without a headline tells a story
_HEADLINE = 10  # characters; a shorter heading is of a section
_MARKED = "▲△▼▽"  # what ties a picture's text to the picture beside it
_NUMBERED = re.compile(r"图\s?[1-9][^\d]")  # 图1：…, of pictures between a story's paragraphs
_BESIDE = re.compile(r"[上下左右]?图")  # a picture that a printed page shows beside its text
_IN_BRACKETS = re.compile(r"(?![上下左右]?图|[▲↑▼↓△]).*[）)]$")


def is_shown_above(readings: Sequence[Reading], lead: int, position: int) -> bool:
    """Whether one short sentence stands right above the dateline of a story without a title."""
    return position == lead and _is_plain_picture(readings, position, printed=False)


def is_own_picture(readings: Sequence[Reading], lead: int, position: int, printed: bool) -> bool:
    """Whether a picture's text stands between a story's title and its author or dateline."""
    below = readings[position]
    for below in readings[position:]:
        if below.part != "caption":
            break
    if _is_plain_picture(readings, position, printed):
        return any(above.part == "heading" for above in readings[lead:position])
    if readings[position].part != "caption" or below.part == "caption":
        return False
    if not printed and _is_stamped(readings[lead:position]):
        return True
    signed = below.part == "heading" and (is_author(below.text) or are_authors(below.text))
    titled = any(above.part == "heading" for above in readings[lead:position])
    short = len(readings[position].text) <= _SHORT and below.part == "text" and not printed
    return titled and (signed or short or below.part == "opening")


def _is_stamped(above: Sequence[Reading]) -> bool:
    """Whether a title stands above a picture, and then when a site put it up."""
    titled = next((i for i, reading in enumerate(above) if reading.part == "heading"), len(above))
    return any(reading.part == "source" for reading in above[titled:])


def _is_plain_picture(readings: Sequence[Reading], position: int, printed: bool) -> bool:
    """Whether one short sentence stands between a story's title and the dateline it opens with."""
    reading, below = readings[position], readings[position + 1 : position + 2]
    if printed or reading.part != "text" or len(reading.text) > _SHORT or not below:
        return False
    told = reading.text.count("。") > 1 or _TIMED.match(reading.text)
    return below[0].part == "opening" and not told


def is_last(readings: Sequence[Reading], position: int) -> bool:
    """Whether a byline at the end of a site's only story signs the whole of it."""
    reading = readings[position]
    if not reading.signed or not _IN_BRACKETS.match(reading.text):
        return False
    return not any(below.prose for below in readings[position + 1 :])


def is_caption(readings: Sequence[Reading], first: int, position: int) -> bool:
    """Whether a line is a picture's text: by its form, or by who took it on the next line."""
    reading = readings[position]
    if reading.part == "caption":
        return first == position or not is_followed(readings, position)
    # 人勤春来早。…… and on the next line, closer than a paragraph: 本报通讯员 闫妮 摄
    below = readings[position + 1] if position + 1 < len(readings) else None
    return (
        below is not None
        and below.part == "credit"
        and below.credit is not None
        and {person.role for person in below.credit.people} == {"photographer"}
        and not is_written(below.text)
        and below.line.gap < reading.line.gap
    )


def is_pictured(readings: Sequence[Reading], position: int) -> bool:
    """Whether one short paragraph stands below a headline, and who took its picture below that."""
    below = position + 1
    if below >= len(readings) or len(readings[position].text) > _CAPTION:
        return False
    credit = readings[below].credit if readings[below].part == "credit" else None
    if credit is None or not re.search(r"(?:摄|摄影|摄影报道|供图)[）)]?$", readings[below].text):
        return False
    roles = {person.role for person in credit.people}
    return roles == {"photographer"} and not is_written(readings[below].text)


def is_album(readings: Sequence[Reading], position: int) -> bool:
    """Whether a few lines without a headline, the last of them signed 摄, are a picture's text."""
    below = [reading for reading in readings[position:] if reading.prose]
    texts, last = below[:-1], below[-1]
    whole = last.part == "caption" and all(r.part == "text" and not r.signed for r in texts)
    return whole and last.signed and sum(len(reading.text) for reading in below) <= _ALBUM


def is_followed(readings: Sequence[Reading], position: int) -> bool:
    """Whether more running text stands right below a line."""
    below = position + 1
    return below < len(readings) and readings[below].part == "text"


def is_marked(reading: Reading) -> bool:
    """Whether a mark ties a line to a picture of its story: ▲林晓在会上讲话。"""
    return reading.text[0] in _MARKED


def count_unmarked(readings: Sequence[Reading]) -> int:
    """How many texts of pictures neither mark nor number ties to a picture of the story."""
    captions = [reading for reading in readings if reading.part == "caption"]
    return sum(not is_marked(r) and _NUMBERED.match(r.text) is None for r in captions)


def is_second_shot(readings: Sequence[Reading], position: int) -> bool:
    """Whether a line says what another picture shows than the line above."""
    pictures = [reading.part for reading in readings[position - 1 : position + 1]]
    return pictures == ["caption", "caption"] and is_shot(readings[position].text)


def is_own(readings: Sequence[Reading], first: int, position: int) -> bool:
    """Whether a picture's text on a page of one story belongs to that story."""
    headed = any(len(r.text) >= _HEADLINE or _is_told(r.text) for r in readings[first:position])
    if is_last(readings, position) or (not headed and is_followed(readings, position)):
        return True
    if not headed and (_is_between(readings, position) or _is_main(readings, position)):
        return True
    if is_marked(readings[position]) and not headed:
        return True
    if headed or _BESIDE.match(readings[position].text):
        return False
    told = any(readings[above].part in ("text", "opening") for above in range(position))
    return told and any(readings[above].part == "caption" for above in range(1, position))


def _is_told(text: str) -> bool:
    """Whether a short heading tells an event, rather than what a picture shows (会议现场)."""
    return has_event(text) and not is_scene(text)


def _is_between(readings: Sequence[Reading], position: int) -> bool:
    """Whether a picture's text stands between a page's first paragraph and its only dateline."""
    below = readings[position + 1 : position + 2]
    openings = sum(reading.part == "opening" for reading in readings)
    led = any(reading.part == "text" for reading in readings[:position])
    return led and openings == 1 and bool(below) and below[0].part == "opening"


def _is_main(readings: Sequence[Reading], position: int) -> bool:
    """Whether a signed paragraph tells more than the only one above it: it is their story's."""
    above = [reading for reading in readings[:position] if reading.prose]
    below = any(reading.prose and "。" in reading.text for reading in readings[position + 1 :])
    alone = len(above) == 1 and above[0].part == "text" and not below
    return alone and len(readings[position].text) > len(above[0].text)


def is_shot_by(reading: Reading) -> bool:
    """Whether a line only names who took the picture above it."""
    roles = {person.role for person in reading.credit.people} if reading.credit else set()
    return reading.part == "credit" and roles == {"photographer"}
