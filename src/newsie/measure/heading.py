"""Headings in, the cue that rules below them out: 二、今年主要任务, 十件惠民实事.

A heading rules until the next of its own depth; those that lie deeper leave it. Short lines that
hold a number are items of a list, no headings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsie.article import Article, Sentence
from newsie.measure.clause import NUMBER, is_chapter
from newsie.measure.cue import Cue
from newsie.measure.task import opens_task
from newsie.triggers import compile_quick
from newsie.values import TimeValue

_TASKED = compile_quick(
    r"(?:排定|安排|计划|拟)的[^，。；：]{0,12}(?:项目|工程)$|路径图|路线图|施工图|作战图|\d+[大项件个](?:民生|惠民|为民|便民|利民)?办?实事|民生实事|实事项目|目标任务|任务清单|重点任务|工作要点|责任书|20\d\d年[^，。；：完]{0,12}工作(?:安排|打算|思路|计划|方案)$|[一二三四五六七八九十]+[大项件个].{0,4}(?:任务"
    r"|实事)|(?:\d+|[一二三四五六七八九十]+|年)[大项件个]*(?:民生|惠民|为民|便民|利民)(?:实事)?工程"
)
_YEAR = re.compile(r"(?P<year>20[0-3]\d)年")
_AIMS = re.compile(r"(?:预期|主要|发展|奋斗|具体|总体)(?:指标|目标)[：:]?\s*$")
# 平原县2025年主要目标: a title that is nothing but the name of its list.
_TITLED_AIMS = re.compile(
    r"[^，。；完实]{0,16}年(?:国民经济和社会发展|经济社会发展|经济工作|经济发展|工作)?(?:的)?(?:主要)?(?:预期|主要|发展|奋斗|具体|总体)(?:发展|预期|经济)?(?:指标|目标)\s*$"
)
_REVIEWED = compile_quick(
    r"回顾|总结|(?:完成|执行|落实|推进|实施|办理|建设)(?:进展|进度)?情况|成效|进展|上半年|去年|过去|成绩|通报"
    r"|(?<!确保)(?<!力争)(?<!推动)(?:全[面部]|圆满|如期|提前|超额)(?:落实|完成|兑现|达标|收官|落地|竣工)"
)
# 年初定下的十件实事全部完成: below a title that names them, what was done is told.
_FULFILLED = re.compile(
    r"(?:实事|任务|承诺)(?:项目|工程)?(?:(?:现|均|都|皆)?已|均|都)?(?:全部|全面|圆满|如期|悉数|件件|项项|一一|逐项|逐一)(?:按时|高质量)?(?:完成|办结|兑现|落实|落地|办成|收官|见效|有[回着]|办好|竣工|交账)"
)
_TO_FULFIL = re.compile(
    r"(?:去年|上年|确保|力争|争取|推动|推进|努力|保证|将|要|前|使|让|把|年内|促进)[^，。；\n]{0,14}$"
)
# 新建驿站80个 纳入12件实事: what was done, though it is one of the works.
_TAKEN_INTO = re.compile(r"(?:纳入|列入|入选)[^，；。]{0,16}$")
_YEARS = re.compile(r"\d{4}/\d{4}")
_PLANNING = re.compile("方案|计划|规划|目标|任务|蓝图")
_WORDED = re.compile("[一-鿿]")
# （项目库见附件2）: a remark below an item.
_REMARK = re.compile(r"\s*[（(][^（）()]{5,}[）)]\s*")
_CHAPTER = re.compile(r"\s*[一二三四五六七八九十]{1,3}、|\s*第[一二三四五六七八九十]+[部章]")
_LEVELS = (
    _CHAPTER,
    re.compile(r"\s*[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"\s*(?:\d{1,2}[.、．](?!\d)|[（(]\d+[）)]|[一二三四五六七八九十]+是)"),
)


class HeadingReader:
    """Walks over the headings of an article.

    Args:
        cues: of headings that announce what is ahead, by the index of their sentence.
        text: the passage's.

    Attributes:
        cue: of the heading that rules, or None.
        in_title: whether it stands in the title.
        tasks: whether a list of tasks and their progress is read.
        reviewed: whether what was done is looked back on.
        year: the last that a heading named, or None.
        works: whether it announces works for the people (十件实事).
        aims: whether the heading that rules announces aims (今年预期目标), `expected` ones or not.
        listing: whether it is nothing else, as no title of news is.
    """

    def __init__(self, cues: Mapping[int, Cue], text: str) -> None:
        self._cues = cues
        self._fulfilled = _is_fulfilled(text)
        self._level = 0
        self._bullet = ""  # before it
        self.cue: Cue | None = None
        self.in_title = False
        self.tasks = False
        self.reviewed = False
        self.year: str | None = None  # that a heading or the title names
        self.aims = self.expected = self.works = self.listing = False

    def open(self, sentence: Sentence) -> None:
        """Let a heading rule the numbers of its section."""
        if _REMARK.fullmatch(sentence.text):
            return
        named = _YEAR.search(sentence.text)
        if named is not None:
            self.year = named["year"]
        cue = self._cues.get(sentence.index)
        reviewed = bool(_REVIEWED.search(sentence.text))
        reviewed = reviewed or (sentence.in_title and self._fulfilled)
        below = not sentence.in_title and self.in_title and (self.cue or self.tasks)
        if below and cue is None and not reviewed:
            return
        bulleted = _bullet(sentence.text) not in ("", self._bullet)
        item = bulleted or _is_item(sentence.text)
        if item and cue is None and self.cue is not None and not reviewed:
            return
        if (not sentence.in_title or is_chapter(sentence)) and (reviewed or cue is not None):
            self.reviewed = reviewed
        if cue is None and not sentence.in_title:
            if NUMBER in sentence.marked and not _CHAPTER.match(sentence.text):
                return
            if self.cue is not None and _level(sentence.text) > self._level and not reviewed:
                return
        self.reviewed = self.reviewed or (sentence.in_title and "统计公报" in sentence.text)
        self._level, self._bullet = _level(sentence.text), _bullet(sentence.text)
        self.in_title = sentence.in_title
        titled = sentence.in_title and _TITLED_AIMS.match(sentence.text) is not None
        tasked = _TASKED.search(sentence.text) and not _TAKEN_INTO.search(sentence.text)
        if sentence.in_title and not titled and not tasked:
            cue = None
        self.listing = titled or not sentence.in_title
        self.tasks = cue is not None and reviewed
        self.cue = None if reviewed else cue
        self.aims = _AIMS.search(sentence.text) is not None
        self.expected = "预期" in sentence.text
        self.works = self.cue is not None and "实事" in sentence.text


def _bullet(line: str) -> str:
    """What sign a line starts with, or empty: ● of ●经济增长6%左右."""
    first = line.strip()[:1]
    return first if first in "*·●■◆▲○□◇►▶•" else ""


def _is_item(line: str) -> bool:
    """Whether a short line is a task of a list or its number, no heading: 03, *建成敬老院."""
    said = line.strip().lstrip("*·●■◆▲—-")
    return not _WORDED.search(said) or opens_task(said)


def titled_year(article: Article) -> str | None:
    """The year that a title plans, alone: 2021 of 今年将实施38项民生实事, told in 2021.

    Of 未来五年 and of 2025—2027年行动方案 it is the last.
    """
    named = {
        mention.value.period.split("/")[-1]
        for sentence in article.sentences
        if sentence.in_title and not _REVIEWED.search(sentence.text)
        for mention in sentence.mentions_of("date")
        if mention.value.period and _is_planned(sentence.text, mention.value)
    }
    year = named.pop() if len(named) == 1 else None
    return year if year and article.published and year >= article.published[:4] else None


def _is_planned(title: str, value: TimeValue) -> bool:
    """Whether a title is of what is planned for a time that it names."""
    if value.kind == "deadline":
        return value.text.startswith(("未来", "今后"))
    return value.kind == "year" or (
        _YEARS.fullmatch(value.period or "") is not None and _PLANNING.search(title) is not None
    )


def _level(heading: str) -> int:
    """How deep a heading lies: 一、 is 1, （一） is 2, 1. is 3, one without numbering 0."""
    return next((i for i, level in enumerate(_LEVELS, 1) if level.match(heading)), 0)


def _is_fulfilled(text: str) -> bool:
    """Whether a text says that the works which its title names are done."""
    done = _FULFILLED.finditer(text)
    return any(not _TO_FULFIL.search(text[max(0, m.start() - 20) : m.start()]) for m in done)
