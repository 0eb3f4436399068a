"""The records of one document in, the same records out: each thing once, in order, with its id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, cast

from newsie.record import Record

RECORD_TYPES = ("article", "meeting", "activity", "official", "award", "metric", "target")
# What is measured on gold or found between articles, and may change without the record, as JSON
# has it before it is known. A quote inside a text stands there behind a backslash.
_NOT_SAID = (b'"confidence":null,"confidence_cases":0,', b',"duplicate_of":null')
_ORDER = {name: rank for rank, name in enumerate(RECORD_TYPES)}


def link_records(records: Sequence[Record], types: Collection[str] = RECORD_TYPES) -> list[Record]:
    """Settle what several records of one article say of one thing, order them and name them.

    Titles of participants become the fullest ones that the article has for them; numbers that are
    promised are no longer reported; a part (其中) is given the id of its total.

    Args:
        records: of one article, the article's own record first and with its id.
        types: the types wanted; records of others only settle what is said of these.
    """
    settled = _drop_promised(_share_titles(records))
    kept = [record for record in settled if record.type in types]
    ordered = sorted(kept, key=lambda record: (_ORDER[record.type], _first_offset(record)))
    return _tie_parts(name_records(ordered))


def name_records(records: Iterable[Record]) -> list[Record]:
    """Give each record its id, and keep the first of several that are the same.

    The id is the type and a digest of everything the record says, its document's id included (how
    sure its rule is, is said of it, not by it): the
    same document gives the same ids on every machine.
    """
    named: dict[str, Record] = {}
    for record in records:
        if not record.id:
            said = record.__pydantic_serializer__.to_json(record)
            for words in _NOT_SAID:  # half the time of leaving them out by name
                said = said.replace(words, b"")
            digest = blake2b(said, digest_size=8)
            # In place, without the detour over pydantic.
            record.__dict__["id"] = f"{record.type}-{digest.hexdigest()}"
        named.setdefault(record.id, record)
    return list(named.values())


def _first_offset(record: Record) -> int:
    evidence = record.evidence
    return evidence[0].start if len(evidence) == 1 else min([e.start for e in evidence], default=0)


def _share_titles(records: Sequence[Record]) -> list[Record]:
    titles = {
        record.name: record.title  # type: ignore[attr-defined]
        for record in records
        if record.type == "official"
    }
    return [
        _retitle(record, titles) if record.type in ("meeting", "activity") else record
        for record in records
    ]


def _retitle(record: Any, titles: Mapping[str, str]) -> Record:
    """The record with the titles of its participants; the same where they are so already."""
    if all(titles.get(p.name, p.title) == p.title for p in record.participants):
        return cast(Record, record)
    people = [
        p.model_copy(update={"title": titles.get(p.name, p.title)}) for p in record.participants
    ]
    return cast(Record, record.model_copy(update={"participants": people}))


def _drop_promised(records: Sequence[Record]) -> list[Record]:
    promised = {record.anchor for record in records if record.type == "target"} - {None}
    return [
        record for record in records if record.type != "metric" or record.anchor not in promised
    ]


def _tie_parts(records: Sequence[Record]) -> list[Record]:
    """Put the id of the total into each part, where the total is written.

    It is no part of the digest that a record's own id is, so that the id stays when the total's
    type is left out.
    """
    totals: dict[int | None, str] = {}
    for record in records:
        totals.setdefault(record.anchor, record.id)
    for record in records:
        if record.total is not None and record.total in totals:
            record.part_of = totals[record.total]  # type: ignore[attr-defined]
    return list(records)
