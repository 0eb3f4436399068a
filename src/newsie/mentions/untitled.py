"""Passage text in, names without a title out: who speaks, wins, or stands in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.mentions.name import Name, NameReader
from newsie.mentions.name_words import DELIMITERS
from newsie.mentions.subject import SubjectReader
from newsie.triggers import compile_quick

_NOTE = r"(?:（[^（）]{1,12}）)?"
# All but the last name of a list; at the start of a text nothing stands before it.
_NAMES = rf"(?:[\u4e00-\u9fff]{{2,4}}{_NOTE}、)+"
_FIRST_LIST = re.compile(_NAMES)
_LIST = re.compile(rf"(?:[）0-9]班|[^\u4e00-\u9fff、])({_NAMES})")
_PIECE = re.compile(r"[\u4e00-\u9fff]{2,4}(?=、|（)")
# 高小满、周强等10人, 高小满、周强10人, 高小满、周强被授予: what stands behind a name is none of it.
_RUNS_ON = re.compile(r"[等被获作在]$|[^\u4e00-\u9fff]")
_THEY_DO = ("一同", "一起", "一道", "一行", "陪同")
_SETTLEMENTS = frozenset("镇乡村县区市旗")  # 金井镇、青石镇、安乐村 are no persons
# A list of two names is one only before these.
_HOLDERS = re.compile(
    r"等?(?:[0-9]+|[两二三四五六七八九十]+)[名位人]|等(?:同志|人)?(?!地|单位|部门|有关|相关)|荣?获|被[评授]|[当入]选|(?:分别)?夺得"
    r"|(?:一同|一起|分别|先后)?(?:[出列]席|参加|陪同|致辞|讲话|[作做][^，。；、]{0,4}(?:发言|汇报))"
    r"|，[县市区][^。；]{2,60}(?:负责人|负责同志|同志)[^，。；]{0,6}(?:[出列]席|参加|陪同)"
)


# Who speaks for others: 优秀教师代表高小满老师进行了发言, 护士简宁代表获奖者作典型发言.
_SPEAKER = (
    r"(?:代表|护士|医生|医师|教师|老师|学生|同学|志愿者|村民|居民|职工|工人|党员|队员|战士|家长|劳模|民警"
    r"|农民|员工|选手|大户|[殖植贫困荐营业]户|农户|能手|标兵|带头人|创业者|村医|司机|骑手|业主|工匠|劳动模范)(?!代表)"
)
_SPOKESMAN = re.compile(
    _SPEAKER + r"(?P<names>[\u4e00-\u9fff]{2,3}?(?:[、和与][\u4e00-\u9fff]{2,3}?){0,8})(?:等)?"
    r"(?:老师|同志|同学|女士|先生)?(?:代表[^，。；]{2,16}?)?"
    r"(?:(?:围绕|就|结合|针对)[^，。；]{2,40}?)?(?:上台|分别|先后|登台|现场|依次|在会上)?"
    r"(?:(?:进行|[作做])了?[^，。；、]{0,6}(?:发言|演讲|分享|表态|汇报)|(?:表态)?发言|宣誓|演讲)"
)
# 学生代表高小满、家长代表方大同先后发言: all but the last of such a list.
_EACH_FOR = re.compile(
    _SPEAKER + r"(?P<names>[\u4e00-\u9fff]{2,3})(?:教授|老师|同学|博士|先生|女士)?"
    r"(?=[、和][^，。；：\n]{4,80}?(?:发言|演讲|表态|宣誓))"
)
# 师小满等4名代表结合实际作了交流发言.
_SOME_OF = re.compile(
    r"(?:^|[，。；：\n])(?P<names>[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){0,8})等"
    r"[0-9两三四五六七八九十]+[名位人][^，。；、]{0,40}?(?:发言|述职|表态|分享|演讲|汇报)"
)
# 县委组织部干部高小满、方大同列席会议.
_COMERS = re.compile(
    r"(?:干部|工作人员|代表)"
    r"(?P<names>[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2,3}(?:[、和][\u4e00-\u9fff]{2,3}){1,8})"
    r"等?(?:同志)?(?:应邀)?(?:列席|出席|参加|陪同)(?=会议|大会|活动|调研|座谈|[，。])"
)
_SPEAKING = (_SPOKESMAN, _EACH_FOR, _SOME_OF, _COMERS)
_ONE_OF = re.compile("[^、和与]+")
# Who is told of, by what he lives on: 村民高小满家, 种粮大户方大同流转土地1200亩.
_COMMONER = compile_quick(
    r"(?<=[0-9]岁)的(?=[一-鿿]{2,3}[，是在种养说告从来有就靠又也开正])|村民|农户|社员|农机手|[栗枸葡虾蟹鱼参油棚果菜茶粮药蜂花棉蚕瓜渔牧猪羊牛菇枣椒薯姜蒜莓桃梨橘橙柚菌烟蔗麦稻]农|渔民|牧民|[脱贫][贫困]户|(?:(?<![一-鿿])|(?<=[的位名]))(?:女?工人|女工|员工|职工|店员|[店摊]主|商户|老人|护林员)|低保户|贫困户|监测户|[种养][植殖]户|大户|创业青年|返乡青年"
    r"|(?:村|社区)(?:里)?的(?![一-鿿]{1,2}[户民员众人])(?=[一-鿿]{2,3}(?:家|种|养|[，、]))"
)
_SPOKESMAN_SIGN = compile_quick(r"发言|宣誓|演讲|分享|表态|汇报|述职|[列出]席|参加|陪同")
_DOES = re.compile(
    "[种养](?![植殖])|承包|流转|家[里中的种养有今去，]|[靠把租摆卖买]|返乡|回乡|务工|[笑乐]着"
)
_OTHERWISE = frozenset("有家能和同都那户年均")  # rare surnames: 村民家和


def find_untitled(text: str, names: NameReader, subjects: SubjectReader) -> Iterator[Name]:
    """The names of a passage that show without a title what they are, some of them twice.

    Surface forms, one a line::

        高小满说
        高小满荣获一等奖
        高小满、方大同、简宁
        高小满、方大同等9名职工
        优秀教师代表高小满老师进行了发言
        种粮大户高小满、方大同先后作典型发言
        村民高小满家
        学生代表高小满、家长代表方大同先后发言
    """
    for start, end in _find_lists(text):
        if not names.words.opens_name(text, start):
            continue
        pieces = [
            Name(piece.start(), piece.end(), 4) for piece in _PIECE.finditer(text, start, end)
        ]
        last = _last_name(text, end, names, alone=len(pieces) < 2)
        if last is None:
            continue
        pieces.append(last)
        listed = [text[piece.start : piece.end] for piece in pieces]
        if {name[-1] for name in listed} <= _SETTLEMENTS:
            continue
        if 2 * sum(name in names.words.divisions for name in listed) >= len(listed):
            continue  # 福建、海南、广西等地; but 陆知秋、黄山、金华
        if all(_is_name(name, names) or _may_be_name(name, names, listed) for name in listed):
            yield from pieces
    yield from subjects.find_subjects(text)
    for found in _COMMONER.finditer(text):
        if name := _commoner(text, found.end(), names):
            yield name
    if _SPOKESMAN_SIGN.search(text) is not None:
        for found in (one for form in _SPEAKING for one in _find_each(form, text)):
            if names.words.opens_name(text, found.start("names")):
                spans = _ONE_OF.finditer(text, *found.span("names"))
                yield from (Name(*one.span(), 4) for one in spans if _is_name(one[0], names))


def _commoner(text: str, start: int, names: NameReader) -> Name | None:
    """The name behind what somebody lives on, or None."""
    if text[start : start + 1] in _OTHERWISE:
        return None
    name = names.read_name(text, start, bare=True)
    if name is None:
        for length in (3, 2):
            literal = text[start : start + length]
            known = text.count(literal) > 1 or _DOES.match(text, start + length)
            if known and _is_name(literal, names):
                name = Name(start, start + length, 4)
                break
        else:
            return None
    literal = text[name.start : name.end]
    rare = names.words.surnames.get(literal[0], 9) > 1
    if not _is_name(literal, names) or (rare and len(literal) > 2 and names.words.is_word(literal)):
        return None  # 农户|农产品
    return name if len(literal) == 3 or names.is_likely(text, name) else None


def _find_each(form: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a form, each searched from behind the first names of the one before."""
    found = form.search(text)
    while found is not None:
        yield found
        found = form.search(text, found.start("names") + 2)


