"""When a figure is of: the times that are met, and how long each holds.

The period of a figure is, the first that there is:

1. the time in its own clause, at the head or behind it, unless the clause only compares with it
   (较2020年), builds on it or plans for it (`inner`); 截至三季度 is the end of the quarter,
   五年来 none;
2. the time met last in its sentence, or as much later as is said (`elapsed`). Behind ；, a time
   that stood inside a clause is over, and a part of the year that the segment opened with (1-6月)
   too, and the year put in where months before had numbers; parts (其中) have their whole's time;
   此次, or a deed at an event (现场签约), the day that the article tells of;
3. the day of the ceremony at which it was started or signed (`event`); of 期间 the days that the
   article gives for that season, or the time told last;
4. the time that the paragraph brought along. A day or a vague time (目前, 近日) holds to the end
   of its sentence, as does one that is due; a year, month or span until the next in the paragraph,
   but standing measures (种植面积, 年产量) are of no part of the year told in a sentence before;
5. what the article or its chapter is of: a span, or the year before publication, that a paragraph
   opened with and a figure was of; a period that the title names for tables and yearbooks; the time
   of a heading for its section. The year of publication, and a day, are never carried on so.

Else there is none, and none is guessed. What is reported is not of a time still to come.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article, Mention, Span
from newsie.measure.event import find_season
from newsie.measure.publication import Publication
from newsie.measure.time import Time, is_part, is_past_year, last_month
from newsie.values import TimeValue

_SAME = frozenset(("当年", "当期", "当季"))  # the time that stands already
_UNTIL = re.compile(r"^截|[末底]$")
_CALLED_BY = re.compile(
    r"[^，。\d]{0,10}?(?P<year>20\d\d)(?:[，,！!：:·|｜ ](?!\d)|我们|这一年)"
    r".*(?:走过|回[顾眸望]|综述|答卷|成绩单|盘点|这一年|印记|足迹|亮点|故事|总结|收官)"
)
_HOLIDAY = re.compile(r"假期|[春秋午]节|元旦|期间|暑期|寒假")

# 今年以来，全县着力整治环境。 and in a new paragraph what was done.
_SINCE = re.compile(
    r"(?:今年|\d{4}年|“[一-鿿]+五”)以来"
    r"|(?:今年|\d{4}年)?(?:上半年|前三季度|[一三]季度|[前头].{1,2}个?月|1[-—－至到]\d+月份?)"
)
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
        self._inserted_in: Time | None = None  # the months that the time that stands parts
        self._whole: Time | None = None  # the time of what a part is told of
        self._event: Time | None = None  # the first day that the article names
        self._ceremony: Time | None = None  # of the starts or signings told of last
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
        if before in "。！？”" or not self.time.period or (before in "；，" and self._is_ahead()):
            self._bring_along()
            self.time = replace(self._main, carried=True)
        self._opening, self._whole, self._opened = True, None, False
        self._inserted_in, self._due = None, Time()

    def _bring_along(self) -> None:
        """Let the time of the paragraphs so far be the article's, though no number is of it yet."""
        text = self._coming.text or ""
        if self._told_figure or self._main.period:
            return
        if self._opens_review() or _SINCE.fullmatch(text):
            self._main = replace(self._coming, brought=text.endswith("以来"))

    def _opens_review(self) -> bool:
        """Whether a paragraph opened with the year before, of what the article then tells: 全年."""
        span, passage = self._coming.span, self._article.passage
        if (
            span is None
            or passage is None
            or not self.publication.is_last_year(self._coming.period)
        ):
            return False
        before = passage.text[: span.start].rstrip(" \u3000")
        return "全年" in passage.text and not before[-1:].strip()

    def start_segment(self) -> None:
        """Behind a semicolon, go back to the time before one that stood inside a clause."""
        self.start_parts()
        self._leave_inserted()
        self._segment = None
        if not self.time.leading or self.time.due:
            self.time = self._outer

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
        if not self.time.lasting:
            self.time = self._main
        if self.time.due or (
            self._is_ahead() and not (self.time.leading and self.time.is_of_years())
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
        if self._coming.period and unknown and own and not self._is_ahead():
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
        if period is None and _HOLIDAY.search(value.text) and self.time.period:
            return
        if value.kind == "vague" and self.time.is_until_here(mention):
            return  # 截至4月6日，近期降雨造成12人受灾
        lasting = value.kind not in ("point", "vague") or value.text.startswith("截")
        lasting = lasting or "/" in (period or "")
        if (days := self._holiday(value)) is not None:
            period = days.value.period
        if self._is_of_year(text):
            period = (self.time.period or "")[:4]
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
        if due or self._is_ahead():
            self._due = self.time
        if self._event is None and value.kind == "point" and leading and not due and period:
            self._event = self.time
        if leading and not due and period:
            self._told = self.time
        if opening and leading and not due:
            self._rule_chapter()
        if value.kind == "point" and self.is_census(mention):
            lasting, self._main = True, Time(period, value.text)
        held = lasting and period and (value.kind == "period" or "/" in period)
        held = held and not self.publication.is_old(period) and not text.endswith(("前后", "前夕"))
        past = (
            value.kind == "year"
            and text[:1].isdigit()
            and leading
            and opening
            and not self._opened
            and self.publication.is_last_year(period)
        )
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
        period, span = self.time.period, self.time.span
        if not period or span is None or span.start >= since:
            return False
        published = self._article.published
        months = self.time.kind == "period" and len(period.split("/")[0]) > len("2024")
        old = bool(published) and int(period[:4]) + 1 < int((published or "0")[:4])
        return months or (old and self.time.kind == "year")

    def tells_this_year(self) -> bool:
        """Whether the time that stands is 今年, the year of publication."""
        return self.time.text == "今年"

    def _holiday(self, value: TimeValue) -> Mention | None:
        """The days that the article gives for a feast: 国庆假期, where only its month is known."""
        if value.kind != "period" or value.date is None or not _HOLIDAY.search(value.text):
            return None
        days = find_season(self._article, value.text)
        months = (days.value.date[:7], days.value.end_date[:7]) if days else ()
        return days if value.date[:7] in months else None

    def see_ceremony(self, day: Mention) -> None:
        """Remember the day of a ceremony: what is counted there is of it."""
        value = day.value
        self._ceremony = Time(value.period or value.date, value.text, False, "point")

    def meet_ceremony(self) -> None:
        """Go back to the day of the ceremony, unless a time has been met since."""
        if self._ceremony is not None and (
            not self.time.period or self.time.period == self.titled.period
        ):
            self.time = self._ceremony

    def meet_during(self, season: Mention | None) -> None:
        """Take the days that 期间 means: those of a season, else the time told last."""
        if season is not None:
            value = season.value
            span = Span(season.start, season.end)
            self.time = self._told = Time(value.period, value.text, True, "period", span)
        elif self._told.period:
            self.time = self._told

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
        span = self.time.span
        if span is not None and span.start >= since and self.time.text and self.time.lasting:
            return
        if self._ceremony is not None:
            if not self.time.span or self.time is self._main or self.time.lasting:
                self.time = self._ceremony
            return
        if self._event is not None and not self.time.leading:
            return
        if self._event is not None and not (self.time.span and not self.time.lasting):
            self.time = self._event

    def _is_of_year(self, text: str) -> bool:
        """全年, 年末: of the year that holds already."""
        if text in ("年末", "年底"):
            return bool(self.time.period) and not self._is_ahead()
        return text.startswith("全年") and bool(self.time.period)

    def _is_ahead(self) -> bool:
        return self.publication.is_to_come(self.time.period)

    def start_chapter(self) -> None:
        """Go back to the article's period; the first that the chapter opens with rules it."""
        if self._outside is not None:
            self._main, self._outside = self._outside, None
        self._chaptered = True

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

    def is_census(self, mention: Mention) -> bool:
        """2020年11月1日零时: the moment that all the numbers are of."""
        passage = self._article.passage
        return passage is not None and passage.text.startswith(("零时", "0时"), mention.end)

    def meet_title_time(self, mention: Mention) -> None:
        """Take a period that the title names."""
        value = mention.value
        if isinstance(value, TimeValue) and value.kind not in ("point", "vague"):
            self.titled = Time(value.period or value.date, value.text)
            if value.kind in ("month", "period") or is_past_year(self._article, self.titled.period):
                self._main = self.titled

    def meet_title_year(self, title: str) -> None:
        """Take the year that a review is called by: 2023，我们这样走过."""
        found, published = _CALLED_BY.match(title), self._article.published or ""
        year = found["year"] if found else None
        ended = published[5:7] == "12" and year == published[:4]
        if year and (ended or self.publication.is_last_year(year)):
            self.titled = self._main = Time(year, year, kind="year")

    def over_years(self, time: Time) -> Time:
        """The years that the article is of, for what grew by a year's average, else the time."""
        first, _, last = (self._main.period or "").partition("/")
        year = time.period or ""
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
