"""`newsie extract`: documents in, records out."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsie.cli.display import Display
from newsie.cli.options import (
    Gazetteers,
    IdField,
    Metadata,
    Place,
    Rules,
    TextField,
    Types,
    read_types,
)

if TYPE_CHECKING:
    from newsie.ingest import Problem


def extract_documents(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files, folders, globs, or - for standard input: text, .html, .jsonl, "
            ".csv, each also .gz or .zst.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.jsonl|DIR/|-",
            help="One mixed file, a folder with a file a type, or standard output; "
            "NAME.parquet/ or NAME.duckdb for tables.",
        ),
    ] = "-",
    text_field: TextField = "text",
    id_field: IdField = "id",
    title_field: Annotated[
        str, typer.Option(metavar="NAME", help="A dump's column with the title.")
    ] = "title",
    date_field: Annotated[
        str, typer.Option(metavar="NAME", help="A dump's column with the date of publication.")
    ] = "published",
    place_field: Annotated[
        str, typer.Option(metavar="NAME", help="A dump's column with the home division.")
    ] = "place",
    metadata: Metadata = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Of all inputs; otherwise UTF-8, UTF-16, GB18030 or Big5, as detected.",
        ),
    ] = None,
    types: Types = None,
    place: Place = None,
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    segmenter: Annotated[
        Literal["jieba", "pkuseg"], typer.Option(help="What cuts sentences into words.")
    ] = "jieba",
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many processes extract.")
    ] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="A Dask cluster that extracts: its scheduler's address, or the file that tells "
            "it.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            min=0.001,
            help="How long a document may take, for every million characters begun; what takes "
            "longer is left out. Without, any time.",
        ),
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Mask phone numbers, ids and homes in evidence.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same run was interrupted.")
    ] = False,
) -> None:
    """Extract records from documents."""
    from newsie import ingest
    from newsie.errors import InputError, NewsieError, WorkerError
    from newsie.run import (
        ExtractorRecipe,
        check_unchanged,
        describe_run,
        note_state,
        run_extraction,
    )
    from newsie.tables.staging import finish_tables, stage_lines
    from newsie.write import open_output

    show = Display()
    try:
        wanted = _check_options(types, encoding, rules, gazetteers)
        columns = ingest.Columns(text_field, id_field, title_field, date_field, place_field)
        known, remarks = ingest.read_metadata(metadata) if metadata else ({}, [])
        sources, missing = ingest.find_sources(inputs, _not_input(output, metadata))
        state = note_state(sources)
        survey = ingest.survey_sources(sources, columns, encoding, known)
        recipe = ExtractorRecipe(wanted, place, rules, gazetteers, segmenter)
        manifest = None
        if output != "-":
            manifest = describe_run(
                sources,
                recipe,
                columns,
                encoding=encoding,
                metadata=metadata,
                redact=redact,
                resume=resume,
            )
        lines = stage_lines(output)
        destination = open_output(lines, wanted, manifest, resume=resume, redact=redact)
        remarks += _remark_on_output(output)
    except NewsieError as error:
        show.fail(error)
    show.total = survey.documents
    useful = [source for source in sources if source not in survey.useless]
    documents = ingest.read_documents(useful, columns, encoding=encoding, metadata=known)
    if metadata:
        remarks += ingest.unmatched_metadata(survey.unmatched, metadata)
    problems = [*missing, *survey.useless.values(), *survey.remarks, *remarks]
    try:
        summary = run_extraction(
            chain(problems, documents),
            recipe,
            destination,
            workers=workers,
            timeout=timeout,
            cluster=cluster,
            report=show.report,
            progress=show.progress,
            check=partial(check_unchanged, sources, state),
        )
        if lines != output:
            finish_tables(output)
    except BrokenPipeError:
        _silence_output()
        raise typer.Exit from None
    except InputError as error:  # what is done does not go with what is left
        destination.abandon()
        show.fail(error)
    except NewsieError as error:
        show.fail(error, resumable=destination.abandon())
    except KeyboardInterrupt:
        show.interrupt(resumable=destination.abandon())
    except MemoryError:
        resumable = destination.abandon()
        show.fail(WorkerError("no memory is left to read the documents"), resumable=resumable)
    except BaseException:
        destination.abandon()
        raise
    show.summarise(summary)
    raise typer.Exit(1 if summary.unread or summary.failed else 0)


def _check_options(
    types: str | None,
    encoding: str | None,
    rules: Path | None,
    gazetteers: Path | None,
) -> tuple[str, ...]:
    """The record types wanted; a `UsageError` for an option that cannot be used."""
    from newsie.errors import UsageError
    from newsie.write import FILE_NAMES

    if encoding is not None:
        try:
            with suppress(UnicodeError):
                b"    ".decode(encoding)
        except (LookupError, ValueError) as error:
            raise UsageError(f"--encoding {encoding}: no encoding of that name") from error
    for option, folder in (("--rules", rules), ("--gazetteers", gazetteers)):
        if folder is not None and not folder.is_dir():
            raise UsageError(f"{option} {folder}: no such folder")
    if types is None:
        return tuple(FILE_NAMES)
    chosen = {"article", *read_types(types)}
    return tuple(name for name in FILE_NAMES if name in chosen)


def _not_input(output: str, metadata: Path | None) -> list[Path | str]:
    """What may lie in an input folder without being input."""
    from newsie.storage import is_url

    left_out: list[Path | str] = [metadata.resolve()] if metadata else []
    if output != "-":
        left_out.append(output if is_url(output) else Path(output).resolve())
    return left_out


def _remark_on_output(output: str) -> list[Problem]:
    """That a name such as `out` is one file, as it may have been meant as a folder."""
    from newsie.ingest import Problem

    path = Path(output)
    if (
        output == "-"
        or output.endswith("/")
        or path.suffix
        or (path.exists() and not path.is_file())
    ):
        return []
    text = f"one file of all records (-o {output}/ is a folder with a file a type)"
    return [Problem(output, text, unread=False)]


def _silence_output() -> None:
    """Nobody reads standard output any more: let Python's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
