"""An honour's verb or heading in, those who received it out, where the rule does not name them.

They stand before the verb (read_subject), or are meant by a pronoun there or left out
(read_subject_of_article).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import MENTION_MARKS, Article, Mention, Sentence
from newsie.honour.bare_name import GROUP_NOUN, looks_like_name
from newsie.honour.items import strip_region
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients, Region, region_of
from newsie.honour.roster import is_roster

_PERSON = MENTION_MARKS["person"]
_NAMES = tuple(MENTION_MARKS[kind] for kind in ("person", "organisation", "place"))
# 我市柳湾镇，城东村、城西村等: nothing but names.
_ALL_NAMES = re.compile(
    r"(?:[我本][省市县区州镇])?(?:[{}](?:、|和)?)+".format(
        "".join(MENTION_MARKS[kind] for kind in ("person", "organisation", "place"))
    )
)

# A person's mark, or what stands behind a body's and may be a name: the items before the last.
_NAMED_BEFORE = re.compile(
    f"{_PERSON}|{MENTION_MARKS['organisation']}[\u4e00-\u9fff]{{2,3}}(?=、|$)"
)

# 省政府印发《…的决定》: a clause of its own.
_ISSUED = re.compile("(?:印发|下发|公布|发布|出台|宣读|签署)了?《")
# 高小满、林春生，2人获…
_ONLY_A_COUNT = re.compile(rf"(?:共|计|这)?{MENTION_MARKS['quantity']}[^，、]{{0,3}}")

# 他, 该公司, 我们村: somebody named before.
# 此次，海州市斩获三项大奖: whom a sentence is about.
_BEGINNING = re.compile(
    r"(?:(?:此次|近日|日前|昨日|今年|近年来|据悉|据了解)，?)?[{}](?![、和与的])".format(
        MENTION_MARKS["organisation"] + MENTION_MARKS["place"]
    )
)

_ANAPHOR = re.compile(
    r"^(?:[^，他她]{0,16}[后时来会上中里年])?(?P<person>[他她](?![们的])|其(?=[^他中余]|$)|本人)"
    r"|^(?![我本全][省市区县])(?:该|本|我|全|这家|此|我们|咱|咱们|这个)?(?P<body>公司|企业|集团|厂|校|学校|院|医院|村|村里|社区|镇|街道|局|单位|连队|部队|团队|支队|大队|中队|分局|派出所|合作社|协会|党支部|班组|连|旅|区|县|市)(?=里?$|[^名]?[还也又先曾已连荣在年多被，]|(?:(?<=^该.)|(?<=^该..))[始坚通围立依以把将从被获均都紧积因])"
)
_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|公司|集团|厂|企业)$")
_SCHOOL = re.compile(
    r"(?:[小中大]学|学[校院]|分校|党校|[高初]中|职高|职中|幼儿园|校区|[一二三四五六七八九十]+[中小]|附[中小])$"
)
# What a noun that speaks of somebody named before ends with there, where it is not the noun.
_ENDINGS = {"校": _SCHOOL, "学校": _SCHOOL, "街道": re.compile("街道(?:办事处|办)?$")}
# 一所二级甲等综合医院: said of a body, not its name.
_SAID_OF = re.compile("[我本该全这那其]|[一两首][所家个座]|唯一")
_LONGEST_BODY = 8  # characters of a body's name that no finder knew
# What a body's own name does not begin with: 该村, 在村, 全国文明村.
_NO_BODY = re.compile(
    r"[该本我全各每这那在和与对向为由使让把将等一二两三四五六七八九十多几]|国家|省级|市级|文明|美丽|先进|示范|最美"
)
# 在环境保护等方面作出了贡献, 始终坚持创新: how and by what, never who.
_ADJUNCT = re.compile(
    r"(?:并|还|也|近年来|多年来|一直以来|长期以来)*(?:在[^，]{2,40}?(?:方面|领域|环节)|以[^，]{2,30}?为|始终|一直|不断|持续|积极|大力|着力|全力|努力|坚持|围绕|通过|依托|立足"
    r"|按照|聚焦|深入|全面|切实|扎实|充分|认真|勇于|敢于|善于|取得|实现|赢得|创下|发扬|弘扬|秉[承持]|践行|致力|扎根|投身|克服|紧[扣盯紧]|狠抓|强化|突出|锐意|奋力)"
)
# What is told of a body behind its name, without another name: 牢记嘱托, 坚持创新驱动
_PREDICATE = re.compile(f"[^{''.join(MENTION_MARKS.values())}、的《“]{{4,40}}")
_DEED = re.compile(
    r"(?:并|还|也|先后|出色|圆满|积极|成功|主动|多次|参与)*(?:完成|承担|执行|参与|参加|开展|推动|坚持|围绕|克服|攻克|解决|创新|提出|打造"
    r"|建成|形成|实施|推进|加强|深化|组织(?!人事|部)|带动|服务|帮助)"
)
# 端午节是我国首个入选…的节日: what stands before 是.
_FIRST_OF = re.compile(r"是(?:[我全][国省市区县]|世界|首|第|唯一|目前|迄今)[^，]{0,16}$")
_LABEL = re.compile(r"\W*([\u4e00-\u9fff]{2,16})：")
_INTRODUCED = re.compile(
    r"(?:[师家员工]|[农村居]民|书记|主任|[校院村队班]长|民警|战士|司机|医生|护士)"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?=[，。、先同女说的是从系]|$)"
)
_TOLD_OF = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:是|系|，(?:男|女)，)")
# 林春生：老骥伏枥: a heading above what is told of a person.
_HEADED_BY = re.compile(r"(?:[0-9]+[.、])?(?P<name>[\u4e00-\u9fff]{2,4})(?:：|——|$)")
_MOST_ABOVE = 6  # lines
_LONGEST_HEADING = 24
_TIMES = re.compile(r"(?:先后|曾|还|并)?[0-9一二三四五六七八九十两多]+次")
# What a clause without a subject begins with: the honour goes to whoever was spoken of.
_ELIDED = re.compile(
    r"^(?:[并还也又均都曾先后多次连续被年月日届0-9一二三四五六七八九十，、：“ ]"
    r"|其中|成功|一举|荣|已)*$"
)


_OF_THOSE = re.compile("其中")
_TITLED = re.compile("《[^》]*》")


def clause_before(sentence: Sentence, offset: int) -> int:
    """Where the clause that a passage offset stands in begins: behind the last ；or ：."""
    text = _TITLED.sub(lambda title: "《" * len(title[0]), sentence.text[: offset - sentence.start])
    return sentence.start + max(text.rfind("；"), text.rfind("：")) + 1


def read_subject(region: Region, hint: RecipientKind | None, fallback: RecipientKind) -> Recipients:
    """The recipients that stand before a verb: in the last part of the clause that names any."""
    if first := _FIRST_OF.search(region.marked):
        region = region.part(0, first.start())
    pieces = list(_pieces(region))
    guessed = NOBODY
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        if meant := read_meant(strip_region(piece)):
            return meant
        if _DEED.match(piece.marked) or _is_adjunct(piece):
            continue  # 出色完成演训、抢险等任务
        start = piece.start
        # 旅美乡亲甲，商会会长乙获授予…: a list whose separator is a comma.
        while (
            i
            and not _OF_THOSE.match(pieces[i].marked)
            and (_goes_on(pieces[i - 1]) or _counts(piece, pieces[i - 1]))
        ):
            i -= 1
            start = pieces[i].start
        if i < len(pieces) - 1 and start == piece.start and (named := _leads(piece)):
            return named
        whole = Region(region.article, region.sentence, region.view, start, piece.end)
        found = read_recipients(whole, hint, free=True, fallback=fallback)
        if not found.items and whole.start != piece.start:
            found = read_recipients(piece, hint, free=True, fallback=fallback)
        if found and i and _is_guessed(whole, found):
            guessed = guessed or found  # 忠诚履职尽责: no name, if a clause before holds one
        elif found:
            return found
    return guessed


def _leads(piece: Region) -> Recipients:
    """The body that a part begins with, where a verb follows it: 城东大队牢记嘱托，先后…."""
    stripped = strip_region(piece)
    marked = stripped.marked
    if marked[:1] != MENTION_MARKS["organisation"] or not _PREDICATE.fullmatch(marked, 1):
        return NOBODY
    if GROUP_NOUN.search(marked) or looks_like_name(marked[-3:]) or looks_like_name(marked[-2:]):
        return NOBODY
    return read_recipients(stripped.part(0, 1), None)


def _is_guessed(region: Region, found: Recipients) -> bool:
    """Whether what was read is the name of nothing known, by its place before the verb alone."""
    return not region.mentions() and not any(
        item.count
        or item.kind == "individual"
        or GROUP_NOUN.search(item.name or "")
        or re.search("[《“]", region.marked)
        for item in found.items
    )


def _is_adjunct(piece: Region) -> bool:
    """Whether a part between commas tells how the honour was earned, and ends with no name."""
    stripped = strip_region(piece)
    if re.match("为(?!了)", piece.marked) and "”" not in piece.marked:
        return True  # 为代表团夺得首枚金牌
    if not _ADJUNCT.match(stripped.marked):
        return False
    return stripped.marked[-1:] not in _NAMES and "的" not in stripped.marked[-_LONGEST_BODY:]


def _counts(piece: Region, before: Region) -> bool:
    """Whether a part between commas is the count of those named in the part before it."""
    if not _ONLY_A_COUNT.fullmatch(piece.marked):
        return False
    counted = piece.mentions()[0].value.value
    return bool(counted == before.marked.count("、") + 1)


def _goes_on(piece: Region) -> bool:
    """Whether a part between commas is of a list that the next part goes on with."""
    marked = piece.marked
    if _ISSUED.search(marked):
        return False
    if marked[-1:] in (_PERSON, "》", "”") or _ALL_NAMES.fullmatch(marked):
        return True
    before, joined, last = marked.rpartition("、")
    if is_roster(piece):
        return True
    return bool(joined) and looks_like_name(last) and bool(_NAMED_BEFORE.search(before))


def _pieces(region: Region) -> Iterable[Region]:
    """The parts of a region between commas, quotes whole."""
    depth = start = 0
    marked = region.marked
    for i, character in enumerate(marked):
        depth += (character in "“《（") - (character in "”》）")
        if depth <= 0 and character == "，":
            yield region.part(start, i)
            start = i + 1
    yield region.part(start, len(marked))


def is_elided(region: Region) -> bool:
    """Whether the clause before a verb has no subject of its own."""
    stripped = strip_region(region)
    return bool(_ELIDED.match(stripped.marked) or _TIMES.fullmatch(stripped.canonical))


def read_label(article: Article, sentence: Sentence, clause: int) -> Recipients:
    """The body or person whose name and a colon stand in front of a clause: ★青石镇：曾获…."""
    found = _LABEL.fullmatch(sentence.text[: clause - sentence.start])
    if found is None or not (GROUP_NOUN.search(found[1]) or looks_like_name(found[1])):
        return NOBODY
    start = sentence.start + found.start(1)
    return read_recipients(region_of(article, sentence, start, start + len(found[1])), None)


def _told_of(article: Article, offset: int) -> Found | None:
    """The person whom the sentence of an offset begins with: 林春生是农民技术员，2010年他被授予."""
    for sentence in article.sentences:
        if sentence.start <= offset <= sentence.end:
            found = _TOLD_OF.match(sentence.text)
            if found and looks_like_name(found["name"]) and sentence.start + found.end() <= offset:
                return Found(found["name"], None, "individual")
            for above in reversed(article.sentences[: sentence.index][-_MOST_ABOVE:]):
                heading = _HEADED_BY.match(above.text.strip())
                short = heading and len(above.text) < _LONGEST_HEADING
                if heading and short and looks_like_name(heading["name"]):
                    return Found(heading["name"], None, "individual")
    return None


def _introduced(article: Article, offset: int) -> Found | None:
    """The person of no post whom the article told of last: 退休教师林春生, named twice at least."""
    assert article.passage is not None
    text = article.passage.text
    for found in reversed(list(_INTRODUCED.finditer(text, 0, offset))):
        if looks_like_name(found["name"]) and text.count(found["name"]) > 1:
            return Found(found["name"], None, "individual")
    return None


def read_subject_of_article(
    article: Article, offset: int, hint: RecipientKind | None
) -> Recipients:
    """Whom the article spoke of last before a passage offset: a person or an organisation."""
    if hint not in ("individual", "organization"):
        return NOBODY if hint else _topic(article, offset)
    kind = "person" if hint == "individual" else "organisation"
    if kind == "person" and (told := _told_of(article, offset)):
        return Recipients((told,), None)
    mention = _last_before(article, offset, kind, re.compile(""))
    if kind == "person":
        found = _named(article, mention) if mention else _introduced(article, offset)
        return Recipients((found,), None) if found else NOBODY
    return Recipients((_named(article, mention),), None) if mention else _topic(article, offset)


def _topic(article: Article, offset: int) -> Recipients:
    """Whom the sentence before that of an offset begins with; of a list, nobody."""
    before = [s for s in article.sentences if s.end <= offset and not s.in_title][-1:]
    for sentence in before:
        first = _BEGINNING.match(sentence.marked)
        mention = sentence.slots.get(first.end() - 1) if first else None
        if mention is not None and mention.kind in ("organisation", "place"):
            return Recipients((_named(article, mention),), None)
    return NOBODY


def read_meant(region: Region) -> Recipients:
    """Whom a pronoun at the beginning of a clause means."""
    found = _ANAPHOR.match(region.canonical)
    if found is None or (found["person"] and "《" in region.canonical):
        return NOBODY  # 他的作品《春天》: the work
    article = region.article
    if found["person"]:
        return read_subject_of_article(article, region.offset, "individual")
    body = found["body"].removesuffix("里")
    firm = body[-1] in "司业团厂"
    ending = _FIRM if firm else _ENDINGS.get(body) or re.compile(f"{body}$")
    mention = _last_before(article, region.offset, "organisation", ending) or _last_before(
        article, region.offset, "place", ending
    )
    name = (_named(article, mention).name if mention else None) or _spelt_before(
        article, region.offset, body[-1]
    )
    if name is None:
        return NOBODY
    if ending is _FIRM:
        name = _fullest(article, name)
    return Recipients((Found(name, None, "organization"),), None)


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


def _last_before(
    article: Article, offset: int, kind: str, ending: re.Pattern[str]
) -> Mention | None:
    for sentence in reversed(article.sentences):
        if sentence.start > offset:
            continue
        for mention in reversed(sentence.mentions_of(kind)):
            own = kind == "person" or not _SAID_OF.match(mention.value.name)
            if own and mention.end <= offset and ending.search(mention.value.name):
                return mention
    return None


def _named(article: Article, mention: Mention) -> Found:
    if mention.kind == "person":
        return Found(mention.value.name, None, "individual")
    assert article.passage is not None
    return Found(article.passage.text[mention.start : mention.end], None, "organization")


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