def _find_lists(text: str) -> Iterator[tuple[int, int]]:
    """Where words of a name's length stand in a list, without the last of them."""
    if "、" not in text:
        return
    first = _FIRST_LIST.match(text)
    if first is not None:
        yield first.span()
    for found in _LIST.finditer(text, first.end() if first is not None else 0):
        yield found.span(1)


def _last_name(text: str, start: int, names: NameReader, *, alone: bool) -> Name | None:
    """The name that ends a list, or None.

    Args:
        alone: the list has only one other name.
    """
    for length in (3, 2, 4):
        end = start + length
        if not names.words.has_surname(text[start:end]) or _RUNS_ON.search(text[start:end]):
            continue
        if text.startswith(_THEY_DO, end - 1):  # 方大同|一同调研
            continue
        if _HOLDERS.match(text, end):
            return Name(start, end, 4)
        ends = end >= len(text) or text[end] in DELIMITERS or names.words.follows(text, end)
        if ends and not alone:
            return Name(start, end, 4)
    return None


def _may_be_name(text: str, names: NameReader, listed: list[str]) -> bool:
    """Whether a noun is the name of one in a list of names: 陆知秋、明月、方一诺."""
    noun = names.words.has_surname(text) and names.words.other.get(text) in ("noun", "rare")
    return noun and any(_is_name(name, names) for name in listed)


def _is_name(text: str, names: NameReader) -> bool:
    return names.words.has_surname(text) and not names.words.is_cue(text)
