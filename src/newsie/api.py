"""The Python side of the command: texts in, typed records out, and tables of them.

`newsie` itself hands on these names, and imports this module when one of them is first used.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from newsie.article import Document
from newsie.errors import InputError, UsageError
from newsie.ingest import Columns, Problem, find_sources, read_documents, read_metadata
from newsie.pipeline import Extractor
from newsie.recall import scan_records
from newsie.record import Evidence, Record
from newsie.records import choose_types
from newsie.run.batch import bind_sheaves
from newsie.show import show_records
from newsie.tables.frames import make_pandas, make_polars

if TYPE_CHECKING:
    import pandas
    import polars

Segmenter = Literal["jieba", "pkuseg"]
_Frame = TypeVar("_Frame")
_UNDER_WAY = 2  # sheaves of documents a worker: enough to keep it busy, few enough for memory


_Extracted = tuple[list["Records"], Exception | None]


class Records(list[Record]):
    """A list of records that a notebook shows as a table."""

    def of(self, *types: str) -> Records:
        """The records of these types."""
        return Records(record for record in self if record.type in types)

    def _repr_html_(self) -> str:
        return show_records([record.model_dump() for record in self])


def extract(
    text: str,
    *,
    published: str | None = None,
    place: str | None = None,
    title: str | None = None,
    doc_id: str = "-",
    types: Collection[str] | None = None,
    rules: str | Path | None = None,
    gazetteers: str | Path | None = None,
    segmenter: Segmenter = "jieba",
) -> Records:
    """Extract the records of one text.

    Args:
        text: a page or an article; offsets in the evidence count its code points.
        published: the ISO date of publication, which 昨天 and 去年 are relative to.
        place: the home division, which 全区 and 区委 are of; a name or a code.
        title: the headline, where the text is without it.
        doc_id: what the records call the document.
        types: the types of records wanted, articles always among them; None for all.
        rules: a folder of rule files that add to the shipped ones or override them.
        gazetteers: a folder of gazetteers, likewise.
        segmenter: what cuts sentences into words.

    Raises:
        TypeError: the text is none, but a path or bytes.
        UsageError, RuleFileError, GazetteerError: of options that cannot be used.
        ArticleError: an article is longer than a million characters.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is a {type(text).__name__}, no str; newsie.documents reads files")
    extractor = _extractor(_types_of(types), None, _path(rules), _path(gazetteers), segmenter)
    return _extract(extractor, Document(doc_id, text, published, place, title))


def pipe(
    documents: Iterable[str | Mapping[str, Any] | Document],
    *,
    types: Collection[str] | None = None,
    place: str | None = None,
    rules: str | Path | None = None,
    gazetteers: str | Path | None = None,
    segmenter: Segmenter = "jieba",
    workers: int = 1,
) -> Iterator[Records]:
    """Extract the records of many documents, one list a document, in their order.

    Documents are read ahead, some 30,000 characters of them: together they take less time.

    Args:
        documents: texts; or dicts with a `text` and, as far as known, an `id`, `published`,
            `place` and `title`; or documents as `newsie.documents` reads them. A document without
            an id is called by its number, from 1.
        types, rules, gazetteers, segmenter: as for `extract`.
        place: the home division of documents that have none.
        workers: how many processes extract; the records are the same.

    Raises:
        UsageError: a dict without text; otherwise as `extract`.
    """
    options = (_types_of(types), place, _path(rules), _path(gazetteers), segmenter)
    read = (_document(given, number) for number, given in enumerate(documents, 1))
    sheaves = (sheaf for _, sheaf in bind_sheaves(read))
    if workers == 1:
        extractor = _extractor(*options)
        for sheaf in sheaves:
            yield from _hand_out(_extract_all(extractor, sheaf))
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[_Extracted]] = deque()
        while True:
            for sheaf in islice(sheaves, workers * _UNDER_WAY - len(waiting)):
                waiting.append(pool.submit(_extract_elsewhere, options, sheaf))
            if not waiting:
                return
            yield from _hand_out(waiting.popleft().result())


def documents(
    *inputs: str | os.PathLike[str],
    text_field: str = "text",
    id_field: str = "id",
    title_field: str = "title",
    date_field: str = "published",
    place_field: str = "place",
    metadata: str | Path | None = None,
    encoding: str | None = None,
) -> Iterator[Document]:
    """Read documents as the command does: files, folders, globs; texts, web pages and dumps.

    Raises:
        InputError: naming the first document or file that cannot be read.
    """
    columns = Columns(text_field, id_field, title_field, date_field, place_field)
    known, _ = read_metadata(Path(metadata)) if metadata is not None else ({}, [])
    sources, problems = find_sources([os.fspath(one) for one in inputs])
    for problem in problems:
        raise InputError(problem.source, problem.text)
    for item in read_documents(sources, columns, encoding=encoding, metadata=known):
        if isinstance(item, Problem):
            raise InputError(item.source, item.text)
        yield item


