"""A phrase beside a number in, the noun in it out: without what only says how, when or by whom."""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.words import leading_deed, leading_words, trailing_noun
from newsie.triggers import compile_quick

_JOINED = re.compile(r"(?=[、和及与以])(?:、|和|及(?!时(?!间)|早|格)|与|以及)+")
# 与甲大学共建基地, 与乙企业签订协议
_WITH_WHOM = re.compile(
    r"[与同和][^，、]{2,20}?(?=(?:共建|签订|签署|达成|联合开展|合作(?:建[成立设]|开展|共建)|共同(?:建[成立设]|开展|举办|打造|研发|完成))[一-鿿“])"
)
_TAIL = re.compile(
    r"(?:[了的]|(?<!衣)着|(?<=[入出资])(?:预算)?安排|共|合计|累计|分别|(?<![日人户年亩月单])均"
    r"|都|已经|已|又|再|平均|继续|可以?|能够|全部|先后|相继|陆续|总计|总共|累积|预测|(?<=..)目标|(?<=..)(?<![在列居位占])全[省市区县州旗镇乡村]|更(?<!变更)(?<!三更)|依然|仍然|仍旧|依旧|仍|(?<=..)将|为(?=每)|(?<=..)就"
    r"|(?<=[失量额值数率长入资积比])约|(?<=..)(?<![存所现实内潜])在|已?连续.{1,4}?[年月天季周]|(?<=..)连续|(?<=..)普遍|也|首次|一举|[，、]?(?<=..)以){1,6}$"
)
# What these end with.
_TAIL_ENDS = frozenset(
    "遍约就在然仍旧将测标以了着的排共计别均都经已又再续可以够部后继积更年月天季周也次举省市区县州旗镇乡村"
)
# 签约项目共五大类16个: of how many kinds they are
_KINDS = re.compile(
    r"(?<=..)[，、]?(?:共|分为?|涉及|包括)*(?:[二三四五六七八九十两]{1,3}|\d{1,2})(?:个?大(?:类别?|项|方面|板块|领域|门类)|个(?:方面|类别|板块|领域|门类))$"
)
_KINDS_ENDS = frozenset("类别项面块域")
# 客流量、门票收入两项指标, 门票收入“三大指标”
_SO_MANY = re.compile(
    r"(?<=..)“?等?(?:[二三四五六七八九十两]{1,3}|\d{1,2})[项大个](?:主要|核心|重要|经济|关键)*指标”?(?:(?<=指标)增[速幅])?$"
)
_TOWARDS = re.compile("[对为向给把将](?:全[省市县区州镇乡村]|[我本][省市县区州镇乡村])?的?")
_FOR_PRICE = re.compile(r"以[一-鿿]{0,6}(?:租金|价格|单价|均价|总价|金额|年薪|低价|底价|价)")
_NUMBERED = re.compile(r"(?:\d{1,2}[.、．]|0\d)\s*(?=[一-鿿])")
_ON_SITE = re.compile(
    r"(?:[一-鿿]{0,8}?现场(?!签约[一-鿿]{0,4}项目)|[一-鿿]{0,6}?[会式]上|活动中)(?:还|共|又)?(?=举行|举办|[签发颁捐达])|[一-鿿]{0,4}(?:过程中|活动期间)(?=[一-鿿]{2})"
)
_ON_SITE_SIGNS = frozenset("场上中间")
_BARE = re.compile(
    r"(?:[一-鿿]{0,8}?(?:[达投]产|建成|通车|投[用运]|竣工|运营|实施|完工)后(?!的)[，可将预计]{0,3}|"
    r"(?:已|也)?(?:成为|跃居|晋升为?)(?:[全我][国球省市区县州]|世界|亚洲)(?=..)|"
    r"现(?=$)|第[一二三四五六七八九十]{1,3}批(?=(?:集中|新)?(?:开工|签约|竣工|开竣工|引进|入库))|含(?![税量水沙氧氟碳油有])(?=[一-鿿]{2,6}$)|现(?=日均|日平均|年均|月均|日|每)|仅?[用在]?[^，]{0,6}?时间(?:[里内])?就|"
    r"(?:除去|扣除|刨[除去])(?:[一-鿿]{0,4}?(?:成本|开支|费用|本钱)(?:费用|开支)?)后?(?=.)|当地(?=[一-鿿]{3})|在内的?(?=[一-鿿]{2})|这[个家座间所条](?=[一-鿿]{2})|[^，]{0,10}?(?:[他她我]们?|自己)[能就还又也]*(?=[挣卖]$)|[全我本][国省市区县州镇乡村](?![域面性级家体有])(?:共有(?=..))?|使(?![用馆命])|[^，]{0,14}的?基础上"
    r"|(?:[我他她它你咱](?>(?:们|家)*)(?!中|当中|[国省市区县州镇乡村校院厂司局])的?|[这此本]次)(?=[一-鿿]{2}|$)"
    r"|(?:按照?[^，。]{1,16}?|[^，。]{0,8}(?:汇率|价格|口径))(?:计算|折算|换算)的?|按照?(?=(?:目前|当前|市场)*(?:均价|单价|售价|市场价|收购价)$)"
    r"|(?:受|因|由于)(?![理贿益灾访助伤让众]|地制宜)[^，。]{1,14}?(?:影响|带动|拉动|推动|因素)(?!力)"
    r"|(?:扣除|剔除|不含|不考虑)[^，。]{1,14}?(?:因素的?影响|因素|影响)?后|按?(?:可比|不变|同)(?:口径|价格?)(?=$)|[要须需应](?=[新改建增完培引拆打实推举开办制])|(?:以|通过|采取)?(?:各|各种|多种|多)(?:形式|方式|渠道|途径)(?=[一-鿿]{2}))+"
)
# One of these is in it.
_BARE_SIGNS = frozenset("除扣刨在自第含受因由当后现就全我本使础他她它你咱这此算按要须需应各多")
_LASTING = re.compile(
    r"(?:已)?连续.{1,3}?[年月天次季度]+|(?:位(?!于.)|列(?!入))|共(?![享同治有计产青和建]|创(?![建办造收作新]))(?=..)"
)
_ADVERB_INSIDE = compile_quick(
    r"(?<=[所站队社司院校局组员关])共(?![享建同创有计青产和]|治(?!理))(?=[一-鿿]{2})|(?:累计|先后|一共|共(?![享建同]|治(?!理)|创(?![建办造收作新]))|已经?|首次|(?<=[”品])还)+(?=[一-鿿]{2})"
)
# 100%的村通了公路, 建起了大棚; not 了解.
# 财政资金都用于民生: of all of it
_ALL_INSIDE = compile_quick(
    r"(?<=[一-鿿]{2})(?:都|均)(?=用于|投入|来自|实现|完成|达到|建有|建成|通|参加|加入)"
)
# 8栋楼都装上了电梯
_ALL_TOLD = compile_quick(
    r"(?<=[一-鿿])(?:(?<![首成古之])都(?![市城江匀是])|(?<![人户年月日亩车场平])均(?![价衡值线匀势是]))(?=[一-鿿]{2})"
)
# 发展茶叶并逐步扩大种植规模
_WIDENED_INSIDE = re.compile(
    r"(?<=[一-鿿]{2})并(?:逐步|不断|进一步|逐年)?(?:扩大|提高|提升|增加)(?=[一-鿿]{2,5}$)"
)
# 接待来自周边县市的游客: wherever they come from.
_WHENCE_INSIDE = re.compile(
    r"(?<=[一-鿿]{2})(?:来自|位于|地处|坐落于|分布在)[^，的]{2,20}的(?=[一-鿿]{2})"
)
_DONE_INSIDE = compile_quick(r"(?<=[一-鿿])(?<![为除])了(?![解不却然望])(?=[一-鿿“《])")
_ALREADY_INSIDE = compile_quick(
    r"(?<=[一-鿿]{2})可(?=[收产创增带供容节][一-鿿])|(?<=[一-鿿]{2})已(?:经|累计)?(?=[一-鿿]{2})(?![婚有知])"
)
# 被人民日报、学习强国等中央级媒体用稿62件: the class says enough.
AGENTS = frozenset("被在由")
_LIST_OF_AGENTS = re.compile(
    r"(?:[^，、]{0,12}?([被在由]))?[^，、]{2,12}(?:、[^，、]{2,12}){1,6}等(?:多家|各大|多个)?(?=[一-鿿]{4})"
)
# 拥有“甲”、“乙”等地理标志商标10件: 拥有地理标志商标.
_QUOTED_LIST = re.compile(
    r"([一-鿿]{0,4}?)“[^”]{1,12}”(?:[、和]?“[^”]{1,12}”){0,8}等(?=[一-鿿]{3})"
)
_EXPLAINED = re.compile(
    r"[（(](?:包括|包含|含)[^（）()]{6,}[）)]|（含复种）|(?:预计)?（[^（）]{0,4}下同[^（）]{0,4}）"
)
_INSIDE = re.compile(r"(?:辖区|[区市县镇乡境省]|全[区市县镇乡省])(?:范围)?内(?:共|现)?有?")
_SAME_MEASURE = re.compile(r"(?:[这该其]?一?)(?:比例|数字|数据|指标|比重)")
# 开工的项目包括|投资2亿元的冷链物流园.
_LISTING = re.compile(
    r"[^，；。：]*(?:包括|包含|涵盖|分别[是为]|其中有|主要[有是])(?=(?:总|计划)?投资$)"
)
_BY_WHOM = re.compile(r"[^，；。：]{0,16}?由[^，；。：]{2,24}?(?=(?:计划|总)?投资$)")
_PER_UNIT = compile_quick(r"(?<=..)为(?=每[一-鿿]{1,3}$)")
# 每年可发出75亿度, 在国家层面建成绿色工厂: that it can be, and on what level.
_ABLE = re.compile(
    r"(?=[每可能在国全])"
    r"(?:(?:每年(?:还|也|将)?)?(?:可以?|能够?)(?=年[产生加处]|[发产提容满带实供节减存吸生完达创形获出交])"
    r"|(?:在)?[国全][家省市县][层级]面)+"
)
_CONTESTS = ("测评中", "考核中", "评比中", "排名中", "评选中", "测试中")
# 铁路部门计划增开: whose plan it is.
_PLANNED = re.compile(
    r"([^，]{2,16}?)(?<!年度)(?<!年)(?:计划|将|拟|预计|力争|确保|有望)再?(?=[招加继完达新建改增举完投引培打推发开带安提])"
)
_PLANNED_SIGNS = frozenset("划将拟预争保望")
# What is told of the things that are counted, not which: 救灾物资|在今天中午运抵.
PASSED = compile_quick(
    r"(?:已于|已在|已经?(?=(?:陆续|先后|全部)(?![开竣完复]工|投产|建成|签约|落地|投用|通车|开业|搬迁|入住|脱贫|达标|投入|交付|整改|办结|销号|完成|到位))|在(?!线|建|校|岗|职|册|编|园|读|用|营|研|产|售|役)|正在|陆续"
    r"|先后|[既都均也就]是|分别(?=是|走访|前往|赴|深入|慰问|对|在|到|获|进行)|不仅|被(?!子|动|告|征)"
    # What those who are counted do: 80项非遗项目让人们…, 20台花车列队齐发.
    r"|(?<![转出礼])让(?!利)|(?<![大天公])使(?!用|馆|命|者)|令人|丰富了|报道了?|带来|展[现示]了?|呈现|亮相|入场|登场|列队|齐[发聚]|同台|同场"
    r"|(?<=项目|企业|工程|案件)(?:主要|广泛|共|均|都)*(?:涉及|涵盖|覆盖|分布|聚焦|囊括|包括|包含)(?!面|率|式)"
    r"|(?:大多|大都|如今)(?=[一-鿿]{2})|呈(?=“|[一-鿿]{0,6}(?:态势|趋势|局面|格局|状))|(?:依托|凭借|借助)(?=[一-鿿]{2})|(?:也是|依然|依旧)?长势|开足马力|忙着|忙于|加班加点|来回|来往|活跃|奔波|忙碌|奋战|穿梭|欢聚|齐聚|正处|相聚|来到|走[进上出]|踏上|围绕|敬礼|装扮|点[亮缀]|迈向|讲述|共享|竞相|争相|纷纷|轮番|联袂|袭击|作为(?=[一-鿿]{4})"
    r"|(?<![针相绝面配应核])对(?!口|外|接|象|策|比|标|联|手|虾|讲|讲机)(?=[一-鿿\ue000-\uf8ff]{4})|(?<![方面定转志意横纵])向(?=[一-鿿\ue000-\uf8ff]{4})"
    r"|(?<=[队组团员])(?:进入|进驻|前往|赴)|组成(?!部|员)|下沉|驻扎|奔赴|赶赴|坐诊|深入(?=田间|一线|基层|现场|各|[乡村镇企学社工农街]|[一-鿿]{2,6}(?:一线|现场))|加[快速](?=(?:培育|发展|推进|建设|形成|集聚|崛起|成长|壮大|落地)$)|到(?=[^，。]{2,12}(?:坐诊|义诊|支教|挂职|帮扶|驻村|巡诊)$)"
    r"|到了|进入了?(?=[一-鿿]{2,8}[期季])|到(?=当地|各[地村]|一线|基层|现场|田间|村里)|从(?=全国|各地|四面八方|外地|国内外|省内外)"
    r"|(?<![前大小中上名少])将(?!军|士|领|来)|把(?!关|握)(?=[一-鿿]{4})"
    r"|(?:扎实|有序|稳步|顺利|全面|加快)(?:推进|加快|实施|建设|进行|展开|开展|铺开|启动)|进展"
    r"|的(?:同时|基础上|情况下|背景下)).*$"
)
_ALREADY = re.compile(r"(?<=..)(?:已经?|全部)(?=[一-鿿]{2})")
_ALREADY_FIRST = re.compile(r"^(?:已经?|均已?|都已?(?![市城]))(?=[一-鿿]{2})")  # 其中35个已建成
_IDLE_TAIL = compile_quick(
    r"(?<=..)(?:全部|[也都均已正]|(?<![所拥持具富享含占国公私])有|目前|累计|合计|总共|一共|共计|总计|再次){1,4}$"
)
# 13家企业进行签约, 4个项目正式开工, 9个项目开工仪式.
# 12座菇棚整齐排列: how it looks.
_SIGHT = re.compile(r"(?<=..)(?:整齐|错落|鳞次|连绵|拔地|映入|绵延|纵横|星罗)[一-鿿]{0,4}$")
# 78个窗口整合为26个: what they became.
_BECAME = re.compile(
    r"(?<=..)(?:再|已)?(?:整合|合并|归并|精简|压缩|调整|优化|缩减|减少|增加|扩大|转变|升级|改造|发展|变)(?:为|成|到|至)了?$"
)
# 18个项目为开工项目
_OF_KIND = re.compile(r"(?:个)?(?:项目|企业|村|户|工程|学校|案件)(?:为|是|属于?)(?=[一-鿿]{2,10}$)")
# 其中3家为民营企业; not 12次为群众办事
_IS_OF_KIND = re.compile(
    r"为(?=[^，]{2,14}$)(?![^，]{0,6}?(?:群众|居民|村民|农民|老人|学生|儿童|企业|商户|农户|困难户|员工|职工|市民|游客|患者|单位|项目|产业|全[省市县区镇村])[^，]{2,})"
)
_LIGHT = re.compile(r"(?<=..)(?:进行了?|正式|顺利|如期|成功|圆满|相继|陆续)(?=[一-鿿]{2})")
_HELD_FOR = re.compile(r"(.{2,12}(?:开工|竣工|签约|投产|奠基|揭牌|启动|开业|通车))仪式")
_RESULT = re.compile(r"的(?:好|优异|历史最好)?(?:成绩|战绩|佳绩)$")
_JOINING = re.compile(r"(?:和|及|(?<![参授给])与|以及)$")


