"""Readings of a document's lines → the items of a digest, each of which is an article.

Items are numbered headlines (1. … 2. … or 01 … 02 …) below a title that promises several
(要闻速览, 一周数读), or headlines that alternate with their text below such a title (联播快讯).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsie.segment.furniture import has_digest_word, has_series_word, is_greeting
from newsie.segment.headlines import has_event, is_numbered
from newsie.segment.reading import Reading

_NUMBER = re.compile(
    r"(?:0?(?P<digits>\d{1,2})(?:\s*[.、．](?:\s+|(?!\d))|[\s\u3000]+)|(?P<circled>[①-⑳])"
    r"|(?P<chinese>[一二三四五六七八九十]{1,2})[、．.])(?=\S)"
)
_CHINESE = ("", *"一二三四五六七八九十", *(f"十{digit}" for digit in "一二三四五六七八九"), "二十")
_BULLET = re.compile(r"[◆●■▲★※◎○□◇△☆▶►]")
_LABEL = re.compile(r"【[^】]{2,16}】")
# A headline in brackets, often numbered anew below each heading: 2、【云山大桥合龙】
_BRACKETED = re.compile(r"(?P<number>\d{1,2}[、.．]\s*)?【[^】]{6,60}】$")
_CALENDAR = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日\S{0,6}|星期[一二三四五六日天]|农历\S{2,10}|今天|今日"
)  # lines above a digest that say what day it is
_LABEL_LENGTH = 8  # characters of a label above news in brief
_NAME = 30  # characters of a digest's name
# What a paper in sections is called: 云山县2023年国民经济和社会发展统计公报
_TITLE = re.compile(
    r"(?:公报|报告|讲话|致辞|方案|意见|办法|规划|纲要|通知|公告|规定|细则)(?:[（(].{1,12}[）)])?\s?\d{0,4}$"
)
# A bulletin's number by itself: 【第286期】11月24日
_ISSUED = re.compile(
    r"[【（(\[]?(?:\d{4}年)?(?:总?第\s*\d{1,4}\s*期|\d{1,2}月\d{1,2}日)[】）)\]]?"
    r"(?:[（(]总第?\s*\d{1,5}\s*期[）)])?\s*(?:\d{1,2}月\d{1,2}日)?$"
)
_ISSUE = re.compile(r"第\s*\d{1,4}\s*期")
_DATED = re.compile(r"\d{1,2}[月日]|近日|日前|[昨今][天日晚]|[本上]周")
_DAY = re.compile(r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日")
_BEGINNING = 16  # characters
_OPENING = 40  # characters
_HEADLINE = 45
_FEWEST = 3  # items of a digest that the text itself names
_FEWEST_PROMISED = 2  # items of one that its metadata names


def find_items(readings: Sequence[Reading], lead: int, title: str | None) -> list[int]:
    """Find the lines where a digest's items start; none where a document is no digest.

    Args:
        readings: the lines that are not blank.
        lead: where the page's furniture on top ends.
        title: the document's title from metadata, where there is one.
    """
    headlines = [
        position
        for position in range(lead, len(readings) - 1)
        if _may_be_headline(readings[position]) and readings[position + 1].prose
    ]
    numbered = _sequence(readings, headlines)
    first = numbered[0] if numbered else len(readings)
    printed = any(reading.part == "masthead" for reading in readings[: lead + 1])
    above = readings[lead : min(first, lead + 2)]
    names = [r.text for r in above if not (printed and r.part == "source")]  # 总第2031期
    paper = any(map(_TITLE.search, names))  # in sections, below the name of a site's part
    names = [name for name in names if len(name) <= _NAME and not paper]
    if len(numbered) >= _FEWEST and any(map(has_series_word, [*names, title or ""])):
        return numbered
    texts = [position for position in range(lead, len(readings)) if readings[position].prose]
    listed = _sequence(readings, texts)
    series = any(has_series_word(name) or _ISSUE.search(name) for name in [*names, title or ""])
    if series and len(listed) >= _FEWEST and listed == texts:
        told = [item for item in listed if _DATED.search(readings[item].text[:_OPENING])]
        if 2 * len(told) >= len(listed):
            return listed
    if found := _greeted_items(readings, lead, headlines) or _bracketed_items(readings, headlines):
        return found
    if found := _bare_items(readings, lead, texts) or _dated_items(readings, lead, texts):
        return found
    promised = has_digest_word(title or "") or _is_contents(readings[:lead])
    if not promised and not any(has_digest_word(name) or _ISSUE.search(name) for name in names):
        return []
    plain = [
        position
        for position in headlines
        if readings[position].part == "heading"
        and not is_numbered(readings[position].text)
        and not (position == lead and has_digest_word(readings[lead].text))
    ]
    if len(plain) >= _FEWEST_PROMISED and promised and _alternates(readings, plain):
        return plain
    for found in (
        _alike(readings, headlines, _BULLET),
        plain if _alternates(readings, plain) else [],
    ):
        if len(found) >= _FEWEST and _tell_news(readings, found):
            return found
    openings = (_BULLET, _LABEL, _DAY)
    for found in (_alike(readings, texts, opening) for opening in openings):
        if len(found) >= _FEWEST and (_are_dated(readings, found) or _are_signed(readings, found)):
            return found
    return []


def _is_contents(top: Sequence[Reading]) -> bool:
    """Whether a bulletin's number and a list of its items stand on top of a page."""
    issued = any(r.part == "heading" and _ISSUE.search(r.text) for r in top)
    return issued and any(reading.part == "more" for reading in top)


