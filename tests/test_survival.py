"""What a run survives, and how the next one goes on from where it stopped."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsie.cli.display import Display
from newsie.run import Summary

PROGRAM = """
import newsie.run, newsie.run.division as division, stub_extractor
from newsie.cli import main
newsie.run.ExtractorRecipe = stub_extractor.StubRecipe
division.BATCH_CHARACTERS, division.SHARD_CHARACTERS = 8, 24
main()
"""


def start(
    folder: Path,
    *arguments: str,
    before: Callable[[], None] | None = None,
    errors: int = subprocess.PIPE,
) -> Process:
    """Start `newsie extract` with a stub for an extractor, and tiny batches and shards."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "extract", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path(__file__).parent)])},
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        preexec_fn=before,
    )


Process = subprocess.Popen[str]


def run(
    folder: Path, *arguments: str, before: Callable[[], None] | None = None
) -> tuple[int, list[str]]:
    """Run it to its end: the exit status, and standard error without the time taken."""
    process = start(folder, *arguments, before=before)
    _, errors = process.communicate()
    return process.returncode, [line.split("; ")[0] for line in errors.splitlines()]


def write_dump(folder: Path, texts: Sequence[str]) -> None:
    rows = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    (folder / "a.jsonl").write_text("\n".join(rows))


def expected(texts: Sequence[str], failed: Sequence[int] = ()) -> str:
    return "".join(
        f'{{"type":"{name}","doc_id":"{number}","characters":{len(text)}}}\n'
        for number, text in enumerate(texts)
        if number not in failed
        for name in ("article", "meeting")
    )


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_document_that_hangs_is_left_out(tmp_path: Path, workers: str) -> None:
    texts = ["会", "永远", "开会", "会", "永远", *["开会"] * 8, "永远"]
    write_dump(tmp_path, texts)
    status, lines = run(
        tmp_path, "a.jsonl", "-o", "out.jsonl", "--timeout", "0.3", "--workers", workers
    )
    error = "it took longer than 0.3 s (--timeout 0.3, for a million characters)"
    assert (status, lines) == (
        1,
        [
            *(f"{number}: left out, as extraction failed: {error}" for number in (1, 4, 13)),
            "14 documents, 11 articles, 11 meetings, 3 unread",
        ],
    )
    assert (tmp_path / "out.jsonl").read_text() == expected(texts, (1, 4, 13))
    quarantine = (tmp_path / "out.jsonl.newsie" / "quarantine.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in quarantine] == [
        {"doc_id": number, "error": error, "trace": ""} for number in ("1", "4", "13")
    ]


def test_a_worker_that_dies_once_costs_no_document(tmp_path: Path) -> None:
    texts = ["会", "崩溃一次", *["开会"] * 9]
    write_dump(tmp_path, texts)
    assert run(tmp_path, "a.jsonl", "-o", "out.jsonl", "--workers", "2") == (
        0,
        ["11 documents, 11 articles, 11 meetings, 0 unread"],
    )
    assert (tmp_path / "out.jsonl").read_text() == expected(texts)


def test_a_document_for_which_memory_is_too_small_is_left_out(tmp_path: Path) -> None:
    write_dump(tmp_path, ["会", "无内存", "崩溃", "开会"])
    assert run(tmp_path, "a.jsonl", "-o", "out.jsonl") == (
        1,
        [
            "1: left out, as extraction failed: MemoryError: ",
            "2: left out, as extraction failed: its worker process died, twice (out of memory?)",
            "4 documents, 2 articles, 2 meetings, 2 unread",
        ],
    )


def test_no_worker_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    write_dump(tmp_path, ["开会开会开会开会", "永远开会开会开会"])
    process = start(tmp_path, "a.jsonl", "-o", "out.jsonl")
    shard = tmp_path / "out.jsonl.newsie" / "lock"
    wait_for(lambda: shard.exists() and len(children(process.pid)) >= 2)
    started = children(process.pid)
    process.kill()
    process.communicate()
    wait_for(lambda: not any(is_running(pid) for pid in started))


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(number) for number in found]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise TimeoutError


@pytest.mark.parametrize(("workers", "output"), [("1", "out.jsonl"), ("2", "out/")])
def test_a_run_that_is_killed_again_and_again_ends_as_an_unbroken_one(
    tmp_path: Path, workers: str, output: str
) -> None:
    texts = [*["慢"] * 20, "出错", *["慢"] * 20]
    write_dump(tmp_path, texts)
    dice = random.Random(workers)
    command = ("a.jsonl", "-o", output, "--resume", "--workers", workers)
    for _ in range(2):
        process = start(tmp_path, *command)
        time.sleep(dice.uniform(0.3, 1.2))
        process.kill()
        process.communicate()
        assert process.returncode != -9 or not list(
            tmp_path.glob(f"{output.removesuffix('.jsonl')}*.jsonl")
        )
    status, lines = run(tmp_path, *command)
    assert (status, lines[-1]) == (1, "41 documents, 40 articles, 40 meetings, 1 unread")
    whole = output.replace("out", "whole")
    assert run(tmp_path, "a.jsonl", "-o", whole)[0] == 1
    assert contents(tmp_path, output) == contents(tmp_path, whole)


