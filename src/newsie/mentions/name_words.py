"""What is known of names: surnames, the words that stand around names, and words that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from newsie.gazetteers import load_gazetteer
from newsie.mentions.reach import Segmenter
from newsie.mentions.transcription import Transcription

DELIMITERS = frozenset("，、。；：！？（）()“”\n\t 》《—…/|】【[]")
IMPOSSIBLE = frozenset("了的着过们是你我他她它这")  # what no name has
_LONGEST_CUE = 4
# 高志强|调度, 高志强|调研: the last character of a name, no 强调.
_STRONG = re.compile("强调[度研](?!究)")

_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")
# Characters that lead on where these stand behind them: 高小|就《意见》, 高小|和50多位村民.
_LEADS = {
    "就": re.compile(r"[《“]|[全本县市区镇][县市区镇]|相关|有关|做好|如何|进一步|加强|推进"),
    "和": re.compile(r"[0-9]|各|全[体县市区镇村]|其他|有关|相关|部分"),
}


class NameWords:
    """Answers what a string may be, name or other word; built once a worker.

    Attributes:
        surnames: each with how common it is, 1 to 3.
        after: words that stand behind names, with their kind.
        other: words that open like names and are none, with their kind.
        verbs: verbs of persons alone.
        divisions: provinces and cities, by their full and short names.
        transcription: the characters of foreign and minority names.
    """

    def __init__(self, segmenter: Segmenter, folder: Path | None = None) -> None:
        self._segmenter = segmenter
        surnames = load_gazetteer("surname", folder)
        self.surnames = {row["surname"]: int(row["frequency"]) for row in surnames}
        rows = load_gazetteer("cue", folder)
        self.after = {row["word"]: row["after"] for row in rows if row["after"]}
        self.other = {row["word"]: row["other"] for row in rows if row["other"]}
        self.verbs = [row["word"] for row in rows if row["personal"]]
        places = [row for row in load_gazetteer("place", folder) if row["code"].endswith("00")]
        self.divisions = frozenset(
            name for row in places for name in (row["name"], *row["short"].split("、"))
        )
        self.transcription = Transcription(folder)
        self._lengths = _lengths_by_first(self.after)
        self._cues = frozenset((*self.after, *self.other))
        self._first = frozenset(surname[0] for surname in self.surnames)

    def has_surname(self, name: str) -> bool:
        """Whether a string has the form of a name: a surname and one or two characters."""
        if "·" in name:
            return True
        if name[:2] in self.surnames and 3 <= len(name) <= 4:
            return True
        return name[:1] in self.surnames and 2 <= len(name) <= 3

    def may_end_name(self, text: str, start: int) -> bool:
        """Whether two characters before a comma may be the rest of a name: 扎西|夺吉."""
        part = text[start : start + 2]
        ended = _PAIR.fullmatch(part) and text.startswith(("，", "、", "。"), start + 2)
        return bool(ended) and not self.is_cue(part)

    def opens_name(self, text: str, start: int) -> bool:
        """Whether a surname may start at a place."""
        return text[start] in self._first

    def is_surname(self, text: str) -> bool:
        """Whether a string is a surname."""
        return text in self.surnames

    def ends_with_name(self, text: str) -> bool:
        """Whether the last three characters are words of their own and have the form of a name."""
        name = text[-3:]
        if self.surnames.get(name[:1], 3) > 2 or self.is_cue(name) or self.is_cue(name[1:]):
            return False
        words = self._segmenter.cut(text)
        return any(start == len(text) - 3 for start, _ in words)

    def is_titled(self, name: str) -> bool:
        """Whether what stands between an organ and a post is a name: 县教育局|高小满|局长."""
        if self.surnames.get(name[:1], 3) > 2 and name[:2] not in self.surnames:
            return False
        if name[0] in "党籍":  # 村|党总支|书记, 民主党|籍
            return False
        return not self.is_cue(name) and (len(name) > 2 or not self.is_word(name))

    def is_common(self, name: str) -> bool:
        """Whether a string has one of the commonest surnames, and no other use that is known."""
        return self.surnames.get(name[:1]) == 1 and self.other.get(name) != "yes"

    def name_at(self, text: str, behind: re.Pattern[str]) -> int:
        """The length of the name that a text starts with, if `behind` follows it; else 0."""
        for length in (3, 2, 4):
            if length == 3 and text[2:4] in self.divisions:  # 高香|漳州市副市长
                continue
            if self.has_surname(text[:length]) and behind.match(text, length):
                return length
        return 0

    def is_abroad(self, text: str) -> bool:
        """Whether a string may be a foreign name: two to six of the characters they have."""
        return 2 <= len(text) <= 6 and self.transcription.writes(text)

    def common_openings(self) -> str:
        """The characters that common surnames start with, as members of a regex class."""
        return as_class(
            c for c in self._first if self.surnames.get(c, 1) <= 2 and "\u4e00" <= c <= "\u9fff"
        )

    def is_cue(self, text: str) -> bool:
        """Whether a string is a word that follows titles or names and is none itself."""
        return text in self._cues

    def follows(self, text: str, end: int) -> float:
        """How well what stands behind a name shows that the name ends there: 0, or 2.5 to 4."""
        first = text[end : end + 1]
        if first.isdecimal():
            return 3.0
        if first == "强" and _STRONG.match(text, end):
            return 0.0
        for length in self._lengths.get(first, ()):
            kind = self.after.get(text[end : end + length])
            if kind:
                return 2.0 + length * (0.25 if kind in ("dictionary", "rare") else 0.5)
        return 0.0

    def is_word(self, text: str) -> bool:
        """Whether the segmenter takes a string of several characters for one word."""
        return len(text) > 1 and len(self._segmenter.cut(text)) == 1


def _lengths_by_first(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words are that start with a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        if len(word) <= _LONGEST_CUE:
            lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def as_class(characters: Iterable[str]) -> str:
    """The members of a regex class, each once."""
    return re.escape("".join(sorted(set(characters))))


def is_delimited(text: str, end: int) -> bool:
    """Whether nothing of a word stands behind an offset."""
    return end == len(text) or text[end] in DELIMITERS


def leads_on(text: str, end: int) -> bool:
    """Whether a character before an offset leads on and ends no name: 高小|就《意见》作说明."""
    behind = _LEADS.get(text[end - 1])
    return behind is not None and behind.match(text, end) is not None
