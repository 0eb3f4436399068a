"""The time of what is told: a period with its wording, and how long it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.article import Article, Mention, Sentence, Span
from newsie.measure.choice import Introduction
from newsie.measure.clause import DATE
from newsie.number import read_numeral
from newsie.values import TimeValue

# What is said to be done at the end of a year or month: 年底主体竣工, 月底也将投产.
_DONE_THEN = re.compile(
    r"前|[^，；。\ue001]{0,8}?(?:将|可|能(?![源力])|力争|有望|要|争取|确保|完工|竣工|投[产用运]|通车|开业|建成|交付|启用"
    r"|封顶|投入|如期|开工|动工|开建|开放|启动|上线|搬迁|入住|开学|试运行|开通|完成|实现|具备)(?!了)"
)


# Titles of what a year was: 2022年统计公报, 2018年民生实事全面落实.
_LOOKING_BACK = re.compile(
    r"公报|统计|全[面部](?:完成|落实)|回[顾眸望]|盘点|总结|亮点|综述|纪实|巡礼|成效|述评|大事记|答卷|成绩单|工作情况|运行情况|完成情况|年度工作报告|年度报告"
)
_CALLED_BY = re.compile(
    r"[^，。\d]{0,10}?(?P<year>20\d\d)(?:[，,！!：:·|｜ ](?!\d)|我们|这一年)"
    r".*(?:走过|回[顾眸望]|综述|答卷|成绩单|盘点|这一年|印记|足迹|亮点|故事|总结|收官)"
)
_ENDS = re.compile("[。；，！？：\ue001]")
_BASE = re.compile(rf"[比较]{DATE}的$")
# 在去年11302元的基础上增长12%: what is built on.
_BUILT_ON = re.compile(rf"在{DATE}的?$")
_GROUND = re.compile(r"的?[^，；。\ue001]{0,6}基础上")
_A_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = 4  # characters
_MONTH = 7
_NEARBY = 12
_HELD = re.compile(r"[^。；！？\n\d]{0,60}?(?:举行|举办|召开|开幕|开赛|开展(?!以来)|赴|来到)")
_STOPS = re.compile("[。；！？\n]")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(slots=True)
class Time:
    """A period and its wording; `lasting` unless it is a day."""

    period: str | None = None
    text: str | None = None
    lasting: bool = True
    kind: str | None = None
    span: Span | None = None
    leading: bool = True  # whether it stands at the head of its clause
    due: bool = False  # whether it says when something is to be done
    brought: bool = False  # whether a paragraph without numbers brought it: it is of deeds
    carried: bool = False  # whether it is the article's, which a new paragraph goes on from

    def is_before(self, since: int) -> bool:
        """Whether it was told before a passage offset: in the title, or in a sentence before."""
        return self.span.start < since if self.span is not None else self.carried

    def is_within(self, mention: Mention) -> bool:
        """Whether a year holds the time that stands already: 截至2月11日…今年已发运."""
        year, period = mention.value.period, self.period
        return bool(year and period and len(period) > 4 and period.split("/")[-1][:4] == year[:4])

    def tells_another_year(self, mention: Mention) -> bool:
        """Whether a tale has come to another year: 2017年养起蜂。…2020年成立合作社，."""
        told = self.kind == "year" and not self.carried and self.period
        return bool(told) and mention.value.kind == "year" and mention.value.period != told

    def is_day_within(self, mention: Mention, since: int) -> bool:
        """Whether a day was told before in the sentence, which is of what a time says.

        Args:
            since: passage offset where the sentence starts.
        """
        day, span, period = self.period, self.span, mention.value.period
        told = self.kind == "point" and span is not None and span.start >= since
        return told and bool(day and period) and (day or "")[:4] == period[:4]

    def stands_until(self, mention: Mention, since: int) -> bool:
        """Whether a year inside a clause only names what 截至10月底 before it counts.

        Args:
            since: passage offset where the sentence starts.
        """
        until = mention.value.kind == "year" and (self.text or "").startswith("截")
        near = self.span is not None and self.span.start >= since
        return until and near and self.is_within(mention)

    def is_until_here(self, mention: Mention, article: Article) -> bool:
        """Whether 截至4月6日 was told right before a time that says less, or for 目前 in its part.

        截至8月10日，因灾死亡29人，目前还有16人失联
        """
        span, text = self.span, self.text or ""
        if span is None or not text.startswith("截") or not self.period:
            return False
        if 0 <= mention.start - span.end < _NEARBY:
            return True
        between = article.passage.text[span.end : mention.start] if article.passage else "。"
        return mention.value.text == "目前" and not _STOPS.search(between)

    def runs_until(self, mention: Mention, since: int) -> bool:
        """Whether 今年 only says from when on 截至2月11日 counts, both in one sentence.

        Args:
            since: passage offset where the sentence starts.
        """
        until = mention.value.text == "今年" and (self.text or "").startswith("截")
        near = self.span is not None and self.span.start >= since
        return until and near and self.is_within(mention)

    def is_of_years(self) -> bool:
        """Whether the time is a year or years, or began before: not a month or day to come."""
        period = self.period or ""
        return not _DAY_OR_MONTH.fullmatch(period)

    def spans_years(self, text: str) -> bool:
        """Whether the time that stands is of as many years as 五年来 says."""
        first, _, last = (self.period or "").partition("/")
        years = read_numeral(text.removesuffix("年来"))
        return first.isdigit() and last.isdigit() and int(last) - int(first) + 1 == years


def origin_time(sentence: Sentence, introduction: Introduction) -> Time | None:
    """The time of one end of a change: 2021年 of 由2021年的61%提高到78%."""
    span = introduction.match.span("origin")
    if span is None:
        return None
    for mention in introduction.match.mentions("origin", "date"):
        if mention.start >= span.start:
            value: TimeValue = mention.value
            if "同期" in value.text or "同期" in sentence.text[mention.end - sentence.start :][:2]:
                return None
            return Time(value.period or value.date, value.text)
    return None


def base_time(sentence: Sentence, position: int, now: Time) -> Time | None:
    """The time of an amount that another is compared with: 比2013年的17万吨多."""
    before = max(0, position - 3)
    built = "基础上" in sentence.marked and _GROUND.match(sentence.marked, position + 1)
    found = (_BUILT_ON if built else _BASE).search(sentence.marked, before, position)
    if found is None:
        return None
    value: TimeValue = sentence.slots[sentence.marked.index(DATE, found.start())].value
    period = value.period or value.date
    if "同期" in value.text and period and now.period and len(period) == _YEAR:
        period = now.period.replace(now.period[:_YEAR], period)
    return Time(period, value.text)


def last_month(period: str) -> str:
    """The end of a period as a date: 2024-H1 → 2024-06, 2024-01/2024-09 → 2024-09.

    >>> last_month("2024-Q3"), last_month("2024"), last_month("2024-01/2024-09")
    ('2024-09', '2024', '2024-09')
    """
    end = period.split("/")[-1]
    year, _, rest = end.partition("-")
    if rest[:1] in ("H", "Q"):
        return f"{year}-{int(rest[1:]) * (6 if rest[0] == 'H' else 3):02d}"
    return end


def whole_year(period: str | None, year: str | None) -> str | None:
    """A year in place of a period that runs on from its January, else the period.

    >>> whole_year("2023-01/2024-04", "2023"), whole_year("2022-01/2024-04", "2023")
    ('2023', '2022-01/2024-04')
    """
    return year if period and year and period.startswith(f"{year}-01/") else period


def is_part(span: str, period: str) -> bool:
    """Whether months hold a period that is one of them, or are all of its year.

    >>> is_part("2024-01/2024-11", "2024"), is_part("2024-H1", "2024-06")
    (True, True)
    >>> is_part("2024-01/2024-11", "2023"), is_part("2024", "2024-06")
    (False, False)
    """
    year = span[:_YEAR]
    if len(span.split("/")[0]) <= _YEAR or not last_month(span).startswith(year):
        return False
    months = "/" in span or span[_YEAR + 1] in "HQ"
    return (months and span != period) and (
        period == year
        or (_A_MONTH.fullmatch(period) is not None and year <= period <= last_month(span))
    )


def is_subtitle(sentence: Sentence) -> bool:
    """Whether a line is the second of a headline: ——远帆县2024年民生实事完成情况扫描."""
    return sentence.marked.startswith("——") and _ENDS.search(sentence.marked) is None


def is_census(article: Article, mention: Mention) -> bool:
    """2020年11月1日零时: whether a moment is the one that all the numbers are of."""
    passage = article.passage
    return passage is not None and passage.text.startswith(("零时", "0时"), mention.end)


def is_looking_back(article: Article) -> bool:
    """Whether a title says that an article tells how a year went: 全县农业工作亮点纷呈."""
    titles = [s for s in article.sentences if s.in_title or is_subtitle(s)]
    return any(_LOOKING_BACK.search(s.text) for s in titles)


def called_year(title: str, published: str | None) -> str | None:
    """The year that a review is called by, which is over: 2023，我们这样走过.

    >>> called_year("2023，我们这样走过", "2024-01-05"), called_year("2023，再出发", "2024-01-05")
    ('2023', None)
    """
    found = _CALLED_BY.match(title)
    if found is None or not published:
        return None
    year = found["year"]
    ended = published[5:_MONTH] == "12" and year == published[:_YEAR]
    return year if ended or int(year) + 1 == int(published[:_YEAR]) else None


def opens_review(article: Article, span: Span | None) -> bool:
    """Whether a time opens a paragraph of an article that tells what came of it: 全年."""
    passage = article.passage
    if span is None or passage is None:
        return False
    before = passage.text[: span.start].rstrip(" \u3000")
    return "全年" in passage.text and not before[-1:].strip()


def takes_place(article: Article, span: Span) -> bool:
    """Whether something is held on the days that words name: 11月24日至25日，苹果节举行."""
    passage = article.passage
    return passage is not None and _HELD.match(passage.text, span.end) is not None


def is_past_year(article: Article, period: str | None) -> bool:
    """Whether a title is of a single year that is over: 2022年统计公报.

    Args:
        period: that the title names.
    """
    published = article.published
    if not period or not published or len(period) > _YEAR or period > published[:_YEAR]:
        return False
    if period == published[:_YEAR] and published != period and published[5:_MONTH] != "12":
        return False  # a month of it is still to come, or all that is known of when
    titles = [s for s in article.sentences if s.in_title or is_subtitle(s)]
    years = {m.value.period for s in titles for m in s.mentions_of("date")}
    return len(years) == 1 and any(map(_LOOKING_BACK.search, (s.text for s in titles)))


# 到2027年, which also on a page of no known day is mostly still to come.
UNTIL_YEAR = re.compile(r"到20\d\d年|到“?十[五六]五”?(?:时期|规划)?末")


def is_done_then(behind: str) -> bool:
    """Whether 年底, 月底 says when something is to be done, by the words behind it.

    >>> is_done_then("主体竣工"), is_done_then("存栏生猪")
    (True, False)
    """
    return _DONE_THEN.match(behind) is not None


def looks_ahead(sentence: Sentence, published: str) -> bool:
    """Whether a sentence names a time that may be still to come, of no year before this one."""
    for mention in sentence.mentions:
        if mention.kind != "date":
            continue
        value = mention.value
        if not published:
            if UNTIL_YEAR.match(value.text):
                return True
            continue
        end = (value.period or value.date or "").split("/")[-1]
        if value.kind == "deadline" or end[:_YEAR] > published[:_YEAR]:
            return True
        if value.text.endswith("起") and len(end) == len(published) and end > published:
            return True  # from a day of this month on
        if value.text.startswith("全年") or end[:_MONTH] > published[: len(end[:_MONTH])]:
            return True
    return False
