"""What the stages hand on: documents, articles, passages, sentences and mentions.

Offsets are half-open and count code points. Two coordinate systems occur: *source* offsets, into
the document as given, and *passage* offsets, into an article's cleaned running text. Spans of
articles are source offsets, spans of sentences and mentions passage offsets; `Passage` leads from
the second to the first.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

ArticleKind = Literal["news", "feature", "caption", "continuation", "teaser", "advert"]
MentionKind = Literal["quantity", "date", "place", "organisation", "post", "person"]

_Made = TypeVar("_Made")

# The private-use character that stands for a mention of each kind in an annotated sentence.
MENTION_MARKS: dict[str, str] = {
    "quantity": "\ue001",
    "date": "\ue002",
    "place": "\ue003",
    "organisation": "\ue004",
    "post": "\ue005",
    "person": "\ue006",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A text as given, and what is known of it from outside.

    Args:
        doc_id: the document's name in every record.
        text: decoded, a byte-order mark gone, otherwise untouched.
        published: ISO 8601 date, or a part of one, from metadata.
        place: name or code of the home division, from metadata.
        title: from metadata; dumps often keep it apart from the text.
        markup: of a web page, the document as given; text is then the same with every character
            of markup blanked, one for one.
    """

    doc_id: str
    text: str
    published: str | None = None
    place: str | None = None
    title: str | None = None
    markup: str | None = None


# Spans, mentions and sentences are made by the hundred thousand. They are not frozen, as that makes
# making them three times as slow; nobody changes them.
@dataclass(slots=True, unsafe_hash=True)
class Span:
    """A stretch of characters, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Byline:
    """署名: one person named for the making of an article."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An article's running text, cleaned, with the way back to the source.

    `text` is what rules see: simplified script, ASCII digits and letters, full-width Chinese
    punctuation, column breaks healed, "\\n" between paragraphs. `printed` has the same length and
    holds each character as the source prints it (entities decoded), but in simplified script too:
    everything is found and compared in one script, and `newsie.script` puts the source's own into
    the records. `script` is what the source prints, traditional characters among it; None where
    that is `printed`. Character i of all stands at source[starts[i]:ends[i]].
    """

    text: str
    printed: str
    starts: array[int]
    ends: array[int]
    title_end: int = 0  # passage offset where kickers and title end and the body begins
    script: str | None = None

    def literal(self, start: int, end: int) -> str:
        """The characters of a span as printed, simplified, without the breaks that were healed."""
        return self.printed[start:end]

    def in_script(self, start: int, end: int) -> str:
        """The characters of a span as printed, in the script of the source."""
        return (self.script or self.printed)[start:end]

    def source_spans(self, start: int, end: int, source: str) -> list[Span]:
        """The source spans of a passage span: several where a line break was healed inside it."""
        if self.ends[end - 1] - self.starts[start] == end - start:
            return [Span(self.starts[start], self.ends[end - 1])]
        spans: list[Span] = []
        first = start
        for i in range(start + 1, end):
            gap = self.starts[i] - self.ends[i - 1]
            if gap and (gap < 0 or "\n" in source[self.ends[i - 1] : self.starts[i]]):
                spans.append(Span(self.starts[first], self.ends[i - 1]))
                first = i
        spans.append(Span(self.starts[first], self.ends[end - 1]))
        return spans


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A stretch of a passage that names or measures something, with its value.

    `value` is a `values.Quantity`, `values.TimeValue`, `values.PlaceValue`,
    `values.OrganisationValue`, `values.PostValue` or `values.PersonValue`, by kind.
    """

    kind: MentionKind
    start: int
    end: int
    value: Any


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence of a passage, and the same sentence with its mentions replaced by marks.

    `text` is passage.text[start:end]. `marked` is the sentence with each outermost mention
    replaced by the one character that `MENTION_MARKS` gives its kind. `bounds[i]` is the passage
    offset of marked[i]; bounds has one item more than marked, so that a match m of a pattern over
    `marked` covers the passage from bounds[m.start()] to bounds[m.end()].
    """

    index: int
    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]  # every mention, nested ones too, by start, longest first
    marked: str
    bounds: Sequence[int]
    slots: dict[int, Mention]  # position in `marked` → the mention that stands there
    in_title: bool = False

    def mention_at(self, position: int) -> Mention | None:
        """The mention that the marked sentence shows at a position."""
        return self.slots.get(position)

    def mentions_of(self, kind: str) -> list[Mention]:
        """The mentions of one kind, in reading order."""
        return [mention for mention in self.mentions if mention.kind == kind]


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division: its six-digit code and its full name.

    Args:
        short: its own name with its suffix, as texts have it: 嘉定区, 石柱县.
        level: the word that its organs go by: 省 市 州 盟 地区 区 县 旗 自治区.
        above: the city and the province above it, the nearest first.
    """

    code: str
    name: str
    short: str = field(default="", compare=False)
    level: str = field(default="", compare=False)
    above: tuple[Place, ...] = field(default=(), compare=False)

    def meant_by(self, level: str) -> Place | None:
        """What a bare word of level means in this home place: itself or a division above it.

        市 in 嘉定区 is 上海市, in 浏阳市 浏阳市 itself; 省 in 长沙县 is 湖南省. None where there is
        no such division: 县 in a district.
        """
        for place in (self, *self.above):
            if place.level == level or (place.level == "自治区" and level in ("区", "省")):
                return place
        return None


@dataclass(slots=True)
class Article:
    """One article of a document: its anatomy, then its running text and sentences.

    `segment_document` fills the anatomy (source offsets), `clean_article` the passage, and
    `find_mentions` the sentences; `published` and `place` are settled before records are made.
    """

    index: int
    kind: ArticleKind
    start: int
    end: int
    doc_id: str = ""
    source: str = ""  # the document's text
    id: str = ""
    kicker: tuple[Span, ...] = ()
    title: tuple[Span, ...] = ()  # several where the title is set on several lines
    body: tuple[Span, ...] = ()  # the running text, a span a line
    byline: tuple[Byline, ...] = ()
    dateline: str | None = None
    origin: str | None = None  # whose text it is, where it says so
    continued_from: int | None = None
    rule: str = ""  # the id of the step that made it
    published: str | None = None
    published_source: str | None = None
    place: Place | None = None
    passage: Passage | None = None
    sentences: tuple[Sentence, ...] = field(default_factory=tuple)
    _made: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What `make` makes of the article; made for the first who asks by this name.

        Two record types that rest on one reading of an article (metrics and targets on its
        numbers) share it so without knowing of each other.
        """
        if name not in self._made:
            self._made[name] = make()
        made: _Made = self._made[name]
        return made

    @property
    def title_text(self) -> str | None:
        """The title in one line, as printed, or None."""
        return "".join(_one_line(self.source, span) for span in self.title) or None

    @property
    def kicker_texts(self) -> list[str]:
        """The kickers as printed, each in one line."""
        return [_one_line(self.source, span) for span in self.kicker]


def _one_line(source: str, span: Span) -> str:
    return " ".join(source[span.start : span.end].split())
