"""`newsie convert`: records in, tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsie.cli.display import fail


def convert_records(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="A .jsonl file or a folder of them.", show_default=False
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR.parquet/|FILE.duckdb",
            help="A folder of Parquet files, or a DuckDB database.",
        ),
    ],
) -> None:
    """Turn records into Parquet or DuckDB tables.

    One table a type, and one for each list that records hold; keys join them.
    """
    from newsie.errors import NewsieError
    from newsie.tables.database import SUFFIXES, write_tables

    if output.suffix not in SUFFIXES:
        fail(f"-o {output}: it must end in {' or '.join(SUFFIXES)}")
    try:
        write_tables(records, output)
    except NewsieError as error:
        fail(error)
