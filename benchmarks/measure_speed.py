"""How fast newsie is beside plain jieba, and how fast it starts; each in a process of its own.

    python benchmarks/measure_speed.py [DUMP.jsonl.gz] [--characters N] [--beside PYTHON]

The text is a seeded sample of the dump's `text` column, or all of it (--characters 0); without a
dump, the samples of this project over and over. Only ratios are worth comparing across machines.
PYTHON is that of another environment, whose newsie is measured in turn with this one's: the
compiled build beside the other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "texts"
SEED = 20260101

CUT_WITH_JIEBA = """
import json, logging, sys, time
import jieba
jieba.setLogLevel(logging.WARNING)
jieba.initialize()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
start = time.process_time()
for text in texts:
    for word in jieba.cut(text):
        pass
print(time.process_time() - start)
"""

# From the first document on: what newsie loads before it is in the figures for starting. The
# documents are handed over as a run hands them over.
EXTRACT_WITH_NEWSIE = """
import json, sys, time
from newsie.article import Document
from newsie.run import ExtractorRecipe
from newsie.run.batch import bind_sheaves, build_extractor
extractor = build_extractor(ExtractorRecipe())
for rule in extractor.rules.rules:
    rule.pattern  # compiled when first tried, otherwise
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
documents = [
    Document(row["id"], row["text"], row.get("published"), title=row.get("title")) for row in rows
]
start = time.process_time()
for _, sheaf in bind_sheaves(documents):
    for records in extractor.extract_all(sheaf):
        for record in records:
            record.model_dump_json()
print(time.process_time() - start)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dump", nargs="?", type=Path)
    parser.add_argument("--characters", type=int, default=2_000_000)
    parser.add_argument("--beside", metavar="PYTHON", default="")
    options = parser.parse_args()
    rows = read_rows(options.dump, options.characters)
    size = sum(len(row["text"]) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "texts.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        dump.write_text("".join(lines), encoding="utf-8")
        show_throughput(size, len(rows), dump, options.beside)
        show_whole_command(size, dump)
    show_start()


def read_rows(dump: Path | None, characters: int) -> list[dict[str, str]]:
    """Documents of about so many characters, in a seeded order; all of the dump where 0."""
    if dump is None:
        texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(SAMPLES.iterdir())]
        size = sum(map(len, texts))
        count = len(texts) * max(1, characters // size)
        return [{"id": str(i), "text": t} for i, t in enumerate(islice(cycle(texts), count))]
    opener = gzip.open if dump.suffix == ".gz" else open
    with opener(dump, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, str]] = [json.loads(line) for line in lines]
    if characters == 0:
        return rows
    random.Random(SEED).shuffle(rows)
    chosen: list[dict[str, str]] = []
    while rows and characters > 0:
        chosen.append(rows.pop())
        characters -= len(chosen[-1]["text"])
    return chosen


def show_throughput(size: int, count: int, dump: Path, beside: str) -> None:
    """The rates of processor time, the best of three rounds in which all are measured in turn."""
    runs = {
        "jieba.cut": partial(run_script, CUT_WITH_JIEBA, str(dump)),
        "newsie, all": partial(run_script, EXTRACT_WITH_NEWSIE, str(dump)),
    }
    if beside:
        runs["newsie there"] = partial(run_script, EXTRACT_WITH_NEWSIE, str(dump), python=beside)
    rounds = [{name: float(run()) for name, run in runs.items()} for _ in range(3)]
    seconds = {name: min(taken[name] for taken in rounds) for name in runs}
    print(f"{size:,} characters in {count:,} documents, one process, nothing loaded in the figures")
    for name, time_taken in seconds.items():
        ratio = seconds["jieba.cut"] / time_taken
        print(f"  {name:22} {size / time_taken:12,.0f} characters/s   {ratio:.2f} × jieba")


def show_whole_command(size: int, dump: Path) -> None:
    print("newsie extract, with starting, reading and writing")
    for workers in ("1", "2"):
        out = dump.with_name(f"out-{workers}.jsonl")
        arguments = ["extract", str(dump), "-o", str(out), "--workers", workers]
        seconds = time_of(partial(run_newsie, *arguments))
        print(f"  --workers {workers}     {size / seconds:12,.0f} characters/s   {seconds:.1f} s")


def show_start() -> None:
    page = sorted(SAMPLES.iterdir())[0]
    bare = best_of(5, partial(run_script, "pass"))
    print("starting, the best of five, beside python -c pass")
    print(f"  python -c pass  {bare:8.3f} s")
    for name, command in (
        ("newsie --help", ["--help"]),
        ("one page", ["extract", str(page)]),
    ):
        seconds = best_of(5, partial(run_newsie, *command))
        print(f"  {name:15} {seconds:8.3f} s   {seconds / bare:.1f} ×")


def run_script(script: str, *arguments: str, python: str = sys.executable) -> str:
    return run_python("-W", "ignore", "-c", script, *arguments, python=python)


def run_newsie(*arguments: str) -> str:
    return run_python("-m", "newsie", *arguments)


def run_python(*arguments: str, python: str = sys.executable) -> str:
    done = subprocess.run(
        [python, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def time_of(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def best_of(times: int, action: Callable[[], object]) -> float:
    return min(time_of(action) for _ in range(times))


if __name__ == "__main__":
    main()
