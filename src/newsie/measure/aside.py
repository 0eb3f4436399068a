"""Numbers that are none of their own: part of a name, of a base, of how large something is."""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.clause import DATE, NUMBER, Clause
from newsie.measure.distance import is_distance
from newsie.measure.rivals import is_among_ranked
from newsie.measure.sized import is_size
from newsie.measure.words import unit_kind
from newsie.values import Quantity

_CJK = re.compile(r"[一-鿿]")
# Things, or the name of those who live in a place.
_NAMED_THING = re.compile(r"[一-鿿\ue002-\ue006]")
# 一亩地能收6000斤, 一年培训500人次: of how much of what another number is told.
_DISTRIBUTED = frozenset("亩天年月斤头只棵株户台吨车季茬升晚") | frozenset(
    ("个月", "公斤", "公顷", "平方米", "立方米", "小时")
)
_PER_ONE = re.compile(r"(?!之|以|左|多|来|期)[^，；。：、“”（）\ue001]{1,12}\ue001")
# 每8个人中就有1个老板
_ONE_IN = re.compile(r"每\ue001[^，；。\ue001]{1,14}[中里]?，?就?有$")
_EVENT = re.compile(
    r"级|赛|跑|[蝶自仰蛙混]|接力|跨栏|决赛|气|步枪|手枪|男|女|长跑|跳台|竞走|马拉松|越野"
    r"|跳板|短|速滑|栏|台|集体出发"
)
# 比居第二位的邻县高出1.2万吨
_RANKED_BASE = re.compile(r"[比较](?:排名?|位|居|列|名列|位居|位列)(?:在)?$")
_WITH = re.compile("[与同和]")
_RATE = re.compile(
    r"[^，；。、的\ue000-\uf8ff]{2,14}(?:率|占比|比例|浓度|均价)(?:提升|提高|上升|下降|降低)?[均都达到为是至了]{0,4}\ue001"
)
# How far away or how high something is, told in passing.
_PLACED = re.compile(
    r"(?:以?外|高度|处(?!理)|远|深处|范围|半径|宽的|长的(?![一-鿿]{0,4}(?:路|道|渠|堤)))"
)
_COLONS = frozenset((":", "：", "\u2236", "\ufe30"))
_OTHER_PART = re.compile(r"[\d\ue001]")
# 完成年度任务589亿元的37%: what was to be done.
_PLANNED = re.compile(r"(?:目标|任务|计划|预算)[^，；。\ue001]{0,3}$")
# 超额完成年度6亿元信贷投放指标
_TASKED = re.compile(r"[^，。；\ue001]{0,10}(?:考核指标|考核任务|目标任务|任务指标)(?=[，。；])")
_TASK = re.compile(r"年度|政府|上级|下达|全年")
# 猪牛羊禽四种肉产量
_HOLDERS = frozenset("国省市区县旗州镇乡\ue003\ue004")
_POWERS = frozenset(("千伏", "千瓦", "伏", "兆瓦", "GW", "MW", "kV", "吉瓦"))
_KINDS = frozenset(("种", "类", "大"))
_OF_KINDS = re.compile(
    r"[一-鿿]{1,8}(?:产量|产值|销量|收入|增加值|[存出]栏|对象|群体|人员|人群|作物|案件|产品)[一-鿿]{0,4}\ue001"
)
# 围绕22个重点产业集群、100条产业链，全力推进: what is worked at, in passing.
_FOCUSED = re.compile(
    r"(?:^|[，。；：\ue003\ue004])(?:[一-鿿]{0,4}?(?:紧紧|重点|主动|积极|牢牢))?(?:围绕|聚焦|瞄准|对标)[^，。；]{0,30}$"
)
_FOCUS_SIGNS = ("围绕", "聚焦", "瞄准", "对标")
_TO_FOCUS = re.compile(
    r"[将要](?:紧紧|重点|主动|积极|牢牢)?(?:围绕|聚焦|瞄准|对标)[^，。；建新增完改]{0,30}$"
)
_PARTS = frozenset(("个", "项", "大", "条", "类", "方面", "种"))
# 以15项重大工程为抓手, 以市七次党代会精神为指导: by what means, or in what spirit.
_BY = re.compile(r"(?:以|在)[^，。；]{0,40}$")
_MEANS = re.compile(
    r"[^，；。]{0,24}?为(?:抓手|契机|载体|重点|核心|龙头|引领|主线|支撑|依托|动力|突破口?|指导|指引|导向|牵引|基础|纽带|平台|中心|代表|主体|遵循)"
)
# 在去年1.2万元基础上增长12%: what is built on.
_BUILT_ON = re.compile(r"(?:的|[^，；。\ue001]{0,6}等[^，；。]{0,16}?的)?基础上")
_GROUND = re.compile(r"在[^，。；]{0,60}$")
# 市七次党代会: the seventh.
_CONGRESS = re.compile(r"(?:党代会|代表大会|党代表大会|全会|人代会|妇代会|团代会)")
_OVER_PLACES = re.compile(r"在(?:全[国省市区县球]|各地|世界|\ue003)?的?$")
_PLACES = re.compile(
    r"(?:省份?|[省市区县]+|城市|地区|国家|国家和地区|[乡镇村]+|社区|县市|市县|街道|省区市|网点|试点)(?![级民委政长])[^，；。\ue001]{2,16}\ue001"
)
_ORIGIN = re.compile(r"来自[^，。；]{0,30}$")
_FROM = re.compile(
    r"(?:不同)?(?:国家|地区|省|市|县|城市|区|乡镇|村|单位|部门|行业|领域|高校|学校|院校|[一-鿿]{0,4}团(?!体))"
)
_WORTH = re.compile(r"价值了?约?$")
_AMONG_THEM = re.compile(r"[^，。；\ue001]{1,12}[中里]，")
_WHERE = re.compile(r"(?:^|[，。；])在[^，。；]{2,28}的$")
# 20万以上人口城市, 600分以上52人, 600分以上达到52人
_BOUNDED = re.compile("人口|(?:的?(?:考生|学生))?(?:达到?|共?有|突破|超过?)?了?\ue001")
_GREW = re.compile(r"增长|提高|下降|增加|减少|提升|增|减|升|降")
# 比年度目标4%低0.6个百分点
_BESIDE = re.compile(r"[高低多少快慢增降减]")
_THAN_AIM = re.compile(
    r"[比较][^，；。\ue001]{0,8}(?:目标|任务|计划|预期|指标|预算)(?:任务|值|数)?的?$"
)
_THAN = re.compile(r"[比较]\ue002$")
_IN_PASSING = re.compile(
    r"口径|级(?![别差层])[一-鿿]{2}|的(?:流量|速度(?!增长|递增|增加|扩大|上升|下降|递减|减少)|时速|频率|身高)|[^，；。的\ue001]{2,16}(?:组成|组建)的"
)
_STEP = re.compile(r"级?(?:新的?)?台阶")
_STEPS = re.compile(r"(?:\ue001|[千百十万亿]{1,4}元?)级?(?:新的?)?台阶")
_POINTED = re.compile(r"[这那]$|上述$")
_SPLIT = re.compile(r"(?:按照?|分)$")
_PARTED = re.compile(
    r"(?:大|个)?(?:[一-鿿]{0,4}?(?:板块|类别|类|组|小组|批次|批|阶段|步骤|步|片区|片|路|层次|专题|环节|篇章|场))"
)
# 高于2月3%的涨幅, 较此前预测的1%大幅下调: what is compared with.
_AGAINST = re.compile(
    r"(?:高于|低于|快于|慢于|超过|好于|[较比])[^，。；\ue001]{0,16}?(?:预[测期计估]的?|\ue002的?|同期的?|水平的?)$"
)
_BASED = re.compile(r"的(?:涨幅|增幅|增速|降幅|水平|均值|平均)|(?:大幅|小幅|明显|进一步)?[上下]调")
_AMIDST = re.compile(
    r"的?[一-鿿]{1,10}?(?:[中里](?![国心小学部央医药东西高])|[上](?![市海级报访学])|内(?![容部外]))"
)
_USED = re.compile(r"(?:借助|依托|凭借)(?:全[市县区镇乡村州]|现有|\ue003)?的?$")
_AT = re.compile(r"在(?:[这那]个?|一个|全[球国省市县区]|自家的?|自己的?)?$")
_CLOSING = frozenset(("）", ")"))
_BASE = re.compile(r"(?:[比较]|高[于出]|低于|快于|慢于|优于)[^，；。增降]{1,24}[（(]$")
_AFTER_OTHERS = re.compile(r"继[^，；。]{0,16}$")
_LATER = re.compile(r"[^，；。\ue001]{0,16}之?后")