def _bare_items(readings: Sequence[Reading], lead: int, texts: list[int]) -> list[int]:
    """The items of a digest without a name: below a headline, they are parts of one story.

    ●近日，县农业农村局到柳湾镇指导春耕。
    ●近日，云山小学举行运动会。
    """
    bulleted = _alike(readings, texts, _BULLET)
    if len(bulleted) < _FEWEST or bulleted != texts or not _are_dated(readings, bulleted):
        return []
    headed = any(reading.part == "heading" for reading in readings[lead : texts[0]])
    return [] if headed else bulleted


def _dated_items(readings: Sequence[Reading], lead: int, texts: list[int]) -> list[int]:
    """The items of a page without any headline, each of which opens with one and the same day.

    8月19日，副县长林晓到柳湾镇调研。
    8月19日，县妇联到东溪乡开展义诊。
    """
    days = [_DAY.match(readings[position].text) for position in texts]
    pictures = any(readings[position].part == "caption" for position in texts)
    if pictures or len(texts) < _FEWEST or None in days or len({day[0] for day in days if day}) > 1:
        return []
    return texts if texts == list(range(lead, lead + len(texts))) else []


def _greeted_items(readings: Sequence[Reading], lead: int, headlines: Sequence[int]) -> list[int]:
    """The items of a digest that greets its readers: headlines above text that dates them.

    云山早安｜明天起降温
    早上好！
    五分钟速览身边事
    今日天气
    县气象台3月2日发布，…
    """
    told = next((i for i in range(lead, len(readings)) if readings[i].prose), lead)
    above = [reading.text for reading in readings[lead:told]]
    if not any(map(is_greeting, above)) or not any(map(has_digest_word, above)):
        return []
    items = [position for position in headlines if readings[position].part == "heading"]
    dated = [item for item in items if _DATED.search(readings[item + 1].text[:_OPENING])]
    if len(items) < _FEWEST or 2 * len(dated) < len(items):
        return []
    return [_first_heading(readings, item) if item > told else item for item in items]


def _bracketed_items(readings: Sequence[Reading], headlines: Sequence[int]) -> list[int]:
    """The items of a digest with headlines in brackets, numbered or all below a calendar's lines.

    2021年10月1日 / 星期五
    头条
    1、【云山大桥合龙】
    昨日，…
    """
    found = [i for i in headlines if _BRACKETED.match(readings[i].text)]
    if len(found) < _FEWEST or 2 * len(found) <= len(headlines):
        return []
    numbered = any(_number_of(readings[i]) for i in found)
    if not numbered and not is_dated_above(readings, 0, found[0]):
        return []
    told = [i for i in found if _DATED.search(readings[i + 1].text[:_OPENING])]
    if 2 * len(told) < len(found) and not _tell_news(readings, found):
        return []
    return [item - _is_label(readings, item - 1) for item in found]


def _number_of(reading: Reading) -> str | None:
    found = _BRACKETED.match(reading.text)
    return found["number"] if found else None


