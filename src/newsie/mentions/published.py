"""发布日期: when an article was published: a document and its articles in, their dates set.

From metadata where given; else from a line that says it (masthead, source line, note at the end);
else the month, or only the year, that the text itself supports. Lines that say it::

    来源：县融媒体中心　时间：2024年12月05日 11:20:36
    2025-02-19 18:30 广东
    晋江经济报　2013年9月11日　星期三　第5版
    [ 公开日期：2026-01-15 ]
    （原载《渤海轴都》2014年2月21日第3版）
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsie.article import Article, Document
from newsie.characters import hides_characters, map_characters, show_characters
from newsie.mentions.date import find_dates
from newsie.mentions.inferred import infer_month
from newsie.triggers import compile_quick

_LONGEST_HEADER = 120  # characters
_BARE = 4  # characters beside a date that has its line to itself: brackets
_BACKWARD = re.compile(  # 04.05.2018  19:11, on a line of its own
    r"(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d{2})(?:\s+\d{1,2}[:：]\d{2})?"
)
_SHORT = re.compile(  # 20-01-02 09:09 来源：中原日报
    r"([0-3]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\s+\d{1,2}[:：]\d\d(?!\d)(?P<rest>.*)"
)
# 2021年 03月 05日, 平原日报/2021年/3月/5日/第001版, 日期：20210305, 2021/03/05/18:27
_PARTED = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*年[\s/]*(?P<month>\d{1,2})\s*月[\s/]*(?P<day>\d{1,2})\s*日"
    r"|(?<=[期间布表][:：])\s*((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|^((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/\d{1,2}[:：]\d\d)"
)
_LONGEST_NOTE = 30  # characters beside a date set apart by a blank: who wrote it, where
_LONGEST_COLUMN = 14  # characters before a date that a line ends with: | 招商动态 | 2018-12-16
_BARS = (" ", "\u3000", "\xa0", "\t", "|", "｜", "丨")
_CUE = re.compile(
    r"来源|时间|日期|发布|发表|刊发|编辑|责编|星期|周[一二三四五六日]|第[\d一二三四五六七八九十〇零]+[期号版]|\d版"
    r"|版|原载|阅读|点击|浏览|作者|字体|字号|打印|记者|通讯员|期|报|讯|首页|位置|www\.|https?:|\d{1,2}[:：]\d\d|(?i:publi|date|time)"
)
_NOT_PUBLISHED = re.compile(
    r"[）)]?(?:起|止|前|[^\n]{0,30}(?:通过|修订|施行|批准|召开|举行|生效|公布施行|截止))"
)
_SAYS_SO = re.compile(r"(?:发布|发表|刊发|公开|时间|上传|更新)[^，。；\s]{0,4}$")
_OTHER_DAY = re.compile(
    r"(?:活动|报名|会议|开放|申报|考试|截止|起止|公示|演出|征集|办理|开标|实施|执行|生效|举办|施工"
    r"|停[电水]|出生|成立|有效|招聘|比赛)(?:时间|日期|期限?)?[：:] ?$|(?:截[至止]|[生立]于|自)$"
)
# A header that its story follows on the same line: 云山县召开会议 发布时间：2019-03-05 3月4日，…
_STAMP = compile_quick(
    r"(?<![\u4e00-\u9fff])(?:发布|发表|更新|刊发|上传)(?:时间|日期)\s*[:：]\s*"
    r"(?P<day>(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?)(?!\d)"
)
# When another story of a list came out: - 2017-01-20云山周刊（第3期）, 3评论2025-02-12
_LISTED = re.compile(
    r"[-–•·*]\s*(?:19|20)\d\d-\d{1,2}-\d{1,2}\s*[\u4e00-\u9fff]{3}|\d+\s*(?:评论|阅读|回复)\s*(?:19|20)\d\d-"
)
_STORY = re.compile(r"[。！？!?]|，.*，")
_STORY_KINDS = ("news", "feature", "caption", "continuation")


def infer_published(document: Document, articles: Sequence[Article]) -> None:
    """Set `published` and `published_source` of every article of a document."""
    if document.published:
        for article in articles:
            article.published, article.published_source = document.published, "metadata"
        return
    stated = list(_stated_dates(document.text, articles))
    inferred = None if stated else infer_month([_body(a) for a in articles if _tells(a)])
    for index, article in enumerate(articles):
        if stated:
            article.published = _date_of(article, articles, index, stated)
            article.published_source = "text"
        elif inferred:
            article.published, article.published_source = inferred, "inferred"


def _tells(article: Article) -> bool:
    return article.kind in _STORY_KINDS and article.passage is not None


def _body(article: Article) -> str:
    """The text with its dateline, which may say the day: 新华社北京2月6日电."""
    assert article.passage is not None
    dateline = map_characters(article.dateline) + "\n" if article.dateline else ""
    return dateline + article.passage.text


def _stated_dates(source: str, articles: Sequence[Article]) -> Iterator[tuple[int, str]]:
    """Where lines state a date of publication, and which."""
    position = 0
    for line in source.splitlines(keepends=True):
        found = read_header(line)
        if found and not _LISTED.match(line.strip()):
            yield position, found
        position += len(line)


def _date_of(
    article: Article, articles: Sequence[Article], index: int, stated: Sequence[tuple[int, str]]
) -> str:
    """The date stated inside the article, else last before it, else first after it."""
    inside = [day for position, day in stated if article.start <= position < article.end]
    before = [day for position, day in stated if position < article.start]
    return (inside[:1] or before[-1:] or [stated[0][1]])[0]


def _join_day(parted: re.Match[str]) -> str:
    """A day whose parts stand apart, written as one: 2021年 03月 05日."""
    year, month, day = (part for part in parted.groups() if part)
    return f"{year}年{month}月{day}日"


def read_header(line: str) -> str | None:
    """The date of publication that a line states, if it is a line that does.

    >>> read_header("来源：双溪发布　　2024年12月05日 11:20:36　　阅读 887")
    '2024-12-05'
    >>> read_header("成文日期：2024-10-20 发布日期：2024-10-29")
    '2024-10-29'
    >>> read_header("| 招商动态 |2018-12-16")
    '2018-12-16'
    >>> read_header("04.05.2018  19:11")
    '2018-05-04'
    >>> read_header("平原日报/2021年/3月/5日/第001版")
    '2021-03-05'
    >>> read_header("20-01-02 09:09 来源：中原日报 编辑：王小川")
    '2020-01-02'
    >>> read_header("县里召开会议 发布时间：2019-3-05 3月4日，全县会议召开。会上，表彰了先进。")
    '2019-03-05'
    >>> read_header("活动时间：2025年5月1日")
    >>> read_header("（2018年12月27日市人大常委会第十八次会议通过）")
    >>> read_header("2025年2月6日，全区大会召开。")
    """
    shown = show_characters(line, 0)[0] if hides_characters(line) else line
    text = map_characters(shown.strip())
    if text.startswith("（") and text.endswith("）"):
        text = text[1:-1]  # （远帆县融媒体中心 2024年7月26日）
    if backward := _BACKWARD.fullmatch(text):
        return f"{backward[3]}-{backward[2]}-{backward[1]}"
    short = _SHORT.fullmatch(text)
    if short and (not short["rest"].strip() or _CUE.search(short["rest"])):
        return f"20{short[1]}-{short[2]}-{short[3]}"
    text = _PARTED.sub(_join_day, text)
    if not text:
        return None
    if len(text) > _LONGEST_HEADER or _STORY.search(text):
        stamped = _STAMP.search(text, 0, _LONGEST_HEADER)
        found = [m.value.date for m in find_dates(stamped["day"])] if stamped else []
        return next((day for day in found if day and len(day) == 10), None)
    days = [m for m in find_dates(text) if len(m.value.date or "") == 10 and not m.value.end_date]
    days = [m for m in days if not _OTHER_DAY.search(text, 0, m.start)]
    days.sort(key=lambda m: not _SAYS_SO.search(text, 0, m.start))
    for mention in days[:1]:
        if _NOT_PUBLISHED.match(text, mention.end):
            return None
        rest = text[: mention.start] + text[mention.end :]
        apart = text[mention.end :][:1].isspace() and len(rest) <= _LONGEST_NOTE
        before = text[mention.start - 1 : mention.start] if mention.end == len(text) else ""
        signed = before in _BARS or before.isspace()
        apart = apart or (signed and 0 < len(rest) <= _LONGEST_COLUMN)
        if apart or len(rest.strip()) <= _BARE or _CUE.search(rest):
            return str(mention.value.date)
    return None
