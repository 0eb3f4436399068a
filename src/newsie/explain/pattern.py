"""A rule's pattern in, the parts that it is made of out: what a sentence must hold, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.rules import Rule

_SLOT = re.compile(r"\{[a-z_]+(?::[a-z_]+)?\}")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_TIMES = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern.

    Args:
        written: as it stands in the rule.
        regex: with its fragments and slots put in.
    """

    written: str
    regex: str


def split_rule(rule: Rule) -> list[list[Part]]:
    """The alternatives of a rule's pattern, each as its parts in order.

    A slot or fragment is one part in the rule and one group in the compiled pattern, so the two
    can be taken apart side by side.
    """
    written = split_pattern(rule.data.pattern)
    compiled = split_pattern(rule.pattern.pattern)
    if len(compiled[0]) == len(written[0]) + 1:
        compiled[0] = compiled[0][1:]  # a look at the first character, which the loader puts there
    return [
        [Part(*pair) for pair in zip(one, other, strict=True)]
        for one, other in zip(written, compiled, strict=True)
    ]


def split_pattern(pattern: str) -> list[list[str]]:
    """Alternatives → their parts: runs of literals, slots, classes, groups, with their quantifiers.

    >>> split_pattern("{person:host}主持(?:召开)?[^，]{2,9}会|召开")
    [['{person:host}', '主持', '(?:召开)?', '[^，]{2,9}', '会'], ['召开']]
    """
    alternatives: list[list[str]] = [[]]
    literals = ""
    i = 0
    while i < len(pattern):
        if pattern[i] == "|":
            alternatives[-1] += [literals] * bool(literals)
            alternatives.append([])
            literals, i = "", i + 1
            continue
        end, is_literal = _end_of_atom(pattern, i)
        times = _TIMES.match(pattern, end)
        if is_literal and times is None:
            literals += pattern[i:end]
        else:
            end = times.end() if times else end
            alternatives[-1] += [literals] * bool(literals) + [pattern[i:end]]
            literals = ""
        i = end
    alternatives[-1] += [literals] * bool(literals)
    return alternatives


def _end_of_atom(pattern: str, i: int) -> tuple[int, bool]:
    """Where the atom at i ends, and whether it is a literal."""
    for kind in (_ESCAPE, _CLASS, _SLOT):
        found = kind.match(pattern, i)
        if found:
            return found.end(), kind is _ESCAPE
    if pattern[i] != "(":
        return i + 1, pattern[i] not in "^$."
    depth = 0
    while i < len(pattern):
        inner = _ESCAPE.match(pattern, i) or _CLASS.match(pattern, i)
        if inner:
            i = inner.end()
            continue
        depth += {"(": 1, ")": -1}.get(pattern[i], 0)
        i += 1
        if depth == 0:
            break
    return i, False
