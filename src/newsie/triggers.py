"""A regular expression in, the literals that what it matches holds and starts with out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import product
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, cast

# More literals than this are not worked out: the pattern's rarer parts make better triggers.
_MOST = 64
# What `re` writes at the head of a compiled pattern where a search can skip to its matches.
_SKIPS = constants.SRE_INFO_PREFIX | constants.SRE_INFO_CHARSET


def required_literals(pattern: str) -> list[set[str]]:
    """Return sets of strings; a text that a pattern matches holds a string of each set.

    What a look-ahead or a look-behind asks for counts, though it is no part of the match. The set
    with the longest shortest literal comes first, as it sends the fewest sentences to the pattern.
    A pattern all of whose parts may be left out has no set.

    >>> [sorted(literals) for literals in required_literals("(?:主持|主办)(?:了)?.*会议?")]
    [['主办', '主持'], ['会']]
    >>> [sorted(literals) for literals in required_literals("增长[0-9]+%")]
    [['增长'], ['%']]
    >>> required_literals("[^，]{2,9}")
    []
    """
    sets = _of_sequence(_parse(pattern))
    found = sorted(map(set, dict.fromkeys(map(frozenset, sets))), key=_worth, reverse=True)
    return [{literal for literal in one if not _holds_other(literal, one)} for one in found]


@lru_cache(maxsize=4)  # everything that is asked about a rule's pattern reads it anew
def _parse(pattern: str) -> Any:
    return parser.parse(pattern)


def _holds_other(literal: str, literals: set[str]) -> bool:
    """Whether a part of a literal, which is short, is one of the others, which may be many."""
    length = len(literal)
    parts = (literal[start:end] for start in range(length) for end in range(start + 1, length + 1))
    return any(part in literals for part in parts if len(part) < length)


def _of_sequence(items: Sequence[Any]) -> list[set[str]]:
    """The sets of a sequence: of its runs of literals and of its parts."""
    found: list[set[str]] = []
    run = {""}
    for op, argument in items:
        literals = _language(op, argument)
        if op is constants.ASSERT:
            found.extend(_of_item(op, argument))
            continue
        if literals is not None and len(run) * len(literals) <= _MOST:
            run = {before + behind for before, behind in product(run, literals)}
            continue
        found.append(run)
        run = literals or {""}
        if literals is None:
            found.extend(_of_item(op, argument))
    found.append(run)
    return [literals for literals in found if "" not in literals]


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
        found: set[str] = set()
        for branch in argument[1]:
            language = _language_of_sequence(branch)
            if language is None:
                return None
            found |= language
        return found
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


def _of_item(op: Any, argument: Any) -> list[set[str]]:
    """The sets of an item that matches too many strings to list."""
    if op is constants.SUBPATTERN:
        return _of_sequence(argument[3])
    if op is constants.ATOMIC_GROUP:
        return _of_sequence(argument)
    if op is constants.ASSERT:
        one_class = len(argument[1]) == 1 and argument[1][0][0] is constants.IN
        return [] if one_class else _of_sequence(argument[1])  # a class is but a quick look
    if op is constants.BRANCH:
        branches = [_of_sequence(branch) for branch in argument[1]]
        if not all(branches):
            return []
        shared = [one for one in branches[0] if all(one in branch for branch in branches[1:])]
        own = [[one for one in branch if one not in shared] for branch in branches]
        if not all(own):
            return shared
        return [set().union(*(max(branch, key=_worth) for branch in own)), *shared]
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        least, _, inner = argument
        return _of_sequence(inner) if least else []
    return []


def first_characters(pattern: str) -> set[str] | None:
    """Return the characters with which matches of a pattern start; None if they are too many.

    A look-ahead for them in front of a pattern that begins with choices and things that may be
    left out spares the choices at all other characters.

    >>> sorted(first_characters("(?:已|又)*(?:增长|下降)[0-9]") or ())
    ['下', '又', '增', '已']
    >>> first_characters("[^，]{0,9}会") is None
    True
    """
    found = _first_of_sequence(_parse(pattern))
    return None if found is None or found[1] else _characters_of(found[0])


def one_of(characters: Iterable[str]) -> str:
    """A class of characters, as a pattern."""
    return f"[{re.escape(''.join(sorted(characters)))}]"


def one_of_words(words: Iterable[str]) -> str:
    """One of several words, as a pattern that tries them in their order.

    Those that begin alike stand together behind their first character, as at any place only they
    can fit: a choice between five hundred words then tries but a hundred characters.

    >>> one_of_words(["新增加", "投放", "新增", "投", "新"])
    '(?:新(?:增加|增|)|投(?:放|))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    choices = (
        re.escape(first) + (behind[0] if len(behind) == 1 else f"(?:{'|'.join(behind)})")
        for first, behind in rests.items()
    )
    return f"(?:{'|'.join(choices)})"


