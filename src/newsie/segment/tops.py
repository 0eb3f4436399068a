"""Readings of a page's top → the same, with what stands above its title or its story for chrome.

县委召开会议_云山要闻_云山县人民政府
首页 > 要闻 > 县区
县区
县委召开会议
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsie.segment.furniture import is_crumbs
from newsie.segment.headlines import has_event, is_public_notice
from newsie.segment.reading import Reading

LONG_TITLE = re.compile(r"[^。；]{20,90}(?<![，、：:。])$")
_DAY = re.compile(r"(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}")
# 县委召开会议_云山要闻_云山县人民政府
_SITED = re.compile(r"(?P<title>\S{6,60}?)\s*[_|｜—–-]+\s*\S{2,20}$")
_STEP = re.compile(r"[\s>＞»\u203a→:：]+")
_NAMED = re.compile(r"(?:名称|标题|题名)[:：|]?$")
_NAME_LABEL = 4  # characters of such a label
_REACHED = re.compile(r"(?:地\s*址|电\s*话|传\s*真|邮\s*[箱编]|网\s*址|联系电话|E-?mail)\s*[:：]")
_DATA = 24  # the most lines of a document's data
_NUMBERS = re.compile(r"[·•|]?(?:索引号|信息索引|发布机构|发文机关|发文机构|主题分类|组配分类)")
_STEPPED = re.compile(r"[>＞»\u203a→]|位置")
_ARROW = re.compile(r"\s*[>＞»\u203a→]+\s*")
_STEP_NAME = 10  # characters of such a step, at most; a longer one is the title
_PART = re.compile(r"[\u4e00-\u9fff]{2,6}|[A-Za-z ]{2,20}")
_FEWEST_PARTS = 2  # of a site's menu, above a title
_TITLE = 20  # characters; a document's title is no shorter


def demote_site_titles(readings: list[Reading]) -> list[Reading]:
    """Take a title with its site's name behind it for chrome where the title stands below.

    县委召开会议_云山要闻_云山县人民政府
    县委召开会议
    """
    told = next((i for i, reading in enumerate(readings) if reading.prose), 0)
    titles = {reading.text for reading in readings[1:told] if reading.part == "heading"}
    parted = _SITED.match(readings[0].text) if titles else None
    if parted is None or parted["title"] not in titles:
        return readings
    return [replace(readings[0], part="chrome"), *readings[1:]]


def demote_steps(readings: list[Reading]) -> list[Reading]:
    """Take names of a site's parts for chrome where the crumbs above name them as steps.

    首页 > 专题服务 > 交通信息
    交通信息
    全县交通工作会议召开
    """
    told = next((i for i, reading in enumerate(readings) if reading.prose), len(readings))
    steps: set[str] = set()
    named: list[int] = []
    titles = {reading.text for reading in readings[:told] if reading.part == "heading"}
    for position, reading in enumerate(readings[:told]):
        stepped = _ARROW.split(reading.text) if _ARROW.search(reading.text) else []
        if stepped and reading.part in ("heading", "text") and stepped[-1] in titles:
            named += [i for i in range(position + 1) if _is_above(readings[i], stepped[-1])]
        if reading.part == "chrome" and _STEPPED.search(reading.text):
            steps.update(_STEP.split(reading.text.partition("位置")[2] or reading.text))
        elif reading.text in steps and _is_step(reading):
            named.append(position)
    return [replace(r, part="chrome") if i in named else r for i, r in enumerate(readings)]


def _is_above(reading: Reading, title: str) -> bool:
    """Whether a line on top of crumbs that end with the title is another than that title."""
    return reading.part in ("heading", "text") and reading.text != title


def _is_step(reading: Reading) -> bool:
    named = reading.part == "heading" and len(reading.text) <= _STEP_NAME
    return named and not has_event(reading.text)


def demote_top(readings: list[Reading]) -> list[Reading]:
    """Take what stands above the crumbs, or above what is no heading over a title, for chrome.

    打造投资促进平台 服务开发区企业
    您现在的位置：首页 > 文字新闻
    柳湾县代表团来我县访问
    发布时间：2019-11-13
    """
    told = next((i for i, reading in enumerate(readings) if _tells(reading)), len(readings))
    above = [i for i, reading in enumerate(readings[:told]) if is_crumbs(reading.text)]
    below = [r.text for r in readings[above[-1] + 1 : told] if is_heading_line(r)] if above else []
    top = above[-1] if below else _top_of_title(readings[:told])
    if above and not below and readings[above[-1] - 1].part == "heading":
        top = max(top, _top_above(readings[: above[-1]]))
    top = max(top, _top_of_document(readings), _top_of_contacts(readings[:told]))
    settled = list(readings)
    for position, reading in enumerate(readings[:top]):
        if reading.part in ("heading", "text", "teaser") and reading.text not in below:
            settled[position] = replace(reading, part="chrome")
    return settled


def _top_of_title(above: Sequence[Reading]) -> int:
    """Where the headings start that stand on a dated source line, below buttons and prompts."""
    for source, reading in enumerate(above):
        if reading.part != "source" or reading.dateline or not _DAY.search(reading.text):
            continue
        first = source
        while first and above[first - 1].part == "heading":
            first -= 1
        if menu := _count_menu([r.text for r in above[first:source]]):
            return first + menu
        titles = {r.text for r in above[first:source]}
        if any(r.part == "heading" and is_public_notice(r.text) for r in above[:first]):
            return 0
        parted = any(r.part == "text" for r in above[:first])
        parted = parted and not any(r.text in titles for r in above[:first])
        return first if first < source and parted else 0
    return 0


def _top_above(above: Sequence[Reading]) -> int:
    """Where the title starts that stands on the crumbs, below chrome."""
    first = len(above)
    while first and above[first - 1].part == "heading":
        first -= 1
    return first if any(reading.part == "chrome" for reading in above[:first]) else 0


def _top_of_document(readings: Sequence[Reading]) -> int:
    """Where the title stands that a document's data above it name too (索引号, 名称, 文号)."""
    numbered = False
    above = ""
    for position, reading in enumerate(readings[:_DATA]):
        said = "".join(reading.text.split())
        found = above.rfind(said) if numbered and len(said) >= _TITLE else -1
        if found > 0 and _NAMED.search(above, max(0, found - _NAME_LABEL), found):
            return position
        numbered = numbered or _NUMBERS.match(said) is not None
        above += said
    return 0


