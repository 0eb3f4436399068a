"""Phrases beside numbers in, those that share the verb of the list before with it out.

新增学位800个、床位60张                  新增床位
出动警力500人次，车辆100台次             出动车辆
日均投入警力420人次、车辆110台次         日均投入车辆
栽植乔木2000株，灌木3000株               栽植灌木
下拨救灾款160万元、大米45吨              下拨大米
"""

from __future__ import annotations

import re

from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase
from newsie.measure.thing import is_product
from newsie.measure.whole import Amount, Whole
from newsie.measure.words import inner_deed, leading_deed, unit_kind

# What goes on over a comma, and what is given or planted, one kind after another.
_SHARED_DEEDS = frozenset(("出动", "办理", "查处"))
_SENT_OUT = frozenset("人名台辆艘架只条支班组套批") | frozenset(
    (
        "人次",
        "台次",
        "辆次",
        "辆（次）",
        "台（次）",
        "车次",
        "架次",
        "艘次",
        "台套",
        "艘（次）",
        "批次",
    )
)
# Who and what is sent out.
_FORCES = re.compile(
    r"^[^，。]{0,8}(?:警力|民警|辅警|警察|车|车辆|船|船只|舰|艇|机|机械|挖机|机具|队伍?|分队|人员|人力|人手|人|队员|力量|设备|装备|器械|警犬|犬|志愿者|干部|兵力|官兵|消防员|党员|群众|职工|民兵|泵|台套)$"
)
_GIVEN_OUT = frozenset(("投入", "发放", "栽植", "栽种", "购置", "配备", "捐赠", "赠送", "送去"))
_OFTEN = re.compile("(?:日|月|年|季|周)均|每[日天月年]|年(?=减少|增加|生产|加工|处理|出栏|培训)")


_RAISED = re.compile(
    r"(?:新?发展|推广)(?=[一-鿿]{2,8}$)(?!..(?:速度|水平|规模|指数|资金|对象|会员|用户))"
)


_WORK_DONE = re.compile(r"[一-鿿]{2}(?:改造|整治|治理|加固|修缮|维修|硬化|绿化|亮化)$")


# 新建冷库5座、库容6万立方米: how large what was told of is, and no thing of its own.
_SIZE = re.compile("(?:面积|库容|容量|里程|长度?|宽度?|高度?|深度?|重量?|体积|规模|能力)$")


class SharedVerb:
    """The verb that the items of a list share: 新增 of 新增学位800个、床位60张."""

    def __init__(self) -> None:
        self._verb = Phrase()

    def start_sentence(self) -> None:
        """Forget the sentence before."""
        self._verb = Phrase()

    def share(
        self,
        clause: Clause,
        phrase: Phrase,
        amount: Amount,
        last: Phrase,
        whole: Whole,
        *,
        plain: bool,
    ) -> Phrase:
        """The phrase with the verb of the list before it, where it has none of its own.

        Args:
            last: what the number before measured.
            whole: of what parts are told.
            plain: whether nothing but the phrase introduces the number.
        """
        if raised := _RAISED.match(phrase.text):
            self._verb = phrase[: raised.end()]
            return phrase
        often = _OFTEN.match(phrase.text)
        if verb := leading_deed().match(phrase.text, often.end() if often else 0):
            return self._keep(phrase, verb)
        if self._verb and self._verb.text in phrase.text:
            return phrase  # 签约项目6个、云签约项目3个
        unit, same = amount.unit, amount.unit == amount.last_unit
        alike = plain and same and clause.opening in ("，", ",")
        if alike and self._verb.text in _GIVEN_OUT and is_product(phrase.text):
            return self._verb + phrase
        beside = clause.opening == "、" or self._goes_on(phrase.text, unit)
        if not beside and alike:
            beside = whole.is_part(phrase, unit, amount.value, last)
        goods = clause.opening == "、" and unit_kind(unit) == "measure" and _is_goods(phrase.text)
        counted = same or unit_kind(unit) == "count" or phrase.text == "资金" or goods
        counts = unit != "%" and counted
        done = _WORK_DONE.search(phrase.text) and leading_deed().match(self._verb.text)
        if done and self._verb.text.startswith("新"):
            return phrase  # 新建公路12公里、危桥改造3座
        if beside and clause.opening in ("、", "，", ",") and self._verb and counts:
            return self._verb + phrase
        if not beside:
            self._verb = Phrase()
        return phrase

    def _keep(self, phrase: Phrase, verb: re.Match[str]) -> Phrase:
        """Keep the verb of a phrase, which comes out without 了."""
        self._verb = phrase[: verb.end() - verb[0].endswith("了")]
        if verb.end() == len(phrase.text):
            self._verb = Phrase()
            return phrase
        return self._verb + phrase[verb.end() :] if verb[0].endswith("了") else phrase

    def _goes_on(self, text: str, unit: str | None) -> bool:
        """Whether what is told of goes on over a comma: 出动, of people and vehicles alone."""
        if self._verb.text not in _SHARED_DEEDS or inner_deed().search(text):
            return False
        if self._verb.text != "出动":
            return unit_kind(unit) == "count"  # 查处案件6起，罚没款86万元
        return unit in _SENT_OUT and bool(_FORCES.search(text))


def _is_goods(text: str) -> bool:
    return is_product(text) and _SIZE.search(text) is None
