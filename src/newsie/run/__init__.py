"""Documents in, their records written: the run between the command line and the pipeline."""

from __future__ import annotations

from newsie.run.batch import ExtractorRecipe
from newsie.run.extraction import Summary, run_extraction
from newsie.run.manifest import describe_run

__all__ = ["ExtractorRecipe", "Summary", "describe_run", "run_extraction"]
