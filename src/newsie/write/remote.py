"""A folder on object storage: the same as `folder.LocalFolder` has, for fsspec's file systems.

What is written there is there whole or not at all, as storages keep an object only when its
upload has ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any, cast

from newsie.storage import as_system_errors, open_storage
from newsie.write.folder import Chunks


class RemoteFolder:
    """A folder of a storage; names are paths below it. All methods raise `OSError`."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._storage, self._path = open_storage(url)

    def place(self, name: str) -> str:
        """Where a name is, for messages."""
        return f"{self.url}/{name}"

    def check_place(self, name: str) -> None:
        """Nothing is in the way of an object: storages have no folders."""

    def names(self, below: str) -> list[str]:
        """The names of the files in a folder below, sorted; none where there is no such folder."""
        with as_system_errors(self.place(below)):
            self._storage.invalidate_cache()
            try:
                found = self._storage.ls(f"{self._path}/{below}", detail=False)
            except FileNotFoundError:
                return []
        return sorted(f"{below}/{str(name).rpartition('/')[2]}" for name in found)

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading."""
        with as_system_errors(self.place(name)):
            return cast(IO[bytes], self._storage.open(f"{self._path}/{name}", "rb"))

    def read(self, name: str) -> bytes | None:
        """The content of a file, None where there is none."""
        with as_system_errors(self.place(name)):
            try:
                return cast(bytes, self._storage.cat_file(f"{self._path}/{name}"))
            except FileNotFoundError:
                return None

    def size(self, name: str) -> int | None:
        """How many bytes a file has, None where there is none."""
        with as_system_errors(self.place(name)):
            self._storage.invalidate_cache()
            try:
                return cast(int, self._storage.size(f"{self._path}/{name}"))
            except FileNotFoundError:
                return None

    def write(self, name: str, chunks: Chunks) -> None:
        """Write a file in the place of what was there."""
        with as_system_errors(self.place(name)):
            path = f"{self._path}/{name}"
            self._storage.makedirs(path.rpartition("/")[0], exist_ok=True)
            # Closing would keep what there is, also after a failure: only `commit` may do that.
            file: Any = self._storage.open(path, "wb", autocommit=False)
            try:
                for chunk in chunks:
                    file.write(chunk)
                file.close()
            except BaseException:
                with suppress(Exception):
                    file.discard()
                raise
            file.commit()

    def publish(self, to: RemoteFolder, files: Mapping[str, Chunks]) -> None:
        """Write files into another folder."""
        for name, chunks in files.items():
            to.write(name, chunks)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        with as_system_errors(self.place(name)), suppress(FileNotFoundError):
            self._storage.rm_file(f"{self._path}/{name}")

    def clear(self, below: str) -> None:
        """Remove a folder below and the files in it."""
        with as_system_errors(self.place(below)), suppress(FileNotFoundError):
            self._storage.rm(f"{self._path}/{below}", recursive=True)

    def remove_if_empty(self) -> None:
        """A folder is there only as long as something is in it; not so on file systems."""
        with suppress(Exception):
            self._storage.rmdir(self._path)
