"""What a number measures: the phrase before it, the counted noun behind it, or the head before."""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.choice import Introduction
from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.lists import split_items
from newsie.measure.runs import Run
from newsie.measure.words import inner_deed, leading_deed, unit_kind
from newsie.values import Quantity

_JOINED = re.compile(r"(?:、|和|及|与|以及)+")
_TAIL = re.compile(r"(?:[了着的]|共|合计|累计|分别|(?<![日人户年亩月单])均|都|已|又|再|平均)+$")
_AMONG = re.compile(r"(?:^|在)[^，]{0,12}[中里]$")
_PER = re.compile(r"(?:日均|人均|户均|月均|亩均|单日|单日最高|日)")
_TOPIC_END = re.compile(r"[中上里]$|方面$")
_COUNTED_END = re.compile(r"[，；。：、！？（）()\ue001”]")
_NO_NOUN = re.compile(
    r"^(?:[的、和及与以，]|中(?![央断国小西东医型])|内(?![贸河])|上(?![市海升])|下(?![岗降])|左右|起(?!重)|[^\w“])"
)
# 完成投资, 实现产值: the number is of what follows.
_DONE = re.compile(r"(?:完成|实现|达到)了?(?!率)(?=[^年计目任预全])")
# Said of the head before it: 地区生产总值增长5%，增速居全市第二.
_ATTACHED = re.compile(r"(?:其?增[速幅]|[降涨]幅|总量|占比|比重|占.+|约?占|相当于.+|数量|排名)")
_LASTING = re.compile(r"(?:已)?连续.{1,3}?[年月天次季度]+|(?:位|列)")
_LONGEST = 34


