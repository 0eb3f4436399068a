"""Parts of what was counted in, their full names out: 签约项目76个，其中亿元以上18个.

A part takes what became of the whole: 亿元以上 is 签约亿元以上项目. Parts are told to the end of
the sentence that 其中 opens.
"""

from __future__ import annotations

from newsie.article import Sentence
from newsie.measure.clause import Clause
from newsie.measure.figure import Phrase
from newsie.measure.thing import split_deed
from newsie.measure.words import inner_deed

_AMONG = "其中"


class Whole:
    """What was counted last, and whether parts of it are told."""

    def __init__(self) -> None:
        # What became of the things, before and behind their name.
        self._deed: tuple[Phrase, Phrase] | None = None
        self._unit: str | None = None
        self._among = False  # whether parts have been told of in the sentence
        self._opened = False  # whether the clause before is but 其中
        self.parted = False  # whether the clause says that it tells of a part

    def start_sentence(self, inside: bool) -> None:
        """Forget the whole of the sentence before, unless this one tells of its parts."""
        self._among = inside
        if not inside:
            self._deed = None

    def start_clause(self, sentence: Sentence, clause: Clause) -> None:
        """Note where 其中 opens a clause, or all of it."""
        if clause.opening != "、":
            self.parted = self._opened or sentence.marked.startswith(_AMONG, clause.start)
            self._among = self._among or self.parted
        self._opened = sentence.marked[clause.start : clause.end] == _AMONG

    def keep(self, counted: Phrase, unit: str | None) -> None:
        """Keep what was counted; where a part has a deed of its own, the parts share none."""
        deed = split_deed(counted)
        if not self._among:
            self._deed, self._unit = deed, unit
        elif deed is not None and _say(deed) != _say(self._deed):
            self._deed = None

    def name(self, part: Phrase, unit: str | None) -> Phrase:
        """签约亿元以上项目 where 签约项目76个，其中亿元以上项目18个; 产业项目开工 alike."""
        whole = self._deed if self._among and unit == self._unit else None
        if whole is None or inner_deed().search(part.text):
            return part
        if part.text.endswith(("以上", "以下")):
            part += Phrase("项目", "项目")
        if not part.text.endswith("项目"):
            return part
        before, behind = whole
        return before + part + behind


def _say(deed: tuple[Phrase, Phrase] | None) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in deed or ())
