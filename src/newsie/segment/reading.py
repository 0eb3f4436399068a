"""A line → what part it can play on the page: heading, text, credit, caption, furniture …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from newsie.segment.bylines import (
    Credit,
    Dateline,
    is_written,
    merge_people,
    read_credit,
    read_credit_line,
    read_dateline,
    read_tail,
)
from newsie.segment.furniture import classify_line, is_disclaimer
from newsie.segment.headlines import is_heading, original_title
from newsie.segment.lines import Line

Part = Literal[
    "heading",
    "text",
    "opening",
    "continuation",
    "caption",
    "marker",
    "credit",
    "source",
    "turn",
    "page",
    "masthead",
    "chrome",
    "contact",
    "more",
    "next",
    "advert",
    "teaser",
]
_CONTINUED = re.compile(
    r"(?:[（(【\[〔]?\s*[上紧]接|[（(【\[〔]\s*接)\s*第?\s*(?P<page>[A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,2})\s*版?(?:[^）)】\]〕]{0,8}[）)】\]〕]\s*|(?<=版)(?:[\s:：]+|$))"
)
_CONTINUED_OPENS = "（(【[〔上紧"
_DATED = re.compile(
    r"(?P<title>.{4,60}?)\s*[\[（(]?(?:20)?\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\]）)]?$"
)
_DETAILS = re.compile(
    r"(?P<title>.{4,60}?)\s*[\[（(【](?:详细|全文|详情|更多|查看全文|阅读全文)[\]）)】]$"
)
_LINKED = re.compile(r"(?P<title>[^\]]{4,60})\]\(https?://")  # [标题](http://…)
_BULLET = re.compile(r"[^\w\s“《【（(〔‘]+\s*")
_TURNED = re.compile(
    r"\s*[（(【]\s*紧?[下后]转\s*第?\s*[A-D]?[\d一二三四五六七八]{1,3}\s*版.{0,6}[）)】]$"
)
_PICTURE = re.compile(
    r"(?!.*(?:声明作废|遗失))(?:[上下左右]图[\s\u3000]|(?:上|下|左|右)?图[①-⑳一二三四\d]{0,2}(?:为|是|：|:)|图[①-⑳]|[▲↑▼↓△]\s*图?|图片说明)"
)
# 防汛工作会议现场。
_SCENE = re.compile(
    r"(?![^。]*(?:赶|赴|走进|进入|来到|前往|抵达|到达|深入|直奔|回到|离开|到了))[^，。]{2,24}现场。$"
)
_COLUMN = re.compile(r"[【〔\[][^】〕\]]{2,14}[】〕\]]\s*(?=\S)")
# When a live report went on, or how a text begins that layout broke: 9:50, 今年上半年
_TIME = re.compile(
    r"[\[【]?(?:[上下]午)?\d{1,2}[:：][0-5]\d(?:[:：][0-5]\d)?[\]】]?|[今去前]年[上下]半年|[今去]年以来|近日|日前|连日来|近年来"
    r"|(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)"
)
_MARKER = re.compile(
    r"[【\[]?(?:编者按|编者的话|开栏的话|开栏语|写在前面|核心提示|内容提要|内容摘要|内容概要|阅读提示|摘\s?要|提\s?要)[】\]]?[:：]?|[①-⑳]|[（(]?图\s*[一二三四五六\d][）)]?"
)
# What a broadcast's script says of the text below.
_SPOKEN = re.compile(
    r"[【\[](?:正文|导语|口播|同期声?|同期声?\d|解说|配音|现场声?|字幕|主播|记者出镜|出镜|画外音|标题)[】\]]"
)
_TEASER = re.compile(
    r"(?P<title>.{4,60}?)(?:\s*[（(]?(?:全文|详情|内容)?(?:详见|请见|请看|刊\s*[A-D]?\d{1,2}\s*版).{1,24}|见第?\s*[A-D]?\d{1,2}\s*版$|[\s\u3000]+第?\s*[A-D]?\d{1,2}\s*版)$"
)
_PAGE_BEHIND = re.compile(r"(?P<title>.{4,60}?)[\s\u3000.…·/（(→]+[A-D]\d{1,2}版?[）)]?$")
# 【本报记者 林晓】3月2日，… (the byline before its story)
_SIGNED_HEAD = re.compile(
    r"(?P<credit>[【\[（(](?=[^】\]）)]{0,12}(?:记者|通讯员))[^】\]）)。，]{4,40}[】\]）)])\s*[:：]?\s*(?=.{20})"
)
# （县委办 林晓）3月2日，… (of which body somebody writes, before the story)
_SIGNED_BY = re.compile(
    r"(?P<credit>[（(][\u4e00-\u9fff]{2,12}[\s\u3000]+[\u4e00-\u9fff](?:[\s\u3000]?[\u4e00-\u9fff]){1,2}[）)])"
    r"\s*[:：]?\s*(?=.{20})"
)
_SHOWS = re.compile(
    r"[。！](?:[上下左右]图|图)(?:为|[：:①-⑳]).{4,60}$|（[上下左右]?图(?:为|[①-⑳]).{4,40}）$"
)
# 县长林晓（左二）向获奖者颁奖。
_STANDING = re.compile(
    r"[（(](?:图|[前后]排|从?[左右]起?)?(?:左|右|中|正中)(?:起?(?:第?[一二三四五六七八\d]|侧|者))?[）)]"
)
# 云山区“十佳卫士”。区委政法委供图
_GIVEN = re.compile(r"[^。]{4,60}[。\s][^。，、：:\s]{2,20}供图$")
_TIMED = re.compile(
    r"(?:(?:19|20)\d{2}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日|近[日期来]|日前|连日来|[昨今前][日天晚]|\d{1,2}日[，,上下]|截至|记者从|为庆祝"
    r"|为[^，。]{4,30}，(?:\d{1,2}月|近日|日前|连日来|[昨今前][日天])"
)
_SHOWN = 220  # characters; a longer paragraph tells a story
_PROSE = 60  # characters; a longer line that ends a sentence is no furniture
_LABELLED = "【[（(<《◀上下前后"
_PAGED = re.compile(  # 02版 我县工业经济跑出“加速度”
    r"[▶►→■●★]?\s*(?:第?[A-D]?\d{1,2}版|第[一二三四五六七八]版|[A-D]0\d)[\s:：▏|]+(?=\S{6})"
)
_HEADLINE = 8  # characters; a shorter line with a date is no headline
_TURN = 24  # characters at the end of a line where （下转第2版） stands
_CAPTION = 320  # characters; the longest text under a picture
_NO_NAME = 4  # characters of a byline that are neither key nor name
_COPIED = "[复制链接]"  # behind a thread's title
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}


@dataclass(slots=True, unsafe_hash=True)
class Reading:
    """A line, the part it plays, and what was read in it.

    Args:
        line: the line.
        part: what it is taken for by itself.
        first: where its running text starts, after a dateline or (上接第1版).
        after: where its running text ends, before a byline.
        dateline: the dateline it opens with.
        credit: the byline it is, or ends with.
        page: the page in (上接第N版).
    """

    line: Line
    part: Part
    first: int = 0
    after: int = 0
    dateline: Dateline | None = None
    credit: Credit | None = None
    page: int | None = None

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def prose(self) -> bool:
        """Whether the line holds running text."""
        return self.part in ("text", "opening", "continuation", "caption")

    @property
    def timed(self) -> bool:
        """Whether the line opens with when something happened, as a story does."""
        return _TIMED.match(self.text) is not None

    @property
    def signed(self) -> bool:
        """Whether the line ends a story with a byline, rather than opens one."""
        return self.prose and self.credit is not None and self.after < len(self.text)


def read_line(line: Line) -> Reading:
    """Tell what a line is by itself; its neighbours may still change that."""
    text = line.text
    if len(text) > _PROSE and text[-1] in "。！？" and text[0] not in _LABELLED:
        return Reading(line, "chrome") if is_disclaimer(text) else _read_story_line(line)
    if _SPOKEN.fullmatch(text):
        return Reading(line, "page")
    if original_title(text) or (len(text) > _HEADLINE and text.endswith(_COPIED)):
        return Reading(line, "heading")
    furniture = classify_line(text)
    credit = None if furniture in ("more", "next", "advert", "turn") else read_credit_line(text)
    if credit and furniture in ("", "source") and _is_plain_credit(text, credit):
        return Reading(line, "credit", credit=credit)
    column = None if furniture else _COLUMN.match(text)
    if column and (credit := read_credit_line(text[column.end() :])):
        return Reading(line, "credit", first=column.end(), credit=credit)
    if (
        furniture in ("", "masthead")
        and (paged := _PAGED.match(text))
        and is_heading(text[paged.end() :])
    ):
        return Reading(line, "teaser", 0, len(text))
    if furniture == "source" and _is_dated_headline(text):
        return Reading(line, "teaser", 0, len(text))
    if furniture:
        return Reading(line, furniture, credit=credit)  # type: ignore[arg-type]
    if _MARKER.fullmatch(text):
        return Reading(line, "marker")
    if _TIME.fullmatch(text):
        return Reading(line, "text", 0, len(text))
    return _read_story_line(line)


def teaser_title(text: str) -> int:
    """Where the title of a line such as “…　3版” ends; its length where nothing follows."""
    match = _TEASER.match(text) or _PAGE_BEHIND.match(text) or _DATED.match(text)
    match = match or _LINKED.match(text) or _DETAILS.match(text)
    return match.end("title") if match else len(text)


def _is_dated_headline(text: str) -> bool:
    """Whether a line is another story's headline with its date (· 县委召开会议 2015-12-28)."""
    bullet = _BULLET.match(text)
    dated = _DATED.match(text)
    if not bullet or not dated:
        return False
    title = dated.group("title")[bullet.end() :]
    told = len(re.findall(r"[\u4e00-\u9fff]", title)) >= _HEADLINE
    return told and not re.search(r"[:：|]|来源|作者|发布", title)


