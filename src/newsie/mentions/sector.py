"""An organ's name in, its sector out: party, government, enterprise, foreign, …"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from newsie.gazetteers import load_gazetteer

# Bodies inside a firm, an office or a village are of the sector of what they are in.
_INNER = re.compile(r"(?:党委|党组|党总支部?|党支部|工会|团委|团支部|妇联|工会委员会|委员会)$")
_HOME_ABROAD = re.compile(r"^(?:中国|中华|全国|国家|中方)")
_MINORITY = re.compile(r"(?:蒙古|朝鲜|俄罗斯)族")  # 蒙古族乡党委
_NAMESAKE = re.compile(r"(?:黑山|巴林[左右]|巴西|米兰|柏林|达卡|万象)(?:[县旗镇乡]|街道)")
_GRASSROOTS = re.compile(
    r"(?:村|社区|屯|嘎查|居民区)(?:党支部|党总支部?|党委|党支部委员会|两委|支部|村?委会|居委会|村民委员会|居民委员会)?$"
    r"|(?:村|居)委会$"
)
# The regiments of the production corps, which are governments: 第八师一二一团.
_CORPS = re.compile(
    r"(?:(?:兵团|师)第?[0-9零〇一二三四五六七八九十]+|(?<![一-鿿])第?[0-9零〇一二三四五六七八九十]{2,})团"
    r"(?:农?场)?(?:(?P<party>党委)|(?P<company>[0-9一二三四五六七八九十]{1,3}连(?:党支部)?)|(?P<union>工会))?$"
)
_OF_CORPS = {"party": "party", "company": "grassroots", "union": "mass_organization"}
_ARMED = re.compile(r"武警|海警|(?:省军区|军分区|警备区|战区)(?!.*(?:院|学校|公司|所$))")
_BUILDER = re.compile(
    r"中(?:建|铁|交|冶|核|电建|水电|国水电|国中铁|国铁建|国交建)[^省市区县，]{0,8}局"
)
_UNQUOTED = str.maketrans("", "", "“”‘’")
_DEPARTMENTS = frozenset(
    (
        "办公室",
        "委员会",
        "部",
        "中心",
        "研究室",
        "工作室",
        "检察部",
        "审判庭",
        "理事会",
        "工作组",
        "专班",
        "办",
        "处",
        "所",
        "队",
        "站",
        "会",
        "团",
        "委",
    )
)
_OUTER = frozenset(
    (
        "party",
        "mass_organization",
        "congress",
        "cppcc",
        "judiciary",
        "supervision",
        "military",
        "enterprise",
        "institution",
    )
)
_YOUTH = re.compile(r"^(?:共青团|团(?=.?.?[省市区县州旗]委|[支总]?支部|委|中央|工委))")
# Whatever stands behind these is part of them.
_STRONG = re.compile(
    r"党校(?!.*党[委组总支])|人大(?!代|附)|政协(?!报)|法院|检察院|纪委|监委|人武部|妇联|总工会|残联|公安局|公安厅"
)
# A part of a body: 江南大学后勤管理处, 县卫计委技术科.
_ASIDE = re.compile(r"(?<=[镇乡局])（[^（）]+）(?=党[委组])")  # 柳湾镇（柳湾开发区）党委
_SECTION = re.compile(
    r"(.+(?:大学|学院|公司|集团|医院|[局厅]|(?<![省市区县州旗党])委))[^委局厅]{2,10}[科股室处部]"
)
_INSPECTS = ("纪委", "监委")
_EMPLOYERS = ("enterprise", "institution")  # which have a 纪委 of their own
_REMEMBERED = 4096  # names of organs whose sectors are kept: 国务院 recurs on every page
_NAMED_PLACE = re.compile(r"(?:[省市区县州盟旗镇乡]|街道|地区|苏木)$")


class Sectors:
    """Tells sectors by the endings of names; built once a worker."""

    def __init__(self, folder: Path | None = None) -> None:
        rows = load_gazetteer("organisation", folder)
        self._endings = {row["ending"]: row["sector"] for row in rows if row["sector"]}
        self._longest = max(map(len, self._endings))
        countries: dict[str, list[str]] = defaultdict(list)
        for row in load_gazetteer("country", folder):
            countries[row["name"][0]].append(row["name"])
        self._countries = {first: tuple(names) for first, names in countries.items()}
        self._remembered = lru_cache(_REMEMBERED)(self._tell_sector)

    def sector_of(self, organ: str) -> str | None:
        """The sector of an organ by its full name, or None.

        嘉定区委组织部 party
        某某有限公司党委 enterprise
        章堰村党总支 grassroots
        意大利米兰家具协会 foreign
        """
        return self._remembered(organ)

    def _tell_sector(self, organ: str) -> str | None:
        organ = _ASIDE.sub("", organ.translate(_UNQUOTED))
        if self.is_foreign(organ):
            return "foreign"
        if organ.startswith(("中国驻", "中国常驻")):
            return "government"
        if _YOUTH.match(organ):
            return "mass_organization"
        if _GRASSROOTS.search(organ):
            return "grassroots"
        if _BUILDER.match(organ):
            return "enterprise"
        if _ARMED.search(organ):
            return "military"
        if "团" in organ and (corps := _CORPS.search(organ)):
            return _OF_CORPS.get(corps.lastgroup or "", "government")
        strong = _STRONG.search(organ)
        if strong:
            outer = self._by_ending(organ[: strong.start()]) if strong[0] in _INSPECTS else None
            return outer if outer in _EMPLOYERS else self._endings[strong[0]]
        inner = _INNER.search(organ)
        if inner and inner.start() and not _NAMED_PLACE.search(organ[: inner.start()]):
            outer = self._by_ending(organ[: inner.start()])
            if outer is not None and (outer != "party" or inner[0] != "委员会"):
                return outer
        sector = self._by_ending(organ)
        if sector not in (None, "government"):
            return sector
        section = _SECTION.fullmatch(organ)
        return (section and self._by_ending(section[1])) or sector

    def is_foreign(self, organ: str) -> bool:
        """Whether a name is of a body abroad."""
        countries = self._countries.get(organ[:1])
        if countries is None or any(
            known.match(organ) for known in (_HOME_ABROAD, _MINORITY, _NAMESAKE)
        ):
            return False
        return organ.startswith(countries)

    def _by_ending(self, organ: str) -> str | None:
        """The sector of the ending that stands last; a department is of what it belongs to."""
        for end in range(len(organ), 0, -1):
            for length in range(min(self._longest, end), 0, -1):
                ending = organ[end - length : end]
                sector = self._endings.get(ending)
                if sector is None or (end < len(organ) and length == 1):
                    continue
                if ending in _DEPARTMENTS or end < len(organ):
                    return self._outer(organ[: end - length]) or sector
                return sector
        return None

    def _outer(self, organ: str) -> str | None:
        sector = self._by_ending(organ) if organ else None
        return sector if sector in _OUTER else None
