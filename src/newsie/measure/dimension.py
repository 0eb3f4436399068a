"""A sentence of works still to be built in, whether what it says of their size is planned out.

占地100亩，建筑面积3万平方米，总投资1.2亿元          before what they are to cost
线路全长17公里，预计2023年建成                    before when they are to be done
办公面积230平方米。建成后，…                      before what comes of them
项目投资8亿元，计划新建厂房12栋                   before what is to be built
项目投资8亿元，规划办学规模48个班                  where its size is planned
迁建县二中新校区，项目投资8亿元                    behind what is to be built, named
开工的冷链项目占地420亩，耗资12亿元                of what has just been started
该项目占地420亩，投资12亿元                       behind a sentence that tells of its start
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import Sentence
from newsie.measure.cue import Cue
from newsie.measure.figure import Figure
from newsie.measure.stage import tell_stage
from newsie.triggers import compile_quick

_SIZE = re.compile(
    r"(?:面积|占地|用地|(?<![一-鿿])(?:[该此本]|整个)?项目投资(?:金额|额)?|[全总]长|里程|床位|库容|(?<![一-鿿])新建(?:标准化?)?厂房|(?:装机|建设|办学|一期|二期)(?:容量|规模)|停?车位|学位|教室|诊室|[高宽]度|线路|[桥隧]长|层|教学班|办学人数|红线宽|设计[一-鿿]{0,6}(?:能力|规模|处理|库容|面积|床位))$"
)
# What a thing just started is to cost, where nothing says that it is spent: 耗资近20亿元.
_COST = re.compile(r"(?:^|项目)(?:耗资|斥资|投资)$")
_SPENT = re.compile(r"完成|累计|已|实际")
_DONE = r"建成|竣工|完工|通车|投用|投运|交付|投产|运营|启用|投入使用"
_START = "开工|动工|开建"
_DONE_AT_ALL = compile_quick(
    f"{_DONE}|{_START}"
)  # few sentences have any: the others need not be read for it
_TO_BE_BUILT = re.compile(
    rf"(?:预计|计划|将|力争|有望|拟|可)[^，；。]{{0,16}}?(?:{_DONE}|{_START})"
    rf"|(?<![^，；。])[^，；。\n]{{0,12}}?(?:{_DONE}){{1,2}}后[，将可]"
)
_TO_BUILD = compile_quick(r"(?<=，)(?:计划|将|拟|规划)(?:新建|建设|兴建|建造|修建|打造)")
# 迁建县二中新校区，新校区位于…: what is to be built, by a bare verb and its name.
_NAMED = re.compile(
    r"\s*(?:[一-鿿]{2,6}[：:])?(?:易地|异地)?(?:新建|迁建|改扩建|扩建|重建)"
    r"(?![^，；。]{0,16}(?:了|已|后|以来))[^，；。：、\ue001]{1,20}(?:学校|[中小大]学|校区|幼儿园|医院|院区|大桥|水厂|电站|水库|中心|基地|项目|工程|[馆园厂站])，"
)
_PREPARED = re.compile(
    r"规划(?!了|展)|前期工作|招投标|立项|选址|环评|可研|施工图|[概估]算|拟|将于|预计|计划"
)
# A single thing that was just started: 开工的冷链物流园项目占地420亩.
_JUST_STARTED = re.compile(
    r"(?:开工|动工|奠基)(?:建设|兴建)?的[^，；。\d、\ue001]{2,20}?(?:项目|工程|基地|园|中心|小镇|学校|医院)"
    r"(?:位于|占地|总?投资|建筑|选址|坐落|用地|是|由|，)"
)
_DEED = re.compile(r"(?:新建|建设|购置|铺设|安装)[一-鿿]")  # 该项目…，建设冷库3座
_STARTED = re.compile(
    r"(?:项目|工程|基地|园|中心|厂|学校|医院|院区|小镇|公路|大桥)(?:正式|隆重|破土|顺利|举行)*"
    r"(?:开工|动工|奠基)(?!率|后|以来|至今|于)[^。\n]{0,30}。?$"
)
_THIS_WORK = re.compile(
    r"(?:(?:据悉|据了解|据介绍)，)?(?:(?:该|此|本|整个)?(?:项目|工程|基地|园区)|[该此本][一-鿿]{0,8}?(?:园|中心|厂|校|院|桥|场|站|楼|馆|路|工程|项目))"
)
_SEEN_BACK = 60  # characters
_MEASURED = compile_quick(r"占地|投资|建筑面积|[全总]长|总面积|设计|规划")
_OVER = compile_quick(
    r"已(?:于|经|全|正|建|完|有)|完成了|累计|竣工(?![后日])|建成于|建成投|落成|截至|以来|现有"
)
_ONCE = re.compile(rf"(?:[^，；。\n]{{0,12}}?(?:{_DONE}){{1,2}})后[，将可]")
_ONCE_WITHIN = 21  # characters up to 后
_THERE = re.compile(
    rf"已(?:全部|经|全面|正式)?(?:{_DONE})|(?:{_DONE})于|^[^，；。]{{0,12}}\d年\d{{0,2}}月?(?:正式)?(?:{_DONE})，"
)


def is_size(figure: Figure) -> bool:
    """Whether a number says how large a thing is to be: 建筑面积, 全长, 项目投资."""
    noun = figure.indicator.text
    if figure.aspect != "level":
        return False
    built = _DEED.match(noun) and _THIS_WORK.match(figure.sentence.text)
    if not (built or _SIZE.search(noun) or _COST.search(noun)):
        return False
    start = figure.sentence.start
    return not _SPENT.search(
        figure.sentence.text[figure.clause.start - start : figure.mention.start - start]
    )


def is_to_be_built(text: str, sentence: Sentence, cues: Sequence[Cue]) -> bool:
    """Whether a sentence is of works still to be built.

    Args:
        text: the passage's text; `cues`: those of the sentence.
    """
    done = _DONE_AT_ALL.search(sentence.text) is not None
    if done and _THERE.search(sentence.text):
        return False
    if tell_stage(text, sentence) == "opened":
        return False
    if any(cue.rule == "target/project" for cue in cues) or _TO_BUILD.search(sentence.text):
        return True
    if _is_planned(text, sentence, cues) or _is_just_started(text, sentence):
        return True
    if is_begun(text, sentence):
        return True
    if done and _TO_BE_BUILT.search(sentence.text):
        return True
    once = text.find("后", sentence.end, sentence.end + _ONCE_WITHIN) >= 0
    return once and _ONCE.match(text, sentence.end) is not None


def is_begun(text: str, sentence: Sentence) -> bool:
    """Whether a sentence describes a work that the one before says was begun.

    Args:
        text: the passage's text.
    """
    return _MEASURED.search(sentence.text) is not None and tell_stage(text, sentence) == "begun"


def _is_planned(text: str, sentence: Sentence, cues: Sequence[Cue]) -> bool:
    """Whether a sentence plans how large a thing is to be, or names what is to be built first."""
    if any(cue.rule == "target/sized" for cue in cues):
        return True
    if "建" not in sentence.text[:_SEEN_BACK] or not _NAMED.match(sentence.text):
        return False
    end = text.find("\n", sentence.end)
    end = len(text) if end < 0 else end
    return _PREPARED.search(text, sentence.start, end) is not None


def _is_just_started(text: str, sentence: Sentence) -> bool:
    """Whether a sentence describes a single thing that was just started."""
    if _OVER.search(sentence.text):
        return False
    if "工的" in sentence.text and _JUST_STARTED.search(sentence.text):
        return True
    if not _THIS_WORK.match(sentence.text):
        return False
    first = max(text.rfind("\n", 0, sentence.start), sentence.start - _SEEN_BACK, 0)
    return _STARTED.search(text[first : sentence.start]) is not None
