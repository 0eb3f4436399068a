"""An honour in, who confers it out, as the clause that tells of it names the body.

Forms that are taken:
    市委授予高小满…称号                       the subject of the verb
    荣获由省教育厅颁发的“…”                  who is said to give it
    市委、市政府《关于表彰…的决定》           who decided
    区教育局公布2024年…评选结果               who published the result
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence, Span
from newsie.honour.contest import CONTEST_NAME
from newsie.honour.giver import BODIES, JOINING
from newsie.rules import Match

_NEAR = 400  # characters before the verb, or of the sentence before, that may name the grantor
# Bodies that confer, at the end of what stands before the verb: 县委、县政府.
_GRANTOR = re.compile(rf"{BODIES}[和与]?$")
_PLACE_GRANTOR = re.compile(r"(?:^|，)(?![全我本该])([^，。；：！？、“”《》]{1,8}[省市区县镇州])$")
_DECISION = re.compile(
    rf"(?P<grantor>{BODIES}(?:等[0-9一二三四五六七八九十]*[个家]?(?:部门|单位|部委|部))?)(?:联合)?(?:印发|下发|发出|作出|的)?了?《关于[^》]*(?:表彰|命名|授予|公布)"
)
_PUBLISHED = re.compile(
    rf"(?P<grantor>{BODIES})(?:联合|共同|正式)*(?:公布|发布|揭晓)了?[^，。；]{{0,40}}(?:评选|获奖|考核|名单|结果)"
)
_DECIDED = re.compile(rf"(?:^|[，。])(?P<grantor>{BODIES})(?:研究|经研究|联合)?决定[：，]?$")
_TITLED_DECISION = re.compile(
    rf"^(?P<grantor>{BODIES})关于[^，。]*(?:表彰|命名|授予)[^，。]*(?:决定|通报)"
)
# 经省工信厅等部门联合评选，海州公司荣获…
_APPRAISED = re.compile(
    rf"(?:^|[，。；])[经由](?P<grantor>{BODIES}(?:等[0-9一二三四五六七八九十]*[个家]?(?:部门|单位|部委|部))?)(?:联合|共同|综合|严格|组织){{0,3}}"
    r"(?:评选|评审|评定|认定|考核|审定|核准|批准|复查|复审|复核|审核|审议|审查)(?:认定|确认|公示|确定|评选|评审|审定){0,2}，"
)
# 区委对290位教师给予表扬，并授予…: who commends confers too
_COMMENDED = re.compile(
    rf"(?:^|[，。；])(?:[0-9月日]{{3,6}}，)?(?P<grantor>{BODIES})(?:日前|近日|联合|研究|决定){{0,3}}对[^。；]{{2,120}}(?:表彰|表扬|嘉奖|奖励)，[^，。；]{{0,6}}$"
)
# 在省总工会的表彰中，城东公司荣获…
_COMMENDED_IN = re.compile(
    rf"(?:^|[，。；])在(?P<grantor>{BODIES})的(?:评选)?表彰(?:大会|活动)?[中上]，"
)
_NAMED_TOO = re.compile("（[^（）]{2,20}[局部委会厅办院]）")  # 经信局（数字经济局）
# 在由省教育厅主办的全省优秀教师评选中，高小满被评为…
_SPONSORED = re.compile(
    rf"由(?P<grantor>{BODIES}(?:等[0-9一二三四五六七八九十]*[个家]?(?:部门|单位|部委|部))?)(?:联合|共同)?(?:主办|组织|举办|开展)的"
    r"[^，。；]{2,60}?评选(?:活动)?(?:表彰)?(?:中|结果|里)"
)
# 宣读县委、县政府表彰决定，授予…
_READ_DECISION = re.compile(
    rf"(?:宣读|通报|宣布)了?(?P<grantor>{BODIES})(?:关于[^，。；]{{0,40}})?的?(?:表彰|命名|嘉奖|表扬)(?:决定|通报)"
)
# 此外，该村还入选…: told besides of what a list was published for
_BESIDES = re.compile(
    r"^(?:此外|另外|另[悉据]|据悉|据了解|据介绍|此前|至此|同时)|还|曾|先后|多次|历年|近年来"
)
_DECISION_SIGN = "《关于"
_PUBLISHED_SIGNS = ("公布", "发布", "揭晓")
_NEAR_SENTENCES = 8  # so many lines may stand between a decision and what it confers
# 公安部发布命令，给…; 省委宣传部等7个部门联合发出决定，授予…
_ORDERED = re.compile(
    rf"(?:^|[，。；])(?P<grantor>{BODIES}(?:等[0-9一二三四五六七八九十]*[个家]?(?:部门|单位|部委|部))?)(?:日前|近日|联合|共同|正式|专门|已){{0,3}}"
    r"(?:(?:发布|下发|印发|发出|作出|做出|通过|签署|颁布)了?[^，。；：《》]{0,10}(?:命令|决定|通令|通报|文件|通知|公告)|发文)[，：。]"
)
_ORDERED_SIGNS = ("命令", "决定", "通令", "通报", "文件", "通知", "公告", "发文")
_ORDER = re.compile(r"签署(?:的)?(?P<grantor>[^，。；“”]{2,12}?)(?:通令|命令)")
_WHEN = re.compile(
    r"(?:日前|近日|今天|昨天|前不久|已|又|还|再次?|共|一共|总共|联合|共同|向全?社会|隆重|集中|通报|专门|决定|研究|同意|关于|评选|评审|[0-9年月日])+$"
)
_DAY_NOTED = re.compile("（[0-9年月日]+）")  # 今天（6月19日）
_IS_EVENT = re.compile(
    "专家|评委|评审组|组委会|(?:博览|交易|展销|运动|农博|茶博|颁奖|表彰|动员|报告|座谈|总结|庆祝|发布|推介|交流|启动)大?会$|会议$"
)
_BY_WHEN = re.compile(r"^(?:[在由]|[此本这]次|今年|去年|近年来|近日|日前|随后|其中|同时|此外)+")
_HOSTS = re.compile("^[^由]{2,12}由|(?:联合|共同)?[主举承]办$")
_BODY_AND_VERB = re.compile("(?<=[联会局委部厅])组织$")  # 经市文联组织评选
_READ_OUT = re.compile(
    r"^.*(?:的(?:决定|通报|通知)[和与及、]|宣读|通报|传达|宣布|介绍|会上|大会|活动中|仪式上|公布|下发|印发|转发|当天|日前|近日|今天|昨天|[0-9]日|经(?![开济贸信发营科]))了?[，]?"
)


def find_grantor(article: Article, match: Match, clause: int) -> str | None:
    """Who confers the honour, as written: before the verb, of the decision, host of the meeting.

    Args:
        clause: the passage offset at which the match's clause begins.
    """
    sentence = match.sentence
    slot = match.span("grantor")
    if match.rule.value("active"):
        slot = Span(clause, match.start)
    if slot is not None:
        text = sentence.text[slot.start - sentence.start : slot.end - sentence.start][-_NEAR:]
        text = _WHEN.sub("", _DAY_NOTED.sub("", text).rstrip("，"))
        if found := _GRANTOR.search(_READ_OUT.sub("", text)):
            confers = JOINING.sub("", _BY_WHEN.sub("", found[0]).rstrip("、和与"))
            confers = _HOSTS.sub("", confers)  # 大会由县总工会主办，表彰了…
            return confers if confers and not _IS_EVENT.search(confers) else None
        if place := _PLACE_GRANTOR.search(text):
            return place[1]
    before = _NAMED_TOO.sub("", sentence.text[: match.start - sentence.start][-_NEAR:])
    found = (
        _decided_in(before)
        or _published_in(before)
        or _ORDER.search(before)
        or _ordered_in(before)
        or _APPRAISED.search(before)
        or ("宣读" in before and _READ_DECISION.search(before))
        or ("评选" in before and _SPONSORED.search(before))
        or _COMMENDED.search(before)
        or _commended_in(before)
    )
    if found is None and sentence.index and not slot and not _is_apart(sentence, match):
        found = _published_in(article.sentences[sentence.index - 1].text[-_NEAR:])
    if found is None and match.rule.value("active"):
        found = _decided(article, sentence)
    if found is None or "*" in found["grantor"]:
        return None  # masked: **文明委
    confers = _BY_WHEN.sub("", _READ_OUT.sub("", found["grantor"]))
    confers = _BODY_AND_VERB.sub("", confers)
    return confers if confers and not _IS_EVENT.search(confers) else None


def _commended_in(text: str) -> re.Match[str] | None:
    """Of bodies that commended, the one named last."""
    if "表彰" not in text:
        return None
    return max(_COMMENDED_IN.finditer(text), key=re.Match.start, default=None)


def _decided_in(text: str) -> re.Match[str] | None:
    return _DECISION.search(text) if _DECISION_SIGN in text else None


def _published_in(text: str) -> re.Match[str] | None:
    published = any(map(text.__contains__, _PUBLISHED_SIGNS))
    return _PUBLISHED.search(text) if published else None


def _is_apart(sentence: Sentence, match: Match) -> bool:
    """Whether a clause tells of another time or contest than the sentence before it."""
    before = sentence.text[: match.start - sentence.start]
    dated = any(mention.start < match.start for mention in sentence.mentions_of("date"))
    return dated or bool(CONTEST_NAME.search(before) or _BESIDES.search(before))


def _decided(article: Article, sentence: Sentence) -> re.Match[str] | None:
    """The body whose decision a list of conferments is: 市政府决定：, then numbered lines."""
    first = max(0, sentence.index - _NEAR_SENTENCES)
    for before in reversed(article.sentences[first : sentence.index]):
        pattern = _TITLED_DECISION if before.in_title else _DECIDED
        if found := pattern.search(before.text):
            return found
    return None


def _ordered_in(text: str) -> re.Match[str] | None:
    return _ORDERED.search(text) if any(sign in text for sign in _ORDERED_SIGNS) else None
