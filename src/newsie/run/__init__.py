"""Documents in, their records written: the run between the command line and the pipeline."""

from __future__ import annotations

from newsie.run.batch import ExtractorRecipe
from newsie.run.extraction import Summary, run_extraction
from newsie.run.manifest import check_unchanged, describe_run, note_state

__all__ = [
    "ExtractorRecipe",
    "Summary",
    "check_unchanged",
    "describe_run",
    "note_state",
    "run_extraction",
]
