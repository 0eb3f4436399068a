"""Promises in, the same promises out: which is what is counted on, which is what is hoped for.

Surface forms::

    增长5%左右，在实际工作中争取更好结果     base, and stretch without a number
    增长6%以上、力争7%  确保200亿元，冲刺220亿元     base and stretch
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsie.measure.pledge import Promise, Tier

_HOPED = re.compile(r"力争|争取|冲刺|奋力|奋斗目标|挑战目标|跳起摸高")
_BETTER = re.compile(r"更[好高快优多大]|好于|超额")
# Behind a number, whether or not it makes a record of its own.
_STILL_BETTER = re.compile(
    r"[，、,；]?(?:(?:在?实际)?(?:工作|执行|落实)[^，；。]{0,4}，?)?(?:努力|尽力|全力|奋力)*"
    r"(?:争取|力争|实现)[^，；。]{0,6}?(?:更[好高快优多大]|好于)"
)
_APART = re.compile(r"[；。\n]")
_NEARBY = 24


def tell_tiers(text: str, promises: Sequence[Promise]) -> list[Promise]:
    """The promises, in reading order, with `tier` where one is hoped for beyond another.

    Args:
        text: the passage's text.
    """
    tiers: list[Tier | None] = [None] * len(promises)
    for i, promise in enumerate(promises):
        if promise.figure and _STILL_BETTER.match(text, promise.goal.end):
            tiers[i] = "base"
    for i, (first, second) in enumerate(pairwise(promises)):
        if _is_beyond(text, first, second):
            tiers[i] = tiers[i] or "base"
            tiers[i + 1] = "stretch"
    return [
        promise if tier is None else replace(promise, tier=tier)
        for promise, tier in zip(promises, tiers, strict=True)
    ]


def _is_beyond(text: str, first: Promise, second: Promise) -> bool:
    """Whether the second is hoped for where the first is counted on."""
    base, hoped = first.figure, second.figure
    if base is None:
        return False
    if hoped is None:
        between = text[first.goal.end : second.goal.end]
        return len(between) <= _NEARBY + _NEARBY and bool(
            _HOPED.search(between) and _BETTER.search(between) and not _APART.search(between)
        )
    between = text[base.mention.end : hoped.mention.start]
    if len(between) > _NEARBY or _APART.search(between) or not _HOPED.search(between):
        return False
    alike = (base.quantity.unit, base.aspect) == (hoped.quantity.unit, hoped.aspect)
    return alike and base.indicator.text == hoped.indicator.text
