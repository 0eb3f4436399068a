"""Passage text in, names without a title out: who speaks, wins, or stands in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.mentions.name import Name, NameReader

_NOTE = r"(?:（[^（）]{1,12}）)?"
# Names set off by 、: at least two, with what stands around them.
_LIST = re.compile(
    rf"(?<![\u4e00-\u9fff、])[\u4e00-\u9fff]{{2,4}}{_NOTE}(?:、[\u4e00-\u9fff]{{2,4}}{_NOTE})+"
)
_PIECE = re.compile(r"[\u4e00-\u9fff]{2,4}(?=、|（|$)")
_CLAUSE = re.compile(r"(?:^|[，。；：！？”\n])(?=[\u4e00-\u9fff]{3})")
# A list of two names is one only before these.
_HOLDERS = re.compile(
    r"等?(?:[0-9]+|两|三)[名位人]|等(?:同志|人)?|荣?获|被[评授]|[当入]选|(?:分别)?夺得"
)


def find_untitled(text: str, names: NameReader) -> Iterator[Name]:
    """The names of a passage that show without a title what they are, some of them twice.

    Surface forms, one a line::

        高小满说
        高小满荣获一等奖
        高小满、方大同、简明
        高小满、方大同等9名职工
    """
    for found in _LIST.finditer(text):
        pieces = list(_PIECE.finditer(text, found.start(), found.end()))
        last = text[found.end() : found.end() + 1]
        if len(pieces) < 2 or (len(pieces) == 2 and not _HOLDERS.match(text, found.end())):
            continue
        if last and last not in "，。；等\n（荣获被当入分" and not names.follows(text, found.end()):
            continue
        if all(names.has_surname(piece[0]) and not names.is_cue(piece[0]) for piece in pieces):
            for piece in pieces:
                yield Name(piece.start(), piece.end(), 4)
    for clause in _CLAUSE.finditer(text):
        length = names.subject_at(text, clause.end())
        if length:
            yield Name(clause.end(), clause.end() + length, 4)
