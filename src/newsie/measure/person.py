"""Somebody at the head of a clause in, whether the figures are his own told to the context.

Who has no office tells of his own, and is told of it::

    村民高小满家流转土地20亩
    返乡青年高小满养牛300头
    62岁的高小满老人
    他打算再种10亩            the person told of last
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.carry import Context
from newsie.measure.speech import speaks_behind, tells_own

# What goes with a person's name, and what makes him one of many, or leads to his body.
_OF_PERSON = re.compile(
    "(?:[一全]?家(?=[一-鿿\ue001\ue002])(?!庭|具|电|长)|夫[妇妻]|老人|大[爷妈娘姐哥叔]|同志|老师)*"
)
_AMONG = re.compile(r"等|、|和\ue006|的(?:公司|企业|合作社|\ue004)|领办|所在|[是担任]")
_PRONOUN = re.compile("[他她](?:们?家|一家|自己)?(?!们)(?=[一-鿿\ue001\ue002])")
# What somebody is who has no office: 返乡青年高小满, 62岁的高小满老人, 家住河边的方大同.
_LIVING = re.compile(
    r"[^，。；、：“”\ue004\ue005\ue006]*(?:村民|农民|农户|社员|[一-鿿]农|渔民|牧民|户|青年|能手|能人|[机骑猎]手|匠|司机|创业者|退役军人|大学生|店主|老板娘|岁的|\ue001的|[镇村乡\ue003](?:里)?的|职工|工人|居民|老党员|小伙|姑娘|家住[^，]+的)"
)
_LONGEST_LIVING = 16


def says_living(marked: str, start: int, person: int) -> bool:
    """Whether what stands before a person says what he lives on, or where."""
    return person <= start + _LONGEST_LIVING and bool(_LIVING.fullmatch(marked, start, person))


def pass_person(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass of a person: who has no office tells of his own."""
    marked = sentence.marked
    behind = _OF_PERSON.match(marked, start + 1, end)
    assert behind is not None
    name = str(sentence.slots[start].value.name)
    if name in context.titled:
        context.whose.forget_person()
    elif speaks_behind(marked, start + 1) and not tells_own(sentence.text):
        context.whose.see_person(name)
    elif not _AMONG.match(marked, behind.end()):
        context.whose.meet_person(name)
    else:
        context.whose.see_person(name)
    return behind.end() - start


def pass_pronoun(context: Context, marked: str, start: int, end: int) -> int:
    """How many positions to pass of 他, 她家: 0 where no person was told of."""
    found = _PRONOUN.match(marked, start, end)
    return found.end() - start if found and context.whose.meet_pronoun() else 0
