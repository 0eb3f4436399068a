"""The samples: each text gives, byte for byte, the records beside it in samples/expected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
TEXTS = sorted((SAMPLES / "texts").iterdir())


def expected_of(text: Path) -> Path:
    return SAMPLES / "expected" / f"{text.stem}.jsonl"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What one run over the folder writes."""
    out = tmp_path_factory.mktemp("samples") / "out.jsonl"
    command = [sys.executable, "-m", "newsie", "extract", str(SAMPLES / "texts"), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return out.read_bytes()


def test_samples_give_what_is_expected(extracted: bytes) -> None:
    assert extracted == b"".join(expected_of(text).read_bytes() for text in TEXTS)


def test_samples_and_expected_records_are_pairs() -> None:
    there = {path.name for path in (SAMPLES / "expected").iterdir()}
    assert there == {expected_of(text).name for text in TEXTS}


def test_samples_hold_every_type_of_record(extracted: bytes) -> None:
    types = ("article", "meeting", "activity", "official", "award", "metric", "target")
    assert [name for name in types if f'"type":"{name}"'.encode() not in extracted] == []
