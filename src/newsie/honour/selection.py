"""Matches of the rules for awards in, those out that hold an honour and overlap no better one."""

from __future__ import annotations

from collections.abc import Iterable

from newsie.article import Span
from newsie.honour.counted import read_counted
from newsie.honour.name import Honour, read_honours
from newsie.rules import Match


def name_span(match: Match) -> Span:
    """Where the name of the honour stands; every rule that is asked names it."""
    span = match.span("name")
    assert span is not None
    return span


def without_overlap(matches: Iterable[Match]) -> list[Match]:
    """Of matches whose names overlap, the one of the earliest rule; in reading order."""
    kept: list[Match] = []
    for match in matches:
        if (name := match.span("name")) is None or _names_nothing(match, name):
            continue
        weak = not match.rule.value("object")
        if not any(
            name.start < other.end and match.start < other.end and other.start < name.end
            for other in kept
            if weak
            or not other.rule.value("object")
            or other.start == match.start
            or name_span(other).start == name.start
        ):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _names_nothing(match: Match, name: Span) -> bool:
    """Whether a match holds no honour: it must not hide what another rule finds."""
    start = match.sentence.start
    text = match.sentence.text[name.start - start : name.end - start]
    rule = match.rule
    if any(rule.value(key) for key in ("layout", "told_before", "groups", "kinds", "of_last")):
        return False
    if rule.value("counted"):
        return not read_counted(text, "赛")
    strong, sure = bool(rule.value("strong")), bool(rule.value("sure"))
    return not read_honours(text, strong=strong, sure=sure, base=_ANY, contest="赛")


# Stands for an honour named before, where it only matters that a bare rank may have one.
_ANY = Honour("先进集体", None, None)