def pare_edges(phrase: Phrase) -> Phrase:
    """A phrase before a number, without what joins it to the one before and leads to the number.

    What only says towards whom (对106户居民) is no noun at all.
    """
    text, left = phrase.text, 0  # what is left of it, and how much was cut before that
    if beside := _WITH_WHOM.match(text):
        left, text = beside.end(), text[beside.end() :]
    elif joined := _JOINED.match(text):
        left, text = joined.end(), text[joined.end() :]
    if text[-1:] in _KINDS_ENDS and (kinds := _KINDS.search(text)):
        text = text[: kinds.start()]
    if "个方面" in text and not text.endswith("个方面"):
        sides = text.index("个方面") + len("个方面")
        left, text = left + sides, text[sides:]  # 4个方面细化重点任务
    if "指标" in text[-5:] and "、" in text and (so_many := _SO_MANY.search(text)):
        text = text[: so_many.start()]
    if text[-1:] in _TAIL_ENDS and (tail := _TAIL.search(text)):
        text = text[: tail.start()]
    if _TOWARDS.fullmatch(text):
        return Phrase()
    if text.startswith("以") and (trailing_noun().search(text) or _FOR_PRICE.fullmatch(text)):
        left, text = left + 1, text[1:]  # 以营业收入286亿元排名第12位
    if text[:1].isdecimal() and (numbered := _NUMBERED.match(text)):
        left, text = left + numbered.end(), text[numbered.end() :]
    for opening, signs in ((_ON_SITE, _ON_SITE_SIGNS), (_BARE, _BARE_SIGNS)):
        if not signs.isdisjoint(text) and (found := opening.match(text)):
            left, text = left + found.end(), text[found.end() :]
    if text.startswith("时间") and leading_deed().match(text, 2):
        left, text = left + 2, text[2:]  # 用3年时间改造小区126个
    while found := _LASTING.match(text) or leading_words().match(text):
        left, text = left + found.end(), text[found.end() :]
    return phrase[left : left + len(text)] if len(text) < len(phrase.text) else phrase


