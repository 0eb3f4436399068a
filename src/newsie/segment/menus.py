"""Readings of a page's top → the same, with names of the site and of its parts for chrome.

云山县人民政府
NEWS CENTER
首页 时政 社会 经济 文化 视频
• 机构概况
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsie.segment.furniture import has_series_word, is_crumbs, is_picture_label
from newsie.segment.headlines import has_event
from newsie.segment.reading import Reading

_PART = (
    r"(?:网站)?(?:首页|主页)|新闻(?:中心|动态|资讯|频道|公告)?|(?:通知|公示|信息)?(?:公告|公示|公开)"
    r"|(?:政务|工作|部门|基层|乡镇|图片|县区|学院|校园|公司|行业|国内|本地)(?:公开|动态|服务|要闻|新闻|资讯)"
    r"|(?:机构|学校|医院|公司|单位)(?:概况|简介)|[\u4e00-\u9fff]{0,4}(?:要闻|时政)|社会|经济|文化|教育|视频|图片|专题|评论"
    r"|互动交流|政民互动|走进[\u4e00-\u9fff]{2}|搜索|登录|注册"
)
_BULLETED = re.compile(r"[•·*▪+>»＞■◆●-]{1,2}\s*(?P<name>[\u4e00-\u9fff]{2,6})$")
_ROW = re.compile(
    rf"(?:{_PART}|首\s页)(?:[-—\s\u3000|]+(?:[\u4e00-\u9fff]{{2,6}}|[A-Z]{{2,4}})){{3,}}$"
)
_PART_NAME = re.compile(
    r"(?:校园|学校|学院|医院|公司|本院|本校|工作|政务|部门|乡镇|基层|法院|检察|行业|县区|教育|卫生)(?:新闻|动态|要闻|资讯|公告)"
)
# What a site calls itself: 云山融媒, 云山县人民政府, 云山日报
_NAME = re.compile(
    rf"(?:{_PART})(?:\s*[A-Za-z ]+)?$|微[\u4e00-\u9fff]{{2,3}}$"
    r"|(?:返回版面|信息公开目录|政府信息公开)$"
    r"|[A-Za-z]{0,4}[\u4e00-\u9fff]{2,8}(?:人民政府|日报|晚报|晨报|时报|新闻|[网台]|融媒|融媒体中心|频道|在线"
    r"|\s?官方网站)$"
)
_NUMBERS = re.compile(
    r"索\s*引|文\s*号|字\s*号|发文|成文|生成日期|主题分类|组配|信息分类|发布机构|公开"
)
_FOUR = re.compile(r"[\u4e00-\u9fff]{4}$")
_SHORT = 8  # characters of such a name
_TITLE = 14  # characters; a longer heading is a title
_FEWEST = 2  # bulleted names
_FEWEST_OFFERS = 3  # of what a site offers, below a story
_ITEM = 6  # characters of one in a row
_OFFER = re.compile(r"(?:频道|平台|客户端|查询|挂号|缴费|专区|热线|大厅|投稿|专栏)\W*$")
_OFFER_LENGTH = 12  # characters
_PART_END = re.compile(
    r"(?:公开|服务|互动|交流|新闻|要闻|动态|公告|首页|频道|查询|大厅|概况|资讯|专题|专栏)$"
)


def demote_names(readings: list[Reading]) -> list[Reading]:
    """Take names above the first text for chrome where no title stands among them."""
    told = next((i for i, r in enumerate(readings) if _tells(r)), len(readings))
    above = readings[:told]
    if told == len(readings):
        return readings
    bulleted = [i for i, r in enumerate(above) if _BULLETED.match(r.text)]
    parts = set(bulleted if len(bulleted) >= _FEWEST or _is_part(above, bulleted) else ())
    parts |= {
        i
        for i, r in enumerate(above)
        if r.part in ("heading", "text") and (r.text.isascii() or _ROW.match(r.text))
    }
    for i in range(1, told):
        if _goes_on(above[i - 1], above[i], i - 1 in parts):
            parts.add(i)
    rest = [i for i, r in enumerate(above) if i not in parts and r.part == "heading"]
    last = max((i for i, r in enumerate(above) if i in parts or is_crumbs(r.text)), default=-1)
    if all(_is_name(above[i]) or (i < last and _is_short(above[i])) for i in rest):
        parts |= set(rest)
    else:
        parts |= _above_numbers(above, rest) | _parted_names(above, rest)
    return [
        replace(r, part="chrome") if i in parts and r.part in ("heading", "text") else r
        for i, r in enumerate(readings)
    ]


def _is_part(above: Sequence[Reading], bulleted: Sequence[int]) -> bool:
    """Whether the only name behind a bullet is of a site's part, above a title (+ 校园公告)."""
    if not bulleted or bulleted[0] + 1 == len(above):
        return False
    name = _BULLETED.match(above[bulleted[0]].text)
    titled = len(above[bulleted[0] + 1].text) > _SHORT
    return titled and name is not None and _PART_END.search(name["name"]) is not None


