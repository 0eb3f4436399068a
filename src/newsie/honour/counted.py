"""A stretch that counts what is conferred in, the honours with how many get each out.

Forms that are taken:
    10名全国先进工作者、199个全国先进集体
    一等奖1名，二等奖2名
    优秀企业家证书（80名）、科技创新30强牌匾
    优秀教师60名、扎根山区教师7名            what stands beside an honour is one
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.honour.honour_kind import is_for_works
from newsie.honour.honour_list import split_honours
from newsie.honour.name import PLACED, Honour, complete_honour, read_honour, year_of
from newsie.honour.noun import RANK_TAIL, find_kind
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients
from newsie.honour.spelling import unquote
from newsie.number import parse_number

_UNITS = "([个名位家人项篇幅件首部户对所支座])"
_COUNTED = re.compile(rf"(?:等)?([0-9一二三四五六七八九十百千万两]+)(?:多|余)?{_UNITS}")
_COUNTED_BEHIND = re.compile(
    rf"(?<![0-9项])([0-9]+|[一二三四五六七八九十两]+)(?:多|余)?{_UNITS}(?:（[^）]*）)?$"
)
# 自主创新贡献奖获奖人员8名
_HOLDERS = re.compile(
    r"(?<=[奖号章”])(?:的?(?:获奖|入选|获评)(?:人员|项目|作品|单位|个人|企业|选手|家庭|集体)|获得者|获奖者|得主)|(?<=[奖号章])(?:的?(?:人员|项目|作品|单位|个人|企业|选手|家庭))(?:共|计)*$|(?<=[奖号章])共计?$|(?<=[者体位人师员村家])代表$"
)
# 科技进步奖95项，包括一等奖5项
_AMONG = re.compile("(?:其中|包括|含|分别[为是]|有)+")
# 优秀企业家证书（80名）; 科技创新30强牌匾 beside it
_COUNT_NOTED = re.compile(rf"（([0-9]+)(?:多|余)?{_UNITS}）$")
_MANY_STRONG = re.compile(r"([0-9]+)强(?:企业)?(?:牌匾|奖牌|证书|称号)?$")
# What may stand in a list of honours without a word of praise, and what counts something else.
_PLAIN_TITLE = re.compile(r"[\u4e00-\u9fffA-Z（）·]{3,16}")
_NO_TITLE = re.compile(
    r"[了着]|等$|^入选|获得|荣获|获评|^我[国省市区县]|^(?:其中|共|来自|参[赛加与评]|各级|其他)|(?:选手|队伍?|队员|运动员|代表团?|观众|嘉宾|人员|人次|奖项|金额|资金|部门|群众|单位代表)$"
)
# Who was commended, rather than as what: 30名一线职工, 10个村.
_PLAIN = re.compile(
    r"(?:的|职工|教师|学生|同学|老师|民警|医生|护士|群众|干部|同志|人|集体|个人|单位|企业|公司|村|镇|乡|街道|部门|学校|社区|家庭|团队|班组|选手|代表)$"
)
# What is counted by 项 is how many prizes there are of the sort.
_CATEGORY = re.compile(rf"{PLACED.pattern}|(?:集体|个人|团体|单项|综合|专项)奖")
_SHORTEST = 5
_AND_VERB = re.compile(r"并(?:揭晓|公布|表彰|评选出|产生|命名)了?")


def read_counted(
    text: str, contest: str | None = None, prize: Honour | None = None, *, sure: bool = False
) -> list[tuple[Honour, Recipients]]:
    """Read counted honours: 10名全国先进工作者、199个全国先进集体; 一等奖1名，二等奖2名.

    What stands in one list with an honour is one too: 优秀教师60名、扎根山区教师7名.

    Args:
        contest: what bare ranks are ranks in.
        prize: the honour of which these are the ranks (获新闻奖，其中一等奖1件).
        sure: whether the verb says that whatever is counted is honoured by that name.
    """
    found: list[tuple[Honour, Recipients]] = []
    before: Honour | None = None
    if prize is not None and prize.name.endswith("奖") and not RANK_TAIL.search(prize.name):
        contest = prize.name
    text = _AND_VERB.sub(lambda verb: "，" * len(verb[0]), text)
    items = list(_counted_items(text))
    listed = len(items) > 1 and any(
        read_honour(text[i.start : i.end], True, False, False) for i in items
    )
    for item in items:
        part = text[item.start : item.end]
        if among := _AMONG.match(part):
            part = part[among.end() :]
            contest = before.name if before and before.name.endswith("奖") else contest
        honour = read_honour(part, True, False, before is not None)
        if honour is None and listed:
            honour = _sibling(part)
        if honour is None and sure and len(unquote(part)) >= _SHORTEST and not _PLAIN.search(part):
            honour = _sibling(part)
        if honour is None:
            continue
        completed = complete_honour(honour, before, contest, item.end)
        if completed is None or (item.unit == "项" and _CATEGORY.fullmatch(honour.name)):
            continue  # 产生19项冠军, 集体奖5项37个
        before = completed
        kind = completed.kind or _kind_by(item.unit, completed.name)
        group = Recipients((Found(None, item.count, kind),), None) if item.count else NOBODY
        found.append((completed, group))
    return found


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list of counts: where its name stands, how many, by which measure word."""

    start: int
    end: int
    count: int | None
    unit: str


