"""What the numbers before measured, for a number that says less of it itself."""

from __future__ import annotations

from newsie.article import Article, Sentence
from newsie.measure import head_wording as wordings
from newsie.measure.before import Before, next_part
from newsie.measure.choice import Introduction
from newsie.measure.clause import Clause, in_bracket
from newsie.measure.deedfirst import put_deed_first
from newsie.measure.figure import Phrase
from newsie.measure.lists import ATTACHED
from newsie.measure.owner import Owner, find_work, is_work, next_owner
from newsie.measure.thing import bare_thing, read_told
from newsie.measure.verb import SharedVerb
from newsie.measure.whole import Amount, Whole
from newsie.measure.words import unit_kind
from newsie.values import Number, Quantity


class Told:
    """What was told so far of the sentence and the paragraph."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.head = Phrase()  # what the numbers that say nothing are of
        self.verb = SharedVerb()  # that a list of counted things shares
        self.recent: list[Phrase] = []  # what the sentence's numbers measured
        self.pending: list[Phrase] = []  # what the next numbers of a run measure
        self.led = Before(article)  # the clauses without numbers
        self.before = Phrase()  # what the number before measured, over sentences
        self.outputs = Phrase()  # 产量, where the growth of several products is told
        self.unit: str | None = None  # of the number before
        self.first = Phrase()  # what the paragraph's first number measures
        self.thing = Phrase()  # what was counted last: projects, firms
        self.owner = Owner()  # whose the last measure was
        self.all: tuple[Phrase, Owner] | None = None  # of what parts are told
        self.money = Phrase()  # the last sum that the sentence told
        self.listed = 0  # how many the last list of 分别 had
        self.sums = 0  # how many amounts were the last to be read
        self.done = False  # whether the noun had 完成 or 实现
        self.inside = False  # whether a part of what was told is looked at
        self.sided = Phrase()  # the measure that the parts are looked at by
        self.whole = Phrase()  # what is looked at part by part
        self.sided_thing = Phrase()  # the things counted that are looked at so
        self.of = Whole()  # what parts are told of
        self.chain: list[Phrase] = []  # what the numbers joined by 、 to the last measure
        self.bracketed = False  # whether the clause stands in brackets
        self.outside = Phrase()  # what was measured before the bracket
        self.numbered = False  # whether the clause before had numbers
        self.completed = Phrase()  # 新增就业完成, where it was told of which task how much
        self.spent = False  # whether it has been told what the things cost
        self.rate = Phrase()  # 增速, where the number before was told as one
        self.points = False  # whether this number is of percentage points
        self.grew = False  # whether the last percentage was a growth
        self.unit_now: str | None = None  # of this number
        self.value_now: Number = 0

    def start_sentence(self, inside: bool = False, sided: bool = False) -> None:
        """Forget the sentence before.

        Args:
            inside: whether it tells of a part of what was told before: 其中，8月当月增长4%.
            sided: whether it looks at parts of it, one by one: 分行业看，采矿业增长4%.
        """
        self.inside = inside
        self.whole = self.head or self.before if sided or inside else Phrase()
        self.sided = Phrase()
        self.head = Phrase()  # what the numbers that say nothing are of
        self.verb.start_sentence()
        self.recent, self.pending = [], []
        self.sided_thing = self.thing if sided else Phrase()
        self.thing, self.rate = Phrase(), Phrase()
        self.led.start_sentence()
        self.owner = self.owner if is_work(self.owner) or self.owner.grown else Owner()
        self.points = self.grew = False
        self.listed, self.sums, self.chain = 0, 0, []
        self.money, self.all = Phrase(), None
        self.completed = Phrase()
        self.of.start_sentence(inside)
        self.bracketed = self.numbered = False
        self.outputs = Phrase()

    def start_paragraph(self) -> None:
        """Forget the paragraph before."""
        self.first = self.before = Phrase()
        self.owner = Owner()

    def start_clause(self, sentence: Sentence, clause: Clause, head: int, *, moved: bool) -> None:
        """Keep a clause without numbers as what the numbers behind it may be of.

        Args:
            head: position where its times, subjects and little words end.
            moved: whether it tells of another subject than the one before.
        """
        if moved:  # 甲镇引进企业30家，乙镇完成投资5亿元: not of those firms
            self.owner = Owner()
        bracketed = in_bracket(sentence.marked, clause.start)
        if bracketed and not self.bracketed:
            self.outside = self.head if self.numbered else Phrase()
        elif self.bracketed and not bracketed:
            self.head = self.outside or self.head
        self._go_back(sentence, clause)
        self.bracketed, self.numbered = bracketed, bool(clause.numbers)
        self.of.start_clause(sentence, clause)
        opens = sentence.text.startswith("从", clause.start)
        if opens and not clause.numbers and (by := wordings.BY.match(sentence.text, clause.start)):
            at = sentence.bounds[clause.start]
            self.sided = Phrase(by[1], by[1]) if at == sentence.start else self.sided
        if not clause.numbers:
            self.head = next_part(self._article, sentence, clause, self.head) or self.head
        if led := self.led.meet(sentence, clause, head):
            self.owner = find_work(led) or self.owner
            if things := read_told(led):
                self.thing, self.spent = things, False
                self.owner = Owner(things)
            topic = self.led.topic()  # 粮食产量再创新高，达到5亿斤: also behind other numbers
            bare = ATTACHED.fullmatch(topic.phrase.text) or topic.phrase.text in ("规模", "总规模")
            if topic.told and not bare:
                self.head = topic.phrase

    def _go_back(self, sentence: Sentence, clause: Clause) -> None:
        """Behind 其中…； what is told is of all of them again: 其中产业项目26个；已完工52个."""
        if sentence.marked.startswith("其中", clause.start):
            self.all = self.all or (self.thing, self.owner)
        elif clause.opening in ("；", ";") and self.all:
            (self.thing, self.owner), self.all = self.all, None
            self.spent = False

    def keep(
        self,
        clause: Clause,
        reading: Introduction,
        noun: Phrase,
        counted: Phrase,
        quantity: Quantity,
        found: list[Phrase],
    ) -> None:
        """Remember what a number measured.

        Args:
            noun: what stands before it.
            counted: what stands behind it.
            found: its indicators.
        """
        level, unit = reading.aspect == "level", quantity.unit
        self.recent += found
        self.sums = self.sums + 1 if found and level and unit != "%" else 0
        self.chain = [*self.chain, *found] if clause.opening == "、" else found
        if not found:
            return
        self.first = self.first or found[0]
        if (noun or counted) and not self.bracketed:
            cased = unit in wordings.CASES or noun.text.endswith(unit or "-")
            things = counted or (level and cased)
            plain = Phrase() if counted else noun
            known = put_deed_first(self._article, found[0], works=True) if counted else found[0]
            self.owner = next_owner(self.owner, known, plain, unit, counted=bool(things))
        self.before = self.head
        self.unit = unit
        if unit_kind(unit) == "currency" and level:
            self.money = found[0]
        produced = wordings.PRODUCED.search(found[0].text)
        grown = reading.aspect in ("increase", "decrease")
        if produced and grown:
            self.outputs = found[0][produced.start() :]
        elif not produced:
            self.outputs = Phrase()
        if unit == "%":
            self.grew = grown
        if unit_kind(unit) == "count" and level:
            self._keep_count(quantity, found[0])

    def _keep_count(self, quantity: Quantity, indicator: Phrase) -> None:
        """Remember what was counted, which sums and rates behind it may be of."""
        amount = Amount(quantity.value, quantity.unit, None)
        self.of.see(indicator, amount, inside=self.bracketed)
        if quantity.unit in wordings.HEADS or quantity.unit in wordings.DEEDS_UNITS:
            return
        self.of.keep(indicator, quantity)
        if not (self.of.parted and self.thing and not self.spent):
            # 项目76个，其中亿元以上18个，总投资…: of all of them
            known = put_deed_first(self._article, indicator, works=True)
            self.thing, self.spent = bare_thing(known, self.thing), False
