"""The divisions of China: names and codes in, divisions, parents and full names out.

A division is a province, a city (prefecture) or a county, by its six-digit code. One code may have
had several names, and one name several codes, each for some years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from newsie.article import Place
from newsie.gazetteers import load_gazetteer

_FAR = 9999
_AUTONOMOUS = re.compile("自治[县州旗]$")
# Full names whose last character does not say the level.
_LEVELS = {"自治区": "自治区", "特别行政区": "省", "地区": "地区"}


@dataclass(frozen=True, slots=True)
class Division:
    """行政区划: a division under one of its names, with the years in which it bore it."""

    code: str
    name: str
    short: tuple[str, ...] = ()
    since: int = 0
    until: int = _FAR

    @property
    def names(self) -> frozenset[str]:
        """Its full name and its short ones."""
        return frozenset((self.name, *self.short))

    @property
    def depth(self) -> int:
        """1 for a province, 2 for a city, 3 for a county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    @property
    def level(self) -> str:
        """The word that its organs go by: 省 自治区 市 州 盟 地区 区 县 旗."""
        for ending, level in _LEVELS.items():
            if self.name.endswith(ending) and self.depth < 3:
                return level
        return self.name[-1]

    def own_name(self, text: str = "") -> str:
        """Its name with its suffix: 嘉定区, 泉州市, 石柱县.

        Args:
            text: where a county has a customary short form (石柱土家族自治县, 石柱县; 西乌珠穆沁旗,
                西乌旗), the form that this text has more often; of a 自治州 the short.
        """
        forms = [name for name in self.short if name.endswith(self.level)]
        if forms and self.name.endswith("自治州") and (forms[0] in text or self.name in text):
            return forms[0]
        if not forms or self.depth < 3:
            return self.name
        customary = forms[0] if self.name.endswith("自治县") else self.name
        counts = {form: text.count(form) for form in (*forms, self.name)}
        return max(counts, key=lambda form: (counts[form], form == customary))

    def existed(self, year: int | None) -> bool:
        """Whether it bore this name in a year; without a year, whether it bears it now."""
        if year is None:
            return self.until == _FAR
        return self.since <= year <= self.until


