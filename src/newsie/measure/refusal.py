"""Numbers that measure nothing here: ages, durations, thresholds, honours, suppositions."""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.article import Article, Sentence
from newsie.measure.attendance import is_attendance
from newsie.measure.figure import Figure
from newsie.measure.honoured import counts_honoured
from newsie.measure.words import inner_deed, leading_deed, unit_kind
from newsie.triggers import compile_quick

_CJK = re.compile(r"[一-鿿]")
_LATIN_WORD = re.compile(r"[A-Z]{3}")  # GDP, CPI
_SPAN_OF_TIME = re.compile(
    r"监测|优良|污染|达标|时间(?<!公示时间)(?<!报名时间)(?<!活动时间)(?<!开放时间)(?<!考试时间)|时长|周期|天数|时限|工期|寿命|住院日|时效|审批|办理|用时"
    r"|耗时|车程|日数|年限|缩短|压缩|周转|去化|候诊"
)
# How long works last, or a contract: 总工期24个月. What is made shorter is measured.
_TERM = re.compile(
    r"[一-鿿]{0,8}?(?:工期|(?:建设|施工|实施|合作|运营|服务|租赁|承包|设计)(?:期限|年限|时限|周期|时间|期))"
)
# 观摩了甲厂、乙园等5个项目: where they went.
_SHOWN_ROUND = re.compile(r"(?:观摩|察看|查看|参观|考察|视察|督导|调研)了?[^，。；]{2,50}等$")
_SHOWN_UNITS = frozenset(("个", "名", "位", "家"))
# 先后到甲厂、乙园等5个项目现场观摩
_GONE_TO = re.compile(r"(?:先后|分别|依次|深入)?(?:来到|到|赴|前往|走进|深入)[^，。；]{0,120}$")
_TO_BE_SHOWN = re.compile(
    r"[^，。；]{0,12}?(?:现场|实地|进行)(?:进行)?(?:实地)?(?:观摩|察看|查看|参观|考察|视察|督导|调研|检查|走访)"
)
# What a talk, a contest or a show has, and who is only spoken of: 用5个关键词作了讲话, 分为
# 3个篇章, 在岗20个年头, 30万儿女.
_PARTED = re.compile(
    r"(?:[^，]{0,8}(?:[分用以从设]|围绕|包括|包含|共)[^，]{0,4})?"
    r"(?:方面|关键词|关键字|维度|层面|角度|组别|环节|篇章|章节|乐章)(?:[作讲谈展进来入出发对和][^，]*)?"
    r"|.*年头|[^，]*(?:儿女|父老|干群)|[^，]*分成"
)
SUPPOSED = compile_quick(
    r"如果|假如|(?<![主重首需只])要是|万一|哪怕|即便|即使|倘若|若(?![干])|只要|完不成|超额(?!完成)"
)
# What is granted under conditions: 每户奖励10万元, 按20%给予补贴, 最高不超过50万元.
_GRANTED = compile_quick(
    r"(?:一次性|定额|分别|再|各)(?:奖励|补助|补贴|奖补)|给予[^，。；]{0,16}(?:奖|补|资助|贴息|支持)|(?:奖励|补贴|补助|奖补|资助|贴息|处以)标准|予以(?:奖励|补贴|补助|资助)"
    r"|每[一-鿿]{1,4}(?:奖励|补贴|补助|奖补|资助|给予)|最[高低](?:不超过|不低于|给予|可获|可达|奖励|补[贴助])"
    r"|按[^，。；]{1,30}(?:奖励|补贴|补助|贴息|给予|予以|发放|计发|征收|缴纳|执行)|单[户个项][^，。；]{0,8}不超过"
)
_REGULATED = compile_quick(
    r"不予|处以(?![内上下])|违者|方可|一次性补|限额(?!以[上下])|门槛|的，(?:给予"
    r"|奖励|补助|按)|给予.{0,12}(?:补|奖)|标准为|不得"
)
_RULING = re.compile(
    r"第[一二三四五六七八九十]+条|不得|应当|不予|处以(?![内上下])|以下罚款|申报(?:条件"
    r"|材料)|一次性(?:补|奖)|给予.{0,12}(?:补|奖)"
    r"|补贴标准|有效期|施行|特此通知|一式\S{1,2}份|报送|名额|请于|请各|通知如下|公示期"
)
_NOTICING = re.compile(
    r"招聘(?![会月周季日节]|活动|专场|岗位|平台|服务|季|[^，。；]{0,12}\d+[名人])|招租|出租(?![率车汽])|转让|月薪|面议|押金|联系人|咨询电话|报名|学费|遗失"
    r"|注销|停水|停电|失物|应聘|包吃"
)
# A paper itself or news of its being issued, none that only refers to it: by its number on a line
# of its own, or 《办法》（海政发〔2023〕41号）印发.
_NUMBER = r"[〔\[（(]20\d\d[〕\]）)]\d+号"
_NUMBERED_PAPER = re.compile(
    rf"^[^，。\n]{{0,30}}{_NUMBER}[^，。\n]{{0,20}}$"
    rf"|》[（(]?[^，。（）()\n]{{0,12}}{_NUMBER}[）)]?[^，。\n]{{0,6}}(?:印发|施行|实施|出台|发布|公布)",
    re.MULTILINE,
)
_NEWS = re.compile(r"累计|惠及|拨付|同比|增长|完成|截至")
_REPORTED = re.compile(
    r"累计|已|共|去年|今年|上半年|发放|拨付|惠及|同比|兑现|全[区市县省年]|力争|年内|[市县区镇]将"
)
# An aim beside what is granted: 对企业奖励20万元，到2025年产值力争达到15亿元.
_AIMING = re.compile(r"力争|目标|安排[^，；。]{0,8}(?:资金|经费)|[到至]20\d\d年|预计|年内|全年")
# What was granted in fact.
_PAID = re.compile(
    r"累计(?!不|最|补|奖)|已[经为有向发拨兑]|去年|共(?:为|向|发|拨|有|计)|惠及|兑现|拨付|发放了|截至|目前"
)
_MEETING = compile_quick(
    r"(?:(?<![协商工学])(?<![理监议]事)(?<![委会]员)(?<![业家居村]委)(?<!联[合谊])(?<!研究)(?<!促进)(?<!基金)会|会议|全会|常委会|全会精神|大会|例会|主席会|会晤|学习|代表团)$|(?:主席|全体|常委|常务)会"
)
# 寿命73岁, 山坪塘15口
_COUNTED_SO = re.compile(
    "寿命$|[塘井窖池窑堰坝]$|(?:培训|研修|[班课]|讲座|讲堂|简报|专[栏题刊]|信息|节目|通报|沙龙|活动)$"
)
_IDLE_UNITS = frozenset(
    [
        "岁",
        "方面",
        "周岁",
        "届",
        "版",
        "号",
        "楼",
        "层",
        "点",
        "时",
        "章",
        "页",
        "期",
        "回",
        "遍",
        "趟",
        "碗",
        "折",
        "步",
        "句",
        "字",
        "声",
        "眼",
        "根",
        "朵",
        "颗",
        "晚上",
        "双",
        "角",
        "口",
        "段",
        "幕",
        "代",
        "集",
    ]
)
_RELATED = compile_quick(
    r"同比|增长|改革|建设|发展|项目|工作|服务|代表团|奖牌|走访|慰问|惠及|亿元|万元|今年|去年|累计"
    r"|查[获处]|接待|抽查|排查|[产总]值|亩产|总产|种植面积|年产量|建成|投入|\d{4}年|记者|本报讯|[一-鿿]率[达为]|公司|合作社|全[省市县区镇村]|[市县区]委|发布会|据统计"
)
_REPORTING = ("发展", "工作", "建设")  # of the words above those that nearly all news has
_NOTICE = re.compile(
    r"电话(?=[：:\d]|如下|为)|联系人|咨询(?=[：:请热电])|报名(?=[：:费时方地条表材]|截止|资格)|转让|出租(?![率车汽])|出售|月薪|面议|优惠|学费|招聘(?![会月周季日节]|活动|专场|岗位|平台|服务|季|[^，。；]{0,12}\d+[名人])"
    r"|应聘|学历(?:要求|不限|及以上|在)|公示期|遗失|挂失|注销|停水|停电|热线(?=[：:\d])|详询|包吃|底薪"
    r"|押金"
)
WEATHER = re.compile(
    r"气象|厄尔尼诺|拉尼娜|寒潮|高温|冷空气|沙尘|大雪|降雨|降雪|气温|台风(?!机)|暴雨|暴雪|大风|降温|大雨|小雨|中雨|阵雨"
)
_FORECAST = re.compile(r"预计|预报|未来|将(?=[达降升有出下给自]|陆续|持续|再|带来|影响)")
_FLOOD = re.compile(r"水位|洪峰|流量")
_LONGEST = 44
_SMALL = 10
_AROUND = 4  # 围绕 and what it goes round


