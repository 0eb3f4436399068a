"""An article and its matches in, figures and promises out: numbers, and what they say.

Both metrics and targets are made of figures: the first report them, the second promise them.
"""

from newsie.measure.figure import (
    Figure,
    Phrase,
    ReadClause,
    Reading,
    join_hedges,
)
from newsie.measure.pledge import Promise, Tier
from newsie.measure.promise import find_promises
from newsie.measure.read import read_article
from newsie.measure.refusal import is_reported
from newsie.measure.standard import find_standard

__all__ = [
    "Figure",
    "Phrase",
    "Promise",
    "ReadClause",
    "Reading",
    "Tier",
    "find_promises",
    "find_standard",
    "is_reported",
    "join_hedges",
    "read_article",
]
