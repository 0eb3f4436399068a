"""A document's text and articles in, each article's home division out.

The home is the division, down to the county, whose paper or site this is. What speaks for it: its
name in mastheads, sources, titles and leads, its organs, its towns, codes and telephone numbers in
the page's chrome; and the level of the bare words 区委 全县 市长, which name no division but say
what kind of division writes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from newsie.article import Article, Document
from newsie.gazetteers import load_gazetteer
from newsie.mentions.division import Division, Divisions, is_within
from newsie.mentions.evidence import IN_MASTHEAD, IN_SOURCE, NATIONAL, Evidence, EvidenceReader, Hit

_SITE_CODE = re.compile(r"网站标识码\D{0,3}(\d{6})")
_POLICE_CODE = re.compile(r"公网安备\D{0,3}(\d{6})\d{4,8}")
_PHONE = re.compile(r"(?<!\d)(0\d{2,3})[-—－ )）]{1,2}\d{7,8}(?!\d)")
_SIX_DIGITS = re.compile(r"[0-9\uff10-\uff19]{6}")
# Whose page it is, in the line under a headline; a newspaper there may be that of the province.
_SOURCE = re.compile(
    r"(?:来源|稿源|发布单位|发布机构|供稿单位?)[:：][ \u3000]{0,3}"
    r"([\u4e00-\u9fff]{2,20}(?:政府|[县区市]委|办公室|局|委员会|宣传部|人大|政协))(?![\u4e00-\u9fff])"
)
_OUTLETS = re.compile(
    r"(?:来源|稿源|转自)[:：][ \u3000]{0,3}"
    r"([\u4e00-\u9fff]{2,12}(?:[报网台]|新闻|发布|融媒|融媒体中心|客户端))"
)
_ENTITY = re.compile(r"&[a-zA-Z]+;")
_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]+(?=[\u4e00-\u9fff])")

_WORD_FACTOR = 0.25  # of a name that is also a word, outside mastheads
_SHORT_FACTOR = 0.7  # of a name without its suffix
_SIDE_WEIGHT = 0.25  # teasers and adverts
_CERTAIN = 40.0  # a code in the page's chrome
_TOWN_WEIGHT = 1.5  # shared among the counties that have a town of that name
_SPEAKS = 3  # bare words, from which on a home must be of a level that they say
_CHILD = 0.5  # of each division below, where there are several
_LEAST, _LEAST_NATIONAL = 1.0, 3.0
_FAR_AHEAD = 1.4
_COUNTY_OUTLET, _CITY_OUTLET = 6.0, 2.0  # in a source line or a dateline
_OWNER = re.compile(r"欢迎|新闻[，,]|版权所有|主办|承办|主管|网站名称|[·.>＞»_]|首页|位置")
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:保税区|开发区|高新区|经开区|示范区|自贸区|工业园区|产业园区)"
)
_TOP = 200  # characters, in which a zone's page names it
_STORIES = ("news", "feature", "continuation")
_SEVERAL = 3  # stories, of which each may tell of another county
_SPOKEN = 2.0  # bare words of a larger division's own people, from which on it speaks itself
_TOLD_OF = 3.0  # what a county weighs of which a larger division's paper tells
_HEAD = 300  # characters, in which a national outlet names itself


class HomeFinder:
    """Infers home places.

    Args:
        divisions: every division.
        hits: finds the names of divisions in a text.
        areacodes: telephone prefixes, and the codes of the divisions that have them.
        words: short names that are also ordinary words.
    """

    def __init__(
        self,
        divisions: Divisions,
        hits: Callable[[str], Sequence[Hit]],
        areacodes: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
    ) -> None:
        self._divisions = divisions
        self._hits = hits
        self._reader = EvidenceReader(hits, divisions.townships)
        self._areacodes = areacodes
        self._words = words
        self._meant = lru_cache(maxsize=4096)(self._find_meant)
        self._simplified = str.maketrans(
            {
                row["traditional"]: row["simplified"]
                for row in load_gazetteer("traditional")
                if len(row["traditional"]) == len(row["simplified"]) == 1
            }
        )

    def infer(
        self, document: Document, articles: Sequence[Article], year: int | None
    ) -> list[Division | None]:
        """The home division of each article: the document's, unless an article has its own.

        Args:
            year: of publication: divisions of that year are meant.
        """
        own = [
            self._reader.read_article(article) if article.passage else Evidence()
            for article in articles
        ]
        around = self._plain(_outside(document.text, articles))
        whole = self._reader.read(around, outlet_weight=IN_MASTHEAD)
        chrome = self._plain(_chrome(document.text, articles))
        whole.add(self._reader.read(chrome, in_title=True), 1.0)
        sources = _SOURCE.findall(document.text)
        if sources:
            whole.add(self._reader.read(self._plain("\n".join(sources)), in_title=True), 1.0)
        alone = sum(article.kind in _STORIES for article in articles) < _SEVERAL
        if alone:
            self._add_outlets(document, articles, whole, year)
        if document.title:
            whole.add(self._reader.read(self._plain(document.title), in_title=True), 1.0)
        for article, evidence in zip(articles, own, strict=True):
            whole.add(evidence, _SIDE_WEIGHT if article.kind in ("teaser", "advert") else 1.0)
        scores = self._score(whole, self._plain_with_codes(document.text), year)
        national = NATIONAL.search(document.text[:_HEAD]) is not None
        sure = bool(whole.outlets) or (not national and bool(whole.levels or whole.towns))
        home = self._best(scores, year, _LEAST_NATIONAL if national else _LEAST, sure)
        if alone:
            home = self._told_of(whole, home, year) or home
        home = home or self._zone(self._plain(document.text[:_TOP]), year)
        return [self._own_home(evidence, home, year) for evidence in own]

    def _add_outlets(
        self,
        document: Document,
        articles: Sequence[Article],
        whole: Evidence,
        year: int | None,
    ) -> None:
        """Add whom datelines and source lines name: a county's own paper says most."""
        named = [article.dateline for article in articles if article.dateline]
        named += _OUTLETS.findall(document.text)
        text = self._plain("\n".join(named))
        for hit in self._hits(text) if text else ():
            meant = self._meant(hit.name, year)
            depth = max(division.depth for division in meant)
            capital = all(division.code[2:] == "0100" for division in meant)
            several = len({division.code for division in meant}) > 1
            if NATIONAL.match(text, hit.start) or depth == 1 or capital or several:
                continue
            weight = _COUNTY_OUTLET if depth == 3 else _CITY_OUTLET
            whole.names[hit.name] += weight
            whole.told[hit.name] += weight

    def _told_of(
        self, evidence: Evidence, home: Division | None, year: int | None
    ) -> Division | None:
        """The county that a larger division's paper tells of, if it is one: 宾县 in 黑龙江日报.

        It stands in title, lead or dateline, where no other county weighs half as much, and more
        is said of it than of the larger one, whose people do not speak (我省, 市委).
        """
        if home is not None and home.depth == 3:
            return None
        weights: defaultdict[str, float] = defaultdict(float)
        larger = 0.0
        first: set[str] = set()  # which of them are told of at the head of it
        named = {*evidence.told, *evidence.outlets}
        for name in sorted(evidence.names):
            if name in self._words and name not in evidence.outlets | evidence.sure:
                continue
            meant = [d for d in self._meant(name, year) if year is None or d.existed(year)]
            if not meant:
                continue
            if home is not None:
                meant = [d for d in meant if is_within(d.code, home.code)] or meant
            factor = _SHORT_FACTOR if name != meant[0].name else 1.0
            if home is not None and meant[0].code == home.code:
                larger += evidence.told[name] * factor
            elif len({division.code for division in meant}) == 1:
                weights[meant[0].code] += evidence.names[name] * factor
                first |= {meant[0].code} if name in named else set()
        counties = sorted((code for code in weights if code[4:] != "00"), key=weights.__getitem__)
        if not counties or weights[counties[-1]] < max(_TOLD_OF, larger):
            return None
        if counties[-1] not in first:
            return None
        if len(counties) > 1 and 2 * weights[counties[-2]] > weights[counties[-1]]:
            return None
        best = counties[-1]
        if home is not None and is_within(best, home.code):
            if evidence.own.get(home.level, 0.0) >= _SPOKEN:
                return None
        elif home is not None and (larger or home.depth > 1):
            return None
        return self._divisions.of_code(best, year)

    def _zone(self, text: str, year: int | None) -> Division | None:
        """The city or province whose development zone a page opens with: 天津港保税区."""
        for hit in self._hits(text):
            division = self._meant(hit.name, year)[0]
            if division.depth < 3 and not hit.word and _ZONE.match(text, hit.end):
                return division
        return None

    def _own_home(
        self, evidence: Evidence, home: Division | None, year: int | None
    ) -> Division | None:
        """The document's home, or the article's where its own source says another.

        The other must lie apart from the document's home, which the article must not name.
        """
        if home is None:
            return None
        for name in sorted(evidence.outlets):
            scores = self._score(evidence, "", year)
            best = self._best(scores, year, IN_SOURCE / 2, sure=True)
            if best is None or name not in {best.name, *best.short} or home.code in scores:
                continue
            if not is_within(best.code, home.code) and not is_within(home.code, best.code):
                return best
        return home

    def _plain(self, text: str) -> str:
        """A raw text nearly as a passage has it: simplified, without entities and blanks."""
        if text.isascii():  # mostly empty: a document without mastheads
            return _ENTITY.sub("", text)
        text = _ENTITY.sub("", text).translate(self._simplified)
        return _BLANKS.sub("　", text)

    def _plain_with_codes(self, text: str) -> str:
        """The plain text, or none of it where it has no code and no telephone number anyway."""
        return self._plain(text) if "&" in text or _SIX_DIGITS.search(text) else ""

    def _score(self, evidence: Evidence, text: str, year: int | None) -> dict[str, float]:
        """The weight of every division that the evidence may mean."""
        direct: defaultdict[str, float] = defaultdict(float)
        above = self._named_once(evidence, year)
        words = self._words.intersection(evidence.names) - evidence.sure
        full = words and {  # what they alone are read for
            division.code
            for name in evidence.names
            if name not in words
            for division in self._divisions.by_name[name]
            if division.name == name
        }
        for name, weight in evidence.names.items():
            meant = self._meant(name, year)
            if len(meant) > 1 and above:  # 长安区 beside 西安市
                meant = [d for d in meant if above & {d.code[:4], d.code[:2]}] or meant
            for rank, division in enumerate(meant):
                factor = _WORD_FACTOR if name in words and division.code not in full else 1.0
                if name != division.name:
                    factor *= _SHORT_FACTOR if rank == 0 else _SHORT_FACTOR**2
                direct[division.code] += weight * factor
        for name in evidence.towns:
            counties = self._divisions.townships[name]
            there = [code for code in counties if self._exists(code, year)] or counties
            for code in there:
                direct[code] += _TOWN_WEIGHT / len(there)
        for found in (*_SITE_CODE.finditer(text), *_POLICE_CODE.finditer(text)):
            if found.group(1) in self._divisions.by_code:
                direct[found.group(1)] += _CERTAIN
        cities = {
            code for found in _PHONE.finditer(text) for code in self._areacodes.get(found[1], ())
        }
        below: defaultdict[str, int] = defaultdict(int)
        for code in direct:
            city, province = code[:4] + "00", code[:2] + "0000"
            below[city] += city != code
            below[province] += province not in (city, code)
        return {
            code: self._fit(code, evidence.levels, year)
            * self._in_context(code, direct, below[code], cities)
            for code in direct
        }

    def _named_once(self, evidence: Evidence, year: int | None) -> set[str]:
        """The codes, as short as they are, of the larger divisions that full names name."""
        named = [self._meant(name, year) for name in evidence.names if name not in self._words]
        codes = {found[0].code for found in named if len(found) == 1 and found[0].depth < 3}
        return {code[:2] if code.endswith("0000") else code[:4] for code in codes}

    def _find_meant(self, name: str, year: int | None) -> list[Division]:
        """The divisions of a name that were there in a year; any where none was."""
        named = self._divisions.named(name, year)
        return [division for division in named if division.existed(year)] or named

    def _exists(self, code: str, year: int | None) -> bool:
        return any(division.existed(year) for division in self._divisions.by_code.get(code, ()))

    def _in_context(
        self, code: str, direct: Mapping[str, float], below: int, cities: set[str]
    ) -> float:
        """A division's own weight, and a little for what is known above and below it."""
        weight = direct[code]
        if below > 1:
            weight += min(below, 6) * _CHILD
        for parent in self._divisions.parents(code):
            weight += min(direct.get(parent.code, 0.0), 4.0) * 0.25
        if cities and any(is_within(code, city) for city in cities):
            weight += 3.0
        return weight

    def _fit(self, code: str, levels: Mapping[str, float], year: int | None) -> float:
        """How well a division fits the bare words of the text: 1 where there are none.

        Not at all where there are several, and none of its level: who writes 全县 is no district.
        """
        division = self._divisions.of_code(code, year) if levels else None
        if division is None:
            return 1.0
        level = division.level
        if division.depth == 1:
            spoken = levels.get("省", 0.0)
            if division.name.endswith("自治区"):
                spoken = max(spoken, levels.get("自治区", 0.0), levels.get("区", 0.0) * 0.9)
            if division.code[:2] in ("11", "12", "31", "50"):
                spoken = levels.get("市", 0.0)
        else:
            spoken = levels.get(level, 0.0)
        if not spoken and sum(levels.values()) >= _SPEAKS:
            return 0.0
        fit: float = 0.15 + 1.85 * (spoken / max(levels.values())) ** 1.5
        lower = sum(levels.get(word, 0.0) for word in ("区", "县", "旗"))
        if level in ("市", "州", "盟") and division.depth < 3 and lower >= 2:
            fit *= 0.4
        return fit

    def _best(
        self, scores: Mapping[str, float], year: int | None, least: float, sure: bool
    ) -> Division | None:
        """The division of the greatest weight.

        Args:
            least: what it must weigh.
            sure: whether the text speaks of its own division at all; where it doesn't, the
                greatest weight must be far ahead of all but its parents and children.
        """
        ranked = sorted(scores, key=lambda code: (-scores[code], code[2:4] != "01", code))
        if not ranked or scores[ranked[0]] < least:
            return None
        best = ranked[0]
        for code in () if sure else ranked[1:]:
            apart = not is_within(code, best) and not is_within(best, code)
            if apart and scores[code] * _FAR_AHEAD > scores[best]:
                return None
        return self._divisions.of_code(best, year)


def _chrome(text: str, articles: Sequence[Article]) -> str:
    """The lines of a page's chrome that say whose page it is (某某县融媒体中心版权所有)."""
    pieces = [text[a.start : a.end] for a in articles if a.rule == "article/chrome"]
    return "\n".join(line for piece in pieces for line in piece.split("\n") if _OWNER.search(line))


def _outside(text: str, articles: Sequence[Article]) -> str:
    """What a document holds outside its articles: mastheads, navigation, footers."""
    pieces, position = [], 0
    for article in sorted(articles, key=lambda article: article.start):
        pieces.append(text[position : max(position, article.start)])
        position = max(position, article.end)
    return "\n".join([*pieces, text[position:]])
