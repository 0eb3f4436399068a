"""What a number measures: the phrase before it, the counted noun behind it, or the head before."""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.choice import Introduction
from newsie.measure.clause import DATE, Clause
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.lists import split_items
from newsie.measure.owner import Owner, find_owner, name_owner
from newsie.measure.runs import Run
from newsie.measure.words import inner_deed, leading_deed, leading_words, unit_kind
from newsie.values import Quantity

_JOINED = re.compile(r"(?:、|和|及|与|以及)+")
_TAIL = re.compile(
    r"(?:[了着的]|(?<=[入出资])(?:预算)?安排|共|合计|累计|分别|(?<![日人户年亩月单])均"
    r"|都|已经|已|又|再|平均)+$"
)
_AMONG = re.compile(r"(?:^|在)[^，]{0,12}[中里]$")
_PER = re.compile(r"(?:日均|人均|户均|月均|亩均|单日|(?:单日|日)?最高(?:日)?|最高单日|日)")
_TOPIC_END = re.compile(r"[中上里]$|方面$")
_COUNTED_END = re.compile(r"[，；。：、！？（）()”]")
_SPENT = re.compile(
    r"[一-鿿“”]{1,14}?(?:资金|经费|补贴|补助|贷款|专款|债券|款|基金|红利|物资)(?=[，；。：、）]|$)"
)
_NO_NOUN = re.compile(
    r"^(?:[的、和及与以，]|中(?![央断国小西东医型])|内(?![贸河])|上(?![市海升])"
    r"|下(?![岗降])|左右|起(?!重)|[^\w“])"
)
# 完成投资, 实现产值: the number is of what follows.
_DONE = re.compile(r"(?:完成|实现|达到)了?(?!率)(?=[^年计目任预全])")
# Said of the head before it: 地区生产总值增长5%，增速居全市第二.
_ATTACHED = re.compile(r"(?:其?增[速幅]|[降涨]幅|总量|占比|比重|占.+|约?占|相当于.+|数量|排名)")
# Measures that are told one after another of one thing.
_FAMILIES = (
    re.compile(r"(?:收入|支出)$"),
    re.compile(r"(?:成交|交易)(?:总?[量额]|总?金额|面积|均价)$"),
    re.compile(r"(?:总产量?|产量|单产|产值)$"),
)
_LASTING = re.compile(r"(?:已)?连续.{1,3}?[年月天次季度]+|(?:位|列)")
_HELD = re.compile(r"(?:约|仅|只|已|就)?占(?:到|了|据)?$")
_RATE_OF = re.compile(
    r"(?:已|按期|全部)?(?:开工|竣工|投产|落地|履约|转化|办结|合格|达标|完成|到位|资金到位"
    r"|入库|投用|验收|签约|落户|达产|入驻|回复|满意|好评)率|总数|(?:协议|计划|合同)?(?:总投资"
    r"|投资总额|引资)额?|签约总额|总额|均价.{0,6}"
)
_AMOUNT_OF = re.compile(r"[总年]?(?:产值|税收|利税|收入|营收|销售额|利润)")
_OUTPUT = re.compile(r"(?:增加值|产值|总产值|投资|销售收入|营业收入|利润)$")
_VERB_FIRST = re.compile(r"实现|达标|增长|亏损|开工|投产|竣工|获|完成")
_DEEDS_UNITS = frozenset(("类", "份", "条", "件", "场", "批", "期"))
_HEADS = frozenset(("人", "名", "位", "人次", "次"))
_ADVERB_INSIDE = re.compile(r"(?:累计|先后|一共|共(?![享建同治创])|已经?|首次)+(?=[一-鿿]{2})")
_BARE = re.compile(
    r"(?:[一-鿿]{0,6}?(?:[达投]产|建成|通车|投[用运]|竣工|运营)后(?!的)[，可将预计]{0,3}|"
    r"[全我本][省市区县州镇乡村](?![域面性级])|[要须需应](?=[新改建增完培引拆打实推举开办制]))+"
)
_NUMBERED = re.compile(r"(?:\d{1,2}[.、．]|0\d)\s*(?=[一-鿿])")
_ALREADY = re.compile(r"(?<=..)已(?=[一-鿿]{2})")
_JOINING = re.compile(r"(?:和|及|与|以及)$")
_MIDST = re.compile(r"中(?=有|的|$)|里(?=有|$)")
# 占比重提高到45%: how the share came to be, no part of what it is.
_MOVED = re.compile(
    r"(?:已|再|又|第一次|首次|由|从|进一步|稳步|提高|提升|上升|回落|下降|升|降|扩大|增加|减少|稳定|保持)+$"
)
_LONGEST = 34
_LONGEST_TOPIC = 24


