"""A list of names before a count in, what the count is of out: 举办路演、圆桌会等6场论坛."""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.words import inner_deed, leading_deed

_COMPRISING = re.compile(r"([^，、]{2,16}?)(?:项目|工程|企业|单位)?(?:包括|涵盖|涉及)")
# A place or a firm by its trade, not a deed: 加工园, 分布式.
_TRADE = re.compile("[园厂站区线路场式类型业]")
_LISTED = re.compile(r"(?:国家和)?(?:地区|国家|省份|城市|区县|方面|部门|单位|举措|措施|环节|领域)")
_COMPRISED = re.compile(r"涵盖|涉及|包括|覆盖|囊括|涵括|来自")


def listed_verb(noun: Phrase) -> Phrase:
    """举办 of 举办路演、圆桌会等, where what the list is of is counted behind it: 6场论坛."""
    if not noun.text.endswith("等"):
        return noun
    if whole := _COMPRISING.match(noun.text):
        return noun[: whole.end(1)]  # 开工的项目 of 开工的项目包括学校、医院等
    verb = inner_deed().search(noun.text)
    if verb is None or _TRADE.match(noun.text, verb.end()) or noun.text[verb.end()] in "、等":
        return Phrase()
    if "、" in noun.text[: verb.start()]:
        return Phrase()
    deeds = leading_deed().match(noun.text, verb.start())  # 走访慰问甲、乙等6个村
    return noun[verb.start() : max(verb.end(), deeds.end() if deeds else 0)]


def only_lists(noun: Phrase, counted: Phrase) -> bool:
    """Whether a number only says how long a list of names is: 甲区、乙县等89个地区."""
    lead = leading_deed().match(noun.text)
    done = bool(lead and len(lead[0]) > 1 and not _COMPRISED.match(noun.text))
    named = noun.text.endswith("等") and not done
    return named and bool(_LISTED.fullmatch(counted.text))