_BOUGHT = frozenset(("购买", "采购", "购置", "配备", "安装", "铺设", "新购", "更换"))
_PEOPLE = re.compile(r"(?:[一-鿿]{0,4}人民|中华儿女|中国人|儿女|同胞|百姓|老百姓|乡亲)(?!币)")
_ARTICLES = re.compile(
    r"(?:《[^》]*》|[一-鿿]{0,12}(?:草案|条例|办法|规定|纲要|决定|报告|白皮书|专题片|文件))(?:总?共|分为?|含|有|由)*.{0,4}(?:部分|[章节编条集])?$"
)  # 《条例》共6章33条
# 我种了6亩辣椒, 按照每公斤3.2元的价格: how much of his own, and at what rate.
_OWN_FIELD = re.compile("[我他她](?:家|们)?[种养]$|按照?每")
_TEAMS = re.compile(r"参赛|代表队|球队|队伍[^建]{0,4}(?:进入|参加|比赛|角逐|出战)")
_ARTICLE_UNITS = frozenset(("条", "章", "节", "个", "集", "部分"))
_PLAYED = re.compile(r"领先|战胜|击败|比分|决赛|夺冠|冠军|取胜|力克|选手|锦标赛|世锦赛")
# 21家部门联合印发通知: who acts, counted in passing.
_JOINTLY = compile_quick(
    r"^(?:部门|单位|部委|机构|机关)(?:关于|[^，]{0,4}?(?:联合|共同)(?:印发|发布|出台|下发|公布|制定|发文|主办|举办|开展|发起|部署|召开|组织|下文|会签))"
)
_POINTED = frozenset(
    ("全国", "全省", "全市", "全县", "全区", "这个", "那个", "这里", "那里", "其", "该", "这", "那")
)
_SET = re.compile(r"(?:目标|任务)[^，]{0,4}(?:是|为|定)|^[^占]*计划总?投资$")
_GIVEN = re.compile(r"(?:目标任务|任务数|任务量)$")  # 下达危房改造目标任务8162户
_QUOTED = re.compile(r"“[^”]*$")
_TRAVELLED = re.compile(r"距(?!离)|距离(?=.)|驶|航行|地下$|相隔")
_GOVERNED = frozenset("镇乡村县区市")
_COORDINATES = ("东经", "北纬", "西经", "南纬")
# 采取主会场和14个镇街分会场同步的方式
_VENUES = re.compile("(?:会|现)场.{0,6}(?:同步|联动|同时|模式|方式|形式)")


