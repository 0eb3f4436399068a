"""An article's names in, the fullest wording of each out: 勒流 → 勒流街道, 晟拓公司 → 上海晟拓….

Names of places and bodies, and whose an article is, by its title.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.article import MENTION_MARKS, Article, Place, Sentence
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
_POST = MENTION_MARKS["post"]
_PERSON = MENTION_MARKS["person"]
_TITLED = compile_quick(
    rf"((?<={_POST}){_PERSON}(?:[、和与及]{_PERSON})*|{_PERSON}(?=[（，]?{_POST}))"
)
# Titles of those who tell of what they did themselves: 班长, 教师.
_WORKS = re.compile(
    "[班组]长|工人|职工|技[师工]|教师|老师|医[生师]|护士|民警|辅警|司机|[驾队员护林网格讲解辅导运动]员|工程师|[操电焊钳]工|农艺师|传承人|教练|选手|村医|志愿者|劳模|能手|学生"
)
_LEADS = re.compile("主任|书记|董事|经理|负责人|主席|局|部|委员|代表|(?<![班组])长$")
_LONGEST_BETWEEN = 6
_LONGEST_NATIONAL = 10
_OF_NATION = re.compile("(?:^|[，。；：、\n])(中国|最高|国家|全国)")
_NOT_OF_NAME = re.compile(
    "[^一-鿿]|[的了是在将由向对与和及为让把被等派]|[网摄报]|[省市区县镇乡村]$"
)
_PROVINCE_NAME = 4
_LEAST_OWN, _LONGEST_OWN = 3, 5  # characters of a town's own name
_REMEMBERED = 4096  # names that recur from article to article
_AUTONOMOUS = ("自治县", "自治旗")
# The peoples in the name of an autonomous county or prefecture, which its short name leaves out.
_PEOPLES_IN_NAME = re.compile(
    r"(?<=..)(?:(?:壮|回|藏|苗|彝|瑶|侗|傣|土家|土|羌|黎|畲|满|蒙古|哈尼|哈萨克|布依|白|傈僳|佤|拉祜|水|纳西|仡佬|仫佬|毛南|撒拉|保安|东乡|裕固"
    r"|朝鲜|达斡尔|锡伯|柯尔克孜|塔吉克|景颇|布朗|独龙|怒|普米|各)族?)+自治(?=[县旗州]$)"
)
FIRM = re.compile(r"公司|集团|厂|合作社|医院|银行$")
FIRM_NAME = re.compile("(?:公司|集团)$")
# 远帆法院 is 远帆市人民法院.
_ORGAN = re.compile(r"(?<=..)(?:法院|检察院|医院|公安局|税务局|教育局|中心|[中小]学)$")
# 邮储银行远帆县支行 is 中国邮政储蓄银行远帆县支行.
_BANKS = {
    "邮储": "邮政储蓄银行",
    "农行": "农业银行",
    "工行": "工商银行",
    "建行": "建设银行",
    "中行": "中国银行",
}
_PEOPLES = re.compile("([市区县旗])(法院|检察院|医院)")  # the 人民法院 of that level
_SCHOOL = re.compile("(.{2,}?)[县市区]?([一二三四五六七八九十]{1,2})([中小])")
_NUMBERED = re.compile("([一二三四五六七八九十]{1,2})([中小])")
_COURT = re.compile("(?<=[省市州])(?:中院|高院)$")
_STEM_END = re.compile(r"(?:省|市|区|县|镇|乡|街道|州|旗|自治区|自治县)$")
# What may stand before a body's name and belong to it: 远帆县|第一中学, 远帆大学附属|医院.
_WHOLE_OF = re.compile(
    r"^.{1,5}$|(?:[省市区县州旗盟镇乡村院局部会厂社校场馆站所处办中心行队团]|街道|公司|集团|大学|中学|小学|附属|直属|[东西南北中]部|第?[一二三四五六七八九十]+|[）”])$"
)
# Two bodies, not one: 平原县与某某公司.
_JOINED = re.compile(r"[与和同、]")
# What a firm has, not what it is: 远帆集团党委 of 远帆集团党委书记.
_PARTY = re.compile(r"(?:党委|党组|党总?支部|纪委|工会|团委|董事会)$")
# No body of its own: 省级示范家庭农场.
_CLASS = re.compile(
    r"(?:国家|省|市|区|县|全国|全省|全市)级?(?:示范|重点|优秀|先进|龙头|标准|特色|星级)"
)
# Towns and villages, and what may stand above them.
_UNDER = re.compile(r".*(?:[省市区县旗镇乡]|街道|苏木)(?=.{2,}(?:[镇乡村]|街道|社区|苏木|嘎查)$)")
_BELOW = re.compile(r"(?:镇|乡|街道|村|社区|苏木|嘎查)$")
_TOWN_OF = re.compile(r".{1,12}?[省市区县旗](.{2,5}(?:镇|乡|街道))")
# A verb taken for the start of a name: 全力推进远帆产业园, 盘活育英中学.
_DEED = re.compile(
    r"(?:全力|大力|积极|深入|加快|持续|着力|扎实|稳步|全面|进一步|强力)(?:推[进动]|提升|支持|打造|建设|发展|开展)|盘活|欢迎|高度赞赏"
)
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
    """远帆自治县, where a text calls an autonomous county so; else it goes by its short name."""
    level = place.name[-3:]
    if level not in _AUTONOMOUS:
        return None
    stem = shorten_autonomous(place.short).removesuffix(level)
    name = stem.removesuffix(level[-1]) + level
    return name if name in text else None


def shorten_autonomous(name: str) -> str:
    """An autonomous county or prefecture by its short name.

    >>> shorten_autonomous("都安瑶族自治县"), shorten_autonomous("平原县")
    ('都安县', '平原县')
    """
    return _PEOPLES_IN_NAME.sub("", name)


def own_name(name: str) -> str:
    """A town or village without what it lies in, as it is spoken of; other names as they are.

    >>> own_name("平原县小山镇"), own_name("平原县小山镇大河村"), own_name("中山市西区街道")
    ('小山镇', '大河村', '西区街道')
    >>> own_name("平原县小山镇市口村"), own_name("平原县")
    ('市口村', '平原县')
    """
    return _UNDER.sub("", name)


def full_place(article: Article, home: str | None, name: str) -> str:
    """The fullest wording that the article has for a place; of towns and villages their own."""
    own = own_name(_fullest_place(article, home, name))
    stem = stem_of(home) if home and home[-1] in "县区旗" else ""
    rest = own[len(stem) :] if stem and own.startswith(stem) else ""
    told = len(stem) > 1 and _LEAST_OWN <= len(rest) <= _LONGEST_OWN and _BELOW.search(rest)
    return rest if told else own  # 平原|上坪镇


def _fullest_place(article: Article, home: str | None, name: str) -> str:
    if home and (name == home or _STEM_END.sub("", home) == name or name.endswith(home)):
        return home
    if home and home[:2] in name and name[-1] in "县旗州" and _is_autonomous(home, name):
        return home  # 远帆族自治县 is 远帆县
    stem = stem_of(home) if home else ""
    if (
        len(stem) > 1
        and name.endswith(stem)
        and article.place
        and name[: -len(stem)] in article.place.name[: -len(stem)]
    ):
        return home or name  # 江西|远帆, 启航|远帆 is 远帆县
    longest = name
    passage = article.passage
    if passage is not None and (town := _town_of(article, name)):
        return town
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


def _town_of(article: Article, name: str) -> str | None:
    """The town that an article calls by its name alone: 小山 beside 小山镇."""
    if _STEM_END.search(name) or name in REGIONS:
        return None
    full = (own_name(place) for place in names_of(article, "place"))
    return next((town for town in full if town in {name + "镇", name + "乡", name + "街道"}), None)


def _is_autonomous(*names: str) -> bool:
    return any(name.endswith(("自治县", "自治旗", "自治州")) for name in names)


def full_organisation(article: Article, name: str) -> str:
    """The fullest wording that the article has for an organisation."""
    home = article.place.short if article.place else None
    if home and name[0] == home[-1] and (organ := _organ_of(article, home, name)):
        return organ
    if court := _PEOPLES.fullmatch(name):
        name = f"{court[1]}人民{court[2]}"
    longest = name
    pair = _BANKS.get(name[:2], name)[:2]
    for other in _bodies_by_pair(article).get(pair, ()):
        if (
            len(other) > len(longest)
            and _abbreviates(name, other)
            and not _JOINED.search(other)
            and (not _PARTY.search(other) or _PARTY.search(name))
        ):
            longest = other
    return longest if court is None or longest != name else court[0]


def _organ_of(article: Article, home: str, name: str) -> str | None:
    """A home division's organ by its full name: 远帆市法院 of 市法院, 远帆市第一中学 of 市一中."""
    known = names_of(article, "organisation")
    numbered = _NUMBERED.fullmatch(name[1:])
    tails = [f"第{numbered[1]}{numbered[2]}学", name[1:]] if numbered else [name[1:]]
    heads = (home, stem_of(home)) if numbered else (home,)
    return next((h + tail for tail in tails for h in heads if h + tail in known), None)


