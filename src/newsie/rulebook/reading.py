"""A sentence by itself in, the same with its mentions out, as rules see it in an article."""

from __future__ import annotations

from array import array
from pathlib import Path

from newsie.article import Article, Passage
from newsie.characters import map_characters
from newsie.gazetteers import load_gazetteer
from newsie.mentions import MentionFinder
from newsie.tokenise import load_segmenter

PUBLISHED = "2025-03-12"  # what dates in examples are relative to


def make_finder(gazetteers: Path | None) -> MentionFinder:
    """What finds mentions, with the user's gazetteers over the shipped ones."""
    words = [row["word"] for row in load_gazetteer("word", gazetteers)]
    return MentionFinder(gazetteers, load_segmenter("jieba", words))


def read_sentence(finder: MentionFinder, text: str) -> Article:
    """An article of one line with its sentences and mentions."""
    canonical = map_characters(text)
    offsets = range(len(text) + 1)
    passage = Passage(canonical, text, array("I", offsets[:-1]), array("I", offsets[1:]))
    article = Article(0, "news", 0, len(text), doc_id="-", source=text, passage=passage)
    article.published = PUBLISHED
    finder.find(article)
    return article
