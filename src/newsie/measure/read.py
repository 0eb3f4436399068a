"""An article and its matches in, figures out: the walk over its clauses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from newsie.article import Article, Sentence, Span
from newsie.measure.aside import counts_alone, is_aside
from newsie.measure.breakdown import tie_figures
from newsie.measure.carry import Context
from newsie.measure.cells import read_table
from newsie.measure.change import named_basis
from newsie.measure.choice import Introduction, choose_introductions
from newsie.measure.clause import (
    DATE,
    NUMBER,
    ORGANISATION,
    PERSON,
    PLACE,
    Clause,
    is_bridge,
    is_chapter,
    is_chart,
    is_heading,
    is_section,
    split_clauses,
)
from newsie.measure.counting import NumberReader
from newsie.measure.elapsed import meet_elapsed, meet_since
from newsie.measure.event import THIS_DEED, THIS_TIME, is_done_there, told_ceremony
from newsie.measure.figure import ReadClause, Reading
from newsie.measure.inner import (
    meet_during,
    meet_inner_times,
    meet_late_time,
    meet_time_between,
    passes_by,
)
from newsie.measure.refusal import is_numerate, is_regulated
from newsie.measure.scene import is_scene, meet_described, name_heading
from newsie.measure.speech import find_quoted, opens_speech, speaks, take_speaker
from newsie.measure.table import Table, find_tables
from newsie.measure.time import is_subtitle, looks_ahead
from newsie.measure.trim import trim_head
from newsie.measure.unmentioned import may_name_body
from newsie.rules import Match
from newsie.triggers import compile_quick

_EXPECTED = re.compile(r"(?<!时期)(?<!五)主要预期(?:性)?(?:目标|指标)")
# 从规模看，…: told of the whole again.
_SIDE = re.compile(r"(?:从|分|按)[^，。；：]{1,12}(?:来?看|划分|分)[，：]")
_LAID_DOWN = re.compile(
    r"(?<!高)标准(?!化)|不得|应当|补贴|补助|奖励|条件|申请|规定|方可|适用|(?<![上收追代补])缴(?!获)|收费|限额|须|不予|每[人户位次天]"
)
# 如下：, 实事是：1.…, 《方案》提出.
_LISTING = compile_quick(
    r"[：:](?:$|一是|一、|1[.、．]|（一）|①|第一)|[》案划要](?:中|还|也|同时|共){0,2}(?:指出|提出|明确|要求)|(?:实事|内容)[^，。；：]{0,8}：|方面|年，[^。]{0,24}将"
    r"|(?:实事|任务|目标|要点|好事|举措)[^，。；：]{0,4}。?$"
)
_ITEM = re.compile(r"\s*([一二三四五六七八九十])是(?!否|不是)")
_PLANS = ("target/works", "target/expected-aims")
_FEW = 5
_LONGEST_LIST = 15  # sentences that the announcement of a list may rule


def read_article(article: Article, matches: Sequence[Match]) -> Reading:
    """The figures and clauses of an article's body, in reading order.

    Args:
        matches: of rules/metric.toml; those of other files are passed over.
    """
    return article.once("figures", lambda: _read(article, matches))


def _read(article: Article, matches: Sequence[Match]) -> Reading:
    if not is_numerate(article):
        return Reading((), ())
    tables = find_tables(article.sentences)
    published = article.published or ""
    if not (matches or tables or any(looks_ahead(s, published) for s in article.sentences)):
        return Reading((), ())
    return _Reader(article, matches, tables).read()


class _Reader:
    def __init__(self, article: Article, matches: Sequence[Match], tables: Sequence[Table]) -> None:
        self._article = article
        self._tables = tables
        self._matches: dict[int, list[Match]] = defaultdict(list)
        for match in matches:
            self._matches[match.sentence.index].append(match)
        self._context = Context(article)
        self._numbers = NumberReader(article, self._context)
        self._quoted = find_quoted(article)
        self._clauses: list[ReadClause] = []
        self._introductions: dict[int, Introduction] = {}
        self._this_time = False  # whether the sentence may tell of the article's day
        self._bodied = False  # whether the sentence may name a body that is no mention
        self._since_list = _LONGEST_LIST + 1  # sentences since one that announces a list
        self._listing = any(match.rule.id in _PLANS for match in matches)
        self._headings = {  # those that announce aims
            match.sentence.index
            for match in matches
            if match.rule.value("reach") == "heading" and is_heading(match.sentence)
        }

    def read(self) -> Reading:
        assert self._article.passage is not None
        rows = {index: table for table in self._tables for index in table.rows}
        text, end = self._article.passage.text, 0
        for sentence in self._article.sentences:
            if is_chart(sentence):
                continue
            if "\n" in text[end : sentence.start]:
                self._context.start_paragraph(text[end - 1 : end])
                self._numbers.start_paragraph()
            end = sentence.end
            if sentence.index in self._headings:
                self._context.when.leave_review()
            if sentence.index in rows:
                if sentence.index == min(rows[sentence.index].rows):
                    self._numbers.figures += read_table(
                        self._article, self._context, rows[sentence.index]
                    )
            elif sentence.in_title:
                self._read_title(sentence)
            elif is_subtitle(sentence) and not is_chapter(sentence):
                self._read_title(sentence)
                self._pass_sentence(sentence)
            elif self._may_tell(sentence):
                self._read_sentence(sentence)
            elif (
                DATE in sentence.marked
                or ORGANISATION in sentence.marked
                or PLACE in sentence.marked
                or sentence.marked.startswith(PERSON)
                or speaks(sentence.marked)
                or is_scene(sentence.marked)
            ):
                self._pass_sentence(sentence)
            elif "是" in sentence.marked:
                for clause in split_clauses(sentence):
                    self._meet_item(sentence, clause)
            self._context.whose.see_places(sentence)
            if not sentence.in_title and (day := told_ceremony(sentence)):
                self._context.when.occasion.see_ceremony(day)
            if is_chapter(sentence):
                self._context.when.start_chapter()
                self._context.whose.start_section(None)
            elif named := name_heading(sentence):
                self._context.whose.start_section(named)
            if DATE in sentence.marked and is_section(sentence):
                self._context.when.start_section()
        ruled = is_regulated(self._article) or self._is_timeless()
        return Reading(tie_figures(self._numbers.figures), tuple(self._clauses), ruled)

    def _is_timeless(self) -> bool:
        """Whether many numbers stand there, but none has a time or a change: what ought to be."""
        if self._headings or self._listing:
            return False
        year = (self._article.published or "")[:4]
        figures = [
            f
            for f in self._numbers.figures
            if f.period != year and not self._context.when.publication.is_to_come(f.period)
        ]
        assert self._article.passage is not None
        return (
            len(figures) > _FEW
            and all(f.period is None and f.rule == "metric/state" for f in figures)
            and len(set(_LAID_DOWN.findall(self._article.passage.text))) > 1
        )

    def _may_tell(self, sentence: Sentence) -> bool:
        """Whether a sentence holds figures or cues, or anything that those behind it rest on.

        Most sentences of most articles do not, and need not be cut into clauses. Below a heading
        or the announcement of a list any sentence may be an aim.
        """
        announces = sentence.index in self._matches or DATE in sentence.marked
        listing = announces and bool(_LISTING.search(sentence.text))
        self._since_list = 0 if listing else self._since_list + 1
        return (
            sentence.index in self._matches
            or NUMBER in sentence.marked
            or self._since_list <= _LONGEST_LIST
            or bool(self._headings)
            or looks_ahead(sentence, self._article.published or "")
        )

    def _start_sentence(self, sentence: Sentence, inside: bool = False) -> None:
        self._context.start_sentence(inside)
        if speaker := self._quoted.get(sentence.index):
            take_speaker(self._context, speaker)

    def _pass_sentence(self, sentence: Sentence) -> None:
        """Take what sentences behind may rest on: the times and the bodies at heads of clauses."""
        self._start_sentence(sentence)
        self._introductions = {}
        bodied = may_name_body(sentence)
        for clause in split_clauses(sentence):
            self._meet_item(sentence, clause)
            marked = sentence.marked[clause.start : clause.end]
            if (
                DATE in marked
                or ORGANISATION in marked
                or PLACE in marked
                or marked.startswith(PERSON)
                or speaks(sentence.marked)
                or is_scene(marked)
            ):
                meet_elapsed(self._context.when, sentence, clause)
                left, _ = trim_head(
                    self._context, sentence, clause.start, clause.end, bodied=bodied
                )
                if clause.opening == "【" and left >= clause.end:
                    self._context.when.keep_stamp()
                meet_during(self._context.when, self._article, sentence, clause)
                meet_described(self._context, sentence, clause, left)
                self._end_head(sentence, clause, left, bridge=is_bridge(sentence, clause))
                meet_inner_times(
                    self._context.when, self._article, sentence, clause, left, clause.end
                )
                meet_since(self._context.when, sentence, clause)

    def _meet_item(self, sentence: Sentence, clause: Clause) -> None:
        """Note where a list of 一是, 二是 starts, or goes on."""
        item = _ITEM.match(sentence.marked, clause.start) if "是" in sentence.marked else None
        if item is not None:
            self._context.when.start_item(first=item[1] == "一")

    def _end_head(self, sentence: Sentence, clause: Clause, left: int, *, bridge: bool) -> None:
        told = left < clause.end and not bridge
        told = told and not opens_speech(sentence.marked, clause.start, clause.end)
        self._context.whose.end_head(told=told)

    def _read_title(self, sentence: Sentence) -> None:
        """Take the period of a title for the tables below it, or of a chapter under it."""
        if is_chapter(sentence):
            self._pass_sentence(sentence)
            self._context.when.start_section()
            return
        self._context.when.meet_title_year(sentence.text)
        for mention in sentence.mentions:
            if mention.kind == "date":
                self._context.when.meet_title_time(mention)

    def _read_sentence(self, sentence: Sentence) -> None:
        inside = sentence.text.startswith("其中")
        self._start_sentence(sentence, inside)
        side = _SIDE.match(sentence.text) is not None
        if side:
            self._context.whose.leave_side()
        if "主要预期" in sentence.text and _EXPECTED.search(sentence.text):
            self._context.when.expect_yearly()
        self._introductions = choose_introductions(sentence, self._matches.get(sentence.index, ()))
        for position in [p for p in self._introductions if is_aside(sentence, p)]:
            del self._introductions[position]
        self._numbers.start_sentence(sentence, self._introductions, inside=inside, side=side)
        self._bodied = may_name_body(sentence)
        self._this_time = THIS_DEED.search(sentence.marked) is not None
        compared = "相比" in sentence.marked
        for clause in split_clauses(sentence):
            self._read_clause(sentence, clause, compared)

    def _read_clause(self, sentence: Sentence, clause: Clause, compared: bool) -> None:
        numbers = [p for p in clause.numbers if p in self._introductions]
        limit = clause.end
        if numbers:
            limit = max(clause.start, self._introductions[numbers[0]].start)
        if clause.opening in ("；", ";"):
            self._context.start_segment()
        elif sentence.marked.startswith("其中", clause.start) and clause.end - clause.start == 2:
            self._context.when.start_parts()  # 其中：在建项目185项，1—6月完成投资2亿元
        self._meet_item(sentence, clause)
        if not numbers and (against := named_basis(sentence, clause, compared=compared)):
            self._numbers.against = against
        if self._this_time and THIS_TIME.match(sentence.marked, clause.start):
            self._context.when.meet_event(sentence.start)
        elif numbers and self._this_time and is_done_there(sentence, clause.start, clause.end):
            self._context.when.meet_ceremony()
        self._context.whose.start_clause(clause.opening)
        before, time = self._context.whose.subject, self._context.when.time
        meet_elapsed(self._context.when, sentence, clause)
        left, dated = trim_head(self._context, sentence, clause.start, limit, bodied=self._bodied)
        meet_during(self._context.when, self._article, sentence, clause)
        meet_described(self._context, sentence, clause, left)
        bridge = is_bridge(sentence, clause)
        self._end_head(sentence, clause, left, bridge=bridge)
        moved = bool(numbers) and before is not None and self._context.whose.subject != before
        self._numbers.start_clause(clause, left, moved=moved)
        dated = (
            meet_inner_times(self._context.when, self._article, sentence, clause, left, limit)
            or dated
        )
        meet_since(self._context.when, sentence, clause)
        if numbers and not dated:
            dated = meet_late_time(self._context.when, sentence, clause)
        if clause.opening == "【" and left >= clause.end:
            self._context.when.keep_stamp()
        self._keep_clause(sentence, clause, left, dated, before)
        self._context.when.end_clause(bridge=bridge)
        for i, position in enumerate(numbers):
            right = numbers[i + 1] if i + 1 < len(numbers) else clause.end
            if i and DATE in sentence.marked[left:position]:
                meet_time_between(self._context.when, sentence, left, position)
            self._numbers.read(clause, left, position, right, dated=dated)
            left = position + 1
        if numbers and DATE in sentence.marked[left : clause.end]:
            meet_time_between(self._context.when, sentence, left, clause.end)
        if passes_by(sentence, clause):
            self._context.when.time = time

    def _keep_clause(
        self, sentence: Sentence, clause: Clause, head: int, dated: bool, before: str | None
    ) -> None:
        context, bounds = self._context, sentence.bounds
        time = context.when.time
        self._clauses.append(
            ReadClause(
                sentence,
                Span(bounds[clause.start], bounds[clause.end]),
                bounds[head],
                clause.opening,
                context.whose.subject,
                time.period,
                time.text,
                time.kind,
                time_span=time.span if dated else None,
                only_time=head >= clause.end,
                numbered=bool(clause.numbers)
                and any(counts_alone(sentence, clause, p) for p in clause.numbers),
                before=before,
            )
        )