def read(path: str | os.PathLike[str], types: Collection[str] | None = None) -> Records:
    """Read records that newsie wrote: a .jsonl file or a folder of them, each also .gz or .zst.

    Raises:
        InputError: naming file and line, for what is no record.
    """
    return Records(scan(path, types))


def scan(path: str | os.PathLike[str], types: Collection[str] | None = None) -> Iterator[Record]:
    """The same one by one, for files that do not fit in memory."""
    return scan_records(Path(path), _types_of(types))


@overload
def to_pandas(records: Iterable[Record]) -> dict[str, pandas.DataFrame]: ...
@overload
def to_pandas(records: Iterable[Record], table: str) -> pandas.DataFrame: ...
def to_pandas(
    records: Iterable[Record], table: str | None = None
) -> dict[str, pandas.DataFrame] | pandas.DataFrame:
    """Records as data frames of pandas: one a type, one for each list that records hold.

    Args:
        records: of any types.
        table: the name of the only table wanted (`meetings`, `participants`); None for all, by
            name.

    Raises:
        UsageError: pandas is not installed, or there is no such table.
    """
    frames = make_pandas(records)
    return frames if table is None else _choose(frames, table)


@overload
def to_polars(records: Iterable[Record]) -> dict[str, polars.DataFrame]: ...
@overload
def to_polars(records: Iterable[Record], table: str) -> polars.DataFrame: ...
def to_polars(
    records: Iterable[Record], table: str | None = None
) -> dict[str, polars.DataFrame] | polars.DataFrame:
    """Records as data frames of polars, like `to_pandas`."""
    frames = make_polars(records)
    return frames if table is None else _choose(frames, table)


def _choose(frames: Mapping[str, _Frame], table: str) -> _Frame:
    if table not in frames:
        raise UsageError(f"no table {table!r}; there are {', '.join(frames)}")
    return frames[table]


def _types_of(types: Collection[str] | None) -> tuple[str, ...] | None:
    if types is None:
        return None
    return choose_types([types] if isinstance(types, str) else types)


def _path(folder: str | Path | None) -> Path | None:
    return None if folder is None else Path(folder)


@cache
def _extractor(
    types: tuple[str, ...] | None,
    place: str | None,
    rules: Path | None,
    gazetteers: Path | None,
    segmenter: Segmenter,
) -> Extractor:
    return Extractor(
        types=types, place=place, rules=rules, gazetteers=gazetteers, segmenter=segmenter
    )


def _document(given: str | Mapping[str, Any] | Document, number: int) -> Document:
    if isinstance(given, Document):
        return given
    if isinstance(given, str):
        return Document(str(number), given)
    if not isinstance(given.get("text"), str):
        raise UsageError(f"document {number}: it has no 'text'")
    known = {key: given.get(key) for key in ("published", "place", "title")}
    return Document(
        str(given.get("id", number)),
        given["text"],
        **{key: None if value is None else str(value) for key, value in known.items()},
    )


def _extract(extractor: Extractor, document: Document) -> Records:
    return _quote(document, extractor.extract(document))


def _extract_all(extractor: Extractor, sheaf: Sequence[Document]) -> _Extracted:
    """The records of each document up to one that fails, and the error, or None."""
    try:
        found = extractor.extract_all(sheaf)
        return [_quote(*one) for one in zip(sheaf, found, strict=True)], None
    except Exception:  # of any of them
        done: list[Records] = []
        try:
            for document in sheaf:
                done.append(_extract(extractor, document))
        except Exception as error:
            return done, error
        return done, None


def _hand_out(extracted: _Extracted) -> Iterator[Records]:
    done, error = extracted
    yield from done
    if error is not None:
        raise error


def _quote(document: Document, records: list[Record]) -> Records:
    """The records, their evidence in the words of a web page as given."""
    if document.markup is not None:
        for record in records:
            record.evidence = [
                Evidence(start=e.start, end=e.end, text=document.markup[e.start : e.end])
                for e in record.evidence
            ]
    return Records(records)


def _extract_elsewhere(options: tuple[Any, ...], sheaf: Sequence[Document]) -> _Extracted:
    """What a worker does: its extractor is built once."""
    return _extract_all(_extractor(*options), sheaf)
