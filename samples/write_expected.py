"""Write down what newsie makes of each text as what is expected of it: read the difference.

python samples/write_expected.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    (HERE / "expected").mkdir(exist_ok=True)
    for text in sorted((HERE / "texts").iterdir()):
        with (HERE / "expected" / f"{text.stem}.jsonl").open("wb") as out:
            command = [sys.executable, "-m", "newsie", "extract", str(text)]
            subprocess.run(command, check=True, stdout=out)


if __name__ == "__main__":
    main()
