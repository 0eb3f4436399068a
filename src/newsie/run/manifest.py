"""What makes two runs the same run: version, rules, gazetteers, options, inputs → digests.

A run that was interrupted may only be resumed by one with the same manifest; otherwise the two
halves of its output would not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import blake2b, file_digest
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path
from platform import python_version_tuple
from typing import Any

import newsie
from newsie.errors import InputError, UsageError
from newsie.ingest import Columns, Source, describe_url, find_encoding
from newsie.resources import data_folder
from newsie.run.batch import ExtractorRecipe

# Whose versions may show in the output.
_PROGRAMS = ("newsie", "ahocorasick_rs", "orjson", "pydantic", "resiliparse", "rjieba")
_CODE = (".py", ".so", ".pyd")


def describe_run(
    sources: Sequence[Source],
    recipe: ExtractorRecipe,
    columns: Columns,
    *,
    encoding: str | None,
    metadata: Path | None,
    redact: bool,
    resume: bool,
) -> Mapping[str, Any] | None:
    """The manifest of a run; None where one of the sources can be read only once.

    Raises:
        UsageError: such a run is to be resumed.
    """
    for source in sources:
        if not source.is_lasting():
            if resume:
                raise UsageError(f"--resume: {source.name} cannot be read a second time")
            return None
    options = {"types": recipe.types, "place": recipe.place, "segmenter": recipe.segmenter}
    return {
        **describe_program(),
        "rules": _digest_folders(data_folder("rules"), recipe.rules),
        "gazetteers": _digest_folders(data_folder("gazetteers"), recipe.gazetteers),
        "option": {**options, "encoding": encoding, "redact": redact, "columns": asdict(columns)},
        "metadata": _describe_file(metadata) if metadata else None,
        "input": {source.name: _describe_input(source, encoding) for source in sources},
        "order of inputs": [source.name for source in sources],
    }


def note_state(sources: Sequence[Source]) -> dict[str, object]:
    """What changes when a file is written to, by the name of each source that is a file."""
    return {source.name: _state_of(source) for source in sources if source.is_lasting()}


def check_unchanged(sources: Sequence[Source], before: Mapping[str, object]) -> None:
    """Refuse to put together what was read of a file before and after it changed.

    Raises:
        InputError: naming the first such file.
    """
    for source in sources:
        if source.name in before and _state_of(source) != before[source.name]:
            raise InputError(source.name, "changed while it was read; start anew")


def _state_of(source: Source) -> object:
    if source.path is None:
        return describe_url(source.url or "")
    try:
        state = source.path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


@cache
def describe_program() -> dict[str, Any]:
    """What newsie itself is, apart from options and the user's own files; the same everywhere."""
    python = ".".join(python_version_tuple()[:2])
    return {
        "version": {name: version(name) for name in _PROGRAMS} | {"python": python},
        "code": _digest_code(),
        "rules": _digest_folders(data_folder("rules")),
        "gazetteers": _digest_folders(data_folder("gazetteers")),
    }


def _digest_code() -> str:
    """Of newsie's own code: its version stays the same while it is worked on."""
    digest = blake2b(digest_size=16)
    root = Path(newsie.__file__).parent
    for path in sorted(path for path in root.rglob("*") if path.suffix in _CODE):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _digest_folders(*folders: Traversable | None) -> str:
    digest = blake2b(digest_size=16)
    for folder in folders:
        for file in _files_in(folder):
            digest.update(f"{file.name}\0".encode())
            digest.update(file.read_bytes() + b"\0")
        digest.update(b"\0")
    return digest.hexdigest()


def _files_in(folder: Traversable | None) -> Iterable[Traversable]:
    if folder is None or not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if file.is_file()), key=lambda f: f.name)


def _describe_input(source: Source, encoding: str | None) -> dict[str, Any]:
    if source.path is not None:
        known = _describe_file(source.path)
    else:
        known = describe_url(source.url or "")
    return {**known, "encoding": find_encoding(source, encoding)}


def _describe_file(path: Path) -> dict[str, Any]:
    """Size and digest; of a file that cannot be read, which the run will tell, nothing."""
    try:
        with path.open("rb") as file:
            digest = file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()
            return {"bytes": file.tell(), "digest": digest}
    except OSError:
        return {"bytes": None, "digest": None}
