"""The floors of tests/quality/floors.toml: the least F1 of each record type on each gold set.

Floors are only ever raised.

python .ci/floors.py SET                print the options that hold score.py to them
python .ci/floors.py SET RESULT.json    raise them to what score.py --json wrote; none is lowered
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parents[1] / "tests" / "quality" / "floors.toml"
Floors = dict[str, dict[str, float]]
Result = dict[str, dict[str, Any]]


def main() -> None:
    floors: Floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    own = floors.setdefault(sys.argv[1], {})
    if len(sys.argv) > 2:
        own |= raise_floors(own, json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
        write_floors(floors)
    elif own:
        print("--min", *(f"{name}={floor}" for name, floor in own.items()), sep="\n")


def raise_floors(floors: dict[str, float], result: Result) -> dict[str, float]:
    """The higher of each floor and what was reached, to two decimals, rounded down."""
    reached = {name: figures["f1"] for name, figures in result["types"].items()}
    reached["core"] = result["core"]["f1"]
    return {
        name: max(floors.get(name, 0.0), math.floor(f1 * 100) / 100)
        for name, f1 in reached.items()
        if isinstance(f1, float)
    }


def write_floors(floors: Floors) -> None:
    """Write the file anew, under the comments that open it."""
    text = FLOORS.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("#")]
    for name, own in floors.items():
        lines += ["", f"[{name}]"]
        lines += [f"{json.dumps(line)} = {floor:.2f}" for line, floor in own.items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
