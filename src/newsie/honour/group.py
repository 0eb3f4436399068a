"""One item of a list of recipients in, the group that it counts without naming it out.

Forms that are taken:
    13个集体, 另有86名乡村教师, 我县5人          a count and its noun
    一名干警, 我县一人                           so of a single one
    我省四产品, 二个村                           a count in words and its noun
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import looks_like_name
from newsie.honour.recipient_kind import counts_recipients, group_kind, noun_kind
from newsie.honour.region import Found, RecipientKind, Region
from newsie.number import parse_number
from newsie.values import Quantity

_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]
_PLACE = MENTION_MARKS["place"]

# 另有86名乡村教师: a count and its noun, and nothing else.
_GROUP = re.compile(
    rf"(?:上述|以上|总共有?|一共有?|另有|其余|其他|还有|另外|共|近|约|全[市县区省国镇校村](?:各地|范围内|上下|各级)?|[^{_QUANTITY}，、]{{0,6}}[{_PLACE}{_ORGANISATION}村镇区县市校院局队所厂司](?:展团|代表团|代表队|选送的?|参[赛展]的?|系统|辖区|各地|[和与及]所?[^{_QUANTITY}，、]{{1,8}})?|[^{_QUANTITY}，、]{{0,8}}[中，]|[^{_QUANTITY}，、]{{1,10}}(?:系统|战线|条线|机关|行业|高校|院校|队伍|部队)|[^{_QUANTITY}，、]{{1,6}}(?=共有|共计|累计有|已有)|[^{_QUANTITY}，、]{{2,20}}的|[我本全][国省市县区])?(?:共|总?计|合计|已|累计|先后|还|也|另|又|再|再次|全年|今年|去年)*有?(?P<count>{_QUANTITY}|[一1](?P<unit>[名位人家个所户件项部篇幅]))(?:[^{_QUANTITY}，]{{0,24}}的)?(?P<noun>[^{_QUANTITY}，的均等为]{{0,14}})"
)
# 我市7家企业9个单品, 两家企业选送的两个产品: what is counted last
_OF_THESE = re.compile(
    rf"[^{_QUANTITY}，、]{{0,8}}{_QUANTITY}[^{_QUANTITY}，、0-9]{{0,6}}(?:企业|茶企|公司|单位|学校|合作社|选手|展团|代表团|国家|省份|地区|市州|县市|州市|[村镇县市区人])(?:的|选送的?|报送的?|中有?|共?有)?(?={_QUANTITY}[^{_QUANTITY}，、]{{1,10}}$)"
)
# 我区157人参赛: how many took part.
_TAKING_PART = re.compile(
    "参[赛加展评]|报名|出战|全部|完成|实现|建成|脱贫|摘帽|出列|达标|覆盖|通车"
)
# 我省四产品, 二个村: a count in words and its noun.
_FEW = re.compile(
    r"(?:[我全本][省市县区乡镇]有?(?=[二两三四五六七八九])|(?=[一二两三四五六七八九十]+(?:[个家名位项件所]|人$)))"
    r"(?P<count>[一二两三四五六七八九十]+)[余多]?[个家名位项件所]?"
    r"(?P<noun>[A-Za-z]{0,4}(?:产品|农产品|作品|项目|案例|成果|论文|课题|节目|村|镇|乡镇|村镇|社区|街道|企业|单位|集体|学校|家庭|人|个人|教师|学生))"
)


def read_group(region: Region) -> Found | None:
    """The group that an item counts; None where it names somebody or counts another thing."""
    if of_these := _OF_THESE.match(region.marked):
        region = region.part(of_these.end(), len(region.marked))
    group = _GROUP.fullmatch(region.marked)
    if group is None:
        return _few(region.canonical)
    if _TAKING_PART.search(group["noun"]):
        return None
    if unit := group["unit"]:
        kind = _kind_of_one(unit, group["noun"])
        return Found(None, 1, kind) if kind else None
    counted: Quantity = next(m for m in region.mentions() if m.kind == "quantity").value
    if not counts_recipients(counted):
        return None
    return Found(None, int(counted.value), group_kind(counted, group["noun"]))


def _kind_of_one(unit: str, noun: str) -> RecipientKind | None:
    """What a single one is, by its noun; None where a name may stand there: 一名教师林春生."""
    if unit == "人" and not noun:
        return "individual"
    return noun_kind(noun) if noun and not looks_like_name(noun) else None


def _few(text: str) -> Found | None:
    found = _FEW.fullmatch(text)
    count = parse_number(found["count"]) if found else None
    if found is None or not isinstance(count, int):
        return None
    return Found(None, count, noun_kind(found["noun"]))