def _top_of_contacts(above: Sequence[Reading]) -> int:
    """Where the headings start below how to reach whose site it is (地址：…, 电话：…)."""
    lines = [i for i, reading in enumerate(above) if _REACHED.match(reading.text)]
    if len(lines) < _FEWEST_PARTS or lines[0] > _FEWEST_PARTS or is_public_notice(above[0].text):
        return 0
    return lines[-1] + 1


def _count_menu(texts: Sequence[str]) -> int:
    """How many headings are names of a site's parts, one a line above a title (新闻动态, NEWS)."""
    count = next((i for i, text in enumerate(texts) if not _PART.fullmatch(text)), 0)
    named = count < len(texts) and not any(map(has_event, texts[:count]))
    return count if count >= _FEWEST_PARTS and named else 0


def _tells(reading: Reading) -> bool:
    """Whether a line tells a story: a sentence, or below a dateline."""
    return reading.prose and (reading.part != "text" or "。" in reading.text)


def is_dated(reading: Reading) -> bool:
    """Whether a line says on which day a page came out."""
    return reading.part == "source" and _DAY.search(reading.text) is not None


def is_heading_line(reading: Reading) -> bool:
    """Whether a line is a heading, or has the shape of a longer title."""
    if reading.part == "heading":
        return True
    return reading.part in ("text", "teaser") and LONG_TITLE.match(reading.text) is not None
