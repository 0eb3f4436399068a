"""Bylines and datelines: who made an article, and where its running text starts and ends.

Forms that are read:

- 撰稿 金知夏, 撰稿 陆思远 摄影 陈默
- （记者 朱小棠 摄影 盤雲飛）, (本报记者 苏念北), （甘轩）
- □ 本报记者 牟尼 通讯员 田野, ■ 汪念慈, 文/图　泫氏
- 本报通讯员　闫　妮　摄, 通讯员 乔麦/摄, 尹东树　文/摄, 读者 晨光 供图
- 责任编辑：沈从容, 编辑：小流　审核：何满
- 本报讯, 【本報訊】, 新华社北京2月6日电（记者 …）, 多彩榕江讯（全媒体记者 …）
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsie.article import Byline
from newsie.gazetteers import load_gazetteer
from newsie.triggers import compile_quick

_EDGE = "（）()【】[]〔〕〖〗。 \t\xa0\u3000"
_BULLET = re.compile(r"[^\w\s（()）【】\[\]〔〕“”‘’《》，。、：；—…！？·/|:;,.-]+\s*(?![^\w\s])")
_BYLINE_BULLET = re.compile(r"[□■◇◆△▲◎○●✎✍]\s*")
_SPLIT = re.compile(r"[\s、，,;；|｜丨/／:：()（）]+")
_NAME = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}$"
    r"|[\u3400-\u9fff]{1,12}(?:·[\u3400-\u9fff]{1,12})+$"
)
_BODY = re.compile(
    r".+(?:公司|中心|办公室|[办局部委会社网台院报队团处站校组]|发布|媒|媒体|宣传|政府|街道|文化|工作|在线|新闻|之声|周刊)$"
)
_DESK = re.compile(r"[\u4e00-\u9fff]{2}[委办局站网社报台]$")  # 计生委: a body, as short as a name
_LABEL = re.compile(
    r".{0,2}(?:[短时社快述锐微]评|评论|链接|背景|导读|[简快短]讯|编后|声音|关注|聚焦|特写|专题|综合|要闻|提[示醒]|资料|新闻|观察|预告|现场|动态|短波|集锦|速递|播报|园地|广角|窗口|天地|之窗|风采|合影|一角|剪影|截图|照片)$"
)  # ■短评 opens a part of the page, □ 林晓 names a writer
_NOBODY = re.compile(
    r"佚名|匿名|未知|消息|本站|本网|网络|转载|管理员|综合|协助|[中新][新华]社发|(?:访问|浏览)次数"
    r"|了解|获悉|看到|发现|来到|走进|见到"  # in 记者了解
)
_LOGIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,11}$")  # 责任编辑：admin
_SUFFIX = frozenset(("摄", "摄影", "摄影报道", "供图", "提供", "编", "整理", "报道", "文", "图"))
_GIVEN = re.compile(
    r"[（(]?(?:本版)?(?:图片|照片|资料图)均?由.{2,24}(?:提供|供图|拍摄)[）)]?$"
    r"|[（(【](?!.{0,9}(?:记者|通讯员|摄影))[^（）()，。\s]{4,20}(?:供稿|提供|供图|整理|综合)[）)】]$"
)
_UNNAMED = re.compile(r"本[报网台刊](?:全媒体)?(?:记者|通讯员)$")  # with the name below
_ATTACHED = ("记者", "通讯员", "撰稿", "摄影", "编辑", "责编", "实习生")  # 记者张三
_PARTED = r"(?=[\s:：/／）)|｜丨]|$)"
_NO_CREDIT = re.compile(
    r"图\s?[①-⑳一二三四五六\d]{1,2}\s?(?:为|[:：])|[【\[]?编辑(?:回音|手记|点评|寄语|按语)"
    r"|[【\[]?记者(?:从|今[天日]|昨[天日]|近日|日前|观察|手记|调查|感言|札记|点评|见闻|述评|探访|走访|提问|感悟|视点|连线|探营)"
)
_BOTH = re.compile(  # 林博文 摄 has none
    r"文\s*[/／、.·]\s*[图摄]|文图|(?<![\u4e00-\u9fff])文\s*[图摄]|图\s*[/／、.·]?\s*文"
)
_WRITTEN = re.compile(r"文\s*[/／、.·]|文图|图文|(?<![\u4e00-\u9fff])文|文字|撰文")
_LONG_NAME = 3  # characters; a longer word right behind 记者 is no name
_GLUED = 9  # characters of names that nothing parts
_UNKEYED = 3  # the most people that brackets without a key name: 本报讯（何田 周晓）
_TAIL = 70  # characters at the end of a line where a byline may stand
_SENTENCE_END = re.compile(r"[。！？!?…；]+[”’」』）)]*|[”’」』）)](?=\s)")
_DATELINE = re.compile(
    r"(?:[\\|/]\s*)?[【\[（(〔]?\s*(?P<line>"
    r"本[台网站]消息|(?:本报|本网|本刊|本台|本社|本)(?:[\u4e00-\u9fff]{2,4})?(?:\d{1,2}月\d{1,2}日)?[讯电]"
    r"|[又另]讯|[A-Za-z]{0,6}[\u4e00-\u9fff]{2,10}(?<![简通资音视短喜快])讯"
    r"|[A-Za-z]{0,6}[\u4e00-\u9fff]{2,12}(?:\d{4}年)?\d{1,2}月\d{1,2}日"
    r"(?:[电讯]|[\u4e00-\u9fff]{0,3}消息)|本报综合消息"
    r"|(?:据)?(?:新华社|中新社|中新网|人民网|新华网|光明网)\s?[\u4e00-\u9fff]{0,8}(?:\d{1,2}月\d{1,2}日)?[电讯]"
    r"|[\u4e00-\u9fff]{2,8}(?:(?:网|报|台|社|新闻|客户端|发布|融媒)消息|在线[\u4e00-\u9fff]{0,4}消息)"
    r"|[\u4e00-\u9fff]{2,8}报道(?=\s*[:：]?\s*[（(])"
    r"|(?<=[【（(〔])(?:本[报网台])?记者[\u4e00-\u9fff、\s]{2,28}?(?:\d{1,2}月)?\d{1,2}日?[电讯](?=[】）)〕])"
    r"|[\u4e00-\u9fff]{2,8}[·•][\u4e00-\u9fff]{2,8}(?:\d{1,2}月\d{1,2}日)?[讯电](?=[（(\s])"
    r")(?:\s*[】\]）)〕]|(?=[\s\d（(:：“《]|$|(?<=本[报网台刊]讯)[日近昨今连记为据随]))\s*"
)
_DATELINE_OPENS = ("【", "[", "（", "(", "〔")
_LONGEST_DATELINE = 28  # characters: 据中国新闻社 and a place and a day, at most 20
_REPORTER = re.compile(
    r"[（(](?P<credit>[^（）()]{1,60})[）)]\s*[:：]?\s*|(?P<plain>记者[^，。：；、]{2,16}?报道)[:：]?\s*"
)


@dataclass(slots=True, unsafe_hash=True)
class Credit:
    """署名: the people of a byline; `rest` counts characters that are neither key nor name."""

    people: tuple[Byline, ...]
    keyed: bool
    rest: int


@dataclass(slots=True, unsafe_hash=True)
class Dateline:
    """电头: the opening of a story, where its text starts, and the people named in it."""

    text: str
    end: int
    people: tuple[Byline, ...]
    another: bool  # 又讯: another story under the same title


def read_dateline(text: str) -> Dateline | None:
    """Read the dateline that a line opens with."""
    match = _DATELINE.match(text) if _may_be_dated(text) else None
    if not match:
        return None
    end = match.end()
    people: tuple[Byline, ...] = ()
    reporter = _REPORTER.match(text, end)
    if reporter:
        bracketed = reporter.group("credit")
        credit = read_credit(bracketed or reporter.group("plain"), named=bool(bracketed))
        if not credit.keyed and (credit.rest or not _is_people(credit)):
            credit = Credit((), False, credit.rest)
        if credit.people or credit.keyed or "新闻联播" in reporter.group():
            people, end = credit.people, reporter.end()
    while end < len(text) and text[end] in ":：】 \t\xa0\u3000":
        end += 1
    return Dateline(match.group("line"), end, people, match.group("line") in ("又讯", "另讯"))


def _is_people(credit: Credit) -> bool:
    """Whether what stands in brackets without a key can be people: 本报讯（何田 周晓）."""
    named = all(len(person.name) <= _LONG_NAME for person in credit.people)
    return named and len(credit.people) <= _UNKEYED


def _may_be_dated(text: str) -> bool:
    """Whether a word that ends datelines stands where one could end."""
    head = text if text[:1] in _DATELINE_OPENS or text[:1].isspace() else text[:_LONGEST_DATELINE]
    return "讯" in head or "电" in head or "消息" in head or "报道" in head


@lru_cache(maxsize=512)  # 新闻联播 stands at the head of thousands of stories
def read_credit(text: str, *, named: bool = True) -> Credit:
    """Read the people of a credit, however it is set.

    Args:
        text: the credit, with or without its brackets or bullet.
        named: whether a name without a role is its writer's.

    >>> [(b.name, b.role) for b in read_credit("□ 本报记者 林晓 通讯员 谢 晴").people]
    [('林晓', 'reporter'), ('谢晴', 'correspondent')]
    >>> [(b.name, b.role) for b in read_credit("本报通讯员　闫　妮　摄").people]
    [('闫妮', 'photographer')]
    >>> [(b.name, b.role) for b in read_credit("（陈皮 图：半夏）").people]
    [('陈皮', 'writer'), ('半夏', 'photographer')]
    """
    text = _BULLET.sub("", text.partition("关键")[0].strip(_EDGE)).strip(_EDGE)
    people: list[Byline] = []
    names: list[str] = []  # without a role yet
    role = "writer" if named else "none"
    explicit = False
    rest = 0
    position = 0
    attached = False  # whether the first name follows the key without a blank
    keys = list(_keys().finditer(text)) if _key_starts().search(text) else []
    for order, key in enumerate(keys):
        word = "".join(key.group("key").split())
        new_role = _role(word)
        before = text[position : key.start()]
        suffix = word in _SUFFIX or _BOTH.fullmatch(word) is not None
        joined = bool(before) and not _SPLIT.match(before[-1]) and not suffix
        joined = joined and word not in ("责任编辑", "责编")  # 云山报记者, but 林晓责任编辑
        found, odd = _names(before, affiliated=joined, attached=attached)
        rest += odd
        names += found
        behind = text[key.end() : keys[order + 1].start() if order + 1 < len(keys) else len(text)]
        last = not behind.strip(_EDGE)
        position = key.end()
        attached = key.group() == key.group("key")
        if (
            suffix
            and names
            and (last or not explicit)
            and not key.group().endswith((":", "：", "|", "｜", "丨"))
        ):
            kept = role if explicit else "writer"
            closing = kept if new_role in ("writer", "none") else new_role
            people += [Byline(name, closing) for name in names if closing != "none"]
            if closing == "photographer" and last:
                people = [_shot(person) for person in people]
            role, explicit = "none", False
        else:
            people += [Byline(name, role) for name in names if role != "none"]
            role, explicit = new_role, True
        names = []
    found, odd = _names(text[position:], attached=attached)
    people += [Byline(name, role) for name in found if role != "none"]
    return Credit(_each_once(people), bool(keys), rest + odd)


_OUTLET_MARKS = tuple("□■◆◇●○")
_OUTLETS = compile_quick(  # □云山报/云山在线/云山客户端记者 林晓
    r"^([□■◆◇●○]\s*)(?:[\u4e00-\u9fff]{2,10}/)+(?=[\u4e00-\u9fff]{0,10}(?:记者|通讯员))"
)


def read_credit_line(text: str) -> Credit | None:
    """Read a line that is nothing but a credit; None for any other line."""
    text = text.lstrip("·• ")
    if text.startswith(_OUTLET_MARKS):
        text = _OUTLETS.sub(r"\1", text)
    if not text or len(text) > 2 * _TAIL or text[-1] in "：:" or _NO_CREDIT.match(text):
        return None
    if "。" in text.rstrip(_EDGE) or (text[-1] in "。！？" and text[0] not in "（("):
        return None
    if _GIVEN.match(text) or _UNNAMED.match(text):
        return Credit((), True, 0)
    bulleted = _BYLINE_BULLET.match(text)
    bracketed = text[0] in "（(" and text[-1] in "）)"
    if not (bulleted or bracketed or _has_key(text)):
        return None
    credit = read_credit(text, named=bool(bulleted or bracketed))
    if not credit.keyed:
        if bulleted and _LABEL.match(text[bulleted.end() :].strip(_EDGE + "◎○●★")):
            return None
        named = credit.people or (bracketed and _DESK.match(text.strip(_EDGE)))
        return credit if named and not credit.rest and (bulleted or bracketed) else None
    if text.isalpha() and not any(p.name[0] in _surnames() for p in credit.people):
        return None  # 记者走基层
    if credit.rest > 4 or not (
        credit.people or (credit.rest <= 1 and re.search("[:：|｜丨/／]", text))
    ):
        return None
    bracketed = bracketed or (text[0] in "[【〔" and text[-1] in "]】〕")
    if (
        bulleted
        or bracketed
        or _BULLET.match(text)
        or _keys().match(text)
        or _affiliated_keys().match(text)
    ):
        return credit
    return credit if text.endswith(("摄", "供图", "摄影报道")) and credit.people else None


def is_written(text: str) -> bool:
    """Whether a byline is of who wrote the text too (林晓 文/图), not in a name (林博文 摄)."""
    return _WRITTEN.search(text) is not None


def read_tail(text: str) -> tuple[int, Credit] | None:
    """Find a byline after the last sentence of a line: where it starts, and its people."""
    window = max(0, len(text) - _TAIL)
    if text.endswith(("）", ")", "】", "]", "〕")):
        opened = max(text.rfind(mark, window) for mark in "（([【〔")
        if opened > 0 and text[:opened].rstrip().endswith(("。", "！", "？", "”", "…", "!", "?")):
            credit = read_credit_line(text[opened:])
            return (opened, credit) if credit else None
    if text[-1] in "。！？，；：、":
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text, window)]
    for end in ends[-2:]:
        tail = text[end:].strip()
        if tail and len(tail) < len(text):
            credit = read_credit_line(tail)
            if credit and credit.keyed:
                return end, credit
    return None


def _shot(person: Byline) -> Byline:
    # 记者 甲 通讯员 乙 摄: both took the picture.
    return Byline(person.name, "photographer") if person.role != "writer" else person


def _each_once(people: list[Byline]) -> tuple[Byline, ...]:
    roles: dict[str, str] = {}
    for person in people:
        if person.name not in roles or person.role == "photographer":
            roles[person.name] = person.role
    return tuple(Byline(name, role) for name, role in roles.items())


def merge_people(*groups: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Join bylines: a person once, 摄 before any other role, else the first role given."""
    return _each_once([person for group in groups for person in group])


