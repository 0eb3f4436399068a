"""Passage text in, titles out: one or several posts with their organs (区委副书记、区长)."""

from __future__ import annotations

from newsie.article import Mention


def find_posts(text: str) -> list[Mention]:
    """The titles of a passage."""
    return []
