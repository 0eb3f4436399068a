"""Where documents come from: names given on the command line in, files to read out.

A source is one file: a text, a dump of many documents, or standard input. What stands in the way
of reading is handed on as a `Problem` among the documents, so that one bad file never hides others.
"""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Literal, cast

import zstandard

from newsie.errors import InputError, UsageError
from newsie.ingest.remote import find_files, open_url
from newsie.storage import is_url

SourceFormat = Literal["text", "html", "jsonl", "csv"]

STANDARD_INPUT = "-"
_FORMATS: dict[str, SourceFormat] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
}
_COMPRESSED = (".gz", ".zst")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Args:
        path: where it is; None for standard input and for what is not on this machine.
        name: the doc_id of a text, the FILE in a dump's `FILE:LINE`.
        format: what its suffix says: a text, a web page, or a dump of documents.
        url: where it is, if it is not on this machine.
    """

    path: Path | None
    name: str
    format: SourceFormat
    url: str | None = None

    def is_lasting(self) -> bool:
        """Whether it can be read a second time, unlike a pipe."""
        return self.url is not None or (self.path is not None and os.path.isfile(self.path))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader of a run must know.

    Args:
        source: the document, file or `FILE:LINE` that it is about.
        text: what is wrong and what to do about it.
        unread: a document or file was left out; otherwise it is only a remark.
    """

    source: str
    text: str
    unread: bool = True


def find_sources(
    inputs: Sequence[str], leave_out: Collection[Path | str] = ()
) -> tuple[list[Source], list[Problem]]:
    """List the files that inputs name: files, folders (with all below), globs, `-`.

    Args:
        inputs: as given on the command line, in order. Folders come sorted by doc_id.
        leave_out: resolved files and folders, or URLs, that are not input though they lie in an
            input folder (the output, the metadata).

    Returns:
        The sources, and a problem for every input that names nothing and every folder that
        cannot be read.

    Raises:
        UsageError: a file that is no input is named as one.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    paths = frozenset(path for path in leave_out if isinstance(path, Path))
    urls = [url for url in leave_out if isinstance(url, str)]
    for name in inputs:
        found = _find_remote(name, urls) if is_url(name) else _find_input(name, paths, problems)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sources += found
    return sources, problems


def _find_input(
    name: str, leave_out: frozenset[Path], problems: list[Problem]
) -> list[Source] | Problem:
    if name == STANDARD_INPUT:
        return [Source(None, STANDARD_INPUT, "text")]
    path = Path(name)
    if os.path.isdir(name):
        unread = len(problems)
        found = _files_below(path, leave_out, problems)
        empty = Problem(name, "this folder holds no files", unread=False)
        return found if found or len(problems) > unread else empty
    if _real(path) in leave_out:
        raise UsageError(f"{name} is an input and the output or the metadata; name another file")
    if os.path.exists(name):
        return [_file_source(path, path.name)]
    if not glob.has_magic(name):
        return Problem(name, "no such file or folder")
    found = []
    for match in sorted(glob.glob(name, recursive=True)):
        inner = Path(match)
        if inner.is_dir():
            found += [] if "**" in name else _files_below(inner, leave_out, problems)
        elif _real(inner) not in leave_out:
            found.append(_file_source(inner, inner.name))
    return found or Problem(name, "no file matches")


def _find_remote(name: str, leave_out: Sequence[str]) -> list[Source] | Problem:
    try:
        found = find_files(name, leave_out)
    except OSError as error:
        return Problem(name, error.strerror or str(error))
    except UsageError as error:
        return Problem(name, str(error).removeprefix(f"{name}: "))
    sources = [Source(None, inner, _format_of(PurePosixPath(inner)), url) for url, inner in found]
    return sources or Problem(name, "no such file or folder, or nothing in it")


def _files_below(folder: Path, leave_out: frozenset[Path], problems: list[Problem]) -> list[Source]:
    """Every file below a folder but hidden ones, pipes and what runs keep beside their output."""
    found: list[Source] = []

    def note(error: OSError) -> None:
        where = os.fsencode(error.filename).decode("utf-8", "backslashreplace")
        problems.append(Problem(where, f"the folder cannot be read ({error.strerror})"))

    for parent, folders, files in os.walk(folder, onerror=note):
        here = Path(parent)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and not name.endswith(".newsie")
            and _real(here / name) not in leave_out
        ]
        for name in files:
            path = here / name
            if name.startswith(".") or _real(path) in leave_out or _waits(path):
                continue
            found.append(_file_source(path, path.relative_to(folder).as_posix()))
    return sorted(found, key=lambda source: source.name)


def _real(path: Path) -> Path:
    """Where a path leads; as far as it does, of a link to itself."""
    return Path(os.path.realpath(path))


def _waits(path: Path) -> bool:
    """Whether whoever opens a file waits for somebody to write into it."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # what stands against it is told when it is read
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _file_source(path: Path, name: str) -> Source:
    # A name that is not UTF-8 must still be printable and stand in a record.
    printable = os.fsencode(name).decode("utf-8", "backslashreplace")
    return Source(path, printable, _format_of(path))


def _format_of(path: PurePath) -> SourceFormat:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in _COMPRESSED:
        suffixes.pop()
    return _FORMATS.get(suffixes[-1] if suffixes else "", "text")


@contextmanager
def open_source(source: Source) -> Iterator[IO[bytes]]:
    """Open a source for reading bytes, decompressed.

    Raises:
        InputError: it cannot be opened, or reading breaks off (a damaged archive, say).
    """
    try:
        if source.path is None and source.url is None:
            yield sys.stdin.buffer
            return
        suffix = PurePosixPath(source.url or source.path or "").suffix.lower()
        with _open_file(source) as file, _decompressed(file, suffix) as stream:
            yield stream
    except (EOFError, gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
        raise InputError(source.name, f"damaged or cut short: {error}") from error
    except OSError as error:
        raise InputError(source.name, error.strerror or str(error)) from error


def _open_file(source: Source) -> IO[bytes]:
    if source.url is not None:
        return open_url(source.url)
    assert source.path is not None
    return source.path.open("rb")


def _decompressed(file: IO[bytes], suffix: str) -> IO[bytes]:
    if suffix == ".gz":
        return cast(IO[bytes], gzip.open(file, "rb"))
    if suffix == ".zst":
        return io.BufferedReader(_ZstandardStream(file), _CHUNK)
    return file


class _ZstandardStream(io.RawIOBase):
    """Decompressed Zstandard frames. The library's own reader takes a cut-off file for a whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self._chunks = _zstandard_chunks(file)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        taken, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _zstandard_chunks(file: IO[bytes]) -> Iterator[bytes]:
    decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 31)
    frame = None
    pending = file.read(_CHUNK)
    while pending:
        if frame is None:
            frame = decompressor.decompressobj()
        yield frame.decompress(pending)
        pending = b""
        if frame.eof:
            pending, frame = frame.unused_data, None
        pending = pending or file.read(_CHUNK)
    if frame is not None:
        raise EOFError("the last frame has no end")
