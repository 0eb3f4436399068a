"""A counted noun with what became of it in, the noun last out: 入驻企业 of 6家企业入驻.

What is counted is the noun, and what is told of it says which of them. Works and their course stay
as they are told; what they cost is of those that are called by it: 开工项目总投资.

Surface forms::

    乡镇建设了服务站                建设服务站的乡镇
    村民已搬进新居                  搬进新居的村民
    行业增加值实现增长              增加值实现增长行业
    企业复工复产                    复工复产企业
    重点产业项目集中开工            as it is
    项目建设 企业培训 项目开工率    as they are: nothing is told
"""

from __future__ import annotations

import re

from newsie.article import Article
from newsie.measure.figure import Phrase
from newsie.triggers import compile_quick

_THING = (
    r"项目|工程|企业|公司|厂家?|行业(?:[大中]类)?|产业|产品|单位|机构|部门|平台|园区|景区|基地|小区|学校|[小中大]学|幼儿园|医院|卫生[院室]|合作社|农场"
    r"|家庭|农户|贫困户|商户|住户|困难户|经营户|专业户|户|群众|村民|居民|农民|农民工|市民|牧民|渔民|移民|老人|儿童|学生|考生|毕业生|教师|职工|员工|工人"
    r"|志愿者|党员|干部|人才|劳动力|人员|选手|运动员|游客|患者|病人|贫困人口|旅客|作品|节目|品种|案件|社区|乡镇|镇街|镇村|街道|村庄|行政村|自然村|贫困村|村|区县|[区县](?!域|级|内)|县[（(]市[）)]|县市|市县|城市"
    r"|国家|省份|断面|水库|河流|路段|线路|航线|点位|车站|隧道|大桥|社团|协会|商会|代表队|球队|队伍|代表团|公园|楼栋|楼盘|地块|(?<!重)点|课题|成果|专利"
)
_ADVERB = (
    r"(?>(?>已经?|均|都|也|全部|正在?|在|现场|正式|顺利|成功|圆满|如期"
    r"|陆续|相继|先后|同步|累计|共同|纷纷|当天|当日|全面|[，、]){0,4})"
)
_MANNER = r"(?>集中|基本|提前|超额|率先|首次|尚未|未|没有|新|稳定|就近|加快|部分|成功){0,2}"
_DONE = (
    r"开工建设|开竣工|开工开业|开工|竣工验收|竣工|完工投入使用|完工|签约落户|签约落地|签约|落地开工|落地|落户|投产达效|投产|达产|试投产|建成投产|建成投用|建成使用|建成通车|建成|投用"
    r"|投入使用|投入运营|投入生产|投运|入驻|入库|入园|入选|入围|上榜|上线|上市|通车|通航|通水|通电|通气|达标|脱贫|脱贫摘帽|摘帽|脱贫出列|出列|退出|复工复产|复工|复产|复课|复学|停产|停工|关停|转产"
    r"|亏损|盈利|获批|获奖|入榜|结题|验收|通过验收|完成验收|交付使用|交付|开业|营业|启动|受灾|受损|受益|受助|受训|就业|返乡|搬迁|入住|参赛|参展|参会|升规|挂牌|破产|推进建设|建设|实施"
)
_TAKES = (
    r"实现|完成|进入|参加|参与|达到|达成|成为|通过|获得|取得|享受|享有|喜迁|迁入|搬进|搬入|住进|走上|跨入|晋级|入围|入选|跻身|入驻|开展|发展|从事|加入|接入|接受|领取|用上|吃上|喝上|盖起|建起|建立|设立|纳入|列入|获评"
    r"|考取|考入|建成|建设(?=[^，。；：的在]{2,10}(?:站|中心|室|点|馆|所|园|场|平台|阵地)$)|担任|创建|创成|开通|安装|配备|移交|提交|签订|签署|推出|采用|使用|应用|开设|引入|引进|报名|申报|超过|突破|转为|转成|转入|荣登|荣获|赢得|评为|摆脱|脱离|告别|解决|打通|办理|上缴|缴纳"
)
_TURNED = (
    r"由[正负盈亏降升]转[正负盈亏降升]|由降转升|由亏转盈|进一步扩大|(?:实现)?(?:正?增长"
    r"|回升|收窄|扩大|提升)|持平|改善向好|(?:进展|发展)(?:迅速|顺利|良好)|全?覆盖"
)
_PREDICATE = compile_quick(
    rf"{_ADVERB}(?P<told>{_MANNER}(?:实现(?!增))?(?P<done>(?>{_DONE})(?:[并或]{_MANNER}(?>{_DONE}))?)|{_MANNER}(?P<takes>(?>{_TAKES})了?[^，。；：的在]{{2,16}})|[^，。；：的]{{2,10}}?(?>{_TURNED}))(?:中|之中)?$"
)
_GOES_ON = frozenset("、（(“")
_NOMINAL = re.compile(r"(?:建设|实施|搬迁|验收|就业|启动|营业|使用|开工率)$")
_GLOSS = re.compile(r"（[一-鿿、]{1,4}）|[和及与](?:开发区|园区|社区|街道|乡镇|企业|单位)")
# Works, of which is told how they go, and what holds of anything: told in this order.
_WORK = re.compile(
    r"(?:项目|工程|基地|园区|小区|平台|水库|线路|航线|车站|隧道|大桥|公园|楼栋|楼盘|地块|断面)$"
)
_STANDS = re.compile(rf"{_MANNER}(?:实现|完成|进入|达到|达成|获得|取得)")
_THINGS = re.compile(rf"(?:{_THING})(?![一-鿿]{{0,2}}[率数])")
_THING_LAST = compile_quick(rf"(?:{_THING})$")


