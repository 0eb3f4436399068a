"""The words behind a verb of honouring in, the honours that they name out.

Forms that are taken:
    “海州市劳动模范”称号                     海州市劳动模范
    2025年度“海州杯”金杯奖                   2025年度海州杯金杯奖
    第六批国家级“小巨人”企业名单             第六批国家级小巨人企业
    小学数学组一等奖、二等奖                 two, the head of the first filled in
    团体总分第一名                           a rank that is an honour
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsie.gazetteers import load_gazetteer
from newsie.mentions.number import parse_number
from newsie.recipients import Found, RecipientKind, Recipients

_COUNTED = re.compile(r"([0-9一二三四五六七八九十百千万两]+)(?:多|余)?([个名位家人项])")
_HEAD = re.compile(r"最佳[^，。]{1,8}$|第[一二三四五六七八九十0-9]+名$|[0-9]+强$")

_QUOTES = re.compile("[“”‘’「」『』\"'《》〈〉]")
_INSIGNIA = re.compile(
    r"(?:等?(?:荣誉称号|光荣称号|称号|荣誉奖牌|奖牌|牌匾|匾牌|铜牌|牌子|证书|奖杯|奖状|锦旗|名单|名录|榜单|行列|殊荣|的?荣誉|之一|榜|头衔|资格))+$"
)
_RANK = re.compile(
    r"^(?:(?:特|[一二三四五六123])等(?:奖|功)|[金银铜]奖|[金银铜]牌|[金银铜]杯奖?|冠军|亚军|季军|第[一二三四五六七八九十0-9]+名|"
    r"优秀奖|优胜奖|提名奖|入围奖|鼓励奖|最佳[^、]{1,8}奖?)$"
)
_RANK_TAIL = re.compile(
    r"(?:(?:特|[一二三四五六123])等(?:奖|功)|[金银铜]奖|[金银铜]牌|冠军|亚军|季军|第[一二三四五六七八九十0-9]+名|优秀奖|优胜奖|提名奖)$"
)
_COUNT = re.compile(r"[0-9一二三四五六七八九十两]+(?:个|项|枚|块|座|次|名|人|家|位|多?项)$|等$|共?[0-9]+[枚块个项]$")
_LEADING = re.compile(r"^(?:了|过|得|到|为|成|由[^，]{2,20}?(?:颁发|授予|评选)的|的|本届|该项|这一|一[项个枚块]|[0-9一二三四五六七八九十两]+[枚块](?=[^0-9]))+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年|届|[-—至])|(?<=[-—至])(?:19|20)[0-9]{2}(?=年)|^(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour's name without quotes, its own year, and to what it is given."""

    name: str
    year: int | None
    kind: RecipientKind | None


def read_honours(text: str, *, strong: bool, base: Honour | None = None) -> list[Honour]:
    """Read the honours of a stretch of canonical text; none where it names no honour.

    Args:
        strong: whether the verb alone says that its object is an honour.
        base: the honour named before, whose head a bare rank takes (甲获…一等奖，乙获二等奖).
    """
    text = _LEADING.sub("", text.strip())
    honours: list[Honour] = []
    for part in _split(text):
        honour = _read_one(part, strong)
        if honour is None:
            break
        before = honours[-1] if honours else base
        if before is not None and _RANK.match(_QUOTES.sub("", part)):
            head = _RANK_TAIL.sub("", before.name)
            if head and head != before.name:
                name = head + honour.name
                honour = Honour(name, _year(name), honour.kind)
        honours.append(honour)
    return honours


def read_counted(text: str) -> list[tuple[Honour, Recipients]]:
    """Read counted honours: 10名全国先进工作者、199个全国先进集体."""
    found = []
    for part in _split(text):
        counted = _COUNTED.match(part)
        if counted is None:
            continue
        count = parse_number(counted[1])
        honour = _read_one(part[counted.end() :], strong=True)
        if honour is not None and isinstance(count, int):
            kind = honour.kind or ("individual" if counted[2] in "名位人" else "organization")
            found.append((honour, Recipients((Found(None, count, kind),), None)))
    return found


def _read_one(part: str, strong: bool) -> Honour | None:
    quoted = "“" in part or "《" in part
    bare = _INSIGNIA.sub("", part)
    worn = bare != part
    name = _QUOTES.sub("", bare or part).strip()
    if worn and not quoted and _head(name) is None:
        name = _QUOTES.sub("", part)  # 从教三十年荣誉证书: nothing else names the honour
    head = _head(name)
    if not 2 <= len(name) <= 60 or name in _heads():
        if name not in _heads() or not (quoted or _RANK.match(name) or len(name) > 3):
            return None
    if not (bare.endswith("”") or head is not None):
        return None
    if not strong and not worn and head is None:
        return None
    return Honour(name, _year(name), _kind(head))


@cache
def _heads() -> Mapping[str, str]:
    """The heads of honours, and what each is given to."""
    return {row["word"]: row["recipient"] for row in load_gazetteer("honour")}


def _head(name: str) -> str | None:
    """What an honour that ends like this is given to; None if it ends like no honour."""
    for length in range(min(8, len(name)), 0, -1):
        if (kind := _heads().get(name[-length:])) is not None:
            return kind
    return "any" if _HEAD.search(name) else None


def _split(text: str) -> list[str]:
    """The parts of a list, quotes whole."""
    parts: list[str] = []
    depth = 0
    start = 0
    for i, character in enumerate(text):
        depth += (character in "“《（") - (character in "”》）")
        if depth <= 0 and character in "、；，":
            parts.append(text[start:i])
            start = i + 1
        elif depth <= 0 and character in "和及与" and i > start and text[i - 1] in "”奖章号名":
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [part for part in (_COUNT.sub("", part.strip()) if "”" not in part[-2:] else part.strip() for part in parts) if part]


def _year(name: str) -> int | None:
    """The honour's own year: of a range its last."""
    years = _YEAR.findall(name)
    return int(years[-1]) if years else None


def _kind(head: str | None) -> RecipientKind | None:
    return head if head in ("organization", "individual", "work") else None  # type: ignore[return-value]
