"""Time and subject that a clause leaves unsaid: taken from what stands before it.

`Context` walks along with the reader. A time holds until the next one in its paragraph, a day only
to the end of its sentence; a new paragraph starts with the article's first period. A subject holds
in its paragraph until another place, firm or body stands at the head of a clause.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article, Mention, Span
from newsie.measure.naming import (
    FIRM,
    full_organisation,
    full_place,
    name_zone,
    names_of,
    plain_body,
    short_name,
    short_names,
    titled_subject,
)
from newsie.measure.time import Time, last_month
from newsie.triggers import compile_quick
from newsie.values import TimeValue

_WHOLE = re.compile(r"^(?:全(?:[省市区县州旗国镇乡村]|街道)|[我本该][省市区县州旗国])$")
# An article of a division that it does not name.
_LOCAL = compile_quick(r"(?<![一-鿿])我[市区县](?!级)|[，。；]全[区县](?!域)")
_THIS_FIRM = re.compile(r"(?:这家|这个|该|本|我们)(公司|集团|企业|合作社|医院|学校)")
_SAME = frozenset(("当年", "当期", "当季"))  # the time that stands already
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_DIVISION = re.compile(r"..[市区县旗州盟]$")
_OPENING = 12  # characters
_NATIONAL = re.compile("全国|我国|国家")
_HOLIDAY = re.compile(r"假期|[春秋午]节|元旦|期间|暑期|寒假")

# Titles of what a year was: 2022年统计公报, 2018年民生实事全面落实.
_LOOKING_BACK = re.compile(
    r"公报|统计|全[面部](?:完成|落实)|回顾|盘点|总结|答卷|成绩单|运行情况|完成情况"
)


def _opening_place(article: Article) -> str | None:
    """The division that the title or the dateline of an article without a place names."""
    first = next((s for s in article.sentences if s.text.strip()), None)
    told = [s for s in article.sentences if s.in_title or s is first]
    for sentence in told:
        for mention in sentence.mentions_of("place"):
            name = short_name(mention.value.name)
            if _DIVISION.search(name) and mention.start < sentence.start + _OPENING:
                return name
    return None


class Context:
    """The time and the subject that hold where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        home = self._home()
        self.home = name_zone(article, home) or home
        self._kept_subject = titled_subject(article) or self.home  # over paragraphs
        self._held_subject = self._kept_subject  # over sentences
        self.subject = self._kept_subject
        self.time = Time()
        self._main = Time()
        self.titled = Time()
        self._coming = Time()  # what may become the article's period
        self._outer = Time()
        self._beside = self._yearly = Time()  # the second time of the last heading
        self._organisations: list[str] = []
        self._short = short_names(article, self.home)
        self.short_starts = frozenset(name[0] for name in self._short)
        self._sentences = 0  # of the paragraph, so far
        self._segment: Time | None = None  # the time that the segment opened with
        self._parted: str | None = None  # whose the whole is that parts are told of
        self._whole: Time | None = None  # the time of what a part is told of
        self._event: Time | None = None  # the first day that the article names
        self._chaptered = False  # whether a chapter opened that no period rules yet
        self._outside: Time | None = None  # the article's period, while a chapter's rules
        self._opening = True  # whether no time has been met yet in the paragraph

    def start_paragraph(self, before: str) -> None:
        """Forget what only held in the paragraph before; `before` is its last character."""
        if before in "。！？”" or not self.time.period or (before in "；，" and self._is_ahead()):
            self.time = self._main
        self.subject = self._held_subject = self._kept_subject
        self._opening, self._whole, self._sentences = True, None, 0

    def start_segment(self) -> None:
        """Behind a semicolon, go back to the time before one that stood inside a clause.

        Where parts are told of (其中), each is of the whole again.
        """
        if self._parted is not None:
            self.subject = self._parted
        self.start_parts()
        self._segment = None
        if not self.time.leading or self.time.due:
            self.time = self._outer

    def start_parts(self) -> None:
        """Go back to the year that the segment opened with, from a part of it: 1-6月."""
        year, now = self._segment.period if self._segment else None, self.time.period
        if (self.time.text or "").startswith("截"):
            return
        if self._segment and year and now and len(year) == 4 and now.startswith(year + "-"):
            self.time = self._segment

    def end_clause(self) -> None:
        """Keep the time of the first clause of a segment: what comes behind it is of less."""
        if self._segment is None:
            self._segment = self.time

    def start_sentence(self, inside: bool = False) -> None:
        """Forget the day of the sentence before, and a subject that no number was of.

        Args:
            inside: whether it tells of a part of what was told before, whose time holds no
                longer than it: 其中，6月份增长4%.
        """
        self._sentences += 1
        self.subject = self._held_subject
        if self._whole is not None:
            self.time, self._whole = self._whole, None
        if not self.time.lasting:
            self.time = self._main
        if self.time.due or (self._is_ahead() and not (self.time.leading and self._is_of_years())):
            self.time = self._outer  # 有望9月底完工。 is due then, what is told next is not
        self._parted = self.subject if inside else None
        self._segment = None
        if inside:
            self._whole = self.time

    def leave_side(self) -> None:
        """Go back to whose the article is, behind a list of places."""
        self.subject = self._held_subject = self._kept_subject

    def hold_subject(self) -> None:
        """Let the subject last, as a number is its own, and the first period that has passed."""
        if self._coming.period and self._main.period is None and not self._is_ahead():
            self._main = self._coming
        if self._fresh or self.subject == self._kept_subject or FIRM.search(self.subject or ""):
            self._held_subject = self.subject
        if self.subject and FIRM.search(self.subject):
            self._kept_subject = self.subject

    def meet_time(self, mention: Mention, leading: bool = True, due: bool = False) -> None:
        """Take a time that stands at the head of what follows, or inside its clause.

        Args:
            due: whether it says when something is to be done: 计划于6月底完成.
        """
        value = mention.value
        if not isinstance(value, TimeValue):
            return
        period = value.period or value.date
        if value.text in _SAME and self.time.period:
            return
        if period is None and _HOLIDAY.search(value.text) and self.time.period:
            return
        lasting = value.kind not in ("point", "vague") or value.text.startswith("截")
        lasting = lasting or "/" in (period or "")
        text = value.text
        if self._is_of_year(text):
            period = (self.time.period or "")[:4]
        if self.time.leading:
            self._outer = self.time
        opening, self._opening = self._opening, False
        span = Span(mention.start, mention.end)
        self.time = Time(period, text, lasting, value.kind, span, leading, due)
        if self._event is None and value.kind == "point" and leading and not due and period:
            self._event = self.time
        if opening and leading and not due:
            self._rule_chapter()
        if value.kind == "point" and self.is_census(mention):
            lasting, self._main = True, Time(period, value.text)
        held = lasting and period and (value.kind == "period" or "/" in period)
        past = (
            value.kind == "year"
            and text[:1].isdigit()
            and leading
            and opening
            and self._is_last_year(period)
        )
        self._coming = self.time if held or past else Time()

    def meet_event(self) -> None:
        """Go back to the day that the article tells of: 此次集中开工的项目."""
        if self._event is not None and not self.time.leading:
            return
        if self._event is not None and not (self.time.span and not self.time.lasting):
            self.time = self._event

    def _is_last_year(self, period: str | None) -> bool:
        """Whether a period is the year before that of publication."""
        published = self._article.published
        if not period or not published:
            return False
        return period == str(int(published[:4]) - 1)

    def _is_of_year(self, text: str) -> bool:
        """全年, 年末: of the year that holds already."""
        if text in ("年末", "年底"):
            return bool(self.time.period) and not self._is_ahead()
        return text.startswith("全年") and bool(self.time.period)

    def is_within(self, mention: Mention) -> bool:
        """Whether a year holds the time that stands already: 截至2月11日…今年已发运."""
        year, period = mention.value.period, self.time.period
        return bool(year and period and len(period) > 4 and period.split("/")[-1][:4] == year[:4])

    def runs_until(self, mention: Mention, since: int) -> bool:
        """Whether 今年 only says from when on 截至2月11日 counts, both in one sentence.

        Args:
            since: passage offset where the sentence starts.
        """
        until = mention.value.text == "今年" and (self.time.text or "").startswith("截")
        near = self.time.span is not None and self.time.span.start >= since
        return until and near and self.is_within(mention)

    def _is_of_years(self) -> bool:
        """Whether the time is a year or years, or began before: not a month or day to come."""
        period = self.time.period or ""
        return not _MONTH.fullmatch(period)

    def _is_ahead(self) -> bool:
        return self.is_to_come(self.time.period)

    def is_to_come(self, period: str | None) -> bool:
        """Whether a period ends after the day of publication."""
        published = self._article.published
        if not published or not period:
            return False
        end = last_month(period)
        return end > published[: len(end)]

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
            if value.kind in ("month", "period") or self._is_past_year():
                self._main = self.titled

    def _is_past_year(self) -> bool:
        """Whether the title is of a single year that is over: 2022年统计公报."""
        period, published = self.titled.period, self._article.published
        if not period or not published or len(period) > 4 or period >= published[:4]:
            return False
        titles = [s for s in self._article.sentences if s.in_title]
        years = {m.value.period for s in titles for m in s.mentions_of("date")}
        return len(years) == 1 and any(map(_LOOKING_BACK.search, (s.text for s in titles)))

    @property
    def _fresh(self) -> bool:
        """Whether the paragraph has just begun: whose it opens with, it is mostly all of."""
        return self._sentences <= 1

    def meet_subject(self, mention: Mention) -> None:
        """Take a place or an organisation that stands at the head of a clause."""
        name = mention.value.name
        if mention.kind == "place":
            if getattr(mention.value, "bare", False) or _WHOLE.match(name):
                self.meet_bare(name)
                return
            self.subject = full_place(self._article, self.home, name)
            return
        if kind := _THIS_FIRM.fullmatch(name):
            self.meet_firm(kind[1])
            return
        self.keep_organisation(mention)
        self.subject = self._organisations[-1]

    def keep_organisation(self, mention: Mention) -> None:
        """Remember an organisation, so that 公司 or 医院 behind it means it."""
        name = full_organisation(self._article, plain_body(mention.value.name))
        self._organisations.append(name)

    def meet_firm(self, word: str) -> None:
        """Take 公司, 医院, 学校: the one of that kind that was named last."""
        if word[0] == "该" and (named := self._named_so(word[1:])):
            self.subject = named
            return
        kind = {"该校": "学", "我校": "学", "该院": "院", "我院": "院"}.get(word, word[-2:])
        for name in reversed(self._organisations):
            if kind in name or (kind in ("公司", "集团", "企业", "厂里") and FIRM.search(name)):
                self.subject = name
                return

    def meet_speaker(self, name: str) -> None:
        """Take the village or firm that somebody speaks for, to the end of the paragraph."""
        if FIRM.search(name):
            self.subject = full_organisation(self._article, name)
        else:
            self.subject = full_place(self._article, self.home, name)
        self._held_subject = self.subject

    def _named_so(self, ending: str) -> str | None:
        """The body named last whose name ends so: 该局 is the 国税局."""
        return next((n for n in reversed(self._organisations) if n.endswith(ending)), None)

    def meet_body(self, name: str) -> None:
        """Take a body by its plain name; the longest that ended so before is meant."""
        known = (*names_of(self._article, "organisation"), *self._organisations)
        longer = [other for other in known if other.endswith(name)]
        self.subject = longer[-1] if longer else name
        self._organisations.append(self.subject)

    def meet_short(self, words: str) -> int:
        """Take a short form at the start of words (勒流 of 勒流街道); its length, or 0.

        None starts with another character than those of `short_starts`.
        """
        for length in range(min(len(words), 6), 1, -1):
            full = self._short.get(words[:length])
            if full is not None:
                self.subject = full
                return length
        return 0

    def meet_bare(self, word: str) -> None:
        """Take 全区, 我市, 当地: the article's own place."""
        if word in ("全国", "我国", "本国"):
            self.subject = "中国"
        elif word[0] == "该":
            self._meet_that(word[1:])
        elif word[1:] in ("镇", "乡", "村", "街道"):
            towns = [n for n in names_of(self._article, "place") if n.endswith(word[1:])]
            self.subject = towns[0] if towns else self.home
        elif word[1:] in ("院", "厂"):
            self.meet_firm({"院": "医院", "厂": "公司"}[word[1:]])
        elif self.home == "中国":
            self.subject = None
        else:
            self.subject = self.home or self._first_place(word[1:])

    def _first_place(self, level: str) -> str | None:
        """The first division of a level that an article without a home names: 该县 of 南昌县."""
        for name in names_of(self._article, "place"):
            if name.endswith(level) and len(name) > len(level) + 1:
                return short_name(name)
        return None

    def _meet_that(self, level: str) -> None:
        """Take 该县, 该镇: whose was told last, else the article's place, else the first named."""
        known = (self.subject, self._kept_subject, self.home, *names_of(self._article, "place"))
        self.subject = next((name for name in known if name and name.endswith(level)), self.home)

    def _home(self) -> str | None:
        if self._article.place is not None:
            return self._article.place.short or short_name(self._article.place.name)
        text = self._article.passage.text if self._article.passage else ""
        if opening := _opening_place(self._article):
            return opening
        return "中国" if _NATIONAL.search(text) and not _LOCAL.search(text) else None
