"""A list of names before a count in, what the count is of out: 举办路演、圆桌会等6场论坛."""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.words import inner_deed, leading_deed
from newsie.values import Number

_COMPRISING = re.compile(r"([^，、]{2,16}?)(?:项目|工程|企业|单位)?(?:包括|涵盖|涉及)")
# A place or a firm by its trade, not a deed: 加工园, 分布式.
_TRADE = re.compile("[园厂站区线路场式类型业]")
_EXAMPLES = re.compile(
    r"[^，。；、的]{2,24}(?:、[^，。；、]{2,24}){1,9}?等(?!级|次)([地处](?![区块方理置]))?(?=.{2}|$)"
)
_COMPRISED_OF = re.compile(r"([^，、]{2,16}?)(?:包括|涵盖|涉及)")
_AT_ONCE = re.compile("集中|现场|正式|新")
_BETWEEN = re.compile(r"、|和|及|与|以及")
# 产品销往北京、天津等12个省市
_SOLD = re.compile(
    r"[^，、]{0,8}?(?:销往|远销|畅销|热销|行销|销售[到至]|出口[到至]|辐射)(?:到|至|往)?"
)
_STARTED = re.compile(
    r"推[动进]|开发|搭建|改造|打造|建设|打通|设立|涉及|覆盖|推出|开设|成立|组建|选取|联合|整合"
)
_PAIR = 2
_SAYS = 3  # characters of a kind that says what is counted
_GENERAL = re.compile(r"(?:活动|服务|工作|问题|措施|方面|内容)$|的")
_LISTED = re.compile(r"(?:国家和)?(?:地区|国家|省份|城市|区县|方面|部门|单位|举措|措施|环节|领域)")
_COMPRISED = re.compile(r"涵盖|涉及|包括|覆盖|囊括|涵括|来自")


def listed_verb(noun: Phrase) -> Phrase:
    """举办 of 举办路演、圆桌会等, where what the list is of is counted behind it: 6场论坛."""
    if noun.text.endswith(("包括", "包含")):
        deed = inner_deed().search(noun.text)  # 捐赠的物资包括20套桌椅
        return noun[deed.start() : deed.end()] if deed else Phrase()
    if not noun.text.endswith("等"):
        return noun
    if whole := _COMPRISING.match(noun.text):
        return noun[: whole.end(1)]  # 开工的项目 of 开工的项目包括学校、医院等
    if sold := _SOLD.match(noun.text):
        return noun[: sold.end()]
    verb = inner_deed().search(noun.text)
    if verb is None or _TRADE.match(noun.text, verb.end()) or noun.text[verb.end()] in "、等":
        return Phrase()
    if "、" in noun.text[: verb.start()]:
        return Phrase()
    deeds = leading_deed().match(noun.text, verb.start())  # 走访慰问甲、乙等6个村
    if _AT_ONCE.fullmatch(noun.text, 0, verb.start()):
        return noun[: verb.end()]  # 集中开工的甲、乙等6个项目
    return noun[verb.start() : max(verb.end(), deeds.end() if deeds else 0)]


def drop_examples(noun: Phrase) -> Phrase:
    """改造道路堵点 of 改造甲路、乙街等道路堵点, 竣工项目 of 竣工项目包括甲厂、乙园等.

    >>> text = "改造东门市场、西桥至南站等道路堵点"
    >>> drop_examples(Phrase(text, text)).text
    '改造道路堵点'
    """
    listed = _EXAMPLES.search(noun.text)
    if listed is None:
        return noun
    head, kind = noun[: listed.start()], noun[listed.end() :]
    says = len(kind.text) >= _SAYS or listed[1]  # 甲镇、乙村等地冷库
    if kind and (not says or _GENERAL.search(kind.text)):
        return noun
    if not kind:
        whole = _COMPRISED_OF.match(noun.text)
        return noun[: whole.end(1)] if whole else noun
    if deed := leading_deed().match(noun.text) or _STARTED.match(noun.text):
        return noun[: deed.end()] + kind
    return noun if head else kind


def drop_counted_names(noun: Phrase, value: Number) -> Phrase:
    """推动 of 推动甲村、乙村, where that is as many names as are counted behind it: 2个试点.

    >>> text = "推动大河村、小山村"
    >>> [drop_counted_names(Phrase(text, text), value).text for value in (2, 5)]
    ['推动', '推动大河村、小山村']
    """
    items = [item for item in _BETWEEN.split(noun.text) if item]
    if len(items) < _PAIR or len(items) != value or noun.text.endswith("的"):
        return noun
    if all(leading_deed().fullmatch(item) for item in items[:-1]):
        return noun  # 新建、改建
    deed = leading_deed().match(noun.text) or _STARTED.match(noun.text)
    return noun[: deed.end()] if deed else Phrase()


def only_lists(noun: Phrase, counted: Phrase) -> bool:
    """Whether a number only says how long a list of names is: 甲区、乙县等89个地区."""
    lead = leading_deed().match(noun.text)
    done = bool(lead and len(lead[0]) > 1 and not _COMPRISED.match(noun.text))
    named = noun.text.endswith("等") and not done and not _SOLD.match(noun.text)
    return named and bool(_LISTED.fullmatch(counted.text))
