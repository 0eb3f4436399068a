"""A number and the cue over it in, its promise out: none of what is reached or only told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.announced import NUMBERED, AnnouncedList
from newsie.measure.cue import Cue, is_single_work
from newsie.measure.due import is_of_begun_year
from newsie.measure.figure import Figure, ReadClause
from newsie.measure.fulfilment import is_share_told
from newsie.measure.goal import number_goal
from newsie.measure.gone import is_of_gone_year
from newsie.measure.heading import HeadingReader
from newsie.measure.part import (
    PROGRESSING,
    UNDERWAY,
    counts_works,
    is_compared,
    is_of_year,
    is_plan_part,
    is_polled,
    is_progress,
    is_sum_of,
    is_there,
    is_whole,
    names_work,
    segment_start,
)
from newsie.measure.pledge import CARRYING, Promise, is_over
from newsie.measure.unaimed import PAST

ENSURED = frozenset(("不低于", "不少于", "不小于", "至少"))
_FIRM = frozenset(("strive", "ensure"))
_LISTS = frozenset(("target/works", "target/works-listed"))
_PROGRESS = re.compile(r"已|完成率|目前|进度|截至")
# A deed still ahead where a section of plans says it first: 完成棚改3200套.
_TO_BE_DONE = re.compile(
    r"\s*(?:\d{1,2}[.、．](?!\d)\s*|0\d\s*)?(?:全面|全部|基本|如期|年内|年底前|力争|确保|要|将)?(?:完成|开工(?:建设)?|竣工|交付)(?!\ue001|率|[了的至])"
)
_HAPPENED = re.compile(r"[一-鿿](?<![为除])了(?![解结却])|已有")  # 减少了20%
_BEING_DONE = re.compile(r"[一-鿿]{0,4}(?:正在|已经?(?!有))")  # 其余4项正在办理手续
_ALREADY = re.compile(r"已(?!有)")
_SUMMED_UP = re.compile(r"累计(?=[一-鿿])")  # 到2027年，…，累计培育企业50家: no past by itself
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_ESTIMATED = re.compile(
    r"预计(?:全年|[全我][省市县区州旗镇乡]){0,2}(?:可|共)?(?:实现|完成|达|增长|突破|超|为|新增)|预计(?:全年|20\d\d年|[\d约])"
)
_ONCE_BUILT = re.compile(r"(?:建成|投产|达产|竣工|运营|投用)后")
# The years that are told of, not those compared with: 比2019年增长, 2019年同期.
_YEAR = re.compile(
    r"(?<![比较是])(?:20\d\d(?=年(?!同期))|去年(?!同期))|今年|明年|过去的?一年|(?<=预计)全年"
)
_YEAR_OVER = frozenset(("去年", "过去一年", "过去的一年"))
# The month of what is published in the first months of a year, or where only the year is known.
_REPORT_SEASON = frozenset(("", "01", "02", "03"))
# A year that is looked back on, though it may not be over: 一、2019年工作总结 即将过去的2019年.
_LOOKED_BACK = re.compile(r"年工作(?:的)?(?:回顾|总结)|(?:即将|刚刚|已经)过去的(?:20\d\d年|一年)")
_LOOKED_AHEAD = re.compile(
    r"明年|下一年|年(?:工作|经济社会发展)?(?:的)?(?:总体|主要|预期|奋斗)?(?:目标|任务|安排|打算|思路)"
)
# 预计春耕需种子95吨: a need, no aim.
_NEEDED = re.compile("(?<![必急亟供所])需(?!求量?(?:将|达|增|突破)|要?(?:时|历时))")
_PARTS = re.compile("[。；\n]")
_COUNTED_UP = re.compile(
    r"(?<!预计)(?<!将)(?<!计划)累计(?!将|要|计划|力争|预计)|先后|[，]总?共(?![同建享])"
)
_SINCE = re.compile(r"以来，[^；。]{0,12}累计")


class AheadReader:
    """Reads which of an article's numbers are still ahead.

    Args:
        ruled: whether the article mainly lays down rules.
        heading: what the heading above says, as the sentences go by.
        announced: the list of aims that is open, as the sentences go by.
        back: whether the title says that the article looks back on a year.
    """

    def __init__(
        self,
        text: str,
        published: str | None,
        *,
        ruled: bool,
        heading: HeadingReader,
        announced: AnnouncedList,
        back: bool,
    ) -> None:
        self._text = text
        self._published = published
        self._ruled = ruled
        self._heading = heading
        self._list = announced
        self._back = back
        self._in_progress = _is_in_progress(text)
        self._works: Figure | None = None  # the last count of works, where it was told

    def read_promise(
        self, figure: Figure, clauses: Sequence[ReadClause], i: int, cue: Cue | None
    ) -> Promise | None:
        """What a number of a sentence's clause i promises, if anything."""
        promise = self._read_promise(figure, clauses, i, cue)
        if counts_works(figure):
            self._works = figure if promise is None else None
        return promise

    def _read_promise(
        self, figure: Figure, clauses: Sequence[ReadClause], i: int, cue: Cue | None
    ) -> Promise | None:
        clause = clauses[i]
        cue = cue or self._listed_task(figure, clause)
        if cue is None or figure.origin or self._is_no_goal(figure, clauses, i, cue):
            return None
        if names_work(self._text, figure):
            return None
        if (cue.rule in _LISTS and figure.mention.end <= cue.start) or is_plan_part(figure):
            figure.idle = True  # 这10件实事是：…
            return None
        part = segment_start(clauses, i)
        dated = any(c.dated for c in clauses[part : i + 1])
        if cue.modality == "expect":  # 预计今年…；: the time goes on behind it
            dated = dated or any(c.dated and c.period == clause.period for c in clauses[:part])
        if self._is_reached(figure, clauses, i, cue, dated):
            return None
        modality = cue.modality
        if figure.quantity.hedge in ENSURED and modality != "strive":
            modality = "ensure"
        within = cue.reach == "due" or cue.start >= figure.sentence.start
        return Promise(
            cue,
            modality,
            number_goal(self._text, figure, clause, cue),
            clause,
            figure,
            self._published,
            dated,
            None if within else self._list.announced,
        )

    def _is_no_goal(self, figure: Figure, clauses: Sequence[ReadClause], i: int, cue: Cue) -> bool:
        """Whether a number compares, tells of progress or opinions, or is of what stands beside."""
        text = self._text[clauses[i].span.start : figure.mention.start]
        return (
            (figure.quantity.unit != "倍" and is_compared(text))
            or (cue.modality not in _FIRM and is_progress(text))
            or is_polled(figure)
            or is_whole(self._text, figure, clauses[i])
            or is_share_told(self._text, clauses, i, cue)
            or _BEING_DONE.match(self._text, figure.mention.end) is not None
        )

    def _is_reached(
        self, figure: Figure, clauses: Sequence[ReadClause], i: int, cue: Cue, dated: bool
    ) -> bool:
        """Whether a number tells of what is there or done already, so far as its cue lets it."""
        clause, reach = clauses[i], cue.reach
        if is_there(self._text, figure, cue, reviewed=self._heading.reviewed):
            return True
        told = self._works if cue.rule == "target/project" else None
        if told is not None and is_sum_of(self._text, told, figure):
            return True
        dated = dated or is_of_year(figure)
        over = self._is_over(figure, cue) and not self._is_of_opening(figure, clauses[: i + 1], cue)
        if over and (dated or reach in ("number", "heading")):
            return True
        carried = reach in ("run", "project") or cue.rule == "target/for-aim"
        if carried and self._is_of_gone_year(figure, cue):
            planned = cue.rule == "target/plan" and cue.start >= clause.span.start
            figure.idle = figure.idle or planned  # neither reached nor ahead
            return True
        if reach == "due" and (
            _ALREADY.search(self._text, cue.start, figure.mention.start)
            or _SINCE.search(self._text, figure.sentence.start, figure.mention.start)
            or self._is_summed_up(clause, figure)
        ):
            return True
        if cue.rule == "target/expect":
            if _NEEDED.search(self._text, cue.end, figure.mention.start):
                return True
            if not dated and self._is_reviewed(figure, cue):
                return True
        if reach == "after" and PAST.search(self._text[cue.start : figure.mention.end]):
            return True
        aims = reach == "heading" and self._heading.aims  # 主要目标, in a paper of rules too
        if self._ruled and not aims and reach not in ("list", "due", "run"):
            return True
        text = self._text[clause.span.start : figure.mention.start]
        if reach in ("number", "numbers") and "了" in text and cue.end < figure.mention.start:
            return True
        if reach == "due":
            text = _SUMMED_UP.sub("", text)
        if cue.start < clause.span.start and (_HAPPENED.search(text) or PAST.search(text)):
            return True
        return reach == "heading" and self._is_underway(figure, clauses, i)

    def _is_of_gone_year(self, figure: Figure, cue: Cue) -> bool:
        """Whether a review tells what was planned for the year that it looks back on."""
        back = self._back or self._heading.reviewed
        return back and is_of_gone_year(self._text, figure.period, self._published, cue.start)

    @staticmethod
    def _is_of_opening(figure: Figure, clauses: Sequence[ReadClause], cue: Cue) -> bool:
        """Whether the day that holds is of what was done first: 昨天，…开通，预计年运量达5万吨."""
        if cue.rule not in CARRYING or not _DAY_OR_MONTH.fullmatch(figure.period or ""):
            return False
        before = [clause for clause in clauses[:-1] if clause.span.end <= cue.start]
        told = [clause for clause in before if not clause.only_time]
        timed = any(clause.dated for clause in clauses if clause not in before)
        return bool(told) and not timed

    def _is_reviewed(self, figure: Figure, cue: Cue) -> bool:
        """Whether an estimate is of the year that was named last, and that year is over.

        2024年是不平凡的一年。预计实现生产总值90亿元
        预计2024年实现生产总值90亿元；财政收入增长5%
        """
        published = self._published or ""
        if not _ESTIMATED.match(self._text, cue.start):
            return False
        if _ONCE_BUILT.search(self._text, figure.sentence.start, figure.mention.start):
            return False
        paragraph = self._text.rfind("\n", 0, cue.start) + 1
        if _is_looked_back_on(self._text, paragraph, cue.start):
            return True
        if not published:
            return False
        in_season = published[5:7] in _REPORT_SEASON
        years = _YEAR.findall(self._text, paragraph if in_season else cue.end, figure.mention.start)
        last = years[-1] if years else ""
        if last == "全年":  # in January, unless another year was named
            last = years[-2] if len(years) > 1 else "去年" if in_season else ""
        return last in _YEAR_OVER or (last.isdigit() and last < published[:4])

    def _is_summed_up(self, clause: ReadClause, figure: Figure) -> bool:
        """Whether a plan's years have begun, and what was done in them is counted."""
        begun = clause.time_kind == "plan" and (clause.period or "9") < (self._published or "")[:4]
        first = clause.sentence.start
        return begun and _COUNTED_UP.search(self._text, first, figure.mention.start) is not None

    def _is_underway(self, figure: Figure, clauses: Sequence[ReadClause], i: int) -> bool:
        """Whether a number of a planned section tells of progress: not what is planned."""
        if is_of_begun_year(self._text, clauses[i], self._published):
            return False
        sentence = clauses[i].sentence
        first = clauses[i].span.start
        if self._heading.in_title and self._in_progress:
            first = sentence.start
            if sentence.text.startswith("其中"):  # 已完成8件。其中，改造小区12个
                first = max(self._text.rfind(stop, 0, max(first - 1, 0)) for stop in "。\n") + 1
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
        published, period = self._published, figure.period
        if cue.reach == "project" and published and period and period[:4] == published[:4]:
            return False
        if cue.reach == "project" and is_single_work(
            self._text, figure.sentence.start, figure.clause.start
        ):
            return False  # 该项目是去年引进的项目，总投资3亿元
        if (figure.period_text or "").startswith("全年"):
            if not published or published[5:7] not in _REPORT_SEASON:
                return False
            return self._text.startswith("预计", cue.start) and is_over(period, published)
        if is_of_year(figure):
            return (figure.period or "9") < (published or "")[:4]
        return is_over(figure.period, self._published)

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


def _is_in_progress(text: str) -> bool:
    """Whether a text tells how far works are: not those of last year, told beside this year's."""
    if not PROGRESSING.search(text):
        return False
    now = (part for part in _PARTS.split(text) if not ("去年" in part or "上年" in part))
    return any(map(PROGRESSING.search, now))


def _is_looked_back_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph looks back on a year where a cue stands, and not ahead since then."""
    opened = [found.end() for found in _LOOKED_BACK.finditer(text, start, end)]
    return bool(opened) and _LOOKED_AHEAD.search(text, opened[-1], end) is None