def _names(text: str, *, affiliated: bool = False, attached: bool = False) -> tuple[list[str], int]:
    """The names in what stands between two keys, and how many characters are no name.

    Args:
        text: what stands between the keys.
        affiliated: whether its last word only says whose reporter the next key means.
        attached: whether it follows its key at once, as the rest of a sentence would.
    """
    if attached and text and not text[0].isspace() and len(_SPLIT.split(text)[0]) > _LONG_NAME:
        parted = _part_names(_SPLIT.split(text)[0])
        return (parted, 0) if parted and not affiliated else ([], len(text))
    pieces = [piece for piece in _SPLIT.split(text) if piece]
    named = attached and len(pieces) == 1 and len(pieces[0]) <= _LONG_NAME  # 记者林晓通讯员谢晴摄
    listed = attached and len(pieces) > 1 and _is_person(pieces[-1])  # 林晓、何田记者高小满
    if affiliated and pieces and not named and not listed:
        pieces.pop()
    names: list[str] = []
    rest = 0
    for piece in _join_single(pieces):
        if (
            _NOBODY.fullmatch(piece)
            or (len(piece) > 3 and _BODY.match(piece))
            or _LOGIN.match(piece)
            or _DESK.match(piece)
        ):
            continue
        if _NAME.match(piece):
            names.append(piece)
        else:
            rest += len(piece)
    return names, rest


