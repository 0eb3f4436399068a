"""Passage text in, names out that their verbs show to be persons': 高小满说, 高小满等参加会见."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.mentions.name import Name
from newsie.mentions.name_words import IMPOSSIBLE, NameWords, as_class

# What stands between a name and its verb: 高小满|在致辞中说.
_BEFORE_VERBS = frozenset("在也还就又都向对将并均率首已则应受")
_DIVISIONS = frozenset("村镇乡县")  # 双溪村|荣获
# Surnames that lead on as well: 向|大家, 从|三次, 和|专家; but 向国平, 于秋军.
_LEADING = frozenset("向于和同与对在为由从支")
_COUNTS = frozenset("一二三四五六七八九十几多两")


class SubjectReader:
    """Reads the names at the start of clauses; built once a worker."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        verbs = "|".join(words.verbs)
        first = as_class(f"等同{''.join(verb[0] for verb in words.verbs)}")
        subject = (
            rf"([{words.common_openings()}][\u4e00-\u9fff]{{1,3}}?)"
            rf"(?=[{first}])(?=(?:等|同志)?(?:{verbs}))"
        )
        self._first = re.compile(subject)
        self._other = re.compile(rf"[，。；：！？”\n]{subject}")

    def find_subjects(self, text: str) -> Iterator[Name]:
        """Names with verbs of persons alone, never words of the dictionary (方向明确)."""
        first = self._first.match(text)
        if first is not None and self._is_name(first[1]):
            yield Name(0, first.end(1), 4)
        for found in self._other.finditer(text, first.end() if first is not None else 0):
            if self._is_name(found[1]):
                yield Name(found.start(1), found.end(1), 4)

    def _is_name(self, text: str) -> bool:
        """Whether what starts with the first character of a common surname is a name."""
        if not self._words.has_surname(text) or not IMPOSSIBLE.isdisjoint(text):
            return False
        if len(text) > 2 and (text[-1] in _BEFORE_VERBS or text[-1] in _DIVISIONS):
            return False
        if text[0] in _LEADING and (self._words.is_cue(text[1:]) or text[1] in _COUNTS):
            return False
        return not any(self._words.is_cue(text[:i]) for i in range(2, len(text) + 1))
