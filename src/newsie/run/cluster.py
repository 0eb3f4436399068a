"""Batches in, their results out: from the workers of a Dask cluster.

This process reads the documents and writes the output, the cluster extracts: a shard is a task,
which travels with its documents, so that workers need neither the input nor the output. A task of
a worker that is lost is done again by another. Each thread of a worker leads a process of its own,
as `workers` does on one machine: what a document does to that one, the worker survives.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import threading
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from distributed import CancelledError, Client, KilledWorker, WorkerPlugin, as_completed, get_worker

from newsie.article import Document
from newsie.errors import NewsieError, WorkerError
from newsie.run.batch import BatchResult, ExtractorRecipe, Recipe
from newsie.run.division import Batch
from newsie.run.manifest import describe_program
from newsie.run.workers import Crew
from newsie.write import Form

_TASKS_A_THREAD = 2  # under way or waiting: a thread that has ended one has the next at hand
_FEWEST_TASKS = 4  # also while no worker is there yet
Files = tuple[tuple[str, bytes], ...]  # names and contents

_LOSSES = 10  # how often workers may be lost over one task


@dataclass(frozen=True, slots=True)
class PackedRecipe:
    """A recipe with the user's own rules and gazetteers in it, which only this machine has."""

    recipe: ExtractorRecipe
    rules: Files | None
    gazetteers: Files | None

    @classmethod
    def of(cls, recipe: ExtractorRecipe) -> PackedRecipe:
        """Pack a recipe.

        Raises:
            RuleFileError, GazetteerError, UsageError: what is to be packed is broken.
        """
        if recipe.rules is not None or recipe.gazetteers is not None:
            recipe.build()
        bare = replace(recipe, rules=None, gazetteers=None)
        return cls(bare, _pack(recipe.rules), _pack(recipe.gazetteers))

    def unpack(self, folder: Path) -> ExtractorRecipe:
        """The recipe, its rules and gazetteers in a folder that must stay as long as it."""
        rules = _unpack(self.rules, folder / "rules")
        gazetteers = _unpack(self.gazetteers, folder / "gazetteers")
        return replace(self.recipe, rules=rules, gazetteers=gazetteers)


