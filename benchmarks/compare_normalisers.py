"""newsie's normalisers beside those of cn2an, Recognizers-Text and JioNLP: what is right, how fast.

    python benchmarks/compare_normalisers.py [--folder FOLDER] [--wrong N]

Each of the others is installed by pip into an environment of its own in FOLDER (by default a
temporary one); nothing of theirs is needed for newsie. Read are the specs in tests/specs, and the
amounts and times in benchmarks/data, drawn from a dump by chance and read by hand. With --wrong,
N of what each got wrong are printed.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
import venv
from calendar import monthrange
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsie import normalize

HERE = Path(__file__).parent
SPECS = HERE.parent / "tests" / "specs" / "chinese-normalisation.jsonl"
PEERS = {
    "cn2an": ["cn2an==0.5.24"],
    "recognizers": ["recognizers-text-suite==1.0.2a2", "emoji<2"],
    "jionlp": ["jionlp==1.5.31"],
}
WARMING_UP: list[list[Any]] = [
    ["number", "三百", None],
    ["percent", "7%", None],
    ["amount", "3万元", None],
    ["time", "3月5日", "2024-05-05"],
]
_WITHIN = (
    *tuple("底末初旬晚时"),
    "上午",
    "下午",
)  # a finer reading inside the expected one will do


class Item(NamedTuple):
    """One expression: which set it is of, its kind, its words, and what is right."""

    group: str
    kind: str  # number, percent, amount or time
    words: str
    published: str | None
    expected: list[Any] | None  # [value], [low, high] or [first day, last day]


def days_of(value: str) -> list[str]:
    """First and last day of an ISO date or period.

    >>> days_of("2024-H1"), days_of("2024-01/2024-02"), days_of("2025-02-06")
    (['2024-01-01', '2024-06-30'], ['2024-01-01', '2024-02-29'], ['2025-02-06', '2025-02-06'])
    """
    first, _, last = value.partition("/")
    if last:
        return [days_of(first)[0], days_of(last)[1]]
    year, _, part = value.partition("-")
    if part[:1] in ("H", "Q"):
        months = 6 if part[0] == "H" else 3
        end = int(part[1]) * months
        return [f"{year}-{end - months + 1:02}-01", f"{year}-{end:02}-{_last_day(year, end)}"]
    if not part:
        return [f"{year}-01-01", f"{year}-12-31"]
    if len(part) == len("01"):
        return [f"{value}-01", f"{value}-{_last_day(year, int(part))}"]
    return [value, value]


def _last_day(year: str, month: int) -> int:
    return monthrange(int(year), month)[1]


def read_items() -> list[Item]:
    """Every expression of the specs and of benchmarks/data."""
    items: list[Item] = []
    for line in SPECS.read_text("utf-8").splitlines():
        row = json.loads(line)
        is_date = row["kind"] == "date"
        expected = days_of(row["value"]) if is_date else [row["value"]]
        kind = "time" if is_date else row["kind"]
        items.append(Item(f"specs: {row['kind']}", kind, row["text"], row["published"], expected))
    for row in _rows("amounts"):
        ends = [float(end) for end in (row["value"], row["value_max"]) if end]
        items.append(Item("amounts", "amount", row["words"], None, ends or None))
    for row in _rows("times"):
        days = days_of(row["value"]) if row["value"] else None
        items.append(Item("times", "time", row["words"], row["published"], days))
    return items


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / "data" / f"{name}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def is_right(item: Item, readings: Sequence[Sequence[Any]]) -> bool:
    """Whether one of the readings is the expected one; no reading, where none is expected."""
    if item.expected is None:
        return not readings
    return any(_agrees(item, reading) for reading in readings)


def _agrees(item: Item, reading: Sequence[Any]) -> bool:
    expected = item.expected
    assert expected is not None
    if item.kind != "time":
        return len(reading) == len(expected) and all(
            abs(a - b) <= 1e-4 * max(1, abs(b)) for a, b in zip(reading, expected, strict=True)
        )
    first, last = reading
    if item.words.endswith(_WITHIN):
        return bool(expected[0] <= first <= last <= expected[1])
    if item.words.endswith("以来"):  # to the day or to the end of the month
        return bool(first == expected[0] and last[:7] == expected[1][:7])
    return [first, last] == expected


def read_with_newsie(item: Item) -> list[list[Any]]:
    """newsie's reading, as the peers give theirs."""
    if item.kind == "time":
        found = normalize.period(item.words, item.published) or normalize.date(
            item.words, item.published
        )
        return [days_of(found)] if found else []
    if item.kind == "amount":
        amount = normalize.quantity(item.words)
        if amount is None:
            return []
        return [[end for end in (amount.value, amount.value_max) if end is not None]]
    value = getattr(normalize, item.kind)(item.words)
    return [] if value is None else [[value]]


def run_newsie(items: Sequence[Item]) -> dict[str, Any]:
    """The same as a peer's results."""
    for kind, words, published in WARMING_UP:
        read_with_newsie(Item("", kind, words, published, None))
    start = time.perf_counter()
    results = [read_with_newsie(item) for item in items]
    return {"results": results, "per_second": len(items) / (time.perf_counter() - start)}


def run_peer(name: str, folder: Path, items: Sequence[Item]) -> dict[str, Any]:
    """Install a peer where it is not yet, and let it read the items."""
    python = folder / name / "bin" / "python"
    if not python.exists():
        venv.create(folder / name, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", *PEERS[name]]
        subprocess.run(command, check=True, stdout=sys.stderr)
    done = subprocess.run(
        [str(python), str(HERE / "normaliser_peers.py"), name],
        input=json.dumps({"warming_up": WARMING_UP, "items": [item[1:4] for item in items]}),
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def tell(items: Sequence[Item], outcomes: dict[str, dict[str, Any]], wrong: int) -> None:
    """Print the table, and what is wrong."""
    print("| |" + "".join(f" {name} |" for name in outcomes))
    print("| --- |" + " ---: |" * len(outcomes))
    for group in dict.fromkeys(item.group for item in items):
        places = [i for i, item in enumerate(items) if item.group == group]
        cells = [_cell(items, outcome["results"], places) for outcome in outcomes.values()]
        print(f"| {group} ({len(places)}) |" + "".join(f" {cell} |" for cell in cells))
    speeds = "".join(f" {outcome['per_second']:,.0f} |" for outcome in outcomes.values())
    print(f"| expressions a second |{speeds}")
    for name, outcome in outcomes.items() if wrong else ():
        missed = [
            (item, found)
            for item, found in zip(items, outcome["results"], strict=True)
            if found is not None and not is_right(item, found)
        ]
        print(f"\n{name}: {len(missed)} wrong or unread")
        for item, found in missed[:wrong]:
            print(f"  {item.group}: {item.words} {item.published or ''} {item.expected} {found}")


def _cell(items: Sequence[Item], results: Sequence[Any], places: Sequence[int]) -> str:
    claimed = [i for i in places if results[i] is not None]
    if not claimed:
        return "–"
    right = sum(is_right(items[i], results[i]) for i in claimed)
    share = f"{right / len(claimed):.1%}"
    return share if len(claimed) == len(places) else f"{share} of {len(claimed)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--wrong", type=int, default=0)
    options = parser.parse_args()
    items = read_items()
    outcomes = {"newsie": run_newsie(items)}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for name in PEERS:
            outcomes[name] = run_peer(name, folder.resolve(), items)
    tell(items, outcomes, options.wrong)


if __name__ == "__main__":
    main()
