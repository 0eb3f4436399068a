"""The head of a clause: times, subjects and little words in front of what is measured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsie.article import MENTION_MARKS, Sentence
from newsie.measure.carry import Context
from newsie.measure.clause import DATE, ORGANISATION, PLACE
from newsie.measure.words import (
    foreign_countries,
    inner_deed,
    leading_deed,
    leading_words,
    unit_kind,
)
from newsie.triggers import first_characters

_BARE = re.compile(
    r"(?:全[省市区县州镇乡村国院厂](?!性|面|局|体|域|家)|全街道|该(?:[省市区县州旗镇乡村]|街道)(?![级域民委政场])|(?:[我本俺咱]|该(?!州[一-鿿]{0,2}[县市]))[省市区县州国镇乡村](?!级))的?"
)
_SIGNS = re.compile(r"[^\w“‘《「\ue000-\uf8ff]+")
_NUMBERING = re.compile(
    r"(?:\d{1,2}[.、．]|0\d(?=\s*[一-鿿])|[（(]?[一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}[是、])\s*"
)
_AFTER_TIME = re.compile(
    r"(?:以来|期间|[底末初][前后]?|[前后](?=[，,])|[，,]|全[年省市区县国](?![一-鿿]?[域面体局])|当月|累计|时(?![速间])"
    r"|内(?![贸河资外部])|[起止的]|\d{1,2}[:：]\d\d|\d{1,2}时(?:\d{1,2}分)?|[上下中]午|凌晨)+"
)
_LITTLE = re.compile(
    r"共(?=计划)|共(?![享同治创有计青]|产[党主]|和国|建(?!成))|现(?=\ue001)|为(?=[\ue001一-鿿]{0,3}\ue001)|今(?=\ue001)|有(?=[“\ue001])"
)
# What follows a body that is only quoted: 市统计局发布的数据显示.
_QUOTED = re.compile(
    r"[^，；。]{0,14}?(?:显示|介绍|通报|获悉|了解到|发布|公布|说|表示"
    r"|称|召开|举行|举办|透露|指出|核算|提供|意见|认为|预计|预测)"
)
_LISTED = re.compile(
    r"、[^，；。、\ue001]{1,8}(?:[、和及][^，；。\ue001]{1,8}){0,4}?等(?:[^\d\ue001]{2}|$)"
)
# 平原籍人士, 平原等24省, 平原等12个县.
_OF_MANY = re.compile(r"籍|等(?:地的?)?(?:\ue001|\d+[省市县区州个])")
# Those who come from somewhere: 广东游客, 湖北的果商.
_COMERS = re.compile(
    r"的?(?:老年|青年|知名)?(?:游客|旅客|专家|客商|果商|商人|客户|企业家|商会|选手|艺术家|志愿者)"
)
# 远帆学校等10所学校, 远帆厂、小平集团等4个项目: among which they are.
_AMONG_MANY = re.compile(r"(?:、[^，；。\ue001]{1,60}?)?等(?=\ue001)")
# Who speaks for a village or a firm tells of it: 村党支部书记王小平说.
_SPEAKS = re.compile(r"[^，；。：\ue001]{0,12}?(?:说|介绍|告诉|坦言|表示|算[了起])")
_SPOKEN_FOR = re.compile(
    r"^(.{2,}(?:公司|集团|厂|合作社|农场|(?<!农)村|社区))(?:党(?:总?支部?|委)(?:委员会)?|村委会|村民委员会|居委会|两委|委会)?$"
)
_SOURCED = re.compile(r"的?(?:初步)?(?:统计)?(?:数据|统计|核算|监测|消息|报道|通报|测算|分析)，")
# Words that lead to the deed, not to what is counted: 开幕式上集中签约, 向石柱县捐赠, 这种轴承.
_APPROACH = re.compile(
    r"由(?=\ue004[^，；。\ue001]{0,6}投资)|在[\ue003\ue004][^，；。]{0,12}?[中里](?=[排位居列名])|(?:开幕式|仪式|会议|论坛|大会|活动|现场)(?:上|中|期间)?(?=[一-鿿]{2})"
    r"|在(?=[\ue003\ue004])|[向为给对][\ue003\ue004](?=[一-鿿]{2})|(?:这"
    r"|该)(?:[种个些座条批台辆架艘款套站局所行店队馆社园]|中心|基地|家(?:企业|公司|工厂|单位)|项(?!目))?(?=[一-鿿]{2})"
    r"|[省市区县镇乡村局厂]里(?=计划|今年|将|拟|投|已|共|还|新|为|又|安排|拨|筹)"
)
_FIRM_WORD = re.compile(
    r"(?:公司|集团(?!军)|合作社|医院|学校|该校|该院|我校|我院|我们公司"
    r"|该企业|厂里|该(?:局|站|所|行|厂|社|中心|公司|集团|分局|支队|大队|院|校))(?=[一-鿿\ue001-\ue006，])"
)
_EXTENDED = re.compile(
    r"[一-鿿]{0,6}?(?:老街|片区|园区|工业园|产业园|科技园|物流园|创业园|工业集中区|示范区|开发区|经开区|高新区|景区|火车站"
    r"|汽车(?:总)?站|水文站|客运站|站(?=[发到][送发])|机场|港|口岸|社区|大街)"
    r"(?=[一-鿿\ue001\ue002]|$)"
)
# 敦化县, where the gazetteer knows a 敦化市: a division by a name that it had.
_LEVELLED = re.compile(
    r"[县市区](?![域场民城级内政区委志花情镇乡村属直管外立际间别容花长容人教公农林水交财])(?=[一-鿿\ue001])"
)
_STEM = re.compile(r"(?:[省市区县镇乡村旗州盟国]|街道|社区|地区)$")
# A sight at the head of a clause, before what it counts: 玉皇养生谷接待游客.
_SIGHT = re.compile(
    r"(?:(?![的在将于与和对向由共已为以据而但各全])[一-鿿\ue003]){1,12}?"
    r"(?:古镇|[谷山湖寨峡洞岛寺园馆沟海村城塔宫庙街巷坊滩岩溪泉坪坝岭峰原]|景区|名胜区|度假区|小镇|绿道|草原|瀑布|湿地|街区|遗址|庄园|乐园|世界|农庄|基地|林场|院落|码头)"
    r"(?=(?:共|累计|日均|单日|当日|当天)?接待(?:了)?(?:国内|海外|入境|境外)?(?:游客|旅客|游人|市民|观众|参观)[^，；。]{0,6}\ue001)"
)
# A name that only starts like a short form: 榕江站 in 榕江县, 鄱阳湖.
_LONGER = re.compile(
    r"[一-鿿]{2,3}(?:[站湖江河港山桥]|机场|大道|大桥|水库|灌区|高速|铁路|[东西南北]站"
    r"|[东南西北]?至(?!今|\ue002))(?!镇|乡|街道|村)"
)
# Classes of bodies, or a verb with its object, taken for the name of one.
_NO_BODY = re.compile(
    r"(?:完成|建设(?!银行|集团|局|厅|部|委|厂|工程|投资|兵团|路|街|镇|乡|村|公司|监理|开发|发展|控股|中|实业|机械|工业)|[一-鿿]{1,3}性(?:幼儿园|学校|医院|企业|机构)|普惠|公办|民办|规[上模]|龙头|持续|扩大|继续|进一步|加快|积极|大力|高度|统筹|坚持|围绕|组织|欢迎|利用|依托|通过|采取|扶持|带动|包括|聚焦|着眼|瞄准|锚定|认真|坚决|切实|深入|贯彻|落实|落细|大幅|牢牢|抓[好实]|办好|用[好足活]|做[好强优大精]|确保|建好|管好|守好|保障|夯实|巩固|深化|打造|培育|引进|启动|改造|投用|健全|多元|已完成|[全我][省市区县州镇乡国]|[国省市区县乡镇村]家?级|各[省市区县镇乡级类家地]|暑期|民用|大型|中小|优质|现有|部分|首批|多[家所个]|具有|拥有|接受|取得|明年|今年"
    r"|去年|上半年|下半年|新建|改建|扩建|拟建|[省市区县境辖]内|辖区|定点|减少|增加|压减|加强|推进"
    r"|推动|强化|完善|提升|提高|支持|帮助|引导|鼓励|协调|督促|争取|落实|开展|实施|建成|优化|\d)|[^（(]{0,8}\d+[余多]?[所家个座]"
)
# Villages of a kind, not one of a name.
_CLASS_OF_VILLAGE = re.compile(
    r"(?:撤并|建制|合并|深度|信用|示范|贫困|先进|文明|试点|重点|样板|行政|自然|中心|城中|美丽|空心|薄弱|精品|特色|示范"
    r"|整治|治理|入|驻|邻|外|出列|脱贫|产业|帮扶|未来|和美|生态|民族|传统|古|旧|老)[乡镇村]"
)
# 完成年初预算, 年初计划: not when, but which.
EARLY = frozenset(
    ("年初", "上年", "上年度", "年底", "年末", "月初", "上年末", "去年底", "年度", "全年度", "当年")
)
_BUDGETED = re.compile(r"的?(?:预算|计划|目标|下达|确定|定|批准|代编|人代会|安排|任务|结转|结余)")
# Bodies that go by no name of their own kind, at the head of a clause.
_BODY_HEAD = (
    "代表团|国队|家队|救援队|法庭|交易所|水文站|汽车站|汽车总站|火车站|客运站|管理局|铁路局|特大桥"
    "|新通道|发展改革委|发改委|风景区|景区|古城|古镇|度假区|温泉|博物馆"
)
_CLASS_OF_BODY = re.compile(
    r"[一-鿿A-Z]级|^(?:实现|完成|达到|接待|建成|打造|创建|新增|带动|促进)|旅游景|红色|重点|主要|乡村|景点|包括|^风?景区|^古[城镇]|^度假区|^温泉|^博物馆|各|全[县市区省]|(?<!国)家|个|热门|周边|收费|开放"
)
_BRAND = re.compile(
    r"[省市县区]?(?:著名|驰名|知名|名牌|老字号|地理标志|专利|科技进步|文明|卫生)(?=[一-鿿])"
)
_AIDED = re.compile(r"(?:和[\ue003\ue004])?(?:援建|捐建|承建|援助)[一-鿿]{0,6}(?:项目|工程)")
_MEDIUM = re.compile(r"[一-鿿]{0,2}(?:日报|晚报|卫视|电视台|广播|新闻网|发布、)")
_CLASS_OF_SIGHT = re.compile(
    r"^\ue003?(?:公园|景区|古镇|名胜区|乡村|景点|民宿|农庄|基地|街区|小镇|[A-Z\d])|[市县区]域|等|家$|类|场馆$|展馆$"
)
_TEAM = re.compile(r"\ue003[一-鿿]{0,8}?代表团(?=[一-鿿\ue001\ue002])(?!长|员|团)")
_BODY_HEADS = _BODY_HEAD.split("|")
_BODY = re.compile(
    r"(?:(?!的|在|将|于|与|和|对|向|由|共|已|为|以|据|而|但)[一-鿿\ue003]){0,12}?"
    rf"(?:{_BODY_HEAD})(?:(?<=救援队)伍)?(?=[一-鿿\ue001\ue002])(?!站|员|伍|长)"
)
# What is told of the whole again: （二）园区经济健康运行.
_CHAPTERED = re.compile(r"[（(][一二三四五六七八九十][）)]")
# A division that is in no list of today's: 敦化县.
_SUFFIXED = re.compile(r"[县市区](?![级域民委政场城里内外长直])")
_STEM = re.compile(r"[省市区县镇乡州旗盟村道国]$")
_OF_TOWN = re.compile(r"(?:主|老|新|中心)?城区(?!域)")
_AND_BODY = ORGANISATION + "、"
_POST = MENTION_MARKS["post"]
_SKIPPED = frozenset((MENTION_MARKS["person"], _POST))
_VILLAGE = re.compile(r"(?:村|社区|园区|开发区|经开区)$")


class _Starts(NamedTuple):
    """The letters that what `trim_head` passes over starts with, bodies aside: few clauses do."""

    country: frozenset[str]
    firm: frozenset[str]
    approach: frozenset[str]
    bare: frozenset[str]
    little: frozenset[str]
    lead: frozenset[str]
    any: frozenset[str]


@lru_cache
def _starts() -> _Starts:
    country, firm, approach, bare, little, lead = map(
        _starts_of,
        (foreign_countries(), _FIRM_WORD, _APPROACH, _BARE, _LITTLE, leading_words()),
    )
    numerals = frozenset("一二三四五六七八九十")
    every = numerals | country | firm | approach | bare | little | lead
    return _Starts(country, firm, approach, bare, little, lead, every)


def _starts_of(pattern: re.Pattern[str]) -> frozenset[str]:
    known = first_characters(pattern.pattern)
    assert known is not None
    return frozenset(known)


def may_name_body(sentence: Sentence) -> bool:
    """Whether a body of those that go by no name of their own kind may stand in a sentence."""
    return any(map(sentence.marked.__contains__, _BODY_HEADS)) or "接待" in sentence.marked


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
    marked, starts = sentence.marked, _starts()
    dated = False
    while start < end:
        character = marked[start]
        # A cheap look: what a branch below may start with must be among `_starts`.
        sign = not character.isalpha()
        if not (
            sign or bodied or character in starts.any or character in context.whose.short_starts
        ):
            break
        mention = sentence.slots.get(start)
        if mention is not None and character == DATE:
            if is_budgeted(sentence, start):
                break
            if not (
                context.when.runs_until(mention, sentence.start)
                and marked[start + 1 : start + 2] != "的"
            ):
                context.when.meet_time(mention)
            dated = True
            start += 1
            if after := _AFTER_TIME.match(marked, start, end):
                start = after.end()
        elif character in "“‘" and "”" not in marked[start:end]:
            start += 1
        elif (
            "接待" in marked[start:end]
            and (found := _SIGHT.match(marked, start))
            and not _CLASS_OF_BODY.search(found[0])
            and not _CLASS_OF_SIGHT.search(found[0])
        ):
            context.whose.subject = expand(sentence, start, found.end())
            start = found.end()
        elif bodied and character == PLACE and (found := _TEAM.match(marked, start, end)):
            context.whose.meet_body(expand(sentence, start, found.end()))
            start = found.end()
        elif mention is not None and character in (PLACE, ORGANISATION):
            if mention.kind == "organisation" and _is_counted(sentence, start + 1, end):
                break  # what is counted: 新建学校7所
            step = _pass_name(context, sentence, start, end)
            if not step:
                break
            start += step
        elif character in _SKIPPED:
            if _is_counted(sentence, start + 1, end):
                break
            if character == _POST and _SPEAKS.match(marked, start + 1):
                _meet_speaker(context, sentence, start)
            start += 1
        elif character in starts.country and (
            found := foreign_countries().match(marked, start, end)
        ):
            if context.whose.home not in (None, "中国"):
                break
            context.whose.subject = found[0]
            start = found.end()
        elif character in starts.firm and (found := _FIRM_WORD.match(marked, start, end)):
            context.whose.meet_firm(found[0])
            start = found.end()
        elif (
            character in context.whose.short_starts
            and not _LONGER.match(marked, start, end)
            and (step := context.whose.meet_short(marked[start : min(end, start + 8)]))
        ):
            start += step
        elif (
            bodied
            and (found := _BODY.match(marked, start, end))
            and found.end() < end
            and not leading_deed().match(found[0])
            and not _CLASS_OF_BODY.search(found[0])
        ):
            context.whose.meet_body(expand(sentence, start, found.end()))
            start = found.end()
        elif character in starts.approach and (found := _APPROACH.match(marked, start, end)):
            start = found.end()
        elif character in starts.bare and (found := _BARE.match(marked, start, end)):
            context.whose.meet_bare(found[0].rstrip("的"))
            start = found.end()
        elif (
            found := _pass_numbering(context, marked, start, end)
            or (_SIGNS.match(marked, start, end) if sign else None)
            or (_LITTLE.match(marked, start, end) if character in starts.little else None)
        ) or (
            character in starts.lead
            and (found := leading_words().match(marked, start, end))
            and not (
                (deed := inner_deed().match(marked, start, end)) and len(deed[0]) > len(found[0])
            )
        ):
            start = found.end()
        else:
            break
    return start, dated


def _pass_name(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass: the name is the subject, is only quoted, or belongs here: 0."""
    mention = sentence.mention_at(start)
    assert mention is not None
    if _LISTED.match(sentence.marked, start + 1, end):
        return 0  # 虎丘、拙政园、留园等景点接待量
    if mention.kind == "organisation" and _NO_BODY.match(mention.value.name):
        return 0
    if mention.kind == "place" and _OF_MANY.match(sentence.marked, start + 1):
        return 0
    if mention.kind == "place" and _COMERS.match(sentence.marked, start + 1):
        return 1 if mention.value.name[:2] in (context.whose.home or "") else 0
    if mention.kind == "organisation" and (
        among := _AMONG_MANY.match(sentence.marked, start + 1, end)
    ):
        return among.end() - start
    if mention.kind == "place" and _OF_TOWN.match(sentence.marked, start + 1):
        return 0  # 临平城区防洪标准
    if mention.kind == "place" and _is_verb(context, mention.value.name):
        return 0
    if mention.kind == "place" and _CLASS_OF_VILLAGE.fullmatch(mention.value.name):
        return 0
    quoted = _QUOTED.match(sentence.marked, start + 1) or (
        sentence.marked[:start].endswith(("据", "根据"))
        and _SOURCED.match(sentence.marked, start + 1)
    )
    if mention.kind == "organisation" and quoted:
        context.whose.keep_organisation(mention)
        if _SPEAKS.match(sentence.marked, start + 1):
            _meet_speaker(context, sentence, start)
        return 1
    if _AIDED.match(sentence.marked, start + 1):
        return 0  # 大唐集团援建项目4项
    name = mention.value.name
    level = _LEVELLED.match(sentence.marked, start + 1)
    if mention.kind == "place" and level and not _STEM.search(name):
        context.whose.subject = name + level[0]
        return 2
    if mention.kind == "place" and _BRAND.match(sentence.marked, start + 1):
        return 0
    if mention.kind == "place" and _MEDIUM.match(sentence.marked, start + 1):
        return 0  # 在四川日报用稿300件
    if mention.kind == "place" and (found := _EXTENDED.match(sentence.marked, start + 1, end)):
        context.whose.subject = mention.value.name + found[0]
        return found.end() - start
    named = _SUFFIXED.match(sentence.marked, start + 1, end)
    if mention.kind == "place" and named and not _STEM.search(mention.value.name):
        context.whose.subject = mention.value.name + named[0]
        return 2
    if mention.kind == "organisation" and sentence.marked[:start].endswith("确保"):
        return 0  # 确保育英小学建成: whose school it is has been said
    if mention.kind == "organisation" and sentence.marked[:start].endswith(_AND_BODY):
        context.whose.keep_organisation(mention)
        return 1  # 远帆公司、启航公司
    context.whose.meet_subject(mention)
    return 1