def _is_plain_credit(text: str, credit: Credit) -> bool:
    return bool(credit.people) or credit.keyed


def _read_story_line(line: Line) -> Reading:
    text = line.text
    continued = _CONTINUED.match(text) if text[0] in _CONTINUED_OPENS else None
    first = continued.end() if continued else 0
    dateline = None if continued else read_dateline(text)
    if dateline and dateline.end == len(text):
        return Reading(line, "source", dateline=dateline)
    if dateline:
        first = dateline.end
    head = None if continued or dateline else _read_head(text)
    turned = None
    if text[-1] in "）)】]":
        turned = _TURNED.search(text, max(0, len(text) - _TURN))
    whole = text[: turned.start()] if turned else text
    if whole[-1] in "|｜":  # of a table's cell
        whole = whole.rstrip("|｜ \u3000") or text
    found = read_tail(whole)
    after, credit = found if found else (len(whole), None)
    after = max(first, after)
    if continued:
        page = continued.group("page").lstrip("ABCDabcd")
        number = int(page) if page.isdigit() else _DIGITS.get(page)
        return Reading(line, "continuation", first, after, None, credit, number)
    if dateline:
        return Reading(line, "opening", first, after, dateline, credit)
    if head:
        first, by = head
        people = merge_people(by.people, credit.people if credit else ())
        return Reading(line, "opening", first, max(first, after), None, Credit(people, True, 0))
    if (
        _SCENE.match(text)
        or _PICTURE.match(text)
        or _pictures(text)
        or (credit and _is_caption(text, credit))
    ):
        return Reading(line, "caption", 0, after, None, credit)
    bullet = _BULLET.match(text)
    if bullet and credit is None and _TEASER.match(text) and is_heading(text[bullet.end() :]):
        return Reading(line, "teaser", 0, len(text))
    if credit is None and not turned and is_heading(text):
        return Reading(line, "teaser" if _TEASER.match(text) else "heading", 0, len(text))
    return Reading(line, "text", 0, after, None, credit)


