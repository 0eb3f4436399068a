"""An article's names in, the fullest wording of each out: 勒流 → 勒流街道, 晟拓公司 → 上海晟拓….

Names of places and bodies, and whose an article is, by its title.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.article import Article, Place
from newsie.measure.named import name_body
from newsie.triggers import compile_quick

_ABOVE = (
    re.compile(r"^.{2,8}?(?:省|自治区|特别行政区|(?<=北京|上海|天津|重庆)市)(?=..)"),
    re.compile(r"^.{2,9}?(?:自治州|地区|盟|市)(?=..)"),
)
_PROVINCE = re.compile(r"省|市|区|县|旗|.{0,3}自治区|.{0,3}自治州")
# The autonomous regions, whose full names say more than a suffix.
REGIONS = {
    "广西": "壮族自治区",
    "内蒙古": "自治区",
    "西藏": "自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
}
_PROVINCE_NAME = 4
_REMEMBERED = 4096  # names that recur from article to article
_AUTONOMOUS = ("自治县", "自治旗")
FIRM = re.compile(r"公司|集团|厂|合作社|医院|银行$")
# 远帆法院 is 远帆市人民法院.
_ORGAN = re.compile(r"(?<=..)(?:法院|检察院|医院|公安局|税务局|教育局|中心|[中小]学)$")
_STEM_END = re.compile(r"(?:省|市|区|县|镇|乡|街道|州|旗|自治区|自治县)$")
# Two bodies, not one: 平原县与某某公司.
_JOINED = re.compile(r"[与和同、]")
# What a firm has, not what it is: 远帆集团党委 of 远帆集团党委书记.
_PARTY = re.compile(r"(?:党委|党组|党总?支部|纪委|工会|团委|董事会)$")
_TOWN = re.compile(r"(?:镇|乡|街道)$")
# No body of its own: 省级示范家庭农场.
_CLASS = re.compile(
    r"(?:国家|省|市|区|县|全国|全省|全市)级?(?:示范|重点|优秀|先进|龙头|标准|特色|星级)"
)
# What is named at its fullest, with its county: 大田县建设镇.
_BELOW = re.compile(r"(?:镇|乡|街道|村|社区)$")
_TOWN_OF = re.compile(r".{1,12}?[省市区县旗](.{2,5}(?:镇|乡|街道))")
_TOWN_IN = re.compile(r"(?:镇|乡|街道).{1,8}村$")
# A verb taken for the start of a name: 全力推进远帆产业园, 盘活育英中学.
_DEED = re.compile(
    r"(?:全力|大力|积极|深入|加快|持续|着力|扎实|稳步|全面|进一步|强力)(?:推[进动]|提升|支持|打造|建设|发展|开展)|盘活|欢迎|高度赞赏"
)
# A title of those who come to a town: 县领导到远帆镇调研.
_VISITED = re.compile(r"调研|慰问|走访|检查|督查|考察|视察|督导|到|赴|在|县|市|区")
# Bodies whose deeds and figures are their own, not the division's.
_ACTS_FOR_ITSELF = re.compile(
    r"(?:法院|检察院|医院|学校|[大中小]学|学院|幼儿园|融媒体中心|电视台|公司|银行|税局|税务局|公安局|分局|供电局|教育局|海关|派出所|支队|大队|火车站|图书馆|文化馆|博物馆|援[疆藏青][一-鿿（）()]{0,16}(?:工作)?[组队])$"
)
_ORGANISED = re.compile(r"督[查导]|调研|慰问|走访|检查|考察|视察|座谈")
_MET = re.compile(r"会见|会谈|座谈|拜访|走访|调研|考察|慰问|视察|对接|洽谈|接待|来访|赴|到")
_LOWEST = re.compile(r"[^省市区县旗镇乡]{2,6}?(?:镇|乡|街道|村|社区)$")
_LEVEL = re.compile(r"(?:镇|乡|街道|村|社区)$")
_LEAD = 3  # sentences
_OFTEN = 3
_MAKER = re.compile(r"公司|集团|厂$|合作社$")


def short_name(name: str) -> str:
    """A division's name without those above it: 湖南省长沙市长沙县 → 长沙县.

    >>> short_name("上海市嘉定区"), short_name("辽宁省"), short_name("福建省泉州市")
    ('嘉定区', '辽宁省', '泉州市')
    """
    for above in _ABOVE:
        name = above.sub("", name, count=1)
    return name


def autonomous_name(place: Place, text: str) -> str | None:
    """The full name of an autonomous county that a text gives, though it shortens it elsewhere."""
    full = short_name(place.name)
    level = full[-3:]
    if level not in _AUTONOMOUS:
        return None
    stem = place.short.removesuffix(level).removesuffix(level[-1])
    return next((name for name in (full, stem + level) if name in text), None)


def full_place(article: Article, home: str | None, name: str) -> str:
    """The fullest wording that the article has for a place."""
    if home and (name == home or _STEM_END.sub("", home) == name or name.endswith(home)):
        return home
    if home and home.endswith(_AUTONOMOUS) and name[:-1].endswith(home[:2]) and name[-1] in "县旗":
        return home
    longest = name
    passage = article.passage
    if passage is not None and len(name) < _PROVINCE_NAME and name in REGIONS:
        full = name + REGIONS[name]
        return full if full in passage.text else name
    for other in names_of(article, "place"):
        if home and other.startswith(home) and not _BELOW.search(other):
            continue
        if other.endswith(name) and len(other) > len(longest):
            longest = other
        if other.startswith(name) and _PROVINCE.fullmatch(other[len(name) :]):
            return other
    return longest


def full_organisation(article: Article, name: str) -> str:
    """The fullest wording that the article has for an organisation."""
    longest = name
    for other in _bodies_by_pair(article).get(name[:2], ()):
        if (
            len(other) > len(longest)
            and _abbreviates(name, other)
            and not _JOINED.search(other)
            and (not _PARTY.search(other) or _PARTY.search(name))
        ):
            longest = other
    return longest


def _bodies_by_pair(article: Article) -> dict[str, list[str]]:
    """The names of bodies by the pairs of characters in them: what shortens one has its first."""

    def collect() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in names_of(article, "organisation"):
            for pair in {name[i : i + 2] for i in range(len(name) - 1)}:
                found.setdefault(pair, []).append(name)
        return found

    return article.once("bodies by pair", collect)


def titled_subject(article: Article) -> str | None:
    """The town or firm that the article is about, as its title names it or opens with it."""
    places = names_of(article, "place")
    towns = [name for name in places if _TOWN.search(name) and name[0] not in "我该全本各"]
    villages = [name for name in places if name.endswith("村") and _TOWN_IN.search(name)]
    for sentence in article.sentences:
        if not sentence.in_title:
            break
        for mention in sentence.mentions:
            name = getattr(mention.value, "name", "")
            met = _MET.search(sentence.text, 0, mention.start - sentence.start)
            maker = mention.kind == "organisation" and _MAKER.search(name) and not met
            if maker and name_body(name):
                return str(name)
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
                return str(name)
        home = article.place.short if article.place else ""
        for town in towns:
            if home[:2] != town[:2] and sentence.text.startswith(_TOWN.sub("", town)):
                return town
    return _told_town(article)


def _told_town(article: Article) -> str | None:
    """The town or village that an article opens with and comes back to, as to no other."""
    assert article.passage is not None
    text = article.passage.text
    body = [s for s in article.sentences if not s.in_title and s.text.strip()][:_LEAD]
    opening = None
    times: dict[str, int] = {}
    for sentence in article.sentences:
        for mention in sentence.mentions_of("place"):
            found = _LOWEST.search(mention.value.name)
            if found is None or mention.value.bare or found[0][0] in "该全我本各":
                continue
            times[found[0]] = text.count(found[0])
            head = mention.start - sentence.start
            opens = not head or sentence.text[head - 1] in "，,"
            if opening is None and sentence in body and opens:
                opening = found[0]
    if opening is None:
        return None
    level = _LEVEL.search(opening)
    assert level is not None
    ours = sum(text.count(word + level[0]) for word in "全我")
    own = times.pop(opening) + ours + text.count("该" + level[0])
    others = [count for name, count in times.items() if name.endswith(level[0])]
    home = _stem(article.place.short) if article.place and article.place.short else ""
    told = text.count(home) - text.count(opening) * (home in opening) if home else 0
    often = _OFTEN - bool(ours)
    if own < max(often, told) or 2 * max(others, default=0) > own:
        return None
    named = [name for name in names_of(article, "place") if name.endswith(opening)]
    return max(named, key=len, default=None)


def name_zone(article: Article, home: str | None) -> str | None:
    """The development zone that an article is about, which calls itself 全区; else None.

    Only in the pages of a county or city: a district is 全区 itself.
    """
    assert article.passage is not None
    text = article.passage.text
    if (home and not home.endswith(("市", "县", "州"))) or not _OWN_ZONE.search(text):
        return None
    told = [s.text for s in article.sentences if s.in_title] or [text[:_OPENING]]
    zone = next((found for line in told if (found := _ZONE.search(line))), None)
    if zone is None:
        return None
    for sentence in article.sentences:
        for mention in sentence.mentions_of("place"):
            if text.startswith(zone[0], mention.end):
                return text[mention.start : mention.end] + zone[0]
    return zone[0]


_OPENING = 60
_ZONE = re.compile(r"经开区|高新区|(?:经济)?(?:技术)?开发区|(?<=[一-鿿]{2})新区|保税区")
_OWN_ZONE = compile_quick(r"(?<![一-鿿])(?:全区|我区)(?![域一-鿿]?[面体局])|[，。]全区")


def _distinctive(article: Article, name: str) -> str | None:
    """The short form that an article has for a firm: 恒锐 of 瓦房店恒锐轴承制造有限公司."""
    assert article.passage is not None
    text = article.passage.text
    times = text.count(name)
    for start in (2, 3, 4, 0):
        short = name[start : start + 2]
        if len(name) > start + 6 and not _COMMON.search(short) and text.count(short) > times:
            return short
    return None


_COMMON = re.compile(
    r"[省市区县镇乡村]|铁路|交通|建筑|银行|保险|电力|旅游|文化|投资|教育|医疗|环保|工业|科技|制造|有限|公司|集团|股份|汽车|新能"
    r"|纺织|服装|米业|实业|建材|化工|机电|钢铁|矿业|煤|水泥|中药|药业|饲料|种业|畜牧|养殖|农牧|茶|酒|包装|印刷|橡胶"
    r"|玻璃|陶瓷|家具|家居|木业|纸业|光电|光伏|智能|精密|数控|物流|供应|电商|网络|信息|通信|软件|传媒|餐饮|商贸|贸易"
    r"|园林|市政|水务|燃气|热力|置业|地产|劳务|检测|环境|生态|工程|设备|管理|服务|技术|产业|发电|重工|合作|种植"
    r"|能源|电子|生物|医药|农业|建设|食品|机械|材料|中国|国家|国际"
)


def short_names(article: Article, home: str | None) -> dict[str, str]:
    """Short forms of the article's towns and bodies: 勒流 → 勒流街道, 分指挥部 → 援疆分指挥部."""
    found: dict[str, str] = {}
    for name in names_of(article, "organisation"):
        if _CLASS.match(name):
            continue
        for length in range(4, min(7, len(name))):
            tail = name[-length:]
            if not tail.startswith(("有限", "限公", "公司", "委员")):
                found.setdefault(tail, name)
        if _MAKER.search(name) and (short := _distinctive(article, name)):
            found.setdefault(short, name)
    for name in names_of(article, "place"):
        if town := _TOWN_OF.fullmatch(name):
            found.setdefault(town[1], name)
        stem = _stem(name)
        if len(stem) > 1 and name != stem:
            found.setdefault(stem, name)
    if home and len(_stem(home)) > 1:
        found[_stem(home)] = home
    return found


