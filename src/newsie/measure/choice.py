"""Of the matches that reach a number, the one that reads it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from newsie.article import Sentence, Span
from newsie.rules import Match
from newsie.values import Aspect, Basis, Quantity

_YEARLY = ("同比", "按年", "上年", "去年", "上届")
# 年均, 两年平均.
_AVERAGED = re.compile(r"年(?![度初底末计目任])|.{0,6}年平均$")
_PERIODIC = ("环比", "上月", "上季度", "上一季度")


_MOVES = ("rise", "fall")
_COUNTED_BY = frozenset(
    ("个", "项", "座", "户", "处", "所", "套", "亩", "公里", "人", "名", "条", "件", "台")
)
# 较上年前进3位: a rank that changed.
_MOVED = re.compile(r"(?:前进|前移|上移|上升|提升|提高|跃升|攀升|下降|下滑|后退|升|降)了?$")


@dataclass(frozen=True, slots=True)
class Introduction:
    """How one number is introduced: where the introduction starts, and what it says."""

    start: int  # position in the marked sentence
    rule: str
    aspect: Aspect
    basis: Basis | None
    match: Match


def choose_introductions(sentence: Sentence, matches: Iterable[Match]) -> dict[int, Introduction]:
    """For each position of a number in a marked sentence the reading that starts first."""
    chosen: dict[int, Introduction] = {}
    for match in matches:
        if not match.rule.id.startswith("metric/"):
            continue
        for span in match.slots.get("quantity", ()):
            position = bisect_left(sentence.bounds, span.start)
            mention = sentence.mention_at(position)
            if mention is None or not isinstance(mention.value, Quantity):
                continue
            rule = match.rule.id.removeprefix("metric/")
            moved = mention.value.rank and rule in _MOVES and _introduces_move(match)
            if mention.value.rank != rule.startswith("rank") and not (
                rule in ("state", "reach") or moved
            ):
                continue
            if rule == "completed" and mention.value.unit in _COUNTED_BY:
                continue  # 完成改厕任务40926座: the task itself
            if rule == "times" and mention.value.unit not in ("倍", "%"):
                continue
            start = bisect_left(sentence.bounds, match.start)
            best = chosen.get(position)
            if best is None or start < best.start or (rule == "rank" and best.rule != "rank"):
                chosen[position] = _read(match, start, rule, mention.value)
    return chosen


def _read(match: Match, start: int, rule: str, quantity: Quantity) -> Introduction:
    ranked = quantity.rank and rule not in _MOVES
    aspect: Aspect = "rank" if ranked else match.rule.value("aspect")
    basis = read_basis(match)
    origin = match.span("origin")
    if rule == "change-to" and origin and re.search("同期|水平", _said(match, origin)):
        basis = "base"
    if rule == "recovered":  # 同比2021年恢复90%, 恢复到2021年的90%
        against = match.span("basis") or match.span("base")
        basis = _named_base(match, against)
        basis = "base" if against and re.search("同比.{4}年", _said(match, against)) else basis
    if rule in ("beyond", "times"):
        basis = _named_base(match, match.span("base"))
        span = match.span("base")
        said = _said(match, span) if span else ""
        if re.match(r"(?:[调年]\S{0,3})?(?:预算|计划|目标)", said):
            basis = None
    return Introduction(start, match.rule.id, aspect, basis, match)


def read_basis(match: Match) -> Basis | None:
    """What a change is measured against, by the wording between indicator and number."""
    span = match.span("basis")
    return None if span is None else _named_base(match, span)


def _named_base(match: Match, span: Span | None) -> Basis | None:
    if span is None:
        return "base"
    text = _said(match, span)
    if any(word in text for word in _YEARLY):
        return "base" if any(word in text for word in ("年底", "年末", "年初")) else "yoy"
    if text in ("较同期", "比同期"):
        return "yoy"
    if any(word in text for word in _PERIODIC):
        return "period"
    return "annual_average" if _AVERAGED.match(text) else "base"


def _introduces_move(match: Match) -> bool:
    """Whether what stands right before the number of a rule says that a rank changed."""
    number = match.slots["quantity"][-1].start
    return bool(_MOVED.search(_said(match, Span(match.start, number))))


def _said(match: Match, span: Span) -> str:
    start = match.sentence.start
    return match.sentence.text[span.start - start : span.end - start]
