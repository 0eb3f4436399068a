"""Names and mentions as they were found in, those that hold beside the others out."""

from __future__ import annotations

from collections.abc import Iterable

from newsie.article import Mention
from newsie.mentions.name import Name


def drop_objects(text: str, found: dict[int, Name]) -> dict[int, Name]:
    """The names without those that are a preposition before another: 董事长|向刘|立新副市长."""
    names = {text[name.start : name.end] for name in found.values()}
    return {
        start: name
        for start, name in found.items()
        if text[start] not in "向对与同和"
        or not any(text.startswith(other, start + 1) for other in names if len(other) > 1)
    }


def drop_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Of overlapping mentions the first, and of these the longest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
