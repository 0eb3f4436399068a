"""A passage and its mentions in, sentences with marks in place of their mentions out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import MENTION_MARKS, Mention, Passage, Sentence

# A sentence ends at a full stop with the quotes and brackets that close behind it, or with the
# paragraph; a semicolon does not end it, as subjects and periods reach over semicolons.
_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’）》】]*|\n|$)")
_LONGEST = 3000  # characters; what runs on without a full stop is read in parts of this length
_UP_TO = f".{{1,{_LONGEST}}}"
_PART = re.compile(rf"{_UP_TO}$|{_UP_TO}[；;]|{_UP_TO}[，,、]|{_UP_TO}")

# Where two mentions start at one place and are of one length, the first of these is shown.
_PRIORITY = {
    kind: rank
    for rank, kind in enumerate(("person", "post", "date", "quantity", "organisation", "place"))
}


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a passage as half-open spans, without the line breaks between them.

    >>> split_sentences("会议召开。“好！”他说\\n散会")
    [(0, 5), (5, 9), (9, 11), (12, 14)]
    """
    spans: list[tuple[int, int]] = []
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        if end > start and text[end - 1] == "\n":
            end -= 1
        if end - start > _LONGEST:
            spans.extend(part.span() for part in _PART.finditer(text, start, end))
        elif end > start:
            spans.append((start, end))
    return spans


def mark_sentences(passage: Passage, mentions: Sequence[Mention]) -> tuple[Sentence, ...]:
    """Cut a passage into sentences and put a mark in place of each outermost mention.

    Args:
        mentions: of the whole passage, in any order; of overlapping ones the first, then the
            longest is marked, and the others stay in `Sentence.mentions` alone.
    """
    places = [(m.start, -m.end, _PRIORITY[m.kind], i) for i, m in enumerate(mentions)]
    ordered = [mentions[place[-1]] for place in sorted(places)]
    sentences: list[Sentence] = []
    i = 0
    for start, end in split_sentences(passage.text):
        inside: list[Mention] = []
        while i < len(ordered) and (mention := ordered[i]).start < end:
            if mention.start >= start and mention.end <= end:
                inside.append(mention)
            i += 1
        sentences.append(_mark_sentence(passage, len(sentences), start, end, tuple(inside)))
    return tuple(sentences)


def _mark_sentence(
    passage: Passage, index: int, start: int, end: int, mentions: tuple[Mention, ...]
) -> Sentence:
    whole = passage.text
    text, in_title = whole[start:end], start < passage.title_end
    if not mentions:
        bare = range(start, end + 1)
        return Sentence(index, start, end, text, (), text, bare, {}, in_title)
    marked = ""
    bounds: list[int] = []
    slots: dict[int, Mention] = {}
    position = start
    for mention in mentions:
        first = mention.start
        if first < position:
            continue
        bounds += range(position, first + 1)
        slots[len(bounds) - 1] = mention
        marked += whole[position:first] + MENTION_MARKS[mention.kind]
        position = mention.end
    marked += whole[position:end]
    bounds += range(position, end + 1)
    return Sentence(index, start, end, text, mentions, marked, bounds, slots, in_title)
