"""位次: ranks → quantities of the unit 位: 第3位, 居全市第二, 列首位, 跻身前十 (le)."""

from __future__ import annotations

import re

from newsie.article import Mention
from newsie.mentions.number import plain, read_numeral
from newsie.values import Quantity

_RANKED = re.compile(
    r"居|列|位|排|占|跃|升|全[国省市区县州球]|世界|亚洲|行业|总量|增速|考核|综合|得分|保持|跻身|进入|百强"
)
_CLOSED = re.compile(r"[，。；、：！？）”\n ]|和|及|与|的|$|行列|方阵以")


def read_rank(text: str, match: re.Match[str], strict: bool) -> Mention | None:
    start, end = match.span()
    before = text[max(0, start - 12) : start]
    before = re.split(r"[。；\n]", before)[-1]
    if not _RANKED.search(before) or not _CLOSED.match(text[end : end + 3]):
        return None
    if match["top"]:
        return Mention("quantity", start, end, Quantity(1, "位", rank=True))
    order = read_numeral(match["order"])
    if order is None or order == 0:
        return None
    comparator = "le" if match["ordinal"][0] == "前" else "eq"
    if comparator == "le" and match["order"] in ("一", "1"):
        return None
    return Mention("quantity", start, end, Quantity(plain(order), "位", comparator, rank=True))
