"""Clauses behind a plan in, whether they tell what was done of it out: no promise reaches there.

计划实施项目80项，目前已开工68个，完成投资3.6亿元
年度计划投资24亿元，1-7月完成投资15亿元，完成年度计划的62%
计划完成投资3亿元，累计完成3.4亿元
续建项目4项，复工率100%，完成投资7000万元
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause
from newsie.measure.part import SUM
from newsie.triggers import compile_quick

_DONE = compile_quick(
    r"(?<![由从比较到])目前(?!的)|(?<![自早])已经?(?!有)|截[至止]|[实完达]现了|完成了|年初以来"
)
_ALL_TOLD = re.compile(
    r"[^，；。]{0,4}(?:累计|实际)(?:完成|到位|实现|建成|开工)|实际[一-鿿]{1,8}[\d一二三四五六七八九十]"
    r"|(?:均|都|已|现|现已){0,2}(?:全部|超额|提前)(?:完成|完工|竣工|建成|投产|开工)(?:任务)?$"
)
# 年度计划投资45亿元，完成投资48亿元
_SPENT = re.compile(r"完成投资(?!\ue001)|完成(?=\d)")
_RATED = re.compile(
    r"(?:项目)?(?:开复工|复工|开工|完工|竣工|投产|资金到位|投资完成|任务完成|完成)率"
)
_AT_LEAST = re.compile(r"以上|不低于|不少于")  # 开工率达80%以上
_SHARED = re.compile(
    r"(?:完成|占|为|达到?)[^，；。]{0,12}(?:计划|任务|目标)(?:投资|任务|总?额)?的|(?:投资)?完成率|(?:高|低|快|慢)于序时进度"
)
_DONE_SO_FAR = re.compile(r"完成|到位|实现|开工|投资|[收支]入|[收支]出|同比")
_WHOLE = re.compile(r"计划|全年|年底|年内|力争|确保|争取")
_FIRM = frozenset(("strive", "ensure"))
_SEGMENTS = frozenset("；;。")


def is_fulfilment(text: str, clause: ReadClause, cue: Cue) -> bool:
    """Whether a clause tells what is done, behind another that a cue stands in.

    Args:
        text: the passage's text.
    """
    if cue.start >= clause.span.start:
        return False
    said = text[clause.span.start : clause.span.end]
    if _DONE.search(said):
        return True
    if cue.modality in _FIRM or cue.reach in ("list", "due"):
        return False
    if SUM.match(text, cue.end) and _SPENT.match(text, clause.head, clause.span.end):
        return True
    if clause.dated and clause.time_kind == "deadline":
        return False
    rated = _RATED.match(text, clause.head, clause.span.end) and not _AT_LEAST.search(said)
    return bool(_ALL_TOLD.match(said) or rated)


def is_share_told(text: str, clauses: Sequence[ReadClause], i: int, cue: Cue) -> bool:
    """Whether what a clause tells is measured against the plan behind it: 完成年度计划的62%.

    Args:
        text: the passage's text.
    """
    clause = clauses[i]
    if cue.modality in _FIRM or (cue.reach == "project" and cue.start >= clause.span.start):
        return False
    if cue.rule == "target/will" and cue.start >= clause.span.start:
        return False  # 将完成造林2万亩，占全年任务的85%
    said = text[clause.span.start : clause.span.end]
    if _WHOLE.search(said) or not _DONE_SO_FAR.search(said):
        return False
    for later in clauses[i + 1 :]:
        if later.opening in _SEGMENTS:
            return False
        if _SHARED.match(text, later.head, later.span.end):
            return True
    return False
