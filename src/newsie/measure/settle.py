"""An indicator as it was read in, the same without what says how or leads on out.

Manner goes before a deed, and words that lead to the number go at the end.

Surface forms::

    有力有效推进民生实事落地见效    推进民生实事
    逐一听取项目单位                听取项目单位
    招商引资工作连续三年取得        招商引资工作
    财政收入增长平均达到            财政收入
    年度外贸进出口总值还未          年度外贸进出口总值
    种植以脆李为主的小水果          种植小水果
    民航运输累计执飞航班            民航运输执飞航班
    成功率 全面小康 深入度          as they are
"""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.words import inner_deed, trailing_noun
from newsie.triggers import compile_quick

# How something is done; only before a deed.
_MANNER = compile_quick(
    r"(?>一举|刚刚?|先(?![进行导期锋后])|接连|连续(?=抓获|破获|查获|打掉)|深入|扎实|有力|有效(?!注)|有序|高效|全面|积极|成功|圆满|顺利|逐一|逐项|率先|着力|大力|稳步|稳妥|认真|切实|主动|如期|按期|提前(?!批)|超额|高质量|高标准|高效率|精准|科学|合理|不断|坚持|全额|足额|及时|迅速|快速"
    r"|严格|依法|持续|加快|加紧|正在|正|全力|奋力|努力|进一步|免费|无偿|广泛|深度|更好|均衡|初步|共同|成功地|首次提前|还|更是|更|也|又|都|即|就|则|先后|陆续|相继|至少|可以|可|能够|将要"
    r"|整合资源|按照[^，]{2,8}?要求|[一每][年月天日周])+(?=.{3})"
)
# What a clause says of a measure before it comes to the number.
_LEADS = re.compile(
    r"(?<=..)(?:(?<!续)(?:连续|蝉联)[^，]{1,4}?[年月天季度次届]?|还?(?:未|没有|从未|尚未)|[而且并却又也跟各]|(?<![参给授])与|(?<![饱共总温缓调])和|(?<![普涉危遍触惠波])及|(?<![合协共认等])同|(?<![规原准])则|(?<![方粪])便|(?<![首成古])都|(?<!成)就|(?<![人英天])才|(?<![人户年亩平日月车])均|(?<!大)将|(?<![存所内潜现实])在|(?<![棉植])被|(?<![自理缘])由|(?<![位等关对])于|(?<![予加])以|(?:已|已经|累计|合计|共计|总计|总共|一共|分别|平均|目前|至今|大约|大概|大致|(?<![产功性节储动热电核智光势机职效技可])能够?)"
    r"|(?<!人[员均口])(?<!年)(?:增长|提高|下降)?(?:平均)?(?:达到|突破|超过|超过了|高达)|(?:增长|增速)(?=平均)|取得了?|必须|需要|支撑|不仅|甚至|竟然|居然|左右|[各全]$){1,3}$"
)
_GROWTH_LEFT = re.compile(r"(?<=[入出额值量资])(?:增长|提高|下降)平均(?:达到?|为)?$")
_OUTCOME = compile_quick(
    r"(?<=..)(?:落地见效|落地落实|落细落实|见行见效|落地生根|走深走实)$|(?<=[一-鿿]{4})(?:工作)?(?:[，、]?(?<![撤合兼归])并|且)(?![购轨网发存入列举处])[^，]{2,12}$"
)
# 粮食生产目标为播种面积: what is aimed at
_AIM_IS = compile_quick(
    r"(?<=..)(?:生产|发展|工作)?(?:预期)?(?:目标任务|目标|任务)(?:数)?(?:为|是)(?=..)|^(?:的)?目标任务(?:为|是)(?=..)"
)
# 种植以脆李、葡萄为主的小水果: what most of it is; the first 以 may have been cut off before
_MOSTLY = re.compile(
    r"(?:以|^)[^，；。以]{1,24}为(?:主导?|代表|核心|重点|龙头|支撑|引领|特色|主体|骨干|载体|依托|纽带)的(?=..)"
)
# 上级下达我县新建任务, 位于主会场的新能源项目投资: who set it, and where it is
_PLACED = re.compile(
    r"[一-鿿]{0,4}下达(?:给)?[我全][省市区县州镇乡]的?(?=[一-鿿]{4})|[一二三四五两十]年计划(?=[投新完实建改培])|(?:位于|坐落于|地处|落户于?)[^，；。的]{2,16}的(?=[一-鿿]{4})"
)
_PLACED_SIGNS = compile_quick("下达|年计划|位于|坐落|地处|落户")
# 乡里要再流转土地, 要加快推进重点项目建设
_TO_DO = re.compile(
    r"(?:[一-鿿]{0,4}[里们会])?(?:还|就|也)?要(?![素点求害闻道领紧客])(?:再|继续|加快推进|加快|大力|努力|全力推进)?(?=[一-鿿]{3})"
)
# 项目预计年产值
_EXPECTED = re.compile(r"(?<=项目|工程|企业|公司)预计(?:可?实现)?(?=[一-鿿]{2})")
_SUMMED = compile_quick(r"(?<=[一-鿿“”]{2})(?>累计|合计|总计|共计|一共)(?=[一-鿿]{2})")
_ENDS = frozenset(
    "概致能够年月天日季度次届未有与和及同跟而且并却则便又也都就才均将在被由从比于按以令该各已经计别前今约到破过达了得须要撑仅至然右全"
)


