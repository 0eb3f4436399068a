"""The Python side of the command: the same records, as typed objects."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard

import newsie
from newsie.errors import ArticleError, InputError, UsageError

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "2月6日，嘉定区区长高小满主持召开全区安全生产工作会议。"


def dumped(records: newsie.Records) -> list[str]:
    return [record.model_dump_json() for record in records]


def test_importing_newsie_is_light() -> None:
    program = (
        "import sys, newsie; dir(newsie); print(sorted(m for m in sys.modules if m in "
        "('spacy', 'pydantic', 'pandas', 'polars', 'duckdb', 'rich', 'newsie.pipeline')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_a_misspelt_name_is_told() -> None:
    with pytest.raises(AttributeError, match="module 'newsie' has no attribute 'extrakt'"):
        newsie.extrakt  # noqa: B018
    assert [hasattr(newsie, name) for name in newsie.__all__] == [True] * len(newsie.__all__)


def test_extract_takes_what_is_known_of_a_text() -> None:
    records = newsie.extract(TEXT, published="2025-02-07", types=["meeting"], doc_id="page")
    (meeting,) = records.of("meeting")
    told = meeting.model_dump(exclude={"id", "article_id", "evidence", "rule"})
    assert {k: told[k] for k in ("doc_id", "name", "date")} == {
        "doc_id": "page",
        "name": "全区安全生产工作会议",
        "date": "2025-02-06",
    }


def test_a_type_by_itself_is_what_it_is_among_all() -> None:
    text = "3月5日，云山县召开春耕会议，方大同主持。\n\n方大同，现任云山县委副书记、县长。\n"
    alone = newsie.extract(text, types=["meeting"])
    assert alone.of("meeting") == newsie.extract(text).of("meeting")
    assert [record.type for record in alone] == ["article", "meeting"]


def test_samples_give_the_same_from_python() -> None:
    records = list(newsie.pipe(newsie.documents(SAMPLES / "texts")))
    expected = [newsie.read(path) for path in sorted((SAMPLES / "expected").iterdir())]
    assert [dumped(one) for one in records] == [dumped(one) for one in expected]


def test_pipe_takes_texts_and_dicts_and_any_number_of_workers() -> None:
    known = {"text": TEXT, "id": 7, "published": "2025-02-07"}
    given: list[Any] = [TEXT, known, newsie.Document("x", TEXT)]
    alone = [dumped(records) for records in newsie.pipe(given, types="meeting")]
    assert alone == [dumped(records) for records in newsie.pipe(given, types="meeting", workers=2)]
    assert [json.loads(one[1])["date"] for one in alone] == [None, "2025-02-06", None]
    assert [json.loads(one[1])["doc_id"] for one in alone] == ["1", "7", "x"]


def test_pipe_hands_out_what_comes_before_a_wrong_document() -> None:
    given: list[Any] = [TEXT, {}]
    records = newsie.pipe(given, types="meeting")
    assert [record.type for record in next(records)] == ["article", "meeting"]
    with pytest.raises(UsageError, match="document 2"):
        next(records)


def test_pipe_hands_out_what_comes_before_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are extracted together, and one that fails costs none before it."""
    monkeypatch.setattr("newsie.pipeline.LONGEST_ARTICLE", 100)
    records = newsie.pipe([TEXT, TEXT * 9, TEXT], types="meeting")
    assert [record.type for record in next(records)] == ["article", "meeting"]
    with pytest.raises(ArticleError):
        next(records)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: newsie.extract(TEXT, types=["poem"]), "no type poem; there are article, "),
        (lambda: next(newsie.pipe([{"body": TEXT}])), "document 1: it has no 'text'"),
        (lambda: next(newsie.pipe([TEXT], place="无名县")), "--place 无名县: no division"),
        (lambda: newsie.to_pandas([], "poems"), "no table 'poems'; there are articles, meetings"),
    ],
)
def test_wrong_use_is_told(call: object, message: str) -> None:
    with pytest.raises(UsageError) as error:
        call()  # type: ignore[operator]
    assert str(error.value).startswith(message)


def test_documents_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        list(newsie.documents(tmp_path / "none.txt"))
    (tmp_path / "a.jsonl").write_text("[]\n")
    with pytest.raises(InputError, match=r"a.jsonl:1: no JSON object"):
        list(newsie.documents(tmp_path / "a.jsonl"))


def test_read_takes_folders_and_compressed_files(tmp_path: Path) -> None:
    lines = (SAMPLES / "expected" / "06-teachers-day.jsonl").read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    (tmp_path / "b.jsonl.zst").write_bytes(zstandard.compress(lines))
    (tmp_path / "awards.jsonl").write_bytes(lines)
    whole = newsie.read(SAMPLES / "expected" / "06-teachers-day.jsonl")
    assert dumped(newsie.read(tmp_path / "a.jsonl.gz")) == dumped(whole)
    assert dumped(newsie.read(tmp_path, ["award"])) == dumped(whole.of("award")) * 3


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "a.jsonl:2: no record of this version of newsie: Invalid JSON"),
        ('{"type": "poem"}', "a.jsonl:2: no record of this version of newsie: Input tag 'poem'"),
        ('{"type": "meeting"}', "a.jsonl:2: no record of this version of newsie: meeting.doc_id"),
    ],
)
def test_what_is_no_record_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "a.jsonl").write_text("\n" + line)
    with pytest.raises(InputError) as error:
        newsie.read(tmp_path / "a.jsonl")
    assert str(error.value).startswith(f"{tmp_path}/{message}")


def test_a_folder_without_records_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.jsonl file in this folder"):
        newsie.read(tmp_path)


def test_records_show_themselves_in_a_notebook() -> None:
    records = newsie.extract(f"<b>提醒</b>\n\n{TEXT}", published="2025-02-07", types=["meeting"])
    html = records._repr_html_()
    assert "<b>name</b> 全区安全生产工作会议; <b>kind</b> 会议; <b>date</b> 2025-02-06" in html
    assert "<b>提醒" not in html
    one = records.of("meeting")[0]._repr_html_()
    assert '<td style="text-align:left">高小满 嘉定区区长 host</td>' in one
    many = newsie.Records([*records] * 40)._repr_html_()
    assert (many.count("<tr>"), many.endswith("<p>… and 70 more</p>")) == (51, True)


@pytest.mark.parametrize("text", [None, b"x", Path("page.txt")])
def test_what_is_no_text_is_told_by_name(text: Any) -> None:
    with pytest.raises(TypeError, match=r"no str; newsie\.documents reads files"):
        newsie.extract(text)
