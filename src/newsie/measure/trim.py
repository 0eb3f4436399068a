"""The head of a clause: times, subjects and little words in front of what is measured."""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS, Sentence
from newsie.measure.carry import Context
from newsie.measure.clause import DATE, ORGANISATION, PLACE
from newsie.measure.words import inner_deed, leading_words

_BARE = re.compile(r"(?:全[省市区县州镇乡村国](?!性|面|局|体|域|家)|[我本][省市区县州国镇](?!级))的?")
_SPACE = re.compile(r"[\s　▍◎✅☑●■◆▲★→*•·—\-“”‘’\d]+(?=[^\d])|[（）()]+")
_OF = re.compile(r"的|地")
# What follows a body that is only quoted: 市统计局发布的数据显示.
_QUOTED = re.compile(
    r"[^，；。]{0,14}?(?:显示|介绍|通报|获悉|了解到|发布|公布|说|表示|称|召开|举行|举办|透露|指出|核算)"
)
_SKIPPED = frozenset((MENTION_MARKS["person"], MENTION_MARKS["post"]))


def trim_head(context: Context, sentence: Sentence, start: int, end: int) -> tuple[int, bool]:
    """Where the phrase proper starts between two positions of a marked sentence.

    Times and subjects on the way are met by the context.

    Returns:
        the position, and whether a time was met.
    """
    marked = sentence.marked
    dated = False
    while start < end:
        character = marked[start]
        mention = sentence.mention_at(start)
        if mention is not None and character == DATE:
            context.meet_time(mention)
            dated = True
            start += 1
        elif mention is not None and character in (PLACE, ORGANISATION):
            step = _pass_name(context, sentence, start, end)
            if not step:
                break
            start += step
        elif character in _SKIPPED:
            start += 1
        elif found := _BARE.match(marked, start, end):
            context.meet_bare(found[0].rstrip("的"))
            start = found.end()
        elif found := _SPACE.match(marked, start, end) or _OF.match(marked, start, end):
            start = found.end()
        elif (found := leading_words().match(marked, start, end)) and not (
            (deed := inner_deed().match(marked, start, end)) and len(deed[0]) > len(found[0])
        ):
            start = found.end()
        else:
            break
    return start, dated


def _pass_name(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass: the name is the subject, is only quoted, or belongs here: 0."""
    mention = sentence.mention_at(start)
    assert mention is not None
    if mention.kind == "organisation" and _QUOTED.match(sentence.marked, start + 1):
        return 1
    context.meet_subject(mention)
    return 1
