"""What a number clause says: the number, what it measures, how, when and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsie.article import Article, Mention, Sentence, Span
from newsie.values import Aspect, Basis, Number, Quantity

# 总投资26亿的项目: of what no other unit is told.
_SUM = re.compile(
    r"(?:投资|产值|税收|利税|销售|收入|资金|利润)额?(?:超过?|达到?|约|近|逾|突破|为)?\Z"
)


_BESIDE = 60  # characters before a number that may tell what it is
_FAR = 300


@dataclass(slots=True, unsafe_hash=True)
class Phrase:
    """A wording in canonical characters and as printed, of one length, and where it stands."""

    text: str = ""
    printed: str = ""
    spans: tuple[Span, ...] = ()

    def __add__(self, other: Phrase) -> Phrase:
        return Phrase(
            self.text + other.text, self.printed + other.printed, (*self.spans, *other.spans)
        )

    def __getitem__(self, cut: slice) -> Phrase:
        return Phrase(self.text[cut], self.printed[cut], self.spans)

    def __bool__(self) -> bool:
        return self.text != ""


def cut_phrase(article: Article, sentence: Sentence, start: int, end: int) -> Phrase:
    """The wording between two positions of a marked sentence, no space or colon at its ends."""
    assert article.passage is not None
    a, b = sentence.bounds[start], sentence.bounds[end]
    text = article.passage.text
    while a < b and text[a].isspace():
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in "：:"):
        b -= 1
    if a >= b:
        return Phrase()
    return Phrase(text[a:b], article.passage.literal(a, b), (Span(a, b),))


@dataclass(slots=True, unsafe_hash=True)
class Figure:
    """A number and its reading.

    Args:
        position: of the number's mark in the marked sentence.
        clause: passage span of the clause, from behind the separator to the end of what is said.
        said: passage offset where the words that introduce the number start.
        end: passage offset behind the number and the noun that it counts.
        origin: whether it is where a change started (由A提高到B: A).
        dated: whether a time stands in its own clause.
        since: whether anything says since when it changed, not usage alone: 能耗降了15%.
        idle: whether it counts something only in passing, unless it is promised.
        base_value: where the change started that ended at this number (A of 由A提高到B).
        total: passage offset of the number that this one breaks down (其中).
    """

    sentence: Sentence
    position: int
    mention: Mention
    quantity: Quantity
    rule: str
    indicator: Phrase
    aspect: Aspect
    basis: Basis | None
    period: str | None
    period_text: str | None
    subject: str | None
    clause: Span
    said: int
    end: int
    origin: bool = False
    dated: bool = False
    since: bool = True
    idle: bool = False
    base_value: Number | None = None
    total: int | None = None

    @property
    def clause_text(self) -> str:
        """What its clause says."""
        start = self.sentence.start
        return self.sentence.text[self.clause.start - start : self.clause.end - start]

    @property
    def before(self) -> str:
        """The last of what its sentence says before it."""
        return self.sentence.text[: self.mention.start - self.sentence.start][-_BESIDE:]

    @property
    def behind(self) -> str:
        """What its clause says behind it."""
        start = self.sentence.start
        return self.sentence.text[self.mention.end - start : self.clause.end - start]

    @property
    def around(self) -> str:
        """Its sentence, or as much of a very long one as lies near it."""
        at = self.mention.start - self.sentence.start
        return self.sentence.text[max(0, at - _FAR) : at + _FAR]


@dataclass(slots=True, unsafe_hash=True)
class ReadClause:
    """A clause as it was read: where it stands, and the time and subject that hold in it.

    Args:
        span: passage span.
        head: passage offset where the times, subjects and little words in front of it end.
        opening: the character before it.
        time_span: passage span of the time at its head, or None.
        only_time: whether it holds nothing but times and subjects.
        numbered: whether any number stands in it.
        before: the subject that held before it.
    """

    sentence: Sentence
    span: Span
    head: int
    opening: str
    subject: str | None
    period: str | None
    period_text: str | None
    time_kind: str | None
    time_span: Span | None
    only_time: bool
    numbered: bool
    before: str | None = None

    @property
    def dated(self) -> bool:
        """Whether a time stands in it."""
        return self.time_span is not None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in an article; `ruled`: it mainly lays down rules."""

    figures: tuple[Figure, ...]
    clauses: tuple[ReadClause, ...]
    ruled: bool = False


def name_sum_unit(article: Article, mention: Mention, quantity: Quantity) -> Quantity:
    """The quantity with 元 for its unit where it is a sum without one: 总投资3亿."""
    if quantity.unit is None and article.passage is not None:
        text = article.passage.text
        if text[mention.end - 1] in "万亿" and _SUM.search(
            text, max(0, mention.start - 8), mention.start
        ):
            return replace(quantity, unit="元")
    return quantity


def join_hedges(figure: Figure, *, cue: str | None = None) -> str | None:
    """The words that hedge a number: 超过, 余, 力争…左右.

    Args:
        cue: what hedges the promise that the number is of (力争), or None.
    """
    return "…".join(words for words in (cue, figure.quantity.hedge) if words) or None


def span_phrase(article: Article, span: Span) -> Phrase:
    """The wording of a passage span."""
    assert article.passage is not None
    text = article.passage.text[span.start : span.end]
    return Phrase(text, article.passage.literal(span.start, span.end), (span,))
