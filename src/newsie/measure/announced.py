"""Clauses in, the list of aims that one of them announced out, as long as its lines go on.

18项惠民实事如下：新建公厕14座。……      to the end of the paragraph
今年要抓好以下工作：                     the lines below, numbered or not
2025年预期目标：生产总值增长5%。……       the sentences behind it
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause

NUMBERED = re.compile(
    r"^\s*(?:\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[是、]"
    r"|[①-⑳]|第[一二三四五六七八九十]+[件项]|0\d(?=\s*[一-鿿]))"
)
_ANNOUNCING = ("list", "due", "numbers")
_LONGEST_LIST = 14  # sentences
_LONGEST_TASKS = 60  # sentences of a list whose items are numbered
_LONGEST_ITEM = 120
_LONGEST_SECTIONS = 400  # sentences of a list whose items are sections of several paragraphs
_SECTION = re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[）)]")
# What ends a list of sections.
_CHAPTER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章部]|(?:各位代表|同志们|各位委员)[：:！，])"
)
# 18项惠民实事如下：新建公厕14座。…: the list goes on to the end of the paragraph.
_FOLLOWING = re.compile(r"(?:实事|任务|目标|安排)(?:项目)?[^，。：]{0,6}如下[：:](?=.)")
_INCLUDED = re.compile(r"(?:主要)?包括[^，。]")
_SAME_TIME = re.compile(r"\s*(?:同时|此外|另外|还将|与此同时)")
# 今年将办好10件惠民实事。|1.建成幼儿园: the items stand on the lines below.
_WORKS = re.compile(
    r"(?:实事|任务|工作|项目|工程|目标|举措|要点|行动|重点|方面|好事)[^，。；：\ue001]{0,6}[。：:]?\s*$"
)
_FIRST = re.compile(r"[。：:]?\s{0,6}(?:一、|1[.、．]|（一）|①|第一[，、：])")
_BEGUN = re.compile(r"[：:](?:一是|一、|1[.、．]|（一）|①|第一)")


class AnnouncedList:
    """What the lines so far announced; `announced` is the clause that did.

    Args:
        text: the passage's text.
    """

    def __init__(self, text: str) -> None:
        self.announced: ReadClause | None = None
        self._text = text
        self._cue: Cue | None = None
        self._lines = 0
        self._in_line = False  # whether the list stands in the paragraph that announces it
        self._numbered: bool | None = None  # unknown before its first line
        self._sectioned = False  # whether its items are sections: （一）…

    def open(self, clauses: Sequence[ReadClause]) -> Cue | None:
        """The announcement of a list that still rules on this line."""
        if self._cue is None:
            return None
        self._lines += 1
        start = clauses[0].span.start
        text = clauses[0].sentence.text
        if self._numbered is None and self._cue.rule == "target/works":
            self._sectioned = bool(_SECTION.match(text))
        if self._sectioned:
            if self._lines > _LONGEST_SECTIONS or _CHAPTER.match(text):
                self._cue, self._sectioned = None, False
            self._numbered = True
            return self._cue
        loose = self._cue.rule == "target/expected-aims" and self._in_line
        parted = self._text[start - 1 : start] == "\n" and not _SAME_TIME.match(text)
        if (self._in_line and parted) or (
            loose and (any(c.dated for c in clauses) or not clauses[0].numbered)
        ):
            self._cue, self._in_line = None, False
            return None
        numbered = bool(NUMBERED.match(clauses[0].sentence.text))
        if self._numbered is None:
            self._numbered = numbered
        elif self._numbered and not numbered and self._text[start - 1 : start] == "\n":
            self._cue = None
        longest = _LONGEST_TASKS if self._numbered else _LONGEST_LIST
        length = sum(c.span.end - c.span.start for c in clauses)
        if self._lines > longest or length > _LONGEST_ITEM:
            self._cue = None
        return self._cue

    def close(self, clauses: Sequence[ReadClause], cue: Cue | None) -> None:
        """Note whether a sentence announces a list, by the cue that rules at its end."""
        if cue is None or self._sectioned:
            return
        if cue.reach == "run":
            cue = Cue(cue.start, cue.end, cue.modality, "numbers", cue.rule)
        if cue.reach not in _ANNOUNCING and cue.modality == "plan":
            return
        start, end = clauses[0].span.start, clauses[-1].span.end
        colon = self._text[end - 1 : end + 1].rstrip("\n").endswith(("：", ":"))
        if cue.rule == "target/works" and _BEGUN.search(self._text, start, end):
            self._announce(replace(cue, reach="list"), clauses[-1], numbered=True)
        elif _FOLLOWING.search(self._text, start, end) or _INCLUDED.match(self._text, start):
            self._announce(cue, clauses[-1])
            self._in_line = True
        elif cue.rule == "target/expected-aims" and self._cue is None:
            self._announce(cue, clauses[-1])
            self._in_line = not colon
        elif self._cue is None and self._is_followed(start, end):
            self._announce(replace(cue, rule="target/works", reach="list"), clauses[-1])
        elif colon:
            self._announce(cue, clauses[-1])

    def _is_followed(self, start: int, end: int) -> bool:
        """Whether the works that a sentence speaks of are listed on the lines below."""
        found = _WORKS.search(self._text, start, end)
        return found is not None and _FIRST.match(self._text, end) is not None

    def _announce(self, cue: Cue, clause: ReadClause, numbered: bool | None = None) -> None:
        self._cue, self._lines = cue, 0
        self._numbered, self.announced = numbered, clause
