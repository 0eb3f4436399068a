"""A text in → how far the characters reach that foreign and minority names are written with.

Surface forms, one a line::

    普京  阿什拉夫  呼日勒苏赫
    汉斯·米勒  若昂·曼努埃尔·洛伦索
    迪亚斯-卡内尔
"""

from __future__ import annotations

import re
from pathlib import Path

from newsie.gazetteers import load_gazetteer

_PART = r"[^\W\d_a-zA-Z的了在是与]"
_DOTTED = re.compile(rf"{_PART}{{1,8}}(?:[·-]{_PART}{{1,9}})+")
_FIRST_DOT = 9  # characters; the dot of a foreign name stands among them
_LONGEST = 8  # characters of a name without a dot
_LONGEST_PART, _MOST_PARTS = 3, 4
# What a name of such parts may end with besides them: 尕藏|吉, 扎西|加.
LAST_PARTS = frozenset("吉加措杰本太毛草才姆嘉周")
# What opens a verb as often as it stands in a foreign name: 贡却嘉措|所作.
_PARTICLES = frozenset("所其于才")
_PREPOSITIONS = "向于和同与对在为由从"

# What a foreign name of three characters never ends with: 苏林|时, 万斯|原.
BEHIND_FOREIGN = frozenset(
    "时与和及同以已将欲亦遭互邀未均也还于愿参不本因做作会后原访当独赴应向对在曾并则即自率新抵"
)


class Transcription:
    """Knows the characters of foreign and minority names; built once a worker."""

    def __init__(self, folder: Path | None = None) -> None:
        words = [row["character"] for row in load_gazetteer("syllable", folder)]
        self._syllables = frozenset(word for word in words if len(word) == 1)
        self._parts = frozenset(word for word in words if len(word) > 1)

    def writes(self, name: str) -> bool:
        """Whether a string is written with such characters alone."""
        return self._syllables.issuperset(name)

    def nearly_writes(self, name: str) -> bool:
        """Whether all but one of a string's characters are such."""
        return sum(character not in self._syllables for character in name) < 2

    def find_end(self, text: str, start: int) -> int:
        """Where the run of such characters ends that starts there."""
        end = start
        while text[end : end + 1] in self._syllables and end - start < _LONGEST:
            if text[end] in _PARTICLES:
                if text[end : end + _LONGEST_PART] not in self._parts:
                    break
                end += _LONGEST_PART - 1  # 乌云|其其格
            end += 1
        return end

    def find_parts_end(self, text: str, start: int) -> tuple[int, int]:
        """Where the parts of a Tibetan or Mongolian name end, and how many: 扎西|当周."""
        end, count = start, 0
        while count < _MOST_PARTS:
            for length in (2, _LONGEST_PART):
                if text[end : end + length] in self._parts:
                    end, count = end + length, count + 1
                    break
            else:
                break
        return end, count

    def find_start(self, text: str) -> int:
        """Where the run of such characters starts that a text ends with."""
        start = len(text)
        while start and (text[start - 1] in self._syllables or text[start - 1] == "-"):
            start -= 1
        return start

    def match_dotted(self, text: str, start: int) -> re.Match[str] | None:
        """The name of several parts that starts there: 汉斯·米勒, 迪亚斯-卡内尔."""
        near = text[start : start + _FIRST_DOT]
        if "·" not in near and "-" not in near:
            return None
        dotted = _DOTTED.match(text, start)
        if dotted and "·" not in dotted[0] and not self.writes(dotted[0].partition("-")[0]):
            return None
        return dotted

    def find_dotted_start(self, text: str) -> int:
        """Where the name of several parts starts that a text ends with."""
        dot = text.index("·")
        opened = max(text.rfind(word, 0, dot) for word in _PREPOSITIONS)
        return opened + 1 if opened >= 0 or dot < 6 else self.find_start(text[:dot])


def is_dotted(text: str) -> bool:
    """Whether a string has the form of a name of several parts.

    >>> is_dotted("汉斯·米勒"), is_dotted("汉斯·米勒因涉丑闻宣布")
    (True, False)
    """
    first, *others = text.split("·")
    return 0 < len(first) < 6 and all(0 < len(part) < 8 for part in others)
