"""A pronoun or a clause without a subject in, the person or body that is meant out.

Forms that are taken:
    他, 她本人                                    the person told of last
    该公司, 学校, 村里                            the body of that kind named last
    先后荣获“文明村”                              whom the sentences before began with
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS, Article, Mention, Sentence
from newsie.honour.bare_name import looks_like_name
from newsie.honour.first_name import unknown_first
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients, Region

_PERSON = MENTION_MARKS["person"]
_DATE = MENTION_MARKS["date"]
_BODIES = MENTION_MARKS["organisation"] + MENTION_MARKS["place"]
# What may stand before whom a sentence is about: 此次，/ 近年来，/ 在县委的领导下，
_OPENING = (
    rf"(?:(?:此次|近日|日前|昨日|今年|如今|目前|同时|据悉|据了解|其中|{_DATE}"
    r"|[^，。：；“”]{0,16}[来后中下里间])，|近年来|几年来|{_DATE})?"
)
# 海州市斩获三项大奖; 林春生1990年入伍: whom a sentence is about.
_BEGINNING = re.compile(rf"{_OPENING}[{_BODIES}](?![、和与的])")
_PERSON_FIRST = re.compile(rf"{_OPENING}{_PERSON}(?![、和与的])")
# 渔业村位于海州湾: a body that no finder knew, by what is told of it.
_SPELT_FIRST = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:村|社区|小区|镇|乡|街道|公司|集团|厂|合作社|学校|小学|中学|幼儿园|医院|卫生院|[庭科队所站局院]|班组|支部|中心"
    r"|农场|牧场|林场|茶场|景区|科技|股份|药业|重工|电气|酒业|乳业|食品|生物|实业)(?=于|位于|地处|坐落|[始创]?建[于立]|成立于|创[立办]于|现有|下辖|占地|总面积|是一[个家所支座]|全村)"
)
# 云溪镇获评…, 云溪镇：…: a headline about a body, not 广东省最美渔港.
_TITLE_FIRST = re.compile(rf"{_OPENING}[{_BODIES}](?=[：，！—荣获喜入上再成连被斩摘捧夺蝉跻当]|$)")
# 球冠电缆：被认定为…: a firm by its short name, at the head of its own news
_LABELLED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10})[：:]")
_NOT_NOUN = re.compile(r"(?:创建|试点|培育)?(?:单位|名单|称号|荣誉|（[^）]*）)*$")
_MOST_BACK = 6  # sentences
_SCHOOL = re.compile(
    r"(?:[小中大]学|学[校院]|分校|党校|[高初]中|职高|职中|幼儿园|校区|[一二三四五六七八九十]+[中小]|附[中小])$"
)
_ANY = re.compile("")
# What an honour of a kind of body ends with, and whose names end so: 全国文明村.
_HELD_BY = {
    "村镇": re.compile("[村镇乡]$"),
    "乡镇": re.compile("[镇乡]$"),
    "村": re.compile("村$"),
    "镇": re.compile("镇$"),
    "乡": re.compile("乡$"),
    "县": re.compile("[县旗市]$"),
    "县城": re.compile("[县旗市]$"),
    "城区": re.compile("[区市]$"),
    "社区": re.compile("社区$"),
    "城市": re.compile("[市州县区]$"),
    "校园": _SCHOOL,
    "学校": _SCHOOL,
    "医院": re.compile("[院中心]$"),
    "企业": re.compile("(?<!省)(?<!市)(?<!县)(?<!区)(?<!镇)(?<!村)$"),
}

# 他, 该公司, 我们村: somebody named before.
_ANAPHOR = re.compile(
    r"^(?:[^，他她]{0,16}[后时来会上中里年])?(?P<person>[他她](?![们的]|所在|(?:所[^，]{1,3}|带领|率领|创[办立作]|经营|负责|领衔|主持|执教|指导|撰写|参与|设计|培育|管理)[^，]{0,8}的)|其(?=[^他中余]|$)|本人|个人(?=$|先后|曾|多次|被|荣|还|也|连续))"
    r"|^(?![我本全][省市区县])(?:该|本|我|全|这家|此|我们|咱|咱们|这个)?(?P<body>公司|企业|集团|厂|校|学校|院|医院|村|村里|小区|社区|镇|街道|局|单位|连队|部队|团队|支队|大队|中队|分局|派出所|合作社|(?:活动)?中心|协会|党支部|班组|行|连|旅|区|县|市)(?=里?$|是|[建拥设具配现]有|[^名]?[还也又先曾已连荣在被，]|[今去每近多]年|多[次年]|(?:(?<=^该.)|(?<=^该..))[始坚通围立依以把将从被获均都紧积因自凭于])"
)
_WHERE_ONE_WORKS = re.compile("[他她]们?所在的(?=.)")  # 他所在的派出所
# 村党支部, 该院护理部: a part of the body that is meant
_PART_OF = re.compile(
    r"(?P<whole>该[村校院所站]|村)(?P<part>党(?:支部|总支|委)|两委|团支部|妇联|[^，、该的]{1,6}[部科室组队系班庭股处])"
)
_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|公司|集团|厂|企业)$")
# What a noun that speaks of somebody named before ends with there, where it is not the noun.
_ENDINGS = {
    "行": re.compile("(?:银行|[分支商]行|信用社)$"),
    "校": _SCHOOL,
    "学校": _SCHOOL,
    "街道": re.compile("街道(?:办事处|办)?$"),
}
# 柳湾区人民政府长宁路街道办事处: whose office it is
_OFFICE_OF = re.compile(r"(?P<street>[^省市区县州政府]{2,6}街道)办事处$")
# 一所二级甲等综合医院: said of a body, not its name.
_SAID_OF = re.compile(
    "[我本该全这那其]|居?[东中西]{1,2}部|外地|周边|同级|兄弟|基层|各级|大?中?小学$|校(?=[高初])"
    "|[一两首][所家个座]|唯一"
)
# 工程挑战赛初中组, 参评全国先进学校: no school that anything is told of
_NO_SUBJECT = re.compile("赛|参评|获评|先进|优秀|最美|文明[校单村镇]|示范[校单村]")
_LONGEST_BODY = 8  # characters of a body's name that no finder knew
# What a body's own name does not begin with: 该村, 在村, 全国文明村.
_NO_BODY = re.compile(
    r"[个座支名位该本我全各每这那在和与对向为由使让把将等一二两三四五六七八九十多几]|国家|省级|市级|文明|美丽|先进|示范|最美"
)
_INTRODUCED = re.compile(
    r"(?:[师家员工]|[农村居]民|书记|主任|[校院村队班]长|民警|战士|司机|医生|护士)"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?=[，。、先同女说的是从系\n]|$)"
    r"|(?:^|[。\n])(?P<called>[\u4e00-\u9fff]{2,3})(?:老师|同志|医生)(?=[^，、。]{2})"
)
# ——记城东小学教师林春生: whom a profile is of
_PROFILE = re.compile(r"记[^，。；]{2,24}(?P<name>[\u4e00-\u9fff]{3})$")
# 林春生：老骥伏枥: a heading above what is told of a person.
_HEADED_BY = re.compile(
    r"(?:[0-9]+[.、]|【[^】]{2,12}】)?(?P<name>[\u4e00-\u9fff]{2,4})(?:：|——|$)"
)
_MOST_ABOVE = 6  # lines
_LONGEST_HEADING = 24


def _told_of(article: Article, offset: int) -> Found | None:
    """The person whom the sentences up to an offset begin with: 林春生是技术员。2010年他被授予."""
    return _begun_with(article, offset, "individual", _ANY) or _headed(article, offset)


def _headed(article: Article, offset: int) -> Found | None:
    """The person whose name heads the lines up to an offset: 林春生：老骥伏枥."""
    above = [s for s in article.sentences if s.end < offset][-_MOST_ABOVE:]
    for sentence in reversed(above):
        heading = _HEADED_BY.match(sentence.text.strip())
        short = heading and len(sentence.text) < _LONGEST_HEADING
        if heading and short and looks_like_name(heading["name"]):
            return Found(heading["name"], None, "individual")
    return None


def _begun_with(
    article: Article, offset: int, hint: RecipientKind | None, fits: re.Pattern[str]
) -> Found | None:
    """The person or body that the last sentence before an offset begins with, of those that fit."""
    told = [s for s in article.sentences if s.start < offset and not s.in_title]
    for sentence in reversed(told[-_MOST_BACK:]):
        found = None
        if hint != "organization":
            found = _person_first(article, sentence, offset)
        if found is None and hint != "individual":
            found = _body_first(article, sentence, offset)
        if found and (found.kind == "individual" or fits.search(found.name or "")):
            return found
    return None


def _body_first(article: Article, sentence: Sentence, offset: int) -> Found | None:
    first = (_TITLE_FIRST if sentence.in_title else _BEGINNING).match(sentence.marked)
    mention = sentence.slots.get(first.end() - 1) if first else None
    if mention is None and (spelt := _SPELT_FIRST.match(sentence.text)):
        return Found(_in_full(article, spelt[0]), None, "organization")
    if mention is None or mention.end > offset:
        return None
    found = _named(article, mention)
    return None if _SAID_OF.match(found.name or "") else found


def _in_full(article: Article, name: str) -> str:
    """The longest name of a body in the article that ends with a shorter one."""
    names = [str(m.value.name) for s in article.sentences for m in s.mentions_of("organisation")]
    return max((full for full in names if full.endswith(name)), key=len, default=name)


def _person_first(article: Article, sentence: Sentence, offset: int) -> Found | None:
    first = _PERSON_FIRST.match(sentence.marked)
    mention = sentence.slots.get(first.end() - 1) if first else None
    if mention is not None:
        return _named(article, mention) if mention.end <= offset else None
    assert article.passage is not None
    name = unknown_first(sentence, offset, article.passage.text)
    return Found(name, None, "individual") if name else None


def _introduced(article: Article, offset: int) -> Found | None:
    """The person of no post whom the article told of last: 退休教师林春生, named twice at least."""
    assert article.passage is not None
    text = article.passage.text
    if (title := _PROFILE.search(article.title_text or "")) and looks_like_name(title["name"]):
        return Found(title["name"], None, "individual")
    for found in reversed(list(_INTRODUCED.finditer(text, 0, offset))):
        name = found["name"] or found["called"]
        if looks_like_name(name) and (found["called"] or text.count(name) > 1):
            return Found(name, None, "individual")
    return None


def read_subject_of_article(
    article: Article, offset: int, hint: RecipientKind | None, honour: str = ""
) -> Recipients:
    """Whom the article is about before a passage offset: a person, a body or a place.

    Args:
        hint: what the honour is given to, where its name says so; a work is never left out.
        honour: its name, whose noun may say more: a 文明村 is a village.
    """
    if hint == "work":
        return NOBODY
    honour = _NOT_NOUN.sub("", honour)
    fits = next((fit for noun, fit in _HELD_BY.items() if honour.endswith(noun)), _ANY)
    found = _begun_with(article, offset, hint, fits)
    if found is None and hint == "individual":
        found = _headed(article, offset) or _person_before(article, offset)
    if found is None and hint != "individual":
        found = _body_of_title(article, fits) or _home(article, fits)
    return Recipients((found,), None) if found else NOBODY


def _person_before(article: Article, offset: int) -> Found | None:
    mention = _last_before(article, offset, "person", _ANY)
    return _named(article, mention) if mention else _introduced(article, offset)


def _body_of_title(article: Article, fits: re.Pattern[str]) -> Found | None:
    """The body or place that the headline begins with: 云溪镇：三产融合促振兴."""
    for sentence in article.sentences:
        if sentence.in_title and (found := _body_first(article, sentence, sentence.end)):
            return found if fits.search(found.name or "") else None
    return None


def _home(article: Article, fits: re.Pattern[str]) -> Found | None:
    """The article's own county or city, of an honour that only such ones hold."""
    short = article.place.short if article.place and fits is not _ANY else ""
    return Found(short, None, "organization") if short and fits.search(short) else None