def is_numerate(article: Article) -> bool:
    """Whether an article reports at all: recipes, riddles and verses do not."""
    assert article.passage is not None
    text = article.passage.text
    if any(map(text.__contains__, _REPORTING)) or _RELATED.search(text):
        return True
    named = [m.kind for s in article.sentences for m in s.mentions]
    return "date" in named and bool({"place", "organisation", "post"} & set(named))


def is_regulated(article: Article) -> bool:
    """Whether an article mainly lays down rules: its numbers are conditions, not results."""
    assert article.passage is not None
    text = article.passage.text
    if any(len(set(words.findall(text))) > 2 for words in (_RULING, _NOTICING)):
        return True
    return bool(_NUMBERED_PAPER.search(text[:400])) and len(_NEWS.findall(text)) < 3


def is_reported(sentence: Sentence) -> bool:
    """Whether a sentence tells of what was done."""
    return bool(_NEWS.search(sentence.text))


def is_refused(figure: Figure) -> bool:
    """Whether a number with its reading is no figure."""
    quantity, text = figure.quantity, figure.indicator.text
    if not 1 <= len(text) <= _LONGEST or not (_CJK.search(text) or _LATIN_WORD.search(text)):
        return True
    if len(text) == 1 and text != "班" and not leading_deed().match(text):
        return text not in _GOVERNED or "辖" not in figure.before  # 辖11个镇、6个乡
    if quantity.value == 0 and quantity.unit != "%":
        return True
    kind = unit_kind(quantity.unit)
    if quantity.hedge == "过" and quantity.share and text.endswith(("时间", "任务", "双")):
        return True  # 实现时间过半、任务过半
    if _QUOTED.search(text) and figure.sentence.marked[figure.position + 1 :][:1] == "”":
        return True  # 取得“两降三升”的成效
    if _is_slogan(figure):
        return True
    if text.endswith(("的", "是")) or (quantity.unit is None and _PEOPLE.match(text)):
        return True  # 66个国家和地区的1375家媒体, 14亿多中国人民
    if quantity.unit in _ARTICLE_UNITS and _ARTICLES.match(text):
        return True
    if quantity.unit == "分" and _PLAYED.search(figure.around):
        return True
    if text in _POINTED or text.count("“") != text.count("”"):
        return True  # 这个只有286户的小村, “全国补助支持40个老区项目”
    if _OWN_FIELD.match(text):
        return True
    if kind == "count" and _PARTED.fullmatch(text):
        return True
    if text == "超额" or text.endswith(("如下", "之一")):
        return True  # 超额完成40所的年度目标, 18项实事如下
    if kind == "measure" and text in _BOUGHT:
        return True  # 购买70米消防登高台车
    if quantity.unit in ("公里", "千米", "米", "海里") and _TRAVELLED.search(text):
        return True  # 距县城28公里
    if text.endswith(_COORDINATES):
        return True
    if quantity.unit in ("个", "处") and _VENUES.search(text):
        return True
    if quantity.unit in _IDLE_UNITS and not _COUNTED_SO.search(text):
        return True
    if (
        text.startswith(("省（", "方面", "超过", "均超过"))
        or (text.startswith("围绕") and not inner_deed().search(text, _AROUND))
        or text.endswith("一式")
        or text in ("男子", "女子")
    ):
        return True
    if kind == "time" and (not _SPAN_OF_TIME.search(text) or _is_term(figure)):
        return True
    if kind in ("count", "none") and _is_idle_count(figure):
        return True
    return _is_supposed(figure)


