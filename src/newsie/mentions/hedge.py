"""Hedges: the words around a number that say how it bounds the value.

Before the number::

    超 超过 突破 逾 破 高于 多于 大于 过 不止  gt
    不低于 不少于 不下 至少 最少 上（上百家） ge
    低于 少于 小于 不到 不足 未满 不及        lt
    不超过 不高于 不多于 至多 最多 控制在     le
    约 大约 近 将近 接近 差不多              approx

Inside it or after it::

    多 余 几 出头 有余 开外 强（三分之一强）   gt
    以上 及以上 （含）以上                    ge
    弱                                       lt
    以下 以内 之内                           le
    左右 上下 来                             approx
"""

from __future__ import annotations

import re
from fractions import Fraction

from newsie.article import Mention
from newsie.number import plain
from newsie.triggers import compile_quick
from newsie.values import Comparator, Quantity

BEFORE: dict[str, Comparator] = {
    "超过": "gt", "突破": "gt", "超": "gt", "逾": "gt", "破": "gt", "高于": "gt", "多于": "gt",
    "大于": "gt", "超出": "gt", "不低于": "ge", "不少于": "ge", "至少": "ge", "不小于": "ge",
    "低于": "lt", "少于": "lt", "小于": "lt", "不到": "lt", "不足": "lt", "不满": "lt",
    "未满": "lt", "未达": "lt", "不及": "lt", "不止": "gt", "未超过": "le", "差不多": "approx",
    "不超过": "le", "不高于": "le", "不多于": "le", "不大于": "le", "至多": "le",
    "约": "approx", "大约": "approx", "近": "approx", "将近": "approx", "接近": "approx",
    "约为": "approx", "约占": "approx", "约有": "approx", "约需": "approx", "约合": "approx",
    "最少": "ge", "起码": "ge", "不下": "ge", "不下于": "ge", "最多": "le",
    "大概": "approx", "过": "gt", "上": "ge", ">": "gt", "≥": "ge", "<": "lt", "≤": "le",
}  # fmt: skip
AFTER: dict[str, Comparator] = {
    "多": "gt", "余": "gt", "几": "gt", "以上": "ge", "以下": "le", "以内": "le", "之内": "le",
    "内": "le", "左右": "approx", "上下": "approx", "来": "approx", "还多": "gt", "强": "gt",
    "弱": "lt", "出头": "gt", "有余": "gt", "开外": "gt", "+": "gt",
}  # fmt: skip

# Right before a number, 近 of 附近 and 约 of 签约 hedge nothing.
_WORDS = (
    r"(?:[不未]超过|不高于|不多于|不大于|不低于|不少于|不小于|大约|约[为占有需合]|大概|将近|(?<!直)接近"
    r"|超[过出]|突破|高于|多于|大于|[至最][少多]|起码|不下于?|低于|少于|小于|不[到足满止]|未[满达]|(?<!来)不及|差不多|(?<![赶反高])超|逾"
    r"|(?<![打击爆攻突侦])破|(?<![附最邻靠远临亲就贴])近"
    r"|(?<![节签预条履违公合集制解邀租契盟缔失爽])约|[<>≤≥]) ?"
)
# 过 and 上 hedge round numbers only: 过200亿元, 过九成, 上百家; not 走过3次, 网上5家.
_ROUND = re.compile(
    r"(?<![超通经不越度胜])过"
    r"(?=[\d.,零一二两三四五六七八九]*[十百千万亿]|[一二三四五六七八九]成|半)"
    r"|(?<![以线网])上(?=[百千万亿])"
)
_BEFORE = compile_quick(_WORDS + "$")
_LEADING = re.compile(_WORDS)
_KEPT_WITHIN = re.compile(r"控制在(?:了)? ?$")
_INCLUDED = re.compile(r"^(?:及|含|（含）)")  # 60岁及以上
_LONGEST = 5
# What a hedge before a number can end with: nearly always something else stands there. A line
# break is among them, as `$` looks past it.
_LAST = frozenset("过多于大小约为占有需合概近出破超少码下到足满达及止逾上在了<>≤≥ \n")


def hedge_before(text: str, start: int) -> tuple[int, str | None, Comparator]:
    """Where the quantity at `start` starts with its hedge, the hedge, and the comparator.

    控制在 bounds the value but stays outside the span, being the verb of its clause.

    >>> hedge_before("面积超过3亩", 4), hedge_before("附近3家", 2), hedge_before("控制在5%", 3)
    ((2, '超过', 'gt'), (2, None, 'eq'), (3, '控制在', 'le'))
    """
    if text[start - 1 : start] not in _LAST:
        return start, None, "eq"
    window = text[max(0, start - _LONGEST) : start]
    if text[start - 1 : start] in ("过", "上") and (round_number := _ROUND.match(text, start - 1)):
        return start - 1, round_number[0], BEFORE[round_number[0]]
    if found := _BEFORE.search(window):
        hedge = found[0].rstrip()
        return start - len(found[0]), hedge, BEFORE[hedge]
    if _KEPT_WITHIN.search(window):
        return start, "控制在", "le"
    return start, None, "eq"


def leading_hedge(text: str) -> int:
    """How many characters the hedge at the start of a text takes, with the blank behind it.

    >>> leading_hedge("超过3亩"), leading_hedge("上百家"), leading_hedge("近零下5度")
    (2, 1, 1)
    """
    found = _LEADING.match(text) or _ROUND.match(text)
    return found.end() if found else 0


def hedged_mention(
    text: str,
    start: int,
    end: int,
    value: Fraction,
    unit: str | None,
    after: str | None = None,
    value_max: Fraction | None = None,
    *,
    share: bool = False,
    ceiling: Fraction | None = None,
) -> Mention:
    """Put a value and the hedges around it together; one before the number wins."""
    begin, hedge, comparator = hedge_before(text, start)
    if after and hedge in (None, "控制在"):
        hedge = _INCLUDED.sub("", after.strip())
        comparator = AFTER[hedge]
    if value_max is not None:
        comparator = "range"
    quantity = Quantity(
        value=plain(value),
        unit=unit,
        comparator=comparator,
        value_max=None if value_max is None else plain(value_max),
        hedge=hedge,
        share=share,
        ceiling=None if ceiling is None else plain(ceiling),
    )
    return Mention("quantity", begin, end, quantity)
