"""A place in an article in, the contest that it named last before it out.

Forms that are taken:
    在第三届“海州杯”斗茶大赛中        whatever ends like a contest
    在第三届海州优质米品鉴上          whatever is counted or dated and won at
    《全省教师岗位练兵活动获奖名单》
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import Article, Sentence
from newsie.honour.noun import RANK_TAIL
from newsie.honour.spelling import unquote

CONTEST_NAME = re.compile(
    r"(?:^|[，。；：！？\n]|在|的|由|经(?=第|首届|全[国省市])|获得?|(?:参加|举行|举办|开展|组织|公布|发布)了?|了)(?:刚刚结束的|昨天的|今天的|今年的)?"
    r"(?P<name>(?:[^，。；：！？、\n的在获（）“]|“[^”]{1,20}”|（[^（）\n]{1,10}）){0,30}?"
    r"(?:大赛|竞赛|比赛(?![日场])|锦标赛|联赛|评选(?!出|产生)|擂台赛|斗茶赛|技能赛|挑战赛|邀请赛|公开赛|展演|赛项|征文(?!主题|内容|体裁|要求|对象)(?:大奖赛|大赛|比赛|活动)?|大奖赛|文艺汇演|汇演|会演|才艺秀|花会|村BA|村超|博览会|电影节|决赛|计时赛|个人赛|追逐赛|运动会|艺术节|比武|评比|征集活动|展览会|交易会|展销会|展示会|农博会|茶博会|展会|农交会|[农茶绿文渔果花糖菜]博会|新闻奖(?=[^，。；]{0,12}(?:评选|颁奖|获奖|揭晓))|鉴评会|评鉴会|品鉴会|评审会|评选会|发明展|美展|摄影展|书画展|书法展|作品展|文化节|美食节|旅游节|丰收节|评选活动|推选活动|征集(?:大赛|活动)|征集(?=评选|结果|[中上]，)|[^，。；：！？、\n的在（）]赛(?=[中上，。的]|落幕|落下|开赛|鸣枪|开打|闭幕|颁奖|在|决出|圆满|顺利|正式|结束|收官|鸣哨|$))"
    r"(?:(?<=运动会|艺术节|文化节|体育节)[^，。；：！？、“”\n的在（）]{1,12}?赛(?=[中上，。的]|落幕|落下|开赛|鸣枪|开打|闭幕|颁奖|在|决出|圆满|顺利|正式|结束|收官|鸣哨|$))?)"
)
# 在第三届海州优质米品鉴上: whatever is counted or dated and won at.
_EVENT = re.compile(
    r"在(?P<name>(?:[^，。；：！？\n在的]{0,8}第[0-9一二三四五六七八九十百]+届|首届|(?:19|20)[0-9]{2}年)"
    r"[^，。；：！？\n的（）]{2,24}?)(?=[上中](?:，|荣?获|夺|摘|斩|喜获))"
)
# 2017年度“海州新闻奖”获奖作品: a prize that is awarded by ranks
_PRIZE = re.compile(
    r"(?P<name>(?:(?:19|20)[0-9]{2}年度?|第[0-9一二三四五六七八九十]+届)?[^，。；：！？、\n的在获（）了]{0,12}"
    r"“[^”\n]{2,16}奖”)(?=获奖(?:作品|项目|者|名单|结果)|评选|颁奖|揭晓|评奖)"
    r"|(?:^|[，。；：])(?:据悉，|据了解，)?(?P<held>[^，。；：！？、“”\n在的获了各]{3,24}奖)(?=共?(?:评选?出|评选产生|产生|颁出|$))"
)
# “电子居务·魅力社区”展评活动结束: an event that is over
_CLOSED = re.compile(
    r"(?:^|[，。；：！？\n的])(?P<name>(?:[^，。；：！？、\n的在（）“]|“[^”]{1,24}”){4,30}?"
    r"(?:展评|评展|竞技|竞赛|比拼|比武|技能|展示|演讲|朗诵|诵读|文艺)活动)"
    r"(?=(?>日前|近日|今天|昨天|昨日|[0-9]{1,4}[年月日]|圆满|正式|顺利|全部){0,4}(?:在[^，。；在]{2,20}?)?"
    r"(?:圆满)?(?:结束|落幕|闭幕|收官|揭晓|举行))"
)
# 参加“海州市教师五项技能比赛”荣获…
_QUOTED_CONTEST = re.compile(
    r"(?:参加|参与|在)[^，。；“”\n]{0,8}“(?P<name>[^“”\n]{4,40}?(?:大赛|竞赛|比赛|锦标赛|联赛|挑战赛|邀请赛|大奖赛|比武|展演|汇演))”"
    r"|“(?P<held>[^“”\n]{4,40}?(?:大赛|竞赛|比赛|锦标赛|联赛|挑战赛|邀请赛|大奖赛|比武|展演|汇演|艺术节|[美书画影作]展|作品展|大展|展览))”"
    r"(?=[上中是]|(?:获奖|评选|比赛)*(?:结果|名单)|(?:在|于)[^，。；“”\n]{2,24}(?:举[办行]|落幕|闭幕|揭晓|开幕)|(?:正式|圆满|日前|近日|昨[天日]|今[天日])*(?:揭晓|落幕|闭幕|结束|举行|收官))"
)
# 《全省教师岗位练兵活动获奖名单》
_LISTED_CONTEST = re.compile(
    r"《(?:关于公布)?(?P<name>[^》\n]{4,40}?)获奖(?:人员|作品|单位|选手)?(?:名单|结果)[^》\n]{0,6}》"
)
# “学民俗讲文化”获奖情况: a heading above ranks
_RESULTS = re.compile(
    r"(?:^|\n)[^，。；：！？\n“]{0,12}(?P<name>“[^”\n]{2,20}”[^，。；：！？\n]{0,8}?)获奖(?:情况|名单|结果|作品)(?=[：\n（]|$)"
)
# 在2023年度全市综合考核中, 通报了绩效考评结果: what grades (优秀等次) are given in
_ASSESSED = re.compile(
    r"(?:^|[，。；：！？\n在]|(?:公布|通报|发布|下发|反馈)了?)(?P<name>[^，。；：！？、“”\n的在获了]{2,30}?(?:考核|考评|测评|评估|评价)(?:工作)?)"
    r"(?=[中上里](?:[，获被荣喜]|连续|$)|结果|情况通报)"
)
_COMPETITION = re.compile(r"赛|运动会|[会汇展]演|征文|征集|展评|比武|艺术节|评选$")
_WHOLE = re.compile(r"”|大赛|竞赛|大奖赛|[杯届]|评选|征文|展演|[美画影]展|作品展|运动会|锦标赛$")
_ANOTHER_EVENT = re.compile("^(?:在|随后|此外)?(?:[男女]|混合).*(?:决赛|比赛)$")
_RANKED = re.compile(r"的?(?:[特一二三]等奖|[金银铜][奖牌]|[冠亚季]军|第.名)")
_WON = re.compile("荣?获得?|夺得|摘得|斩获|勇夺|赢得|拿下|捧得")
_NO_CONTEST = re.compile(
    r"^现?将|^现场|^奖|^(?:综合|群众|国际|全国)性|^(?:充分|切实)?发挥|^(?:通过|借助|依托)|^[0-9一二三四五六七八九十两百]+(?:余|多)?[个名位项支家所]|(?:^|[了的对行])(?:认真|细致|仔细|严格|公[正平开]|民主|综合|层层|现场|集中|最终|激烈|多轮|初步|专家|评委|赏析|打分|推荐|投票|审核|展示|所有|作品|参赛|和|与|、)*(?:评选|评比)$|[^，]*(?:参|停|(?<!公)开)赛$|[来观]赛$|^[^，]*(?:这是|首次|设立|进入|晋级|入围|选送|委员会|组委会|各级|专家|严格|层层)|^了?(?:这是|最后一个|本次|此次|这次|本届|该|世界|全国|大赛|比赛|竞赛|评选|决赛|各项|所有)*(?:大赛|比赛|竞赛|评选|决赛|汇演|会演|才艺秀|花会|征文|书画展|作品展|展览|展会)?(?:活动)?$"
)
# What says how a contest went and nothing of which it is: 经评委评选, 最后一轮比赛.
_GENERIC = re.compile(
    r"经过?|通过|由|最[终后]|现场|激烈|紧张|精彩|认真|严[格肃]|公[开平正]|民主|综合|层层|集中|初步|专家|评委|评审[团组]?|工作人员"
    r"|评[选比]|[多几数]轮|[0-9一二三四五六七八九十两]+[轮天场个次项大]|比赛|大赛|竞赛|角逐|比拼|展示|推荐|投票|审核|选拔|[初复决预]赛|半决赛"
    r"|[本此这该][次届项]|整个|各[级项]?|所有|参赛|作品|选手|活动|[的和与、了对为进行]"
)
# “和美柳湾 创业有我”柳湾县首届技能大赛, 情系职工——2023年城东区篮球赛: a motto in front
_SLOGAN = re.compile(
    r"(?:[^，。；：！？、“”\n]{0,16}“[^”\n]{4,24}(?<!杯)”(?:[—-]{1,2})?|[^，。；：！？、“”\n—]{4,20}[—-]{2})"
    r"(?=[^，。；：！？“”\n—]{0,16}(?:第[0-9一二三四五六七八九十]+届|首届|(?:19|20)[0-9]{2}年|[省市区县州])[^，。；：！？\n]{3,})"
)
# 2020年1月9日晚海州市技能大赛: when it ended
_DAY = re.compile(r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上中下]午|晚上?)?")
_OURS = re.compile(
    "[我本](?=[省市区县州镇乡校院])|从(?=[^，]{4})|经(?![典济贸])|关于(?:公布|举办|开展)?"
)
_HELD = re.compile(
    r"^.*(?:举办|举行|发起|开展|组织|参加|参展|亮相|参与|公布|发布|通报|进行|主办|承办|收到|收集|征集到?(?!活动|大赛|评选|结果))了?(?:的)?"
)
# 经第十四届挑战杯竞赛…评审, 会议为第三十一届中国新闻奖…颁奖
_LED_TO = re.compile(r"[^第届“]{0,6}[经为](?=第|首届|本届)(?:本届)?|[本此该][届次]")
_FAR = 3000  # characters before the verb that may name the contest


def contest_before(article: Article, offset: int) -> tuple[str, int] | None:
    """The contest that the article named last before a passage offset, and where."""
    assert article.passage is not None
    best = None
    told: list[tuple[int, int]] = []
    text = article.passage.text
    first = max(0, offset - _FAR)
    for found in _EVENT.finditer(text, first, offset):
        best = found.span("name")
    for pattern in (_LISTED_CONTEST, _QUOTED_CONTEST, _CLOSED, _PRIZE, _RESULTS, _ASSESSED):
        for found in pattern.finditer(text, first if best is None else best[1], offset):
            best = found.span("held" if "held" in found.groupdict() and found["held"] else "name")
    for found in CONTEST_NAME.finditer(text, first if best is None else best[1], offset):
        start = found.start("name")
        if held := _HELD.match(found["name"]):
            start += held.end()
        if led := _LED_TO.match(found["name"], start - found.start("name")):
            start = found.start("name") + led.end()
        won = found[0].startswith("获") or _WON.match(found["name"])
        if won and _RANKED.match(text, found.end()):
            continue  # 获得花艺设计竞赛一等奖: of that honour alone
        if ours := _OURS.match(text, start, found.end()):
            start = ours.end()  # 我县第八届运动会, 从第四届茶博会
        if slogan := _SLOGAN.match(text, start, found.end()):
            start = slogan.end()
        if day := _DAY.match(text, start, found.end()):
            start = day.end()
        name = text[start : found.end()]
        if len(_GENERIC.sub("", name)) > 1 and not _NO_CONTEST.match(name):
            best = (start, found.end())
            told.append(best)
    if best is None:
        return None
    name = _in_full(text[slice(*best)], [text[slice(*span)] for span in told])
    return (name.removesuffix("评选") if name.endswith("奖评选") else name), best[0]


def _in_full(name: str, told: Sequence[str]) -> str:
    """The name of a contest as first told: 此次作文大赛, of 第三届“海州杯”作文大赛."""
    core, own = unquote(name), _SESSION_OF.search(name)
    fuller = [
        one
        for one in told
        if len(one) > len(name)
        and (unquote(one).endswith(core) or (own and _is_session(own, _SESSION_OF.search(one))))
    ]
    return fuller[-1] if fuller else name


# 第八届“书香杯”少儿征文大赛 and 第八届“书香杯”大赛: one contest
_SESSION_OF = re.compile("(第[^届，“]{1,5}届)“([^”]{2,16})”[^，。]*(.{2})$")


def _is_session(one: re.Match[str], other: re.Match[str] | None) -> bool:
    return other is not None and one.groups() == other.groups()


# 在女子组（村委会组）中：, 男子组决赛中，: the part of a contest that a clause tells of
_DIVISION = re.compile(
    r"(?:^|[，。；：])(?:最终，?|其中，?)?在?(?P<name>[^，。；：！？“”（）在]{1,12}(?:组别?|单打|双打|项目))(?:（[^（）]{1,12}）)?"
    r"(?:的?(?:比赛|决赛|角逐|较量))?中?方?面?(?:(?<=中)[，：]|：)"
    r"|(?:^|[，。；：])(?:其中，?)?在?(?P<of>团体|个人)(?:奖项?|赛|项目)(?:方面|上|中)[，：]"
)
# 机关组高小满、林春生分获男子单打冠军、亚军: the group in front of those who won
_GROUP_FIRST = re.compile(
    r"(?:^|[，。；：])(?:最终，?|其中，?)?(?P<name>[\u4e00-\u9fff]{1,8}组)(?=[\u4e00-\u9fff]{2,20}(?:、|荣?获|夺|摘|包揽))"
)
_DIVIDED = re.compile("(?:分[为成设]?|设|包括|共有)[^。]*$")
_NEAR_GROUPS = 40
# 女子乙组跳远，高小满以4.86米获得第一名: an event
_EVENT_TOLD = re.compile(
    r"(?:^|[，。；：])(?:最终，?|其中，?)?在?(?:[^，。；：！？“”（）、在]{0,8}的)?(?P<name>[男女][^，。；：！？“”（）、的在]{0,16}?(?:组|米栏?|跳[远高绳]|[铅足篮排]球|铁饼|标枪|实心球"
    r"|[单双]打|[单双]|接力|团体|公斤级|全能|[拳剑棋操泳杠环板台艇桨弓枪射跃举跑走滑]|乒乓球|羽毛球)|[^，。；：！？“”（）、的在0-9]{0,8}[男女混][^，。；：！？“”（）、的在]{1,16}?(?=的?(?:比赛|决赛|项目)))(?:的?(?:比赛|决赛|角逐|较量|项目))?[中上里]?[，：]"
)
# 高小满在女子铅球项目中夺得金牌: an event behind whoever won it
_EVENT_HERE = re.compile(
    r"在(?P<name>(?![0-9一二三四五六七八九十两多几这各全]+[个项场])[^，。；：！？“”（）、的在]{0,8}(?:[男女混单双]|团体|[0-9]米)[^，。；：！？“”（）、的在]{0,14}?)(?:的?(?:比赛|决赛|项目|角逐)){1,2}[中上里]"
    r"(?:力压群雄|脱颖而出|一举|成功|分别|以[^，。；]{2,16}的?成绩){0,2}"
    r"(?:荣?获得?|夺得?|取得|摘得|斩获|收获|勇夺|赢得|拿下|包揽|分获)?(?:了|到)?$"
)


# 男女混双分获第二名、第八名: an event stands where the winner does
_EVENT_WON = re.compile(
    r"(?:^|[，。；])(?P<name>(?:[\u4e00-\u9fff]{0,3}[球棋牌操泳径重拳剑绳跤])?(?:男女|[男女]子?|混合)[^，。；：的]{0,6}(?:单打|双打|混双|[单双团]|团体|接力|全能))"
    r"(?:分别?|又|还)?(?:荣?获得?|夺得|取得|摘得)$"
)


def division_before(article: Article, sentence: Sentence, told: int, offset: int) -> str | None:
    """The part of a contest that a sentence names last before an offset, none that was told of.

    Args:
        told: the passage offset up to which the sentence has told of honours.
    """
    first = max(told, sentence.start) - sentence.start
    last = None
    for found in _GROUP_FIRST.finditer(sentence.text, first, offset - sentence.start):
        if _is_announced(article, found["name"], sentence.start):
            last = found["name"]
    for pattern in (_DIVISION, _EVENT_TOLD):
        for found in pattern.finditer(sentence.text, first, offset - sentence.start):
            last = found["name"] or found["of"]
    for pattern in (_EVENT_WON, _EVENT_HERE):
        if event := pattern.search(sentence.text[first : offset - sentence.start]):
            return event["name"]
    return last


def _is_announced(article: Article, group: str, before: int) -> bool:
    """Whether a contest was said to have such a group: 分为机关组、企业组."""
    assert article.passage is not None
    text = article.passage.text
    at = text.find(group, 0, before)
    return at >= 0 and bool(_DIVIDED.search(text, max(0, at - _NEAR_GROUPS), at))


def is_competition(contest: str) -> bool:
    """Whether a contest has ranks of its own, and is no event or heat of a larger one.

    >>> is_competition("“身边的美”摄影大赛"), is_competition("男子短距离追逐赛")
    (True, False)
    """
    return bool(_WHOLE.search(contest))


def begins_anew(contest: str) -> bool:
    """Whether a contest named behind an honour is another's, and no part of that honour's.

    >>> begins_anew("女子单人10米跳台决赛"), begins_anew("技能赛")
    (True, False)
    """
    return is_competition(contest) or bool(_ANOTHER_EVENT.search(contest))


def is_won(name: str, contest: str) -> bool:
    """Whether an honour is a rank won by competing, rather than conferred.

    >>> is_won("小学组一等奖", "海州市演讲大赛"), is_won("十强乡镇第一名", "年度考核")
    (True, False)
    """
    return bool(RANK_TAIL.search(name) and _COMPETITION.search(contest))
