"""Names and mentions as they were found in, those that hold beside the others out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import Mention
from newsie.mentions.name import Name

# What those who come do there: 领导来|云山检查.
_VISIT = re.compile(r"考察|调研|视察|检查|指导|慰问|督导|走访|座谈|参观|访问|学习|对接|洽谈")


def drop_objects(text: str, found: dict[int, Name]) -> dict[int, Name]:
    """The names without those that are a preposition before another: 董事长|向刘|立新副市长.

    Nor do those stay that only say where somebody came: 领导|来云山|检查.
    """
    names = {text[name.start : name.end] for name in found.values()}
    return {
        start: name
        for start, name in found.items()
        if not (text[start] == "来" and _VISIT.match(text, name.end))
        and (
            text[start] not in "向对与同和"
            or not any(text.startswith(other, start + 1) for other in names if len(other) > 1)
        )
    }


def drop_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Of overlapping mentions the first, and of these the longest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
