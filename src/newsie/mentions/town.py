"""A text and the divisions named in it in; the same with its towns, streets and villages out.

Towns come from the gazetteer; villages, and towns that it lacks, are known by their last character
and by what stands before and behind them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsie.mentions.division import closeness, is_within

# Start and end of a place in a text, and the codes of the divisions that it may be.
Stretch = tuple[int, int, tuple[str, ...]]

# Every form begins with a plain character: `re` skips to those.
_TOWN_END = re.compile(
    r"街道|苏木|社区|嘎查|镇(?![化村级域江海])|乡(?![村镇级建亲土愁音贤情友])|村(?<![农乡]村)(?![庄镇级落里晚官])"
)
_LEVELS = frozenset("省市区县州旗盟镇乡村")
_LONGEST_TOWN = 12
_LONGEST_CHAIN = 40
_LONGEST_VILLAGE = 8
# At the start of a clause, with what a village does behind it.
_SHORT_VILLAGE = re.compile(
    r"(?:^|(?<=[，。；：、（“\s]))([于余俞冯刘吕吴周唐夏姚姜孙宋崔常张彭徐戴方曹曾朱李杜杨林梁江汪沈洪潘王田白盛石章罗胡范董蒋薛袁许谢谭贺贾赵邓邱邵郑郭钟钱陆陈陶雷韦韩顾马高魏黄龙]村)"
    r"(?=[是的在依靠有位村发]|[，。：:、|“])"
)
_OFTEN = 3  # times
_SHORTEST_TOWNSHIP = 3
_VILLAGES = ("村", "社区", "嘎查")
# How long a name may be before its last word; those in Mongolian are longer: 萨如拉图雅嘎查.
_LONGEST_STEM, _LONGEST_MONGOLIAN = 4, 6
# What a town that no gazetteer knows begins behind, and what it ends before.
_BOUNDARY = re.compile(
    r"[，。；：、（）“”《》|\s在到赴至往于从对向和与及像把是为据]|(?<=\d)[年月日]"
)
_VISITED = ("进驻", "走进", "来到", "位于", "帮扶", "帮助", "支持", "包联", "结对")  # a village
_NO_END = re.compile(r"民(?!委|小组)|集体|卫生|们")
_NO_TOWN = re.compile(
    r"[^\u4e00-\u9fff]|^(?:据|根据|按照|依据|还有|也有|只有|另有|紧密|密切|坚持)|贫困|举[行办]|召开|开展|启动|成立|邀请|调研|考察|走访|慰问|视察|检查|[镇村乡委驻级的了个各每该本我全等这那多为由让是获颁开会第几余进他她被名]"
    r"|在$|[还也又]将|城中?$|(?:[任选兼]|[新下]一届)$|[一二三四五六七八九十百千万]$"
    r"|通过|利用|接待|盘活|改造|整合|拆[除迁]|搬[迁出离]|建成|打造|创建|争创|[^后前]来$|^(?:像|把|使|就|往|按|给|又|新[建院].|其中)|旧$|信用$"
    r"|^将(?![军家台官相])|(?:逐|专业)$|^(?:最后|随后|然后|[今之此其]后|城(?![关东南西北郊])|[小古](?=$|[山渔乡城集康农村])|集|农|家|故|回乡|返|下(?=$|[乡沉派访])|特色|中心|美丽|建制|行政|自然|专业|示范|重点|老旧|新型|智慧|最美|文明|和谐"
    r"|幸福|未来|去年|今年|当地|一些|不少|所有|主要|沿岸|沿途|受灾|被困|居民|基层|推动|带动|带领|帮助|支持|扶持|引导|组织|协助|促进|鼓励"
    r"|方便|发展|建设|硬化|绿化|亮化|美化|净化|修[通建]|打通|[新兴翻维]修|[改扩兴]建|铺设|整治|治理|连通|通达|覆盖|服务|完善|提升|运动员|媒体|地球|授予|追授|表彰|约谈|处理|处分|查处|培训|轮训|选派|选聘|招聘|要求|督促|提醒|问责"
    r"|撤换|调整|配备|储备|考核|指导|发动|动员|联系|入户|驻|包)"
)
# Communities of a kind, and what is done to them: 智慧社区, 深入社区.
_NO_COMMUNITY = re.compile(
    r"新[增建设]|[建设改]|打造|培育|提升|城市|城区|街道|机关|单位|学校|网络|线上|国际|民族|安置|搬迁|大型|试点|涉农|周边|附近|辖区|所[在辖]|相关|部分|多个|若干|下沉|深入|走|进|包[抓联]|联系|结对|共建|联建"
    r"|^(?:平安|无[毒废]|健康|绿色|生态|宜居|友好|完整|清廉|法治|数字|科普|书香|花园|邻里|睦邻|慈善|志愿|党建|商业|产业|科创|教育|文化|体育|养老|医疗|卫生|服务|新|小|大|老)$"
    r"|友好$|物业|居委|业委|组织|支部|党员|干部|群众|志愿|网格|人员|老人|儿童|青年|协助|配合|联合|依托|以|及|内|外|上|下|里$|化$|型$|性$|家$|所$|向|给|与|和"
)
# Names in Mongolian hold the characters of all kinds of words: 芒来嘎查, 侍郎城嘎查.
_NO_GACHA = re.compile(
    r"[^\u4e00-\u9fff]|[的了是个各每全该我们这那等在到与和及为由让被给把向从]|明星|示范|牧区|贫困|重点|所有|部分|相关|试点|先进|周边|附近|偏远|边境$|走进|深入|驻"
)
# What 城镇 may end that is a town's name behind its county's; not 中小城镇.
_OF_CITY = re.compile(
    "(?!新[增建设]|带动|实现|完成|推[进动]|吸纳|安置|开发|建[设成]|发展|促进|打造|提升|支持|改造|覆盖|惠及|涉及|加[快强]|统筹|帮助|进入|拥有|共有|大?中小|[大小]|卫星|周边|沿|边|新型|重点|特色|中心|主要|农村|全部|现有|部分|有关|相关|骨干|旅游)[\u4e00-\u9fff]{2}城"
)
_NO_TOWN_OF_ITS_OWN = re.compile(r"[城乡村集小古]镇$|[城家老]乡$")
# 艾城镇 at the start of a clause is a town, but 古城镇 mostly a kind of them, 新城镇居民 none.
_CITY_TOWN = re.compile(r"[\u4e00-\u9fff]?[^全小新古旧老县山大中东西土边都]城镇")
_SIDES = frozenset("大小东西南北上下")  # that names of towns begin with
_URBAN = re.compile(
    r"居民|人口|登记|职工|就业|失业|调查|常住|户籍|低保|特困|困难|老旧|污水|生活|住[户房]|体系|新增|私营|非私营|集体|基本|企业|公益|社区|商品|固定|建成|建设用|供[水热]|燃气|土地|基准"
)


class TownFinder:
    """Finds towns, streets and villages.

    Args:
        townships: names, and the codes of the counties that have one of that name.
    """

    def __init__(self, townships: Mapping[str, Sequence[str]]) -> None:
        self._townships = townships

    def add_towns(
        self, text: str, divisions: Sequence[Stretch], home: str | None = None
    ) -> list[Stretch]:
        """Join each town to the place right before it, or add it by itself.

        Args:
            divisions: the divisions found in the text, in reading order, none inside another.
            home: the code of the article's home, where its towns lie if several counties have
                one of that name, but none nearby.
        """
        ends = list(_TOWN_END.finditer(text))
        if not ends:
            return list(divisions)
        places = {end: (start, codes) for start, end, codes in divisions}
        inside = {at for start, end, _ in divisions for at in range(start + 1, end)}
        villages: set[str] = set()  # that the text names where they cannot be missed
        for found in ends:
            if found.end() in inside:
                continue
            town = self._town(text, found, places, inside)
            if town is None:
                continue
            start, codes = town
            if found[0] in _VILLAGES or (
                start in places and _NO_TOWN_OF_ITS_OWN.search(text, start, found.end())
            ):
                villages.add(text[start : found.end()])
            if start in places:
                above, known = places.pop(start)
                lower = tuple(code for code in codes if any(is_within(code, k) for k in known))
                start, codes = above, lower or known
            elif home is not None and len(codes) > 1:
                codes = _nearest(codes, home)
            for end in range(start + 1, found.end() + _LONGEST_CHAIN):
                if end in places and start <= places[end][0] < found.end():
                    del places[end]
            places[found.end()] = (start, codes)
        villages.update(_short_villages(text))
        for found in ends if villages else ():
            end = found.end()
            for start in range(max(0, end - _LONGEST_VILLAGE), end - 1):
                if text[start:end] in villages and start not in inside:
                    if end not in places or start < places[end][0]:
                        places[end] = (start, ())
                    break
        return sorted((start, end, codes) for end, (start, codes) in places.items())

    def _town(
        self,
        text: str,
        found: re.Match[str],
        places: Mapping[int, tuple[int, tuple[str, ...]]],
        inside: set[int],
    ) -> tuple[int, tuple[str, ...]] | None:
        """Where the town that ends here starts, and the counties that have one of its name."""
        stem_end, end = found.span()
        if text.startswith("城镇", stem_end - 1) and _URBAN.match(text, end):
            return None  # 平原县新增城镇就业3200人
        for start in range(max(0, end - _LONGEST_TOWN), stem_end):
            name = text[start:end]
            if start in inside or not (
                name in self._townships or self._was_township(text, start, end)
            ):
                continue
            if name == "中心镇":
                continue  # 小城镇建设中心镇
            if name == "小城镇" and text.startswith(("建设", "综合", "试点", "发展"), end):
                continue
            own = not _NO_TOWN_OF_ITS_OWN.search(name) or _is_city_town(text, start, end)
            if start not in places and _larger_name(text, start):
                return start - 1, ()
            if start in places or (len(name) > 2 and own):
                return start, tuple(self._townships.get(name) or self._townships[name[:-1] + "镇"])
        if end in places or _NO_END.match(text, end):
            return None  # 景德镇 is a city, but 固镇 in 重固镇 none
        gacha = found[0] == "嘎查"
        longest = _LONGEST_MONGOLIAN if gacha else _LONGEST_STEM
        no_name = _NO_GACHA if gacha else _NO_TOWN
        for start in range(max(0, stem_end - longest), stem_end - 1):
            if text[start - 1 : start] == "村" and found[0] == "村":
                continue  # 小山村的|大河村: a village lies in none
            stem = text[start:stem_end]
            if _OF_CITY.fullmatch(stem) and found[0] == "镇":
                stem = stem[:-1]  # 远帆县|三里城镇
            if start in places and not no_name.search(stem):
                return start, ()
        community = found.group() == "社区"
        if found[0] != "镇" and found[0] not in _VILLAGES:
            return None
        if stem_end in places and text[stem_end - 1] not in _LEVELS:
            above, codes = places[stem_end]
            if codes and not codes[0].endswith("0000"):
                return above, ()  # 南城村, 新余镇: called like a county elsewhere
        for start in range(stem_end - 2, max(-1, stem_end - longest - 1), -1):
            begins = start == 0 or _BOUNDARY.match(text, start - 1) is not None
            begins = begins or text.endswith(_VISITED, 0, start)
            stem = text[start:stem_end]
            if community and _NO_COMMUNITY.search(stem):
                continue
            if begins and start not in inside and not no_name.search(stem):
                return start, ()
        return None

    def _was_township(self, text: str, start: int, end: int) -> bool:
        """Whether a township that has become a town since is named, as a clause begins: 民联乡."""
        if text[end - 1] != "乡" or end - start < _SHORTEST_TOWNSHIP:
            return False
        begins = start == 0 or _BOUNDARY.match(text, start - 1) or text[start - 1] in _LEVELS
        return bool(begins) and text[start : end - 1] + "镇" in self._townships


def _short_villages(text: str) -> set[str]:
    """Villages of one character, so often named that none can be meant by chance: 余村."""
    found = set(_SHORT_VILLAGE.findall(text))
    return {name for name in found if text.count(name) >= _OFTEN}


def _is_city_town(text: str, start: int, end: int) -> bool:
    """Whether what ends with 城镇 is a town of that name, opening a clause: ，艾城镇."""
    opens = not start or _BOUNDARY.match(text, start - 1)
    return bool(opens and _CITY_TOWN.match(text, start, end)) and not _URBAN.match(text, end)


def _larger_name(text: str, start: int) -> bool:
    """Whether a town's name that is known ends one that is not: ，大|虎山镇."""
    if start == 0 or text[start - 1] not in _SIDES:
        return False
    return start == 1 or _BOUNDARY.match(text, start - 2) is not None


def _nearest(codes: tuple[str, ...], home: str) -> tuple[str, ...]:
    """The codes at home, else those in its city (its province, if it is one), else the home."""
    near = min(closeness(code, home) for code in codes)
    if near > (2 if home.endswith("0000") else 1):
        return (home,)
    return tuple(code for code in codes if closeness(code, home) == near)