def is_aside(sentence: Sentence, position: int) -> bool:
    """Whether a number is none of its own: how long, or part of a name."""
    return (
        _is_lasting(sentence, position)
        or _is_modifier(sentence, position)
        or is_distance(sentence, position)
    )


def counts_alone(sentence: Sentence, clause: Clause, position: int) -> bool:
    """Whether a number of a clause may be one of its own: not how early, not inside quotes."""
    before = sentence.marked[clause.start : position]
    if before.count("“") > before.count("”") or sentence.marked[position + 1 : position + 2] == "”":
        return False
    ahead = before.endswith("提前")  # 提前两年实现全面小康
    return not (ahead and unit_kind(sentence.slots[position].value.unit) == "time")


def _is_lasting(sentence: Sentence, position: int) -> bool:
    """连续三年, 历时两个月: how long, said in passing."""
    mention = sentence.slots[position]
    if mention.value.unit == "周年":
        return True  # 庆祝建党100周年
    if unit_kind(mention.value.unit) != "time":
        return False
    return sentence.marked[max(0, position - 2) : position].endswith(("连续", "历时", "为期"))


def _is_modifier(sentence: Sentence, position: int) -> bool:
    """Whether a number belongs to the name of what is counted or compared with.

    亿元以上项目86个, 0—14岁人口, 每10万人中, 与2020年的35亿元相比.
    """
    marked = sentence.marked
    quantity: Quantity = sentence.slots[position].value
    before, following = marked[position - 1 : position], marked[position + 1 : position + 4]
    if quantity.unit in ("岁", "周岁") or before == "每":
        return bool(_NAMED_THING.match(following))
    single = quantity.value == 1 and quantity.unit in _DISTRIBUTED and not quantity.hedge
    if single and _PER_ONE.match(marked, position + 1):
        return True
    if (
        _is_of_kind(marked, position, quantity)
        or _is_passing(marked, position)
        or _is_in_ratio(marked, position)
        or _is_among_places(marked, position)
        or _is_of_base(marked, position)
        or _is_planned(marked, position)
        or is_among_ranked(sentence, position)
        or _is_compared(marked, position, quantity)
        or _is_from(marked, position)
        or _is_named_part(sentence, position, quantity)
    ):
        return True
    if quantity.unit == "次" and _CONGRESS.match(marked, position + 1):
        return before in _HOLDERS
    return is_size(sentence, position)


