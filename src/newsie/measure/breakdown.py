"""Figures in, the same figures out: tied to the total that they break down, or to where they began.

Surface forms::

    进出口100亿元，其中出口60亿元、进口40亿元      60亿元 and 40亿元 are of 100亿元
    工业增长7.8%，其中制造业增长9%                 a growth of a growth
    增加值100亿元。其中，一产10亿元；二产…          the sentence before has the total
    收入12亿元，其中税收占79.6%                    a share of the total
    比重由20%提高到35%                             35% began at 20%
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsie.measure.figure import Figure
from newsie.values import Number

_AMONG = re.compile(r"(?:(?<=[，。；：（(、\s])|^)其中(?!之一|一[个项名位家])")
_SEGMENT_END = re.compile(r"[；;）)]|$")
_SHARE = re.compile(r"占|比重")
_CLOSE = 0.02  # how far off its parts the sum of a rounded total may be


@dataclass(frozen=True, slots=True)
class _Scope:
    """The stretch of a passage that 其中 rules: to ；, and on to `end` where that adds up."""

    start: int
    segment_end: int
    end: int


def tie_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of an article, in reading order, with `base_value` and `total` where they are."""
    tied = _keep_bases(figures)
    shared = {at for at, times in Counter(f.mention.start for f in tied).items() if times > 1}
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for i, figure in enumerate(tied):
        by_sentence[figure.sentence.index].append(i)
    for index, own in by_sentence.items():
        before = by_sentence.get(index - 1, [])
        for scope in _find_scopes(tied[own[0]]):
            _tie_scope(tied, before, own, scope, shared)
    return tuple(tied)


def _keep_bases(figures: Sequence[Figure]) -> list[Figure]:
    """B of 由A到B with A's value, where both are of one unit."""
    kept: list[Figure] = []
    origin: Figure | None = None
    for figure in figures:
        if figure.origin:
            origin = figure
        elif origin is not None and origin.mention.start < figure.mention.start:
            at = figure.mention.start
            if origin.clause == figure.clause and origin.quantity.unit == figure.quantity.unit:
                figure = replace(figure, base_value=origin.quantity.value)
            following = figures[len(kept) + 1 : len(kept) + 2]
            if not following or following[0].mention.start != at:
                origin = None
        kept.append(figure)
    return kept


def _find_scopes(figure: Figure) -> Iterator[_Scope]:
    """Where 其中 rules in the sentence of a figure."""
    sentence = figure.sentence
    if "其中" not in sentence.text:
        return
    marks = [found.end() for found in _AMONG.finditer(sentence.text)]
    for mark, following in pairwise([*marks, len(sentence.text)]):
        if mark <= len("其中") + 1:
            segment = following
        else:
            closing = _SEGMENT_END.search(sentence.text, mark, following)
            segment = closing.start() if closing else following
        yield _Scope(sentence.start + mark, sentence.start + segment, sentence.start + following)


def _tie_scope(
    figures: list[Figure],
    before: Sequence[int],
    own: Sequence[int],
    scope: _Scope,
    shared: set[int],
) -> None:
    """Tie the figures inside a scope to the nearest total in front of it that they can be of."""
    earlier = [i for i in own if figures[i].mention.start < scope.start]
    earlier = earlier or [i for i in before if figures[i].total is None]
    totals = [figures[i] for i in reversed(earlier) if figures[i].mention.start not in shared]
    inside = [i for i in own if scope.start <= figures[i].mention.start < scope.end]
    sums: dict[int, Number] = defaultdict(int)
    late: dict[int, list[int]] = defaultdict(list)
    broken: Figure | None = None  # the amount that the last amount is a part of
    for i in inside:
        part = figures[i]
        total = next((figure for figure in totals if _is_part(part, figure, broken)), None)
        if total is None:
            continue
        at = total.mention.start
        if _adds_up(part):
            broken = total
            sums[at] += part.quantity.value
            if sums[at] > total.quantity.value * (1 + _CLOSE) and total.quantity.high is not None:
                continue
        if part.mention.start < scope.segment_end:
            figures[i] = replace(part, total=at)
        else:
            late[at].append(i)
    for at, places in late.items():
        whole = next(figure for figure in totals if figure.mention.start == at)
        if sums[at] and abs(sums[at] - whole.quantity.value) <= _CLOSE * whole.quantity.value:
            for i in places:
                figures[i] = replace(figures[i], total=at)


def _adds_up(part: Figure) -> bool:
    return part.aspect == "level" and part.quantity.unit != "%"


def _is_part(part: Figure, total: Figure, broken: Figure | None) -> bool:
    """Whether a figure can be a part, a growth or a share of another.

    Behind an amount that is a part, a growth is of a growth of the same total (`broken`), and a
    share of that total.
    """
    if part.origin or total.origin or part.quantity.rank or total.quantity.rank:
        return False
    if part.aspect == "level" and part.quantity.unit == "%":
        said = part.sentence.text[: part.mention.start - part.sentence.start]
        if not _SHARE.search(said.rpartition("其中")[2]):
            return False
        return total is broken or (broken is None and _is_count(total))
    if (part.aspect, part.quantity.unit) != (total.aspect, total.quantity.unit):
        return False
    if _adds_up(part):
        return part.quantity.value <= total.quantity.value
    return broken is None or total.indicator.text == broken.indicator.text


def _is_count(figure: Figure) -> bool:
    return figure.aspect == "level" and figure.quantity.unit not in ("%", "个百分点", "倍")
