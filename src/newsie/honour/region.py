"""A stretch of a marked sentence, for those who read lists of recipients, and what they find."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsie.article import MENTION_MARKS, Article, Mention, Sentence

RecipientKind = Literal["organization", "individual", "work"]

# 10所学校, 两家企业: a count of organisations, not the name of one.
_COUNT_OF_BODIES = re.compile(r"[0-9一二三四五六七八九十百两]+(?:余|多)?(?:[所家个]|支(?=队))")
# 松柏村和护国村: two names that were taken for one.
_TWO_BODIES = re.compile(
    r".+(?:村|镇|乡|社区|街道|公司|学校|[小中]学|医院|派出所)(?:以?及|和|与)(?![平谐田睦美丰顺兴]).{2,}(?:村|镇|乡|社区|街道|公司|学校|[小中]学|医院|派出所)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One recipient: a name, or a count of unnamed ones."""

    name: str | None
    count: int | None
    kind: RecipientKind | None


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those who receive one honour, and the total that the text states."""

    items: tuple[Found, ...]
    total: int | None
    # The lists in the list, each with a total of its own: 甲等10人和乙等3家企业.
    groups: tuple[Recipients, ...] = ()
    more: bool = False  # 甲、乙等多名干警: how many there are is not told

    def __bool__(self) -> bool:
        return bool(self.items) or self.total is not None


NOBODY = Recipients((), None)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with marks in place of names and counts; like the `Sentence`'s own marking."""

    marked: str
    bounds: Sequence[int]
    slots: Mapping[int, Mention]


def view_of(sentence: Sentence) -> View:
    """The sentence's marking, with counts of organisations spelt out (10所学校)."""
    spelt = {
        position
        for position, mention in sentence.slots.items()
        if mention.kind in ("organisation", "place") and _is_no_name(mention.value.name)
    }
    if not spelt:
        return View(sentence.marked, sentence.bounds, sentence.slots)
    marked: list[str] = []
    bounds: list[int] = []
    slots: dict[int, Mention] = {}
    for position, character in enumerate(sentence.marked):
        if position in spelt:
            mention = sentence.slots[position]
            start = mention.start
            if count := _count_at(sentence, mention):
                slots[len(marked)] = count
                marked.append(MENTION_MARKS["quantity"])
                bounds.append(start)
                start = count.end
            marked.extend(sentence.text[start - sentence.start : mention.end - sentence.start])
            bounds.extend(range(start, mention.end))
            continue
        if position in sentence.slots:
            slots[len(marked)] = sentence.slots[position]
        marked.append(character)
        bounds.append(sentence.bounds[position])
    bounds.append(sentence.bounds[-1])
    return View("".join(marked), bounds, slots)


def _is_no_name(words: str) -> bool:
    return bool(_COUNT_OF_BODIES.match(words) or _TWO_BODIES.fullmatch(words))


def _count_at(sentence: Sentence, organisation: Mention) -> Mention | None:
    """The quantity that what looks like an organisation begins with."""
    return next(
        (
            mention
            for mention in sentence.mentions_of("quantity")
            if mention.start == organisation.start and mention.end <= organisation.end
        ),
        None,
    )


class Region:
    """A stretch of a marked sentence, with the mentions that its marks stand for."""

    def __init__(
        self, article: Article, sentence: Sentence, view: View, start: int, end: int
    ) -> None:
        self.article = article
        self.sentence = sentence
        self.view = view
        self.start = start
        self.end = end

    @property
    def marked(self) -> str:
        """The stretch with its marks."""
        return self.view.marked[self.start : self.end]

    def part(self, start: int, end: int) -> Region:
        """The stretch from start to end, counted from this region's start."""
        return Region(self.article, self.sentence, self.view, self.start + start, self.start + end)

    @property
    def offset(self) -> int:
        """The passage offset at which the stretch begins."""
        return self.view.bounds[self.start]

    @property
    def canonical(self) -> str:
        """The stretch in canonical characters, mentions spelt out."""
        start, end = self.view.bounds[self.start], self.view.bounds[self.end]
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def mentions(self) -> list[Mention]:
        """The mentions that are marked in the stretch."""
        slots = self.view.slots
        return [slots[i] for i in range(self.start, self.end) if i in slots]


def region_of(article: Article, sentence: Sentence, start: int, end: int) -> Region:
    """The region of a passage span; a mark that an end falls into is outside it."""
    view = view_of(sentence)
    return Region(
        article, sentence, view, bisect_left(view.bounds, start), bisect_left(view.bounds, end)
    )


def without_verb(name: str, region: Region) -> str:
    """The name that a region ends with, without what the verb behind it has: 向前|分获一等奖."""
    text = region.sentence.text
    end = region.offset + len(region.canonical) - region.sentence.start
    received = text.startswith("获", end) and not text.startswith("获得", end)  # 林春荣|获得
    return name[:-1] if received and len(name) > 2 and name[-1] in "分荣喜" else name
