"""Whose a figure is that does not say so: taken from what stands before it.

`Whose` walks along with the reader. A subject holds in its paragraph until another place, firm or
body stands at the head of a clause.
"""

from __future__ import annotations

import re

from newsie.article import Article, Mention
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
from newsie.triggers import compile_quick

_WHOLE = re.compile(r"^(?:全(?:[省市区县州旗国镇乡村]|街道)|[我本该][省市区县州旗国])$")
# An article of a division that it does not name.
_LOCAL = compile_quick(r"(?<![一-鿿])我[市区县](?!级)|[，。；]全[区县](?!域)")
_THIS_FIRM = re.compile(r"(?:这家|这个|该|本|我们)(公司|集团|企业|合作社|医院|学校)")
_DIVISION = re.compile(r"..[市区县旗州盟]$")
_OPENING = 12  # characters
_NATIONAL = re.compile("全国|我国|国家")


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


class Whose:
    """The subject that holds where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        home = self._home()
        self.home = name_zone(article, home) or home
        self._kept_subject = titled_subject(article) or self.home  # over paragraphs
        self._held_subject = self._kept_subject  # over sentences
        self.subject = self._kept_subject
        self._organisations: list[str] = []
        self._short = short_names(article, self.home)
        self.short_starts = frozenset(name[0] for name in self._short)
        self._sentences = 0  # of the paragraph, so far
        self._parted: str | None = None  # whose the whole is that parts are told of

    def start_paragraph(self) -> None:
        """Forget what only held in the paragraph before."""
        self.subject = self._held_subject = self._kept_subject
        self._sentences = 0

    def start_segment(self) -> None:
        """Behind a semicolon, where parts are told of (其中), go back to the whole."""
        if self._parted is not None:
            self.subject = self._parted

    def start_sentence(self, inside: bool = False) -> None:
        """Forget a subject that no number was of.

        Args:
            inside: whether it tells of a part of what was told before: 其中，6月份增长4%.
        """
        self._sentences += 1
        self.subject = self._held_subject
        self._parted = self.subject if inside else None

    def hold_subject(self) -> None:
        """Let the subject last, as a number is its own."""
        if self._fresh or self.subject == self._kept_subject or FIRM.search(self.subject or ""):
            self._held_subject = self.subject
        if self.subject and FIRM.search(self.subject):
            self._kept_subject = self.subject

    def leave_side(self) -> None:
        """Go back to whose the article is, behind a list of places."""
        self.subject = self._held_subject = self._kept_subject

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
