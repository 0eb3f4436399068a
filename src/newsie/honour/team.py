"""The words before a verb of honouring in, out the players whom they name behind their team.

Forms that are taken:
    海州队的林春生                              the player
    区检察院、招商港联队的林春生/高小满         both, the team being of two bodies
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import looks_like_name
from newsie.honour.region import Found, Region

_PERSON = MENTION_MARKS["person"]
_ORGANISATION = MENTION_MARKS["organisation"]
_PLACE = MENTION_MARKS["place"]
# 区检察院、招商港联队的林春生/高小满: whose players they are, in front of the names
_PLAYERS_OF = re.compile(
    rf"^[^，。；“《的]{{2,40}}(?:队|[{_ORGANISATION}{_PLACE}])的(?=[^，。；的“《]{{1,24}}$)"
)
# 助人为乐、孝老爱亲五大类别共13位: which kinds, nobody by name
CATEGORIES = re.compile(
    r"[^，。；《“]{2,60}?(?:(?:[两三四五六七八九十]|[0-9]+)[个大]?(?:类别|方面|领域|系列|门类|奖项|大类)|[两三四五六七八九十][个大]?类)(?:共|总共|合计)*"
)


def players_of(region: Region) -> tuple[Found, ...]:
    """The persons behind the team that they play for, or where they work; none where one is not."""
    of = _PLAYERS_OF.match(region.marked)
    if of is None:
        return ()
    behind = region.part(of.end(), len(region.marked))
    persons = (str(m.value.name) for m in behind.mentions() if m.kind == "person")
    parts = re.split("[/、和与]", behind.marked)
    names = [next(persons) if part == _PERSON else part for part in parts]
    if not all(map(looks_like_name, names)):
        return ()
    return tuple(Found(name, None, "individual") for name in dict.fromkeys(names))