def name_whole(article: Article, name: str) -> str:
    """A body's name with what stands before it somewhere: 最高人民法院|知识产权|法庭."""
    assert article.passage is not None
    text = article.passage.text
    longest = name
    for sentence in article.sentences:
        if name not in sentence.text:
            continue
        for mention in sentence.mentions:
            if mention.kind not in ("place", "organisation") or getattr(
                mention.value, "bare", False
            ):
                continue
            at = text.find(name, mention.end, mention.end + len(name) + _LONGEST_BETWEEN)
            whole = text[mention.start : at + len(name)]
            between = text[mention.end : at]
            fits = at >= 0 and "”" not in whole and not _NOT_OF_NAME.search(between)
            longest = whole if fits and len(whole) > len(longest) else longest
    for found in _OF_NATION.finditer(text):
        at = text.find(name, found.end(), found.end() + len(name) + _LONGEST_NATIONAL)
        between = text[found.end() : at]
        if at >= 0 and not _NOT_OF_NAME.search(between):
            longest = max(longest, text[found.start(1) : at + len(name)], key=len)
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


def _distinctive(article: Article, name: str) -> str | None:
    """The short form that an article has for a firm: 恒锐 of 瓦房店恒锐轴承制造有限公司."""
    assert article.passage is not None
    text = article.passage.text
    times = text.count(name)
    for start in (2, 3, 4, 0):
        short = name[start : start + 2]
        if len(name) > start + 6 and not _COMMON.search(short) and text.count(short) > times:
            return None if _is_product(text, short) else short
    return None