def settle(phrase: Phrase, *, leading: bool = False) -> Phrase:
    """The phrase without manner before its deed and without what only leads to the number.

    Args:
        leading: whether the number follows it right away.

    >>> text = "有力有效推进民生实事落地见效"
    >>> settle(Phrase(text, text)).text
    '推进民生实事'
    >>> text = "全面小康实现程度"
    >>> settle(Phrase(text, text)).text
    '全面小康实现程度'
    """
    if (manner := _MANNER.match(phrase.text)) and _is_deed(phrase.text, manner.end()):
        phrase = phrase[manner.end() :]
    if aim := _AIM_IS.search(phrase.text):
        phrase = phrase[: aim.start()] + phrase[aim.end() :]
    if "要" in phrase.text[:7] and (to_do := _TO_DO.match(phrase.text)):
        phrase = phrase[to_do.end() :]
    if phrase.text.startswith("估计") and len(phrase.text) > len("估计"):
        phrase = phrase[len("估计") :]
    if _PLACED_SIGNS.search(phrase.text) and (placed := _PLACED.match(phrase.text)):
        phrase = phrase[placed.end() :]
    if "为" in phrase.text and (mostly := _MOSTLY.search(phrase.text)):
        phrase = phrase[: mostly.start()] + phrase[mostly.end() :]
    if "预计" in phrase.text[2:] and (expected := _EXPECTED.search(phrase.text)):
        phrase = phrase[: expected.start()] + phrase[expected.end() :]
    if outcome := _OUTCOME.search(phrase.text):
        phrase = phrase[: outcome.start()]
    if leading and phrase.text[-1:] in _ENDS:
        for lead in (_GROWTH_LEFT, _LEADS):
            if found := lead.search(phrase.text):
                phrase = phrase[: found.start()]
    summed = _SUMMED.search(phrase.text)
    if summed and not trailing_noun().search(phrase.text[summed.end() :]):
        phrase = phrase[: summed.start()] + phrase[summed.end() :]
    return phrase


def drop_etc(phrase: Phrase) -> Phrase:
    """支持农场、合作社 of 支持农场、合作社等, where nothing says of what kind they are."""
    return phrase[:-1] if phrase.text.endswith("等") and "、" in phrase.text else phrase


def _is_deed(text: str, start: int) -> bool:
    return inner_deed().match(text, start) is not None
