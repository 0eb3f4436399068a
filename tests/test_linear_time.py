"""What a document costs grows with its length, whatever it is made of."""

from __future__ import annotations

import time
from functools import cache

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor

SHORT = 6_000  # characters: two parts of a sentence without end
TIMES = 4
MOST = 8  # times as long for four times the text: far from the 16 of a square
NOISE = 0.05  # seconds that a measurement may be off


@cache
def extractor() -> Extractor:
    return Extractor()


def seconds(unit: str, length: int) -> float:
    """The least processor time of two runs over a text of copies of unit."""
    text = (unit * (length // len(unit) + 1))[:length]
    document = Document("a.txt", text, published="2025-02-06", place="嘉定区")
    taken = []
    for _ in range(2):
        start = time.process_time()
        extractor().extract(document)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    "unit",
    [
        "长",
        "1",
        "、",
        "“",
        "（",
        "将",
        "在",
        "2月6日",
        "全区企业达5万家。",
        "区委书记高小满主持会议。",
        "工会",
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    short = seconds(unit, SHORT)
    assert seconds(unit, TIMES * SHORT) < MOST * short + NOISE
