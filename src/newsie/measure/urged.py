"""A cue and the words before it in, whether it is only urged or supposed out: no aim then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import Span
from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause
from newsie.measure.refusal import SUPPOSED, WEATHER

_EXHORTED = re.compile(r"必须|强调|指出|要求|希望|勉励|寄语|号召|叮嘱|嘱托|激励|鼓舞|动员|激发|要")
_SPOKE = re.compile(r"(?:强调|指出|要求)，[^。\n]*。$")
_SPEECH = re.compile(r"(?:强调|指出|要求|希望|号召|勉励|提出|表示)[，：]")
_TO_DO = re.compile(r"(?<![主重需首必只摘概])要(?![求点闻素务])")
_FINISHED = re.compile(
    r"(?:建成|完成|实现|竣工|投用|投产|启动|达到|通车|开工|创成|清零|摘帽|覆盖|出台|举办|新增|新建)"
)
_TO_FINISH = re.compile(
    r"[^，；。]{0,6}要(?:全面|如期|基本|全部|努力)*(?:建成|完成|实现|竣工|投用|启动|达到|通车|创成)"
)
_FORECAST = re.compile(r"预计|预报|预测|预警")
_SKY = re.compile(
    r"降水|强对流|沙尘|高温天气|\d级大风|阵风|小雪|大雾|霾|冰雹|霜冻|冷空气|降雨|降雪|气温|降温|[中大阵小暴]雨|大雪|暴雪|寒潮"
)
_BRINGS = re.compile(
    r"(?:冷空气|寒潮|雨带|[强持]?[续]?降[雨雪]|台风(?:“[^”]*”)?|大雾|高温天气)[^，。；]{0,6}$"
)
# What others are sure of, no plan: 我相信两国合作将不断发展.
_WISHED = re.compile(r"坚信|深信|相信|祝愿|祝贺")
# 对拒不配合的，将依法处理; 报名成功后，将电话联系: what befalls those whom it concerns.
_BEFALLS = re.compile(
    r"一旦|凡是|逾期|否则|(?:对|凡|未|不|拒)[^，；。]{1,40}的[，,](?:一律|均|也|都)?$"
    r"|(?:报名|申请|审核|审批|预约|登记|考试|考核|成绩|面试|体检)[^，；。]{0,6}(?:合格|成功|通过|达标)[者后的][，,]?[^，；。]{0,8}$"
)
# 力争取得更大成效, 力争上游: nobody could say afterwards whether it was reached.
_VAGUE = re.compile(
    r"上游|[^，；。]{0,30}?(?:更[加好大多优高快上]|新(?:突破|进展|成效|作为|局面|篇章|台阶)|走在前|谱写|精彩|降到最低|双丰收|零(?:失误|差错))"
)
_FORETELLING = frozenset(("target/will", "target/expect"))
_FIRM = frozenset(("strive", "ensure"))
_MEANT = frozenset(("target/will", "target/plan"))
_NEAR = 30  # characters behind a cue
_FAR = 300  # how far back a sentence is looked through


def is_exhorted(text: str, clauses: Sequence[ReadClause], cue: Cue) -> bool:
    """Whether a speech only urges what a cue leads to: 县长强调，要确保安全."""
    if cue.modality not in _FIRM:
        return False
    start = clauses[0].span.start
    first = max(start, cue.start - _FAR)
    if _EXHORTED.search(text[first : cue.start]):
        return True
    # 县长强调，要认真学习。在实践中躬身力行，奋力开创新局面: the speech goes on
    before = text.rfind("\n", 0, start) + 1
    named = any(clause.subject != clause.before for clause in clauses if clause.before)
    return not named and _SPOKE.search(text, before, start) is not None


def is_supposed(text: str, clauses: Sequence[ReadClause], cue: Cue) -> bool:
    """如果…将…, and what the weather is expected to do."""
    said = clauses[0].sentence.text
    if WEATHER.search(said) and (cue.modality == "expect" or _FORECAST.search(said)):
        return True
    if cue.rule in _FORETELLING and _SKY.search(text, cue.end, cue.end + _NEAR):
        return True
    first = max(clauses[0].span.start, cue.start - _FAR)
    before = text[first : cue.start]
    if cue.rule in _FORETELLING and _BRINGS.search(before):
        return True
    if cue.rule == "target/will" and _BEFALLS.search(before):
        return True
    return bool(SUPPOSED.search(before) or _WISHED.search(before))


def is_told_to(text: str, clause: ReadClause) -> bool:
    """Whether a speech urges for a year what nobody could finish: 会议强调，2026年，各部门要坚持….

    Args:
        text: the passage's text.
    """
    first, head = clause.sentence.start, clause.head
    if not _SPEECH.search(text, first, clause.span.start):
        return False
    if not _TO_DO.search(text, first, clause.span.end):
        return False
    return _FINISHED.search(text, head, clause.span.end) is None


def is_set(text: str, clause: ReadClause) -> bool:
    """Whether a clause says of a year what has to be finished in it: 2026年要全面完成改造."""
    assert clause.time_span is not None
    return _TO_FINISH.match(text, clause.time_span.end, clause.span.end) is not None


def is_vague(
    text: str, near: Sequence[ReadClause], aim: Span, cue: Cue, others: Sequence[Cue]
) -> bool:
    """Whether what is striven for without a time is what everybody does: 奋力谱写新篇章.

    Args:
        near: the clauses of its part of the sentence, up to its own.
        aim: passage span from its cue on.
        others: the cues of the sentence.
    """
    timed = [clause.time_kind for clause in near if clause.dated]
    if "deadline" in timed:
        return False
    if text.startswith(("奋力", "力求"), cue.start):
        return True
    if any(kind != "vague" for kind in timed):
        return False
    if cue.modality == "strive":
        return _VAGUE.match(text, cue.end, aim.end) is not None
    return not any(other.rule in _MEANT and other.start < cue.start for other in others)
