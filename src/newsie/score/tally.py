"""The gold and extracted records of one type in, everything that is counted of them out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from newsie.score.pairing import Fields, Measure, Verdict, overlap

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """An extracted record and what came of it; `exact`: all its fields are right."""

    record: Fields
    outcome: Literal["right", "wrong", "optional"]
    exact: bool = False


@dataclass(slots=True)
class _FieldCount:
    right: int = 0
    all: int = 0
    stated_right: int = 0
    stated: int = 0
    shared: int | None = None
    gold: int = 0
    found: int = 0

    def add(self, verdict: Verdict) -> None:
        for right, stated in verdict.cells:
            self.all += 1
            self.right += right
            self.stated += stated
            self.stated_right += right and stated
        if verdict.shared is not None:
            self.shared = (self.shared or 0) + verdict.shared
            self.gold += verdict.gold
            self.found += verdict.found

    def figures(self) -> Figures:
        figures: Figures = {
            "right": self.right,
            "n": self.all,
            "stated_right": self.stated_right,
            "stated": self.stated,
            "accuracy": share(self.right, self.all),
        }
        if self.shared is not None:
            figures |= {"both": self.shared, "gold": self.gold, "pred": self.found}
            figures |= precision_recall(self.shared, self.gold, self.found)
        return figures


@dataclass(slots=True)
class Tally:
    """What is counted of one type.

    Args:
        measure: how its records are paired and judged.
        counts: gold and extracted records, pairs, exact pairs.
        overlaps: of the spans of pairs.
        judged: every extracted record, with what came of it.
        errors: by kind, a line each.
    """

    measure: Measure
    counts: Counter[str] = field(default_factory=Counter)
    overlaps: list[float] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    errors: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[str, _FieldCount] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.errors = {"false positive": [], "miss": [], "field": []}
        self.fields = {name: _FieldCount() for name in self.measure.judges}

    def add_document(self, doc_id: str, gold: Sequence[Fields], found: Sequence[Fields]) -> None:
        """Pair the records of one document, best first, and count them."""
        free_gold, free_found = dict(enumerate(gold)), dict(enumerate(found))
        for i, j, verdicts in self._rank_pairs(gold, found):
            if i not in free_gold or j not in free_found:
                continue
            g, p = free_gold.pop(i), free_found.pop(j)
            if g.get("optional"):
                self.counts["optional_matched"] += 1
                self.judged.append(Judged(p, "optional"))
            else:
                self._add_pair(doc_id, g, p, verdicts)
        optional = sum(bool(g.get("optional")) for g in gold)
        self.counts.update(optional=optional, gold=len(gold) - optional, pred=len(found))
        for p in free_found.values():
            self.judged.append(Judged(p, "wrong"))
            self.errors["false positive"].append(self._tell(doc_id, p))
        self.errors["miss"] += [
            self._tell(doc_id, g) for g in free_gold.values() if not g.get("optional")
        ]

    def _rank_pairs(
        self, gold: Sequence[Fields], found: Sequence[Fields]
    ) -> list[tuple[int, int, Mapping[str, Verdict]]]:
        """Pairs by likeness, then fields that agree, then overlap, then required gold first."""
        ranked = []
        for i, g in enumerate(gold):
            for j, p in enumerate(found):
                likeness = self.measure.likeness(g, p)
                if likeness is None:
                    continue
                verdicts = {name: judge(g, p) for name, judge in self.measure.judges.items()}
                agreeing = sum(verdict.right for verdict in verdicts.values())
                order = (-likeness, -agreeing, -(overlap(g, p) or 0), bool(g.get("optional")), i, j)
                ranked.append((order, verdicts))
        ranked.sort(key=lambda one: one[0])
        return [(order[4], order[5], verdicts) for order, verdicts in ranked]

    def _add_pair(self, doc_id: str, g: Fields, p: Fields, verdicts: Mapping[str, Verdict]) -> None:
        exact = all(verdict.right for verdict in verdicts.values())
        self.counts.update(tp=1, exact=int(exact))
        self.judged.append(Judged(p, "right", exact))
        covered = overlap(g, p)
        if covered is not None:
            self.overlaps.append(covered)
        for name, verdict in verdicts.items():
            self.fields[name].add(verdict)
            if not verdict.right:
                self.errors["field"].append(f"{self._tell(doc_id, g)}  {name}: {verdict.note}")

    def _tell(self, doc_id: str, record: Fields) -> str:
        values = [
            f"{key}={json.dumps(record[key], ensure_ascii=False)}"
            for key in (*self.measure.shown, "rule")
            if record.get(key) is not None
        ]
        return f"{doc_id}  {' '.join(values)}"

    def figures(self) -> Figures:
        """All figures: counts, precision, recall and F1, of whole records and of fields."""
        n = self.counts
        counted = n["pred"] - n["optional_matched"]
        exact = precision_recall(n["exact"], n["gold"], counted)
        return {
            **{key: n[key] for key in ("gold", "optional", "optional_matched", "pred", "tp")},
            "fp": counted - n["tp"],
            "fn": n["gold"] - n["tp"],
            **precision_recall(n["tp"], n["gold"], counted),
            "exact": n["exact"],
            **{f"exact_{key}": value for key, value in exact.items()},
            "span_iou": share(sum(self.overlaps), len(self.overlaps)),
            "span_pairs": len(self.overlaps),
            "fields": {name: count.figures() for name, count in self.fields.items()},
        }


def share(part: float, whole: float) -> float | None:
    """A part of a whole; None of nothing."""
    return part / whole if whole else None


def precision_recall(right: int, gold: int, found: int) -> dict[str, float | None]:
    """Precision, recall and F1."""
    return {
        "precision": share(right, found),
        "recall": share(right, gold),
        "f1": share(2 * right, gold + found),
    }
