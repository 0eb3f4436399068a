"""Segmenting: whole articles out of pages, sites, posts and digests; what every text keeps."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.article import Article, Document, Span
from newsie.segment import segment_document

_TABLES = sorted((Path(__file__).parent / "segment").glob("*.toml"))
_CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in _TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


def _literals(source: str, spans: tuple[Span, ...]) -> list[str]:
    return [source[span.start : span.end] for span in spans]


def _shown(source: str, article: Article) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "kind": article.kind,
        "rule": article.rule,
        "kicker": _literals(source, article.kicker),
        "title": _literals(source, article.title),
        "byline": [f"{person.name} {person.role}" for person in article.byline],
        "dateline": article.dateline,
        "continued_from": article.continued_from,
        "body": _literals(source, article.body),
        "edges": [
            source[article.start : article.start + 6],
            source[article.end - 6 : article.end],
        ],
    }
    return {key: value for key, value in shown.items() if value not in (None, [])}


@pytest.mark.parametrize("case", _CASES)
def test_table(case: dict[str, Any]) -> None:
    source = case["text"]
    articles = segment_document(Document("table", source))
    assert [_shown(source, article) for article in articles] == case["article"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\t\r\n", "\u200b\n&nbsp;\n"])
def test_blank(text: str) -> None:
    assert segment_document(Document("blank", text)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_newlines(newline: str) -> None:
    source = newline.join(["区委召开会议", "", "本报讯 3月1日，区委召开会议。（林小甲）"])
    (article,) = segment_document(Document("newlines", source))
    assert (
        _literals(source, article.title),
        _literals(source, article.body),
        article.byline[0].name,
    ) == (["区委召开会议"], ["3月1日，区委召开会议。"], "林小甲")


def test_metadata_title_is_not_looked_for() -> None:
    source = "3月1日，区委召开会议，研究经济工作。会议强调，要抓好落实。"
    (article,) = segment_document(Document("dump", source, title="区委研究经济工作"))
    assert (article.title, _literals(source, article.body)) == ((), [source])


def test_long_line() -> None:
    source = "区委召开会议，研究经济工作。" * 100_000
    (article,) = segment_document(Document("long", source))
    assert (article.start, article.end, len(article.body)) == (0, len(source), 1)


_PIECES = st.sampled_from(
    [
        "区委召开会议",
        "本报讯 ",
        "（记者 林小甲）",
        "3月1日，全区增长5%。",
        "往期推荐",
        "①",
        "图为现场。 林小甲 摄",
        "【预告】",
        "&nbsp;",
        "\u200b",
        "1. ",
        "广告",
        "(上接第1版)",
        "上一篇：",
        "\t",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "版权所有：",
        "□ ",
        "、",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_spans_are_in_order(source: str) -> None:
    articles = segment_document(Document("any", source))
    assert [article.index for article in articles] == list(range(len(articles)))
    for article in articles:
        spans = [*article.kicker, *article.title, *article.body]
        assert 0 <= article.start < article.end <= len(source)
        assert all(article.start <= span.start <= span.end <= article.end for span in spans)
    starts = [article.start for article in articles]
    assert starts == sorted(starts)


def test_credits_without_a_role() -> None:
    source = "县委召开会议\n信息来源 林晓 整理\n3月1日，县委召开会议。会议强调，要抓好春耕。\n"
    (article,) = segment_document(Document("credit", source))
    assert article.byline == ()
