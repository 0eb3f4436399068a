"""What was counted in, its bare name out: 项目 of 项目集中开工; and what may be counted at all."""

from __future__ import annotations

import re

from newsie.measure.choice import Introduction
from newsie.measure.figure import Phrase
from newsie.measure.words import inner_deed, leading_deed, trailing_noun

_NO_PRODUCT = re.compile(
    r"^(?:[人生户亩班]均|拉动|撬动|带动|促进|实现|推动|创汇|换汇|结汇)|[率额量数值]$|指数$|投资|消费|贸易|收入|支出|[企行产]业$|外资|资$|存款|贷款|出口|进口|占|人"
)
_LONGEST_PRODUCT = 10
_REACHED = re.compile(
    r"(?:涉及|惠及|覆盖|受益|带动|吸纳|安置|辐射|服务)[一-鿿]*(?:户|人|群众|居民|民|人口|学生|家庭|职工|员工|村|社区|乡镇)$"
)
_SIDES = frozenset(("双向", "单向", "地上", "地下"))  # 双向四车道
_BEGINNING = (
    r"(?:集中|新|现场|正式)?"
    r"(?:签约落[地户]|签约|开工建设|开工|开竣工|竣工投产|竣工|建成投产|投产|引进|落户)"
)
_BEGUN = re.compile(rf"{_BEGINNING}(?:的|(?=[^，、]{{0,12}}项目$))")
_BEGUN_BEHIND = re.compile(rf"项目({_BEGINNING})$")
# 集中开工项目涉及多个领域，总投资27亿元: the sum is of those projects
_TOLD_OF = re.compile(
    rf"({_BEGINNING}的?[^，、的]{{0,8}}(?:项目|工程))(?:主要|广泛|全部|共|均|都)*"
    r"(?:涉及|涵盖|覆盖|分布|聚焦|囊括|包括|包含|[为是]|以)"
)
_GOES_WELL = re.compile(
    r"(?:一大?批|多个|各个?)?([一-鿿]{2,10}(?<![推抓])(?:项目|工程))(?:建设|推进|实施)?"
    r"(?:呈现|稳步|有序|顺利|加快|全面|强力|扎实|持续|取得|进展|提速|快速|蓬勃|高效)"
)
_CEREMONY = re.compile(
    rf"((?:重[大点]|产业|招商引资|招商|工业|民生|农业|文旅|[一-鿿]业)?项目)({_BEGINNING})(?:仪式|活动)$"
)
_ADVERB = re.compile(r"(?<=..)(?:集中|全部|正式|顺利|陆续|均|都|已)+$")
_WORK = re.compile(r"改造|建设|搬迁|安置|整治|治理|加固|修缮")  # 农村危房改造
_RATE_OF = re.compile(
    r"(?:已|按期|全部)?(?:开工|竣工|投产|落地|履约|转化|办结|合格|达标|完成|到位|资金到位"
    r"|入库|投用|验收|签约|落户|达产|入驻|回复|满意|好评)率|总数|年度(?:计划)?投资"
    r"|(?:结案|调解|撤诉|调撤|破案|起诉|批捕)率|(?:协议|计划)?(?:总投资"
    r"|投资总额|引资)额?|合同总?(?:投资|引资|外资)额?|协议(?:总?金额|投资额?)|总额|均价.{0,6}"
)
# 项目7个，征收户数1852户、征收面积10万平方米.
_SIZE_OF = re.compile(
    r"(?:征收|拆迁|搬迁|安置|建筑|占地|规划|改造|涉及|用地|总)(?:户数|面积|人口|人数|总面积|建筑面积|总建筑面积)"
)
_DIVISIONS = ("乡镇", "镇街", "街道", "村", "社区", "县", "市")
_UNDERTAKINGS = ("项目", "工程", "小区", "改造")
_ALREADY_SAID = re.compile(
    r"^(?:未|已|尚未|新)?(开工|竣工|投产|签约|落地|投用|验收)(?=..)|(开工|竣工|投产|签约|落地|投用|验收)$"
)
# 实施重点项目86个，完成投资52亿元: the investment is in the projects.
_CARRIED_OUT = re.compile(
    r"(?:共|计划|组织|统筹|集中|重点|滚动|谋划|全力|纳入)*(?:实施|推进|安排|铺排|布局|列入|建设|开工建设|管理|统筹)的?(?=[一-鿿]{2,12}(?:项目|工程)$)"
    r"|(?:入选|入围|列入|纳入)[^，]{2,16}?(?:名单|计划|项目库|目录|清单)(?=项目$)"
)
_WORK_PROJECT = re.compile(r"(?<=改造|建设|搬迁|整治|治理|征收)项目$")


