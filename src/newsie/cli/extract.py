"""`newsie extract`: documents in, records out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from newsie.cli.display import Display
from newsie.cli.options import (
    Cluster,
    DateField,
    Encoding,
    Gazetteers,
    IdField,
    Inputs,
    Metadata,
    OutputOption,
    Place,
    PlaceField,
    Redact,
    Resume,
    Rules,
    Segmenter,
    TextField,
    Timeout,
    TitleField,
    Types,
    Workers,
    read_types,
)

if TYPE_CHECKING:
    from newsie.article import Document
    from newsie.ingest import Columns, Problem
    from newsie.run import ExtractorRecipe, Summary
    from newsie.write import Output


def extract_documents(
    inputs: Inputs,
    output: OutputOption = "-",
    text_field: TextField = "text",
    id_field: IdField = "id",
    title_field: TitleField = "title",
    date_field: DateField = "published",
    place_field: PlaceField = "place",
    metadata: Metadata = None,
    encoding: Encoding = None,
    types: Types = None,
    place: Place = None,
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    segmenter: Segmenter = "jieba",
    workers: Workers = 1,
    cluster: Cluster = None,
    timeout: Timeout = None,
    redact: Redact = False,
    resume: Resume = False,
) -> None:
    """Extract records from documents."""
    from newsie.errors import NewsieError
    from newsie.ingest import Columns
    from newsie.run import ExtractorRecipe

    show = Display()
    try:
        wanted = _check_options(types, encoding, rules, gazetteers)
        task = _open_task(
            inputs,
            output,
            ExtractorRecipe(wanted, place, rules, gazetteers, segmenter),
            Columns(text_field, id_field, title_field, date_field, place_field),
            metadata=metadata,
            encoding=encoding,
            redact=redact,
            resume=resume,
        )
    except NewsieError as error:
        show.fail(error)
    show.total = task.documents
    summary = _run_task(task, show, workers=workers, timeout=timeout, cluster=cluster)
    show.summarise(summary)
    raise typer.Exit(1 if summary.unread or summary.failed else 0)


@dataclass(frozen=True, slots=True)
class _Task:
    """A run whose inputs are surveyed and whose output is open.

    Args:
        items: what is to be read, behind the problems that are known already.
        documents: how many there are.
        output: what the user named; `lines` is what is written first, where that is a table.
        check: asks whether the inputs are still what they were.
    """

    items: Iterator[Document | Problem]
    documents: int
    recipe: ExtractorRecipe
    output: str
    lines: str
    destination: Output
    check: Callable[[], None]


def _open_task(
    inputs: Sequence[str],
    output: str,
    recipe: ExtractorRecipe,
    columns: Columns,
    *,
    metadata: Path | None,
    encoding: str | None,
    redact: bool,
    resume: bool,
) -> _Task:
    """Look through the inputs and open the output; a `NewsieError` for what stands against it."""
    from newsie import ingest
    from newsie.run import check_unchanged, describe_run, note_state
    from newsie.tables.staging import stage_lines
    from newsie.write import FILE_NAMES, open_output

    known, remarks = ingest.read_metadata(metadata) if metadata else ({}, [])
    sources, missing = ingest.find_sources(inputs, _not_input(output, metadata))
    state = note_state(sources)
    survey = ingest.survey_sources(sources, columns, encoding, known)
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
    destination = open_output(
        lines, recipe.types or FILE_NAMES, manifest, resume=resume, redact=redact
    )
    remarks += _remark_on_output(output)
    if metadata:
        remarks += ingest.unmatched_metadata(survey.unmatched, metadata)
    problems = [*missing, *survey.useless.values(), *survey.remarks, *remarks]
    useful = [source for source in sources if source not in survey.useless]
    documents = ingest.read_documents(useful, columns, encoding=encoding, metadata=known)
    check = partial(check_unchanged, sources, state)
    items = chain(problems, documents)
    return _Task(items, survey.documents, recipe, output, lines, destination, check)


def _run_task(
    task: _Task, show: Display, *, workers: int, timeout: float | None, cluster: str | None
) -> Summary:
    """Extract all; what keeps it from its end is told, with what is left to be taken up."""
    from newsie.errors import InputError, NewsieError, WorkerError
    from newsie.run import run_extraction
    from newsie.tables.staging import finish_tables

    destination = task.destination
    try:
        summary = run_extraction(
            task.items,
            task.recipe,
            destination,
            workers=workers,
            timeout=timeout,
            cluster=cluster,
            report=show.report,
            progress=show.progress,
            check=task.check,
        )
        if task.lines != task.output:
            finish_tables(task.output)
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
    return summary


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

    left_out: list[Path | str] = [Path(os.path.realpath(metadata))] if metadata else []
    if output != "-":
        left_out.append(output if is_url(output) else Path(os.path.realpath(output)))
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
