"""A number of households or heads without a noun in, what it counts out: 全村168户512口人.

Surface forms::

    全村168户、512口人        户数, 人口
    该村现有286户人家         户数
    辖村民小组9个，618户      户数
"""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.clause import DATE, NUMBER, PLACE
from newsie.measure.figure import Phrase

_NAMES = {"户": "户数", "人": "人口"}
# Who lives somewhere, where nothing else is told of them.
_THERE = re.compile(
    rf"(?:{DATE}，?)?(?:{PLACE}|[全该本][村屯组寨社镇乡庄嘎]|村[里内]|[村屯寨](?=[共现有住]|$))+(?:{DATE})?"
    r"(?:现|共|总共|一共|总|目前){0,2}(?:有|辖|住着?|居住着?|共计|合计)?(?:约|近)?"
)
_NEXT = re.compile(r"(?:共|总共|总|合计|总计|共计|有|共有)?(?:约|近)?")
_QUARTERS = re.compile(r"(?:小组|[组村屯寨]|社区|网格|片区|户数)$")
_STOP = re.compile(rf"[，。；：、（(,{NUMBER}]")
_ENDS = frozenset(("", *f"，。；、,)）人{NUMBER}"))
_FEWEST = 20  # 他家8口人


def name_dwellers(sentence: Sentence, position: int, counted: Phrase, last: Phrase) -> Phrase:
    """What a number of households or heads counts, if it only says how many live there.

    Args:
        counted: what stands behind the number: nothing, or 人家.
        last: what the number before counted.
    """
    quantity = sentence.slots[position].value
    name = _NAMES.get(quantity.unit or "")
    if name is None or quantity.value < _FEWEST or counted.text not in ("", "人家"):
        return Phrase()
    if sentence.marked[position + 1 : position + 2] not in _ENDS:
        return Phrase()
    start = max((stop.end() for stop in _STOP.finditer(sentence.marked, 0, position)), default=0)
    if _QUARTERS.search(last.text) and _NEXT.fullmatch(sentence.marked, start, position):
        return Phrase(name, name)
    if _THERE.fullmatch(sentence.marked, start, position):
        return Phrase(name, name)
    return Phrase()
