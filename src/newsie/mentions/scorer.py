"""What a text says of its home in, the weight of every division that it may mean out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from newsie.mentions.division import Division, Divisions, is_within
from newsie.mentions.evidence import Evidence
from newsie.mentions.hit import is_one_character_county
from newsie.mentions.spoken import fit_spoken

_SITE_CODE = re.compile(r"网站标识码\D{0,3}(\d{6})")
_POLICE_CODE = re.compile(r"公网安备\D{0,3}(\d{6})\d{4,8}")
_PHONE = re.compile(r"(?<!\d)(0\d{2,3})[-—－ )）]{1,2}\d{7,8}(?!\d)")
_WORD_FACTOR = 0.25  # of a name that is also a word, outside mastheads
_MOST_OF_WORD = 4.0  # before that factor
_COUNTY = 3  # the depth of one
_OF_OUTLET = 0.5  # how well a county fits at least whose own source tells it
_CERTAIN = 40.0  # a code in the page's chrome
_REGISTERED = 1.5  # where a site is registered of which the page says nothing: a portal's
_NOT_YET = 0.3  # of a name that no division bore in the year
_PREFECTURES = frozenset(("州", "盟", "地区"))
_CHILD = 0.5  # of each division below, where there are several
_UNNAMED = 1.5  # of a city that only 我市 and several of its counties speak for
SHORT_FACTOR = 0.7  # of a name without its suffix
TOWN_WEIGHT = 1.5  # shared among the counties that have a town of that name
LEAST = 1.0  # what a home weighs


class HomeScorer:
    """Weighs divisions.

    Args:
        divisions: every division.
        areacodes: telephone prefixes, and the codes of the divisions that have them.
        words: short names that are also ordinary words.
    """

    def __init__(
        self,
        divisions: Divisions,
        areacodes: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
    ) -> None:
        self._divisions = divisions
        self._areacodes = areacodes
        self._words = words
        # The divisions of a name that were there in a year.
        self.meant = lru_cache(maxsize=4096)(self._find_meant)

    def score(self, evidence: Evidence, text: str, year: int | None) -> dict[str, float]:
        """The weight of every division that the evidence may mean."""
        direct: defaultdict[str, float] = defaultdict(float)
        above = self._named_once(evidence, year)
        words = {
            name
            for name in self._words.intersection(evidence.names) - evidence.sure
            if not is_one_character_county(name)
        }
        full = words and {  # what they alone are read for
            division.code
            for name, weight in evidence.names.items()
            if name not in words and weight > LEAST  # 规划新建区域 is no 新建区
            for division in self._divisions.by_name[name]
            if division.name == name
        }
        for name, weight in evidence.names.items():
            meant = self.meant(name, year)
            if len(meant) > 1 and above:  # 长安区 beside 西安市
                meant = [d for d in meant if above & {d.code[:4], d.code[:2]}] or meant
            for rank, division in enumerate(meant):
                a_word = name in words or not words.isdisjoint(division.short)
                factor = 1.0
                if a_word and division.code not in full:
                    factor = _WORD_FACTOR * min(1.0, _MOST_OF_WORD / weight)
                if year is not None and division.since > year:
                    factor *= _NOT_YET
                if name != division.name:
                    factor *= SHORT_FACTOR if rank == 0 else SHORT_FACTOR**2
                direct[division.code] += weight * factor
        for name in evidence.towns:
            counties = self._divisions.townships[name]
            there = [code for code in counties if self._exists(code, year)] or counties
            for code in there:
                direct[code] += TOWN_WEIGHT / len(there)
        for parent in self._parents_meant(direct, evidence, year):
            direct[parent] += _UNNAMED
        for found in _SITE_CODE.finditer(text):
            if registered := self._code_now(found[1], year):
                direct[registered] += _CERTAIN
        for found in _POLICE_CODE.finditer(text):
            if registered := self._code_now(found[1], year):
                known = any(is_within(registered, other) for other in direct)
                direct[registered] += _CERTAIN if known else _REGISTERED
        cities = {
            code for found in _PHONE.finditer(text) for code in self._areacodes.get(found[1], ())
        }
        below: defaultdict[str, int] = defaultdict(int)
        for code in direct:
            city, province = code[:4] + "00", code[:2] + "0000"
            below[city] += city != code
            below[province] += province not in (city, code)
        return {
            code: self._fit(code, evidence, year)
            * self._in_context(code, direct, below[code], cities)
            for code in direct
        }

    def _parents_meant(
        self, direct: Mapping[str, float], evidence: Evidence, year: int | None
    ) -> set[str]:
        """The divisions that a text does not name whose people speak (我市) of several below it.

        What only prefectures are called (全州, 州农业局) speaks for them as well.
        """
        below: defaultdict[str, int] = defaultdict(int)
        ours = {level: told for level, told in evidence.levels.items() if level in _PREFECTURES}
        ours.update(evidence.ours)
        for code, weight in direct.items() if ours else ():
            for parent in {code[:4] + "00", code[:2] + "0000"} - {code}:
                below[parent] += weight >= LEAST
        return {
            parent
            for parent, count in below.items()
            if count > 1
            and parent not in direct
            and (division := self._divisions.of_code(parent, year)) is not None
            and ours.get(division.level)
        }

    def _named_once(self, evidence: Evidence, year: int | None) -> set[str]:
        """The codes, as short as they are, of the larger divisions that full names name."""
        named = [self.meant(name, year) for name in evidence.names if name not in self._words]
        codes = {found[0].code for found in named if len(found) == 1 and found[0].depth < 3}
        return {code[:2] if code.endswith("0000") else code[:4] for code in codes}

    def _find_meant(self, name: str, year: int | None) -> list[Division]:
        """The divisions of a name that were there in a year; any where none was."""
        named = self._divisions.named(name, year)
        return [division for division in named if division.existed(year)] or named

    def _code_now(self, code: str, year: int | None) -> str | None:
        """The code in a year of the division that a site registered under; None if it is none."""
        named = self._divisions.by_code.get(code)
        if not named or self._exists(code, year):
            return code if named else None
        here = [each for each in self.meant(named[0].name, year) if each.code[:2] == code[:2]]
        here = [each for each in here if each.existed(year)] or self._took_over(named[0], year)
        return here[0].code if here else code

    def _took_over(self, gone: Division, year: int | None) -> list[Division]:
        """The one division of its city that began when another ended: 塘沽区 → 滨海新区."""
        begun = [
            division
            for code, divisions in self._divisions.by_code.items()
            if code[:4] == gone.code[:4]
            for division in divisions
            if division.since == gone.until and division.existed(year)
        ]
        return begun if len(begun) == 1 else []

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

    def _fit(self, code: str, evidence: Evidence, year: int | None) -> float:
        """How well a division fits the bare words of the text: 1 where there are none."""
        division = self._divisions.of_code(code, year) if evidence.levels else None
        if division is None:
            return 1.0
        fit = fit_spoken(division, evidence.levels, evidence.ours)
        # Whose site it is speaks of its guests' level too: 市委书记 in a county.
        own = division.depth == _COUNTY and evidence.own.get(division.level)
        return max(fit, _OF_OUTLET) if own and division.name in evidence.outlets else fit