def speaks_of_before(region: Region) -> bool:
    """Whether a clause begins with the noun of a body named before: 学校, 该村."""
    found = _ANAPHOR.match(region.canonical)
    return found is not None and found["body"] is not None


def read_meant(region: Region) -> Recipients:
    """Whom a pronoun at the beginning of a clause means."""
    if part := _PART_OF.fullmatch(region.canonical):
        whole = read_meant(region.part(0, part.end("whole")))
        named = [Found(f"{item.name}{part['part']}", None, item.kind) for item in whole.items]
        return Recipients(tuple(named), None)
    if where := _WHERE_ONE_WORKS.match(region.marked):
        region = region.part(where.end(), len(region.marked))
    found = _ANAPHOR.match(region.canonical)
    if found is None or (found["person"] and "《" in region.canonical):
        return NOBODY  # 他的作品《春天》: the work
    article = region.article
    if found["person"]:
        return read_subject_of_article(article, region.offset, "individual")
    body = found["body"].removesuffix("里")
    firm = body[-1] in "司业团厂"
    ending = _FIRM if firm else _ENDINGS.get(body) or re.compile(f"{body}$")
    exact = re.compile(f"{body}$")  # the street, rather than its office
    mention = _last_body(article, region.offset, exact) or _last_body(
        article, region.offset, ending
    )
    if mention and (first := _first_body(region, mention, ending)):
        mention = first
    name = _named(article, mention).name if mention else None
    if body == "街道" and (office := _OFFICE_OF.search(name or "")):
        name = office["street"]
    if mention is None or _is_listed(article, mention):
        told = _begun_with(article, region.offset, "organization", ending)
        name = told.name if told else name
    name = name or _spelt_before(article, region.offset, body if body.endswith("区") else body[-1])
    if name is None and firm and (label := _LABELLED.match(article.title_text or "")):
        name = label["name"]
    if name is None:
        return NOBODY
    if ending is _FIRM:
        name = _fullest(article, name)
    return Recipients((Found(name, None, "organization"),), None)


