"""Readings of a document's lines → the same, where their neighbours show them to be other parts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from newsie.segment.depicting import caption_tops, demote_account, show_pictures
from newsie.segment.furniture import has_digest_word
from newsie.segment.headlines import dated_title, has_event, is_menu
from newsie.segment.labels import settle_labels
from newsie.segment.menus import demote_names
from newsie.segment.reading import Reading
from newsie.segment.tops import (
    LONG_TITLE,
    demote_site_titles,
    demote_steps,
    demote_top,
    is_dated,
    is_heading_line,
)
from newsie.segment.wraps import demote_wrapped

_LABEL = re.compile(r"(?:来源|稿源|作者|单位|机构|编辑|审核|供稿)\s*[:：]$")
_PAPER = re.compile(
    r"\S{2,8}(?:日报|晚报|晨报|时报|周报|新闻|[网台]|发布|融媒|频道|客户端)(?:·\S{2,8})?$"
)
# A title as the only item of a list, as converters of pages set it: - 人大代表票决实事
_LISTED_TITLE = re.compile(r"[-–•·*]\s+[^。；]{6,90}(?<![，、：:。])$")
# The same, or right above its text: ◆【主题教育】云山县召开动员会
_MARKED_TITLE = re.compile(
    r"(?P<mark>[□■◇◆●★☆※▶►•·*+>»＞-])[>»＞]?\s*(?P<title>[“《【〔\[]?[\u4e00-\u9fff\d][^。；]{7,60}(?<![，、：:。；]))$"
)
_BULLETED = re.compile(r"[□■◇◆△▲◎○●★☆※▶]\s?[\u4e00-\u9fff“”·]{2,10}[◎○●★]?$")
_MARKED = re.compile(r"[▲△▼▽](?!图)[^。]{16,}。")
_PLACED = re.compile(r"位置\s*[:：]$")
# The label of a list, with a link to the whole of it: 动态信息 更多 >
_WHOLE_LIST = re.compile(
    r"\W*[\u4e00-\u9fff]{2,8}\W*(?:更多|MORE|More|more)[\]）)】]?\s*[>＞»+＋]*$"
)
_STEPS = (">", "＞", ">>", "»", "\u203a", "/")  # between the steps of crumbs
_VALUE = 16  # characters of what stands below such a label
_PRINTED = re.compile(r"刊号|出版|编印|\d\s*版|星期|第\s*\d+\s*页|责编|版式|组版|美编|热线")
_LINKS = 6  # of a row, at least
_FEWEST_ROWS = 4  # of links in cells
_LINK = re.compile(r"(?!第)[\u4e00-\u9fff]{2,8}")
_NAME = 3  # characters of a person's name
_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,6}(?:街道|办事处|[镇乡县区市旗])")
_HEADLINE = 8  # characters; a shorter line below a title with its day is a label
_ABSTRACT = 2  # lines of a title that stands again, and of what sums it up
_LEADING = 90  # characters of what leads to a title
_HALF = 24  # characters of one line of a title on two lines


def settle_headings(readings: list[Reading]) -> list[Reading]:
    """Take for headings what its neighbours show to be one."""
    readings = _promote_marked(_promote_columns(settle_labels(_label_lists(readings))))
    readings = demote_account(readings)
    readings = caption_tops(show_pictures(_lead_titles(_demote_marks(readings))))
    readings = _demote_divisions(demote_names(readings))
    readings = demote_steps(demote_site_titles(readings))
    readings = _demote_verses(demote_top(_demote_menus(_demote_slogan(readings))))
    settled = _demote_values(demote_wrapped(_demote_rows(readings)))
    return _demote_abstract(_promote_masthead(_join_cut_headings(_place_titles(settled))))


def _demote_abstract(readings: list[Reading]) -> list[Reading]:
    """Take a title that stands again on a page's last lines for chrome, with what sums it up.

    编辑：林晓
    关键词：云山；公路
    云山公路通车
    3月2日，云山公路通车。
    """
    last = max((i for i, r in enumerate(readings) if r.part == "heading"), default=0)
    signed = [i for i in range(last) if readings[i].part in ("credit", "source")]
    told = signed and any(r.prose for r in readings[: signed[-1]])
    if not told or len(readings) - last > _ABSTRACT:
        return readings
    title = next((r.text for r in readings[:last] if r.part == "heading"), "")
    if readings[last].text != title or readings[last - 1].part not in ("credit", "source"):
        return readings
    return [*readings[:last], *(replace(r, part="chrome") for r in readings[last:])]


def _promote_columns(readings: list[Reading]) -> list[Reading]:
    """Take a column's name behind a bullet for a heading, if a heading stands below it alone.

    ●云山时评
    把实事办到群众心坎上
    ■ 林晓
    """
    settled = list(readings)
    for position, (reading, below) in enumerate(pairwise(readings)):
        above = readings[position - 1].part if position else "text"
        if (
            reading.part in ("text", "credit")
            and (below.part == "heading" or has_digest_word(reading.text))
            and (reading.part == "text" or above not in ("heading", "credit"))
            and _BULLETED.match(reading.text)
            and not _BULLETED.match(below.text)
        ):
            settled[position] = replace(reading, part="heading", credit=None)
    return settled


def _label_lists(readings: list[Reading]) -> list[Reading]:
    """Take a name with a link to more of it for the label of a list, below a story."""
    told = next((i for i, r in enumerate(readings) if r.prose and "。" in r.text), len(readings))
    return [
        replace(r, part="more")
        if i > told and r.part in ("heading", "text", "chrome") and _WHOLE_LIST.match(r.text)
        else r
        for i, r in enumerate(readings)
    ]


def _promote_marked(readings: list[Reading]) -> list[Reading]:
    """Take a line behind a bullet for the title, if it alone has one and stands above the text.

    • 【投资云山】云山县2018年政府工作报告
    各位代表：现在，我代表县人民政府…
    """
    above = readings[: next((i for i, r in enumerate(readings) if "。" in r.text and r.prose), 0)]
    marked = [i for i, r in enumerate(above) if _MARKED_TITLE.match(r.text)]
    if len(marked) != 1 or any(r.part in ("heading", "opening", "more") for r in above):
        return readings
    position = marked[0]
    reading = readings[position]
    mark = reading.text[0]
    again = any(r.text[0] == mark for r in readings[position + 1 :])
    if (
        reading.part not in ("text", "teaser")
        or again
        or any(r.prose for r in above[position + 1 :])
    ):
        return readings
    promoted = replace(reading, part="heading", first=0, after=0, credit=None)
    return [*readings[:position], promoted, *readings[position + 1 :]]


def _demote_marks(readings: list[Reading]) -> list[Reading]:
    """Take sentences side by side behind marks for text: no pictures are told one by one so.

    ▲3月2日，县农商行发放“惠企贷”2600万元。
    ▲我县电商产业园入驻企业达56家。
    """
    marked = [_MARKED.match(r.text) is not None and r.credit is None for r in readings]
    settled = list(readings)
    for position, reading in enumerate(readings):
        beside = (position and marked[position - 1]) or any(marked[position + 1 : position + 2])
        if reading.part == "caption" and marked[position] and beside:
            settled[position] = replace(reading, part="text")
    return settled


def _lead_titles(readings: list[Reading]) -> list[Reading]:
    """Take a long line that ends with a dash for a heading where it leads to the title below.

    牢记务必，坚守初心，云山法院为全县经济社会发展谱写司法服务篇章——
    雄浑云山，慷慨踏歌行
    """
    if len(readings) < 2 or not readings[0].text.endswith("——"):
        return readings
    leads = readings[0].part == "text" and readings[1].part == "heading"
    whole = len(readings[0].text) <= _LEADING and "。" not in readings[0].text
    return [replace(readings[0], part="heading"), *readings[1:]] if leads and whole else readings


def _demote_verses(readings: list[Reading]) -> list[Reading]:
    """Take lines that all begin alike for text, as a poster sets it line by line.

    这是一片丰饶的土地
    这是一片充满希望的土地
    这是一片书写奇迹的土地
    """
    settled = list(readings)
    for begin in range(len(readings) - 2):
        verses = readings[begin : begin + 3]
        if any(r.part != "heading" or has_event(r.text) for r in verses):
            continue
        if len({r.text[:3] for r in verses}) == 1:
            for position in range(begin, begin + 3):
                settled[position] = replace(readings[position], part="text")
    return settled


def _demote_divisions(readings: list[Reading]) -> list[Reading]:
    """Take names of towns that stand above what each has done for text, if no title is above.

    柳湾镇
    5月23日，柳湾镇签约3个项目。
    东溪乡
    5月29日，东溪乡举行开工仪式。
    """
    heads = [i for i, reading in enumerate(readings) if reading.part == "heading"]
    named = [i for i in heads if _DIVISION.fullmatch(readings[i].text)]
    told = all(reading.prose for i, reading in enumerate(readings) if i not in named)
    if len(named) < 2 or named != heads or not told:
        return readings
    return [replace(r, part="text") if i in named else r for i, r in enumerate(readings)]


def _demote_menus(readings: list[Reading]) -> list[Reading]:
    """Take rows of links on top of a page for chrome, however long."""
    settled = list(readings)
    for position, reading in enumerate(readings):
        if _is_row(reading.text):
            settled[position] = replace(reading, part="chrome")
        elif reading.prose or has_event(reading.text):
            break
    return settled


def _demote_rows(readings: list[Reading]) -> list[Reading]:
    """Take rows of links in cells, with which a page ends below a byline, for chrome."""
    last = len(readings)
    while last and "|" in readings[last - 1].text and "。" not in readings[last - 1].text:
        last -= 1
    rows = readings[last:]
    if len(rows) < _FEWEST_ROWS or not last or not readings[last - 1].signed:
        return readings
    return [*readings[:last], *(replace(row, part="chrome") for row in rows)]


def _is_row(text: str) -> bool:
    """Whether a line is a row of links, which no row of names is: half of them are longer."""
    words = text.split()
    if len(words) < _LINKS or not all(_LINK.fullmatch(word) for word in words):
        return False
    return sum(len(word) > _NAME for word in words) >= len(words) // 2


def _demote_values(readings: list[Reading]) -> list[Reading]:
    """Take what stands on a line of its own below 信息来源： for a part of the source line."""
    if not any(r.part in ("source", "chrome") and r.text[-1] in ":：" for r in readings):
        return readings
    settled = list(readings)
    titled = crumbs = False
    for position, reading in enumerate(readings[:-1]):
        below = readings[position + 1]
        crumbs = _PLACED.search(reading.text) is not None or (crumbs and reading.text[0] == "·")
        if crumbs and below.text[0] == "·":  # each step of where the page stands on its own line
            settled[position + 1] = replace(below, part="chrome")
        if reading.text in _STEPS and below.part == "heading" and len(below.text) <= _VALUE:
            settled[position + 1] = replace(below, part="chrome")
            continue
        titled = titled or reading.part == "heading"
        if not titled or reading.part != "source" or not _LABEL.search(reading.text):
            continue
        if below.part == "heading" and len(below.text) <= _VALUE and not has_event(below.text):
            settled[position + 1] = replace(below, part="source")
    return settled


def _place_titles(readings: list[Reading]) -> list[Reading]:
    """Take a line above the source line for the title, and no name of a paper near it."""
    if not any(reading.part == "source" for reading in readings):
        return readings
    settled = list(readings)
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    dated = [i for i in range(told) if readings[i].part in ("heading", "source")]
    if (
        dated
        and dated_title(readings[dated[0]].text)
        and all(readings[i].part == "source" or len(readings[i].text) < _HEADLINE for i in dated)
    ):
        settled[dated[0]] = replace(readings[dated[0]], part="heading")
    titled = False
    for position, (reading, below) in enumerate(pairwise(readings)):
        shaped = LONG_TITLE.match(reading.text) or (
            not position and _LISTED_TITLE.match(reading.text)
        )
        stamped = position > 0 and is_dated(readings[position - 1])
        stamped = stamped and not titled and below.prose
        if reading.part == "text" and shaped and (below.part == "source" or stamped):
            reading = settled[position] = replace(reading, part="heading")
        if reading.prose:
            break
        if reading.part != "heading":
            continue
        beside = below.part == "source" or readings[position - 1].part == "source"
        if titled and beside and _PAPER.match(reading.text):
            settled[position] = replace(reading, part="source")
        elif not titled and is_heading_line(below) and is_menu(reading.text):
            settled[position] = replace(reading, part="chrome")
            continue
        elif not position and is_heading_line(below) and _PAPER.match(reading.text):
            settled[position] = replace(reading, part="chrome")
        titled = True
    return settled


def _demote_slogan(readings: list[Reading]) -> list[Reading]:
    """Take what a site says of itself for chrome: as its last line but chrome, or as its first.

    解读柳湾 关注民生 引领休闲
    扫码关注我们
    """
    last = len(readings) - 1
    while last > 0 and readings[last].part == "chrome":
        last -= 1
    if 0 < last < len(readings) - 1 and readings[last].part == "heading":
        halves = readings[last].text.split()
        if len(halves) > 2 and len({len(half) for half in halves}) == 1:
            readings = [*readings]
            readings[last] = replace(readings[last], part="chrome")
    if len(readings) < 2 or readings[0].part != "heading" or len(readings[0].text) > _HALF:
        return readings
    said = readings[0].text
    if said.isascii() and readings[1].part == "heading" and not readings[1].text.isascii():
        return [replace(readings[0], part="chrome"), *readings[1:]]
    if any(r.part == "chrome" and said in r.text for r in readings[1:]):
        return [replace(readings[0], part="chrome"), *readings[1:]]
    return readings


def _promote_masthead(readings: list[Reading]) -> list[Reading]:
    """Take a line like a newspaper's name and date for the title where no other line is one."""
    told = next((i for i, reading in enumerate(readings) if reading.prose), len(readings))
    above = readings[:told]
    mastheads = [i for i, reading in enumerate(above) if reading.part == "masthead"]
    if len(mastheads) != 1 or any(reading.part == "heading" for reading in above):
        return readings
    if _PRINTED.search(above[mastheads[0]].text):
        return readings
    promoted = list(readings)
    promoted[mastheads[0]] = replace(readings[mastheads[0]], part="heading")
    return promoted


def _join_cut_headings(readings: list[Reading]) -> list[Reading]:
    """Take a title's first line for a heading where it ends with a comma or a colon.

    春风浩荡满目新，
    扬鞭策马正当时
    """
    joined = list(readings)
    for position in range(len(readings) - 1):
        reading, below = readings[position], readings[position + 1]
        above = readings[position - 1] if position else None
        if (
            reading.part == "text"
            and len(reading.text) <= _HALF
            and reading.text[-1] in "，,：:、"
            and "。" not in reading.text
            and below.part == "heading"
            and len(below.text) <= _HALF
            and (below.line.gap == 0 or reading.text[-1] in "：:")
            and (above is None or (reading.line.gap > 0 and above.part not in ("text", "heading")))
        ):
            joined[position] = replace(reading, part="heading")
    return joined
