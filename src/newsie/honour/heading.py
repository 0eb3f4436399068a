"""A line that gives a rank in, the numbered headings that it stands below, joined, out.

Forms that are taken:
    一、综合先进奖 / 一等奖：城东镇                综合先进奖
    二、单项先进奖 / 1.沙盘 / 一等奖：城东镇       单项先进奖沙盘
    一、先进乡镇（6个） / 一等奖：城东镇           先进乡镇
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.honour.noun import RANK_NAME

_HEADING = re.compile(
    r"(?:(?P<first>[一二三四五六七八九十]+、)|(?P<second>（[一二三四五六七八九十]+）)|(?P<third>[0-9]{1,2}[.．、]))"
    r"(?P<head>[^，。；：！？“”、]{2,24}?)(?:（[^（）]*）)?：?$"
)
_LEVELS = ("first", "second", "third")
_RANKED = re.compile(rf"{RANK_NAME}(?:（[^（）]*）)?：")
_MOST_ABOVE = 40  # lines


def headings_above(article: Article, sentence: Sentence) -> str:
    """The headings of falling rank right above a line of ranks, the widest first; else empty."""
    if not _RANKED.match(sentence.text):
        return ""
    heads: list[str] = []
    lowest = len(_LEVELS)
    first = max(0, sentence.index - _MOST_ABOVE)
    for above in reversed(article.sentences[first : sentence.index]):
        text = above.text.strip()
        found = _HEADING.match(text)
        if found is None:
            if heads or not _RANKED.match(text):
                break
            continue
        level = next(i for i, name in enumerate(_LEVELS) if found[name])
        if level < lowest:
            heads.insert(0, found["head"])
            lowest = level
    return "".join(heads)
