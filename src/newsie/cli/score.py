"""`newsie score`: how well records agree with gold ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.display import fail
from newsie.cli.options import Types, read_types

if TYPE_CHECKING:
    from newsie.score import Scores


def score_files(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="Records made by hand: a .jsonl file or a folder.",
            show_default=False,
        ),
    ],
    found: Annotated[
        Path,
        typer.Argument(
            metavar="PRED", help="Records as newsie wrote them, likewise.", show_default=False
        ),
    ],
    types: Types = None,
    docs: Annotated[
        str, typer.Option(metavar="REGEX", help="Only documents whose doc_id it is found in.")
    ] = "",
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="List up to N errors of each kind a type.")
    ] = 0,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures there, too.")
    ] = None,
    least: Annotated[
        list[str] | None,
        typer.Option("--min", metavar="TYPE=F1", help="End with status 1 below this F1."),
    ] = None,
) -> None:
    """Compare records with gold ones of your own.

    Precision, recall and F1 of records, and how often each field is right.
    """
    from newsie.errors import NewsieError
    from newsie.score import report_scores, score_records

    try:
        re.compile(docs)
    except re.error as error:
        fail(f"--docs {docs}: not a regular expression: {error}")
    try:
        wanted = None if types is None else set(read_types(types))
        scores = score_records(gold, found, types=wanted, documents=docs)
        bounds = [_read_bound(text, scores) for text in least or []]
    except NewsieError as error:
        fail(error)
    if json_file is not None:
        json_file.write_text(json.dumps(scores.figures(), indent=2) + "\n", encoding="utf-8")
    for line in report_scores(scores, errors):
        typer.echo(line)
    values = _values_of(scores)
    missed = [(name, bound) for name, bound in bounds if (values[name] or 0) < bound - 1e-9]
    for name, bound in missed:
        reached = values[name]
        told = "nothing to score" if reached is None else f"{reached:.4f}"
        typer.echo(f"not reached: {name} {told}, at least {bound:g} was asked for")
    raise typer.Exit(1 if missed else 0)


def _values_of(scores: Scores) -> dict[str, float | None]:
    figures = scores.figures()
    values = {line: f["f1"] for line, f in figures["types"].items()}
    return values | {"core": figures["core"]["f1"], "core_exact": figures["core"]["exact_f1"]}


def _read_bound(text: str, scores: Scores) -> tuple[str, float]:
    from newsie.errors import UsageError

    name, _, number = text.partition("=")
    known = _values_of(scores)
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if name not in known or not 0 <= value <= 1:
        raise UsageError(
            f"--min {text}: it must be NAME=F1, F1 from 0 to 1, NAME of {', '.join(known)}"
        )
    return name, value
