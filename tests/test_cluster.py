"""What the leading process of a run on a cluster does; `.ci/cluster.py` runs a real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsie.article import Document
from newsie.errors import WorkerError
from newsie.run import cluster
from newsie.run.batch import BatchResult, ExtractorRecipe, Recipe
from newsie.run.division import Batch
from newsie.run.manifest import describe_program
from newsie.write import Form

FIRST, SECOND, THIRD, FOURTH = (Document(str(number), "会" * number) for number in range(1, 5))


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Recipe:
    """Of a stub for an extractor, which worker processes can import."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    stub: Recipe = __import__("stub_extractor").StubRecipe()
    return stub


def test_a_shard_is_one_task() -> None:
    batches = [
        Batch(3, [FIRST], 1),
        Batch(3, [SECOND], 2, ends_shard=True),
        Batch(5, [THIRD], 3, ends_shard=True),
        Batch(6, [FOURTH], 4),
    ]
    assert list(cluster._whole_shards(batches)) == [
        Batch(3, [FIRST, SECOND], 3, ends_shard=True),
        Batch(5, [THIRD], 3, ends_shard=True),
        Batch(6, [FOURTH], 4, ends_shard=True),
    ]


def test_results_come_in_order_where_they_must() -> None:
    taken: list[int] = []

    def come() -> Iterator[tuple[Batch, BatchResult]]:
        for number in (1, 0, 3, 2):
            taken.append(number)
            yield Batch(number), BatchResult()

    given = [(batch.shard, list(taken)) for batch, _ in cluster._put_in_order(come())]
    assert given == [
        (0, [1, 0]),
        (1, [1, 0]),
        (2, [1, 0, 3, 2]),
        (3, [1, 0, 3, 2]),
    ]


def test_the_users_own_rules_travel_with_the_recipe(tmp_path: Path) -> None:
    rules, elsewhere = tmp_path / "rules", tmp_path / "elsewhere"
    for folder in (rules, elsewhere):
        folder.mkdir()
    text = "[[rule]]\nid = 'own'\npattern = '{people:host}主持'\nexamples = ['区长高小满主持']\n"
    (rules / "meeting.toml").write_text(text)
    packed = cluster.PackedRecipe.of(ExtractorRecipe(types=("meeting",), rules=rules))
    unpacked = packed.unpack(elsewhere)
    assert unpacked == ExtractorRecipe(types=("meeting",), rules=elsewhere / "rules")
    assert (elsewhere / "rules" / "meeting.toml").read_text() == text
    (rules / "meetings.toml").write_text("")
    with pytest.raises(Exception, match=r"meetings\.toml"):
        cluster.PackedRecipe.of(ExtractorRecipe(rules=rules))


def test_a_worker_with_another_newsie_is_refused(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Worker:
        address = "tcp://10.0.0.7:40001"

    monkeypatch.setattr(cluster, "get_worker", Worker)
    program = {**describe_program(), "code": "other", "rules": "other"}
    plugin = cluster.NewsiePlugin(recipe, Form(), None, program)
    with pytest.raises(WorkerError) as caught:
        plugin.extract([FIRST])
    assert str(caught.value) == (
        "code, rules of newsie differ on tcp://10.0.0.7:40001 from those here; "
        "install the same newsie, and what it needs, on all machines"
    )


def test_a_worker_extracts_in_a_process_of_its_own(recipe: Recipe) -> None:
    plugin = cluster.NewsiePlugin(recipe, Form(), None, describe_program())
    plugin.setup(None)
    try:
        results = [plugin.extract([FIRST]), plugin.extract([Document("x", "崩溃"), SECOND])]
    finally:
        plugin.teardown(None)
    assert [(result.documents, len(result.failures)) for result in results] == [(1, 0), (2, 1)]


def test_an_address_without_a_scheduler_is_named(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "Client", lambda address: int(address))
    with pytest.raises(WorkerError, match=r"^--cluster nowhere: no scheduler answers there"):
        next(cluster.extract_on_cluster("nowhere", recipe, iter([]), Form()))
