"""The cues of a sentence in, which of them rules each of its clauses and numbers out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from newsie.measure.ahead import ENSURED
from newsie.measure.cue import Cue
from newsie.measure.dimension import is_size
from newsie.measure.figure import Figure, ReadClause
from newsie.measure.fulfilment import is_fulfilment
from newsie.measure.part import DONE, SUM, counts_works, is_beside_sum, is_put_aside, is_unquoted
from newsie.measure.pledge import is_over
from newsie.measure.standing import StandingPlan, rules_on
from newsie.measure.task import opens_task
from newsie.measure.words import leading_deed

_ANNOUNCED_REACH = frozenset(("due", "list"))
_SET = "target/set"  # 9.5%的预期目标
_SET_LIST = "target/set-list"  # 引资80亿元、外资2亿美元的目标
_SETS = frozenset((_SET, _SET_LIST))
_FIRM = frozenset(("strive", "ensure"))
_GROWTH = re.compile(r"，(?:同比|比上年|年均)?(?:增长|增加|提高|增幅|下降)[^，；。]{0,6}\d")
_SOWN = re.compile(r"面积|\d亩|万亩")  # known when the harvest is told beforehand
# 在实际工作中努力争取更好结果: said by the way, and what follows is no more than expected.
_BETTER = re.compile(r"(?:更好|更优|更大|更快|最好)的?(?:结果|成绩|成效|效果)")
_ANNOUNCED = re.compile(r"展望|目标$|愿景")


class Ruling:
    """What rules a sentence, as its clauses are entered one after another.

    Args:
        cues: the sentence's, in reading order.
        listed: what announced the list of aims that the sentence belongs to.
        weak: what a heading, a plan or the sentence before says of it.
        built: whether a thing still to be built is described.
        begun: whether it is all that the sentence does, so that what goes on behind is of it, too.

    Attributes:
        now: what rules the clause, of its own or from before.
        own: the cues in the clause.
        due: the time still to come that the clause names, or goes on from.
        hoped: whether it only speaks of better results.
        counted: what ruled the last number, as long as the same run goes on.
        once: whether what is told comes once a thing is built.
    """

    def __init__(
        self,
        text: str,
        published: str | None,
        standing: StandingPlan,
        cues: Sequence[Cue],
        *,
        listed: Cue | None,
        weak: Cue | None,
        built: bool,
        begun: bool,
    ) -> None:
        self._text = text
        self._published = published
        self._standing = standing
        self._cues = cues
        self._starts = [cue.start for cue in cues]
        self._built = built
        self._begun = begun
        self._year: Cue | None = None  # the time still to come that its part of the sentence named
        self._aimed: Cue | None = None  # what names several aims as such
        self._works: Cue | None = None  # what ruled the last count of works
        self._inside = False  # whether what rules stands behind what it promises
        self.listed, self.weak, self.now = listed, weak, listed or weak
        self.own: list[Cue] = []
        self.due: Cue | None = None
        self.hoped = False
        self.counted: Cue | None = None
        self.once = False

    def enter(
        self, clause: ReadClause, figures: Sequence[Figure], due: Cue | None, year: Cue | None
    ) -> None:
        """Go on to the next clause.

        Args:
            figures: the clause's.
            due: the time still to come that it names.
            year: the year still to come that it may go on from, where nothing else rules.
        """
        if clause.opening in ("；", ";"):
            self._enter_part(clause)
        said: Sequence[Cue] = self._cues[
            bisect_left(self._starts, clause.span.start) : bisect_left(
                self._starts, clause.span.end
            )
        ]
        self.due = due or (year if self.now is None else None)
        if self.due is not None or (self.now is not None and self.now.reach in _ANNOUNCED_REACH):
            said = [cue for cue in said if cue.rule != "target/called-for"]
        if self.now is not None and self._ends_at(clause, self.now, bool(said)):
            self.listed = self.now = None
        if due is not None:
            self._year = due
        if self.due is not None and not said:
            self.now = self.due
            if clause.only_time or _ANNOUNCED.search(
                self._text[clause.span.start : clause.span.end]
            ):
                self.listed = self.due
        self.own = [cue for cue in said if not _BETTER.match(self._text, cue.end)]
        self.hoped = len(self.own) < len(said)
        for k, cue in enumerate(self.own):
            self.own[k] = self._meet(self._as_ruled(cue), clause, figures)

    def _enter_part(self, clause: ReadClause) -> None:
        """Behind ； what ruled before is over, lists and headings aside."""
        goes_on = self.now and not self._inside and self._is_forecast_on(clause, self.now)
        forecast = self.now if goes_on else None
        self.now = self.listed or self.weak or forecast
        self.counted, self.once, self._inside = None, False, False
        self._year = None
        weak = self.weak
        deed = leading_deed().match(self._text, clause.head) or opens_task(
            self._text[clause.head : clause.span.end]
        )
        if weak and self.now is weak and deed:
            self.now = replace(weak, modality="plan")  # 力争…；新增就业岗位120个

    def _ends_at(self, clause: ReadClause, now: Cue, cued: bool) -> bool:
        """Whether what ruled so far ends before a clause: it looks back, or leaves a quotation."""
        back = self.listed is not None and self._is_past(clause)
        return (
            (back and not is_put_aside(self._text, clause))
            or (not cued and is_fulfilment(self._text, clause, now))
            or is_unquoted(self._text, now, clause)
            or "……" in self._text[now.end : clause.span.start]
        )

    def _as_ruled(self, cue: Cue) -> Cue:
        """A cue that says no more than what rules already: 预计…将, 力争…实现."""
        said_again = cue.rule in ("target/will", "target/once-built")
        if said_again and self.now is not None and self.now.modality == "expect":
            cue = replace(cue, modality="expect")
        if cue.rule == _SET and "预期" in self._text[cue.start : cue.end]:
            cue = replace(cue, modality="expect")
        if self._text.startswith("实现", cue.start) and self.now and self.now.modality in _FIRM:
            cue = replace(cue, modality=self.now.modality)
        return cue

    def _meet(self, cue: Cue, clause: ReadClause, figures: Sequence[Figure]) -> Cue:
        """Let a cue of the clause rule, as far as it reaches."""
        self.once = self.once or cue.reach == "after"
        if cue.reach in ("list", "numbers"):
            self.listed = self.now = cue
        elif cue.rule == _SET_LIST:
            self._aimed = cue
        elif cue.rule == _SET:
            pass  # of its own number alone
        elif any(figure.said <= cue.start for figure in figures):
            self._inside = True  # 早稻总产可望增一成；名茶产量790吨
            firm = cue.modality == "expect" or self._grows_on(clause)
            self.now = cue if firm else replace(cue, modality="plan")
        elif (
            cue.reach not in ("number", "project")
            or figures
            or self._text.startswith("届时", cue.start)
        ):
            self.now = cue
        if cue.rule == "target/called-for":
            self.weak = cue  # 要抓好项目，完成投资8亿元；新增就业300人
        elif (
            rules_on(self._text, cue)
            and self._standing.is_current(clause)
            and not self._is_of_item(cue)
        ):
            self.weak = Cue(cue.start, cue.end, cue.modality, "number", cue.rule)
        return cue

    def _is_of_item(self, cue: Cue) -> bool:
        """Whether a list is ruled already that a cue only stands in an item of.

        将抓好五件事：招引项目6个，力争开工4个；新建厂房5万平方米
        """
        if self.weak is None or cue.modality not in _FIRM:
            return False
        return "：" in self._text[max(self.weak.end, self._starts[0]) : cue.start]

    def _grows_on(self, clause: ReadClause) -> bool:
        """Whether what is promised is told once more behind a clause, as growth: ，增长5%."""
        return _GROWTH.match(self._text, clause.span.end) is not None

    def over_number(self, figure: Figure, clause: ReadClause) -> Cue | None:
        """What rules a number of the clause: the cue nearest before it, or what rules anyway."""
        if self._aimed and self._aimed.start < figure.mention.end <= self._aimed.end:
            return self._aimed
        ruling = [cue for cue in self.own if cue.rule not in _SETS]
        before = [cue for cue in ruling if cue.end <= figure.mention.end]
        behind = [cue for cue in ruling if figure.mention.end <= cue.start]
        cue = before[-1] if before else self.now
        if cue is not None and behind and cue.start == behind[-1].start:
            cue = behind[-1]  # 两条生产线预计春节前建成
        if cue is None and figure.quantity.hedge in ENSURED and self._cues:
            cue = self._cues[0]
        beside_sum = cue is not None and cue is self.now and SUM.match(self._text, cue.end)
        if self._year and beside_sum and counts_works(figure):
            cue = self._year  # 2026年安排项目220项，年度计划投资480亿元，其中新开工项目60项
        if self.now and cue is self.now and is_beside_sum(self._text, self.now, figure):
            self.now = cue = self._works
        if cue is None:
            cue = next((c for c in self.own if c.start == figure.mention.end), None)
        if cue is None and (self._is_of_begun(figure) or (self._built and is_size(figure))):
            at = clause.span.start
            cue = Cue(at, at, "plan", "project", "target/project")
            self.now = cue if self._begun else self.now
        if counts_works(figure):
            self._works = cue
        return cue

    def _is_of_begun(self, figure: Figure) -> bool:
        """Whether a number describes a work that was begun, and not what was done of it."""
        if not self._begun:
            return False
        said = self._text[figure.clause.start : figure.mention.start]
        return not (DONE.search(said) or "了" in said or "完成" in said)

    def _is_forecast_on(self, clause: ReadClause, cue: Cue) -> bool:
        """Whether a forecast goes on behind ；: 预计亩产450公斤；总产12万吨."""
        if cue.modality != "expect" or not clause.numbered or clause.dated:
            return False
        text = self._text[clause.head : clause.span.end]
        deed = leading_deed().match(text)
        told = deed is not None and deed[0] not in (
            "实现",
            "达到",
            "完成",
        )  # 预计…；实现旅游收入5亿元
        return not (DONE.search(text) or _SOWN.search(text) or told)

    def _is_past(self, clause: ReadClause) -> bool:
        """Whether a clause tells of what is done, behind which no list of aims goes on."""
        text = self._text[clause.span.start : clause.span.end]
        return bool(DONE.search(text)) or (
            clause.dated and bool(clause.period) and is_over(clause.period, self._published)
        )
