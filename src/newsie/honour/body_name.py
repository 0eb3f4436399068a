"""The words for a body in, its own name out, without whose it is or where it lives.

Forms that are taken:
    我市城东小学                城东小学
    城东区柳湾高小满家庭        高小满家庭
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import person_at_end
from newsie.honour.region import Region

_POST = MENTION_MARKS["post"]
_MARKS = (*(MENTION_MARKS[kind] for kind in ("organisation", "post", "person", "place")), "》")
# 我市城东小学: whose it is is no part of the name.
_OURS = re.compile(
    r"^(?:[我本全该]?[省市县区镇]?辖区内?的?|[我本全该][省市县区镇]内的?)(?=.{4})|^咱(?:们)?(?=[省市区县镇乡村])[省市区县镇乡村]?|^(?:近年来|近几年来?|日前|近日|今年|去年)|^[我本该](?:[校院所局]|公司|集团)(?=.{3})|^我国(?=.{2})|^[我本该全][国省市区县镇乡](?=.{4}|.+[省市区县镇乡村]$|.+社区$)"
)
# 辖区企业云溪茶业有限公司: what it is, in front of its name.
_CLASS = re.compile(r"^[^，、]{0,6}?企业(?=.{2,}(?:公司|集团|厂|合作社)$)")


# 县一中、城东小学两所学校: how many were named
_HOW_MANY = re.compile(
    "(?<=.{3})(?:[0-9]+|[两二三四五六七八九十])(?:地|[所家个](?:学校|企业|单位|公司|[村镇乡]|社区|乡镇))$"
)


def body_name(region: Region) -> str:
    """The words without quotes, whose it is, and what somebody of a family does."""
    spelt = _OURS.sub("", re.sub("[“”]", "", region.canonical).strip())
    spelt = _HOW_MANY.sub("", _CLASS.sub("", spelt))
    if spelt.endswith(("家庭", "一家")) and (
        family := person_at_end(after_last_mark(region)[:-2], None, False)
    ):
        return family + spelt[-2:] if _POST in region.marked else spelt
    return spelt


def after_last_mark(region: Region) -> str:
    """What follows the last organisation or post of an item: 回龙中学谭小梅 → 谭小梅."""
    marked = region.marked
    cut = max(marked.rfind(mark) for mark in _MARKS) + 1
    return region.part(cut, len(marked)).canonical.strip()
