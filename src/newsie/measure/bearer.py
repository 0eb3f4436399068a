"""A name at the head of a clause in: the context told that the figures are its own, or not.

A name bears no figure that is only quoted (市统计局发布), says among what or by what means
(在全省99个开发区中, 通过某会议), stands for many (远帆厂等4个项目), or belongs to what is counted.
"""

from __future__ import annotations

import re

from newsie.article import Mention, Sentence
from newsie.gazetteers import PROVINCES, ZONES
from newsie.measure.carry import Context
from newsie.measure.clause import DATE, ORGANISATION, PLACE
from newsie.measure.named import is_place_name, name_body
from newsie.measure.speech import meet_speaker, speaks_behind
from newsie.measure.words import leading_deed, produce
from newsie.triggers import compile_quick
from newsie.values import PlaceValue

# What follows a body that is only quoted: 市统计局发布的数据显示.
_QUOTED = re.compile(
    r"[^，；。]{0,14}?(?:显示|获悉|了解到|说|表示|透露|指出|核算|意见|认为|预计|预测|(?<![名职简])称"
    # 县妇联举办培训班12期, 县纪委通报案例8起: what it did itself.
    r"|(?:介绍|通报|发布|公布|提供|召开|举行|举办)(?:的|(?![^，；。：]{0,16}\ue001)))"
)
_DATA = re.compile(r"[^，；。]{0,10}?(?:数据|统计|核算|监测|结果)[^，；。]{0,4}(?:显示|表明)")
_LISTED = re.compile(
    r"、[^，；。、\ue001]{1,8}(?:[、和及][^，；。\ue001]{1,8}){0,4}?等(?:[^\d\ue001]{2}|$)"
)
# 平原籍人士, 平原等24省, 平原等12个县.
_OF_MANY = re.compile(r"籍|等(?:地的?)?(?:\ue001|\d+[省市县区州个])")
# 宁德博发、江苏嘉盛: firms by their short names, side by side.
_FIRM_IN_LIST = re.compile(
    rf"{PLACE}(?![省市区县镇乡])[一-鿿]{{2,4}}、(?:{PLACE}[一-鿿]{{2,4}}(?=[、，等]|$)|[一-鿿]{{2,6}}、)"
)
_WITH = re.compile(rf"(?:^|[，。；{DATE}]){PLACE}[与同和]$")
_ALLIED = re.compile(
    r"[^，。；\ue001]{0,6}?(?:协作|合作|结对|对接|签[订署约]|携手|联合|共建|帮扶|开展)"
)
_SIGNED = re.compile(
    "[^，。；\ue001]{0,6}?(?:签[订署约]|达成|携手|联合|共建|结对|合作(?=[，办建开]))"
)
_HELD = re.compile(r"(?:隆重|成功|顺利|联合)?(?:举[行办]|召开|签[约署]|参加|出席|开展)")
# Those who come from somewhere: 广东游客, 湖北的果商.
_COMERS = re.compile(
    r"的?(?:老年|青年|知名)?(?:游客|旅客|专家|客商|果商|商人|客户|企业家|商会|选手|艺术家|志愿者)"
)
# 远帆学校等10所学校, 远帆厂、小平集团等4个项目: among which they are.
_AMONG_MANY = re.compile(r"(?:、[^，；。\ue001]{1,60}?)?等(?=\ue001)")
_BEHIND_PREPOSITION = re.compile(r"(?:通过|经由?|依托|借助|得益于|立足|围绕|对标)$")
_HELPED = re.compile(
    r"[^，；。\ue001]{0,16}?(?:帮助|支[持援]|[援资]助|指导|带动|带领|扶持|推动|引导|协调|牵线|努力|组织|动员|影响|鼓励|关怀|帮扶)[^，；。\ue001]{0,6}下$"
)
WHOLE = re.compile(r"[全我][省市区县州旗国镇乡村]|全(?:街道|苏木|嘎查)")
_SIDE_OF = re.compile("以[东南西北](?!向|部)")
_SCOPE = re.compile(
    r"(?<=在[\ue003])[^，；。]{0,12}?(?:个|家|所)[^，；。]{0,8}?[中里内](?:[，排位居列名]|$)"
)
# 阿里云总部等4个项目, where a place is only thought to be named.
_EXAMPLE = re.compile(r"(?![共新实完累])[一-鿿\ue001-\ue006]{1,16}?等(?=\ue001)")
_SOURCED = re.compile(r"的?(?:初步)?(?:统计)?(?:数据|统计|核算|监测|消息|报道|通报|测算|分析)，")
_EXTENDED = re.compile(
    rf"(?!各|[村镇]级|镇村|乡镇|小微|众创|(?:国家|[省市区县])级)(?:(?![还也又将在已正把向对与于从拟最佳以由使让])[一-鿿]){{0,6}}?(?:{ZONES}|老街|片区|景区|服务区|灌区|收费站|(?:农贸|批发|专业)市场|(?:污水处理|自来水|水泥|化肥|造纸|印刷|食品|制药|纺织|服装|机械|农机|热电|发电)厂|种[羊猪牛畜]场|[马农林牧茶渔]场|火车站"
    r"|汽车(?:总)?站|水文站|客运站|站(?=(?:日均|累计|共|单日|全天|预计)*[发到][送发])|机场|港(?!新?区)|口岸|社区|大街"
    r"|(?:人民)?(?:法院|检察院)|公安机关|检察机关|警方)"
    r"(?=[一-鿿\ue001\ue002]|$)"
)
_NO_DIVISION = re.compile(
    "平原|半岛|盆地|(?!省|市)[一-鿿]{3,14}?(?:基地|厂区|产业园|工厂)项目(?:总|计划|占地|年|\ue001)"
)
# What a place's name only opens in quotes, and all the branches of a bank or office.
_QUOTED_NAME = re.compile("[^，。；：“”]{1,14}”")
_SYSTEM = re.compile("[^，。；]{0,8}系统[中内]?(?:名列|排名|排|位[居列]|[列居])")
# 寿阳|山墓园, 江津|湾: a name that only starts like a division's.
_LONGER = re.compile(
    r"[山湖江河湾峡岭坑溪坪沟塘寺塔桥洲岛滩泉](?![镇乡村区县市]|街道|[水区]域|流域)[一-鿿]{0,6}?"
    r"(?P<kind>墓园|陵园|公墓|服务区|水库|水利枢纽|[水电]站|[大特]桥|隧道|古道|景区|旅游区|度假区|[庄果茶田公乐]园|[农林牧]场|酒店|山庄|农庄)?"
)
# 启航|地铁7号线小山段, 启航|至远帆高速: a line that only starts elsewhere.
_LINE = re.compile(
    r"(?:[至到—-]+\ue003)?(?:[东西南北中内外]|绕城|[内外]环|城际|轨道|\d号?|[一二三四五六七八九]号){0,2}"
    r"(?:地铁|交通[A-Z\d]|轻轨|有轨电车|高铁|铁路|高速|快速路|大道|环线|国道|省道|公路|航道|输水|天然气管)(?![局集公口警学中]|路局)"
    r"|(?:[至到—-]+\ue003)[一-鿿]{0,4}?(?:公路|高速|铁路|航线|班列|隧道|大桥)"
)
_PROVINCES = compile_quick(PROVINCES)
# 远帆|税务累计办理: the bureau, without its kind.
_SERVICE = re.compile(
    "(?:税务|公安|供电|电力|消防|交警|烟草|邮政|医保)"
    "(?=累计|共|先后|已|还|今年|为|办理|组[建织]|开展|走访|抓获|破获|查处|投入|出动|\ue002)"
)
_OF_WORKS = re.compile("[^，。；]{0,10}?(?:工程|项目|除险|加固|改造|建设|扩建|修复|治理)")
# 远帆|电投小山公司: a firm by a name that no finder knows.
_FIRM_BEHIND = re.compile(
    r"(?:(?![的在将于与和对向由共已为以据而但、])[一-鿿]){2,10}?(?:公司|集团)(?=累计|实现|完成|共|已|全年|年|现有|拥有|占地|生产|新增)"
)
_TOWNED = re.compile(r"[镇乡](?![域上里政长级企村])|街道(?!办)")
# 该县人民医院, 我县一中
_OF_HOME = re.compile(
    r"(?:第?[一二三四五]?(?:人民|中)医院|妇幼保健院|中医院|(?:人民)?(?:法院|检察院)|第?[一二三四五六七八九十]{1,2}(?:中|高|中学|小学)|职教中心|实验[中小]学|高级中学)"
    r"(?![和、等])(?=[一-鿿\ue001\ue002])"
)
_STEM = re.compile(r"[省市区县镇乡州旗盟村道国]$")
# Villages of a kind, not one of a name.
_CLASS_OF_VILLAGE = re.compile(
    r"(?:撤并|建制|合并|深度|信用|示范|贫困|先进|文明|试点|重点|样板|行政|自然|中心|城中|美丽|空心|薄弱|精品|特色|示范"
    r"|整治|治理|入|驻|邻|外|出列|脱贫|产业|帮扶|未来|和美|生态|民族|传统|古|旧|老)[乡镇村]"
)
_BRAND = re.compile(
    r"[省市县区]?(?:著名|驰名|知名|名牌|老字号|地理标志|专利|科技进步|文明|卫生)(?=[一-鿿])"
)
_AIDED = re.compile(r"(?:和[\ue003\ue004])?(?:援建|捐建|承建|援助)[一-鿿]{0,6}(?:项目|工程)")
_MEDIUM = re.compile(r"[一-鿿]{0,2}(?:日报|晚报|卫视|电视台|广播|新闻网|发布、)")
# A division that is in no list of today's: 敦化县.
_SUFFIXED = re.compile(r"[县市区](?![级域民委政场城里内外长直])")
_OF_TOWN = re.compile(r"(?:主|老|新|中心)?城区(?!域)")
_OF_SIGHT = re.compile(r"(?:旅游)?(?:(?:风景)?名胜区|风?景区|度假区)")  # 小山寺景区
# What is made sure of or set up is no subject: 组建技术中心.
_MADE = ("确保", "组建", "组建了", "抽调", "选派", "建成", "建成了", "改建", "扩建", "续建")
# 我市全国卫生乡镇达12个: ours, of the nation's.
_OURS = re.compile("[我本全该][省市区县州旗镇]$")
# What 全国, 全市 lead to that is no figure of theirs: titles, and ranks in them.
_TITLE = re.compile(
    r"[^，。；：的\ue002]{0,14}?(?:[百千\ue001]强|[十百]佳|示范[一-鿿]{0,4}[县市区镇村][-—－“]|基地[县市][-—－]|先进[县市区镇村]|标兵|模范[县市区镇村])"
    r"|[^，。；]{0,12}?[个家所\ue001][^，。；]{0,8}?[中里内](?:[，排位居列名]|$)"
    r"|(?:[^，。；、的\ue002]{0,8}?(?:系统|机关|[县区市]|行业|法院|检察院|乡镇|镇街|单位|医院|学校|同类))?"
    r"(?:综合|总体)?(?:排[名位序]|位[列居次]|名列|居|第|首[个家批座例次位]|唯一|率先|领先|前列|最)"
)
_BUILT = re.compile(
    r"(?:新址|新校区|新院区|一期|二期)?(?:工程|项目)?(?:全面|正式)?"
    r"(?:建成(?=[投并启后通，。；]|$)|投用|投入[使运]|竣工|封顶|动工|启用|完工|建设完[成毕]|改造完成|晋升|升格)"
)
# 清河小学位于人民路，总投资3600万元: a house still to be built is its division's.
_HOUSE = compile_quick(
    r"(?:[中小]学|学校|校区|幼儿园|医院|卫生院|院区|博物馆|图书馆|体育馆|文化馆|展览馆|纪念馆|科技馆|[敬养]老院|福利院|体育场|大剧院|公园)$"
)
_SITED = re.compile(
    r"(?:项目|工程)?(?:位于|坐落[于在]|选址|地处)[^。；\ue001]{2,40}?，(?:项目|工程|计划|预计)*"
    r"(?:(?<=项目|工程)(?:占地|用地|总?建筑)|总投资|投资|概算|规划|办学规模|建设)"
)
OWN_AFFAIRS = re.compile(
    r"(?:公司|集团|厂|合作社|医院|学校|[大中小]学|学院|幼儿园|银行|法院|检察院|产业园|园区|开发区|图书馆|博物馆|车站|火车站|机场|海关|联社|信用社|[商支分]行|景区)$"
)
_AND_BODY = ORGANISATION + "、"
# 平原县（含经开区）增长9%: what is counted in, or another name.
_GLOSSED = re.compile(
    r"[（(](?:含[^，。；：、（）()\ue001]|[^，。；：、（）()\ue001\ue003\ue004]){1,16}[）)]"
)


