"""Feed newsie what nobody would write, for as many minutes as wanted, and name what breaks.

    python .ci/fuzz.py [--minutes M] [--seed N] [--text FILE ...] [TARGET ...]

Targets: read, dump, page, segment, clean, normalize, rules, gazetteer, whole. Each finding is
printed with the input that made it, shortened as far as it will go. Exit status 1 if there is any.

An input over which newsie hangs ends the whole: what it was at is in the file that is named first.

What must hold: nothing raises but the errors that newsie documents; the same input gives the same
output; spans lie in the text; evidence quotes it; records are valid against their models.
"""

from __future__ import annotations

import argparse
import faulthandler
import gzip
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from newsie import normalize
from newsie.article import Document
from newsie.clean import clean_article
from newsie.errors import (
    ArticleError,
    GazetteerError,
    InputError,
    NewsieError,
    RuleFileError,
    UsageError,
)
from newsie.gazetteers import load_gazetteer
from newsie.ingest import Columns, Source, read_documents, survey_sources
from newsie.ingest.decoding import decode_text
from newsie.ingest.html import read_page
from newsie.pipeline import Extractor
from newsie.resources import data_folder
from newsie.rules import load_rules
from newsie.segment import segment_document

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.test_robustness import BREAKS, FORMULAS, SPLIT, broken_promises  # noqa: E402

WORDS = [word for words in SPLIT.values() for word in words]
KNOWN_VALUES: Sequence[dict[str, str]] = (
    {},
    {"published": "2025-02-06", "place": "嘉定区"},
    {"published": "2024", "title": "开会"},
    {"published": "2023-12-31", "place": "110000"},
)
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-8-sig", "latin-1")
TAGS = (
    "<p> </p> <br> <h1> </h1> <b> <script> </script> <!-- --> <meta name=date content= > < > & &#"
)


HANGS_AFTER = 600  # seconds, as machines may be busy with other things
SLOW_AFTER = 10


@dataclass(frozen=True, slots=True)
class Target:
    """Something to feed: what makes an input, and what tells what is wrong with its outcome."""

    make: Callable[[Fodder], Any]
    try_out: Callable[[Any], list[str]]


