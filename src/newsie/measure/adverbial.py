"""A phrase in, the same without who acts and for whom, where or how, its deed first, out.

Surface forms::

    向区委办和市教育局报送信息            报送信息
    在原农科所地段流转土地并建成果园      建成果园
    部门、单位为农民送去年画              送去年画
    各调研组累计形成调研报告              形成调研报告
    对市的综合贡献                        as it is: no deed
    在建项目                              as it is
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.measure.figure import Phrase
from newsie.measure.words import acting_deed, leading_deed
from newsie.triggers import compile_quick

# For whom, where and with what; not 对外, 从业, 在建, 以军.
_PREPOSED = re.compile(
    r"向上|[向替](?!阳)|为(?![民主期])|给(?!予|排|水)|帮助?(?!扶)|从(?!业)|按照?(?!揭)|以(?![军方旧色来及上下内外])|针对|围绕|依托|利用|借助|立足|面向|沿(?![海江线途路袭用])|赴(?!任)|通过(?![率量])"
    r"|[将把]|在(?!线|建|校|岗|职|册|编|园|读|营|研|产|售|役|运|韩|野|场)|对(?![外口接手])"
)
# Those for whom something is done, before any deed: 为群众义诊, 给适龄女生接种.
_FOR = re.compile(
    r"(?:为|给|向|对)(?:[一-鿿]{0,8}?)(?:群众|居民|村民|市民|老人|老年人|学生|女生|师生|儿童|妇女|女性|患者|农户|商户|户|企业|职工|工人|党员|青年|残疾人|困难家庭|人群|环卫工|快递员|人员|游客|考生)(?:们)?(?:免费|上门|无偿|现场|集中|累计|共|直接)*"
)
_BODY = re.compile(
    r"(?:委员会|公安局|[局厅委办部](?![门队署])|公司|集团(?!军)|单位|部门|机关|系统|组|[^军舰车团]队|政府|银行|协会|商会|联合会|工会|妇联|社区"
    r"|派出所|中心|会议|大会|全会|志愿者|干警|民警|警方|各地)"
)
# What those end with.
_BODY_SIGNS = frozenset("会局厅委办部司团位门关统组队府行协工妇联区所心议者警方地")
_HOW = re.compile(
    r"(?>累计|先后|集中|联合|统一|还|已经?|共(?![享建])|首次|再次|陆续|紧急|迅速|全力|组织|同步|今年|正|又|也|均|都|依法|现场|当日|连夜|及时"
    r"|主动|积极|每[年月天日]|近[年日]来?|近期|过去[^，]{1,3}[天周日月年夜]|一夜之间|无偿|免费|为此|累积|总共|一共|直接|间接|广泛|大力){1,4}"
)
_TIMES = compile_quick(
    r"(?:过去(?:的)?[一两三几半]?个?多?(?:[天年月周日夜]|昼夜|小时){1,2}[里内间]?|鼎盛时期|一夜之间|期间内?)"
)
_RELIEVED = ("减税", "减负", "让利", "减免", "降低", "节约", "节省")
_SHORTEST_NAME = 2


@lru_cache
def _led_deeds() -> re.Pattern[str]:
    """Verbs that adverbials lead to: those that stand in no noun, and those of building."""
    return re.compile(
        rf"{acting_deed().pattern}|共建(?!国)|改建|扩建|修建|改扩建|改造(?!项目|工程|资金)"
    )


def drop_adverbials(phrase: Phrase) -> Phrase:
    """The phrase from its deed on, where those who act or adverbials stand before it.

    >>> text = "部门、单位为平原镇农民送去年画"
    >>> drop_adverbials(Phrase(text, text)).text
    '送去年画'
    >>> text = "对市的综合贡献"
    >>> drop_adverbials(Phrase(text, text)).text
    '对市的综合贡献'
    """
    text = phrase.text
    start = 0
    if past := _TIMES.match(text):
        start = past.end() if past.end() < len(text) else 0
    deed = _deed_behind(text, start)
    if deed < 0 and not _BODY_SIGNS.isdisjoint(text) and not leading_deed().match(text):
        for body in _BODY.finditer(text, _SHORTEST_NAME):
            deed = _deed_behind(text, body.end(), acting=True)
            if deed >= 0:
                break
    return phrase[max(start, deed) :]


def _deed_behind(text: str, start: int, *, acting: bool = False) -> int:
    """Where the deed starts that a preposition at a position leads to; else -1.

    Args:
        acting: whether it may stand right there, or behind adverbs.
    """
    if how := _HOW.match(text, start):
        start = how.end()
    if acting and acting_deed().match(text, start):
        return start
    served = _FOR.match(text, start)
    deed = leading_deed().match(text, served.end()) if served else None
    relieved = served is not None and text.startswith(_RELIEVED, served.end())
    if served and (relieved or (deed and len(deed[0]) > 1)):
        return served.end()
    preposed = _PREPOSED.match(text, start)
    if preposed is None:
        return -1
    if preposed[0] == "向上":
        return preposed.end()  # 向上争取资金
    for deed in _led_deeds().finditer(text, preposed.end() + _SHORTEST_NAME - 1):
        if not text.startswith("的", deed.end()) and text[deed.start() - 1] != "的":
            return deed.start()
    return -1
