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
    r"可?(?:圆满|顺利|超额|如期|成功|提前|全面)?(?:完成|实现|达到)了?(?:全[省市区县州镇乡村](?![面域体]))?(?!率)(?=[^年计目任预全]|全社会|年(?:总|综合|经营|销售|旅游|营业|务工|纯|净|人均|均)*(?:收入|产值|营收|销售额|利润|利税|税收|产量))"
)
AMOUNT_OF = re.compile(
    r"(?:[总年]|销售|营业|主营业务|经营)*(?:产值|税收|利税|收入|营收|销售额|利润)(?:总额)?"
)
# Those that may have made what is told behind their count: 企业12家，实现产值3亿元.
MAKER = re.compile(
    r"(?:企业|公司|厂家?|项目|工程|合作社|基地|园区?|车间|商户|店|平台|机构|农场|单位|作坊|大户|民宿|农家乐|市场|景区|经济|集群|主体|业)$"
)
TASK = re.compile(r"(?:任务|目标|计划|预算)$")
# 对工业增长的贡献率: of whom, the measure before tells.
GIVES = re.compile(
    r"对[^，]{2,24}(?:贡献[率度]|拉动[率度]?)|(?:增长|经济)?贡献[率度]|拉动[^，]{2,}"
)
OUTPUT = re.compile(
    r"(?:(?:实际)?使用外资(?:金额)?|用电量|(?:商品|消费品)零售|增加值|产值|总产值|投资|销售收入|营业收入|利润|价格|零售额)(?=(?<=价格)总?水平$|(?:增[速幅])?$)"
)
PRODUCED = re.compile(r"(?:产量|出口量|销量)$")
VERB_FIRST = re.compile(r"(?:实现|达标|增长|亏损|开工|投产|竣工|获|完成)(?![一-鿿]{0,4}项目)")
SHARE_OF_PLACE = re.compile(r"占[^占]{2,8}$")
OF_PLACE = re.compile("\ue003的?")
CHOSEN = frozenset(("入围", "入选", "获奖", "中标", "录用", "采用", "刊发", "发表", "展出"))
DEEDS_UNITS = frozenset("类份条件场批期") | {"场次"}
CASES = frozenset("件起例宗")
HEADS = frozenset(("人", "名", "位", "人次", "次"))
HOUSEHOLDS = frozenset(("户", "人", "口"))
QUARTERS = re.compile(
    r"^(?:(?:下|现|共|管)?辖)?(?:村民|居民)?(?:小组|组|自然村|自然屯|村|社区|屯|寨|网格|片区)$"
)
BETTER_OFF = re.compile(r"(?:实现)?(?:稳定|持续)?(?:增收|脱贫|就业|受益|致富|务工)(?:致富)?")
NEWLY = "新增"
# 高于全县规上工业增速2.1个百分点: growth is compared with growth.
OF_GROWTH = re.compile("(?<!经济)增[速幅]")
CONVERTED = frozenset(("折合", "折合人民币", "约合", "折", "折算"))
# 新增专利47件，累计拥有专利632件: had, not won now.
HAD = re.compile(r"拥有|现有")
# What a disaster does to those whom it strikes: 暴雨造成8.6万人受灾.
DISASTER = re.compile(
    r"[^，]{0,10}?(?:台风|雨|洪灾|洪水|洪涝|灾害|灾情|泥石流|冰雹|大风|干旱|旱灾|旱情|低温|雪灾|冻害)[^，]{0,6}?(?:已|共|累计)*(?:造成|导致|致使?)了?"
)
HIT = re.compile("(?:不同程度)?(?:受灾|受损|成灾|绝收|受淹|被淹|倒塌)")
# 拉动经济增长2个百分点, not 拉动农民投入300万元.
SHARES = frozenset(("%", "个百分点", "‰"))
DIVISIONS = frozenset(
    ("乡镇", "镇", "乡", "镇街", "街道", "村", "行政村", "社区", "县", "区县", "县区", "市", "省")
)
