"""An honour's name and its grantor in, the level of the bodies that stand behind it out.

The name counts first, then the grantor; where neither says, the level is None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from newsie.article import Place

if TYPE_CHECKING:
    from pydantic.config import JsonDict

Level = Literal["international", "national", "provincial", "city", "county", "town"]
LEVEL_MEANINGS: JsonDict = {
    "international": "国际级: By bodies of several countries.",
    "national": "国家级: By the state, its ministries, or bodies of the whole country.",
    "provincial": "省级: By a province, autonomous region or municipality.",
    "city": "市级: By a prefecture-level city.",
    "county": "区县级: By a district or county.",
    "town": "乡镇级: By a town or sub-district.",
}

# The cities that rank with the provinces.
_MUNICIPALITY = re.compile(r"^(?:北京|天津|上海|重庆)市?")
_PROVINCE = re.compile(
    r"^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    r"|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|燕赵|齐鲁|江淮|荆楚|三秦|陇原|龙江|八桂)"
)
# What a name or a body begins with, the widest first.
_WORDS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "international",
        re.compile(r"世界|国际|全球|亚洲|亚运|奥运|奥林匹克|联合国|世锦赛|冬奥|亚冬"),
    ),
    (
        "national",
        re.compile(
            r"全国|国家|中国|中华|中央|国务院|共青团中央|民政部|教育部|[^省市区县干俱支总内本]部$|总工会$"
        ),
    ),
    ("provincial", re.compile(r"[全我]?省(?!力)|自治区|全区直|省级|^首都")),
    (
        "city",
        re.compile(
            r"[全我]市|市级|^市|[^省区县]{2,3}市(?![区民场])|自治州|^州|[^\s]{2,3}州(?=[^市]{0,8}$)"
        ),
    ),
    ("county", re.compile(r"[全我][区县旗]|[区县旗]级|^[区县旗]|.[区县旗](?![域块])")),
    ("town", re.compile(r"(?<!乡)镇(?![村街])|乡(?![镇村])|街道")),
)


def read_level(name: str, grantor: str | None, home: Place | None) -> Level | None:
    """Tell the level of an honour.

    >>> read_level("全国文明单位", None, None), read_level("海州市劳动模范", "市委", None)
    ('national', 'city')
    >>> read_level("优秀党员", "城东区委", None), read_level("好媳妇", None, None)
    ('county', None)

    Args:
        name: the honour's, without quotes.
        grantor: who confers it, as written.
        home: the article's own division: 市 is provincial in Shanghai.
    """
    for text in (name, grantor or ""):
        text = re.sub(r"^(?:第[^届批]{1,4}[届批]|[0-9]{4}年?度?|[—\-])+", "", text)
        if not text:
            continue
        if _MUNICIPALITY.match(text):
            return "county" if re.match(r"..市?[^市]{1,3}[区县]", text) else "provincial"
        if _PROVINCE.match(text) and not re.match(r"..省?[^省]{1,3}[市县区]", text):
            return "provincial"
        if level := _by_words(text):
            return _lift(level, text, home)
    return None


def _by_words(text: str) -> Level | None:
    """The level of the word that stands first."""
    found = [(match.start(), level) for level, word in _WORDS if (match := word.search(text))]
    return min(found, key=lambda item: item[0])[1] if found else None


def _lift(level: Level, text: str, home: Place | None) -> Level:
    """市 in an article from a municipality is the municipality."""
    above = home.meant_by("市") if home else None
    bare = re.match(r"[全我本]?市", text)
    if level == "city" and bare and above and above.code.endswith("0000"):
        return "provincial"
    return level
