"""Matches of rules/target.toml in, cues out: the words that promise, and how far they reach.

将 in the sense of 把 is none (将响应等级提升为三级), nor is the 计划 of a year that was fulfilled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsie.measure.clause import is_heading
from newsie.measure.stage import opens, tell_stage
from newsie.measure.taking import is_taking
from newsie.rules import Match
from newsie.triggers import compile_quick

_PROMISING = frozenset(("target/will", "target/plan", "target/strive", "target/expect"))
_OF_WORKS = frozenset(("target/project", "target/building", "target/sized"))
# 两年前，村里计划发展蓝莓: what somebody planned then.
_ONCE_PLANNED = re.compile(
    r"(?<![^，。；\n])(?:早在)?(?:[一两二三四五六七八九十几数多\d]{1,3}年前|当时|当年(?=，)|那时|彼时)[^；。]{0,20}$"
)
# What a sum is of where it says so first: 集中开工的项目包括投资2亿元的冷链项目.
_STARTED = re.compile(
    r"签约(?:仪式|活动|项目)|现场签约|集中(?:开工|动工|奠基)|开工(?:仪式|活动|动员|现场|奠基|令|的项目|项目)|(?:正式|破土|隆重|同时)(?:开工|动工)|奠基|动工仪式"
)
_FAR = 500
_NEAR = 80
# What was agreed, or is there: said before its sum, or of what the sum is of.
_CONCLUDED = re.compile(
    r"签约|引进|(?<!计划)(?<!计划年度)完成(?!后)|竣工(?!后)|落成|(?<!将)(?<!即将)新?建成的|去年|累计|已|截至|上半年|同比|建成于"
    r"|[（(]竣[）)]工|投产投用|建成投[产用]|建成通车|(?:如期|顺利|全部|全面|提前|圆满)(?:完工|竣工|建成|投产|交付|投用)|交工验收|竣工验收|历[时经][^，；。]{1,8}(?:建成|完工|竣工|落成)"
)
# 签约项目33个，总投资90亿元。其中内资项目23个，总投资85亿元: signed, not yet planned.
_SIGNED = re.compile(r"签约(?:的)?(?:重点|重大|合作)?项目[^。\n]*。$")
# Started and completed works together, and their parts: 从类别看，产业项目44项，总投资227亿元.
_OF_BOTH = re.compile(r"(?:开竣工|开（?竣）?工|签约)[^。\n]*总?投资[^。\n]*。")
_COUNTED_PART = re.compile(r"\d[个项][^，；。]{0,12}(?:，[^，；。]{2,14})?，[^，；。]{0,4}$")
_TO_BE_DONE = re.compile(
    r"开工|动工|奠基|开建|计划|规划|拟|将|安排|预计|续建|[新在]建|实施|谋划|储备|启动|推进|重[点大](?:建设)?项目|力争|年度|今年"
)
_SET = re.compile(r"项目[^，；。\d]{0,4}\d+[个项]，[^，；。]{0,4}$")
_BREAKDOWN = re.compile(r"(?:其中|(?:从|分|按)[^，。]{1,12}(?:看|划分|分)[，：]|[一二三四五]是)")
# 今年为民办实事项目公布。包括…: announced right before.
_ANNOUNCED = re.compile(
    r"(?:实事|任务|工作要点)(?:项目|工程|清单|安排)?(?:公布|发布|确定|出炉)?。$"
)
_INCLUDING = ("包括", "包括：")
_OVER = re.compile(r"去年|累计|已(?!有)|竣工|完工|建成投|投产投用|投入使用")
# What is told of works that are there: 有效解决了饮水困难.
_IMPROVED = re.compile(
    r"(?:解决|改善|提高|提升|缓解|结束|填补)了|得到了?(?:显著|明显|有效|极大|根本)"
)
# “基地总投资800万元，日产菌菇1500公斤，主要销往广州”: what is there already.
_SELLS = re.compile(r"主要销往|[畅热远]销|供不应求|批发价|日产[一-鿿]{1,8}\d")
_BUILT = re.compile(
    r"[现均都][已全](?:部|经)?(?:完工|建成|竣工|投入|投用|投产|改造成)|已(?:全部|经)?(?:完工|竣工|投入使用|交付使用)"
)
# 总投资3亿元，于2021年建成通车: by the time it was done.
_BUILT_THEN = re.compile(
    r"，(?:该?项目|工程)?(?:(?:已)?于?(?:(?P<year>20\d\d)年|(?<=于)今年\d)|历[时经][^，；。]{1,8}?|(?:于|早?在)?(?:去年|前年|上年|当年))(?!\d{1,2}月?前|[^，；。]{0,6}前)[^，；。]{0,8}?"
    r"(?:建成|竣工|完工|通车|投产|投用|落成|投入使用|投入运营|开业|开园|并网|启用)(?!后)"
)
# 正式签约，项目总投资1亿元，预计6月开工: a single work, agreed and still to be built.
_TO_START = re.compile(
    r"(?:预计|计划|将|拟|力争|有望)[^，；。]{0,12}?(?:开工|动工|开建|投产|建成|竣工|投用|投入使用)"
)
_SEVERAL = re.compile(
    r"(?:项目|签约)[^，；。\d]{0,6}\d+[个项]|\d+[个项][^，；。]{0,10}项目|成功签约|签约额"
)
_BEGUN = re.compile(r"(?<!签约)(?<!签约[、和及])开工")
_REST = re.compile(r"[^，；。、]*")
# 该项目是今年新引进的重点项目，总投资30亿元: a single work, brought in to be built.
_SINGLE = re.compile(
    r"(?:项目|基地|工程|园|中心)(?:是|系|为|属|作为)[^，；。]{0,24}(?:引进|招引|引入|签约|落户|落地)的[^，；。\d]{0,16}项目(?:之一)?，"
    r"|(?:签约|引进|招引|引入|落户|落地)的(?!(?:重[点大]|优质|各类|全部|所有|这些|产业|工业|农业|新|外资|内资|招商){0,3}(?:项目|企业)|[^，；。]{0,12}(?:以上|个|等))[^，；。\d、]{3,24}(?:项目|基地|工程|园)(?=，|[^，；。\d]{0,6}$)"
)
# 签约的总投资50亿元的3个项目: several.
_COUNTED_WORKS = re.compile(r"[^，；。\d]{0,3}[\d.]+[万亿]*(?:美|欧)?元(?:人民币)?的\d+[个项]")
# 完成年度目标任务78%: how much of it is done.
_TASK_SHARE = re.compile(r"(?:年度|全年|目标|下达)?(?:目标)?任务[^，；。]{0,6}%")
_TASK_DONE = re.compile(
    r"(?<!要)(?<!计划)(?<!将)(?:完成|占|超额|争取|承担|落实|获)[^，；。]{0,12}$"
)
_FULFILLED = re.compile(r"(?:完成|占|达到?)[^，；。]{0,8}$")
# 每天都要驱车100公里: what has to be done again and again, or had to be.
_HABITUAL = re.compile(
    r"(?:每[天日次趟晚周]|平均|[一两]天|往往|经常|常常|总是|通常|有时|当时|过去|以前|曾经?|原来|从前)[^；。]{0,30}$"
    r"|[都却仍总就才]$|(?:往往|至少|最多)也?$"
)
# 计划于5月9日举行的阅兵不会受影响; 计划进入太空时: what is planned only tells which, or when.
_ATTRIBUTE = re.compile(
    r"[^，；。、]{0,16}(?:举行|举办|召开|进行|访问|实施|发射|推出)的[^，；。]{2,20}(?:不会|不受|受到|已|正在|因|被|遭)"
    r"|[^，；。、]{1,14}(?:之?时|的时候|之际)，"
)


# 人才培训计划入选, 飞行计划都: the name of a plan, no verb.
_NAMED_PLAN = re.compile(
    r"(?:民生|惠民|培训|研修|保护|援助|帮扶|资助|扶持|飞行|西部|人才|旅行|出行|学习|教学|招生|复习|训练|粮食|春蕾|雨露|阳光|采购|用工|检查|监督"
    r"|审计|休假|减排|成长|振兴|激励|攻坚|倍增|护航|关爱|救助|试点|示范|合作|领航|孵化|育苗|强基|生产|作业|运输|救援|升级|提升|就业|创业|招聘|[”》])$"
)
# 根据《方案》要求，启动建设: what is done by a plan, not what it sets out.
_FOLLOWING = re.compile(r"(?:根据|按照?|依据|依照|落实|贯彻|结合)[^，；。]{0,12}$")
_MOTTO = re.compile(r"”(?:作为|的?(?:思路|主题|理念|精神|口号|定位|主攻方向|号召|嘱托|讲话))")
# 载人飞行任务是…决胜之战: what somebody was sent to do.
_SENT = re.compile(r"(?:飞行|发射|航天|作战|护航|救援|演练|执勤|安保|比赛)$")
# 本次会议的主题是…。主要任务是：…: of a meeting, not of what is to come.
_MEETING = re.compile(
    r"(?:会议?|论坛|活动|培训|大会)(?:的)?(?:主题|议题|目的|主要|重要)?[^。；，]{0,30}[。；，](?:主要|重要|首要)?$"
)
# 实现“双碳”目标是重大战略: what it means to reach it.
_REACHING = re.compile(r"(?:实现|完成|达成)[^，；。：]{1,12}(?<!主要)(?<!预期)(?<!总体)(?<!奋斗)$")
# 空袭的目标是…: what is shot at.
_STRUCK = re.compile(r"袭击|空袭|轰炸|打击的|炮击|导弹|攻击")
# 出席将于9月在海口举行的论坛: an event that is only named.
_EVENT = re.compile(
    r"(?:[于在][^，；。]{1,30}?)?(?:举行|举办|召开|进行|开幕|播出|发布|到来|上映|出版)的[一-鿿“《\d]|[^，；。]{1,40}之际(?:，|$)"
)


# 今年以来，我县将低保标准提高到560元: what was done, by the time that it is told of.
_SINCE = compile_quick(
    r"(?:以来|近年来|近几年来?|一年来|[两三四五]年来|上半年|去年|先后|累计)，[^；。]{0,40}$"
)
_TAKES = re.compile(
    r"(?![于在要会新再继进把]|进一步|建成|新建)[^，；。]{2,30}?(?:提[高升]|增[加至]|扩大|降低|降[到至]|缩短|压缩|延长|下调|上调|调整|拓展|延伸)(?:了|[到至为]|\d|[^，；。\d]{0,4}\d)"
)
# 计划实施的60个项目全部开工: what was planned is told to be done.
_PLANNED_DONE = re.compile(
    r"[^，；。]{0,10}的\d[^，；。]{0,20}?(?:(?:已|均|都|现已)(?:全部|经|有)?|全部|全面|如期)[^，；。]{0,4}(?:开工|动工|竣工|完工|完成|建成|投[产用]|落实|到位|通车|启动|实施|落地)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that promises: its passage span, how strongly, how far, and by which rule."""

    start: int
    end: int
    modality: str
    reach: str
    rule: str


