"""The command line: options in, exit status out. The only package that prints.

Every command has a module of its own, which imports what it works with when it is called: help
must come at once.

Exit status: 0 all read; 1 some documents could not be read; 2 wrong use, broken rules or
gazetteers, output that cannot be written.
"""

from __future__ import annotations

from typing import Annotated

import typer

from newsie.cli.convert import convert_records
from newsie.cli.diff import diff_records
from newsie.cli.duplicates import mark_records
from newsie.cli.explain import explain_file
from newsie.cli.extract import extract_documents
from newsie.cli.rules import rules_app
from newsie.cli.schema import print_codebook, print_schema
from newsie.cli.score import score_files
from newsie.cli.view import view_records
from newsie.triggers import remember_classes

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def main() -> None:
    """The `newsie` command."""
    with remember_classes():
        app()


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"newsie {version('newsie')}")
        raise typer.Exit


@app.callback()
def newsie(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Meetings, officials, awards, metrics and targets from Chinese newspapers, as JSON Lines."""


app.command("extract")(extract_documents)
app.add_typer(rules_app, name="rules")
app.command("convert")(convert_records)
app.command("duplicates")(mark_records)
app.command("view")(view_records)
app.command("explain")(explain_file)
app.command("diff")(diff_records)
app.command("score")(score_files)
app.command("schema")(print_schema)
app.command("codebook")(print_codebook)
