"""Readings of a text that labels its parts, as databases of newspapers do → the parts by label.

版次：02
版名：综合新闻
引题：聚焦民生实事
标题：柳湾镇打造便民生活圈
副题：新增服务点18个
作者：本报记者 何田
正文：
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsie.segment.bylines import read_credit
from newsie.segment.reading import Reading

_LABEL = re.compile(
    r"[【\[]?(?:(?P<title>(?:正|主|文章|新闻)?标\s?题|题\s?名|篇\s?名)|(?P<kicker>引\s?题|肩\s?题|眉\s?题)"
    r"|(?P<subtitle>副\s?标?\s?题|子标题)"
    r"|(?P<author>作\s?者)|(?P<page>版\s?次|版\s?名|版\s?面|版面名称|报\s?纸|报\s?名|报纸名称|刊\s?名|来源报纸|期\s?号|总期号"
    r"|(?:正文|出版|见报|刊登|发行)?日\s?期|栏\s?目|专\s?栏|字\s?数|分\s?类|关键词|专辑|正\s?文|全\s?文|内\s?容))"
    r"(?:[】\]]\s*[:：]?|\s*[:：])\s*"
)
_FEWEST = 3  # labelled lines


def match_label(text: str) -> tuple[str, int] | None:
    """Which part a line's label names, and where what it labels starts.

    >>> match_label("【标题】市委召开常委会议")
    ('title', 4)
    """
    match = _LABEL.match(text)
    return (match.lastgroup or "", match.end()) if match else None


def settle_labels(readings: list[Reading]) -> list[Reading]:
    """Take labelled lines above a story for what their labels say, where one is the title's."""
    told = _head(readings)
    labels = [match_label(reading.text) for reading in readings[:told]]
    named = [label[0] for label in labels if label]
    if len(named) < _FEWEST or named.count("title") != 1 or "page" not in named:
        return readings
    settled = list(readings)
    for position, label in enumerate(labels):
        if label is None:
            continue
        reading, behind = readings[position], readings[position].text[label[1] :]
        if label[0] == "author" and reading.part != "credit":
            settled[position] = replace(reading, part="credit", credit=read_credit(behind))
        elif label[0] == "page" or not behind:
            settled[position] = replace(reading, part="source", credit=None)
        elif label[0] != "author":
            settled[position] = replace(reading, part="heading", credit=None)
    return settled


def _head(readings: Sequence[Reading]) -> int:
    """How many lines stand above the first paragraph."""
    for position, reading in enumerate(readings):
        if reading.prose and match_label(reading.text) is None:
            return position
    return len(readings)


def labelled_title(texts: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """The title and the kickers among headings whose labels tell them; None without labels."""
    labels = [match_label(text) for text in texts]
    roles = [label[0] if label else "" for label in labels]
    if roles.count("title") != 1 or not {"kicker", "subtitle"} & {*roles}:
        return None
    return [roles.index("title")], [i for i, role in enumerate(roles) if role == "kicker"]
