"""Places behind 在 in, whether they only tell where something is done.

Surface forms::

    在小山镇新建温室103栋            where: whose it is has been said
    在小山镇、大河镇等地推广新品种    where
    公司在全县开店20家               where: who did it stands before
    在全县选聘调解员256名             where, in what a court tells of itself
    在上海开店3家                   where, in a county's paper
    在大河县建成温室103栋            none: that county's, in a city's
"""

from __future__ import annotations

import re

from newsie.article import Place, Sentence
from newsie.measure.carry import Context
from newsie.measure.clause import ORGANISATION, PLACE
from newsie.measure.words import leading_deed
from newsie.values import PlaceValue

_WHO = re.compile(rf"[{PLACE}{ORGANISATION}]|该[一-鿿]|公司|集团|合作社|医院|学校")
# 在小山镇、大河镇等地
_SITE = re.compile(
    rf"在{PLACE}(?:[、和及与](?:{PLACE}|[一-鿿]{{1,4}}?(?=[、和等]))){{0,5}}"
    r"(?:等[\ue001个多]{0,2}(?:乡镇|镇街|街道|[镇乡村县市区地])?)?"
)
_WITHIN = re.compile("(?:范围|境|辖区|区域)之?内(?!的)")
_LONGEST_SITE = 9
_COUNTIES = frozenset(("区", "县", "旗"))
_BELOW = re.compile("(?:[镇乡村]|街道|社区|苏木|嘎查)$")


def pass_where(context: Context, sentence: Sentence, first: int, position: int) -> int:
    """How many positions to pass where a name behind 在 tells where somebody does it, else 0.

    He was named before it, or is a body of which the article tells: 公司在全县开店20家.

    Args:
        first: where the clause starts in the marked sentence.
        position: of 在.
    """
    following = sentence.marked[position + 1 : position + 2]
    if not following or following not in PLACE + ORGANISATION:
        return 0
    if _WHO.search(sentence.marked, first, position) is None:
        named = sentence.mention_at(position + 1)
        if named is None or named.kind != "place" or not context.whose.tells_of_body:
            return 0
        if not (named.value.bare or _lies_above(context.place, named.value)):
            return 0
    within = _WITHIN.match(sentence.marked, position + 2)
    return within.end() - position if within else 2


def end_site(context: Context, sentence: Sentence, position: int, end: int) -> int | None:
    """Where places behind 在 end that lead to a deed, else None.

    Where more of a name stands between, it is the start itself, for the noun to be cut there.
    """
    marked = sentence.marked
    site = _SITE.match(marked, position, end)
    if site is None or context.whose.home in (None, "中国"):
        return None
    named = sentence.mention_at(position + 1)
    if named is None:
        return None
    reach = _LONGEST_SITE
    if not (site.end() > position + 2 or _BELOW.search(named.value.name)):
        if named.kind != "place" or not _is_elsewhere(context.place, named.value):
            return None
        reach = 1  # 在上海开设门店, not 在上海新开业的商场
        if "的" in marked[site.end() : end]:
            return None
    for at in range(site.end(), min(end, site.end() + reach)):
        deed = leading_deed().match(marked, at, end)
        if deed is not None and len(deed[0]) > 1:
            return at if at == site.end() else position
    return None


def _lies_above(home: Place | None, named: PlaceValue) -> bool:
    """Whether a place is the article's own or holds it."""
    return home is not None and any(home.code.startswith(code.rstrip("0")) for code in named.codes)


def _is_elsewhere(home: Place | None, named: PlaceValue) -> bool:
    """Whether a county's article names a division that is neither in it nor above it."""
    if home is None or home.level not in _COUNTIES or named.bare or not named.codes:
        return False
    county = home.code.rstrip("0")
    return not any(
        code.startswith(county) or home.code.startswith(code.rstrip("0")) for code in named.codes
    )
