"""Readings of a document's lines → teasers that no label announces.

Reposts carry other stories' headlines behind their own: headline, one paragraph, headline, one
paragraph, headline, headline … A section's headings stand above several paragraphs, or are short.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsie.segment.boundaries import Start
from newsie.segment.headlines import has_event, is_box, is_notice, is_numbered
from newsie.segment.menus import find_offers, is_offer
from newsie.segment.reading import Reading
from newsie.segment.signs import has_common_phrase

_FEWEST = 4  # headlines
_FEWEST_LISTED = 3  # headlines of a page that its site lists
_MARKED = re.compile(r"[-•·*]\s*(?:\d{1,2}\s+)?\S")
# An item of such a list: its bullet before it, or its page behind it.
_LISTED_ITEM = re.compile(
    r"^[●○◆◇■□★☆▲△▶►※·•][^。]{5,60}$|^[^。]{5,60}?[\s\u3000.…·/（(→]+第?(?:[A-D]?\d{1,2}|[二三四五六七八])[\s\u3000]*版[）)]?$"
    r"|^[^。]{5,60}?[\s\u3000.…·/（(→]+[A-D]\d{1,2}[）)]?$"
)
_SECTION = re.compile(r"延伸阅读|看点|最新(?:消息|进展)")  # labels of a story's own parts too
_FEWEST_MARKED = 2
_LONGEST = 45  # characters of a headline in such a list
_INDEXED = ("heading", "teaser", "credit")
_HEADLINE = 6  # characters that a headline has at least
_LENGTH = 16  # characters of a teaser's headline, on average
_TEXTS = 3  # paragraphs that the story before them has at least
_LISTED = ("heading", "source", "text", "teaser", "caption", "marker", "masthead", "turn", "page")
_ISSUE = re.compile(r"星期|第\s*\d+\s*期|今日.{1,3}版")
_CUT_SHORT = re.compile(r"(?:\.{3}|…)$")  # the beginning of another story
_NEIGHBOURS = re.compile(r"[上下]一版")
_EDITION = re.compile(r"返回主页|标题导航|版面导航")
# What a story encloses behind its byline: lists of prizes, of people with their posts, pictures
_ENCLOSED = re.compile(
    r"^附|名单|^序号|\t|[：:]$|^(?:[特一二三四五]等|[金银铜]|优[秀胜])奖|^第[一二三四五]名"
    r"|^(?:据|综合|本文|作者[系单]|祝)|(?:办公室|人民政府|委员会|[局委厅])$"
    r"|[（(]\d+[名个户家项件][）)]|(?:现场|合影)$"
    r"|^[\u4e00-\u9fff]{2,4}[\s\u3000]+[\u4e00-\u9fff]{2,16}(?:长|书记|主任|[员师工生民者])$"
)
# 优秀教师（3名）：高小满、林春生: a list of names, no headline
_ROSTER = re.compile(r"[：:][^，。；]*、|(?:[^、，。]{1,12}、){3}")
_ASIDE = re.compile(r"[（(][^（）()]{6,90}[）)]")  # what a picture between paragraphs shows
_MOST_LINKS = 4  # more lines are a list that the story encloses
# How to reach whose site it is
_REACHED = re.compile(
    r"(?:地\s*址|电\s*话|邮\s*[编箱]|主办|承办|投稿|版权|技术支持)[^，]{0,4}[:：]"
)
# What a story goes on with, cut at its end
_GOES_ON = re.compile(
    r"通过|[此这本]次|据[悉了]|下一步|会[上后]|目前|同时|截至|随后|最后|活动|现场|图"
    r"|(?:今年|去年|全[县市区镇乡村])[^，。]{0,8}(?:共|已|计划|累计|将|预计)"
    r"|[^，。]{0,24}(?:负责人|领导|同志|人员|长[\u4e00-\u9fff、]{2,9})(?:陪同|参加|出席|列席)"
)
_TELLING = 5  # characters of one beside it
_HAN = re.compile(r"[\u4e00-\u9fff]")
_EVENT = 10  # characters of a headline that stands without any label, at least
_ENDS = "。！？!?”）)"  # of a paragraph
_EDITED = re.compile(r"[\[【（(]?\s*(?:责任)?编辑\s*[:：]")
_PARAGRAPH = 30  # characters
_NAME = 4  # characters; a shorter line is the name of another part of the page
_FURNITURE = ("chrome", "contact", "advert", "more", "next", "page")
_END = ("chrome", "contact", "advert", "more", "next", "credit")


def find_listed_teasers(readings: Sequence[Reading]) -> frozenset[int]:
    """Find the lines below a label such as 往期推荐 or 今日导读, as far as its list goes.

    So are the headlines of a printed page that its site lists above one of its stories.
    """
    found = _index_of_page(readings) | _index_of_edition(readings) | _bullets_above(readings)
    found |= _behind_editor(readings)
    for label, reading in enumerate(readings):
        if reading.part != "more":
            continue
        if _names_story(readings, label) or _tops_story(readings, label):
            continue
        if _heads_section(readings, label):
            continue
        gap = readings[label + 1].line.gap if label + 1 < len(readings) else 0
        for position in range(label + 1, _end_of_marked(readings, label)):
            reading = readings[position]
            opening = any(
                below.part == "opening" and not _CUT_SHORT.search(below.text)
                for below in readings[position : position + 2]
            )
            listed = reading.part in _LISTED or _CUT_SHORT.search(reading.text)
            if opening or not listed or reading.line.gap > gap:
                break
            if reading.part == "masthead" and _ISSUE.search(reading.text):
                break
            if _is_told_below(readings, label, position):
                break
            if len(reading.text) <= _NAME and reading.part == "heading" and position > label + 1:
                break
            found.add(position)
    return frozenset(found)


def _is_told_below(readings: Sequence[Reading], label: int, position: int) -> bool:
    """Whether a headline stands again below the list that names it, above its story."""
    if readings[position].part != "heading" or position + 1 == len(readings):
        return False
    named = {"".join(reading.text.split()) for reading in readings[label + 1 : position]}
    again = any("".join(readings[position].text.split()) in text for text in named)
    return again and readings[position + 1].prose


def _end_of_marked(readings: Sequence[Reading], label: int) -> int:
    """Where a list ends whose items all have a bullet or a page, if a story stands below it.

    今日导读
    ●县城新添两个公园　2版
    ●“田秀才”闯出种菇路　3版
    县委常委会召开会议
    """
    marked = label + 1
    while marked < len(readings) and _LISTED_ITEM.search(readings[marked].text):
        marked += 1
    told = any(reading.prose and "。" in reading.text for reading in readings[marked:])
    listed = marked - label - 1
    return marked if listed >= _FEWEST_MARKED and told else len(readings)


def _behind_editor(readings: Sequence[Reading]) -> set[int]:
    """The lines below the editor's name, if they are headlines, some with how the story begins."""
    editor = next((i for i, reading in enumerate(readings) if _is_edited(reading)), len(readings))
    told = any(reading.prose for reading in readings[:editor])
    behind = [
        i for i in range(editor + 1, len(readings)) if readings[i].part in ("heading", "text")
    ]
    if any(reading.part in ("advert", "contact", "more") for reading in readings[editor:]):
        return set()
    if _are_enclosed([readings[position] for position in behind]):
        return set()
    snippets = [i for i in behind if readings[i].part == "text"]
    whole = any(r.prose and _is_paragraph(r) for r in readings[editor + 1 :])
    headed = bool(behind) and readings[behind[0]].part == "heading"
    if not told or whole or not headed or not snippets or 2 * len(snippets) > len(behind):
        return set()
    return set(behind)


