"""Names of meetings: where they begin, what their head noun is, which are the same.

A rule finds a stretch that ends with a head noun (会议 大会 论坛 …); what stands before the name
within that stretch is cut away here:

    3月11日青浦区重大项目推进会 → 青浦区重大项目推进会
    由县总商会主办的首届创业论坛 → 首届创业论坛
    区委书记甘露主持召开区委常委会会议 → 区委常委会会议
"""

from __future__ import annotations

import re

from newsie.article import Mention, Sentence

_QUOTES = str.maketrans("", "", "“”‘’\"'「」『』")
# What ends before a name: a relative clause, a verb that takes it as its object.
_CLAUSE = (
    r"(?:”——|(?:主办|承办|协办|举办|举行|召开|组织|发起|为主题|主题为[^，]{1,20}|为期[^的]{1,4})的)"
)
_BEFORE_DEED = re.compile(_CLAUSE)
_BEFORE_NAME = re.compile(
    _CLAUSE
    + r"|(?:主持召开|组织召开|主持|召开|举行|出席|参加|列席|召集|宣布|介绍|祝贺|决定|建议|获悉"
    r"|提交|提请)了?" + r"|[讯电](?:（[^（）]*）)"
)
_ADVERBS = (
    r"上午|下午|晚上|晚(?=在|会见)|当晚|晚间|凌晨|今天|昨天|今日|昨日|日前|近日|当天|当日|同日|同时|随后|会前|会后|其间|期间"
    r"|与此同时|据悉|本报讯|本刊讯|又讯|【[^】]*】|[0-9]{1,2}[时点]"
)
_LEADING = re.compile(
    rf"(?:{_ADVERBS}|本次|此次|这次|一[场次](?!会)|该|记者|在|由|从|于|[的、，：\s）—]|向(?=大会$|会议$)"
    r"|(?:隆重|简短|简单|简朴|盛大|热烈|庄重|庄严|特别|特殊|别开生面|紧急|重要|专门)的)"
)
_BEFORE_CLAUSE = re.compile(
    rf"(?:{_ADVERBS}|为(?:团长|组长|队长|领队)的|一行人?|等人?|率队|带队|[带率]领下|[0-9]+[余多]?人|(?:[省市区县州旗镇乡]级?|主要)?领导(?=前往|来到|赴|深入|到|走进|看望|先后)|还|又|随即|先后|一同"
    r"|(?:以?及|[和与])[^，。；：]{2,24}?(?:一行|人员|负责人|负责同志)(?=到|赴|来到|深入|走进|前往|开展|看望|慰问|走访|对)|[、，：\s）])"
)
_TRAILING = re.compile(
    r"(?:上午|下午|晚上|晚间|今天|昨天|日前|近日|当天|在?会上|及时|立即|随即|随后|当即|迅速|接着|第一时间|如期|按时|特意|特地|率先|专门|紧急|首次|首先|先后|分别|联合|共同|正式|隆重|继续|还|又|也|已|将|再次|连夜|[于从在]|[，、（）\s]"
    r"|(?:在|于)[^，]{1,20}|(?:就|围绕|针对|以|按照|根据)[^，]{2,60}|(?:还)?面向[^，]{2,20}|为[^，]{4,60})$"
)
_SITTING = re.compile(
    r"(?:中心组|常委会|常务会|委员会|党组|党工委|党委|领导小组|全委会|理事会|政治局|书记处|代表大会|主席团|指挥部|国务院)"
    r"(?:（[^（）]{1,6}）)?$"
)
_SESSION = re.compile(
    r"^(?:[^，]{0,10}?(?:第[0-9一二三四五六七八九十百]+[次届期轮场]|[一二三四五六七八九十百0-9]+届[一二三四五六七八九十百0-9]+次)(?!代表大会代表|委员会委员))"
)
# What a body puts on, however often: 第三届旅游论坛 is no session of it.
_PUT_ON = re.compile(
    r"(?:论坛|峰会|座谈会|推介会|发布会|研讨会|恳谈会|交流会|年会|洽谈会|报告会|沙龙)$"
)
_VAGUE = re.compile(
    r"^(?:下一?[次届]|有关|相关|本次|此次|这次|该|各类|各种|一系列|系列|多次|每次|重要|专题|紧急|专门|一次|有关的|全国两会)?"
    r"(?:会议|大会|全会|座谈会|论坛|发布会|推进会|现场会|例会|专题会议|(?:友好)?(?:交流|座谈)(?:与|和)会谈|会谈|全体会议|年会|峰会|开幕会|闭幕会|开幕大会|闭幕大会|预备会议?)?$"
)
_ANY = ("会议", "大会", "全会", "开幕会", "闭幕会")  # what any meeting may be called for short
_BARE_KIND = re.compile(r"(?P<about>[\u4e00-\u9fff]{2,4})(?:会议|大会)")
_PART = re.compile(r"(?:第[一二三四五六七八九]次)(?:全体)?(?:会议|大会)")  # of a session
# What sits beside a congress, under its name: 县十七届人大一次会议主席团第一次会议.
_APART = re.compile(r"主席团|预备会议|召集人会议")
_HOME = re.compile(r"^(?:全[国省市区县州旗镇乡]|我[国省市区县州旗镇乡]|本[省市区县州旗镇乡])")
_ORDINAL = re.compile(r"第?([0-9一二三四五六七八九十百]+)[次届期]")


