"""Whom a whole article is of, by its title, its opening and what it comes back to.

A town, a village, a firm, a body, or the development zone that calls itself 全区.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from newsie.article import Article, Mention, Sentence
from newsie.measure.bodies import own_body
from newsie.measure.named import name_body
from newsie.measure.naming import (
    FIRM,
    autonomous_name,
    full_organisation,
    names_of,
    own_name,
    plain_body,
    short_name,
    shorten_autonomous,
    stem_of,
)
from newsie.measure.zone import told_zone
from newsie.triggers import compile_quick

_TOWN = re.compile(r"(?:镇|乡|街道)$")
_TOWN_IN = re.compile(r"(?:镇|乡|街道).{1,8}村$")
# A title of those who come to a town: 县领导到远帆镇调研.
_VISITED = re.compile(r"调研|慰问|走访|检查|督查|考察|视察|督导|到|赴|在|县|市|区")
# Bodies whose deeds and figures are their own, not the division's.
_ACTS_FOR_ITSELF = re.compile(
    r"(?:法院|检察院|医院|保健院|卫生院|敬老院|养老院|福利院|疾控中心|学校|[大中小]学|[一二三四五六七八九十][中高]|学院|幼儿园|融媒体中心|电视台|公司|银行|税局|税务局|公安局|分局|供电局|教育局|海关|派出所|支队|大队|火车站|图书馆|文化馆|博物馆|援[疆藏青][一-鿿（）()]{0,16}(?:工作)?[组队])$"
)
# Those of which an article may be that only opens with one and comes back to it.
TELLS_OF_ITSELF = re.compile(
    rf"{FIRM.pattern}|(?:学校|[大中小]学|[一二三四五六七八九十][中高]|学院|幼儿园|法院|检察院|卫生院|[农林牧茶渔马]场|煤矿|税务局|海关|供电局|[分支]行|联社|派出所)$"
)
_ORGANISED = re.compile(r"督[查导]|调研|慰问|走访|检查|考察|视察|座谈")
_MET = re.compile(r"会见|会谈|座谈|拜访|走访|调研|考察|慰问|视察|对接|洽谈|接待|来访|赴|到")
_LOWEST = re.compile(r"[^省市区县旗镇乡]{2,6}?(?:镇|乡|街道|村|社区|苏木|嘎查)$")
_STREET = re.compile("^.{2,}街道(?=.)")
_OF_COUNTY = re.compile("[全我][省市区县州旗]")
_LEVEL = re.compile(r"(?:镇|乡|街道|村|社区|苏木|嘎查)$")
_VILLAGES = ("村", "社区", "嘎查")
_THAT = re.compile(r"[全该我](?:村|社区|嘎查)(?!民)|[村区]里(?!长)")
_LEAD = 3  # sentences
_OFTEN = 3
_AFTER_NAME = ("：", "｜", " ", "\u3000")
# What goes back to a firm that is named once.
_ITSELF = re.compile(
    r"(?<![一-鿿])(?:公司|集团|合作社|厂里|学校|医院|农场|林场|牧场)(?!等|和|、)|[该我](?:们)?(?:公司|集团|企业|厂|合作社|社)|[该我全][校院场](?!区|域|的)|该[行所]|这[个家所](?:农场|林场|医院|学校|公司|企业|合作社)"
)
_MAKER = re.compile(r"公司|集团|厂$|合作社$")
# An article of a division that it does not name.
_LOCAL = compile_quick(
    r"(?<![一-鿿])我[市区县](?!级)|[，。；]全[区县](?!域)|(?<!日)本[市区县](?!场|级)|市重[大点]|(?<![一-鿿])市委"
)
_DIVISION = re.compile(r"..[市区县旗州盟]$")
_OPENING = 12  # characters
_WENT_THERE = re.compile(
    r"[我本][省市区县州旗][^，。；]{0,12}?(?:[赴到在与和]|前往|走进)(?:[^，。；、]{1,8}、)*$"
)
_CAME_HERE = re.compile(r"[^，。；]{0,16}?(?:来|到|赴|莅临|走进)[我本][省市区县州旗]")
_WE = re.compile(
    r"(?<![对给向为使让])我(?:[院校馆](?![长区])|局(?!长)|行(?!业|[政动为使])|司(?![令机法]))"
)
_BRAND = re.compile(
    r"(?![一-鿿]{0,4}(?:[省市区县州旗镇乡村]|街道|社区)[：:｜|])([一-鿿]{2,6})[：:｜|]"
)
_LONGEST_ABOVE = 6  # characters of the place before a firm's own name
_HEAD = re.compile(
    r"(?:记|——)?(?P<name>(?![一-鿿]{0,3}(?:局|委|办)[：:])[一-鿿（）]{4,18}?(?P<kind>[一-鿿](?:[一-鿿]站|中心|[一-鿿]馆|[一-鿿]所|研究院|[一-鿿]场|煤矿|林场)))[：:｜|]"
)
_NATIONAL = re.compile("全国|我国|国家")


def find_home(article: Article) -> str | None:
    """The article's own division, as texts call it; 中国 where only the nation speaks, or None."""
    text = article.passage.text if article.passage else ""
    if (place := article.place) is not None:
        short = shorten_autonomous(place.short or short_name(place.name))
        return autonomous_name(place, text) or short
    if opening := _opening_place(article):
        return opening
    return "中国" if _NATIONAL.search(text) and not _LOCAL.search(text) else None


