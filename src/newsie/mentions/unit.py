"""Units: the gazetteer `unit.tsv` → a regex fragment and what each unit measures.

The columns are `unit`, `kind` (count, measure, currency, ratio, time) and `not_before`: the
characters that, right after the unit, show that it starts another word (成 before 立).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from newsie.gazetteers import load_gazetteer


@lru_cache
def unit_kinds(folder: Path | None = None) -> dict[str, str]:
    """The kind of each unit, `folder` being the user's gazetteers.

    >>> unit_kinds()["亩"], unit_kinds()["元"], unit_kinds()["家"]
    ('measure', 'currency', 'count')
    """
    return {row["unit"]: row["kind"] for row in load_gazetteer("unit", folder)}


@lru_cache
def unit_pattern(folder: Path | None = None) -> str:
    """A regex fragment that takes the longest unit, with what it is divided by (元/亩, 件/万人)."""
    rows = sorted(load_gazetteer("unit", folder), key=lambda row: -len(row["unit"]))
    words = {row["unit"]: f"(?![{row['not_before']}])" if row["not_before"] else "" for row in rows}
    divisors = dict.fromkeys((row["unit"] for row in rows if row["kind"] != "ratio"), "")
    return (
        f"{_any_of(words)}(?:[/／][百千万亿]?{_any_of(divisors)}"
        "|每(?:立方米|平方米|公里|秒|小时|亩|吨|公斤|人))?"
    )


def _any_of(words: Mapping[str, str]) -> str:
    """A fragment that takes the first of the words with what must follow each.

    One look at a class turns away what starts none; those of one first character stand together.
    """
    tails: dict[str, list[str]] = {}
    for word, follow in words.items():
        tails.setdefault(word[0], []).append(re.escape(word[1:]) + follow)
    groups = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return f"(?=[{re.escape(''.join(tails))}])(?:{'|'.join(groups)})"
