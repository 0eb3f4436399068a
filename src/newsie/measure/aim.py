"""Clauses and cues in, aims without numbers out: 将深化改革, and the items of a list of aims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsie.article import Span
from newsie.measure.announced import NUMBERED
from newsie.measure.clause import is_heading
from newsie.measure.cue import Cue
from newsie.measure.figure import Figure, ReadClause
from newsie.measure.goal import closes_nothing, quote_end
from newsie.measure.part import segment_start
from newsie.measure.pledge import Promise
from newsie.measure.task import find_tasks, opens_task
from newsie.measure.unaimed import (
    IN_FORCE,
    KEPT_UP,
    LIKE,
    MANNER,
    MEANS,
    NUMBERING,
    PAST,
    QUALIFIES,
    UNSURE,
    is_effect,
    is_told,
    names_item,
    names_past,
)
from newsie.measure.urged import is_exhorted, is_set, is_supposed, is_told_to, is_vague

_ONLY_TIME = re.compile(
    r"^\d{1,2}月\d{1,2}日$|^(?:用|到|在|再用)?[^，。]{0,8}(?:年|时间|期间|年底|月底|月|[”末])(?:左右"
    r"|内|前)?$"
)
# What was done besides: 将于7月1日施行，并阐述了其意义.
_DONE_BESIDES = re.compile(
    r"[^，；。]{0,4}(?:阐述|介绍|作出?|进行|听取|宣读|讲解|解读|提出|通报|回顾|总结|表达|解释|强调|听|看)了"
)
_OTHER_DAY = re.compile(r"这(?:是|一|将|也|标志)|距离?[^，；。]{2,20}(?:更近|又进|近了|只剩|还有)")
# What is no longer of an aim: 预计10月竣工，副县长高小满出席仪式; 确保达标，3月14日，县里召开会议.
_OF_OTHERS = re.compile(
    r"(?:出席|参加)[^，；。]{0,24}(?:仪式|活动|会议|大会|典礼)"
    r"|(?<![传小学解述])说$|(?:笑着|坦言|介绍|感慨|表示|说)道$|表示$"
)
_ONCE = re.compile(
    r"[^，；。]{0,10}(?:投产|建成|竣工|完工|投用|达产|通车|投运|开业|完成)(?:达产)?(?:之)?后|[^，；。]{0,8}完成[^，；。]{2,14}后"
)
_UNTIL = re.compile(r"到(?:20\d\d年|[“\"]?十[一二三四五六七]五[”\"]?末)(?:[底末]|前)?")
_AT_LEAST = re.compile(r"不低于|不少于|不小于")  # 增速不低于全省平均水平
_STEP = re.compile(r"上市|投产|达产|竣工|开工|通车|脱贫|摘帽|封顶|开园|完工|交付")
# 年内动工，2027年建成: when a work is to be there
_TO_OPEN = re.compile(
    r"(?:全[面部]|基本|主体|正式|力争)?(?:建成|竣工|完工|投[产用运]|通车|投入(?:使用|运营)|开[园业馆]|交付|达产|封顶)(?=[，；。、投通并使交]|$)"
)
_LONGEST_AIM = 40
_LONGEST_RUN = 40  # clauses
_FURTHER = re.compile(
    r"(?:同时|同步|基本|全面|实现|(?:并|努力|全力|奋力|再)?[将把][^，]{2,20}(?:建设|打造|发展|培育)?成|(?:并|力争)?提前[^，]{1,6}(?:实现|完成|建成))|[^，\d]{2,14}达到[^，\d]{2,14}(?:标准|水平|要求)$|[^，]{2,14}(?:协调|健康|全面|稳步)发展$"
    r"|[^，]{2,24}(?:清零|摘帽|覆盖|同步|建成|形成|达标|小康社会|现代化)$"
)
_BESIDES = re.compile(r"并(?!网|轨|购|联|列|行|入)|努力(?=[将把])")
_STATED = re.compile(r"^(?:是|为|仍|面临|正)")
# What is said about a plan, not an aim of it.
_TALKED = re.compile(
    r"[^标解]了(?!解)|作出[^，；。]{0,8}(?:部署|安排)|擘画|描绘|的[^，]{0,12}(?:蓝图|目标|方针|任务|规划|纲要|建议|意见|方案|部署|方向|思路|战略|愿景)$"
)
# What is said about aims, and what a speech urges on its hearers.
_SAID_OF = re.compile(
    r"正(?:在|努力|朝|向|以|全力)|是最|才是|这需要|作出[^，；。]{0,8}(?:部署|安排|要求)"
)
_URGED = re.compile(r"[，：]?(?:我们)?(?:要(?!建|实|完)|必须|坚决|自觉|深刻|更加|始终|牢牢)")
_BEHIND = re.compile("[^，；。、]{0,8}、")
# 二是改善出行: the heading of an item.
_ITEM_HEAD = re.compile(r"[一二三四五六七八九十]+是[^，；]{2,18}")
# 一、供热工程。: what an item is called.
_ITEM_NAME = re.compile(
    r"[^，；。、建造修推落实启完办开施]{2,14}(?:工程|项目|行动|计划|方面|体系|领域|事业|工作|产业|目标|任务|要求|原则|思路|措施|保障)[：:]?"
)
_DUE_KINDS = ("deadline", "plan", "month", "point")
_NEAR = 30
_SEGMENTS = frozenset("；;。：:")
_FIRM = frozenset(("strive", "ensure"))
_IN_STEP = re.compile(r"[与和同][^，；。]{2,12}(?:基本|保持)*同步$")


class AimReader:
    """Reads the aims of an article.

    Args:
        text: the passage's text.
        cues: by the index of their sentence.
        figures: by the index of their sentence and the start of their clause.
        ruled: whether the article mainly lays down rules.
        published: when it was published, or None.
    """

    def __init__(
        self,
        text: str,
        cues: Mapping[int, list[Cue]],
        figures: Mapping[tuple[int, int], list[Figure]],
        ruled: bool,
        published: str | None,
    ) -> None:
        self._text = text
        self._cues = cues
        self._figures = figures
        self._ruled = ruled
        self._published = published

    def read_aim(
        self,
        clauses: Sequence[ReadClause],
        i: int,
        own: Sequence[Cue],
        ruling: Cue | None,
        listed: Cue | None,
        due: Cue | None,
    ) -> Promise | None:
        """An aim without a number: behind a cue of its own, or an item of a list of aims."""
        clause = clauses[i]
        if is_heading(clause.sentence) or self._ruled:
            return None
        own = [cue for cue in own if cue.rule != "target/called-for"]
        if clause.numbered:
            ruling = None if ruling is None or ruling.reach != "run" else ruling
            listed = due = None
        if listed is not None and not own and self._is_in_step(clause):
            return self._make_aim(listed, Span(clause.head, clause.span.end), clause)
        verbs = [cue for cue in own if cue.reach == "run"]
        if verbs:
            return self._read_verb(clauses, i, verbs[-1], listed)
        if due is not None and not own and not clause.only_time:
            return self._read_due(clause, due)
        if listed is not None and listed is ruling and listed.reach in ("list", "due"):
            return self._read_listed(clauses, i, own, listed)
        return None

    def _read_verb(
        self, clauses: Sequence[ReadClause], i: int, cue: Cue, listed: Cue | None
    ) -> Promise | None:
        """The aim behind a cue of the clause: 力争建成示范园."""
        clause = clauses[i]
        end = self._run_end(clauses, i)
        if _ONCE.fullmatch(self._text, cue.end, end):
            return None  # 预计明年完成扩建后，产值将达到2亿元
        if cue.modality in _FIRM and QUALIFIES.search(self._text, cue.end, clause.span.end):
            return None
        if cue.rule == "target/will" and is_effect(
            self._text[clause.sentence.start : cue.start], self._text[cue.end : end]
        ):
            return None
        due = clause.time_kind == "deadline" and self._is_behind(clause, cue)
        if is_exhorted(self._text, clauses, cue) and not due:
            return None
        if is_supposed(self._text, clauses, cue):
            return None
        if cue.modality == "ensure" and self._is_purpose(clause, cue, listed):
            return None
        if cue.modality in _FIRM and not due:
            near = clauses[segment_start(clauses, i) : i + 1]
            others = self._cues.get(clause.sentence.index, ())
            if is_vague(self._text, near, Span(cue.start, end), cue, others):
                return None
        return self._make_aim(cue, Span(cue.end, end), _timed_behind(clause, cue))

    def _read_due(self, clause: ReadClause, due: Cue) -> Promise | None:
        """The aim of a clause that only tells by when: 年底前全线贯通."""
        assert clause.time_span is not None
        words = clause.period_text or ""
        starting = words.endswith(("起", "底", "末")) or is_set(self._text, clause)
        starting = starting or _TO_OPEN.match(self._text, clause.time_span.end) is not None
        starting = starting and clause.time_kind == "year"
        if clause.time_kind not in _DUE_KINDS and not starting:
            return None
        if _TALKED.search(self._text, clause.span.start, clause.span.end):
            return None
        planned = clause.time_kind == "plan"
        if planned and is_told(self._text, clause, self._published):
            return None
        if planned and LIKE.search(self._text, clause.span.start, clause.span.end):
            return None
        if self._text[clause.time_span.end : clause.span.end].strip("”，。") == "":
            return None  # 这让全省在“十五五”时期，…
        if clause.time_span.end > clause.head:
            return self._make_aim(due, clause.span, clause)
        if _STATED.search(self._text[clause.head : clause.head + 3]):
            return None
        return self._make_aim(due, Span(clause.time_span.start, clause.span.end), clause)

    def _read_listed(
        self, clauses: Sequence[ReadClause], i: int, own: Sequence[Cue], listed: Cue
    ) -> Promise | None:
        """An aim of a list, or of what is due by the time that stands alone before it."""
        clause = clauses[i]
        before = self._due_before(clauses, i)
        if before is not None:  # 6月底前，厂房开工，设备进场
            if before != i - 1:
                return None
            due_from = clauses[before].time_span
            assert due_from is not None
            span = Span(due_from.start, self._segment_end(clauses, i))
            return self._make_aim(listed, span, clause)
        start = max((cue.end for cue in own), default=0)
        start = max(start, clause.span.start)
        said = self._text[start : clause.span.end]
        planned = listed.reach == "due" and (
            clause.time_kind == "plan" or (clause.period_text or "").startswith(("未来", "今后"))
        )
        if (listed.reach == "list" or planned) and MEANS.match(self._text, clause.head):
            return None
        urged = planned and (_URGED.match(said) or is_told(self._text, clause, self._published))
        if clause.only_time or PAST.search(said) or _SAID_OF.search(said) or urged:
            return None
        of_years = listed.reach == "due" and clause.time_kind in ("year", "plan")
        if of_years and is_told_to(self._text, clause):
            return None
        return self._make_aim(listed, Span(start, clause.span.end), clause)

    def _due_before(self, clauses: Sequence[ReadClause], i: int) -> int | None:
        """The clause of a deadline alone that opens a part of a sentence without numbers."""
        first = segment_start(clauses, i)
        opening = clauses[first]
        told = opening.only_time and opening.time_span is not None  # no time of a sentence before
        if not told or not (opening.period_text or "").endswith(("前", "起")):
            return None
        starting = (opening.period_text or "").endswith("起")
        if starting and IN_FORCE.search(self._text, opening.span.end, clauses[i].span.end):
            return None
        for clause in clauses[first:]:
            if clause.opening in _SEGMENTS and clause is not opening:
                break
            if clause.numbered:
                return None
        return first if first < i else None

    def _segment_end(self, clauses: Sequence[ReadClause], i: int) -> int:
        end = clauses[i].span.end
        for clause in clauses[i + 1 :]:
            if clause.opening in _SEGMENTS or "……" in self._text[clauses[i].span.start : end]:
                break
            end = clause.span.end
        return end

    def read_item(self, clauses: Sequence[ReadClause], i: int, cue: Cue) -> list[Promise] | None:
        """The item of a list of works that a clause opens; None where it is of no such item.

        One without numbers is one task, clauses and all; behind its first clause there is none.

        一是实施水源地整治，启动引水工程；二是加大投入，支持县医院升级
        """
        first = i
        while first and not self._opens_item(clauses[first]):
            first -= 1
        item = [clauses[first]]
        for clause in clauses[first + 1 :]:
            if self._opens_item(clause):
                break
            item.append(clause)
        numbered = NUMBERED.match(self._text[clauses[first].span.start :][:_NEAR])
        if not numbered or any(clause.numbered for clause in item) or self._ruled:
            return None
        if i != first or PAST.search(self._text, item[0].span.start, item[-1].span.end):
            return []
        span = Span(item[0].span.start + numbered.end(), item[-1].span.end)
        if not first and names_item(self._text, clauses[0].sentence, span):
            return []
        alone = item[-1] is clauses[-1] and not any(map(self._is_numbered, clauses[:first]))
        if alone and _ITEM_HEAD.fullmatch(self._text, item[0].span.start, span.end):
            return []  # 一是改善出行。新建道路6条
        if _ITEM_NAME.fullmatch(self._text, span.start, span.end):
            return []
        task = self._make_aim(cue, span, clauses[i])
        return [] if task is None else [task]

    def _opens_item(self, clause: ReadClause) -> bool:
        return clause.opening in _SEGMENTS or self._is_numbered(clause)

    def _is_numbered(self, clause: ReadClause) -> bool:
        return NUMBERED.match(self._text[clause.span.start :][:_NEAR]) is not None

    def read_further(self, clause: ReadClause, cue: Cue) -> Promise | None:
        """An aim without a number behind one with: 建成工厂20家，基本实现全覆盖."""
        text = self._text[clause.head : clause.span.end]
        if cue.reach not in ("run", "list", "due") or clause.numbered or self._ruled:
            return None
        if (
            PAST.search(self._text[clause.span.start : clause.span.end])
            or not (
                _FURTHER.match(text)
                or _FURTHER.match(self._text, clause.span.start, clause.span.end)
                or opens_task(text)
            )
            or len(text) > _LONGEST_AIM
        ):
            return None
        start = clause.span.start
        if besides := _BESIDES.match(self._text, start, clause.span.end):
            start = besides.end()
        return self._make_aim(cue, Span(start, clause.span.end), clause)

    def read_tasks(self, clause: ReadClause, cue: Cue) -> list[Promise]:
        """The tasks without numbers in a section of plans: 建成区中医院，启动二期工程."""
        if self._ruled or cue.reach not in ("heading", "numbers") or is_heading(clause.sentence):
            return []
        counted = self._figures.get((clause.sentence.index, clause.span.start))
        start = self._tail(clause) if counted else clause.head
        if PAST.search(self._text[clause.head : clause.span.end]):
            return []
        if names_past(clause, self._published):
            return []  # 项目于上月开工建设
        spans = find_tasks(self._text, start, clause.span.end)
        found = [self._make_aim(cue, span, clause) for span in spans]
        return [task for task in found if task is not None]

    def _tail(self, clause: ReadClause) -> int:
        """Where a clause goes on behind its last number: 建成道路6条、|安装滨河大道路灯."""
        figures = self._figures[clause.sentence.index, clause.span.start]
        last = max(max(figure.mention.end, figure.end) for figure in figures)
        found = _BEHIND.match(self._text, last, clause.span.end)
        return found.end() if found else clause.span.end

    def _is_in_step(self, clause: ReadClause) -> bool:
        return bool(_IN_STEP.search(self._text[clause.head : clause.span.end]))

    def _run_end(self, clauses: Sequence[ReadClause], i: int) -> int:
        """Where the run of clauses ends that a cue rules: at ；, at the next cue, at a number."""
        end = clauses[i].span.end
        cues = self._cues.get(clauses[i].sentence.index, ())
        for clause in clauses[i + 1 : i + _LONGEST_RUN]:
            if clause.opening in ("；", ";", "：", "。"):
                break
            own = [cue for cue in cues if clause.span.start <= cue.start < clause.span.end]
            if any(
                (cue.start <= clause.head or cue.reach == "run")
                and not self._is_assured(clause, cue)
                for cue in own
            ):
                break
            if self._figures.get((clause.sentence.index, clause.span.start)):
                break
            if clause.dated and PAST.search(self._text, clause.span.start, clause.span.end):
                break
            if _OF_OTHERS.search(self._text, clause.span.start, clause.span.end) or (
                clause.only_time and clause.time_kind == "point" and not self._is_to_come(clause)
            ):
                break
            if _DONE_BESIDES.match(self._text, clause.span.start) or _OTHER_DAY.match(
                self._text, clause.head
            ):
                break
            end = clause.span.end
        return self._without_condition(end)

    def _is_assured(self, clause: ReadClause, cue: Cue) -> bool:
        """Whether 确保 only says what a plan is for: 将加快进度，确保项目如期建成."""
        return cue.modality == "ensure" and not (clause.numbered or clause.dated)

    @staticmethod
    def _is_behind(clause: ReadClause, cue: Cue) -> bool:
        """Whether the time of a clause stands in the aim: 力争10月底前开工."""
        return clause.time_span is not None and clause.time_span.start >= cue.end

    def _is_to_come(self, clause: ReadClause) -> bool:
        return not self._published or (clause.period or "") > self._published

    def _without_condition(self, end: int) -> int:
        """The end of a run without what only says when the next one is: 项目投产后."""
        start = max(self._text.rfind("，", 0, end), self._text.rfind("；", 0, end))
        last = self._text[start + 1 : end]
        return start if _ONCE.fullmatch(last) or _UNTIL.fullmatch(last) else end

    def _is_purpose(self, clause: ReadClause, cue: Cue, listed: Cue | None) -> bool:
        """Whether 确保 only says what for: 加强调度，确保供应充足."""
        behind = clause.opening in ("，", ",", "、") and not clause.dated
        others = self._cues.get(clause.sentence.index, ())
        alone = not any(other.start < cue.start for other in others)
        return behind and alone and (listed is None or listed.start == cue.start)

    def _make_aim(self, cue: Cue, span: Span, clause: ReadClause) -> Promise | None:
        text = self._text
        start, end = span.start, span.end
        end = quote_end(text, start, end)
        broken = text.find("……", start, end)
        end = broken if broken > 0 else end
        if numbering := NUMBERING.match(text, start, end):
            start = numbering.end()
        while start < end and text[start] in " \n，：:、”’—":
            start += 1
        while end > start and (
            text[end - 1] in " \n，。；！？：、" or closes_nothing(text[start:end])
        ):
            end -= 1
        short = end - start < 4 and not _STEP.fullmatch(text, start, end)
        if short or _ONLY_TIME.match(text[start:end]) or text[end : end + 1] == "？":
            return None
        if MANNER.match(text[start:end]) or UNSURE.match(text, start, end):
            return None
        if cue.modality == "ensure" and KEPT_UP.fullmatch(text[start:end]):
            return None
        if cue.rule == "target/works" and _ITEM_HEAD.fullmatch(text[start:end]):
            return None
        assured = cue.modality == "plan" and _AT_LEAST.search(text, start, end)
        modality = "ensure" if assured else cue.modality
        return Promise(cue, modality, Span(start, end), clause, None, self._published)


def _timed_behind(clause: ReadClause, cue: Cue) -> ReadClause:
    """A clause with the time right behind its cue: 余下的19公里将于9月底通车."""
    if clause.dated:
        return clause
    for mention in clause.sentence.mentions_of("date"):
        if 0 <= mention.start - cue.end <= 1:
            time = mention.value
            period = time.period or time.date
            return replace(clause, period=period, period_text=time.text, time_kind=time.kind)
    return clause
