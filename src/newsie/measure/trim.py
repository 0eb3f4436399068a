"""The head of a clause: times, subjects and little words in front of what is measured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsie.article import MENTION_MARKS, Sentence
from newsie.measure.bearer import WHOLE, is_title, meet_place_of, pass_name
from newsie.measure.carry import Context
from newsie.measure.clause import DATE, NUMBER, ORGANISATION, PERSON, PLACE
from newsie.measure.event import names_batch, names_event
from newsie.measure.person import pass_person, pass_pronoun, says_living
from newsie.measure.site import end_site, pass_where
from newsie.measure.speech import meet_speaker, speaks
from newsie.measure.unmentioned import pass_described_body, pass_plain_body
from newsie.measure.words import (
    foreign_countries,
    inner_deed,
    leading_deed,
    leading_words,
    unit_kind,
)
from newsie.measure.zone import THE_ZONE
from newsie.triggers import compile_quick, first_characters

_BARE = re.compile(
    r"(?:全[省市区县州镇乡村国院厂](?!性|面|局|体|域|家)|全(?:街道|苏木|嘎查)|该(?:[省市区县州旗镇乡村]|街道|苏木|嘎查)(?![级域民委政场])|(?:[我俺咱]们?|本|该(?!州[一-鿿]{0,2}[县市]))(?:[省市区县州国镇乡村](?!级)|苏木|嘎查))的?"
)
_SIGNS = re.compile(r"[^\w“‘《「\ue000-\uf8ff]+")
_NUMBERING = re.compile(
    r"(?:\d{1,2}[.、．](?!\d)|0\d(?=\s*[一-鿿])|[（(]?[一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}[是、](?!(?:[二三]、)?[一二三四五六七八九十](?:级|次?产)))\s*"
)
_NUMBERING_STARTS = frozenset("（(一二三四五六七八九十")  # or a digit
_AFTER_TIME = re.compile(
    r"(?:以来|期间|[底末初][前后]?|[前后](?=[，,]|(?:要|须|需|全部|全面|基本|实现|完成|建成|达到|力争|确保|必须|竣工|开工|投产))|[，,]|全[年省市区县国](?![一-鿿]?[域面体局])|当月|累计|时(?![速间])"
    r"|内(?![贸河资外部])|[起止的]|\d{1,2}[:：]\d\d|\d{1,2}时(?:\d{1,2}分)?|[上下中]午|凌晨|晚(?:间|上)?(?=[，共累])|夜间|深夜|清晨)+"
)
# 1969年8月出生: no time of what is told behind it.
_OF_LIFE = re.compile("出?生(?=[，。、于]|$)|(?:加入|入党|参加工作|入伍|参军|毕业)")
# 2009年被列入资源枯竭城市，先后投入25亿元: a year of something else.
_OF_EVENT = re.compile(
    r"(?:被(?:列入|列为|评为|授予|确定为|命名为|认定为|纳入)|获批|获评|荣获|入选|成立|注册|创办|始建|(?:正式|全面|顺利|成功)?(?:建成|竣工|落成)(?:投[产用]|投入使用|开放|通车|运营|并?对外开放)?$|通车$|启用$|投产$|开业$|开园$|挂牌$|撤[县市区乡镇])"
)
_SINCE = ("以来", "至今", "起")
_CLOSES = frozenset(("，", "。", "；", "、", ""))
_LITTLE = re.compile(
    r"全[局校行队所站](?=共|累计|破获|查处|抓获|受理|办[理结]|完成|开展|出动|现?有|教师|教职工|学生|师生|民警|各项|贷款|存款|新增|实现|招生)"
    r"|全场(?=粮|水稻|玉米|大豆|春播|秋收|农业|农机|职工|人均|总产|播种|共|累计|完成|实现|现有|计划)"
    r"|含(?![税量水沙氧氟碳油有])(?=[一-鿿]{2,8}\ue001)|共(?=计划)|共(?![享同有计青]|治(?!理)|创(?![建办造收作新])|产[党主]|和国|建(?!成))|现(?=\ue001|存栏|馆藏|藏书|存活|入住|收治|供养)|为(?=[\ue001一-鿿]{0,3}\ue001)|[和与及](?<=[\ue003\ue004].)(?=[\ue003\ue004])|今(?=\ue001)|有(?=[“\ue001])"
    r"|把(?![关握脉控手守])|能够?(?=$|增加|新增|提供|带动|容纳|实现|形成|满足|解决|年产|创造|安置|吸纳|覆盖|减少|节约)"
)
# Words that lead to the deed, not to what is counted: 开幕式上集中签约, 向石柱县捐赠, 这种轴承.
_APPROACH = re.compile(
    r"(?:增速最[快高]的|(?:[居位列排]|排名)前[一-鿿]{1,2}位?的|最[多高大快]的|紧随其后的|其后|其?次|依次|随后|最后|分别){1,3}"
    r"[是为](?=[\ue003\ue004])|(?:所属|下属|旗下|直属)的?(?=\ue004)|(?:位于|坐落于|坐落在|地处)\ue003[^，。；\ue001]{0,6}?的(?=\ue004)|(?:境内|辖区内?|[区园]?内|里)?的(?=\ue004)|由(?=\ue004[^，；。\ue001]{0,6}投资)|在[\ue003\ue004][^，；。]{0,12}?[中里](?=[排位居列名])|(?:开幕式|仪式|会议|论坛|大会|活动|现场(?!签约(?:[一-鿿]{0,4}项目|$)))(?:上|中|期间)?(?=[一-鿿]{2})"
    r"|(?:赛事|活动|节日|假日|假期|展会|会议|春节|国庆|五一)期间(?=[\ue003\ue004])|在(?=[\ue003\ue004])|(?:范围|(?<=[\ue003省市区县州镇乡])(?:区域|辖区|境))内(?![贸部])的?(?=[一-鿿\ue001])|[向为给对][\ue003\ue004](?!(?:货物|服务)?(?:进出口|出口|进口))(?=[一-鿿]{2})|[这那][里儿边](?:的(?=[一-鿿]{2}))?|(?:这"
    r"|该)(?:一?[种个些座条批台辆架艘款套站局所行店队馆园次轮张栋块]|一?片(?!区)|样(?:一来)?|社(?!区)|社区|中心|基地|家(?:企业|公司|工厂|单位)|项(?!目))?(?=[一-鿿]{2})|这[片张块座条]的?(?=\ue001|$)|(?:距离?|位于|地处)[^，。；\ue001]{0,14}\ue001(?:处|外|远)?的(?=[\ue003\ue004一-鿿])"
    r"|[省市区县镇乡村局厂]里(?=整合|筹|协调|流转|抽|选|派|组|举|开[展设]|实施|落实|培|吸|发放|推|计划|今年|将|拟|投|已|共|还|新|为|又|安排|拨|筹|争|建|修|发|组织|成立|引|流转|请|聘|购|通过|累计|先后|每年)|(?:街道|社区)(?=累计|共[^建享治]|新[增建引落])|中心(?=共|累计|已|受理|办理|接待|完成)"
)
_FIRM_WORD = re.compile(
    r"(?:(?:公司|集团(?!军|化)|合作社(?!占|成员|社员|总|数量|人数)|医院|学校)(?!\ue001(?:[，、；。]|$))|(?:产业园|园区)(?=占地|现有|入驻|总|年|建[设有成]|已|规划|新[引增签开]|引进|签约|完成|实现)|我们(?:公司|合作社|医院|学校)|该企业|厂里"
    r"|(?:(?:中心|平台|基地|协会|商会|景区|酒店|车间|专班|支队|大队|团队|法院|检察院)(?!城|区)|全[局校院厂站队])(?=在(?![建线校岗园册读职编])|[为向](?=[^，；。\ue001]{2,12}(?:提供|开展|发放|捐|送|办理|推送|输送))|将|力争|计划|确保|先后|组织|投入|新增(?!量|率)|荣获)"
    r"|(?P<thing>公园|景区|博物馆|图书馆|体育馆|酒店|商场|水库|机场|车站|码头|[马农林牧茶渔]场|古镇|古城|小镇|大桥|隧道)(?=占地|总?面积|总投资|现有|建筑|接待|日均|年|内|开园|设|共|新增|改造|拥有|累计|全长)"
    r"|[该本我](?:局|站|所|行|司(?![令机法])|厂|场|社(?!区)|社区|港|矿|店|馆|园|中心|公司|集团|分局|支队|大队|院|校))(?=[一-鿿\ue001-\ue006，])"
)

# A name that only starts like a short form: 榕江站 in 榕江县, 鄱阳湖.
_LONGER = re.compile(
    r"[一-鿿]{2,3}(?:[站湖江河港山桥]|机场|大道|大桥|水库|灌区|高速|铁路|[东西南北]站"
    r"|[东南西北]?至(?!今|\ue002))(?!镇|乡|街道|村)"
)
# 完成年初预算, 年初计划: not when, but which.
EARLY = frozenset(
    ("年初", "上年", "上年度", "年底", "年末", "月初", "上年末", "去年底", "年度", "全年度", "当年")
)
_BUDGETED = re.compile(r"的?(?:预算|计划|目标|下达|确定|定|批准|代编|人代会|安排|任务|结转|结余)")

_NOW = re.compile(r"如今|现如今|而今|现在|现有|现$|眼下|当下")
# What is told of the whole again: （二）园区经济健康运行.
_CHAPTERED = re.compile(r"[（(][一二三四五六七八九十][）)]")
_POST = MENTION_MARKS["post"]
# 市长质量奖企业, 书记信箱: named after who holds a post.
_OF_POST = re.compile(
    r"(?:员(?!工)|人数|总?数|队伍|名额|岗位|候选人|人均|质量奖|特别奖|基金|信箱|热线|工作室|工程|项目|杯|提案|建议|议案|意见|联络站|接待日|论坛|服务队)"
)
# 县医院26名专家: the hospital's, while 学校5所 counts schools.
_COUNTS_OWN = re.compile(r"(?!左右|以[上下内]|[多余]|[和及与同均都共占])[一-鿿]{2}")
_INSIDE = re.compile("[省市区县旗镇乡村]内|[县镇]域")
_PURSE = re.compile(
    "[省市区县旗州](?:本?级)?财政(?=及时|迅速|紧急|连续|拿|每年|今年|又|还|已|共|先后|累计|统筹|安排|投入|拿出|列支|拨付|筹措|设立|预算安排|补贴)"
)
# What only a village or town that was named before can have: 村里修路2公里, 村集体收入50万元.
_OF_VILLAGE = re.compile(
    "[村镇乡](?:里(?!长)|上(?=[修建投的有])|(?:级)?集体(?:经济)?(?:年|总)?(?:收入|增收|资产|账))"
)
# The brand of a firm, with which a sentence opens.
_BRAND = re.compile(
    "(?![本该全我各])[一-鿿]{2,4}?(?:药业|制药|机电|科技|股份|重工|实业|纺织|电子|化工|生物|食品|建材|机械|能源|新材料?|光电|智能|船舶|海工|精工|电器|环保|农业|控股|电气|服饰|家居|汽车|轴承|钢构)"
    "(?=坚持|作为|是|始?创|成立|近年|今年|去年|投入|依托|围绕|抓住|全力|总投资|位于|专注|通过|[，、全实完新引加])"
)
_THE_FIRM = re.compile(
    "企业(?=营收|现有|拥有|投入|投资|新[上建增]|占地|年[产销]|实现|计划|还|已|累计|先后|产品|职工|员工|销售|出口|\ue002)"
)
# 农场常年用工30人, 院里只有6间房: the one told of whose name ends so.
_KIND_HEAD = re.compile(
    r"(?:(?:家庭)?农场|敬老院|养老院|福利院|幼儿园|酒店|宾馆|民宿|山庄|农庄|庄园|协会|商会|支行|[茶酒鞋砖药纸糖油]厂|扶贫车间)"
    r"(?![主长业区群里内名的])|[院店园社](?:里|内)(?!的)"
)
# Bodies of a kind, counted: nobody has them but a place.
_CLASS_COUNTED = compile_quick(
    "(?:农民|专业|家庭|规模以上|规上|中小|小微|民营|公立|公办|民办|普通|职业|乡镇|村镇|社区|基层|各类|各级|[二三]级以上|[省市县]级以上|国家级|[省市县]级|重点|龙头|骨干|高新技术|工业|外资|农业产业化|股份制|星级)*"
    "(?:企业|合作社|农场|学校|[小中]学|高中|初中|幼儿园|医院|卫生院|卫生室|银行|酒店|园区|养老院|养老机构)(?:共|已|现|总数|数量|发展|增加|增长|有|达|到|了|约|近|超过)*"
    f"{NUMBER}(?:[，。；、]|$)"
)
# 社区已加装电梯9部: the one told of.
_COMMUNITY = re.compile(
    r"(?:社区|街道|嘎查|苏木)(?P<acts>(?=集体|有|[已共现还又先累]|计划|投入|建[有设成立]|拥有|通过|组织|开展|成立|召开|新[增建]|招募|收集|解决|改造|打造|设[有立]|邀请|引[进入]|举办|为|将|每|常住|辖|\ue002))?"
)
_SHARED_OF = re.compile(f"{PLACE}的?{NUMBER}")
_SHARE_BEFORE = re.compile(f"占[^，。；、]{{1,10}}{NUMBER}(?:左右|以上)?[、，]?$")
_NEAR_SHARE = 16
_LONGEST_REACH = 5  # 科技辅导员|达到286名
_SKIPPED = frozenset((PERSON, _POST))


class _Starts(NamedTuple):
    """The letters that what `trim_head` passes over starts with, bodies aside: few clauses do."""

    country: frozenset[str]
    firm: frozenset[str]
    approach: frozenset[str]
    bare: frozenset[str]
    little: frozenset[str]
    lead: frozenset[str]
    kind: frozenset[str]
    any: frozenset[str]


@lru_cache
def _starts() -> _Starts:
    country, firm, approach, bare, little, lead, kind = map(
        _starts_of,
        (foreign_countries(), _FIRM_WORD, _APPROACH, _BARE, _LITTLE, leading_words(), _KIND_HEAD),
    )
    numerals = frozenset("一二三四五六七八九十他她社街嘎苏企自")
    every = numerals | country | firm | approach | bare | little | lead | kind
    return _Starts(country, firm, approach, bare, little, lead, kind, every)


def _starts_of(pattern: re.Pattern[str]) -> frozenset[str]:
    known = first_characters(pattern.pattern)
    assert known is not None
    return frozenset(known)


def trim_head(
    context: Context, sentence: Sentence, start: int, end: int, *, bodied: bool
) -> tuple[int, bool]:
    """Where the phrase proper starts between two positions of a marked sentence.

    Times and subjects on the way are met by the context.

    Args:
        bodied: what `may_name_body` says of the sentence.

    Returns:
        the position, and whether a time was met.
    """
    marked, starts, first = sentence.marked, _starts(), start
    dated = False
    person = marked.find(PERSON, start, end)
    if _INSIDE.match(marked, start, end):
        context.whose.meet_bare("全" + marked[start])
    elif purse := _PURSE.match(marked, start, end):
        context.whose.meet_bare("全" + marked[start])  # 县财政每年安排3000万元
        start = purse.end()
    elif marked.startswith("本地", start):
        context.whose.meet_bare("本地")
    elif _OF_VILLAGE.match(marked, start, end):
        context.whose.meet_own(marked[start])
    while start < end:
        character = marked[start]
        if start < person and says_living(marked, start, person):
            start = person
            continue
        # A cheap look: what `_pass_word` may pass must start with one of `_starts`.
        if (
            character.isalpha()
            and not bodied
            and character not in starts.any
            and character not in context.whose.short_starts
        ):
            break
        if character == PLACE and _SHARED_OF.match(marked, start) and _is_share(marked, start):
            break  # 占全国的五成、全省的八成
        if character == "在" and (site := end_site(context, sentence, start, end)) is not None:
            start = site  # 在小山镇新建温室: where it is done, not who does it
            break
        if character == "在" and (where := pass_where(context, sentence, first, start)):
            step = where
        elif character == "自" and _tells_since(sentence, start + 1):
            step = 1
        elif character == DATE and start in sentence.slots:
            step = _pass_time(context, sentence, start, end)
            dated = dated or step > 0
        else:
            step = _pass_word(context, sentence, start, end, first, bodied=bodied)
        if not step:
            break
        start += step
    if _CLASS_COUNTED.match(marked, start):
        context.whose.leave_body()  # 农民专业合作社达320家: none of the hospital told of before
    return start, dated


def _is_share(marked: str, start: int) -> bool:
    """Whether a place stands in a list of those that something is a share of."""
    return _SHARE_BEFORE.search(marked, max(0, start - _NEAR_SHARE), start) is not None


def _tells_since(sentence: Sentence, position: int) -> bool:
    """Whether a time says itself since when: 自2021年以来; 自2019年成立以来 is a deed's."""
    mention = sentence.slots.get(position)
    return mention is not None and mention.kind == "date" and mention.value.text.endswith(_SINCE)


