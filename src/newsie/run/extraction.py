"""Documents in, their records written in order: one process or several, the same bytes.

This process reads documents and writes bytes; after every batch the output notes how far it is, so
that an interrupted run can be taken up there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from typing import Any

from newsie.article import Document
from newsie.ingest import Problem
from newsie.run.batch import BatchResult, Recipe, build_extractor, extract_batch
from newsie.run.workers import extract_in_workers
from newsie.write import Output

BATCH_CHARACTERS = 50_000  # seconds of work: small against a checkpoint, large against a message


@dataclass(slots=True)
class Summary:
    """How a run went, so far or in all; of a resumed run, what was done before counts in.

    Args:
        documents: read, whatever came of them.
        characters: in those documents.
        unread: documents and files that could not be read.
        failed: documents that were read, and on which extraction failed.
        counts: records by type.
        done_before: characters done before the run was resumed.
        started: on the monotonic clock.
    """

    documents: int = 0
    characters: int = 0
    unread: int = 0
    failed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    done_before: int = 0
    started: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, state: Mapping[str, Any] | None) -> Summary:
        """The beginning of a run, or of the rest of one that was interrupted."""
        if state is None:
            return cls()
        return cls(
            documents=state["documents"],
            characters=state["characters"],
            failed=state["failed"],
            counts=Counter(state["counts"]),
            done_before=state["characters"],
        )

    def state(self) -> dict[str, Any]:
        """What `of` needs. Not `unread`: a resumed run reads, and counts, all input again."""
        names = ("documents", "characters", "failed", "counts")
        return {name: getattr(self, name) for name in names}

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
        return (self.characters - self.done_before) / max(self.seconds, 0.001)


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
    summary = Summary.of(output.state)

    def tell(problem: Problem) -> None:
        summary.unread += problem.unread
        report(problem)

    batches = _batch_documents(items, tell, summary.documents)
    results: Generator[BatchResult]
    if workers == 1:
        build_extractor(recipe)  # broken rules are told before any document is read
        results = (extract_batch(recipe, batch, output.form) for batch in batches)
    else:
        results = extract_in_workers(recipe, batches, output.form, workers)
    with closing(results):
        for result in results:
            output.write(result.lines)
            for failure in result.failures:
                output.quarantine(asdict(failure))
                report(Problem(failure.doc_id, f"left out, as extraction failed: {failure.error}"))
            summary.add(result)
            output.save_checkpoint(summary.state())
            progress(summary)
    return summary


def _batch_documents(
    items: Iterable[Document | Problem], tell: Callable[[Problem], None], done: int
) -> Iterator[list[Document]]:
    """Put documents together, the first `done` of them left out."""
    batch: list[Document] = []
    characters = 0
    for item in items:
        if isinstance(item, Problem):
            tell(item)
            continue
        if not item.text.strip():
            tell(Problem(item.doc_id, "holds no text, so it gives no records", unread=False))
        if done:
            done -= 1
            continue
        batch.append(item)
        characters += len(item.text)
        if characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
