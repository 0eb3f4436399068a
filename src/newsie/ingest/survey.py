"""Sources in, what a first look at them tells out: their doc_ids and columns.

Dumps are read twice: once for the ids alone, so that two documents of one doc_id are found before
anything is written, and once for the texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, fields

from newsie.errors import InputError, UsageError
from newsie.ingest.dump import Columns, Row, read_rows
from newsie.ingest.identity import IdRegister, digest_id
from newsie.ingest.source import Problem, Source


@dataclass(slots=True)
class Survey:
    """What a first look at the sources found.

    Args:
        documents: how many there are.
        unmatched: doc_ids of the metadata that belong to no document.
        useless: sources that hold no document, and why.
        remarks: what else is worth saying.
    """

    documents: int = 0
    unmatched: dict[str, None] = field(default_factory=dict)  # in the order of the metadata
    useless: dict[Source, Problem] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)


def survey_sources(
    sources: Sequence[Source],
    columns: Columns,
    encoding: str | None,
    metadata: Collection[str] = (),
) -> Survey:
    """Look at the doc_ids of all sources.

    Args:
        sources: from `find_sources`.
        columns: the names of the columns of dumps.
        encoding: a codec's name, or None to find out.
        metadata: the doc_ids that metadata is given for.

    Raises:
        UsageError: two documents have one doc_id, or a dump cannot be read twice.
    """
    survey = Survey(unmatched=dict.fromkeys(metadata))
    with closing(IdRegister()) as register:
        for source in sources:
            seen: dict[str, None] = {}  # a set that keeps the file's order
            for doc_id in _read_ids(source, columns, encoding, seen):
                register.add(doc_id)
                survey.unmatched.pop(doc_id, None)
            _check_columns(survey, source, columns, seen)
        survey.documents = register.count
        repeated = register.find_repeated()
    if repeated:
        _refuse_repeated(sources, columns, encoding, repeated)
    return survey


def _read_ids(
    source: Source, columns: Columns, encoding: str | None, seen: dict[str, None]
) -> Iterator[str]:
    """The doc_ids of a source, and into `seen` the names of a dump's columns."""
    if source.format in ("text", "html"):
        yield source.name
        return
    if not source.is_lasting():
        raise UsageError(f"{source.name}: a dump is read twice, so it must be a file, not a pipe")
    try:
        for row in read_rows(source, encoding):
            if isinstance(row, Row):
                seen.update(dict.fromkeys(row.cells))
                if isinstance(row.cells.get(columns.text), str):
                    yield row.doc_id(columns)
    except (InputError, UnicodeError):
        return  # told when the file is read in earnest


def _check_columns(survey: Survey, source: Source, columns: Columns, seen: Collection[str]) -> None:
    if not seen:
        return
    there = ", ".join(list(seen)[:30])
    if columns.text not in seen:
        problem = f"no column {columns.text!r} (there are: {there}); --text-field names the column"
        survey.useless[source] = Problem(source.name, problem)
        return
    for column in fields(Columns):
        name = getattr(columns, column.name)
        if name != column.default and name not in seen:
            remark = f"no column {name!r} (there are: {there})"
            survey.remarks.append(Problem(source.name, remark, unread=False))


def _refuse_repeated(
    sources: Sequence[Source], columns: Columns, encoding: str | None, repeated: set[int]
) -> None:
    """Look for doc_ids of which there are two, among those whose digests say so."""
    first: dict[str, str] = {}
    for source in sources:
        for doc_id in _read_ids(source, columns, encoding, {}):
            if digest_id(doc_id) not in repeated:
                continue
            if doc_id not in first:
                first[doc_id] = source.name
                continue
            one, other = first[doc_id], source.name
            where = f"in {one}" if one == other else f"in {one} and {other}"
            raise UsageError(
                f"two documents have the doc_id {doc_id!r} ({where}); "
                "give the folder that holds both files, or another --id-field"
            )