def _meet_speaker(context: Context, sentence: Sentence, position: int) -> None:
    """Take the village or firm that who speaks at a position has an office in."""
    office = sentence.slots[position]
    for mention in sentence.mentions_of("organisation"):
        if office.start <= mention.start and mention.end <= office.end:
            spoken = _SPOKEN_FOR.match(mention.value.name)
            if spoken:
                context.whose.meet_speaker(spoken[1])
            return
    for mention in sentence.mentions_of("place"):
        if office.start <= mention.start < office.end and _VILLAGE.search(mention.value.name):
            context.whose.meet_speaker(mention.value.name)
            return


def speaks(sentence: Sentence) -> bool:
    """Whether somebody with an office speaks at the head of a sentence."""
    return sentence.marked[:1] == _POST and _SPEAKS.match(sentence.marked, 1) is not None


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


def _is_verb(context: Context, name: str) -> bool:
    """新建县 of 新建县城公厕: the verb, unless the article is at home there."""
    return name in ("新建县", "新建区") and not (context.whose.home or "").startswith(
        ("新建", "南昌")
    )


def expand(sentence: Sentence, start: int, end: int) -> str:
    """The wording between two positions of a marked sentence."""
    first, last = sentence.bounds[start], sentence.bounds[end]
    return sentence.text[first - sentence.start : last - sentence.start]
