"""What a clause leaves unsaid, as the reader walks along: whose it is and when."""

from __future__ import annotations

from newsie.article import Article
from newsie.measure.naming import titled_persons
from newsie.measure.when import When
from newsie.measure.whose import Whose


class Context:
    """The subject and the time that hold where the reader stands."""

    def __init__(self, article: Article) -> None:
        self.place = article.place
        self.whose = Whose(article)
        self.when = When(article)
        self.titled = titled_persons(article)

    def start_paragraph(self, before: str) -> None:
        """Forget what only held in the paragraph before; `before` is its last character."""
        self.when.start_paragraph(before)
        self.whose.start_paragraph()

    def start_segment(self) -> None:
        """Behind a semicolon, go back to what held before it, where that is told again."""
        self.whose.start_segment()
        self.when.start_segment()

    def start_sentence(self, inside: bool = False) -> None:
        """Forget what only held in the sentence before.

        Args:
            inside: whether it tells of a part of what was told before: 其中，6月份增长4%.
        """
        self.whose.start_sentence(inside)
        self.when.start_sentence(inside)

    def hold(self, *, idle: bool) -> None:
        """Let whose a number is, and its period, last; not of what is counted in passing."""
        if not idle:
            self.when.hold_time()
        self.whose.hold_subject()
