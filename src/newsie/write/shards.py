"""The lines of a stretch of documents in, a file that keeps them until all are joined.

A shard is one file, so that it is there whole or not at all: a line of JSON that says how many
bytes of lines there are for each key, and what the run knows of the shard; then the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from newsie.errors import OutputError
from newsie.write.folder import Folder
from newsie.write.lines import Lines

SHARDS = "shards"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that is written.

    Args:
        number: its place in the order of the output.
        start: where in its file the lines begin.
        lengths: bytes by key, in the order of the file.
        digest: of all lines.
        facts: what the run knows of it, as JSON values.
    """

    number: int
    start: int
    lengths: Mapping[str, int]
    digest: str
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its file's, below the folder of the run."""
        return shard_name(self.number)


def shard_name(number: int) -> str:
    """The file of a shard, below the folder of the run; names sort as the numbers do."""
    return f"{SHARDS}/{number:09}.shard"


def write_shard(folder: Folder, number: int, lines: Lines, facts: Mapping[str, Any]) -> Shard:
    """Write a shard.

    Raises:
        OSError: it cannot be written.
    """
    lengths = {key: len(data) for key, data in lines.items()}
    hasher = blake2b(digest_size=16)
    for data in lines.values():
        hasher.update(data)
    digest = hasher.hexdigest()
    header = {"lengths": lengths, "digest": digest, "facts": facts}
    head = orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE)
    folder.write(shard_name(number), [head, *lines.values()])
    return Shard(number, len(head), lengths, digest, facts)


def load_shards(folder: Folder) -> dict[int, Shard]:
    """The shards that an earlier run wrote, by number; what is no whole shard is left out."""
    found: dict[int, Shard] = {}
    for name in folder.names(SHARDS):
        stem = name.removeprefix(f"{SHARDS}/").removesuffix(".shard")
        with folder.open(name) as file:
            head = file.readline()
        try:
            header = orjson.loads(head)
        except orjson.JSONDecodeError:
            continue
        if folder.size(name) == len(head) + sum(header["lengths"].values()):
            number = int(stem)
            found[number] = Shard(number, len(head), **header)
    return found


def join_shards(folder: Folder, shards: Sequence[Shard], key: str) -> Iterator[bytes]:
    """The lines of a key, of one shard after another.

    Raises:
        OutputError: a shard was changed or damaged since it was written.
    """
    for shard in shards:
        with folder.open(shard.name) as file:
            file.seek(shard.start + _bytes_before(shard, key))
            left = shard.lengths.get(key, 0)
            while left:
                chunk = file.read(min(left, _CHUNK))
                if not chunk:
                    raise _damaged(folder, shard)
                left -= len(chunk)
                yield chunk


def check_shards(folder: Folder, shards: Sequence[Shard]) -> None:
    """Compare shards with their digests; one that differs is removed, to be made again.

    Raises:
        OutputError: a shard was changed or damaged since it was written.
    """
    for shard in shards:
        digest = blake2b(digest_size=16)
        with folder.open(shard.name) as file:
            file.seek(shard.start)
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        if digest.hexdigest() != shard.digest:
            folder.remove(shard.name)
            raise _damaged(folder, shard)


def _bytes_before(shard: Shard, key: str) -> int:
    before = 0
    for other, length in shard.lengths.items():
        if other == key:
            break
        before += length
    return before


def _damaged(folder: Folder, shard: Shard) -> OutputError:
    return OutputError(f"{folder.place(shard.name)}: damaged since it was written")