def pare_inside(phrase: Phrase, *, by_agents: bool) -> Phrase:
    """A phrase before a number, without adverbs, lists of agents or names, and explanations.

    Args:
        by_agents: whether 被, 在 or 由 stands right before it.
    """
    inside = _ADVERB_INSIDE.search(phrase.text, 2)
    if inside and leading_deed().match(phrase.text, inside.end()):
        phrase = phrase[: inside.start()] + phrase[inside.end() :]
    while done := _DONE_INSIDE.search(phrase.text):
        phrase = phrase[: done.start()] + phrase[done.end() :]
    phrase = _without(_without(phrase, _ALL_INSIDE), _WHENCE_INSIDE)
    phrase = _without(phrase, _WIDENED_INSIDE)
    already = _ALREADY_INSIDE.search(phrase.text)
    phrase = phrase[: already.start()] + phrase[already.end() :] if already else phrase
    listed = _LIST_OF_AGENTS.match(phrase.text) if "等" in phrase.text else None
    if listed and (listed[1] or by_agents):
        phrase = phrase[listed.end() :]
    if quoted := _QUOTED_LIST.match(phrase.text):
        phrase = phrase[: quoted.end(1)] + phrase[quoted.end() :]
    if explained := _EXPLAINED.search(phrase.text):
        phrase = phrase[: explained.start()] + phrase[explained.end() :]
    return phrase


