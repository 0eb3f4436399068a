"""The words before or behind a verb of honouring in, the recipients that they name out.

Forms that are taken:
    海州医疗、城东恒旭等16家企业      two names and a total
    13个集体和3人                     two counted groups
    燎原学校教师戴小月、校长何叶      the persons, without their posts
    《竹里》、“秸秆变糖”项目          works
    另有86名乡村教师                  a counted group
    由林春生、高小满组成的市一队      the team
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsie.article import MENTION_MARKS
from newsie.honour.group import read_group
from newsie.honour.items import cut_totals, split_list, strip_region
from newsie.honour.recipient_item import KIN, blank_quotes, leading_body, read_item
from newsie.honour.region import Found, RecipientKind, Recipients, Region
from newsie.honour.roster import is_roster, read_roster
from newsie.honour.team import CATEGORIES, players_of
from newsie.honour.work import MAKERS
from newsie.number import parse_number

_PERSON = MENTION_MARKS["person"]
_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]

# 城东村因治理有方、村风文明: why, not who.
_CAUSE = re.compile(
    r"(?<=.)继[^，]{2,40}(?:之后|以后|后)|"
    r"(?<=.)(?:(?:还|也|又|曾|先后|均|都)?因(?!特)(?=[^，、。]{4})|(?:始终|坚持|一直)+以(?=[^，]{1,30}为)|分别以|[还又也]?以其|以[^，]{2,24}的(?:精神|姿态|态度|作风|斗志|状态|表现|实力|水平|技艺|演技)|作为(?=[^，]{4})|(?:入驻|落户|成立|创立|创建|投产|运营)[^，、]{0,12}以来|自[^，、]{2,14}以来)"
)
# 上缴税收3亿元以上的甲公司: which ones, not who.
_LIMITS = re.compile(
    rf"[^，。；{_ORGANISATION}{_PERSON}]{{0,24}}(?:以上|以下|以内|{_QUANTITY})的(?={_ORGANISATION}|[^，、]{{2,20}}(?:公司|企业|集团|厂|行))"
)
# 中阳里、五羊里社区: the noun said once for all of them
_SHARED_END = re.compile(r"(?<=、)[\u4e00-\u9fff]{2,4}(?P<noun>社区|小区)$")
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}(?<!社区)(?<!小区)(?<!村)")
_JOINT = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{1,4}){1,8})(?P<count>[两三四五六七八九])"
    r"(?P<noun>村|镇|乡|县|市|区|社区|街道|校|队)"
)
# 甲以2比0战胜前冠军、美国选手乙: who lost
_BEATEN = re.compile(
    rf"(?<=[^，]{{2}})(?:以(?:总?比分)?[0-9{_QUANTITY}][^，]{{0,8}}|[0-9{_QUANTITY}]+[：∶:比—-]+[0-9{_QUANTITY}]+|(?:通过)?(?:点球(?:大战)?|加时赛?))?(?:战胜|击败|力克|横扫|逆转战胜|淘汰|险胜|完胜)(?=[^，])[^，]*，?$"
)
# 甲、乙等多名干警: how many there are is not told.
_MANY_MORE = re.compile(
    "等(?:[多数][十百]?(?:余|多)?[名位家个户人项件支所]|$|(?=[^，、]{1,6}$)(?:[县市区村镇乡]|单位|同志|企业|公司|学校|人|个人|同学|老师|教师|选手|社区|街道|部门|作品|项目|集体|地|（|）)+$|众多|一[大众]?批|广大|优秀[^，、]{0,6}代表|[^，、]{0,6}代表$)"
)
# 481名同志（含追授1名）
_WITHIN = re.compile("（(?:含|其中|包括)[^（）]*）$")
# 包括林春生在内的3名选手
_AMONG = re.compile("(?:包括)?(?P<who>[^，。；]{2,60}?)在内的?")
# 城东小学、城西小学各有一名教师: as many as there are bodies
_EACH_HAS = re.compile(
    rf"(?P<who>[^，。；]+?)(?:均|都)?各有?(?P<count>{_QUANTITY}|[一1](?P<unit>[名位个人家件项]))"
    rf"(?P<noun>[^，、。{_QUANTITY}]{{0,10}})$"
)
_TEAM = re.compile(r"^.*[组构]成的|^.*(?:率领|带领|领衔|执教|出战|出阵|出场|参加|参赛)的")


def read_recipients(
    region: Region,
    hint: RecipientKind | None,
    *,
    free: bool = False,
    fallback: RecipientKind = "organization",
) -> Recipients:
    """Read a list of recipients.

    Args:
        region: the words that hold them and little else.
        hint: what the honour is given to by its name, where that says so.
        free: whether the words are the running text before a verb, where anything may stand.
        fallback: what an item is by whose shape nothing can be told.
    """
    if free and (cause := _CAUSE.search(blank_quotes(region.marked))):
        region = region.part(0, cause.start())
    if free and (beaten := _BEATEN.search(region.marked)):
        region = region.part(0, beaten.start())
    region = strip_region(region)
    if kinds := CATEGORIES.match(region.marked):
        region = region.part(kinds.end(), len(region.marked))
    if limits := _LIMITS.match(region.marked):
        region = region.part(limits.end(), len(region.marked))
    if found := _TEAM.match(region.marked) or MAKERS.match(region.marked):
        region = region.part(found.end(), len(region.marked))
    if within := _WITHIN.search(region.marked):
        region = region.part(0, within.start())
    if (among := _AMONG.match(region.marked)) and (
        whole := read_group(region.part(among.end("who"), len(region.marked)))
    ):
        inside = read_recipients(region.part(*among.span("who")), whole.kind or hint)
        return Recipients(inside.items, whole.count)
    if each := _EACH_HAS.search(region.marked):
        return _of_each(region, each)
    if players := players_of(region):
        return Recipients(players, None)
    items: list[Found] = []
    totals: list[int | None] = []
    groups: list[Recipients] = []
    if joint := _joint(region):
        return Recipients(joint, len(joint))
    for part, total, kind in cut_totals(region):
        lone = "、" not in part.marked and total is None
        read: list[Found] = []
        of = hint or kind
        shared = _SHARED_END.search(part.marked)
        roster = (
            read_roster(part, of, counted=kind == "individual") if _may_list(part, free) else None
        )
        for item in () if roster else split_list(part, free):
            if free and (body := leading_body(item)):
                return Recipients(tuple(dict.fromkeys([*items, *read, *body])), None)
            if shared and (bare := _BARE_PLACE.fullmatch(item.canonical.strip("，、 "))):
                read.append(Found(bare[0] + shared["noun"], None, "organization"))
                continue
            read.extend(read_item(item, of, free, lone, fallback))
        read.extend(roster or ())
        if total is None and not read and any(totals):
            continue  # 林春生等26名民警、辅警
        groups.append(Recipients(tuple(_without_descriptions(read)), total))
        totals.append(total if total is not None else sum(i.count or 1 for i in read) or None)
        items.extend(_without_descriptions(read))
        if total is None:
            totals[-1] = None if len(totals) == 1 else totals[-1]
    known = [total for total in totals if total is not None]
    complete = len(known) == len(totals)
    joined = tuple(_once(list(_join_couples(items, region.canonical))))
    if known and not complete and totals[-1] is not None and totals[-1] > len(joined):
        return Recipients(joined, totals[-1])  # 甲等、乙等、丙等19名
    if not known and _MANY_MORE.search(region.marked):
        return Recipients(joined, None, more=True)
    if len(joined) > 2 and _sums_up(joined):
        return Recipients(joined[:-1], len(joined) - 1)
    apart = tuple(groups) if len(groups) > 1 and complete else ()
    return Recipients(joined, sum(known) if known and complete else None, apart)


def _of_each(region: Region, each: re.Match[str]) -> Recipients:
    """Those of whom each body has so many: 城东小学、城西小学各有一名教师, two teachers."""
    bodies = read_recipients(region.part(*each.span("who")), "organization")
    lone = region.part(each.start("count"), len(region.marked))
    of_one = read_group(lone)
    number = bodies.total or sum(item.count or 1 for item in bodies.items)
    if of_one is None or not number:
        return bodies
    return Recipients((Found(None, number * (of_one.count or 1), of_one.kind),), None)


def _once(items: Sequence[Found]) -> Iterable[Found]:
    """Each name once; two groups of the same size are two: 2个镇、2个村."""
    seen: set[Found] = set()
    for item in items:
        if item.name is None or item not in seen:
            yield item
        seen.add(item)


def _joint(region: Region) -> tuple[Found, ...]:
    """Names whose noun is said once for all of them: 柳湾、城东两村."""
    found = _JOINT.fullmatch(region.canonical.strip())
    names = found["names"].split("、") if found else []
    if found is None or parse_number(found["count"]) != len(names):
        return ()
    return tuple(Found(name + found["noun"], None, "organization") for name in names)


def _may_list(part: Region, free: bool) -> bool:
    """Whether words may be a list of persons alone: before a verb, no clause stands before them."""
    return not free or "，" not in part.marked or all(map(is_roster, _between_commas(part)))


def _between_commas(part: Region) -> Iterable[Region]:
    cuts = [found.span() for found in re.finditer("[^，]+", part.marked)]
    return [part.part(*cut) for cut in cuts]


def _sums_up(items: Sequence[Found]) -> bool:
    """Whether the last item is the count of those named before it: 甲、乙、丙，3人获…."""
    return items[-1].count == len(items) - 1 and all(item.name for item in items[:-1])


def _join_couples(items: Sequence[Found], text: str) -> Iterable[Found]:
    """A family that goes by both names is one: 林春生、高小满家庭."""
    i = 0
    while i < len(items):
        item, after = items[i], items[i + 1] if i + 1 < len(items) else None
        both = f"{item.name}、{after.name}" if after else ""
        if item.kind == "individual" and both.endswith("家庭") and both in text:
            yield Found(both, None, "organization")
            i += 1
        else:
            yield item
        i += 1


def _without_descriptions(items: Sequence[Found]) -> list[Found]:
    """Without what only says who a named person is: 旅美乡亲、会长林春生."""
    if any(item.kind == "individual" and item.name for item in items):
        return [item for item in items if item.name is None or not KIN.search(item.name)]
    return list(items)
