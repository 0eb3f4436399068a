"""Scores: what pairs, what counts, and the same figures as the scorer that gold comes with."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from newsie.cli import app
from newsie.score import score_records

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
if not SHARED.is_dir():
    SHARED = ROOT.parents[1] / "shared"
READ = r"^(?!0[369]|1[258]|2[147]|3[0369]|4[258]|5[147]|6[0369]|7[258]|8[147])"
SETS = [name for name in ("dev", "seeds", "reports", "broadcast") if (SHARED / "gold").is_dir()]


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))
    return path


def meeting(name: str, **fields: Any) -> dict[str, Any]:
    return {"type": "meeting", "doc_id": "a", "name": name} | fields


def metric(indicator: str, value: float, **fields: Any) -> dict[str, Any]:
    return {"type": "metric", "doc_id": "a", "indicator": indicator, "value": value} | fields


CASES = {
    "the same but for quotes, blanks and full-width brackets": (
        [meeting("区委（扩大）会议", date="2025-02-06")],
        [meeting("“区委 (扩大)会议”", date="2025-02-06")],
        {"meeting": (1, 0, 0, 1)},
    ),
    "a pair with a wrong date is found, and not exact": (
        [meeting("区委常委会会议", date="2025-02-06")],
        [meeting("区委常委会会议", date="2025-02")],
        {"meeting": (1, 0, 0, 0)},
    ),
    "the better of two is the pair, the other is wrong": (
        [meeting("全区安全生产工作会议")],
        [meeting("全区安全生产会议"), meeting("全区安全生产工作会议")],
        {"meeting": (1, 1, 0, 1)},
    ),
    "optional gold is no miss, and its pair counts nowhere": (
        [meeting("例会", optional=True), meeting("座谈会", optional=True)],
        [meeting("例会")],
        {"meeting": (0, 0, 0, 0)},
    ),
    "a number of another unit is another number": (
        [metric("总产值", 5, unit="元")],
        [metric("总产值", 5, unit="%")],
        {"metric": (0, 1, 1, 0)},
    ),
    "a document line lets wrong records count": (
        [{"type": "document", "doc_id": "a"}],
        [metric("总产值", 5)],
        {"metric": (0, 1, 0, 0)},
    ),
    "types that are not annotated are left out": (
        [{"type": "document", "doc_id": "a", "types": ["meeting"]}, meeting("例会")],
        [metric("总产值", 5)],
        {"meeting": (0, 0, 1, 0), "metric": (0, 0, 0, 0)},
    ),
    "other documents are left out": (
        [meeting("例会")],
        [meeting("例会", doc_id="b")],
        {"meeting": (0, 0, 1, 0)},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_counts(
    tmp_path: Path,
    case: tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, tuple[int, ...]]],
) -> None:
    gold, found, expected = case
    scores = score_records(write(tmp_path / "g.jsonl", gold), write(tmp_path / "p.jsonl", found))
    figures = scores.figures()["types"]
    assert {
        name: tuple(figures[name][key] for key in ("tp", "fp", "fn", "exact")) for name in expected
    } == expected


def test_the_report(tmp_path: Path) -> None:
    gold = write(tmp_path / "g.jsonl", [meeting("区委常委会会议", date="2025-02-06")])
    found = write(
        tmp_path / "p.jsonl", [meeting("区委常委会会议"), meeting("晚会", rule="meeting/held")]
    )
    arguments = [str(gold), str(found), "--types", "meeting", "--errors", "1"]
    result = CliRunner().invoke(app, ["score", *arguments, "--min", "meeting=0.9"])
    assert (result.exit_code, result.stdout) == (
        1,
        """documents: 1

type     gold  opt  found  right  wrong  missed      P      R     F1  exact F1
meeting     1  0/0      2      1      1       0  0.500  1.000  0.667     0.000
core                                                           0.667     0.000
core: the mean over meeting

fields of pairs (stated: where either side says anything)
type     field         right  share  stated  P  R  F1
meeting  date            0/1  0.000     0/1
meeting  end_date        1/1  1.000     0/0
meeting  place           1/1  1.000     0/0
meeting  participants    1/1  1.000     0/0  -  -   -

meeting: false positive, 1 of 1
  a  name="晚会" rule="meeting/held"

meeting: field, 1 of 1
  a  name="区委常委会会议" date="2025-02-06"  date: "2025-02-06" -> null
not reached: meeting 0.6667, at least 0.9 was asked for
""",
    )


@pytest.mark.parametrize(
    ("line", "options", "message"),
    [
        ("{", [], "g.jsonl:1: not JSON: "),
        ('{"doc_id": "a"}', [], "g.jsonl:1: no type"),
        ('{"type": "poem", "doc_id": "a"}', [], "g.jsonl:1: no type 'poem' of gold"),
        ('{"type": "metric", "doc_id": "a", "value": "5"}', [], "g.jsonl:1: value is not a number"),
        ("", ["--types", "poem"], "--types: no type poem; there are article, "),
        ("", ["--docs", "("], "--docs (: not a regular expression: "),
        ("", ["--min", "poem=1"], "--min poem=1: it must be NAME=F1, "),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, line: str, options: list[str], message: str) -> None:
    (tmp_path / "g.jsonl").write_text(line)
    gold = str(tmp_path / "g.jsonl")
    result = CliRunner().invoke(app, ["score", gold, gold, *options])
    told = result.stderr.removeprefix("newsie: ").removeprefix(f"{tmp_path}/")
    assert (result.exit_code, told.startswith(message)) == (2, True)


def damage(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A record with something changed, as an extractor might get it wrong."""
    key = chance.choice([key for key in record if key not in ("type", "doc_id", "optional")])
    value = record[key]
    if isinstance(value, str) and len(value) > 2:
        value = value[chance.randrange(2) : -1]
    elif isinstance(value, list):
        value = value[1:]
    elif key not in ("index", "start", "end"):
        value = None
    return {k: v for k, v in record.items() if k != "optional"} | {key: value}


@pytest.mark.parametrize("name", SETS)
def test_figures_are_those_of_the_scorer_of_the_gold(tmp_path: Path, name: str) -> None:
    gold = SHARED / "gold" / name / f"{name}.jsonl"
    chance = random.Random(7)
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    kept = [r for r in records if r["type"] != "document" and chance.random() < 0.9]
    found = write(tmp_path / "p.jsonl", [damage(r, chance) for r in kept + kept[::9]])
    out = tmp_path / "figures.json"
    other = [sys.executable, str(SHARED / "eval" / "score.py"), str(gold), str(found)]
    subprocess.run([*other, "--docs", READ, "--json", str(out)], check=True, capture_output=True)
    figures = json.loads(out.read_text())
    del figures["bounds"]
    assert json.loads(json.dumps(score_records(gold, found, documents=READ).figures())) == figures
