"""How often a text says bare words of a level (全县, 区委) in, how well a division fits them out.

A county's paper says 县 most, and 市委 and 全省 at times, of those above it; a city's says 市,
and 各县区 at times. So the lowest level that is spoken often is the home's, even where those above
it are spoken together as often.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log

from newsie.mentions.division import Division

_RANKS = {
    **dict.fromkeys(("省", "自治区"), 1),
    **dict.fromkeys(("州", "盟", "地区"), 2),
    **dict.fromkeys(("县", "区", "旗"), 3),
}
_COUNTY = 3
# How often a word of some rank is said at home of another: {home: {word: share}}.
_SHARES = {
    1: {1: 0.75, 2: 0.15, 3: 0.10},
    2: {1: 0.20, 2: 0.65, 3: 0.15},
    3: {1: 0.15, 2: 0.20, 3: 0.65},
}
_OTHER = 0.03  # of another county's word: 全区 in a county
_TEMPER = 0.5  # words of one text are much the same word said again
_SPEAKS = 3  # bare words, from which on a home must be of a level that they say
_FITS = 2.0  # what a division weighs whose level is spoken most, against one of a silent text
_MUNICIPALITIES = ("11", "12", "31", "50")


def fit_spoken(division: Division, levels: Mapping[str, float], ours: Mapping[str, float]) -> float:
    """How well a division fits the bare words of a text: 1 where there are none, 0 not at all.

    Not at all where there are several, and none of its level: who writes 全县 is no district.

    Args:
        levels: how often each level is said.
        ours: how often 我县 and 本区 are; they are said of no other level than the home's.
    """
    said = {word: count for word, count in levels.items() if count > 0}
    if not said:
        return 1.0
    own = _own_words(division)
    spoken = max(said.get(word, 0.0) for word in own)
    total = sum(said.values())
    if not spoken and total >= _SPEAKS:
        return 0.0
    best = max(_likelihood(said, rank, word) for rank, word in _homes(said))
    fit = _FITS * exp(_TEMPER * (_likelihood(said, division.depth, own[0]) - best))
    if ours and not any(word in ours for word in own):
        fit *= 0.3
    return fit


def _homes(said: Mapping[str, float]) -> list[tuple[int, str]]:
    """The levels, with their words, of which a home may be that says these."""
    homes = [(1, "省"), (2, "市"), (_COUNTY, "市")]
    homes += [(_RANKS[word], word) for word in said if word in _RANKS]
    return homes


def _own_words(division: Division) -> tuple[str, ...]:
    """What a division calls itself, the usual word first."""
    if division.code[:2] in _MUNICIPALITIES and division.depth == 1:
        return ("市",)
    if division.depth == 1:
        return ("自治区", "区") if division.name.endswith("自治区") else ("省",)
    return (division.level,)


def _likelihood(said: Mapping[str, float], depth: int, own: str) -> float:
    """The logarithm of how likely a home of some depth says these words."""
    shares = _SHARES[depth]
    total = 0.0
    for word, count in said.items():
        if word == own or (own == "自治区" and word == "区"):
            share = shares[depth]
        elif word == "市":
            share = shares[2]
        else:
            rank = _RANKS.get(word, _COUNTY)
            share = _OTHER if rank == depth else shares[rank]
        total += count * log(share)
    return total