def pass_name(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass: the name is the subject, is only quoted, or belongs here: 0."""
    mention = sentence.mention_at(start)
    assert mention is not None
    if _LISTED.match(sentence.marked, start + 1, end):
        return 0  # 虎丘、拙政园、留园等景点接待量
    if mention.kind == "organisation" and context.whose.meet_this(mention.value.name):
        return 1
    if mention.kind == "organisation" and name_body(mention.value.name) is None:
        meet_place_of(context, sentence, mention)
        return 0
    if mention.kind == "place" and not is_place_name(mention.value):
        return 0
    joined = sentence.marked[start - 1 : start] in ("在", "、", "和")
    if joined and _HELPED.match(sentence.marked, start + 1, end):
        return 1  # 在县农技中心帮助下: by whose help
    if _BEHIND_PREPOSITION.search(sentence.marked, max(0, start - 3), start):
        return 1  # 通过远帆会议票决: how, not whose
    read = _pass_place if mention.kind == "place" else _pass_body
    passed = read(context, sentence, mention, start, end)
    if passed is not None:
        return passed
    if not _is_own_whole(sentence, mention, start):
        context.whose.meet_subject(mention)
    glossed = _GLOSSED.match(sentence.marked, start + 1, end)
    return glossed.end() - start if glossed else 1


def meet_place_of(context: Context, sentence: Sentence, mention: Mention) -> None:
    """Take the place that what is counted begins with: 全县农民专业合作社, 远帆县现有小学."""
    name = mention.value.name
    if whole := WHOLE.match(name):
        if not _OURS.search(sentence.text, 0, mention.start - sentence.start):
            context.whose.meet_bare(whole[0])
        if name.startswith("现有", whole.end()):
            context.when.meet_now("现有")
        return
    place = next((m for m in sentence.mentions_of("place") if m.start == mention.start), None)
    if place is None or place.end == mention.end:
        return
    if _STEM.search(place.value.name) or WHOLE.match(name, place.end - place.start):
        context.whose.meet_subject(place)


def _pass_body(
    context: Context, sentence: Sentence, mention: Mention, start: int, end: int
) -> int | None:
    """How many positions to pass of a body that is no subject by itself; None of one that is."""
    marked, behind = sentence.marked, start + 1
    if sight := _OF_SIGHT.match(marked, behind, end):
        context.whose.meet_body(mention.value.name + sight[0])
        return sight.end() - start
    if (among := _AMONG_MANY.match(marked, behind)) and among.end() <= end:
        return among.end() - start
    sourced = marked[:start].endswith("据") and _SOURCED.match(marked, behind)
    if _QUOTED.match(marked, behind) or sourced:
        context.whose.keep_organisation(mention)
        if speaks_behind(marked, behind):
            meet_speaker(context, sentence, start)
        elif _DATA.match(marked, behind) and not OWN_AFFAIRS.search(mention.value.name):
            context.whose.leave_side()  # 县统计局的数据显示: of the division again
        return 1
    if _AIDED.match(marked, behind):
        return 0  # 大唐集团援建项目4项
    sited = _SITED.match(marked, behind) and _HOUSE.search(mention.value.name)
    sited = sited and context.whose.protagonist != mention.value.name
    if marked[start - 1 : start] in ("与", "同", "和") and _SIGNED.match(marked, behind):
        context.whose.keep_organisation(mention)
        return 1  # 该县与远帆公司签约: with whom
    if marked[:start].endswith(_MADE) or _BUILT.match(marked, behind) or sited:
        return 0  # 育英小学建成投用: whose school it is has been said
    if marked[:start].endswith(_AND_BODY):
        context.whose.meet_beside(mention)
        return 1  # 远帆公司、启航公司
    return None


def _pass_place(
    context: Context, sentence: Sentence, mention: Mention, start: int, end: int
) -> int | None:
    """How many positions to pass of a place that is no subject by itself; None of one that is."""
    marked, behind, name = sentence.marked, start + 1, mention.value.name
    if _SIDE_OF.match(marked, behind, end):
        return 0  # 泉州以南沿海
    if marked[start - 1 : start] == "“" and _QUOTED_NAME.match(marked, behind):
        return 0  # “中国好人”10名
    if marked[start - 1 : start] == "在" and _SYSTEM.match(marked, behind):
        return 1  # 在远帆市建行系统名列第一
    if _STEM.search(name) is None and _NO_DIVISION.match(marked, behind):
        return 0  # 成都平原; 四川远帆食品基地项目总投资
    if _LINE.match(marked, behind) and _is_nearby(context, mention.value):
        return 0  # 启航地铁7号线延至远帆县
    if _SCOPE.match(marked, behind, end):
        return 1  # 在江苏省99个开发区中
    beside = marked[start - 1 : start] in ("与", "同", "和") and _WITH.search(marked, 0, start)
    if beside and _ALLIED.match(marked, behind):
        return 1  # 远帆县与启航市协作: with whom
    if marked[start - 1 : start] == "在" and _HELD.match(marked, behind):
        return 1  # 远帆县在上海市举行推介会: where it is held
    if mention.value.bare and (body := _OF_HOME.match(marked, behind, end)):
        context.whose.meet_body(name[-1] + body[0])
        return body.end() - start
    if mention.value.bare and is_title(marked, behind):
        return 1  # 全市排名第6, 全省率先
    if _EXAMPLE.match(marked, behind) and not _opens_part(context, marked, start, name):
        return 0 if _STEM.search(name) is None else 1
    if _OF_MANY.match(marked, behind) or _FIRM_IN_LIST.match(marked, start, end):
        return 0
    if _COMERS.match(marked, behind):
        return 1 if name[:2] in (context.whose.home or "") else 0
    if (
        _OF_TOWN.match(marked, behind)  # 临平城区防洪标准
        or _is_verb(context, name)
        or _CLASS_OF_VILLAGE.fullmatch(name)
        or _AIDED.match(marked, behind)
    ):
        return 0
    return _spell_place(context, sentence, mention, start, end)


def _opens_part(context: Context, marked: str, start: int, name: str) -> bool:
    """Whether a county opens a part of its city's list: ；远帆县光伏电站等5个项目开工."""
    opens = start == 0 or marked[start - 1] in "；。"
    home = context.place
    return opens and home is not None and home.level == "市" and name[-1] in "县市区"


def _is_nearby(context: Context, named: PlaceValue) -> bool:
    """Whether a place is another than the article's, in its province."""
    home = context.place
    if home is None or named.bare or named.name[:2] in home.short:
        return False
    return any(code[:2] == home.code[:2] for code in named.codes)


def _spell_place(
    context: Context, sentence: Sentence, mention: Mention, start: int, end: int
) -> int | None:
    """Take a place with what follows of its name, if anything does: 敦化|县, 小山|镇, 远帆|老街."""
    marked, behind, name = sentence.marked, start + 1, mention.value.name
    bare = _STEM.search(name) is None
    if bare and (town := _TOWNED.match(marked, behind, end)):
        context.whose.meet_town(name + town[0])
        return town.end() - start
    if bare and not _PROVINCES.match(name) and (longer := _LONGER.match(marked, behind, end)):
        if longer["kind"] and not _OF_WORKS.match(marked, longer.end(), end):
            context.whose.meet_body(name + longer[0])
            return longer.end() - start
        if context.whose.home not in (None, "中国"):
            return 0
    if bare and (firm := _FIRM_BEHIND.match(marked, behind, end)):
        whole = name + firm[0]
        if name_body(whole) == whole and not leading_deed().match(firm[0]):
            context.whose.meet_speaker(whole)
            return firm.end() - start
    if bare and (service := _SERVICE.match(marked, behind, end)):
        context.whose.meet_service(name, service[0])
        return service.end() - start
    if _BRAND.match(marked, behind) or _MEDIUM.match(marked, behind):
        return 0  # 在四川日报用稿300件
    if bare and name in (context.whose.home or "") and produce().match(marked, behind):
        return 0
    found = None if mention.value.bare else _EXTENDED.match(marked, behind, end)
    if found and name_body(name + found[0]) == name + found[0]:
        context.whose.subject = name + found[0]
        return found.end() - start
    if bare and (suffixed := _SUFFIXED.match(marked, behind, end)):
        context.whose.subject = name + suffixed[0]
        return 2
    return None


def _is_own_whole(sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether a bare word only says that all of the place right before it is meant: 远帆省全省."""
    before = sentence.mention_at(start - 1) if start else None
    if before is None or before.kind != "place" or not getattr(mention.value, "bare", False):
        return False
    return not before.value.bare and mention.value.name.startswith("全")


def is_title(marked: str, behind: int) -> bool:
    """Whether 全国, 全省 before a position begins a title: 全国商品粮基地县--平原县, 全国百强镇."""
    return _TITLE.match(marked, behind) is not None


def _is_verb(context: Context, name: str) -> bool:
    """新建县 of 新建县城公厕: the verb, unless the article is at home there."""
    return name in ("新建县", "新建区") and not (context.whose.home or "").startswith(
        ("新建", "南昌")
    )
