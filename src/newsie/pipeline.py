"""Documents in, their records out: the whole flow on one screen.

segment   a document's lines → articles
clean     an article's lines → a passage, with the way back to the source
mentions  a passage → sentences with dates, quantities, places, organisations, posts, persons
rules     sentences → matches
records   matches → records
link      the records of an article → each thing once, ordered and named

Each step sees all the documents before the next begins: its code, patterns and tables then stay in
the processor's cache, which takes a quarter off the time of going document by document.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from newsie.article import Article, Document
from newsie.clean import clean_article
from newsie.confidence import load_confidences, rate_records
from newsie.errors import ArticleError, UsageError
from newsie.gazetteers import check_folder, load_gazetteer
from newsie.link import link_records, name_records
from newsie.mentions import Draft, MentionFinder
from newsie.mentions.published import infer_published
from newsie.record import Record
from newsie.records import RECORD_TYPES, RecordType
from newsie.records.article import make_article
from newsie.rules import Match, RuleIndex, check_rules_folder, load_rules
from newsie.script import print_script
from newsie.segment import segment_document
from newsie.tokenise import SegmenterName, load_segmenter

NO_STORY = ("teaser", "advert")
LONGEST_ARTICLE = 1_000_000  # characters


@dataclass(slots=True)
class _Page:
    """A document on its way: its articles, and what was found of each."""

    document: Document
    articles: list[Article] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    stories: list[_Story] = field(default_factory=list)


@dataclass(slots=True)
class _Story:
    """An article with its records; `matches` by record type, none where it tells no story."""

    article: Article
    records: list[Record]
    matches: dict[str, list[Match]] | None = None


_Step = Callable[[_Page], None]


class Extractor:
    """Turns documents into records; built once a worker, as automata do not pickle.

    Args:
        types: the record types wanted, articles always among them; None for all.
        place: the home division where neither metadata nor the text says; a name or a code.
        rules: a folder of rule files that add to the shipped ones or override them, by id.
        gazetteers: a folder of gazetteers, likewise, by their first column.
        segmenter: "jieba" or "pkuseg".

    Raises:
        RuleFileError, GazetteerError: naming the file and the rule or line.
        UsageError: of an unknown place, type or segmenter.
    """

    def __init__(
        self,
        *,
        types: Collection[str] | None = None,
        place: str | None = None,
        rules: Path | None = None,
        gazetteers: Path | None = None,
        segmenter: SegmenterName = "jieba",
    ) -> None:
        if rules is not None:
            check_rules_folder(rules, (t.name for t in RECORD_TYPES))
        elif gazetteers is not None:  # a user's own rules may name gazetteers of their own
            check_folder(gazetteers)
        words = [row["word"] for row in load_gazetteer("word", gazetteers)]
        self._mentions = MentionFinder(gazetteers, load_segmenter(segmenter, words))
        self._place = None
        if place is not None:
            self._place = self._mentions.places.resolve_place(place)
            if self._place is None:
                raise UsageError(f"--place {place}: no division of that name or code")
        wanted = [t for t in RECORD_TYPES if types is None or t.name in types]
        made = {name for t in wanted for name in (t.name, *t.settled_by)}
        self._types = [t for t in RECORD_TYPES if t.name in made]
        self._wanted = frozenset(("article", *(t.name for t in wanted)))
        # In one order whoever reads them, so that types may share what they read.
        names = [t.name for t in RECORD_TYPES]
        self._read = {t.name: sorted((t.name, *t.reads), key=names.index) for t in self._types}
        read = set().union(*self._read.values())
        asked = set().union(*(self._read[t.name] for t in wanted))
        self._confidences = load_confidences(rules)
        self.rules = RuleIndex(
            [
                rule
                for t in RECORD_TYPES
                if t.name in read
                for rule in load_rules(t.name, t.slots, rules, gazetteers)
            ]
        )
        # Others only settle what these say: who asks for some types need not hear of them.
        self.asked_rules = tuple(r for r in self.rules.rules if r.record_type in asked)
        self._reading: tuple[_Step, ...] = (
            _segment,
            _clean,
            _infer_published,
            self._infer_places,
            _begin_mentions,
            *(partial(_find_mentions, step) for step in self._mentions.steps),
        )
        self._telling: tuple[_Step, ...] = (
            _begin_records,
            self._match_rules,
            *(partial(self._find_records, t) for t in self._types),
            _print_script,
            self._link,
            self._rate,
        )

    def extract(self, document: Document) -> list[Record]:
        """The records of a document, articles first, in the order of the contract.

        Raises:
            ArticleError: an article is longer than `LONGEST_ARTICLE`.
        """
        return self.extract_all([document])[0]

    def extract_all(
        self, documents: Sequence[Document], begin: Callable[[int], None] | None = None
    ) -> list[list[Record]]:
        """The records of each document, as `extract` gives them; all are in memory together.

        Args:
            documents: some ten thousand characters in all, where speed matters.
            begin: called with the index of a document whenever a step begins with it.

        Raises:
            ArticleError: an article of any of them is longer than `LONGEST_ARTICLE`.
        """
        pages = [_Page(document) for document in documents]
        _walk(pages, (*self._reading, *self._telling), begin)
        return [[record for story in page.stories for record in story.records] for page in pages]

    def read_articles(self, document: Document) -> list[Article]:
        """The articles of a document with their sentences and mentions: all but the rules.

        Raises:
            ArticleError: an article is longer than `LONGEST_ARTICLE`.
        """
        page = _Page(document)
        _walk([page], self._reading)
        return page.articles

    def extract_article(self, article: Article) -> list[Record]:
        """The records of one of `read_articles`, its own first."""
        page = _Page(Document(article.doc_id, article.source), [article])
        _walk([page], self._telling)
        return page.stories[0].records

    def _infer_places(self, page: _Page) -> None:
        self._mentions.places.infer_places(page.document, page.articles, self._place)

    def _match_rules(self, page: _Page) -> None:
        for story in page.stories:
            if story.article.kind not in NO_STORY:
                story.matches = self.rules.match_article(story.article)

    def _find_records(self, found: RecordType, page: _Page) -> None:
        for story in page.stories:
            if story.matches is not None:
                own, *further = [story.matches[name] for name in self._read[found.name]]
                read = [*own, *chain.from_iterable(further)] if further else own
                story.records += found.find(story.article, read)

    def _link(self, page: _Page) -> None:
        for story in page.stories:
            story.records = link_records(story.records, self._wanted)

    def _rate(self, page: _Page) -> None:
        for story in page.stories:
            rate_records(story.records, self._confidences)


def _walk(
    pages: Sequence[_Page], steps: Iterable[_Step], begin: Callable[[int], None] | None = None
) -> None:
    """Take all pages through one step after the other.

    Nearly all that a document is made into goes at its end; garbage collections in between would
    look at all of it again and again, and find nothing to free.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        for step in steps:
            for index, page in enumerate(pages):
                if begin is not None:
                    begin(index)
                step(page)
    finally:
        if collecting:
            gc.enable()


