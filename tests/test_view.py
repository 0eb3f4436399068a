"""The page of `newsie view`: what it holds. `.ci/browse.py` uses it in a browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from newsie.cli import app

SAMPLES = Path(__file__).parents[1] / "samples"


def unpack(page: Path, name: str) -> Any:
    found = re.search(rf'id="{name}">([^<]*)<', page.read_text(encoding="utf-8"))
    assert found is not None
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The records of a page whose first character takes two units of UTF-16."""
    (tmp_path / "page.txt").write_text(
        "𠮷庆镇换新颜\n\n本报讯 2月6日，城东区区长高小满主持召开全区安全生产工作会议。</script>\n",
        encoding="utf-8",
    )
    out = tmp_path / "out.jsonl"
    arguments = ["extract", str(tmp_path / "page.txt"), "--types", "meeting", "-o", str(out)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    return out


def view(records: Path, *arguments: str) -> Result:
    page = records.with_name("page.html")
    return CliRunner().invoke(app, ["view", str(records), "-o", str(page), *arguments])


def test_the_page_holds_articles_with_their_records(records: Path, tmp_path: Path) -> None:
    result = view(records, "--title", "<一页>")
    page = tmp_path / "page.html"
    assert (result.exit_code, result.stderr) == (0, f"{page}: articles 1, records 1\n")
    text = page.read_text(encoding="utf-8")
    assert "<title>&lt;一页&gt;</title>" in text
    assert re.findall(r"(?:src|href)=|https?://|\$\w+\b(?!\()", text.partition("<script>")[0]) == []
    index = unpack(page, "index")
    assert (index["articles"][0]["title"], index["people"]) == ("𠮷庆镇换新颜", {"高小满": [0]})
    (article,) = unpack(page, "chunk-0")
    (meeting,) = article["records"]
    units = article["text"].encode("utf-16-le")
    quoted = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in meeting["spans"]]
    assert quoted == ["2月6日", "城东区区长高小满主持召开全区安全生产工作会议"]
    assert meeting["fields"]["name"] == "全区安全生产工作会议"


def test_reasons_are_put_in(records: Path, tmp_path: Path) -> None:
    assert view(records, "--texts", str(tmp_path / "page.txt"), "--explain").exit_code == 0
    (article,) = unpack(tmp_path / "page.html", "chunk-0")
    why = article["records"][0]["why"]
    assert ["name", "全区安全生产工作会议"] in why["made"][0][1]
    assert next(step[:2] for step in why["steps"]) == ["date", "2月6日"]
    start, end, marked, _ = article["sentences"][0]
    units = article["text"].encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le").startswith("𠮷庆镇")
    assert marked == "𠮷庆镇换新颜"


def test_many_articles_are_packed_in_chunks(tmp_path: Path) -> None:
    for copy in range(4):
        for file in (SAMPLES / "expected").iterdir():
            text = re.sub(r'"((?:article_)?id)":"', rf'"\1":"{copy}-', file.read_text())
            (tmp_path / f"{copy}-{file.name}").write_text(text)
    page = tmp_path / "page.html"
    assert CliRunner().invoke(app, ["view", str(tmp_path), "-o", str(page)]).exit_code == 0
    count = len(unpack(page, "index")["articles"])
    chunks = [len(unpack(page, f"chunk-{number}")) for number in range(-(-count // 50))]
    assert (sum(chunks), chunks[0]) == (count, 50)


def test_changes_are_shown_in_a_page(records: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.jsonl"
    lines = records.read_text(encoding="utf-8").replace('"id":"meeting-', '"id":"meeting-9')
    new.write_text(lines.replace('"kind":"会议"', '"kind":"大会"'), encoding="utf-8")
    page = tmp_path / "diff.html"
    result = CliRunner().invoke(app, ["diff", str(records), str(new), "-o", str(page)])
    assert result.exit_code == 0
    (article,) = unpack(page, "chunk-0")
    shown = [(one["change"], one["before"], one["fields"]["kind"]) for one in article["records"]]
    assert shown == [("changed", {"kind": "会议"}, "大会")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--explain"], "--explain needs --texts"),
        (["--types", "poem"], "--types: no type poem; there are article, "),
        (["--texts", "none.txt"], "none.txt: no such file or folder"),
        (["--texts", str(SAMPLES / "texts")], f"{SAMPLES / 'texts'}: no document is called 'page"),
        (["-o", "none/page.html"], "none/page.html: cannot be written: "),
    ],
)
def test_wrong_use_is_told(records: Path, options: list[str], message: str) -> None:
    result = view(records, *options)
    assert (result.exit_code, result.stderr.removeprefix("newsie: ")[: len(message)]) == (
        2,
        message,
    )


def test_texts_that_changed_since_are_refused(records: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("短", encoding="utf-8")
    result = view(records, "--texts", str(tmp_path / "page.txt"))
    assert "page.txt is not as it was when it was read" in result.stderr