class Fodder:
    """Makes inputs, from a seed and texts to start from."""

    def __init__(self, seed: int, texts: Sequence[str]) -> None:
        self.dice = random.Random(seed)
        self.texts = texts

    def text(self) -> str:
        """A text: invented, or a real one that was mangled."""
        if self.dice.random() < 0.4:
            return "".join(self._piece() for _ in range(self.dice.randrange(1, 15)))
        text = self.dice.choice(self.texts)
        if len(text) > 3000:
            start = self.dice.randrange(len(text) - 2000)
            text = text[start : start + 2000]
        for _ in range(self.dice.randrange(1, 12)):
            text = self._mangle(text)
        return text

    def _piece(self) -> str:
        kind = self.dice.randrange(6)
        if kind == 0:
            words = self.dice.choice(FORMULAS).split()
            return "".join(
                self.dice.choice(SPLIT[word]) if word in SPLIT else word for word in words
            )
        if kind == 1:
            return self.dice.choice(BREAKS)
        if kind == 2:
            return self.dice.choice(WORDS) * self.dice.choice([2, 5, 40])
        if kind == 3:
            text = self.dice.choice(self.texts)
            start = self.dice.randrange(max(1, len(text)))
            return text[start : start + self.dice.randrange(1, 60)]
        if kind == 4:
            return chr(self.dice.choice([self.dice.randrange(0x300), self.dice.randrange(0xD800)]))
        return self.dice.choice(WORDS)

    def _mangle(self, text: str) -> str:
        """Cut, double, move, insert, replace."""
        if not text:
            return self._piece()
        a, b = sorted(self.dice.randrange(len(text) + 1) for _ in range(2))
        b = min(b, a + self.dice.choice([1, 2, 8, 200]))
        kind = self.dice.randrange(6)
        if kind == 0:
            return text[:a] + text[b:]
        if kind == 1:
            return text[:b] + text[a:b] * self.dice.choice([1, 1, 3]) + text[b:]
        if kind == 2:
            return text[:a] + self._piece() + text[a:]
        if kind == 3:
            return text[:a] + self._piece() + text[b:]
        if kind == 4:
            return text[b:] + text[:b]
        other = self.dice.choice(self.texts)
        start = self.dice.randrange(max(1, len(other)))
        return text[:a] + other[start : start + 200] + text[b:]

    def data(self) -> bytes:
        """Bytes: of a text in some encoding, broken here and there, or of nothing at all."""
        if self.dice.random() < 0.1:
            return self.dice.randbytes(self.dice.randrange(400))
        data = bytearray(self.text().encode(self.dice.choice(ENCODINGS), "replace"))
        for _ in range(self.dice.choice([0, 0, 1, 5])):
            if data:
                where = self.dice.randrange(len(data))
                data[where : where + self.dice.randrange(3)] = self.dice.randbytes(
                    self.dice.randrange(3)
                )
        return bytes(data)

    def dump(self) -> tuple[str, bytes]:
        """A file name and what is in it."""
        suffix = self.dice.choice(["jsonl", "csv"])
        rows = [self._row(suffix) for _ in range(self.dice.randrange(1, 6))]
        lines = (["id,text,published,place,title"] if suffix == "csv" else []) + rows
        data = "\n".join(lines).encode(self.dice.choice(ENCODINGS), "replace")
        cut = self.dice.random()
        return f"a.{suffix}", data if cut > 0.2 else data[: self.dice.randrange(len(data) + 1)]

    def _row(self, suffix: str) -> str:
        values: list[Any] = [
            self.text()[:80],
            7,
            None,
            [],
            {"code": 1},
            True,
            "2025-02-30",
            "\ud800",
        ]
        cells = {
            key: self.dice.choice(values) for key in ("id", "text", "published", "place", "title")
        }
        if suffix == "csv":
            return (
                ",".join(self.dice.choice(['"{}"', "{}"]).format(cell) for cell in cells.values())
                .encode("utf-8", "replace")
                .decode()
            )
        row = json.dumps(cells, ensure_ascii=self.dice.random() < 0.5)
        row = row.encode("utf-8", "replace").decode()
        return row if self.dice.random() < 0.8 else self._mangle(row)

    def page(self) -> str:
        """A web page, more or less."""
        text = self.text()
        for _ in range(self.dice.randrange(12)):
            where = self.dice.randrange(len(text) + 1)
            text = text[:where] + self.dice.choice(TAGS.split(" ")) + text[where:]
        return text

    def document(self) -> tuple[str, dict[str, str]]:
        """A text and what is known of it."""
        return self.text(), dict(self.dice.choice(KNOWN_VALUES))

    def rule_file(self) -> str:
        """A rule file, mangled."""
        name = self.dice.choice(["meeting", "award", "activity"])
        text = (data_folder("rules") / f"{name}.toml").read_text(encoding="utf-8")
        start = text.index("[[rule]]")
        text = text[start : start + 600]
        for _ in range(self.dice.randrange(1, 5)):
            text = self._mangle(text)
        return text

    def gazetteer_file(self) -> str:
        """A gazetteer, mangled."""
        text = (data_folder("gazetteers") / "honour.tsv").read_text(encoding="utf-8")[:1500]
        for _ in range(self.dice.randrange(1, 5)):
            text = self._mangle(text)
        return text

    def words(self) -> str:
        """A few words, as normalisers are given."""
        kinds = [
            *SPLIT["number"],
            *SPLIT["date"],
            *SPLIT["unit"],
            *"一二三十百千万亿点分之成年月日至",
            "1",
        ]
        text = "".join(self.dice.choice(kinds) for _ in range(self.dice.randrange(1, 7)))
        return text if self.dice.random() < 0.7 else self._mangle(text)


def try_read(data: bytes) -> list[str]:
    try:
        text = decode_text(data, "a.txt")
    except InputError:
        return []
    return [] if decode_text(data, "a.txt") == text else ["read differently the second time"]


