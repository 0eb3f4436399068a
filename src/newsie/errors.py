"""What can go wrong, said so that the reader knows where and what to do."""

from __future__ import annotations


class NewsieError(Exception):
    """The parent of every error that newsie raises on purpose."""


class InputError(NewsieError):
    """A document, dump or metadata file that cannot be read.

    Args:
        source: the file (and, of a dump, its line), as the user named it.
        problem: what is wrong and what to do about it.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class RuleFileError(NewsieError):
    """A rule file that breaks the grammar of rules; names the file and the rule."""


class GazetteerError(NewsieError):
    """A gazetteer that cannot be read; names the file and the line."""


class OutputError(NewsieError):
    """Output that cannot be written; names the path."""


class WorkerError(NewsieError):
    """Worker processes that cannot even begin."""


class UsageError(NewsieError):
    """Options that do not fit each other or the input."""


class ArticleError(Exception):
    """An article that is not read; its document is left out, and no other."""
