"""The names of a document's other stories in, the places where an article has them out.

A page often titles a person in one story and only names him in the next. What is a name there may
be a word here, so that a place must look like one of a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from newsie.article import Mention, Passage
from newsie.mentions.name import NameReader
from newsie.mentions.name_words import DELIMITERS, is_delimited
from newsie.values import PersonValue

# What may stand right before a name without a title.
_BEFORE = DELIMITERS | frozenset("由对同与和及受向请经")


def covered_offsets(mentions: Iterable[Mention]) -> set[int]:
    """The passage offsets that mentions cover."""
    return set().union(*[range(mention.start, mention.end) for mention in mentions])


def find_acquaintances(
    passage: Passage, taken: Sequence[Mention], names: Collection[str], reader: NameReader
) -> Iterator[Mention]:
    """The places of names known from elsewhere in the document.

    Args:
        taken: the titles and persons that the article itself shows.
        names: as a passage has them, without notes or spaces.

    Surface forms, one a line::

        会议由高小满主持
        高小满、方大同陪同
        高小满强调，要抓落实
    """
    text = passage.text
    covered = covered_offsets(taken)
    finder = AhoCorasick(sorted(names), matchkind=MatchKind.LeftmostLongest)
    end = 0  # of the last name found
    for _, start, stop in finder.find_matches_as_indexes(text):
        if not covered.isdisjoint(range(start, stop)):
            continue
        opened = start in (0, end) or text[start - 1] in _BEFORE
        ended = is_delimited(text, stop) or reader.words.follows(text, stop) > 0
        sure = stop - start > 2 and not reader.words.is_cue(text[start:stop])
        if (opened and ended) or (sure and (opened or ended)):
            end = stop
            printed = passage.literal(start, stop).replace(" ", "")
            yield Mention("person", start, stop, PersonValue(printed, anchored=False))
