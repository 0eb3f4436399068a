"""A batch of documents in, its serialised records out: what every process of a run does.

A document on which extraction fails costs no other; what an extractor is built from travels to
the workers as a recipe, as extractors themselves cannot.
"""

from __future__ import annotations

import gc
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

from newsie.article import Document
from newsie.errors import NewsieError
from newsie.write import Form, serialise_records


class Dumpable(Protocol):
    """A record, as far as writing is concerned."""

    def model_dump(self, *, mode: str) -> dict[str, Any]:
        """The record as plain values, keys in the order of writing."""
        ...


class Extracts(Protocol):
    """What turns documents into records: `pipeline.Extractor`."""

    def extract_all(
        self, documents: Sequence[Document], begin: Callable[[int], None] | None = None
    ) -> Sequence[Sequence[Dumpable]]:
        """The records of each document, in the order of writing.

        Args:
            begin: called with the index of the document whenever the work turns to another.
        """
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


SHEAF_CHARACTERS = 30_000  # enough to keep each step warm, little enough for the processor's cache
_COLLECTED_AFTER = 100_000  # objects made and not gone, between two looks for garbage


@dataclass(slots=True)
class BatchResult:
    """What came of a batch: lines as `write` takes them, how many of each type, what failed."""

    lines: dict[str, bytearray] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    documents: int = 0
    characters: int = 0

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> BatchResult:
        """What `facts` told of a result; its lines are elsewhere."""
        return cls(
            counts=Counter(facts["counts"]),
            failures=[Failure(**failure) for failure in facts["failures"]],
            documents=facts["documents"],
            characters=facts["characters"],
        )

    @classmethod
    def of_failure(cls, document: Document, error: str, trace: str = "") -> BatchResult:
        """The result of a document on which extraction failed."""
        failure = Failure(document.doc_id, error, trace)
        return cls(failures=[failure], documents=1, characters=len(document.text))

    def facts(self) -> dict[str, Any]:
        """Everything but the lines, as JSON values."""
        return {
            "documents": self.documents,
            "characters": self.characters,
            "counts": dict(sorted(self.counts.items())),
            "failures": [asdict(failure) for failure in self.failures],
        }

    def add(self, other: BatchResult) -> None:
        """Put another result behind this one."""
        for key, data in other.lines.items():
            self.lines.setdefault(key, bytearray()).extend(data)
        self.counts.update(other.counts)
        self.failures += other.failures
        self.documents += other.documents
        self.characters += other.characters


@cache
def build_extractor(recipe: Recipe) -> Extracts:
    """The extractor of a recipe, built once a process.

    What it holds lives as long as the process: the garbage collector need not look at it while it
    is built, nor again, and need not look so often at the many small things that come and go with
    each document.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        extractor = recipe.build()
    finally:
        if collecting:
            gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER)
    return extractor


def extract_batch(
    recipe: Recipe,
    batch: Sequence[Document],
    form: Form,
    begin: Callable[[int], None] | None = None,
) -> BatchResult:
    """Extract documents; what fails is told, not raised.

    They are extracted in sheaves. Of one in which something fails, each document is extracted
    again, alone.

    Args:
        recipe: of the extractor.
        batch: the documents.
        form: how their records are serialised.
        begin: called with the index of a document whenever the work turns to it.

    Raises:
        RuleFileError, GazetteerError, UsageError: the extractor cannot be built.
    """
    extractor = build_extractor(recipe)
    result = BatchResult()
    for first, sheaf in bind_sheaves(batch):
        try:
            result.add(_extract_sheaf(extractor, sheaf, form, _shift(begin, first)))
        except NewsieError:
            raise
        except Exception:  # of any of them
            for index, document in enumerate(sheaf, first):
                result.add(_extract_alone(extractor, document, form, _shift(begin, index)))
    return result


def bind_sheaves(documents: Iterable[Document]) -> Iterator[tuple[int, list[Document]]]:
    """The documents in lists of about `SHEAF_CHARACTERS`, each with the index of its first.

    Where reading one fails, those before it come out first.
    """
    sheaf: list[Document] = []
    first, characters = 0, 0
    try:
        for document in documents:
            sheaf.append(document)
            characters += len(document.text)
            if characters >= SHEAF_CHARACTERS:
                yield first, sheaf
                first, sheaf, characters = first + len(sheaf), [], 0
    except Exception:
        if sheaf:
            yield first, sheaf
        raise
    if sheaf:
        yield first, sheaf


def _shift(begin: Callable[[int], None] | None, first: int) -> Callable[[int], None] | None:
    """What is called with the index in a batch, where a sheaf of it counts from 0."""
    return None if begin is None else lambda index: begin(first + index)


def _extract_sheaf(
    extractor: Extracts,
    sheaf: Sequence[Document],
    form: Form,
    begin: Callable[[int], None] | None,
) -> BatchResult:
    records: list[dict[str, Any]] = []
    for document, found in zip(sheaf, extractor.extract_all(sheaf, begin), strict=True):
        dumped = [record.model_dump(mode="python") for record in found]
        if document.markup is not None:
            _quote_markup(dumped, document.markup)
        records += dumped
    return BatchResult(
        lines={key: bytearray(data) for key, data in serialise_records(records, form).items()},
        counts=Counter(record["type"] for record in records),
        documents=len(sheaf),
        characters=sum(len(document.text) for document in sheaf),
    )


def _extract_alone(
    extractor: Extracts,
    document: Document,
    form: Form,
    begin: Callable[[int], None] | None,
) -> BatchResult:
    try:
        return _extract_sheaf(extractor, [document], form, begin)
    except NewsieError:
        raise
    except Exception as error:  # whatever it is, it must not cost the other documents
        what = f"{type(error).__name__}: {error}"
        return BatchResult.of_failure(document, what, traceback.format_exc())


def _quote_markup(records: Sequence[dict[str, Any]], markup: str) -> None:
    """Let evidence quote a web page as given, tags inside a sentence among it."""
    for record in records:
        for item in record["evidence"]:
            item["text"] = markup[item["start"] : item["end"]]
