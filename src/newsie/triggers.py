"""A regular expression in, the literals out of which every match must hold at least one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# More literals than this are not worked out: the pattern's rarer parts make better triggers.
_MOST = 64


def required_literals(pattern: str) -> set[str]:
    """Return strings of which every match of a pattern holds at least one; none if there are none.

    Of the sets that would do, the one with the longest shortest literal is taken, as it sends the
    fewest sentences to the pattern.

    >>> sorted(required_literals("(?:主持|主办)(?:了)?.*会议?"))
    ['主办', '主持']
    >>> sorted(required_literals("增长[0-9]+%?"))
    ['增长']
    >>> sorted(required_literals("[^，]{2,9}"))
    []
    """
    found = _of_sequence(parser.parse(pattern)) or set()
    return {literal for literal in found if not _holds_other(literal, found)}


def _holds_other(literal: str, literals: set[str]) -> bool:
    return any(other in literal for other in literals if other != literal)


def _of_sequence(items: Sequence[Any]) -> set[str] | None:
    """The best set of a sequence: of its runs of literals and of its parts."""
    options: list[set[str]] = []
    run = {""}
    for op, argument in items:
        literals = _language(op, argument)
        if literals is not None and len(run) * len(literals) <= _MOST:
            run = {before + behind for before, behind in product(run, literals)}
            continue
        options.append(run)
        run = literals or {""}
        if literals is None:
            options.append(_of_item(op, argument) or {""})
    options.append(run)
    best = max(options, key=_worth)
    return best if _worth(best)[0] else None


def _worth(literals: set[str]) -> tuple[int, int]:
    return min(map(len, literals)), -len(literals)


def _language(op: Any, argument: Any) -> set[str] | None:
    """Every string that an item matches, where these are few."""
    if op is constants.LITERAL:
        return {chr(argument)}
    if op is constants.IN:
        if all(part[0] is constants.LITERAL for part in argument) and len(argument) <= _MOST:
            return {chr(part[1]) for part in argument}
        return None
    if op is constants.SUBPATTERN:
        return _language_of_sequence(argument[3])
    if op is constants.BRANCH:
        branches = [_language_of_sequence(branch) for branch in argument[1]]
        found = [branch for branch in branches if branch is not None]
        return set().union(*found) if len(found) == len(branches) else None
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        least, most, inner = argument
        language = _language_of_sequence(inner) if most == 1 else None
        if language is None:
            return None
        return language if least else language | {""}
    if op in (constants.ASSERT, constants.ASSERT_NOT, constants.AT):
        return {""}
    return None


def _language_of_sequence(items: Sequence[Any]) -> set[str] | None:
    run = {""}
    for op, argument in items:
        literals = _language(op, argument)
        if literals is None or len(run) * len(literals) > _MOST:
            return None
        run = {before + behind for before, behind in product(run, literals)}
    return run


def _of_item(op: Any, argument: Any) -> set[str] | None:
    """The best set of an item that matches too many strings to list."""
    if op is constants.SUBPATTERN:
        return _of_sequence(argument[3])
    if op is constants.ATOMIC_GROUP:
        return _of_sequence(argument)
    if op is constants.BRANCH:
        options = [_of_sequence(branch) for branch in argument[1]]
        found = [option for option in options if option is not None]
        return set().union(*found) if len(found) == len(options) else None
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        least, _, inner = argument
        return _of_sequence(inner) if least else None
    return None
