"""The tables of records/: a text in, the whole records of one type out.

A row names no field that is null, false or an empty list. `evidence` is a list of texts; `rule`
says which rule it was; `part_of` is the place of the total among the records of the row, from 0.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor

TABLES = sorted((Path(__file__).parent / "records").glob("*.toml"))
LEFT_OUT = ("type", "id", "doc_id", "article_id", "confidence", "confidence_cases")


def read_cases() -> list[Any]:
    cases = []
    for table in TABLES:
        for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]:
            reason = case.get("known_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            name = f"{table.stem}: {case['label']}"
            cases.append(pytest.param(table.stem, case, id=name, marks=marks))
    return cases


@pytest.fixture(scope="module")
def extractors() -> dict[str, Extractor]:
    return {table.stem: Extractor(types=[table.stem]) for table in TABLES}


def tell(record: Any, places: dict[str, int]) -> dict[str, Any]:
    """A record as a table tells it; `places` are those of the records by id."""
    fields = without_empty(record.model_dump())
    told = {key: value for key, value in fields.items() if key not in LEFT_OUT}
    if "part_of" in told:
        told["part_of"] = places[told["part_of"]]
    return told | {"evidence": [item["text"] for item in told["evidence"]]}


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if not is_empty(item)}
        return {key: without_empty(item) for key, item in kept.items()}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


def is_empty(value: Any) -> bool:
    return value is None or value is False or value == []


@pytest.mark.parametrize(("record_type", "case"), read_cases())
def test_records_are_as_the_tables_say(
    extractors: dict[str, Extractor], record_type: str, case: dict[str, Any]
) -> None:
    document = Document("-", case["text"], case.get("published"), case.get("place"))
    records = extractors[record_type].extract(document)
    found = [record for record in records if record.type == record_type]
    places = {record.id: place for place, record in enumerate(found)}
    assert [tell(record, places) for record in found] == without_empty(case["records"])
