"""A document in, why its records are as they are out, and why other sentences have none."""

from __future__ import annotations

from newsie.explain.attempts import Attempt, try_rules
from newsie.explain.document import (
    RecordExplanation,
    SentenceExplanation,
    explain_records,
    explain_sentences,
)
from newsie.explain.steps import Step

__all__ = [
    "Attempt",
    "RecordExplanation",
    "SentenceExplanation",
    "Step",
    "explain_records",
    "explain_sentences",
    "try_rules",
]