def _opening_place(article: Article) -> str | None:
    """The division that the title or the dateline of an article without a place names."""
    first = next((s for s in article.sentences if s.text.strip()), None)
    told = [s for s in article.sentences if s.in_title or s is first]
    for sentence in told:
        for mention in sentence.mentions_of("place"):
            name = short_name(mention.value.name)
            near = mention.start < sentence.start + _OPENING
            if near and _DIVISION.search(name) and not is_strange(sentence, mention):
                return shorten_autonomous(name)
    return None


def is_strange(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is another than ours: 我市赴启航市招商, 启航市考察团来我县."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    return (
        _WENT_THERE.search(sentence.text, 0, start) is not None
        or _CAME_HERE.match(sentence.text, end) is not None
    )


def strange_stems(article: Article) -> frozenset[str]:
    """The names, without suffixes, of places that are another's than those who write."""
    return article.once(
        "strange places",
        lambda: frozenset(
            stem_of(short_name(mention.value.name))
            for sentence in article.sentences
            for mention in sentence.mentions_of("place")
            if is_strange(sentence, mention)
        ),
    )


def titled_subject(article: Article) -> str | None:
    """The town or firm that the article is about, as its title names it or opens with it."""
    places = names_of(article, "place")
    towns = [name for name in places if _TOWN.search(name) and name[0] not in "我该全本各"]
    villages = [name for name in places if name.endswith("村") and _TOWN_IN.search(name)]
    for sentence in article.sentences:
        if not (sentence.in_title or sentence.text.startswith("——")):
            break
        for mention in sentence.mentions:
            name = getattr(mention.value, "name", "")
            met = _MET.search(sentence.text, 0, mention.start - sentence.start)
            maker = mention.kind == "organisation" and _MAKER.search(name) and not met
            if maker and name_body(name):
                return full_organisation(article, plain_body(str(name)))
            if (
                mention.kind == "organisation"
                and mention.start < sentence.start + 3
                and _ACTS_FOR_ITSELF.search(name)
                and not _ORGANISED.search(sentence.text)
                and name_body(name) == name  # 新建改扩建学校9所 is no school
            ):
                return full_organisation(article, plain_body(name))
            opens = mention.start < sentence.start + 3 or (
                len(towns) == 1 and not _VISITED.search(sentence.text)
            )
            if opens and (name in towns or name in villages):
                return own_name(str(name))
            behind = sentence.text[mention.end - sentence.start :][:1]
            headed = mention.kind == "place" and mention.start == sentence.start
            if headed and behind in _AFTER_NAME and name.endswith(_VILLAGES):
                return own_name(str(name))
        home = article.place.short if article.place else ""
        for town in towns:
            if home[:2] != town[:2] and sentence.text.startswith(_TOWN.sub("", town)):
                return own_name(town)
    own = _branded(article) or _told_town(article) or told_zone(article)
    return own or _headed(article) or _writer(article)


def _headed(article: Article) -> str | None:
    """The body that a title opens with, whatever its kind, where the text comes back to it."""
    title = next((s for s in article.sentences if s.in_title), None)
    head = _HEAD.match(title.text) if title else None
    if title is None or head is None or article.passage is None:
        return None
    again = article.passage.text.count(head["kind"], title.end)
    return full_organisation(article, head["name"]) if again > 1 else None


def _branded(article: Article) -> str | None:
    """The firm by whose short name the title opens: 远帆生物：, where 远帆生物科技公司 is named."""
    title = next((s for s in article.sentences if s.in_title), None)
    brand = _BRAND.match(title.text) if title else None
    if title is None or brand is None or any(m.start == title.start for m in title.mentions):
        return None  # 平原：, a place's name
    firms = {
        full_organisation(article, name)
        for name in names_of(article, "organisation")
        if _MAKER.search(name) and brand[1] in name[: len(brand[1]) + _LONGEST_ABOVE]
    }
    return firms.pop() if len(firms) == 1 else None


