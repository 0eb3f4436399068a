"""What a bare measure is of: an indicator that stands before it in, the thing it is of out.

新楼建筑面积7.2万平方米，投资4.1亿元 tells of 新楼投资; 确诊病例23例，治愈21例 of 确诊病例治愈.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsie.measure.figure import Phrase
from newsie.measure.thing import drop_carried_out
from newsie.measure.words import inner_deed, leading_deed, noun_start, unit_kind, word_list
from newsie.triggers import compile_quick

_HOW = (
    r"(?:每(?:亩|平方米|公斤|斤|吨|个|户|人|套)"
    r"|人均|亩均|户均|平均|直接|综合|常年|年均|总|年|月|日|首)*"
)
# Measures that cannot stand for themselves, and those that can in a survey of an economy.
_NEEDY = re.compile(
    rf"{_HOW}(?:[均单售]价|市场价|收购价|总?面积|建筑面积|占地面积|(?:最高|最低)?(?:田块|地块)?(?:平均)?(?:亩产量?|单产)|总产|库容|容量|床位数?|全长|总长"
    r"|(?:可?(?:挂果|盛果|投产|采摘|采收|开采)|收获|收割|种植|栽[培种]|播种|栽植|移栽|育秧|集中育秧|机收|机播|受灾|成灾|绝收|养殖)总?面积"
    r"|(?:复[工产学]|返岗|开业|营业|阳性)率"
    r"|占地|[成存]活率|商品率|使用率|报到率|(?:开工|竣工|投产|履约|落地|转化|达产|(?:资金)?到位)率|正点率|合格率|达标率|超标率|入住率|上座率|客座率|完好率|转化率|复购率"
    r"|(?:[均单售]价|收购价|市场价)每(?:公斤|斤|吨|亩|平方米|头|只|套|个|件)|良种率|优质率|好评率|准确率|答准率|销量|销售量|出口量|成交[量额]|吞吐量|装机容量|发电量)"
)
_USUAL = re.compile(
    rf"{_HOW}(?:总?产量|产能|总?投资额?|利润|利税|总?产值|营收|售价|价格|销售额|出口额)"
)
_STATE_WORDS = (
    r"(?:已|全部|正在|新)*(?:治愈|在治|不?达标|不?合格|脱贫|报到|开工|动工|竣工|投产|投用|达标|超标|通过|入住|交付|完工|通车|建成|在建"
    r"|获批|落地|就业|复[工产学通电]|恢复|修复|抢通|抢修|补种|重建|销号|整改到位|拆除|开业|返岗|阳性|结案|审结|审执结|执结|办结|调解撤诉|调解|撤诉|起诉|批捕|逮捕|移送|绝收|成灾|倒塌|出院|办结|签约|验收|投运|投入[使运][用营]|启用|完成)"
)
_STATE = compile_quick(_STATE_WORDS)
_STATE_RATE = re.compile(
    r"(?:已|按期)?(?:开工|动工|竣工|完工|入住|完成|交付|投用|验收|通过|改造|搬迁|安置|签约|拆除|征收|回迁)(?:率|数|户数|量|面积)"
)
_WORK = re.compile(r"(?:改造|建设|搬迁|安置|整治|修缮|加固|工程|征收|拆迁|治理|硬化|棚改|危改)$")
_TOLD_OF = re.compile(
    r"(?:^|把|其中)((?!一|全|各|的)[一-鿿]{2,14}?(?:改造|搬迁|安置|整治|工程|大楼|小区|二期|一期|征收))(?:工作|建设)?"
    r"(?:于|进展|取得|稳步|顺利|有序|正在|如期|已经?|作为)"
)
_TOLD_WORK = compile_quick(r"改造|搬迁|安置|整治|工程|大楼|小区|[二一]期|征收")  # one is in it
_PROJECT = re.compile(
    r"(?!其中|这|该|此|本|一批|重点|重大|集中|实施|推进|引进|续建|新建|在建|储备|签约|开工|竣工|招商|启动|加快|推动|建设|改造|开展|组织|谋划|完成)[一-鿿A-Za-z]{2,18}(?<!重点)(?<!重大)(?<!类)(?:项目|工程)"
)
_DONE_TO = re.compile(r"已?(?:审结|审执结|执结|办结|调解|起诉|批捕|逮捕|移送)")
# What is settled of all cases needs no name: 受理各类案件80件，结案60件，结案率75%.
_ANY_CASE = re.compile(r"案件|各[类种项](?:案件|事项|业务|诉求|问题|纠纷|线索|投诉|警情|工单|咨询)")
_PEOPLE = re.compile("[人员民]$")
_YEARLY = re.compile("(?:牧业)?年度|全年|年末|期末|年")  # 肉牛 of 牧业年度存栏肉牛
_REVIEWED = re.compile("审查|逮捕|起诉")
_RATE = re.compile(r"(?:结案|办结|执结|调解|撤诉|调撤|破案|治愈|病死)率")
_SAMPLED = re.compile("(?:抽[查检测样])")  # 抽查工地达标率, but 柴油货车超标率
_LOOKED = re.compile("路检|检查|排查|监测|收到|接收")
_PLANNED = re.compile(r"(?:年度|全年|当年)?计划$")
_AGREED = re.compile("(?<=项目)(?:协议|合同|计划)$")
_MEASURE = re.compile(
    r"(?:受灾|成灾|绝收|种植|播种|养殖|挂果|投产|采摘|收获|收割|栽植|育秧|建筑|占地|总|平均|常年|年|日|月|设计|销售|累计|展览|综合)*"
)
_TOO_WIDE = re.compile(
    r"地区|社会|固定资产|财政|公共预算|国内|全社会|居民|外贸|货物|经济|市场|[省市区县]$|存款|贷款|工业$|^规模|生产$"
)
_THING = re.compile(r"(?:企业|项目|工程|大楼|基地|园区|公司|医院|学校|产业园)$")
# 农村危房改造任务20985户，已动工21410户: of what the task is.
_TASK = re.compile(
    r"(?:[下实完]?[达施成])?(.{3,14}?)(?:的?(?:年度|全年))?(?:目标任务|任务数?|计划数?)"
)
_TASK_ENDS = ("任务", "任务数", "计划", "计划数")
_MEASURE_END = re.compile(_MEASURE.pattern + "$")
_PUT = re.compile(
    r"(?:新|正在|组织|集中)?(?:实施|安排|推进|谋划|建设|引进|包装|入库|列入|签约|开工|落户)?(?=项目$)"
)
_PUT_IN = re.compile(
    r"(?:新|正在|组织|集中)?(?:实施|安排|推进|谋划|引进|包装|入库|列入)(?=[一-鿿\d]{3})"
)
_PLANTED = re.compile(r"(?:新?发展|种植?|栽[种植培]|养殖|推广|播种)(?=[一-鿿]{2})")
_SOLD = re.compile(r"(?:销售|收购|采收|采摘|收获|出售|发运|产出)(?=[一-鿿]{2,6}$)")
_WANTING = re.compile(
    r"^(?:[从向][一-鿿]{2,8}?)?(?:收购|销售|采购|购进|调入|调出|生产|加工|种植|出口|进口|收储|储备|投放|采摘|播种|收获)$"
)
_GIVEN = re.compile(r"对[^，]{2,24}(?:贡献[率度]|拉动)|拉动|占")
_JOINED = re.compile("[与和、在的]")
_ADVERB = re.compile(r"(?:易地|异地|集中|就地|分散|跨境|线上|线下|网络|实际|全部)$")
# What those who receive guests take in: 民宿接待游客9万人次，收入3亿元.
_TAKINGS = re.compile(rf"{_HOW}(?:旅游|经营|营业)?(?:收入|营收|消费|产值)")
_HOSTED = re.compile(r"([一-鿿]{2,8}?)(?:累计|共|日均)*接待(?:[一-鿿]{0,6}(?:游客|旅客|客人))?")
# What firms as a class have: 规上企业产值8亿元，实现利税1亿元.
_FIRMS = re.compile(r"[一-鿿]{0,8}企业(?!家|管理|文化|服务|职工|员工|开办|年金)(?=..)")
_OF_FIRMS = re.compile(
    r"(?:主营业务|营业|销售)收入|(?:上缴|入库|实缴)?(?:税收|税金|利税|利润)(?:总额)?|(?:研发|技改|技术改造)投[入资]"
    r"|(?:出口)?(?:交货值|创汇)|总?产值|增加值|用电量|从业人员|用工"
)
# What is done with what grows names nothing itself: 挂果8000亩, 栽培规模9000万棒.
_NO_THING = re.compile(
    r"可?(?:挂果|盛果|投产|采摘|采收|开采|收获|收割|种植|栽培|播种|养殖|加工|经营|生产|覆盖|套种|销售|改造|实际|核心|平均|单体|单季|地[上下]|主体|双向|标准化|规模化|机械化|集约化|绿色|有机|无公害|优质|新增|订单|连片|人工|示范|集中|日均|月均|年均)+"
)
_THING_STATE = re.compile(
    rf"([一-鿿]{{2,12}}(?:企业|项目|工程|单位|机构|门店|学校|商户))(?:{_STATE_WORDS})"
)
# Whose measures follow: 建起冷库2座，投资350万元.
_MADE = re.compile(
    r"(?:规划|实施|计划|新)*(?:建[成起设]|新建|兴建|打造|改造(?:提升)?|整治|修缮|加固|治理|硬化|新增|引进|培育|投入|投放|购置|开通|招收|现有|拥有)(?=[一-鿿“]{2})"
)
_MAKING = re.compile(
    r"(?:企业|公司|厂|合作社|农场|林场|牧场|基地|园区?|民宿|农家乐|景区|店|户|集群|产业|行业|大户|车间|工坊|作坊|生产线|平台)$"
)
_OF_PROJECTS = re.compile("(?:开工|竣工|投产|履约|落地|转化|达产|(?:资金)?到位)率")
_PROJECTS = ("项目", "工程")
_TAKEN = re.compile("(?:受理|办理|接收|收到)")
_DONE_WITH = re.compile("(?<=[一-鿿]{2})(?:新?收案?|受理|立案|收到|审结|办结|结案|执结)$")
_BEGUN = re.compile("(?:未|已|尚未|新)?(开工|竣工|投产|签约|落地)(?=..)")
_REWORKED = re.compile("改造(?:提升)?|整治|修缮|加固|治理")
_ROADS = frozenset(("公里", "千米", "米"))
_COSTS = frozenset(("投资", "总投资"))
_HEADS = frozenset(("人", "名", "位", "人次", "次", "场", "场次", "期", "件", "份", "起"))
_GROWN_ON = frozenset(("亩", "公顷"))  # 果用瓜1107公顷，产量28408吨
_LENGTHS = frozenset(("公里", "千米", "米", "平方米", "亩"))  # 动工建设农村公路30公里
_BEARING = re.compile("(?:已|可)?(?:挂果|投产|盛果|采摘|采收|开采)")
_TRADED = re.compile(
    "品牌价值|产业(?:综合|年|总)*产值|全产业链(?:综合|年|总)*产值|产业链(?:综合|年|总)*产值"
)
_SCALE = re.compile("(?:栽培|种植|养殖)规模")
_PER_ONE = re.compile("(?:人|户|亩)均")
_SHORTEST_WORK = 2
_LONGEST = 12
_LONGEST_THING = 18
# 蜜桔 of 蜜桔出口国家和地区: to how many it goes.
_SENT_TO = re.compile(
    r"((?!产品)[一-鿿]{2,6}?)(?:产品)?(?:远销|出口|销往|出口到|畅销)(?:全球|海外|全国|世界)?(?=国家|地区|省|城市)"
)
_REACHES = re.compile("(?:覆盖|涉及|辐射|遍布|分布|带动|惠及|吸纳)")
_MADE_OF_IT = re.compile("(?:年|日|共|可)*(?:产(?![值量])|加工|生产|销售|出口|收购)")
_SIDES = re.compile("地[上下]|主体|主楼|双向")  # 大楼建筑面积3万平方米，地上16层，总投资2亿元
_YIELD = re.compile("总?产量?|总产值|产值|单产|亩产")  # 蔬菜播种面积20万亩；产量44万吨
_FIELDS = re.compile("(?:种植|播种|栽[培种植]|养殖|挂果|采摘|收获)(?:总?面积|规模)$")


@dataclass(frozen=True, slots=True)
class Owner:
    """What was measured last: a thing or class of things, and the unit it was counted in."""

    name: Phrase = field(default_factory=Phrase)
    unit: str | None = None
    counted: bool = False  # whether it was counted itself, not measured
    plain: bool = False  # whether it makes nothing: 冷库, unlike 企业
    grown: bool = False  # whether it is what fields bear: 枇杷
    host: bool = False  # whether it receives guests
    work: Phrase = field(default_factory=Phrase)  # 改造, which its course is of


def find_owner(indicator: Phrase, unit: str | None, counted: bool) -> Owner:
    """The owner that an indicator tells of: 新楼 of 新楼建筑面积, 农作物 of 农作物受灾."""
    text, plain = indicator.text, False
    if sent := _SENT_TO.match(text):
        return Owner(indicator[: sent.end(1)], unit, grown=True)
    looked = _SAMPLED.match(text) or _LOOKED.match(text)
    counted = counted or (looked is not None and unit_kind(unit) == "count")
    if text.endswith(_TASK_ENDS) and (task := _TASK.fullmatch(text)):
        return Owner(indicator[: task.end(1)], unit, True)
    if text.endswith("类"):
        return Owner(unit=unit)  # 其中投诉类320件，办结率98%: of all of them
    if counted:
        deed = None if _SAMPLED.match(text) else _LOOKED.match(text) or leading_deed().match(text)
        if deed and len(text) - deed.end() < _SHORTEST_WORK + 1:
            deed = _TAKEN.match(text) or deed  # 登记业务 of 受理登记业务
        done = _DONE_WITH.search(text)  # 刑事案件 of 刑事案件受理
        return Owner(
            indicator[deed.end() if deed else 0 : done.start() if done else None], unit, True
        )
    if told := _THING_STATE.fullmatch(text):
        return Owner(indicator[: told.end(1)], unit)
    if hosted := _HOSTED.fullmatch(text):
        return Owner(indicator[: hosted.end(1)], unit, host=True)
    if firms := _FIRMS.match(text):
        return Owner(indicator[: firms.end()], unit)
    if _THING.search(text):
        indicator = drop_carried_out(indicator)
        return Owner(indicator, unit) if len(text) <= _LONGEST_THING else Owner(unit=unit)
    tail = len(text) - 2 if text.endswith("占地") else noun_start(text)
    measured = tail < len(text) and unit != "人次"  # 过夜游客32万人次
    name = indicator[:tail] if measured else indicator
    if each := _PER_ONE.match(name.text):
        name = name[each.end() :]
    if measured:
        while last := _MEASURE_END.search(name.text):
            if not last[0]:
                break
            name = name[: last.start()]
        if agreed := _AGREED.search(name.text):
            name = name[: agreed.start()]
        if planned := _PLANNED.search(name.text):
            name = name[: planned.start()]
        inner = None if _THING.search(name.text) else inner_deed().search(name.text, 2)
        if inner:
            name = name[: inner.start()]
            if _JOINED.search(name.text):
                return Owner(unit=unit)
    elif (made := _MADE.match(text)) and _counts_works(unit):
        return _find_made(indicator, made.end(), unit)
    elif deed := inner_deed().search(text, 2) or _STATE.search(text, 2):
        worked = len(text) - deed.end() > _SHORTEST_WORK and unit in _LENGTHS
        worked = worked or _YEARLY.fullmatch(text, 0, deed.start()) is not None
        name = name[deed.end() :] if worked else name[: deed.start()]
        if _ADVERB.search(name.text):
            name = indicator
        if len(name.text) > _LONGEST // 2 or _JOINED.search(name.text):
            return Owner(unit=unit)
    elif sold := _SOLD.match(text):
        name = indicator[sold.end() :]
    elif unit_kind(unit) == "count" and unit not in _HEADS:
        if leading_deed().match(text) or text.startswith("可"):
            return Owner(unit=unit)
        plain = _MAKING.search(name.text) is None
    elif unit not in _GROWN_ON:
        return Owner(unit=unit)
    elif planted := _PLANTED.match(text):
        name = indicator[planted.end() :]
    if (
        not 1 < len(name.text) <= _LONGEST
        or _TOO_WIDE.search(name.text)
        or _ADVERB.search(name.text)
    ):
        return Owner(unit=unit)
    deed = leading_deed().match(name.text)
    if deed and (not measured or deed.end() == len(name.text)):
        return Owner(unit=unit)
    if _NO_THING.fullmatch(name.text):
        return Owner(unit=unit)
    fields = _FIELDS.search(text) is not None or name.text in word_list("produce")
    grown = unit in _GROWN_ON and (not measured or fields)
    return Owner(name, unit, plain=plain, grown=grown)


def _counts_works(unit: str | None) -> bool:
    return unit in _ROADS or (unit_kind(unit) == "count" and unit not in _HEADS)


def _find_made(indicator: Phrase, end: int, unit: str | None) -> Owner:
    """公厕 of 新建公厕: what was built or worked on.

    Args:
        end: where the deed ends with which the indicator opens.
    """
    deed, name = indicator[:end], indicator[end:]
    if not 1 < len(name.text) <= _LONGEST or leading_deed().match(name.text):
        return Owner(unit=unit)
    if _JOINED.search(name.text) or _NO_THING.fullmatch(name.text):
        return Owner(unit=unit)
    work = deed if _REWORKED.fullmatch(deed.text) and not _WORK.search(name.text) else Phrase()
    return Owner(name, unit, plain=True, work=work)


def next_owner(
    owner: Owner, indicator: Phrase, noun: Phrase, unit: str | None, *, counted: bool
) -> Owner:
    """The owner that the numbers behind an indicator may be of: as before, or a new one.

    Args:
        noun: what stood before the number, which became the indicator.
    """
    if is_of_owner(owner, noun) or _SIDES.fullmatch(noun.text):
        return owner
    if owner.grown and _REACHES.match(indicator.text):
        return owner  # 种植面积28万亩，覆盖200个村，年产量10万吨
    if owner.name and noun and indicator.text == owner.name.text + noun.text:
        return owner  # 枇杷种植面积1万亩，挂果8000亩，亩产800公斤
    found = find_owner(indicator, unit, counted)
    keeps = owner.grown and not found.name and not _MADE_OF_IT.match(noun.text)
    return owner if keeps else found


def is_bare(noun: Phrase, *, beside: bool) -> bool:
    """Whether a measure cannot stand for itself: 产量, 挂果面积.

    Args:
        beside: whether one that may stand for itself elsewhere counts too.
    """
    text = noun.text
    return bool(_NEEDY.fullmatch(text) or (beside and _USUAL.fullmatch(text)))


def acts_alone(noun: Phrase) -> bool:
    """Whether a phrase is a deed that wants its object: 收购, 从农户收购."""
    return _WANTING.search(noun.text) is not None


def drop_given(indicator: Phrase) -> Phrase:
    """农产品加工业 of 农产品加工业对工业增长贡献率: who gives, without what is given."""
    given = _GIVEN.search(indicator.text, 2)
    return indicator[: given.start()] if given else indicator


def measured_thing(indicator: Phrase) -> Phrase:
    """农产品加工业 of 农产品加工业产值: what a measure is of; the whole where that is not said."""
    indicator = drop_given(indicator)
    start = noun_start(indicator.text)
    if start < 2 or start == len(indicator.text):
        return indicator
    name = indicator[:start]
    last = _MEASURE_END.search(name.text)
    return name[: last.start()] if last and last.start() > 1 else name


def is_of_owner(owner: Owner, noun: Phrase) -> bool:
    """Whether a noun only says what became of what was counted: 治愈 of 确诊病例."""
    if not owner.name:
        return False
    if owner.name.text.endswith("项目") and _STATE.fullmatch(noun.text):
        return True
    if is_work(owner) and (_STATE.fullmatch(noun.text) or _STATE_RATE.fullmatch(noun.text)):
        return True
    return bool((owner.counted or owner.plain) and _STATE.fullmatch(noun.text))


def is_work(owner: Owner) -> bool:
    """Whether what becomes of it may be told over sentences: 农村危房改造."""
    return _WORK.search(owner.name.text) is not None


def is_work_counted(owner: Owner, unit: str | None) -> bool:
    """Whether a number may count the projects whose outlay was told: 重大项目投资…，开工23项."""
    return unit in ("个", "项") and owner.name.text.endswith("项目")


def find_work(clause: Phrase) -> Owner | None:
    """The work that a clause without numbers tells of: 危房改造 of 危房改造工作取得成效.

    A clause that is but the name of a project tells of it: 土鸡加工项目，投资1200万元.
    """
    if _PROJECT.fullmatch(clause.text) and not leading_deed().match(clause.text):
        return Owner(clause)
    found = _TOLD_OF.search(clause.text) if _TOLD_WORK.search(clause.text) else None
    return Owner(clause[found.start(1) : found.end(1)]) if found else None


def name_owner(owner: Owner, noun: Phrase, unit: str | None, beside: bool) -> Phrase:
    """The noun with its owner in front, where it is a bare measure of it; else as it is.

    Args:
        beside: whether no semicolon parts the two.
    """
    text = noun.text
    if not owner.name or owner.name.text in text:
        return noun
    if text in ("批捕", "逮捕", "起诉") and _REVIEWED.search(owner.name.text):
        return noun  # 审查逮捕案件142件，批捕118件
    if _ANY_CASE.fullmatch(owner.name.text) and not _DONE_TO.fullmatch(text):
        return noun
    if _STATE.fullmatch(text):
        if is_work_counted(owner, unit):
            bare = _PUT.match(owner.name.text)
            put = _PUT_IN.match(owner.name.text)
            named = owner.name[put.end() if put else 0 :]
            return noun + owner.name[bare.end() :] if bare else named + noun
        if owner.unit not in (None, unit) or (not beside and not _WORK.search(owner.name.text)):
            return noun
        return noun + owner.name if _DONE_TO.fullmatch(text) else owner.name + owner.work + noun
    if _WORK.search(owner.name.text) and _STATE_RATE.fullmatch(text):
        return owner.name + noun
    if _OF_PROJECTS.fullmatch(text):
        begun = _BEGUN.match(owner.name.text)  # 未开工项目17个，开工率66%
        again = begun is not None and text.startswith(begun[1])
        return owner.name + noun if owner.name.text.endswith(_PROJECTS) and not again else noun
    if owner.counted:
        same = (
            owner.name.text[0] == text[0] or text[:-1] in owner.name.text
        )  # 破案件80起，破案率95%
        rated = _RATE.fullmatch(text) or (text.endswith("率") and _NEEDY.fullmatch(text))
        able = owner.name.text.startswith(("可", "能"))
        able = able or (text == "入住率" and _PEOPLE.search(owner.name.text) is not None)
        return owner.name + noun if rated and not (same or able) else noun
    if owner.plain and not (_NEEDY.fullmatch(text) or text in _COSTS):
        return noun
    if owner.host and beside and _TAKINGS.fullmatch(text):
        return owner.name + noun
    measured = unit_kind(owner.unit) != "count"
    if owner.name.text.endswith("企业") and measured and beside and _OF_FIRMS.fullmatch(text):
        return owner.name + noun
    bears = _BEARING.fullmatch(text) and unit in _GROWN_ON
    traded = _TRADED.fullmatch(text)
    if owner.grown and (bears or traded or _SCALE.fullmatch(text)):
        return owner.name + noun  # 枇杷1.2万亩，挂果8000亩
    if is_bare(noun, beside=beside or (owner.grown and _YIELD.fullmatch(text) is not None)):
        said = 2 if owner.name.text.endswith(text[:2]) else 0  # 二手房成交 and 成交量
        return owner.name + noun[said:]
    return noun
