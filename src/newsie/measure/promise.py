"""Figures and cues in, promises out: which numbers are still ahead, and which aims have none.

A cue (力争, 将, 目标是) at the head of its clause rules the clauses behind it: to the next ；, or,
for the announcement of a list of aims, to the end of the sentence and over the lines of the list.
A cue inside its clause (产业规模力争突破200亿元) rules that clause alone. A time that is still to
come is a cue too (年底前, 到2030年).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsie.article import Article, Sentence
from newsie.measure.aim import PAST, AimReader
from newsie.measure.announced import NUMBERED, AnnouncedList
from newsie.measure.clause import is_heading
from newsie.measure.cue import Cue, collect_cues
from newsie.measure.dimension import is_size, is_to_be_built
from newsie.measure.due import DueReader
from newsie.measure.figure import Figure, ReadClause, Reading
from newsie.measure.fulfilment import is_fulfilment, is_share_told
from newsie.measure.goal import number_goal
from newsie.measure.heading import HeadingReader, titled_year
from newsie.measure.part import (
    DONE,
    PROGRESSING,
    SUM,
    UNDERWAY,
    is_beside_sum,
    is_compared,
    is_outlay,
    is_plan_part,
    is_polled,
    is_progress,
    is_put_aside,
    is_there,
    is_unquoted,
    is_whole,
    segment_start,
)
from newsie.measure.pledge import Promise, carry_years, is_over
from newsie.measure.standing import StandingPlan, rules_on
from newsie.measure.tier import tell_tiers
from newsie.measure.words import leading_deed
from newsie.rules import Match

_FIRM = frozenset(("strive", "ensure"))
_ENSURED = frozenset(("不低于", "不少于", "不小于", "至少"))
_LISTS = frozenset(("target/works", "target/works-listed"))
_PROGRESS = re.compile(r"已|完成率|目前|进度|截至")
# A deed still ahead where a section of plans says it first: 完成棚改3200套.
_TO_BE_DONE = re.compile(
    r"\s*(?:\d{1,2}[.、．]\s*|0\d\s*)?(?:全面|全部|基本|如期|年内|年底前|力争|确保|要|将)?(?:完成|开工(?:建设)?|竣工|交付)(?!\ue001|率|[了的至])"
)
_HAPPENED = re.compile(r"[一-鿿](?<![为除])了(?![解结却])|已有")  # 减少了20%
_ALREADY = re.compile(r"已(?!有)")
_SINCE = re.compile(r"以来，[^；。]{0,12}累计")
_ACHIEVED = re.compile(r"完成了|取得了|开展了|实现了|圆满完成|成效")
_SOWN = re.compile(r"面积|\d亩|万亩")  # known when the harvest is told beforehand
_LISTED = 3  # numbers of a sentence that lists aims
# 在实际工作中努力争取更好结果: said by the way, and what follows is no more than expected.
_BETTER = re.compile(r"(?:更好|更优|更大|更快|最好)的?(?:结果|成绩|成效|效果)")
_ANNOUNCED = re.compile(r"展望|目标$|愿景")


def find_promises(article: Article, reading: Reading, matches: Iterable[Match]) -> list[Promise]:
    """The promises of an article, in reading order.

    Args:
        matches: of rules/target.toml; those of other files are passed over.
    """
    return article.once("promises", lambda: _Finder(article, reading, matches).find())


class _Finder:
    def __init__(self, article: Article, reading: Reading, matches: Iterable[Match]) -> None:
        assert article.passage is not None
        self._text = article.passage.text
        self._article = article
        self._reading = reading
        cues = collect_cues(self._text, matches)
        self._cues, self._goals = cues.words, cues.goals
        self._heading = HeadingReader(cues.headings)
        self._figures: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        for figure in reading.figures:
            self._figures[figure.sentence.index, figure.clause.start].append(figure)
        self._aims = AimReader(
            self._text, self._cues, self._figures, reading.ruled, article.published
        )
        self._list = AnnouncedList(self._text)
        self._standing = StandingPlan(self._text, cues.schemes, article.published)
        self._due = DueReader(self._text, article.published)
        self._summed: Cue | None = None  # of what works are to cost, told before their parts
        self._told: Cue | None = None  # of the last number that the sentence before promised
        self._titled = titled_year(article)
        self._in_progress = bool(PROGRESSING.search(self._text))

    def find(self) -> list[Promise]:
        found: list[Promise] = []
        by_sentence: dict[int, list[ReadClause]] = defaultdict(list)
        for clause in self._reading.clauses:
            by_sentence[clause.sentence.index].append(clause)
        for sentence in self._article.sentences:
            if is_heading(sentence):
                self._heading.open(sentence)
            if sentence.index in by_sentence:
                promises = self._read_sentence(by_sentence[sentence.index])
                year, titled = self._heading.year, self._titled or self._standing.year
                if year is not None or titled:
                    promises = [replace(promise, year=year, titled=titled) for promise in promises]
                found += promises
        for match, cue in self._goals:
            span = match.span("goal")
            holder = self._clause_at(by_sentence[match.sentence.index], match.start)
            if span is not None and holder is not None and not self._is_of_another(match, found):
                published = self._article.published
                found.append(Promise(cue, cue.modality, span, holder, None, published))
        found.sort(key=lambda promise: promise.goal.start)
        return tell_tiers(self._text, carry_years(found))

    def _is_of_another(self, match: Match, found: Sequence[Promise]) -> bool:
        """Whether an aim of what is done (以…为目标) is told within another, or looking back."""
        if _ACHIEVED.search(match.sentence.text):
            return True
        return any(p.goal.start <= match.start and match.end <= p.goal.end for p in found)

    @staticmethod
    def _clause_at(clauses: Sequence[ReadClause], offset: int) -> ReadClause | None:
        return next((c for c in clauses if c.span.start <= offset < c.span.end), None)

    def _read_sentence(self, clauses: Sequence[ReadClause]) -> list[Promise]:
        sentence, text = clauses[0].sentence, self._text
        cues = sorted(self._cues.get(sentence.index, ()), key=lambda cue: cue.start)
        starts = [cue.start for cue in cues]
        found: list[Promise] = []
        listed = self._list.open(clauses) or self._headed_aims(clauses)
        plan = self._standing.rule(clauses)
        weak = self._heading.cue or plan or self._goes_on(sentence)
        dues = [self._due.read(clause) for clause in clauses]
        years = [self._due.read_year(clauses, i) for i in range(len(clauses))]
        if any(clause.numbered for clause in clauses):
            self._told = None
            self._summed = self._summed if sentence.text.startswith("其中") else None
        built = is_to_be_built(self._text, sentence, cues)
        said = built or cues or listed or weak or self._summed
        if not (said or any(dues) or any(years) or NUMBERED.match(sentence.text)):
            return found  # nothing promises
        ruling = listed or weak
        counted: Cue | None = None  # whose number stands before in the same run
        once = False  # whether what is told comes once a thing is built
        for i, clause in enumerate(clauses):
            if clause.opening in ("；", ";"):
                forecast = ruling if ruling and self._is_forecast_on(clause, ruling) else None
                ruling, counted, once = listed or weak or forecast, None, False
                if ruling is weak and weak and leading_deed().match(self._text, clause.head):
                    ruling = replace(weak, modality="plan")  # 力争…；新增就业岗位120个
            own = cues[
                bisect_left(starts, clause.span.start) : bisect_left(starts, clause.span.end)
            ]
            figures = self._figures.get((sentence.index, clause.span.start), [])
            due = dues[i] or (years[i] if ruling is None else None)
            if ruling is not None and (
                (listed is not None and self._is_past(clause) and not is_put_aside(text, clause))
                or (not own and is_fulfilment(self._text, clause, ruling))
                or is_unquoted(self._text, ruling, clause)
                or "……" in self._text[ruling.end : clause.span.start]
            ):
                listed = ruling = None
            if due is not None and not own:
                ruling = due
                if clause.only_time or _ANNOUNCED.search(
                    self._text[clause.span.start : clause.span.end]
                ):
                    listed = due
            said, own = own, [cue for cue in own if not _BETTER.match(self._text, cue.end)]
            hoped = len(own) < len(said)
            for k, cue in enumerate(own):
                if cue.rule == "target/will" and ruling is not None and ruling.modality == "expect":
                    own[k] = cue = replace(cue, modality="expect")
                if text.startswith("实现", cue.start) and ruling and ruling.modality in _FIRM:
                    own[k] = cue = replace(cue, modality=ruling.modality)
                once = once or cue.reach == "after"
                if cue.reach in ("list", "numbers"):
                    listed = ruling = cue
                elif any(figure.said <= cue.start for figure in figures):
                    ruling = Cue(cue.start, cue.end, "plan", cue.reach, cue.rule)
                else:
                    ruling = cue if cue.reach not in ("number", "project") or figures else ruling
                if rules_on(text, cue) and self._standing.is_current(clause):
                    weak = Cue(cue.start, cue.end, cue.modality, "number", cue.rule)
            for figure in figures:
                nearest = [cue for cue in own if cue.end <= figure.mention.end]
                late = [cue for cue in own if figure.mention.end <= cue.start]
                cue_now = nearest[-1] if nearest else ruling
                if cue_now is not None and late and cue_now.start == late[-1].start:
                    cue_now = late[-1]  # 两条生产线预计春节前建成
                if cue_now is None and figure.quantity.hedge in _ENSURED and cues:
                    cue_now = cues[0]
                if ruling and cue_now is ruling and is_beside_sum(self._text, ruling, figure):
                    ruling = cue_now = None
                if cue_now is None and built and is_size(figure):
                    at = clause.span.start
                    cue_now = Cue(at, at, "plan", "project", "target/project")
                if cue_now is None and self._summed and is_outlay(figure):
                    cue_now = replace(self._summed, start=clause.head, end=clause.head)
                promise = self._promise_number(figure, clause, cue_now, clauses, i)
                if promise is not None:
                    if not (
                        promise.cue.reach == "project" or SUM.match(self._text, promise.cue.end)
                    ):
                        self._told = self._told or promise.cue
                    elif promise.cue.rule == "target/project":
                        self._summed = promise.cue
                    found.append(replace(promise, once=once))
                    counted = ruling
            works = self._heading.cue if self._heading.works and ruling is weak else None
            works = listed if listed and listed.rule == "target/works" else works
            if works is not None and not own:
                item = self._aims.read_item(clauses, i, works)
                if item is not None:
                    told = self._list.announced if works is listed else None
                    found.extend(replace(aim, announced=told) for aim in item)
                    continue
            if not figures and not hoped:
                aim = self._aims.read_aim(clauses, i, own, ruling, listed, due)
                if aim is not None:
                    aim = replace(aim, published=self._article.published, dated=False)
                if aim is not None and aim.cue.start < sentence.start and listed is not None:
                    aim = replace(aim, announced=self._list.announced)
                if aim is None and counted is not None and counted is ruling and not own:
                    aim = self._aims.read_further(clause, counted)
                if aim is not None:
                    found.append(aim)
                    continue
            if ruling is not None and not own:
                found.extend(self._aims.read_tasks(clause, ruling))
        self._list.close(clauses, listed or ruling)
        self._standing.open(clauses, cues)
        return found

    def _is_forecast_on(self, clause: ReadClause, cue: Cue) -> bool:
        """Whether a forecast goes on behind ；: 预计亩产450公斤；总产12万吨."""
        if cue.modality != "expect" or not clause.numbered or clause.dated:
            return False
        text = self._text[clause.head : clause.span.end]
        return not (DONE.search(text) or _SOWN.search(text) or leading_deed().match(text))

    def _goes_on(self, sentence: Sentence) -> Cue | None:
        """What the sentence before planned, for one that tells of its parts: 其中，改造道路9条."""
        if self._told is None or not sentence.text.startswith("其中"):
            return None
        return replace(self._told, reach="figures")

    def _headed_aims(self, clauses: Sequence[ReadClause]) -> Cue | None:
        """A list of aims in one sentence below a heading that says so: 今年预期目标."""
        cue = self._heading.cue
        if cue is None or not (self._heading.listing and self._heading.aims):
            return None
        if sum(clause.numbered for clause in clauses) < _LISTED:
            return None
        modality = "expect" if self._heading.expected else cue.modality
        return replace(cue, modality=modality, reach="list")

    def _is_past(self, clause: ReadClause) -> bool:
        """Whether a clause tells of what is done, behind which no list of aims goes on."""
        text = self._text[clause.span.start : clause.span.end]
        return bool(DONE.search(text)) or (
            clause.dated and bool(clause.period) and is_over(clause.period, self._article.published)
        )

    def _promise_number(
        self,
        figure: Figure,
        clause: ReadClause,
        cue: Cue | None,
        clauses: Sequence[ReadClause],
        i: int,
    ) -> Promise | None:
        text = self._text[clause.span.start : figure.mention.start]
        if cue is None:
            cue = self._listed_task(figure, clause)
        if cue is None or figure.origin:
            return None
        measured = figure.quantity.unit != "倍" and is_compared(text)
        if measured or is_progress(text) or is_polled(figure):
            return None
        if is_whole(self._text, figure, clause):
            return None
        if is_share_told(self._text, clauses, i, cue):
            return None
        listed = cue.rule in _LISTS and figure.mention.end <= cue.start
        if listed or is_plan_part(figure):  # 这10件实事是：…
            figure.idle = True
            return None
        if is_there(self._text, figure, cue, reviewed=self._heading.reviewed):
            return None
        dated = any(clause.dated for clause in clauses[segment_start(clauses, i) : i + 1])
        if self._is_over(figure, cue) and (dated or cue.reach in ("number", "heading")):
            return None
        if cue.reach == "due" and (
            _ALREADY.search(self._text, cue.start, figure.mention.start)
            or _SINCE.search(self._text, figure.sentence.start, figure.mention.start)
        ):
            return None
        if cue.reach == "after" and PAST.search(self._text[cue.start : figure.mention.end]):
            return None
        if self._reading.ruled and cue.reach not in ("list", "due", "run"):
            return None
        if cue.reach in ("number", "numbers") and "了" in text:
            return None
        if cue.start < clause.span.start and _HAPPENED.search(text):
            return None
        if cue.reach == "heading" and self._is_underway(figure, clauses, i):
            return None
        if PAST.search(text) and cue.start < clause.span.start:
            return None
        modality = cue.modality
        if figure.quantity.hedge in _ENSURED and modality != "strive":
            modality = "ensure"
        goal = number_goal(self._text, figure, clause, cue)
        announced = (
            None
            if cue.reach == "due" or cue.start >= figure.sentence.start
            else self._list.announced
        )
        return Promise(
            cue,
            modality,
            goal,
            clause,
            figure,
            self._article.published,
            dated,
            announced,
        )

    def _is_underway(self, figure: Figure, clauses: Sequence[ReadClause], i: int) -> bool:
        """Whether a number of a planned section tells of progress: not what is planned."""
        sentence = clauses[i].sentence
        first = clauses[i].span.start
        if self._heading.in_title and self._in_progress:
            first = sentence.start
        elif begun := _TO_BE_DONE.match(self._text, first):
            first = begun.end()
        if UNDERWAY.search(self._text, first, figure.end or figure.mention.end):
            return True
        if not self._heading.in_title or not self._in_progress:
            return False
        return any(clause.numbered for clause in clauses[:i] if clause.opening != "、") and (
            clauses[i].opening != "、"
        )

    def _is_over(self, figure: Figure, cue: Cue) -> bool:
        """Whether a number's time has passed when the article is published.

        The sum of what was started on a day is still to be spent: 昨日开工，总投资3亿元.
        """
        published, period = self._article.published, figure.period
        if cue.reach == "project" and published and period and period[:4] == published[:4]:
            return False
        if (figure.period_text or "").startswith("全年") or "年度计划" in figure.indicator.text:
            return False
        return is_over(figure.period, self._article.published)

    def _listed_task(self, figure: Figure, clause: ReadClause) -> Cue | None:
        """A task of a list whose progress is told behind it: 3.新建公园10个，已建成6个."""
        sentence = clause.sentence
        if not NUMBERED.match(sentence.text) or figure.sentence.start > clause.span.start:
            return None
        end = figure.mention.end - sentence.start
        if PAST.search(sentence.text[:end]) or UNDERWAY.search(sentence.text[:end]):
            return None
        if not self._heading.tasks and not _PROGRESS.search(sentence.text[end:]):
            return None
        return Cue(clause.span.start, clause.span.start, "plan", "number", "target/task")
