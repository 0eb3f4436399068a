"""What a number measures: the phrase before it, the counted noun behind it, or the head before."""

from __future__ import annotations

from newsie.article import Article, Sentence
from newsie.measure import head_wording as wordings
from newsie.measure.alike import name_beside, rate_of_deed
from newsie.measure.before import Before, next_part
from newsie.measure.choice import Introduction
from newsie.measure.clause import NUMBER, Clause, in_bracket
from newsie.measure.deedfirst import put_deed_first
from newsie.measure.figure import Phrase
from newsie.measure.listing import drop_counted_names, drop_examples, listed_verb, only_lists
from newsie.measure.lists import ATTACHED, lists_measures, pair_items, pairs_off, split_items
from newsie.measure.owner import (
    Owner,
    acts_alone,
    drop_given,
    find_work,
    is_bare,
    is_work,
    measured_thing,
    name_owner,
    next_owner,
)
from newsie.measure.rank import drop_ranked_among, read_contest, read_ranking
from newsie.measure.runs import Run, has_both_bases
from newsie.measure.settle import drop_etc, settle
from newsie.measure.thing import (
    bare_thing,
    is_product,
    is_rate_of,
    is_summed,
    name_thing,
    name_thing_again,
)
from newsie.measure.verb import SharedVerb
from newsie.measure.whole import Amount, Whole, add_dealt, add_made, add_size, add_spent, add_trade
from newsie.measure.wording import (
    PER,
    complete_measure,
    find_guests,
    is_for,
    measure_per,
    read_medal,
    read_rate,
    read_share,
    read_slot,
    said_by,
    said_in_full,
    starts_change,
)
from newsie.measure.words import trailing_noun, unit_kind
from newsie.values import Number, Quantity


