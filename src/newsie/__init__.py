"""newsie: who met whom, who holds which post, what was honoured, reached and promised.

>>> import newsie
>>> records = newsie.extract("2月6日，区长高小满主持安全生产会议。", published="2025-02-07")
>>> [record.type for record in records]
['article', 'meeting', 'official']
>>> records[1].date, records[1].participants[0].roles
('2025-02-06', ['host'])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsie.api import (
        Records,
        documents,
        extract,
        pipe,
        read,
        scan,
        to_pandas,
        to_polars,
    )
    from newsie.article import Document
    from newsie.pipeline import Extractor
    from newsie.record import Record

__all__ = [
    "Document",
    "Extractor",
    "Record",
    "Records",
    "documents",
    "extract",
    "pipe",
    "read",
    "scan",
    "to_pandas",
    "to_polars",
]


def __getattr__(name: str) -> Any:
    """Import what it takes when it is first asked for: `import newsie` itself must stay light."""
    if name not in __all__:
        raise AttributeError(f"module 'newsie' has no attribute {name!r}")
    return getattr(import_module("newsie.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