@dataclass(slots=True)
class Cues:
    """The cues of an article.

    Args:
        words: by the index of their sentence.
        goals: those whose match holds the goal itself (以…为目标).
        headings: by the index of the heading.
        schemes: of the plan that an article tells of (《方案》提出), by the index of the sentence.
    """

    words: dict[int, list[Cue]] = field(default_factory=lambda: defaultdict(list))
    goals: list[tuple[Match, Cue]] = field(default_factory=list)
    headings: dict[int, Cue] = field(default_factory=dict)
    schemes: dict[int, Cue] = field(default_factory=dict)


def collect_cues(text: str, matches: Iterable[Match], published: str | None) -> Cues:
    """The cues among the matches of an article; those of other rule files are passed over.

    Args:
        text: the passage's text.
        published: when the article was, or None.
    """
    cues = Cues()
    for match in matches:
        if match.rule.id.startswith("target/") and not _is_none(text, match, published or ""):
            _sort_in(cues, match)
    return cues


def _sort_in(cues: Cues, match: Match) -> None:
    modality, reach = match.rule.value("modality"), match.rule.value("reach")
    cue = Cue(match.start, match.end, modality, reach, match.rule.id)
    if reach == "heading":
        if is_heading(match.sentence):
            cues.headings[match.sentence.index] = cue
    elif reach == "scheme":
        if not match.sentence.in_title:
            cues.schemes[match.sentence.index] = cue
    elif reach == "goal":
        cues.goals.append((match, cue))
        # What is to be done for it: 以…为目标，培育企业100家.
        behind = replace(cue, start=match.end - 1, reach="figures")
        cues.words[match.sentence.index].append(behind)
    else:
        cues.words[match.sentence.index].append(cue)


