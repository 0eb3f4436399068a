"""时间: dates and periods in running text: a passage in, mentions with `values.TimeValue` out.

`find_dates` finds the words and resolves what the words alone say; `resolve_time` reads the same
words against the day of publication and the time named last. The surface forms are listed in
`newsie.mentions.day` and `newsie.mentions.period`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.article import Mention
from newsie.mentions.calendar import Clock
from newsie.mentions.day import DAY_RULES, TERSE_RULES, Reader
from newsie.mentions.period import PERIOD_RULES
from newsie.values import TimeValue

_RULES = (*DAY_RULES, *PERIOD_RULES)
_FIRST = (
    r"[\d一二三四五六七八九十“今昨明前后大当同次翌上下本这周星礼清民截到至首年全新来去近过最未力月目日不"
    + ("洪永宣正成弘嘉隆万崇顺康雍乾道咸光]")
)


@lru_cache
def _finder() -> re.Pattern[str]:
    """Every rule's pattern in one, the names of their groups left out."""
    return re.compile(f"(?={_FIRST})(?:{'|'.join(_nameless(p) for p, _ in _RULES)})")


def _nameless(pattern: str) -> str:
    """A pattern whose groups have no names; a back reference to a separator becomes its class."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=sep)", "[-/.]"))


@lru_cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    rules = (*_RULES, *TERSE_RULES)
    return tuple((re.compile(pattern), reader) for pattern, reader in rules)


def find_dates(text: str) -> list[Mention]:
    """The dates and periods of a passage, in reading order.

    >>> [found] = find_dates("会议于2025年2月6日召开。")
    >>> found.start, found.end, found.value.date
    (3, 12, '2025-02-06')
    """
    found: list[Mention] = []
    for match in _finder().finditer(text):
        value = resolve_time(TimeValue(match[0]))
        found.append(Mention("date", *match.span(), value))
    return found


@lru_cache(maxsize=4096)
def _read(text: str, clock: Clock) -> TimeValue | None:
    """The value of words that one rule takes as a whole."""
    for pattern, reader in _readers():
        if match := pattern.fullmatch(text):
            return reader(match, clock)
    return None


def resolve_time(
    value: TimeValue,
    published: str | None = None,
    context: str | None = None,
    *,
    ahead: bool = False,
) -> TimeValue:
    """The same words, read against what is known of their time.

    Args:
        value: as `find_dates` gave it.
        published: ISO date of publication, or its year or year and month.
        context: ISO date, or part of one, named last before the words (当天, 14日, 上年).
        ahead: the words tell of what is still to come, as in a target.

    >>> resolve_time(TimeValue("上月"), "2024-12-11").date
    '2024-11'
    >>> resolve_time(TimeValue("今年前三季度"), "2025-11-02").period
    '2025-01/2025-09'
    """
    return read_time(value.text, published, context, ahead=ahead) or value


def read_time(
    text: str,
    published: str | None = None,
    context: str | None = None,
    *,
    ahead: bool = False,
) -> TimeValue | None:
    """The value of words that say a time and nothing else; None where they are no such words."""
    return _read(text, Clock(published, context, ahead))
