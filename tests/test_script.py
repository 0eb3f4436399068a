"""A page in traditional script tells what it tells in simplified, in the words that it prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import newsie
from newsie.characters import map_characters
from newsie.gazetteers import load_gazetteer

TEXTS = Path(__file__).parents[1] / "samples" / "texts"
# One traditional character for each simplified one.
LETTERS = {row["simplified"]: row["traditional"] for row in load_gazetteer("traditional")}
SCRIPT = str.maketrans({plain: own for plain, own in LETTERS.items() if len(plain) == 1})
# What ids and digests are made of is the printed words, and so are they.
OWN = {"id", "article_id", "part_of", "evidence"}


def told(text: str, **known: Any) -> list[dict[str, Any]]:
    return [record.model_dump(exclude=OWN) for record in newsie.extract(text, **known)]


def simplified(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: simplified(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [simplified(inner) for inner in value]
    return map_characters(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    "path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.name.partition("-")[0]
)
def test_samples_tell_the_same_in_both_scripts(path: Path) -> None:
    text = path.read_bytes().decode("gb18030" if "gb18030" in path.name else "utf-8")
    traditional = text.translate(SCRIPT)
    assert traditional != text
    assert simplified(told(traditional)) == simplified(told(text))


def test_words_are_printed_as_in_the_article() -> None:
    text = (
        "本報訊 3月5日，雲山縣縣長後小滿主持召開防汛會議，皇后村黨支部書記后大同發言。"
        "今年洽談52個項目。"
    )
    records = told(text, published="2025-03-06")
    (meeting,) = [r for r in records if r["type"] == "meeting"]
    assert (meeting["name"], meeting["kind"]) == ("防汛會議", "会议")
    people = [
        (r["name"], r["title"], [(p["org"], p["post"]) for p in r["posts"]])
        for r in records
        if r["type"] == "official"
    ]
    assert people == [
        ("後小滿", "雲山縣縣長", [("雲山縣政府", "縣長")]),
        ("后大同", "皇后村黨支部書記", [("皇后村黨支部", "書記")]),
    ]
    (metric,) = [r for r in records if r["type"] == "metric"]
    assert (metric["indicator"], metric["value"], metric["unit"]) == ("洽談項目", 52, "個")