def _counted_items(text: str) -> Iterator[_Item]:
    """The items of a list of counts; one without a count where others have theirs in brackets."""
    spans = split_honours(text)
    noted = any(_COUNT_NOTED.search(text[:end]) for _, end in spans)
    for i, (start, end) in enumerate(spans):
        part = text[start:end]
        if counted := _COUNTED.match(part):
            start += counted.end()
            if _shares_count(text, spans[i:]):
                yield _Item(start, end, None, counted[2])
                continue
        elif counted := _COUNT_NOTED.search(part) or _COUNTED_BEHIND.search(part):
            end = start + counted.start()
            end -= text[:end].endswith(("有", "各"))
        elif noted and (many := _MANY_STRONG.search(part)):
            yield _Item(start, end, int(many[1]), "家")
            continue
        elif each := _each_behind(text, spans[i + 1 :]):
            yield _Item(start, end, *each)
            continue
        elif i and _shares_count(text, spans[i - 1 :]):
            yield _Item(start, end, None, "个")
            continue
        else:
            continue
        if holders := _HOLDERS.search(text, start, end):
            end = holders.start()
        count = parse_number(counted[1])
        if isinstance(count, int):
            yield _Item(start, end, count, counted[2])


def _each_behind(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, str] | None:
    """How many there are of each of a list, said behind its last: 示范点和标兵各50个."""
    counted = _COUNTED_BEHIND.search(text, *spans[0]) if len(spans) == 1 else None
    if counted is None or text[counted.start() - 1] != "各":
        return None
    count = parse_number(counted[1])
    return (count, counted[2]) if isinstance(count, int) else None


def _shares_count(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the first two of a list have one count: 300名“优秀教师”和“优秀教育工作者”."""
    if len(spans) < 2 or _COUNTED_BEHIND.search(text, *spans[1]):
        return False
    counted = _COUNTED.match(text, *spans[0])
    quoted = counted and text.startswith("“", counted.end()) and text.startswith("“", spans[1][0])
    return bool(quoted and text[spans[1][0] - 1] in "”和及与")


def _kind_by(unit: str, name: str) -> RecipientKind:
    if unit in "个项" and is_for_works(name):
        return "work"
    if unit in "名位人":
        return "individual"
    return "work" if unit in "篇幅件首部项" else "organization"


def _sibling(part: str) -> Honour | None:
    """An item of a list of honours that ends like none of them by itself: 教育世家12个."""
    if not _PLAIN_TITLE.fullmatch(unquote(part)) or _NO_TITLE.search(part):
        return None
    name = unquote(part).strip()
    return Honour(name, year_of(name), find_kind(name))