def contents(folder: Path, output: str) -> dict[str, bytes]:
    """What a run has written, the quarantine too."""
    path = folder / output
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    quarantine = folder / f"{output.rstrip('/')}.newsie" / "quarantine.jsonl"
    found = {file.name.replace("whole", "out"): file.read_bytes() for file in files}
    return {**found, "quarantine": quarantine.read_bytes()}


def test_a_disk_that_fills_is_told_and_the_rest_done_when_it_is_mended(tmp_path: Path) -> None:
    texts = ["开会"] * 200
    write_dump(tmp_path, texts)
    command = ("a.jsonl", "-o", "out.jsonl", "--resume")
    kept = tmp_path / "out.jsonl.newsie"

    def fill() -> None:  # shards are smaller than this, their join is not
        resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))

    status, lines = run(tmp_path, *command, before=fill)
    assert (status, lines) == (2, [f"newsie: {kept}: cannot be written: File too large"])
    assert not (tmp_path / "out.jsonl").exists()
    assert not list(kept.rglob("*.partial"))
    assert run(tmp_path, *command)[0] == 0
    assert (tmp_path / "out.jsonl").read_text() == expected(texts)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(tmp_path: Path, workers: str) -> None:
    write_dump(tmp_path, ["慢" + "开" * 70] * 300)
    process = start(tmp_path, "a.jsonl", "--workers", workers)
    assert process.stdout is not None
    assert process.stderr is not None
    first = process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), first, errors) == (0, expected(["慢" + "开" * 70])[: len(first)], "")


def test_a_terminal_shows_how_far_a_run_is(tmp_path: Path) -> None:
    write_dump(tmp_path, ["慢"] * 40)
    leader, terminal = pty.openpty()
    process = start(tmp_path, "a.jsonl", "-o", "out.jsonl", errors=terminal)
    os.close(terminal)
    shown = read_terminal(leader)
    process.communicate()
    first, *_, last = [re.sub(r"[\d,.]+(?= (?:char|s\b))|\d+:\d\d", "N", one) for one in shown]
    assert (first, last) == (
        "[###.............] 8/40 documents, N characters a second, N left\r\n"
        "N characters, 8 articles, 8 meetings\033[A\r",
        "40 documents, 40 articles, 40 meetings, 0 unread; N s\r\n",
    )


def read_terminal(leader: int) -> list[str]:
    """What was shown, one after another, until nobody wrote any more."""
    data = b""
    try:
        while chunk := os.read(leader, 65536):
            data += chunk
    except OSError:  # as Linux tells the end
        pass
    finally:
        os.close(leader)
    return data.decode().split("\r\033[J")[1:]


def test_where_there_is_no_terminal_a_line_a_minute_tells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 30.0, 61.0, 100.0, 122.0])
    monkeypatch.setattr("newsie.cli.display.time.monotonic", lambda: next(clock))
    display = Display()
    display.total = 2000
    summary = Summary(documents=1000, characters=500_000, counts=Counter(article=1, award=2))
    monkeypatch.setattr(Summary, "seconds", 250)
    for _ in range(4):
        display.progress(summary)
    line = (
        "1,000/2,000 documents, 2,000 characters a second, 4:10 left, 500,000 characters, "
        "1 article, 2 awards\n"
    )
    assert capsys.readouterr().err == line * 2


def test_a_run_that_was_finished_has_nothing_left_to_do(tmp_path: Path) -> None:
    write_dump(tmp_path, ["开会", "出错"])
    command = ("a.jsonl", "-o", "out.jsonl", "--resume")
    first, again = run(tmp_path, *command), run(tmp_path, *command)
    assert (first[0], first[1][-1]) == (1, "2 documents, 1 article, 1 meeting, 1 unread")
    assert again == (1, ["2 documents, 1 article, 1 meeting, 1 unread"])


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    write_dump(tmp_path, ["开会", "永远"])
    first = start(tmp_path, "a.jsonl", "-o", "out.jsonl", "--workers", "2")
    wait_for((tmp_path / "out.jsonl.newsie" / "lock").exists)
    status, lines = run(tmp_path, "a.jsonl", "-o", "out.jsonl")
    first.kill()
    first.communicate()
    assert (status, lines) == (
        2,
        [f"newsie: {tmp_path}/out.jsonl: another run (process {first.pid}) is writing it"],
    )
