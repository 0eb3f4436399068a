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

from newsie.article import Article, Document
from newsie.characters import map_characters
from newsie.gazetteers import load_gazetteer
from newsie.mentions.division import Division, Divisions, is_within
from newsie.mentions.evidence import (
    IN_MASTHEAD,
    IN_SOURCE,
    NATIONAL,
    Evidence,
    EvidenceReader,
)
from newsie.mentions.hit import GENERAL, Hit
from newsie.mentions.outlet import find_outlets, text_outside
from newsie.mentions.scorer import LEAST, SHORT_FACTOR, TOWN_WEIGHT, HomeScorer
from newsie.triggers import compile_quick

_SIX_DIGITS = compile_quick(r"[0-9\uff10-\uff19]{6}")
_ENTITY = re.compile(r"&[a-zA-Z]+;")
_BLANKS = compile_quick(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]+(?=[\u4e00-\u9fff])")

_LONGEST_NAME = 15  # characters of a division's name
_SIDE_WEIGHT = 0.25  # teasers and adverts
_LEAST_NATIONAL = 3.0  # what a home weighs in a national outlet
_FAR_AHEAD = 1.4
# In a source line or a dateline; a paper of a larger division may tell of any below it.
_OUTLET_OF = {1: 1.5, 2: 4.0, 3: 6.0}
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:保税区|开发区|高新区|经开区|示范区|自贸区|工业园区|产业园区)"
)
_LEAST_ALONE = 0.3  # what one weighs that is all that a text names
_SPEAKS = 3.0  # bare words of its own people that a larger division's own paper has at least
_WIRED = re.compile(r"[^\n]{0,12}电")  # where an agency's reporter sits: 中新网福州5月16日电
_TOP = 200  # characters, in which a zone's page names it
_STORIES = ("news", "feature", "continuation")
_SEVERAL = 3  # stories, of which each may tell of another county
# Bare words of a larger division's own people, from which on it speaks itself, by its depth.
_SPOKEN = {1: 3.0, 2: 2.0}
_TOLD_OF = 3.0  # what a county weighs of which a larger division's paper tells
_NAMED = 2.0  # what one weighs of which a page tells that says of nobody whose it is
_COUNTY = 3  # the depth of one
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
        self._reader = EvidenceReader(hits, divisions)
        self._words = words
        self._scorer = HomeScorer(divisions, areacodes, words)
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
        source = map_characters(document.text)
        around = self._plain(text_outside(document.text, articles))
        whole = self._reader.read(around, outlet_weight=IN_MASTHEAD, chrome=True)
        if document.title:
            whole.add(self._reader.read(self._plain(document.title), in_title=True), 1.0)
        for article, evidence in zip(articles, own, strict=True):
            if article.kind == "advert":
                evidence = self._read_chrome(document.text[article.start : article.end])
            whole.add(evidence, _SIDE_WEIGHT if article.kind in ("teaser", "advert") else 1.0)
        self._add_outlets(source, articles, whole, year)
        scores = self._scorer.score(whole, self._plain_with_codes(document.text), year)
        national = NATIONAL.search(source[:_HEAD]) is not None
        sure = bool(whole.outlets) or (not national and bool(whole.levels or whole.towns))
        least = self._alone(whole, year) if not national else _LEAST_NATIONAL
        home = self._best(scores, year, least, sure)
        if sum(article.kind in _STORIES for article in articles) < _SEVERAL:
            home = self._told_of(whole, home, year) or home
        home = home and self._city_told(whole, home, year)
        home = home and self._own_county(whole, home, year)
        home = home or self._zone(self._plain(document.text[:_TOP]), year)
        return [self._own_home(evidence, home, year) for evidence in own]

    def _add_outlets(
        self, source: str, articles: Sequence[Article], whole: Evidence, year: int | None
    ) -> None:
        """Add whom datelines and source lines name: a county's own paper says most."""
        text = self._plain("\n".join(find_outlets(source, articles)))
        hits = [hit for hit in self._hits(text) if not self._ends_name(text, hit, year)]
        starts = {hit.start for hit in hits}
        for hit in hits:
            meant = self._scorer.meant(hit.name, year)
            several = len({division.code[:4] for division in meant}) > 1
            if hit.name in GENERAL or hit.end in starts or several:  # 哈尔滨市|宾县
                continue
            if NATIONAL.match(text, hit.start) or _WIRED.match(text, hit.end):
                continue
            if hit.word and hit.short and text.startswith(("网", "在线"), hit.end):
                continue  # 东方网
            speaks = self._speaks(meant[0].code, whole, year)
            whole.names[hit.name] += IN_SOURCE if speaks else _OUTLET_OF[meant[0].depth]
            whole.sure.add(hit.name)
            if meant[0].depth > 1:
                whole.outlets.add(hit.name)

    def _ends_name(self, text: str, hit: Hit, year: int | None) -> bool:
        """Whether a word ends the name of an outlet that is another's: 青河|公安, 柳湾|和平."""
        if not hit.word or not hit.short or text[hit.start - 1 : hit.start] < "\u4e00":
            return False
        code = self._scorer.meant(hit.name, year)[0].code
        before = text[max(0, hit.start - _LONGEST_NAME) : hit.start]
        above = [outer for outer in self._hits(before) if outer.end == len(before)]
        return bool(above) and not any(
            is_within(code, division.code)
            for outer in above
            for division in self._scorer.meant(outer.name, year)
        )

    def _read_chrome(self, text: str) -> Evidence:
        """Weigh a page's furniture: whose site it is counts in full, all else as on the side."""
        return self._reader.read(
            self._plain(text), outlet_weight=IN_MASTHEAD / _SIDE_WEIGHT, chrome=True
        )

    def _told_of(
        self, evidence: Evidence, home: Division | None, year: int | None
    ) -> Division | None:
        """The county or city that a larger division's paper tells of: 宾县 in 黑龙江日报.

        It stands in title, lead or source, where no other weighs half as much, and more is said of
        it than of the larger one, whose people do not speak (我省, 市委). A paper from elsewhere
        only prints the story again, if neither it nor anybody's own words stand in the story.
        """
        printed = home is not None and self._only_printed(evidence, home)
        if home is not None and home.depth == _COUNTY and not printed:
            return None
        weights: defaultdict[str, float] = defaultdict(float)
        larger = 0.0
        for name, weight in sorted(evidence.names.items()):
            if name in self._words and name not in evidence.outlets | evidence.sure:
                continue
            meant = self._scorer.meant(name, year)
            meant = [division for division in meant if division.name == name] or meant
            if home is not None:
                meant = [d for d in meant if is_within(d.code, home.code)] or meant
            factor = SHORT_FACTOR if name != meant[0].name else 1.0
            if home is not None and meant[0].code == home.code:
                larger += evidence.told[name] * factor
            elif len({division.code for division in meant}) == 1:
                weights[meant[0].code] += weight * factor
        for name in evidence.towns:
            for code in self._divisions.townships[name]:
                if code in weights:
                    weights[code] += TOWN_WEIGHT
        told = {
            division.code
            for name in {*evidence.told, *evidence.outlets}
            for division in self._scorer.meant(name, year)
            if division.depth > (home.depth if home is not None else 2)
        }
        ranked = sorted(told & weights.keys(), key=lambda code: (weights[code], code))
        least = _TOLD_OF if larger else _NAMED
        if not ranked or weights[ranked[-1]] < least:
            return None
        best = ranked[-1]
        opens = self._titled(evidence, best, year)
        over = self._titled(evidence, home.code, year) if home is not None else None
        if (over is not None and opens is None) or (weights[best] < larger and not opens):
            return None  # a title names the larger one alone
        papers = {
            self._scorer.meant(name, year)[0].code
            for name in evidence.outlets - evidence.told.keys()
        }
        for code, weight in weights.items():
            apart = not is_within(code, best) and not is_within(best, code)
            rivals = apart and 2 * weight > weights[best] and code not in papers
            if rivals and not self._is_same(code, best):
                return None
        if home is not None and is_within(best, home.code):
            spoken = _SPOKEN[home.depth] * (2 if opens and over is None else 1)
            if evidence.own.get(home.level, 0.0) >= spoken:
                return None
        elif home is None and not self._explains(best, evidence, year):
            return self._region_of(best, evidence, year)
        elif home is not None and (larger or home.depth > 1) and not printed:
            names = [
                name for name in evidence.told if self._scorer.meant(name, year)[0].code == best
            ]
            strangers = evidence.outlets or not self._explains(best, evidence, year)
            if strangers or 2 * larger > sum(evidence.told[name] for name in names):
                return None
        return self._divisions.of_code(best, year)

    def _is_same(self, code: str, other: str) -> bool:
        """Whether a county became another that is called so: 长垣县, since 2019 长垣市."""
        former, later = (self._divisions.by_code[each][0].name for each in (code, other))
        return former[:-1] == later[:-1] and code[:4] == other[:4]

    def _titled(self, evidence: Evidence, code: str, year: int | None) -> bool | None:
        """Whether a title opens with a division; None where none names it."""
        opens = [
            opens
            for name, opens in evidence.titled.items()
            if any(division.code == code for division in self._scorer.meant(name, year)[:1])
        ]
        return any(opens) if opens else None

    def _alone(self, evidence: Evidence, year: int | None) -> float:
        """What a home weighs at least: less if a text whose people speak names no other place."""
        named = [
            self._scorer.meant(name, year) for name in evidence.names if name not in self._words
        ]
        codes = sorted({each[0].code for each in named}, key=lambda code: code.rstrip("0"))
        apart = not codes or any(len(each) > 1 for each in named)
        apart = apart or not all(is_within(codes[-1], code) for code in codes)
        if apart or not self._speaks(codes[-1], evidence, year):
            return LEAST
        return _LEAST_ALONE

    def _speaks(self, code: str, evidence: Evidence, year: int | None) -> bool:
        """Whether a division's own people speak in a text more than any other's (县委, 我县)."""
        division = self._divisions.of_code(code, year)
        spoken = evidence.own.get(division.level, 0.0) if division is not None else 0.0
        return spoken >= max(_SPEAKS, *evidence.own.values(), 0.0)

    def _explains(self, code: str, evidence: Evidence, year: int | None) -> bool:
        """Whether the people who speak (县委 我市) may be those of a division or of one above."""
        division = self._divisions.of_code(code, year)
        above = (*self._divisions.parents(code, year), *([division] if division else []))
        return evidence.own.keys() <= {each.level for each in above}

    def _region_of(self, code: str, evidence: Evidence, year: int | None) -> Division | None:
        """The autonomous region that 我区 means in a text that names but one of its counties."""
        province = self._divisions.of_code(code[:2] + "0000", year)
        ours = province is not None and province.level == "自治区" and "区" in evidence.ours
        return province if ours else None

    def _city_told(self, evidence: Evidence, home: Division, year: int | None) -> Division:
        """The city instead of a county that its title and lead do not name, as they do the city.

        So are stories that list the villages of several counties of one city.
        """
        if home.depth < _COUNTY or evidence.outlets & home.names:
            return home
        if evidence.levels.get(home.level) and not self._says_region(evidence, home):
            return self._city_of_several(evidence, home, year)
        city = self._divisions.of_code(home.code[:4] + "00", year)
        if city is None or not any(evidence.told.get(name) for name in city.names):
            return home
        told = [max(evidence.told.get(name, 0.0) for name in each.names) for each in (home, city)]
        return city if 2 * told[0] < told[1] or not told[0] else home

    def _says_region(self, evidence: Evidence, home: Division) -> bool:
        """Whether 全区 may be the autonomous region's: nobody's own people are the district's."""
        region = self._divisions.of_code(home.code[:2] + "0000", None)
        autonomous = region is not None and region.level == "自治区"
        return autonomous and home.level == "区" and not evidence.own.get("区")

    def _city_of_several(self, evidence: Evidence, home: Division, year: int | None) -> Division:
        """The city instead of a city below it (邵武市) of which no more is told than of others."""
        city = self._divisions.of_code(home.code[:4] + "00", year)
        if city is None or city.level != home.level or not evidence.ours.get(city.level):
            return home
        below = {
            division.code
            for name in evidence.names
            if name not in self._words
            for division in self._scorer.meant(name, year)[:1]
            if division.depth == _COUNTY and is_within(division.code, city.code)
        }
        told = any(evidence.told.get(name) for name in home.names)
        return home if told or len(below) <= _SEVERAL else city

    def _own_county(self, evidence: Evidence, home: Division, year: int | None) -> Division:
        """The one county named of a city where the people who speak are a county's (县委)."""
        own = {level: count for level, count in evidence.own.items() if level in ("县", "区", "旗")}
        if home.depth != 2 or not own or evidence.own.get(home.level, 0.0) > max(own.values()):
            return home
        below = {
            division.code: division
            for name in evidence.names
            if name not in self._words or name in evidence.sure
            for division in self._scorer.meant(name, year)[:1]
            if division.depth == _COUNTY and is_within(division.code, home.code)
        }
        county = next(iter(below.values())) if len(below) == 1 else None
        return county if county is not None and county.level in own else home

    def _only_printed(self, evidence: Evidence, home: Division) -> bool:
        """Whether a home is known by the name of an outlet alone."""
        return not evidence.own and not any(evidence.told.get(name) for name in home.names)

    def _zone(self, text: str, year: int | None) -> Division | None:
        """The city or province whose development zone a page opens with: 天津港保税区."""
        for hit in self._hits(text):
            division = self._scorer.meant(hit.name, year)[0]
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
            scores = self._scorer.score(evidence, "", year)
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
