"""An amount with but a verb before it in, what it is an amount of out, where that is said behind.

安排3亿元专项资金          专项资金
种植500亩水稻              水稻
覆盖90%的乡镇              乡镇
给农户带来6万元的收入    收入
承包80亩坡地种植花椒      坡地
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.pare import PASSED
from newsie.measure.words import acting_deed, leading_deed, unit_kind
from newsie.triggers import compile_quick
from newsie.values import Quantity

_SPENT = re.compile(
    r"的?((?:[一-鿿“”]{0,14}?(?:资金|经费|补贴|补助|贷款|专款|债券|款|基金|红利|救助金|慰问金|补偿金|奖金|奖学金|助学金|救济金|物资|收入|收益|租金|资金池|券|红包|授信|信贷|税费|奖励|担保|赔偿|礼包|积蓄)"
    r"|(?!采购|购[买置]|改造|建设|更新|生产|研发|开发|引进|添置)[一-鿿“”]{0,14}?(?:订单|股权|物品|药品|设备|农资|产品))(?=[，；。：、）]|以及|[和及与]|用于|专项|支持|投入"
    r"|(?<=资金|经费|专款|积蓄)(?:扶持|奖励|奖补|补贴|补助|帮助|资助|推进|发展|建设|新建|改造|修|购|助力|[来为对给])|回到|返乡|$))"
)
_OBTAINED = re.compile("(争取)[到了]?$")  # no aim: 争取到3亿元专项资金
# 完成40公里道路改造, 种植500亩水稻.
_WORKED = re.compile(
    r"(?:多?长的|的(?![目任计速质]))?((?![的后内里中上下左起前以]|地的)(?:(?:[一-鿿“”]|（[^（）]{1,8}）){2,16}?|[一-鿿]{0,8}\ue004))(?:(?:建设)?任务)?(?=[，；。：、（]|$|(?:以及|[和及与])\ue001)"
)
# 完成了2.6万亿的投资.
_INVESTED = re.compile(r"的?((?:[一-鿿]{2,8})?(?:投资|产值|交易额|销售额|营收))(?=[，；。、]|$)")
# 贫困人口100%参加医疗保险
_JOINED_IN = re.compile(
    r"(?:都|均|已|全部)?((?:达标|合格|(?:无害化|资源化|安全)处[理置]|入学|落实|(?:整改|配套)?到位|全?覆盖|办结|整改(?:完成)?|资助|脱贫|开工|复工)"
    r"|(?:用于|投入|投向|投到|参加|参与|享受|纳入|签订|接入|安装|实现|使用|采用|配备|持有|拥有)了?(?!增|正)[^，。；、\ue001]{2,16})(?=[，。；、])"
)
# 覆盖近90%的乡镇
_REACHED = re.compile(r"以?上?的?([一-鿿]{2,8})(?=[，。；])")
_REACHING = compile_quick(
    "(?:覆盖|惠及|带动|辐射|集聚|聚集|占领|占据|承担)了?(?:[全我][国省市县区镇乡村州]|[一-鿿]{1,6}[省市县区镇乡村州])?$"
)
# 年产36万吨饲料的生产能力
_YEARLY = re.compile(r"(?:年|日|月|每年)可?(?:生产|加工|处理|消纳|出栏|生产加工|产销?|提供|供应)$")
_MADE = re.compile(
    r"(?:的)?([一-鿿]{2,14}?)(?=(?:的)?(?:生产|加工|处理)?(?:能力|规模|产能|项目)?(?:[，。；、]|$))"
)
_NEED = re.compile(r"的?([一-鿿]{0,14}?(?:需求|需要|用水|用电|用气))(?=[，。；、]|$)")
_MEETING = re.compile("满足了?(?:[全我][国省市县区镇乡村州])?$")
_RAISING = frozenset(("发展", "推广", "带动发展"))
# 承包80亩坡地种植花椒: what the land is taken for is another deed.
_TENDING = ("承包", "流转", "租种", "租下", "承租", "管护", "经营", "耕种", "打理")
_LAND = re.compile(
    r"的?([一-鿿]{0,6}?(?:耕地|土地|荒[山地坡]|[山坡][地林]|旱地|林地|水田|稻田|农田|水面|鱼塘|大棚|[果茶柚橘桃梨枣椒菜竹][园地林]|园[区地]|撂荒地))"
    r"(?=人工|种|养|栽|搞|用[于来]|发展|建|开|从事|，|。|；|$)"
)
# 大棚一年有2万元左右利润, 给农户带来6万余元的收入
_YIELD = re.compile(
    r"的?((?:经济|务工|工资性|家庭|额外|纯|净|年)*(?:收入|收益|利润|租金|工钱|工资|报酬|分红|毛利|效益))(?=[，。；！”]|$)"
)
_YIELDING = re.compile(
    r"(?:可以?|能够?|就|还|便)*(?:(?:[给为][^，]{1,8})?(?:带来|创造|增加)|得到|拿到|领到|分得|获得|[得领赚挣拿有]|(?<=..)(?:还|也|可以?|能够?)+)了?$"
)
_HAS = ("有", "得", "得到", "拿到", "领到", "达", "近", "了", "增加")


def read_spent(
    article: Article,
    sentence: Sentence,
    position: int,
    right: int,
    quantity: Quantity,
    noun: Phrase,
) -> tuple[Phrase, bool]:
    """What an amount is of, and whether what is said behind it is of no other number.

    Args:
        noun: what stands before the number.
    """
    marked, kind, behind = sentence.marked, unit_kind(quantity.unit), position + 1

    def cut(found: re.Match[str] | None) -> Phrase:
        return cut_phrase(article, sentence, *found.span(1)) if found else Phrase()

    done = not noun and marked[:position].endswith(("完成", "完成了", "和", "以及"))
    done = done or noun.text in _RAISING
    need = _NEED.match(marked, behind, right)
    if need and _MEETING.search(noun.text):
        return cut(need), False
    if kind == "measure" and noun.text.endswith(_TENDING) and (land := _LAND.match(marked, behind)):
        return cut(land), False
    if kind == "measure" and _YEARLY.search(noun.text) and (made := _MADE.match(marked, behind)):
        return cut(made), False
    if kind == "measure" and (done or leading_deed().fullmatch(noun.text) or _acts_last(noun)):
        work = _WORKED.match(marked, behind, right + 1)
        tended = cut(work)
        passed = PASSED.search(tended.text, 2)  # 种植3亩西瓜长势喜人
        tended = tended[: passed.start()] if passed else tended
        return tended, work is not None and work.end() < right
    if not noun and marked[:position].endswith(("完成", "完成了")):
        return cut(_INVESTED.match(marked, behind, right)), False
    if kind == "ratio" and noun and (joined := _JOINED_IN.match(marked, behind)):
        return cut(joined), False
    if (
        kind == "ratio"
        and _REACHING.search(noun.text)
        and (all_of := _REACHED.match(marked, behind))
    ):
        return cut(all_of), False
    if kind != "currency":
        return Phrase(), False
    return _read_money(article, sentence, position, right, noun), False


def drop_yielding(noun: Phrase, spent: Phrase) -> Phrase:
    """黄桃 of 黄桃给农户带来, where what it brings has been said: 收入."""
    yielding = _YIELDING.search(noun.text) if _YIELD.fullmatch(spent.text) else None
    return noun[: yielding.start()] if yielding else noun


def _acts_last(noun: Phrase) -> bool:
    """Whether a phrase ends with a verb that wants its object: 企业捐出."""
    return any(deed.end() == len(noun.text) for deed in acting_deed().finditer(noun.text))


def _read_money(
    article: Article, sentence: Sentence, position: int, right: int, noun: Phrase
) -> Phrase:
    marked, behind = sentence.marked, position + 1
    got = None if noun else _OBTAINED.search(marked, 0, position)
    had = marked[:position].endswith(_HAS) or _YIELDING.search(noun.text)
    if had and (earned := _YIELD.match(marked, behind, right + 1)):
        return cut_phrase(article, sentence, *earned.span(1))
    deed = got is not None or leading_deed().fullmatch(noun.text) or _acts_last(noun)
    deed = deed or (not noun and marked[:position].endswith(("和", "及")))
    if not deed and not noun.text.endswith(("项目", "工程")):
        return Phrase()
    found = _SPENT.match(marked, behind, right)
    if found is None or leading_deed().match(found[1]):
        return Phrase()  # 投入3亿元改造校舍，获得资金…: another deed
    spent = cut_phrase(article, sentence, *found.span(1))
    return cut_phrase(article, sentence, *got.span(1)) + spent if got else spent
