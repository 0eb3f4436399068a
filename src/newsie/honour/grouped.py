"""A list of groups in, each with its honour, out.

Forms that are taken:
    城东小学等10个先进集体、高小满等24名劳动模范
    五一劳动奖状的10家单位、五一劳动奖章的20名个人
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.article import MENTION_MARKS
from newsie.honour.name import Honour, of_one_year, read_honours
from newsie.honour.recipients import read_recipients
from newsie.honour.region import Recipients, Region

_COUNT = (
    rf"(?:{MENTION_MARKS['quantity']}"
    r"|[0-9一二三四五六七八九十百]+[余多]?[个名家位人户项])"
)
_NOUN = (
    r"(?:(?:基层)?[团党]?组织|单位|集体|个人|企业|同志|职工|教师|班组|家庭|团队|学校|党员|干部|组织|同学|学生|青年"
    r"|乡镇|村|社区)?(?:（[^（）]{1,12}）)?"
)
_PRAISED = "先进|优秀|模范|最美|十佳|示范|红旗"
_GROUP = re.compile(
    rf"(?P<who>(?:(?:(?<=^)|(?<=[、，和及与]))[^，。；“”等{MENTION_MARKS['quantity']}]{{2,60}}?{_COUNT}(?=“|{_PRAISED})"
    rf"|[^，。；“”]{{1,60}}?等{_COUNT}|(?:(?<=^)|(?<=[、，和及])){_COUNT}{_NOUN}))"
    r"(?P<honour>“[^“”]{1,30}”|[^，。；“”、]{2,24}?)(?=、|，|和|以?及|与|(?:荣誉)?称号|$)"
)
# 五一劳动奖状的10家单位、五一劳动奖章的20名个人: the holders behind their honour
_HOLDERS = re.compile(
    r"(?:^|[、，和及与])(?:荣获|获得)?(?P<honour>(?:“[^“”]{1,30}”|[^，。；“”、的]){2,40}?)(?:荣誉)?(?:称号)?"
    rf"的(?P<who>(?:[^，。；“”的]{{1,40}}?等)?{_COUNT}[^，。；“”、的]{{0,10}}?)(?=[、，和及与]|$)"
)
_JOINT = "、和与及以"


def read_groups(region: Region) -> Iterator[tuple[Honour, Recipients]]:
    """The honours of a list, each with those in front of its name; none where one is no honour."""
    found = list(_read_each(region))
    honours = of_one_year([honour for honour, _ in found]) if found else []
    return iter(list(zip(honours, [who for _, who in found], strict=True)))


def _read_each(region: Region) -> Iterator[tuple[Honour, Recipients]]:
    groups = list(_HOLDERS.finditer(region.marked)) or _GROUP.finditer(region.marked)
    for found in groups:
        named = region.part(*found.span("honour"))
        honours = read_honours(named.canonical, strong=True, sure=True)
        start = found.start("who")
        while region.marked[start] in _JOINT:
            start += 1
        who = region.part(start, found.end("who"))
        if len(honours) == 1:
            yield honours[0], read_recipients(who, honours[0].kind)
