"""The development zone that an article is of, that its 全区 and 园区 mean.

平原高新区：项目建设提速     湘江新区跑出加速度     平原县经济开发区…该园区…
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.gazetteers import ZONES
from newsie.measure.naming import full_organisation, own_name
from newsie.triggers import compile_quick

_LEAD = 3  # sentences
_OFTEN = 3
_OPENING = 60  # characters
_TITLE_OPENING = 8
_AFTER_NAME = ("：", "｜", " ", "\u3000")
# Behind a place, what makes it a zone's name.
NAMED_ZONE = re.compile(rf"[一-鿿]{{0,6}}?(?:{ZONES})")
IS_ZONE = re.compile(rf"(?:{ZONES}|园)$")
# The zone itself, once it was named: 该园区, 高新区.
THE_ZONE = re.compile(rf"该?(?:{ZONES})")
_ZONE = re.compile(
    r"经开区|高新区|(?:经济)?(?:技术)?开发区|(?<=[一-鿿]{2})(?:新区|合作区|示范区)|(?:综合)?保税港?区|综保区"
)
_ZONE_OR_OWN = re.compile(rf"(?:{ZONES})(?<=区)$")
# What any zone is called, by itself or once it was named.
PLAIN_ZONES = frozenset(("园区", "开发区", "高新区", "经开区"))
# A zone at the head of a line, also without a place's name: 湘江新区.
_HEADED = re.compile(
    r"(?P<name>(?!国家|[上下]半年|[前第]?[一二三四]季度|[今去]年|省|市|县|全|我|各|该|一个|城市|中心|现代|首个|多个|[两三四五六七八九十几])"
    rf"(?:(?![的在为将与和对向从到把推建打加园])[一-鿿]){{2,6}}?(?P<kind>{ZONES}))"
)
_THIS_ZONE = compile_quick(r"(?<![一-鿿])(?:该|全)?(?:园区|高新区|经开区|开发区)")
_KIND_OF_ZONE = re.compile("(?:经济技术|经济|高新技术产业|工业)开发区")
_CLAUSE = re.compile("[，。；：]")
_OWN_ZONE = compile_quick(r"(?<![一-鿿])(?:全区|我区)(?![域一-鿿]?[面体局])|[，。]全区")


def is_zone(name: str | None) -> bool:
    """Whether a name is a development zone's that may call itself 全区: 湘江新区."""
    return name is not None and _ZONE_OR_OWN.search(name) is not None


def told_zone(article: Article) -> str | None:
    """The zone that an article is of: its title starts with it, or it opens with it and returns."""
    assert article.passage is not None
    text = article.passage.text
    again = len(_THIS_ZONE.findall(text))
    told = [s for s in article.sentences if s.in_title or s.text.strip()][: _LEAD + 1]
    for sentence in told:
        for mention in sentence.mentions_of("place"):
            behind = mention.end - sentence.start
            named = None if mention.value.bare else NAMED_ZONE.match(sentence.text, behind)
            if named is not None:
                name = sentence.text[mention.start - sentence.start : named.end()]
                titled = sentence.in_title and mention.start == sentence.start
                titled = titled and sentence.text[named.end() : named.end() + 1] in _AFTER_NAME
                if titled or (again + text.count(name) > _OFTEN and again > 1):
                    return own_name(full_organisation(article, name))
    return _headed_zone(article, told)


def _headed_zone(article: Article, told: list[Sentence]) -> str | None:
    """The zone that a title starts with, and the story's opening names again."""
    title = next((s for s in told if s.in_title), None)
    if title is None:
        return _opening_zone(article, told)
    found = _HEADED.match(title.text.strip())
    if found is None:
        return None
    opening = "".join(s.text for s in told if not s.in_title)
    return own_name(full_organisation(article, found["name"])) if found["name"] in opening else None


def _opening_zone(article: Article, told: list[Sentence]) -> str | None:
    """The zone that a page without a title opens with and comes back to: 2016年，湘江示范区…."""
    if not told or not _ZONE.search(told[0].text):
        return None
    assert article.passage is not None
    text = article.passage.text
    for clause in _CLAUSE.split(told[0].text):
        found = _HEADED.match(clause)
        if found and text.count(found["name"]) > 1 and text.count(found["kind"]) >= _OFTEN:
            return own_name(full_organisation(article, found["name"]))
    return None


def name_zone(article: Article, home: str | None) -> str | None:
    """The development zone that an article is about, which calls itself 全区; else None.

    Only in the pages of a county or city: a district is 全区 itself.
    """
    assert article.passage is not None
    text = article.passage.text
    if home and not home.endswith(("市", "县", "州")):
        return None
    if not _OWN_ZONE.search(text) and not (home is None and _opens_with_zone(article)):
        return None
    told = [s.text for s in article.sentences if s.in_title] or [text[:_OPENING]]
    zone = next((found for line in told if (found := _ZONE.search(line))), None)
    if zone is None:
        return None
    for sentence in article.sentences:
        for mention in sentence.mentions_of("place"):
            if text.startswith(zone[0], mention.end):
                return text[mention.start : mention.end] + zone[0]
    headed = next((found for line in told if (found := _HEADED.match(line.strip()))), None)
    return headed["name"] if headed else zone[0]


def zone_kind(article: Article) -> str | None:
    """What kind of zone the article calls 开发区: 经济开发区; None where it does not say."""
    assert article.passage is not None
    found = _KIND_OF_ZONE.search(article.passage.text)
    return found[0] if found else None


def _opens_with_zone(article: Article) -> bool:
    """Whether an article of no known division has a zone in its title that it comes back to."""
    assert article.passage is not None
    for sentence in article.sentences:
        if sentence.in_title and (zone := _ZONE.search(sentence.text)):
            return zone.start() < _TITLE_OPENING and article.passage.text.count(zone[0]) > 1
    return False
