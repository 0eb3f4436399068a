"""The noun of a number: before it, behind it as what is counted, or behind it as what it is for."""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.acting import acts_itself
from newsie.measure.alike import AMOUNTS
from newsie.measure.clause import DATE, NUMBER, counted_end
from newsie.measure.deedfirst import names_thing
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.grown import is_of_counted, may_grow, read_grown
from newsie.measure.lead_in import drop_lead_in
from newsie.measure.pare import AGENTS, PASSED, pare_edges, pare_inside, pare_manner, pare_told
from newsie.measure.sized import is_size_made
from newsie.measure.spent import read_spent
from newsie.measure.trim import is_budgeted
from newsie.measure.words import acting_deed, inner_deed, leading_deed, measured, unit_kind
from newsie.triggers import compile_quick
from newsie.values import Quantity

# 36家旅行社共组团469个: the second number is of another thing.
_TOGETHER = re.compile(r"(?<!公)共(?![享同产和青计])")
_NO_NOUN = re.compile(
    r"^(?:[的、和及与以，由]|中(?![央断国小西东医型])|内(?![贸河])|上(?![市海升])"
    r"|下(?![岗降])|等(?!级|离|保)|左右|大关|起(?!重)|占(?![地用领])|共$|[^\w“])"
)
_HELD = compile_quick(r"(?:约|仅|只|已|就)?占(?:到|了|据)?$")
_MADE = re.compile(r"(?:共|累计)?(?:完成|实现|达到|创造|取得|获得|带动|吸纳|上缴|缴纳)")
_DEED_BEHIND = re.compile(r"(?!起|前)[一-鿿]{2,12}(?!\ue001)(?:[^一-鿿]|$)")
_RELATED = re.compile(r"层高[^，。的]{1,4}米的?|[与和][^，。的]{2,14}(?:相关|有关|配套|紧密相关)的")
_MEASURED_ON = re.compile(
    r"(?<=..)[一-鿿]{2,3}(?:量|额|率|值|面积|总长|库容|储量)(?:达到|超过|[达为超约近])?$"
)
_TRADED = re.compile(
    r"(?:总|累计|新增)?(?:产销|产量|销量|销售|出口|进口|进出口|用电量|发电量|产值|增加值|营收|利润|收入|面积|单产|亩产|库存|投资)[量额]?"
)
_WHOSE = re.compile(r"(?![截从自在据至比较与将于最可预])(?:(?!的|获悉|显示|数据)[一-鿿A-Z]){2,12}")
_THING_NEXT = re.compile(r"[一-鿿]{2}|[一-鿿]?\ue001")
_SHORT = 7
_MIDST = re.compile(r"(?<!其)中(?=就?有|的|$)|里(?=就?有|$)")
_LONGEST = 34
# 解决了32个自然村1.1万人的饮水问题
_SOLVED = re.compile(
    r"[^，；。的]{0,10}?(?:\ue001[^，；。的\ue001]{0,10}?){0,2}的([一-鿿]{0,14}?(?:问题|困难|难题))(?=[，；。]|$)"
)
# 在27个乡镇|布放柜员机
_AMONG_PLACES = re.compile(
    r"(?<=[在于对向为]\ue001)(?:省份|城市|县区|区县|市县|乡镇|镇街|街道|行政村|村|社区|小区|学校|部门|单位|网点)(?=[一-鿿]{3})"
    r"|(?<=[在于对向为][\ue003]\ue001)(?:省份|城市|县区|区县|市县|乡镇|镇街|街道|行政村|村|社区|小区|学校|部门|单位|网点)(?=[一-鿿]{3})"
)
_IN_TOWN = re.compile("\ue003(?:[、和及与]\ue003){0,8}(?:等地)?的?(?=[一-鿿]{3})")
_TOWNS = ("镇", "乡", "街道", "村", "社区", "片区")
_PRODUCES = re.compile("种|栽|养|销|售|产|出口|收|发展|推广|生产|走访|慰问|帮扶|惠及|覆盖|接待")
_SET_UP = re.compile(
    r"(?:乡镇|镇街|街道|行政村|村|社区|学校|单位|部门|景区|企业|小区)(?=(?:设立|建立|成立|建成|设置|布设|配备|组建|安装|开设|创建|新建)[一-鿿“])"
)
_HOUSEHOLDS = frozenset(("户", "人", "名"))
_SIZE = re.compile(f"{NUMBER}[深长宽高厚]?的")
_HELD_UNITS = frozenset(("次", "场", "场次", "期", "个", "项"))
# 举办2次龙鼓舞、民谣、广场舞等公益培训班
_LISTED_KIND = re.compile(
    r"[^，。；、\ue001]{1,12}(?:、[^，。；、\ue001]{1,12}){1,6}?等(?:[一-鿿]{0,2}类)?([一-鿿]{2,10}?(?:活动|项目|工程|培训班?|课程|服务|设施|设备|产品|企业|岗位|产业|景点|线路|场馆|赛事|讲座|展览|品牌|平台|班))(?=[，。；])"
)
_REACHED_IN = re.compile(
    r"(?<=覆盖|波及|涉及|惠及|辐射|遍布|遍及|延伸)[了到至]?((?:[\ue003、和及与]{1,9}|[我全][省市区县州])等?的?)$"
)
# 带动526户1680人增收
_BETTER_OFF = re.compile(
    r"\ue001((?:实现)?(?:稳定|持续)?(?:增收|脱贫|就业|受益|致富|务工)(?:致富)?)(?=[，。；、]|$)"
)
_BARE_MEASURE = re.compile(
    r"(?:(?:规划|投资|新建|兴建|建设|建成|建起|打造|开工|动工|开建|启动|实施|推进|引进|签约|签订|签署|落地|谋划){1,2}了?)?(?:一[条座个项台套])?((?:计划|概算|估算|规划)?总?投资(?:额|规模)?|耗资|造价|总造价|(?:总|规划)?占地(?:面积)?|(?:总)?建筑面积|(?:全|总)长)"
)
_BARE_MEASURE_ENDS = frozenset("资额模价地积长")
# 以93.6亿元的品牌价值位列第一.
_WORTH_BEHIND = re.compile(
    r"的((?![增涨升降]|速度|幅度)[一-鿿]{2,8}?)(?=位[列居]|名?列|居|排名|排在|荣登|收官|夺|获|登)"
)
_PROJECT_BEHIND = re.compile(
    r"的([^，。；、：\ue001]{2,30}?(?:项目|工程|产业园|基地|生产线|中心|园区|小区|医院|学校))"
)
_WORK_BEHIND = re.compile(
    r"的([^，。；、：\ue001]{2,16}?[线桥路楼馆园厂站]|[^，。；、：\ue001\ue002]{0,10}\ue004)"
)
# 投资5200万元建设了繁育中心
_BUILT_BEHIND = re.compile(
    r"(?:建设|新建|建成|修建|建起|兴建|打造|建造|扩建|改建|改扩建|翻建|重建|迁建)(?:了|起)?的?(?:一[条座个处所栋]|\ue001)?"
    r"(?![了起的])([^，。；、：\ue001]{0,12}\ue004|[^，。；、：\ue001]{0,20}?(?:中心|基地|项目|工程|厂房?|园区?|生产线|馆|院|学校|[小中大]学|[大教办综住].{0,4}楼|路|桥|站|库|广场|平台|系统|车间|大棚))(?=[，。；])"
)
_AMONG = re.compile(r"中(?![心央学小型医药等间])(?=[一-鿿]{2})")
_RAISED = re.compile(r"(?<=[村户镇乡])(?:发展|管护|修剪|流转)|(?<=..)组成(?!部)")
# 抽调30名民警组成突击队: what they are sent for is another deed.
_SENDS = compile_quick("(?:组织|抽调|调集|出动|派出|动员|集结|召集)了?$")
_SENT = re.compile(
    r"[一-鿿]{0,8}?(?:警力|民警|辅警|干警|党员干部|干部|民兵|队员|官兵|党员(?!干部)|志愿者|职工|(?:技术|医护|医务|救援|抢险|施工)人员|专家|力量|工作队|小分队)(?![一-鿿]{0,2}[组团队])(?=[一-鿿]{3})"
)
# What the next number is of.
_OF_NEXT = re.compile(r"[一-鿿]{2,6}(?<!的)\ue001(?![一-鿿])")
# From where a deed may stand behind what is counted: 17个村|种植洋芋3038亩, 新建成学校.
_DEED_FROM = {"新": 3, "村": 1, "户": 1}
# 12个镇、86个村、3万人受灾: told at the end of all that are counted
_ALL_SO = re.compile(
    rf"(?:、{NUMBER}[^，。；、{NUMBER}]{{0,8}}?){{1,4}}"
    "(?P<told>受灾|受损|受益|脱贫|受影响|[停断][电水])(?=[，。；：！]|$)"
)
_BESIDE = re.compile(r"(?<=[一-鿿]{2})[与同和][一-鿿]{2,8}$")
_CHANGED = re.compile(
    r"(?<=[量额率值入产资])(?:平均)?(?:同比|环比|较[^，]{2,6}|比上年)(?:增长|下降|提高|上升|减少|增加|提升|降低)了?$"
)
# 77个贫困户|每年创收230万元: what each of them did is the next number's.
_EACH = re.compile(r"(?<=..)(?:平均)?(?:每[年月天日户人亩]|[年月日户人亩]均).*$")
# 金融机构年末存款余额: the stock at a year's end is called so.
_AT_END = re.compile("(?:各项|人民币|本外币)*[存贷]|余额|[总常户]|存栏|实有|在[校岗园册]|耕地")