class Divisions:
    """Every division, by code and by name.

    Args:
        folder: the user's gazetteers, which may hold a place.tsv and a township.tsv.

    Raises:
        GazetteerError: a gazetteer is broken.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.by_code: dict[str, list[Division]] = {}
        self.by_name: dict[str, list[Division]] = {}
        for row in load_gazetteer("place", folder):
            for division in _read_row(row):
                self.by_code.setdefault(division.code, []).append(division)
                for name in (division.name, *division.short):
                    self.by_name.setdefault(name, []).append(division)
        for divisions in self.by_code.values():
            divisions.sort(key=lambda division: division.until)
        for divisions in self.by_name.values():
            divisions.sort(key=_prominence)
        # The codes of the counties that have a town, township or street of a name.
        self.townships = _load_townships(folder)
        # News names the same few divisions again and again.
        self._division_in = lru_cache(maxsize=8192)(self._find_division)
        self._parents_in = lru_cache(maxsize=8192)(self._find_parents)
        self._place_in = lru_cache(maxsize=4096)(self._make_place)

    def of_code(self, code: str, year: int | None = None) -> Division | None:
        """The division of a code under the name of that year, else under its last name."""
        return self._division_in(code, year)

    def _find_division(self, code: str, year: int | None) -> Division | None:
        divisions = self.by_code.get(code, [])
        for division in reversed(divisions):
            if division.existed(year):
                return division
        return divisions[-1] if divisions else None

    def named(self, name: str, year: int | None = None) -> list[Division]:
        """The divisions of a full or short name, those of the year first, larger ones first."""
        found = self.by_name.get(name, [])
        return sorted(found, key=lambda division: not division.existed(year))

    def parents(self, code: str, year: int | None = None) -> tuple[Division, ...]:
        """The city and the province above a code, the nearest first."""
        return self._parents_in(code, year)

    def _find_parents(self, code: str, year: int | None) -> tuple[Division, ...]:
        above = dict.fromkeys((code[:4] + "00", code[:2] + "0000"))
        found = (self.of_code(parent, year) for parent in above if parent != code)
        return tuple(division for division in found if division is not None)

    def place(self, division: Division, year: int | None = None, text: str = "") -> Place:
        """The division as records have it, its name behind its parents' names.

        Args:
            text: says which of its forms `Place.short` is, and which of its parents'.
        """
        place = self._place_in(division, year)
        if text and any(each.name.endswith("自治州") for each in place.above):
            above = tuple(self._as_called(each, text) for each in place.above)
            place = replace(place, above=above)
        if text and division.short and (short := division.own_name(text)) != place.short:
            return replace(place, short=short)
        return place

    def _as_called(self, place: Place, text: str) -> Place:
        """A place in the form that a text has: 甘孜州."""
        division = self.of_code(place.code)
        return replace(place, short=division.own_name(text)) if division is not None else place

    def _make_place(self, division: Division, year: int | None) -> Place:
        above: tuple[Place, ...] = ()
        for parent in reversed(self.parents(division.code, year)):
            above = (_place(parent, above), *above)
        return _place(division, above)

    def resolve(
        self, text: str, year: int | None = None, near: str | None = None
    ) -> Division | None:
        """The division that a code or a name means: 310114, 嘉定区, 上海市嘉定区, 嘉定.

        Args:
            text: of two to twelve digits, or a name, its parents' names before it or not.
            year: names valid then win over those of other times.
            near: a code; of several divisions of one name the one nearest to it wins.
        """
        text = re.sub(r"\s", "", text)
        if re.fullmatch(r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}", text):
            return self.of_code(text[:6].ljust(6, "0"), year)
        chains = list(self._chains(text))
        if not chains:
            return None
        return min(chains, key=lambda division: _rank(division, year, near))

    def _chains(self, text: str) -> Iterable[Division]:
        """The divisions that a chain of names may mean: each name below the one before it."""
        yield from self.by_name.get(text, [])
        for cut in range(2, len(text) - 1):
            above = self.by_name.get(text[:cut])
            if not above:
                continue
            for below in self._chains(text[cut:]):
                if any(
                    is_within(below.code, division.code) and below.code != division.code
                    for division in above
                ):
                    yield below


def _place(division: Division, above: tuple[Place, ...]) -> Place:
    name = (above[0].name if above else "") + division.name
    return Place(division.code, name, division.own_name(), division.level, above)


def is_within(code: str, above: str) -> bool:
    """Whether a code lies in the division of another code, or is the same.

    >>> is_within("310114", "310000"), is_within("310114", "320000")
    (True, False)
    """
    if above.endswith("0000"):
        return code.startswith(above[:-4])
    if above.endswith("00"):
        return code.startswith(above[:-2])
    return code == above


def closeness(code: str, other: str) -> int:
    """How far up two codes part: 0 the same county, 1 the city, 2 the province, 3 further."""
    if code == other:
        return 0
    return 1 if code[:4] == other[:4] else 2 if code[:2] == other[:2] else 3


def _prominence(division: Division) -> tuple[object, ...]:
    """Divisions of today first, larger ones first, those of a capital first."""
    return (-division.until, division.depth, division.code[2:4] != "01", division.code)


def _rank(division: Division, year: int | None, near: str | None) -> tuple[object, ...]:
    far = closeness(division.code, near) if near else 0
    return (not division.existed(year), far, *_prominence(division))


def _load_townships(folder: Path | None) -> dict[str, list[str]]:
    counties: dict[str, list[str]] = {}
    for row in load_gazetteer("township", folder):
        for name in row["names"].split("、"):
            counties.setdefault(name, []).append(row["code"])
    return counties


def _read_row(row: dict[str, str]) -> list[Division]:
    """The division of a row under its present name and under each former one."""
    since, until = int(row["since"] or 0), int(row["until"] or _FAR)
    divisions = []
    for former in filter(None, row["former"].split("、")):
        name, _, year = former.partition("~")
        divisions.append(Division(row["code"], name, _stem(name), since, int(year)))
        since = int(year)
    short = tuple(filter(None, row["short"].split("、")))
    if (autonomous := _AUTONOMOUS.search(row["name"])) and short:
        short = (*short, min(short, key=len) + autonomous[0])  # 威宁自治县, its peoples left out
    divisions.append(Division(row["code"], row["name"], short, since, until))
    return divisions


def _stem(name: str) -> tuple[str, ...]:
    return (name[:-1],) if len(name) > 2 else ()
