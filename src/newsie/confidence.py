"""How sure each rule is: what was measured on gold records in, a figure for every record out.

`rules/confidence.tsv` holds, for each rule, how many of the records it made were in the gold
(`right`) out of how many that the gold decides (`cases`); optional gold decides nothing. Few cases
say little, so a rule's share is drawn towards that of all rules of its type; and no rule is sure,
so one more case is counted as wrong:

    confidence = (right + 5 × share of its type) / (cases + 6)

A rule that gold has not met gets what this makes of 0 cases. Rules of the user's own, and
shipped ones that the user overrides, have no confidence, unless a `confidence.tsv` beside them
says how they did.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from newsie.errors import RuleFileError
from newsie.record import Record
from newsie.resources import data_folder

PRIOR_CASES = 5
FILE_NAME = "confidence.tsv"
HEADER = "rule\tright\tcases"

_AnyRecord = TypeVar("_AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Confidences:
    """The confidence of rules.

    Args:
        by_rule: what was measured: share, smoothed and rounded, and cases.
        by_type: the same of no case, for the rules of a type that gold has not met.
        unmeasured: the user's rules, of which nothing is known.
    """

    by_rule: Mapping[str, tuple[float, int]]
    by_type: Mapping[str, float]
    unmeasured: frozenset[str] = frozenset()

    def of(self, rule: str) -> tuple[float | None, int]:
        """The confidence of a rule, and its cases."""
        known = self.by_rule.get(rule)
        if known is not None:
            return known
        if rule in self.unmeasured:
            return None, 0
        return self.by_type.get(_type_of(rule)), 0


def rate_records(records: list[_AnyRecord], confidences: Confidences) -> list[_AnyRecord]:
    """Set the confidence of records, in place, without the detour over pydantic."""
    for record in records:
        values = record.__dict__
        values["confidence"], values["confidence_cases"] = confidences.of(record.rule)
    return records


def load_confidences(folder: Path | None = None) -> Confidences:
    """Load what was measured of the shipped rules, and of the user's own in `folder`.

    Raises:
        RuleFileError: naming the file and the line.
    """
    counts = _read(data_folder("rules") / FILE_NAME)
    right_of: Counter[str] = Counter()
    cases_of: Counter[str] = Counter()
    for rule, (right, cases) in counts.items():
        right_of[_type_of(rule)] += right
        cases_of[_type_of(rule)] += cases
    by_type = {name: right_of[name] / max(cases, 1) for name, cases in cases_of.items()}
    own = _rules_of(folder) if folder is not None else frozenset()
    counts = {rule: count for rule, count in counts.items() if rule not in own}
    if folder is not None and (folder / FILE_NAME).is_file():
        counts |= _read(folder / FILE_NAME)
    by_rule = {
        rule: (smooth(right, cases, by_type.get(_type_of(rule), 0.5)), cases)
        for rule, (right, cases) in counts.items()
    }
    unmet = {name: smooth(0, 0, share) for name, share in by_type.items()}
    return Confidences(by_rule, unmet, own)


def smooth(right: int, cases: int, share: float) -> float:
    """A share drawn towards that of the type, and below it by one case, to two decimals.

    >>> smooth(3, 3, 0.9), smooth(90, 100, 0.9), smooth(0, 0, 0.9)
    (0.83, 0.89, 0.75)
    """
    return round((right + PRIOR_CASES * share) / (cases + PRIOR_CASES + 1), 2)


def _type_of(rule: str) -> str:
    return rule.partition("/")[0]


def _rules_of(folder: Path) -> frozenset[str]:
    """The ids of a user's rules, read as far as they can be: the rules' loader tells the rest."""
    found: set[str] = set()
    for file in folder.glob("*.toml"):
        try:
            rules = tomllib.loads(file.read_text(encoding="utf-8")).get("rule", [])
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue
        found.update(f"{file.stem}/{rule.get('id')}" for rule in rules if isinstance(rule, dict))
    return frozenset(found)


def _read(file: Traversable) -> dict[str, tuple[int, int]]:
    lines = [
        (number, line)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if line and not line.startswith("#")
    ]
    if not lines or lines[0][1] != HEADER:
        raise RuleFileError(f"{file}: the header must be {HEADER!r}")
    return dict(_read_line(file, number, line) for number, line in lines[1:])


def _read_line(file: Traversable, number: int, line: str) -> tuple[str, tuple[int, int]]:
    cells = line.split("\t")
    if len(cells) != 3 or not (cells[1].isdigit() and cells[2].isdigit()):
        raise RuleFileError(f"{file}:{number}: a rule and two whole numbers belong there")
    if int(cells[1]) > int(cells[2]):
        raise RuleFileError(f"{file}:{number}: more right than cases")
    return cells[0], (int(cells[1]), int(cells[2]))
