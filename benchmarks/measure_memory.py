"""How much memory a run takes, for a dump and for one ten times as long.

    python benchmarks/measure_memory.py [DUMP.jsonl.gz] [--characters N]

The peak is that of all processes of the run together, as the system counts it (shared pages once:
PSS), looked at twenty times a second. Linux only.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "texts"
INTERVAL = 0.05
TIMES = 10


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: megabytes at its peak, of all processes and of the leading one; seconds."""

    peak: float
    leader: float
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dump", nargs="?", type=Path)
    parser.add_argument("--characters", type=int, default=300_000, help="of the shorter dump")
    options = parser.parse_args()
    rows = read_rows(options.dump, options.characters)
    size = sum(len(row["text"]) for row in rows)
    print("| characters | workers | peak, MB | of it reading and writing, MB | seconds |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, TIMES):
            dump = Path(folder) / f"{times}.jsonl"
            write_dump(dump, rows, times)
            for workers in (1, 2):
                run = watch(dump, workers)
                cells = (size * times, workers, run.peak, run.leader, run.seconds)
                print("| {:,} | {} | {:.0f} | {:.0f} | {:.1f} |".format(*cells), flush=True)


def read_rows(dump: Path | None, characters: int) -> list[dict[str, str]]:
    """The first documents of a dump, about so many characters; of the samples without one."""
    if dump is None:
        texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(SAMPLES.iterdir())]
        count = max(1, characters // sum(map(len, texts)))
        return [{"text": text} for _ in range(count) for text in texts]
    rows: list[dict[str, str]] = []
    opener = gzip.open if dump.suffix == ".gz" else open
    with opener(dump, "rt", encoding="utf-8") as lines:
        for line in lines:
            if characters <= 0:
                break
            rows.append(json.loads(line))
            characters -= len(rows[-1]["text"])
    return rows


def write_dump(path: Path, rows: list[dict[str, str]], times: int) -> None:
    """The same documents several times over, each time with other ids."""
    with path.open("w", encoding="utf-8") as file:
        for turn in range(times):
            for number, row in enumerate(rows):
                line = json.dumps({**row, "id": f"{turn}-{number}"}, ensure_ascii=False)
                file.write(line + "\n")


def watch(dump: Path, workers: int) -> Run:
    """Run newsie on a dump and look at its memory until it ends."""
    out = dump.with_name(f"out-{workers}")
    arguments = ["extract", str(dump), "-o", f"{out}/", "--workers", str(workers)]
    before = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsie", *arguments], stderr=subprocess.DEVNULL
    )
    peak = leader = 0.0
    while process.poll() is None:
        own = megabytes(process.pid)
        peak = max(peak, own + sum(megabytes(pid) for pid in children(process.pid)))
        leader = max(leader, own)
        time.sleep(INTERVAL)
    if process.returncode:
        sys.exit(f"newsie ended with status {process.returncode}")
    return Run(peak, leader, time.monotonic() - before)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in found.split()]


def megabytes(pid: int) -> float:
    """What a process takes, its part of shared pages among it; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
