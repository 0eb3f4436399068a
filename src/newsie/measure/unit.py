"""A number without a unit and what it measures in, with the unit that goes without saying out.

Surface forms::

    总投资26亿            元
    29.9万农业人口        人
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.values import Quantity

_MONEY = re.compile(
    r"(?:投资额?|资金|金额|产值|收入|税收|利润|销售额|成交额|营业额|贷款|补贴|经费|资本|损失)(?:达|共|约|近|超|为)?$"
)
_PEOPLE = re.compile(
    r"[一-鿿]{0,6}?(?:人口|群众|居民|村民|市民|农民|学生|师生|党员|团员|职工|游客|旅客|观众|残疾人|老人|儿童|妇女|青年"
    r"|移民|网民|民众|[一-鿿]农|教师|医护人员|工作人员|从业人员|志愿者)"
)
_FARMS = re.compile(r"[一-鿿]{0,4}(?:农|商|种植|养殖|贫困|脱贫|用)户")
_EARNED = re.compile(r"(?:[赚挣卖花省涨降]|价格?|收入|工资|增收)(?:了|去?到|去)?$")
_LARGE = 10000


def complete_unit(quantity: Quantity, noun: str, counted: str) -> Quantity:
    """The quantity with the unit that is not written.

    Args:
        noun: what stands before the number.
        counted: what stands behind it.
    """
    if quantity.unit == "块" and _EARNED.search(noun):
        return replace(quantity, unit="元")  # 多赚6万块
    if quantity.unit is not None or quantity.rank or quantity.value < _LARGE:
        return quantity
    if _FARMS.match(counted):
        return replace(quantity, unit="户")  # 8.9万种植户
    if _PEOPLE.match(counted):
        return replace(quantity, unit="人")
    if not counted and _MONEY.search(noun):
        return replace(quantity, unit="元")
    return quantity
