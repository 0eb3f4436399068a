"""Run newsie on a real cluster of this machine, kill what can be killed, and compare the bytes.

    python .ci/cluster.py

A scheduler and three workers, each a process of its own. One worker is killed while it works, with
its nanny; then the run itself, which is resumed; then everything is run into standard output. The
bytes must be those of a run without a cluster.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "texts"
PROGRAM = """
from newsie.run import division
from newsie.cli import main
division.BATCH_CHARACTERS, division.SHARD_CHARACTERS = 2000, 8000
if __name__ == "__main__":
    main()
"""
ROUNDS = 12
WORKERS = 3


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "run.py").write_text(PROGRAM)
        write_dump(folder / "dump.jsonl")
        expect_end(start(folder, "whole/"), 0)
        expect_end(start(folder, "whole.jsonl"), 0)
        cluster = start_cluster(folder)
        try:
            try_out(folder, cluster)
        finally:
            for process in cluster:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def try_out(folder: Path, cluster: list[subprocess.Popen[bytes]]) -> None:
    run = start(folder, "lost/", "--cluster", "scheduler.json")
    wait_for(lambda: len(shards(folder, "lost")) >= 2)
    worker = cluster.pop()
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    expect_end(run, 0)
    compare(folder, "whole", "lost")
    print("a worker that was lost: the same bytes")

    run = start(folder, "killed/", "--cluster", "scheduler.json")
    wait_for(lambda: len(shards(folder, "killed")) >= 2)
    run.kill()
    expect_end(run, -signal.SIGKILL)
    before = len(shards(folder, "killed"))
    expect_end(start(folder, "killed/", "--cluster", "scheduler.json", "--resume"), 0)
    compare(folder, "whole", "killed")
    print(f"a run that was killed after {before} shards, and resumed: the same bytes")

    run = start(folder, "-", "--cluster", "scheduler.json")
    assert run.stdout is not None
    if run.stdout.read() != (folder / "whole.jsonl").read_bytes():
        sys.exit("standard output: not the bytes of a run without a cluster")
    expect_end(run, 0)
    print("standard output: the same bytes")

    run = start(folder, "none.jsonl", "--cluster", "tcp://127.0.0.1:9")
    expect_end(run, 2)


def write_dump(path: Path) -> None:
    """The samples again and again, enough for some seconds of work."""
    texts = [page.read_bytes().decode("utf-8", "ignore") for page in sorted(SAMPLES.iterdir())]
    rows = [
        json.dumps({"id": f"{turn}-{number}", "text": text}, ensure_ascii=False)
        for turn in range(ROUNDS)
        for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(rows), encoding="utf-8")


def start_cluster(folder: Path) -> list[subprocess.Popen[bytes]]:
    """A scheduler and workers, each the leader of a group of processes."""
    file = ["--scheduler-file", "scheduler.json"]
    scheduler = start_dask(folder, "scheduler", *file, "--port", "0", "--no-dashboard")
    wait_for((folder / "scheduler.json").exists)
    options = [*file, "--nthreads", "1", "--no-dashboard"]
    return [scheduler, *(start_dask(folder, "worker", *options) for _ in range(WORKERS))]


def start_dask(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def start(folder: Path, output: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "run.py", "extract", "dump.jsonl", "-o", output, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
    )


def shards(folder: Path, output: str) -> list[Path]:
    return list((folder / f"{output}.newsie" / "shards").glob("*.shard"))


def expect_end(run: subprocess.Popen[bytes], status: int) -> None:
    run.communicate()
    if run.returncode != status:
        sys.exit(f"{run.args!r}: status {run.returncode} instead of {status}")


def compare(folder: Path, whole: str, other: str) -> None:
    one, two = (
        {path.name: path.read_bytes() for path in (folder / name).iterdir()}
        for name in (whole, other)
    )
    if one != two:
        sys.exit(f"{other}: not the bytes of a run without a cluster")


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    sys.exit("nothing happened for a minute")


if __name__ == "__main__":
    main()
