"""An article's passage in, its sentences with their mentions out.

The finders run in the order of `MentionFinder.steps`: what a later one finds may rest
on what an earlier one found (a person on the title before the name).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
# Verbs in front of a name that opens with a bare division: 启动|区中医院二期.
_BUILT_SIGNS = ("启动", "建成", "完成", "新建", "扩建", "迁建")
_BUILT = re.compile(rf"(?:{'|'.join(_BUILT_SIGNS)})(?=[区县市省镇乡])")


@dataclass(slots=True)
class Draft:
    """What is found of an article, finder by finder."""

    article: Article
    text: str
    mentions: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    whole: frozenset[int] = frozenset()  # offsets inside names of places
    posts: list[Mention] = field(default_factory=list)
    persons: list[Mention] = field(default_factory=list)
    organisations: list[Mention] = field(default_factory=list)

    @classmethod
    def of(cls, article: Article) -> Draft:
        """Of an article that has its passage, nothing yet."""
        assert article.passage is not None
        return cls(article, article.passage.text)

    def text_of(self, mention: Mention) -> str:
        """What a mention stands for in the passage."""
        return self.text[mention.start : mention.end]


class MentionFinder:
    """Finds every mention of an article; built once a worker, as automata do not pickle.

    `steps` are its finders, in order: each is given the drafts of one document's articles. Who has
    many documents lets each step see all of them before the next (`pipeline` says why).
    """

    def __init__(self, gazetteers: Path | None, segmenter: Segmenter) -> None:
        self._gazetteers = gazetteers
        self.places = PlaceFinder(gazetteers)
        reach = Reach(segmenter, gazetteers)
        self._organisations = OrganisationFinder(reach, gazetteers)
        self._posts = PostFinder(reach, gazetteers)
        self._persons = PersonFinder(segmenter, gazetteers)
        self._offices = OfficeResolver(self.places, gazetteers)
        self.steps: tuple[Callable[[Sequence[Draft]], None], ...] = (
            _for_each(self._find_dates),
            _for_each(self._find_quantities),
            _for_each(self._find_places),
            _for_each(self._find_posts),
            _for_each(self._find_persons),
            self._find_neighbours,
            _for_each(self._find_organisations),
            _for_each(self._resolve_offices),
            _for_each(self._mark),
        )

    def find(self, *articles: Article) -> None:
        """Set the sentences of a document's articles, dates resolved against their publication."""
        drafts = [Draft.of(article) for article in articles]
        for step in self.steps:
            step(drafts)

    def _find_dates(self, draft: Draft) -> None:
        draft.mentions = resolve_dates(find_dates(draft.text), draft.text, draft.article.published)

    def _find_quantities(self, draft: Draft) -> None:
        draft.mentions += find_quantities(draft.text, self._gazetteers, draft.mentions)

    def _find_places(self, draft: Draft) -> None:
        draft.places = self.places.find_in_article(draft.article)
        draft.whole = frozenset(
            i
            for place in draft.places
            if not place.value.bare
            for i in range(place.start + 1, place.end)
        )

    def _find_posts(self, draft: Draft) -> None:
        draft.posts = self._posts.find_posts(draft.text, draft.whole)

    def _find_persons(self, draft: Draft) -> None:
        assert draft.article.passage is not None
        draft.persons, draft.posts = self._persons.find_persons(draft.article.passage, draft.posts)

    def _find_neighbours(self, drafts: Sequence[Draft]) -> None:
        """Look in all articles for the names that one of them gives with a title."""
        if len(drafts) < 2:
            return
        for draft, names in zip(drafts, _share_names(drafts), strict=True):
            draft.persons += self._persons.find_known(
                draft.article, draft.persons, draft.posts, names
            )

    def _find_organisations(self, draft: Draft) -> None:
        times = {m.end for m in draft.mentions if m.kind == "date" and _TIME.match(m.value.text)}
        built = set()
        if any(map(draft.text.__contains__, _BUILT_SIGNS)):
            built = {found.end() for found in _BUILT.finditer(draft.text)}
        draft.organisations = self._organisations.find_organisations(
            draft.text, draft.whole, sorted({*_bounds(draft), *times, *built})
        )

    def _resolve_offices(self, draft: Draft) -> None:
        barriers = _bounds(draft)
        draft.places = [place for place in draft.places if not _is_cut(place, barriers)]
        draft.posts = self._offices.resolve_offices(
            draft.article, draft.posts, draft.places, draft.organisations
        )

    def _mark(self, draft: Draft) -> None:
        assert draft.article.passage is not None
        draft.article.sentences = mark_sentences(
            draft.article.passage,
            draft.mentions + draft.places + draft.organisations + draft.persons + draft.posts,
        )


def _for_each(find: Callable[[Draft], None]) -> Callable[[Sequence[Draft]], None]:
    """A step of what looks at one article alone."""

    def step(drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            find(draft)

    return step


def _bounds(draft: Draft) -> list[int]:
    """Where titles and names begin and end, ascending."""
    return sorted(
        {bound for one in (*draft.persons, *draft.posts) for bound in (one.start, one.end)}
    )


def _share_names(drafts: Sequence[Draft]) -> list[set[str]]:
    """For each article the names in it that the others give with a title and it does not know."""
    everybody = sorted(set().union(*(_titled_names(draft) for draft in drafts)))
    finder = AhoCorasick(everybody)
    return [
        {everybody[i] for i, _, _ in finder.find_matches_as_indexes(draft.text, overlapping=True)}
        - {draft.text_of(person) for person in draft.persons}
        for draft in drafts
    ]


def _titled_names(draft: Draft) -> set[str]:
    """The names beside a title: behind it, behind such a name in a list, in front of brackets."""
    ends = {post.end for post in draft.posts}
    brackets = {post.start - 1 for post in draft.posts}
    names: set[str] = set()
    for person in sorted(draft.persons, key=lambda person: person.start):
        if person.start in ends or person.end in brackets:
            names.add(draft.text_of(person))
            ends.add(person.end + 1)
    return names


def _is_cut(place: Mention, barriers: list[int]) -> bool:
    """Whether a title or a name begins or ends inside what looks like a place: 毛|凤山."""
    i = bisect_right(barriers, place.start)
    return i < len(barriers) and barriers[i] < place.end
