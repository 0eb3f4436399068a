"""Duplicates: articles that repeat others are marked, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsie.article import Document
from newsie.cli import app
from newsie.duplicates import Marked, mark_duplicates
from newsie.errors import InputError, UsageError
from newsie.pipeline import Extractor

STORY = (
    "城东区召开全区教育工作会议\n\n本报讯（记者 林春生）3月11日，城东区召开全区教育工作会议。"
    "区委书记高小满出席会议并讲话，区长戴小月主持会议。会议指出，要办好人民满意的教育，"
    "让每个孩子在家门口上好学。会上宣读了区委、区政府的决定，城东小学等10所学校受到表彰。"
    "会议强调，各镇、各部门要把教育放在优先位置，加大投入，补齐短板，建强教师队伍，"
    "深化教育改革，持续提升办学水平，为全区经济社会发展提供有力支撑。\n"
)
REPOST = STORY.replace("，", ",").replace("\n\n", "\n　　").replace("会", "會")
EDITED = STORY.replace("（记者 林春生）", "").replace("城东小学", "柳湾小学") + "（来源：城东网）\n"
OTHER = STORY.replace("教育", "卫生").replace("学校", "医院").replace("孩子", "病人")[::-1]
SHORT = "停水通知。\n"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["meeting"])


def write(extractor: Extractor, path: Path, texts: list[str]) -> None:
    records = [
        record
        for number, text in enumerate(texts)
        for record in extractor.extract(Document(f"{number}.txt", text, published="2025-03-12"))
    ]
    path.write_text("".join(f"{record.model_dump_json()}\n" for record in records), "utf-8")


def marks(path: Path) -> dict[str, str | None]:
    """For each document the one that its article repeats."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    articles = [record for record in records if record["type"] == "article"]
    document = {article["id"]: article["doc_id"] for article in articles}
    return {article["doc_id"]: document.get(article["duplicate_of"] or "") for article in articles}


def test_the_first_of_several_is_the_original(extractor: Extractor, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    write(extractor, file, [STORY, OTHER, REPOST, EDITED, SHORT, SHORT, STORY])
    found = mark_duplicates(file)
    assert (found, marks(file)) == (
        Marked(articles=7, exact=2, near=1),
        {
            "0.txt": None,
            "1.txt": None,
            "2.txt": "0.txt",
            "3.txt": "0.txt",
            "4.txt": None,
            "5.txt": None,
            "6.txt": "0.txt",
        },
    )


def test_nothing_but_the_marks_changes(extractor: Extractor, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    write(extractor, file, [STORY, REPOST, EDITED])
    before = file.read_bytes().splitlines(keepends=True)
    mark_duplicates(file)
    after = file.read_bytes()
    unmarked = [
        json.loads(line) | ({"duplicate_of": None} if b'"type":"article"' in line else {})
        for line in after.splitlines()
    ]
    assert unmarked == [json.loads(line) for line in before]
    mark_duplicates(file)
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (
        after,
        ["records.jsonl"],
    )


def test_workers_make_the_same_bytes(extractor: Extractor, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    for file in (one, two):
        write(extractor, file, [STORY, OTHER, REPOST, EDITED])
    found = mark_duplicates(one), mark_duplicates(two, workers=2)
    assert (found[0], one.read_bytes()) == (found[1], two.read_bytes())


def test_how_alike_they_must_be_is_the_users_choice(extractor: Extractor, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    write(extractor, file, [STORY, EDITED])
    assert mark_duplicates(file, similarity=0.99) == Marked(articles=2)


def test_a_folder_is_read_in_order(extractor: Extractor, tmp_path: Path) -> None:
    write(extractor, tmp_path / "a.jsonl", [OTHER])
    write(extractor, tmp_path / "b.jsonl", [STORY, OTHER])
    assert mark_duplicates(tmp_path) == Marked(articles=3, exact=1)
    original = json.loads((tmp_path / "a.jsonl").read_text("utf-8").splitlines()[0])
    last = json.loads((tmp_path / "b.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["duplicate_of"] == original["id"]


def test_what_cannot_be_marked_is_told(tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text('{"type":"article","id":"article-1"}\n', "utf-8")
    with pytest.raises(InputError, match=r"old.jsonl:1: no duplicate_of"):
        mark_duplicates(old)
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(b"")
    with pytest.raises(UsageError, match="unpack it"):
        mark_duplicates(packed)


def test_the_command_says_how_many(extractor: Extractor, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    write(extractor, file, [STORY, REPOST])
    result = CliRunner().invoke(app, ["duplicates", str(file)])
    assert (result.exit_code, result.stderr) == (
        0,
        "newsie: articles 2, of them duplicates 1 (1 exact, 0 near)\n",
    )
