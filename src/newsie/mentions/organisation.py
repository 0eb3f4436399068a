"""Passage text in, organisations out: names that end like one (局, 委员会, 有限公司, 大学)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from newsie.article import Mention
from newsie.gazetteers import load_gazetteer
from newsie.mentions.reach import Reach
from newsie.triggers import compile_quick
from newsie.values import OrganisationValue

_GAP = 4  # characters between an ending and another that belongs to the same name
_LONG_LIST = 10_000  # entries
# 国家税务总局远帆县税务局: a branch has the name of the whole in its own.
_WITH_BRANCHES = ("国家税务总局", "国家统计局", "中国人民银行", "人民银行")
_BRANCH = re.compile(
    r"(?![对向和与及等在由会同联要])(?:[一-鿿]{2,10}[省市区县旗州盟](?:税务|调查)?|[一-鿿]{2,6}(?:税务|调查))$"
)
_LEVELS = frozenset("省市区县州旗镇乡村")
_NUMERALS = frozenset("一二三四五六七八九十")
# Firms of a division, which have its level in their names: 我市|市自来水公司.
_PUBLIC = re.compile(
    r"[省市区县州旗](?:[省市区县州旗]|[^，。；、]{0,6}?(?:电力|供电|自来水|水务|燃气|热力|供[热水气]|烟草|盐业|石油|公交|公共"
    r"|客运|运输|城[投建市]|交[投通]|[文国农水建]投|文旅|旅[投游]|国资|粮[食油]|供销|农资|投资|保险|人寿|财险|联通|移动"
    r"|电信|邮政|广电|铁塔|新华|建筑|建工|环卫|园林|市政|担保|发展|控股|农业|产业))"
)
# 教学质量先进|学校, 纳税优秀|企业: which honour, and no body's name
_PRAISED = re.compile("(?:先进|优秀|优胜|十佳|最美|文明|龙头)$")
# Behind 一高, what makes another word of its 高.
_NO_SCHOOL = re.compile("[等度层效位产值新铁温考速地]|级(?!中)|中(?!生)|校(?!长)")
# What says of bodies of which kind they all are: 民办学校, 各级医院.
_MANY = (
    r"各(?:级|类|个|大|所|家)?|民办|公办|民营|私立|公立|普惠性?|非公有?制?|规模以上|规上|中小型?|小微型?|龙头|骨干|重点|上市"
    r"|高新技术|科技型?|外资|外贸|出口|工业|基层|乡镇|镇街|镇村|村级|农村|乡村|城乡|城区|城镇|义务教育(?:阶段)?|学前教育|高中阶段"
    r"|(?:国家|[省市区县])级|(?:国家|[省市区县])级以上|示范性?|农业产业化|农产品加工"
)
# All bodies of a kind, behind the place that has them.
_KIND = compile_quick(
    rf"(?:{_MANY}){{1,3}}(?:企业|学校|中小学校?|小学|中学|高中|幼儿园|医院|医疗机构|卫生院|卫生室|养老院|养老机构|敬老院|园区|产业园|工业园区?"
    r"|开发区|孵化器|众创空间|法庭|派出所|合作社|家庭农场|农场|金融机构|银行|商会|协会|农贸市场|超市)"
    r"|各(?:大|级|类|个)?[一-鿿、]{0,8}(?:饭店|宾馆|酒店|景区|企业|公司|学校|医院|银行|机构)"
    rf"|(?:{_MANY})?(?:中小学校?|中小学幼儿园|中小企业|小微企业|家庭农场|农民合作社|民宿|农家乐|旅行社|养殖场|加工厂|药店|超市|饭店|茶企|企业|(?:农民|种植|养殖|种养|农机|农业|林业|水产|蔬菜|茶叶|水果|畜牧)*专业合作社)"
)
_CLOSED = frozenset("）”》")
_STOPS = frozenset("，。；：！？、\n\t（）“”《》 ")


class OrganisationFinder:
    """Finds organisations; built once a worker."""

    def __init__(self, reach: Reach, folder: Path | None = None) -> None:
        self._reach = reach
        self._rows = load_gazetteer("organisation", folder)
        self._endings = AhoCorasick(
            [row["ending"] for row in self._rows],
            matchkind=MatchKind.LeftmostLongest,
            # A third faster than what it takes by itself, but larger than a long list is worth.
            implementation=Implementation.DFA if len(self._rows) < _LONG_LIST else None,
        )

    def find_organisations(
        self, text: str, whole: Collection[int] = (), barriers: Sequence[int] = ()
    ) -> list[Mention]:
        """The organisations of a passage, outermost, in reading order.

        Args:
            whole: offsets inside names of places, which no organisation cuts.
            barriers: the bounds of titles and persons, ascending, which none reaches over.

        Surface forms, one a line::

            区发展和改革委员会
            上海某某有限公司
            华东某大学经济与管理学院
            区委组织部
        """
        found: list[Mention] = []
        for index, first, end in self._endings.find_matches_as_indexes(text):
            row = self._rows[index]
            if row["mention"] == "no" or _is_charged(text, end):
                continue
            if text[end - 1] == "高" and (first - 1 not in whole or _NO_SCHOOL.match(text, end)):
                continue  # 远帆|一高, no 统|一高效
            if text.startswith("学生", end - 1) and text[end - 3 : end - 2] in _NUMERALS:
                end -= 1  # 柳湾二中|学生
            last = found[-1] if found else None
            least = max(last.end if last else 0, _last_before(barriers, first))
            if last is not None and least == last.end and self._goes_on(text, least, first):
                found[-1] = _make(text, last.start, end, row["sector"])
                continue
            start = self._reach.find_start(text, least, first, whole=whole)
            if row["sector"] == "enterprise" and _is_ours(text, start):
                start += 1
            while start < first and text[start] in _CLOSED:
                start += 1  # （含追授1名）|全国优秀共青团
            if start + 1 in whole and _is_of_kind(text, start, end, whole):
                continue
            if start < first and not _PRAISED.search(text, start, first):
                found.append(_make(text, start, end, row["sector"]))
        return found

    def _goes_on(self, text: str, end: int, first: int) -> bool:
        """Whether the name that ends at `end` goes on to an ending at `first`."""
        if text.endswith(_WITH_BRANCHES, 0, end) and _BRANCH.match(text, end, first):
            return True
        if first - end > _GAP or any(character in _STOPS for character in text[end:first]):
            return False
        return first == end or self._reach.find_start(text, end, first) == end


def _is_ours(text: str, start: int) -> bool:
    """Whether a firm's name seems to begin with the level of whose it is: 我|市天成公司, 该|村…."""
    return (
        text[start - 1 : start] in ("我", "该")
        and text[start] in _LEVELS
        and not _PUBLIC.match(text, start)
    )


def _is_charged(text: str, end: int) -> bool:
    """Whether what looks like a body's end begins a word: 团|委托, 常委|会议, 党组|织, 联|赛."""
    following = text[end : end + 2]
    if following.startswith("织"):
        return text[end - 1] == "组"
    if following.startswith("赛"):
        return text[end - 1] == "联"
    if following.startswith("托"):
        return text[end - 1] == "委"
    return following.startswith("议") and text[end - 1] == "会" and following != "议事"


def _is_of_kind(text: str, start: int, end: int, whole: Collection[int]) -> bool:
    """Whether all bodies of a kind are meant that a place has: 远帆县|民办学校, 小山镇|各中小学."""
    start += 1
    while start in whole:
        start += 1
    return _KIND.fullmatch(text, start, end) is not None


def _last_before(barriers: Sequence[int], offset: int) -> int:
    i = bisect_right(barriers, offset)
    return barriers[i - 1] if i else 0


def _make(text: str, start: int, end: int, sector: str) -> Mention:
    value = OrganisationValue(text[start:end], sector or None)
    return Mention("organisation", start, end, value)
