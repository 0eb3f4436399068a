"""The command line: exit status, what is written where, one worker or several."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from typer.testing import CliRunner, Result

from newsie.cli import app
from newsie.run import Summary

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `newsie extract` with a stub for an extractor, in an empty folder."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setattr("newsie.run.ExtractorRecipe", __import__("stub_extractor").StubRecipe)
    monkeypatch.chdir(tmp_path)

    def extract(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, ["extract", *arguments], input=stdin)

    return extract


def records(doc_id: str, characters: int) -> str:
    """What the stub makes of a document."""
    return "".join(
        f'{{"type":"{name}","doc_id":"{doc_id}","characters":{characters}}}\n'
        for name in ("article", "meeting")
    )


def remarks(result: Result) -> list[str]:
    """Standard error, the time taken left out."""
    return [line.split("; ")[0] for line in result.stderr.splitlines()]


def test_help_and_version_are_quick_and_plain() -> None:
    asked = [sys.executable, "-X", "importtime", "-m", "newsie", "extract", "--help"]
    result = subprocess.run(asked, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    heavy = {"spacy", "jieba", "rjieba", "orjson", "newsie.pipeline", "newsie.run"}
    assert imported & heavy == set()
    assert "--text-field NAME" in result.stdout
    version = CliRunner().invoke(app, ["--version"])
    assert (version.exit_code, version.output.split()[0]) == (0, "newsie")


def test_writes_to_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    result = run("a.txt", "-", stdin="会议".encode("gb18030"))
    assert (result.exit_code, result.stdout) == (0, records("a.txt", 2) + records("-", 2))
    assert remarks(result) == ["2 documents, 2 articles, 2 meetings, 0 unread"]


def test_an_empty_file_is_noted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    result = run("a.txt", "-o", "out.jsonl")
    assert (result.exit_code, (tmp_path / "out.jsonl").read_text()) == (0, "")
    assert remarks(result) == [
        "a.txt: note: holds no text, so it gives no records",
        "1 document, 0 unread",
    ]


def test_fifty_megabytes_on_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("长".encode() * 17_500_000)
    result = run("a.txt")
    assert (result.exit_code, result.stdout) == (0, records("a.txt", 17_500_000))


def test_what_cannot_be_read_is_named_and_the_rest_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(random.Random(1).randbytes(5000))
    (tmp_path / "b.jsonl").write_text('{"text": "开会"}\n[]\n{"text": "出错"}\n')
    (tmp_path / "c.csv").write_text("标题,正文\n题,开会\n")
    result = run("a.txt", "b.jsonl", "c.csv", "d.txt", "-o", "out.jsonl")
    assert (result.exit_code, (tmp_path / "out.jsonl").read_text()) == (1, records("b.jsonl:1", 2))
    assert remarks(result) == [
        "d.txt: no such file or folder",
        "c.csv: no column 'text' (there are: 标题, 正文)",
        "a.txt: not text in UTF-8, UTF-16, GB18030 or Big5",
        "b.jsonl:2: no JSON object",
        "b.jsonl:3: left out, as extraction failed: ValueError: no such day",
        "2 documents, 1 article, 1 meeting, 5 unread",
    ]
    quarantine = (tmp_path / "out.jsonl.newsie" / "quarantine.jsonl").read_text()
    entry = json.loads(quarantine)
    assert entry.pop("trace").startswith("Traceback")
    assert entry == {"doc_id": "b.jsonl:3", "error": "ValueError: no such day"}


def test_columns_may_have_other_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("标题,正文,号\n题,开会,7\n")
    result = run("c.csv", "--text-field", "正文", "--id-field", "号", "--title-field", "名")
    assert (result.exit_code, result.stdout) == (0, records("7", 2))
    assert remarks(result)[0] == "c.csv: note: no column '名' (there are: 标题, 正文, 号)"


def test_a_folder_gets_files_of_the_types_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    result = run("a.txt", "-o", "out/", "--types", "metric,meeting")
    written = {path.name: path.read_text().count("\n") for path in (tmp_path / "out").iterdir()}
    assert result.exit_code == 0
    assert written == {"articles.jsonl": 1, "meetings.jsonl": 1, "metrics.jsonl": 0}


def test_a_name_that_may_have_meant_a_folder_is_remarked_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    (tmp_path / "folder").mkdir()
    remark = "out: note: one file of all records (-o out/ is a folder with a file a type)"
    summary = "1 document, 1 article, 1 meeting, 0 unread"
    assert remarks(run("a.txt", "-o", "out")) == [remark, summary]
    assert (tmp_path / "out").read_text() == records("a.txt", 2)
    assert remarks(run("a.txt", "-o", "folder")) == [summary]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt", "--types", "x,meeting"], "--types: no type x; there are article, meeting, "),
        (["a.txt", "--encoding", "gb99"], "--encoding gb99: no encoding of that name"),
        (["a.txt", "--encoding", "base64"], "--encoding base64: no encoding of that name"),
        (["a.txt", "--rules", "none"], "--rules none: no such folder"),
        (["a.txt", "--metadata", "bad.jsonl"], "bad.jsonl:1: no JSON "),
        (["a.txt", "--metadata", "none.jsonl"], "none.jsonl: No such file or directory"),
        (["a.txt", "-o", "a.txt/out.jsonl"], "a.txt: cannot be written: "),
        (["a.txt", "a.txt"], "two documents have the doc_id 'a.txt' "),
    ],
)
def test_wrong_use_is_status_2(
    run: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "a.txt").write_text("开会")
    (tmp_path / "bad.jsonl").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--workers", "0"], ["a.txt", "--nothing"]])
def test_wrong_options_are_status_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_any_number_of_workers_writes_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsie.run.division.BATCH_CHARACTERS", 50)
    rows = [{"id": str(number), "text": "会" * (number % 9)} for number in range(100)]
    rows[40]["text"] = "出错"
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    results = [run("a.jsonl", "-o", f"{n}.jsonl", "--workers", str(n)) for n in (1, 2)]
    written = [(tmp_path / f"{n}.jsonl").read_bytes() for n in (1, 2)]
    assert [result.exit_code for result in results] == [1, 1]
    assert sorted(remarks(results[0])) == sorted(remarks(results[1]))
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 2 * sum(bool(row["text"]) for row in rows) - 2


def test_a_document_that_kills_its_worker_is_left_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsie.run.division.BATCH_CHARACTERS", 4)
    texts = ["会", "崩溃", "开会", "会", "会", "会"]
    rows = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    result = run("a.jsonl", "--workers", "2")
    kept = [(number, text) for number, text in enumerate(texts) if text != "崩溃"]
    assert result.stdout == "".join(records(str(number), len(text)) for number, text in kept)
    assert (result.exit_code, remarks(result)) == (
        1,
        [
            "1: left out, as extraction failed: its worker process died, twice (out of memory?)",
            "6 documents, 5 articles, 5 meetings, 1 unread",
        ],
    )


def test_evidence_quotes_a_web_page_as_given(tmp_path: Path) -> None:
    page = "<h1>区委常委会开会</h1><p>2月6日，区委书记<b>高</b>小满主持召开区委常委会会议。</p>"
    (tmp_path / "a.html").write_text(page)
    output = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "a.html"), "-o", str(output)])
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    found = [json.loads(line) for line in output.read_text().splitlines()]
    quotes = [item for record in found for item in record["evidence"]]
    assert [record["name"] for record in found if record["type"] == "official"] == ["高小满"]
    assert any("<b>高</b>小满" in item["text"] for item in quotes)
    assert [item["text"] for item in quotes] == [
        page[item["start"] : item["end"]] for item in quotes
    ]


@pytest.fixture
def interrupted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Thirty documents in a dump, of which a run wrote three shards before Ctrl-C."""
    monkeypatch.setattr("newsie.run.division.BATCH_CHARACTERS", 2)
    monkeypatch.setattr("newsie.run.division.SHARD_CHARACTERS", 6)
    rows = [json.dumps({"id": str(number), "text": "开会"}) for number in range(30)]
    rows[4] = json.dumps({"id": "4", "text": "出错"})
    rows[5] = "{"
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    (tmp_path / "rules").mkdir()

    def stop(display: object, summary: Summary) -> None:
        if summary.documents == 10:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newsie.cli.display.Display.progress", stop)
        result = run("a.jsonl", "-o", "out.jsonl")
    assert (result.exit_code, remarks(result)[-1]) == (130, "newsie: interrupted")
    kept = tmp_path / "out.jsonl.newsie"
    assert sorted(path.relative_to(kept).as_posix() for path in kept.rglob("*.*")) == [
        "manifest.json",
        *(f"shards/00000000{number}.shard" for number in range(3)),
    ]
    return run


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_run_is_resumed(interrupted: Run, tmp_path: Path, workers: str) -> None:
    kept = tmp_path / "out.jsonl.newsie"
    (kept / "shards" / "000000003.shard.partial").write_bytes(b'{"half')
    resumed = interrupted("a.jsonl", "-o", "out.jsonl", "--resume", "--workers", workers)
    again = interrupted("a.jsonl", "-o", "whole.jsonl")
    assert (resumed.exit_code, again.exit_code) == (1, 1)
    assert remarks(resumed)[-1] == remarks(again)[-1]
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    quarantines = [tmp_path / f"{name}.jsonl.newsie/quarantine.jsonl" for name in ("out", "whole")]
    assert quarantines[0].read_bytes() == quarantines[1].read_bytes()
    assert sorted(path.name for path in kept.iterdir()) == ["manifest.json", "quarantine.jsonl"]


