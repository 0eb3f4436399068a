"""Figures and cues in, promises out: which numbers are still ahead, and which aims have none.

A cue (力争, 将, 目标是) at the head of its clause rules the clauses behind it: to the next ；, or,
for the announcement of a list of aims, to the end of the sentence and over the lines of the list.
A cue inside its clause (产业规模力争突破200亿元) rules that clause alone. A time that is still to
come is a cue too (年底前, 到2030年).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsie.article import Article, Sentence
from newsie.measure.actor import name_actors
from newsie.measure.ahead import AheadReader
from newsie.measure.aim import AimReader
from newsie.measure.announced import NUMBERED, AnnouncedList
from newsie.measure.clause import is_heading
from newsie.measure.cue import Cue, collect_cues
from newsie.measure.dimension import is_begun, is_to_be_built
from newsie.measure.due import DueReader
from newsie.measure.figure import Figure, ReadClause, Reading
from newsie.measure.gone import is_gone, is_of_gone_year, is_told_of_gone_year
from newsie.measure.heading import HeadingReader, titled_year
from newsie.measure.part import SUM, is_outlay, names_work
from newsie.measure.pledge import (
    CARRYING,
    Promise,
    carry_then,
    carry_years,
    outermost,
    tell_duration,
)
from newsie.measure.ruling import Ruling
from newsie.measure.standing import StandingPlan
from newsie.measure.tier import tell_tiers
from newsie.measure.time import is_looking_back
from newsie.rules import Match

_ACHIEVED = re.compile(r"完成了|取得了|开展了|实现了|圆满完成|成效")
# Of more that is planned: 我省还将合作社纳入管理; 同时，实施品牌战略.
_FURTHER = re.compile(
    r"(?:同时|此外|另外)，(?!.{0,40}(?:已|了|目前|累计|去年|以来|近年|近两年|此前|共))|[^，。；：]{0,8}还将"
)
# 明年支出安排46亿元。教育支出安排9.8亿元
_BUDGETED = re.compile(r"^[^。]{0,24}(?:支出|收入|经费|资金)(?:共|拟)?安排\d")
_BUILT_BY_THEN = re.compile(
    r"[^，；。]{0,10}(?:投[产运用]|建成|竣工|完工|通车|运营|投入使用|扩建|改造|完成)(?:之?后)"
)
_LISTED = 3  # numbers of a sentence that lists aims


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
        cues = collect_cues(self._text, matches, article.published)
        self._cues, self._goals = cues.words, cues.goals
        self._heading = HeadingReader(cues.headings, self._text)
        self._figures: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        for figure in reading.figures:
            self._figures[figure.sentence.index, figure.clause.start].append(figure)
            figure.idle = figure.idle or names_work(self._text, figure)
        self._aims = AimReader(
            self._text, self._cues, self._figures, reading.ruled, article.published
        )
        self._list = AnnouncedList(self._text)
        self._standing = StandingPlan(self._text, cues.schemes, article.published)
        self._back = is_looking_back(article)
        self._due = DueReader(self._text, article.published, back=self._back)
        self._summed: Cue | None = None  # of what works are to cost, told before their parts
        self._told: Cue | None = None  # of the last number that the sentence before promised
        self._titled = titled_year(article)
        self._numbers = AheadReader(
            self._text,
            article.published,
            ruled=reading.ruled,
            heading=self._heading,
            announced=self._list,
            back=self._back,
        )

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
                if is_gone(holder.period, published):
                    continue  # 去年，县里以创建文明城市为目标
                found.append(Promise(cue, cue.modality, span, holder, None, published))
        found.sort(key=lambda promise: promise.goal.start)
        found = tell_duration(carry_years(outermost(found), self._text), self._text)
        found = tell_tiers(self._text, carry_then(found, self._text))
        return name_actors(self._article, self._reading.clauses, found)

    def _is_of_another(self, match: Match, found: Sequence[Promise]) -> bool:
        """Whether an aim of what is done (以…为目标) is told within another, or looking back."""
        if _ACHIEVED.search(match.sentence.text):
            return True
        return any(p.goal.start <= match.start and match.end <= p.goal.end for p in found)

    @staticmethod
    def _clause_at(clauses: Sequence[ReadClause], offset: int) -> ReadClause | None:
        return next((c for c in clauses if c.span.start <= offset < c.span.end), None)

    def _read_sentence(self, clauses: Sequence[ReadClause]) -> list[Promise]:
        sentence = clauses[0].sentence
        cues = sorted(self._cues.get(sentence.index, ()), key=lambda cue: cue.start)
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
            return []  # nothing promises
        ruling = Ruling(
            self._text,
            self._article.published,
            self._standing,
            cues,
            listed=listed,
            weak=weak,
            built=built,
            begun=built and is_begun(self._text, sentence),
        )
        found: list[Promise] = []
        for i, clause in enumerate(clauses):
            figures = self._figures.get((sentence.index, clause.span.start), [])
            ruling.enter(clause, figures, dues[i], years[i])
            found += self._read_numbers(clauses, i, figures, ruling)
            found += self._read_aims(clauses, i, figures, ruling)
        self._list.close(clauses, ruling.listed or ruling.now)
        self._standing.open(clauses, cues)
        return found

    def _read_numbers(
        self, clauses: Sequence[ReadClause], i: int, figures: Sequence[Figure], ruling: Ruling
    ) -> list[Promise]:
        """The promises of a clause's numbers."""
        clause, found = clauses[i], []
        for figure in figures:
            cue = ruling.over_number(figure, clause)
            if cue is None and self._summed and is_outlay(figure):
                cue = replace(self._summed, start=clause.head, end=clause.head)
            promise = self._numbers.read_promise(figure, clauses, i, cue)
            if promise is None:
                continue
            if not (promise.cue.reach == "project" or SUM.match(self._text, promise.cue.end)):
                self._told = self._told or promise.cue
            elif promise.cue.rule == "target/project":
                self._summed = promise.cue
            once = ruling.once and not self._is_timed(clauses[: i + 1])
            found.append(replace(promise, once=once))
            ruling.counted = ruling.now
        return found

    def _is_timed(self, clauses: Sequence[ReadClause]) -> bool:
        """Whether it says when a thing will be built that brings a number: 明年6月投运后，…."""
        return any(
            clause.dated
            and clause.time_span is not None
            and _BUILT_BY_THEN.match(self._text, clause.time_span.end, clause.span.end)
            for clause in clauses
        )

    def _read_aims(
        self, clauses: Sequence[ReadClause], i: int, figures: Sequence[Figure], ruling: Ruling
    ) -> Sequence[Promise]:
        """The promises of a clause that have no number: works, aims and tasks."""
        now, listed, own = ruling.now, ruling.listed, ruling.own
        works = self._heading.cue if self._heading.works and now is ruling.weak else None
        works = listed if listed and listed.rule == "target/works" else works
        if works is not None and not own:
            item = self._aims.read_item(clauses, i, works)
            if item is not None:
                told = self._list.announced if works is listed else None
                return [replace(aim, announced=told) for aim in item]
        if not figures and not ruling.hoped:
            aim = self._read_aim(clauses, i, ruling)
            if aim is not None:
                return [aim]
        if now is not None and not own:
            return self._aims.read_tasks(clauses[i], now)
        return []

    def _read_aim(self, clauses: Sequence[ReadClause], i: int, ruling: Ruling) -> Promise | None:
        """The aim of a clause without numbers, or what goes on behind the number before it."""
        listed, counted = ruling.listed, ruling.counted
        aim = self._aims.read_aim(clauses, i, ruling.own, ruling.now, listed, ruling.due)
        if aim is not None and self._is_gone(aim, clauses):
            return None
        if aim is not None:
            timed = aim.clause is not clauses[i] or any(c.dated for c in clauses[: i + 1])
            stray = aim.cue.rule in CARRYING and not timed
            aim = replace(aim, published=self._article.published, dated=False, stray=stray)
            if aim.cue.start < clauses[i].sentence.start and listed is not None:
                aim = replace(aim, announced=self._list.announced)
        elif counted is not None and counted is ruling.now and not ruling.own:
            aim = self._aims.read_further(clauses[i], counted)
        return aim

    def _is_gone(self, aim: Promise, clauses: Sequence[ReadClause]) -> bool:
        """Whether an aim is of a year that is over: 过去一年，我们力争上游."""
        published, at = self._article.published, aim.goal.start
        if is_told_of_gone_year(clauses, published, at):
            return True
        back = self._back or self._heading.reviewed
        return back and is_of_gone_year(self._text, aim.clause.period, published, at)

    def _goes_on(self, sentence: Sentence) -> Cue | None:
        """What the sentence before planned, for one that tells of its parts, or of more.

        其中，改造道路9条        我省还将合作社纳入管理，创建示范社20个
        """
        goes_on = sentence.text.startswith("其中") or _FURTHER.match(sentence.text)
        goes_on = goes_on or _BUDGETED.search(sentence.text)
        if self._told is None or not goes_on:
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
