"""What a number measures, of its own words and of what was told before it, shares aside."""

from __future__ import annotations

from newsie.article import Article
from newsie.measure import head_wording as wordings
from newsie.measure.alike import name_alike, name_beside
from newsie.measure.choice import Introduction
from newsie.measure.clause import NUMBER, Clause
from newsie.measure.deedfirst import put_deed_first
from newsie.measure.dwelling import name_dwellers
from newsie.measure.figure import Phrase
from newsie.measure.lists import ATTACHED
from newsie.measure.owner import acts_alone, is_bare, measured_thing, name_owner
from newsie.measure.rate import name_rate, rate_of_deed
from newsie.measure.thing import (
    is_product,
    is_rate_of,
    is_summed,
    name_part,
    name_sum,
    name_thing,
    name_thing_again,
)
from newsie.measure.told import Told
from newsie.measure.whole import (
    Amount,
    add_dealt,
    add_made,
    add_size,
    add_spent,
    add_stock,
    add_trade,
)
from newsie.measure.wording import (
    PER,
    complete_measure,
    find_guests,
    is_for,
    measure_per,
    said_by,
    said_in_full,
)
from newsie.measure.words import trailing_noun, unit_kind


class IndicatorReader:
    """Reads what numbers measure, each by itself.

    Args:
        told: what the numbers before measured.
    """

    def __init__(self, article: Article, told: Told) -> None:
        self._article = article
        self._told = told

    def read(
        self, clause: Clause, reading: Introduction, noun: Phrase, counted: Phrase, position: int
    ) -> Phrase:
        """The indicator of a number.

        Args:
            noun: what stands before it.
            counted: what stands behind it.
        """
        told = self._told
        if told.unit_now in wordings.HOUSEHOLDS and (
            living := name_dwellers(reading.match.sentence, position, counted, self._last())
        ):
            return living
        if told.unit_now == "%" and noun.text.endswith("恢复") and not counted:
            noun = noun[:-2]  # 接待游客恢复79%, of what it was
        if not noun and not counted:
            return self._read_unsaid(reading)
        listed = reading.match.sentence.marked.startswith("等", position - 1)
        if told.inside and not noun and not listed:
            counted = name_part(counted, told.whole)
        short = (
            self._read_counted(reading, noun, counted, position)
            if counted
            else self._read_attached(clause, noun)
        )
        if short:
            return short
        if noun.text in wordings.CONVERTED and not counted:
            return told.head
        if _is_occasion(noun, counted):
            noun = Phrase()
        plain = told.unit_now != "%" and unit_kind(told.unit_now) != "currency"
        if not noun and plain and not is_for(reading, position):
            counted = put_deed_first(self._article, counted)
        noun = self._complete(clause, reading, noun)
        if not counted:
            if whole := self._read_told_of(reading, noun):
                return whole
            noun = self._name_owner(clause, noun)
            if whole := self._read_of_thing(noun):
                told.spent = True
                return whole
            if not told.of.among and clause.opening not in ("；", ";", "。"):
                noun = name_rate(noun, told.recent)
        return self._share_verb(clause, reading, noun + counted)

    def _read_counted(
        self, reading: Introduction, noun: Phrase, counted: Phrase, position: int
    ) -> Phrase:
        """What is counted, where the number before says more of it."""
        last, head = self._last(), self._told.head
        if noun.text in wordings.DIVISIONS and last.text.endswith(noun.text):
            return last[: len(last.text) - len(noun.text)] + counted  # 覆盖22个乡镇200个村
        if noun:
            return Phrase()
        if counted.text in wordings.CHOSEN and self._told.owner.counted:
            return self._told.owner.name + counted  # 收到稿件90篇，其中12篇入围
        adjacent = position > 0 and reading.match.sentence.marked[position - 1] == NUMBER
        if adjacent and wordings.BETTER_OFF.fullmatch(counted.text) and last:
            return last  # 带动526户1680人增收
        return head + counted if head and wordings.VERB_FIRST.match(counted.text) else Phrase()

    def _read_attached(self, clause: Clause, noun: Phrase) -> Phrase:
        """What a noun that cannot stand alone is of: 户均, 增速, 市目标任务."""
        told = self._told
        if PER.fullmatch(noun.text) and told.head:
            return self._measure_each(noun)
        if clause.opening == "、" and wordings.TASK.search(noun.text) and told.completed:
            return told.completed + noun  # 完成省目标任务的130%、市目标任务的127%
        last = self._last()
        if told.unit_now in wordings.HOUSEHOLDS and noun.text in wordings.DIVISIONS:
            reached = told.unit_now != told.unit and last.text.endswith(noun.text)
            if reached and last.text != noun.text:
                return last  # 惠及86个行政村3.2万户
        if clause.opening == "、" and (headed := name_alike(noun, last)):
            return headed
        alike, rated = told.unit_now == told.unit, told.unit == "%"
        if full := name_beside(noun, told.head, last, same_unit=alike, rated=rated):
            return full
        gives = told.unit_now in wordings.SHARES and wordings.GIVES.fullmatch(noun.text)
        if gives and told.head:
            return measured_thing(told.head) + noun
        if ATTACHED.fullmatch(noun.text) and (told.head or told.first):
            if told.head.text.endswith(noun.text):
                return told.head
            return (told.head or told.first) + noun
        return Phrase()

    def _complete(self, clause: Clause, reading: Introduction, noun: Phrase) -> Phrase:
        """The noun with the measure and the guests that were told before."""
        told = self._told
        whole = told.head or (told.whole if told.inside else Phrase())
        whole = Phrase() if told.led.grown else whole
        noun = complete_measure(
            self._drop_done(self.add_measure(reading, noun, beside=clause.opening == "、")), whole
        )
        if noun.text.endswith("接待") and told.unit_now == "人次":
            noun += find_guests([*reversed(told.recent), told.before, told.first])
        return noun

    def _read_told_of(self, reading: Introduction, noun: Phrase) -> Phrase:
        """What a bare noun is of, where a clause, a label or a fuller name before it says so."""
        told = self._told
        if told.done and wordings.AMOUNT_OF.fullmatch(noun.text):
            topic = told.led.topic()
            if topic.led:
                return topic.phrase + noun
        if same := said_in_full(noun, self._last_or_head(), reading):
            return same
        bare = is_bare(noun, beside=True)
        if told.led.label and not told.recent:
            if bare:
                return told.led.label + noun
            if acts_alone(noun):
                return noun + told.led.label
        return told.led.grown + noun if bare and told.led.grown else Phrase()

    def _name_owner(self, clause: Clause, noun: Phrase) -> Phrase:
        told = self._told
        beside = clause.opening not in ("；", ";", "。")
        if not (told.done and told.owner.plain):  # 桥梁3座，完成投资1860万元: of all of it
            noun = name_owner(told.owner, noun, told.unit_now, beside)
        return rate_of_deed(noun, self._last_or_head())

    def _read_of_thing(self, noun: Phrase) -> Phrase:
        """A sum or rate of what was counted before, named with it."""
        told = self._told
        if again := name_thing_again(told.thing, noun):
            return again
        made = told.done and wordings.AMOUNT_OF.fullmatch(noun.text)
        of_maker = made and wordings.MAKER.search(told.thing.text)
        if told.thing and (of_maker or is_rate_of(told.thing, noun)):
            return name_thing(told.thing, noun)
        return Phrase()

    def _share_verb(self, clause: Clause, reading: Introduction, phrase: Phrase) -> Phrase:
        """The phrase with the verb that a list shares, and the whole that it is a part of."""
        told, sentence = self._told, reading.match.sentence
        held = wordings.HAD.search(sentence.marked, clause.start, max(clause.start, reading.start))
        plain = reading.rule.endswith("/state") and not held
        amount = Amount(told.value_now, told.unit_now, told.unit)
        phrase = told.verb.share(clause, phrase, amount, self._last(), told.of, plain=plain)
        return told.of.name(phrase, amount, inside=told.bracketed)

    def _last(self) -> Phrase:
        """What the number before measured, in the sentence."""
        return self._told.recent[-1] if self._told.recent else Phrase()

    def _last_or_head(self) -> Phrase:
        return [self._told.head, *self._told.recent][-1]

    def _drop_done(self, phrase: Phrase) -> Phrase:
        """投资 of 完成投资, 产业产值 of 产业实现产值."""
        told = self._told
        done = wordings.DONE.search(phrase.text)
        told.done = bool(done)
        return phrase[: done.start()] + phrase[done.end() :] if done else phrase

    def _measure_each(self, noun: Phrase) -> Phrase:
        """户均贷款 where 贷款18亿元，覆盖4.6万户，户均3.9万元: money is of money."""
        told = self._told
        paid = unit_kind(told.unit_now) == "currency" and unit_kind(told.unit) == "count"
        if paid:
            return measure_per(noun, told.money) if told.money else noun
        return measure_per(noun, told.head)

    def add_measure(self, reading: Introduction, noun: Phrase, *, beside: bool = False) -> Phrase:
        """制造业增加值 where 其中电子制造业增长9% follows a growth of 增加值."""
        told = self._told
        spent = reading.aspect == "level" and told.unit_now in ("元", "美元")
        if noun and spent and "完成" in said_by(reading):
            noun = add_spent(noun, told.head or told.before)
        if beside and noun and reading.aspect == "level" and told.unit_now == told.unit:
            noun = add_dealt(noun, told.recent[-1] if told.recent else Phrase())
        if noun and spent:
            noun = add_trade(noun, told.head)
        if reading.aspect == "level" and told.unit_now != "%" and (told.of.among or told.inside):
            noun = add_made(noun, told.head or told.before)
            noun = add_stock(noun, told.head or told.before, told.unit_now)
        same = told.unit_now == told.unit or (told.unit == "%" and told.of.among)
        if noun and reading.aspect == "level" and same:
            whole = told.head or told.before if told.of.among or told.inside else Phrase()
            return add_size(noun, whole, told.unit_now)
        if reading.aspect not in ("increase", "decrease") or not noun:
            return noun
        if told.sided and not trailing_noun().search(noun.text):
            return noun + told.sided
        if told.outputs and is_product(noun.text):
            return noun + told.outputs
        head = told.head if wordings.OUTPUT.search(told.head.text) else told.whole
        measure = wordings.OUTPUT.search(head.text)
        priced = measure is not None and measure[0] == "价格" and "价" not in noun.text
        if not (
            noun.text.endswith(("业", "类"))
            or (priced and (told.of.among or is_product(noun.text)))
        ):
            return noun
        if priced and noun.text in ("城市", "城镇", "农村"):
            # 城市居民消费价格
            return noun + (head[2:] if head.text.startswith(("城市", "城镇")) else head)
        return noun + head[measure.start() : measure.end()] if measure else noun

    def _read_unsaid(self, reading: Introduction) -> Phrase:
        """What a number without any noun measures."""
        told = self._told
        head = told.head
        counts = told.sided_thing and unit_kind(told.unit_now) == "count"
        if counts and (not head or unit_kind(told.unit) != "count"):
            return told.sided_thing  # 开工项目46个。从区域看，东城8个，投资3亿元；西城9个
        if told.unit_now in wordings.HOUSEHOLDS and wordings.QUARTERS.search(head.text):
            return Phrase()  # 9个村民小组618户
        if reading.aspect in ("increase", "decrease") and told.unit_now == "%":
            share = wordings.SHARE_END.search(head.text)
            head = head[: share.start()] if share else head  # 增加值占比达96%，下降15.6%
        if head.text.startswith(wordings.NEWLY) and is_summed(reading):
            head = head[len(wordings.NEWLY) :]  # 新增企业34户，累计达403户
        if not head:
            topic = told.led.topic()
            plain = reading.rule.endswith(("/state", "/reach"))
            head = topic.phrase if topic.among or topic.told or not plain else head
        if not head and (told.unit == told.unit_now or told.inside):
            head = told.before
        if told.unit in ("个", "项") and unit_kind(told.unit_now) == "currency":
            head = name_sum(head)
        if not told.recent or not told.points or reading.rule.endswith("/share"):
            return head
        last = told.recent[-1]
        rated = last.text.endswith(("率", "占比", "比重", "增速", "增幅", "比例", "强度"))
        return last if rated or "占" in last.text else head


def _is_occasion(noun: Phrase, counted: Phrase) -> bool:
    """Whether a noun only says on what occasion something is counted."""
    if counted and wordings.DISASTER.fullmatch(noun.text) and wordings.HIT.match(counted.text):
        return True  # 暴雨造成8.6万人受灾
    # 举行9个项目开工仪式
    return noun.text in wordings.HOLDING and wordings.CEREMONY.search(counted.text) is not None
