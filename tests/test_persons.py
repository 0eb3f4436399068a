"""Titles, persons and organisations in text, as the tables of mentions/ say."""

from __future__ import annotations

import tomllib
from array import array
from pathlib import Path
from typing import Any

import pytest

from newsie.article import Article, Passage
from newsie.mentions import MentionFinder
from newsie.tokenise import load_segmenter

TABLES = Path(__file__).parent / "mentions"


def read_cases(name: str) -> list[Any]:
    cases = tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(reason=case["known_failure"], strict=True)]
            if "known_failure" in case
            else [],
        )
        for case in cases
    ]


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder(None, load_segmenter("jieba"))


def find(finder: MentionFinder, text: str, kind: str) -> list[Any]:
    """The mentions of a kind in a text of one line."""
    offsets = range(len(text) + 1)
    passage = Passage(text, text, array("I", offsets[:-1]), array("I", offsets[1:]))
    article = Article(0, "news", 0, len(text), source=text, passage=passage)
    finder.find(article)
    return [m for sentence in article.sentences for m in sentence.mentions_of(kind)]


@pytest.mark.parametrize("case", read_cases("post"))
def test_titles(finder: MentionFinder, case: dict[str, Any]) -> None:
    found = find(finder, case["text"], "post")
    assert [
        [m.value.title, *(f"{part.organ}|{part.post}" for part in m.value.parts)] for m in found
    ] == case["titles"]


@pytest.mark.parametrize("case", read_cases("person"))
def test_persons(finder: MentionFinder, case: dict[str, Any]) -> None:
    found = find(finder, case["text"], "person")
    assert [m.value.name for m in found] == case["persons"]


@pytest.mark.parametrize("case", read_cases("organisation"))
def test_organisations(finder: MentionFinder, case: dict[str, Any]) -> None:
    found = find(finder, case["text"], "organisation")
    assert [[m.value.name, m.value.sector] for m in found] == case["organisations"]
