"""The words before a verb in, the recipient that they begin with out, where no finder knew it.

Forms that are taken:
    林春生1990年入伍                        a person's life
    海州恒邻有限公司成立于2006年            a firm
    城东队以3比2战胜柳湾队                  a team
    海州队的林春生再次刷新纪录              a player, behind whose player it is
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import looks_like_name
from newsie.honour.region import Found, Region

_PERSON = MENTION_MARKS["person"]
_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]
_PLACE = MENTION_MARKS["place"]
_DATE = MENTION_MARKS["date"]
# What is told of a person behind the name: 林春生1990年入伍.
BORN = re.compile(rf"(?:同志|本人)?(?:{_DATE}|系|现年|现任|今年|出生|生于)")
_FIRM_FIRST = re.compile(
    rf"[^，、的在{_PERSON}{_ORGANISATION}{_QUANTITY}{_DATE}]{{2,24}}(?:有限责任公司|有限公司|集团|合作社)(?=成立|创立|创建|始建|位于|坐落|是|现有|自)"
    rf"|[^，、的在{_PERSON}{_ORGANISATION}{_QUANTITY}{_DATE}]{{1,8}}队(?=[{_QUANTITY}0-9以在战击力凭划顶])"
    rf"|[\u4e00-\u9fff]{{1,7}}(?:村|社区|小学|中学|医院|公司|合作社|农场|茶场|茶厂)(?=成功|先后|连续|积极|坚持|通过|立足|依托|围绕|大力)"
)
# 海州队的林春生再次刷新: whose player it is, in front of the name.
_PLAYER = re.compile(
    rf"[{_PLACE}{_ORGANISATION}][^，的]{{0,10}}(?:的|选手|运动员|小将|名将|老将|队员)"
    rf"(?P<name>[\u4e00-\u9fff]{{2,3}})(?=[{_QUANTITY}{_DATE}第以在凭力战击勇再率刷打创跑跳游举]|$)"
)


_ACHIEVES = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:(?:老师|同志|同学|选手)?(?:代表(?=[^，]{2})|参加)|以(?=[^，]{2,})|跳出|跑出|游出|举起|投出|打出|率先|力压|打破|创造|刷新|顶住|凭借|一路|发挥)"
)


# 海州核桃区域公用品牌的价值持续走高: the produce, and not where it grows
_PRODUCE_FIRST = re.compile(rf"{_PLACE}[\u4e00-\u9fff]{{1,5}}?(?=区域公用品牌|品牌|商标)")


def leading_person(region: Region) -> list[Found]:
    """The person whose life a clause tells, where no finder knew the name: 林春生1990年入伍."""
    found = re.match(rf"[\u4e00-\u9fff]{{2,4}}?(?={BORN.pattern})", region.marked)
    if found and looks_like_name(found[0]):
        return [Found(found[0], None, "individual")]
    won = _ACHIEVES.match(region.marked)
    if won and looks_like_name(won["name"]):
        return [Found(won["name"], None, "individual")]
    return []


def leading_name(region: Region) -> list[Found] | None:
    """The firm, team or player that a clause begins with; none where whose player it is is all."""
    if found := _FIRM_FIRST.match(region.marked):
        return [Found(region.part(0, found.end()).canonical.strip(), None, "organization")]
    if found := _PRODUCE_FIRST.match(region.marked):
        return [Found(region.part(0, found.end()).canonical.strip(), None, "work")]
    if found := _PLAYER.match(region.marked):
        person = looks_like_name(found["name"])
        return [Found(found["name"], None, "individual")] if person else []
    return None
