"""The options of `newsie extract`, some of which other commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

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
TitleField = Annotated[
    str, typer.Option("--title-field", metavar="NAME", help="A dump's column with the title.")
]
DateField = Annotated[
    str,
    typer.Option(
        "--date-field", metavar="NAME", help="A dump's column with the date of publication."
    ),
]
PlaceField = Annotated[
    str,
    typer.Option("--place-field", metavar="NAME", help="A dump's column with the home division."),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input: text, .html, .jsonl, "
        ".csv, each also .gz or .zst.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE.jsonl|DIR/|-",
        help="One mixed file, a folder with a file a type, or standard output; "
        "NAME.parquet/ or NAME.duckdb for tables.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Of all inputs; otherwise UTF-8, UTF-16, GB18030 or Big5, as detected.",
    ),
]
Segmenter = Annotated[
    Literal["jieba", "pkuseg"],
    typer.Option("--segmenter", help="What cuts sentences into words."),
]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="How many processes extract.")
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="A Dask cluster that extracts: its scheduler's address, or the file that tells it.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.001,
        help="How long a document may take, for every million characters begun; what takes "
        "longer is left out. Without, any time.",
    ),
]
Redact = Annotated[
    bool, typer.Option("--redact", help="Mask phone numbers, ids and homes in evidence.")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on where the same run was interrupted.")]


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
