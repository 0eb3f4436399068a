"""doc_ids in, those that occur twice out: in little memory, however many there are.

Of each doc_id only eight bytes of a digest are kept, and from a million of them on in files, by
their first byte; digests that occur twice tell which doc_ids to compare in earnest.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

_KEPT_IN_MEMORY = 1_000_000
_BUCKETS = 256
_BITS = 56


class IdRegister:
    """Takes doc_ids; close it to remove its files."""

    def __init__(self) -> None:
        self.count = 0
        self._recent = array("Q")
        self._files: tempfile.TemporaryDirectory[str] | None = None

    def add(self, doc_id: str) -> None:
        """Note a doc_id."""
        self.count += 1
        self._recent.append(digest_id(doc_id))
        if len(self._recent) == _KEPT_IN_MEMORY:
            self._put_away()

    def _put_away(self) -> None:
        if self._files is None:
            self._files = tempfile.TemporaryDirectory(prefix="newsie-")
        buckets = [array("Q") for _ in range(_BUCKETS)]
        for digest in self._recent:
            buckets[digest >> _BITS].append(digest)
        for number, bucket in enumerate(buckets):
            with (Path(self._files.name) / str(number)).open("ab") as file:
                bucket.tofile(file)
        self._recent = array("Q")

    def find_repeated(self) -> set[int]:
        """The digests that occur more than once, as `digest_id` makes them."""
        if self._files is None:
            return set(_repeated(self._recent))
        self._put_away()
        return {digest for bucket in self._read_back() for digest in _repeated(bucket)}

    def _read_back(self) -> Iterator[array[int]]:
        assert self._files is not None
        for number in range(_BUCKETS):
            bucket = array("Q")
            bucket.frombytes((Path(self._files.name) / str(number)).read_bytes())
            yield bucket

    def close(self) -> None:
        """Remove what lies on the disk."""
        if self._files is not None:
            self._files.cleanup()


def digest_id(doc_id: str) -> int:
    """Eight bytes of a doc_id's digest, as a number."""
    data = doc_id.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def _repeated(digests: Iterable[int]) -> Iterator[int]:
    return (one for one, other in pairwise(sorted(digests)) if one == other)
