"""Years and months in words: the fragments that day and period rules share, and their values.

Surface forms of a year::

    2025年 二〇二五年 2025年度      written out
    今年 本年 去年 上年 前年 明年   relative to publication
    当年 同年 次年                 relative to the year named last
    清光绪二十四年 民国三十四年      regnal
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.mentions.calendar import Clock
from newsie.number import DIGITS, read_numeral

# First years of reign; source: 中国历史纪年表 (dates of Chinese history are facts, in the public
# domain).
_ERAS = {
    "洪武": 1368, "永乐": 1403, "宣德": 1426, "正统": 1436, "成化": 1465, "弘治": 1488,
    "正德": 1506, "嘉靖": 1522, "隆庆": 1567, "万历": 1573, "崇祯": 1628, "顺治": 1644,
    "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851,
    "同治": 1862, "光绪": 1875, "宣统": 1909, "民国": 1912,
}  # fmt: skip
_SHIFTS = {
    "今年": 0, "本年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "后年": 2,
    "今": 0, "去": -1, "明": 1, "新的一年": 0, "新一年": 0,
}  # fmt: skip
_CHINESE_YEAR = "[〇○零一二三四五六七八九]"
_ERA = re.compile(rf"[明清]?({'|'.join(_ERAS)})")
_ABSOLUTE = re.compile(
    rf"\d{{4}}年?|{_CHINESE_YEAR}{{4}}年?|[一两二]千.*年|[明清]?(?:{'|'.join(_ERAS)}).+年"
)

ABSOLUTE_YEAR = rf"(?:(?:1[5-9]|20)\d\d|[一二]{_CHINESE_YEAR}{{3}})年(?!轻)"
ERA_YEAR = rf"[明清]?(?:{'|'.join(_ERAS)})(?:元|[一二三四五六七八九十]{{1,3}}|\d{{1,2}})年"
RELATIVE_YEAR = (
    "(?:大前年|[今去明]年(?!度同)|(?<![节年会])前年(?!度同|货)"
    "|(?<![节年会产建成通车用营效工运])后年(?!度同|货|产|均)"
    "|(?<!历)上年|本年|当年|同年|次年|来年)"
)
YEAR = rf"(?:{ABSOLUTE_YEAR}|{RELATIVE_YEAR}|{ERA_YEAR})度?"
MONTH = (
    r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|(?<![\d万千百亿])元)月"
    r"(?!球|饼|租|薪|嫂|色|亮)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"


def read_year(word: str | None, clock: Clock) -> int | None:
    """The year that a word names; without a word None.

    >>> read_year("二〇二五年", Clock()), read_year("去年", Clock("2024-12-11"))
    (2025, 2023)
    >>> read_year("清光绪二十四年", Clock()), read_year("当年", Clock("2024", "2019-05"))
    (1898, 2019)
    """
    if not word:
        return None
    word = word.strip().removesuffix("度").lstrip("到至")
    if _ABSOLUTE.fullmatch(word):
        return _read_absolute_year(word)
    return _read_relative_year(word, clock)


@lru_cache(maxsize=1024)
def _read_absolute_year(word: str) -> int | None:
    """The year of words that `_ABSOLUTE` takes: 2025, 二〇二五年, 二千零八年, 光绪二十四年."""
    if word[0].isdecimal():
        return int(word[:4])
    if era := _ERA.match(word):
        reign = word[era.end() : -1]
        count = 1 if reign == "元" else read_numeral(reign)
        return None if count is None else _ERAS[era[1]] + int(count) - 1
    if word[1] == "千":
        value = read_numeral(word[:-1])
        return None if value is None else int(value)
    return int("".join(str(DIGITS[c]) for c in word[:4]))


def _read_relative_year(word: str, clock: Clock) -> int | None:
    if word in ("当年", "同年"):
        return _last_named(clock)
    if word == "次年":
        named = _last_named(clock)
        return None if named is None else named + 1
    if word in ("上年", "上一年"):
        named = clock.year_told() or clock.year
        return None if named is None else named - 1
    if word not in _SHIFTS or clock.year is None:
        return None
    if word in ("新的一年", "新一年"):
        return clock.year + (clock.month is not None and clock.month >= 11)
    return clock.year + _SHIFTS[word]


def _last_named(clock: Clock) -> int | None:
    if clock.named_year is None and clock.named_day:
        return int(clock.named_day[:4])
    return clock.named_year


@lru_cache(maxsize=1024)
def read_count(word: str) -> int:
    """The number of a month or day: 2月 → 2, 十二月 → 12, 元月 → 1, 06日 → 6, 初八 → 8."""
    if word[:1] == "元":  # 元月
        return 1
    value = read_numeral(word.strip("月份日号初"))
    return 0 if value is None else int(value)
