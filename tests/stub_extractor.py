"""An extractor for tests of runs, in a module of its own so that worker processes can import it."""

from __future__ import annotations

import os
from collections.abc import Sequence
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
    """Gives an article and a meeting a document; fails on 出错, kills its process on 崩溃."""

    def extract(self, document: Document) -> Sequence[StubRecord]:
        """The records of a document."""
        if document.text == "出错":
            raise ValueError("no such day")
        if document.text == "崩溃":
            os._exit(9)
        if not document.text:
            return []
        types = ("article", "meeting")
        return [StubRecord(name, document.doc_id, len(document.text)) for name in types]
