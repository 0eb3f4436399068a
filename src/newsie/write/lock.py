"""A file in, a lock on it: no two runs write one output at the same time.

The system gives the lock back when the process ends, however it ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from newsie.errors import UsageError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class RunLock:
    """Held by the one run that writes an output.

    Args:
        path: the file of the lock, made where there is none; it holds the process's number.
        output: what the run writes, for the message.

    Raises:
        UsageError: another run holds it.
        OSError: the file cannot be made.
    """

    def __init__(self, path: Path, output: Path) -> None:
        self._path = path
        while True:
            file = path.open("a+b")
            try:
                _take(file)
            except OSError as error:
                holder = _holder(file)
                file.close()
                raise UsageError(
                    f"{output}: another run{holder} is writing it; "
                    "wait for its end, or give another -o"
                ) from error
            if _is_still(path, file):
                break
            file.close()  # its last holder removed it between opening and taking it
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        self._file = file

    def release(self) -> None:
        """Give it back, and leave no trace of it."""
        if not self._file.closed:
            self._path.unlink(missing_ok=True)
            self._file.close()


def _holder(file: IO[bytes]) -> str:
    file.seek(0)
    number = file.read(20).decode(errors="replace")
    return f" (process {number})" if number.isdigit() else ""


def _is_still(path: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
