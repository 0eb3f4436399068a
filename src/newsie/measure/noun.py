"""The noun of a number: before it, behind it as what is counted, or behind it as what it is for."""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.clause import DATE, NUMBER, counted_end
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.grown import is_of_counted, may_grow, read_grown
from newsie.measure.trim import is_budgeted
from newsie.measure.words import (
    inner_deed,
    leading_deed,
    leading_words,
    measured,
    trailing_noun,
    unit_kind,
)
from newsie.triggers import compile_quick
from newsie.values import Quantity

_JOINED = re.compile(r"(?=[、和及与以])(?:、|和|及|与|以及)+")
_TAIL = re.compile(
    r"(?:[了着的]|(?<=[入出资])(?:预算)?安排|共|合计|累计|分别|(?<![日人户年亩月单])均"
    r"|都|已经|已|又|再|平均|继续|可以?|能够|全部|先后|相继|陆续|总计|总共|累积|预测|(?<=..)目标|更(?<!变更)(?<!三更)|依然|仍然|仍旧|依旧|仍|(?<=..)将|为(?=每)|(?<=..)就"
    r"|(?<=..)(?<![存所现实内潜])在|已?连续.{1,4}?[年月天季周]|也|首次|一举|[，、]?(?<=..)以){1,6}$"
)
# What these end with.
_TAIL_ENDS = frozenset(
    "就在然仍旧将测标以了着的排共计别均都经已又再续可以够部后继积更年月天季周也次举"
)
# 开工的项目包括|投资2亿元的冷链物流园.
_LISTING = re.compile(
    r"[^，；。：]*(?:包括|包含|涵盖|分别[是为]|其中有|主要[有是])(?=(?:总|计划)?投资$)"
)
_SPENT = re.compile(
    r"[一-鿿“”]{1,14}?(?:资金|经费|补贴|补助|贷款|专款|债券|款|基金|红利|救助金|慰问金|补偿金|奖金|奖学金|助学金|救济金|物资|收入|收益|租金)(?=[，；。：、）]|$)"
)
# 每年可发出75亿度, 在国家层面建成绿色工厂: that it can be, and on what level.
_ABLE = re.compile(
    r"(?=[每可能在国全])"
    r"(?:(?:每年(?:还|也|将)?)?(?:可以?|能够?)(?=[发产提容满带实供节减存吸生完达创形获出交])"
    r"|(?:在)?[国全][家省市县][层级]面)+"
)
# 铁路部门计划增开: whose plan it is.
_PLANNED = re.compile(
    r"([^，]{2,16}?)(?<!年度)(?<!年)(?:计划|将|拟|预计|力争|确保|有望)再?(?=[招加继完达新建改增举完投引培打推发开带安提])"
)
_PLANNED_SIGNS = frozenset("划将拟预争保望")
# What is told of the things that are counted, not which: 救灾物资|在今天中午运抵.
_PASSED = compile_quick(
    r"(?:已于|已在|已经?(?=陆续|先后|全部)|在(?!线|建|校|岗|职|册|编|园|读|用|营|研|产|售|役)|正在|陆续"
    r"|先后|[既都均也就]是|分别(?=是|走访|前往|赴|深入|慰问|对|在|到|获|进行)|不仅|被(?!子|动|告|征)"
    # What those who are counted do: 80项非遗项目让人们…, 20台花车列队齐发.
    r"|(?<![转出礼])让(?!利)|(?<![大天公])使(?!用|馆|命|者)|令人|丰富了|报道了?|带来|展[现示]了?|呈现|亮相|入场|登场|列队|齐[发聚]|同台|同场"
    r"|活跃|奔波|忙碌|奋战|穿梭|欢聚|齐聚|正处|相聚|来到|走[进上出]|踏上|围绕|敬礼|装扮|点[亮缀]|迈向|讲述|共享|竞相|争相|纷纷|轮番|联袂|袭击|作为(?=[一-鿿]{4})"
    r"|(?<![针相绝面配应核])对(?!口|外|接|象|策|比|标|联|手|虾|讲|讲机)(?=[一-鿿\ue000-\uf8ff]{4})|(?<![方面定转志意横纵])向(?=[一-鿿\ue000-\uf8ff]{4})"
    r"|(?<![前大小中上名少])将(?!军|士|领|来)|把(?!关|握)(?=[一-鿿]{4})"
    r"|(?:扎实|有序|稳步|顺利|全面|加快)(?:推进|加快|实施|建设|进行|展开|开展|铺开|启动)|进展"
    r"|的(?:同时|基础上|情况下|背景下)).*$"
)
# 完成40公里道路改造, 种植500亩水稻.
_WORKED = re.compile(
    r"(?:多?长的|的(?![目任计速质]))?((?![的后内里中上下左起前以])[一-鿿“”（）]{2,16}?)(?:(?:建设)?任务)?(?=[，；。：、]|$|(?:以及|[和及与])\ue001)"
)
# 36家旅行社共组团469个: the second number is of another thing.
_TOGETHER = re.compile(r"共(?![享同产和青计])")
# 完成了2.6万亿的投资.
_INVESTED = re.compile(r"的?((?:[一-鿿]{2,8})?(?:投资|产值|交易额|销售额|营收))(?=[，；。、]|$)")
_CONTESTS = ("测评中", "考核中", "评比中", "排名中", "评选中", "测试中")
_NO_NOUN = re.compile(
    r"^(?:[的、和及与以，由]|中(?![央断国小西东医型])|内(?![贸河])|上(?![市海升])"
    r"|下(?![岗降])|左右|起(?!重)|[^\w“])"
)
_LASTING = re.compile(
    r"(?:已)?连续.{1,3}?[年月天次季度]+|(?:位|列)(?!入)|共(?![享同治创有计产青和建])(?=..)"
)
_HELD = compile_quick(r"(?:约|仅|只|已|就)?占(?:到|了|据)?$")
_ALREADY_INSIDE = compile_quick(
    r"(?<=[一-鿿]{2})可(?=[收产创增带供容节][一-鿿])|(?<=[一-鿿]{2})已(?:经|累计)?(?=[一-鿿]{2})(?![婚有知])"
)
_SAME_MEASURE = re.compile(r"(?:[这该其]?一?)(?:比例|数字|数据|指标|比重)")
_ADVERB_INSIDE = compile_quick(r"(?:累计|先后|一共|共(?![享建同治创])|已经?|首次)+(?=[一-鿿]{2})")
_BARE = re.compile(
    r"(?:[一-鿿]{0,6}?(?:[达投]产|建成|通车|投[用运]|竣工|运营)后(?!的)[，可将预计]{0,3}|"
    r"现(?=日均|日平均|年均|月均|日|每)|仅?[用在]?[^，]{0,6}?时间(?:[里内])?就|"
    r"[全我本][国省市区县州镇乡村](?![域面性级家体有])(?:共有(?=..))?|使(?![用馆命])|[^，]{0,14}的?基础上"
    r"|(?:[我他她你咱](?:们|家)*(?!中|当中|[国省市区县州镇乡村校院厂司局])的?|[这此本]次)(?=[一-鿿]{2}|$)"
    r"|(?:按照?[^，。]{1,16}?|[^，。]{0,8}(?:汇率|价格|口径))(?:计算|折算|换算)的?"
    r"|(?:扣除|剔除|不含|不考虑)[^，。]{1,14}?(?:因素的?影响|因素|影响)?后|按?(?:可比|不变|同)(?:口径|价格?)(?=$)|[要须需应](?=[新改建增完培引拆打实推举开办制]))+"
)
# One of these is in it.
_BARE_SIGNS = frozenset("后现就全我本使础他她你咱这此算要须需应")
_ON_SITE_SIGNS = frozenset("场上中间")
# 100%的村通了公路, 建起了大棚; not 了解.
_DONE_INSIDE = compile_quick(r"(?<=[一-鿿])(?<![为除])了(?![解不却然望])(?=[一-鿿“《])")
_MADE = re.compile(r"(?:共|累计)?(?:完成|实现|达到|创造|取得|获得|带动|吸纳|上缴|缴纳)")
# 被人民日报、学习强国等中央级媒体用稿62件: the class says enough.
_AGENTS = frozenset("被在由")
_LIST_OF_AGENTS = re.compile(
    r"(?:[^，、]{0,12}?([被在由]))?[^，、]{2,12}(?:、[^，、]{2,12}){1,6}等(?:多家|各大|多个)?(?=[一-鿿]{4})"
)
_EXPLAINED = re.compile(r"[（(](?:包括|包含|含)[^（）()]{6,}[）)]")
_DEED_BEHIND = re.compile(r"(?!起|前)[一-鿿]{2,12}(?!\ue001)(?:[^一-鿿]|$)")
# 拥有“甲”、“乙”等地理标志商标10件: 拥有地理标志商标.
_QUOTED_LIST = re.compile(
    r"([一-鿿]{0,4}?)“[^”]{1,12}”(?:[、和]?“[^”]{1,12}”){0,8}等(?=[一-鿿]{3})"
)
# 13家企业进行签约, 4个项目正式开工, 9个项目开工仪式.
_LIGHT = re.compile(r"(?<=..)(?:进行了?|正式|顺利|如期|成功|圆满|相继|陆续)(?=[一-鿿]{2})")
_HELD_FOR = re.compile(r"(.{2,12}(?:开工|竣工|签约|投产|奠基|揭牌|启动|开业|通车))仪式")
_INSIDE = re.compile(r"(?:辖区|[区市县镇乡境省]|全[区市县镇乡省])(?:范围)?内(?:共|现)?有?")
_ON_SITE = re.compile(
    r"(?:[一-鿿]{0,8}?现场|[一-鿿]{0,6}?[会式]上|活动中)(?:还|共|又)?(?=举行|举办|[签发颁捐达])|[一-鿿]{0,4}(?:过程中|活动期间)(?=[一-鿿]{2})"
)
_RELATED = re.compile(r"[与和][^，。的]{2,14}(?:相关|有关|配套|紧密相关)的")
_PER_UNIT = compile_quick(r"(?<=..)为(?=每[一-鿿]{1,3}$)")
_MEASURED_ON = re.compile(
    r"(?<=..)[一-鿿]{2,3}(?:量|额|率|值|面积|总长|库容|储量)(?:达到|超过|[达为超约近])?$"
)
_TOWARDS = frozenset("对为向给把将")
_TRADED = re.compile(
    r"(?:产销|产销量|产量|销量|销售|出口|进口|进出口|用电量|产值|增加值|营收|利润)量?"
)
_WHOSE = re.compile(r"(?![截从自在据至比较与将于])(?:(?!的|获悉|显示|数据)[一-鿿A-Z]){2,12}")
_RESULT = re.compile(r"的(?:好|优异|历史最好)?(?:成绩|战绩|佳绩)$")
_ALREADY = re.compile(r"(?<=..)(?:已经?|全部)(?=[一-鿿]{2})")
_IDLE_TAIL = compile_quick(r"(?<=..)(?:[也都均已正]|目前){1,4}$")
_THING_NEXT = re.compile(r"[一-鿿]{2}|[一-鿿]?\ue001")
_SHORT = 7
_JOINING = re.compile(r"(?:和|及|与|以及)$")
_NUMBERED = re.compile(r"(?:\d{1,2}[.、．]|0\d)\s*(?=[一-鿿])")
_MIDST = re.compile(r"中(?=就?有|的|$)|里(?=就?有|$)")
_LONGEST = 34
_BARE_MEASURE = re.compile(
    r"(?:一[条座个项台套])?((?:计划)?总?投资(?:额|规模)?|耗资|造价|总造价|(?:总|规划)?占地(?:面积)?|(?:总)?建筑面积|(?:全|总)长)"
)
_BARE_MEASURE_ENDS = frozenset("资额模价地积长")
# 以93.6亿元的品牌价值位列第一.
_WORTH_BEHIND = re.compile(r"的([一-鿿]{2,8}?)(?=位[列居]|名?列|居|排名|排在|荣登|收官|夺|获|登)")
_PROJECT_BEHIND = re.compile(
    r"的([^，。；、：\ue001]{2,30}?(?:项目|工程|产业园|基地|生产线|中心|园区|小区|医院|学校))"
)
_WORK_BEHIND = re.compile(r"的([^，。；、：\ue001]{2,16}?[线桥路楼馆园厂站])")


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
        whose = Phrase()
        if dated >= 0 and dated + 1 < end:
            whose = self._read_whose(sentence, start, dated, end)
            start = dated + 1
        elif dated >= 0:
            end = dated
        if start == self._taken[0]:
            start = min(self._taken[1], end)
        start += is_of_counted(sentence, start)
        if start >= end:
            return Phrase()
        phrase = cut_phrase(self._article, sentence, start, end)
        text, left = phrase.text, 0  # what is left of it, and how much was cut before that
        if joined := _JOINED.match(text):
            left, text = joined.end(), text[joined.end() :]
        if text[-1:] in _TAIL_ENDS and (tail := _TAIL.search(text)):
            text = text[: tail.start()]
        if text in _TOWARDS:
            return Phrase()  # 对106户居民发放救助金
        if text[:1].isdecimal() and (numbered := _NUMBERED.match(text)):
            left, text = left + numbered.end(), text[numbered.end() :]
        for opening, signs in ((_ON_SITE, _ON_SITE_SIGNS), (_BARE, _BARE_SIGNS)):
            if not signs.isdisjoint(text) and (found := opening.match(text)):
                left, text = left + found.end(), text[found.end() :]
        while found := _LASTING.match(text) or leading_words().match(text):
            left, text = left + found.end(), text[found.end() :]
        if len(text) < len(phrase.text):
            phrase = phrase[left : left + len(text)]
        inside = _ADVERB_INSIDE.search(text, 2)
        if inside and leading_deed().match(phrase.text, inside.end()):
            phrase = phrase[: inside.start()] + phrase[inside.end() :]
        while done := _DONE_INSIDE.search(phrase.text):
            phrase = phrase[: done.start()] + phrase[done.end() :]
        already = _ALREADY_INSIDE.search(phrase.text)
        phrase = phrase[: already.start()] + phrase[already.end() :] if already else phrase
        listed = _LIST_OF_AGENTS.match(phrase.text) if "等" in phrase.text else None
        if listed and (listed[1] or sentence.marked[max(0, start - 1) : start] in _AGENTS):
            phrase = phrase[listed.end() :]
        if quoted := _QUOTED_LIST.match(phrase.text):
            phrase = phrase[: quoted.end(1)] + phrase[quoted.end() :]
        if explained := _EXPLAINED.search(phrase.text):
            phrase = phrase[: explained.start()] + phrase[explained.end() :]
        if _INSIDE.fullmatch(phrase.text) or _SAME_MEASURE.fullmatch(phrase.text):
            return Phrase()  # 这一比例提高到93%
        if phrase.text.endswith("投资") and (listed := _LISTING.match(phrase.text)):
            phrase = phrase[listed.end() :]
        if each := _PER_UNIT.search(phrase.text):
            phrase = phrase[: each.start()] + phrase[each.end() :]  # 单产为每亩378公斤
        able = _ABLE.match(phrase.text)
        phrase = phrase[able.end() :] if able else phrase
        if phrase.text.endswith(_CONTESTS):
            phrase = phrase[:-1]
        planned = None
        if not _PLANNED_SIGNS.isdisjoint(phrase.text):
            planned = _PLANNED.match(phrase.text)
        if planned and not trailing_noun().search(planned[1]):
            phrase = phrase[planned.end() :]
        if held := _HELD.search(phrase.text):
            phrase = phrase[: held.start()]
            if not _counts_next(sentence, end):  # 工业项目占17个
                phrase += Phrase("占比", "占比")
        return whose + phrase

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
        alone: bool,
    ) -> Phrase:
        """The noun behind a number of things: 3座水库, 20多个重点问题.

        Args:
            alone: whether nothing stands before the number.
        """
        self._taken = (-1, -1)
        kind = unit_kind(quantity.unit)
        if quantity.rank or origin:
            return Phrase()
        if alone and may_grow(quantity):
            return read_grown(self._article, sentence, position, right, quantity)
        if kind not in ("count", "none", "ratio"):
            return Phrase()
        if kind == "ratio" and not quantity.share and sentence.marked[position + 1 :][:1] != "的":
            return Phrase()
        end = counted_end(sentence.marked, position + 1, right)
        first = position + 1
        if kind == "ratio" and sentence.marked[first : first + 1] == "的":
            first += 1
        dated = sentence.marked.find(DATE, first + 2, end)
        behind = sentence.marked[dated + 1 : end + 1]
        if dated >= 0 and _DEED_BEHIND.match(behind):  # 35个项目上半年投产
            phrase = cut_phrase(self._article, sentence, first, dated)
            phrase += cut_phrase(self._article, sentence, dated + 1, end)
        else:
            phrase = cut_phrase(self._article, sentence, first, end)
        if beside := _RELATED.match(phrase.text):
            phrase = phrase[beside.end() :]  # 60余个与人工智能相关的创新平台
        if not phrase or _NO_NOUN.match(phrase.text):
            return Phrase()
        if end == right and (measure := measured().search(phrase.text, 2)):
            phrase = phrase[: measure.start()]
            made = _MADE.search(phrase.text, 2)  # 67家规模以上企业完成工业总产值
            return phrase[: made.start()] if made else phrase
        counting = sentence.marked[end : end + 1] == "\ue001"
        if end == right and counting and (measure := _MEASURED_ON.search(phrase.text)):
            return phrase[: measure.start()]  # 75家企业年销售收入18亿元
        if unit_kind(quantity.unit) == "none" and inner_deed().match(phrase.text):
            return Phrase()  # 投资80万完成改造
        together = _TOGETHER.search(phrase.text, 2) if end == right else None
        verb = together or inner_deed().search(
            phrase.text, 3 if phrase.text.startswith("新") else 2
        )
        if verb and end == right and sentence.marked[end : end + 1] == "\ue001":
            phrase = phrase[: verb.start()]
            if (
                verb[0] not in ("完成", "实现", "增加", "达到")
                and max(sentence.marked[first : first + verb.start() + 1]) < "\ue000"
            ):
                self._taken = (position + 1, first + verb.start())
        if not verb and end == right and _counts_on(sentence, end) and len(phrase.text) < _SHORT:
            self._taken = (position + 1, end)  # 6个村18个村民小组261户农户
        if phrase.text.startswith("是") and len(phrase.text) > 2:
            phrase = phrase[1:]  # 15个是贫困乡镇
        if passed := _PASSED.search(phrase.text, 2):
            phrase = phrase[: passed.start()]
        midst = _MIDST.search(phrase.text)
        if midst:
            if end == right and sentence.marked[end : end + 1] == "\ue001":
                self._taken = (position + 1, end)  # 29万农业人口中就有8万贫困人口
            phrase = phrase[: midst.start()]
        done = _ALREADY.search(phrase.text)
        phrase = phrase[: done.start()] + phrase[done.end() :] if done else phrase
        idle = _IDLE_TAIL.search(phrase.text)
        phrase = phrase[: idle.start()] if idle else phrase
        if light := _LIGHT.search(phrase.text):
            phrase = phrase[: light.start()] + phrase[light.end() :]
        if held := _HELD_FOR.fullmatch(phrase.text):
            phrase = phrase[: held.end(1)]
        if done := _DONE_INSIDE.search(phrase.text):
            phrase = phrase[: done.start()] + phrase[done.end() :]
        result = _RESULT.search(phrase.text)
        phrase = phrase[: result.start()] if result else phrase
        joined = _JOINING.search(phrase.text)
        if joined:
            phrase = phrase[: joined.start()]
        return phrase if len(phrase.text) <= _LONGEST else Phrase()

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
        for named in (_PROJECT_BEHIND, _WORK_BEHIND):
            if found := named.match(sentence.marked, position + 1):
                name = cut_phrase(self._article, sentence, found.start(1), found.end(1))
                return name + noun[bare.start(1) :]
        return noun

    def read_spent(
        self, sentence: Sentence, position: int, right: int, quantity: Quantity, noun: Phrase
    ) -> Phrase:
        """What an amount is of, where only a verb stands before it: 安排3亿元专项资金."""
        kind = unit_kind(quantity.unit)
        done = not noun and sentence.marked[:position].endswith(("完成", "完成了", "和", "以及"))
        if kind == "measure" and (done or leading_deed().fullmatch(noun.text)):
            work = _WORKED.match(sentence.marked, position + 1, right + 1)
            if work and work.end() < right:
                self._taken = (position + 1, right)  # the next number has a work of its own
            return cut_phrase(self._article, sentence, *work.span(1)) if work else Phrase()
        if not noun and sentence.marked[:position].endswith(("完成", "完成了")):
            work = _INVESTED.match(sentence.marked, position + 1, right)
            return cut_phrase(self._article, sentence, *work.span(1)) if work else Phrase()
        if kind != "currency":
            return Phrase()
        if not leading_deed().fullmatch(noun.text) and not noun.text.endswith(("项目", "工程")):
            return Phrase()
        found = _SPENT.match(sentence.marked, position + 1, right)
        if found is None or inner_deed().search(found[0], 2):
            return Phrase()
        return cut_phrase(self._article, sentence, *found.span())


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
