"""Batches in, their results out in the same order, from several processes.

A process that dies takes with it what all processes had under way; those batches are then done
again, a document at a time, so that only the document that killed it is left out.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.process import BaseProcess

from newsie.article import Document
from newsie.run.batch import BatchResult, Failure, Recipe, extract_batch
from newsie.write import Form

_BATCHES_A_WORKER = 3  # under way or waiting: enough to keep workers busy, few enough for memory


def extract_in_workers(
    recipe: Recipe, batches: Iterator[list[Document]], form: Form, workers: int
) -> Generator[BatchResult]:
    """The results of batches in order; at most a few batches a worker are under way."""
    waiting: deque[tuple[list[Document], Future[BatchResult]]] = deque()
    pool = _new_pool(workers)
    try:
        while True:
            for batch in islice(batches, workers * _BATCHES_A_WORKER - len(waiting)):
                waiting.append((batch, _submit(pool, recipe, batch, form)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                for unfinished in [batch, *(late for late, _ in waiting)]:
                    yield _extract_singly(recipe, unfinished, form)
                waiting.clear()
                pool = _new_pool(workers)
    except BaseException:  # nobody waits for what is under way
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, recipe: Recipe, batch: list[Document], form: Form
) -> Future[BatchResult]:
    try:
        return pool.submit(extract_batch, recipe, batch, form)
    except BrokenProcessPool as error:  # a worker died since the last result
        future: Future[BatchResult] = Future()
        future.set_exception(error)
        return future


def _extract_singly(recipe: Recipe, batch: Sequence[Document], form: Form) -> BatchResult:
    """Extract a batch of which a document may kill its worker, each document on its own."""
    whole = BatchResult()
    pool = _new_pool(1)
    for document in batch:
        try:
            whole.add(pool.submit(extract_batch, recipe, [document], form).result())
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
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_worker
    )


def _begin_worker() -> None:
    """Let the parent alone deal with Ctrl-C, and do not outlive it when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
