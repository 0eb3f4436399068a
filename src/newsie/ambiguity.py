"""Regular expressions in, those of their repeats that can read one text in two ways out.

Where the body of a repeat may be cut up in two ways (`(?:达到|达|到)+` reads 达到 as one word or as
two), a backtracking engine tries every combination before it gives up: time doubles with each
further 达到. Such repeats are found here before a text finds them.

A body becomes an automaton of positions (Glushkov, The abstract theory of automata, 1961); two
walks over it that read the same characters, part, and meet again at the end of the body are the
two ways. So is one step that two repeats can take, as from digit to digit in `(?:[0-9]+)+`, within
the number or on to the next. Conditions that look around are passed over; the text found is
therefore tried on the repeat itself. An atomic group `(?>...)` gives nothing back, and counts as a
character of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# A repeat of at most so many turns tries at most 2 ** FEW ways: no danger.
FEW = 6
TURNS = 40  # times a text is said to a repeat alone
TOO_LONG = 0.02  # seconds; a repeat that gives up in linear time needs some millionths

Characters = tuple[bool, frozenset[int]]  # (False, {a, b}) is a or b; (True, {a, b}) all but those


@dataclass
class Positions:
    """The automaton of a body: for each position its characters, and the positions behind it.

    Twice are the steps from one position to another that can be taken for two reasons.
    """

    characters: list[Characters] = field(default_factory=list)
    behind: list[set[int]] = field(default_factory=list)
    twice: set[tuple[int, int]] = field(default_factory=set)

    def add(self, characters: Characters) -> int:
        self.characters.append(characters)
        self.behind.append(set())
        return len(self.characters) - 1

    def connect(self, last: frozenset[int], first: frozenset[int]) -> None:
        """Let each of the first positions follow each of the last."""
        for position in last:
            self.twice |= {(position, other) for other in first & self.behind[position]}
            self.behind[position] |= first


@dataclass(frozen=True)
class Part:
    """What a part of a pattern may start and end with, and whether it may be empty."""

    first: frozenset[int]
    last: frozenset[int]
    empty: bool


def ambiguous_repeats(pattern: str) -> list[str]:
    """A text of each repeat, of more than FEW turns, that it reads in two ways and tries them all.

    >>> ambiguous_repeats("(?:达到|达|到)+[0-9]")
    ['达到']
    >>> ambiguous_repeats("(?:[0-9]+|年)+$")
    ['00']
    >>> ambiguous_repeats("(?>达到|达|到)+[0-9]")
    []
    >>> ambiguous_repeats("(?:[^，]{1,9}，)*[0-9]")
    []
    """
    return [
        text
        for most, body in _repeats(parser.parse(pattern), kept=True)
        if (text := _two_ways(body)) and _doubles(body, most, text)
    ]


def _doubles(body: Any, most: int, text: str) -> bool:
    """Whether a repeat of a body, which then fails, takes twice as long for each text more."""
    failing = parser.SubPattern(body.state)
    failing.append((op.MAX_REPEAT, (1, most, body)))
    failing.append((op.LITERAL, 0))
    match = compiler.compile(failing).match
    for turns in range(TURNS):
        start = time.process_time()
        match(text * turns)
        if time.process_time() - start > TOO_LONG:
            return True
    return False


def _repeats(items: Any, kept: bool = False) -> Iterator[tuple[int, Any]]:
    """How often the repeats of a parsed pattern turn at most, and their bodies.

    What ends the pattern, an atomic group or a look ahead (`kept`) is left out: nothing behind it
    can make it try again.
    """
    for place, (code, argument) in enumerate(items):
        last = kept and place == len(items) - 1
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most > FEW and code is not op.POSSESSIVE_REPEAT and not last:
                yield most, body
            yield from _repeats(body)
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, last)
        elif code is op.SUBPATTERN:
            yield from _repeats(argument[3], last)
        elif code is op.ATOMIC_GROUP:
            yield from _repeats(argument, True)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(argument[1], True)


def _two_ways(body: Any) -> str | None:
    """The shortest text that a body, said again and again, reads in two ways."""
    positions = Positions()
    part = _of_sequence(body, positions)
    positions.connect(part.last, part.first)  # the next turn
    # Pairs of positions to which the same text leads; whether the two walks have parted already.
    seen = {}
    border = [(a, b, a != b, "") for a, b in product(part.first, part.first) if a <= b]
    while border:
        following = []
        for a, b, parted, text in border:
            letter = _shared(positions.characters[a], positions.characters[b])
            if letter is None or (a, b, parted) in seen:
                continue
            seen[a, b, parted] = True
            text += letter
            if parted and a in part.last and b in part.last:
                return text
            following += [
                (c, d, parted or c != d or (a, c) in positions.twice, text)
                for c, d in product(positions.behind[a], positions.behind[b])
            ]
        border = following
    return None


@cache
def _shared(one: Characters, other: Characters) -> str | None:
    """A character that two sets share."""
    (no, a), (nor, b) = one, other
    if not no and not nor:
        both = a & b
    elif no and nor:
        neither = a | b
        return next(chr(c) for c in range(ord("文"), 0x110000) if c not in neither)
    else:
        both = b - a if no else a - b
    return chr(min(both)) if both else None


def _of_sequence(items: Any, positions: Positions) -> Part:
    whole = Part(frozenset(), frozenset(), True)
    for code, argument in items:
        whole = _joined(whole, _of_item(code, argument, positions), positions)
    return whole


def _joined(one: Part, other: Part, positions: Positions) -> Part:
    positions.connect(one.last, other.first)
    return Part(
        one.first | other.first if one.empty else one.first,
        one.last | other.last if other.empty else other.last,
        one.empty and other.empty,
    )


def _of_item(code: Any, argument: Any, positions: Positions) -> Part:
    if code in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        place = frozenset({positions.add(_characters(code, argument))})
        return Part(place, place, False)
    if code is op.BRANCH:
        parts = [_of_sequence(branch, positions) for branch in argument[1]]
        return Part(
            frozenset().union(*(part.first for part in parts)),
            frozenset().union(*(part.last for part in parts)),
            any(part.empty for part in parts),
        )
    if code is op.SUBPATTERN:
        return _of_sequence(argument[3], positions)
    if code is op.ATOMIC_GROUP:
        own = frozenset({positions.add((False, frozenset({0x10FFFF - len(positions.characters)})))})
        return Part(own, own, False)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, body = argument
        return _of_repeat(least, most, body, positions)
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return Part(frozenset(), frozenset(), True)
    raise NotImplementedError(f"{code} in a pattern")


def _of_repeat(least: int, most: int, body: Any, positions: Positions) -> Part:
    """A repeat of few turns as copies of its body, of many as one that goes round."""
    if most <= FEW:
        whole = Part(frozenset(), frozenset(), True)
        for turn in reversed(range(most)):  # (a(a(a)?)?)?
            inner = _joined(_of_sequence(body, positions), whole, positions)
            whole = Part(inner.first, inner.last, inner.empty or turn >= least)
        return whole
    part = _of_sequence(body, positions)
    positions.connect(part.last, part.first)
    return Part(part.first, part.last, part.empty or least == 0)


def _characters(code: Any, argument: Any) -> Characters:
    if code is op.LITERAL:
        return False, frozenset({argument})
    if code is op.NOT_LITERAL:
        return True, frozenset({argument})
    if code is op.ANY:
        return True, frozenset({ord("\n")})
    return _set(argument)


def _set(items: Any) -> Characters:
    """The characters of a set in square brackets."""
    no, found = False, frozenset[int]()
    for kind, value in items:
        if kind is op.NEGATE:
            continue
        other = _member(kind, value)
        if other[0]:  # all but some: so is the union
            no, found = True, (other[1] & found if no else other[1] - found)
        else:
            found = found - other[1] if no else found | other[1]
    return no is not (items[0][0] is op.NEGATE), found


@cache
def _range(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first, last + 1))


def _member(kind: Any, value: Any) -> Characters:
    if kind is op.LITERAL:
        return False, frozenset({value})
    if kind is op.RANGE:
        return False, _range(*value)
    if kind is op.CATEGORY:
        return _CATEGORIES[value]
    raise NotImplementedError(f"{kind} in a set")


_SPACE = frozenset(map(ord, " \t\n\r\f\v\u3000\xa0"))
_DIGIT = frozenset(map(ord, "0123456789"))
_WORD = (
    _DIGIT | frozenset(map(ord, "abcdefghijklmnopqrstuvwxyz_")) | frozenset(range(0x4E00, 0xA000))
)
_CATEGORIES: dict[Any, Characters] = {
    op.CATEGORY_DIGIT: (False, _DIGIT),
    op.CATEGORY_NOT_DIGIT: (True, _DIGIT),
    op.CATEGORY_SPACE: (False, _SPACE),
    op.CATEGORY_NOT_SPACE: (True, _SPACE),
    op.CATEGORY_WORD: (False, _WORD),
    op.CATEGORY_NOT_WORD: (True, _WORD),
}
