"""The bodies that an article has named so far in, the one that 公司, 该院, 学校 go back to out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import Article
from newsie.measure.named import name_body
from newsie.measure.naming import FIRM, FIRM_NAME, full_organisation, names_of
from newsie.measure.zone import IS_ZONE, PLAIN_ZONES

# What 学校 and 该校 go back to.
_SCHOOL = re.compile(
    r"(?:[小中大]学|学[校院]|分校|党校|[高初]中|职高|职中|幼儿园|[一二三四五六七八九十]+[中小高]|附[中小])(?:[（(].*)?$"
)

# The body of a kind told of last: 这家公司, 这个农场.
_THIS_BODY = re.compile(
    r"(?:这[家个所座]|该|本|我们|全(?=公司|集团|厂))(公司|集团|企业|合作社|医院|学校|[农林牧茶渔马]场|煤矿|幼儿园|[敬养]老院|卫生院|小学|中学|酒店"
    r"|民宿|支行|协会|商会|产业园|工业园|工厂|机场|车站|水库|电站)"
)


# Bodies that write of themselves, by what they call themselves.
_OWN_KINDS = {
    "院": "医院|法院|检察院|学院|研究院|卫生院|保健院|书院",
    "校": "大学|学院|中学|小学|学校|幼儿园",
    "局": "局",
    "行": "银行|支行|分行|信用社|联社",
    "司": "公司|集团",
    "馆": "图书馆|博物馆|文化馆|展览馆|档案馆",
}
_LONGEST_OWN = 24


def own_body(article: Article, word: str) -> str | None:
    """The body that writes of itself as 我院, 我校: the only one that signs, or heads the page.

    Surface forms, each by itself between signs::

        （远帆市人民医院 高小满）
        来源：远帆市人民医院
    """
    kinds = _OWN_KINDS.get(word[1:])
    if kinds is None or word[0] not in "我本":
        return None
    named = re.compile(rf"(?<![一-鿿])[一-鿿]{{2,{_LONGEST_OWN}}}(?:{kinds})(?![一-鿿])")
    signed = {found[0] for found in named.finditer(article.source)}
    signed = {name for name in signed if name_body(name) == name and name[0] not in "我本全各该"}
    return signed.pop() if len(signed) == 1 else None


def kind_of_this(name: str) -> str | None:
    """What kind of body a word goes back to: 农场 of 这个农场; None where it is a name."""
    this = _THIS_BODY.fullmatch(name)
    return this[1] if this else None


def zone_of(kind: str, told: Iterable[str | None]) -> str | None:
    """The first zone of a kind among those told of; 园区 is any."""
    for name in told:
        if name and (name.endswith(kind) or (kind in PLAIN_ZONES and IS_ZONE.search(name))):
            return name
    return None


def firm_of(told: Iterable[str | None]) -> str | None:
    """The first firm among those told of."""
    return next((name for name in told if name and FIRM_NAME.search(name)), None)


class NamedBodies:
    """Bodies in the order in which they were told of, or only named.

    Attributes:
        told: those at the heads of clauses.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self.told: list[str] = []
        self._mentioned: list[str] = []

    @property
    def last(self) -> str:
        """The body told of last."""
        return self.told[-1]

    def tell(self, name: str) -> None:
        """Remember a body that is told of."""
        self.told.append(name)

    def mention(self, name: str) -> None:
        """Remember a body that is named in passing."""
        self._mentioned.append(name)

    def backwards(self) -> list[str]:
        """Those told of, then those named, the last first."""
        return [*self.told[::-1], *self._mentioned[::-1]]

    def of_word(self, word: str) -> str | None:
        """The body that a word goes back to: 公司, 该院, 我校, 园区."""
        if word[0] in "该本我":
            # 该局 is the 国税局.
            named = next((name for name in self.backwards() if name.endswith(word[1:])), None)
            if named is not None:
                return named
        kind = word[1:] if word[1:] == "院" else "园" if word in ("园区", "产业园") else word[-2:]
        if word.endswith("校"):
            return self._school()
        firm = kind in ("公司", "集团", "企业", "厂里")
        before = next((n for n in self.backwards() if kind in n or (firm and FIRM.search(n))), None)
        if before is None and kind in ("公司", "集团", "我司"):
            return self._only_firm()
        return before or own_body(self._article, word)

    def of_kind(self, kind: str, told: Iterable[str | None]) -> str | None:
        """The body whose name ends like a kind (农场, 院里): of those told of, else named last."""
        ending = kind[0] if kind[1:] in ("里", "内") else kind
        for name in (*told, *self.backwards()):
            if name and name.endswith(ending) and len(name) > len(kind) + 1:
                return name
        return None

    def _only_firm(self) -> str | None:
        """The only firm that the article names, be it in its last line."""
        named = [n for n in names_of(self._article, "organisation") if FIRM_NAME.search(n)]
        return full_organisation(self._article, named[0]) if len(named) == 1 else None

    def _school(self) -> str | None:
        """The school told of last, else named last, else the only one that the article names."""
        schools = [name for name in self.told if _SCHOOL.search(name)]
        schools = schools or [name for name in self._mentioned if _SCHOOL.search(name)]
        named = {
            full_organisation(self._article, name)
            for name in names_of(self._article, "organisation")
            if _SCHOOL.search(name)
        }
        if not schools and len(named) != 1:
            return own_body(self._article, "我校")
        return schools[-1] if schools else named.pop()
