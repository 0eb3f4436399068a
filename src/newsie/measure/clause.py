"""A marked sentence in, its clauses out: where each starts and ends, and the numbers in it.

A clause ends at ，；：。！？ and at a bracket that holds a number; 、 ends one only behind a
number, elsewhere it lists nouns; 是 and 为 end one where places with numbers of theirs follow
(产量居前三位的是甲县5万吨、乙县4万吨).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.article import MENTION_MARKS, Sentence
from newsie.triggers import compile_quick

NUMBER = MENTION_MARKS["quantity"]
DATE = MENTION_MARKS["date"]
PLACE = MENTION_MARKS["place"]
ORGANISATION = MENTION_MARKS["organisation"]
PERSON = MENTION_MARKS["person"]

_STOPS = frozenset("，；：。！？,;!?|◎✅【】…")
_HEADING = re.compile(r"^[^。！？，]{2,28}[：:]?$")
_LONGEST_HEADING = 29
# 一、1-3月份主要经济指标完成情况。
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
    r"[^，。！？；]{2,24}(?:情况|特点|工作|任务|目标)。"
)
_SHARED = re.compile(r"分别|均|都|双双")
# 地区生产总值：142亿元, a label and its value: one clause.
_VALUED = re.compile(rf"[：:][ \u3000]?(?:约|超|近|逾|达|共)?{NUMBER}(?=[，；。、（(,;\s]|$)")
_LABEL = re.compile(
    rf"(?:\d{{1,2}}[.、．]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[●★◆■▲•·*\-])?\s*{DATE}?"
    rf"(?![^：:]*(?:说|表示|介绍|指出|如下|显示|透露|认为|报道|获悉|分别|其中|时间|日期|电话|热线|邮编|地址|编号|票价|价格|名单|总编|主编|责编|比分|第))"
    r"[一-鿿A-Za-z0-9（）()“”、/\ue003\ue004]{2,20}"
)
# What leads from a measure to the places whose it is.
_OF_PLACES = (
    rf"(?<=[的别次])[是为](?={PLACE}(?:[、和与]{PLACE})*(?:{NUMBER}|，(?:分别|同比|增|下|达)))"
)
# The characters at which a clause may end, and the numbers that it may hold.
_TURN = compile_quick(
    "[" + re.escape("".join(sorted(_STOPS))) + "（()）、" + NUMBER + "]|" + _OF_PLACES
)
_LEVELS = frozenset("省市县区乡镇村州旗")
_NEXT_NUMBER = re.compile("[^，；。！？;!?]*" + NUMBER)
# 判处5年以上有期徒刑、无期徒刑的80人: no number of an item of its own.
_SENTENCED = re.compile(r"有期徒刑(?:[、和及与至以]|的(?=\ue001))")
_BRACKET = re.compile(r"[（(][^（）()]{0,200}[）)]")
# What only leads over to the next clause, and how long it is at most.
_LONGEST_BRIDGE = 5
_BRIDGE = re.compile(
    r"此外|另外|同时|与此同时|会上(?:透露|获悉|通报|宣布)|据[一-鿿]{1,4}|目前|如今|眼下|[一二三四五六七八九十]是|首先|其次|最后"
)


@dataclass(slots=True, unsafe_hash=True)
class Clause:
    """A stretch of a marked sentence; `opening` is the character before it, or empty."""

    start: int
    end: int
    opening: str
    numbers: tuple[int, ...]


def split_clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order, those without numbers too."""
    marked = sentence.marked
    inner = _brackets(marked)
    clauses: list[Clause] = []
    numbers: list[int] = []
    start, opening = 0, ""
    for found in _TURN.finditer(marked):
        i, character = found.start(), found[0]
        if character == NUMBER:
            if i in sentence.slots and not _SENTENCED.match(marked, i + 1):
                numbers.append(i)
            continue
        if character == "、" and not numbers:
            continue
        if (inner or character not in _STOPS) and not _ends_clause(
            marked, i, character, numbers, inner
        ):
            continue
        if character in "：:" and _is_valued(marked, start, i, numbers):
            continue
        character = "：" if character in "是为" else character
        if i > start:
            clauses.append(Clause(start, i, opening, tuple(numbers)))
        start, opening = i + 1, character
        numbers.clear()
    if start < len(marked):
        clauses.append(Clause(start, len(marked), opening, tuple(numbers)))
    return clauses


def _ends_clause(
    marked: str, i: int, character: str, numbers: list[int], inner: dict[int, bool]
) -> bool:
    if character in "（()）":
        return inner.get(i, False)
    if i in inner:
        return False
    if character in _STOPS:
        return True
    if character in "是为":
        return not numbers
    return character == "、" and bool(numbers) and _goes_on(marked, i)


def _is_valued(marked: str, start: int, i: int, numbers: list[int]) -> bool:
    """Whether a colon stands between a label and its value: 地区生产总值：142亿元."""
    if numbers or not _VALUED.match(marked, i):
        return False
    return _LABEL.fullmatch(marked, start, i) is not None


