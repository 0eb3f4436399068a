"""位次: ranks → quantities of the unit 位: 第3位, 居全市第二, 列首位, 跻身前十 (le)."""

from __future__ import annotations

import re

from newsie.article import Mention
from newsie.number import plain, read_numeral
from newsie.values import Quantity

_RANKED = re.compile(
    r"居|列|位|排|占|跃|升|全[国省市区县州球]|世界|亚洲|行业|总量|增速|考核|综合|得分|保持|跻身|进入|百强"
)
_SENTENCE_END = re.compile(r"[。；\n]")
# 居前三位的是甲县5.2亿元、乙县4亿元: what the list is sorted by.
_LISTS = re.compile(r"的(?:依次|分别)?(?:是|为|有|依次|分别)")
_CLOSED = re.compile(r"[，。；、：！？）”\n ]|和|及|与|的|$|行列|方阵以")


_PLACE_OF = {"大": "第", "强": "前"}  # 第一大贸易伙伴, 前十强


def read_rank(text: str, match: re.Match[str], strict: bool) -> Mention | None:
    """A rank, where `strict` in a clause that ranks (居, 列, 排, 全国, …) and at its end."""
    if (strict and not _ranks(text, match)) or _LISTS.match(text, match.end()):
        return None
    place = match["place"]
    if match["top"]:
        return Mention("quantity", match.start(), match.end(), Quantity(1, "位", rank=True))
    order, lead = read_numeral(match["order"]), match["ordinal"][0]
    if not order or lead != _PLACE_OF.get(place, lead) or (lead == "前" and order == 1):
        return None
    rank = Quantity(plain(order), "位", "le" if lead == "前" else "eq", rank=True)
    return Mention("quantity", match.start(), match.end(), rank)


def _ranks(text: str, match: re.Match[str]) -> bool:
    clause = _SENTENCE_END.split(text[max(0, match.start() - 12) : match.start()])[-1]
    closed = match["place"] == "大" or _CLOSED.match(text[match.end() : match.end() + 3])
    return bool(closed) and _RANKED.search(clause) is not None