def _read_head(text: str) -> tuple[int, Credit] | None:
    """Find the byline in brackets that a paragraph opens with: where it ends, and its people."""
    signed = _SIGNED_HEAD.match(text) or _SIGNED_BY.match(text)
    credit = read_credit(signed["credit"]) if signed else None
    if signed is None or credit is None or not credit.people or credit.rest > _NO_NAME:
        return None
    return signed.end(), credit


def _pictures(text: str) -> bool:
    """Whether a short paragraph ends with what its picture shows (…。图为…)."""
    if len(text) > _SHOWN:
        return False
    shown = "图" in text and _SHOWS.search(text) is not None
    shown = shown or ("。" not in text[:-1] and _STANDING.search(text) is not None)
    return shown or (text.endswith("供图") and _GIVEN.match(text) is not None)


def _is_caption(text: str, credit: Credit) -> bool:
    if len(text) > _CAPTION or "撰稿" in text[-40:]:
        return False
    if text.endswith(("提供", "供图")):
        return True
    tail = text.rstrip("）)】]")
    photographed = bool(credit.people) and all(p.role == "photographer" for p in credit.people)
    return (
        photographed
        and (tail.endswith(("摄", "摄影报道")) or "摄影" in tail[-20:])
        and not is_written(tail[-6:])
    )