def bare_thing(phrase: Phrase, before: Phrase) -> Phrase:
    """项目 of 项目开工: what was counted, without what became of it.

    Whom it reaches (涉及居民1.2万户) is no thing of its own: what was counted `before` stays.
    """
    if _REACHED.match(phrase.text) or phrase.text in _SIDES:
        return before
    deed = inner_deed().search(phrase.text, 2)
    if deed is None or deed.end() < len(phrase.text) or _WORK.fullmatch(deed[0]):
        return phrase
    if lead := leading_deed().match(phrase.text):
        return phrase[lead.end() :] or phrase  # 农村危房改造 of 落实农村危房改造
    phrase = phrase[: deed.start()]
    adverb = _ADVERB.search(phrase.text)
    return phrase[: adverb.start()] if adverb else phrase


def split_deed(phrase: Phrase) -> tuple[Phrase, Phrase] | None:
    """What became of projects, before and behind them: 签约项目, 集中开工的项目, 项目开工."""
    if before := _BEGUN.match(phrase.text):
        return phrase[: before.end()], Phrase()
    if behind := _BEGUN_BEHIND.search(phrase.text):
        return Phrase(), phrase[behind.start(1) :]
    return None


def is_summed(reading: Introduction) -> bool:
    """Whether 累计 introduces a number."""
    sentence = reading.match.sentence
    first = reading.match.start - sentence.start
    return "累计" in sentence.text[max(0, first - 2) : reading.match.end - sentence.start]


def is_product(text: str) -> bool:
    """Whether a bare noun may be a product among products: 集成电路 beside 新能源汽车产量."""
    text = text[: text.find("（")] if text.endswith("）") else text  # 手持机（手机）
    return (
        1 < len(text) <= _LONGEST_PRODUCT
        and not _NO_PRODUCT.search(text)
        and not trailing_noun().search(text)
        and not inner_deed().search(text)
    )


def is_rate_of(thing: Phrase, noun: Phrase) -> bool:
    """Whether a bare noun is of the things counted before it: 86个项目，开工率65%."""
    text = noun.text
    if thing.text.endswith(_DIVISIONS):
        return False  # 位于沙河镇等3个乡镇，总投资2160万元
    if _RATE_OF.fullmatch(text) or (
        _SIZE_OF.fullmatch(text) and thing.text.endswith(_UNDERTAKINGS)
    ):
        return True
    return text == "投资" and thing.text.endswith(("项目", "工程", "类"))


def name_thing_again(thing: Phrase, noun: Phrase) -> Phrase:
    """签约项目总投资 where 签约的10个项目总投资3亿元: what was counted, said again in short."""
    for kind in _UNDERTAKINGS[:2]:
        shorter = noun.text.startswith(kind) and thing.text.endswith(kind) and thing.text != kind
        if shorter and is_rate_of(thing, noun[len(kind) :]):
            return thing + noun[len(kind) :]
    return Phrase()


def drop_carried_out(thing: Phrase) -> Phrase:
    """重点项目 of 实施重点项目: that they are carried out says nothing of what they cost."""
    carried = _CARRIED_OUT.match(thing.text)
    return thing[carried.end() :] if carried else thing


def name_thing(thing: Phrase, noun: Phrase) -> Phrase:
    """The noun with the things that it is of: 棚户区改造征收户数, 项目开工率."""
    if noun.text.startswith(thing.text):
        return noun
    if noun.text[0] == thing.text[0] and noun.text.endswith("率"):
        return noun  # 破案件80起，破案率95%
    done = _ALREADY_SAID.search(thing.text)
    if done and noun.text.startswith(done[1] or done[2]):
        thing = thing[: done.start()] + thing[done.end() :]  # 未开工项目17个，开工率66%
    thing = drop_carried_out(thing)
    work = _WORK_PROJECT.search(thing.text) if _SIZE_OF.fullmatch(noun.text) else None
    return (thing[: work.start()] if work else thing) + noun


def name_sum(thing: Phrase) -> Phrase:
    """签约项目投资 where 签约项目12个、56亿元: what a bare sum behind projects is of."""
    if not thing.text.endswith(_UNDERTAKINGS[:2]):
        return thing
    word = "资金" if thing.text.startswith(("争取", "获批", "到位")) else "投资"
    return thing + Phrase(word, word)


def read_told(clause: Phrase) -> Phrase:
    """The projects that a clause tells of: 集中开工项目 of 集中开工项目涉及多个领域.

    Those for which there is a ceremony are called by it: 重大项目集中开工仪式.
    """
    if told := _TOLD_OF.match(clause.text) or _GOES_WELL.match(clause.text):
        return clause[: told.end(1)]
    held = _CEREMONY.search(clause.text)
    return (
        clause[held.start(2) : held.end(2)] + clause[held.start(1) : held.end(1)]
        if held
        else Phrase()
    )


def name_part(counted: Phrase, whole: Phrase) -> Phrase:
    """重点项目竣工 where 重点项目投资86亿元。其中，45个项目竣工: which the bare projects are."""
    end = whole.text.find("项目") + len("项目")
    named = end > len("项目") + 1 and counted.text.startswith("项目")
    if named and leading_deed().match(whole.text) is None:
        return whole[:end] + counted[len("项目") :]
    return counted