def _first_body(region: Region, mention: Mention, ending: re.Pattern[str]) -> Mention | None:
    """The body that a sentence begins with, where the one named last in it is only spoken of."""
    sentence = region.sentence
    found = _BEGINNING.match(sentence.marked)
    first = sentence.slots.get(found.end() - 1) if found else None
    told = first is not None and sentence.start <= mention.start < region.offset
    if told and first is not None and first.kind == "organisation":
        return first if ending.search(str(first.value.name)) else None
    return None


def _is_listed(article: Article, mention: Mention) -> bool:
    """Whether a name is one of several in a row, so that what is meant need not be that one."""
    assert article.passage is not None
    text = article.passage.text
    return text[mention.start - 1 : mention.start] == "、" or text.startswith("、", mention.end)


def _spelt_before(article: Article, offset: int, noun: str) -> str | None:
    """The body that words end with and the article says twice, where no finder knew it: 双溪村."""
    assert article.passage is not None
    text = article.passage.text
    best: str | None = None
    for found in re.finditer(f"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]*?{noun}", text[:offset]):
        words = found[0].rpartition("的")[2]
        for length in range(min(len(words), _LONGEST_BODY), 2, -1):
            name = words[-length:]
            if not _NO_BODY.match(name) and text.count(name) > 1:
                best = name
                break
    return best


