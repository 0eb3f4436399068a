"""A length in, whether it only says how far away something lies out.

距县城8公里     位于城西9公里     沿河堤向北3公里     驱车12公里
"""

from __future__ import annotations

import re

from newsie.article import Sentence

_LENGTHS = frozenset(("公里", "千米", "里", "华里", "米"))
_SIGNS = ("距", "离", "位于", "地处", "坐落")
_FROM = re.compile(
    r"(?:距离?|(?<![脱远])离|位于|地处|坐落[于在]?)[^，。；：长宽高深面拔达为超\ue001]{0,16}$"
)
_TOWARD = re.compile(
    r"(?:[城乡镇村市县区州岸堤\ue003]|以|偏|向|往|正)[东南西北]{1,2}(?:部|面|侧|方|方向|郊|边|约)?$"
    r"|驱车(?:约|近)?$|车程约?$|步行约?$"
)
_NEARBY = 24


def is_distance(sentence: Sentence, position: int) -> bool:
    """Whether a number says how far from somewhere a place is."""
    if sentence.slots[position].value.unit not in _LENGTHS:
        return False
    before = sentence.marked[max(0, position - _NEARBY) : position]
    if _TOWARD.search(before):
        return True
    return any(sign in before for sign in _SIGNS) and _FROM.search(before) is not None
