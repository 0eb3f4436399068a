"""A number in a marked sentence in, the firm out whose project it is the cost of, else None.

Surface forms::

    总投资3亿元的远帆公司轴承项目          远帆公司
    投资约5000万元的启航集团二期工程       启航集团
    投资3亿元的城区道路改造项目            none
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.clause import ORGANISATION
from newsie.measure.named import name_body

_COST = re.compile(
    rf"(?:以上|左右)?的(?:[^，；。、{ORGANISATION}]{{0,8}}?)([{ORGANISATION}])"
    r"[^，；。]{0,50}?(?:项目|工程|基地|生产线|厂房|产业园)"
)
_INVESTED = re.compile(r"(?:投资额?|投入|耗资|斥资)[^，；。\ue001]{0,4}$")
_FIRM = re.compile(r"(?:公司|集团|厂|合作社)$")
_BEFORE = 10  # characters


def find_builder(sentence: Sentence, position: int) -> str | None:
    """The firm whose project cost so much.

    Args:
        position: of the number in the marked sentence.
    """
    marked = sentence.marked
    found = _COST.match(marked, position + 1)
    if found is None or not _INVESTED.search(marked, max(0, position - _BEFORE), position):
        return None
    mention = sentence.mention_at(found.start(1))
    name = name_body(mention.value.name) if mention is not None else None
    return name if name and _FIRM.search(name) else None
