"""A sentence of works still to be built in, whether what it says of their size is planned out.

占地100亩，建筑面积3万平方米，总投资1.2亿元          before what they are to cost
线路全长17公里，预计2023年建成                    before when they are to be done
办公面积230平方米。建成后，…                      before what comes of them
项目投资8亿元，计划新建厂房12栋                   before what is to be built
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import Sentence
from newsie.measure.cue import Cue
from newsie.measure.figure import Figure
from newsie.triggers import compile_quick

_SIZE = re.compile(
    r"(?:面积|占地|用地|(?<![一-鿿])(?:[该此本]|整个)?项目投资(?:金额|额)?|[全总]长|里程|床位|库容|(?<![一-鿿])新建(?:标准化?)?厂房|(?:装机|建设|办学|一期|二期)(?:容量|规模)|停?车位|学位|[高宽]度|线路|[桥隧]长|层)$"
)
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
_ONCE = re.compile(rf"(?:[^，；。\n]{{0,12}}?(?:{_DONE}){{1,2}})后[，将可]")
_ONCE_WITHIN = 21  # characters up to 后
_THERE = re.compile(
    rf"已(?:全部|经|全面|正式)?(?:{_DONE})|(?:{_DONE})于|^[^，；。]{{0,12}}\d年\d{{0,2}}月?(?:正式)?(?:{_DONE})，"
)


def is_size(figure: Figure) -> bool:
    """Whether a number says how large a thing is to be: 建筑面积, 全长, 项目投资."""
    if figure.aspect != "level" or not _SIZE.search(figure.indicator.text):
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
    if any(cue.rule == "target/project" for cue in cues) or _TO_BUILD.search(sentence.text):
        return True
    if done and _TO_BE_BUILT.search(sentence.text):
        return True
    once = text.find("后", sentence.end, sentence.end + _ONCE_WITHIN) >= 0
    return once and _ONCE.match(text, sentence.end) is not None