def _pack(folder: Path | None) -> Files | None:
    if folder is None:
        return None
    return tuple(
        (path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()
    )


def _unpack(files: Files | None, folder: Path) -> Path | None:
    if files is None:
        return None
    folder.mkdir()
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder


class NewsiePlugin(WorkerPlugin):
    """What a worker of the cluster holds for a run: a process for each of its threads."""

    def __init__(
        self,
        recipe: PackedRecipe | Recipe,
        form: Form,
        timeout: float | None,
        program: dict[str, Any],
    ) -> None:
        self._recipe = recipe
        self._form = form
        self._timeout = timeout
        self._program = program
        self._crews: dict[int, Crew] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def setup(self, worker: object) -> None:
        """Allow the worker, which is a daemon of its nanny's, to start processes."""
        multiprocessing.current_process().daemon = False
        if isinstance(self._recipe, PackedRecipe):
            self._folder = tempfile.TemporaryDirectory(prefix="newsie-")
            self._recipe = self._recipe.unpack(Path(self._folder.name))

    def teardown(self, worker: object) -> None:
        """End the processes."""
        for crew in self._crews.values():
            crew.dismiss()
        if self._folder is not None:
            self._folder.cleanup()

    def extract(self, documents: list[Document]) -> BatchResult:
        """Extract documents in the process of this thread.

        Raises:
            WorkerError: this machine has another newsie than the one that leads the run.
        """
        here = describe_program()
        if here != self._program:
            parts = [part for part in self._program if here.get(part) != self._program[part]]
            raise WorkerError(
                f"{', '.join(parts)} of newsie differ on {get_worker().address} from those here; "
                "install the same newsie, and what it needs, on all machines"
            )
        thread = threading.get_ident()
        assert not isinstance(self._recipe, PackedRecipe)
        new = Crew(self._recipe, self._form, 1, self._timeout)
        crew = self._crews.setdefault(thread, new)
        try:
            with closing(crew.extract(iter([Batch(0, documents)]))) as results:
                return next(results)[1]
        except BaseException:
            self._crews.pop(thread).dismiss()
            raise


def extract_on_cluster(
    address: str,
    recipe: Recipe,
    batches: Iterator[Batch],
    form: Form,
    timeout: float | None = None,
    *,
    in_order: bool = False,
) -> Generator[tuple[Batch, BatchResult]]:
    """The results of shards, each as a batch of its own, as they come or in order.

    Args:
        address: of the cluster's scheduler, or a file that it wrote (`--scheduler-file`).
        recipe: what workers build their extractors from.
        batches: read as the work needs them.
        form: how records are serialised.
        timeout: seconds a million characters, and for every document those of one million.
        in_order: hold results back until those before them are there.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
        WorkerError: the cluster cannot be reached, is lost, or has another newsie.
    """
    client = _connect(address)
    name = f"newsie-{uuid.uuid4().hex}"
    try:
        packed = PackedRecipe.of(recipe) if isinstance(recipe, ExtractorRecipe) else recipe
        plugin = NewsiePlugin(packed, form, timeout, describe_program())
        client.register_plugin(plugin, name=name)
        results = _extract(client, name, _whole_shards(batches))
        yield from _put_in_order(results) if in_order else results
    except NewsieError:
        raise
    except (OSError, ImportError, CancelledError) as error:
        what = str(error) or type(error).__name__
        raise WorkerError(f"--cluster {address}: {what}") from error
    finally:
        with suppress(Exception):
            client.unregister_worker_plugin(name)
        client.close()


def _connect(address: str) -> Any:
    try:
        if Path(address).is_file():
            return Client(scheduler_file=address)  # type: ignore[no-untyped-call]
        return Client(address)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise WorkerError(
            f"--cluster {address}: no scheduler answers there ({error}); "
            "give its address, as tcp://HOST:8786, or the file it wrote"
        ) from error


def _whole_shards(batches: Iterable[Batch]) -> Iterator[Batch]:
    """Batches that are a shard each."""
    whole: Batch | None = None
    for batch in batches:
        if whole is None:
            whole = Batch(batch.shard, ends_shard=True)
        whole.documents += batch.documents
        whole.characters += batch.characters
        if batch.ends_shard:
            yield whole
            whole = None
    if whole is not None:
        yield whole


def _extract(
    client: Any, name: str, shards: Iterator[Batch]
) -> Generator[tuple[Batch, BatchResult]]:
    under_way: dict[Any, Batch] = {}
    losses: dict[int, int] = {}
    done: Any = as_completed()  # type: ignore[no-untyped-call]

    def submit(shard: Batch) -> None:
        key = f"{name}-{shard.shard}-{losses.get(shard.shard, 0)}"
        future = client.submit(_extract_shard, name, shard.documents, key=key, pure=False)
        under_way[future] = shard
        done.add(future)

    while True:
        room = max(_FEWEST_TASKS, _TASKS_A_THREAD * sum(client.nthreads().values()))
        while len(under_way) < room and (shard := next(shards, None)) is not None:
            submit(shard)
        if not under_way:
            return
        future = next(done)
        shard = under_way.pop(future)
        try:
            result = future.result()
        except KilledWorker:
            losses[shard.shard] = losses.get(shard.shard, 0) + 1
            if losses[shard.shard] == _LOSSES:
                raise WorkerError(
                    f"workers were lost {_LOSSES} times over the documents from "
                    f"{shard.documents[0].doc_id} to {shard.documents[-1].doc_id}"
                ) from None
            submit(shard)
            continue
        yield shard, result


def _extract_shard(name: str, documents: list[Document]) -> BatchResult:
    """The task."""
    plugin = get_worker().plugins[name]
    assert isinstance(plugin, NewsiePlugin)
    return plugin.extract(documents)


def _put_in_order(
    results: Iterable[tuple[Batch, BatchResult]],
) -> Generator[tuple[Batch, BatchResult]]:
    waiting: dict[int, tuple[Batch, BatchResult]] = {}
    number = 0
    for batch, result in results:
        waiting[batch.shard] = batch, result
        while number in waiting:
            yield waiting.pop(number)
            number += 1
