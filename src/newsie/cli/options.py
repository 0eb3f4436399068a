"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Types = Annotated[
    str | None, typer.Option("--types", metavar="TYPE,...", help="Only records of these types.")
]
Metadata = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="FILE.jsonl",
        help="Lines of {doc_id, published, place, title} for text files.",
    ),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="NAME|CODE",
        help="The home division where metadata does not say it.",
    ),
]
Rules = Annotated[
    Path | None,
    typer.Option(
        "--rules", metavar="DIR", help="Rule files that add to or override the shipped ones."
    ),
]
Gazetteers = Annotated[
    Path | None,
    typer.Option(
        "--gazetteers",
        metavar="DIR",
        help="Gazetteers that add to or override the shipped ones.",
    ),
]
TextField = Annotated[
    str, typer.Option("--text-field", metavar="NAME", help="A dump's column with the text.")
]
IdField = Annotated[
    str, typer.Option("--id-field", metavar="NAME", help="A dump's column with the doc_id.")
]


def read_types(text: str) -> tuple[str, ...]:
    """The record types that `--types` names, parted by commas.

    Raises:
        UsageError: naming what is no record type, and those there are.
    """
    from newsie.errors import UsageError
    from newsie.records import choose_types

    try:
        return choose_types(name.strip() for name in text.split(","))
    except UsageError as error:
        raise UsageError(f"--types: {error}") from error