class NounReader:
    """Reads the nouns of an article's numbers."""

    def __init__(self, article: Article) -> None:
        self._article = article
        # A stretch behind a number that it counts, so that it is none of the next number's.
        self._taken = (-1, -1)

    def read_noun(self, sentence: Sentence, start: int, end: int) -> Phrase:
        """The phrase between two positions, without what joins it to the one before."""
        dated = sentence.marked.rfind(DATE, start, end)
        mention = sentence.mention_at(dated) if dated >= 0 else None
        if is_budgeted(sentence, dated) or (
            mention and mention.value.text == "当年" and sentence.marked[dated - 1] in "户人亩"
        ):
            dated = -1
        if dated > start and _AT_END.match(sentence.marked, dated + 1) and mention:
            dated = -1 if mention.value.text in ("年末", "期末") else dated
        whose = Phrase()
        if dated >= 0 and dated + 1 < end:
            whose = self._read_whose(sentence, start, dated, end)
            told = cut_phrase(self._article, sentence, start, dated)
            if not whose and start != self._taken[0] and acts_itself(sentence, start - 1, told):
                whose = told  # 58个助餐点本周送餐3200份
            start = dated + 1
        elif dated >= 0:
            end = dated
        if start == self._taken[0]:
            start = min(self._taken[1], end)
        if is_of_counted(sentence, start):
            start += 1
            if places := _AMONG_PLACES.match(sentence.marked, start, end):
                start = places.end()
        if reached := _REACHED_IN.search(sentence.marked, start, end):
            end = reached.start(1)  # 洪涝波及青石县|110个乡镇
        if start >= end:
            return Phrase()
        phrase = drop_lead_in(pare_edges(self._cut_unplaced(sentence, start, end)))
        if sentence.marked.startswith(NUMBER, start - 1) and (among := _SET_UP.match(phrase.text)):
            phrase = phrase[among.end() :]
        by_agents = sentence.marked[max(0, start - 1) : start] in AGENTS
        phrase = pare_manner(pare_inside(phrase, by_agents=by_agents))
        if held := _HELD.search(phrase.text):
            phrase = phrase[: held.start()]
            if not _counts_next(sentence, end):  # 工业项目占17个
                phrase += Phrase("占比", "占比")
        return whose + phrase

    def _cut_unplaced(self, sentence: Sentence, start: int, end: int) -> Phrase:
        """新建农贸市场 of 新建梅水乡农贸市场: what was done, without the town it was done in."""
        placed = _IN_TOWN.search(sentence.marked, start + 1, end)
        phrase = cut_phrase(self._article, sentence, start, end)
        if placed is None:
            return phrase
        deed = cut_phrase(self._article, sentence, start, placed.start())
        done = leading_deed().fullmatch(deed.text)
        mentions = [sentence.mention_at(i) for i in range(placed.start(), placed.end())]
        towns = [m.value.name.endswith(_TOWNS) for m in mentions if m and m.kind == "place"]
        if done is None or _PRODUCES.match(deed.text) or not all(towns):
            return phrase
        return deed + cut_phrase(self._article, sentence, placed.end(), end)

    def _read_whose(self, sentence: Sentence, start: int, dated: int, end: int) -> Phrase:
        """汽车 of 汽车3月份产销: what a bare measure behind a time is of."""
        marked = sentence.marked
        if not _TRADED.fullmatch(marked, dated + 1, end) or not _WHOSE.fullmatch(
            marked, start, dated
        ):
            return Phrase()
        return cut_phrase(self._article, sentence, start, dated)

    def read_counted(
        self,
        sentence: Sentence,
        position: int,
        right: int,
        quantity: Quantity,
        origin: bool,
        *,
        before: Phrase,
    ) -> Phrase:
        """The noun behind a number of things: 3座水库, 20多个重点问题.

        Args:
            before: what stands before the number.
        """
        self._taken = (-1, -1)
        priced = quantity.unit == "块" and sentence.marked.startswith(NUMBER, position + 1)
        if quantity.rank or origin or priced:
            return Phrase()  # 7块一斤
        if names_thing(before) and _OF_NEXT.match(sentence.marked, position + 1, right + 1):
            return Phrase()  # 涉及贫困户7户土地15亩
        if not before and may_grow(quantity):
            return read_grown(self._article, sentence, position, right, quantity)
        marked, kind = sentence.marked, unit_kind(quantity.unit)
        of = kind == "ratio" and marked[position + 1 : position + 2] == "的"
        if kind not in ("count", "none") and not (kind == "ratio" and (quantity.share or of)):
            return Phrase()
        if better := _BETTER_OFF.match(marked, position + 1):
            return cut_phrase(self._article, sentence, *better.span(1))
        if before.text.endswith("解决") and _SOLVED.match(marked, position + 1):
            return Phrase()  # 解决1.1万人的饮水问题: of the troubles
        if not before and kind == "count" and _counts_on(sentence, position + 1):
            position, right = position + 1, len(marked)  # 120户360名群众脱贫
        first, end = position + 1 + of, counted_end(marked, position + 1, right)
        if (size := _SIZE.match(marked, first, end)) and is_size_made(sentence, first):
            first = size.end()  # 3台80千伏安的变压器
        phrase = self._read_things(sentence, first, end)
        told = _ALL_SO.match(marked, end)
        if told and not phrase and quantity.unit in _HOUSEHOLDS:
            return cut_phrase(self._article, sentence, *told.span("told"))
        if not phrase or _NO_NOUN.match(phrase.text) or phrase.text in AMOUNTS:
            return Phrase()  # 捐赠图书3200册价值12万元
        if phrase.text.startswith("村集体") and quantity.unit == "个":
            # 16个村集体经济收入突破20万元
            return (phrase[1:] + Phrase("的", "的") if end == right else Phrase()) + phrase[:1]
        held = quantity.unit in _HELD_UNITS
        if held and (listed := _LISTED_KIND.match(marked, first, len(marked))):
            return cut_phrase(self._article, sentence, *listed.span(1))
        if end == right and (things := self._before_measure(sentence, phrase, position, end)):
            passed = PASSED.search(things.text, 2)
            return things[: passed.start()] if passed else things
        if kind == "none" and inner_deed().match(phrase.text) and phrase.text[2:3] != "户":
            return Phrase()  # 投资80万完成改造
        phrase = pare_told(self._leave_deed(sentence, phrase, position, first, end, right))
        if told:
            phrase = cut_phrase(self._article, sentence, *told.span("told")) + phrase
        if _SENDS.search(before.text) and (sent := _SENT.match(phrase.text)):
            phrase = phrase[: sent.end()]
        return phrase if len(phrase.text) <= _LONGEST else Phrase()

    def _before_measure(
        self, sentence: Sentence, phrase: Phrase, position: int, end: int
    ) -> Phrase:
        """The things counted, before what the next number measures of them; nothing if it does not.

        Args:
            end: where the phrase ends behind the number's position.
        """
        counting = sentence.marked[end : end + 1] == NUMBER
        if counting and (changed := _CHANGED.search(phrase.text)):
            phrase = phrase[: changed.start()]  # 36家企业用电量同比增长12%
        if measure := measured().search(phrase.text, 2):
            phrase = phrase[: measure.start()]
            made = _MADE.search(phrase.text, 2)  # 67家规模以上企业完成工业总产值
            if made is None and (dealt := acting_deed().search(phrase.text, 2)):
                told = sentence.marked.find(dealt[0], position + 1, end)
                self._taken = (position + 1, told) if told > 0 else self._taken
                phrase = phrase[: dealt.start()]  # 312家小微企业发放贷款
                beside = _BESIDE.search(phrase.text)
                return phrase[: beside.start()] if beside else phrase
            return phrase[: made.start()] if made else phrase
        if counting and (measure := _MEASURED_ON.search(phrase.text) or _EACH.search(phrase.text)):
            return phrase[: measure.start()]  # 75家企业年销售收入18亿元
        return Phrase()

    def _read_things(self, sentence: Sentence, first: int, end: int) -> Phrase:
        """What stands between two positions behind a number, a time in it left out."""
        dated = sentence.marked.find(DATE, first + 2, end)
        behind = sentence.marked[dated + 1 : end + 1]
        if dated >= 0 and _DEED_BEHIND.match(behind):  # 35个项目上半年投产
            phrase = cut_phrase(self._article, sentence, first, dated)
            phrase += cut_phrase(self._article, sentence, dated + 1, end)
        elif dated >= 0 and behind[:1] != "的" and sentence.marked[end : end + 1] == NUMBER:
            phrase = cut_phrase(self._article, sentence, first, dated)  # 12家企业去年获利2亿元
        else:
            phrase = cut_phrase(self._article, sentence, first, end)
        if beside := _RELATED.match(phrase.text):
            phrase = phrase[beside.end() :]  # 60余个与人工智能相关的创新平台
        return phrase

    def _leave_deed(
        self, sentence: Sentence, phrase: Phrase, position: int, first: int, end: int, right: int
    ) -> Phrase:
        """The things counted, without what they do, which may be the next number's."""
        meets = end == right and sentence.marked[end : end + 1] == NUMBER
        together = _TOGETHER.search(phrase.text, 1) if end == right else None
        verb = together or inner_deed().search(phrase.text, _DEED_FROM.get(phrase.text[:1], 2))
        verb = verb or (_RAISED.search(phrase.text) if meets else None)
        if verb and meets:
            phrase = phrase[: verb.start()]
            told = sentence.marked.find(verb[0], first + 1, end)
            acts = acts_itself(sentence, position, phrase)  # 42家医疗机构接诊患者860人次
            if verb[0] not in ("完成", "实现", "增加", "达到") and told > 0 and not acts:
                self._taken = (position + 1, told)
        on = _counts_on(sentence, end) or _sums_up(sentence, phrase, end)
        if not verb and end == right and on and len(phrase.text) < _SHORT:
            self._taken = (position + 1, end)  # 6个村18个村民小组261户农户
        if phrase.text.startswith("是") and len(phrase.text) > 2:
            phrase = phrase[1:]  # 15个是贫困乡镇
        if passed := PASSED.search(phrase.text, 2):
            phrase = phrase[: passed.start()]
        if midst := _MIDST.search(phrase.text) or _among_things(phrase):
            if meets:
                self._taken = (position + 1, end)  # 29万农业人口中就有8万贫困人口
            phrase = phrase[: midst.start()]
        return phrase

    def read_named(self, sentence: Sentence, position: int, noun: Phrase) -> Phrase:
        """A bare measure with what it is of, where that follows: 总投资5.5亿元的养殖厂项目."""
        if sentence.marked[:position].endswith("以") and (
            worth := _WORTH_BEHIND.match(sentence.marked, position + 1)
        ):
            return noun + cut_phrase(self._article, sentence, worth.start(1), worth.end(1))
        bare = None
        if noun.text[-1:] in _BARE_MEASURE_ENDS:
            bare = _BARE_MEASURE.fullmatch(noun.text)
        if bare is None:
            return noun
        for named in (_PROJECT_BEHIND, _WORK_BEHIND, _BUILT_BEHIND):
            if found := named.match(sentence.marked, position + 1):
                name = cut_phrase(self._article, sentence, found.start(1), found.end(1))
                return name + noun[bare.start(1) :]
        return noun

    def read_spent(
        self, sentence: Sentence, position: int, right: int, quantity: Quantity, noun: Phrase
    ) -> Phrase:
        """What an amount is of, where only a verb stands before it: 安排3亿元专项资金."""
        if noun.text.endswith("解决") and (solved := _SOLVED.match(sentence.marked, position + 1)):
            return cut_phrase(self._article, sentence, *solved.span(1))
        spent, taken = read_spent(self._article, sentence, position, right, quantity, noun)
        if taken:
            self._taken = (position + 1, right)  # the next number has a work of its own
        return spent