def compile_quick(pattern: str) -> re.Pattern[str]:
    """Compile a pattern so that a search goes straight to where a match may start.

    `re` lets a search skip to the characters of a class with which a pattern begins, or to the
    first characters of choices between words. It does not where a choice begins with a class, or
    where something is looked at before it, and tries all of the pattern at every character. The
    compiled pattern is the same but for what the search skips to.

    Raises:
        re.error: of the pattern.

    >>> compile_quick("(?<!没)有[0-9]|[三五]所").findall("没有5，有6，三所")
    ['有6', '三所']
    """
    parsed = _parse(pattern)
    flags = parsed.state.flags
    code = compiler._code(parsed, flags)
    first = None if flags & re.IGNORECASE else _first_of_sequence(parsed)
    if first is not None and not first[1] and not code[2] & _SKIPS:
        _, size, _, least, most, *_ = code
        classes, _ = compiler._optimize_charset(sorted(first[0], key=str))
        head = [constants.INFO, 0, constants.SRE_INFO_CHARSET, least, most]
        compiler._compile_charset(classes, flags, head)
        head[1] = len(head) - 1
        code = head + code[1 + size :]
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    made = compiler._sre.compile(pattern, flags, code, len(names) - 1, groups, tuple(names))
    return cast("re.Pattern[str]", made)


@contextmanager
def remember_classes() -> Iterator[None]:
    """While it lasts, `re` works out a class of characters once, however many patterns hold it.

    newsie compiles 1,500 patterns as it starts, in which 2,400 classes stand 7,300 times; working
    out [一-鿿] alone, in two hundred of them, would take a fifth of a second. Other patterns come
    out the same too, as a class means the same everywhere.
    """
    work_out = compiler._optimize_charset
    compiler._optimize_charset = _Remembered(work_out)
    try:
        yield
    finally:
        compiler._optimize_charset = work_out


class _Remembered:
    """Works out classes of characters as another does, those that came lately not again."""

    def __init__(self, work_out: Callable[..., Any]) -> None:
        self._work_out = work_out
        self._known = lru_cache(maxsize=512)(self._of_members)

    def __call__(self, members: Any, *folding: Any) -> Any:
        """`folding` says how case is ignored; what does that is seldom, and not remembered."""
        if any(folding):
            return self._work_out(members, *folding)
        return self._known(tuple(members))

    def _of_members(self, members: tuple[Any, ...]) -> Any:
        return self._work_out(list(members))


def group_numbers(pattern: str) -> dict[str, int]:
    """The number of each named group of a pattern, without compiling it.

    >>> group_numbers("(?P<host>[一-龥]{2,4})(主持|主办)(?P<name>.*会)")
    {'host': 1, 'name': 3}
    """
    return dict(_parse(pattern).state.groupdict)


def is_anchored(pattern: str) -> bool:
    """Whether matches of a pattern can only start where the text does.

    >>> is_anchored("^[一二三]、"), is_anchored("^会|议$")
    (True, False)
    """
    return list(_parse(pattern))[:1] == [(constants.AT, constants.AT_BEGINNING)]


# The items of the class of characters that a part may start with, and whether it may match nothing.
_Start = tuple[set[Any], bool]
_NARROW = [
    (constants.CATEGORY, which) for which in (constants.CATEGORY_DIGIT, constants.CATEGORY_SPACE)
]


def _first_of_sequence(items: Sequence[Any]) -> _Start | None:
    classes: set[Any] = set()
    for op, argument in items:
        start = _first_of_item(op, argument)
        if start is None:
            return None
        classes |= start[0]
        if not start[1]:
            return classes, False
    return classes, True


def _first_of_item(op: Any, argument: Any) -> _Start | None:
    if op in (constants.ASSERT, constants.ASSERT_NOT, constants.AT):
        return set(), True
    if op is constants.LITERAL:
        return {(op, argument)}, False
    if op is constants.IN:
        return (set(argument), False) if all(map(_is_narrow, argument)) else None
    if op is constants.SUBPATTERN:
        return _first_of_sequence(argument[3])
    if op is constants.ATOMIC_GROUP:
        return _first_of_sequence(argument)
    if op is constants.BRANCH:
        starts = [_first_of_sequence(branch) for branch in argument[1]]
        known = [start for start in starts if start is not None]
        if len(known) < len(starts):
            return None
        return set().union(*(start[0] for start in known)), any(start[1] for start in known)
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        least, _, inner = argument
        start = _first_of_sequence(inner)
        return None if start is None else (start[0], start[1] or not least)
    return None


def _is_narrow(part: Any) -> bool:
    """Whether a part of a class leaves most characters out: 九, 0-9, digits."""
    op, argument = part
    if op is constants.RANGE:
        return bool(argument[1] - argument[0] < _MOST)
    return op is constants.LITERAL or part in _NARROW


def _characters_of(classes: Iterable[Any]) -> set[str] | None:
    """The characters of a class, None where it goes by their category."""
    characters: set[str] = set()
    for op, argument in classes:
        if op is constants.LITERAL:
            characters.add(chr(argument))
        elif op is constants.RANGE:
            characters.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return characters