def _writer(article: Article) -> str | None:
    """The body that writes of itself in its title or opening: 我院, where it signs."""
    told = [s for s in article.sentences if s.in_title or s.text.strip()][: _LEAD + 1]
    words = [found[0] for sentence in told for found in _WE.finditer(sentence.text)]
    return own_body(article, words[0]) if words else None


def _told_town(article: Article) -> str | None:
    """The town or village that an article opens with and comes back to, as to no other."""
    times: dict[str, int] = {}  # how often each is named
    titled: dict[str, None] = {}
    opening: dict[str, None] = {}
    villages: dict[str, None] = {}
    assert article.passage is not None
    text = article.passage.text
    lead = {s.index for s in [s for s in article.sentences if _is_body(s)][:_LEAD]}
    for sentence in article.sentences:
        for mention in sentence.mentions_of("place"):
            found = _LOWEST.search(mention.value.name)
            if found is None or mention.value.bare or found[0][0] in "该全我本各":
                continue
            if is_nickname(sentence, mention):
                continue
            name = _STREET.sub("", found[0])
            times[name] = text.count(name)
            head = mention.start - sentence.start
            if sentence.in_title or sentence.text.startswith("——"):
                titled[name] = None
            elif sentence.index in lead:
                kept = opening if not head or sentence.text[head - 1] in "，," else villages
                if kept is opening or name.endswith(_VILLAGES):
                    kept[name] = None
    # One that only stands somewhere in the first sentences must be called so again: 该村, 村里.
    once = [v for v in villages if _THAT.search(text)]
    for name in (*titled, *list(opening)[:1], *once):
        if _is_all_of(article, name, times):
            named = [place for place in names_of(article, "place") if place.endswith(name)]
            return own_name(max(named, key=len)) if named else None
    return None


def is_nickname(sentence: Sentence, mention: Mention) -> bool:
    """Whether quotes say that a place is only called so: “明星村”, “负债村”."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    return sentence.text[start - 1 : start] == "“" and sentence.text[end : end + 1] == "”"


def _is_body(sentence: Sentence) -> bool:
    return not sentence.in_title and bool(sentence.text.strip())


def _is_all_of(article: Article, name: str, times: Mapping[str, int]) -> bool:
    """Whether an article tells of a town or village more than of its county and of others."""
    assert article.passage is not None
    text = article.passage.text
    level = _LEVEL.search(name)
    assert level is not None
    ours = sum(text.count(word + level[0]) for word in "全我") + text.count(level[0] + "里")
    own = times[name] + ours + text.count("该" + level[0])
    others = [count for other, count in times.items() if other.endswith(level[0]) and other != name]
    home = stem_of(article.place.short) if article.place and article.place.short else ""
    if article.place and len(home) == 1:
        home = article.place.short  # 和县
    told = text.count(home) - text.count(name) * (home in name) if home else 0
    nation = text.count("全国") + text.count("我国")
    alone = len(times) == 1 and text.count(home) <= len(re.findall(f"{home}.?{name}", text))
    often = _OFTEN - bool(ours or (alone and not _OF_COUNTY.search(text)))
    return own >= max(often, told, nation) and 2 * max(others, default=0) <= own


def is_alone(article: Article, firm: str) -> bool:
    """Whether an article tells of a firm, as of no other, and comes back to it."""

    def count() -> Counter[str]:
        return Counter(
            full_organisation(article, plain_body(body))
            for sentence in article.sentences
            for mention in sentence.mentions_of("organisation")
            if (body := name_body(mention.value.name)) and TELLS_OF_ITSELF.search(body)
        )

    firms = article.once("firms told of", count)
    assert article.passage is not None
    again = firms[firm] > 1 or _ITSELF.search(article.passage.text)
    return bool(again) and 2 * firms[firm] > firms.total() and _opens_with(article, firm)


def _opens_with(article: Article, firm: str) -> bool:
    """Whether a firm is in a title, or in the first sentences and still told of towards the end.

    Others are but an example, as are all in what a division's name opens: 平原：小菌菇大产业.
    """
    assert article.passage is not None
    titles = [s for s in article.sentences if s.in_title]
    if _names(article, titles, firm):
        return True
    home = stem_of(article.place.short) if article.place and article.place.short else ""
    if home and any(title.text.strip().startswith(home) for title in titles):
        return False
    body = [s for s in article.sentences if _is_body(s)]
    late = body[len(body) // 2 :]
    return _names(article, body[:_LEAD], firm) and (
        _names(article, late, firm) or any(map(_ITSELF.search, (s.text for s in late)))
    )


def _names(article: Article, sentences: Sequence[Sentence], firm: str) -> bool:
    return any(
        full_organisation(article, plain_body(name)) == firm
        for sentence in sentences
        for mention in sentence.mentions_of("organisation")
        if (name := name_body(mention.value.name))
    )