def _is_edited(reading: Reading) -> bool:
    return reading.part == "credit" and _EDITED.match(reading.text) is not None


def _is_paragraph(reading: Reading) -> bool:
    """Whether a line is one of a story, rather than a headline or how another story begins."""
    opening = reading.part == "opening" and not _CUT_SHORT.search(reading.text)
    return opening or (reading.text[-1] in "。”" and len(reading.text) >= _PARAGRAPH)


def _names_story(readings: Sequence[Reading], label: int) -> bool:
    """Whether what stands below a label on top of a page is the title of its only story.

    文章导航
    我市隆重表彰先进
    □本报记者 林晓
    """
    below = label + 1
    while below < len(readings) and readings[below].part == "heading":
        below += 1
    named = {reading.text for reading in readings[:label] if reading.part == "heading"}
    if below == label + 2 and readings[label + 1].text in named:
        return below < len(readings) and readings[below].prose
    if "导航" not in readings[label].text or below - label - 1 not in (1, 2):
        return False
    return below < len(readings) and readings[below].part in ("credit", "opening")


def _tops_story(readings: Sequence[Reading], label: int) -> bool:
    """Whether a label on top of a page, with nothing to list, stands above its untitled story.

    热门搜索：
    3月6日，云山县举行春季招聘会。…
    """
    if label + 1 == len(readings) or any(reading.prose for reading in readings[:label]):
        return False
    below = readings[label + 1]
    return below.prose and below.timed and "。" in below.text