def _is_of_kind(marked: str, position: int, quantity: Quantity) -> bool:
    """2栋6层教学楼, 4×50米接力, 5万千瓦机组, 20万以上人口城市: which things, by their size."""
    before, following = marked[position - 1 : position], marked[position + 1 : position + 4]
    unit = quantity.unit
    return bool(
        (unit == "层" and before == NUMBER)
        or before in ("×", "x", "X", "*")
        or (unit == "吨" and marked.startswith("死亡率", position + 1))
        or (unit == "个" and following.startswith("方面"))
        or (unit == "米" and marked.endswith("层高", 0, position) and _CJK.match(following))
        or (unit in ("米", "公斤", "公里", "千米") and _EVENT.match(following))
        or (unit == "人" and following.startswith(("口", "民")))
        or (
            quantity.hedge in ("以上", "以下")
            and unit != "%"
            and _BOUNDED.match(marked, position + 1)
        )
        or (unit in ("米", "公里", "千米", "厘米") and _PLACED.match(marked, position + 1))
        or (
            unit in _POWERS
            and _CJK.match(following.lstrip("pP"))
            and following[0] not in "和与及以左"
        )
        or (
            (unit_kind(unit) == "count" or unit in ("亩", "公顷", "米", "公里"))
            and _RATE.match(marked, position + 1)
        )
    )


def _is_compared(marked: str, position: int, quantity: Quantity) -> bool:
    """比去年9亿元增长12%, 与2020年的35亿元相比, 比前五年: a number that another is held against."""
    before, following = marked[position - 1 : position], marked[position + 1 : position + 4]
    if _BESIDE.match(following) and _THAN_AIM.search(marked, max(0, position - 16), position):
        return True
    if quantity.rank and following[:1] == "的" and _RANKED_BASE.search(marked[:position][-8:]):
        return True
    if _GREW.match(following) and _THAN.search(marked, max(0, position - 2), position):
        return True
    if following.startswith("相比") and _WITH.search(marked[max(0, position - 24) : position]):
        return True
    return quantity.unit == "年" and before in ("前", "头")


def _is_from(marked: str, position: int) -> bool:
    """来自113个国家和地区的代表团, 签署了价值2亿美元的合同: where from, and of what worth."""
    if _ORIGIN.search(marked, max(0, position - 40), position) and _FROM.match(
        marked, position + 1
    ):
        return True
    worth = _WORTH.search(marked, max(0, position - 3), position)
    return bool(worth) and marked.startswith("的", position + 1)


