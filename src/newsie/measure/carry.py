"""Time and subject that a clause leaves unsaid: taken from what stands before it.

`Context` walks along with the reader. A time holds until the next one in its paragraph, a day only
to the end of its sentence; a new paragraph starts with the article's first period. A subject holds
in its paragraph until another place, firm or body stands at the head of a clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.article import Article, Mention, Span
from newsie.values import TimeValue

_ABOVE = (
    re.compile(r"^.{2,8}?(?:省|自治区|特别行政区|(?<=北京|上海|天津|重庆)市)(?=..)"),
    re.compile(r"^.{2,9}?(?:自治州|地区|盟|市)(?=..)"),
)
_BARE = re.compile(
    r"(?:全[省市区县州旗镇乡村国]|[我本][省市区县州旗国]|我们[省市区县]|当地|我国|[省市区县](?=委|政府))"
)
_WHOLE = re.compile(r"^(?:全[省市区县州旗国]|[我本][省市区县州旗国])$")
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


class Context:
    """The time and the subject that hold where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.home = self._home()
        self.subject = self.home
        self._kept_subject = self.home
        self.time = Time()
        self._main = Time()

    def start_paragraph(self) -> None:
        """Forget what only held in the paragraph before."""
        self.time = self._main
        self.subject = self._kept_subject

    def start_sentence(self) -> None:
        """Forget the day of the sentence before."""
        if not self.time.lasting:
            self.time = self._main

    def meet_time(self, mention: Mention) -> None:
        """Take a time that stands at the head of what follows."""
        value = mention.value
        if not isinstance(value, TimeValue):
            return
        period = value.period or value.date
        lasting = value.kind not in ("point", "vague")
        text = value.text
        if text.startswith("全年") and self.time.period and len(self.time.period) >= 4:
            period = self.time.period[:4]
        self.time = Time(period, text, lasting, value.kind, Span(mention.start, mention.end))
        if lasting and self._main.period is None and period:
            self._main = self.time

    def meet_subject(self, mention: Mention) -> None:
        """Take a place or an organisation that stands at the head of a clause."""
        name = mention.value.name
        if mention.kind == "place":
            if getattr(mention.value, "bare", False) or _WHOLE.match(name):
                self.subject = self.home
                return
            self.subject = self.full_place(name)
            return
        self.subject = self.full_organisation(name)
        if _FIRM.search(self.subject):
            self._kept_subject = self.subject

    def meet_bare(self, word: str) -> None:
        """Take 全区, 我市, 当地: the article's own place."""
        if word in ("全国", "我国", "本国"):
            self.subject = self.home if self.home else "中国"
        else:
            self.subject = self.home

    def full_place(self, name: str) -> str:
        """The fullest wording that the article has for a place."""
        home = self.home
        if home and (name == home or _STEM_END.sub("", home) == name or name.endswith(home)):
            return home
        longest = name
        for other in _names(self._article, "place"):
            if other.endswith(name) and len(other) > len(longest):
                longest = other
        return longest

    def full_organisation(self, name: str) -> str:
        """The fullest wording that the article has for an organisation."""
        longest = name
        for other in _names(self._article, "organisation"):
            if len(other) > len(longest) and _abbreviates(name, other):
                longest = other
        return longest

    def _home(self) -> str | None:
        if self._article.place is not None:
            return short_name(self._article.place.name)
        text = self._article.passage.text if self._article.passage else ""
        return "中国" if re.search(r"全国|我国|国家", text) else None


def _names(article: Article, kind: str) -> list[str]:
    return [m.value.name for s in article.sentences for m in s.mentions if m.kind == kind]


def _abbreviates(short: str, long: str) -> bool:
    """晟拓公司 and 上海晟拓精密轴承有限公司: its characters in order, its first two together."""
    if short in long:
        return long.endswith(short) or _FIRM.search(long) is not None
    if not _FIRM.search(short) or short[:2] not in long:
        return False
    rest = iter(long)
    return all(character in rest for character in short)
