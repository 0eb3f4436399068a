"""Amounts and times of a dump with a few characters around them, drawn by chance, for reading.

    python benchmarks/draw_expressions.py DUMP.jsonl.gz

What benchmarks/data holds was read off such lists: what is no amount or time was passed over, as
were repetitions, and where an expression ends was settled by reading.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys

_HAN = "零一二两三四五六七八九十百千万亿"
_NUMBER = rf"(?:\d[\d.,]*[百千万亿]*|[{_HAN}]+)"
_WORD = r"[^\s，。；、：！？（）“”《》]"
# Each with its seed and how many are drawn: amounts in figures, amounts in Chinese numerals,
# amounts with a hedge or a range, times, stretches of time.
DRAWS = (
    (7, 200, rf"(?<![\d第.:/A-Za-z-])\d[\d,.]*(?![\d.:/A-Za-z年月日时点]){_WORD}{{0,7}}"),
    (7, 90, rf"(?<![第\d])[{_HAN}]+(?:分之|[成倍番半])?{_WORD}{{1,6}}"),
    (
        11,
        85,
        rf"{_NUMBER}(?:分之{_NUMBER}|[余多来][百千万亿]*{_WORD}{{1,3}}|成半?|番"
        rf"|{_WORD}{{1,3}}(?:左右|以[上下内]|多)|{_WORD}{{0,2}}[至到～—-]{_NUMBER}{_WORD}{{1,3}})"
        "|一半|过半",
    ),
    (20261122, 170, r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年|[今昨明去前]\w|近日|日前|近年来"),
    (
        13,
        60,
        r"[上去]年同期|前[\d一二三]+(?:个?月|季度)|[上下]半年|[一二三四]季度|[上本下](?:周|个?月)"
        r"|“十[一二三四五]五”..|\w{2}(?:假期|期间)|\d+[月日]?至\d+[月日]|\d+月[上中下]旬|年[内底]",
    ),
)


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for seed, count, pattern in DRAWS:
        chance, found = random.Random(seed), re.compile(pattern)
        print(f"\n{pattern}")
        while count:
            row = chance.choice(rows)
            text = row["text"].replace("\n", "/")
            places = list(found.finditer(text))
            if not places:
                continue
            place, count = chance.choice(places), count - 1
            before, after = text[max(0, place.start() - 12) : place.start()], text[place.end() :]
            print(f"{row['published']}  {before}【{place[0]}】{after[:8]}")


if __name__ == "__main__":
    main()
