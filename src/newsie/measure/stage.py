"""A sentence that describes a work in, how far the work is out: opened, begun, or not told.

The sentence before says it, and the one that describes the work names it again, or nothing at all.

Surface forms::

    昨日，城北水厂建成投产。该水厂总投资1.6亿元，日供水5万吨      opened: what is there
    沁河大桥正式通车。大桥全长586米                              opened
    日前，养殖场在王陶镇开工。该养殖场占地200亩，可出栏5万头      begun: what is to be
    县三小举行奠基仪式。学校占地45亩，设36个教学班                begun
"""

from __future__ import annotations

import re
from typing import Literal

from newsie.article import Sentence
from newsie.triggers import compile_quick

Stage = Literal["opened", "begun"]

_SIZED = (
    r"(?:总?占地|(?:项目)?(?:计划)?总?投资|总?建筑|[总全]长|总面积|概算|规划|设计|位于|坐落|地处)"
)
# What describes a work told of before: 该水厂, 这座大桥, 学校占地45亩, 总投资3亿元.
_DESCRIBES = compile_quick(
    r"\s*(?:(?:据悉|据了解|据介绍|(?:据[^，。；]{0,2})?[^，。；]{2,16}介绍|记者了解到)[，：]“?)?"
    rf"(?:(?:该|此|本|这[座条个所家项处])[^，；。]{{1,24}}|(?P<name>[^，；。\d由于]{{2,12}}?)?{_SIZED}"
    r"|(?P<thing>[^，；。\d]{2,8}?)(?:由|于|分|共|是|采[取用]|主要|涉及|包括|涵盖|设|建|[南北东西]起))"
)
_DONE = (
    r"(?:建成|竣工|落成|完工|投产|投用|投运|启用|通车|开业|开园|开馆|开诊|开街|开门[迎纳]客|交付使用"
    r"|投入(?:正式|试|商业)?(?:使用|运营|运行|生产|营运)|(?:正式|开始|揭牌|试|上线)运营|试营业|正式营业|试车成功|通过(?:竣工|交工)?验收"
    r"|并网|点火|(?:正式|建成|免费|对外)开放|通[航水气电]|迎来首批|揭牌(?=启用|运营|开))"
)
_OPENED = compile_quick(
    rf"{_DONE}(?:{_DONE}|发电|运行|仪式|典礼)*(?!后|前|率|时|以?来|之|企业|项目\d|的(?:基础|目标))"
)
# What is still to be opened: 将于年底竣工, 力争早日投产.
_AHEAD = re.compile(
    r"(?:将|预计|计划|拟|力争|争取|有望|即将|确保|明年|年底|月底|(?<![日目])前|内|可|(?<![重主])要|待|距|主体|推进|加快|早日|尽快|如期|促进|规划|未|没有|不|“|同意|申请|准备|迎来|冲刺)[^，；。]{0,14}$"
)
_BEGUN = compile_quick(
    r"(?:开工|动工|奠基|开建|破土)(?!率|以?来|后|前|至今|项目[^，。]{0,6}\d)"
    r"|落户|签约(?!额|项目)|签[订署](?:了)?[^，；。]{0,14}(?:协议|合同)|启动(?:建设|实施)|(?:项目|工程)(?:正式|全面)?启动"
    r"|正在?(?:加紧|紧张|抓紧|加快|有序|火热|如火如荼地?)*(?:建设|施工|兴建)|(?:建设|施工)(?:现场|工地|一线)|获批立项|(?:封闭|围挡|进行)施工|进入[^，；。]{0,10}(?:施工|建设)阶段|主体[^，；。]{0,6}封顶"
)
# Several works, of which nobody knows which one is described: 集中开工12个项目.
_SEVERAL = re.compile(
    r"\d+[余多]?[个项]|[一二三四五六七八九十百]+[余多]?[个项]项目|(?:重大|重点|产业|集中)项目|等项目|一批|批项目|[两三]个"
)
# What is not there yet, though a part of it may be.
_STILL = re.compile(
    r"预计|将于|二期|三期|在建|正在|建设中|计划|概算|估算|预算|拟|(?<!新)建设周期|工期"
)
# Sorts of works, which name whatever was told of: 大桥, 学校.
_KINDS = re.compile(
    r"(?:项目|工程|学校|大桥|园区|基地|医院|新?院区|新?校区|中心|公园|水厂|电站|大楼|综合楼|厂区|公路|道路|线路|商场|市场|酒店|剧院|景区|广场|场馆|新[校楼址馆桥]|大厦|小区|车间|生产线)"
)
_SPENT = re.compile("(?:目前|现)?(?:已|累计|共)*完成|已|累计")  # 开工建设公路12公里，完成投资3亿元
_SEEN = 160  # characters
_SENTENCES = 3


def tell_stage(text: str, sentence: Sentence) -> Stage | None:
    """How far the work is that a sentence describes, by the sentences before it.

    Args:
        text: the passage's text.
    """
    described = _DESCRIBES.match(sentence.text)
    if described is None:
        return _tell_within(sentence.text)
    name = described["name"] or described["thing"]
    before = re.split(r"[。\n！]", text[max(0, sentence.start - _SEEN) : sentence.start])
    told = [said for said in before if said.strip()][-_SENTENCES:]
    if name and len(name) >= 2 and not _names_again(name, told):  # another work's name
        return None
    for said in reversed(told):
        stage = _stage_of(said)
        if stage == "opened" and _STILL.search(sentence.text):
            return None
        if stage is not None:
            return stage
    return None


def _tell_within(said: str) -> Stage | None:
    """How far a work is that a sentence describes behind what it tells of it: 已开工，投资3亿元."""
    if "签" in said or "以来" in said or _SEVERAL.search(said):
        return None  # 新签约项目18个，总投资3亿元
    stage: Stage | None = None
    for clause in said.split("，"):
        if stage is not None and _DESCRIBES.match(clause) and not _SPENT.match(clause):
            return None if stage == "opened" and _STILL.search(said) else stage
        stage = _stage_of(clause) or stage
    return None


def opens(said: str) -> bool:
    """Whether words tell of a work that was opened: 总投资3亿元的大桥近日通车.

    >>> opens("总投资3亿元的大桥近日通车"), opens("大桥将于月底通车")
    (True, False)
    """
    return _stage_of(said) == "opened"


def _stage_of(said: str) -> Stage | None:
    for done in _OPENED.finditer(said):
        if not _AHEAD.search(said[: done.start()]):
            return None if _SEVERAL.search(said) else "opened"
    if _BEGUN.search(said):
        return None if _SEVERAL.search(said) else "begun"
    return None


def _names_again(name: str, told: list[str]) -> bool:
    """Whether a work's name, or what sort it is, was told before: 大桥 of 沁河大桥."""
    short = re.sub(r"^(?:整个|新|全)|(?:的|工程|项目|建设)$", "", name)
    return bool(_KINDS.fullmatch(name)) or any(short in said for said in told)
