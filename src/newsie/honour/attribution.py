"""A match of a rule for awards and its honours in, those who received them out.

They stand in the rule's own slot, before the verb, behind an attribute (获得…的高小满), or in the
lines below; several honours share them out (甲、乙分获一等奖、二等奖).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import MENTION_MARKS, Article, Sentence
from newsie.honour.anaphora import read_meant, read_subject_of_article
from newsie.honour.bare_name import GROUP_NOUN, looks_like_name
from newsie.honour.bestowal import (
    is_elided,
    read_label,
    read_subject,
)
from newsie.honour.honour_kind import is_for_works
from newsie.honour.items import strip_region
from newsie.honour.lines import read_broken, read_lines
from newsie.honour.name import Honour
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients, Region, region_of
from newsie.honour.selection import name_span
from newsie.rules import Match

# 与获得…的专家座谈: the honour only says which ones.
_ATTRIBUTE = re.compile(
    r"(?:[与向对为给和同把是有]|[对为给]在[^，。；]{2,40}[中上]|[为向给](?:[我本全][省市区县校镇院]|[^，。；“”]{2,6}[省市县区镇乡村校])|慰问|接见|会见|看望|走访|邀请|组织|包括|作为|身为|以及|对象为|表彰了?|本年度|其中)"
    r"(?:日前|近日|此前|刚刚|去年|今年|本年度|曾经?|先后|多次|分别|首次|新近|成功|光荣|荣|连续|(?:19|20)[0-9]{2}年度?)*$|(?:^|[，。；：])(?:日前|近日|此前|刚刚|曾经?|先后|多次)$|[0-9](?:年|月|日)$"
)
# 大会对荣获一等奖、二等奖等的教师进行表彰: which ones, and nobody by name
_TOWARDS = re.compile("(?:[会县市省区镇校院局委府，]|^)[对向为给](?:[^，。；]{0,8}中)?$")
# 会见获得友谊奖和在华工作的专家: whoever sees them has not got it
_SEEN = re.compile(r"(?:会见|接见|看望|慰问|走访)(?:了|过)?$")
# 为获评“优秀教师”的10位教职工颁奖: how many hold the honour, and nobody by name.
_ONLY_COUNTED = re.compile(
    r"[0-9一二三四五六七八九十百]+[余多]?[名位个家人户所][^，。；、0-9]{0,12}?(?=颁|授|上台|接受|亮相|登台|参加|出席|表示|$|[，。；])"
)
_EACH_ITS_OWN = re.compile(r"分|包揽|依次")
_SESSION = re.compile(r"^(?:第.{1,3}[届批次]|(?:19|20)[0-9]{2}年度?)")
_MEDAL = re.compile(
    r"(?:[特一二三四五六]等[奖功]|[金银铜](?:奖|牌|杯奖?)|[冠亚季]军|第.{1,3}名|最佳.{1,8})$"
)
_GENERIC = re.compile(r"(?:集体|单位|个人|人员|代表|企业|家庭|同志)$")
# 为荣获“三八红旗手”的个人和单位颁发证书, 对获奖章的集体进行表彰: so they got it
_CONFERRING = re.compile(
    "颁|授|送上|(?:进行|予以|给予|加以)(?:了(?:通报|隆重)?奖励|了?(?:通报|隆重)?(?:表彰|表扬|嘉奖))"
)
# 的有220人，比去年增长三成: the count alone is of the recipients.
_LONE_COUNT = re.compile(rf"{MENTION_MARKS['quantity']}[^，、]{{0,6}}(?=，)")
# 还涌现了2位志愿者，荣获: others than the text is about
_CAME_FORTH = re.compile("(?:涌现|评选|选树|产生)[出了]")
# 获得优秀组织奖的单位：县教育局、县公安局
_OF_SORT = re.compile(
    "[^，。；：]{0,6}(?:单位|个人|集体|同学|学生|教师|学校|家庭|企业|作品|同志|人员|选手)："
)
# 二等奖（3名）
_NOTED_COUNT = re.compile("（(?:共)?([0-9]{1,3})[名个人位户家件项篇]?）")
_LINE_HEAD = 4  # characters, at most, that stand before the verb of a broken line
# 对获得“奋进奖”的集体，以及最美医生进行表彰: the verb of conferring behind another clause
_CONFERRED_LATER = re.compile(
    "，[^。；]{2,80}?(?:(?:进行|予以|给予|加以)(?:了?(?:通报|隆重|集中)?(?:表彰|表扬|嘉奖))|颁奖)"
)
_ON = re.compile(r"[对向为给](?:在[^，。；]{2,40}[中上])?$")
# 城东镇等10个村镇，县医院等12家单位，高小满家庭: a part of a list of lists
_LIST_PART = re.compile(
    rf"[^，。；：《“]{{1,120}}?(?:等{MENTION_MARKS['quantity']}[^，、]{{0,8}}"
    rf"|[{MENTION_MARKS['organisation']}{MENTION_MARKS['place']}]|家庭|小学|中学|学校)"
)
_NTH = re.compile("第(?!一|1(?![0-9]))[0-9一二三四五六七八九十]+[位个家名]$")
# The honour is said of others than the sentence is about.
OTHERS = Recipients((), 0)


def share_out(
    match: Match, honours: Sequence[Honour], recipients: Recipients
) -> list[tuple[Honour, Recipients]]:
    """Each honour with those who received it: 甲、乙分获一等奖、二等奖 gives to each its own."""
    items = recipients.items
    if len(honours) > 1 and len(recipients.groups) == len(honours):
        return list(zip(honours, recipients.groups, strict=True))
    if len(honours) > 1 and len(items) == len(honours) and recipients.total in (None, len(items)):
        verb = match.sentence.text[
            max(0, match.start - 4 - match.sentence.start) : name_span(match).start
            - match.sentence.start
        ]
        if (
            _EACH_ITS_OWN.search(verb)
            or _in_turn(verb, honours)
            or all(_MEDAL.search(honour.name) for honour in honours)
        ):
            return [
                (honour, Recipients((item,), None))
                for honour, item in zip(honours, items, strict=True)
            ]
    if len(honours) > 1 and len(items) == 1 and (items[0].count or 0) > 1 and not _each(match):
        return [(honour, NOBODY) for honour in honours]  # how many got which is not told
    if by_kind := _by_kind(honours, items):
        return by_kind
    return [(honour, recipients) for honour in honours]


def _each(match: Match) -> bool:
    """Whether a count is of each honour: “十佳青年”和“十佳少年”各10人."""
    slot = match.span("recipient")
    return slot is not None and match.sentence.text.startswith(
        "各", slot.start - 1 - match.sentence.start
    )


def _in_turn(verb: str, honours: Sequence[Honour]) -> bool:
    """Whether they got the honour of several years one after another: 先后获评第三届、第四届…."""
    tails = {_SESSION.sub("", honour.name) for honour in honours}
    return "先后" in verb and len(tails) == 1


def _by_kind(honours: Sequence[Honour], items: Sequence[Found]) -> list[tuple[Honour, Recipients]]:
    """To each honour those of its kind, where there are some for each: 红旗手和红旗集体."""
    kinds = [honour.kind for honour in honours]
    told = {item.kind for item in items}
    if len(told) < 2 or len(set(kinds)) < 2 or None in kinds or told != set(kinds):
        return []
    return [
        (honour, Recipients(tuple(item for item in items if item.kind == honour.kind), None))
        for honour in honours
    ]


def _fits(recipients: Recipients, honour: Honour) -> bool:
    kinds = {item.kind for item in recipients.items}
    return bool(kinds) and (honour.kind is None or honour.kind in kinds)


def _last_piece(region: Region) -> Region:
    return region.part(region.marked.rfind("，") + 1, len(region.marked))


def find_recipients(
    article: Article, match: Match, clause: int, honours: Sequence[Honour], previous: Recipients
) -> Recipients:
    """Who received the honours of a match; `OTHERS` where the sentence is about others.

    Args:
        clause: the passage offset at which the match's clause begins.
        previous: who received the honour that the sentence told of before.
    """
    honour, last = honours[0], honours[-1]
    slot = match.span("recipient")
    fallback: RecipientKind = "work" if is_for_works(honour.name) else "organization"
    sentence = match.sentence
    if match.rule.value("nobody"):
        return NOBODY
    if match.rule.value("headed") or (match.rule.value("announced") and slot is None):
        return _in_number(sentence, read_lines(article, sentence.index + 1, honour.kind))
    if slot is not None:
        region = region_of(article, sentence, slot.start, slot.end)
        if counted := _LONE_COUNT.match(region.marked):
            region = region.part(0, counted.end())
        found = read_meant(region) or read_recipients(region, honour.kind, fallback=fallback)
        if match.rule.value("ten") and found:
            found = Recipients(found.items, 10)
        below = match.rule.value("active") and sentence.text.rstrip().endswith("：")
        return _with_lines(article, sentence.index + 1, found, honour) if below else found
    if _SEEN.search(sentence.text, clause - sentence.start, match.start - sentence.start):
        return OTHERS
    if _is_nth(match, last):
        return OTHERS  # 成为我县第8位登上“好人榜”的身边好人
    if _is_attribute(match, last):
        return _read_behind(article, match, last, fallback, one=len(honours) == 1)
    region = region_of(article, sentence, clause, match.start)
    if _TOWARDS.search(region.marked):
        return NOBODY
    if is_elided(region):
        labelled = read_label(article, sentence, clause) or previous
        if not labelled and match.start - sentence.start <= _LINE_HEAD:
            labelled = read_broken(article, sentence, honour.kind)
        return labelled or read_subject_of_article(article, match.start, honour.kind, honour.name)
    if apart := _in_parts(region, honours):
        return apart
    found = read_subject(region, honour.kind, fallback)
    if not found and _fits(previous, honour) and is_elided(_last_piece(region)):
        return previous  # 获特等奖，2013年通过认证，2014年被认定为…
    if not found and is_elided(_last_piece(region)) and not _CAME_FORTH.search(region.marked):
        return read_subject_of_article(article, match.start, honour.kind, honour.name)
    return found


def _in_parts(region: Region, honours: Sequence[Honour]) -> Recipients:
    """The recipients of several honours in as many parts between commas, each a list of its own.

    城东镇等8个村镇，县医院等11家单位继续保留省级文明村镇、省级文明单位称号
    """
    region = strip_region(region)
    cuts = [found.span() for found in re.finditer("[^，]+", region.marked)][-len(honours) :]
    if len(honours) < 2 or len(cuts) < len(honours):
        return NOBODY
    parts = [strip_region(region.part(*cut)) for cut in cuts]
    if not all(_LIST_PART.fullmatch(part.marked) for part in parts):
        return NOBODY
    groups = [
        read_recipients(part, honour.kind) for part, honour in zip(parts, honours, strict=True)
    ]
    items = tuple(item for group in groups for item in group.items)
    return Recipients(items, None, tuple(groups)) if all(groups) else NOBODY


def _in_number(heading: Sentence, listed: Recipients) -> Recipients:
    """The recipients below a heading that counts them: 二等奖（3名） / 数学组 / 高小满."""
    counted = _NOTED_COUNT.search(heading.text)
    if counted is None:
        return listed
    number = int(counted[1])
    people = tuple(item for item in listed.items if item.kind == "individual")
    if len(people) == number:
        return Recipients(people, None)
    return Recipients(listed.items, number) if 0 < len(listed.items) < number else listed


def _with_lines(article: Article, index: int, found: Recipients, honour: Honour) -> Recipients:
    """The recipients of a sentence and of the list below it: 授予甲等20名同志“X”称号：."""
    listed = read_lines(article, index, honour.kind).items
    if not listed:
        return found
    named = [item for item in found.items if item.name]
    total = found.total or sum(item.count or 1 for item in found.items)
    items = tuple(dict.fromkeys([*named, *listed]))
    return Recipients(items, max(total, len(items)))


def _is_attribute(match: Match, honour: Honour) -> bool:
    sentence = match.sentence
    name = name_span(match)
    behind = sentence.text[name.start + honour.end - sentence.start :]
    before = sentence.text[: match.start - sentence.start]
    bare = not before or before[-1] in "，。；：" or bool(_ATTRIBUTE.search(before))
    return behind.startswith("的") and (bare or bool(_ONLY_COUNTED.match(behind, 1)))


def _is_nth(match: Match, honour: Honour) -> bool:
    """Whether a clause says of somebody that so many had the honour before."""
    text, start = match.sentence.text, match.sentence.start
    behind = name_span(match).start + honour.end - start
    return text.startswith("的", behind) and bool(_NTH.search(text, 0, match.start - start))


def _read_behind(
    article: Article, match: Match, honour: Honour, fallback: RecipientKind, *, one: bool
) -> Recipients:
    """The recipients of 获得…的高小满颁奖; others than these are not told of the honour."""
    sentence = match.sentence
    start = name_span(match).start + honour.end + 1
    if of := _OF_SORT.match(sentence.text, start - sentence.start):
        start = of.end() + sentence.start
    behind = sentence.text[start - sentence.start :]
    length = re.match(
        r"[^，。；]{2,60}?(?=[和及](?:荣?获|被[评授])|颁|授|发|$|[，。；]|送|表示|(?:进行|予以|给予|加以)了?(?:通报|隆重)?(?:表彰|表扬|嘉奖|奖励))",
        behind,
    )
    if length is None:
        return OTHERS
    region = region_of(article, sentence, start, start + length.end())
    hint = honour.kind if one else None
    found = read_recipients(region, hint, free=True, fallback=fallback)
    counted = bool(found.items) and not any(item.name for item in found.items)
    if counted or _ONLY_COUNTED.match(behind):
        return found if one and found.items else NOBODY
    named = any(
        mention.kind in ("person", "organisation", "place") for mention in region.mentions()
    )
    rest = start + length.end() - sentence.start
    conferred = _CONFERRING.match(sentence.text, rest) or (
        _ON.search(sentence.text[: match.start - sentence.start])
        and _CONFERRED_LATER.match(sentence.text, rest)
    )
    if found.items and (named or (conferred and all(map(_is_name, found.items)))):
        return found
    return NOBODY if conferred else OTHERS


def _is_name(item: Found) -> bool:
    """Whether an item names somebody, rather than says what all of them are: 个人和单位."""
    name = item.name or ""
    return not _GENERIC.search(name) and bool(GROUP_NOUN.search(name) or looks_like_name(name))
