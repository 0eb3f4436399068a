"""A line that holds a title and its story → the article's title, and where the story starts."""

from __future__ import annotations

import re

from newsie.article import Article
from newsie.segment.bylines import read_dateline
from newsie.segment.headlines import has_event, is_heading
from newsie.segment.reading import Reading

_ITEM = re.compile(
    r"(?:[◆●■▲★※◎○□◇△☆▶►①-⑳]|\d{1,2}(?:\s*[.、．]|[\s\u3000]+)|[一二三四五六七八九十]{1,2}[、．.])\s*"
)
_INLINE = re.compile(
    r"【(?P<bracketed>[^】]{2,30})】\s*"
    r"|(?!\d{1,2}[月日]|[近日今昨][日前天])(?P<plain>[^。；]{2,40}?)(?:[：:|丨]|——|[\s\u3000]{1,4})\s*(?=\S{12})"
    r"|(?!\d{1,2}[月日]|[近日今昨][日前天])(?P<sentence>[^。；]{4,30})。\s*(?=\S)"
)
_LED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}\s+)?【(?P<bracketed>[^【】]{8,40})】\s*(?=[^\s【].{20})"
    r"|(?:【[^【】]{2,12}】\s*)?(?P<plain>[^，。；\s【】]{8,40})[ \u3000]+"
    r"(?=(?:\d{1,2}月)?\d{1,2}日|[近今昨][日天期]|日前|连日来|[今去]年"
    r"|[\u4e00-\u9fff]{2,12}\d{1,2}月\d{1,2}日[电讯]|本[报网台站](?:[\u4e00-\u9fff]{2,4})?讯)"
)
# A headline glued to its story, which says it again: 县里召开总结大会2023年1月13日，总结大会…
_TWICE = re.compile(
    r"(?P<title>[^，。；：:\s]{6,36}?(?P<tail>[\u4e00-\u9fff]{4}))"
    r"(?=(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日"
    r"[^。]{0,60}(?P=tail))"
)


def read_brief(article: Article, reading: Reading, below: list[Reading]) -> int:
    """Set the title in the line that opens a brief; return where the text starts.

    1．区应急局检查烟花爆竹。1月5日，…
    ◆【平安社区】1月6日，…
    ★区应急局检查烟花爆竹
    """
    mark = _ITEM.match(reading.text)
    begin = mark.end() if mark else 0
    whole = begin and "。" not in reading.text and is_heading(reading.text[begin:])
    if whole and any(line.prose for line in below):
        article.title = (reading.line.span(begin),)
        return len(reading.text)
    title = _INLINE.match(reading.text, begin, reading.after or len(reading.text))
    if title is None:
        return begin
    part = next(name for name in ("bracketed", "plain", "sentence") if title.group(name))
    article.title = (reading.line.span(*title.span(part)),)
    return title.end()


def read_glued(article: Article, reading: Reading) -> int:
    """Set the title that stands before its story in one line; return where the story starts.

    【云山大桥合龙通车】昨天，…
    【云山电视台】我县召开水利工作推进会 9月11日上午，…
    """
    title = _LED.match(reading.text)
    if title is None:
        title = _TWICE.match(reading.text)
        if title is None or not has_event(title["title"]):
            return reading.first
        article.title = (reading.line.span(*title.span("title")),)
        return title.end()
    part = "bracketed" if title.group("bracketed") else "plain"
    if part == "plain" and not has_event(title.group(part)):
        return reading.first
    article.title = (reading.line.span(*title.span(part)),)
    dateline = read_dateline(reading.text[title.end() :])
    if dateline is None:
        return title.end()
    article.dateline, article.byline = dateline.text, dateline.people
    return title.end() + dateline.end