def _heads_section(readings: Sequence[Reading], label: int) -> bool:
    """Whether whole paragraphs of the story above stand below a label, and no headlines.

    延伸阅读
    据了解，我县自2012年启动造林绿化工程以来，累计投入资金2.6亿元，…。
    """
    if not any(reading.prose for reading in readings[:label]):
        return False
    below = [r.part == "text" and _is_paragraph(r) for r in readings[label + 1 : label + 3]]
    whole = len(below) > 1 and all(below)
    return whole or (any(below[:1]) and _SECTION.search(readings[label].text) is not None)


def _bullets_above(readings: Sequence[Reading]) -> set[int]:
    """The lines of a list of headlines on top of a page, each with its bullet (- 1 …, • …)."""
    end = 0
    while end < len(readings) and _is_bulleted(readings[end]):
        end += 1
    titled = end < len(readings) and readings[end].part in ("heading", "source", "chrome")
    return set(range(end)) if end >= _FEWEST and titled else set()


def _is_bulleted(reading: Reading) -> bool:
    text = reading.text
    return len(text) <= _LONGEST and "。" not in text and _MARKED.match(text) is not None


def _index_of_page(readings: Sequence[Reading]) -> set[int]:
    """The lines of a list of headlines that ends with chrome, or is long; one tops the story below.

    第03版：县区
    村里通了客车
    县城新添公园
    标题导航
    县城新添公园
    本报讯 …
    """
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    if told < _FEWEST_LISTED:
        return set()
    first: dict[str, int] = {}
    for position in range(told):
        if readings[position].part != "heading":
            continue
        again = first.setdefault("".join(readings[position].text.split()), position)
        if again == position:
            continue
        begin = end = again
        while begin and readings[begin - 1].part in _INDEXED:
            begin -= 1
        while end < position and readings[end].part in _INDEXED:
            end += 1
        if end < position and readings[end].part == "source":
            continue  # the page's title and date above the story's own title
        listed = range(begin, end)
        if len({"".join(readings[i].text.split()) for i in listed}) < len(listed):
            continue  # a title printed again with each picture
        if len(listed) >= (_FEWEST_LISTED if end == position else _FEWEST_LISTED - 1):
            return set(listed)
    return set()


def _index_of_edition(readings: Sequence[Reading]) -> set[int]:
    """The headlines of a printed page between the links to its neighbours and to the edition.

    第12版：街区 上一版3 4下一版
    院里安上了健身器
    返回主页 | 云山日报 | 版面导航
    """
    if not readings or not _NEIGHBOURS.search(readings[0].text):
        return set()
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    end = next((i for i in range(told) if _EDITION.search(readings[i].text)), 0)
    return {i for i in range(1, end) if readings[i].part in _INDEXED}


def find_unlabelled_teasers(
    readings: Sequence[Reading], starts: Mapping[int, Start]
) -> dict[int, str]:
    """Find the lines of teasers behind a document's only story: line → rule, or "drop".

    A first headline without a paragraph is the poster's own remark, and belongs to no article.
    """
    stories = [position for position, start in starts.items() if start.kind != "advert"]
    if len(stories) != 1:
        return {}
    first = stories[0]
    if menu := find_offers(readings, first):
        return dict.fromkeys(menu, "drop")
    for find in (_headlines_behind, _links_behind, _strays_behind):
        if behind := find(readings, first):
            return dict.fromkeys(behind, "article/tail")
    end = next(
        (i for i in range(first + 1, len(readings)) if readings[i].part in _END), len(readings)
    )
    tail = _alternating_tail(readings, first, end)
    headlines = [i for i in tail if readings[i].part == "heading"]
    if _are_listed([readings[i] for i in headlines]):
        return {}
    texts = sum(reading.part == "text" for reading in readings[first : tail[0]]) if tail else 0
    if len(headlines) < _FEWEST or texts < _TEXTS:
        return {}
    if sum(len(readings[i].text) for i in headlines) < _LENGTH * len(headlines):
        return {}
    if not any(below == above + 1 for above, below in pairwise(headlines)):
        return {}  # each heads its paragraph, as a section's heading does
    found = dict.fromkeys(tail, "article/tail")
    told = any(readings[i].part == "text" for i in tail)
    if told and readings[tail[0] + 1].part == "heading":
        found[tail[0]] = "drop"
    return found


