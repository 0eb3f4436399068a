"""Passage text and its titles in, persons out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from newsie.article import Mention, Passage
from newsie.gazetteers import load_gazetteer
from newsie.mentions.post import Segmenter
from newsie.values import PersonValue

_HAN = re.compile(r"[\u4e00-\u9fff㐀-䶿\U00020000-\U0003ffff〇]+")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,9})+")
_LATIN = re.compile(r"[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]+)*")
_DELIMITERS = frozenset("，、。；：！？（）“”\n\t 》《—…/|")
_NEXT = re.compile(r"(?:（[^（）]{1,12}）)?(?:、|，|和|及|以及|与|并)")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name read at a place: where it ends, and how sure that is."""

    start: int
    end: int
    score: float


class PersonFinder:
    """Finds persons; built once a worker."""

    def __init__(self, segmenter: Segmenter, folder: Path | None = None) -> None:
        self._segmenter = segmenter
        surnames = load_gazetteer("surname", folder)
        self._surnames = {row["surname"]: int(row["frequency"]) for row in surnames}
        rows = load_gazetteer("cue", folder)
        self._after = frozenset(row["word"] for row in rows if row["after"])
        self._other = frozenset(row["word"] for row in rows if row["other"])

    def find_persons(self, passage: Passage, posts: Sequence[Mention]) -> list[Mention]:
        """The persons of a passage.

        区长高香主持
        副主席欧阳谨、钱程、温馨及秘书长付小棠
        欧阳烨（街道党工委委员）
        """
        text = passage.text
        found: dict[int, Name] = {}
        starts = {post.start for post in posts}
        for post in posts:
            self._read_list(text, post.end, starts, found)
            before = self._read_before(text, post.start)
            if before:
                found.setdefault(before.start, before)
        mentions = [_make(passage, name.start, name.end, True) for name in found.values()]
        return mentions + self._find_others(passage, posts, mentions)

    def _read_list(
        self, text: str, start: int, posts: set[int], found: dict[int, Name]
    ) -> None:
        """Read the names of a list that starts behind a title: 甲、乙和丙."""
        while start not in posts:
            name = self.read_name(text, start)
            if name is None:
                return
            found[name.start] = name
            joint = _NEXT.match(text, name.end)
            if joint is None or "、" not in joint[0] and "和" not in joint[0] and "及" not in joint[0]:
                return
            start = joint.end()

    def read_name(self, text: str, start: int) -> Name | None:
        """The name that starts there, behind a title, or None."""
        if start < len(text) and text[start] == " ":
            start += 1
        dotted = _DOTTED.match(text, start)
        if dotted:
            return self._end_dotted(text, dotted)
        latin = _LATIN.match(text, start)
        if latin:
            return Name(start, latin.end(), 5)
        run = _HAN.match(text, start)
        if run is None:
            return None
        best: Name | None = None
        for end in range(start + 2, min(run.end(), start + 6) + 1):
            score = self._score(text, start, end)
            if score >= 4 and (best is None or score > best.score):
                best = Name(start, end, score)
        return best

    def _score(self, text: str, start: int, end: int) -> float:
        name = text[start:end]
        length = end - start
        if any(name[:i] in self._other for i in range(1, length + 1)):
            return 0
        delimited = end == len(text) or text[end] in _DELIMITERS
        if any(name[:i] in self._after for i in range(2, length + 1)) :
            return 0
        compound = name[:2] in self._surnames and length > 2
        single = name[0] in self._surnames
        score = 0.0
        if delimited:
            score += 4
        else:
            follow = self._follows(text, end)
            score += follow
        if compound:
            score += 3 if length in (3, 4) else -2
        elif single and length in (2, 3):
            score += 3 - self._surnames[name[0]] * 0.5
        elif length > 3:
            score -= 3 if not delimited else 1
        else:
            score -= 0.5
        if name[0] in self._after and not delimited:
            score -= 2
        return score

    def _follows(self, text: str, end: int) -> float:
        """How well what stands behind a name shows that the name ends there."""
        best = 0.0
        for length in (1, 2, 3, 4):
            if text[end : end + length] in self._after:
                best = 2.0 + length * 0.5
        return best

    def _end_dotted(self, text: str, dotted: re.Match[str]) -> Name:
        last = dotted[0].rindex("·") + dotted.start() + 1
        for end in range(last + 1, dotted.end()):
            if self._follows(text, end) >= 3:
                return Name(dotted.start(), end, 5)
        for end in range(last + 1, dotted.end()):
            if self._follows(text, end) >= 2 and end - last > 1:
                return Name(dotted.start(), end, 5)
        return Name(dotted.start(), dotted.end(), 5)

    def _read_before(self, text: str, start: int) -> Name | None:
        """The name before a title in brackets: 欧阳烨（街道党工委委员）."""
        if start < 3 or text[start - 1] != "（":
            return None
        end = first = start - 1
        while first > 0 and end - first < 20 and (
            text[first - 1] not in _DELIMITERS and (_HAN.match(text[first - 1]) or text[first - 1] == "·")
        ):
            first -= 1
        name = text[first:end]
        if "·" in name or 2 <= len(name) <= _LONGEST and name[0] in self._surnames:
            return Name(first, end, 5)
        return None

    def _find_others(
        self, passage: Passage, posts: Sequence[Mention], known: Sequence[Mention]
    ) -> list[Mention]:
        """The other places where names of this article stand."""
        if not known:
            return []
        text = passage.text
        names = sorted({text[mention.start : mention.end] for mention in known})
        printed = {text[m.start : m.end]: m.value.name for m in known}
        taken = {mention.start for mention in known}
        covered = sorted([(m.start, m.end) for m in (*posts, *known)])
        finder = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        others = []
        for index, start, end in finder.find_matches_as_indexes(text):
            if start in taken or any(s < end and start < e for s, e in covered):
                continue
            others.append(
                Mention("person", start, end, PersonValue(printed[names[index]], False))
            )
        return others


def _make(passage: Passage, start: int, end: int, anchored: bool) -> Mention:
    name = passage.literal(start, end)
    if not name.isascii():
        name = name.replace(" ", "")
    return Mention("person", start, end, PersonValue(name, anchored))