def _goes_on(marked: str, i: int) -> bool:
    """Whether another number follows that is of an item of its own: 学校5所、医院3家."""
    levels = marked[i - 1] in _LEVELS and marked[i + 1] in _LEVELS  # 9个市、县重点项目
    return not levels and bool(_NEXT_NUMBER.match(marked, i + 1)) and not _lists_on(marked, i)


def _lists_on(marked: str, i: int) -> bool:
    """Whether the list goes on to numbers that share it: 客流量、营业额分别增长5%、6%."""
    following = marked[i + 1 : i + 40]
    if marked[i - 1] in (NUMBER, "）", ")") or NUMBER not in following:
        return False
    between = following[: following.index(NUMBER)]
    return bool(_SHARED.search(between)) and not any(stop in between for stop in "，；。：")


def _brackets(marked: str) -> dict[int, bool]:
    """Each position of a bracket, and whether the bracket holds a number; inner ones are False."""
    found: dict[int, bool] = {}
    if "）" not in marked and ")" not in marked:
        return found
    for bracket in _BRACKET.finditer(marked):
        if NUMBER in bracket[0]:
            found[bracket.start()] = found[bracket.end() - 1] = True
        else:
            found.update(dict.fromkeys(range(bracket.start(), bracket.end()), False))
    return found


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a title, or a short line that opens a section."""
    if sentence.in_title:
        return True
    if "，" in sentence.text or "。" in sentence.text:  # as in most sentences
        return False
    text = sentence.text.strip()
    return len(text) <= _LONGEST_HEADING and _HEADING.match(text) is not None


_CHAPTER = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")


def is_chapter(sentence: Sentence) -> bool:
    """Whether a sentence opens a chapter, though it may stand right below the title."""
    return is_heading(sentence) and bool(_CHAPTER.match(sentence.text))


def is_section(sentence: Sentence) -> bool:
    """Whether a sentence is a heading inside a text, not a subtitle."""
    if _NUMBERED.fullmatch(sentence.marked.strip()):
        return True
    return is_heading(sentence) and not sentence.text.lstrip().startswith(("——", "—"))


# 图1：2019—2023年全县粮食产量及增速; 2019—2023年全县粮食产量及增速
_CHART = re.compile(
    r"\s*附?[图表][ \u3000]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:[-－][0-9]{1,2})?"
    r"[ \u3000：:、.．][^，。；]{2,50}"
)
_OVER_YEARS = re.compile(r"\s*[0-9]{4}年?[-—–－~～至到]{1,2}[0-9]{4}年?[^，。；：]{2,50}")


def is_chart(sentence: Sentence) -> bool:
    """Whether a line only names a chart or a table, whose years say nothing of what follows."""
    if sentence.in_title:
        return False
    text = sentence.text
    if text.lstrip()[:1] in ("图", "表", "附"):
        return _CHART.fullmatch(text) is not None
    over = NUMBER not in sentence.marked and DATE in sentence.marked
    return over and _OVER_YEARS.fullmatch(text) is not None


def in_bracket(marked: str, position: int) -> bool:
    """Whether a position of a marked sentence stands between brackets.

    >>> in_bracket("甲（乙，丙）丁", 4), in_bracket("甲（乙，丙）丁", 6)
    (True, False)
    """
    opened = max(marked.rfind("（", 0, position), marked.rfind("(", 0, position))
    return opened > max(marked.rfind("）", 0, position), marked.rfind(")", 0, position))


_COUNTED_END = re.compile(r"[，；。：、！？（）()”]")
# 11个村（社区）开展督查
_GLOSS = re.compile(
    "（(?:[一-鿿\ue003、]{1,6}）(?=[一-鿿]|、\ue001)|[省市区县旗镇乡村社街道、]{1,6}）(?=[，。；]))"
)
_TAKEN_IN = re.compile("考[取入上进]|升入|保送|录取")


def counted_end(marked: str, start: int, right: int) -> int:
    """Where the noun behind a number ends: at a stop, or at a quote that does not open in it.

    A kind that brackets add (村（社区）开展) ends nothing.
    """
    glossed = start
    for found in _COUNTED_END.finditer(marked, start, right):
        gloss = _GLOSS.match(marked, found.start())
        if gloss and gloss.end() <= right:
            glossed = gloss.end()
        i = found.start()
        if found[0] == "、" and marked[i - 1] in _LEVELS and marked[i + 1 : i + 2] in _LEVELS:
            continue  # 9个市、县重点项目
        if marked[i - 1] == marked[i + 1 : i + 2] == ORGANISATION and _TAKEN_IN.search(
            marked, start, i
        ):
            continue  # 6名学生考取平原大学、远帆大学
        quoted = found[0] == "”" and "“" in marked[start : found.start()]
        if not quoted and found.start() >= glossed:
            return found.start()
    return right


def is_bridge(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only leads over to the next: 此外，据介绍，."""
    if clause.end - clause.start > _LONGEST_BRIDGE:
        return False
    return _BRIDGE.fullmatch(sentence.marked, clause.start, clause.end) is not None
