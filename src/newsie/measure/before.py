"""Clauses without numbers in, what the numbers behind them may be of out.

粮食产量再创新高，达到5亿斤            粮食产量
电池、成药快速发展，分别增长5%、6%     电池 and 成药
粳稻：累计收购5000吨                   粳稻, a label
春茶生产形势向好，产量6万吨            春茶, what is grown
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.lists import split_items
from newsie.measure.topic import Topic, read_topic
from newsie.measure.words import trailing_noun

_LONGEST_TOPIC = 24
# What a line or sentence is headed by; what a measure or deed then is of.
_LABEL = re.compile(
    r"(?![一二三四五六七八九十]|其中|全[省市区县]|目前|注|单位|地[点址]|时间|来源|责任|牵头|[从按分][一-鿿]+[看分])[一-鿿]{2,5}"
)
# 各县（市、区）中, 与临县一样: among which, and beside whom.
_AMONG = re.compile("[各在].*[中里内]|[与和同跟].*(?:一样|相同|持平)|(?:根据|依据|按照?).*")
_COLONS = frozenset("：:")
# Whose part is the next largest.
_NEXT = re.compile(r"(?:其次|再次|随后|[排位]在?第[二三][位名]?的)(?:则|分别)?是([一-鿿]{2,14})")
_SHARE = re.compile(r"(?:占比|比重)$|占")


class Before:
    """The clauses without numbers that stand before a number in its sentence."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._topics: list[tuple[Phrase, Topic]] = []
        self.label = Phrase()
        self.grown = Phrase()

    def start_sentence(self) -> None:
        """Forget the sentence before."""
        self._topics = []
        self.label, self.grown = Phrase(), Phrase()

    def meet(self, sentence: Sentence, clause: Clause, head: int) -> Phrase:
        """Keep a clause, where it has no number; the phrase that the numbers behind may be of.

        Args:
            head: position where its times, subjects and little words end.
        """
        if clause.opening in ("；", ";"):
            self.grown = Phrase()
        if clause.numbers or head >= clause.end:
            return Phrase()
        phrase = cut_phrase(self._article, sentence, head, clause.end)
        if _AMONG.fullmatch(phrase.text):
            return Phrase()
        if head == clause.start and sentence.marked[clause.end : clause.end + 1] in _COLONS:
            self.label = phrase if _LABEL.fullmatch(phrase.text) else Phrase()
        topic = read_topic(phrase)
        self.grown = topic.grown or self.grown
        if clause.opening in ("；", "。"):
            return phrase
        self._topics.append((phrase, topic))
        return phrase

    def topic(self) -> Topic:
        """What the last clause without numbers is about."""
        for _, topic in reversed(self._topics):
            if 1 < len(topic.phrase.text) <= _LONGEST_TOPIC:
                return topic
        return Topic()

    def things(self, count: int) -> list[Phrase]:
        """The list in the last clause without numbers: 电池、成药等快速发展，分别增长5%、6%."""
        if not self._topics:
            return []
        phrase, _ = self._topics[-1]
        listed, etc, _ = phrase.text.partition("等")
        items = split_items(phrase[: len(listed)], count) if etc and "、" in listed else []
        return items if len(items) == count else []


def next_part(article: Article, sentence: Sentence, clause: Clause, head: Phrase) -> Phrase:
    """What has the next largest part: 电气火灾占比最高，达38%，其次是用火不慎，占21%.

    None behind a measure that is no share, whose value follows for each: 产量最高的是小麦.
    """
    after = _NEXT.fullmatch(sentence.marked, clause.start, clause.end)
    if after is None or (trailing_noun().search(head.text) and not _SHARE.search(head.text)):
        return Phrase()
    return cut_phrase(article, sentence, after.start(1), after.end(1))
