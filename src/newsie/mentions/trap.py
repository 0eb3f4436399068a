"""What looks like a quantity and is none: names, dates, articles, slogans, bare numbers.

Turned away::

    G60  SX-6  “1+5+16+X”  〔2024〕12号  第三次    parts of names
    2025年  6月6日  9时30分  9:00                  dates and clock times
    一家企业  一批  万户                            articles, round words
    “三个融合”  “两个维护”                          quoted labels
    四面八方  千家万户                              idioms
    三届十二次全委会  十七里河  九里亭街道          sessions, places
    2101班  高二3班                                classes of schools
    12345  2025  3                                 bare numbers that nothing introduces
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from string import ascii_letters, digits

from newsie.gazetteers import load_gazetteer
from newsie.mentions.hedge import hedge_before
from newsie.mentions.unit import unit_kinds

_SEVERAL = re.compile(r"[数几][十百千万亿]")  # 数十家, 几百人: no number
_NAME_BEFORE = re.compile(r"[A-Za-z.#〔№第/:]$|[A-Za-z0-9]\+$|No\.? ?$|[A-Za-z0-9][-－]$")
# Cheap looks at the one character before; `$` passes a line break.
_SEVERAL_OF = frozenset("数几")
_NAME_END = frozenset(ascii_letters + digits + ".#〔№第/:+ -－\n")


def is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether what stands before the number makes it part of something else: G60, SX-6, 数十."""
    before = text[match.start() - 1 : match.start()]
    if before in _SEVERAL_OF and _SEVERAL.match(text, match.start() - 1):
        return True
    return before in _NAME_END and bool(
        _NAME_BEFORE.search(text[max(0, match.start() - 3) : match.start()])
    )


# 2101班, 高二3班, 三年级2班: a class of a school.
_CLASS_BEFORE = re.compile("(?:年级|[级届高初][一二三]?|代表)$")
_CLASS_NUMBER = re.compile(r"[1-9]\d{2,3}")
_RUN = frozenset("行开加增共计约达至到")  # 加开1200班动车


def is_class(text: str, match: re.Match[str]) -> bool:
    """Whether the number is that by which a class of a school is known: 2101班, 高二3班."""
    if match["unit"] != "班" or match["high"] is not None or not match["number"].isascii():
        return False
    before = text[max(0, match.start() - 3) : match.start()]
    if _CLASS_BEFORE.search(before):
        return True
    named = _HANZI.match(text, match.end()) is not None
    return named and bool(_CLASS_NUMBER.fullmatch(match["number"])) and before[-1:] not in _RUN


_OF_TIME = frozenset("月时号:：日")
_YEAR = re.compile(r"\d{4}|[零〇一二三四五六七八九]{2,4}")


def is_time(text: str, match: re.Match[str]) -> bool:
    """Whether it is a year, a day or a clock time: 2025年, 6月6日, 9时30分, 9:00."""
    end = match.end("number")
    unit = match["unit"] or ""
    if match["high"] is None and text[end : end + 1] in _OF_TIME and unit != "日元":
        return True
    if unit == "分" and text[match.start() - 1 : match.start()] in ("时", "点"):
        return True
    numeral = match["high"] or match["number"]
    if match["inner"]:  # 1000多年
        return False
    return unit.startswith("年") and bool(_YEAR.fullmatch(numeral))


# After a decimal without a unit; before any bare number; after what is none.
_RECENT_YEAR = re.compile(r"(?:19|20)\d\d")
_CHANGED = re.compile(r"[缩提降升上下增减调扩至到，。；、]")
_AHEAD = re.compile(r"(?:[≥≤<>为达到至于占约近超过是有破]|突破|仅|共|逾) ?$")
_HANZI = re.compile("[一-鿿]")
_NOT_ALONE = re.compile(r"[A-Za-z年月日时号:：版期届号院路弄室楼线/+×*〕\-—～~%]|[.][\d]|[、，]\d")


