"""A sentence and the rules in, how far each rule came in it out, and what it lacked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from newsie.article import MENTION_MARKS, Sentence
from newsie.explain.pattern import Part, split_rule
from newsie.rules import Rule
from newsie.triggers import required_literals

_KINDS = {mark: kind for kind, mark in MENTION_MARKS.items()}


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one rule fared in one sentence.

    Args:
        rule: it.
        reached: how many of its parts hold, one behind the other; parts that hold of anything are
            not counted.
        parts: how many there are.
        matched: the words that hold, mentions among them as `{kind}`.
        lacked: the part that comes next and is not there, as the rule writes it.
        missing: sets of words of which a match must hold one, and the sentence has none.
        tried: a rule that has none of its words in the sentence is not even tried.
    """

    rule: Rule
    reached: int
    parts: int
    matched: str
    lacked: str | None
    missing: tuple[tuple[str, ...], ...] = ()
    tried: bool = True

    @property
    def holds(self) -> bool:
        """Whether the whole rule matches."""
        return self.lacked is None


def try_rules(sentence: Sentence, rules: Iterable[Rule]) -> list[Attempt]:
    """See how far every rule comes, the ones that came furthest first.

    A rule that has none of its words in the sentence, and no part that holds, is left out.
    """
    attempts = [_try_rule(sentence, rule) for rule in rules]
    near = [attempt for attempt in attempts if attempt.reached or attempt.tried]
    return sorted(near, key=lambda a: (-a.holds, -a.reached / max(a.parts, 1), -len(a.matched)))


def show_marked(text: str) -> str:
    """A marked sentence for people: each mark as the kind of mention that it stands for.

    >>> show_marked("\\ue006主持召开")
    '{person}主持召开'
    """
    return "".join(f"{{{_KINDS[c]}}}" if c in _KINDS else c for c in text)


def _try_rule(sentence: Sentence, rule: Rule) -> Attempt:
    whole = rule.pattern.search(sentence.marked)
    alternatives = split_rule(rule)
    if whole:
        count = max(map(_count_firm, alternatives))
        return Attempt(rule, count, count, show_marked(whole.group()), None)
    ranked = [(_reach(sentence.marked, parts), parts) for parts in alternatives]
    (held, matched), parts = max(ranked, key=lambda one: one[0][0] / len(one[1]))
    tried = any(trigger in sentence.marked for trigger in rule.triggers)
    missing = tuple(
        tuple(map(show_marked, words))
        for words in map(sorted, (rule.triggers, *rule.others))
        if not any(word in sentence.marked for word in words)
    )
    reached, count = _count_firm(parts[:held]), _count_firm(parts)
    lacked = parts[held].written
    return Attempt(rule, reached, count, show_marked(matched), lacked, missing, tried)


def _count_firm(parts: Sequence[Part]) -> int:
    return sum(_is_firm(part.regex) for part in parts)


@cache
def _is_firm(regex: str) -> bool:
    """Whether a part needs a word or a mention, so that it holds only where that is."""
    return bool(required_literals(regex))


def _reach(marked: str, parts: list[Part]) -> tuple[int, str]:
    """How many parts hold from the first on, and the words in which they do.

    What holds with more parts holds with fewer, so the boundary can be halved in upon.
    """
    low, high, matched = 0, len(parts) - 1, ""
    while low < high:
        middle = (low + high + 1) // 2
        found = _compile("".join(part.regex for part in parts[:middle])).search(marked)
        if found:
            low, matched = middle, found.group()
        else:
            high = middle - 1
    return low, matched


@cache
def _compile(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
