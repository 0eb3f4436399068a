"""What was found as a body or a place in, the name that a figure may be of out, or None.

A finder takes more than names: classes, and what stands in front of a name or a class.

Surface forms::

    远帆蔬菜种植专业合作社            远帆蔬菜种植专业合作社
    市重点项目--远帆县医院            远帆县医院
    小山村依托国家级示范合作社        小山村
    农民专业合作社 村办公司 加工厂    none: a class
    占全区农民专业合作社 从县十八届人大 探索成立远帆合作社    none: no subject
    发挥港口 占自然村                 none
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.triggers import compile_quick
from newsie.values import PlaceValue

# A body that the words before it make an object, or the place of something.
_LED = compile_quick(
    r"多地|各地|突出|(?:[今去]年)?(?:(?:高考|中考)(?!研究|招生|服务)|考[上入取进]|升入|录取)|[一-鿿]{2,6}进入|[从向由被在占对让把](?=[省市区县州镇乡](?!港|山|河)|全[省市区县州国]|[我本该])"
    r"|无缝衔接|通过|得益于|依托|借助|结合|根据|按照|探索|成立|组建|创办|领办|引[进入导]|带动|帮助|消除|取缔|整治|关停"
    r"|充分|发挥|采[用取]|立足|走[进访]|来到|位于|地处|坐落|邀请|会同|争取|授予|荣?获(?!嘉)|入选|评为|创[建成]|命名|作为"
    r"|方面|抓[好紧实]|做好|搞好|率居|位居|名列|跻身|列入|纳入"
    r"|另有|[现共]有(?!限)|实现|全部|新?[改扩]、?扩?建(?!路)|新改扩建|[一二三四五六、]{1,5}[级类](?!路)|等级|省?[一二三]级|[这那](?:[些家座]|[个所](?=[一-鿿]))|一[家所个座批]|成功(?=[引创举打])|分别|比如|例如|诸如"
)
_WIDE = compile_quick(
    r"全[国省市区县州镇乡](?!人大|政协|总工会|妇联|工商联|社保|学联|青联|老龄|爱卫|残联|文联|科协)"
)
# Classes of bodies, or a verb with its object, taken for the name of one.
_NO_BODY = re.compile(
    r"(?:[一-鿿]{0,4}按(?=[一二三]级)|(?:顺利|成功|正式|牵头|共同|主动|率先)?(?:响应|启动|走访|慰问|收到|接到|签约|签订|对接|协助|配合|加入|入驻|进驻|前往|奔赴|参观|观摩|担任|隶属|委托|创办|领办|筹建|组建|结对|开工|开放)|完成|建设(?!银行|集团|局|厅|部|委|厂|工程|投资|兵团|路|街|镇|乡|村|公司|监理|开发|发展|控股|中|实业|机械|工业)|[一-鿿]{1,3}性(?:幼儿园|学校|医院|企业|机构)|高(?:质量|水平|标准|效能?|品质)|全(?:方位|过程|链条)|开建|续建|迁建|改扩建|启用|投用|普惠|淘汰|清退|栽植|人均|户均|口袋|掌上|手机|网上|公办|民办|规[上模]|龙头|持续|扩大|继续|进一步|加快|积极|大力|高度|统筹|坚持|围绕|组织|欢迎|利用|依托|通过|采取|扶持|带动|包括|聚焦|着眼|瞄准|锚定|认真|坚决|切实|深入|贯彻|落实|落细|大幅|牢牢|抓[好实]|办好|用[好足活]|做[好强优大精]|确保|建好|管好|守好|保障|夯实|巩固|深化|打造|培育|引进|启动|改造|投用|健全|多元|已完成|[全我][省市区县州镇乡国]|[国省市区县乡镇村]家?级|各[省市区县镇乡级类家地]|规划(?!局|处|院|馆|和|与|设计|展|建设局|自然|委)|计划(?!生育|委)|打算|准备|拟|暑期|民用|大型|中小|优质|现有|部分|首批|多[家所个]|具有|拥有|接受|取得|明年|今年"
    r"|去年|上半年|下半年|新建|改建|扩建|拟建|[省市区县境辖]内|辖区|定点|竣工|投入|动工|完工|交付|减少|增加|压减|加强|推进"
    r"|推动|强化|完善|提升|提高|支持|帮助|引导|鼓励|协调|督促|争取|落实|开展|实施|建成|优化|\d)|[^（(]{0,8}\d+[余多]?[所家个座栋条处幢]"
)
# What another body does with the one behind it; what stands before it may be a name itself.
_INNER = compile_quick(
    r"依托|领办|创办|探索|成立(?!医)|引[进入导]|借助|携手|坐落|地处|位于|作为|带动|入驻|(?:充分)?利用|拥有|[共现]有"
    r"|加快|推进|加强|强化|狠抓|抓好|助力|打造|推动|全力|大力|持续|积极(?!分)"
)
# 记者从远帆公司获悉, ——记远帆县医院, 对远帆中学的支持
_FROM = re.compile(
    r"^(?:从(?![化江台])|记(?=[一-鿿]{2,}[县市区旗镇乡村])"
    r"|[对给被把](?=[一-鿿]{2,}(?:[中小大]学|学[校院]|公司|集团|医院|局|厂|合作社)$))"
)
_DASH = re.compile(r"[-－—]{2,}|[+＋]")
_ENDS_NAME = re.compile(
    r"[一-鿿]{2}(?:[村镇乡县市区州局院校厂社]|街道|社区|公司|集团|合作社|学校|[大中小]学|中心)$"
)
_GROUND = re.compile(r"(.{2,}村)(?:果园|茶园|大棚|田间|村口|广场|地头)")
# What kind of firm it is, and where in it: 台资企业|远帆铸造有限公司|车间.
_KIND_OF_FIRM = compile_quick(
    r"^.{0,12}?(?:企业(?!集团)|厂商|龙头(?!企业)|民企|国企|[省市区县]级(?:示范|重点)(?!.{0,2}企业))(?=.{2,}(?:公司|集团|厂|合作社))"
    # 远帆县工业园区|小平电子有限公司
    r"|^.{2,16}?(?:[业济技]园区?|产业园区?|开发区|经开区|高新区|集中区|集聚区)内?的?"
    r"(?=(?!投资|建设|开发|发展|控股|国有|运营|管理|资产|[城水电供]).{4,}有限(?:责任)?公司)"
)
_PART_OF_FIRM = re.compile(
    r"(?<=公司|集团)(?:的|[一二三四五]号)?[一-鿿]{0,4}(?:车间|厂区|生产线|展厅|厂房|大楼|现场)$"
)
_GENERIC = (
    "农民|农业|农村|农机|高等|中等|义务教育|学前教育|专业|粮油|粮食|种植|养殖|种养殖?|水果|蔬菜|茶叶|畜牧|生猪|肉牛|蚕桑|苗木|花卉|水产|渔业|林业|中药材"
    "|股份|有限|责任|经济|联合|示范性?|重点|龙头|骨干|规模|大型|中小型?|小微|民营|国有|外资|合资|集体|村办|乡镇|社办|公办|民办"
    "|普惠性?|随迁子女|高新技术|科技型?|工业|商贸|农产品|深?加工|制造|服装|纺织|食品|化工|电子|机械|建筑|建材|旅游|物流|电商"
    "|家庭|[现当]代化?|智能化?|数字化?|绿色|标准化?|新型|特色|优质|普通|公立|私立|社会|基层|乡村|城市|城乡|街道|中心|九年一贯制|完全|初级|高级|职业"
    "|国家级|[省市区县镇乡村]级|养老|托育|托幼|医疗|福利|扶贫|帮扶|当地|本地|周边|附近|上市|出口|生产|运输|客运|货运|建设|施工"
    "|跨国|保险|物业|[子分母]|快递|劳务|种业|证券|互联网|餐饮|零售|咨询|中介|租赁|家政|国内外|境外|海外|外地|知名|头部|链主|独角兽|瞪羚|互助"
)
_KIND = (
    "合作社|联合社|联社|公司|企业|煤矿|矿山|工厂|农场|牧场|林场|学校|小学|中学|高中|初中|幼儿园|医院|卫生院|卫生室|卫生所|机构|基地|园区"
    "|产业园|商会|协会|银行|超市|市场|车间|单位|院校|高校|中心|办事处"
)
_CLASS = compile_quick(rf"(?>{_GENERIC})*(?:{_KIND})")
_GUESSED = compile_quick(
    r"占(?=自然|行政|全)|位于|地处|坐落|来[自到]|走[进访]|消除|发挥|整个|利用|改造|建成|打造|创建|[各全]?[县镇乡]?个?(?:自然|行政|建制)村$|\d"
)


@lru_cache(maxsize=4096)
def name_body(found: str) -> str | None:
    """The name of a body among what was found as one.

    >>> name_body("市重点项目--远帆县医院"), name_body("小山村依托国家级示范合作社")
    ('远帆县医院', '小山村')
    >>> name_body("粮油专业合作社"), name_body("占全区农民专业合作社"), name_body("从远帆公司")
    (None, None, '远帆公司')
    """
    name = _FROM.sub("", _DASH.split(found)[-1])
    if inner := _INNER.search(name, 1):
        name = name[: inner.start()]
        if not _ENDS_NAME.search(name):
            return None
    name = _PART_OF_FIRM.sub("", _KIND_OF_FIRM.sub("", name))
    if ground := _GROUND.fullmatch(name):
        name = ground[1]
    if (
        _NO_BODY.match(name)
        or _LED.match(name)
        or _WIDE.match(name)
        or _CLASS.fullmatch(name)
        or name[:1].isdigit()
    ):
        return None
    return name


def is_place_name(place: PlaceValue) -> bool:
    """Whether what was found as a place may be one: a village is often only guessed.

    >>> from newsie.values import PlaceValue
    >>> is_place_name(PlaceValue("小山村")), is_place_name(PlaceValue("占自然村"))
    (True, False)
    """
    return _GUESSED.match(place.name) is None
