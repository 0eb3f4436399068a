"""An article and its matches in, figures and promises out: numbers, and what they say.

Both metrics and targets are made of figures: the first report them, the second promise them.
"""

from newsie.measure.figure import Figure, Phrase, ReadClause, Reading
from newsie.measure.pledge import Promise
from newsie.measure.promise import find_promises
from newsie.measure.read import read_article
from newsie.measure.refusal import is_reported

__all__ = [
    "Figure",
    "Phrase",
    "Promise",
    "ReadClause",
    "Reading",
    "find_promises",
    "is_reported",
    "read_article",
]
