"""What is known of documents from outside: a JSONL file in, dates and places by doc_id out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsie.article import Document
from newsie.errors import InputError
from newsie.ingest.decoding import decode_text
from newsie.ingest.source import Problem

# 2025-02-06, 2025/2/6, 2025.2.6, 2025年2月6日, 20250206, 2025-02, 2025年; a time of day may follow.
_DATE = re.compile(
    r"(?P<year>\d{4})(?:"
    r"(?P<month2>\d{2})(?P<day2>\d{2})"
    r"|\s*[-/.年]\s*(?P<month>\d{1,2})(?:\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?|\s*月)?"
    r"|\s*年)?(?:[T\s(].*)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's date (ISO 8601), place (name or code) and title, each as far as known."""

    published: str | None = None
    place: str | None = None
    title: str | None = None


def read_date(text: str) -> str | None:
    """Bring a date to ISO 8601, as precise as given; None for what is no date.

    >>> read_date("2025年2月6日")
    '2025-02-06'
    >>> read_date("2025/2/6 08:30")
    '2025-02-06'
    >>> read_date("2025-02")
    '2025-02'
    """
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    year = int(match["year"])
    month = match["month"] or match["month2"]
    day = match["day"] or match["day2"]
    try:
        date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([match["year"], *(f"{int(part):02}" for part in (month, day) if part)])


def metadata_of(fields: dict[str, object], source: str) -> tuple[Metadata, list[Problem]]:
    """Take published, place and title from a row, with a remark for each that cannot be used."""
    problems: list[Problem] = []
    published = _text_of(fields.get("published"))
    iso = read_date(published) if published else None
    if published and iso is None:
        problems.append(_remark(source, f"published {published!r} is no date (2025-02-06): unused"))
    place = fields.get("place")
    if isinstance(place, dict):
        place = place.get("code") or place.get("name")
    found = Metadata(iso, _text_of(place), _text_of(fields.get("title")))
    for name, value in (("place", found.place), ("title", found.title)):
        if fields.get(name) and value is None:
            problems.append(_remark(source, f"{name} is no text: unused"))
    return found, problems


def _remark(source: str, text: str) -> Problem:
    return Problem(source, text, unread=False)


def _text_of(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def read_metadata(path: Path) -> tuple[dict[str, Metadata], list[Problem]]:
    """Read a metadata file: one object a line, its `doc_id` the document it is about.

    Returns:
        The metadata by doc_id, and remarks on values that cannot be used.

    Raises:
        InputError: the file or one of its lines cannot be read.
    """
    try:
        text = decode_text(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    found: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for source, fields in _objects(text, path):
        doc_id = fields.get("doc_id")
        if not isinstance(doc_id, str):
            raise InputError(source, 'no "doc_id"; name the document that the line is about')
        if doc_id in found:
            raise InputError(source, f"doc_id {doc_id!r} has an earlier line; keep one of them")
        found[doc_id], remarks = metadata_of(fields, source)
        problems += remarks
    return found, problems


def _objects(text: str, path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        source = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(source, f"no JSON ({error}); give one object a line") from error
        if not isinstance(fields, dict):
            raise InputError(source, "no JSON object; give one object a line")
        yield source, fields


def apply_metadata(document: Document, metadata: Metadata | None) -> Document:
    """Put what the metadata says in the place of what a document says of itself."""
    if metadata is None:
        return document
    return replace(
        document,
        published=metadata.published or document.published,
        place=metadata.place or document.place,
        title=metadata.title or document.title,
    )


def unmatched_metadata(doc_ids: Iterable[str], path: Path) -> list[Problem]:
    """A remark for each doc_id of a metadata file that belongs to no document."""
    return [_remark(str(path), f"doc_id {doc_id!r} belongs to no document") for doc_id in doc_ids]
