"""An article's passage in, its sentences with their mentions out.

The finders run in the order of the list in `MentionFinder.find`: what a later one finds may rest
on what an earlier one found (a person on the title before the name).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from newsie.article import Article, Mention
from newsie.mentions.date import find_dates, resolve_dates
from newsie.mentions.mark import mark_sentences
from newsie.mentions.office import OfficeResolver
from newsie.mentions.organisation import OrganisationFinder
from newsie.mentions.person import PersonFinder
from newsie.mentions.place import PlaceFinder
from newsie.mentions.post import PostFinder
from newsie.mentions.quantity import find_quantities
from newsie.mentions.reach import Reach, Segmenter

# Times that stand in front of a name and never in it: 今年, 上半年, 2025年.
_TIME = re.compile(r"[今去明][年春夏秋冬]|上半年|下半年|[一二三四前]{1,2}季度|\d{4}年")


@dataclass(slots=True)
class _Draft:
    """An article read as far as it goes without its neighbours on the page."""

    article: Article
    mentions: list[Mention]  # dates and quantities
    places: list[Mention]
    whole: frozenset[int]  # offsets inside names of places
    persons: list[Mention]
    posts: list[Mention]


class MentionFinder:
    """Finds every mention of an article; built once a worker, as automata do not pickle."""

    def __init__(self, gazetteers: Path | None, segmenter: Segmenter) -> None:
        self._gazetteers = gazetteers
        self.places = PlaceFinder(gazetteers)
        reach = Reach(segmenter, gazetteers)
        self._organisations = OrganisationFinder(reach, gazetteers)
        self._posts = PostFinder(reach, gazetteers)
        self._persons = PersonFinder(segmenter, gazetteers)
        self._offices = OfficeResolver(self.places, gazetteers)

    def find(self, *articles: Article) -> None:
        """Set the sentences of a document's articles, dates resolved against their publication.

        A name that one article gives with a title is looked for in all of them.
        """
        drafts = [self._draft(article) for article in articles]
        if len(drafts) > 1:
            for draft, names in zip(drafts, _share_names(drafts), strict=True):
                draft.persons += self._persons.find_known(
                    draft.article, draft.persons, draft.posts, names
                )
        for draft in drafts:
            self._finish(draft)

    def _draft(self, article: Article) -> _Draft:
        """What needs no more than the article itself."""
        assert article.passage is not None
        text = article.passage.text
        mentions: list[Mention] = resolve_dates(find_dates(text), text, article.published)
        mentions += find_quantities(text, self._gazetteers, mentions)
        places = self.places.find_places(text, article.place)
        whole = frozenset(
            i for place in places if not place.value.bare for i in range(place.start + 1, place.end)
        )
        titles = self._posts.find_posts(text, whole)
        persons, posts = self._persons.find_persons(article.passage, titles)
        return _Draft(article, mentions, places, whole, persons, posts)

    def _finish(self, draft: _Draft) -> None:
        """Find what ends at persons and titles, and mark the sentences."""
        article, persons, posts = draft.article, draft.persons, draft.posts
        assert article.passage is not None
        barriers = sorted(
            {bound for mention in (*persons, *posts) for bound in (mention.start, mention.end)}
        )
        times = {m.end for m in draft.mentions if m.kind == "date" and _TIME.match(m.value.text)}
        organisations = self._organisations.find_organisations(
            article.passage.text, draft.whole, sorted({*barriers, *times})
        )
        places = [place for place in draft.places if not _is_cut(place, barriers)]
        mentions = draft.mentions + places + organisations + persons
        mentions += self._offices.resolve_offices(article, posts, places, organisations)
        article.sentences = mark_sentences(article.passage, mentions)


def _share_names(drafts: Sequence[_Draft]) -> list[set[str]]:
    """For each article the names in it that the others give with a title and it does not know."""
    everybody = sorted(set().union(*(_titled_names(draft) for draft in drafts)))
    finder = AhoCorasick(everybody)
    return [
        {everybody[i] for i, _, _ in finder.find_matches_as_indexes(_text(draft), overlapping=True)}
        - {_text_of(draft, person) for person in draft.persons}
        for draft in drafts
    ]


def _titled_names(draft: _Draft) -> set[str]:
    """The names beside a title: behind it, behind such a name in a list, in front of brackets."""
    ends = {post.end for post in draft.posts}
    brackets = {post.start - 1 for post in draft.posts}
    names: set[str] = set()
    for person in sorted(draft.persons, key=lambda person: person.start):
        if person.start in ends or person.end in brackets:
            names.add(_text_of(draft, person))
            ends.add(person.end + 1)
    return names


def _text(draft: _Draft) -> str:
    assert draft.article.passage is not None
    return draft.article.passage.text


def _text_of(draft: _Draft, mention: Mention) -> str:
    return _text(draft)[mention.start : mention.end]


def _is_cut(place: Mention, barriers: list[int]) -> bool:
    """Whether a title or a name begins or ends inside what looks like a place: 毛|凤山."""
    i = bisect_right(barriers, place.start)
    return i < len(barriers) and barriers[i] < place.end
