"""The conferring of an honour: who confers it, of which year it is, when it was done.

Forms that name the grantor:
    市委授予高小满…称号                       the subject of the verb
    市委、市政府《关于表彰…的决定》           who decided
    区教育局公布2024年…评选结果               who published the result
    全国妇联在京举行…表彰大会                 the meeting's host, for what the meeting honours
"""

from __future__ import annotations

import re

from newsie.article import Article, Mention, Sentence, Span
from newsie.rules import Match

_YEAR_OF = re.compile(r"((?:19|20)[0-9]{2})年度(?P<of>[^，。；》]{0,30})")
# Behind the year of an appraisal as a whole: 2024年度考核, 2023年度先进.
_GENERAL = re.compile(r"先进|优秀|工作|评选|考核|表彰|颁奖|典礼|大赛|年会|总结|目标|奖$")
# What is won in a contest or appraisal: its year is the honour's.
_CONTESTED = re.compile(
    r"奖$|[等金银铜]奖|奖牌$|[金银铜]牌$|[冠亚季]军$|第.{1,3}名$|最佳.{1,8}$|单位$|集体$|个人$"
)
_QUOTED = re.compile(r"“[^”]*”")
_CONTEST = re.compile(
    r"(今年|(?:19|20)[0-9]{2}年)(?:的|第)?[^，。；]{0,24}(?:大赛|竞赛|比赛|评选|考核|比武|运动会)"
)
_CONTEST_NAME = re.compile(
    r"(?:^|[，。；：！？\n]|在|的|由|经(?=第|首届|全[国省市])|获得?|参加|举行|举办|开展|组织|公布|发布|了)(?:刚刚结束的|昨天的|今天的|今年的)?"
    r"(?P<name>(?:[^，。；：！？、\n的在获（）]|“[^”]{1,20}”){0,30}?"
    r"(?:大赛|竞赛|比赛(?![日场])|锦标赛|联赛|评选|擂台赛|斗茶赛|技能赛|挑战赛|邀请赛|公开赛|展演|征文(?:大奖赛|大赛|比赛|活动)?|大奖赛|文艺汇演|汇演|会演|才艺秀|花会|博览会|电影节|决赛|计时赛|个人赛|追逐赛|运动会|艺术节|比武|评比|征集活动|展览会|交易会|展销会|展示会|农博会|茶博会|展会|农交会|[农茶绿文渔果花糖菜]博会|新闻奖(?=[^，。；]{0,12}(?:评选|颁奖|获奖|揭晓))|鉴评会|评鉴会|品鉴会|评审会|评选会|发明展|美展|摄影展|书画展|书法展|作品展|文化节|美食节|旅游节|丰收节|评选活动|推选活动|征集(?:大赛|活动)|征集(?=评选|结果|[中上]，)|[^，。；：！？、\n的在（）]赛(?=[中上，。的]|落幕|闭幕|颁奖|在|$)))"
)
# 在第三届海州优质米品鉴上: whatever is counted or dated and won at.
_EVENT = re.compile(
    r"在(?P<name>(?:[^，。；：！？\n在的]{0,8}第[0-9一二三四五六七八九十百]+届|首届|(?:19|20)[0-9]{2}年)"
    r"[^，。；：！？\n的（）]{2,24}?)(?=[上中](?:，|荣?获|夺|摘|斩|喜获))"
)
# 《全省教师岗位练兵活动获奖名单》
_LISTED_CONTEST = re.compile(
    r"《(?:关于公布)?(?P<name>[^》\n]{4,40}?)获奖(?:人员|作品|单位|选手)?(?:名单|结果)[^》\n]{0,6}》"
)
_RANKED = re.compile(r"的?(?:[特一二三]等奖|[金银铜][奖牌]|[冠亚季]军|第.名)")
_NO_CONTEST = re.compile(
    r"^现?将|^[0-9一二三四五六七八九十两百]+(?:余|多)?[个名位项支家所]|(?:^|[了的对行])(?:认真|细致|仔细|严格|公[正平开]|民主|综合|层层|现场|集中|最终|激烈|多轮|初步|专家|评委|赏析|打分|推荐|投票|审核|展示|所有|作品|参赛|和|与|、)*(?:评选|评比)$|[参来开停观]赛$|^[^，]*(?:这是|首次|设立|进入|晋级|入围|选送|委员会|组委会|各级|专家|严格|层层)|^了?(?:这是|最后一个|本次|此次|这次|本届|该|世界|全国|大赛|比赛|竞赛|评选|决赛|各项|所有)*(?:大赛|比赛|竞赛|评选|决赛|汇演|会演|才艺秀|花会|征文|书画展|作品展|展览)?$"
)
_HELD = re.compile(
    r"^.*(?:举办|举行|发起|开展|组织|参加|参展|亮相|参与|公布|发布|进行|主办|承办|收到|收集|征集到?(?!活动|大赛|评选|结果))了?(?:的)?"
)
# 经第十四届挑战杯竞赛…评审, 会议为第三十一届中国新闻奖…颁奖
_LED_TO = re.compile(r"[^第届“]{0,6}[经为](?=第|首届|本届)(?:本届)?|[本此该][届次]")
_CEREMONY = re.compile(
    r"((?:19|20)[0-9]{2})年度?[^，。；\n]{0,30}(?:颁奖|表彰|评选|考核|竞赛|大赛|评比|总结|先进|获奖|名单)"
)
_LAST_YEAR = re.compile(r"上(?:一)?年度[^，。；]{0,12}(?:表彰|先进|考核)")
_THIS_YEAR = re.compile(r"(?:今年|本年度)，?(?:[^，。；]{1,5})?共?(?:评选|表彰|命名)")
_NEAR = 400  # characters before the verb, or of the sentence before, that may name the grantor
_FAR = 3000  # characters before the verb that may name the contest
_LEAD_SENTENCES = 6  # a ceremony is named in the head or the lead

