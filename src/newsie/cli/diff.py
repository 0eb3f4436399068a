"""`newsie diff`: what a second output gained, lost and changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsie.cli.display import fail

if TYPE_CHECKING:
    from newsie.compare import Change

_MARKS = {"changed": "~", "gained": "+", "lost": "-"}
_COLOURS = {"changed": "yellow", "gained": "green", "lost": "red"}


def diff_records(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="Records of one run.", show_default=False)
    ],
    new: Annotated[
        Path, typer.Argument(metavar="NEW", help="Records of another.", show_default=False)
    ],
    page: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PAGE.html", help="Show them in a page, too."),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=0, help="List at most N changes a type.")
    ] = 20,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE.jsonl", help="Write all changes there.")
    ] = None,
) -> None:
    """Compare two outputs: gained, lost, changed."""
    from newsie.compare import compare_records, summarise_comparison, tell_change
    from newsie.errors import NewsieError

    try:
        comparison = compare_records(old, new)
    except NewsieError as error:
        fail(error)
    if page is not None:
        from newsie.view import collect_changes, write_page

        try:
            write_page(collect_changes(comparison, old, new), page, f"{old} → {new}")
        except NewsieError as error:
            fail(error)
    rows: list[Sequence[Any]] = [("type", "same", "changed", "gained", "lost")]
    rows += summarise_comparison(comparison)
    for row in rows:
        typer.echo(f"{row[0]:<10}{''.join(f'{cell:>10}' for cell in row[1:])}")
    for record_type, *_ in rows[1:]:
        changes = [change for change in comparison.changes if change.record["type"] == record_type]
        if changes and limit:
            _print_changes(record_type, changes, limit)
    if json_file is not None:
        with json_file.open("w", encoding="utf-8") as file:
            for change in comparison.changes:
                file.write(json.dumps(tell_change(change), ensure_ascii=False) + "\n")


def _print_changes(record_type: str, changes: Sequence[Change], limit: int) -> None:
    typer.echo(f"\n{record_type}")
    for change in changes[:limit]:
        mark = typer.style(_MARKS[change.kind], fg=_COLOURS[change.kind])
        typer.echo(f"{mark} {change.record['doc_id']}: {_name_of(change)}")
        for key in change.fields:
            before, after = ((side or {}).get(key) for side in (change.old, change.new))
            typer.echo(f"    {key}: {_tell(before)} -> {_tell(after)}")
    if len(changes) > limit:
        typer.echo(f"  and {len(changes) - limit} more")


def _name_of(change: Change) -> str:
    """What a record is about, in a few words."""
    from newsie.score.pairing import MEASURES

    record = change.record
    measure = MEASURES.get(record["type"])
    values = [record.get(key) for key in (measure.shown if measure else ())]
    return " ".join(str(value) for value in values if value is not None)


def _tell(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict) and "text" in value[0]:
        return json.dumps([item["text"] for item in value], ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
