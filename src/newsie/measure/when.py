"""When a figure is of: the times that are met, and how long each holds.

The period of a figure is, the first that there is:

1. the time in its own clause, at the head or behind it, unless the clause only compares with it
   (较2020年), builds on it or plans for it (`inner`); 截至三季度 is the end of the quarter,
   五年来 none;
2. the time met last in its sentence, or as much later as is said (`elapsed`). Behind ；, a time
   that stood inside a clause is over, and a part of the year that the segment opened with (1-6月)
   too, and the year put in where months before had numbers; parts (其中) have their whole's time,
   items (二是) that which their list started with; 此次, or a deed at an event (现场签约), the day
   that the article tells of (`occasion`);
3. the day of the ceremony at which it was started or signed (`event`); of 期间 the days that the
   article gives for that season, or the time told last;
4. the time that the paragraph brought along. A day or a vague time (目前, 近日) holds to the end
   of its sentence, as does one that is due; a year, month or span until the next in the paragraph,
   but standing measures (种植面积, 年产量) are of no part of the year told in a sentence before;
5. what the article or its chapter is of: a span, or the year before publication, that a paragraph
   opened with and a figure was of; a period that the title names for tables and yearbooks; the time
   of a heading for its section, until one that announces aims. The year of publication, and a day,
   are never carried on so.

Else there is none, and none is guessed. What is reported is not of a time still to come.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article, Mention, Span
from newsie.measure.event import HOLIDAY, find_feast
from newsie.measure.occasion import Occasion
from newsie.measure.publication import Publication
from newsie.measure.time import (
    Time,
    called_year,
    is_census,
    is_part,
    is_past_year,
    last_month,
    opens_review,
    takes_place,
    whole_year,
)
from newsie.values import TimeValue

_REVIEWED = frozenset("12过")  # 2024年, 过去一年
_SAME = frozenset(("当年", "当期", "当季"))  # the time that stands already
_UNTIL = re.compile(r"^截|[末底]$")

# 今年以来，全县着力整治环境。 and in a new paragraph what was done.
_SINCE = re.compile(
    r"(?:今年|\d{4}年|“[一-鿿]+五”)以来"
    r"|(?:今年|\d{4}年)?(?:上半年|前三季度|[一三]季度|[前头].{1,2}个?月|1[-—－至到]\d+月份?)"
)
_YEARS = re.compile(r"\d{4}/\d{4}")
_PART_OF_YEAR = re.compile(r"-[QH]\d$")
_YEARS_PAST = re.compile(r"[两二三四五六七八九十\d]+年来")  # since when is not said


class When:
    """The time that holds where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.publication = Publication(article.published)
        self.time = Time()
        self._main = Time()
        self.titled = Time()
        self._coming = Time()  # what may become the article's period
        self._outer = Time()
        self._beside = self._yearly = Time()  # the second time of the last heading
        self._segment: Time | None = None  # the time that the segment opened with
        self._list_of: Time | None = None  # the time that a list of 一是, 二是 started with
        self._inserted_in: Time | None = None  # the months that the time that stands parts
        self._whole: Time | None = None  # the time of what a part is told of
        self.occasion = Occasion()
        self._due = Time()  # the last time still to come, for 届时 behind it
        self._told = Time()  # the last time at a head, for 期间 behind it
        self._chaptered = False  # whether a chapter opened that no period rules yet
        self._outside: Time | None = None  # the article's period, while a chapter's rules
        self._told_figure = False  # whether a number has been read
        self._told_here = False  # whether one has been read in the sentence
        self._opened = False  # whether the paragraph has told anything yet
        self._opening = True  # whether no time has been met yet in the paragraph

    def start_paragraph(self, before: str) -> None:
        """Forget what only held in the paragraph before; `before` is its last character."""
        if before in "。！？”" or not self.time.period or (before in "；，" and self.is_ahead()):
            self._bring_along()
            self.time = replace(self._main, carried=True)
        self._opening, self._whole, self._opened = True, None, False
        self._inserted_in = self._list_of = None
        self._due = Time()

    def _bring_along(self) -> None:
        """Let the time of the paragraphs so far be the article's, though no number is of it yet."""
        text = self._coming.text or ""
        if self._told_figure or self._main.period:
            return
        last_year = self.publication.is_last_year(self._coming.period)
        if (last_year and opens_review(self._article, self._coming.span)) or _SINCE.fullmatch(text):
            self._main = replace(self._coming, brought=text.endswith("以来"))

    def start_segment(self) -> None:
        """Behind a semicolon, go back to the time before one that stood inside a clause."""
        self.start_parts()
        self._leave_inserted()
        self._segment = None
        if not self.time.leading or self.time.due:
            self.time = self._outer

    def start_item(self, *, first: bool) -> None:
        """Behind 二是, go back to the time that its list started with: that of 一是 is over."""
        if first:
            self._list_of = self.time
            return
        before = self._list_of
        if before is not None and before.lasting and before.period not in (None, self.time.period):
            self.time = before

    def _leave_inserted(self) -> None:
        """Go back to the months that numbers were of from their year, or one of them.

        1-11月，公路投资47亿元，2024年改造公路183公里；机场投资5亿元 tells of 1-11月 again.
        """
        if self._inserted_in is not None and self.time.leading:
            self.time = self._inserted_in
        self._inserted_in = None

    def start_sentence(self, inside: bool = False) -> None:
        """Forget the day of the sentence before.

        Args:
            inside: whether it tells of a part of what was told before, whose time holds no
                longer than it: 其中，6月份增长4%.
        """
        if self._whole is not None:
            self.time, self._whole = self._whole, None
        if not inside:
            self._leave_inserted()
        self._inserted_in, self._told_here = None, False
        if not self.time.lasting and not inside:
            self.time = self._main
        if self.time.due or (
            self.is_ahead() and not (self.time.leading and self.time.is_of_years())
        ):
            self.time = self._outer  # 有望9月底完工。 is due then, what is told next is not
        self._segment = None
        if inside:
            self._whole = self.time

    def hold_time(self) -> None:
        """Let the first period that has passed be the article's own, as a number is of it."""
        self._told_figure = self._told_here = True
        if self.time.brought:
            self.time = replace(self.time, brought=False)
        unknown = self._main.period is None or self._main.brought
        own = self.time.period == self._coming.period
        if self._coming.period and unknown and own and not self.is_ahead():
            self._main = self._coming

    def meet_time(self, mention: Mention, leading: bool = True, due: bool = False) -> None:
        """Take a time that stands at the head of what follows, or inside its clause.

        Args:
            due: whether it says when something is to be done: 计划于6月底完成.
        """
        value = mention.value
        if not isinstance(value, TimeValue):
            return
        period, text = value.period or value.date, value.text
        if (text in _SAME or (period is None and text.startswith("一年"))) and self.time.period:
            if self.time.span is not None:
                self.time = replace(self.time, span=Span(mention.start, mention.end))
            return
        if period is None and HOLIDAY.search(value.text) and self.time.period:
            return
        if value.kind == "vague" and self.time.is_until_here(mention, self._article):
            return  # 截至4月6日，近期降雨造成12人受灾
        lasting = value.kind not in ("point", "vague") or value.text.startswith("截")
        lasting = lasting or "/" in (period or "")
        if value.kind == "period" and (days := find_feast(self._article, value)) is not None:
            period = days.value.period
        if year := self._year_of(text):
            period = year[:4]
        elif text.endswith("以来") and is_past_year(self._article, self.titled.period):
            period = whole_year(period, self.titled.period)  # in a report on 2023: 2023年以来
        if text.startswith("截") and period and _PART_OF_YEAR.search(period):
            period = last_month(period)  # 截至三季度: how it stood then
        elif text.endswith("年来") and _YEARS_PAST.fullmatch(text):
            if self.time.spans_years(text):
                return  # “十四五”时期，…。五年来，: the years of the plan
            period = None
        if self.time.leading:
            self._outer = self.time
        inserted = self._told_here and leading and not due
        if inserted and is_part(self.time.period or "", period or ""):
            self._inserted_in = self.time
        elif leading:
            self._inserted_in = None
        opening, self._opening = self._opening, False
        span = Span(mention.start, mention.end)
        self.time = Time(period, text, lasting, value.kind, span, leading, due)
        if due or self.is_ahead():
            self._due = self.time
        if value.kind == "point" and leading and not due and period:
            self.occasion.see_day(self.time)
        if leading and not due and period:
            self._told = self.time
        if opening and leading and not due:
            self._rule_chapter()
        if value.kind == "point" and is_census(self._article, mention):
            lasting, self._main = True, Time(period, value.text)
        held = lasting and period and (value.kind == "period" or "/" in period)
        held = held and not self.publication.is_old(period) and not text.endswith(("前后", "前夕"))
        held = held and not (value.kind == "point" and takes_place(self._article, span))
        past = value.kind == "year" and text[:1] in _REVIEWED and leading and opening
        past = past and not self._opened
        past = past and self.publication.is_reviewed(period, told=self._main.period)
        beside = self._told_here  # 种植面积37万亩，今年以来出口1280吨
        self._coming = self.time if (held and not beside) or past else Time()

    def meet_now(self, text: str) -> None:
        """如今, 现有: how things stand now, unless what stands already says until when (截至)."""
        if self.time.period and not _UNTIL.search(self.time.text or ""):
            self.time = Time(None, text, lasting=False, kind="vague")

    def meet_elapsed(self, years: int | None, text: str, *, sure: bool) -> None:
        """Go on from a year told to some years later, or to now: 3年后, 经过30年的发展.

        Args:
            years: how many later; None for now.
            sure: whether it says now itself, whatever the time that stands.
        """
        period, published = self.time.period, self._article.published
        if not period or _UNTIL.search(self.time.text or ""):
            return
        single = self.time.kind in ("year", "point", "month") and "/" not in period
        over = single and (not published or period[:4] < published[:4])
        if years is None and (over or sure):
            self.meet_now(text)
        elif years is not None and over:
            later = str(int(period[:4]) + years)
            if not published or later <= published[:4]:
                self.time = Time(later, text, kind="year")

    def is_told_before(self, since: int) -> bool:
        """Whether the time that stands is a part of this year, or an old year, told before.

        Args:
            since: passage offset where the sentence starts.
        """
        period = self.time.period
        if not period or not self.time.is_before(since):
            return False
        published = self._article.published
        months = self.time.kind == "period" and len(period.split("/")[0]) > len("2024")
        old = bool(published) and int(period[:4]) + 1 < int((published or "0")[:4])
        return months or (old and self.time.kind == "year")

    def meet_first_day(self, text: str) -> None:
        """Take the day that what was told last began on: 行动首日."""
        if len(day := (self._told.period or "").partition("/")[0]) == len("2024-08-06"):
            self.time = Time(day, text, lasting=False, kind="point")

    def meet_ceremony(self) -> None:
        """Go back to the day of the ceremony, unless a time has been met since."""
        self.time = self.occasion.of_ceremony(self.time, self.titled.period)

    def meet_during(self, season: Mention | None) -> None:
        """Take the days that 期间 means: those of a season, else the time told last."""
        if season is not None:
            value = season.value
            span = Span(season.start, season.end)
            self.time = self._told = Time(value.period, value.text, True, "period", span)
        elif self._told.period:
            self.time = self._told

    def meet_back_then(self, at: int) -> None:
        """Take the year or month that the paragraph told of last before an offset: 彼时，…"""
        told, passage = self._told, self._article.passage
        if told.span is None or passage is None or told.kind not in ("year", "month"):
            return
        if "\n" not in passage.text[told.span.end : at]:
            self.time = told

    def see_due(self, mention: Mention) -> None:
        """Remember when the thing is to be done that a clause tells of, for 届时 behind it."""
        value = mention.value
        span = Span(mention.start, mention.end)
        self._due = Time(value.period or value.date, value.text, True, value.kind, span)

    def meet_then(self) -> None:
        """Take the time still to come that was told last: 届时."""
        if self._due.period:
            self.time = replace(self._due, due=True)

    def meet_event(self, since: int) -> None:
        """Go back to the day that the article tells of: 此次集中开工的项目.

        Args:
            since: passage offset where the sentence starts; a time told in it stays.
        """
        self.time = self.occasion.of_event(self.time, since, carried=self.time is self._main)

    def _year_of(self, text: str) -> str | None:
        """全年, 年末: the time that holds already; 全年 of a page without a date, the one told."""
        if text in ("年末", "年底"):
            return None if self.is_ahead() else self.time.period
        if not text.startswith("全年") or _YEARS.fullmatch(self.time.period or ""):
            return None  # 去冬今春: which of them is not said
        return self.time.period or (None if self._article.published else self._told.period)

    def is_ahead(self) -> bool:
        """Whether the time that stands is still to come."""
        return self.publication.is_to_come(self.time.period)

    def start_chapter(self) -> None:
        """Go back to the article's period; the first that the chapter opens with rules it."""
        if self._outside is not None:
            self._main, self._outside = self._outside, None
        self._chaptered = True

    def leave_review(self) -> None:
        """Forget the year that was looked back on, behind a heading that announces aims."""
        if self.publication.is_last_year(self._main.period):
            self.time = self._main = Time()

    def _rule_chapter(self) -> None:
        """Let a period that opens a paragraph hold for what is left of its chapter."""
        if self._chaptered and self.time.kind == "period" and self.time.period:
            self._outside = self._main if self._outside is None else self._outside
            self._main, self._chaptered = self.time, False

    def start_section(self) -> None:
        """Let the time of a heading hold for all of its section."""
        if self.time.lasting and self.time.period:
            self._main = self.time
            self._yearly, self._beside = self._beside, Time()

    def meet_beside(self, mention: Mention) -> None:
        """Keep the second time of a heading: 2026 of “十五五”时期目标任务和2026年工作安排."""
        if mention.value.kind == "year":
            self._beside = Time(mention.value.period, mention.value.text, kind="year")

    def expect_yearly(self) -> None:
        """Go on to the year that a heading names beside a plan: what is expected is of a year."""
        if self._yearly.period and "/" in (self._main.period or ""):
            self.time = self._main = self._yearly

    def keep_stamp(self) -> None:
        """Let a time in brackets hold for what it is put over: 【6月11日18:00】."""
        self.time = replace(self.time, lasting=True)

    def meet_title_time(self, mention: Mention) -> None:
        """Take a period that the title names."""
        value = mention.value
        if isinstance(value, TimeValue) and value.kind not in ("point", "vague"):
            self.titled = Time(value.period or value.date, value.text, kind=value.kind)
            if value.kind in ("month", "period") or is_past_year(self._article, self.titled.period):
                self._main = self.titled

    def meet_title_year(self, title: str) -> None:
        """Take the year that a review is called by: 2023，我们这样走过."""
        if year := called_year(title, self._article.published):
            self.titled = self._main = Time(year, year, kind="year")

    def over_years(self, time: Time, count: int | None) -> Time:
        """The years that the article is of, for what grew by a year's average, else the time.

        Args:
            count: how many years are told to be averaged (两年平均), up to the one that holds.
        """
        year = time.period or ""
        if count is not None and len(year) == 4:
            return replace(time, period=f"{int(year) - count + 1}/{year}")
        first, _, last = (self._main.period or "").partition("/")
        spans = first.isdigit() and last.isdigit() and len(year) == len(first)
        return self._main if spans and first <= year <= last else time

    def start_parts(self) -> None:
        """Go back to the year that the segment opened with, from a part of it: 1-6月."""
        year, now = self._segment.period if self._segment else None, self.time.period
        if (self.time.text or "").startswith("截"):
            return
        if self._segment and year and now and len(year) == 4 and now.startswith(year + "-"):
            self.time = self._segment

    def end_clause(self, *, bridge: bool) -> None:
        """Keep the time of the first clause of a segment: what comes behind it is of less.

        Args:
            bridge: whether the clause only leads over to the next: 据统计，.
        """
        if self._segment is None and not bridge:
            self._segment = self.time
        self._opened = self._opened or not bridge
