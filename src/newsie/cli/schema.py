"""`newsie schema` and `newsie codebook`: what the records hold, for programs and for people."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from newsie.cli.display import fail


def print_schema(
    record_type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Of this type of record only.")
    ] = None,
) -> None:
    """Print the JSON Schema of the records."""
    from newsie.errors import UsageError
    from newsie.records import choose_types
    from newsie.schema import make_schema

    try:
        choose_types([] if record_type is None else [record_type])
    except UsageError as error:
        fail(f"--type: {error}")
    typer.echo(json.dumps(make_schema(record_type), ensure_ascii=False, indent=2))


def print_codebook() -> None:
    """Print the meaning of every field and value.

    In Chinese and English, as Markdown.
    """
    from newsie.codebook import write_codebook

    typer.echo(write_codebook(), nl=False)
