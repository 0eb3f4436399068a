"""Where lines go: files that appear whole, standard output, devices; and checkpoints."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import orjson

from newsie.errors import OutputError, UsageError
from newsie.write.lines import FILE_NAMES, MIXED, Form

STANDARD_OUTPUT = "-"
_BUFFER = 1 << 20
_MANIFEST = "manifest.json"
_CHECKPOINT = "checkpoint.json"
_QUARANTINE = "quarantine.jsonl"


class Output:
    """Where the lines of a run go. Opened before the work starts, so that it fails before.

    Args:
        target: a file, a folder (an existing one, or ending in `/`), or `-`.
        types: the types for which a folder gets a file.
        manifest: what makes two runs the same run, as JSON values; None keeps no checkpoints.
        redact: mask contact numbers in evidence.
        resume: go on from the last checkpoint, if there is one: `state` is what it saved.

    Raises:
        OutputError: it cannot be written; names the path and the reason.
        UsageError: the interrupted run was another one; names the part that differs.
    """

    def __init__(
        self,
        target: str,
        types: Collection[str],
        manifest: Mapping[str, Any] | None = None,
        *,
        resume: bool = False,
        redact: bool = False,
    ) -> None:
        self.form = Form(False, redact)
        self.folder: Path | None = None
        self.state: Mapping[str, Any] | None = None
        self._manifest = manifest
        self._places: dict[str, Path] = {}
        self._files: dict[str, IO[bytes]] = {}
        self._quarantine: IO[bytes] | None = None
        if target == STANDARD_OUTPUT:
            if resume:
                raise UsageError("--resume needs -o FILE.jsonl or DIR/")
            self._files[MIXED] = sys.stdout.buffer
            return
        path = Path(target).resolve()
        try:
            if _is_device(path):
                self._places[MIXED] = path
                self._files[MIXED] = path.open("wb")
                return
            by_type = path.is_dir() or target.endswith(("/", os.sep))
            self.form = Form(by_type, redact)
            lengths = self._lay_out(path, types, resume)
            self._open(lengths)
        except OSError as error:
            self.abandon()
            raise _output_error(path, error) from error

    def _lay_out(self, path: Path, types: Collection[str], resume: bool) -> dict[str, int]:
        """Settle which files there are; return how much of each a resumed run has written."""
        self.folder = path.with_name(path.name + ".newsie")
        if self.form.by_type:
            path.mkdir(parents=True, exist_ok=True)
            wanted = [name for name in FILE_NAMES if name in types]
            self._places = {name: path / f"{FILE_NAMES[name]}.jsonl" for name in wanted}
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._places = {MIXED: path}
        self.folder.mkdir(exist_ok=True)
        if resume:
            checkpoint = self._load_checkpoint()
            if checkpoint is not None:
                self.state = checkpoint["state"]
                return dict(checkpoint["lengths"])
        for name in (_MANIFEST, _CHECKPOINT, _QUARANTINE):
            (self.folder / name).unlink(missing_ok=True)
        return {}

    def _load_checkpoint(self) -> Any:
        assert self.folder is not None
        manifest, checkpoint = self.folder / _MANIFEST, self.folder / _CHECKPOINT
        if not manifest.exists() or not checkpoint.exists():
            return None
        before = orjson.loads(manifest.read_bytes())
        now = orjson.loads(orjson.dumps(self._manifest))
        for part in [*before, *now]:
            if before.get(part) != now.get(part):
                raise UsageError(
                    f"--resume: {_differing_part(part, before.get(part), now.get(part))} differs "
                    f"from the interrupted run in {self.folder}; restore it, or start anew "
                    "without --resume"
                )
        return orjson.loads(checkpoint.read_bytes())

    def _open(self, lengths: Mapping[str, int]) -> None:
        assert self.folder is not None
        for key, place in self._places.items():
            if not os.access(place.parent, os.W_OK):
                raise PermissionError(13, "the folder cannot be written", str(place.parent))
            if place.is_dir():
                raise IsADirectoryError(21, "a folder is in the way", str(place))
            self._files[key] = self._open_at(self._partial(place), lengths.get(key))
        if _QUARANTINE in lengths:
            self._quarantine = self._open_at(self.folder / _QUARANTINE, lengths[_QUARANTINE])
        if self._manifest is not None and self.state is None:
            (self.folder / _MANIFEST).write_bytes(orjson.dumps(self._manifest))

    def _open_at(self, path: Path, length: int | None) -> IO[bytes]:
        if length is None:
            return path.open("wb", buffering=_BUFFER)
        if not path.exists() or path.stat().st_size < length:
            raise UsageError(f"--resume: {path} is not whole; start anew without --resume")
        file = path.open("r+b", buffering=_BUFFER)
        file.truncate(length)
        file.seek(length)
        return file

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
        path = self.folder / _QUARANTINE
        try:
            if self._quarantine is None:
                self._quarantine = path.open("wb")
            self._quarantine.write(orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE))
            self._quarantine.flush()
        except OSError as error:
            raise _output_error(path, error) from error

    def save_checkpoint(self, state: Mapping[str, Any]) -> None:
        """Note that everything written so far is good, and what the run knows at this point.

        Raises:
            OutputError: it cannot be written.
        """
        if self.folder is None or self._manifest is None:
            return
        files = dict(self._files)
        if self._quarantine is not None:
            files[_QUARANTINE] = self._quarantine
        path = self.folder / _CHECKPOINT
        partial = self._partial(path)
        try:
            for file in files.values():
                file.flush()
            lengths = {key: file.tell() for key, file in files.items()}
            partial.write_bytes(orjson.dumps({"state": state, "lengths": lengths}))
            partial.replace(path)
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

    def abandon(self) -> bool:
        """Leave nothing half-written behind, unless there is a checkpoint to go on from.

        Returns:
            Whether the run can be resumed.
        """
        for file in [*self._files.values(), self._quarantine]:
            if file is not None and file is not sys.stdout.buffer:
                with suppress(OSError):
                    file.close()
        if self.folder is None:
            return False
        if self._manifest is not None and (self.folder / _CHECKPOINT).exists():
            return True
        with suppress(OSError):  # where the folder could not be made
            for place in self._places.values():
                self._partial(place).unlink(missing_ok=True)
            self._tidy()
        return False

    def _tidy(self) -> None:
        if self._quarantine is not None:
            self._quarantine.close()
        if self.folder is not None:
            for name in (_CHECKPOINT, _MANIFEST):
                (self.folder / name).unlink(missing_ok=True)
            with suppress(OSError):  # it stays where it holds a quarantine
                self.folder.rmdir()


def _differing_part(part: str, before: object, now: object) -> str:
    """A part of the manifest, as narrow as it can be named."""
    if isinstance(before, dict) and isinstance(now, dict):
        keys = [key for key in [*before, *now] if before.get(key) != now.get(key)]
        return f"{part} {keys[0]}"
    return part


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
