"""Kill runs at random moments, resume them, and compare their output with that of an unbroken run.

    python .ci/kill_runs.py [--workers N ...] [--kills N] [--seed N]

Real runs over the samples, with small shards, for one worker and for two (or those named). What
ends a run is always kill -9 of the process that leads it; nothing of it may be left running.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "texts"
PROGRAM = """
from newsie.run import division
from newsie.cli import main
division.BATCH_CHARACTERS, division.SHARD_CHARACTERS = 1000, 5000
main()
"""
ROUNDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    parser.add_argument("--kills", type=int, default=50, help="for each number of workers")
    parser.add_argument("--seed", type=int, default=20260101)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_dump(folder / "dump.jsonl")
        seconds = time_of(start(folder, "whole/", 1))
        for workers in options.workers:
            print(f"{workers} worker(s): {kill(folder, workers, options.kills, seconds, dice)}")


def write_dump(path: Path) -> None:
    """The samples again and again, enough for some seconds of work."""
    texts = [page.read_bytes().decode("utf-8", "ignore") for page in sorted(SAMPLES.iterdir())]
    rows = [
        json.dumps({"id": f"{turn}-{number}", "text": text}, ensure_ascii=False)
        for turn in range(ROUNDS)
        for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(rows), encoding="utf-8")


def kill(folder: Path, workers: int, kills: int, seconds: float, dice: random.Random) -> str:
    """Runs that are killed and resumed until they end; the last one, when enough were killed."""
    done = runs = 0
    while done < kills:
        output = folder / f"out-{workers}-{runs}"
        while True:
            process = start(folder, f"{output.name}/", workers)
            if done == kills:
                process.wait()
            else:
                time.sleep(dice.uniform(0.1, seconds * 1.1))
            if process.poll() is not None:
                break
            team = children(process.pid)
            process.kill()
            process.wait()
            done += 1
            if list(output.glob("*")) and not (output / "articles.jsonl").exists():
                sys.exit(f"{output}: half an output")
            expect_gone(team)
        if process.returncode:
            sys.exit(f"{output}: status {process.returncode}")
        compare(folder / "whole", output)
        runs += 1
    return f"{done} kills, {runs} runs, all with the bytes of an unbroken one"


def start(folder: Path, output: str, workers: int) -> subprocess.Popen[bytes]:
    command = ["extract", "dump.jsonl", "-o", output, "--workers", str(workers), "--resume"]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *command], cwd=folder, stderr=subprocess.DEVNULL
    )


def time_of(process: subprocess.Popen[bytes]) -> float:
    before = time.monotonic()
    if process.wait():
        sys.exit(f"an unbroken run ended with status {process.returncode}")
    return time.monotonic() - before


def compare(whole: Path, broken: Path) -> None:
    one, other = ({path.name: path.read_bytes() for path in p.iterdir()} for p in (whole, broken))
    if one != other:
        sys.exit(f"{broken}: not the bytes of an unbroken run")


def children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in found.split()]


def expect_gone(team: list[int]) -> None:
    for _ in range(500):
        if not any(is_running(pid) for pid in team):
            return
        time.sleep(0.01)
    sys.exit(f"processes {team} outlived the run that was killed")


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


if __name__ == "__main__":
    main()
