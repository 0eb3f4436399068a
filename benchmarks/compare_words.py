"""Whether newsie's default words are jieba's, over a whole dump, and what each costs.

    python benchmarks/compare_words.py DUMP.jsonl.gz

Prints the share of jieba's spans that newsie gives too, and every kind of difference.
"""

from __future__ import annotations

import gzip
import json
import logging
import sys
import time
from collections import Counter
from itertools import accumulate

import jieba

from newsie.tokenise import load_segmenter


def main() -> None:
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    segmenter = load_segmenter("jieba")
    size = total = missing = 0
    seconds = {"jieba": 0.0, "newsie": 0.0}
    differences: Counter[str] = Counter()
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            start = time.perf_counter()
            words = jieba.lcut(text)
            middle = time.perf_counter()
            spans = segmenter.cut(text)
            seconds["newsie"] += time.perf_counter() - middle
            seconds["jieba"] += middle - start
            ends = list(accumulate(map(len, words)))
            expected = set(zip([0, *ends], ends, strict=False))
            lost = sorted(expected.difference(spans))
            size += len(text)
            total += len(expected)
            missing += len(lost)
            if lost:
                differences["/".join(text[i:j] for i, j in lost)] += 1
    print(f"{size:,} characters, {total:,} words of jieba, of which {missing:,} are not newsie's")
    print(f"agreement {1 - missing / total:.6%}")
    for name, spent in seconds.items():
        print(f"{name:8} {size / spent:12,.0f} characters/s")
    for difference, count in differences.most_common(50):
        print(f"{count:8} {difference}")


if __name__ == "__main__":
    main()