def _parted_names(above: Sequence[Reading], headings: Sequence[int]) -> set[int]:
    """Names of a site or its parts that another line parts from the title (信息公开目录)."""
    names = [i for i in headings if _is_name(above[i])]
    titles = [i for i in headings if i not in names]
    return {
        i
        for i in names
        if any(i < title and {r.part for r in above[i:title]} != {"heading"} for title in titles)
    }


def is_menu_row(text: str) -> bool:
    """Whether a line is a row of names of a site's parts (政府信息公开 政务服务 互动交流)."""
    words = text.split()
    named = sum(_PART_END.search(word) is not None for word in words)
    return len(words) > _FEWEST and named >= _FEWEST and all(len(w) <= _ITEM for w in words)


def is_offer(text: str) -> bool:
    """Whether a line names what a site offers (检验结果查询, 新闻援助频道)."""
    return len(text) <= _OFFER_LENGTH and _OFFER.search(text) is not None and not has_event(text)


def find_offers(readings: Sequence[Reading], first: int) -> list[int]:
    """What a site offers, a name a line below the last paragraph (预约挂号, 检验结果查询)."""
    told = max((i for i in range(first, len(readings)) if readings[i].prose), default=first)
    behind = [i for i in range(told + 1, len(readings)) if readings[i].part == "heading"]
    texts = [readings[i].text for i in behind]
    short = all(len(text) <= _SHORT and not has_event(text) for text in texts)
    return behind if len(texts) >= _FEWEST_OFFERS and short and any(map(is_offer, texts)) else []


def _tells(reading: Reading) -> bool:
    return reading.prose and not _BULLETED.match(reading.text)


def _is_name(reading: Reading) -> bool:
    """Whether a heading is a name of a site or of its parts, and no title or digest's name."""
    text = reading.text
    series = has_series_word(text) and not text[-1].isascii()  # 新闻动态 NEWS is none
    if series or has_event(text) or is_picture_label(text):
        return False
    return _NAME.match(text) is not None


def _is_short(reading: Reading) -> bool:
    return len(reading.text) <= _SHORT and not has_event(reading.text)


def _goes_on(above: Reading, reading: Reading, part: bool) -> bool:
    """Whether a name of four characters goes on with a menu, one name a line."""
    if above.part == "chrome" and reading.part == "heading" and _PART_NAME.fullmatch(reading.text):
        return True
    menu = part or (above.part == "chrome" and _NAME.match(above.text) is not None)
    return menu and _FOUR.match(reading.text) is not None and not has_event(reading.text)


def _above_numbers(above: Sequence[Reading], headings: Sequence[int]) -> set[int]:
    """Names above a document's numbers, below which its title stands (信息公开目录)."""
    told = [i for i in headings if has_event(above[i].text) or len(above[i].text) > _TITLE]
    if not told:
        return set()
    names = {i for i in headings if i < told[0]}
    between = above[max(names, default=0) : told[0]]
    numbered = any(r.part == "source" and _NUMBERS.search(r.text) for r in between)
    return names if numbered and all(_is_short(above[i]) for i in names) else set()