def names_thing(phrase: Phrase) -> bool:
    """Whether a phrase ends with what is counted: 涉及贫困户, 新增就业人员."""
    return _THING_LAST.search(phrase.text) is not None


def put_deed_first(article: Article, phrase: Phrase, *, works: bool = False) -> Phrase:
    """The noun of a count behind what is told of it; the phrase as it is, where nothing is told.

    What is told must be told to its end: not 村通过前期 of 村通过前期、中期验收.

    Args:
        works: whether works and their course are put so, too, as what they cost calls for.
    """
    text = article.passage.text if article.passage else ""
    if not phrase.spans or text[phrase.spans[-1].end : phrase.spans[-1].end + 1] in _GOES_ON:
        return phrase
    return invert(phrase, works=works)


def invert(phrase: Phrase, *, works: bool) -> Phrase:
    """What is told of things before the things.

    >>> text = "重点产业项目现场集中开工"
    >>> invert(Phrase(text, text), works=True).text
    '集中开工重点产业项目'
    >>> invert(Phrase(text, text), works=False).text
    '重点产业项目集中开工'
    >>> text = "重点项目建设"
    >>> invert(Phrase(text, text), works=True).text
    '重点项目建设'
    """
    for thing in _THINGS.finditer(phrase.text):
        end = thing.end()
        gloss = _GLOSS.match(phrase.text, end)  # 村（社区）
        end = gloss.end() if gloss else end
        told = _PREDICATE.match(phrase.text, end)
        if told is None:
            continue
        if _NOMINAL.fullmatch(told["told"]) and told.start("told") == end:
            return phrase  # 项目建设: a noun
        start = told.start("told")
        if phrase.text.startswith("实现", start) and told["done"]:
            start += len("实现")
        deed, things = _without_done(phrase[start : told.end("told")]), phrase[:end]
        if not works and ((_WORK.search(things.text) and told["done"]) or _STANDS.match(deed.text)):
            return things + deed
        if deed.text.endswith(things.text):
            return deed  # 89个项目纳入市级重点项目
        return deed + Phrase("的", "的") + things if told["takes"] else deed + things
    return phrase


def _without_done(deed: Phrase) -> Phrase:
    done = deed.text.find("了", 1)
    return deed[:done] + deed[done + 1 :] if 0 < done < len(deed.text) else deed