# Atomic, and in runs from one body to the next, so that a long list can be read in one way only.
_BODY = (
    r"(?>委|政府|会|局|部|厅|院|办|军委|中央|联|中心|社|公司|集团|总署|组织|组|军区|总部|校|大学|台|署|站"
    r"|所|行)"
)
_OWN = rf"(?:(?!{_BODY})[^，。；：！？、“”《》被])"


def _bodies(longest: int) -> str:
    """Bodies in a row, each of so many characters and its head: 县委、县政府, 团县委县教育局."""
    named = rf"{_OWN}{{0,{longest - 1}}}{_BODY}+"
    return rf"[^，。；：！？、“”《》]{named}(?:(?:、[^，。；：！？、“”《》]|{_OWN}){named})*"


# Bodies that confer, at the end of what stands before the verb: 县委、县政府.
_GRANTOR = re.compile(rf"{_bodies(24)}[、和与]?$")
_PLACE_GRANTOR = re.compile(r"(?:^|，)(?![全我本])([^，。；：！？、“”《》]{1,8}[省市区县镇州])$")
BODIES = rf"{_bodies(20)}、?"
_DECISION = re.compile(
    rf"(?P<grantor>{BODIES})(?:联合)?(?:印发|下发|发出|作出|的)?了?《关于[^》]*(?:表彰|命名|授予|公布)"
)
_PUBLISHED = re.compile(
    rf"(?P<grantor>{BODIES})(?:联合|共同|正式)*(?:公布|发布|揭晓)了?[^，。；]{{0,40}}(?:评选|获奖|考核|名单|结果)"
)
_DECIDED = re.compile(rf"(?:^|[，。])(?P<grantor>{BODIES})(?:研究|经研究|联合)?决定[：，]?$")
_TITLED_DECISION = re.compile(
    rf"^(?P<grantor>{BODIES})关于[^，。]*(?:表彰|命名|授予)[^，。]*(?:决定|通报)"
)
_NEAR_SENTENCES = 8  # so many lines may stand between a decision and what it confers
# 据悉，其中有5人被评为…: at another time.
_REPORTED = re.compile("(?:据悉|据了解|据介绍|截至)")
_SO_FAR = re.compile(r"以来|截至|累计|曾")
_ORDER = re.compile(r"签署(?:的)?(?P<grantor>[^，。；“”]{2,12}?)(?:通令|命令)")
_WHEN = re.compile(
    r"(?:日前|近日|今天|昨天|前不久|已|又|还|共|一共|总共|联合|共同|决定|研究|同意|[0-9年月日]+)+$"
)
_IS_EVENT = re.compile("(?:博览|交易|展销|运动|农博|茶博|颁奖|表彰|动员)大?会$")
_BY_WHEN = re.compile(r"^(?:今年|去年|近年来|近日|日前|随后|其中|同时|此外)+")
_READ_OUT = re.compile(
    r"^.*(?:宣读|通报|传达|宣布|介绍|会上|大会|活动中|仪式上|当天|日前|近日|今天|昨天|[0-9]日|经)了?[，]?"
)
_HOLDING = (
    r"(?P<host>[^，。；：！？“”\n]{1,30}?)(?:今天|昨天|日前|近日)?(?:[0-9月]+[0-9]日)?"
    r"(?:上午|下午|晚)?(?:在[^，。]{1,8})?(?:隆重|联合)?(?:召开|举行|举办)[^，。；\n]{0,40}"
)
_OURSELVES = frozenset(a + b for a in "我本该全" for b in "省市区县镇乡校州旗")
_SPONSORED = re.compile(
    rf"由(?P<host>{BODIES})主办的[^，。；\n]{{0,60}}(?:表彰|颁奖)[^，。；\n]{{0,6}}(?:会|典礼|仪式|晚会)"
)
_HOSTED = re.compile(_HOLDING + "(?:表彰|颁奖|颁授)")
_HELD_ANY = re.compile(_HOLDING + "(?:表彰|颁奖|颁授|会)")