# What is told of things grown or made that firms and towns are named for: 平原玫瑰, 种植玫瑰.
_OF_PRODUCT = re.compile(
    "种植|产业|产品|品牌|品种|面积|产量|产值|销售|销量|加工(?!厂|有限)|市场|基地|[苗树花园]|丰收|采摘|特色|文化|节"
)
_PRODUCED = compile_quick("(?:种植?|栽种?|产|卖|销售|发展|生产|推广|采摘|[的亩吨斤棵株])了?$")


def _is_product(text: str, word: str) -> bool:
    """Whether a text tells of something grown or made by a word that is also in a name."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _OF_PRODUCT.match(text, end) or _PRODUCED.search(text, max(0, at - 4), at):
            return True
        at = text.find(word, end)
    return False


_COMMON = re.compile(
    r"[省市区县镇乡村]|铁路|交通|建筑|银行|保险|电力|旅游|文化|投资|教育|医疗|环保|工业|科技|制造|有限|公司|集团|股份|汽车|新能"
    r"|纺织|服装|米业|实业|建材|化工|机电|钢铁|矿业|煤|水泥|中药|药业|饲料|种业|畜牧|养殖|农牧|茶|酒|包装|印刷|橡胶"
    r"|玻璃|陶瓷|家具|家居|木业|纸业|光电|光伏|智能|精密|数控|物流|供应|电商|网络|信息|通信|软件|传媒|餐饮|商贸|贸易"
    r"|园林|市政|水务|燃气|热力|置业|地产|劳务|检测|环境|生态|工程|设备|管理|服务|技术|产业|发电|重工|合作|种植"
    r"|棉花|水稻|稻米|大米|小麦|玉米|大豆|油[茶菜]|[脐甜]橙|柑橘|苹果|葡萄|[蓝草]莓|[黄水]桃|[蔬瓜]菜|水果|果蔬|花卉|苗木|药材|食用|[菇菌鸡鸭鹅鱼虾蟹蜂蚕竹]|生猪|肉[牛羊]|山羊|黄牛|林业|渔业"
    r"|粮[油食]|红薯|薯|辣椒|[核樱杨]桃|猕猴|板栗|花[椒生]|农[机民产]"
    r"|能源|电子|生物|医药|农业|建设|食品|机械|材料|中国|国家|国际"
)


def short_names(article: Article, home: str | None) -> dict[str, str]:
    """Short forms of the article's towns and bodies: 勒流 → 勒流街道, 分指挥部 → 援疆分指挥部."""
    assert article.passage is not None
    text = article.passage.text
    found: dict[str, str] = {}
    for name in names_of(article, "organisation"):
        if _CLASS.match(name):
            continue
        for length in range(4, min(7, len(name))):
            tail = name[-length:]
            if not tail.startswith(("有限", "限公", "公司", "委员")) and name_body(tail):
                found.setdefault(tail, name)
        if _MAKER.search(name) and (short := _distinctive(article, name)):
            found.setdefault(short, name)
    for name in names_of(article, "place"):
        if town := _TOWN_OF.fullmatch(name):
            found.setdefault(town[1], name)
        stem = stem_of(name)
        named_for = _BELOW.search(name) and _is_product(text, stem)  # 玫瑰镇
        if len(stem) > 1 and name != stem and not named_for:
            found.setdefault(stem, name)
    if home and len(stem_of(home)) > 1:
        found[stem_of(home)] = found[home] = home
    return found


