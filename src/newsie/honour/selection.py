"""Matches of the rules for awards in, those out that hold an honour and overlap no better one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import Span
from newsie.honour.counted import read_counted
from newsie.honour.name import Honour, read_honours
from newsie.rules import Match

# 被县委授予2025年度“劳动模范”称号: what stands behind the verb is no recipient.
_PASSIVE = re.compile(r"(?:(?<!棉)被|荣获|喜获)[^，。；：！？“”被的]{1,40}$")


def name_span(match: Match) -> Span:
    """Where the name of the honour stands; every rule that is asked names it."""
    span = match.span("name")
    assert span is not None
    return span


def name_text(match: Match) -> str:
    """The words that name the honour, or what they stand for: 夺冠, the 冠军."""
    if stands_for := match.rule.value("stands_for"):
        return str(stands_for)
    span, start = name_span(match), match.sentence.start
    return match.sentence.text[span.start - start : span.end - start]


def without_overlap(matches: Iterable[Match]) -> list[Match]:
    """Of matches whose names overlap, the one of the earliest rule; in reading order."""
    kept: list[Match] = []
    for match in matches:
        name = match.span("name")
        if name is None or _names_nothing(match):
            continue
        if match.rule.value("active") and _is_passive(match):
            continue
        weak = not match.rule.value("object")
        if not any(
            name.start < other.end and match.start < other.end and _start(other) < name.end
            for other in kept
            if weak
            or not other.rule.value("object")
            or other.start == match.start
            or name_span(other).start == name.start
        ):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _is_passive(match: Match) -> bool:
    """Whether the verb's subject received the honour, and is not who conferred it."""
    return bool(_PASSIVE.search(match.sentence.text, 0, match.start - match.sentence.start))


def _start(match: Match) -> int:
    """From where on a match holds its sentence: what was told before it stays another's."""
    return name_span(match).start if match.rule.value("told_before") else match.start


def says_honour(match: Match, name: str) -> bool:
    """Whether the verb, or a heading's own quotes, say that what stands in quotes is an honour."""
    heads = match.rule.value("headed") or match.rule.value("list")
    return bool(match.rule.value("strong") or (heads and name.endswith("”")))


def _names_nothing(match: Match) -> bool:
    """Whether a match holds no honour: it must not hide what another rule finds."""
    text = name_text(match)
    rule = match.rule
    if rule.value("headline") and not match.sentence.in_title:
        return True  # a heading further below, which heads its own list
    if rule.value("groups") and not _COUNT.search(text):
        return True
    if any(rule.value(key) for key in _TOLD_OTHERWISE):
        return False
    if rule.value("counted"):
        return not read_counted(text, "赛", sure=bool(rule.value("sure")))
    strong, sure = says_honour(match, text), bool(rule.value("sure"))
    return not read_honours(text, strong=strong, sure=sure, base=_ANY, contest="赛")


_TOLD_OTHERWISE = ("layout", "told_before", "groups", "kinds", "of_last", "held")
_COUNT = re.compile(r"[0-9一二两三四五六七八九十百]+[余多]?[^，。；0-9]")
# Stands for an honour named before, where it only matters that a bare rank may have one.
_ANY = Honour("先进集体", None, None)