def is_dated_above(readings: Sequence[Reading], first: int, item: int) -> bool:
    """Whether lines above a digest's first item only say what day it is."""
    return any(_CALENDAR.fullmatch(reading.text) for reading in readings[first:item])


def _is_label(readings: Sequence[Reading], position: int) -> bool:
    """Whether a line is the name of a part of a digest (头条, 身边事)."""
    if position < 0 or readings[position].part != "heading":
        return False
    text = "".join(readings[position].text.split())
    return len(text) <= _LABEL_LENGTH and not has_event(text) and not _CALENDAR.fullmatch(text)


def _first_heading(readings: Sequence[Reading], position: int) -> int:
    while readings[position - 1].part == "heading":
        position -= 1
    return position


def find_briefs(readings: Sequence[Reading]) -> dict[int, int]:
    """Find news in brief below a label on a page of other stories: line → where its item starts.

    简讯
    ●3月1日，… （林小甲）
    ●近日，…
    """
    found: dict[int, int] = {}
    for label, reading in enumerate(readings):
        if reading.part != "heading" or len(reading.text) > _LABEL_LENGTH:
            continue
        if not has_digest_word(reading.text):
            continue
        items: list[int] = []
        for position in range(label + 1, len(readings)):
            item = readings[position]
            if not item.prose or not _BULLET.match(item.text):
                break
            items.append(position)
        if len(items) >= _FEWEST_PROMISED and _are_dated(readings, items):
            found.update({item: label if item == items[0] else item for item in items})
    return found


def _may_be_headline(reading: Reading) -> bool:
    """Whether a line is short and ends no sentence, bulleted or not."""
    if reading.part in ("heading", "masthead", "page"):
        return _ISSUED.match(reading.text) is None
    text = reading.text
    return len(text) <= _HEADLINE and "。" not in text and _BULLET.match(text) is not None


def _alike(
    readings: Sequence[Reading], positions: list[int], opening: re.Pattern[str]
) -> list[int]:
    """The lines that open with the same kind of sign; none where several others do not."""
    found = [position for position in positions if opening.match(readings[position].text)]
    whole = len(found) >= len(positions) - 1 and found[:1] == positions[:1]
    return found if whole else []


def _tell_news(readings: Sequence[Reading], items: list[int]) -> bool:
    """Whether most items tell of an event near their start, rather than of an indicator."""
    openings = [readings[item].text[:_OPENING] for item in items]
    return 2 * sum(has_event(opening) for opening in openings) >= len(openings)


def _are_dated(readings: Sequence[Reading], items: list[int]) -> bool:
    """Whether most items of running text open with a date, as news in brief do."""
    dated = [item for item in items if _DATED.search(readings[item].text[:_BEGINNING])]
    return 2 * len(dated) >= len(items)


def _are_signed(readings: Sequence[Reading], items: list[int]) -> bool:
    """Whether each item is signed, at its end or on the line below, as no list's items are."""
    signed = [
        item
        for item in items
        if readings[item].signed
        or (item + 1 < len(readings) and readings[item + 1].part == "credit")
    ]
    return len(signed) == len(items)


def _sequence(readings: Sequence[Reading], positions: list[int]) -> list[int]:
    """The lines that count 1, 2, 3 … or 一、二、三 …"""
    found: list[int] = []
    for position in positions:
        match = _NUMBER.match(readings[position].text)
        if match and _number(match) == len(found) + 1:
            found.append(position)
    return found


def _number(match: re.Match[str]) -> int:
    if match.group("digits"):
        return int(match.group("digits"))
    if match.group("circled"):
        return ord(match.group("circled")) - ord("①") + 1
    chinese = match.group("chinese")
    return _CHINESE.index(chinese) if chinese in _CHINESE else 0


def _alternates(readings: Sequence[Reading], headlines: list[int]) -> bool:
    """Whether no headline is followed by many paragraphs, and no text stands above the first."""
    if not headlines:
        return False
    bounds = [*headlines, len(readings)]
    above = "".join(
        reading.text[reading.first :] for reading in readings[: headlines[0]] if reading.prose
    )
    return len(above) < _OPENING and all(after - before <= 6 for before, after in pairwise(bounds))