def contest_before(article: Article, offset: int) -> tuple[str, int] | None:
    """The contest that the article named last before a passage offset, as printed, and where."""
    assert article.passage is not None
    best = None
    text = article.passage.text
    first = max(0, offset - _FAR)
    for found in _EVENT.finditer(text, first, offset):
        best = found.span("name")
    for found in _LISTED_CONTEST.finditer(text, first, offset):
        best = found.span("name")
    for found in _CONTEST_NAME.finditer(text, first if best is None else best[1], offset):
        start = found.start("name")
        if held := _HELD.match(found["name"]):
            start += held.end()
        if led := _LED_TO.match(found["name"], start - found.start("name")):
            start = found.start("name") + led.end()
        if found[0].startswith("获") and _RANKED.match(text, found.end()):
            continue  # 获得花艺设计竞赛一等奖: of that honour alone
        if start < found.end() and not _NO_CONTEST.match(
            found["name"][start - found.start("name") :]
        ):
            best = (start, found.end())
    if best is None:
        return None
    name = article.passage.literal(*best)
    return (name.removesuffix("评选") if name.endswith("奖评选") else name), best[0]


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
        text = _WHEN.sub("", text.rstrip("，"))
        if found := _GRANTOR.search(_READ_OUT.sub("", text)):
            confers = _BY_WHEN.sub("", found[0]).strip("、和与")
            return confers if confers and not _IS_EVENT.search(confers) else None
        if place := _PLACE_GRANTOR.search(text):
            return place[1]
    before = sentence.text[: match.start - sentence.start][-_NEAR:]
    found = _DECISION.search(before) or _PUBLISHED.search(before) or _ORDER.search(before)
    if found is None and sentence.index and not slot and not _is_apart(sentence, match):
        found = _PUBLISHED.search(article.sentences[sentence.index - 1].text[-_NEAR:])
    if found is None and match.rule.value("active"):
        found = _decided(article, sentence)
    return (_READ_OUT.sub("", found["grantor"]) or None) if found else None


def _is_apart(sentence: Sentence, match: Match) -> bool:
    """Whether a clause tells of another time or contest than the sentence before it."""
    before = sentence.text[: match.start - sentence.start]
    dated = any(mention.start < match.start for mention in sentence.mentions_of("date"))
    return dated or bool(_CONTEST_NAME.search(before))


def _decided(article: Article, sentence: Sentence) -> re.Match[str] | None:
    """The body whose decision a list of conferments is: 市政府决定：, then numbered lines."""
    first = max(0, sentence.index - _NEAR_SENTENCES)
    for before in reversed(article.sentences[first : sentence.index]):
        pattern = _TITLED_DECISION if before.in_title else _DECIDED
        if found := pattern.search(before.text):
            return found
    return None


