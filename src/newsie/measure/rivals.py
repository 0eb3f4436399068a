"""A number in, whether it only says among how many something ranks, or how many rank, out.

在全市19个县中排名第6          居全省80个县前列
位列全省12个县区第三           客流量、门票收入两项指标均居全市第二
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.clause import NUMBER

# 在全市19个县（市、区）中排名第6: among how many
_RANKED_AMONG = re.compile(
    r"[^，；。]{0,14}(?:中|里)(?:[^，；。\ue001]{0,6}[排位居列名]"
    r"|，[^，；。\ue001]{0,14}?(?:排[名在位]?|[位居列]|名列)[^，；。\ue001]{0,6}\ue001)"
)
# 居全省80个县市前列: among how many
_FOREMOST = re.compile(
    r"[市区县州旗乡镇][（）、市区县州旗乡镇]{0,8}(?:最?前列|前茅|首位|榜首|第一方阵|上游)"
)
_DIVISIONS = re.compile(
    r"(?:(?:大中)?城市|[一-鿿]{0,8}?(?:城市|省份|法院|检察院|医院|[高学]校|[发新]区|园区|机场|港口|部门|地区|景区)中?|[市区县州旗乡镇][（）、市区县州旗乡镇]{0,8})\ue001"
)
_DIVISION_ENDS = frozenset("市区县州旗乡镇")
# 客流量、门票收入两项指标均居全市第二: how many were named
_NAMED_SO_MANY = re.compile(
    r"(?:主要|核心|重要|经济|关键)*指标(?:增[速幅])?(?:全部|双双|均|都|分别)(?=[^，。；]{1,12}\ue001)"
)


def is_among_ranked(sentence: Sentence, position: int) -> bool:
    """Whether a number is of those among which something ranks, or of the measures that do."""
    marked, behind = sentence.marked, position + 1
    if (
        _RANKED_AMONG.match(marked, behind)
        or _FOREMOST.match(marked, behind)
        or _NAMED_SO_MANY.match(marked, behind)
    ):
        return True
    unit = sentence.slots[position].value.unit or " "
    if unit[-1] in _DIVISION_ENDS and marked.startswith(NUMBER, behind):
        ranked = behind  # 五县市第一
    elif divisions := _DIVISIONS.match(marked, behind):
        ranked = divisions.end() - 1
    else:
        return False
    return bool(getattr(sentence.slots[ranked].value, "rank", False))
