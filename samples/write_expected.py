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
        out = HERE / "expected" / f"{text.stem}.jsonl"
        subprocess.run(
            [sys.executable, "-m", "newsie", "extract", str(text), "-o", str(out)], check=True
        )


if __name__ == "__main__":
    main()
