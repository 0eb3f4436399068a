"""An extractor for tests of runs, in a module of its own so that worker processes can import it."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsie.article import Document


@dataclass(frozen=True, slots=True)
class StubRecord:
    """A record of a document."""

    type: str
    doc_id: str
    characters: int

    def model_dump(self, *, mode: str) -> dict[str, Any]:
        """The record as plain values."""
        return {"type": self.type, "doc_id": self.doc_id, "characters": self.characters}


@dataclass(frozen=True, slots=True)
class StubRecipe:
    """Takes what `run.ExtractorRecipe` takes."""

    types: tuple[str, ...] | None = None
    place: str | None = None
    rules: Path | None = None
    gazetteers: Path | None = None
    segmenter: str = "jieba"

    def build(self) -> StubExtractor:
        """Build the extractor."""
        return StubExtractor()


class StubExtractor:
    """Gives an article and a meeting a document, unless its text asks for trouble."""

    def extract_all(
        self, documents: Sequence[Document], begin: Callable[[int], None] | None = None
    ) -> list[Sequence[StubRecord]]:
        """The records of documents, in two steps: the first finds none."""
        begin = begin or (lambda index: None)
        for index, _ in enumerate(documents):
            begin(index)
        found = []
        for index, document in enumerate(documents):
            begin(index)
            found.append(_extract(document))
        return found


def _extract(document: Document) -> Sequence[StubRecord]:
    _make_trouble(document.text)
    if not document.text:
        return []
    types = ("article", "meeting")
    return [StubRecord(name, document.doc_id, len(document.text)) for name in types]


def _make_trouble(text: str) -> None:
    if text == "出错":
        raise ValueError("no such day")
    if text == "崩溃":  # as when the system has no memory left
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "崩溃一次":
        once = Path("died")
        if not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if text == "无内存":
        bytearray(1 << 60)
    if text.startswith("永远"):  # inside C, where no signal handler of Python's is ever called
        re.match("(永*)*$", "永" * 60 + "远")
    if text == "慢":
        time.sleep(0.02)