def _is_person(piece: str) -> bool:
    """Whether a word is rather a name than whose reporter the next key means."""
    return 1 < len(piece) < 4 and piece[0] in _surnames() and piece[-1] not in "报台网社市县区省局"


def _part_names(text: str) -> list[str]:
    """Part names that nothing parts, where there is one way to: 李盼吴丽李诗华."""
    if text[:2] in _surnames():
        return []  # 欧阳文华
    ways: list[list[str]] = [[]]
    found: list[list[str]] = []
    while ways and len(text) <= _GLUED:
        way = ways.pop()
        rest = text[len("".join(way)) :]
        if not rest:
            found.append(way)
        elif rest[0] in _surnames():
            ways += [[*way, rest[:size]] for size in (2, 3) if len(rest) >= size]
    return found[0] if len(found) == 1 else []


@cache
def _surnames() -> frozenset[str]:
    rows = load_gazetteer("surname")
    return frozenset(row["surname"] for row in rows if row["frequency"] != "3")


def _join_single(pieces: list[str]) -> list[str]:
    """Put names together that were spread out: 谢 晴 → 谢晴, 杨 昌 炽 → 杨昌炽."""
    joined: list[str] = []
    for piece in pieces:
        spread = joined and len(piece) == 1 and joined[-1].startswith("\0")
        if spread and len(joined[-1]) < 4:
            joined[-1] += piece
        else:
            joined.append("\0" + piece if len(piece) == 1 else piece)
    return [piece.lstrip("\0") for piece in joined]