def try_dump(case: tuple[str, bytes]) -> list[str]:
    name, data = case
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        source = Source(path, name, "csv" if name.endswith("csv") else "jsonl")
        with suppress(UsageError):  # two documents of one doc_id
            survey_sources([source], Columns(), None)
        first = list(read_documents([source], Columns()))
        again = list(read_documents([source], Columns()))
    wrong = [] if first == again else ["read differently the second time"]
    for item in first:
        if isinstance(item, Document):
            for value in (item.doc_id, item.text, item.title, item.place):
                if value is not None:
                    value.encode()
    return wrong


def try_page(text: str) -> list[str]:
    document = read_page("a.html", text)
    wrong = []
    if document.markup != text:
        wrong.append("markup is not the page")
    if len(document.text) != len(text):
        wrong.append("the text is not as long as the page")
    return wrong


def try_segment(text: str) -> list[str]:
    articles = segment_document(Document("a.txt", text))
    wrong = [] if articles == segment_document(Document("a.txt", text)) else ["not the same twice"]
    end = 0
    for article in articles:
        if not 0 <= article.start <= article.end <= len(text):
            wrong.append(f"no span: {article.start} {article.end}")
        for span in (*article.kicker, *article.title, *article.body):
            if not article.start <= span.start < span.end <= article.end:
                wrong.append(f"outside its article: {span}")
        end = max(end, article.end)
    return wrong


def try_clean(text: str) -> list[str]:
    document = Document("a.txt", text)
    wrong = []
    for article in segment_document(document):
        passage = clean_article(document, article)
        lengths = {len(passage.text), len(passage.printed), len(passage.starts), len(passage.ends)}
        if len(lengths) != 1:
            wrong.append(f"lengths differ: {lengths}")
        if any(
            not 0 <= a < b <= len(text) for a, b in zip(passage.starts, passage.ends, strict=True)
        ):
            wrong.append("a character from nowhere")
    return wrong


def try_normalize(text: str) -> list[str]:
    for read in (normalize.number, normalize.percent, normalize.quantity):
        if repr(read(text)) != repr(read(text)):
            return [f"{read.__name__} differs the second time"]
    for published in (None, "2025-02-06", "2024"):
        normalize.date(text, published=published)
        normalize.period(text, published=published)
    return []


def try_rules(text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "meeting.toml").write_bytes(text.encode("utf-8", "replace"))
        try:
            load_rules("meeting", meeting_slots(), Path(folder), None)
        except (RuleFileError, GazetteerError) as error:
            if "meeting.toml" not in str(error):
                return [f"the message names no file: {error}"]
    return []


def try_gazetteer(text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "honour.tsv").write_bytes(text.encode("utf-8", "replace"))
        try:
            load_gazetteer("honour", Path(folder))
        except GazetteerError as error:
            if "honour.tsv" not in str(error):
                return [f"the message names no file: {error}"]
    return []


def try_whole(case: tuple[str, dict[str, str]]) -> list[str]:
    text, known = case
    document = Document("a.txt", text, **known)
    try:
        records = extractor().extract(document)
        again = extractor().extract(document)
    except ArticleError:
        return []
    found = [json.loads(record.model_dump_json()) for record in records]
    wrong = broken_promises(text, found)
    for record in records:
        type(record).model_validate(record.model_dump())
    if found != [json.loads(record.model_dump_json()) for record in again]:
        wrong.append("not the same records twice")
    return wrong


@cache
def extractor() -> Extractor:
    return Extractor()


@cache
def meeting_slots() -> Any:
    from newsie.records import RECORD_TYPES

    return next(kind.slots for kind in RECORD_TYPES if kind.name == "meeting")


