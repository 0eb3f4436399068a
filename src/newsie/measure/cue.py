"""Matches of rules/target.toml in, cues out: the words that promise, and how far they reach.

将 in the sense of 把 is none (将响应等级提升为三级), nor is the 计划 of a year that was fulfilled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsie.measure.clause import is_heading
from newsie.measure.words import inner_deed
from newsie.rules import Match

_OBJECT = re.compile(
    r"[^，；。]{1,30}?(?:[提降升下上]?[升降调到](?:至|到|为)|作为|转化为"
    r"|[造变育设展改写拍制译转编做划炼]成(?![功立效本果员长绩熟交就品])|(?:安装|落实|配备|送|运|部署)到位|用于|应用[到于]|[引注融带]入|送[进上至]|寄[往给到]|移交"
    r"|向[^，；。]{1,10}(?:延伸|转变|推进|拓展|倾斜)"
    r"|纳入|列入|会旗|融入|贯穿|授予|交给|送[到往给]|分为|变[成为]|建设?成"
    r"|打造成|发展成|联系起来|[定列评选设名称视认升改并结聚集合缩括]为|升级[为成]|改[为成]|[搬迁调转移带拉推引送运存放撤退召收投划并派聚集解][到至往回向]|结合起来|相结合|视为|作为|放在|摆在|落[到实在]"
    r"|写[进入]|反馈[至到给]|两手抓|一起抓|迎头赶上|做[深细实优精]|(?:抓|落)[细实牢]|摆上|提上|记在|装在|放到|贯彻)"
)
# What is taken is told of first: 将收到的来信，逐一…
_TAKEN = re.compile(
    r"(?:收到|征集|收集|搜集)到?的|所有|其(?!中)|[他她它]们|这[些一]|那些|上述|有关|相关"
)
# 将解决问题放在首位: whatever is to be done, it is put somewhere.
_PUT = re.compile(r"[^，；。把]{2,24}(?:放在|摆在|排除在|置于|列为|视为)")
# Before 将 it is 把: 将来 stands before such words, not behind them.
_TAKING = re.compile(
    r"(?:尽快|及时|立即|立刻|马上|迅速|主动|积极|统一|直接|成功|先后|依法|陆续|自觉|自愿|真正|切实|有效|科学|合理|深度|全部"
    r"|必须|应当|可以|能够|决定|同意|要求|建议|规定|方案|办法|以便|从而|通过|争取|力争|确保|坚持|不断|始终|继续|一定|已经|曾经"
    r"|只有|没有|如何|怎样|努力|共同|才能|不能|不得|不会|[^主首重次简只]要|[^一]并未|[应须不未曾才便已可能并请来去了着法式]|[^，。]{2}的)$"
)
# 将锦旗送到了社区: what is still to come has no 了.
_DONE = re.compile(r"一[面封份束箱本幅]|[^，；。：]{1,40}?[一-鿿](?<![为除])了(?![解却结])")
_WHEN = re.compile(r"[\ue002]|[于在]|继续|进一步|\d|今|明|年|月")
# What a sum is of where it says so first: 集中开工的项目包括投资2亿元的冷链项目.
_STARTED = re.compile(
    r"签约(?:仪式|活动|项目)|现场签约|集中(?:开工|动工|奠基)|开工(?:仪式|活动|动员|现场|奠基|令|的项目|项目)|(?:正式|破土|隆重|同时)(?:开工|动工)|奠基|动工仪式"
)
_FAR = 500
_NEAR = 80
# What was agreed, or is there: said before its sum, or of what the sum is of.
_CONCLUDED = re.compile(
    r"签约|引进|(?<!计划)(?<!计划年度)完成(?!后)|竣工(?!后)|落成|(?<!将)(?<!即将)新?建成的|去年|累计|已|截至|上半年|同比|建成于"
    r"|[（(]竣[）)]工|投产投用|建成投[产用]|建成通车|(?:如期|顺利|全部|全面|提前|圆满)(?:完工|竣工|建成|投产|交付|投用)|交工验收|竣工验收"
)
# 签约项目33个，总投资90亿元。其中内资项目23个，总投资85亿元: signed, not yet planned.
_SIGNED = re.compile(r"签约(?:的)?(?:重点|重大|合作)?项目[^。\n]*。$")
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
_BUILT = re.compile(
    r"[现均都][已全](?:部|经)?(?:完工|建成|竣工|投入|投用|投产|改造成)|已(?:全部|经)?(?:完工|竣工|投入使用|交付使用)"
)
_BEGUN = re.compile(r"(?<!签约)(?<!签约[、和及])开工")
_REST = re.compile(r"[^，；。、]*")
# The verbs that 将 most often promises, beside those of deeds.
_ACT = re.compile(
    r"[建用开办设增减投引启加提降达超破促保守抓带助]|推动|实现|实行|采取"
    r"|前往|访问|出席|迎来|进入|成为|发行|执行|安排|组成|分(?:批|别"
    r"|期|三|两)|首次|正式|延续|延长|扩大|深化|优化"
    r"|聚焦|锚定|紧扣|立足|依托|秉持|坚定|坚决|认真|主动|努力|奋力|着眼"
    r"|结合|根据|严格|严厉|切实|稳步|有效|充分|共同|携手|联合|牵头|争取"
    r"|探索|选择|选派|调整|鼓励|引导|允许|允|允诺|覆盖|涵盖|包括"
    r"|播出|讲述|亮相|登场|上映|接受|接待|参加|参与|发挥|发力|发射|履行"
    r"|考虑|讨论|研究|审议|听取|强化|巩固|夯实|打通|打响|打好|打赢|做好"
    r"|做强|做大|牢记|珍惜|一如既往|始终|率先|全力|倾力|尽快|尽|陆续"
    r"|逐|分|年内|连续|长期|永远|每"
    r"|让|使|把|被|对|从|由|以|有|给|向|为|与|同|跟|和|在|于|按|会|要"
    r"|可|能|更|再|又|还|继|不|一|重|大|深|全|积极|进一步|落实|配合"
    r"|协助|支持|维护|捍卫|投资|出资|捐|赠|借助|利用|搭建|构建|营造"
    r"|形成|完善|健全"
)
_ADVERB = re.compile(
    r"[\ue002]|会|要|进一步|继续|持续|于|在|按|以|围绕|通过|从|全面"
    r"|全力|积极|加|不断|充分|着力|坚持|同步|重点|陆续|有序|深|大力"
    r"|逐步|力争"
)


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


# 本次会议的主题是…。主要任务是：…: of a meeting, not of what is to come.
_MEETING = re.compile(
    r"(?:会议?|论坛|活动|培训|大会)(?:的)?(?:主题|议题|目的|主要|重要)?[^。；，]{0,30}[。；，](?:主要|重要|首要)?$"
)
# 空袭的目标是…: what is shot at.
_STRUCK = re.compile(r"袭击|空袭|轰炸|打击的|炮击|导弹|攻击")
# 出席将于9月在海口举行的论坛: an event that is only named.
_EVENT = re.compile(
    r"[于在][^，；。]{1,30}?(?:举行|举办|召开|进行|开幕|播出|发布)的[一-鿿“《\d]|[^，；。]{1,40}之际(?:，|$)"
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


def collect_cues(text: str, matches: Iterable[Match]) -> Cues:
    """The cues among the matches of an article; those of other rule files are passed over.

    Args:
        text: the passage's text.
    """
    cues = Cues()
    for match in matches:
        if match.rule.id.startswith("target/") and not _is_none(text, match):
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


def _is_none(text: str, match: Match) -> bool:
    if _is_in_title(text, match):
        return True
    if match.rule.id == "target/plan":
        return _is_yearly(text, match) or bool(_ATTRIBUTE.match(text, match.end))
    if match.rule.id == "target/proposed" and text[match.start] == "要":
        return _HABITUAL.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/will":
        if _EVENT.match(text, match.end):
            return True
        before = text[max(match.sentence.start, match.start - 8) : match.start]
        return _is_object(text[match.end : match.end + 40], before)
    if match.rule.id == "target/aims" and text.startswith("任务", match.start):
        return _MEETING.search(text, max(0, match.start - _NEAR), match.start) is not None
    if match.rule.id == "target/aims":
        return _STRUCK.search(text, match.sentence.start, match.start) is not None
    if match.rule.id == "target/works" and text[match.start : match.end].endswith(_INCLUDING):
        return not _ANNOUNCED.search(
            text, max(0, match.sentence.start - _FAR // 8), match.sentence.start
        )
    if match.rule.id == "target/building":
        return _is_concluded(text, match, agreed=True) or not _STARTED.search(
            text, max(0, match.start - _FAR), match.start + _NEAR
        )
    if match.rule.id == "target/for-aim":
        return text[match.start + 1] == "“" and text[match.end - 4] == "”"  # 以“双百”为目标
    if match.rule.id == "target/project":
        return _is_concluded(text, match)
    return False


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


def _is_concluded(text: str, match: Match, *, agreed: bool = False) -> bool:
    """Whether a sum is of what was agreed or is built: 签约项目8个，总投资3亿元.

    Args:
        agreed: whether it is of a single work, which is still to be built where it was agreed.
    """
    if match.sentence.text.startswith("其中") and _SIGNED.search(
        text, max(0, match.sentence.start - _FAR // 2), match.sentence.start
    ):
        return True
    if agreed and not _OVER.search(text, match.sentence.start, match.sentence.end):
        return False
    if _IMPROVED.search(text, match.sentence.start, _paragraph_end(text, match.sentence.end)):
        return True
    first = max(match.sentence.start, text.rfind("；", 0, match.start) + 1)
    for begun in _BEGUN.finditer(text, first, match.start):
        first = begun.end()  # 签约项目8个，开工项目10个、总投资44亿元
    if text.startswith("计划", match.start):
        return bool(_BUILT.search(text, first, match.end))
    rest = _REST.match(text, match.end)
    if _BUILT.search(text, match.end, match.sentence.end):
        return True
    return bool(_CONCLUDED.search(text, first, rest.end() if rest else match.end))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_yearly(text: str, match: Match) -> bool:
    """Whether 计划 is what was planned for the year: 超年度计划28%."""
    before, behind = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    return before == "年度" and behind not in ("投资", "安排", "新建", "完成")


def _is_object(following: str, before: str = "") -> bool:
    """Whether 将 is 把, by what stands around it: 尽快将, 将响应等级提升为三级."""
    if _TAKING.search(before) and not _WHEN.match(following):
        return True
    if _DONE.match(following) or _TAKEN.match(following) or _PUT.match(following):
        return True
    if _ADVERB.match(following) or inner_deed().match(following):
        return False
    if _OBJECT.match(following):
        return True
    return not _ACT.match(following) and not inner_deed().search(following[:6])
