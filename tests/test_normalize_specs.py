"""Other people's specs of Chinese numbers, percentages and dates (see specs/README.md)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsie import normalize

SPECS = Path(__file__).parent / "specs" / "chinese-normalisation.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in SPECS.read_text("utf-8").splitlines()]


def _read(row: dict[str, Any]) -> Any:
    if row["kind"] == "date":
        return normalize.date(row["text"], row["published"])
    return getattr(normalize, row["kind"])(row["text"])


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{number}-{row['kind']}-{row['text']}" for number, row in enumerate(ROWS, 1)]
)
def test_reads_the_spec(row: dict[str, Any]) -> None:
    expected = row["value"]
    if isinstance(expected, float):  # the specs round to 15 digits
        expected = pytest.approx(expected, rel=1e-13)
    assert _read(row) == expected
