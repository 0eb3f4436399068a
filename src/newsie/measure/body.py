"""A phrase in, the same without the body that acts at its head out, with the body's name.

A body is left out only where a deed follows: 检察机关立案数 stays as it is.

Surface forms::

    商务部集中发布                  发布, of 商务部
    生态环境部会同财政部出台        出台, of 生态环境部
    公安机关破获案件                破获案件
    本届广交会设立智慧类专区        设立智慧类专区
    在主要的高速出入口设立服务站    设立服务站
"""

from __future__ import annotations

import re

from newsie.measure.adverbial import drop_adverbials
from newsie.measure.figure import Phrase
from newsie.measure.words import leading_deed
from newsie.triggers import compile_quick

_MINISTRY = (
    r"(?:商务|财政|教育|科技|科学技术|工业和信息化|工信|公安|民政|司法|人力资源和?社会保障|人社|自然资源|生态环境"
    r"|住房和?城乡建设|住建|交通运输|水利|农业农村|文化和旅游|退役军人事务|应急管理|外交|国防|国资委|审计)部"
    r"|国家(?:发展改革委|卫生健康委|能源局|税务总局|统计局|防总|减灾委|邮政局|铁路局|数据局|电影局)|国家防总办公室"
    r"|最高(?:人民)?(?:法院|检察院)|最高法|最高检|中国人民银行|人民银行|金融监管总局|中国证监会|证监会"
    r"|市场监管总局|海关总署|中储粮(?:集团)?|国铁集团|国家电网|南方电网|中国石油|中国石化|中国海油"
)
_CLASS = (
    r"[一-鿿]{0,8}?(?:公安机关|检察机关|纪检监察机关|司法机关|税务机关|(?:全[省市区县国])?(?:各级|人民)?(?:法院|检察院)|警方|(?<!各)部门|交通运输系统|铁路系统"
    r"|民航系统|[省市区县]?(?:国税|地税|税务|供销|卫生|教育|公安|政法|法院|检察|金融|交通|信访|工会|供电|邮政)系统(?=共|累计|组织|办理|受理|查处|开展)|^系统|救援队伍?|工作队|志愿者(?:们)?)"
    r"|[\d一-鿿]{0,8}?(?:民警|辅警|执法人员|工作人员|网格员|医护人员|党员干部|消防员|救援人员|队员|(?:检查|督查|督导|巡查|巡察|巡视|工作|调研|评估|专家)组|专班|热线(?:平台)?|(?:[大支中]|医疗|服务|宣讲|突击|帮扶|小分|巡逻|救援)队(?![一-鿿]?[员长]))"
    r"|各(?:乡镇|镇街|街道|县区|区县|县市区|部门|单位|[地级村]|社区)"
    r"|(?:俄|乌|以|美|日|敌|叙|印|巴)(?:军|方|[一-鿿]{0,4}(?:系统|部队))|(?:本届|本次|此次|首届)[一-鿿]{2,10}?(?:会|赛|节|展|周|活动|行动)"
)
_WITH = r"(?:(?:会同|联合|[、和与])[一-鿿]{2,12}?(?:部门|[部局委署院会行团]))*"
_HOW = (
    r"(?>累计|先后|集中|联合|统一|还|已经?|共|首次|再次|陆续|紧急|迅速|全力|组织|同步|今年|正|又|也|均|都"
    r"|依法|现场|当日|连夜|及时|主动|积极|每[年月天日]|过去\w{1,4}[天周日月年]|拦截并)*"
)
_BODY = compile_quick(rf"(?:(?P<name>{_MINISTRY})|{_CLASS}){_WITH}(?P<how>{_HOW})")
# What every name in it has one of.
_BODY_SIGNS = frozenset("部国最行局会署储网关院方统队者军赛节展周动各警员组班线台")
_LEADING = re.compile("在|[为向给](?=[一-鿿]{2})")
_SHORT = 6
_PLACED = re.compile(r"在(?!线|建|校|岗|职|册|编|园|读|用|营|研|产|售|役)[\w、“”]{2,14}?")


def drop_agent(phrase: Phrase) -> tuple[Phrase, str | None]:
    """The phrase without the body at its head, and the body's name, where it has one.

    >>> text = "商务部集中发布"
    >>> drop_agent(Phrase(text, text))[0].text, drop_agent(Phrase(text, text))[1]
    ('发布', '商务部')
    >>> text = "检察机关立案数"
    >>> drop_agent(Phrase(text, text))[0].text
    '检察机关立案数'
    """
    name = None
    if not _BODY_SIGNS.isdisjoint(phrase.text):
        body = _BODY.match(phrase.text)
        if body:  # 部门联合组织: 组织 may be how or what is done
            ends = (body.end(), body.start("how"))
            acts = next((end for end in ends if _acts(phrase.text, end)), 0)
            name = body["name"] if acts else None
            phrase = phrase[acts:]
    phrase = drop_adverbials(phrase)
    if phrase.text.startswith("在"):
        phrase = _drop_place(phrase)
    return phrase, name


def _acts(text: str, start: int) -> bool:
    """Whether a deed of two characters starts there, or where it is said where or for whom."""
    deed = leading_deed().match(text, start)
    rated = deed is not None and text.startswith(("数", "率", "量"), deed.end())
    return bool(deed and len(deed[0]) > 1 and not rated) or _LEADING.match(text, start) is not None


def _drop_place(phrase: Phrase) -> Phrase:
    """设立 of 在主要的高速出入口设立."""
    text = phrase.text
    if not _PLACED.match(text):
        return phrase
    for start in range(3, min(len(text), 17)):
        deed = leading_deed().match(text, start)
        if deed and len(deed[0]) > 1:
            return phrase[start:]
    return phrase[1:] if len(text) <= _SHORT else phrase  # 在工业19个大类中