def _is_none(text: str, match: Match, published: str) -> bool:
    if _is_in_title(text, match) or _is_in_motto(text, match):
        return True
    if match.rule.id in _PROMISING and _ONCE_PLANNED.search(
        text, match.sentence.start, match.start
    ):
        return True
    if match.rule.id == "target/scheme":
        return _FOLLOWING.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/plan":
        if _NAMED_PLAN.search(text, match.sentence.start, match.start):
            return True
        if _PLANNED_DONE.match(text, match.end):
            return True
        return _is_yearly(text, match) or bool(_ATTRIBUTE.match(text, match.end))
    task = match.rule.id == "target/proposed" and "任务" in text[match.start : match.end]
    if task and _TASK_DONE.search(text, match.sentence.start, match.start):
        return True
    if match.rule.id == "target/proposed" and _TASK_SHARE.match(text, match.start, match.end + 12):
        return _FULFILLED.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/proposed" and text[match.start] == "要":
        return _HABITUAL.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/will":
        if _EVENT.match(text, match.end):
            return True
        if _SINCE.search(text, match.sentence.start, match.start) and _TAKES.match(text, match.end):
            return True
        before = text[max(match.sentence.start, match.start - 8) : match.start]
        return is_taking(text[match.end : match.end + 40], before)
    if match.rule.id == "target/aims" and text.startswith("任务", match.start):
        if _SENT.search(text, match.sentence.start, match.start):
            return True
        return _MEETING.search(text, max(0, match.start - _NEAR), match.start) is not None
    if match.rule.id == "target/aims" and _REACHING.search(text, match.sentence.start, match.start):
        return True
    if match.rule.id == "target/aims":
        return _STRUCK.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/works" and text[match.start : match.end].endswith(_INCLUDING):
        return not _ANNOUNCED.search(
            text, max(0, match.sentence.start - _FAR // 8), match.sentence.start
        )
    if match.rule.id == "target/contents":
        return _OVER.search(text, match.sentence.start, match.sentence.end) is not None
    if match.rule.id in _OF_WORKS and tell_stage(text, match.sentence) == "opened":
        return True
    if match.rule.id == "target/building":
        single = not _COUNTED_WORKS.match(text, match.end)
        return _is_concluded(text, match, published, agreed=single) or not _STARTED.search(
            text, max(0, match.start - _FAR), match.start + _NEAR
        )
    if match.rule.id == "target/for-aim":
        if _ACHIEVED.search(text, match.end, match.sentence.end):
            return True  # 近年来，以创建文明城市为目标，…，先后选树模范126名
        return text[match.start + 1] == "“" and text[match.end - 4] == "”"  # 以“双百”为目标
    if match.rule.id == "target/project":
        return _is_concluded(text, match, published)
    return False


_ACHIEVED = re.compile(r"先后|累计|已(?:经|建成|完成|有)?|共(?=[一-鿿]{2,8}\d)")


def _is_in_title(text: str, match: Match) -> bool:
    """Whether a cue stands in the title of a work: 听取了《关于计划执行情况的报告》."""
    before = text[match.sentence.start : match.start]
    return (
        before.rfind("《") > before.rfind("》")
        and "》"
        not in match.sentence.text[
            match.start - match.sentence.start : match.end - match.sentence.start
        ]
    )


def _is_in_motto(text: str, match: Match) -> bool:
    """Whether a cue is quoted with what is gone by: 把“奋力争先全省”作为主攻方向."""
    opening = text.rfind("“", match.sentence.start, match.start)
    if opening < 0 or text.find("”", opening, match.start) >= 0:
        return False
    closing = text.find("”", match.end, match.sentence.end)
    return closing >= 0 and _MOTTO.match(text, closing) is not None


# 基地占地350亩，总投资1.2亿元，现有员工260人: what something that stands has or yields
_HAS = compile_quick(
    r"现有|(?:成立|始建|创办|创建|注册)于|(?<=[，])建于|存栏|馆藏|建有|年(?:产值|产量|出栏|销售额|销售收入|营收|营业额)"
    r"(?:[达超约为逾近]|实现|突破|[^，；。\ue001]{0,6}?\d)|带动[^，；。]{0,12}\d|已(?:经|全部|正式|全面)?(?:建成|投[产用入]|完工|竣工|通车|运营|开园|开业)"
)
_TO_COME = compile_quick(
    r"[成产营用业工]后|达产|预[计期]|将|有望|可(?=[实带年新吸提容满解安创产达]|以)|拟|[计规]划|开工|奠基|动工|新建|[在筹]建|建设(?:内容|期|周期)|工期|签约|投资建设"
)


def _stands(sentence: str) -> bool:
    """Whether a sentence describes something that is there already."""
    return _HAS.search(sentence) is not None and _TO_COME.search(sentence) is None


def _is_concluded(text: str, match: Match, published: str, *, agreed: bool = False) -> bool:
    """Whether a sum is of what was agreed or is built: 签约项目8个，总投资3亿元.

    Args:
        agreed: whether it is of a single work, which is still to be built where it was agreed.
    """
    if match.sentence.text.startswith("其中") and _SIGNED.search(
        text, max(0, match.sentence.start - _FAR // 2), match.sentence.start
    ):
        return True
    if not agreed and (_is_breakdown(text, match) or _is_bare_set(text, match)):
        return True
    if agreed and not _OVER.search(text, match.sentence.start, match.sentence.end):
        return False
    if _IMPROVED.search(text, match.sentence.start, _paragraph_end(text, match.sentence.end)):
        return True
    if _stands(match.sentence.text):
        return True
    first = max(match.sentence.start, text.rfind("；", 0, match.start) + 1)
    first = max(first, text.rfind("其中", first, match.start))
    for begun in _BEGUN.finditer(text, first, match.start):
        first = begun.end()  # 签约项目8个，开工项目10个、总投资44亿元
    for single in _SINGLE.finditer(text[: match.start], first):
        first = single.end()
    if text.startswith("计划", match.start):
        return bool(_BUILT.search(text, first, match.end))
    rest = _REST.match(text, match.end)
    if _TO_START.search(text, match.end, match.sentence.end) and not _SEVERAL.search(
        text, match.sentence.start, match.end
    ):
        return bool(_OVER.search(text, first, match.end))
    then = _BUILT_THEN.search(text, match.end, match.sentence.end)
    if then and not (published and (then["year"] or "") > published[:4]):
        return True
    if _BUILT.search(text, match.end, match.sentence.end) or _SELLS.search(
        text, match.end, match.sentence.end
    ):
        return True
    end = rest.end() if rest else match.end
    return bool(_CONCLUDED.search(text, first, end)) or opens(text[first:end])


def _is_breakdown(text: str, match: Match) -> bool:
    """Whether a sum is of a part of works that were signed, or some of them completed, before."""
    sentence = match.sentence
    if not _BREAKDOWN.match(sentence.text):
        return False
    if not _COUNTED_PART.search(text[: match.start], sentence.start):
        return False
    return _OF_BOTH.search(text, max(0, sentence.start - _FAR), sentence.start) is not None


def _is_bare_set(text: str, match: Match) -> bool:
    """Whether a sum is of several works, and nothing around says that they are still to be done."""
    if not _SET.search(text[: match.start], match.sentence.start):
        return False
    first = text.rfind("\n", 0, match.start) + 1
    return not _TO_BE_DONE.search(text, first, _paragraph_end(text, match.end))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_yearly(text: str, match: Match) -> bool:
    """Whether 计划 is what was planned for the year: 超年度计划28%."""
    before, behind = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    return before == "年度" and behind not in ("投资", "安排", "新建", "完成")


def is_single_work(text: str, start: int, end: int) -> bool:
    """Whether a sentence so far tells of a work that was brought in to be built: 是引进的项目，.

    Args:
        text: the passage's text; `start`, `end`: of the sentence up to a number.
    """
    return _SINGLE.search(text[:end], start) is not None
