"""One process that extracts batches: started, given work, watched, killed.

What a process does cannot be interrupted from inside (a pattern that runs for hours never returns
to Python), so the process that leads the run watches each document from outside: a process notes,
in memory that both see, which document of its batch it is at, and for how long by now.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from newsie.article import Document
from newsie.errors import NewsieError
from newsie.run.batch import BatchResult, Recipe, build_extractor, extract_batch
from newsie.triggers import remember_classes
from newsie.write import Form

# spawn: nothing of the parent's state, and the same on every system
_SPAWN = multiprocessing.get_context("spawn")
_NO_DOCUMENT = -1.0
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_TAKEN_FIRST = "500"  # where memory runs out: a worker rather than the process that leads


class WorkerProcess:
    """A process with an extractor of its own."""

    def __init__(self, recipe: Recipe, form: Form) -> None:
        self._watch: Any = _SPAWN.RawArray("d", [_NO_DOCUMENT, 0.0])
        self.connection, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_work, args=(recipe, form, other, self._watch), daemon=True
        )
        with _deaf_to_interrupts():  # which a process keeps while it starts
            self._process.start()
        other.close()
        self.sentinel = self._process.sentinel

    def send(self, batch: Sequence[Document]) -> None:
        """Give it a batch; one that has died meanwhile is found dead later."""
        self._watch[0] = _NO_DOCUMENT
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))

    def receive(self) -> BatchResult | None:
        """The result of its batch; None where it has died.

        Raises:
            RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
        """
        try:
            answer = self.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        if isinstance(answer, NewsieError):
            raise answer
        assert isinstance(answer, BatchResult)
        return answer

    def is_alive(self) -> bool:
        """Whether it is running."""
        return self._process.is_alive()

    def document_at(self) -> tuple[int, float] | None:
        """The index of the document it is at, or died at, and the seconds since it began it."""
        index, since = self._watch[0], self._watch[1]
        if index == _NO_DOCUMENT or index != self._watch[0]:
            return None
        return int(index), time.monotonic() - since

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _work(recipe: Recipe, form: Form, connection: Connection, watch: Any) -> None:
    """What the process does: build the extractor, then batch after batch."""
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to deal with

    with suppress(EOFError, BrokenPipeError, ConnectionResetError), remember_classes():
        try:
            build_extractor(recipe)
            while True:
                batch = pickle.loads(connection.recv_bytes())
                connection.send(extract_batch(recipe, batch, form, _Clock(watch).begin))
        except NewsieError as error:
            connection.send(error)


class _Clock:
    """Tells the watch of a batch which document is worked on, and for how long by now.

    The work turns to each document many times, a step at a time; `since` is when it would have
    begun with this one without the turns of the others.
    """

    def __init__(self, watch: Any) -> None:
        self._watch = watch
        self._spent: defaultdict[int, float] = defaultdict(float)  # seconds, by document
        self._at = 0
        self._turned = time.monotonic()

    def begin(self, index: int) -> None:
        """The work turns to a document."""
        now = time.monotonic()
        self._spent[self._at] += now - self._turned
        self._at, self._turned = index, now
        self._watch[0] = _NO_DOCUMENT
        self._watch[1] = now - self._spent[index]
        self._watch[0] = float(index)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_parent() -> None:
    """Do not outlive the parent when it is killed, not even inside a pattern that never ends."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(_TAKEN_FIRST)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
