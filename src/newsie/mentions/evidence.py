"""A text in, what it says of its home division out: names, towns, and the level of bare words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsie.article import Article
from newsie.gazetteers import load_gazetteer
from newsie.mentions.division import Divisions, is_within
from newsie.mentions.guest import (
    find_neighbours,
    find_pursued,
    find_strangers,
    guest_spans,
    journeys,
)
from newsie.mentions.hit import (
    GENERAL,
    TOWN_ENDS,
    Hit,
    counties_spoken,
    parts_of_names,
    people_named,
    stands_alone,
)


@dataclass(slots=True)
class Evidence:
    """What one text says of its home: weights of names, towns and bare levels.

    `told` holds the names of titles, leads and datelines, in which nobody's outlet is named; `own`
    the bare levels that only their own division's people say (我省 市委), without 全省, and `ours`
    those with 我 and 本 alone; `sure` full names with which a clause begins, words or not.
    """

    names: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    levels: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    towns: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)  # names in mastheads and sources
    told: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    own: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    ours: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    sure: set[str] = field(default_factory=set)
    titled: defaultdict[str, bool] = field(default_factory=lambda: defaultdict(bool))

    def add(self, other: Evidence, weight: float) -> None:
        for name, count in other.names.items():
            self.names[name] += count * weight
        for name, count in other.told.items():
            self.told[name] += count * weight
        for name, opens in other.titled.items():
            self.titled[name] |= opens
        for level, count in other.own.items():
            self.own[level] += count * weight
        for level, count in other.ours.items():
            self.ours[level] += count * weight
        for level, count in other.levels.items():
            self.levels[level] += count * weight
        self.towns |= other.towns
        self.sure |= other.sure
        self.outlets |= other.outlets


_ORGAN = (
    r"委|政府|人民政府|人大|政协|纪委|监委|法院|人民法院|检察院|人民检察院|公安|妇联|总工会|残联|"
    r"教育|人武部|卫生|住建|民政|司法|财政|应急|农业|文旅|文联|科协|工商联|党代会|领导|直|发改|交通"
)
# Behind a short name, what makes it a part of another: 永兴|街道, 东山|国际.
_TOWN_SUFFIX = re.compile(
    r"镇|乡|村|街道|社区|[东西南北中山湖江]?[大]?[路街巷](?!道)|花[苑园]|小区|家园|新[村苑]|苑|[广商]场|公园|国际|大厦|大酒店|[中小]学|[农林牧渔]场"
)
_OUTLET = (
    r"(?=[日晚时晨周新经农报发融电广在讯人政网T])"  # one look where ten words would be tried
    r"(?:日报|晚报|时报|晨报|周报|周刊|周讯|新报|经济报|农村报|报社|报(?=[\s　]|第|$)|"
    r"发布(?![会了：:]|[时日]|机构)|融媒|新闻(?:网|(?=[,，]))|电视台|广电|广播|在线|"
    r"讯(?=[\s　(（:：]|$)|"
    r"人民政府(?:门户)?网|政府网|政务网|网站|网(?=[\s　:：\d]|$)|TV)"
)
_MEDIA = re.compile(rf"[区县市州]?[\u4e00-\u9fff]{{0,4}}?{_OUTLET}")
_MEDIA_AT_ONCE = re.compile(rf"[区县市州]?{_OUTLET}")
# Whose site it is: 欢迎来到海南琼海, 淳安县千岛湖传媒中心版权所有, 开鲁县人民政府主办.
_WELCOME = re.compile(r"欢迎(?:您|你)?(?:来到|访问|光临|浏览|关注)[^\n。]{0,6}$")
_OWNER = re.compile(r"[^\n。；;|]{0,24}?(?:版权所有|主办|承办|主管)(?!方)")
_OWNED = re.compile(r"(?:版权所有|主办单位?|承办单位?|主管单位?)[:：]?[^\n。；;|]{0,12}$")
# Where a trail of crumbs leads: 首页 > 新闻中心 > 泾县要闻, 第2版:泾县新闻.
_SECTION = re.compile(r"(?:要闻|新闻|动态|概况|资讯|时政|头条|快讯|政务)(?=[\s　>》»|/]|$)")
_CRUMBS = re.compile(r"(?:[>»]|位置[:：]|版[:：])[^\n]{0,12}$")
_REGION = ("半岛", "平原", "盆地")  # behind the name of a division that may hold it or not
# Guests, behind a name: 海口市政府考察团; but our own 考察团外出学习.
_GUESTS = re.compile(
    r"[^，。；：、\n]{0,8}?(?:(?:考察团|党政代表团|政府代表团)(?!外出|赴(?!我))|参访团|访问团|客商|来宾)"
)
_GUEST_SIGNS = ("团", "客商", "来宾")  # one of them names them
# Behind the name of who confers it, an honour, or an office of the larger division.
_CONFERRED = re.compile(
    r"(?:人民政府|政府|省长|市长)?[^，。；、：\n]{0,12}?(?:奖|先进|模范|标兵|十佳|百强|称号|文明(?:单位|村|镇|城市|校园|家庭)"
    r"|示范(?:[县村镇区点]|单位|基地))"
)
_LARGER = ("省", "自治区", "市")  # what the names of those end in
_OF_HONOURS = 0.25  # of what other names weigh
NATIONAL = re.compile(
    r"新华社|新华网|央视|人民日报|人民网|中新社|中新网|中国新闻网|光明日报|经济日报"
)
_AGENCY = re.compile(r"\d{1,2}月\d{1,2}日(?:专)?电")
_OWN_LEVEL = re.compile(r"[全我本该咱](?:(自治区|[省市区县旗州盟])(?![场域级])|(地区))")
_NOT_OWN = frozenset("安健齐周完")  # 安全区, 健全县…: no 全县
_BODY = r"(?:长(?!质量奖|特别奖|[期远久三途城效达征者假跑])|" + _ORGAN + ")"
# Begins with a class, to which `re` skips.
_ORGAN_LEVEL = re.compile(
    rf"[省市区县旗州盟自地行](?:(?<![自地行]){_BODY}|(?<=自)治区{_BODY}|(?<=地)委|(?<=行)署)"
)
_LEVEL_OF = {"自": "自治区", "地": "地区", "行": "地区"}  # by the first character
# What before 区 or 市 makes another word of it: 社区, 城市, 山区.
_NOT_BARE = frozenset("社园校辖郊新景地城山矿牧林灾疫战特库小街专选片湾治超上都股红发范业假税贸验")
# Behind a title and at most a surname, a short name is rather a person: 书记毛凤山, 局长凌云.
_PERSON = re.compile(r"[长任记席理员师授][\u4e00-\u9fff]?$")
_TOWN_END = re.compile("|".join(TOWN_ENDS))
_LONGEST_TOWN, _SHORTEST_TOWN = 12, 3

# What a name weighs: in a masthead outside all articles, in a source, title or lead, elsewhere.
IN_MASTHEAD, IN_SOURCE, _IN_TITLE, _IN_LEAD, _ELSEWHERE = 10.0, 6.0, 3.0, 2.0, 1.0
_MOST_RUNNING = 6.0  # what running text may add for one name
_OF_GUESTS = 0.25  # of what other names weigh
_OF_STRANGERS = 0.1
_FILED = 1.5  # of the county's name under which an aggregator files a story
_OF_SECTION = 0.3  # of what a masthead weighs: the name under which a site files one
# A zone that calls itself 全区, where a title or lead names it.
_ZONE = re.compile("(?:经济|技术|产业|工业)开发区|高新区|经开区|产业园区|工业园区|度假区|保税区")
_COUNTY = 3  # the depth of one
_OWN = 2.0  # of 全县 and 我县, where 县委 and 县长 count once
_LEAD = 80  # characters of a body


class EvidenceReader:
    """Weighs what texts say of their home.

    Args:
        hits: finds the names of divisions in a text.
        divisions: every division.
    """

    def __init__(self, hits: Callable[[str], Sequence[Hit]], divisions: Divisions) -> None:
        self._hits = hits
        self._divisions = divisions
        self._townships = divisions.townships
        surnames = load_gazetteer("surname")
        self._surnames = frozenset(row["surname"] for row in surnames if len(row["surname"]) == 1)

    def read_article(self, article: Article) -> Evidence:
        """Weigh an article, its title and lead above the rest."""
        assert article.passage is not None
        text, cut = article.passage.text, article.passage.title_end
        hits = article.once("names of divisions", lambda: self._hits(text))
        title = [hit for hit in hits if hit.end <= cut]
        body = [hit for hit in hits if hit.start >= cut] if cut else hits
        evidence = self._read(text, title, 0, cut, _IN_TITLE, cut, IN_SOURCE)
        lead = cut + _LEAD
        evidence.add(self._read(text, body, cut, len(text), _IN_LEAD, lead, IN_SOURCE), 1.0)
        ends = {hit.end: hit.name for hit in hits if not hit.short}
        strange = find_strangers(text, ends, self._surnames)
        for first, last in journeys(text, 0, len(text)):
            there = [hit for hit in hits if first < hit.start < last]
            strange.update(hit.name + "市" * hit.short for hit in there)
        spans = [(hit.start, hit.end, hit.name) for hit in hits]
        strange |= find_pursued(text, spans) | find_neighbours(text, spans)
        for name in strange:
            for spelling in {name, name[:-1]} - evidence.outlets:  # 嘉兴市, 嘉兴
                if spelling in evidence.names:
                    evidence.names[spelling] *= _OF_STRANGERS
                    evidence.told.pop(spelling, None)
        return evidence

    def read(
        self,
        text: str,
        *,
        in_title: bool = False,
        outlet_weight: float = IN_SOURCE,
        chrome: bool = False,
    ) -> Evidence:
        """Weigh the names, towns and bare levels of a text."""
        if not text or text.isspace():
            return Evidence()
        end = len(text) if in_title else 0
        hits = self._hits(text)
        return self._read(text, hits, 0, len(text), _IN_TITLE, end, outlet_weight, chrome=chrome)

    def _read(
        self,
        text: str,
        hits: Sequence[Hit],
        start: int,
        end: int,
        first: float,
        until: int,
        outlet_weight: float,
        *,
        chrome: bool = False,
    ) -> Evidence:
        """Weigh the part of a text from start to end as if it were all.

        Args:
            hits: those in that part.
            first: what a name weighs that stands before `until`.
            chrome: whether the text stands around stories, and may say whose site it is.
        """
        evidence = Evidence()
        if start == end:
            return evidence
        running: defaultdict[str, float] = defaultdict(float)
        named: set[int] = set()
        organs: defaultdict[str, float] = defaultdict(float)  # of names with an organ behind
        guests = guest_spans(text, start, end)
        visited = any(map(text.__contains__, _GUEST_SIGNS))
        last = -1
        spoken = counties_spoken(text, start, hits)
        people = people_named(text, start, hits)
        parts = parts_of_names(text, hits)
        chains = self._find_chains(hits)
        for begin, stop, name, word, short in hits:
            behind = text[stop : stop + 1]
            chained, last = begin == last, stop
            if short and chained and begin not in chains and self._is_county(name):
                continue  # 绩溪|龙川景区
            alone = name in spoken or stands_alone(text, start, begin, name)
            if (not chained and not alone) or (short and name in parts):
                continue
            if any(first_of < begin < last_of for first_of, last_of in guests) and not (
                _MEDIA_AT_ONCE.match(text, stop, end)
            ):
                continue
            if short and text.startswith(("同志", "先生", "女士"), stop):
                continue  # 路正阳|同志
            if short and people and (name in people or text[begin - 1 : stop] in people):
                continue
            if (behind.isdecimal() and _AGENCY.match(text, stop, end)) or (
                short and _TOWN_SUFFIX.match(text, stop, end)
            ):
                continue
            if name == "开县" and text[max(0, begin - 1) : begin] in ("召", "展", "离", "公"):
                continue
            if behind == "域" and name.endswith("区"):
                continue  # 规划新建区域
            if name == "代县" and text.startswith("长", stop):  # 县委副书记、代县长
                continue
            clear = (chained and name not in GENERAL) or _begins_clause(text, start, begin)
            if word and not short and clear:
                evidence.sure.add(name)
            if not word or not short:
                named.update(range(begin, stop))
            outlet = _MEDIA_AT_ONCE if word else _MEDIA
            speaks = outlet.match(text, stop, end) or (chrome and _is_owner(text, begin, stop))
            if speaks and word and short and text.startswith(("网", "在线"), stop):
                continue  # 中原网, 东方网
            if speaks and text.startswith(("新闻，", "新闻,"), stop):  # where a reposter files it
                evidence.names[name] += _FILED * outlet_weight / IN_MASTHEAD
                continue
            if speaks and not NATIONAL.match(text, begin, end):
                evidence.outlets.add(name)
                evidence.names[name] += outlet_weight
                continue
            if chrome and _SECTION.match(text, stop, end) and _is_crumb(text, begin):
                evidence.names[name] += _OF_SECTION * outlet_weight
                continue
            if not short or not _PERSON.search(text, max(start, begin - 2), begin):
                weight = first if begin < until else _ELSEWHERE
                if visited and _GUESTS.match(text, stop, end):
                    weight *= _OF_GUESTS
                if name.endswith(_LARGER) and _CONFERRED.match(text, stop, end):
                    weight *= _OF_HONOURS
                running[name] += weight
                if not short and _ORGAN_LEVEL.match(text, stop - 1, end):
                    organs[name] += weight
                tells = stop not in chains and not text.startswith(_REGION, stop)
                if begin < until and tells:  # 小山市|远帆县 tells of 远帆县
                    evidence.told[name] += weight
                    if first == _IN_TITLE:
                        head = chains.get(begin, begin)
                        evidence.titled[name] |= _begins_clause(text, start, head)
        for name, weight in running.items():
            evidence.names[name] += min(weight, _MOST_RUNNING)
        self._read_levels(text, start, end, named, evidence)
        bare = evidence.own.get("区", 0.0) == _OWN * evidence.ours.get("区", 0.0)
        if evidence.levels.get("区") and bare and _ZONE.search(text, 0, until):
            for said in (evidence.levels, evidence.own, evidence.ours):
                said.pop("区", None)  # 全区 of a 经济开发区
        lone = sum(name.endswith(("县", "区", "旗", "市")) for name in running) == 1
        for name, weight in () if lone else organs.items():
            if evidence.own.get(name[-1]):  # beside a bare 县领导, 云山县委 is another county's
                evidence.names[name] -= weight / 2
        self._read_towns(text, start, end, evidence)
        return evidence

    def _find_chains(self, hits: Sequence[Hit]) -> dict[int, int]:
        """Where names begin that lie in the one before (小山市|远帆县), and where that begins."""
        chains: dict[int, int] = {}
        for above, hit in pairwise(hits):
            if above.end == hit.start and self._lies_in(hit.name, above.name):
                chains[hit.start] = chains.get(above.start, above.start)
        return chains

    def _is_county(self, name: str) -> bool:
        return self._divisions.by_name[name][0].depth == _COUNTY

    def _lies_in(self, name: str, above: str) -> bool:
        named = self._divisions.by_name
        codes = [division.code for division in named.get(above, ())]
        return any(is_within(d.code, code) for d in named.get(name, ()) for code in codes)

    def _read_levels(
        self, text: str, begin: int, end: int, named: set[int], evidence: Evidence
    ) -> None:
        """Count the bare levels of a text (全县, 区委, 市长) outside the names of divisions."""
        for found in _OWN_LEVEL.finditer(text, begin, end):
            start = found.start()
            if start not in named and (start == begin or text[start - 1] not in _NOT_OWN):
                level = found[1] or found[2]
                evidence.levels[level] += _OWN
                if text[start] in "我本咱":
                    evidence.own[level] += _OWN
                    evidence.ours[level] += 1.0
        for found in _ORGAN_LEVEL.finditer(text, begin, end):
            start = found.start()
            before = start - (start > begin and text[start - 1] == "副")
            if start in named or before - 1 in named:
                continue
            if before > begin and text[before - 1] in _NOT_BARE:
                continue
            level = _LEVEL_OF.get(text[start], text[start])
            evidence.levels[level] += 1.0
            evidence.own[level] += 1.0

    def _read_towns(self, text: str, begin: int, last: int, evidence: Evidence) -> None:
        """Note the towns, townships and streets that a text names, the longest name each."""
        if not any(map(text.__contains__, TOWN_ENDS)):
            return
        for found in _TOWN_END.finditer(text, begin, last):
            end = found.end()
            for start in range(max(begin, end - _LONGEST_TOWN), end - _SHORTEST_TOWN + 1):
                part = text[start - 1 : end] == "部分乡镇"  # some towns, no 分乡镇
                if text[start:end] in self._townships and not part:
                    evidence.towns.add(text[start:end])
                    break


def _is_owner(text: str, begin: int, end: int) -> bool:
    """Whether a page's furniture says that it belongs to the division named there."""
    if _OWNER.match(text, end):
        return True
    before = text[max(0, begin - 24) : begin]
    return bool(_WELCOME.search(before) or _OWNED.search(before))


def _is_crumb(text: str, begin: int) -> bool:
    """Whether a page's furniture says that it stands among the news of the division."""
    return bool(_CRUMBS.search(text[max(0, begin - 24) : begin]))


def _begins_clause(text: str, start: int, begin: int) -> bool:
    return begin == start or not "\u4e00" <= text[begin - 1] <= "\u9fff"