def stands_alone(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a number without a unit is one: 城乡收入比为1.59, 300万中小企业."""
    numeral = match["number"]
    if "." in numeral and _SHARED_UNIT.match(text, end):
        return True
    if not numeral[0].isdigit() or _NOT_ALONE.match(text[end : end + 2]):
        return False
    if numeral[-1] in "万亿" or "," in numeral:
        return True
    if _RECENT_YEAR.fullmatch(numeral):
        return False
    if "." in numeral and _CHANGED.match(text[end : end + 1]):
        return True
    before = text[max(0, match.start() - 3) : match.start()]
    return bool(_AHEAD.search(before)) and not _HANZI.match(text, end)


# 分别回落2.16和1.66个百分点: the unit stands behind the last of the list.
_SHARED_UNIT = re.compile(r"(?:[、和及与]-?\d+\.\d+)+(?:个?百分点|%|‰|[万亿]元)")
_MOVED = frozenset("进升降移退")


def is_article(text: str, match: re.Match[str], gazetteers: Path | None) -> bool:
    """一家, 一批, 一年; and 百家, 万户 where no hedge shows that they are counted."""
    numeral, kind = match["number"], unit_kinds(gazetteers).get(match["unit"])
    if numeral == "一一" and text[match.start() - 1 : match.start()] == "唯":
        return True
    if match["halves"] or match["and_half"]:
        return False
    if numeral == "一":
        if match["unit"] == "位" and text[match.start() - 1 : match.start()] in _MOVED:
            return False
        return kind not in ("ratio", "currency", "measure")
    if numeral not in ("十", "百", "千", "万", "亿") or match["inner"] or kind == "ratio":
        return False
    return numeral != "十" and hedge_before(text, match.start())[1] is None


@lru_cache
def _words(folder: Path | None) -> re.Pattern[str]:
    words = sorted((row["word"] for row in load_gazetteer("numeral_word", folder)), key=len)
    return re.compile("|".join(reversed(words)))


_ROUND_ONLY = re.compile("千百|百千|亿万|万千")
_ORDINAL = re.compile(
    r"[一二三四五六七八九十]+(?:期(?!国)|次(?:会议|全会|全体|全委|大会|主席|常委|常务|党代会|理事会|执委|、[一二三四五六七八九十]+次(?:全会|会议|党代会))"
    r"|批次?(?:集采|名单|试点)|里(?=[河亭镇街店桥铺庄沟山堡村坪坝湾岗乡屯台营墩渡塘牌])"
    r"|所(?=楼)|棵(?=树[村镇乡屯])|道(?=[沟岭湾])|[家户](?=庄)|门(?=峡))"
)


def is_word(text: str, match: re.Match[str], gazetteers: Path | None) -> bool:
    """Whether a Chinese numeral and its unit are words of another sense: 四面八方, 十分, 二期."""
    numeral = match["number"]
    if numeral[0].isdigit():
        return False
    start, end = match.start(), match.end("unit")
    if numeral == "二" or (numeral[0] == "零" and "点" not in numeral):
        return True
    if _ROUND_ONLY.fullmatch(numeral) or _ORDINAL.match(text, start):
        return True
    word = _words(gazetteers).match(text, start)
    return word is not None and word.end() >= end


_LABEL_END = re.compile(r"[^”」》，。]{0,8}[”」》]")


# “两个高于、两个缩小”: a label of several parts.
_LABEL_START = re.compile(r"“[一二两三四五六七八九十]+[个大项][^”》，。]{1,8}、$")
# 三个“落实”: a number in words, of a label that is quoted.
_QUOTED = re.compile(r"“[^“”，。]{1,8}”(?:[，。；、：）的]|要求|目标|理念|原则|标准|工作法|$)")


# 两个加快, 三个务必: the common name of several aims, without quotes.
_COMMON_NAME = re.compile(
    r"(?:加快|维护|确立|确保|自信|意识|高于|低于|快于|务必|率先|争当|坚持|聚焦|提升(?=[，。、；]|$)|振兴(?=[，。、；]|$)|突破(?=[，。、；]|$)|翻番|倍增|革命|全面(?=[，。、；]|战略))"
)


def is_slogan(text: str, start: int, end: int) -> bool:
    """“三个融合”, “两个高于、两个缩小”, 三个“落实”, 两个加快: a label led by its number."""
    if (
        text[start] in "两三四五六七八九十"
        and text[end - 1] in "个大"
        and _COMMON_NAME.match(text, end)
    ):
        return True
    if text[start] in "一二两三四五六七八九十" and _QUOTED.match(text, end):
        return True
    opened = text[start - 1 : start]
    if opened not in ("“", "「", "《") and (
        opened != "、" or not _LABEL_START.search(text[max(0, start - 14) : start])
    ):
        return False
    return bool(_LABEL_END.match(text[end : end + 9]))
