"""`newsie duplicates`: articles that repeat others are marked in records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsie.cli.display import fail


def mark_records(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS",
            help="A .jsonl file or a folder of them, changed in place.",
            show_default=False,
        ),
    ],
    similarity: Annotated[
        float,
        typer.Option(
            metavar="SHARE",
            min=0.5,
            max=1,
            help="What a near duplicate has in common with its original, of all that either has.",
        ),
    ] = 0.8,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many processes read the articles.")
    ] = 1,
) -> None:
    """Mark articles that repeat earlier ones: `duplicate_of` is the first one's id."""
    from newsie.duplicates import mark_duplicates
    from newsie.errors import NewsieError

    try:
        found = mark_duplicates(records, similarity=similarity, workers=workers)
    except NewsieError as error:
        fail(error)
    repeated = found.exact + found.near
    typer.echo(
        f"newsie: articles {found.articles:,}, of them duplicates {repeated:,}"
        f" ({found.exact:,} exact, {found.near:,} near)",
        err=True,
    )
