"""Print the options that hold score.py to a gold set's floors, a line each.

python .ci/floors.py SET
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parents[1] / "tests" / "quality" / "floors.toml"


def main() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[sys.argv[1]]
    if floors:
        print("--min")
    for name, floor in floors.items():
        print(f"{name}={floor}")


main()