@lru_cache(maxsize=_REMEMBERED)
def stem_of(name: str) -> str:
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


def titled_persons(article: Article) -> frozenset[str]:
    """The names that stand beside an office: what they do is the body's, unless they only work."""

    def collect() -> frozenset[str]:
        return frozenset(
            sentence.slots[found.start(1) + i].value.name
            for sentence in article.sentences
            if _POST in sentence.marked
            for found in _TITLED.finditer(sentence.marked)
            if not _works(_title_beside(sentence, found))
            for i, character in enumerate(found[1])
            if character == _PERSON
        )

    return article.once("titled persons", collect)


def _works(title: str) -> bool:
    return bool(_WORKS.search(title)) and not _LEADS.search(title)


def _title_beside(sentence: Sentence, names: re.Match[str]) -> str:
    """The title before names, else behind them."""
    before = names.start(1) - 1
    if before < 0 or sentence.marked[before] != _POST:
        before = sentence.marked.index(_POST, names.end(1))
    return str(sentence.slots[before].value.title)


def _abbreviates(short: str, long: str) -> bool:
    """晟拓公司 and 上海晟拓精密轴承有限公司: its characters in order, its first two together."""
    if short in long:
        if long.endswith(short):
            return _WHOLE_OF.search(long, 0, len(long) - len(short)) is not None
        return FIRM.search(long) is not None
    if "行" in short and short[:2] in _BANKS:
        return long.endswith(_BANKS[short[:2]] + short[2:].removeprefix("银行"))
    if (school := _SCHOOL.fullmatch(short)) and long.startswith(school[1]):
        return long.endswith(f"第{school[2]}{school[3]}学")
    if court := _COURT.search(short):
        return long.endswith({"中院": "中级人民法院", "高院": "高级人民法院"}[court[0]])
    if short[:2] not in long:
        return False
    organ = _ORGAN.search(short)
    if not FIRM.search(short) and not (organ and long.endswith(organ[0])):
        return False
    rest = iter(long)
    return all(character in rest for character in short)
