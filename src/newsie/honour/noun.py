"""A name in, out whether it is an honour's, and to what such an honour is given.

An honour is told by the noun that it ends with (gazetteer `honour`), or by its rank:
    全国文明单位, 先进生产（工作）者        a noun that is praised
    作文大赛一等奖, 团体总分前三名          a rank
and these are none:
    高级职业资格证书, 最佳演员提名          earned by an examination, or not won
    第100枚金牌, 各级奖项                   counted, not named
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newsie.gazetteers import load_gazetteer
from newsie.honour.honour_kind import told_kind
from newsie.honour.region import RecipientKind

# What tells an honour from a plain noun: 最美庭院, not 庭院.
_PRAISE = re.compile(
    r"[最美]|明星|优[秀胜质良]|先[进锋行]|模范|劳模|标[兵杆]|英[雄模]|楷模|著名|驰名|[0-9A-Z甲]级|[三四五]星级|甲等|百佳|十佳|小巨人|冠军|领军|领航|突出|名录|示范|先进|之星|茶王|状元"
    r"|能手|文明|红旗|荣誉|[百十千0-9]强|[金银铜][奖牌杯]|带头人|功臣|[一二三特]等功|[五四]一|五四|巾帼|工匠|遗产|卫生|平安|生态|绿色|传统"
    r"|好(?:人|媳妇|婆婆|邻居|家庭|少年|青年|儿女|公婆|夫妻|丈夫|妻子|父母)|国家级|省级|首批|第[0-9一二三四五六七八九十]+批"
)

# Earned by an examination, or not yet won: 高级职业资格证书, 最佳演员提名, 专利.
_CERTIFICATE = re.compile(r"(?<!荣誉)证书$|提名$|专利$|认证$|资质$")

# A count or an ordinal of honours, not their name: 第100枚金牌, 首枚.
_ORDINAL = re.compile(
    r"首[枚块]|第[0-9一二三四五六七八九十两]+(?:[枚块座项]|次(?!全国|国家|全省))|[0-9一二三四五六七八九十两]+[枚块]|多[枚块]|全部|其中|(?:更|很|许|最)多|[1-9两三四五六七八九十][0-9]*[余多]?项(?:比赛的?)?(?:冠|亚|季|金|银|铜|第)"
)

# 患者信赖的十佳医生 is a name, praised behind 的; so is 人民满意的公务员集体.
_ATTRIBUTED = re.compile("(?<!满意)(?<!信赖)(?<!放心)的(?!十佳|最[美佳])")

_TALLY = re.compile(r"[0-9一二三四五六七八九十]+[金银铜]")

_HEAD = re.compile(
    r"最佳[^，。]{1,8}$|十佳[^，。]{1,6}$|前[两二三四五六八十]名$|第[一二三四五六七八九十0-9]+名$|[0-9]+强$|[十百千]强(?![^，]*前)[\u4e00-\u9fff]{1,4}$|[一二三]星级?$"
)

# 受奖, 评奖, 颁奖: what is done with prizes
_GIVEN = re.compile(r"[受获颁评得领发授设中抽开兑]奖$")

_NOTE = re.compile(r"（[^（）]{1,12}）")  # 平安村（社区）, 先进生产（工作）者

# Nouns that say that there is an honour, not which.
_NAMELESS = re.compile(
    r"[一二两三四五六七八九十][大项个](?:荣誉|殊荣|奖项|大奖|桂冠)|(?:大赛|比赛|竞赛|各类?|多个?|[该此])?奖项?|大奖|多奖|褒奖|嘉奖|表彰|奖励|(?:[五百十千]|[五二三]十|五百)强|奖金|荣誉|殊荣|荣誉称号|称号|证书|荣誉证书|奖杯|奖牌|奖状|奖章|勋章|纪念章|(?:国家)?勋章奖章|锦旗|(?:荣誉证书|证书|奖杯|奖牌|奖状|奖金|锦旗|绶带|奖品|纪念品)[和及与](?:荣誉证书|证书|奖杯|奖牌|奖状|奖金|锦旗|奖品|慰问金|纪念品)|名单|名录"
    r"|纪录|世界纪录|[此该这]项?(?:荣誉|殊荣|奖项?|称号)|[十百]佳|榜单|金杯|桂冠|军衔|单位|集体|个人|企业|项目|作品|家庭|社区|学校|乡镇|村镇|街道|城市|基地|案例|产品|品牌|团队|教师|学生|职工|党员|干部|英雄|名次奖|名次奖牌|(?:国家|省|市|区|县|部|地厅|省部)级?(?:以上)?大?奖项?|(?:国家级|省级|市级|区级|县级)?(?:文明|光荣|先进|优秀)?(?:荣誉)?称号?"
    r"|(?:国家|省部?|市厅?|区|县|地厅)级?(?:及?以上)?(?:各[类项级])?(?:荣誉|荣誉称号|奖励|表彰)"
)

# 承办运动会, 建设文明城市: work at something, not an honour.
_UNDERTAKEN = re.compile(
    "建设|设立|成立|开展|承办|举办|实施|筹建|带领|助力|助推|推动|推进|打造|争[当做创]|创建|建成|探索|擦亮"
    "|聚焦|致敬|走[进近]|寻找|弘扬"
)

# 先进街道办事处, 优秀居委会主任: praise and whatever it is said of.
_PRAISED_NOUN = re.compile(
    r"(?:先进|优秀|模范|文明|示范|最美|十佳)(?![^，。]*(?:成绩|成果|传统|表现|水平|作用|经验|做法|文化|品质|精神|评价|效果))"
    r"[\u4e00-\u9fff]{2,10}$"
    r"|(?:(?:全国|国家|全省|省)(?:[一二三]级|[一二三四五]星级?)|[二三四五1-5][星A]级)[\u4e00-\u9fff]{0,6}"
    r"(?:[院馆所站校园库乡镇村店区社城]|企业|单位|基地|中心|组织|学会|工会|机关|公园|饭店)$"
)
# 全国“五好”县级工商联, 全省“四好农村路”示范乡: a name in quotes, and what bears it.
_QUOTED_AND_NOUN = re.compile(
    r"(?:第.{1,3}批|首批|[0-9]{4}年度?)?(?:全[国省市区县]|国家级?|[省市区县]级?)*“[^“”]{1,12}”[\u4e00-\u9fff]{2,10}"
)

# “国字号”, 7个国家级文明, 初步表彰对象: talk of honours, whatever the marks.
_NEVER = re.compile(
    r".*级以上|.*(?<!命名)创建$|.*(?:国字号|省字[号头]|双冠王|大满贯)$|(?:国家级|省级|金字招牌)$|诸?多[项个次座]|功勋模范人物$|优秀青年典型$|.*(?:预备|正式|中共)党员$|.*(?:重大|突发|责任|安全)(?:事件|事故)$|一[份个张](?![^，]{0,6}[奖号])|.*(?:人员|初步|旅客|乘客|伤亡|候选|参会|出席)名单$|.*[^今昨明]日$|.*重奖$|（|全[国省市县区]典型$|.*(?:低保|五保|贫困|特困|脱贫|监测)户$|(?!.*(?:优秀|先进|最美|模范|[十百]佳|好|红旗))[^，]{0,10}(?:支部|总支|村委会?|居委会)(?:书记|主任|委员)$|(?:[0-9]+|[一二两三四五六七八九十]+)[个项块](?![一百])|(?:全国|国家级?|省级?|市级?)[\u4e00-\u9fff]{0,3}荣誉$|.*(?:(?:活动|宣传|文明|服务|主题|纪念|安全)[日月年]|周)$|.*先进典型$|[该此]|.*行列$|.*(?:领先|先进|世界)(?:水平|地位)$|.*奖项$|.*产业集群$|.*(?:对象(?:名单)?|胜利|开门红|双丰收|佳绩|全[国省市区县州]第[0-9一二三四五六七八九十]+名|颁奖|代表|公示|候选人?)$|^拟|.*等[0-9一二两三四五六七八九十百]+[余多]?[名位个家户人].*|.*通报(?:嘉奖|表扬|表彰)$|(?:全[国省市区县]|国家级?|[省市]级?|世界)*(?:名单|名录|榜单)$"
)

# 重点镇, 旅游强镇: what a list of titles may hold besides the heads of the gazetteer.
_TITLED_NOUN = re.compile(
    r"^(?:第.{1,3}批|首批|[0-9]{4}年度?)?(?:全国|国家|全省|全市|省|市|中国).{2,14}(?:[镇村区县市乡校院岗户店馆园场]|产品|基地|城市|单位|企业)$"
    r"|^.{0,6}(?:首届|首批|第.{1,3}[届批]|十[佳大]|[0-9]+[佳大]).{2,20}$"
)

# 国家级绿色矿山, 省级特色高中: at a level, whatever noun it is.
_LEVELLED = re.compile(
    r"(?:首批|第.{1,3}批|[0-9]{4}年度?)?(?:全国|国家级?|中国|世界|国际|全省|全市|省级|市级|自治区级?)(?!队|及?以上|[^，]{0,6}(?:第[0-9一二三]|前[0-9一二三列]))"
    r"[\u4e00-\u9fffA-Z（）]{3,16}(?<![队奖会款金权局院位层部法案])(?<!资[金助])(?<!奖励)(?<!项目)(?<!专利)(?<!课题)(?<!支持)(?<!督查激励)(?<!前列)"
    r"(?<!肯定)(?<!好评)(?<!关注)(?<!认[可证])(?<!水平)(?<!标准)(?<!验收)(?<!检查)(?<!批[准复])(?<!公[布示开])(?<!市场)(?<!赛[场区])(?<!计划)(?<!规划)"
)

RANK_NAME = (
    r"(?:(?:特|[一二三四五六123])等(?:奖(?:第[一二三]名)?|功)|[金银铜]奖|[金银铜]牌|[金银铜]杯奖?|总?冠军|亚军|季军"
    r"|第[一二三四五六七八九十0-9]+名|(?:优秀|良好|优良|[一二三]等|第[一二三])等[次级]|优秀奖|正奖|优胜奖|提名奖|入围奖|鼓励奖)"
)

KIND = re.compile(
    r"(?:先进|优秀|模范|最美|标兵)(?:集体|个人|单位|工作者|组织|家庭|企业|提案|案例|党务工作者|共产党员|基层党组织)$"
)
QUOTED = re.compile(r"“[^”]*”")
RANK_TAIL = re.compile(rf"{RANK_NAME}$")


def is_levelled(name: str) -> bool:
    """Whether a name says at what level it is held: 国家级高新区, of 跻身国家级高新区行列.

    >>> is_levelled("省级生态县"), is_levelled("中等收入国家"), is_levelled("全国先进")
    (True, False, False)
    """
    return _LEVELLED.fullmatch(name) is not None


def is_heading(text: str) -> bool:
    """Whether a line's words are the name of an honour and nothing else.

    >>> [is_heading(text) for text in ("原创歌曲类一等奖", "最美庭院", "主办单位", "招商项目")]
    [True, True, False, False]
    """
    text = text.strip().replace("” ", "”")  # “左英奖” 特别奖
    if " " in text:
        return False
    head = find_head(text)
    if head == "any" or RANK_TAIL.search(text) or (head == "individual" and "十大" in text):
        return True
    return head is not None and bool(_PRAISE.search(text))


def is_honour(name: str, part: str, worn: bool, strong: bool, sure: bool, based: bool) -> bool:
    """Whether a part of a list, unquoted, is the name of an honour."""
    if not 2 <= len(name) <= 60 or ("”" in part and "“" not in part):
        return False
    if _ATTRIBUTED.search(QUOTED.sub("", part)) and not RANK_TAIL.search(name):
        return False  # 功勋荣誉表彰的党员
    if _CERTIFICATE.search(name) and not part.endswith("”"):
        return False
    if (
        _ORDINAL.search(name)
        or _TALLY.match(name)
        or re.search(
            r"^(?:以下|如下|下列|下)(?:荣誉|奖|称号)|[的了着]$|中有[0-9一二三四五六七八九十]|(?<![大])获奖$|^(?:[的为]|各[级类项种]|多项|和(?![平谐])|[与及]|目前)|重[点大](?:项目|工程)$",
            name,
        )
    ):
        return False
    quoted = part.endswith("”")
    if not part.startswith("“") and _UNDERTAKEN.match(name):
        return False
    if _NEVER.match(name) or (_NAMELESS.fullmatch(name) and not quoted):
        return False
    head = find_head(name)
    if head is None and not quoted and not (worn and strong):
        praised = (
            _TITLED_NOUN.search(name) or _PRAISED_NOUN.search(name) or _LEVELLED.fullmatch(name)
        )
        return sure and bool(praised or _QUOTED_AND_NOUN.fullmatch(part))
    if based and KIND.fullmatch(name):
        return True
    if quoted or worn:
        return strong or worn or head is not None
    return is_heading(name) or (sure and name not in _heads())


@cache
def _heads() -> Mapping[str, str]:
    """The heads of honours, and what each is given to."""
    return {row["word"]: row["recipient"] for row in load_gazetteer("honour")}


def find_head(name: str) -> str | None:
    """What an honour that ends like this is given to; None if it ends like no honour."""
    name = _NOTE.sub("", name) or name
    if _GIVEN.search(name):
        return None
    for length in range(min(8, len(name)), 0, -1):
        if (kind := _heads().get(name[-length:])) is not None:
            return kind
    return "any" if _HEAD.search(name) else None


def find_kind(name: str) -> RecipientKind | None:
    """To what an honour of this name is given, where its words say so."""
    head = find_head(name)
    if name.endswith(("名录", "名单")):
        return None  # of whatever it lists
    if head in ("organization", "individual", "work"):
        return head  # type: ignore[return-value]
    return told_kind(name)
