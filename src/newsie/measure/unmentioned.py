"""Bodies that are no mention, in front of what is measured: a sight, a delegation, a zone.

玉皇谷接待游客5万人     古雷开发区完成产值8亿元     其中经开区增长28%     水文站测得流量…
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.gazetteers import ZONES
from newsie.measure.carry import Context
from newsie.measure.clause import PLACE
from newsie.measure.words import leading_deed
from newsie.measure.zone import PLAIN_ZONES
from newsie.triggers import compile_quick

# A sight at the head of a clause, before what it counts: 玉皇养生谷接待游客.
_SIGHT = re.compile(
    r"(?:(?![的在将于与和对向由共已为以据而但各全])[一-鿿\ue003]){1,12}?"
    r"(?:古镇|[谷山湖寨峡洞岛寺园馆沟海村城塔宫庙街巷坊滩岩溪泉坪坝岭峰原]|景区|名胜区|度假区|小镇|绿道|草原|瀑布|湿地|街区|遗址|庄园|乐园|世界|农庄|基地|林场|院落|码头)"
    r"(?=(?:共|累计|日均|单日|当日|当天)?接待(?:了)?(?:国内|海外|入境|境外)?(?:游客|旅客|游人|市民|观众|参观)[^，；。]{0,6}\ue001)"
)
# Bodies that go by no name of their own kind, at the head of a clause.
_BODY_HEAD = (
    "代表团|国队|家队|救援队|法庭|交易所|水文站|汽车站|汽车总站|火车站|客运站|管理局|铁路局|特大桥"
    "|新通道|水利枢纽|水电站|核电站|发电厂|热电厂|风电场|光伏电站|发展改革委|发改委|风景区|景区|古城|古镇|度假区|温泉|博物馆"
)
# A zone with a name of its own at the head of a clause: 古雷开发区完成产值.
_OWN_ZONE = re.compile(
    rf"(?:(?![已的有是将在向为对和与于成])[一-鿿\ue003]){{0,8}}?(?:{ZONES})"
    r"(?=完成|实现|新[增引签建开]|累计|引进|共|已|现有|入驻|规[上模]|力争|拥有|落户|签约|开工|建成|\ue001|\ue002)"
)
_TOLD = re.compile(f"(?:宣布|祝贺|标志着|见证)(?={PLACE})")
_NAMED_SO = PLAIN_ZONES - {"园区"}  # which alone may be one zone's name
_CLASS_OF_ZONE = re.compile(
    r"(?:城市|[老新旧主]城|中心|现代|特色|农业|工业|高新|技术|重点|[国省市县]家?级|返乡|农产品|绿色|循环|化工|专业|食品|科技|电商|物流|各|全|本|该|此|[省市县区镇乡]|新建|建设|推进|依托|围绕|打造|入驻|落户"
    r"|支持|进入|走进|标准化|双创|青年|大学生|[一二三四五六七八九十两个]|在|的|将|对|为|与|和|从|向|等|内){1,8}(?:经济|开发|经开|高新|工业|产业|创业|科技|物流|园|区|新区|新城)"
)
_KIND_ALONE = re.compile(rf"\ue003?(?:{ZONES})")
_CLASS_OF_BODY = re.compile(
    r"[一-鿿A-Z]级|^(?:实现|完成|达到|接待|建成|打造|创建|新增|带动|促进)|旅游景|红色|重点|主要|乡村|景点|包括|^风?景区|^古[城镇]|^度假区|^温泉|^博物馆|各|全[县市区省]|[几多余数百\ue001]家|个|热门|周边|收费|开放"
)
_CLASS_OF_SIGHT = re.compile(
    r"^\ue003?(?:公园|景区|古镇|名胜区|乡村|景点|民宿|农庄|基地|街区|小镇|[A-Z\d])|[市县区]域|等|家$|类|场馆$|展馆$"
)
_TEAM = re.compile(r"\ue003[一-鿿]{0,8}?代表团(?=[一-鿿\ue001\ue002])(?!长|员|团)")
_ZONE_HEAD = f"{ZONES}|基地"
_BODY_HEADS = compile_quick(f"{_BODY_HEAD}|{_ZONE_HEAD}")
# 其中经开区增长28%: whose what was told before grew so much.
_ZONE = re.compile(
    r"(?:(?!其|的|在|将|于|与|和|对|向|由|共|已|为|以|据|而|但)[一-鿿\ue003]){0,6}?"
    rf"(?:{_ZONE_HEAD})(?=(?:同比|环比|比上年)?(?:增长|下降|增幅|增速))"
)
_BODY = re.compile(
    r"(?:(?!的|在|将|于|与|和|对|向|由|共|已|为|以|据|而|但)[一-鿿\ue003]){0,12}?"
    rf"(?:{_BODY_HEAD})(?:(?<=救援队)伍)?(?=[一-鿿\ue001\ue002])(?!站|员|伍|长)"
)


def may_name_body(sentence: Sentence) -> bool:
    """Whether a body of those that go by no name of their own kind may stand in a sentence."""
    return "接待" in sentence.marked or _BODY_HEADS.search(sentence.marked) is not None


def pass_described_body(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass of a sight, a delegation or a zone, by what is told of it."""
    marked = sentence.marked
    if (
        "接待" in marked[start:end]
        and (found := _SIGHT.match(marked, start))
        and not _CLASS_OF_BODY.search(found[0])
        and not _CLASS_OF_SIGHT.search(found[0])
    ):
        context.whose.subject = expand(sentence, start, found.end())
        return found.end() - start
    if marked[start] == PLACE and (found := _TEAM.match(marked, start, end)):
        context.whose.meet_body(expand(sentence, start, found.end()))
        return found.end() - start
    if (
        (found := _OWN_ZONE.match(marked, start))
        and found.end() <= end
        and (found[0] in _NAMED_SO or not _is_class_of_zone(marked, start, found.end()))
        and not leading_deed().match(found[0])
    ):
        told = _TOLD.match(marked, start)  # 宣布|远帆县开发区
        context.whose.meet_body(expand(sentence, told.end() if told else start, found.end()))
        return found.end() - start
    if (found := _ZONE.match(marked, start)) and found.end() == end:
        context.whose.meet_body(expand(sentence, start, end))
        return end - start
    return 0


def _is_class_of_zone(marked: str, start: int, end: int) -> bool:
    """Whether words tell of zones of a kind, not of one: 省级开发区, 全市园区."""
    alone = _KIND_ALONE.fullmatch(marked, start, end)
    return bool(alone or _CLASS_OF_ZONE.match(marked, start, end))


def pass_plain_body(context: Context, sentence: Sentence, start: int, end: int) -> int:
    """How many positions to pass of a body of a kind that goes by no name of its own."""
    found = _BODY.match(sentence.marked, start, end)
    if (
        found is None
        or found.end() >= end
        or sentence.marked[start] in "该此这"
        or leading_deed().match(found[0])
        or _CLASS_OF_BODY.search(found[0])
    ):
        return 0
    context.whose.meet_body(expand(sentence, start, found.end()))
    return found.end() - start


def expand(sentence: Sentence, start: int, end: int) -> str:
    """The wording between two positions of a marked sentence."""
    first, last = sentence.bounds[start], sentence.bounds[end]
    return sentence.text[first - sentence.start : last - sentence.start]
