"""Records as newsie wrote them in, the same records out, articles that repeat others marked.

`duplicate_of` of an article is the id of the first article, in the order of the records, that has
the same text or nearly so: reprints, reposts, one story from two sites. That first one is not
marked itself, and nothing is dropped.

Texts are compared by their letters and digits, in canonical script: blanks and punctuation count
for nothing. An exact duplicate has all of them in common; a near one at least `similarity` of the
runs of five characters that either has. MinHash signatures (`rensa`) find who may be alike, and
each of these is compared in full, so that no chance decides.

Memory holds about 1.5 KB an article, however long it is; the records stay on disk.
"""

from __future__ import annotations

import json
import multiprocessing
import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from newsie.characters import map_characters
from newsie.errors import InputError, OutputError, UsageError
from newsie.recall import find_record_files
from newsie.write import RunLock

_ARTICLE = b'{"type":"article"'
_FIELD = re.compile(rb'"duplicate_of":(?:null|"[^"]*")\}\s*$')
_TELLING = ("news", "feature", "caption", "continuation")
_RUN = 5  # characters that are compared together
_SHORTEST = 20  # letters and digits; shorter texts are alike by chance
_FEWEST_RUNS = 40  # of a text that can nearly repeat another
_HASHES = 128
_BANDS = 16  # of 8 hashes: nine in ten pairs at 0.8 are found, all but one in 10,000 at 0.9
_SEED = 20_060_101
_CHUNK = 200  # articles that a worker is given at once


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of an article's text: its digest, and a signature where it is long enough."""

    digest: bytes
    signature: Any


@dataclass(slots=True)
class Marked:
    """What was found: how many articles there are, and how many repeat others."""

    articles: int = 0
    exact: int = 0
    near: int = 0


@dataclass(slots=True)
class _Places:
    """Where the line of each article stands: its file, and where it begins."""

    files: Sequence[Path]
    file: array[int] = field(default_factory=lambda: array("I"))
    start: array[int] = field(default_factory=lambda: array("Q"))

    def read(self, number: int) -> dict[str, Any]:
        """The record of an article."""
        with self.files[self.file[number]].open("rb") as lines:
            lines.seek(self.start[number])
            record: dict[str, Any] = json.loads(lines.readline())
        return record


def check_rensa() -> None:
    """Refuse early what would fail late.

    Raises:
        UsageError: rensa is not installed.
    """
    if find_spec("rensa") is None:
        raise UsageError("duplicates need rensa; pip install 'newsie[duplicates]'")


def mark_duplicates(records: Path, *, similarity: float = 0.8, workers: int = 1) -> Marked:
    """Set `duplicate_of` of every article, in place; the same records give the same marks.

    Args:
        records: a .jsonl file of records, or a folder of them.
        similarity: the share of runs of characters that a near duplicate has in common, above 0.
        workers: how many processes read the articles.

    Raises:
        InputError: what is no record of this version, naming file and line.
        OutputError: what cannot be written.
        UsageError: rensa is not installed, a file is compressed, or a run is writing the records.
    """
    check_rensa()
    files = find_record_files(records)
    if packed := [file for file in files if file.suffix != ".jsonl"]:
        raise UsageError(f"{packed[0]}: unpack it; only .jsonl can be changed in place")
    with _held(records) as beside:
        places = _Places(files)
        found = Marked()
        marks = _find_marks(places, found, similarity, workers)
        _write_marks(places, marks, beside)
    return found


def _find_marks(places: _Places, found: Marked, similarity: float, workers: int) -> dict[int, str]:
    """For each article that repeats another, by number, the id of that one."""
    from rensa import RMinHashLSH

    first: dict[bytes, int] = {}  # by digest, the first article of a text
    likes = RMinHashLSH(threshold=similarity, num_perm=_HASHES, num_bands=_BANDS)
    marks: dict[int, str] = {}
    for number, sketch in enumerate(_sketch_all(places, workers)):
        found.articles += 1
        if sketch is None:
            continue
        same = first.get(sketch.digest)
        if same is not None:
            found.exact += 1
            marks[number] = marks.get(same) or places.read(same)["id"]
            continue
        first[sketch.digest] = number
        if sketch.signature is None:
            continue
        alike = sorted(likes.query(sketch.signature))
        original = _find_original(places, number, alike, similarity) if alike else None
        if original is None:
            likes.insert(number, sketch.signature)
        else:
            found.near += 1
            marks[number] = original
    return marks


