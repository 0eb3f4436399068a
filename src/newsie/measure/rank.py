"""The noun before a rank in, what is ranked out, without among whom and for how long.

Surface forms::

    投资、用电量均在全市排名第三            投资 and 用电量, each
    总量连续3年在各镇街中排名第一           总量
    蝉联全市科学发展综合考评第一名          科学发展综合考评
    总量52.2亿元，六县市排名第三            总量
    位列金牌榜、奖牌榜双第一                金牌榜 and 奖牌榜, each
"""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase

_AMONG = re.compile(r"(?:在|^(?!.*在))[^，在]{0,12}[中里]$")
# 招商引资工作在全省排名第三: among whom.
_WITHIN = re.compile(r"(?<=..)(均|都|双双|分别)?在全?[省市区县州国][^，]{0,4}$")
# 六县市排名第三: of how many.
_OF_SO_MANY = re.compile(
    r"(?:全[省市区县州])?(?:[0-9一二三四五六七八九十]+|各)个?(?:县市区?|[县城]区|市县|区县|县|市区?|区|乡镇|镇街|镇)$"
)
# 在全市税务系统排名第二: among whom, where nothing says in what.
_AMONG_THEM = re.compile(
    r"[一-鿿]{0,6}?(?:系统|机关|行业|[县区市]|单位|法院|检察院|乡镇|镇街|医院|学校|院校|同类)"
)
_MOVED = re.compile(
    r"(?:(?:已|再|又|也)?[由从][^，]{0,12}?|^的?)第[一二三四五六七八九十\d]{1,3}[位名]?$"
)
_LASTING = re.compile(r"(?>也|还|均|都|又|仍|一直|已?连续[^，]{1,4}?[年月天季度次]){1,4}$")
_CONTEST = re.compile(
    r"(?:全[省市区县州国])?(.{2,}?(?:考评|考核|评比|测评|评估|评价|排行榜))[中里]?$"
)
_RANKING = re.compile(r"(?:位列|位居|名列)([^，]{2,16}?榜)(双)?$")


def drop_ranked_among(noun: Phrase) -> tuple[Phrase, bool]:
    """What is ranked, and whether a list before it is so item by item (均在全市).

    >>> text = "投资、用电量均在全市"
    >>> kept, each = drop_ranked_among(Phrase(text, text))
    >>> kept.text, each
    ('投资、用电量', True)
    """
    each = False
    if moved := _MOVED.search(noun.text):
        noun = noun[: moved.start()]  # 已从上年的第4位跃升至第3位
    if within := _WITHIN.search(noun.text):
        respective = within[1] == "分别"
        each = bool(within[1]) and not respective
        noun = noun[: within.end(1) if respective else within.start()]
    if among := _AMONG.search(noun.text):
        noun = noun[: among.start()]
    if many := _OF_SO_MANY.search(noun.text):
        noun = noun[: many.start()]
    if _AMONG_THEM.fullmatch(noun.text):
        return Phrase(), each
    lasting = _LASTING.search(noun.text)
    return (noun[: lasting.start()] if lasting else noun), each


def read_contest(base: Phrase) -> Phrase:
    """What a rank is of where only its base says in what: 蝉联全市综合考评第一名."""
    contest = _CONTEST.match(base.text)
    return base[contest.start(1) : contest.end(1)] if contest else Phrase()


def read_ranking(noun: Phrase) -> tuple[Phrase, bool]:
    """The list that somebody leads, and whether there are several: 位列金牌榜、奖牌榜双第一."""
    ranking = _RANKING.search(noun.text)
    if ranking is None:
        return noun, False
    return noun[ranking.start(1) : ranking.end(1)], bool(ranking[2])