def _among_things(phrase: Phrase) -> re.Match[str] | None:
    """中 of 重大项目中物流园: of those counted some are named."""
    for midst in _AMONG.finditer(phrase.text):
        if names_thing(phrase[: midst.start()]) or phrase.text.endswith("实事", 0, midst.start()):
            return midst
    return None


def _counts_next(sentence: Sentence, position: int) -> bool:
    """Whether the next number behind a position counts things."""
    mention = sentence.mention_at(max(position, sentence.marked.find(NUMBER, position)))
    return mention is not None and unit_kind(getattr(mention.value, "unit", None)) == "count"


def _counts_on(sentence: Sentence, position: int) -> bool:
    """Whether a number of things stands there, and what they are behind it."""
    mention = sentence.mention_at(position)
    if mention is None or unit_kind(getattr(mention.value, "unit", None)) != "count":
        return False
    return bool(_THING_NEXT.match(sentence.marked, position + 1))


def _sums_up(sentence: Sentence, phrase: Phrase, position: int) -> bool:
    """Whether a sum stands right behind what was counted: 签约7个项目30亿元."""
    mention = sentence.mention_at(position)
    paid = unit_kind(getattr(mention.value, "unit", None)) == "currency" if mention else False
    return paid and phrase.text.endswith(("项目", "工程"))
