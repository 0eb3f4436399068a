"""URLs of files, folders and globs in, the files they name out, and their bytes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath
from typing import IO, Any, cast

from newsie.storage import as_system_errors, open_storage

_MAGIC = frozenset("*?[")


def find_files(url: str, leave_out: Collection[str] = ()) -> list[tuple[str, str]]:
    """The files that a URL names: the URL of each and its name, below a folder the path in it.

    Hidden files and what runs keep beside their output are none.

    Raises:
        OSError: the storage cannot be read.
        UsageError: a package for this kind of URL is missing.
    """
    storage, path = open_storage(url)
    with as_system_errors(url):
        if _MAGIC & set(path):
            found = [one for one in storage.glob(path) if not storage.isdir(one)]
            pairs = [(one, PurePosixPath(one).name) for one in found]
        elif storage.isdir(path):
            pairs = [(one, one[len(path) :].lstrip("/")) for one in storage.find(path)]
        elif storage.exists(path):
            return [(url, PurePosixPath(path).name)]
        else:
            return []
    wanted = [(str(storage.unstrip_protocol(one)), name) for one, name in pairs if _is_input(name)]
    left_out = tuple(f"{one.rstrip('/')}/" for one in leave_out)
    return sorted(pair for pair in wanted if not f"{pair[0]}/".startswith(left_out))


def _is_input(name: str) -> bool:
    *folders, last = name.split("/")
    hidden = any(part.startswith(".") for part in (*folders, last))
    return not hidden and not any(folder.endswith(".newsie") for folder in folders)


def open_url(url: str) -> IO[bytes]:
    """Open a file for reading.

    Raises:
        OSError: it cannot be opened.
    """
    storage, path = open_storage(url)
    with as_system_errors(url):
        return cast(IO[bytes], storage.open(path, "rb"))


def describe_url(url: str) -> dict[str, Any]:
    """How many bytes a file has, and what changes when it changes; nothing where it is not there.

    A storage knows that without reading the file.
    """
    storage, path = open_storage(url)
    try:
        with as_system_errors(url):
            return {"bytes": storage.size(path), "digest": str(storage.checksum(path))}
    except OSError:
        return {"bytes": None, "digest": None}
