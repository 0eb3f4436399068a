"""The words of a promise in, what it is measured against out: 与经济增长同步, 高于全国平均.

Surface forms::

    与经济增长基本同步  同GDP增速持平            经济增长, GDP增速
    高于全国平均水平  不低于全省平均  快于经济增速    全国平均水平, 全省平均, 经济增速
    高于全省1.2个百分点                          全省
    达到全市平均水平                             全市平均水平
"""

from __future__ import annotations

import re

from newsie.triggers import compile_quick

_BESIDE = re.compile(
    r"[与和同跟](?P<standard>[^，；。、：与和同跟]{2,20}?)(?:保持|实现|达到)?(?:基本|大体|总体|大致)?(?:保持|实现)?"
    r"(?:同步|持平|相当|一致|相适应|相匹配)(?:增长|提高|提升)?(?=[，；。、）]|$)"
)
_OVER = compile_quick(
    r"(?:(?:不|略|明显|持续|高|)?(?:低|高|快|慢|好|优|大|多|小|少)于|高出|超[过出越]?|领先于?|赶超|达到|不逊于)"
    r"(?P<standard>(?:全[国省市区县州球]|世界|国家|国际|经济|居民|城镇|GDP|CPI|地区生产|生产总值|[省市州](?:均|平均|级|定|下达)"
    r"|上年|去年|同期|历史|预期|年度)[^，；。、：\d]{0,16}?)"
    r"(?=约?\d|[一二三四五六七八九十]+个|以上|左右|[，；。、）]|$)"
)
_LEVEL = re.compile(
    r"平均|水平|均值|增速|增长|增幅|同期|目标|任务|总值|全[国省市区县州球]$|预期|均$"
)


def find_standard(text: str) -> tuple[int, int] | None:
    """Where the standard of an aim stands in its words, or None where it has none.

    >>> goal = "居民收入增长与经济增长基本同步"
    >>> start, end = find_standard(goal)
    >>> goal[start:end]
    '经济增长'
    """
    for pattern in (_BESIDE, _OVER):
        for found in pattern.finditer(text):
            if pattern is _BESIDE or _LEVEL.search(found["standard"]):
                return found.span("standard")
    return None