def test_another_run_is_not_resumed(interrupted: Run, tmp_path: Path) -> None:
    (tmp_path / "rules" / "meeting.toml").write_text("")
    arguments = ("a.jsonl", "-o", "out.jsonl", "--resume")
    results = [
        interrupted(*arguments, "--place", "嘉定区"),
        interrupted(*arguments, "--rules", "rules"),
        interrupted("a.jsonl", *arguments[1:], "--types", "award"),
    ]
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write(" ")
    results.append(interrupted(*arguments))
    where = f"the interrupted run in {tmp_path}/out.jsonl.newsie"
    assert [result.exit_code for result in results] == [2] * 4
    assert [remarks(result)[-1] for result in results] == [
        f"newsie: --resume: {part} differs from {where}"
        for part in ("option place", "rules", "option types", "input a.jsonl")
    ]
    assert interrupted("a.jsonl", "-o", "out.jsonl").exit_code == 1
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 2 * 28


@pytest.mark.parametrize("output", ["out.jsonl", "-"])
def test_an_input_that_changes_while_it_is_read_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "开会"}\n')

    def grow(display: object, summary: Summary) -> None:
        (tmp_path / "a.jsonl").write_text('{"text": "开会"}\n' * 2)

    monkeypatch.setattr("newsie.cli.extract.Display.progress", grow)
    result = run("a.jsonl", "-o", output)
    assert (result.exit_code, remarks(result)) == (
        2,
        ["newsie: a.jsonl: changed while it was read"],
    )
    assert not (tmp_path / "out.jsonl").exists()


