"""An article's passage in, its sentences with their mentions out.

The finders run in the order of the list in `MentionFinder.find`: what a later one finds may rest
on what an earlier one found (a person on the title before the name).
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

from newsie.article import Article, Mention
from newsie.mentions.date import find_dates, resolve_dates
from newsie.mentions.mark import mark_sentences
from newsie.mentions.office import OfficeResolver
from newsie.mentions.organisation import OrganisationFinder
from newsie.mentions.person import PersonFinder
from newsie.mentions.place import PlaceFinder
from newsie.mentions.post import PostFinder
from newsie.mentions.quantity import find_quantities, leave_dates_alone
from newsie.mentions.reach import Reach, Segmenter


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

    def find(self, article: Article) -> None:
        """Set the sentences of an article, dates resolved against its day of publication."""
        assert article.passage is not None
        text = article.passage.text
        mentions: list[Mention] = resolve_dates(find_dates(text), text, article.published)
        mentions += leave_dates_alone(find_quantities(text, self._gazetteers), mentions)
        places = self.places.find_places(text, article.place)
        whole = frozenset(
            i for place in places if not place.value.bare for i in range(place.start + 1, place.end)
        )
        titles = self._posts.find_posts(text, whole)
        persons, posts = self._persons.find_persons(article.passage, titles)
        barriers = sorted(
            {bound for mention in (*persons, *posts) for bound in (mention.start, mention.end)}
        )
        organisations = self._organisations.find_organisations(text, whole, barriers)
        places = [place for place in places if not _is_cut(place, barriers)]
        mentions += places + organisations + persons
        mentions += self._offices.resolve_offices(article, posts, places, organisations)
        article.sentences = mark_sentences(article.passage, mentions)


def _is_cut(place: Mention, barriers: list[int]) -> bool:
    """Whether a title or a name begins or ends inside what looks like a place: 毛|凤山."""
    i = bisect_right(barriers, place.start)
    return i < len(barriers) and barriers[i] < place.end
