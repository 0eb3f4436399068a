"""Sources in, documents out; before that, a quick look at their doc_ids.

Dumps are read twice: once for the ids alone, so that two documents of one doc_id are found before
anything is written, and once for the texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from newsie.article import Document
from newsie.errors import InputError, UsageError
from newsie.ingest.decoding import decode_text
from newsie.ingest.dump import Columns, read_dump, read_rows
from newsie.ingest.dump import Row as DumpRow
from newsie.ingest.html import read_page
from newsie.ingest.metadata import Metadata, apply_metadata
from newsie.ingest.source import Problem, Source, open_source


@dataclass(slots=True)
class Survey:
    """What a first look at the sources found.

    Args:
        doc_ids: every document's, with the name of the source that holds it.
        useless: sources that hold no document, and why.
        remarks: what else is worth saying.
    """

    doc_ids: dict[str, str] = field(default_factory=dict)
    useless: dict[Source, Problem] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)


def survey_sources(sources: Sequence[Source], columns: Columns, encoding: str | None) -> Survey:
    """Look at the doc_ids of all sources.

    Raises:
        UsageError: two documents have one doc_id, or a dump cannot be read twice.
    """
    survey = Survey()
    for source in sources:
        if source.format in ("text", "html"):
            _add_id(survey, source.name, source)
        else:
            _survey_dump(survey, source, columns, encoding)
    return survey


def _add_id(survey: Survey, doc_id: str, source: Source) -> None:
    other = survey.doc_ids.get(doc_id)
    if other is not None:
        where = f"in {source.name}" if other == source.name else f"in {other} and {source.name}"
        raise UsageError(
            f"two documents have the doc_id {doc_id!r} ({where}); "
            "give the folder that holds both files, or another --id-field"
        )
    survey.doc_ids[doc_id] = source.name


def _survey_dump(survey: Survey, source: Source, columns: Columns, encoding: str | None) -> None:
    if source.path is not None and not source.path.is_file():
        raise UsageError(f"{source.name}: a dump is read twice, so it must be a file, not a pipe")
    seen: dict[str, None] = {}  # a set that keeps the file's order
    try:
        for row in read_rows(source, encoding):
            if isinstance(row, DumpRow):
                seen.update(dict.fromkeys(row.cells))
                if isinstance(row.cells.get(columns.text), str):
                    _add_id(survey, row.doc_id(columns), source)
    except InputError:
        return  # told when the file is read in earnest
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


def read_documents(
    sources: Sequence[Source],
    columns: Columns,
    *,
    encoding: str | None = None,
    metadata: Mapping[str, Metadata] | None = None,
) -> Iterator[Document | Problem]:
    """Read documents in order, with a problem for each that cannot be read.

    Args:
        sources: from `find_sources`.
        columns: the names of the columns of dumps.
        encoding: a codec's name, or None to find out.
        metadata: by doc_id; goes before what a dump's columns or a page say themselves.
    """
    known = metadata or {}
    for source in sources:
        try:
            for item in _read_source(source, columns, encoding):
                if isinstance(item, Document):
                    yield apply_metadata(item, known.get(item.doc_id))
                else:
                    yield item
        except InputError as error:
            yield Problem(error.source, error.problem)
        except UnicodeError as error:  # a dump in UTF-16 that breaks off
            yield Problem(source.name, f"not text to its end ({error}); mend it")


def _read_source(
    source: Source, columns: Columns, encoding: str | None
) -> Iterator[Document | Problem]:
    if source.format not in ("text", "html"):
        yield from read_dump(source, columns, encoding)
        return
    with open_source(source) as stream:
        data = stream.read()
    text = decode_text(data, source.name, encoding)
    yield read_page(source.name, text) if source.format == "html" else Document(source.name, text)