TARGETS: dict[str, Target] = {
    "read": Target(Fodder.data, try_read),
    "dump": Target(Fodder.dump, try_dump),
    "page": Target(Fodder.page, try_page),
    "segment": Target(Fodder.text, try_segment),
    "clean": Target(Fodder.text, try_clean),
    "normalize": Target(Fodder.words, try_normalize),
    "rules": Target(Fodder.rule_file, try_rules),
    "gazetteer": Target(Fodder.gazetteer_file, try_gazetteer),
    "whole": Target(Fodder.document, try_whole),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=" ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=2, help="in all (default: 2)")
    parser.add_argument("--seed", type=int, default=None, help="default: the time")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="JSONL with real texts")
    options = parser.parse_args()
    seed = time.time_ns() if options.seed is None else options.seed
    chosen = options.targets or list(TARGETS)
    fodder = Fodder(seed, list(read_texts(options.text)))
    current = Path(tempfile.gettempdir()) / f"newsie-fuzz-{os.getpid()}.txt"
    print(f"seed {seed}, {len(fodder.texts)} texts to start from, {', '.join(chosen)}")
    print(f"the input it is at: {current}", flush=True)
    if "whole" in chosen:
        extractor()  # whose loading no input shall answer for
    findings = sum(
        fuzz(name, TARGETS[name], fodder, 60 * options.minutes / len(chosen), current)
        for name in chosen
    )
    current.unlink()
    sys.exit(1 if findings else 0)


def read_texts(dumps: Sequence[Path]) -> Iterator[str]:
    """The samples, and the text column of dumps."""
    for path in sorted((ROOT / "samples" / "texts").iterdir()):
        yield path.read_bytes().decode("utf-8", "ignore")
    for dump in dumps:
        opener = gzip.open if dump.suffix == ".gz" else open
        with opener(dump, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def fuzz(name: str, target: Target, fodder: Fodder, seconds: float, current: Path) -> int:
    """Feed a target until the time is over; return how many different things broke."""
    until = time.monotonic() + seconds
    tried = 0
    found: set[str] = set()
    while time.monotonic() < until:
        case = target.make(fodder)
        tried += 1
        current.write_text(f"{name}\n{case!r}", encoding="utf-8")
        faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
        before = time.process_time()
        fault = fault_of(target, case)
        seconds = time.process_time() - before
        if seconds > SLOW_AFTER:
            print(f"--- {name}: took {seconds:.0f} s\n{case!r}", flush=True)
        if fault is not None and kind_of(fault) not in found:
            found.add(kind_of(fault))
            small = shorten(target, case, kind_of(fault))
            print(f"--- {name}: {fault_of(target, small)}\n{small!r}", flush=True)
        faulthandler.cancel_dump_traceback_later()
    print(f"{name}: {tried:,} inputs, {len(found)} findings", flush=True)
    return len(found)


def fault_of(target: Target, case: Any) -> str | None:
    """What is wrong with what becomes of an input, None where nothing is."""
    try:
        wrong = target.try_out(case)
    except NewsieError as error:
        return f"undocumented {type(error).__name__}: {error}"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {where.filename}:{where.lineno}: {error}"
    return wrong[0] if wrong else None


def kind_of(fault: str) -> str:
    """What two findings that are the same have in common."""
    return fault.partition(": ")[0] if " at /" in fault else fault[:40]


def shorten(target: Target, case: Any, kind: str) -> Any:
    """A smaller input in which the same breaks: what can be left out of it is."""
    if isinstance(case, tuple):
        index = 0 if isinstance(case[0], str) and isinstance(case[1], dict) else 1

        def put(part: Any) -> Any:
            return tuple(part if i == index else old for i, old in enumerate(case))

        inner = replace(target, try_out=lambda part: target.try_out(put(part)))
        return put(shorten(inner, case[index], kind))
    step = max(1, len(case) // 2)
    until = time.monotonic() + 20
    while step and time.monotonic() < until:
        at = 0
        while at < len(case) and time.monotonic() < until:
            less = case[:at] + case[at + step :]
            fault = fault_of(target, less)
            if fault is not None and kind_of(fault) == kind:
                case = less
            else:
                at += step
        step //= 2
    return case


if __name__ == "__main__":
    main()