class HeadReader:
    """Reads what numbers measure, and remembers it for those behind them in the sentence."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._head = Phrase()
        self._verb = Phrase()
        self._recent: list[Phrase] = []
        self._pending: list[Phrase] = []
        self._topic = Phrase()
        self._last: tuple[str, str | None] = ("", None)

    def start_sentence(self) -> None:
        """Forget the sentence before."""
        self._head, self._verb = Phrase(), Phrase()
        self._recent, self._pending = [], []
        self._topic = Phrase()

    def start_clause(self, sentence: Sentence, clause: Clause) -> None:
        """Keep a clause without numbers as what the numbers behind it may be of."""
        if clause.numbers or clause.opening in "；。":
            return
        phrase = cut_phrase(self._article, sentence, clause.start, clause.end)
        end = _TOPIC_END.search(phrase.text)
        phrase = phrase[: end.start()] if end else phrase
        if 1 < len(phrase.text) <= 24:
            self._topic = phrase

    def read_noun(self, sentence: Sentence, start: int, end: int) -> Phrase:
        """The phrase between two positions, without what joins it to the one before."""
        phrase = cut_phrase(self._article, sentence, start, end)
        joined = _JOINED.match(phrase.text)
        phrase = phrase[joined.end() if joined else 0 :]
        tail = _TAIL.search(phrase.text)
        phrase = phrase[: tail.start()] if tail else phrase
        lasting = _LASTING.match(phrase.text)
        return phrase[lasting.end() :] if lasting else phrase

    def _drop_done(self, phrase: Phrase) -> Phrase:
        """投资 of 完成投资, 产业产值 of 产业实现产值."""
        done = _DONE.search(phrase.text)
        return phrase[: done.start()] + phrase[done.end() :] if done else phrase

    def read_counted(
        self, sentence: Sentence, position: int, right: int, quantity: Quantity, origin: bool
    ) -> Phrase:
        """The noun behind a number of things: 3座水库, 20多个重点问题."""
        if quantity.rank or origin or unit_kind(quantity.unit) not in ("count", "none"):
            return Phrase()
        found = _COUNTED_END.search(sentence.marked, position + 1, right)
        end = found.start() if found else right
        phrase = cut_phrase(self._article, sentence, position + 1, end)
        if not phrase or _NO_NOUN.match(phrase.text):
            return Phrase()
        verb = inner_deed().search(phrase.text, 1)
        if verb and end == right and sentence.marked[end : end + 1] == "\ue001":
            phrase = phrase[: verb.start()]
        joined = re.search(r"(?:和|及|与|以及)$", phrase.text)
        if joined:
            phrase = phrase[: joined.start()]
        return phrase if len(phrase.text) <= _LONGEST else Phrase()

    def read(
        self,
        clause: Clause,
        reading: Introduction,
        noun: Phrase,
        counted: Phrase,
        position: int,
        run: Run | None,
    ) -> list[Phrase]:
        """The indicators of a number: one, or one for each item of a list that shares it."""
        if self._pending and run is not None and position != run.positions[0]:
            found = [self._pending.pop(0)]
        else:
            self._pending = []
            found = self._find(clause, reading, noun, counted, run)
        self._recent += found
        return found

    def _find(
        self, clause: Clause, reading: Introduction, noun: Phrase, counted: Phrase, run: Run | None
    ) -> list[Phrase]:
        share = _slot(self._article, reading, "share")
        if run is not None and run.respective:
            listed = self._list(noun, len(run.positions))
            if listed:
                listed = [item + share for item in listed]
                self._pending = listed[1:]
                self._head = listed[0]
                return listed[:1]
        if reading.aspect == "rank":
            among = _AMONG.search(noun.text)
            noun = noun[: among.start()] if among else noun
        noun = self._listed_verb(noun) if counted else noun
        base = self._base(clause, noun, counted)
        if not base:
            return []
        if (not _ATTACHED.fullmatch(noun.text) and not _PER.fullmatch(noun.text)) or counted:
            self._head = base
        if share:
            return [base + share]
        said = reading.match.sentence.text[
            reading.match.start - reading.match.sentence.start - 1 :
        ][: reading.match.end - reading.match.start + 1]
        if re.search("均|都", said):
            return split_items(base)
        return [base]

    def _list(self, noun: Phrase, count: int) -> list[Phrase]:
        """What the numbers of 分别 measure, in order: the list before it, or the last figures."""
        if noun and not _ATTACHED.fullmatch(noun.text):
            items = split_items(noun, count)
            return items if len(items) == count else []
        if noun:
            items = split_items(noun, count)
            if len(items) == count and self._head:
                return [self._head + item for item in items]
        if len(self._recent) >= count:
            return [item + noun for item in self._recent[-count:]]
        return []

    def _base(self, clause: Clause, noun: Phrase, counted: Phrase) -> Phrase:
        if not noun and not counted:
            return self._head or self._topic
        if noun and not counted and _PER.fullmatch(noun.text) and self._head:
            return noun + self._head
        if noun and not counted and _ATTACHED.fullmatch(noun.text) and self._head:
            return self._head + noun
        return self._with_verb(clause, self._drop_done(noun) + counted)

    def _listed_verb(self, noun: Phrase) -> Phrase:
        """举办 of 举办路演、圆桌会等, where what the list is of is counted behind it: 6场论坛."""
        if not noun.text.endswith("等"):
            return noun
        verb = inner_deed().search(noun.text)
        return noun[verb.start() : verb.end()] if verb else Phrase()

    def _with_verb(self, clause: Clause, phrase: Phrase) -> Phrase:
        """The phrase with the verb of the list before it, where it has none of its own."""
        verb = leading_deed().match(phrase.text)
        if verb:
            self._verb = phrase[: len(verb[0].rstrip("了"))]
            if verb[0].endswith("了"):
                return self._verb + phrase[verb.end() :]
            return phrase
        if clause.opening == "、" and self._verb:
            return self._verb + phrase
        if clause.opening != "、":
            self._verb = Phrase()
        return phrase


def _slot(article: Article, reading: Introduction, name: str) -> Phrase:
    span = reading.match.span(name)
    passage = article.passage
    if span is None or passage is None:
        return Phrase()
    return Phrase(
        passage.text[span.start : span.end], passage.literal(span.start, span.end), (span,)
    )
