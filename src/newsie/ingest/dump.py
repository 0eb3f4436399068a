"""A dump in (JSON Lines or CSV, a document a row), documents out, one at a time.

A text column may hold web pages. A row that cannot be read becomes a `Problem` named `FILE:LINE`;
the rows after it are read all the same. Never more than a row is held in memory.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import orjson

from newsie.article import Document
from newsie.errors import InputError
from newsie.ingest.decoding import check_text, detect_encoding
from newsie.ingest.html import is_page, read_page
from newsie.ingest.metadata import apply_metadata, metadata_of
from newsie.ingest.source import Problem, Source, open_source

SAMPLE = 1 << 20
_LONGEST_CELL = 1 << 28
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a dump's columns."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    published: str = "published"
    place: str = "place"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a dump: where it stands (`FILE:LINE`) and its cells by column."""

    source: str
    cells: dict[str, object]

    def doc_id(self, columns: Columns) -> str:
        """The id column, else `FILE:LINE`."""
        given = self.cells.get(columns.id)
        if isinstance(given, bool) or not isinstance(given, str | int) or given == "":
            return self.source
        return str(given)


def read_rows(source: Source, encoding: str | None) -> Iterator[Row | Problem]:
    """Read a dump's rows in order, with a problem for each that cannot be read.

    Raises:
        InputError: the file cannot be opened, decoded or read to its end.
    """
    if encoding is None:
        with open_source(source) as stream:
            sample = stream.read(SAMPLE)
        encoding = detect_encoding(sample, source.name, cut=len(sample) == SAMPLE)
    read = _read_csv if source.format == "csv" else _read_jsonl
    with open_source(source) as stream:
        yield from read(source, _lines(stream, encoding))


def _lines(stream: IO[bytes], encoding: str) -> Iterator[str | UnicodeDecodeError]:
    """The lines with their ends; an exception, not raised, for a line that does not decode.

    UTF-8, GB18030 and Big5 never have the byte of a newline inside a character, so lines can be
    cut before they are decoded; UTF-16 and UTF-32 have.
    """
    if encoding.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32", "utf32")):
        with io.TextIOWrapper(stream, encoding, newline="\n") as text:
            yield from text
        return
    for line in stream:
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError as error:
            yield error


def _undecodable(source: str, error: UnicodeDecodeError) -> Problem:
    return Problem(source, f"not text in {error.encoding}; mend the line or give --encoding")


def _read_jsonl(
    source: Source, lines: Iterator[str | UnicodeDecodeError]
) -> Iterator[Row | Problem]:
    for number, line in enumerate(lines, 1):
        where = f"{source.name}:{number}"
        if isinstance(line, UnicodeDecodeError):
            yield _undecodable(where, line)
            continue
        if number == 1:
            line = line.removeprefix("\ufeff")
        if not line.strip():
            continue
        try:
            cells = _load_object(line)
        except ValueError as error:
            yield Problem(where, f"no JSON ({error}); mend or remove the line")
            continue
        if isinstance(cells, dict):
            yield Row(where, cells)
        else:
            yield Problem(where, "no JSON object; give one object a line")


def _load_object(line: str) -> object:
    """Parse a line of JSON; half a surrogate pair (\\ud800) becomes one U+FFFD."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        if "\\ud" not in line.lower():
            raise
        try:
            return json.loads(line, object_hook=_whole_characters)
        except RecursionError:
            raise ValueError("nested too deeply") from None


def _whole_characters(cells: dict[str, object]) -> dict[str, object]:
    return {
        key: _LONE_SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
        for key, value in cells.items()
    }


class _CountedLines:
    """The lines of a CSV file for `csv.reader`, counted, undecodable ones noted and left empty."""

    def __init__(self, lines: Iterator[str | UnicodeDecodeError]) -> None:
        self._lines = lines
        self.bad: UnicodeDecodeError | None = None

    def __iter__(self) -> _CountedLines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if isinstance(line, UnicodeDecodeError):
            self.bad = line
            return "\n"
        return line


def _read_csv(source: Source, lines: Iterator[str | UnicodeDecodeError]) -> Iterator[Row | Problem]:
    csv.field_size_limit(_LONGEST_CELL)
    counted = _CountedLines(lines)
    reader = csv.reader(counted, strict=True)
    header: list[str] | None = None
    while True:
        where = f"{source.name}:{reader.line_num + 1}"
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Problem(where, f"no CSV ({error}); mend the quotes of the row")
            continue
        bad, counted.bad = counted.bad, None
        if cells is None:
            return
        if bad is not None:
            yield _undecodable(where, bad)
        elif header is None:
            header = [name.removeprefix("\ufeff").strip() for name in cells]
        elif len(cells) > len(header):
            problem = f"{len(cells)} cells under {len(header)} column names; quote commas in cells"
            yield Problem(where, problem)
        elif cells:
            yield Row(where, dict(zip(header, cells, strict=False)))


def read_dump(
    source: Source, columns: Columns, encoding: str | None
) -> Iterator[Document | Problem]:
    """Read a dump's documents in order.

    Raises:
        InputError: the file cannot be opened, decoded or read to its end.
    """
    for row in read_rows(source, encoding):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _document_of(row, columns)


def _document_of(row: Row, columns: Columns) -> Iterator[Document | Problem]:
    text = row.cells.get(columns.text)
    if not isinstance(text, str):
        lack = "is not a text" if columns.text in row.cells else "is missing"
        yield Problem(row.source, f"column {columns.text!r} {lack}; --text-field names the column")
        return
    doc_id = row.doc_id(columns)
    try:
        check_text(text, row.source)
        document = read_page(doc_id, text) if is_page(text) else Document(doc_id, text)
    except InputError as error:
        yield Problem(row.source, error.problem)
        return
    fields = {
        "published": row.cells.get(columns.published),
        "place": row.cells.get(columns.place),
        "title": row.cells.get(columns.title),
    }
    known, remarks = metadata_of(fields, row.source)
    yield from remarks
    yield apply_metadata(document, known)
