"""Records as newsie wrote them in, typed records out: a file, or a folder with a file a type."""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Any, Union, cast

import zstandard
from pydantic import Discriminator, TypeAdapter, ValidationError

from newsie.errors import InputError
from newsie.record import Record
from newsie.records import RECORD_MODELS
from newsie.write import FILE_NAMES

_ANY: Any = Annotated[Union[tuple(RECORD_MODELS.values())], Discriminator("type")]  # noqa: UP007
_LINE: TypeAdapter[Record] = TypeAdapter(_ANY)
_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")


def find_record_files(path: Path) -> list[Path]:
    """The files of records at a path: itself, or a folder's, in the order of the contract.

    Raises:
        InputError: there are none.
    """
    if not path.is_dir():
        if not path.is_file():
            raise InputError(str(path), "no such file or folder")
        return [path]
    order = {name: rank for rank, name in enumerate(FILE_NAMES.values())}
    files = [file for file in sorted(path.iterdir()) if file.name.endswith(_SUFFIXES)]
    if not files:
        raise InputError(str(path), "no .jsonl file in this folder")
    return sorted(files, key=lambda file: order.get(file.name.partition(".")[0], len(order)))


def scan_records(path: Path, types: Collection[str] | None = None) -> Iterator[Record]:
    """Read records one by one.

    Args:
        path: a file of JSON Lines, or a folder of them, each also .gz or .zst.
        types: only these types; None for all.

    Raises:
        InputError: naming file and line, for what is no record of this version.
    """
    for file in find_record_files(path):
        with open_lines(file) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    record = _LINE.validate_json(line)
                except ValidationError as error:
                    raise InputError(f"{file}:{number}", _explain(error)) from error
                if types is None or record.type in types:
                    yield record


def read_record(fields: Mapping[str, Any]) -> Record:
    """A record from its plain values.

    Raises:
        InputError: it is no record of this version.
    """
    try:
        return _LINE.validate_python(fields)
    except ValidationError as error:
        raise InputError(str(fields.get("id")), _explain(error)) from error


@contextmanager
def open_lines(file: Path) -> Iterator[IO[bytes]]:
    """Open a file of lines, decompressed.

    Raises:
        InputError: it cannot be read.
    """
    try:
        if file.suffix == ".gz":
            with gzip.open(file) as stream:
                yield cast("IO[bytes]", stream)
        elif file.suffix == ".zst":
            with zstandard.open(file, "rb") as raw:
                yield cast("IO[bytes]", io.BufferedReader(cast("Any", raw)))
        else:
            with file.open("rb") as plain:
                yield plain
    except (OSError, EOFError, zstandard.ZstdError) as error:
        raise InputError(str(file), getattr(error, "strerror", None) or str(error)) from error


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    what = f"{place}: {first['msg']}" if place else first["msg"]
    return f"no record of this version of newsie: {what}"