def _is_priced(sentence: Sentence, position: int) -> bool:
    """5元一斤: what is had for the price."""
    price = sentence.mention_at(position - 1) if position else None
    unit = getattr(price.value, "unit", None) if price else None
    return unit in ("块", "毛", "角") or (unit is not None and unit_kind(unit) == "currency")


def _is_named_part(sentence: Sentence, position: int, quantity: Quantity) -> bool:
    """24小时内降雨量, 一亩亩茄子, 四种肉产量5989吨: within which time, of which kinds."""
    marked = sentence.marked
    unit, following = quantity.unit, marked[position + 1 : position + 4]
    if unit in ("小时", "天") and following.startswith(("内", "累计")):
        return True
    if unit and following.startswith(unit[-1]) and quantity.value == 1:
        return True
    if quantity.value == 1 and _is_priced(sentence, position):
        return True
    if unit in _KINDS and _OF_KINDS.match(marked, position + 1):
        return True
    focused = unit in _PARTS and _TO_FOCUS.search(marked, max(0, position - 40), position)
    return bool(focused)


def _is_passing(marked: str, position: int) -> bool:
    """155毫米口径炮弹, 以每秒20立方米的流量, 在600亩茶园中, 21所高校组成的联盟."""
    if _IN_PASSING.match(marked, position + 1):
        return True
    among = "中，" in marked or "里，" in marked
    if (
        among
        and _AMONG_THEM.match(marked, position + 1)
        and _WHERE.search(marked, max(0, position - 30), position)
    ):
        return True  # 在重点监测的50种商品中，25种上涨
    if "台阶" in marked and (
        _STEPS.match(marked, position + 1)
        or (marked[position - 1 : position] == NUMBER and _STEP.match(marked, position + 1))
    ):
        return True  # 迈上2个百亿元台阶
    if _POINTED.search(marked, max(0, position - 2), position):
        return True  # 这5个村
    if _SPLIT.search(marked, max(0, position - 3), position) and _PARTED.match(
        marked, position + 1
    ):
        return True  # 按13个板块设展区, 分3个组讨论
    if _BASED.match(marked, position + 1) and _AGAINST.search(
        marked, max(0, position - 24), position
    ):
        return True
    means = "为" in marked and _MEANS.match(marked, position + 1)
    if means and _BY.search(marked, max(0, position - 42), position):
        return True
    dated = marked[position - 1 : position] == DATE  # 在去年11302元的基础上: what was reached then
    if (
        not dated
        and "基础上" in marked
        and _BUILT_ON.match(marked, position + 1)
        and _GROUND.search(marked, max(0, position - 62), position)
    ):
        return True
    if "每" in marked and _ONE_IN.search(marked, max(0, position - 24), position):
        return True
    if _USED.search(marked, max(0, position - 6), position):
        return True  # 借助34个合作社的优势
    at = _AT.search(marked, max(0, position - 4), position)
    if at and _AMIDST.match(marked, position + 1):
        return True
    focused = any(map(marked.__contains__, _FOCUS_SIGNS))
    return focused and bool(_FOCUSED.search(marked, max(0, position - 40), position))


def _is_among_places(marked: str, position: int) -> bool:
    """在全国80个城市建设1400多个便民生活圈: over how many places, in passing."""
    return bool(_OVER_PLACES.search(marked, max(0, position - 8), position)) and bool(
        _PLACES.match(marked, position + 1)
    )


def _is_of_base(marked: str, position: int) -> bool:
    """比全省（7.7%）高0.7个百分点, 继15个项目开工后: a number of what is compared with."""
    before = marked[max(0, position - 30) : position]
    if before.endswith(("（", "(")):
        return marked[position + 1 : position + 2] in _CLOSING and bool(_BASE.search(before))
    return bool(_AFTER_OTHERS.search(before)) and bool(_LATER.match(marked, position + 1))


def _is_planned(marked: str, position: int) -> bool:
    before = marked[max(0, position - 6) : position].rstrip("（(")
    if _TASKED.match(marked, position + 1) and _TASK.search(before):
        return True
    behind = marked[position + 1 : position + 4].lstrip("）)")
    return behind.startswith("的\ue001") and bool(_PLANNED.search(before))


def _is_in_ratio(marked: str, position: int) -> bool:
    """11.8:48.3:39.9: a part of a ratio."""
    if marked[position + 1 : position + 2] in _COLONS and _OTHER_PART.match(marked, position + 2):
        return True
    before = marked[position - 1 : position]
    return before in _COLONS and _OTHER_PART.match(marked, position - 2) is not None