def _without(phrase: Phrase, words: re.Pattern[str]) -> Phrase:
    found = words.search(phrase.text)
    return phrase[: found.start()] + phrase[found.end() :] if found else phrase


def pare_manner(phrase: Phrase) -> Phrase:
    """A phrase before a number, without for each of what, by what plan or among which it is.

    A phrase that names nothing (这一比例, 辖区内现有) is none.
    """
    if _INSIDE.fullmatch(phrase.text) or _SAME_MEASURE.fullmatch(phrase.text):
        return Phrase()
    if phrase.text in ("这一", "一增速", "一增幅"):
        return phrase[1:] if len(phrase.text) > len("这一") else Phrase()  # 这一增速
    if phrase.text.endswith("投资") and "由" in phrase.text:
        by = _BY_WHOM.match(phrase.text)  # 项目由远帆公司投资6.5亿元建设
        phrase = phrase[by.end() :] if by else phrase
    if phrase.text.endswith("投资") and (listed := _LISTING.match(phrase.text)):
        phrase = phrase[listed.end() :]
    if each := _PER_UNIT.search(phrase.text):
        phrase = phrase[: each.start()] + phrase[each.end() :]  # 单产为每亩378公斤
    able = _ABLE.match(phrase.text)
    phrase = phrase[able.end() :] if able else phrase
    if phrase.text.endswith(_CONTESTS):
        phrase = phrase[phrase.text.startswith("在") : -1]
    planned = None
    if not _PLANNED_SIGNS.isdisjoint(phrase.text):
        planned = _PLANNED.match(phrase.text)
    if planned and not trailing_noun().search(planned[1]):
        phrase = phrase[planned.end() :]
    return phrase


def pare_told(phrase: Phrase) -> Phrase:
    """A phrase behind a number, without what is only told of the things that it counts."""
    phrase = _without(_without(_without(phrase, _ALREADY), _ALREADY_FIRST), _ALL_TOLD)
    idle = _IDLE_TAIL.search(phrase.text)
    phrase = phrase[: idle.start()] if idle else phrase
    if sight := _SIGHT.search(phrase.text):
        phrase = phrase[: sight.start()]
    if became := _BECAME.search(phrase.text):
        phrase = phrase[: became.start()]
    if light := _LIGHT.search(phrase.text):
        phrase = phrase[: light.start()] + phrase[light.end() :]
    if held := _HELD_FOR.fullmatch(phrase.text):
        phrase = phrase[: held.end(1)]
    if done := _DONE_INSIDE.search(phrase.text):
        phrase = phrase[: done.start()] + phrase[done.end() :]
    if kind := _OF_KIND.match(phrase.text) or _IS_OF_KIND.match(phrase.text):
        phrase = phrase[kind.end() :]
    result = _RESULT.search(phrase.text)
    phrase = phrase[: result.start()] if result else phrase
    joined = _JOINING.search(phrase.text)
    return phrase[: joined.start()] if joined else phrase
