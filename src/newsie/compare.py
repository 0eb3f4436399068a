"""Two outputs in, what the second gained, lost and changed out.

Records of one id are the same. Of the others, an old and a new one of one document and type are
one record that changed where they are alike enough to be a pair for `newsie.score`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from newsie.records import RECORD_MODELS
from newsie.score.gold import read_plain_records
from newsie.score.pairing import MEASURES, Fields

# What differs where anything does, or is measured elsewhere.
_NOT_COMPARED = {"id", "article_id", "confidence", "confidence_cases"}


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is not as it was: `old` is None of a gained one, `new` of a lost one."""

    old: Fields | None
    new: Fields | None

    @property
    def kind(self) -> Literal["gained", "lost", "changed"]:
        """What became of it."""
        if self.old is None:
            return "gained"
        return "lost" if self.new is None else "changed"

    @property
    def record(self) -> Fields:
        """The new record, or the one that was lost."""
        record = self.old if self.new is None else self.new
        assert record is not None
        return record

    @property
    def fields(self) -> list[str]:
        """The fields of a changed record that differ."""
        if self.old is None or self.new is None:
            return []
        keys = dict.fromkeys([*self.old, *self.new])
        return [
            key
            for key in keys
            if key not in _NOT_COMPARED and self.old.get(key) != self.new.get(key)
        ]


@dataclass(slots=True)
class Comparison:
    """What became of the records: how many of each type are the same, and every change."""

    same: Counter[str] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)

    def count(self, record_type: str, kind: str) -> int:
        """How many records of a type were gained, lost or changed."""
        return sum(
            change.kind == kind and change.record["type"] == record_type for change in self.changes
        )


def compare_records(old: Path, new: Path) -> Comparison:
    """Compare two files or folders of records.

    Only records that are not in both are kept in memory.

    Raises:
        InputError: naming file and line.
    """
    ids = {record.get("id") for _, record in read_plain_records(old)}
    comparison = Comparison()
    groups: dict[tuple[str, str], tuple[list[Fields], list[Fields]]] = defaultdict(lambda: ([], []))
    both = set()
    for _, record in read_plain_records(new):
        if record.get("id") in ids:
            both.add(record.get("id"))
            comparison.same[record["type"]] += 1
        else:
            groups[str(record["doc_id"]), record["type"]][1].append(record)
    for _, record in read_plain_records(old):
        if record.get("id") not in both:
            groups[str(record["doc_id"]), record["type"]][0].append(record)
    for (_, record_type), (lost, gained) in sorted(groups.items(), key=lambda one: one[0]):
        comparison.changes += _pair(record_type, lost, gained)
    return comparison


def _pair(record_type: str, lost: list[Fields], gained: list[Fields]) -> Iterator[Change]:
    """Pair what is alike, best first; the rest was lost or gained."""
    measure = MEASURES.get(record_type)
    ranked: list[tuple[float, int, int, int]] = []
    for i, old in enumerate(lost):
        for j, new in enumerate(gained):
            likeness = measure.likeness(old, new) if measure else None
            if likeness is not None:
                ranked.append((-likeness, len(Change(old, new).fields), i, j))
    old_left, new_left = dict(enumerate(lost)), dict(enumerate(gained))
    changes = []
    for _, _, i, j in sorted(ranked):
        if i in old_left and j in new_left:
            changes.append(Change(old_left.pop(i), new_left.pop(j)))
    changes += [Change(old, None) for old in old_left.values()]
    changes += [Change(None, new) for new in new_left.values()]
    yield from sorted(changes, key=lambda change: _start_of(change.record))


def _start_of(record: Fields) -> int:
    return min((item["start"] for item in record.get("evidence") or []), default=0)


def summarise_comparison(comparison: Comparison) -> list[tuple[str, int, int, int, int]]:
    """A row a type that either output has: same, changed, gained, lost."""
    count = comparison.count
    rows = [
        (
            name,
            comparison.same[name],
            count(name, "changed"),
            count(name, "gained"),
            count(name, "lost"),
        )
        for name in RECORD_MODELS
    ]
    return [row for row in rows if any(row[1:])]


def tell_change(change: Change) -> dict[str, Any]:
    """A change as plain values, for programs."""
    return {
        "change": change.kind,
        "type": change.record["type"],
        "doc_id": change.record["doc_id"],
        "fields": {
            key: [(change.old or {}).get(key), (change.new or {}).get(key)] for key in change.fields
        },
        "old": change.old,
        "new": change.new,
    }