def _pass_time(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass of a time and what goes with it: none of 年初预算."""
    if is_budgeted(sentence, start):
        return 0
    marked, mention, when = sentence.marked, sentence.slots[start], context.when
    value, time = mention.value, when.time
    stands = time.stands_until(mention, sentence.start) or (
        time.runs_until(mention, sentence.start) and marked[start + 1 : start + 2] != "的"
    )
    over = value.kind != "deadline" and not when.publication.is_to_come(value.period or value.date)
    closed = over and marked[end : end + 1] in _CLOSES
    elsewhere = closed and _OF_EVENT.match(marked, start + 1, end)
    elsewhere = elsewhere and not time.tells_another_year(mention)
    stands = stands or names_batch(marked, start)
    stands = stands or (names_event(marked, start) and time.is_day_within(mention, sentence.start))
    if not _OF_LIFE.match(marked, start + 1) and not stands and not elsewhere:
        when.meet_time(mention)
    after = _AFTER_TIME.match(marked, start + 1, end)
    return after.end() - start if after else 1


def _pass_word(
    context: Context, sentence: Sentence, start: int, end: int, first: int, *, bodied: bool
) -> int:
    """How many positions to pass of a name or a word that is no time: 0 where the phrase starts."""
    marked = sentence.marked
    character = marked[start]
    if character in "“‘" and "”" not in marked[start:end]:
        return 1
    if bodied and (step := pass_described_body(context, sentence, start, end)):
        return step
    mention = sentence.slots.get(start)
    if mention is not None and character in (PLACE, ORGANISATION):
        if mention.kind == "organisation" and _is_measured(sentence, start, end, first):
            context.whose.leave_body()
            meet_place_of(context, sentence, mention)  # 全县现有中小学86所
            return 0  # what is counted: 新建学校7所; 归属于上市公司股东的净利润
        return pass_name(context, sentence, start, end)
    if character in _SKIPPED:
        return _pass_holder(context, sentence, start, end)
    if character in _starts().country and (found := foreign_countries().match(marked, start, end)):
        if context.whose.home not in (None, "中国"):
            return 0
        context.whose.subject = found[0]
        return found.end() - start
    return _pass_unnamed_body(context, sentence, start, end, bodied=bodied) or _pass_leading(
        context, marked, start, end
    )


def _is_measured(sentence: Sentence, start: int, end: int, first: int) -> bool:
    """Whether a body is what a number counts, rather than whose it is: 新建学校7所."""
    marked = sentence.marked
    if sentence.slots[start].value.name.startswith("归属"):
        return True
    counted = _is_counted(sentence, start + 1, end) or marked.startswith(f"户{NUMBER}", start + 1)
    return counted and not (start == first and _COUNTS_OWN.match(marked, start + 2))


def _pass_holder(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass of a person or a post: whoever speaks tells of his own."""
    marked = sentence.marked
    if marked[start] == _POST and (whole := WHOLE.match(sentence.slots[start].value.title)):
        context.whose.meet_bare(whole[0])  # 全县共有教师
    reach = marked.find(NUMBER, end, end + _LONGEST_REACH) if start + 1 == end else -1
    if reach >= 0 and _is_counted(sentence, reach, reach):
        return 0
    if _is_counted(sentence, start + 1, end) or _OF_POST.match(marked, start + 1, end):
        return 0
    if marked[start] == _POST:
        if speaks(marked, start):
            meet_speaker(context, sentence, start)
        return 1
    return pass_person(context, sentence, start, end)


def _meet_brand(context: Context, sentence: Sentence, start: int) -> bool:
    """Take the firm by whose brand alone the sentence opened, of 该公司: 远帆药业…，该公司…."""
    if sentence.marked[start] != "该":
        return False
    brand = _BRAND.match(sentence.text.lstrip())
    if brand is None or sentence.text.find("该") < brand.end():
        return False
    context.whose.meet_speaker(brand[0])
    return True


def _pass_unnamed_body(
    context: Context, sentence: Sentence, start: int, end: int, *, bodied: bool
) -> int:
    """How many positions to pass of a body told of by its kind, its short form or half a name."""
    marked, whose = sentence.marked, context.whose
    character = marked[start]
    if character == "该" and marked[start + 1 : start + 2] == _POST:
        return context.whose.meet_that_office(sentence.slots[start + 1].value.title)
    if character in "他她":
        return pass_pronoun(context, marked, start, end)
    zone = THE_ZONE.match(marked, start, end)
    if zone and whose.meet_zone(zone[0]):
        return zone.end() - start
    if _THE_FIRM.match(marked, start, end) and whose.meet_enterprise():
        return 2
    if character in _starts().kind and (kind := _KIND_HEAD.match(marked, start, end)):
        return kind.end() - start if whose.meet_kind(kind[0]) else 0
    if character in "社街嘎苏" and (own := _COMMUNITY.match(marked, start, end)):
        acts = own["acts"] is not None or leading_deed().match(marked, own.end(), end)
        return own.end() - start if acts and whose.meet_community(own[0]) else 0
    firm = _FIRM_WORD.match(marked, start) if character in _starts().firm else None
    if firm and firm.end() <= end:
        met = whose.meet_firm(firm[0]) or _meet_brand(context, sentence, start)
        return firm.end() - start if met or not firm["thing"] else 0  # 隧道全长3500米
    if (
        character in whose.short_starts
        and not _LONGER.match(marked, start, end)
        and (step := whose.meet_short(marked[start : min(end, start + 8)]))
    ):
        return step
    return pass_plain_body(context, sentence, start, end) if bodied else 0


def _pass_leading(context: Context, marked: str, start: int, end: int) -> int:
    """How many positions to pass of the words, numbering and signs that lead to the phrase."""
    starts, character = _starts(), marked[start]
    if character in starts.approach and (found := _APPROACH.match(marked, start, end)):
        return found.end() - start
    if character in starts.bare and (found := _BARE.match(marked, start, end)):
        if found[0].startswith("全国") and marked[start - 1 : start] == PLACE:
            return 0  # 我市|全国卫生乡镇
        if not is_title(marked, found.end()):
            context.whose.meet_bare(found[0].rstrip("的").replace("们", ""))
        return found.end() - start
    found = None
    if character in _NUMBERING_STARTS or character.isdecimal():
        found = _pass_numbering(context, marked, start, end)
    if found is None and not character.isalpha():
        found = _SIGNS.match(marked, start, end)
    if found is None and character in starts.little:
        found = _LITTLE.match(marked, start, end)
    if found is None and character in starts.lead:
        found = leading_words().match(marked, start, end)
        deed = inner_deed().match(marked, start, end) if found else None
        if found and deed and len(deed[0]) > len(found[0]):
            return 0
    if found and (now := _NOW.match(found[0])):
        context.when.meet_now(now[0])
    return found.end() - start if found else 0


def is_budgeted(sentence: Sentence, position: int) -> bool:
    """年初预算, 年度计划投资: whether a time says not when, but which."""
    mention = sentence.slots.get(position)
    early = mention is not None and mention.kind == "date" and mention.value.text in EARLY
    return early and bool(_BUDGETED.match(sentence.marked, position + 1))


def _pass_numbering(context: Context, marked: str, start: int, end: int) -> re.Match[str] | None:
    """The numbering of an item; one in brackets goes back to whose the article is."""
    if _CHAPTERED.match(marked, start, end):
        context.whose.leave_side()
    return _NUMBERING.match(marked, start, end)


def _is_counted(sentence: Sentence, position: int, end: int) -> bool:
    """Whether a name stands right before the number of a count: 新建学校7所."""
    mention = sentence.mention_at(end) if position == end else None
    return mention is not None and unit_kind(getattr(mention.value, "unit", None)) == "count"
