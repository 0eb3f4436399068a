"""Scores in, the lines of a report out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsie.score.scoring import Scores
from newsie.score.tally import Figures

_HEAD = ["type", "gold", "opt", "found", "right", "wrong", "missed", "P", "R", "F1", "exact F1"]
_DETAILS = ["type", "field", "right", "share", "stated", "P", "R", "F1"]


def report_scores(scores: Scores, errors: int = 0) -> Iterator[str]:
    """The lines of a report, with up to `errors` examples of each kind of error a type."""
    figures = scores.figures()
    yield f"documents: {scores.documents}"
    yield from _tell_left_out(scores)
    yield ""
    core = ["core", *[""] * 8, figures["core"]["f1"], figures["core"]["exact_f1"]]
    rows = [_row(line, f) for line, f in figures["types"].items()]
    yield from _align([_HEAD, *rows, core], left=1)
    yield f"core: the mean over {', '.join(figures['core']['types']) or 'nothing'}"
    details = [row for line, f in figures["types"].items() for row in _detail_rows(line, f)]
    if details:
        yield from ("", "fields of pairs (stated: where either side says anything)")
        yield from _align([_DETAILS, *details], left=2)
    for line, tally in scores.tallies.items():
        for kind, told in tally.errors.items():
            if errors and told:
                yield from ("", f"{line}: {kind}, {min(errors, len(told))} of {len(told)}")
                yield from (f"  {one}" for one in told[:errors])


def _tell_left_out(scores: Scores) -> Iterator[str]:
    if scores.elsewhere:
        yield f"left out: {scores.elsewhere} records of documents that the gold has not"
    if scores.not_annotated:
        found, gold = scores.not_annotated["pred"], scores.not_annotated["gold"]
        yield f"left out: {found} records (and {gold} of gold) of types not annotated there"
    if scores.unknown:
        names = ", ".join(sorted(scores.unknown))
        yield f"left out: {scores.unknown.total()} records of unknown types ({names})"


def _row(line: str, f: Figures) -> list[Any]:
    optional = f"{f['optional_matched']}/{f['optional']}"
    keys = ("pred", "tp", "fp", "fn", "precision", "recall", "f1", "exact_f1")
    return [line, f["gold"], optional, *(f[key] for key in keys)]


def _detail_rows(line: str, f: Figures) -> list[list[Any]]:
    rows: list[list[Any]] = [
        [
            line,
            name,
            f"{d['right']}/{d['n']}",
            d["accuracy"],
            f"{d['stated_right']}/{d['stated']}",
            *(d.get(key, "") for key in ("precision", "recall", "f1")),
        ]
        for name, d in f["fields"].items()
        if d["n"]
    ]
    if f["span_pairs"]:
        rows.append([line, "overlap of spans", f["span_pairs"], f["span_iou"], *[""] * 4])
    return rows


def _align(rows: Sequence[Sequence[Any]], left: int) -> Iterator[str]:
    """Columns under each other, the first `left` of them to the left."""
    cells = [
        ["-" if c is None else f"{c:.3f}" if isinstance(c, float) else str(c) for c in row]
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(padded).rstrip()
