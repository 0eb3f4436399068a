"""Where a list of honours is cut, and what its bare ranks take from the next."""

from __future__ import annotations

import re

from newsie.honour.noun import RANK_NAME, is_heading
from newsie.honour.spelling import unquote

_PART = re.compile("和[平谐]|共[和青同产]")  # words that begin like what joins a list
# What the second of two honours begins with: 先进集体和先进个人及第六届甘肃省道德模范.
_SECOND = re.compile(
    r"(?:先进|优秀|模范|最美|文明|示范|十[佳大]|第[0-9一二三四五六七八九十]+[届批次]|首[届批]|全国|国家|全[省市县区]|[省市县区]级|(?:19|20)[0-9]{2}年)"
)
_OF_ANOTHER = re.compile("[^和及与、，“”]{2,10}“[^“”]{2,12}奖”")  # 柳林果博会“春种奖”
_EACH = re.compile(r"各[0-9]+[名个位家件项人户]$")  # 示范点和标兵各50个
# 金、银牌 and 一、二等奖: the first lends its tail from the next.
_BARE_RANK = re.compile(r"[金银铜特一二三四五六]$")
_LENDING = re.compile(r"[金银铜特一二三四五六](?P<tail>等奖|等功|牌|奖|杯奖?)")
# 焊工组、叉车组个人一等奖: so do the divisions of a contest.
_PART_OF_CONTEST = r"(?:[组类级]|项目|团体|单打|双打|混双|[男女]单|[男女]双|全能|接力)"
_DIVISION = re.compile(rf"{_PART_OF_CONTEST}$")
_OF_DIVISION = re.compile(rf".*{_PART_OF_CONTEST}赛?的?(?P<tail>.{{0,6}}{RANK_NAME})$")


def lent_tail(text: str, spans: list[tuple[int, int]]) -> str:
    """What a bare rank takes from the next that is whole: 等奖 of 一、二、三等奖."""
    start, end = spans[0]
    if len(spans) > 1 and _DIVISION.search(text, start, end):
        found = _OF_DIVISION.search(text, *spans[-1])
        return found["tail"] if found else ""
    if not _BARE_RANK.search(text, start, end):
        return ""
    for start, end in spans[1:]:
        if found := _LENDING.match(text, start, end):
            return found["tail"]
        if end - start > 1:
            break
    return ""


def split_honours(text: str) -> list[tuple[int, int]]:
    """The parts of a list as half-open spans, quotes and brackets whole, blanks cut off."""
    cuts: list[tuple[int, int]] = []
    depth = start = 0
    for i, character in enumerate(text):
        if depth == 0 and character == "“" and text[i - 1 : i] == "”":
            cuts.append((start, i))  # “省级文明校园”“市平安校园”
            start = i
        depth += (character in "“《（") - (character in "”》）")
        joined = (
            (character in "和及与暨" or text.startswith("以及", i))
            and i > start
            and (
                text[i - 1] in "”奖章状号名牌军人组类）"
                or (text[i - 1] in "强佳手兵匠模户" and text[i + 1 : i + 2] not in "谐平美睦")
                or text[i + 1 : i + 2].isdigit()
                or (text[i - 1] == "级" and text[i + 1 : i + 2] in "男女混")
                or _DIVISION.search(text, start, i)
                or (
                    is_heading(unquote(text[start:i]))
                    and (
                        text[i + 1 : i + 2] == "“"
                        or _OF_ANOTHER.match(text, i + 1)
                        or _SECOND.match(text, i + 1)
                        or is_heading(unquote(_EACH.sub("", text[i + 1 :])))
                    )
                )
            )
        )
        if depth <= 0 and (character in "、；，" or joined):
            cuts.append((start, i))
            start = i + 1
    cuts.append((start, len(text)))
    spans = []
    for begin, end in cuts:
        while begin < end and text[begin] in " 和及与以共暨" and not _PART.match(text, begin):
            begin += 1
        while end > begin and not (text[end - 1].isalnum() or text[end - 1] in "”》）"):
            end -= 1  # blanks and emoji
        if end > begin:
            spans.append((begin, end))
    return spans