def _last_body(article: Article, offset: int, ending: re.Pattern[str]) -> Mention | None:
    """The organisation named last before an offset, or else the place."""
    return _last_before(article, offset, "organisation", ending) or _last_before(
        article, offset, "place", ending
    )


def _last_before(
    article: Article, offset: int, kind: str, ending: re.Pattern[str]
) -> Mention | None:
    for sentence in reversed(article.sentences):
        if sentence.start > offset:
            continue
        for mention in reversed(sentence.mentions_of(kind)):
            own = kind == "person" or not _SAID_OF.match(mention.value.name)
            if _NO_SUBJECT.search(mention.value.name) or _is_quoted(article, mention):
                continue
            if own and mention.end <= offset and ending.search(mention.value.name):
                return mention
    return None


def _is_quoted(article: Article, mention: Mention) -> bool:
    """Whether a name opens a quote, as of an honour: “国家电网公司文明单位”."""
    assert article.passage is not None
    return mention.kind != "person" and article.passage.text[mention.start - 1] == "“"


def _named(article: Article, mention: Mention) -> Found:
    if mention.kind == "person":
        return Found(mention.value.name, None, "individual")
    place = mention.value.place if mention.kind == "place" and mention.value.bare else None
    assert article.passage is not None
    spelt = article.passage.text[mention.start : mention.end]
    return Found(place.short if place and place.short else spelt, None, "organization")


def _fullest(article: Article, name: str) -> str:
    """The longest organisation of the article whose name holds this one's core."""
    core = _FIRM.sub("", name)
    names = [
        m.value.name
        for sentence in article.sentences
        for m in sentence.mentions_of("organisation")
        if core and core in m.value.name and _FIRM.search(m.value.name)
    ]
    return max(names, key=len, default=name)
