"""Readings of a document's lines → where its stories start, by what stands above their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsie.article import ArticleKind
from newsie.segment.digests import find_items
from newsie.segment.headlines import has_event, is_bracketed, is_column, is_numbered
from newsie.segment.reading import Reading

_HEADINGS = 4  # the most lines that stand above a story
_ENDED = tuple("。！？!?…”’」』）)】：:")
_NOTE = re.compile(r"[【（(]?(?:编者按|编者的话|开栏语|开栏的话|核心提示|导语)")
_ABOVE = ("heading", "credit", "source", "marker")
_SKIPPED = ("source", "turn", "page")
_FURNITURE = ("chrome", "contact", "masthead", "page", "advert")
_NEXT = re.compile(r"图[②-⑳]|[（(]?图\s?[2-9二三四五六]")
_COMMA = re.compile(r"[，,、]")
_CUT = re.compile(r"[\w“”]{0,4}[，,。；;、）)]")  # the rest of a sentence that a column break cut
_SHORT = 10  # characters; a shorter line below a bracketed one is an item, not a headline


@dataclass(frozen=True, slots=True)
class Start:
    """A line where an article starts, what it is, and the rule that says so."""

    kind: ArticleKind
    rule: str


def find_starts(readings: Sequence[Reading], title: str | None) -> dict[int, Start]:
    """Find the lines where stories, captions and continuations start.

    Args:
        readings: the lines that are not blank.
        title: the document's title from metadata, where there is one.
    """
    starts: dict[int, Start] = {}
    lead = _skip_lead(readings)
    if lead:
        starts[0] = Start("advert", "article/chrome")
    items = find_items(readings, lead, title)
    printed = _is_printed(readings)
    told = lead  # the line after the last running text
    for position in range(lead, items[0] if items else len(readings)):
        if not readings[position].prose:
            continue
        first = _heading_block(readings, position, told)
        found = (
            _judge_first(readings, lead, position)
            if told == lead
            else _judge(readings, first, position, printed)
        )
        if found:
            starts[found[0]] = found[1]
        told = position + 1
    starts.update({item: Start("news", "article/item") for item in items})
    if items and told == lead and lead < items[0]:
        starts[lead] = starts.pop(items[0])  # the digest's name stands above its first item
    if lead < len(readings) and told == lead and not items and readings[lead].part == "heading":
        starts[lead] = Start("news", "article/headline")
    return starts


def _skip_lead(readings: Sequence[Reading]) -> int:
    """The first line below what stands on top of a page: 当前位置, a masthead, 点击上方蓝字."""
    told = next((i for i, reading in enumerate(readings) if reading.prose), len(readings))
    parts = [reading.part for reading in readings[:told]]
    furniture = [i for i, part in enumerate(parts) if part in _FURNITURE]
    top = next((i for i, part in enumerate(parts) if part not in _FURNITURE), told)
    if furniture and furniture[-1] > top:
        below = furniture[-1] + 1
        if parts[furniture[-1]] != "masthead" and "heading" in parts[below:]:
            return below
    return top


def _is_printed(readings: Sequence[Reading]) -> bool:
    """Whether the lines are those of a printed page, with several stories one below the other."""
    parts = [reading.part for reading in readings]
    return (
        "masthead" in parts
        or "continuation" in parts
        or parts.count("opening") > 1
        or parts.count("caption") > 1
        or sum(reading.signed for reading in readings) > 1
    )


def _heading_block(readings: Sequence[Reading], position: int, told: int) -> int:
    """The first of the headings that stand right above a line; its own position without any."""
    first = position
    headings = 0
    for above in range(position - 1, told - 1, -1):
        reading = readings[above]
        if reading.part not in _ABOVE or _closes(reading):
            break
        if reading.part == "heading":
            headings += 1
            if headings > _HEADINGS:
                break
            first = above
        elif reading.part == "marker":
            first = above
    return first


def _closes(reading: Reading) -> bool:
    """Whether a credit ends the story above it, rather than opening the one below."""
    if reading.part != "credit" or reading.credit is None:
        return False
    roles = {person.role for person in reading.credit.people}
    return reading.text[0] in "（([〔" or roles <= {"editor", "photographer"}


def _judge_first(readings: Sequence[Reading], lead: int, position: int) -> tuple[int, Start] | None:
    """What the first running text of a document starts."""
    reading = readings[position]
    headed = any(above.part == "heading" for above in readings[lead:position])
    if reading.part == "continuation":
        return lead, Start("continuation", "article/continuation")
    if reading.part == "caption" and not _is_followed(readings, position):
        return lead, Start("caption", "article/caption")
    if headed:
        return lead, Start("news", "article/headline")
    return lead, Start("news", "article/dateline" if reading.dateline else "article/untitled")


def _judge(
    readings: Sequence[Reading], first: int, position: int, printed: bool
) -> tuple[int, Start] | None:
    """What starts at a line of running text, or at the headings above it; None for nothing."""
    reading = readings[position]
    headed = first < position
    if reading.part == "continuation":
        return first, Start("continuation", "article/continuation")
    if reading.part == "opening":
        return first, Start("news", "article/headline" if headed else "article/dateline")
    if _is_caption(readings, first, position):
        if not headed and readings[position - 1].part == "caption" and _NEXT.match(reading.text):
            return None
        return first, Start("caption", "article/caption")
    if headed and _is_boundary(readings, first, position, printed):
        return first, Start("news", "article/headline")
    return None


def _is_caption(readings: Sequence[Reading], first: int, position: int) -> bool:
    reading = readings[position]
    if reading.part == "caption":
        return first == position or not _is_followed(readings, position)
    # 人勤春来早。…… and on the next line, closer than a paragraph: 本报通讯员 闫妮 摄
    below = readings[position + 1] if position + 1 < len(readings) else None
    return (
        below is not None
        and below.part == "credit"
        and below.credit is not None
        and {person.role for person in below.credit.people} == {"photographer"}
        and "文" not in below.text
        and below.line.gap < reading.line.gap
    )


def _is_followed(readings: Sequence[Reading], position: int) -> bool:
    """Whether more running text stands right below a line."""
    below = position + 1
    return below < len(readings) and readings[below].part == "text"


def _is_boundary(readings: Sequence[Reading], first: int, position: int, printed: bool) -> bool:
    """Whether headings are those of a new story, rather than of a section of the one above."""
    above = readings[first:position]
    text = readings[position].text
    if is_numbered(above[0].text):
        return False
    if any(reading.part in ("credit", "source") for reading in above[1:]):
        return True
    if _NOTE.match(text) or _is_closed(readings, first):
        return True
    titles = [reading.text for reading in above if reading.part == "heading"]
    if is_bracketed(titles[0]) and len(titles) > 1 and len(titles[1]) >= _SHORT:
        return True
    ended = readings[first - 1].text.endswith(_ENDED)
    headed = any(has_event(title) for title in titles) or (len(titles) > 1 and is_column(titles[0]))
    whole = not any(_COMMA.search(title) for title in titles) and not _CUT.match(text)
    return printed and ended and headed and whole and "。" in text


def _is_closed(readings: Sequence[Reading], position: int) -> bool:
    """Whether a byline ended the story above a line."""
    for above in range(position - 1, -1, -1):
        reading = readings[above]
        if reading.part not in _SKIPPED:
            return reading.signed or reading.part == "credit"
    return False
