"""Records in, one page of HTML out that shows each article beside its records.

The page holds everything: no network, no other file. The index of articles and packed chunks of
their texts and records lie in it as text, and are unpacked by the browser when they are wanted.
"""

from __future__ import annotations

from newsie.view.articles import ViewArticle, ViewRecord, collect_articles
from newsie.view.changes import collect_changes
from newsie.view.page import write_page
from newsie.view.reasons import add_reasons

__all__ = [
    "ViewArticle",
    "ViewRecord",
    "add_reasons",
    "collect_articles",
    "collect_changes",
    "write_page",
]