def cut_before(sentence: Sentence, start: int, end: int, *, verbs: bool = True) -> int:
    """Where a name begins that ends at `end` and at the earliest begins at `start`.

    Args:
        verbs: whether the name is the object of a verb that stands within.
    """
    pattern = _BEFORE_NAME if verbs else _BEFORE_DEED
    cut = start
    for found in pattern.finditer(sentence.text, start - sentence.start, end - sentence.start):
        cut = max(cut, sentence.start + found.end())
    return cut_leading(sentence, cut, end, clause=not verbs)


def cut_leading(sentence: Sentence, cut: int, end: int, *, clause: bool = False) -> int:
    """What stands before a name or clause cut away: days, hours, 本次, 由.

    Args:
        clause: keep the prepositions that a clause may begin with (在县会堂会见了…).
    """
    pattern = _BEFORE_CLAUSE if clause else _LEADING
    while cut < end:
        step = _leading_mention(sentence, cut) or _leading_word(pattern, sentence, cut, end)
        if not step:
            break
        cut = step
    return cut


def _leading_mention(sentence: Sentence, start: int) -> int | None:
    """The end of a day, or of a post, with which a stretch begins."""
    for mention in sentence.mentions:
        if mention.start == start and _is_circumstance(mention):
            return mention.end
    return None


def _is_circumstance(mention: Mention) -> bool:
    if mention.kind == "date":
        return mention.value.kind in ("point", "vague", "month", "deadline")
    return False


def _leading_word(pattern: re.Pattern[str], sentence: Sentence, start: int, end: int) -> int | None:
    found = pattern.match(sentence.text, start - sentence.start, end - sentence.start)
    return sentence.start + found.end() if found else None


def cut_behind(sentence: Sentence, start: int, end: int) -> int:
    """Where the subject of a verb that begins at `end` ends: its circumstances cut away."""
    while start < end:
        dates = [m.start for m in sentence.mentions_of("date") if m.end == end and m.start >= start]
        if dates:
            end = min(dates)
            continue
        found = _TRAILING.search(sentence.text, start - sentence.start, end - sentence.start)
        if not found or _closes(sentence.text, start - sentence.start, found.start()):
            break
        end = sentence.start + found.start()
    return end


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket at `end` closes one that opens behind `start`: 中心组（扩大）."""
    return text[end] == "）" and text.rfind("（", start, end) > text.rfind("）", start, end)


def is_sitting_body(name: str) -> bool:
    """Whether a body meets as such, so that its sessions carry its name: 区委常委会, 中心组."""
    return bool(_SITTING.search(name))


def is_session(name: str) -> bool:
    """Whether a name is the number of a session alone: 第三次会议, 六届四十三次主席会议."""
    return bool(_SESSION.match(name))


def is_put_on(name: str) -> bool:
    """Whether a name is of what any body may put on, and of no session: 第三届旅游论坛."""
    return bool(_PUT_ON.search(name))


def is_vague(name: str) -> bool:
    """Whether a name names no meeting in particular: 会议, 本次大会, 有关会议."""
    return bool(_VAGUE.match(plain(name)))


def plain(name: str) -> str:
    """A name without quotes and white space."""
    return "".join(name.translate(_QUOTES).split())


def head_kind(name: str, head: str) -> str:
    """The head noun that a meeting's kind is: 专题学习 → 学习会, 全体会议 → 全会.

    >>> head_kind("区委中心组专题学习（扩大）会", "会")
    '学习会'
    """
    if head.endswith("学习"):
        return "学习会"
    if head == "全体会议":
        return "全会"
    if head != "会":
        return head
    bare = re.sub(r"（[^（）]*）|\([^()]*\)", "", plain(name))
    return bare[-3:] if len(bare) > 2 else "会议"


def same_meeting(one: str, other: str) -> bool:
    """Whether two names are likely to be of one meeting, one of them shortened.

    >>> same_meeting("区妇联执委会议", "嘉定区妇联七届七次执委（扩大）会议")
    True
    >>> same_meeting("区委常委会会议", "全市教育工作会议")
    False
    """
    a, b = (_HOME.sub("", plain(name)) for name in (one, other))
    short, long = sorted((a, b), key=len)
    if not short or is_vague(short):
        return short.endswith(_ANY) or long.endswith(short[-3:])
    if _PART.fullmatch(short) and "届" in long:
        return True
    if bool(_APART.search(short)) != bool(_APART.search(long)):
        return False
    ordinals = [set(_ORDINAL.findall(name)) for name in (a, b)]
    if ordinals[0] and ordinals[1] and not (ordinals[0] & ordinals[1]):
        return False
    if short in long or _is_subsequence(short, long):
        return True
    bare = _BARE_KIND.fullmatch(short)  # 表彰会议 of a 表彰大会
    if bare and bare["about"] in long and long.endswith("会"):
        return True
    pairs = [{name[i : i + 2] for i in range(len(name) - 1)} for name in (a, b)]
    return 2 * len(pairs[0] & pairs[1]) >= 1.1 * min(len(p) for p in pairs)


def same_session(one: str, other: str) -> bool:
    """Whether two names are of one session of a body, which may sit for days: 十二届六次会议.

    >>> same_session("云山县第十二届人民代表大会第六次会议", "县第十二届人民代表大会第六次会议")
    True
    """
    counted = [_ORDINAL.findall(plain(name)) for name in (one, other)]
    short, long = sorted((plain(one), plain(other)), key=len)
    if _PART.fullmatch(short):
        return "届" in long
    return len(counted[0]) > 1 and counted[0] == counted[1] and _is_subsequence(short, long)


def is_fuller(one: str, other: str) -> bool:
    """Whether a name says all that another says, and more."""
    return len(one) > len(other) and _is_subsequence(_HOME.sub("", other), one)


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