@lru_cache(maxsize=_REMEMBERED)
def _stem(name: str) -> str:
    """A division's name without its suffix."""
    return _STEM_END.sub("", name)


_BESIDE = re.compile(
    r"^[一-鿿]{1,10}?(?:[省市区县镇乡州旗]|政府|委)[与和同](?=.{4,}(?:公司|集团|厂|院|社)$)"
)


@lru_cache(maxsize=_REMEMBERED)
def plain_body(name: str) -> str:
    """A body without the place that acts beside it.

    >>> plain_body("平原县与远帆硅业有限公司"), plain_body("应急管理局")
    ('远帆硅业有限公司', '应急管理局')
    """
    return _BESIDE.sub("", name)


def names_of(article: Article, kind: str) -> list[str]:
    """The names of a kind that the article holds, each once, by where it first stands."""

    def collect() -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = {"place": {}, "organisation": {}}
        for sentence in article.sentences:
            for mention in sentence.mentions:
                if mention.kind == "place":
                    found["place"][mention.value.name] = None
                elif (
                    mention.kind == "organisation"
                    and not _DEED.match(mention.value.name)
                    and (body := name_body(mention.value.name))
                ):
                    found["organisation"][plain_body(body)] = None
        return {kind: list(names) for kind, names in found.items()}

    return article.once("names", collect)[kind]


def _abbreviates(short: str, long: str) -> bool:
    """晟拓公司 and 上海晟拓精密轴承有限公司: its characters in order, its first two together."""
    if short in long:
        return long.endswith(short) or FIRM.search(long) is not None
    if short[:2] not in long:
        return False
    organ = _ORGAN.search(short)
    if not FIRM.search(short) and not (organ and long.endswith(organ[0])):
        return False
    rest = iter(long)
    return all(character in rest for character in short)