def _headlines_behind(readings: Sequence[Reading], first: int) -> list[int]:
    """The last lines of a page where they are headlines below the editor's name (编辑：林晓)."""
    end = len(readings)
    while end > first and readings[end - 1].part in _FURNITURE:
        end -= 1
    last = end
    while last > first and _is_headline(readings[last - 1]):
        last -= 1
    signed = readings[last - 1]
    if last > 1 and (signed.part == "source" or "来源" in signed.text):
        signed = readings[last - 2]
    edited = signed.part == "credit" and "编" in signed.text
    told = any(reading.prose for reading in readings[first:last])
    if not edited or not told or _are_enclosed(readings[last:end]):
        return []
    return list(range(last, end))


def _links_behind(readings: Sequence[Reading], first: int) -> list[int]:
    """Headlines of other stories below the last paragraph, which its author signed."""
    told = [i for i in range(first, len(readings)) if readings[i].prose]
    if not told or not readings[told[-1]].signed or readings[told[-1]].part == "caption":
        return []
    behind = readings[told[-1] + 1 :]
    if _are_enclosed(behind):
        return []
    found = [i for i in range(told[-1] + 1, len(readings)) if _is_headline(readings[i])]
    return found if len(found) <= _MOST_LINKS else []


def _are_enclosed(behind: Sequence[Reading]) -> bool:
    """Whether lines behind a byline are what the story encloses: a list, a box, its pictures."""
    texts = [r.text for r in behind]
    said = (_ENCLOSED.search(t) or _ROSTER.search(t) or _GOES_ON.match(t) for t in texts)
    return any(said) or any(map(is_box, texts))


def _are_listed(headlines: Sequence[Reading]) -> bool:
    """Whether a story encloses lines: a list's head is the first, or a quarter can be items."""
    enclosed = [_are_enclosed([headline]) for headline in headlines]
    return any(enclosed[:1]) or 4 * sum(enclosed) >= max(len(enclosed), 1)


def _strays_behind(readings: Sequence[Reading], first: int) -> list[int]:
    """Headlines below the last paragraph that have no phrase in common with their story."""
    told = max((i for i in range(first, len(readings)) if readings[i].prose), default=first)
    last = readings[told]
    ended = last.signed or last.text[-1] in _ENDS
    if last.part not in ("text", "opening") or not ended:
        return []
    found = [i for i in range(told + 1, len(readings)) if readings[i].part == "heading"]
    story = "".join("".join(r.text.split()) for r in readings[first : told + 1])
    texts = [readings[i].text for i in found]
    strays = any(map(_is_told, texts)) and all(_is_other(text, story) for text in texts)
    return found if len(found) <= _MOST_LINKS and strays else []


def _is_told(text: str) -> bool:
    """Whether a line tells an event, as a headline does."""
    told = has_event(text) or any(character.isdigit() for character in text)
    return told and len(_HAN.findall(text)) >= _EVENT


def _is_other(text: str, story: str) -> bool:
    """Whether a line can be a headline, and of nothing that a story tells."""
    if _REACHED.match(text) or _GOES_ON.match(text):
        return False
    if (
        len(_HAN.findall(text)) < _TELLING
        or "。" in text
        or _ENCLOSED.search(text)
        or _ROSTER.search(text)
        or is_notice(text)
    ):
        return False
    return not has_common_phrase(text, story)


def _is_headline(reading: Reading) -> bool:
    headline = reading.part == "heading" and len(reading.text) >= _HEADLINE
    return headline and not is_offer(reading.text)


def _alternating_tail(readings: Sequence[Reading], first: int, end: int) -> list[int]:
    """The longest run of lines before `end` with no two paragraphs in a row, from a headline on."""
    begin = end
    for position in range(end - 1, first, -1):
        reading = readings[position]
        if reading.part not in ("heading", "text", "caption") or is_numbered(reading.text):
            break
        if _ASIDE.fullmatch(reading.text):
            break
        below = position + 1
        if reading.part != "heading" and below < end and readings[below].part != "heading":
            break
        if reading.part == "heading":
            begin = position
    return list(range(begin, end))
