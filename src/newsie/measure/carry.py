"""Time and subject that a clause leaves unsaid: taken from what stands before it.

`Context` walks along with the reader. A time holds until the next one in its paragraph, a day only
to the end of its sentence; a new paragraph starts with the article's first period. A subject holds
in its paragraph until another place, firm or body stands at the head of a clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsie.article import Article, Mention, Sentence, Span
from newsie.measure.choice import Introduction
from newsie.values import TimeValue

_ABOVE = (
    re.compile(r"^.{2,8}?(?:省|自治区|特别行政区|(?<=北京|上海|天津|重庆)市)(?=..)"),
    re.compile(r"^.{2,9}?(?:自治州|地区|盟|市)(?=..)"),
)
_BARE = re.compile(
    r"(?:全[省市区县州旗镇乡村国]|[我本][省市区县州旗国]|我们[省市区县]"
    r"|当地|我国|[省市区县](?=委|政府))"
)
_WHOLE = re.compile(r"^(?:全[省市区县州旗国]|[我本][省市区县州旗国])$")
_PROVINCE = re.compile(r"省|市|.{0,3}自治区|.{0,3}自治州")
_HOLIDAY = re.compile(r"假期|[春秋午]节|元旦|期间|暑期|寒假")
# The autonomous regions, whose full names say more than a suffix.
REGIONS = {
    "广西": "壮族自治区",
    "内蒙古": "自治区",
    "西藏": "自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
}
_PROVINCE_NAME = 4
_FIRM = re.compile(r"公司|集团|厂|合作社|医院|银行$")
_STEM_END = re.compile(r"(?:省|市|区|县|镇|乡|街道|州|旗|自治区|自治县)$")


def short_name(name: str) -> str:
    """A division's name without those above it: 湖南省长沙市长沙县 → 长沙县.

    >>> short_name("上海市嘉定区"), short_name("辽宁省"), short_name("福建省泉州市")
    ('嘉定区', '辽宁省', '泉州市')
    """
    for above in _ABOVE:
        name = above.sub("", name, count=1)
    return name


@dataclass(slots=True)
class Time:
    """A period and its wording; `lasting` unless it is a day."""

    period: str | None = None
    text: str | None = None
    lasting: bool = True
    kind: str | None = None
    span: Span | None = None
    leading: bool = True  # whether it stands at the head of its clause


class Context:
    """The time and the subject that hold where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.home = self._home()
        self._kept_subject = _titled_subject(article) or self.home  # over paragraphs
        self._held_subject = self._kept_subject  # over sentences
        self.subject = self._kept_subject
        self.time = Time()
        self._main = Time()
        self.titled = Time()
        self._coming = Time()  # what may become the article's period
        self._outer = Time()
        self._beside = self._yearly = Time()  # the second time of the last heading
        self._organisations: list[str] = []
        self._short = _short_names(article, self.home)
        self._opening = True  # whether no time has been met yet in the paragraph

    def start_paragraph(self, before: str) -> None:
        """Forget what only held in the paragraph before; `before` is its last character."""
        if before in "。！？”" or not self.time.period or (before in "；，" and self._is_ahead()):
            self.time = self._main
        self.subject = self._held_subject = self._kept_subject
        self._opening = True

    def start_segment(self) -> None:
        """Behind a semicolon, go back to the time before one that stood inside a clause."""
        if not self.time.leading:
            self.time = self._outer

    def start_sentence(self) -> None:
        """Forget the day of the sentence before, and a subject that no number was of."""
        self.subject = self._held_subject
        if not self.time.lasting:
            self.time = self._main

    def hold_subject(self) -> None:
        """Let the subject last, as a number is its own, and the first period that has passed."""
        if self._coming.period and self._main.period is None and not self._is_ahead():
            self._main = self._coming
        self._held_subject = self.subject
        if self.subject and _FIRM.search(self.subject):
            self._kept_subject = self.subject

    def meet_time(self, mention: Mention, leading: bool = True) -> None:
        """Take a time that stands at the head of what follows, or inside its clause."""
        value = mention.value
        if not isinstance(value, TimeValue):
            return
        period = value.period or value.date
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
        self.time = Time(period, text, lasting, value.kind, span, leading)
        if value.kind == "point" and self.is_census(mention):
            lasting, self._main = True, Time(period, value.text)
        held = lasting and period and (value.kind == "period" or "/" in period)
        past = value.kind == "year" and text[:1].isdigit() and leading and opening and self._is_last_year(period)
        self._coming = self.time if held or past else Time()

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

    def runs_until(self, mention: Mention) -> bool:
        """Whether 今年 only says from when on 截至2月11日 counts."""
        until = mention.value.text == "今年" and (self.time.text or "").startswith("截")
        return until and self.is_within(mention)

    def _is_ahead(self) -> bool:
        return self.is_to_come(self.time.period)

    def is_to_come(self, period: str | None) -> bool:
        """Whether a period ends after the day of publication."""
        published = self._article.published
        if not published or not period:
            return False
        end = last_month(period)
        return end > published[: len(end)]

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
        return len(years) == 1 and any("公报" in s.text or "统计" in s.text for s in titles)

    def meet_subject(self, mention: Mention) -> None:
        """Take a place or an organisation that stands at the head of a clause."""
        name = mention.value.name
        if mention.kind == "place":
            if getattr(mention.value, "bare", False) or _WHOLE.match(name):
                self.meet_bare(name)
                return
            self.subject = self.full_place(name)
            return
        self.keep_organisation(mention)
        self.subject = self._organisations[-1]

    def keep_organisation(self, mention: Mention) -> None:
        """Remember an organisation, so that 公司 or 医院 behind it means it."""
        name = self.full_organisation(plain_body(mention.value.name))
        self._organisations.append(name)

    def meet_firm(self, word: str) -> None:
        """Take 公司, 医院, 学校: the one of that kind that was named last."""
        kind = {"该校": "学", "我校": "学", "该院": "院", "我院": "院"}.get(word, word[-2:])
        for name in reversed(self._organisations):
            if kind in name or (kind in ("公司", "集团", "企业", "厂里") and _FIRM.search(name)):
                self.subject = name
                return

    def meet_body(self, name: str) -> None:
        """Take a body by its plain name; the longest that ended so before is meant."""
        longer = [other for other in self._organisations if other.endswith(name)]
        self.subject = longer[-1] if longer else name
        self._organisations.append(self.subject)

    def meet_short(self, words: str) -> int:
        """Take a short form at the start of words (勒流 of 勒流街道); its length, or 0."""
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
        elif word[1:] in ("镇", "乡", "村", "街道"):
            towns = [n for n in _names(self._article, "place") if n.endswith(word[1:])]
            self.subject = towns[0] if towns else self.home
        elif word[1:] in ("院", "厂"):
            self.meet_firm({"院": "医院", "厂": "公司"}[word[1:]])
        else:
            self.subject = self.home

    def full_place(self, name: str) -> str:
        """The fullest wording that the article has for a place."""
        home = self.home
        if home and (name == home or _STEM_END.sub("", home) == name or name.endswith(home)):
            return home
        if home and name.startswith(home) and _TOWN.search(name):
            name = name[len(home) :]
        if village := _VILLAGE.fullmatch(name):
            name = village[1]
        longest = name
        passage = self._article.passage
        if passage is not None and len(name) < _PROVINCE_NAME and name in REGIONS:
            full = name + REGIONS[name]
            return full if full in passage.text else name
        for other in _names(self._article, "place"):
            if home and other.startswith(home):
                continue
            if other.endswith(name) and len(other) > len(longest):
                longest = other
            if other.startswith(name) and _PROVINCE.fullmatch(other[len(name) :]):
                return other
        return longest

    def full_organisation(self, name: str) -> str:
        """The fullest wording that the article has for an organisation."""
        longest = name
        for other in _names(self._article, "organisation"):
            if (
                len(other) > len(longest)
                and _abbreviates(name, other)
                and not _JOINED.search(other)
            ):
                longest = other
        return longest

    def _home(self) -> str | None:
        if self._article.place is not None:
            return self._article.place.short or short_name(self._article.place.name)
        text = self._article.passage.text if self._article.passage else ""
        return "中国" if re.search(r"全国|我国|国家", text) else None


