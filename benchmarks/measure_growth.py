"""How the cost grows: with documents, gazetteers and rules that get larger; a table and a plot.

    python benchmarks/measure_growth.py [--largest N] [--plot FILE.svg]

Everything is synthetic. Documents are stories of invented people and numbers, and one article
without a line or sentence's end; gazetteers are endings of organisations; rules hold a word each.
Where cost is linear, a row's last column stays as it is. The plot needs matplotlib
(`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice, product
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsie.article import Document
from newsie.pipeline import Extractor

TEXT_BYTES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
ENTRIES = (1_000, 10_000, 100_000, 1_000_000)
RULES = (50, 100, 200, 500, 1_000)
LONGEST_ARTICLE = 300_000  # characters of the article without an end
CHARACTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北青山绿水"


T = TypeVar("T")


class Measured(NamedTuple):
    """One size, what it took, and what the time is shared by."""

    what: str
    size: int
    seconds: float
    units: int


def write_story(number: int) -> str:
    """A story of about 200 characters, other names and numbers in each."""
    name = CHARACTERS[number % 30] + CHARACTERS[number // 30 % 30]
    day, share = number % 28 + 1, number % 97 + 1
    return (
        f"青浦区召开第{number}次重点工作推进会\n"
        f"本报讯（记者 林{name}）2月{day}日，青浦区委副书记、区长高{name}主持召开全区工作推进会。"
        f"会议指出，去年全区实现地区生产总值{number * 7 + 300}.5亿元，同比增长{share}.4%。"
        f"今年，青浦区将新建学校{share}所，力争新增企业{number + 60}家。"
        f"会上，{name}镇党委书记方{name}作交流发言，{name}农业发展有限公司荣获“绿色发展先进单位”称号。\n"
    )


def write_text(size: int) -> str:
    """Stories of so many bytes of UTF-8 in all, three a character."""
    pieces: list[str] = []
    length = 0
    for number in count(1):
        pieces.append(write_story(number))
        length += len(pieces[-1])
        if length >= size // 3:
            return "".join(pieces)[: size // 3]
    raise AssertionError


def write_endless(size: int) -> str:
    """One article on one line, its sentences run together."""
    stories = (write_story(number).partition("\n")[2] for number in count(1))
    text, pieces = 0, []
    for story in stories:
        pieces.append(story.strip().replace("。", "，").replace("“", "").replace("”", ""))
        text += len(pieces[-1])
        if text >= size:
            break
    return "".join(pieces)[:size]


def words() -> Iterator[str]:
    """Words of four characters, one after the other, none twice."""
    return map("".join, product(CHARACTERS, repeat=4))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--largest", type=int, default=10_000_000, help="no size above this")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    found: list[Measured] = []
    for measure in (measure_texts, measure_endless, measure_gazetteers, measure_rules):
        for row in measure(options.largest):
            found.append(row)
            each = row.seconds / row.units * 1e6
            print(
                f"| {row.what} | {row.size:,} | {row.seconds:.2f} s | {each:.1f} µs |", flush=True
            )
    if options.plot:
        draw(found, options.plot)


def measure_texts(largest: int) -> Iterator[Measured]:
    """Documents of ever more stories; the time by character."""
    extractor = Extractor()
    extract(extractor, write_text(10_000))
    for size in TEXT_BYTES:
        if size <= largest:
            text = write_text(size)
            yield Measured("bytes of stories", size, extract(extractor, text), len(text))


def measure_endless(largest: int) -> Iterator[Measured]:
    """One article without an end of a line or a sentence."""
    extractor = Extractor()
    extract(extractor, write_text(10_000))
    for size in (1_000, 10_000, 100_000, LONGEST_ARTICLE):
        if size <= largest:
            text = write_endless(size)
            yield Measured("characters on a line", size, extract(extractor, text), len(text))


def measure_gazetteers(largest: int) -> Iterator[Measured]:
    """Reading ever more endings of organisations, and extracting with them."""
    text = write_text(100_000)
    for size in ENTRIES:
        if size > largest:
            return
        rows = "".join(f"{word}社\tassociation\tname\n" for word in islice(words(), size))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "organisation.tsv"
            head = "# source: synthetic; licence: MIT\nending\tsector\tmention\n"
            file.write_text(head + rows, encoding="utf-8")
            extractor, seconds = timed(partial(Extractor, gazetteers=Path(folder)))
        yield Measured("entries, loaded", size, seconds, size)
        yield Measured("entries, extracted with", size, extract(extractor, text), len(text))


def measure_rules(largest: int) -> Iterator[Measured]:
    """Ever more rules, of which a text calls few, and extracting with them."""
    text = write_text(100_000)
    for size in RULES:
        if size > largest:
            return
        rules = "".join(
            f"[[rule]]\nid = 'held-{number}'\nexamples = ['{{meeting}}']\n"
            f"pattern = '{{people:host}}在{word}召开(?P<name>[^，。]{{2,40}}会)'\n".replace(
                "{meeting}", f"区长高小满在{word}召开推进会"
            )
            for number, word in enumerate(islice(words(), size))
        )
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "meeting.toml").write_text(rules, encoding="utf-8")
            extractor, seconds = timed(partial(Extractor, rules=Path(folder)))
        yield Measured("rules, loaded", size, seconds, size)
        yield Measured("rules, extracted with", size, extract(extractor, text), len(text))


def extract(extractor: Extractor, text: str) -> float:
    """The least processor time of two extractions (of one, where that takes long), in seconds."""
    document = Document("a.txt", text, published="2025-02-20", place="青浦区")
    first = timed(lambda: extractor.extract(document))[1]
    return first if first > 5 else min(first, timed(lambda: extractor.extract(document))[1])


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """What a call gives, and the processor time that it took in seconds."""
    start = time.process_time()
    result = call()
    return result, time.process_time() - start


def draw(found: list[Measured], file: Path) -> None:
    """Save the times by size, both on logarithmic axes: what is linear is a straight line."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5))
    for what in dict.fromkeys(row.what for row in found):
        rows = [row for row in found if row.what == what]
        axes.loglog([row.size for row in rows], [row.seconds for row in rows], "o-", label=what)
    axes.set_xlabel("size")
    axes.set_ylabel("seconds of processor time")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend()
    figure.savefig(file)


if __name__ == "__main__":
    main()
