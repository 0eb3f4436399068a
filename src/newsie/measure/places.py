"""The towns and villages that an article has named so far, to which 该村, 全镇 and 社区 go back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsie.article import Article, Sentence
from newsie.measure.naming import full_place, names_of, own_name
from newsie.measure.protagonist import is_nickname
from newsie.triggers import compile_quick

# 全县, 我区: the article's own, and no name.
WHOLE = re.compile(
    r"^(?:全(?:[省市区县州旗国镇乡村]|街道|苏木|嘎查)|[我本该](?:[省市区县州旗国镇乡村]|街道|苏木|嘎查))$"
)
BELOW = compile_quick(r"(?:[镇乡村]|街道|社区|苏木|嘎查)$")  # a county
_ABOVE = ("区", "县", "市", "省")
# 该乡 of 远帆县小山乡大河村.
_TOWN = re.compile(r"(?:.*[省市区县旗州盟](?=..))?(.{2,}?(镇|乡|街道))(?=.)")


class NamedPlaces:
    """Towns and villages in the order in which they were named.

    Args:
        home: the article's own division.
    """

    def __init__(self, article: Article, home: str | None) -> None:
        self._article = article
        self._home = home
        self._names: list[str] = []

    def __bool__(self) -> bool:
        """Whether any was named."""
        return bool(self._names)

    def add(self, name: str) -> None:
        """Remember a town or village by its name."""
        self._names.append(name)

    def see(self, sentence: Sentence) -> None:
        """Remember the towns and villages that a sentence names."""
        for mention in sentence.mentions_of("place"):
            name = mention.value.name
            own = not (mention.value.bare or WHOLE.match(name) or is_nickname(sentence, mention))
            if BELOW.search(name) and own:
                self._names.append(name)

    def only(self, level: str) -> str | None:
        """The one that ends so, where there is only one: 社区 of 红旗社区."""
        named = {own_name(n) for n in self._names if n.endswith(level) and len(n) > len(level)}
        return named.pop() if len(named) == 1 else None

    def nearest(self, level: str, told: Sequence[str | None]) -> str | None:
        """The division of a level whose was told last, or that was named last: 该村, 全镇.

        Args:
            told: whose figures were told, the last first.
        """
        seen: Iterable[str] = () if level in _ABOVE else reversed(self._names)
        for name in (*told, *seen, self._home, *names_of(self._article, "place")):
            if name and name.endswith(level) and not WHOLE.match(name):
                return full_place(self._article, self._home, name)
        for name in reversed(self._names):
            if level in ("镇", "乡", "街道") and (town := _TOWN.match(name)) and town[2] == level:
                return town[1]
        return None
