"""A count or a noun in, what kind of recipients it counts out: persons, bodies or works."""

from __future__ import annotations

import re

from newsie.honour.bare_name import GROUP_NOUN
from newsie.honour.region import RecipientKind
from newsie.values import Quantity

_PEOPLE_UNITS = frozenset(["名", "位", "人", "对", "人次"])
_COUNTERS = frozenset([*"个家名位人所项件首部篇幅支对户座处组例", "人次"])
_WORK_UNITS = frozenset("项件首部篇幅台支")
PEOPLE_NOUN = re.compile(
    r"(?:人|个人|职工|教师|学生|同学|选手|运动员|同志|青年|干部|党员|模范|标兵|工匠|家属|医生|护士|群众|人员|员工|工作者|老师|老人|少年|代表|作者|志愿者|民警|干警|辅警|法官|检察官|律师|医师|护士长|校长|支书|书记|司机|队员|警官|官兵|战士|农民|村民|居民|工人|专家|大户)$"
)
_WORK_NOUN = re.compile(
    r"(?:作品|项目|成果|案例|提案|产品|单品|茶叶|影片|歌曲|论文|节目|曲目|征文|稿件|茶样|样品|品种|舞蹈|合唱|小品|剧目|课例|教案|视频|微电影|照片|画作|书画|菜品|软件)$"
)


def counts_recipients(quantity: Quantity) -> bool:
    """Whether a quantity counts persons, bodies or works."""
    return (
        isinstance(quantity.value, int) and not quantity.rank and (quantity.unit or "") in _COUNTERS
    )


def group_kind(quantity: Quantity, noun: str) -> RecipientKind:
    """What a counted group is made of, by its noun, else by its measure word."""
    kind = noun_kind(noun)
    if kind is not None:
        return kind
    if quantity.unit in _PEOPLE_UNITS:
        return "individual"
    return "work" if quantity.unit in _WORK_UNITS else "organization"


def noun_kind(noun: str) -> RecipientKind | None:
    if PEOPLE_NOUN.search(noun):
        return "individual"
    if GROUP_NOUN.search(noun):
        return "organization"
    return "work" if _WORK_NOUN.search(noun) else None
