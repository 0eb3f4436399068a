"""A number of a clause and the words around it in, its figures out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from newsie.article import Article, Sentence, Span
from newsie.measure.body import drop_agent
from newsie.measure.builder import find_builder
from newsie.measure.carry import Context
from newsie.measure.change import averaged_years, read_aspect, told_rate, usual_basis
from newsie.measure.choice import Introduction
from newsie.measure.clause import Clause
from newsie.measure.figure import Figure, Phrase, cut_phrase, name_sum_unit
from newsie.measure.grown import is_seen
from newsie.measure.head import HeadReader
from newsie.measure.noun import NounReader
from newsie.measure.refusal import is_aimed_at, is_refused, is_small_count
from newsie.measure.runs import Run, find_runs, share_in_run
from newsie.measure.spent import drop_yielding
from newsie.measure.time import Time, base_time, origin_time
from newsie.measure.unit import complete_unit
from newsie.measure.words import acting_deed, leading_deed, trailing_noun
from newsie.values import Aspect, Basis, Quantity

# 新建12个服务中心和14个服务站: the first are counted before.
_JOINED = re.compile(r"(?:和|(?<![普涉危遍触惠波])及|(?<![参授给])与|以及)(?:其他)?$")
_BESIDE = re.compile("[一-鿿]{2}(?:和|以及|及)约?$")
# What a building or a place has, whenever it is told.
_LASTING = re.compile(
    r"(?:占地(?:面积)?|建筑面积|用地面积|总面积|总长|全长|长度|宽度|高度|海拔|库容|容积|跨度|时速|里程"
    r"|(?:接待|处理|生产|储藏|仓储|承载|供水|加工)能力|设计[一-鿿]{0,6})$"
)
_HAD = re.compile(
    r"(?:占地(?:面积)?|建筑面积|用地面积|全长|注册资[金本]|在校(?:学生|生|师生)(?:人?数)?|教职工(?:人?数)?)$"
)
# How things stand, whatever was told of a part of the year before it.
_STANDING = re.compile(
    r"(?!新|完成|发展|增加)[^，。]*?(?:(?:种植|养殖|挂果|经营|水域|耕地|林地|茶园|果园|[竹森]林|油茶|湿地|绿地|园地|草场|大棚)(?:总|规模)?面积|[一-鿿]{0,4}年产[一-鿿]{1,6}"
    r"|(?<=[一-鿿])年(?:总)?(?:产量?|产值|收入|营收|销售额|出栏量?|加工量?|接待量)"
    r"|(?<!游客)(?<!旅客)(?<!业务)数量|(?:常住|户籍|总|农业|服务)人口|年?产能|装机容量|从业人员|年(?:加工|生产)能力|亩(?:均)?(?:单)?产量?|单产)"
)
_OWNED = re.compile("拥有|建有|设有|下辖|下设")  # as it stands, too
# 今年…。公司有5条生产线: as it stands, too.
_HAS = re.compile(
    "(?:公司|企业|园区|基地|合作社|医院|学校|[全该][村镇乡社]区?|农场|\ue003|\ue004)(?:共|现)?(?:拥有|建有|设有|有)\ue001"
)
_BUREAU = re.compile(r"(?:局|委|办|办公室)$")
_OF_DIVISION = re.compile(
    r"居民人均(?:可支配|纯)收入$|农民人均纯收入$|^(?:地区)?生产总值$|^GDP$|社会消费品零售总额$|^固定资产投资$"
    r"|规(?:模以)?上工业(?:增加值|总产值)$|公共预算收入$|常住人口$|森林覆盖率$|登记失业率$|参保率$"
)
# 带动全县用电量增长8%: what changed, not what drove it.
_DRIVEN = re.compile(
    r"(?:有效|有力|直接|间接|进一步|也|还)?(?:带动|推动|助推|促使|拉动|促进|使得?(?!用)|引领)了?(?:[全我][省市县区州]|当[年月地]|本地)?(?=[一-鿿]{1,16}(?:[量额率值价数]|收入|投资|贷款|增速|面积|能力)$)"
)
_MADE_UP = re.compile("[^，。；：]{1,20}?[组构]成")  # 由2个自然村组成
_NEAR_SHARED = 14


class _Told(NamedTuple):
    """What a clause tells of one of its numbers."""

    clause: Clause
    reading: Introduction
    quantity: Quantity
    noun: Phrase  # before the number
    counted: Phrase  # behind it


class NumberReader:
    """Reads the numbers of an article, one after another.

    Attributes:
        figures: what is read so far.
        against: what a clause 与…相比 of the sentence compares the numbers behind it with.
    """

    def __init__(self, article: Article, context: Context) -> None:
        self._article = article
        self._context = context
        self._heads = HeadReader(article)
        self._nouns = NounReader(article)
        self._sentence: Sentence
        self._introductions: dict[int, Introduction] = {}
        self._runs: dict[int, Run] = {}
        self._rated: Aspect | None = None  # of the last number, where it was told as a rate
        self._basis: Basis | None = None  # of the number before
        self._usual = False  # whether nothing said so but how such numbers are meant
        self._stood: str | None = None  # the time that standing measures were told of last
        self._periodic = False  # whether the sentence compares with the period before
        self._origin_unit: str | None = None  # of the number before, where it was told as 从
        self._whole: Basis | None = None  # what the whole is compared with, in so many words
        self.against: Basis | None = None
        self.figures: list[Figure] = []

    def start_paragraph(self) -> None:
        """Forget what only the paragraph before may be about."""
        self._heads.told.start_paragraph()

    def start_sentence(
        self,
        sentence: Sentence,
        introductions: dict[int, Introduction],
        *,
        inside: bool,
        side: bool,
    ) -> None:
        """Go on to a sentence.

        Args:
            introductions: of its numbers, by their position.
            inside: whether it tells of parts of what was told before: 其中.
            side: whether it looks at the whole from another side: 从规模看.
        """
        self._sentence, self._introductions = sentence, introductions
        self._heads.told.start_sentence(inside, side)
        self.against = self._rated = None
        self._whole = self._whole if inside else None
        self._periodic = sentence.text.startswith(("从环比看", "环比看"))
        self._runs = find_runs(sentence, introductions)

    def start_clause(self, clause: Clause, head: int, *, moved: bool) -> None:
        """Go on to a clause of the sentence, whose phrase proper starts at a marked position.

        Args:
            moved: whether it tells of another subject than the one before.
        """
        self._heads.told.start_clause(self._sentence, clause, head, moved=moved)

    def read(self, clause: Clause, left: int, position: int, right: int, *, dated: bool) -> None:
        """Read the number at a position of the marked sentence.

        Args:
            left: where its words start: the head of the clause, or behind the number before.
            right: where they end: at the next number, or with the clause.
            dated: whether the clause names a time.
        """
        sentence, run = self._sentence, self._runs.get(position)
        reading, quantity = self._introductions[position], sentence.slots[position].value
        if run is not None:
            reading, quantity = share_in_run(sentence, run, position, self._introductions)
        quantity = name_sum_unit(self._article, sentence.slots[position], quantity)
        if reading.rule.endswith("/share") and sentence.marked.startswith("约", reading.start):
            quantity = replace(quantity, comparator="approx", hedge="约")
        start = max(left, self._introductions[position].start)
        noun, agent = drop_agent(self._nouns.read_noun(sentence, left, start))
        if position != clause.numbers[0] and _BESIDE.search(sentence.marked, left, start):
            noun = Phrase()  # 2座能源站和30亩绿地
        if agent:
            self._context.whose.meet_body(agent)
        bare = start > left and quantity.unit == "%"
        told = _Told(clause, reading, quantity, noun, Phrase())
        told = self._read_nouns(told, start, position, right, bare=bare)
        told, time = self._find_time(told, position)
        told_before = time.is_before(sentence.start)
        before = time if told_before and not (time.text or "").startswith("截") else None
        standing = before if self._context.when.is_told_before(sentence.start) else None
        goes_on = run is not None and position != run.positions[0] and self._usual
        usual = not told.reading.basis and (goes_on or not self._basis) and not time.text
        self._usual = usual
        basis = self._find_basis(told)
        grew = self._heads.told.grew  # before this number
        for indicator in self._heads.read(
            told.clause, told.reading, told.noun, told.counted, position, run
        ):
            lasts = time.carried and _LASTING.search(indicator.text)
            lasts = lasts or (before is time and _HAD.search(indicator.text))
            this_year = before is time and self._context.when.time.text == "今年"
            if this_year and told.reading.aspect == "level":
                lasts = lasts or _HAS.search(sentence.marked, clause.start, position + 1)
            if time is standing and told.reading.aspect == "level":
                owned = _OWNED.search(sentence.marked, clause.start, position)
                stands = _STANDING.fullmatch(indicator.text)
                lasts = lasts or owned or (stands if self._stood != time.period else None)
            if basis == "annual_average":
                time = self._context.when.over_years(time, averaged_years(told.reading))
            if not standing and _STANDING.fullmatch(indicator.text):
                self._stood = time.period  # 上半年，瓜菜种植面积15万亩。水果种植面积14万亩
            if lasts or (time.brought and not _is_done(told, indicator)):
                time = Time()
            named = bool(told.noun) or indicator.text.endswith(("增速", "增幅"))
            figure = Figure(
                sentence=sentence,
                position=position,
                mention=sentence.slots[position],
                quantity=told.quantity,
                rule=reading.rule,
                indicator=indicator,
                aspect=read_aspect(
                    told.reading, told.quantity, named=named, grew=grew, rated=self._rated
                ),
                basis=basis,
                period=time.period,
                period_text=time.text,
                subject=self._find_subject(position, run, indicator),
                clause=Span(sentence.bounds[clause.start], sentence.bounds[clause.end]),
                said=sentence.bounds[start],
                end=max((span.end for span in told.counted.spans), default=0),
                origin=_is_origin(reading),
                dated=dated,
                since=not (usual and basis == "yoy"),
            )
            self._rated = told_rate(reading.rule, figure.aspect)
            if not is_refused(figure):
                figure.idle = is_small_count(figure) or is_aimed_at(figure)
                self.figures.append(figure)
                if not agent:
                    self._context.hold(idle=figure.idle)

    def _read_nouns(
        self, told: _Told, start: int, position: int, right: int, *, bare: bool
    ) -> _Told:
        """What is counted behind a number, and the noun before it as far as it is another.

        Args:
            start: where its introduction starts, behind the noun.
            bare: whether it is a rate with an introduction of its own.
        """
        sentence, (clause, reading, quantity, noun, _) = self._sentence, told
        origin, seen = _is_origin(reading), is_seen(noun)
        counted = self._nouns.read_counted(
            sentence,
            position,
            right,
            quantity,
            origin or bare or reading.rule.endswith("/paced"),
            before=Phrase() if seen else noun,
        )
        made_up = noun.text.endswith("由") and _MADE_UP.match(sentence.marked, position + 1)
        noun = Phrase() if counted and (seen or made_up) else noun
        later = counted and position != clause.numbers[0]
        if later and not noun and sentence.marked[position - 1] in "和及":
            clause = replace(clause, opening="、")
        if counted and not later and (joined := _JOINED.search(noun.text)):
            deed = leading_deed().match(noun.text) or acting_deed().search(noun.text)
            noun = noun[deed.start() : deed.end()] if deed else noun  # 设立三大展区和30场论坛
        if later and (joined := _JOINED.search(noun.text)):
            noun, clause = noun[joined.end() :], replace(clause, opening="、")
        if counted and reading.aspect == "increase" and quantity.unit != "%":
            new = sentence.marked.rfind("新增", start, position)
            if new >= 0:  # 新增378张养老床位: counted, not grown
                reading = replace(reading, aspect="level", basis=None)
                noun = cut_phrase(self._article, sentence, new, new + len("新增"))
        if not counted:
            noun = self._nouns.read_named(sentence, position, noun)
        if not counted and not origin:
            counted = self._nouns.read_spent(sentence, position, right, quantity, noun)
            noun = drop_yielding(noun, counted)
        if reading.rule.endswith("/gain") and noun and not trailing_noun().search(noun.text):
            noun += Phrase("增收", "增收")  # 农户年均增收3200元
        changes = reading.aspect in ("increase", "decrease") or quantity.unit == "%"
        if changes and not counted and (driven := _DRIVEN.match(noun.text)):
            noun = noun[driven.end() :]
        quantity = complete_unit(quantity, noun.text, counted.text)
        if quantity.unit is None and reading.rule.endswith("/change-to"):
            quantity = replace(quantity, unit=self._origin_unit)  # 从1万元增加到3万
        self._origin_unit = quantity.unit if origin else None
        return _Told(clause, reading, quantity, noun, counted)

    def _find_time(self, told: _Told, position: int) -> tuple[_Told, Time]:
        """When a number holds, which may be the time of what it is compared with, or its base."""
        reading = told.reading
        time = origin_time(self._sentence, reading) or (
            Time() if _is_origin(reading) else self._context.when.time
        )
        if base := base_time(self._sentence, position, time):
            time, told = base, told._replace(reading=replace(reading, basis=None))
        chained = told.clause.opening == "、" and told.noun.text.endswith("的")
        if told.quantity.unit == "倍" and chained:  # 是A的1.8倍、B的2.6倍
            told = told._replace(noun=Phrase(), reading=replace(told.reading, basis="base"))
        return told, time

    def _find_basis(self, told: _Told) -> Basis | None:
        """What a number is compared with: by its own words, or those before it."""
        reading = told.reading
        first, _, last = (self._context.when.time.period or "/").partition("/")
        basis = reading.basis or usual_basis(
            reading,
            told.quantity,
            self.against,
            periodic=self._periodic,
            over_years="-" not in first or first[:4] != (last or first)[:4],
        )
        parted = self._heads.told.of.among
        if reading.basis and not parted and told.quantity.unit == "%":
            self._whole = reading.basis
        elif basis == "yoy" and parted and self._whole == "period" and not reading.basis:
            basis = self._whole  # 价格环比上涨0.2%，其中食品上涨0.5%
        beside = told.clause.opening == "、" or self._rates_change(told)
        if beside and not (reading.basis or told.noun) and self._basis and basis:
            basis = self._basis  # 较计划增加5吨、增58%; 较年初增加5亿元，增长9%
        self._basis = basis
        return basis

    def _rates_change(self, told: _Told) -> bool:
        """Whether a rate says of the amount of change before it how much that was."""
        last = self.figures[-1] if self.figures else None
        changed = last is not None and last.aspect in ("increase", "decrease")
        amount = last is not None and last.quantity.unit not in ("%", "倍", "个百分点")
        return changed and amount and told.clause.opening == "，" and told.quantity.unit == "%"

    def _find_subject(self, position: int, run: Run | None, indicator: Phrase) -> str | None:
        """Whose a number is: 甲镇、乙镇分别完成投资3亿元、4亿元.

        What a bureau tells of its division (居民人均可支配收入) is the division's.
        """
        whose = self._context.whose
        if _BUREAU.search(whose.subject or "") and _OF_DIVISION.search(indicator.text):
            return whose.home
        if builder := find_builder(self._sentence, position):
            whose.meet_builder(builder)
        if run is None:
            return whose.subject
        first = run.positions[0]
        if "分别" not in self._sentence.marked[max(0, first - _NEAR_SHARED) : first]:
            return whose.subject
        return whose.share(run.positions.index(position), len(run.positions))


def _is_done(told: _Told, indicator: Phrase) -> bool:
    """Whether a number is of what was done or changed, not of how things stand."""
    changed = told.reading.aspect in ("increase", "decrease")
    return changed or leading_deed().match(indicator.text) is not None


def _is_origin(reading: Introduction) -> bool:
    """Whether a number is what another came from: 从35家增加到50家."""
    return reading.rule.endswith("/from")
