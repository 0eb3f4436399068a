"""Documents in, batches and shards out: the same ones for the same input, in every run."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field

from newsie.article import Document
from newsie.ingest import Problem

BATCH_CHARACTERS = 50_000  # a second of work or less: small to lose, large against a message
SHARD_CHARACTERS = 1_000_000  # seconds of work: what an interrupted run does again


@dataclass(slots=True)
class Batch:
    """Documents that one process extracts in one go.

    Args:
        shard: the number of the shard that it belongs to.
        documents: in order.
        ends_shard: the next batch, if there is one, belongs to the next shard.
    """

    shard: int
    documents: list[Document] = field(default_factory=list)
    characters: int = 0
    ends_shard: bool = False

    def add(self, document: Document) -> None:
        """Put a document behind the others."""
        self.documents.append(document)
        self.characters += max(1, len(document.text))  # nor may a million empty ones be one batch


def divide_documents(
    items: Iterable[Document | Problem],
    tell: Callable[[Problem], None],
    *,
    shard_characters: int,
    done: Container[int] = (),
) -> Iterator[Batch]:
    """Put documents together, those of finished shards left out.

    Where a batch and a shard end depends on nothing but the documents, so that a run that goes on
    from another makes the same shards.

    Args:
        items: documents, with problems among them.
        tell: told of each problem.
        shard_characters: a shard ends with the batch that reaches them.
        done: numbers of finished shards.
    """
    batch, before = Batch(0), 0
    for item in items:
        if isinstance(item, Problem):
            tell(item)
            continue
        if not item.text.strip():
            tell(Problem(item.doc_id, "holds no text, so it gives no records", unread=False))
        batch.add(item)
        if batch.characters >= BATCH_CHARACTERS:
            before += batch.characters
            batch.ends_shard = before >= shard_characters
            if batch.shard not in done:
                yield batch
            if batch.ends_shard:
                before = 0
            batch = Batch(batch.shard + batch.ends_shard)
    if batch.documents and batch.shard not in done:
        yield batch
