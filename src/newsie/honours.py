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
from newsie.number import parse_number
from newsie.recipients import Found, RecipientKind, Recipients

# What tells an honour from a plain noun: 最美庭院, not 庭院.
_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十两]+[枚个块座次项]|首枚|[0-9]+枚")
_PRAISE = re.compile(
    r"[最美优先模标劳英楷]|[0-9A-Z甲]级|甲等|百佳|十佳|小巨人|冠军|领军|领航|突出|名录|示范|先进|之星|能手|文明|红旗|荣誉|百强|十强|带头人|功臣|好(?:人|媳妇|婆婆|邻居|家庭|少年|青年)"
)
_COUNTED = re.compile(r"([0-9一二三四五六七八九十百千万两]+)(?:多|余)?([个名位家人项])")
_COUNTED_BEHIND = re.compile(r"([0-9]+)([个名位家人项])$")
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
    r"(?:(?:特|[一二三四五六123])等(?:奖|功)|[金银铜]奖|[金银铜]杯奖?|[金银铜]牌|冠军|亚军|季军|第[一二三四五六七八九十0-9]+名|优秀奖|优胜奖|提名奖)$"
)
# A place in a contest says nothing without it.
_PLACED = re.compile(r"[金银铜]牌|冠军|亚军|季军|第[一二三四五六七八九十0-9]+名")
_HEAT = re.compile(r"(?:半?决赛|比赛|项目|赛事)$")
# What comes in pairs: 离退休干部先进集体和先进个人.
_KIND = re.compile(r"(?:先进|优秀|模范|最美)(?:集体|个人|单位|工作者|组织|家庭|企业)$")
_COUNT = re.compile(
    r"(?<![特一二三四五六优上中])等[0-9一二三四五六七八九十两多]*[个项]?(?:大)?(?:奖项|奖|荣誉|称号)?$|共?[0-9一二三四五六七八九十两]+[个项枚块座次人家位]$"
)
_LEADING = re.compile(r"^(?:了|过|得|到|为|成|由[^，]{2,20}?(?:颁发|授予|评选)的|的|本届|该项|这一|一[项个枚块]|[0-9一二三四五六七八九十两]+[枚块](?=[^0-9]))+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年|届|[-—至])|(?<=[-—至])(?:19|20)[0-9]{2}(?=年)|^(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour's name without quotes, its own year, and to what it is given."""

    name: str
    year: int | None
    kind: RecipientKind | None


def read_honours(
    text: str,
    printed: str,
    *,
    strong: bool,
    base: Honour | None = None,
    contest: str | None = None,
) -> list[Honour]:
    """Read the honours of a stretch of canonical text; none where it names no honour.

    Args:
        printed: the same stretch, character for character, as the source prints it.
        strong: whether the verb alone says that its object is an honour.
        base: the honour named before, whose head a bare rank takes (甲获…一等奖，乙获二等奖).
        contest: what a bare rank is a rank in, where no honour was named before.
    """
    honours: list[Honour] = []
    for start, end in _split(text):
        honour = _read_one(text[start:end], printed[start:end], strong)
        if honour is None:
            break
        completed = _complete(honour, honours[-1] if honours else base, contest)
        if completed is None:
            break
        honours.append(completed)
    return honours


def _complete(honour: Honour, before: Honour | None, contest: str | None) -> Honour | None:
    """Fill in the head of a bare rank or kind; None where a bare place in a contest has none."""
    head = ""
    if _KIND.fullmatch(honour.name):
        if before and _KIND.search(before.name):
            head = _KIND.sub("", before.name)
    elif _RANK.match(honour.name) and not honour.name.endswith("功"):
        if before and _RANK_TAIL.search(before.name):
            head = _RANK_TAIL.sub("", before.name)
        head = head or _unquote(contest or "")
        if _PLACED.fullmatch(honour.name):
            head = _HEAT.sub("", head)
            if not head:
                return None
    name = head + honour.name
    return Honour(name, _year(name), honour.kind)


def is_heading(text: str) -> bool:
    """Whether a line's words are the name of an honour and nothing else.

    >>> [is_heading(text) for text in ("原创歌曲类一等奖", "最美庭院", "主办单位", "招商项目")]
    [True, True, False, False]
    """
    head = _head(text)
    return head == "any" or (head is not None and bool(_PRAISE.search(text)))


def _unquote(text: str) -> str:
    return _QUOTES.sub("", text)


def read_counted(text: str, printed: str) -> list[tuple[Honour, Recipients]]:
    """Read counted honours: 10名全国先进工作者、199个全国先进集体."""
    found = []
    for start, end in _split(text):
        part = text[start:end]
        if counted := _COUNTED.match(part):
            start += counted.end()
        elif counted := _COUNTED_BEHIND.search(part):
            end = start + counted.start()
        else:
            continue
        count = parse_number(counted[1])
        honour = _read_one(text[start:end], printed[start:end], strong=True)
        if honour is not None and isinstance(count, int):
            kind = honour.kind or ("individual" if counted[2] in "名位人" else "organization")
            found.append((honour, Recipients((Found(None, count, kind),), None)))
    return found


def _read_one(part: str, printed: str, strong: bool) -> Honour | None:
    """The honour that a part of a list names, or None."""
    leading = _LEADING.match(part)
    start = leading.end() if leading else 0
    end = len(part)
    if tail := _COUNT.search(part, start):
        end = tail.start()
    worn = _INSIGNIA.search(part, start, end)
    bare = worn.start() if worn else end
    if worn and "“" not in part and _head(_unquote(part[start:bare])) is None:
        bare = end  # 从教三十年荣誉证书: nothing else names the honour
    name = _unquote(part[start:bare])
    if not _is_honour(name, part[start:bare], worn is not None, strong):
        return None
    shown = _unquote(printed[start:bare]).strip()
    return Honour(shown, _year(shown), _kind(_head(name)))


def _is_honour(name: str, part: str, worn: bool, strong: bool) -> bool:
    """Whether a part of a list, unquoted, is the name of an honour."""
    if not 2 <= len(name) <= 60 or "”" in part and "“" not in part:
        return False
    head = _head(name)
    if _ORDINAL.match(name):
        return False
    if name in _heads() and not part.endswith("”") and not _RANK.match(name):
        return False  # 奖项, 荣誉, 企业: says that there is one, not which
    if head is None and not part.endswith("”"):
        return False
    if part.endswith("”") or worn:
        return strong or worn or head is not None
    return is_heading(name)


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


def _split(text: str) -> list[tuple[int, int]]:
    """The parts of a list as half-open spans, quotes and brackets whole, blanks cut off."""
    cuts: list[tuple[int, int]] = []
    depth = start = 0
    for i, character in enumerate(text):
        depth += (character in "“《（") - (character in "”》）")
        joined = (
            character in "和及与"
            and i > start
            and (text[i - 1] in "”奖章号名牌军" or text[i + 1 : i + 2].isdigit())
        )
        if depth <= 0 and (character in "、；，" or joined):
            cuts.append((start, i))
            start = i + 1
    cuts.append((start, len(text)))
    spans = []
    for begin, end in cuts:
        while begin < end and text[begin] in " 和及与":
            begin += 1
        while end > begin and text[end - 1] == " ":
            end -= 1
        if end > begin:
            spans.append((begin, end))
    return spans


def _year(name: str) -> int | None:
    """The honour's own year: of a range its last."""
    years = _YEAR.findall(name)
    return int(years[-1]) if years else None


def _kind(head: str | None) -> RecipientKind | None:
    return head if head in ("organization", "individual", "work") else None  # type: ignore[return-value]
