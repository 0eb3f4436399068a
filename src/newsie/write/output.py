"""Where the lines of a run go: shards that are joined at the end, standard output, devices."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

import orjson

from newsie.errors import OutputError, UsageError
from newsie.storage import is_url, open_storage
from newsie.write.folder import Folder, LocalFolder
from newsie.write.lines import FILE_NAMES, MIXED, Form, Lines
from newsie.write.lock import RunLock
from newsie.write.remote import RemoteFolder
from newsie.write.shards import SHARDS, Shard, check_shards, join_shards, load_shards, write_shard

STANDARD_OUTPUT = "-"
_MANIFEST = "manifest.json"
_QUARANTINE = "quarantine.jsonl"
_LOCK = "lock"


class Output(Protocol):
    """What takes the lines of a run.

    Attributes:
        form: how records are to be serialised.
        keeps_shards: shards are kept, and may come in any order; otherwise what is written is out.
        done: what an earlier run, which this one goes on from, knew of the shards it finished.
        result: what that run said in the end, if it was finished and nothing is left to do.
    """

    form: Form
    keeps_shards: bool
    done: Mapping[int, Mapping[str, Any]]
    result: Mapping[str, Any] | None

    def write(self, number: int, lines: Lines, facts: Mapping[str, Any]) -> None:
        """Write the lines of a shard, from `serialise_records`, with what is known of it.

        Raises:
            BrokenPipeError: nobody reads standard output any more.
            OutputError: of anything else that stands in the way.
        """
        ...

    def finish(self, result: Mapping[str, Any], quarantine: Collection[Mapping[str, Any]]) -> None:
        """Put the output into its place, and the documents that failed into the quarantine.

        Raises:
            BrokenPipeError: nobody reads standard output any more.
            OutputError: it cannot be written there.
        """
        ...

    def abandon(self) -> bool:
        """Leave nothing half-written behind; return whether the run can be resumed."""
        ...


def open_output(
    target: str,
    types: Collection[str],
    manifest: Mapping[str, Any] | None = None,
    *,
    resume: bool = False,
    redact: bool = False,
) -> Output:
    """Open an output before the work starts, so that what stands in its way is told before.

    Args:
        target: a file, a folder (an existing one, or ending in `/`), or `-`.
        types: the types for which a folder gets a file.
        manifest: what makes two runs the same run, as JSON values; None for a run that cannot be
            resumed.
        redact: mask contact numbers in evidence.
        resume: go on from what an interrupted run finished, if there was one.

    Raises:
        OutputError: it cannot be written; names the path and the reason.
        UsageError: the interrupted run was another one (names the part that differs), or another
            run is writing this output.
    """
    if target == STANDARD_OUTPUT:
        if resume:
            raise UsageError("--resume needs -o FILE.jsonl or DIR/")
        return StreamOutput(sys.stdout.buffer, Path("output"), Form(False, redact))
    if is_url(target):
        with _told(target):
            open_storage(target)  # a scheme that nothing is known of is told under this name
            form = Form(target.endswith("/"), redact)
            layout = _remote_layout(target.rstrip("/"), form)
            return ShardedOutput(layout, form, types, manifest, resume=resume)
    path = Path(os.path.realpath(target))
    with _told(str(path)):
        if _is_device(path):
            if resume:
                raise UsageError(f"--resume: {target} is no file or folder")
            return StreamOutput(path.open("wb"), path, Form(False, redact))
        form = Form(path.is_dir() or target.endswith(("/", os.sep)), redact)
        return ShardedOutput(_local_layout(path, form), form, types, manifest, resume=resume)


class StreamOutput:
    """Standard output or a device: what is written is out."""

    keeps_shards = False
    result: Mapping[str, Any] | None = None

    def __init__(self, stream: IO[bytes], path: Path, form: Form) -> None:
        self.form = form
        self.done: Mapping[int, Mapping[str, Any]] = {}
        self._stream = stream
        self._path = path

    def write(self, number: int, lines: Lines, facts: Mapping[str, Any]) -> None:
        """Write lines at once."""
        with _told(str(self._path)):
            for data in lines.values():
                self._stream.write(data)
            self._stream.flush()  # who reads along shall see it, or be seen to have gone

    def finish(self, result: Mapping[str, Any], quarantine: Collection[Mapping[str, Any]]) -> None:
        """Push out what is still on its way."""
        with _told(str(self._path)):
            self._stream.flush()
        self.abandon()

    def abandon(self) -> bool:
        """Nothing can be taken back."""
        if self._stream is not sys.stdout.buffer:
            with suppress(OSError):
                self._stream.close()
        return False


class ShardedOutput:
    """A file, or a folder of files, made of shards that stand in `OUT.newsie/` until the end."""

    keeps_shards = True

    def __init__(
        self,
        layout: _Layout,
        form: Form,
        types: Collection[str],
        manifest: Mapping[str, Any] | None,
        *,
        resume: bool,
    ) -> None:
        self.form = form
        self.done: Mapping[int, Mapping[str, Any]] = {}
        self.result: Mapping[str, Any] | None = None
        self._manifest = None if manifest is None else orjson.loads(orjson.dumps(manifest))
        self._shards: dict[int, Shard] = {}
        self._begun = False
        wanted = [name for name in FILE_NAMES if name in types]
        self._files = (
            {f"{FILE_NAMES[name]}.jsonl": name for name in wanted}
            if form.by_type
            else {layout.name: MIXED}
        )
        self._final, self._side, self._lock = layout.final, layout.side, layout.lock
        try:
            for name in self._files:
                self._final.check_place(name)
            if resume:
                self._take_up()
        except BaseException:
            self._let_go()
            raise

    def _take_up(self) -> None:
        """Find out what an earlier run has done.

        Raises:
            UsageError: that was another run.
        """
        data = self._side.read(_MANIFEST)
        if data is None:
            return
        before = orjson.loads(data)
        result, sizes = before.pop("result", None), before.pop("output", {})
        if result is not None:
            if before == self._manifest and self._is_in_place(sizes):
                self.result = result
            return
        for part in [*before, *(self._manifest or {})]:
            now = (self._manifest or {}).get(part)
            if before.get(part) != now:
                raise UsageError(
                    f"--resume: {_differing_part(part, before.get(part), now)} differs from the "
                    f"interrupted run in {self._side.place('')}; restore it, or start anew without "
                    "--resume"
                )
        self._shards = load_shards(self._side)
        self.done = {number: shard.facts for number, shard in self._shards.items()}
        self._begun = True

    def _is_in_place(self, sizes: Mapping[str, int]) -> bool:
        return {name: self._final.size(name) for name in self._files} == sizes

    def _begin(self) -> None:
        """Put the new manifest in the place of what an earlier run has left."""
        if self._begun:
            return
        for name in (_MANIFEST, _QUARANTINE):
            self._side.remove(name)
        self._side.clear(SHARDS)
        if self._manifest is not None:
            self._side.write(_MANIFEST, [_json(self._manifest)])
        self._begun = True

    def write(self, number: int, lines: Lines, facts: Mapping[str, Any]) -> None:
        """Keep the lines of a shard."""
        with _told(self._side.place("")):
            self._begin()
            self._shards[number] = write_shard(self._side, number, lines, facts)

    def finish(self, result: Mapping[str, Any], quarantine: Collection[Mapping[str, Any]]) -> None:
        """Join the shards. The manifest stays, with the result; the shards go."""
        with _told(self._side.place("")):
            if self.result is not None:
                self._side.clear(SHARDS)  # which a run that was cut off at its very end may leave
                self._let_go()
                return
            self._begin()
            shards = [self._shards[number] for number in sorted(self._shards)]
            check_shards(self._side, shards)
            joined = {
                name: join_shards(self._side, shards, key) for name, key in self._files.items()
            }
            self._side.publish(self._final, joined)
            if quarantine:
                self._side.write(_QUARANTINE, map(_json_line, quarantine))
            if self._manifest is not None:
                sizes = {name: self._final.size(name) for name in self._files}
                self._side.write(
                    _MANIFEST, [_json({**self._manifest, "result": result, "output": sizes})]
                )
            self._side.clear(SHARDS)
            self._let_go()

    def abandon(self) -> bool:
        """Keep the shards if another run can go on from them."""
        resumable = self._manifest is not None and bool(self._shards)
        if self._begun and not resumable:
            with suppress(OSError):
                self._side.remove(_MANIFEST)
                self._side.clear(SHARDS)
        self._let_go()
        return resumable

    def _let_go(self) -> None:
        with suppress(OSError):
            if self._lock is not None:
                self._lock.release()
            self._side.remove_if_empty()


def _json(value: Mapping[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _json_line(value: Mapping[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where an output and what stands beside it go.

    Args:
        name: of the output.
        final: the folder of the files.
        side: the folder beside it, `OUT.newsie`.
        lock: held until the run ends; storages have none.
    """

    name: str
    final: Folder
    side: Folder
    lock: RunLock | None


def _local_layout(path: Path, form: Form) -> _Layout:
    side = path.with_name(path.name + ".newsie")
    final = path if form.by_type else path.parent
    for folder in (final, side):
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(13, "the folder cannot be written", str(folder))
    lock = RunLock(side / _LOCK, path)
    return _Layout(path.name, LocalFolder(final), LocalFolder(side), lock)


def _remote_layout(url: str, form: Form) -> _Layout:
    parent, _, name = url.rpartition("/")
    if parent.endswith("/"):  # of the scheme's own
        raise UsageError(f"{url}/: the output needs a name of its own below {url}")
    final = RemoteFolder(url if form.by_type else parent)
    return _Layout(name, final, RemoteFolder(f"{url}.newsie"), None)


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


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Say of an error of the system what could not be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        name = error.filename or where
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}") from error
