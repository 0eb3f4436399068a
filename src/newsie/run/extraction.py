"""Documents in, their records written in order: one process or several, the same bytes.

This process reads documents and writes bytes, others extract. The output keeps every shard that is
finished, so that an interrupted run can be taken up there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from itertools import chain, islice
from typing import Any

from newsie.article import Document
from newsie.errors import UsageError
from newsie.ingest import Problem
from newsie.run import division
from newsie.run.batch import BatchResult, Failure, Recipe, build_extractor, extract_batch
from newsie.run.division import Batch, divide_documents
from newsie.write import Form, Output


@dataclass(slots=True)
class Summary:
    """How a run went, so far or in all; of a resumed run, what was done before counts in.

    Args:
        documents: read, whatever came of them.
        characters: in those documents.
        unread: documents and files that could not be read.
        failed: documents that were read, and on which extraction failed.
        counts: records by type.
        done_before: characters and documents done before the run was resumed.
        started: on the monotonic clock.
    """

    documents: int = 0
    characters: int = 0
    unread: int = 0
    failed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    done_before: tuple[int, int] = (0, 0)
    started: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, result: Mapping[str, Any]) -> Summary:
        """The summary of a run that was finished before."""
        return cls(
            documents=result["documents"],
            characters=result["characters"],
            unread=result["unread"],
            failed=result["failed"],
            counts=Counter(result["records"]),
            done_before=(result["characters"], result["documents"]),
        )

    def result(self) -> dict[str, Any]:
        """What stays of it in the manifest."""
        return {
            "documents": self.documents,
            "characters": self.characters,
            "unread": self.unread,
            "failed": self.failed,
            "records": dict(sorted(self.counts.items())),
        }

    def add(self, result: BatchResult) -> None:
        """Count a batch in."""
        self.documents += result.documents
        self.characters += result.characters
        self.failed += len(result.failures)
        self.counts += result.counts

    @property
    def seconds(self) -> float:
        """Since the run began, or was resumed."""
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Characters a second, since then."""
        return (self.characters - self.done_before[0]) / max(self.seconds, 0.001)

    def seconds_left(self, documents: int) -> float | None:
        """How long the rest takes if the documents still to come are as those since the start."""
        done = self.documents - self.done_before[1]
        if not done:
            return None
        return max(0, documents - self.documents) * self.seconds / done


def run_extraction(
    items: Iterable[Document | Problem],
    recipe: Recipe,
    output: Output,
    *,
    workers: int = 1,
    timeout: float | None = None,
    cluster: str | None = None,
    report: Callable[[Problem], None],
    progress: Callable[[Summary], None],
    check: Callable[[], None] = lambda: None,
) -> Summary:
    """Extract every document, write its records, and put the output into its place.

    Args:
        items: from `read_documents`, read as the work needs them.
        recipe: what workers build their extractor from.
        output: opened; whoever calls abandons it after an error.
        workers: how many processes extract.
        timeout: seconds a document may take a million characters, and at least one million's.
        cluster: the address of a Dask cluster's scheduler, which then extracts.
        report: told of every problem.
        progress: told after every batch.
        check: asked before the output is put into its place; raises what stands against it.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
        WorkerError: worker processes die before they begin.
        OutputError, BrokenPipeError: the output cannot be written.
    """
    if output.result is not None:
        output.finish(output.result, [])
        return Summary.of(output.result)
    summary = Summary()
    shards = _Shards(output)
    for number, facts in sorted(output.done.items()):
        summary.add(shards.take_up(number, BatchResult.of(facts)))
    summary.done_before = (summary.characters, summary.documents)

    def tell(problem: Problem) -> None:
        summary.unread += problem.unread
        report(problem)

    batches = divide_documents(
        items,
        tell,
        shard_characters=division.SHARD_CHARACTERS if output.keeps_shards else 0,
        done=output.done,
    )
    with closing(_start(recipe, batches, output, workers, timeout, cluster)) as results:
        for batch, result in results:
            for failure in result.failures:
                report(Problem(failure.doc_id, f"left out, as extraction failed: {failure.error}"))
            summary.add(result)
            shards.add(batch, result)
            progress(summary)
    shards.end()
    check()
    output.finish(summary.result(), shards.quarantine())
    return summary


class _Shards:
    """What batches yield, put together into the shards of an output."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._failures: dict[int, list[Failure]] = {}  # by the number of the shard
        self._number = 0
        self._open = BatchResult()

    def take_up(self, number: int, result: BatchResult) -> BatchResult:
        """Count in a shard that an interrupted run has written."""
        self._failures[number] = result.failures
        return result

    def add(self, batch: Batch, result: BatchResult) -> None:
        """Put in the next batch; the shard that it ends is written."""
        self._open.add(result)
        self._number = batch.shard
        if batch.ends_shard:
            self._write()

    def end(self) -> None:
        """Write what no batch has ended."""
        if self._open.documents:
            self._write()

    def quarantine(self) -> list[dict[str, Any]]:
        """The documents on which extraction failed, in their order."""
        return [asdict(failure) for _, some in sorted(self._failures.items()) for failure in some]

    def _write(self) -> None:
        self._output.write(self._number, self._open.lines, self._open.facts())
        self._failures[self._number] = self._open.failures
        self._open = BatchResult()


def _start(
    recipe: Recipe,
    batches: Iterator[Batch],
    output: Output,
    workers: int,
    timeout: float | None,
    cluster: str | None,
) -> Generator[tuple[Batch, BatchResult]]:
    """The results of batches, from here, from other processes or from a cluster."""
    if cluster is None:
        return _extract(recipe, batches, output.form, workers, timeout)
    try:
        from newsie.run.cluster import extract_on_cluster
    except ImportError as error:
        raise UsageError("--cluster needs Dask: pip install 'newsie[dask]'") from error
    return extract_on_cluster(
        cluster, recipe, batches, output.form, timeout, in_order=not output.keeps_shards
    )


def _extract(
    recipe: Recipe, batches: Iterator[Batch], form: Form, workers: int, timeout: float | None
) -> Generator[tuple[Batch, BatchResult]]:
    """The results of batches: from this process where there is hardly anything to do.

    Otherwise from others, also where it is only one: what a document does to that one, this
    process survives.
    """
    first = list(islice(batches, 1))
    is_little = not first or first[0].characters < division.BATCH_CHARACTERS
    if workers > 1 or timeout is not None or not is_little:
        from newsie.run.workers import extract_in_workers  # a page alone need not wait for it

        yield from extract_in_workers(recipe, chain(first, batches), form, workers, timeout)
        return
    build_extractor(recipe)  # broken rules are told also where there is no document
    for batch in chain(first, batches):
        yield batch, extract_batch(recipe, batch.documents, form)
