"""Wordings that say what a number is of, and how it is shared, as compiled patterns."""

from __future__ import annotations

import re

from newsie.triggers import compile_quick

# 佛山、汨罗等目的地的订单量: one list
KINDRED = re.compile(r"、[^、]{1,12}等[^、]{1,12}的[^、]{2,}$")
HOLDING = frozenset(("举行", "举办"))
CEREMONY = re.compile(r"项目(?:开工|竣工|签约|投产|奠基|揭牌|启动|开业|通车)$")
EACH = re.compile("均|都|双双")
SHARE_END = re.compile(r"(?<=[值量额])(?:占比|比重)$")
# 从主要产品产量看，精制茶增长23.9%.
BY = re.compile(r"从[^，。；]{0,12}?(产量|销量|出口额|产值|增加值)(?:来?看)")
# 完成投资, 实现产值: the number is of what follows.
DONE = compile_quick(
    r"可?(?:完成|实现|达到)了?(?:全[省市区县州镇乡村](?![面域体]))?(?!率)(?=[^年计目任预全]|全社会)"
)
AMOUNT_OF = re.compile(
    r"(?:[总年]|销售|营业|主营业务|经营)*(?:产值|税收|利税|收入|营收|销售额|利润)(?:总额)?"
)
# Those that may have made what is told behind their count: 企业12家，实现产值3亿元.
MAKER = re.compile(
    r"(?:企业|公司|厂家?|项目|工程|合作社|基地|园区?|车间|商户|店|平台|机构|农场|单位|作坊|大户|民宿|农家乐|市场|景区|经济|集群|主体|业)$"
)
# Deeds that are told of one object after another: 新建公厕12座，改造23座.
BUILT = re.compile(
    r"(?:新增|新建|改建|扩建|改扩建|新改扩建|改造|提升改造|改造提升|续建|迁建|重建|维修|修缮|整修|加固|翻新|维护|拆除|更换|更新|新购|新改建|优化|调整|关停|新开通?)"
)
# 排查隐患320处，整改300处: what was found, and what was done about it.
_FOUND = re.compile(
    r"(?:共|累计)?(?:检查|排查|摸排|巡查|抽查|核查|发现|受理|接收|收到|接到|征集|交办|梳理|收集|走访|登记){1,2}(?:整治|整改)?出?"
)
_MENDED = re.compile(
    r"(?:已|全部|督促|责令|现场|当场|立即|立行|完成|限期)*(?:整改|立改|查处|立案查处|办结|化解|调解|调处|解决|处置|处理|交办|回复|答复|销号|取缔|关停|采纳)"
)
ALIKE = ((BUILT, BUILT), (_FOUND, _MENDED))
TASK = re.compile(r"(?:任务|目标|计划|预算)$")
# 对工业增长的贡献率: of whom, the measure before tells.
GIVES = re.compile(
    r"对[^，]{2,24}(?:贡献[率度]|拉动[率度]?)|(?:增长|经济)?贡献[率度]|拉动[^，]{2,}"
)
OUTPUT = re.compile(
    r"(?:(?:商品|消费品)零售|增加值|产值|总产值|投资|销售收入|营业收入|利润|价格|零售额)$"
)
PRODUCED = re.compile(r"(?:产量|出口量|销量)$")
VERB_FIRST = re.compile(r"实现|达标|增长|亏损|开工|投产|竣工|获|完成")
DEEDS_UNITS = frozenset("类份条件场批期")
CASES = frozenset("件起例宗")
HEADS = frozenset(("人", "名", "位", "人次", "次"))
# 出动警力500人次，车辆100台次: what goes on over a comma.
SHARED_DEEDS = frozenset(("出动", "办理", "查处"))
SENT_OUT = frozenset("人名台辆艘架只条支班组套批") | frozenset(
    (
        "人次",
        "台次",
        "辆次",
        "辆（次）",
        "台（次）",
        "车次",
        "架次",
        "艘次",
        "台套",
        "艘（次）",
        "批次",
    )
)
HOUSEHOLDS = frozenset(("户", "人", "口"))
QUARTERS = re.compile(r"^(?:村民|居民)?(?:小组|组|自然村|自然屯|村|社区|屯|寨|网格|片区)$")
OFTEN = re.compile("(?:日|月|年|季|周)均|每[日天月年]|年(?=减少|增加|生产|加工|处理|出栏|培训)")
NEW = re.compile(r"新(?:增|认定|培育|登记|注册|设立?|建|引进)|创[建成]|培育|认定|引进|建成")
SUMS = frozenset(("总数", "总数量", "总量"))
BETTER_OFF = re.compile(r"(?:实现)?(?:稳定|持续)?(?:增收|脱贫|就业|受益|致富|务工)(?:致富)?")
LEVEL = re.compile(r"(?:国家|部|省|市|县|区|州|乡镇|镇)级")
# What is given or planted, one kind after another: 栽植乔木2000株，灌木3000株.
GIVEN_OUT = frozenset(("投入", "发放", "栽植", "栽种", "购置", "配备", "捐赠", "赠送", "送去"))
NEWLY = "新增"
# 高于全县规上工业增速2.1个百分点: growth is compared with growth.
OF_GROWTH = re.compile("(?<!经济)增[速幅]")
CONVERTED = frozenset(("折合", "折合人民币", "约合", "折", "折算"))
# 新增专利47件，累计拥有专利632件: had, not won now.
HAD = re.compile(r"拥有|现有")
