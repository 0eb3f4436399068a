"""A clause without numbers in, what those behind it may be of out: 粮食产量再创新高，达到5亿斤."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsie.measure.figure import Phrase
from newsie.measure.words import trailing_noun
from newsie.triggers import compile_quick

_TOPIC_END = compile_quick(r"[中上里]$|方面$")
_SIDE = compile_quick(r"^(?:从|分|按)[^，]{1,10}(?:看|划分|分)$")
# 春茶生产形势向好，产量为6万吨: what is grown, made or traded.
_GROWN = re.compile(
    r"((?![今去上本全各])(?:(?![今去]年)[一-鿿]){2,8}?)(?:[今去]年)?(?:生产|种植|养殖|收成|长势|采摘|收购|销售|产销)(?:形势|总体|整体|情况|市场|保持|稳|向|再|喜|获得?丰|取得|迎来)"
)
# 因地制宜发展香柚产业，种植面积2600亩: of what it is that a village goes in for.
_GONE_IN_FOR = re.compile(
    r"(?:发展|种植|栽[种植]|养殖|培育|引种|做[强大优]|壮大)(?:起|了|以)*(?:特色|优质|高山|生态|绿色|有机|富硒)*"
    r"((?!特色|优质|农业|产业|经济|传统)[一-鿿]{1,3}[茶柚橙桃梨菇菌耳薯椒瓜菜稻麦豆药蜂羊牛猪鸡鸭鹅鱼虾蟹花竹莲藕枣杏李柿橘柑葱蒜姜棉烟桑蚕芪参果莓栗杉菊荷])"
    r"(?:种植|养殖|栽培|特色)*(?:产业|基地)?(?:为主)?"
)
# What tells it: looked for first, as most clauses hold none of these.
_GROWING = re.compile("生产|种植|养殖|收成|长势|采摘|收购|销售|产销")
_PUBLISHED = re.compile(r"[^，“《]{0,8}?(?:发布|公布|出炉|揭晓|印发)的|(?:通报|公布|发布|揭晓)了")
# 他就开始|种植茶叶，如今发展到120亩
_BEGAN = re.compile(r"(?:[他她]们?|自己|我们?)(?:就|便|才|也|又|还)?(?:开始)?(?=[一-鿿]{3})")
_EACH_DIVISION = re.compile(
    r"(?:全[省市县区])?各(?:县市区|市县区|区县|县区|市县|乡镇|镇街|[省市县区镇乡村州])(?:的)?(?=..)"
)
# What a clause without numbers says of a measure: 粮食产量再创历史新高, 旅客发送量稳步增长.
_PREDICATE = compile_quick(
    r"(?:再|又|连续|首次)?(?:创下?(?:了|出|造)?[^，]{0,8}(?:新高|纪录|新低|佳绩)|稳[步中定]|持续|保持|较快|平稳|喜获丰收"
    r"|迈上|实现(?:新|较|稳|历史|连)|再上|大幅|明显|进一步|不断|继续|快速|止跌|由负转正|回升|走[强高]"
    r"|“?双(?:下降|上升|增长|提升|降|升|增)”?|出现在|发生在|增[长速]最|竞相|蓬勃|增势|有所|显著|小幅|(?:实现|迎来)“|实现[^，]{0,4}(?:增长|突破)"
    r"|(?:位?[居列]|排名?)(?:在|全[省市县区])?前|最[多高大快](?![一-鿿]{1,4}[量值力速温率深位])|(?:分别|依次)(?:[为是达]|$)).*$"
)


_SHARE = re.compile(r"..(?:占比|比重|比例|[一-鿿]率)$")  # 电气火灾占比最高，达38%


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause is about.

    Args:
        among: whether it says what the number behind it is among: 38个大类中，31个增长.
        told: whether it is a measure of which the clause tells how it went.
        led: whether it is a trade of which the clause tells how it went.
        grown: what is grown, made or traded, where the clause tells how that went.
    """

    phrase: Phrase = field(default_factory=Phrase)
    among: bool = False
    told: bool = False
    led: bool = False
    grown: Phrase = field(default_factory=Phrase)


def read_topic(phrase: Phrase) -> Topic:
    """The topic of a clause; an empty one where it only names a side (从产量看)."""
    if _SIDE.search(phrase.text):
        return Topic()
    end = _TOPIC_END.search(phrase.text)
    phrase = phrase[: end.start()] if end else phrase
    for before in (_PUBLISHED, _EACH_DIVISION):
        if said := before.match(phrase.text):
            phrase = phrase[said.end() :]
    if begun := _BEGAN.match(phrase.text):
        phrase = phrase[begun.end() :]
    grown = _GROWN.match(phrase.text) if _GROWING.search(phrase.text, 2) else None
    if (gone := _GONE_IN_FOR.search(phrase.text)) and gone.end() == len(phrase.text):
        return Topic(phrase, grown=phrase[gone.start(1) : gone.end(1)])
    if _PREDICATE.match(phrase.text):
        return Topic()  # 柳湾县、城东区实现较快增长，分别增长9.1%和8.7%: of what was told before
    told, whole = _PREDICATE.search(phrase.text, 2), phrase
    phrase = phrase[: told.start()] if told else phrase
    if told and phrase.text.endswith(("增速", "增幅")) and len(phrase.text) > 2:
        phrase = phrase[:-2]  # 零售总额增速最快的是甲县，增长12%
    measured = bool(told and (trailing_noun().search(phrase.text) or _SHARE.search(phrase.text)))
    led = bool(told and phrase.text.endswith(("产业", "行业", "制造业", "服务业", "农业", "工业")))
    return Topic(
        phrase, end is not None, measured, led, whole[: grown.end(1)] if grown else Phrase()
    )
