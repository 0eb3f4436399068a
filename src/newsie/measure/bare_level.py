"""A bare level in, the division that it means in an article out: 全县, 我市, 全省."""

from __future__ import annotations

from newsie.article import Article
from newsie.measure.naming import names_of, short_name, shorten_autonomous, stem_of
from newsie.measure.protagonist import strange_stems


def division_meant(article: Article, home: str | None, level: str) -> str | None:
    """The article's own division, the one above it, or the first of that level that it names.

    Args:
        home: the article's own division; 中国 where only the nation speaks.
        level: 县 of 全县.
    """
    if home == "中国":
        return None
    if _is_wider(article, level):
        return _first_place(article, level)
    return _above(article, home, level) or home or _first_place(article, level)


def _is_wider(article: Article, level: str) -> bool:
    """Whether the article's own place is a province, and a word means a county in it: 我县."""
    place = article.place
    return level in ("县", "旗") and place is not None and place.level in ("省", "自治区")


def _above(article: Article, home: str | None, level: str) -> str | None:
    """The division above the home place that a bare word means there: 全省 in a county."""
    place = article.place
    if place is None or level not in ("省", "市") or home != shorten_autonomous(place.short):
        return None
    meant = place.meant_by(level)
    return None if meant is None or meant is place else meant.short


def _first_place(article: Article, level: str) -> str | None:
    """The first division of a level that an article without a home names: 该县 of 南昌县."""
    strange = strange_stems(article)
    for name in map(short_name, names_of(article, "place")):
        if name.endswith(level) and len(name) > len(level) + 1 and stem_of(name) not in strange:
            return name
    return None
