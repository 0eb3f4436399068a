"""A number of a sentence in, what part it plays there out: of a plan, or of a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.cue import Cue
from newsie.measure.figure import Figure, ReadClause
from newsie.measure.words import leading_deed, unit_kind
from newsie.triggers import compile_quick

UNDERWAY = re.compile(
    r"了(?!解)|实际|目前|已|完成(?!率)|截至|累计|超额|完工(?!率)|竣工(?!率)|投用"
    r"|交付|开工(?!率)|进度|现已|达标"
)
# What is said of work done, wherever it stands.
DONE = re.compile(r"(?<![由从比较])目前|已经?(?!有)|截至|[实完达]现了|完成了")
# An article below a title of tasks that tells how far they are.
PROGRESSING = compile_quick(r"已(?!有)|目前|截至|累计|进展|进度|[成工用付]了|完成率|全部完成")
_PLAN_PART = re.compile(
    r"指标$|之一$|^方面|方面$|(?:工作|任务|举措|措施|实事项目|专项行动|重点事项|政策措施)$|(?:确定|公布)(?:的)?(?:民生|惠民|为民|利民|便民)(?:办)?实事(?:项目)?$|实事(?:项目)?(?:包括|是|为)$|^(?:突出|重点|着力|全力)*(?:抓好|办好|做好|办成)?(?:实事|大事|好事)$"
)
# Works that are there or agreed, and those that only start.
_THERE = re.compile("储备|谋划|签约|引进|招引|引入|落地|入库|在建|竣工|建成|投产|完工|洽谈|获批")
_STARTING = re.compile("开工|动工|奠基|启动|预备|续建|实施|[纳列]入|推进")
_NEAR = 6  # characters
# 对排查出的126家企业建立台账: those are there.
_FOUND = re.compile(
    r"(?:排查|摸排|征集|收集|梳理|筛选|遴选|现有|已有|原有|已[一-鿿]{2})(?:出来?|到)?的$"
)
# 全国283个海湾中，将有40%…: of which a share is told.
_OF_WHICH = re.compile(r"[一-鿿]{0,8}(?<!集)(?:当|之|其)?中$")
# 重点抓好远帆40万头生猪、云岭15万头牛等项目建设: numbers that only tell which works.
_OF_WORKS = re.compile(
    r"[^，；。、\d]{1,16}(?:、[^，；。、]{2,40}){0,8}等[^，；。]{0,20}(?:项目|工程|基地|园区?)"
)
_FURTHERED = re.compile(
    r"(?:抓[好实紧]|推[进动]|加快|促进|力促|力争|确保|完成|支持|服务|跟进|实施|建设好)(?=[一-鿿])"
)
_COUNTED = re.compile(
    r"新建|建设|改造|改建|扩建|新增|培育|总投资|投资$|引进|、?[一-鿿]{0,4}(?:总数|累计)"
)
_SUPPORTING = re.compile(r".为(?:支撑|重点|核心|骨干|依托|载体|主体|基础|纽带)$")
_MANY = 100
_PARTS = frozenset(("个", "项", "条", "大", "方面", "件"))
# A plan in which a sum is all that is planned: 计划投资3亿元.
SUM = re.compile(r"(?:[年今全当本]年?[内年度]?)?(?:完成)?(?:总|年度|当年)?投资")
_OUTLAY = ("总投资", "年度计划", "总投资额")
_PUT_ASIDE = re.compile(r"[（(](?:扣除|剔除|不含|不包括|含|可比)")
_SPENT = re.compile(r"完成|到位|已|了|累计|实现|拉动|新增")
_POLLED = re.compile(r"受访|民调|民意调查|调查显示|的人(?:表示|认为|说)")
# 较计划增加12万公斤, 此前预测为1.0%: beside what was planned or forecast.
_BESIDE_PLAN = re.compile(
    r"(?:[较比超]|高于|低于|好于|多于)(?:[^，；。]{0,6}(?:计划|预[期测算计]|目标|任务|序时|时间进度))[^，；。]{0,12}$|此前[^，；。]{0,6}预[测期计][^，；。]{0,10}$"
)
_PROGRESS = re.compile(
    r"占[^，；。]{0,8}(?:计划|任务|目标)[^，；。]{0,6}$|(?:完成|达到?|为)[^，；。]{0,8}(?:计划|任务|目标)[^，；。]{0,4}的$"
)
_COMPARED = re.compile(r"[比较](?:去年|上年|前年|\d{4}年)(?:同期|全年)?的?$")


def is_plan_part(figure: Figure) -> bool:
    """Whether a number counts the parts of a plan: 提出6项指标, 从5个方面, 抓好16项重点工作."""
    if not _PLAN_PART.search(figure.indicator.text) or "的" in figure.indicator.text:
        return False
    if figure.quantity.unit == "%" or (figure.quantity.value or 0) > _MANY:
        return False  # 经济指标增幅将达5%, 完成5万个小区改造任务
    return figure.quantity.unit in _PARTS or figure.indicator.text.endswith("指标")


def names_work(text: str, figure: Figure) -> bool:
    """Whether a number only tells which: 抓好远帆40万头生猪等项目建设, 以11个村为支撑.

    Args:
        text: the passage's text.
    """
    if _SUPPORTING.search(figure.indicator.text):
        return True
    if not _OF_WORKS.match(text, figure.mention.end):
        return False
    start = max(text.rfind(stop, 0, figure.mention.start) for stop in "，；。：\n") + 1
    before = text[start : figure.mention.start]
    found = _FURTHERED.search(before)
    return found is not None and not _COUNTED.search(before, found.end())


def is_whole(text: str, figure: Figure, clause: ReadClause) -> bool:
    """Whether a number counts those of which a share is told: 283个海湾中.

    Args:
        text: the passage's text.
    """
    return _OF_WHICH.fullmatch(text, figure.mention.end, clause.span.end) is not None


def is_compared(before: str) -> bool:
    """Whether growth is measured from a number, by the words before: 比去年9.01亿元增长12%."""
    return _COMPARED.search(before) is not None


def is_progress(before: str) -> bool:
    """Whether a number says how much of a plan is done: 占年度计划的85%, 比计划多3家."""
    return bool(_PROGRESS.search(before) or _BESIDE_PLAN.search(before))


def is_of_year(figure: Figure) -> bool:
    """Whether a number is what was planned for a year: 年度计划投资3亿元."""
    return "年计划投资" in figure.indicator.text or "年度计划" in figure.indicator.text


def is_outlay(figure: Figure) -> bool:
    """Whether a number is what works are to cost: 其中产业类6个，投资39亿元."""
    noun = figure.indicator.text
    if unit_kind(figure.quantity.unit) != "currency" or not noun.endswith("投资"):
        return False
    if noun.endswith("总投资"):
        return False
    start = figure.sentence.start
    said = figure.sentence.text[figure.clause.start - start : figure.mention.start - start]
    return not _SPENT.search(said)


def is_polled(figure: Figure) -> bool:
    """Whether a share is of those who were asked: 66%的受访者预计."""
    return figure.quantity.unit == "%" and bool(_POLLED.search(figure.sentence.text))


def is_there(text: str, figure: Figure, cue: Cue, *, reviewed: bool) -> bool:
    """Whether a number is known, whatever the cue: projects counted, an estimate looking back.

    总投资82亿元，其中产业项目53个; 一、2018年工作回顾…预计生产总值突破200亿元，项目总投资3亿元.

    Args:
        text: the passage's text.
        reviewed: whether a section looks back.
    """
    if cue.reach == "project" and figure.quantity.unit in ("%", "位"):
        return True
    if reviewed and cue.rule in ("target/project", "target/building"):
        return True
    if _FOUND.search(text, figure.clause.start, figure.mention.start):
        return True
    # 当年计划投资3亿元，其中产业项目53个; not 今年计划实施项目53个
    outlay = text.endswith("年计划", 0, cue.end) and text.startswith("投资", cue.end)
    outlay = outlay and leading_deed().match(figure.indicator.text) is None
    if outlay or text.endswith(_OUTLAY, 0, cue.end) or cue.reach == "project":
        counted = unit_kind(figure.quantity.unit) == "count"
        return counted and "项目" in figure.indicator.text
    return text[cue.start : cue.end] == "预计" and reviewed


def counts_works(figure: Figure) -> bool:
    """Whether a number counts works: 集中开工项目32个."""
    counted = figure.quantity.unit in ("个", "项", None)
    return counted and figure.indicator.text.endswith(("项目", "工程"))


def is_sum_of(text: str, works: Figure, figure: Figure) -> bool:
    """Whether a sum is that of works counted right before it, which are there or agreed.

    储备项目32个，总投资86亿元; not 开工项目32个，总投资86亿元, nor 储备项目32个，计划总投资86亿元.

    Args:
        text: the passage's text.
        works: their count.
    """
    between = text[works.mention.end : figure.mention.start]
    apart = any(word in between for word in ("；", "。", "其中", "计划", "预计", "拟"))
    if apart or works.sentence is not figure.sentence:
        return False
    told = text[works.clause.start : works.mention.end + _NEAR]
    return _THERE.search(told) is not None and _STARTING.search(told) is None


def is_beside_sum(text: str, cue: Cue, figure: Figure) -> bool:
    """Whether works are counted behind a sum: 计划投资6亿元，市场化项目5个.

    Args:
        text: the passage's text.
    """
    counted = unit_kind(figure.quantity.unit) == "count"
    noun = figure.indicator.text
    works = counted and noun.endswith("项目") and not leading_deed().match(noun)
    return works and cue.end < figure.clause.start and bool(SUM.match(text, cue.end))


def is_put_aside(text: str, clause: ReadClause) -> bool:
    """Whether a past time only says what is not counted: 支出（扣除2025年专项资金）增长3%.

    Args:
        text: the passage's text.
    """
    return bool(_PUT_ASIDE.search(text, clause.span.start, clause.span.end))


def is_unquoted(text: str, cue: Cue, clause: ReadClause) -> bool:
    """Whether what a cue rules has ended with its quotation: “将新建10所。”他说.

    Args:
        text: the passage's text.
    """
    said = text[cue.end : clause.span.start]
    return said.count("”") > said.count("“")


def segment_start(clauses: Sequence[ReadClause], i: int) -> int:
    """Where the part of a sentence starts that a clause stands in: behind ； or ：."""
    return next((k for k in range(i, 0, -1) if clauses[k].opening in ("；", ";", "：", ":")), 0)
