"""Persons that a passage names in, the other places where it names them out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from newsie.article import Mention, Passage
from newsie.mentions.acquaintance import covered_offsets
from newsie.values import PersonValue

_HANDFUL = 20  # names
# What opens the organ of a division: behind a name it shows that the name is part of a longer word.
LEVEL = re.compile(r"[省市区县镇乡村州旗]|街道|公司")


def find_others(
    passage: Passage, posts: Sequence[Mention], known: Sequence[Mention]
) -> list[Mention]:
    """The other places where names of this article stand."""
    if not known:
        return []
    text = passage.text
    printed = {text[m.start : m.end]: m.value.name for m in known}
    covered = covered_offsets((*posts, *known))
    others = []
    for start, end in _find_names(text, printed):
        if not covered.isdisjoint(range(start, end)):
            continue
        if not LEVEL.match(text, end):
            name = printed[text[start:end]]
            others.append(Mention("person", start, end, PersonValue(name, False)))
    return others


def _find_names(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where names stand in a text: the leftmost, and of these the longest."""
    if len(names) > _HANDFUL:
        finder = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
        for _, start, end in finder.find_matches_as_indexes(text):
            yield start, end
        return
    # An automaton costs more than looking for a handful of names one by one.
    places: list[tuple[int, int]] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            places.append((start, -len(name)))
            start = text.find(name, start + 1)
    done = 0
    for start, length in sorted(places):
        if start >= done:
            done = start - length
            yield start, done


def find_surnames(text: str, lone: Iterable[int], known: Iterable[Mention]) -> list[Mention]:
    """The surnames at these offsets that stand for one name of this article: 严书记."""
    names = sorted({mention.value.name for mention in known})
    found = []
    for start in lone:
        holders = [name for name in names if name.startswith(text[start])]
        if len(holders) == 1:
            found.append(Mention("person", start, start + 1, PersonValue(holders[0], False)))
    return found
