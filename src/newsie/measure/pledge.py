"""A number or an aim with its cue in, when it is due out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from newsie.article import Span
from newsie.measure.cue import Cue
from newsie.measure.figure import Figure, ReadClause
from newsie.measure.time import last_month
from newsie.number import read_numeral

Tier = Literal["base", "stretch"]

# When something was said, not when it is due.
_FIRST_MONTHS = ("01", "02", "03")  # when the aims of a year are set
_RECENT = frozenset(("近日", "日前", "近期", "目前", "当前", "截至目前", "近年来"))


_YEAR = 4  # characters
_LISTS = frozenset(("target/task", "target/heading", "target/works", "target/works-listed"))
# Cues that a time may stand before in another sentence.
CARRYING = frozenset(
    (
        "target/will",
        "target/plan",
        "target/strive",
        "target/ensure",
        "target/expect",
    )
)
_LASTING = re.compile(
    r"再?(?:用|花|利用)?(?P<count>[1-9]|[一二两三四五])年(?:左右)?的?(?:时间，?)?(?![内初底末来间度])(?=[一-鿿])"
)
_YEARLY = re.compile(r"(?:年度|当年|年内)(?:计划)?(?:完成)?投资$")
_CAPACITY = re.compile("年(?:可|能)?(?:产(?![值量能])|加工|出栏|处理|培育|繁育|接待|发电)")
_WORK = re.compile("项目|生产线|基地|工程|[工加水电]厂|园区|养殖场")
_MONTHS = re.compile(r"(\d{4})-01/\1-\d\d")  # 1-3月
_WITHIN = re.compile(r".{1,3}年内")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Promise:
    """A number or an aim still ahead.

    Args:
        goal: passage span of the aim in words.
        figure: the number, or None.
        year: of the heading that announced it, or None.
        titled: the year that the title plans, or None.
        once: whether it is told of what comes once a thing is built, whenever that is.
        running: the year that was planned last, before it in the article, or None.
        actor: who commits to it.
        lasting: when it is due that is to take some years (用三年时间), or comes then (届时).
        stray: whether its time was told of something else, in a sentence before.
        tier: whether it is counted on ("base") beside another that is hoped for ("stretch").
    """

    cue: Cue
    modality: str
    goal: Span
    clause: ReadClause
    figure: Figure | None
    published: str | None = None
    dated: bool = True  # whether a time stands in its own sentence
    announced: ReadClause | None = None  # what announced the list that it is of
    year: str | None = None
    tier: Tier | None = None
    titled: str | None = None
    once: bool = False
    running: str | None = None
    actor: str | None = None
    stray: bool = False
    lasting: str | None = None

    @property
    def period(self) -> str | None:
        """When it is due; without a time of its own, in the year that the title plans."""
        if self.once and not self.clause.dated:
            return None
        if self.lasting and not self.clause.dated:
            return self.lasting
        if self._is_capacity:
            return self.titled
        if self._is_outlay_of_year:
            return (self._period or self.titled or self.published or "")[:_YEAR] or None
        if self.cue.reach == "project" and is_over(self._period, self.published):
            return None  # when a work was brought in
        if self.cue.reach == "project" and not self.dated and "-" in (self._period or ""):
            return None  # 明年9月投用；乙项目总投资8亿元
        if self.cue.reach in ("project", "after"):
            return None if self._is_current_month or self._is_under_way else self._period
        period = (None if self.stray else self._period) or self.titled
        return period or (self.running if self.figure and not self.once else None)

    @property
    def carried(self) -> str | None:
        """The period that holds where it stands, whatever that was told of."""
        return self._period

    @property
    def yearly(self) -> str | None:
        """The year that it is planned for, where that is all that is said: 今年."""
        period = self._period or ""
        ahead = period >= (self.published or "9")[:_YEAR]
        words = self.figure.period_text if self.figure else self.clause.period_text
        if words and words != "年内" and _WITHIN.fullmatch(words):
            return None  # 5年内
        return period if len(period) == _YEAR and ahead else None

    @property
    def _is_outlay_of_year(self) -> bool:
        """Whether a sum is what is to be spent in the year: 年度投资3亿元."""
        return self.figure is not None and bool(_YEARLY.search(self.figure.indicator.text))

    @property
    def _is_capacity(self) -> bool:
        """Whether a number is what a work does in any year: 计划引进项目，年加工玉米1.2万吨."""
        if self.figure is None or self.dated:
            return False
        return bool(_CAPACITY.match(self.figure.indicator.text) and self._tells_work)

    @property
    def _tells_work(self) -> bool:
        """Whether the words of the sentence before the number name a work."""
        sentence, at = self.clause.sentence, self.clause.span.start - self.clause.sentence.start
        return bool(_WORK.search(sentence.text, 0, at))

    @property
    def _is_under_way(self) -> bool:
        """Whether a part of a year has begun that a sum stands in: when the works were started."""
        period = (self.figure.period if self.figure else self.clause.period) or ""
        part = period[5:6] in ("Q", "H") or _MONTHS.fullmatch(period) is not None
        if not self.published or not part:
            return False
        return period[:_YEAR] <= self.published[:_YEAR]

    @property
    def _is_current_month(self) -> bool:
        """Whether a period is the month or day of publication, or was before: when it was said."""
        period = self.figure.period if self.figure else self.clause.period
        if not period or not self.published or not _DAY_OR_MONTH.fullmatch(period):
            return False
        if self.clause.time_kind == "deadline":
            return False  # 本月底前
        if len(period) == len(self.published):
            return period <= self.published  # not 3月18日，将举办招聘会, told on the 12th
        return period[:7] <= self.published[:7]

    @property
    def _period(self) -> str | None:
        """When it is due; a task of a list without a time, in the year of publication."""
        period = self.figure.period if self.figure else self.clause.period
        words = self.figure.period_text if self.figure else self.clause.period_text
        yearly = (words or "").startswith("全年")
        listed = self.cue.rule in _LISTS
        aimed = self.year or self._next_year or self.titled
        year = (aimed if listed else None) or (self.published or "")[:4]
        own = self.dated and (period or "")[:_YEAR] >= (self.published or "9")[:_YEAR]
        if (yearly or (listed and not own)) and (period or "").split("/")[-1][:4] < year:
            return year
        if period is None and self.cue.rule == "target/expected-aims":
            return self.year or self._opening_year
        if (
            self._next_year
            and (period or self._next_year)[:_YEAR] == (self.published or "")[:_YEAR]
        ):
            return self._next_year
        if period is None and self.announced is not None:
            return self.announced.period
        if self._is_yearly() and len(period or "") > _YEAR:
            return (self.published or period or "")[:4]
        if self._is_under_way and not self.dated and (self.figure or self.stray):
            return None  # 二季度集中开工: when the works were started
        if self._is_stale(period):
            since = (words or "").startswith(("今年", "年初")) and (words or "").endswith("以来")
            planned = self.figure is not None and self.dated and since
            return (self.published or "")[:4] if planned else None  # 今年以来，全县计划投资3亿元
        return period

    @property
    def _next_year(self) -> str | None:
        """The year to come that what announced it was for: 年内 is of that, told in December."""
        announced = self.announced.period if self.announced else None
        ahead = announced is not None and announced > (self.published or "9")[:_YEAR]
        return announced if announced and ahead and len(announced) == _YEAR else None

    def _is_yearly(self) -> bool:
        """Whether it is the plan of a year, though a part of the year was told of before."""
        return self.figure is not None and "年度计划" in self.figure.indicator.text

    @property
    def _opening_year(self) -> str | None:
        """The year whose aims are told in its first months: that of publication."""
        told = self.published or ""
        return told[:4] if told[5:7] in _FIRST_MONTHS else None

    @property
    def period_text(self) -> str | None:
        """The wording of when it is due."""
        words = self.figure.period_text if self.figure else self.clause.period_text
        period = self.figure.period if self.figure else self.clause.period
        if self.cue.reach in ("project", "after") and self._is_under_way:
            return None
        if period is None and self.announced is not None:
            return self.announced.period_text
        return None if self._is_stale(period) or words in _RECENT else words

    def _is_stale(self, period: str | None) -> bool:
        """Whether a period is over, or was that of a sentence before: not when it is due."""
        words = self.figure.period_text if self.figure else self.clause.period_text
        if (words or "").endswith("以来"):
            return True
        if period and self.published and len(period) == 10 and period <= self.published:
            return True  # the day on which it was said
        opened = self.cue.rule in CARRYING and not self.clause.dated
        if opened and is_over(period, self.published) and _DAY_OR_MONTH.fullmatch(period or ""):
            return True  # 2月，公司投入3000万元，计划新增生产线8条
        if self.dated:
            return False
        if _WITHIN.fullmatch(words or "") and self.cue.rule == "target/scheme":
            return True  # 5年内建成基地3个。…生猪出栏稳定在10万头
        return (
            self.cue.reach == "after"
            or (self._is_current_month and not self.clause.dated)
            or is_over(period, self.published)
        )


def carry_years(promises: list[Promise], text: str) -> list[Promise]:
    """The promises of an article in reading order, each with the year that was planned before.

    An aim without a time has that of the promise before it in its paragraph; a year far ahead
    (到2030年) does not hold over paragraphs, but for the sides of a plan (产业方面，…).

    Args:
        text: the passage's text.
    """
    running: str | None = None
    found: list[Promise] = []
    for promise in promises:
        far = running is not None and running > (promise.published or "9")[:_YEAR]
        side = promise.cue.rule == "target/due" and promise.cue.reach != "due"
        if far and not side and "\n" in text[found[-1].goal.end : promise.goal.start]:
            running = None
        if promise.stray and found:
            last = found[-1]
            beside = "\n" not in text[last.goal.end : promise.goal.start]
            goes_on = beside and not last.stray and last.period == promise.carried
            promise = replace(promise, stray=not goes_on)
        found.append(replace(promise, running=running) if running else promise)
        running = promise.yearly or running
    return found


def carry_then(promises: list[Promise], text: str) -> list[Promise]:
    """The promises of an article, those of that time (届时) due when the one before is.

    Surface forms::

        余下的19公里将于9月底通车，届时车程缩短为45分钟

    Args:
        text: the passage's text.
    """
    found: list[Promise] = []
    for promise in promises:
        then = text.rfind("届时", promise.clause.sentence.start, promise.goal.start)
        if then >= 0 and found and not promise.clause.dated:
            last = found[-1]
            beside = last.goal.end <= then and "\n" not in text[last.goal.end : then]
            if beside and last.period:
                promise = replace(promise, lasting=last.period)
        found.append(promise)
    return found


def tell_duration(promises: list[Promise], text: str) -> list[Promise]:
    """The promises of an article, those with the year they are due in that are to take some years.

    Surface forms::

        力争用三年时间建成示范园        计划3年培养骨干100名

    Args:
        text: the passage's text.
    """
    found: list[Promise] = []
    for promise in promises:
        taken = _LASTING.match(text, promise.cue.end)
        year, month = (promise.published or "")[:_YEAR], (promise.published or "")[5:7]
        count = read_numeral(taken["count"]) if taken and year else None
        if count is not None:
            first = int(year) - (month in _FIRST_MONTHS)
            promise = replace(promise, lasting=str(first + int(count)))
        found.append(promise)
    return found


def outermost(promises: list[Promise]) -> list[Promise]:
    """The promises but aims inside others: 引进企业，年底前投产 is one, 年底前投产 none besides."""
    found: list[Promise] = []
    end = -1
    for promise in promises:
        if promise.figure is None:
            if promise.goal.end <= end:
                continue
            end = promise.goal.end
        found.append(promise)
    return found


def is_over(period: str | None, published: str | None) -> bool:
    """Whether a period has passed on the day of publication.

    >>> is_over("2024-Q3", "2024-11-02"), is_over("2024", "2024-11-02"), is_over(None, None)
    (True, False, False)
    """
    if not published or not period:
        return False
    end = last_month(period)
    return end < published[: len(end)] or end[:4] < published[:4]