def _find_original(
    places: _Places, number: int, alike: Sequence[int], similarity: float
) -> str | None:
    """The id of the first of several articles that one nearly repeats."""
    own = _runs(_significant(places.read(number)))
    for other in alike:
        record = places.read(other)
        runs = _runs(_significant(record))
        if len(own & runs) >= similarity * len(own | runs):
            return str(record["id"])
    return None


def _sketch_all(places: _Places, workers: int) -> Iterator[Sketch | None]:
    """A sketch for each article, in order; None for what tells nothing."""
    lines = _read_articles(places)
    chunks = iter(lambda: list(islice(lines, _CHUNK)), [])
    if workers == 1:
        for chunk in chunks:
            yield from sketch_articles(chunk)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for sketches in pool.imap(sketch_articles, chunks):
            yield from sketches


def _read_articles(places: _Places) -> Iterator[tuple[str, bytes]]:
    """The line of each article with its place, noting where it stands."""
    for index, file in enumerate(places.files):
        start = 0
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith(_ARTICLE):
                    places.file.append(index)
                    places.start.append(start)
                    yield f"{file}:{number}", line
                start += len(line)


def sketch_articles(lines: Sequence[tuple[str, bytes]]) -> list[Sketch | None]:
    """Sketch the articles of some lines; None for teasers, adverts and the shortest texts.

    Args:
        lines: each with its place, for messages.

    Raises:
        InputError: a line is no record of an article of this version.
    """
    return [_sketch_article(place, line) for place, line in lines]


def _sketch_article(place: str, line: bytes) -> Sketch | None:
    from rensa import RMinHash

    if not _FIELD.search(line):
        raise InputError(place, "no duplicate_of: extract the records with this version of newsie")
    try:
        record = json.loads(line)
        telling, text = record["kind"] in _TELLING, _significant(record)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(place, f"no record of an article: {error}") from error
    if not telling or len(text) < _SHORTEST:
        return None
    digest = blake2b(text.encode(), digest_size=16).digest()
    runs = _runs(text)
    if len(runs) < _FEWEST_RUNS:
        return Sketch(digest, None)
    signature = RMinHash(num_perm=_HASHES, seed=_SEED)
    signature.update(sorted(runs))
    return Sketch(digest, signature)


def _significant(record: dict[str, Any]) -> str:
    """The letters and digits of an article's text, in canonical script."""
    text = map_characters("".join(item["text"] for item in record["evidence"]))
    return "".join(character for character in text if character.isalnum())


def _runs(text: str) -> set[str]:
    """The runs of characters of a text, of which those that repeat another have most in common.

    >>> sorted(_runs("县委召开会议"))
    ['县委召开会', '委召开会议']
    """
    return {text[i : i + _RUN] for i in range(len(text) - _RUN + 1)}


def _write_marks(places: _Places, marks: dict[int, str], beside: Path) -> None:
    """Write the files that hold articles anew, each moved to its place when it is whole."""
    number = 0
    held = set(places.file)
    for index, file in enumerate(places.files):
        if index not in held:
            continue
        partial = beside / f"{file.name}.partial"
        try:
            with file.open("rb") as lines, partial.open("wb") as out:
                for line in lines:
                    if line.startswith(_ARTICLE):
                        line = _mark_line(line, marks.get(number))
                        number += 1
                    out.write(line)
            partial.replace(file)
        except OSError as error:
            with suppress(OSError):
                partial.unlink()
            raise OutputError(f"{file}: cannot be written: {error.strerror}") from error


def _mark_line(line: bytes, original: str | None) -> bytes:
    value = b"null" if original is None else b'"' + original.encode() + b'"'
    return _FIELD.sub(b'"duplicate_of":' + value + b"}\n", line)


@contextmanager
def _held(records: Path) -> Iterator[Path]:
    """The folder beside the records, locked against runs that write them."""
    beside = records.resolve().with_name(records.resolve().name + ".newsie")
    try:
        beside.mkdir(exist_ok=True)
        lock = RunLock(beside / "lock", records)
    except OSError as error:
        raise OutputError(f"{beside}: cannot be written: {error.strerror}") from error
    try:
        yield beside
    finally:
        lock.release()
        with suppress(OSError):
            beside.rmdir()  # it stays where a run has left anything