# Two bodies, not one: 平原县与某某公司.
_JOINED = re.compile(r"[与和同、]")
_TOWN = re.compile(r"(?:镇|乡|街道)$")
_VILLAGE = re.compile(r".{1,12}[省市区县旗].{1,8}?(?:镇|乡|街道)(.{1,8}(?:村|社区))")
_MAKER = re.compile(r"公司|集团|厂$|合作社$")


def _titled_subject(article: Article) -> str | None:
    """The town or firm that the article is about, as its title names it or opens with it."""
    towns = [name for name in _names(article, "place") if _TOWN.search(name)]
    for sentence in article.sentences:
        if not sentence.in_title:
            break
        for mention in sentence.mentions:
            name = getattr(mention.value, "name", "")
            if mention.kind == "organisation" and _MAKER.search(name):
                return str(name)
            if mention.start < sentence.start + 3 and name in towns:
                return str(name)
        home = article.place.short if article.place else ""
        for town in towns:
            if home[:2] != town[:2] and sentence.text.startswith(_TOWN.sub("", town)):
                return town
    return None


def _distinctive(article: Article, name: str) -> str | None:
    """The short form that an article has for a firm: 恒锐 of 瓦房店恒锐轴承制造有限公司."""
    assert article.passage is not None
    text = article.passage.text
    times = text.count(name)
    for start in (2, 3, 4, 0):
        short = name[start : start + 2]
        if len(name) > start + 6 and not _COMMON.search(short) and text.count(short) > times:
            return short
    return None


