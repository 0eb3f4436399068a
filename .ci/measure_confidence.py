"""Measure how sure each rule is: records of the gold texts against the gold → confidence.tsv.

python .ci/measure_confidence.py GOLD [--docs REGEX]    writes rules/confidence.tsv

GOLD is the folder of gold sets. Documents of `dev` that were kept unread while rules were written
are left out, unless --docs says otherwise: their errors are a measure of something else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from newsie.confidence import FILE_NAME, HEADER
from newsie.score import score_records

RULES = Path(__file__).parents[1] / "rules"
READ = r"^(?!0[369]|1[258]|2[147]|3[0369]|4[258]|5[147]|6[0369]|7[258]|8[147])"
SETS = ("dev", "seeds", "reports", "broadcast")
NOTE = (
    "# source: the records that each rule makes of newsie's gold texts, compared with the gold by\n"
    "# .ci/measure_confidence.py; licence: MIT\n"
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("--docs", default=READ, help="of dev: documents whose id it is found in")
    arguments = parser.parse_args()
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            found = extract(arguments.gold / name, Path(folder) / f"{name}.jsonl")
            documents = arguments.docs if name == "dev" else ""
            gold = arguments.gold / name / f"{name}.jsonl"
            for tally in score_records(gold, found, documents=documents).tallies.values():
                for judged in tally.judged:
                    if judged.outcome != "optional":
                        cases[judged.record["rule"]] += 1
                        right[judged.record["rule"]] += judged.outcome == "right"
    rows = [f"{rule}\t{right[rule]}\t{cases[rule]}\n" for rule in sorted(cases)]
    (RULES / FILE_NAME).write_text(f"{NOTE}{HEADER}\n{''.join(rows)}", encoding="utf-8")


def extract(gold: Path, out: Path) -> Path:
    """The records of a gold set's texts."""
    texts = gold / "texts"
    if not texts.is_dir():
        texts = gold / f"{gold.name}-texts.jsonl"
    options = []
    if (gold / "metadata.jsonl").is_file():
        options = ["--metadata", str(gold / "metadata.jsonl")]
    command = [sys.executable, "-m", "newsie", "extract", str(texts), *options, "-o", str(out)]
    subprocess.run(command, check=True)
    return out


if __name__ == "__main__":
    main()