def test_what_cannot_be_resumed_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    results = [run("a.txt", "--resume"), run("a.txt", "-", "-o", "out.jsonl", "--resume")]
    assert [(result.exit_code, result.stderr) for result in results] == [
        (2, "newsie: --resume needs -o FILE.jsonl or DIR/\n"),
        (2, "newsie: --resume: - cannot be read a second time\n"),
    ]
    assert run("a.txt", "-o", "out.jsonl", "--resume").exit_code == 0


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    reader, writer = os.pipe()
    os.close(reader)
    program = """
import newsie.run, stub_extractor
from newsie.cli import main
newsie.run.ExtractorRecipe = stub_extractor.StubRecipe
main()
"""
    result = subprocess.run(
        [sys.executable, "-c", program, "extract", "a.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parent)])},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.fixture
def storage() -> Iterator[Any]:
    """A storage in memory, empty before and after."""
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]
    yield memory
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]


def test_reads_and_writes_object_storage(run: Run, storage: Any) -> None:
    rows = gzip.compress(
        b'{"id": "1", "text": "xy"}\n{"id": "2", "text": "\xe5\x87\xba\xe9\x94\x99"}'
    )
    for name, data in (("a.txt", "开会".encode()), ("b/c.jsonl.gz", rows), (".hidden", b"x")):
        storage.pipe_file(f"/papers/{name}", data)
    results = [
        run("memory://papers", "-o", "memory://papers/out.jsonl"),
        run("memory://papers", "-o", "memory://papers/out.jsonl", "--resume"),
        run("memory://papers/**/*.gz", "memory://papers/*.txt", "-o", "memory://papers/out/"),
        run("memory://papers/none", "memory://papers/*.txt"),
    ]
    assert [result.exit_code for result in results] == [1, 1, 1, 1]
    assert storage.cat_file("/papers/out.jsonl").decode() == records("a.txt", 2) + records("1", 2)
    assert storage.cat_file("/papers/out/articles.jsonl").count(b"\n") == 2
    assert sorted(storage.find("/papers/out.jsonl.newsie")) == [
        f"/papers/out.jsonl.newsie/{name}" for name in ("manifest.json", "quarantine.jsonl")
    ]
    manifest = json.loads(storage.cat_file("/papers/out.jsonl.newsie/manifest.json"))
    assert manifest["input"]["b/c.jsonl.gz"]["bytes"] == len(rows)
    assert results[3].stdout == records("a.txt", 2)
    assert "memory://papers/none: no such file or folder" in results[3].stderr


def test_a_run_into_object_storage_is_resumed(
    run: Run, storage: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsie.run.division.BATCH_CHARACTERS", 2)
    monkeypatch.setattr("newsie.run.division.SHARD_CHARACTERS", 4)
    rows = [json.dumps({"id": str(number), "text": "开会"}) for number in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))

    def stop(display: object, summary: Summary) -> None:
        if summary.documents == 5:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newsie.cli.extract.Display.progress", stop)
        assert run("a.jsonl", "-o", "memory://b/out.jsonl").exit_code == 130
    kept = [name.rpartition("/")[2] for name in storage.find("/b/out.jsonl.newsie")]
    assert sorted(kept) == ["000000000.shard", "000000001.shard", "manifest.json"]
    assert run("a.jsonl", "-o", "memory://b/out.jsonl", "--resume").exit_code == 0
    whole = "".join(records(str(number), 2) for number in range(9))
    assert storage.cat_file("/b/out.jsonl").decode() == whole
    assert storage.find("/b/out.jsonl.newsie") == ["/b/out.jsonl.newsie/manifest.json"]


def test_a_storage_that_cannot_be_reached_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("开会")
    results = [
        run("nothing://b/a.txt"),
        *(run("a.txt", "-o", url) for url in ("nothing://b/out.jsonl", "memory://b/")),
    ]
    assert [(result.exit_code, remarks(result)[0]) for result in results] == [
        (1, "nothing://b/a.txt: Protocol not known: nothing"),
        (2, "newsie: nothing://b/out.jsonl: Protocol not known: nothing"),
        (2, "newsie: memory://b/: the output needs a name of its own below memory://b"),
    ]
