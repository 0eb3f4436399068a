"""The recipients that one item of a list names: a person, a body, a group, a work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import MENTION_MARKS, Mention
from newsie.honour.bare_name import (
    BARE_BODY,
    DOER,
    DOER_FIRST,
    GROUP_NOUN,
    HONORIFIC,
    NO_NAME,
    last_name,
    looks_like_name,
    person_at_end,
)
from newsie.honour.body_name import after_last_mark, body_name
from newsie.honour.group import read_group
from newsie.honour.items import cut_note, trim_item
from newsie.honour.leading_name import BORN, leading_name, leading_person
from newsie.honour.noun import is_heading
from newsie.honour.recipient_kind import PEOPLE_NOUN
from newsie.honour.region import Found, RecipientKind, Region, without_verb
from newsie.honour.work import MAKERS, UNNAMED, find_works

_PERSON = MENTION_MARKS["person"]
_POST = MENTION_MARKS["post"]
_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]
_PLACE = MENTION_MARKS["place"]
_DATE = MENTION_MARKS["date"]
# 甲以2分之差, 乙在决赛中: how and where the honour was won.
_HOW = re.compile(
    rf"(?<=.)(?:(?:分别)?以(?=[0-9总高优绝第])|以{_QUANTITY}|凭借|凭着?|早?在(?!校)|从(?!事)|直落|因(?!特)|为(?=[^，、]{{1,8}}(?:队|代表团)$|[{_ORGANISATION}{_PLACE}][^，、]{{0,4}}$)|战胜|击败|连胜|力[压克](?=[^，]{{2}}))"
)
# 旅美乡亲, 冠军得主: who a person is that is named beside.
KIN = re.compile(
    r"(?:(?:会|馆|学|队|一)员|的(?:儿子|女儿|妻子|丈夫|母亲|父亲|家属)|乡亲|代表|侨胞|人士|嘉宾"
    r"|冠军|[获保][得持]者|得主|名将|小将|老将|选手)$"
)
# Verbs and the like: whoever reads this has no name before him.
_VERBAL = re.compile(
    r"[了着把]|加上|算上|晋级|进入|闯[入进]|入围|通过|实现|成为|达到|胜(?!利|[村乡镇]|社区|街道)|保持|带领|率领|跳出|跑出|游出|按照|开展|提升|下降|增长|加速|排名|位居|持续|稳步|[是]|有(?!限|机|色)|^[在从以被将并也还又]|击败|力压|力克|不敌|横扫|逆转|完胜|险胜|打入|进行|举办|举行|取得|表现|坚持|团结(?![村乡镇小中]|社区|街道)|拼搏|奋勇|顽强|积极|参加|参与|努力|领先|凭|推荐"
    r"|表示|介绍|不断|受到|历经|经过|宣读|宣布|公布|主持|强调|指出|出席|追平|奋战|先后|[0-9]+[：∶:比][0-9]|已经?|因为|由于|获|发挥|配合|打破|刷新|卫冕|[创建成]立于|[创始]建于|创办于|建[于校]于?|始建|位于|坐落|成功|申报|结束|开幕|收官|落幕|继续"
)
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
# 我县代表团共派出126名运动员参加: the team, before what it did
_TEAM_FIRST = re.compile(
    rf"[^，、的{_PERSON}{_QUANTITY}]{{1,12}}(?:代表团|代表队|参赛队)(?=共|派|选派|组织|参加|在|凭|经|首次|再次|连续|成功|[获夺荣斩喜])"
)
_CALLED = re.compile(f"”(?:{_PERSON}|[\u4e00-\u9fff]{{2,3}})$")
_OF_PLACE = re.compile(rf"[我本]?{_PLACE}的(?=.)")
# 中国队18岁小将林春生: the player, not the team
_PLAYER_AT_END = re.compile(
    rf"(?:选手|小将|老将|名将|队员|运动员|姑娘|小伙子?)(?:{_PERSON}|[\u4e00-\u9fff]{{2,3}})$"
)
# 承办省运会的南平市政府: which one it is
_WHICH = re.compile(
    rf"(?:承办|主办|协办|来自|位于|坐落|参与|参加)[^，、“《]{{2,24}}的(?=[{_ORGANISATION}{_PLACE}]$)"
)
# 海州贸易有限公司的寿阳小米: whose the product is
_MAKER_OF = re.compile(rf"[^，、“《]{{0,16}}{_ORGANISATION}的(?=[^，、“《的]{{2,12}}$)")
# 为“园丁奖”优秀教师颁奖: what they are, nobody by name
_WHAT_THEY_ARE = re.compile(
    r"(?:各位|全体|部分|[此本]次)*(?:优秀|先进|获奖|得奖|受表彰|获评|上榜|入选|参赛|模范|杰出|骨干)+的?"
    r"(?:教师|个人|代表|选手|学生|同学|单位|集体|职工|员工|企业|家庭|作品|人员|者|村|班组|党员|同志|团队|队伍|学校|班级|项目|嘉宾)+(?:代表)?"
)
_STAFFED = re.compile(r"(?:[科院校局]|公司|学校|[一二三四五六七八九十]中|小学|中学)$")
_HAMLET = re.compile("[围屯寨庄堡湾坪坝坑塘垸岗沟]$")  # 丰溪村邹家围
_UNIT = re.compile("“(?P<name>[^“”]{2,12}[连班营艇舰队组])”")  # “林春生连”
_LONGEST_NAME = 4  # characters of a person's name that nothing else shows to be one
# 物业服务企业海州恒邻公司: what the firm is, in front of its name.
_CLASS = re.compile(
    rf"^[^、，{_PLACE}{_ORGANISATION}]{{0,8}}(?:企业|单位|学校|公司|机构|组织|景区|品牌)(?=[{_PLACE}{_ORGANISATION}])"
)
_SETTLEMENT = re.compile(r"[省市县区镇乡村]$")  # 青石镇, with a surname in front
# 我院林春生教授: a title that no finder parted from the name
_SCHOLAR = re.compile(
    r"(?<=[院校所科室系站])(?P<name>[\u4e00-\u9fff]{2,3})(?:副?教授|院士|研究员|博士|主任医师)$"
)
_TENDS = re.compile("深耕|聚焦|围绕|打造|擦亮|推进|推动|践行|落实|做[优强大]|叫响")  # 深耕“三农”
# “助人为乐”的林春生: of which sort, in front of the name
_OF_KIND = re.compile("“(?P<kind>[^”]{2,10})”(?P<of>的)?(?P<name>[\u4e00-\u9fff]{2,3})")
_IN_CLASS = re.compile(
    rf"[^，、“《]{{0,8}}?[一二三四五六七八九]（[0-9一二三四五六七八九十]{{1,2}}）班?的?"
    rf"(?=(?:[\u4e00-\u9fff]{{2,3}}|{_PERSON})(?:同学)?$)"
)
# 我县, 我县综治民调: the county, and what of it is told
_OWN_TOPIC = re.compile(
    rf"{_PLACE}(?:[\u4e00-\u9fff]{{0,8}}(?:工作|民调|满意度|考核|测评|成绩|总分|得分|指数))?"
)
_PAIR = re.compile(r"[和与]|及|搭档|联手|携手")


def read_item(
    region: Region, hint: RecipientKind | None, free: bool, lone: bool, fallback: RecipientKind
) -> list[Found]:
    """The recipients of one item of a list; none where it names nobody."""
    region = trim_item(region)
    if not free and "，" in region.marked:
        region = _without_deed(region)
    if verb := re.match("追授|授予", region.marked):
        region = region.part(verb.end(), len(region.marked))
    if owner := _OF_PLACE.match(region.marked) or _WHICH.match(region.marked):
        region = region.part(owner.end(), len(region.marked))  # 湖南的茶油
    if "work" in (hint, fallback) and (maker := _MAKER_OF.match(region.marked)):
        region = region.part(maker.end(), len(region.marked))
    marked = region.marked
    if not marked:
        return []
    if group := read_group(region):
        return [group]
    if marked == _PERSON and hint == "work":
        return _people(region, free)  # 林春生入选工匠培养项目
    if hint == "individual" and (called := _CALLED.search(marked)):
        region = region.part(called.start() + 1, len(marked))  # “及时雨”林春生
        marked = region.marked
    if "）" in marked and (pupil := _IN_CLASS.match(marked)):
        region = region.part(pupil.end(), len(marked))  # 五（5）林春生
    if unit := _UNIT.fullmatch(region.canonical):
        return [Found(unit["name"], None, "organization")]
    if name := _of_kind(region.canonical, hint):
        return [Found(name, None, "individual")]
    before = marked[: max(0, marked.find("“"))]
    if free and "》" not in marked and _TENDS.search(before) and not before.endswith("的"):
        return []
    deed = free and "》" not in marked and _VERBAL.search(before)
    if not deed and (works := find_works(region, hint)):
        return works  # 实现文明乡镇“三连冠” names none
    if made := UNNAMED.search(region.marked, 1):
        region, hint = region.part(0, made.start()), None
    region = cut_note(region)
    if found := _HOW.search(region.marked):
        region = trim_item(region.part(0, found.start()))
    if people := _people(region, free):
        return people
    if (scholar := _SCHOLAR.search(region.canonical)) and looks_like_name(scholar["name"]):
        return [Found(scholar["name"], None, "individual")]
    tail = after_last_mark(region)
    if not tail and marked[-1] == _PLACE:
        tail = _named_like_place(region)
    located = hint == "organization" and _HAMLET.search(tail) and tail != region.canonical
    located = located or (hint == "organization" and len(tail) == _LONGEST_NAME)  # 东方化工
    if hint != "work" and not located and (name := person_at_end(tail, hint, lone)):
        return [Found(name, None, "individual")]
    body = _body(region, hint, free, lone, fallback)
    if not body and hint == "individual" and not lone and (name := last_name(tail)):
        return [Found(name, None, "individual")]  # 救火英雄高小满
    return body


def _of_kind(text: str, hint: RecipientKind | None) -> str | None:
    """The person behind a kind in quotes: “助人为乐”的林春生; none behind a brand: “翠芽”红茶."""
    found = _OF_KIND.fullmatch(text)
    if found is None or not looks_like_name(found["name"]):
        return None
    sure = hint == "individual" or found["of"] or is_heading(found["kind"])
    return found["name"] if sure else None


def _without_deed(region: Region) -> Region:
    """The person alone, of whom more is told: 敬业奉献高小满，乡村教师坚守大山16年."""
    first = region.part(0, region.marked.index("，"))
    ends = first.marked.endswith(_PERSON) or person_at_end(first.canonical, "individual", False)
    return first if ends else region


def _named_like_place(region: Region) -> str:
    """The words that end in a name of which a finder took a part for a place: 艺人鲁长顺."""
    before = re.search("[\u4e00-\u9fff]{2,}$", region.marked[:-1])
    place = region.mentions()[-1].value.name
    if before is None or _SETTLEMENT.search(place) or not looks_like_name(before[0][-1] + place):
        return ""
    words = before[0] + str(place)
    return words if DOER.fullmatch(before[0][:-1]) else ""


def blank_quotes(text: str) -> str:
    return _QUOTED.sub(lambda quoted: "“" * len(quoted[0]), text)


def _people(region: Region, free: bool) -> list[Found]:
    """The persons that an item ends with, or in running text the one that it begins with."""
    marked = region.marked
    persons = [m for m in region.mentions() if m.kind == "person"]
    if not persons:
        return leading_person(region) if free else []
    if len(persons) == 1 and len(marked) == 1:
        named = _named(region, persons)
        if _SETTLEMENT.search(named[0].name or ""):
            return [Found(named[0].name, None, "organization")]
        return named
    behind = marked[marked.rfind(_PERSON) + 1 :]
    if re.fullmatch(
        rf"(?:（[^）]*）|{_POST}|{_QUANTITY}|{HONORIFIC.pattern}|[一二两三]人|等| )*", behind
    ):
        return _named(region, persons)
    if behind.startswith("的") or (GROUP_NOUN.search(behind) and len(behind) < 10):
        return []
    if free and not _VERBAL.search(behind) and len(behind) > 1:
        return _named(region, persons[-1:]) if BORN.match(behind) else []
    return _named(region, persons)


def _named(region: Region, persons: Sequence[Mention]) -> list[Found]:
    if re.search(f"{_PERSON}{_POST}{_PERSON}$", region.marked):
        persons = persons[-1:]  # 常规研究员林春生: the first is part of the post
    names = [person.value.name for person in persons]
    names[-1] = without_verb(names[-1], region)
    return [Found(name, None, "individual") for name in names]


def _body(
    region: Region, hint: RecipientKind | None, free: bool, lone: bool, fallback: RecipientKind
) -> list[Found]:
    """An organisation or a product by its bare name."""
    marked = region.marked
    if found := _CLASS.match(marked):
        region = region.part(found.end(), len(marked))
        marked = region.marked
    if len(pair := _PAIR.split(marked)) == 2:
        names = [person_at_end(part, hint, True) for part in pair]
        if all(names):
            return [Found(name, None, "individual") for name in names]
    if _OWN_TOPIC.fullmatch(marked) and (home := _home_meant(region)):
        return [Found(home, None, "organization")]
    spelt = region.canonical
    surnamed = _PLACE in marked and (not lone or marked != _PLACE)
    surnamed = surnamed and not _SETTLEMENT.search(spelt)
    if hint == "individual" and surnamed and looks_like_name(spelt):
        return [Found(spelt, None, "individual")]  # 龙海, a county too; 陈美兰
    if _VERBAL.search(marked) or NO_NAME.search(marked) or KIN.search(marked):
        return leading_body(region) if free else []
    broken = re.search(r"[，。；：！？《“]", spelt.replace("“", "", 1))
    if broken or not 2 <= len(spelt) <= 40 or BARE_BODY.fullmatch(spelt):
        return []
    if _WHAT_THEY_ARE.fullmatch(spelt):
        return []
    grouped = bool(GROUP_NOUN.search(spelt) or marked[-1] in (_ORGANISATION, _PLACE))
    if free and not grouped:
        if _DATE in marked or _QUANTITY in marked or "的" in marked:
            return []
        if lone and len(spelt) > 20:
            return []
    if hint == "individual" and grouped:
        return [Found(body_name(region), None, "organization")]
    if hint == "individual" and (free or len(spelt) > _LONGEST_NAME or PEOPLE_NOUN.search(spelt)):
        return []
    # 县医院获评先进典型, 神经内科获批重点专科项目
    a_body = hint == "work" and (marked[-1] in (_ORGANISATION, _PLACE) or _STAFFED.search(spelt))
    kind = "organization" if a_body else hint or ("organization" if grouped else fallback)
    return [Found(body_name(region), None, kind)]


def _home_meant(region: Region) -> str | None:
    """The division that 我市 or 全县 means, by its own name."""
    value = region.mentions()[0].value
    return value.place.short or None if value.bare and value.place else None


def _says_more(region: Region) -> bool:
    """Whether a verb or a measure follows the name that a clause begins with."""
    if _VERBAL.search(_QUOTED.sub("", _HOW.split(region.marked)[0])):
        return True
    return _QUANTITY in region.marked and read_group(region) is None


def leading_body(region: Region) -> list[Found]:
    """The organisation or place that a clause begins with: 县医院开展新技术47项."""
    if team := _TEAM_FIRST.match(region.marked):
        return [Found(body_name(region.part(0, team.end())), None, "organization")]
    first = region.marked[:1]
    nobody = read_group(region) or not _QUOTED.sub("", region.marked).strip()  # 全区共有6名军人
    if nobody or MAKERS.match(region.marked) or _PLAYER_AT_END.search(region.marked):
        return []
    how = _HOW.search(region.marked)
    if how and person_at_end(after_last_mark(region.part(0, how.start())), None, False):
        return []  # 县代表队林春生以11秒82
    if (known := leading_name(region)) is not None:
        return known
    if first == _ORGANISATION and DOER_FIRST.match(region.marked, 1):
        return []  # 柳湾小学教师林春生扎根山区30年: who it is, no finder knew
    if (
        first in (_ORGANISATION, _PLACE)
        and not region.marked.startswith("的", 1)
        and _says_more(region)
    ):
        lead = region.part(0, 1)
        home = _home_meant(lead) if first == _PLACE else None
        return [Found(home or lead.canonical.strip(), None, "organization")]
    return []
