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
    from newsie.records import RECORD_MODELS
    from newsie.schema import make_schema

    if record_type is not None and record_type not in RECORD_MODELS:
        fail(f"--type {record_type}: there are {', '.join(RECORD_MODELS)}")
    typer.echo(json.dumps(make_schema(record_type), ensure_ascii=False, indent=2))


def print_codebook() -> None:
    """Print the meaning of every field and value.

    In Chinese and English, as Markdown.
    """
    from newsie.codebook import write_codebook

    typer.echo(write_codebook(), nl=False)