def _segment(page: _Page) -> None:
    page.articles = segment_document(page.document)
    for article in page.articles:
        article.doc_id, article.source = page.document.doc_id, page.document.text


def _clean(page: _Page) -> None:
    for article in page.articles:
        article.passage = clean_article(page.document, article)
        _check_length(article)


def _infer_published(page: _Page) -> None:
    infer_published(page.document, page.articles)


def _begin_mentions(page: _Page) -> None:
    page.drafts = [Draft.of(article) for article in page.articles if article.kind not in NO_STORY]


def _find_mentions(step: Callable[[Sequence[Draft]], None], page: _Page) -> None:
    step(page.drafts)


def _begin_records(page: _Page) -> None:
    """Every article's own record, and its id, which all others have."""
    for article in page.articles:
        own = name_records([make_article(article)])[0]
        article.id = own.id
        page.stories.append(_Story(article, [own]))


def _print_script(page: _Page) -> None:
    for story in page.stories:
        story.records = print_script(story.records, story.article)


def _check_length(article: Article) -> None:
    """Refuse what is no article: some work grows faster than the length of one."""
    assert article.passage is not None
    length = len(article.passage.text)
    if length > LONGEST_ARTICLE:
        raise ArticleError(
            f"an article of {length:,} characters, where {LONGEST_ARTICLE:,} can be read; "
            "give its parts as documents of their own"
        )