class HeadReader:
    """Reads what numbers measure, and remembers it for those behind them in the sentence."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._head = Phrase()
        self._verb = Phrase()
        self._recent: list[Phrase] = []
        self._pending: list[Phrase] = []
        self._topics: list[tuple[Sentence, Clause]] = []  # clauses without numbers
        self._before = Phrase()  # what the number before measured, over sentences
        self._unit: str | None = None  # of the number before
        self._first = Phrase()  # what the paragraph's first number measures
        self._thing = Phrase()  # what was counted last: projects, firms
        self._owner = Owner()  # whose the last measure was
        self._listed = 0  # how many the last list of 分别 had
        self._done = False
        self._points = self.grew = False
        self._unit_now: str | None = None
        self._taken = (-1, -1)

    def start_sentence(self) -> None:
        """Forget the sentence before."""
        self._head, self._verb = Phrase(), Phrase()
        self._recent, self._pending = [], []
        self._topics, self._thing, self._owner = [], Phrase(), Owner()
        self._points = self.grew = False
        self._listed = 0

    def start_paragraph(self) -> None:
        """Forget the paragraph before."""
        self._first = self._before = Phrase()

    def start_clause(self, sentence: Sentence, clause: Clause) -> None:
        """Keep a clause without numbers as what the numbers behind it may be of."""
        if not clause.numbers and clause.opening not in ("；", "。"):
            self._topics.append((sentence, clause))

    def _topic(self) -> tuple[Phrase, bool]:
        """The last clause without numbers, and whether it says what the number is among."""
        for sentence, clause in reversed(self._topics):
            phrase = cut_phrase(self._article, sentence, clause.start, clause.end)
            end = _TOPIC_END.search(phrase.text)
            phrase = phrase[: end.start()] if end else phrase
            if 1 < len(phrase.text) <= _LONGEST_TOPIC:
                return phrase, end is not None
        return Phrase(), False

    def read_noun(self, sentence: Sentence, start: int, end: int) -> Phrase:
        """The phrase between two positions, without what joins it to the one before."""
        dated = sentence.marked.rfind(DATE, start, end)
        if dated >= 0 and dated + 1 < end:
            start = dated + 1
        elif dated >= 0:
            end = dated
        if start == self._taken[0]:
            start = min(self._taken[1], end)
        if start >= end:
            return Phrase()
        phrase = cut_phrase(self._article, sentence, start, end)
        text, left = phrase.text, 0  # what is left of it, and how much was cut before that
        if joined := _JOINED.match(text):
            left, text = joined.end(), text[joined.end() :]
        if tail := _TAIL.search(text):
            text = text[: tail.start()]
        for opening in (_NUMBERED, _BARE):
            if found := opening.match(text):
                left, text = left + found.end(), text[found.end() :]
        while found := _LASTING.match(text) or leading_words().match(text):
            left, text = left + found.end(), text[found.end() :]
        if len(text) < len(phrase.text):
            phrase = phrase[left : left + len(text)]
        inside = _ADVERB_INSIDE.search(text, 2)
        if inside and leading_deed().match(phrase.text, inside.end()):
            phrase = phrase[: inside.start()] + phrase[inside.end() :]
        held = _HELD.search(phrase.text)
        return phrase[: held.start()] + Phrase("占比", "占比") if held else phrase

    def _drop_done(self, phrase: Phrase) -> Phrase:
        """投资 of 完成投资, 产业产值 of 产业实现产值."""
        done = _DONE.search(phrase.text)
        self._done = bool(done)
        return phrase[: done.start()] + phrase[done.end() :] if done else phrase

    def read_counted(
        self, sentence: Sentence, position: int, right: int, quantity: Quantity, origin: bool
    ) -> Phrase:
        """The noun behind a number of things: 3座水库, 20多个重点问题."""
        self._taken = (-1, -1)
        kind = unit_kind(quantity.unit)
        if quantity.rank or origin or kind not in ("count", "none", "ratio"):
            return Phrase()
        if kind == "ratio" and not quantity.share and sentence.marked[position + 1 :][:1] != "的":
            return Phrase()
        found = _COUNTED_END.search(sentence.marked, position + 1, right)
        end = found.start() if found else right
        first = position + 1
        if kind == "ratio" and sentence.marked[first : first + 1] == "的":
            first += 1
        phrase = cut_phrase(self._article, sentence, first, end)
        if not phrase or _NO_NOUN.match(phrase.text):
            return Phrase()
        verb = inner_deed().search(phrase.text, 3 if phrase.text.startswith("新") else 2)
        if verb and end == right and sentence.marked[end : end + 1] == "\ue001":
            phrase = phrase[: verb.start()]
            if (
                verb[0] not in ("完成", "实现", "增加", "达到")
                and max(sentence.marked[first : first + verb.start() + 1]) < "\ue000"
            ):
                self._taken = (position + 1, first + verb.start())
        midst = _MIDST.search(phrase.text)
        if midst:
            phrase = phrase[: midst.start()]
        done = _ALREADY.search(phrase.text)
        phrase = phrase[: done.start()] + phrase[done.end() :] if done else phrase
        joined = _JOINING.search(phrase.text)
        if joined:
            phrase = phrase[: joined.start()]
        return phrase if len(phrase.text) <= _LONGEST else Phrase()

    def read_spent(
        self, sentence: Sentence, position: int, right: int, quantity: Quantity, noun: Phrase
    ) -> Phrase:
        """What an amount is of, where only a verb stands before it: 安排3亿元专项资金."""
        if unit_kind(quantity.unit) != "currency" or not leading_deed().fullmatch(noun.text):
            return Phrase()
        found = _SPENT.match(sentence.marked, position + 1, right)
        if found is None or inner_deed().search(found[0], 2):
            return Phrase()
        return cut_phrase(self._article, sentence, *found.span())

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
        quantity: Quantity = reading.match.sentence.slots[position].value
        self._points = quantity.unit == "个百分点"
        self._unit_now = quantity.unit
        if self._pending and run is not None and position != run.positions[0]:
            found = [self._pending.pop(0)]
        else:
            self._pending = []
            found = self._find(clause, reading, noun, counted, position, run)
        self._recent += found
        if found:
            self._first = self._first or found[0]
            if noun or counted:
                self._owner = find_owner(found[0], quantity.unit, bool(counted))
            self._before = self._head
            self._unit = quantity.unit
            if quantity.unit == "%":
                self.grew = reading.aspect in ("increase", "decrease")
            counts = unit_kind(quantity.unit) == "count" and quantity.unit not in _HEADS
            if counts and quantity.unit not in _DEEDS_UNITS and reading.aspect == "level":
                self._thing = found[0]
        return found

    def _find(
        self,
        clause: Clause,
        reading: Introduction,
        noun: Phrase,
        counted: Phrase,
        position: int,
        run: Run | None,
    ) -> list[Phrase]:
        share = _slot(self._article, reading, "share")
        moved = _MOVED.search(share.text)
        share = share[: moved.start()] if moved else share
        count = len(run.positions) if run is not None else 0
        opens = run is not None and position == run.positions[0]
        if (
            run is not None
            and opens
            and (run.respective or "分别" in noun.text or (not noun and count == self._listed))
        ):
            listed = [self._add_measure(reading, item) for item in self._list(noun, count)]
            self._listed = len(listed)
            if listed:
                listed = [item + share for item in listed]
                self._pending = listed[1:]
                self._head = listed[0]
                return listed[:1]
        if reading.aspect == "rank":
            among = _AMONG.search(noun.text)
            noun = noun[: among.start()] if among else noun
        noun = self._listed_verb(noun) if counted else noun
        base = self._medal(reading) or self._base(clause, reading, noun, counted)
        if not base:
            return []
        if (not _ATTACHED.fullmatch(noun.text) and not _PER.fullmatch(noun.text)) or counted:
            self._head = base
        if share:
            return [base + share]
        said = reading.match.sentence.text[
            reading.match.start - reading.match.sentence.start - 1 :
        ][: reading.match.end - reading.match.start + 1]
        if "均" in said or "都" in said:
            return split_items(base)
        return [base]

    def _list(self, noun: Phrase, count: int) -> list[Phrase]:
        """What the numbers of 分别 measure, in order: the list before it, or the last figures."""
        each, said, shared = noun.text.partition("分别")
        if said and shared:
            items = split_items(noun[: len(each)], count)
            tail = noun[len(each) + len(said) :]
            return [item + tail for item in items] if len(items) == count else []
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

    def _base(self, clause: Clause, reading: Introduction, noun: Phrase, counted: Phrase) -> Phrase:
        if not noun and not counted:
            return self._unsaid(reading)
        if not noun and self._head and _VERB_FIRST.match(counted.text):
            return self._head + counted
        if noun and not counted and _PER.fullmatch(noun.text) and self._head:
            return noun + self._head
        if noun and not counted and _ATTACHED.fullmatch(noun.text) and (self._head or self._first):
            return (self._head or self._first) + noun
        noun = self._elided(self._drop_done(self._add_measure(reading, noun)))
        if not counted:
            beside = clause.opening not in ("；", ";", "。")
            noun = name_owner(self._owner, noun, self._unit_now, beside)
        if not counted and self._thing and self._is_of_thing(noun):
            return noun if noun.text.startswith(self._thing.text) else self._thing + noun
        return self._with_verb(clause, noun + counted)

    def _medal(self, reading: Introduction) -> Phrase:
        """28金 is of 金牌."""
        span = reading.match.span("quantity")
        passage = self._article.passage
        if span is None or passage is None or passage.text[span.end - 1] not in "金银铜":
            return Phrase()
        name = passage.text[span.end - 1] + "牌"
        return Phrase(name, name)

    def _elided(self, noun: Phrase) -> Phrase:
        """政府性基金支出 of 政府性基金收入完成15亿元，支出18亿元."""
        if noun.text == self._head.text:
            return noun
        for family in _FAMILIES:
            last = family.search(self._head.text) if family.fullmatch(noun.text) else None
            if last and last.start():
                return self._head[: last.start()] + noun
        return noun

    def _add_measure(self, reading: Introduction, noun: Phrase) -> Phrase:
        """制造业增加值 where 其中电子制造业增长9% follows a growth of 增加值."""
        if reading.aspect not in ("increase", "decrease") or not noun.text.endswith("业"):
            return noun
        measure = _OUTPUT.search(self._head.text)
        return noun + self._head[measure.start() :] if measure else noun

    def _is_of_thing(self, noun: Phrase) -> bool:
        """Whether a bare noun is of the things counted before it: 86个项目，开工率65%."""
        if _RATE_OF.fullmatch(noun.text):
            return True
        return self._done and bool(_AMOUNT_OF.fullmatch(noun.text))

    def _unsaid(self, reading: Introduction) -> Phrase:
        """What a number without any noun measures."""
        head = self._head
        if not head:
            topic, among = self._topic()
            head = topic if among or not reading.rule.endswith(("/state", "/reach")) else head
        if not head and self._unit == self._unit_now:
            head = self._before
        if not self._recent or not self._points or reading.rule.endswith("/share"):
            return head
        last = self._recent[-1]
        if (
            last.text.endswith(("率", "占比", "比重", "增速", "增幅", "比例", "强度"))
            or "占" in last.text
        ):
            return last
        return head

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
            if verb.end() == len(phrase.text):
                self._verb = Phrase()
                return phrase
            if verb[0].endswith("了"):
                return self._verb + phrase[verb.end() :]
            return phrase
        if clause.opening == "、" and self._verb and unit_kind(self._unit_now) == "count":
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