_COMMON = re.compile(
    r"[省市区县镇乡村]|工业|科技|制造|有限|公司|集团|股份|汽车|新能"
    r"|能源|电子|生物|医药|农业|建设|食品|机械|材料|中国|国家|国际"
)


def _short_names(article: Article, home: str | None) -> dict[str, str]:
    """Short forms of the article's towns and bodies: 勒流 → 勒流街道, 分指挥部 → 援疆分指挥部."""
    found: dict[str, str] = {}
    for name in _names(article, "organisation"):
        for length in range(4, min(7, len(name))):
            tail = name[-length:]
            if not tail.startswith(("有限", "限公", "公司", "委员")):
                found.setdefault(tail, name)
        if _MAKER.search(name) and (short := _distinctive(article, name)):
            found.setdefault(short, name)
    for name in _names(article, "place"):
        stem = _STEM_END.sub("", name)
        if len(stem) > 1 and name != stem:
            found.setdefault(stem, name)
    if home and len(_STEM_END.sub("", home)) > 1:
        found[_STEM_END.sub("", home)] = home
    return found


_BESIDE = re.compile(
    r"^[一-鿿]{1,10}?(?:[省市区县镇乡州旗]|政府|委)[与和同](?=.{4,}(?:公司|集团|厂|院|社)$)"
)


def plain_body(name: str) -> str:
    """A body without the place that acts beside it.

    >>> plain_body("平原县与远帆硅业有限公司"), plain_body("应急管理局")
    ('远帆硅业有限公司', '应急管理局')
    """
    return _BESIDE.sub("", name)


def _names(article: Article, kind: str) -> list[str]:
    """The names of a kind that the article holds, each once, by where it first stands."""

    def collect() -> list[str]:
        names = [m.value.name for s in article.sentences for m in s.mentions_of(kind)]
        if kind == "organisation":
            names = [plain_body(name) for name in names]
        return list(dict.fromkeys(names))

    return article.once(f"names/{kind}", collect)


def _abbreviates(short: str, long: str) -> bool:
    """晟拓公司 and 上海晟拓精密轴承有限公司: its characters in order, its first two together."""
    if short in long:
        return long.endswith(short) or _FIRM.search(long) is not None
    if not _FIRM.search(short) or short[:2] not in long:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


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
