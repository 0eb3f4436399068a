"""Batches in, their results out in the same order, from several processes.

A process that takes too long over a document is killed, one that dies is replaced. Of its batch
only the one document is in doubt: after a death it is tried once more, alone, while all other
processes rest; if that fails too, it is left out. All others are done again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from newsie.article import Document
from newsie.errors import WorkerError
from newsie.run.batch import BatchResult, Recipe
from newsie.run.division import Batch
from newsie.run.process import WorkerProcess
from newsie.write import Form

_BATCHES_A_WORKER = 3  # under way or waiting: enough to keep workers busy, few enough for memory
_LONGEST_WAIT = 1.0  # seconds between two looks at the clock
_DEATHS_AT_START = 3
_MILLION = 1_000_000
_DIED = "its worker process died, twice (out of memory?)"


@dataclass(slots=True, eq=False)
class _Piece:
    """A batch, or a part of one of which a document killed its process."""

    documents: list[Document]
    suspect: bool = False
    result: BatchResult | None = None


@dataclass(slots=True, eq=False)
class _Task:
    """A batch and the pieces that it has come apart into."""

    batch: Batch
    pieces: list[_Piece]

    def is_done(self) -> bool:
        return all(piece.result is not None for piece in self.pieces)

    def result(self) -> BatchResult:
        whole = BatchResult()
        for piece in self.pieces:
            assert piece.result is not None
            whole.add(piece.result)
        return whole


def extract_in_workers(
    recipe: Recipe,
    batches: Iterator[Batch],
    form: Form,
    workers: int,
    timeout: float | None = None,
) -> Generator[tuple[Batch, BatchResult]]:
    """The results of batches in order; at most a few batches a worker are under way.

    Args:
        recipe: what workers build their extractors from.
        batches: read as the work needs them.
        form: how records are serialised.
        workers: how many processes.
        timeout: seconds a million characters, and for every document those of one million.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
        WorkerError: processes die before they begin.
    """
    crew = Crew(recipe, form, workers, timeout)
    try:
        yield from crew.extract(batches)
    finally:
        crew.dismiss()


@dataclass(slots=True)
class Crew:
    """The processes, and the pieces that wait for one."""

    recipe: Recipe
    form: Form
    size: int
    timeout: float | None
    deaths: int = 0
    processes: list[WorkerProcess] = field(default_factory=list)
    waiting: deque[tuple[_Task, _Piece]] = field(default_factory=deque)
    busy: dict[WorkerProcess, tuple[_Task, _Piece]] = field(default_factory=dict)

    def extract(self, batches: Iterator[Batch]) -> Generator[tuple[Batch, BatchResult]]:
        """The results of batches in order; the processes stay."""
        tasks: deque[_Task] = deque()
        while True:
            while len(tasks) < self.size * _BATCHES_A_WORKER:
                batch = next(batches, None)
                if batch is None:
                    break
                tasks.append(self.take_on(batch))
                self.assign()
            if not tasks:
                return
            while tasks and tasks[0].is_done():
                task = tasks.popleft()
                yield task.batch, task.result()
            if tasks and not tasks[0].is_done():
                self.wait()

    def take_on(self, batch: Batch) -> _Task:
        """Let a batch wait for a process."""
        task = _Task(batch, [_Piece(batch.documents)])
        self.waiting.append((task, task.pieces[0]))
        return task

    def assign(self) -> None:
        """Give idle processes what waits; start processes as they are needed."""
        while self.waiting:
            if self.busy and (self.waiting[0][1].suspect or self._tries_suspect()):
                return
            idle = next((process for process in self.processes if process not in self.busy), None)
            if idle is None:
                if len(self.processes) == self.size:
                    return
                idle = WorkerProcess(self.recipe, self.form)
                self.processes.append(idle)
            work = self.waiting.popleft()
            self.busy[idle] = work
            idle.send(work[1].documents)

    def _tries_suspect(self) -> bool:
        return any(piece.suspect for _, piece in self.busy.values())

    def wait(self) -> None:
        """Wait until something has happened, and deal with it."""
        wait([end for one in self.busy for end in (one.connection, one.sentinel)], self._patience())
        for process, (_, piece) in list(self.busy.items()):
            if process.connection.poll():
                piece.result = process.receive()
                if piece.result is None:
                    self._bury(process)
                else:
                    del self.busy[process]
                    self.deaths = 0
            elif not process.is_alive():
                self._bury(process)
            else:
                self._stop_if_late(process, piece)
        self.assign()

    def _patience(self) -> float | None:
        return None if self.timeout is None else min(_LONGEST_WAIT, self.timeout / 4)

    def _limit(self, document: Document) -> float:
        return (self.timeout or 0) * max(1.0, len(document.text) / _MILLION)

    def _stop_if_late(self, process: WorkerProcess, piece: _Piece) -> None:
        """Kill a process that takes too long, and leave out the document it is at."""
        at = process.document_at()
        if self.timeout is None or at is None:
            return
        index, seconds = at
        document = piece.documents[index]
        if seconds <= self._limit(document):
            return
        process.kill()
        task, piece = self._lose(process)
        error = (
            f"it took longer than {self._limit(document):g} s "
            f"(--timeout {self.timeout:g}, for a million characters)"
        )
        self._replace(task, piece, index, _Piece([document], True, _failed(document, error)))

    def _bury(self, process: WorkerProcess) -> None:
        """Do again what a process that died was at, the document that it was at alone.

        Raises:
            WorkerError: it is not the first that dies before it begins.
        """
        process.kill()
        at = process.document_at()
        task, piece = self._lose(process)
        if at is not None:
            document = piece.documents[at[0]]
            tried = _failed(document, _DIED) if piece.suspect else None
            self._replace(task, piece, at[0], _Piece([document], True, tried))
            return
        self.deaths += 1
        if self.deaths == _DEATHS_AT_START:
            raise WorkerError(
                f"{self.deaths} worker processes died before they read a document "
                "(out of memory?); give fewer --workers"
            )
        self.waiting.appendleft((task, piece))

    def _lose(self, process: WorkerProcess) -> tuple[_Task, _Piece]:
        self.processes.remove(process)
        return self.busy.pop(process)

    def _replace(self, task: _Task, piece: _Piece, at: int, one: _Piece) -> None:
        """Put what is before a document, the document, and what is behind it for a piece."""
        parts = [_Piece(piece.documents[:at]), one, _Piece(piece.documents[at + 1 :])]
        parts = [part for part in parts if part.documents]
        where = task.pieces.index(piece)
        task.pieces[where : where + 1] = parts
        self.waiting.extendleft((task, part) for part in reversed(parts) if part.result is None)

    def dismiss(self) -> None:
        """End all processes; nobody waits for what is under way."""
        for process in self.processes:
            process.kill()


def _failed(document: Document, error: str) -> BatchResult:
    return BatchResult.of_failure(document, error)
