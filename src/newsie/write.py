"""Records in, JSON Lines out: one mixed stream, or a folder with a file a type.

Output appears whole: it grows in `OUT.newsie/` beside its place and is moved there at the end. The
quarantine, documents on which extraction failed, stays in `OUT.newsie/quarantine.jsonl`.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import orjson

from newsie.errors import OutputError

# The name of the file, without .jsonl, that holds each type in a folder of output.
FILE_NAMES = {
    "article": "articles",
    "meeting": "meetings",
    "official": "officials",
    "award": "awards",
    "metric": "metrics",
    "target": "targets",
    "activity": "activities",
}
MIXED = ""  # the key of the mixed stream, where a type's name would stand
STANDARD_OUTPUT = "-"
_BUFFER = 1 << 20


def serialise_records(records: Iterable[Mapping[str, Any]], by_type: bool) -> dict[str, bytes]:
    """Turn records into lines, in order: joined by type, or all under `MIXED`."""
    lines: dict[str, list[bytes]] = {}
    for record in records:
        key = record["type"] if by_type else MIXED
        lines.setdefault(key, []).append(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return {key: b"".join(parts) for key, parts in lines.items()}


class Output:
    """Where the lines of a run go. Opened before the work starts, so that it fails before.

    Args:
        target: a file, a folder (an existing one, or ending in `/`), or `-`.
        types: the types for which a folder gets a file.

    Raises:
        OutputError: it cannot be written; names the path and the reason.
    """

    def __init__(self, target: str, types: Collection[str]) -> None:
        self.by_type = False
        self.folder: Path | None = None
        self._places: dict[str, Path] = {}
        self._files: dict[str, IO[bytes]] = {}
        self._quarantine: IO[bytes] | None = None
        if target == STANDARD_OUTPUT:
            self._files[MIXED] = sys.stdout.buffer
            return
        path = Path(target).resolve()
        try:
            if _is_device(path):
                self._places[MIXED] = path
                self._files[MIXED] = path.open("wb")
                return
            self.by_type = path.is_dir() or target.endswith(("/", os.sep))
            self._open(path, types)
        except OSError as error:
            self.abandon()
            raise _output_error(path, error) from error

    def _open(self, path: Path, types: Collection[str]) -> None:
        self.folder = path.with_name(path.name + ".newsie")
        if self.by_type:
            path.mkdir(parents=True, exist_ok=True)
            wanted = [name for name in FILE_NAMES if name in types]
            self._places = {name: path / f"{FILE_NAMES[name]}.jsonl" for name in wanted}
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._places = {MIXED: path}
        self.folder.mkdir(exist_ok=True)
        (self.folder / "quarantine.jsonl").unlink(missing_ok=True)
        for key, place in self._places.items():
            if not os.access(place.parent, os.W_OK):
                raise PermissionError(13, "the folder cannot be written", str(place.parent))
            if place.is_dir():
                raise IsADirectoryError(21, "a folder is in the way", str(place))
            self._files[key] = self._partial(place).open("wb", buffering=_BUFFER)

    def _partial(self, place: Path) -> Path:
        assert self.folder is not None
        return self.folder / f"{place.name}.partial"

    def write(self, lines: Mapping[str, bytes]) -> None:
        """Write lines from `serialise_records`.

        Raises:
            BrokenPipeError: nobody reads standard output any more.
            OutputError: of anything else that stands in the way.
        """
        for key, data in lines.items():
            try:
                self._files[key].write(data)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise _output_error(self._places.get(key, Path("output")), error) from error

    def quarantine(self, entry: Mapping[str, Any]) -> None:
        """Note a document on which extraction failed; with standard output, nowhere.

        Raises:
            OutputError: the quarantine cannot be written.
        """
        if self.folder is None:
            return
        path = self.folder / "quarantine.jsonl"
        try:
            if self._quarantine is None:
                self._quarantine = path.open("wb")
            self._quarantine.write(orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE))
            self._quarantine.flush()
        except OSError as error:
            raise _output_error(path, error) from error

    def finish(self) -> None:
        """Move the output into its place.

        Raises:
            BrokenPipeError: nobody reads standard output any more.
            OutputError: it cannot be moved there.
        """
        for key, file in self._files.items():
            if file is sys.stdout.buffer:
                file.flush()
                continue
            place = self._places[key]
            try:
                file.close()
                if self.folder is not None:
                    self._partial(place).replace(place)
            except OSError as error:
                raise _output_error(place, error) from error
        self._tidy()

    def abandon(self) -> None:
        """Leave nothing half-written behind."""
        for key, place in self._places.items():
            if key in self._files:
                with suppress(OSError):
                    self._files[key].close()
                if self.folder is not None:
                    self._partial(place).unlink(missing_ok=True)
        self._tidy()

    def _tidy(self) -> None:
        if self._quarantine is not None:
            self._quarantine.close()
        if self.folder is not None:
            with suppress(OSError):  # it stays where it holds a quarantine
                self.folder.rmdir()


def _is_device(path: Path) -> bool:
    """Whether a path leads to a pipe or device, which cannot be replaced by a file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _output_error(path: Path, error: OSError) -> OutputError:
    where = error.filename or path
    return OutputError(f"{where}: cannot be written: {error.strerror or error}")
