"""That newsie is compiled where it shall be, and writes the same bytes as Python does.

    python .ci/compiled.py PYTHON SOURCE...

Run by the environment that has the compiled build. PYTHON is that of an environment with the other;
each SOURCE is a file or folder that both extract, with two workers and with one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

COMPILED = ("newsie.mentions.date", "newsie.measure.read", "newsie.rules", "newsie.values")


def main() -> None:
    python, *sources = sys.argv[1:]
    for name in COMPILED:
        origin = str(import_module(name).__file__)
        if not origin.endswith(tuple(EXTENSION_SUFFIXES)):
            sys.exit(f"not compiled: {origin}")
    with tempfile.TemporaryDirectory() as folder:
        for i, source in enumerate(sources):
            output = Path(folder) / f"{i}.jsonl"
            compiled = extract(sys.executable, source, output.with_stem(f"{i}-compiled"), workers=2)
            plain = extract(python, source, output, workers=1)
            if compiled != plain:
                sys.exit(f"{source}: the compiled build writes other bytes")
            print(f"{source}: the same {len(plain):,} bytes")


def extract(python: str, source: str, output: Path, *, workers: int) -> bytes:
    """What newsie of that Python writes; run outside the checkout, with what is installed."""
    command = [python, "-m", "newsie", "extract", str(Path(source).resolve())]
    command += ["-o", str(output), "--workers", str(workers)]
    subprocess.run(command, check=True, cwd=output.parent, stderr=subprocess.DEVNULL)
    return output.read_bytes()


if __name__ == "__main__":
    main()
