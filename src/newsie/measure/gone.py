"""A time and what is promised behind it in, whether it is of a year that is over out.

Surface forms::

    2025年，全县…。计划新建学校5所，实际建成6所          below a title that looks back
    过去一年，我们力争上游                              no aim any more
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.figure import ReadClause
from newsie.measure.time import last_month

_YEAR = 4  # characters
# What is still to come, in a review too: 下一步，计划新建水厂2座.
_NEXT = re.compile(
    r"下一?步|下一?阶段|今后|接下来|未来|新的?一年|来年|明年|后续|即将|目前|正在|届时"
)


def is_gone(period: str | None, published: str | None) -> bool:
    """Whether a period ended in a year before that of publication.

    >>> is_gone("2024", "2025-01-12"), is_gone("2024-11", "2024-12-01"), is_gone(None, "2025")
    (True, False, False)
    """
    if not period or not published:
        return False
    return last_month(period)[:_YEAR] < published[:_YEAR]


def is_of_gone_year(text: str, period: str | None, published: str | None, at: int) -> bool:
    """Whether what a review plans at an offset belongs to the year that it looks back on.

    Args:
        text: the passage's text.
        period: that holds there; `published`: when the article was, or None.
    """
    if not is_gone(period, published):
        return False
    return _NEXT.search(text, text.rfind("\n", 0, at) + 1, at) is None


def is_told_of_gone_year(clauses: Sequence[ReadClause], published: str | None, at: int) -> bool:
    """Whether the last time that a sentence names before an offset is a year that is over."""
    dated = [
        clause
        for clause in clauses
        if clause.dated and clause.time_span is not None and clause.time_span.start <= at
    ]
    if not dated or dated[-1].time_kind not in ("year", "period", None):
        return False
    time, period = dated[-1].time_span, dated[-1].period or ""
    if time is None or time.start > dated[-1].span.start:
        return False  # 2025年度人物特别节目今晚播出
    return len(period) == _YEAR and is_gone(period, published)