def _role(word: str) -> str:
    if _BOTH.fullmatch(word):
        return "photographer" if "摄" in word else "writer"
    return _roles().get(word, "none")


@cache
def _roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in load_gazetteer("credit")}


@cache
def _keys() -> re.Pattern[str]:
    """A key of a credit: long ones anywhere, single characters only where they stand alone."""
    words = sorted(
        (word for word in _roles() if len(word) > 1), key=lambda word: (-len(word), word)
    )
    # Blanks inside a key: 编 辑, 撰 稿.
    long = "|".join(
        r"\s?".join(map(re.escape, word)) + ("" if word.endswith(_ATTACHED) else _PARTED)
        for word in words
    )
    single = "".join(word for word in _roles() if len(word) == 1)
    return compile_quick(
        rf"(?P<key>(?:{_BOTH.pattern})(?=[\s:：/／）)]|$)|(?:{long})"
        rf"|(?<![^\s/／、，])[{single}](?=[\s:：/／]|$)(?!\s?号)|[摄编](?=\s|$|[）)】/／]))\s*[:：/／|｜丨]?"
    )


def _has_key(text: str) -> bool:
    return _key_starts().search(text) is not None and _keys().search(text) is not None


@cache
def _key_starts() -> re.Pattern[str]:
    """What the keys of credits start with: few headings have any of these characters."""
    starts = {*"文图摄编", *(word[0] for word in _roles())}
    return re.compile(f"[{re.escape(''.join(sorted(starts)))}]")


@cache
def _affiliated_keys() -> re.Pattern[str]:
    return re.compile(
        r"[\u4e00-\u9fffA-Za-z·/+＋-]{1,24}(?:记者|通讯员|撰稿|融媒体?)[\s:：]"
        r"|(?:[\u4e00-\u9fffA-Za-z]{2,8}[/·])?[\u4e00-\u9fff]{1,8}[报台网社](?:驻[\u4e00-\u9fff]{2,4})?(?:实习|见习|首席|特约)?记者(?=[\u4e00-\u9fff]{2,3}(?:[、，,\s]|$))"
        r"|[\u4e00-\u9fff]{1,8}[报台网社](?:\s+|全媒体|融媒体)(?:记者|通讯员)[\s:：]?[\u4e00-\u9fff]"
    )
