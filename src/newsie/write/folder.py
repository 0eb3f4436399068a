"""Bytes in, files that are there whole or not at all, also after the power has failed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol, Self

_PARTIAL = ".partial"

Chunks = Iterable[bytes | bytearray]


class Folder(Protocol):
    """A folder, here or on object storage; names are paths below it.

    All methods raise `OSError`.
    """

    def place(self, name: str) -> str:
        """Where a name is, for messages."""
        ...

    def check_place(self, name: str) -> None:
        """Raise an error where something is in the way of a file."""
        ...

    def names(self, below: str) -> list[str]:
        """The names of the files in a folder below, sorted; none where there is no such folder."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading."""
        ...

    def read(self, name: str) -> bytes | None:
        """The content of a file, None where there is none."""
        ...

    def size(self, name: str) -> int | None:
        """How many bytes a file has, None where there is none."""
        ...

    def write(self, name: str, chunks: Chunks) -> None:
        """Write a file in the place of what was there; it lasts when this returns."""
        ...

    def publish(self, to: Self, files: Mapping[str, Chunks]) -> None:
        """Write files into another folder of the same kind."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        ...

    def clear(self, below: str) -> None:
        """Remove a folder below and the files in it."""
        ...

    def remove_if_empty(self) -> None:
        """Remove the folder itself where nothing is in it."""
        ...


class LocalFolder:
    """A folder of this machine; names are paths below it.

    All methods raise `OSError` as Python's own functions do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def place(self, name: str) -> str:
        """Where a name is, for messages."""
        return str(self.path / name)

    def check_place(self, name: str) -> None:
        """Raise an error where a folder is in the way of a file."""
        if (self.path / name).is_dir():
            raise IsADirectoryError(21, "a folder is in the way", str(self.path / name))

    def names(self, below: str) -> list[str]:
        """The names of the files in a folder below, sorted; none where there is no such folder."""
        try:
            with os.scandir(self.path / below) as entries:
                found = [entry.name for entry in entries]
        except FileNotFoundError:
            return []
        return sorted(f"{below}/{name}" for name in found if not name.endswith(_PARTIAL))

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading."""
        return (self.path / name).open("rb")

    def read(self, name: str) -> bytes | None:
        """The content of a file, None where there is none."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def size(self, name: str) -> int | None:
        """How many bytes a file has, None where there is none."""
        try:
            return (self.path / name).stat().st_size
        except FileNotFoundError:
            return None

    def write(self, name: str, chunks: Chunks) -> None:
        """Write a file in the place of what was there; on the disk when this returns."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(path.name + _PARTIAL)
        _write_through(partial, chunks)
        partial.replace(path)
        _settle(path.parent)

    def publish(self, to: LocalFolder, files: Mapping[str, Chunks]) -> None:
        """Write files into another folder: first all of them here, then each into its place."""
        for name, chunks in files.items():
            _write_through(self.path / (name + _PARTIAL), chunks)
        for name in files:
            (self.path / (name + _PARTIAL)).replace(to.path / name)
        _settle(to.path)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        (self.path / name).unlink(missing_ok=True)

    def clear(self, below: str) -> None:
        """Remove a folder below and the files in it."""
        folder = self.path / below
        if folder.is_dir():
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()

    def remove_if_empty(self) -> None:
        """Remove the folder itself where nothing is in it."""
        with suppress(OSError):
            self.path.rmdir()


def _write_through(path: Path, chunks: Chunks) -> None:
    """Write a file onto the disk itself; what could not be written is removed again."""
    try:
        with path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _settle(folder: Path) -> None:
    """Bring the names in a folder onto the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
