"""Sentences in, the plan that an earlier one set out and that still rules them out.

今年，全区将建成学校5所。完成棚改3200套。            to the end of the paragraph, bare verbs
《方案》提出，…。新改建农村公路200公里。            to where the article leaves its plan
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsie.measure.clause import is_heading
from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause
from newsie.measure.part import DONE, SUM
from newsie.measure.task import opens_task
from newsie.measure.words import inner_deed, leading_deed

_WORKS = re.compile(
    r"(?:项目(?:共|有|共计)?\ue001|[共计有]\ue001[^，；。\ue001]{0,8}项目)，(?:年度|计划|总){0,2}投资(?:额|约|达|为){0,2}\ue001"
)
# 同时，着力改善人居环境，启动道路改造: without a subject, what was planned goes on.
_GOES_ON = re.compile(
    r"(?:(?:同时|此外|另外|与此同时|其中|还|并)，?)?(?:还?将|要|继续|持续|加快|加强|加大|着力|大力|深入|深化|全面|积极"
    r"|扎实|统筹|推进|推动|强化|聚焦|围绕|完善|优化|抓好|做好|提升|提高|促进|改善|坚持|开展|健全|狠抓)"
)
_SPAN_OF_YEARS = re.compile(
    r"《[^》]{0,40}20\d\d年?(?:—|-|－|–|~|～|至){1,2}(?P<year>20\d\d)年?[^》]{0,16}》"
)
# 2019年以来，全区累计改造小区168个，惠及居民5.8万户: what was done, beside what is planned.
_LOOKS_BACK = re.compile(
    r"(?:同时，|此外，|另外，)?[^，。；：]{0,14}?(?:以来|近年来|近几年|至今|截[至止]|目前|去年|上年|累计(?!将)|(?<![自早])已(?![^，]{0,8}列入))"
)
_SIDE = re.compile(r"(?:[—－-]+|[一二三四五六七八九十]是)?(?:在)?[一-鿿、]{2,12}(?:方面|领域)")
_LEVEL = re.compile(r"稳定在|保持在|控制在|不低于")  # 生猪年出栏稳定在1000万头
_SEVERAL = 3  # numbers
# Where an article leaves the plan that it tells of.
_LEFT = re.compile(
    r"记者|据介绍|据了解|据悉|近年来|近日|日前|目前|截至|以来|去年|上年|表示|介绍|负责人|已|此前|解读|正在|全[部面](?:完成|办结|兑现|落实|竣工)"
)


class StandingPlan:
    """What the sentences so far planned.

    Args:
        text: the passage's text.
        schemes: where the plan of the article is told of, by the index of the sentence.
        published: when it was published, or None.

    Attributes:
        year: the last of the plan that the article tells of (2023—2027年), or None.
    """

    def __init__(self, text: str, schemes: Mapping[int, Cue], published: str | None) -> None:
        self._text = text
        self._schemes = schemes
        self._published = published
        self._plan: Cue | None = None  # of the paragraph
        self._scheme: Cue | None = None  # of the article
        self._ahead: Cue | None = None  # of a year to come that several aims were told of
        self._read_from = 0  # where the sentence before started
        self.year: str | None = None

    def rule(self, clauses: Sequence[ReadClause]) -> Cue | None:
        """The plan that rules a sentence that goes on with a bare verb, or None."""
        start, before = clauses[0].sentence.start, self._read_from
        self._read_from = start
        if "\n" in self._text[before:start]:
            self._plan = None
        told = clauses[0].sentence.text
        if self._scheme is not None and _LEFT.search(told):
            self._scheme = None
        self._open_scheme(clauses)
        if self._ahead is not None and (_LEFT.search(told) or any(c.dated for c in clauses)):
            self._ahead = None
        plan = self._plan or self._scheme or self._side(clauses)
        if plan is None or DONE.search(told) or _LOOKS_BACK.match(told):
            return None
        if any(opens_task(self._text[c.head : c.span.end]) for c in self._bare(clauses)):
            return plan
        if _WORKS.search(clauses[0].sentence.marked):
            return plan  # 农业方面项目31个，年度投资6.6亿元
        if told.startswith("其中") and any(c.numbered for c in clauses):
            return replace(plan, reach="number")  # 将抓好十项工作。其中，产量达到70万吨
        deeds = (leading_deed().match(self._text, c.head) for c in clauses if c.numbered)
        if self._plan is None:  # 城际铁路完成投资30亿元
            deeds = (inner_deed().search(self._text, c.head, c.span.end) for c in clauses)
        levels = (_LEVEL.search(self._text, c.head, c.span.end) for c in clauses if c.numbered)
        return replace(plan, reach="number") if any(deeds) or any(levels) else None

    def _side(self, clauses: Sequence[ReadClause]) -> Cue | None:
        """What rules a sentence that tells a side of what was planned: 产业方面，…达到40户."""
        first = self._text[clauses[0].span.start : clauses[0].span.end]
        return self._ahead if _SIDE.fullmatch(first) else None

    def open(self, clauses: Sequence[ReadClause], cues: Sequence[Cue]) -> None:
        """Note what a paragraph plans that opens with the year: 今年，全区将建成学校5所。"""
        first = next((clause for clause in clauses[:2] if clause.dated), clauses[0])
        planned = [clause for clause in clauses if clause.numbered]
        if len(planned) >= _SEVERAL and self._is_ahead(first):
            at = first.sentence.end
            self._ahead = Cue(at, at, "plan", "heading", "target/due")
        if self._plan or not first.dated or not self.is_current(first) or self._is_of_day(first):
            return
        if is_heading(first.sentence) or DONE.search(first.sentence.text):
            return  # 今年计划种植42万亩，目前已播种41万亩。县里组织技术人员120名
        planning = next((cue for cue in cues if rules_on(self._text, cue)), None)
        forecast = any(cue.modality == "expect" for cue in cues)  # 预计今年产量将达5万吨
        if planning is not None and not forecast:
            self._plan = replace(planning, modality="plan", reach="heading")

    def _is_ahead(self, clause: ReadClause) -> bool:
        """Whether a clause names a year after that of publication: 到2027年."""
        period = (clause.period or "").split("/")[-1]
        return clause.dated and bool(self._published) and period[:4] > (self._published or "")[:4]

    def _is_of_day(self, clause: ReadClause) -> bool:
        """Whether a clause tells of a day gone by: 7月23日，视察组…，确保项目按期完成."""
        period = clause.period or ""
        return len(period) == len("2025-07-23") and period <= (self._published or "")

    def is_current(self, clause: ReadClause) -> bool:
        """Whether the time that holds is the year of publication, or later."""
        published, period = self._published, clause.period
        if not published:
            return False
        return not period or period.split("/")[-1][:4] >= published[:4]

    def _open_scheme(self, clauses: Sequence[ReadClause]) -> None:
        """Note the plan that an article tells of: 《方案》提出."""
        scheme = self._schemes.get(clauses[0].sentence.index)
        if scheme is None:
            return
        self._scheme = replace(scheme, start=scheme.end, reach="heading")
        named = list(_SPAN_OF_YEARS.finditer(self._text, 0, scheme.end))
        year = named[-1]["year"] if named else None
        self.year = year if year and year >= (self._published or year)[:4] else None

    def _bare(self, clauses: Sequence[ReadClause]) -> Sequence[ReadClause]:
        """The clauses that may say what is planned next: the first, or all behind a bare verb."""
        if self._scheme is not None and self._scheme.start > clauses[0].span.start:
            return [clause for clause in clauses if clause.span.start >= self._scheme.start]
        going_on = _GOES_ON.match(self._text, clauses[0].span.start)
        return clauses if going_on else clauses[:1]


def rules_on(text: str, cue: Cue) -> bool:
    """Whether a cue goes on to the numbers behind the next semicolon.

    Args:
        text: the passage's text.
    """
    return cue.reach == "run" and cue.modality != "expect" and not SUM.match(text, cue.end)
