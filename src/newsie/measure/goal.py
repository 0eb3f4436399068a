"""A promised number and its cue in, the goal out: from behind the cue to the end of its number."""

from __future__ import annotations

import re

from newsie.article import Span
from newsie.measure.announced import NUMBERED
from newsie.measure.cue import Cue
from newsie.measure.figure import Figure, ReadClause

# 力促总投资50亿元的项目开工: what is done for it is not of it.
_FURTHERED = re.compile(r"(?:力促|推动|推进|促进|加快|支持|服务|保障|确保|包括|共?有|即|是|为)+")
_WORD = re.compile(r"[\w“‘《「（(]")

# 完成58.3亿元的年度投资任务: what it is the aim of.
_AIMED = re.compile(r"的[^，。；、的完]{0,16}?(?:目标任务|目标|任务)(?![的完])")
_SET_OUT = re.compile(r"(?:紧盯|锚定|瞄准|围绕|对照|聚焦|紧扣|按照|朝着|确定|提出|制定|设定)了?")
_YEARLY = re.compile(r"(?:全年|年度|年初|今年|明年)[一-鿿]{0,4}$")
# 我们的目标是, 今年的小目标是: nothing there says what is aimed at.
_ONLY_WHOSE = re.compile(r"(?:的|小|奋斗|工作|我们)$")
_NEAR = 30  # characters


def number_goal(text: str, figure: Figure, clause: ReadClause, cue: Cue) -> Span:
    """The passage span of the goal that a number is of.

    Args:
        text: the passage's text.
        clause: that the number stands in; `cue`: what promises it, there or before.
    """
    inside = max(figure.said, clause.head + 1) <= cue.start < figure.mention.end
    start = clause.span.start if inside else max(clause.span.start, cue.end)
    numbering = NUMBERED.match(text[start : figure.mention.start])
    if numbering:
        start += numbering.end()
    if text.startswith("其中", start):
        start += len("其中")
    while start < figure.mention.start and not _WORD.match(text, start):
        start += 1
    yearly = text.endswith("年度", 0, cue.start)
    if (yearly or cue.reach in ("project", "after")) and cue.start >= clause.span.start:
        start = min(clause.head, cue.start)
        if _FURTHERED.fullmatch(text, start, cue.start):
            start = cue.start
    if cue.rule == "target/building":
        start = cue.start
    if cue.rule == "target/set-list" and (set_out := _SET_OUT.match(text, cue.start)):
        start = max(clause.span.start, set_out.end())  # 瞄准引资80亿元、外资2亿美元的目标
    if text.startswith(("规划", "实现"), cue.start) and cue.start >= clause.span.start:
        start = cue.start
    named = _ONLY_WHOSE.search(text, clause.head, cue.start)
    if text.startswith(("目标", "预测"), cue.start) and cue.start > clause.head and not named:
        start = clause.head
    if cue.rule == "target/proposed" and "任务" in text[cue.start : cue.end]:
        start = clause.head
    if cue.rule == "target/set":
        dated = _YEARLY.search(text, clause.span.start, figure.mention.start)
        return Span(dated.start() if dated else figure.mention.start, cue.end)
    if cue.reach == "due":
        start = max(clause.span.start, cue.start)
        start += len("其中") if text.startswith("其中", start) else 0
    end = max(figure.mention.end, figure.end)
    if aimed := _AIMED.match(text, end):
        end = aimed.end()
    while end > figure.mention.end and text[end - 1] in "和及与以、":
        end -= 1  # 3个示范区|和
    if start >= end:  # the cue stands behind its number: 5亿元力争有
        start = min(clause.head, figure.mention.start)
    if text[start] == "“" and "”" not in text[start:end]:
        start += 1
    return Span(start, end)


def quote_end(text: str, start: int, end: int) -> int:
    """Where what is quoted ends that an aim is of: 总量冲刺翻番 of “总量冲刺翻番”目标."""
    if text.count("“", start, end) > text.count("”", start, end):
        behind = text.find("”", end, end + _NEAR)
        return behind + 1 if behind > 0 else end  # 实现“两个市场，一样精彩”
    closing = text.find("”", start, end)
    return closing if closing > 0 and text.find("“", start, closing) < 0 else end


def closes_nothing(text: str) -> bool:
    """Whether a text ends in a quote that it does not open."""
    return text[-1] in "”’" and "“‘"["”’".index(text[-1])] not in text
