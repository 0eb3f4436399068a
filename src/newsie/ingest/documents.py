"""Sources in, documents out, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsie.article import Document
from newsie.errors import InputError
from newsie.ingest.decoding import decode_text, detect_encoding
from newsie.ingest.dump import SAMPLE, Columns, read_dump
from newsie.ingest.html import read_page
from newsie.ingest.metadata import Metadata, apply_metadata
from newsie.ingest.source import Problem, Source, open_source


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


def find_encoding(source: Source, encoding: str | None) -> str | None:
    """The codec that a source is read with; None where there is none, or it cannot be read."""
    if encoding is not None:
        return encoding
    try:
        with open_source(source) as stream:
            data = stream.read(-1 if source.format in ("text", "html") else SAMPLE)
        return detect_encoding(data, source.name, cut=len(data) == SAMPLE)
    except InputError:
        return None
