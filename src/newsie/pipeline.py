"""A document in, its records out: the whole flow on one screen.

segment   a document's lines → articles
clean     an article's lines → a passage, with the way back to the source
mentions  a passage → sentences with dates, quantities, places, organisations, posts, persons
rules     sentences → matches
records   matches → records
link      the records of an article → each thing once, ordered and named
"""

from __future__ import annotations

import gc
from collections.abc import Collection
from pathlib import Path

from newsie.article import Article, Document
from newsie.clean import clean_article
from newsie.confidence import load_confidences, rate_records
from newsie.errors import ArticleError, UsageError
from newsie.gazetteers import check_folder, load_gazetteer
from newsie.link import link_records, name_records
from newsie.mentions import MentionFinder
from newsie.mentions.published import infer_published
from newsie.record import Record
from newsie.records import RECORD_TYPES
from newsie.records.article import make_article
from newsie.rules import RuleIndex, check_rules_folder, load_rules
from newsie.segment import segment_document
from newsie.tokenise import SegmenterName, load_segmenter

NO_STORY = ("teaser", "advert")
LONGEST_ARTICLE = 1_000_000  # characters


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
        self._types = [t for t in RECORD_TYPES if types is None or t.name in types]
        # In one order whoever reads them, so that types may share what they read.
        names = [t.name for t in RECORD_TYPES]
        self._read = {t.name: sorted((t.name, *t.reads), key=names.index) for t in self._types}
        read = set().union(*self._read.values())
        self._confidences = load_confidences(rules)
        self.rules = RuleIndex(
            [
                rule
                for t in RECORD_TYPES
                if t.name in read
                for rule in load_rules(t.name, t.slots, rules, gazetteers)
            ]
        )

    def extract(self, document: Document) -> list[Record]:
        """The records of a document, articles first, in the order of the contract.

        Raises:
            ArticleError: an article is longer than `LONGEST_ARTICLE`.
        """
        # Nearly all that a document is made into goes at its end; collections in between would
        # look at all of it again and again, and find nothing to free.
        collecting = gc.isenabled()
        gc.disable()
        try:
            articles = self.read_articles(document)
            return [record for article in articles for record in self.extract_article(article)]
        finally:
            if collecting:
                gc.enable()

    def read_articles(self, document: Document) -> list[Article]:
        """The articles of a document with their sentences and mentions: all but the rules.

        Raises:
            ArticleError: an article is longer than `LONGEST_ARTICLE`.
        """
        articles = segment_document(document)
        for article in articles:
            article.doc_id, article.source = document.doc_id, document.text
            article.passage = clean_article(document, article)
            _check_length(article)
        infer_published(document, articles)
        self._mentions.places.infer_places(document, articles, self._place)
        self._mentions.find(*(article for article in articles if article.kind not in NO_STORY))
        return articles

    def extract_article(self, article: Article) -> list[Record]:
        """The records of one of `read_articles`, its own first."""
        own = name_records([make_article(article)])[0]
        if article.kind in NO_STORY:
            return rate_records([own], self._confidences)
        article.id = own.id
        found: list[Record] = [own]
        matches = self.rules.match_article(article)
        for t in self._types:
            read = [match for name in self._read[t.name] for match in matches[name]]
            found.extend(t.find(article, read))
        return rate_records(link_records(found), self._confidences)


def _check_length(article: Article) -> None:
    """Refuse what is no article: some work grows faster than the length of one."""
    assert article.passage is not None
    length = len(article.passage.text)
    if length > LONGEST_ARTICLE:
        raise ArticleError(
            f"an article of {length:,} characters, where {LONGEST_ARTICLE:,} can be read; "
            "give its parts as documents of their own"
        )