def _is_term(figure: Figure) -> bool:
    """工期为24个月, 建设周期两年: how long something is to last."""
    if figure.aspect != "level" or not _TERM.fullmatch(figure.indicator.text):
        return False
    return not re.search("平均|[缩压]|提前|节约|由", figure.clause_text)


def _is_slogan(figure: Figure) -> bool:
    """夯实三个“落实”, 抓好六个方面: a few things by a common name, in words."""
    sentence, quantity = figure.sentence, figure.quantity
    at = figure.mention.start - sentence.start
    written = sentence.text[at : figure.mention.end - sentence.start]
    if any(map(str.isdigit, written)) or unit_kind(quantity.unit) not in ("count", "measure"):
        return False
    behind = sentence.marked[figure.position + 1 : figure.position + 3]
    if sentence.marked[figure.position - 1 : figure.position] == "“":
        return "”" in sentence.marked[figure.position + 1 : figure.position + 6]
    return behind.startswith("“") or behind == "方面"


def _is_idle_count(figure: Figure) -> bool:
    """Honours, people who came, ordinals of meetings, small counts in words."""
    quantity, text = figure.quantity, figure.indicator.text
    met = quantity.unit not in ("场", "场次") and _MEETING.search(text)
    if met or counts_honoured(figure):
        return True
    if quantity.rank:
        return False
    if quantity.unit in _SHOWN_UNITS and _is_shown(figure):
        return True
    if quantity.unit == "支" and _TEAMS.search(text):
        return True
    if _JOINTLY.search(text):
        return True
    return is_attendance(figure)


def _is_shown(figure: Figure) -> bool:
    """Whether it is counted where somebody was shown round."""
    if _SHOWN_ROUND.search(figure.before):
        return True
    if not _TO_BE_SHOWN.match(figure.behind):
        return False
    start = figure.sentence.start
    told = figure.sentence.text[: figure.mention.start - start]
    return _GONE_TO.search(told) is not None


def is_small_count(figure: Figure) -> bool:
    """两条, 三位: a few things, said in words and in passing."""
    quantity, text = figure.quantity, figure.indicator.text
    if unit_kind(quantity.unit) not in ("count", "none") or text in ("金牌", "银牌", "铜牌"):
        return False
    start = figure.mention.start - figure.sentence.start
    written = figure.sentence.text[start : figure.mention.end - figure.sentence.start]
    if figure.aspect != "level" or any(map(str.isdigit, written)):
        return False
    if isinstance(quantity.value, int) and quantity.value <= _SMALL:
        deed = leading_deed().match(text)
        return deed is None or len(deed[0]) < 2 or text == "报告"
    return False


def is_aimed_at(figure: Figure) -> bool:
    """目标是让3个乡镇摘帽, 任务是拆除80%: no result, even where the time is over."""
    given = figure.quantity.unit != "%" and _GIVEN.search(figure.indicator.text)
    return bool(given or _SET.search(figure.indicator.text))


def _is_supposed(figure: Figure) -> bool:
    text = figure.around
    if SUPPOSED.search(figure.before) or _is_forecast(text):
        return True
    return _is_conditional(text) and not _AIMING.search(figure.clause_text)


@lru_cache(maxsize=16)  # asked for each number of a sentence
def _is_forecast(text: str) -> bool:
    """Whether a sentence forecasts the weather."""
    return bool(_FORECAST.search(text) and WEATHER.search(text)) and not _FLOOD.search(text)


@lru_cache(maxsize=16)
def _is_conditional(text: str) -> bool:
    """Whether a sentence says what is granted on which terms."""
    if _GRANTED.search(text) and not _PAID.search(text):
        return True
    if not (_REGULATED.search(text) or _NOTICE.search(text)):
        return False
    return not _REPORTED.search(text)
