"""An organ's name in, its sector out: party, government, enterprise, foreign, …"""

from __future__ import annotations

import re
from pathlib import Path

from newsie.gazetteers import load_gazetteer

# Bodies inside a firm, an office or a village are of the sector of what they are in.
_INNER = re.compile(r"(?:党委|党组|党总支|党支部|党工委|工会|团委|团支部|妇联|工会委员会|委员会)$")
_HOME_ABROAD = re.compile(r"^(?:中国|中华|全国|国家|中方)")
_GRASSROOTS = re.compile(
    r"(?:村|社区|屯|嘎查)(?:党支部|党总支|党委|党支部委员会|两委|支部|村?委会|居委会|村民委员会|居民委员会)?$"
    r"|(?:村|居)委会$"
)
_NAMED_PLACE = re.compile(r"(?:[省市区县州盟旗镇乡]|街道|地区)$")


class Sectors:
    """Tells sectors by the endings of names; built once a worker."""

    def __init__(self, folder: Path | None = None) -> None:
        rows = load_gazetteer("organisation", folder)
        self._endings = {row["ending"]: row["sector"] for row in rows if row["sector"]}
        self._longest = max(map(len, self._endings))
        self._countries = tuple(row["name"] for row in load_gazetteer("country", folder))

    def sector_of(self, organ: str) -> str | None:
        """The sector of an organ by its full name, or None.

        嘉定区委组织部 party
        某某有限公司党委 enterprise
        章堰村党总支 grassroots
        意大利米兰家具协会 foreign
        """
        if self.is_foreign(organ):
            return "foreign"
        if _GRASSROOTS.search(organ):
            return "grassroots"
        inner = _INNER.search(organ)
        if inner and inner.start() and not _NAMED_PLACE.search(organ[: inner.start()]):
            outer = self._by_ending(organ[: inner.start()])
            if outer is not None and (outer != "party" or inner[0] != "委员会"):
                return outer
        return self._by_ending(organ)

    def is_foreign(self, organ: str) -> bool:
        """Whether a name is of a body abroad."""
        if _HOME_ABROAD.match(organ):
            return False
        return organ.startswith(self._countries)

    def _by_ending(self, organ: str) -> str | None:
        for length in range(min(self._longest, len(organ)), 0, -1):
            sector = self._endings.get(organ[-length:])
            if sector:
                return sector
        return None