def find_host(article: Article, any_meeting: bool) -> str | None:
    """Who held the meeting of commendation that the article is about, by its head or lead.

    Args:
        any_meeting: whether the text says that the meeting commended, whatever its name.
    """
    assert article.passage is not None
    pattern = _HELD_ANY if any_meeting else _HOSTED
    for sentence in article.sentences[:_LEAD_SENTENCES]:
        if sponsored := _SPONSORED.search(sentence.text):
            start = sentence.start + sponsored.start("host")
            return article.passage.literal(start, start + len(sponsored["host"]))
    for sentence in article.sentences[:_LEAD_SENTENCES]:
        for found in pattern.finditer(sentence.text):
            end = sentence.start + found.end("host")
            spans = [
                mention
                for mention in sentence.mentions
                if mention.kind in ("place", "organisation") and mention.end == end
            ]
            start = spans[0].start if spans else end
            placed = sentence.text[: start - sentence.start].endswith("在")
            if spans and not placed and found["host"][-2:] not in _OURSELVES:
                joined = re.search(rf"(?:^|，)({BODIES})$", found["host"])
                if joined and "、" in joined[1]:
                    start = end - len(joined[1])
                return article.passage.literal(start, end)
    return None


def is_elsewhere(article: Article, match: Match) -> bool:
    """Whether an honour was won in a contest or at another time than the article's meeting."""
    sentence = match.sentence
    before = sentence.text[: match.start - sentence.start]
    reported = not match.rule.value("active") and _REPORTED.match(before)
    return bool(reported or _CONTEST_NAME.search(before) or _SO_FAR.search(before)) or any(
        _is_past(article, mention)
        for mention in sentence.mentions_of("date")
        if mention.start < match.start
    )


def _is_past(article: Article, mention: Mention) -> bool:
    """Whether a date lies months before the article; 上年度 is the honour's own year."""
    date = mention.value.date
    if mention.value.text.endswith("年度") or date is None or not article.published:
        return False
    if len(date) < len("2025-01") or len(article.published) < len("2025-01"):
        return not article.published.startswith(date[:4])
    return _months(article.published) - _months(date) > 1


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


def find_year(
    article: Article, match: Match, name: str, contest: tuple[str, int] | None, listed: bool
) -> int | None:
    """The year of the contest or appraisal that the honour comes from, where the text names it.

    Args:
        name: the honour's.
        contest: the contest that the article named last.
        listed: whether the honour heads a list: then the year of the ceremony is its own.
    """
    sentence = match.sentence
    before = _QUOTED.sub("", sentence.text[: match.start - sentence.start])
    published = int(article.published[:4]) if article.published else None
    for dated in _YEAR_OF.finditer(before):
        decided = before.rfind("《", 0, dated.start()) > before.rfind("》", 0, dated.start())
        general = not decided and (_GENERAL.search(dated["of"]) or not dated["of"])
        if name[-4:] in dated["of"] or general:
            return int(dated[1])
    if _THIS_YEAR.search(sentence.text[: match.end - sentence.start]):
        return published
    if listed and (year := _year_of_ceremony(article, sentence)):
        return year
    contested = _CONTESTED.search(name)
    if contested and (won := _CONTEST.search(before)):
        return published if won[1] == "今年" else int(won[1][:4])
    if published is not None and _LAST_YEAR.search(before):
        return published - 1
    near = contest is not None and contest[1] >= _start_of_sentence_before(article, sentence)
    if contest and contested and near and (own := re.match(r"((?:19|20)[0-9]{2})年", contest[0])):
        return int(own[1])
    return None


def _year_of_ceremony(article: Article, sentence: Sentence) -> int | None:
    for lead in article.sentences[: sentence.index]:
        if found := _CEREMONY.search(lead.text):
            return int(found[1])
    return None


def _start_of_sentence_before(article: Article, sentence: Sentence) -> int:
    return article.sentences[max(0, sentence.index - 1)].start


def _in_title_marks(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.text[: mention.start - sentence.start]
    return before.rfind("《") > before.rfind("》")


def find_date(article: Article, match: Match) -> str | None:
    """The day, month or year of the conferring: of the sentence, else of the article's lead."""

    def dates(sentence: Sentence) -> list[Mention]:
        return [
            m
            for m in sentence.mentions_of("date")
            if m.value.date is not None
            and not m.value.text.endswith("年度")
            and not _in_title_marks(sentence, m)
        ]

    before = [m for m in dates(match.sentence) if m.start < match.start]
    if before:
        return str(before[-1].value.date)
    told = [
        mention
        for sentence in article.sentences
        if not sentence.in_title
        for mention in dates(sentence)
    ]
    near = [mention for mention in told if not _is_past(article, mention)]
    return str((near or told)[0].value.date) if told else None
