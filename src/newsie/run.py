"""Documents in, their records written in order: one process or several, the same bytes.

The parent reads documents and writes bytes; workers turn batches of documents into serialised
records. A document on which extraction fails, or kills its worker, goes into quarantine, and the
others go on.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Protocol

from newsie.article import Document
from newsie.errors import NewsieError
from newsie.read import Problem
from newsie.write import Output, serialise_records

BATCH_CHARACTERS = 200_000
_BATCHES_A_WORKER = 3  # under way or waiting: enough to keep workers busy, few enough for memory


class Dumpable(Protocol):
    """A record, as far as writing is concerned."""

    def model_dump(self, *, mode: str) -> dict[str, Any]:
        """The record as plain values, keys in the order of writing."""
        ...


class Extracts(Protocol):
    """What turns a document into records: `pipeline.Extractor`."""

    def extract(self, document: Document) -> Sequence[Dumpable]:
        """The records of a document, in the order of writing."""
        ...


class Recipe(Protocol):
    """What an extractor is built from: small, hashable, picklable, as it travels to workers."""

    def build(self) -> Extracts:
        """Build the extractor; once a process."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ExtractorRecipe:
    """The options of `pipeline.Extractor`."""

    types: tuple[str, ...] | None = None
    place: str | None = None
    rules: Path | None = None
    gazetteers: Path | None = None
    segmenter: Literal["jieba", "pkuseg"] = "jieba"

    def build(self) -> Extracts:
        """Build the extractor.

        Raises:
            RuleFileError, GazetteerError, UsageError: naming the file and what is wrong in it.
        """
        from newsie.pipeline import Extractor  # seconds of imports, which --help must not pay

        return Extractor(
            types=self.types,
            place=self.place,
            rules=self.rules,
            gazetteers=self.gazetteers,
            segmenter=self.segmenter,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A document on which extraction failed."""

    doc_id: str
    error: str
    trace: str = ""


@dataclass(slots=True)
class BatchResult:
    """What came of a batch: lines as `write` takes them, how many of each type, what failed."""

    lines: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    documents: int = 0
    characters: int = 0

    def add(self, other: BatchResult) -> None:
        """Put another result behind this one."""
        for key, data in other.lines.items():
            self.lines[key] = self.lines.get(key, b"") + data
        self.counts += other.counts
        self.failures += other.failures
        self.documents += other.documents
        self.characters += other.characters


@dataclass(slots=True)
class Summary:
    """How a run went, so far or in all; `seconds` since it began."""

    documents: int = 0
    characters: int = 0
    unread: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.started


def run_extraction(
    items: Iterable[Document | Problem],
    recipe: Recipe,
    output: Output,
    *,
    workers: int = 1,
    report: Callable[[Problem], None],
    progress: Callable[[Summary], None],
) -> Summary:
    """Extract every document and write its records.

    Args:
        items: from `read_documents`, read as the work needs them.
        recipe: what workers build their extractor from.
        output: opened; neither finished nor abandoned here.
        workers: how many processes extract; 1 is this one alone.
        report: told of every problem.
        progress: told after every batch.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
        OutputError, BrokenPipeError: the output cannot be written.
    """
    summary = Summary()

    def tell(problem: Problem) -> None:
        summary.unread += problem.unread
        report(problem)

    batches = _batch_documents(items, tell)
    results: Iterator[BatchResult]
    if workers == 1:
        build_extractor(recipe)  # broken rules are told before any document is read
        results = (extract_batch(recipe, batch, output.by_type) for batch in batches)
    else:
        results = _extract_in_workers(recipe, batches, output.by_type, workers)
    for result in results:
        output.write(result.lines)
        for failure in result.failures:
            entry = {"doc_id": failure.doc_id, "error": failure.error, "trace": failure.trace}
            output.quarantine(entry)
            tell(Problem(failure.doc_id, f"left out, as extraction failed: {failure.error}"))
        summary.documents += result.documents
        summary.characters += result.characters
        summary.counts += result.counts
        progress(summary)
    return summary


def _batch_documents(
    items: Iterable[Document | Problem], tell: Callable[[Problem], None]
) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for item in items:
        if isinstance(item, Problem):
            tell(item)
            continue
        if not item.text.strip():
            tell(Problem(item.doc_id, "holds no text, so it gives no records", unread=False))
        batch.append(item)
        characters += len(item.text)
        if characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


@cache
def build_extractor(recipe: Recipe) -> Extracts:
    """The extractor of a recipe, built once a process."""
    return recipe.build()


def extract_batch(recipe: Recipe, batch: Sequence[Document], by_type: bool) -> BatchResult:
    """Extract documents one after another; what fails is told, not raised.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
    """
    extractor = build_extractor(recipe)
    result = BatchResult()
    for document in batch:
        result.add(_extract_document(extractor, document, by_type))
    return result


def _extract_document(extractor: Extracts, document: Document, by_type: bool) -> BatchResult:
    result = BatchResult(documents=1, characters=len(document.text))
    try:
        records = [record.model_dump(mode="python") for record in extractor.extract(document)]
        result.lines = serialise_records(records, by_type)
        result.counts = Counter(record["type"] for record in records)
    except NewsieError:
        raise
    except Exception as error:  # whatever it is, it must not cost the other documents
        what = f"{type(error).__name__}: {error}"
        return BatchResult(
            failures=[Failure(document.doc_id, what, traceback.format_exc())],
            documents=1,
            characters=len(document.text),
        )
    return result


def _extract_in_workers(
    recipe: Recipe, batches: Iterator[list[Document]], by_type: bool, workers: int
) -> Iterator[BatchResult]:
    """The results of batches in order; at most a few batches a worker are under way."""
    waiting: deque[tuple[list[Document], Future[BatchResult]]] = deque()
    pool = _new_pool(workers)
    try:
        while True:
            for batch in islice(batches, workers * _BATCHES_A_WORKER - len(waiting)):
                waiting.append((batch, pool.submit(extract_batch, recipe, batch, by_type)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                for unfinished in [batch, *(late for late, _ in waiting)]:
                    yield _extract_singly(recipe, unfinished, by_type)
                waiting.clear()
                pool = _new_pool(workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _extract_singly(recipe: Recipe, batch: Sequence[Document], by_type: bool) -> BatchResult:
    """Extract a batch of which a document may kill its worker, each document on its own."""
    whole = BatchResult()
    pool = _new_pool(1)
    for document in batch:
        try:
            whole.add(pool.submit(extract_batch, recipe, [document], by_type).result())
        except BrokenProcessPool:
            failure = Failure(document.doc_id, "its worker process died (out of memory?)")
            whole.add(BatchResult(failures=[failure], documents=1, characters=len(document.text)))
            pool.shutdown(cancel_futures=True)
            pool = _new_pool(1)
    pool.shutdown()
    return whole


def _new_pool(workers: int) -> ProcessPoolExecutor:
    # spawn: nothing of the parent's state, and the same on every system
    return ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts
    )


def _leave_interrupts() -> None:
    """Let the parent alone deal with Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
