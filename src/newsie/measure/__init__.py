"""An article and the matches of rules/metric.toml in, its figures out: the numbers and what they say.

Both metrics and targets are made of figures: the first reports them, the second promises them.
"""

from newsie.measure.figure import Figure, Phrase
from newsie.measure.read import read_figures

__all__ = ["Figure", "Phrase", "read_figures"]
