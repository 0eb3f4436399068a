"""What a number measures: the phrase before it, the counted noun behind it, or the head before."""

from __future__ import annotations

from newsie.article import Article
from newsie.measure import head_wording as wordings
from newsie.measure.choice import Introduction
from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.indicator import IndicatorReader
from newsie.measure.listing import drop_counted_names, drop_examples, listed_verb, only_lists
from newsie.measure.lists import ATTACHED, lists_measures, pair_items, pairs_off, split_items
from newsie.measure.owner import drop_given
from newsie.measure.rank import drop_ranked_among, read_contest, read_ranking
from newsie.measure.runs import Run, has_both_bases
from newsie.measure.settle import drop_etc, settle
from newsie.measure.told import Told
from newsie.measure.wording import (
    PER,
    read_medal,
    read_rate,
    read_share,
    read_slot,
    said_by,
    starts_change,
)
from newsie.measure.words import unit_kind
from newsie.values import Quantity


class HeadReader:
    """Reads what numbers measure, and remembers it for those behind them in the sentence.

    Attributes:
        told: what the numbers so far measured.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self.told = Told(article)
        self._indicators = IndicatorReader(article, self.told)

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
        told = self.told
        quantity: Quantity = reading.match.sentence.slots[position].value
        told.points = quantity.unit == "个百分点"
        told.unit_now, told.value_now = quantity.unit, quantity.value
        if told.pending and run is not None and position != run.positions[0]:
            found = [told.pending.pop(0)]
        else:
            told.pending = []
            noun = settle(noun, leading=not counted)
            found = self._find(clause, reading, noun, counted, position, run)
        found = [drop_etc(settle(phrase)) for phrase in found]
        told.keep(clause, reading, noun, counted, quantity, found)
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
        told = self.told
        share = read_share(self._article, reading)
        rate, told.rate = told.rate, read_rate(reading)
        if reading.aspect == "rank" and rate and not (noun or counted) and told.recent:
            last = told.recent[-1]
            return [last if last.text.endswith(rate.text) else last + rate]
        alike = bool(wordings.EACH.search(said_by(reading)))
        if reading.aspect == "rank":
            noun, shared = drop_ranked_among(noun)
            alike = alike or shared
        if run is not None and position == run.positions[0]:
            listed = self._pair_off(reading, noun, counted, run)
            if listed:
                listed = [item + share for item in listed]
                told.pending = listed[1:]
                told.head = listed[0]
                return listed[:1]
        if reading.aspect == "rank":
            noun = noun or read_contest(read_slot(self._article, reading, "base"))
            noun, several = read_ranking(noun)
            if several:
                return split_items(noun)  # 位列金牌榜、奖牌榜双第一
        if counted and only_lists(noun, counted):
            return []
        if counted:
            noun = listed_verb(drop_counted_names(noun, told.value_now))
        elif unit_kind(told.unit_now) == "count":
            noun = drop_examples(noun)
        if not noun and not counted and len(told.chain) > 1 and alike:
            return list(told.chain)  # 商标28件、名牌12个，均居全省第二位
        if of := self._share_again(clause, reading, counted, position):
            return [of]
        base = read_medal(self._article, reading) or self._indicators.read(
            clause, reading, noun, counted, position
        )
        if not base:
            return []
        attached = ATTACHED.fullmatch(noun.text) or PER.fullmatch(noun.text)
        if not attached or counted or not told.head:
            told.head = base
        if share and reading.rule.endswith("/share") and lists_measures(base, least=2):
            return [item + share for item in split_items(base)]
        if share:
            return [self._put_share(reading, base, noun, share)]
        if told.points and wordings.OF_GROWTH.search(
            read_slot(self._article, reading, "base").text
        ):
            return [base if base.text.endswith(("增速", "增幅")) else base + Phrase("增速", "增速")]
        alike = alike or (reading.aspect == "rank" and lists_measures(base))
        return split_items(base) if alike and not wordings.KINDRED.search(base.text) else [base]

    def _share_again(
        self, clause: Clause, reading: Introduction, counted: Phrase, position: int
    ) -> Phrase:
        """产量占全省 where 产量占全国的五成、全省的八成."""
        told, marked = self.told, reading.match.sentence.marked
        if counted or not told.recent or not told.unit == told.unit_now == "%":
            return Phrase()
        share = wordings.SHARE_OF_PLACE.search(told.recent[-1].text)
        placed = wordings.OF_PLACE.fullmatch(marked, clause.start, position)
        if share is None or placed is None:
            return Phrase()
        place = cut_phrase(self._article, reading.match.sentence, clause.start, clause.start + 1)
        return told.recent[-1][: share.start() + 1] + place

    def _pair_off(
        self, reading: Introduction, noun: Phrase, counted: Phrase, run: Run
    ) -> list[Phrase]:
        """What the numbers of a run measure one by one, where they share a list of it: 分别."""
        told = self.told
        count = len(run.positions)
        if has_both_bases(reading.match.sentence, reading, run.positions[0]):
            return []
        if reading.rule.endswith("/beyond") or not (  # 分别高于全市、全省0.5、1.6个百分点
            run.respective
            or "分别" in noun.text
            or (not noun and (count == told.listed or self._rates_each(reading, count)))
            or (not counted and pairs_off(noun, count))
        ):
            return []
        things = told.led.things(count)
        items = pair_items(noun, count, told.head or told.first, things, told.recent)
        told.listed = len(items)
        return [self._indicators.add_measure(reading, item) for item in items]

    def _rates_each(self, reading: Introduction, count: int) -> bool:
        """Whether rates are of as many sums before them: 游客5万人，收入8亿元，增长5%、6%."""
        told = self.told
        grown = reading.aspect in ("increase", "decrease") and told.unit_now == "%"
        return grown and told.sums >= count

    def _put_share(
        self, reading: Introduction, base: Phrase, noun: Phrase, share: Phrase
    ) -> Phrase:
        """The share or the part of what a number measures, which those behind it may go on from."""
        told = self.told
        if starts_change(self._article, reading):
            told.head = base + share
        if wordings.GIVES.fullmatch(share.text) and not noun:
            base = drop_given(base)
        if reading.rule.endswith("/completed") and share.text.startswith("完成"):
            told.completed = base + share[:2]
        return base + share
