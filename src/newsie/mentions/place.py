"""A passage's text in, the places that it names out; and the home places of articles.

`PlaceFinder` is what the pipeline and the records use: it finds place mentions, resolves names and
codes, and says what a bare 区委 or 全市 means in a division.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from newsie.article import Article, Document, Mention, Place
from newsie.gazetteers import load_gazetteer
from newsie.mentions.division import Divisions, closeness, is_within
from newsie.mentions.hit import GENERAL, Hit
from newsie.mentions.home import HomeFinder
from newsie.mentions.town import Stretch, TownFinder
from newsie.values import PlaceValue

_BARE = re.compile(
    r"[全我本该](?<![安健齐周完保].)(?:自治区|街道|[省市区县旗州盟镇乡村](?![场域级长委民]))"
)
# A short name with which the name of a street, or of 上海合作组织, begins is no place of its own.
_OF_LEVEL = re.compile("[省市区县]级(?!别|市|干部|领导|以)")
_STREET = re.compile(r"(?:合作组织|时间|[东西南北中]?路|大道|大街|[东西南北]街|大桥|高速)")
# 其次分别是孝义51.9%、离石33.8%; 孝义增长8.7%
_TOLD_BEHIND = re.compile(
    r"(?:同比|环比)?(?:增长|下降|增幅|增速|排名|位居|位列)|[0-9]+(?:\.[0-9]+)?[%％万亿千]|(?:[、和][\u4e00-\u9fff]{2,3}){1,8}(?:等地)?分别(?:增长|下降|排)"
)
_BEFORE_TOLD = frozenset("，、；：。是为中和与及\n")
_TOWNS = ("镇", "乡", "街道", "苏木")
_STREET_STARTS = frozenset("合时路东西南北中大高")  # what these start with
# 部长葛天歌, 主任丘山, 总经理县…: where a title ends and a name begins, no place arises.
_TITLE_END = re.compile(
    r"[部局院会市区县厂校处科镇乡村社所站书事行省组队团师州馆园台班庭察家成增延首议总副]长"
    r"|[主责担]任|[经总代]理|[现时当古]代"
)
_LONGER_WORDS = frozenset(("哈密瓜", "镇平均"))  # 全镇|平均
_TITLE_LAST = frozenset("长任理代")  # what these end with
_LONGEST_NAME = 8  # characters that are looked for behind a party's name
_REPAIRING = ("冬", "兴", "整", "维", "抢", "新", "春", "秋", "岁")
_OF_ALL = ("全", "我", "本", "该", "各")


class PlaceFinder:
    """Finds and resolves places; built once a worker, as automata do not pickle.

    Args:
        folder: the user's gazetteers.

    Raises:
        GazetteerError: a gazetteer is broken.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.divisions = Divisions(folder)
        self._words = frozenset(row["name"] for row in load_gazetteer("placeword", folder))
        self._names = list(self.divisions.by_name)
        self._kinds = [self._kind_of(name) for name in self._names]
        self._codes_of = lru_cache(maxsize=4096)(self._find_codes)
        self._value_of = lru_cache(maxsize=4096)(self._make_value)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        self._towns = TownFinder(self.divisions.townships)
        areacodes = {
            row["prefix"]: tuple(row["codes"].split("、"))
            for row in load_gazetteer("areacode", folder)
        }
        self._homes = HomeFinder(self.divisions, self.hits, areacodes, self._words)

    def find_places(self, text: str, home: Place | None = None) -> list[Mention]:
        """The places that a canonical text names, in reading order, none inside another.

        Divisions that follow each other from large to small are one mention. The value has the
        codes of the divisions that the name may mean, of a town or village those of its county.

        Args:
            text: of a passage.
            home: the article's home place: its short name is a place even where it is a word.

        Surface forms, one a line::

            青浦区
            上海市青浦区
            青浦
            江苏苏州
            赵巷镇
            夏阳街道
            青浦区重固镇章堰村
            全区 我市 本县 该镇
        """
        return self._join_hits(text, self.hits(text), home)

    def find_in_article(self, article: Article) -> list[Mention]:
        """The places that an article names, as `find_places` finds them."""
        assert article.passage is not None
        text = article.passage.text
        hits = article.once("names of divisions", lambda: self.hits(text))  # or `HomeFinder` was
        return self._join_hits(text, hits, article.place)

    def _join_hits(self, text: str, hits: Iterable[Hit], home: Place | None) -> list[Mention]:
        chains = list(self._chain(text, hits, home))
        spans = self._towns.add_towns(text, chains, home.code if home else None)
        near = home.code if home else None
        mentions = [
            Mention("place", start, end, self._value_of(text[start:end], codes, near))
            for start, end, codes in spans
        ]
        bare = list(_BARE.finditer(text))
        if not bare:
            return mentions
        taken = {at for start, end, _ in spans for at in range(start, end)}
        for found in bare:
            if taken.isdisjoint(range(*found.span())):
                meant = home.meant_by(found.group()[1:]) if home else None
                value = PlaceValue(found.group(), bare=True, place=meant)
                mentions.append(Mention("place", found.start(), found.end(), value))
        return sorted(mentions, key=lambda mention: mention.start)

    def resolve_place(
        self, text: str, published: str | None = None, near: Place | None = None
    ) -> Place | None:
        """The place that a name or a code means, or None: 310114, 嘉定区, 上海市嘉定区, 嘉定.

        Args:
            text: a name, its parents' names before it or not, or a code of two to twelve digits.
            published: ISO 8601; names of that year win over those of other years.
            near: of several divisions of one name, the one nearest to this place wins.
        """
        year = year_of(published)
        division = self.divisions.resolve(text, year, near.code if near else None)
        return self.divisions.place(division, year) if division else None

    def infer_places(
        self, document: Document, articles: Sequence[Article], place: Place | None = None
    ) -> None:
        """Set `place` of every article but teasers and adverts: its home division.

        Args:
            document: its metadata's place comes first.
            articles: with their passages and days of publication.
            place: what holds where the metadata says nothing (`--place`).
        """
        published = document.published or next(
            (article.published for article in articles if article.published), None
        )
        year = year_of(published)
        given = self.divisions.resolve(document.place, year) if document.place else None
        if given is None and place is not None:
            given = self.divisions.of_code(place.code, year)
        homes = [given] * len(articles)
        if given is None:
            homes = self._homes.infer(document, articles, year)
        for article, home in zip(articles, homes, strict=True):
            if home is None or article.kind in ("teaser", "advert"):
                article.place = None
            else:
                text = article.passage.text if article.passage else document.text
                article.place = self.divisions.place(home, year, text)

    def parent_of(self, place: Place, level: str) -> Place | None:
        """What a bare word of level means in a home place; see `Place.meant_by`."""
        return place.meant_by(level)

    def division_short(self, place: Place, text: str = "") -> str:
        """A place's own name with its suffix (嘉定区, 石柱县), in the form that a text prefers."""
        division = self.divisions.of_code(place.code)
        return division.own_name(text) if division and not place.short else place.short

    def _make_value(self, name: str, codes: tuple[str, ...], home: str | None) -> PlaceValue:
        if not codes:
            return PlaceValue(name)
        if home is None and len(codes) > 1 and name.endswith(_TOWNS):
            return PlaceValue(name, codes)  # 和平镇, of which seventeen counties have one
        code = min(codes, key=lambda code: closeness(code, home)) if home else codes[0]
        divisions = self.divisions.by_code[code]
        named = [d for d in divisions if any(form in name for form in (d.name, *d.short))]
        division = named[-1] if named else divisions[-1]
        place = self.divisions.place(division, None if division.existed(None) else division.until)
        return PlaceValue(name, codes, place=place)

    def hits(self, text: str) -> list[Hit]:
        """Every name of a division in a text, leftmost longest, ordinary words among them."""
        found: list[Hit] = []
        kinds = self._kinds
        for i, start, end in self._automaton.find_matches_as_indexes(text):
            name, word, short = kinds[i]
            if short and text[end : end + 1] in _STREET_STARTS and _STREET.match(text, end):
                continue
            if (
                name[0] in _TITLE_LAST
                and end - start == 2
                and start
                and _TITLE_END.match(text, start - 1)
            ):
                continue
            if name[0] == "中" and text[start - 1 : start] == "其":
                continue  # 其中|宁东基地 is no 中宁
            if short and text[start : end + 1] in _LONGER_WORDS:
                continue
            if short and name[0] in "镇乡市" and text[start - 1 : start] in _OF_ALL:
                continue  # 全镇|安全生产 is no 镇安
            if short and name[0] in "镇乡" and self._ends_town(text, start + 1):
                continue  # 波罗镇|安置点
            behind = found[-1].name if found and found[-1].end == start else ""
            if behind and name in GENERAL and not self._is_part(name, behind):
                continue  # 长春|新区 is no 新区 of 唐山
            if name[:2] == "修水" and text[start - 1 : start] in _REPAIRING:
                continue  # 冬修|水利 is no 修水
            if name[0] == "建" and text[start - 1 : start] == "民":  # 民建|阳泉市委
                found += self._hit_at(text, start + 1)
                continue
            if not short and text[end : end + 1] == "级" and _OF_LEVEL.match(text, end - 1):
                stem = name[:-1]  # 重庆|市级重点项目
                if stem in self.divisions.by_name:
                    found.append(Hit(start, end - 1, stem, stem in self._words, True))
                continue
            found.append(Hit(start, end, name, word, short))
        return found

    def _ends_town(self, text: str, end: int) -> bool:
        """Whether the name of a town or township ends at a position."""
        towns = self.divisions.townships
        return any(text[end - length : end] in towns for length in (3, 4) if length <= end)

    def _is_part(self, name: str, above: str) -> bool:
        """Whether a division of a name lies in one of another: 城区 of 晋城."""
        larger = self._codes_of(above)
        return any(is_within(code, one) for code in self._codes_of(name) for one in larger)

    def _hit_at(self, text: str, start: int) -> list[Hit]:
        """The longest name of a division that begins at a place, if there is one."""
        for end in range(start + _LONGEST_NAME, start + 1, -1):
            if text[start:end] in self.divisions.by_name:
                return [Hit(start, end, *self._kind_of(text[start:end]))]
        return []

    def _kind_of(self, name: str) -> tuple[str, bool, bool]:
        """A name, whether it is also a word, and whether it is short."""
        short = all(name != division.name for division in self.divisions.by_name[name])
        return name, name in self._words, short

    def _find_codes(self, name: str) -> tuple[str, ...]:
        """The codes of the divisions of a name, the most prominent first."""
        return tuple(dict.fromkeys(d.code for d in self.divisions.named(name)))

    def _chain(self, text: str, hits: Iterable[Hit], home: Place | None) -> Iterator[Stretch]:
        """Join hits that follow each other from large to small; drop words that stand alone."""
        last: Stretch | None = None
        for hit in hits:
            codes = self._codes_of(hit.name)
            if last is not None and last[1] == hit.start:
                inner = tuple(
                    code for code in codes if any(is_within(code, above) for above in last[2])
                )
                if inner and inner != last[2]:
                    last = (last[0], hit.end, inner)
                    continue
            if hit.word and not (home and _may_stand(text, hit, codes, home.code)):
                continue
            if last is not None:
                yield last
            last = (hit.start, hit.end, codes)
        if last is not None:
            yield last


def _may_stand(text: str, hit: Hit, codes: tuple[str, ...], home: str) -> bool:
    """Whether a word is the home, or a place beside or below it that figures are told of."""
    if home in codes:
        return True
    city = home[:2] if home.endswith("0000") else home[:4]
    if not any(code.startswith(city) for code in codes):
        return False
    told = _TOLD_BEHIND.match(text, hit.end) is not None
    return told and (not hit.start or text[hit.start - 1] in _BEFORE_TOLD)


def year_of(published: str | None) -> int | None:
    """The year of an ISO 8601 date."""
    return int(published[:4]) if published and published[:4].isdigit() else None