class HeadReader:
    """Reads what numbers measure, and remembers it for those behind them in the sentence."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._head = Phrase()
        self._verb = SharedVerb()
        self._recent: list[Phrase] = []
        self._pending: list[Phrase] = []
        self._led = Before(article)
        self._before = Phrase()  # what the number before measured, over sentences
        self._outputs = Phrase()  # 产量, where the growth of several products is told
        self._unit: str | None = None  # of the number before
        self._first = Phrase()  # what the paragraph's first number measures
        self._thing = Phrase()  # what was counted last: projects, firms
        self._owner = Owner()  # whose the last measure was
        self._all: tuple[Phrase, Owner] | None = None  # of what parts are told
        self._money = Phrase()  # the last sum that the sentence told
        self._listed = 0  # how many the last list of 分别 had
        self._sums = 0  # how many amounts were the last to be read
        self._done = False
        self._inside = False
        self._sided = Phrase()  # the measure that the parts are looked at by
        self._whole = Phrase()  # what is looked at part by part
        self._of = Whole()
        self._chain: list[Phrase] = []  # what the numbers joined by 、 to the last measure
        self._bracketed = False  # whether the clause stands in brackets
        self._outside = Phrase()  # what was measured before the bracket
        self._numbered = False  # whether the clause before had numbers
        self._completed = Phrase()  # 新增就业完成, where it was told of which task how much
        self._spent = False  # whether it has been told what the things cost
        self._rate = Phrase()  # 增速, where the number before was told as one
        self._points = self.grew = False
        self._unit_now: str | None = None
        self._value_now: Number = 0

    def start_sentence(self, inside: bool = False, sided: bool = False) -> None:
        """Forget the sentence before.

        Args:
            inside: whether it tells of a part of what was told before: 其中，8月当月增长4%.
            sided: whether it looks at parts of it, one by one: 分行业看，采矿业增长4%.
        """
        self._inside = inside
        self._whole = self._head or self._before if sided or inside else Phrase()
        self._sided = Phrase()
        self._head = Phrase()
        self._verb.start_sentence()
        self._recent, self._pending = [], []
        self._thing, self._rate = Phrase(), Phrase()
        self._led.start_sentence()
        self._owner = self._owner if is_work(self._owner) else Owner()
        self._points = self.grew = False
        self._listed, self._sums, self._chain = 0, 0, []
        self._money, self._all = Phrase(), None
        self._completed = Phrase()
        self._of.start_sentence(inside)
        self._bracketed = self._numbered = False
        self._outputs = Phrase()

    def start_paragraph(self) -> None:
        """Forget the paragraph before."""
        self._first = self._before = Phrase()
        self._owner = Owner()

    def start_clause(self, sentence: Sentence, clause: Clause, head: int, *, moved: bool) -> None:
        """Keep a clause without numbers as what the numbers behind it may be of.

        Args:
            head: position where its times, subjects and little words end.
            moved: whether it tells of another subject than the one before.
        """
        if moved:  # 甲镇引进企业30家，乙镇完成投资5亿元: not of those firms
            self._owner = Owner()
        bracketed = in_bracket(sentence.marked, clause.start)
        if bracketed and not self._bracketed:
            self._outside = self._head if self._numbered else Phrase()
        elif self._bracketed and not bracketed:
            self._head = self._outside or self._head
        self._go_back(sentence, clause)
        self._bracketed, self._numbered = bracketed, bool(clause.numbers)
        self._of.start_clause(sentence, clause)
        opens = sentence.text.startswith("从", clause.start)
        if opens and not clause.numbers and (by := wordings.BY.match(sentence.text, clause.start)):
            at = sentence.bounds[clause.start]
            self._sided = Phrase(by[1], by[1]) if at == sentence.start else self._sided
        if not clause.numbers:
            self._head = next_part(self._article, sentence, clause, self._head) or self._head
        if led := self._led.meet(sentence, clause, head):
            self._owner = find_work(led) or self._owner
            topic = self._led.topic()  # 粮食产量再创新高，达到5亿斤: also behind other numbers
            bare = ATTACHED.fullmatch(topic.phrase.text) or topic.phrase.text in ("规模", "总规模")
            if topic.told and not bare:
                self._head = topic.phrase

    def _go_back(self, sentence: Sentence, clause: Clause) -> None:
        """Behind 其中…； what is told is of all of them again: 其中产业项目26个；已完工52个."""
        if sentence.marked.startswith("其中", clause.start):
            self._all = self._all or (self._thing, self._owner)
        elif clause.opening in ("；", ";") and self._all:
            (self._thing, self._owner), self._all = self._all, None
            self._spent = False

    def _drop_done(self, phrase: Phrase) -> Phrase:
        """投资 of 完成投资, 产业产值 of 产业实现产值."""
        done = wordings.DONE.search(phrase.text)
        self._done = bool(done)
        return phrase[: done.start()] + phrase[done.end() :] if done else phrase

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
        self._unit_now, self._value_now = quantity.unit, quantity.value
        if self._pending and run is not None and position != run.positions[0]:
            found = [self._pending.pop(0)]
        else:
            self._pending = []
            noun = settle(noun, leading=not counted)
            found = self._find(clause, reading, noun, counted, position, run)
        found = [drop_etc(settle(phrase)) for phrase in found]
        self._recent += found
        summed = bool(found) and reading.aspect == "level" and quantity.unit != "%"
        self._sums = self._sums + 1 if summed else 0
        self._chain = [*self._chain, *found] if clause.opening == "、" else found
        if found:
            self._first = self._first or found[0]
            if (noun or counted) and not self._bracketed:
                things = counted or (
                    reading.aspect == "level"
                    and (
                        quantity.unit in wordings.CASES or noun.text.endswith(quantity.unit or "-")
                    )
                )
                plain = Phrase() if counted else noun
                self._owner = next_owner(
                    self._owner, found[0], plain, quantity.unit, counted=bool(things)
                )
            self._before = self._head
            self._unit = quantity.unit
            if unit_kind(quantity.unit) == "currency" and reading.aspect == "level":
                self._money = found[0]
            produced = wordings.PRODUCED.search(found[0].text)
            if produced and reading.aspect in ("increase", "decrease"):
                self._outputs = found[0][produced.start() :]
            elif not produced:
                self._outputs = Phrase()
            if quantity.unit == "%":
                self.grew = reading.aspect in ("increase", "decrease")
            if unit_kind(quantity.unit) == "count" and reading.aspect == "level":
                amount = Amount(quantity.value, quantity.unit, None)
                self._of.see(found[0], amount, inside=self._bracketed)
            counts = unit_kind(quantity.unit) == "count" and quantity.unit not in wordings.HEADS
            if counts and quantity.unit not in wordings.DEEDS_UNITS and reading.aspect == "level":
                self._of.keep(found[0], quantity)
                if not (
                    self._of.parted and self._thing and not self._spent
                ):  # 项目76个，其中亿元以上18个，总投资…: of all of them
                    self._thing, self._spent = bare_thing(found[0], self._thing), False
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
        share = read_share(self._article, reading)
        rate, self._rate = self._rate, read_rate(reading)
        if reading.aspect == "rank" and rate and not (noun or counted) and self._recent:
            last = self._recent[-1]
            return [last if last.text.endswith(rate.text) else last + rate]
        alike = bool(wordings.EACH.search(said_by(reading)))
        if reading.aspect == "rank":
            noun, shared = drop_ranked_among(noun)
            alike = alike or shared
        if run is not None and position == run.positions[0]:
            listed = self._pair_off(reading, noun, counted, run)
            if listed:
                listed = [item + share for item in listed]
                self._pending = listed[1:]
                self._head = listed[0]
                return listed[:1]
        if reading.aspect == "rank":
            noun = noun or read_contest(read_slot(self._article, reading, "base"))
            noun, several = read_ranking(noun)
            if several:
                return split_items(noun)  # 位列金牌榜、奖牌榜双第一
        if counted and only_lists(noun, counted):
            return []
        if counted:
            noun = listed_verb(drop_counted_names(noun, self._value_now))
        elif unit_kind(self._unit_now) == "count":
            noun = drop_examples(noun)
        if not noun and not counted and len(self._chain) > 1 and alike:
            return list(self._chain)  # 商标28件、名牌12个，均居全省第二位
        base = read_medal(self._article, reading) or self._base(
            clause, reading, noun, counted, position
        )
        if not base:
            return []
        attached = ATTACHED.fullmatch(noun.text) or PER.fullmatch(noun.text)
        if not attached or counted or not self._head:
            self._head = base
        if share and reading.rule.endswith("/share") and lists_measures(base, least=2):
            return [item + share for item in split_items(base)]
        if share:
            return [self._put_share(reading, base, noun, share)]
        if self._points and wordings.OF_GROWTH.search(
            read_slot(self._article, reading, "base").text
        ):
            return [base if base.text.endswith(("增速", "增幅")) else base + Phrase("增速", "增速")]
        alike = alike or (reading.aspect == "rank" and lists_measures(base))
        return split_items(base) if alike and not wordings.KINDRED.search(base.text) else [base]

    def _pair_off(
        self, reading: Introduction, noun: Phrase, counted: Phrase, run: Run
    ) -> list[Phrase]:
        """What the numbers of a run measure one by one, where they share a list of it: 分别."""
        count = len(run.positions)
        if has_both_bases(reading.match.sentence, reading, run.positions[0]):
            return []
        if reading.rule.endswith("/beyond") or not (  # 分别高于全市、全省0.5、1.6个百分点
            run.respective
            or "分别" in noun.text
            or (not noun and (count == self._listed or self._rates_each(reading, count)))
            or (not counted and pairs_off(noun, count))
        ):
            return []
        things = self._led.things(count)
        items = pair_items(noun, count, self._head or self._first, things, self._recent)
        self._listed = len(items)
        return [self._add_measure(reading, item) for item in items]

    def _rates_each(self, reading: Introduction, count: int) -> bool:
        """Whether rates are of as many sums before them: 游客5万人，收入8亿元，增长5%、6%."""
        grown = reading.aspect in ("increase", "decrease") and self._unit_now == "%"
        return grown and self._sums >= count

    def _put_share(
        self, reading: Introduction, base: Phrase, noun: Phrase, share: Phrase
    ) -> Phrase:
        """The share or the part of what a number measures, which those behind it may go on from."""
        if starts_change(self._article, reading):
            self._head = base + share
        if wordings.GIVES.fullmatch(share.text) and not noun:
            base = drop_given(base)
        if reading.rule.endswith("/completed") and share.text.startswith("完成"):
            self._completed = base + share[:2]
        return base + share

    def _base(
        self, clause: Clause, reading: Introduction, noun: Phrase, counted: Phrase, position: int
    ) -> Phrase:
        if not noun and not counted:
            return self._unsaid(reading)
        told = self._recent[-1] if self._recent else Phrase()
        if counted and noun.text in wordings.DIVISIONS and told.text.endswith(noun.text):
            return told[: len(told.text) - len(noun.text)] + counted  # 覆盖22个乡镇200个村
        adjacent = position > 0 and reading.match.sentence.marked[position - 1] == NUMBER
        last = self._recent[-1] if self._recent else Phrase()
        if adjacent and not noun and wordings.BETTER_OFF.fullmatch(counted.text) and last:
            return last  # 带动526户1680人增收
        if not noun and self._head and wordings.VERB_FIRST.match(counted.text):
            return self._head + counted
        if noun and not counted and PER.fullmatch(noun.text) and self._head:
            return self._measure_each(noun)
        tasked = not counted and clause.opening == "、" and wordings.TASK.search(noun.text)
        if tasked and self._completed:
            return self._completed + noun  # 完成省目标任务的130%、市目标任务的127%
        alike, rated = self._unit_now == self._unit, self._unit == "%"
        full = name_beside(noun, self._head, last, same_unit=alike, rated=rated)
        if full and not counted:
            return full
        gives = self._unit_now in wordings.SHARES and wordings.GIVES.fullmatch(noun.text)
        if noun and not counted and gives and self._head:
            return measured_thing(self._head) + noun
        if noun and not counted and ATTACHED.fullmatch(noun.text) and (self._head or self._first):
            return (self._head or self._first) + noun
        if noun.text in wordings.CONVERTED and not counted:
            return self._head
        if counted and wordings.DISASTER.fullmatch(noun.text) and wordings.HIT.match(counted.text):
            noun = Phrase()  # 暴雨造成8.6万人受灾
        if noun.text in wordings.HOLDING and wordings.CEREMONY.search(counted.text):
            noun = Phrase()  # 举行9个项目开工仪式
        if not noun and self._unit_now != "%" and not is_for(reading, position):
            counted = put_deed_first(self._article, counted)
        whole = self._head or (self._whole if self._inside else Phrase())
        whole = Phrase() if self._led.grown else whole
        noun = complete_measure(
            self._drop_done(self._add_measure(reading, noun, beside=clause.opening == "、")), whole
        )
        if noun.text.endswith("接待") and self._unit_now == "人次":
            noun += find_guests([*reversed(self._recent), self._before, self._first])
        if not counted and self._done and wordings.AMOUNT_OF.fullmatch(noun.text):
            topic = self._led.topic()
            if topic.led:
                return topic.phrase + noun
        last = [self._head, *self._recent][-1]
        if not counted and (same := said_in_full(noun, last, reading)):
            return same
        if not counted and self._led.label and not self._recent:
            if is_bare(noun, beside=True):
                return self._led.label + noun
            if acts_alone(noun):
                return noun + self._led.label
        if not counted and is_bare(noun, beside=True) and self._led.grown:
            return self._led.grown + noun
        if not counted:
            beside = clause.opening not in ("；", ";", "。")
            if not (self._done and self._owner.plain):  # 桥梁3座，完成投资1860万元: of all of it
                noun = name_owner(self._owner, noun, self._unit_now, beside)
            noun = rate_of_deed(noun, last)
        made = self._done and bool(wordings.AMOUNT_OF.fullmatch(noun.text))
        made = made and wordings.MAKER.search(self._thing.text) is not None
        if not counted and (again := name_thing_again(self._thing, noun)):
            self._spent = True
            return again
        if not counted and self._thing and (made or is_rate_of(self._thing, noun)):
            self._spent = True
            return name_thing(self._thing, noun)
        plain, sentence = reading.rule.endswith("/state"), reading.match.sentence
        held = wordings.HAD.search(sentence.marked, clause.start, max(clause.start, reading.start))
        amount = Amount(self._value_now, self._unit_now, self._unit)
        last = self._recent[-1] if self._recent else Phrase()
        phrase = self._verb.share(
            clause, noun + counted, amount, last, self._of, plain=plain and not held
        )
        return self._of.name(phrase, amount, inside=self._bracketed)

    def _measure_each(self, noun: Phrase) -> Phrase:
        """户均贷款 where 贷款18亿元，覆盖4.6万户，户均3.9万元: money is of money."""
        paid = unit_kind(self._unit_now) == "currency" and unit_kind(self._unit) == "count"
        if paid:
            return measure_per(noun, self._money) if self._money else noun
        return measure_per(noun, self._head)

    def _add_measure(self, reading: Introduction, noun: Phrase, *, beside: bool = False) -> Phrase:
        """制造业增加值 where 其中电子制造业增长9% follows a growth of 增加值."""
        spent = reading.aspect == "level" and self._unit_now in ("元", "美元")
        if noun and spent and "完成" in said_by(reading):
            noun = add_spent(noun, self._head or self._before)
        if beside and noun and reading.aspect == "level" and self._unit_now == self._unit:
            noun = add_dealt(noun, self._recent[-1] if self._recent else Phrase())
        if noun and spent:
            noun = add_trade(noun, self._head)
        if reading.aspect == "level" and self._unit_now != "%" and (self._of.among or self._inside):
            noun = add_made(noun, self._head or self._before)
        if noun and reading.aspect == "level" and self._unit_now == self._unit:
            whole = self._head or self._before if self._of.among or self._inside else Phrase()
            return add_size(noun, whole, self._unit_now)
        if reading.aspect not in ("increase", "decrease") or not noun:
            return noun
        if self._sided and not trailing_noun().search(noun.text):
            return noun + self._sided
        if self._outputs and is_product(noun.text):
            return noun + self._outputs
        if not noun.text.endswith(("业", "类")):
            return noun
        head = self._head if wordings.OUTPUT.search(self._head.text) else self._whole
        measure = wordings.OUTPUT.search(head.text)
        return noun + head[measure.start() : measure.end()] if measure else noun

    def _unsaid(self, reading: Introduction) -> Phrase:
        """What a number without any noun measures."""
        head = self._head
        if self._unit_now in wordings.HOUSEHOLDS and wordings.QUARTERS.search(head.text):
            return Phrase()  # 9个村民小组618户
        if reading.aspect in ("increase", "decrease") and self._unit_now == "%":
            share = wordings.SHARE_END.search(head.text)
            head = head[: share.start()] if share else head  # 增加值占比达96%，下降15.6%
        if head.text.startswith(wordings.NEWLY) and is_summed(reading):
            head = head[len(wordings.NEWLY) :]  # 新增企业34户，累计达403户
        if not head:
            topic = self._led.topic()
            plain = reading.rule.endswith(("/state", "/reach"))
            head = topic.phrase if topic.among or topic.told or not plain else head
        if not head and (self._unit == self._unit_now or self._inside):
            head = self._before
        if not self._recent or not self._points or reading.rule.endswith("/share"):
            return head
        last = self._recent[-1]
        rated = last.text.endswith(("率", "占比", "比重", "增速", "增幅", "比例", "强度"))
        return last if rated or "占" in last.text else head
