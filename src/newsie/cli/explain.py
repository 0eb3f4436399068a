"""`newsie explain`: why records are as they are, and why a sentence has none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsie.cli.display import fail
from newsie.cli.options import Gazetteers, Metadata, Place, Rules, Types, read_types

if TYPE_CHECKING:
    from rich.console import Console

    from newsie.article import Document
    from newsie.explain import Attempt, RecordExplanation, SentenceExplanation, Step

_NOT_SHOWN = ("type", "id", "doc_id", "article_id", "rule", "evidence")
_SHOWN_PATTERN = 200


def explain_file(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A text, a web page or a dump; - for standard input.",
            show_default=False,
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Explain the sentences that hold these words."),
    ] = None,
    types: Types = None,
    doc: Annotated[
        str | None, typer.Option("--doc", metavar="DOC_ID", help="Of a dump, this document only.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date of publication, of a text.")
    ] = None,
    place: Place = None,
    metadata: Metadata = None,
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    most: Annotated[
        int,
        typer.Option("--rules-shown", metavar="N", min=1, help="Of rules tried, the nearest N."),
    ] = 8,
) -> None:
    """Tell why records are as they are, or missing.

    Of each record: the rule, what filled its slots, how values came about.

    With --at, explain sentences: the rules that were tried, how far each came, what it lacked.
    """
    from rich.console import Console

    from newsie.errors import ArticleError, NewsieError
    from newsie.explain import explain_records, explain_sentences
    from newsie.pipeline import Extractor

    console = Console(highlight=False, soft_wrap=True)
    try:
        extractor = Extractor(
            types=types and read_types(types), place=place, rules=rules, gazetteers=gazetteers
        )
        documents = _read_documents(file, doc, published, metadata)
        shown = 0
        for document in documents:
            if at is None:
                for record in explain_records(extractor, document):
                    _print_record(console, record)
                    shown += 1
            else:
                for sentence in explain_sentences(extractor, document, at):
                    _print_sentence(console, document, sentence, most)
                    shown += 1
    except (NewsieError, ArticleError) as error:
        fail(error)
    if not shown:
        fail(f"--at {at}: no sentence of {file} holds it" if at else f"{file}: no documents")


def _read_documents(
    file: str, doc: str | None, published: str | None, metadata: Path | None
) -> Iterable[Document]:
    from dataclasses import replace

    from newsie.api import documents
    from newsie.errors import UsageError

    if file == "-" and metadata is not None:
        raise UsageError("--metadata is for files; give --published for standard input")
    read = [one for one in documents(file, metadata=metadata) if doc in (None, one.doc_id)]
    if not read and doc is not None:
        raise UsageError(f"--doc {doc}: no document of {file} is called so")
    return [replace(one, published=published or one.published) for one in read]


def _print_record(console: Console, explanation: RecordExplanation) -> None:
    record = explanation.record
    sure = ""
    if record.confidence is not None:
        sure = f"  right {record.confidence:.0%} of the time ({record.confidence_cases} cases)"
    console.print()
    console.rule(f"[bold]{record.type}[/]  {record.rule}", align="left", characters="─")
    console.print(f"[dim]{record.doc_id}  {record.id}{sure}[/]")
    for key, value in record.model_dump().items():
        if key not in _NOT_SHOWN and not key.startswith("confidence") and value not in (None, []):
            console.print(f"  [cyan]{key}[/] {_escape(_tell(value))}")
    for item in record.evidence:
        text = item.text if record.type != "article" else _shorten(item.text)
        console.print(f"  [green]evidence[/] {item.start}–{item.end} {_escape(text)}")
    if record.type == "article":
        return
    if not explanation.made_by:
        console.print("  made by the layout (a table, a list, a heading), by no rule of sentences")
    for reading in explanation.made_by:
        console.print(f"  [magenta]rule[/] {_escape(_rule_text(reading.rule.data.pattern))}")
        for fill in reading.fills:
            console.print(f"    {fill.slot} = {_escape(fill.text)}")
    for reading in explanation.helped:
        fills = ", ".join(f"{fill.slot} = {fill.text}" for fill in reading.fills)
        console.print(f"  [dim]also[/] {reading.rule.id}: {_escape(fills)}")
    _print_steps(console, explanation.steps)


def _print_sentence(
    console: Console, document: Document, sentence: SentenceExplanation, most: int
) -> None:
    from newsie.explain.document import DEMANDS

    console.print()
    console.rule(f"[bold]{document.doc_id}[/]", align="left", characters="─")
    console.print(_escape(sentence.text.strip()))
    if sentence.note:
        console.print(f"  {sentence.note}")
        return
    console.print(f"  [dim]as rules see it[/] {_escape(sentence.marked.strip())}")
    _print_steps(console, sentence.steps)
    for record in sentence.records:
        console.print(f"  [green]record[/] {record.type} by {record.rule}  {record.id}")
    held = [attempt for attempt in sentence.attempts if attempt.holds]
    made = {record.rule for record in sentence.records}
    for attempt in held:
        _print_attempt(console, attempt)
    for record_type in dict.fromkeys(a.rule.record_type for a in held if a.rule.id not in made):
        if record_type not in {record.type for record in sentence.records}:
            console.print(
                f"  [yellow]held, but no {record_type} came of it[/]: {DEMANDS[record_type]}"
            )
    near = [attempt for attempt in sentence.attempts if not attempt.holds]
    for attempt in near[:most]:
        _print_attempt(console, attempt)
    rest = len(near) - most
    more = f"{rest} more rules came less far; " if rest > 0 else ""
    console.print(f"  {more}of {sentence.others} rules nothing holds")


def _print_attempt(console: Console, attempt: Attempt) -> None:
    name = f"{attempt.rule.id} {attempt.reached}/{attempt.parts}"
    if attempt.holds:
        console.print(f"  [green]✓ {name}[/] {_escape(attempt.matched)}")
        return
    matched = f" after “{_shorten(attempt.matched)}”" if attempt.matched else ""
    console.print(
        f"  [red]✗ {name}[/] lacks {_escape(_rule_text(attempt.lacked or ''))}{_escape(matched)}"
    )
    for words in attempt.missing:
        console.print(f"      and one of {_escape(_shorten(' '.join(words)))}")


def _print_steps(console: Console, steps: Sequence[Step]) -> None:
    for step in steps:
        console.print(
            f"  [blue]{step.kind}[/] {_escape(step.text)} → {_escape('; '.join(step.notes))}"
        )


def _tell(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_tell(part) for part in value.values() if part not in (None, []))
    if isinstance(value, list):
        return "；".join(map(_tell, value))
    return str(value)


def _rule_text(pattern: str) -> str:
    return pattern if len(pattern) <= _SHOWN_PATTERN else pattern[:_SHOWN_PATTERN] + "…"


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:40]}…{text[-18:]}"


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(text)
