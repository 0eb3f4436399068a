"""A regular expression in, the literals out of which every match must hold at least one."""

from __future__ import annotations

from collections.abc import Sequence
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# A class of more characters than this is no trigger: its characters are too common to help.
_LARGEST_CLASS = 12


def required_literals(pattern: str) -> set[str]:
    """Return strings of which every match of a pattern holds at least one; none if there are none.

    Of the sets that would do, the one with the longest shortest literal is taken, as it sends the
    fewest sentences to the pattern.

    >>> sorted(required_literals("(?:主持|召集)(?:了)?.*会议?"))
    ['主持', '召集']
    >>> sorted(required_literals("增长[0-9]+%?"))
    ['增长']
    """
    return _of_sequence(parser.parse(pattern)) or set()


def _of_sequence(items: Sequence[Any]) -> set[str] | None:
    """The best set of a sequence: of its runs of literals and of its parts."""
    options: list[set[str]] = []
    run = ""
    for op, argument in items:
        if op is constants.LITERAL:
            run += chr(argument)
            continue
        if run:
            options.append({run})
            run = ""
        option = _of_item(op, argument)
        if option:
            options.append(option)
    if run:
        options.append({run})
    return max(options, key=_worth, default=None)


def _worth(literals: set[str]) -> tuple[int, int]:
    return min(map(len, literals)), -len(literals)


def _of_item(op: Any, argument: Any) -> set[str] | None:
    if op is constants.SUBPATTERN:
        return _of_sequence(argument[3])
    if op is constants.ATOMIC_GROUP:
        return _of_sequence(argument)
    if op is constants.BRANCH:
        options = [_of_sequence(branch) for branch in argument[1]]
        return None if None in options else set().union(*(option or () for option in options))
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        least, _, inner = argument
        return _of_sequence(inner) if least else None
    if op is constants.IN:
        return _of_class(argument)
    return None


def _of_class(items: Sequence[Any]) -> set[str] | None:
    found: set[str] = set()
    for op, argument in items:
        if op is constants.LITERAL:
            found.add(chr(argument))
        else:
            return None
    return found if len(found) <= _LARGEST_CLASS else None
