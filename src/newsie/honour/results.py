"""Lines that set honours in columns in, each honour with its recipient out.

Two layouts are read, their cells parted by blanks:
    机关组 第一名 县教育局 第二名 县医院      ranks in a line, below a heading (团体总分)
    项目 冠军 单位                            a header, and a row a line below it
    男子100米 高小满 县教育局
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsie.article import Article, Sentence
from newsie.honour.contest import contest_before
from newsie.honour.name import Honour, read_honours
from newsie.honour.noun import is_heading
from newsie.honour.recipients import read_recipients
from newsie.honour.region import Found, Region, region_of

_QUOTES = str.maketrans("", "", "“”‘’「」『』\"'")
_RANK = re.compile(
    r"第[一二三四五六七八九十]+名|[冠亚季]军|[特一二三]等奖|[金银铜]奖|优秀奖|优胜奖"
)
_SCORE = re.compile(r"[0-9.:：′″分秒米]+")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]|【)+"
)
_HEADING_END = re.compile(r"[】：]+$")
_MOST_ABOVE = 4  # a heading stands at most so many lines above its ranks
_LONGEST_HEADING = 16
_MOST_ROWS = 100
_NOTE = re.compile(r"（[^）]*）")  # 奖励（命名）名称
# 高小满, and 胡 斌, whose two characters are set as wide as three
_CELL = re.compile(r"(?<![^ \t：])[\u4e00-\u9fff] [\u4e00-\u9fff](?![^ \t：（])|[^ \t：]+")
_SPACED_NAME = re.compile(r"([\u4e00-\u9fff]) ([\u4e00-\u9fff])")
_CREDIT = re.compile(r"（(?:指导|选送|作者|辅导)[^（）]*）")  # （指导教师：林春生）
_NO_HEADING = re.compile(r"(?:附件?[0-9]*：?)?(?:获奖|表彰|入选)?名单(?:如下)?|附件?[0-9]*")

_NUMBERED = frozenset(("序号", "编号", "名次", "排名"))
_NUMBER = re.compile("^[0-9]{1,3}(?=[\u4e00-\u9fff])")
# What the columns of a table hold, by their headers.
_WINNERS = (
    re.compile(r"冠军|第一名|获奖者|获得者|获奖选手|获奖单位|获奖人|获奖作品"),
    re.compile(r"作品(?:名称)?"),
    re.compile(r"姓名|作者"),
    re.compile(r"(?:单位|企业)(?:名称)?"),
)
_ITEM = re.compile(
    r"项目|比赛项目|组别|类别|奖项(?:名称)?|荣誉名称|奖励名称|称号|荣誉称号|获奖名称|(?:获奖)?等[次级]|奖次"
)
_GRANTOR = re.compile(r"授奖单位|颁发单位|授予单位|颁奖单位|命名单位|表彰单位")


@dataclass(frozen=True, slots=True)
class Result:
    """One honour of a table: its name, who received it, who conferred it."""

    honour: Honour
    recipients: tuple[Found, ...]
    grantor: str | None = None


def read_ranks(article: Article, sentence: Sentence) -> list[Result]:
    """The ranks of a line, each with those who stand behind it, and below it, one a line.

    Below it only where each has a credit: 一等奖：高小满（指导教师：林春生）.
    """
    heading = _heading_above(article, sentence)
    contest = contest_before(article, sentence.start)
    group = rank = ""
    found: dict[str, list[Found]] = {}
    for cell in _cells(article, sentence):
        text = cell.canonical
        if _RANK.fullmatch(text.rstrip("：")):
            rank = text.rstrip("：")
        elif _SCORE.fullmatch(text):
            continue
        elif not rank:
            group += text
        else:
            spaced = _SPACED_NAME.fullmatch(text)
            items = [Found(spaced[1] + spaced[2], None, "individual")] if spaced else []
            found.setdefault(rank, []).extend(items or read_recipients(cell, None).items)
    if rank and _CREDIT.search(sentence.text):
        for below in article.sentences[sentence.index + 1 : sentence.index + 1 + _MOST_ROWS]:
            if _RANK.search(below.text) or not _CREDIT.search(below.text):
                break
            cells = list(_cells(article, below))
            listed = read_recipients(cells[0], None).items if len(cells) == 1 else ()
            if not listed:
                break
            found.setdefault(rank, []).extend(listed)
    head = heading + group or (contest[0] if contest else "")
    return [
        Result(_name(head + rank), tuple(items)) for rank, items in found.items() if items and head
    ]


def read_rows(article: Article, header: Sentence) -> list[Result]:
    """The rows below a header that names a column of winners."""
    heads = [_NOTE.sub("", cell.canonical) for cell in _cells(article, header)]
    item, grantor = _column(heads, _ITEM), _column(heads, _GRANTOR)
    winner = next((at for kind in _WINNERS if (at := _column(heads, kind)) >= 0), -1)
    if item < 0 or winner < 0:
        return []
    rank = heads[winner] if _RANK.fullmatch(heads[winner]) else ""
    contest = contest_before(article, header.start)
    results: list[Result] = []
    for sentence in article.sentences[header.index + 1 : header.index + 1 + _MOST_ROWS]:
        cells = _row(article, sentence, heads)
        if len(cells) <= max(item, winner) or _NUMBERING.match(sentence.text):
            break
        name = cells[item].canonical + rank
        if contest and _RANK.fullmatch(name):
            name = contest[0] + name
        items = read_recipients(cells[winner], None).items
        if heads[0] in _NUMBERED:
            items = tuple(map(_unnumbered, items))
        if not items or not (rank or is_heading(name)):
            continue
        giver = cells[grantor].canonical if 0 <= grantor < len(cells) else None
        results.append(Result(_name(name), items, giver))
    return results


def _row(article: Article, line: Sentence, heads: list[str]) -> list[Region]:
    """The cells of a row, the first twice where its number stands in it: 1海州公司."""
    cells = list(_cells(article, line))
    joined = len(cells) == len(heads) - 1 and heads[0] in _NUMBERED
    numbered = joined and _NUMBER.match(cells[0].canonical)
    return [cells[0], *cells] if numbered else cells


def _unnumbered(item: Found) -> Found:
    return replace(item, name=_NUMBER.sub("", item.name)) if item.name else item


def _column(heads: list[str], kind: re.Pattern[str]) -> int:
    """Which column a header of a kind stands above; -1 where none does."""
    return next((i for i, head in enumerate(heads) if kind.fullmatch(head)), -1)


def _name(text: str) -> Honour:
    """The honour of a name put together from cells, without quotes."""
    text = text.translate(_QUOTES)
    honours = read_honours(text, strong=True, sure=True)
    return honours[0] if len(honours) == 1 else Honour(text, None, None, len(text))


def _cells(article: Article, sentence: Sentence) -> Iterator[Region]:
    line = region_of(article, sentence, sentence.start, sentence.end)
    plain = _CREDIT.sub(lambda credit: " " * len(credit[0]), line.marked)
    for found in _CELL.finditer(plain):
        yield line.part(*found.span())


def _heading_above(article: Article, sentence: Sentence) -> str:
    """The heading that the ranks of a line belong to, without its number."""
    first = max(0, sentence.index - _MOST_ABOVE)
    for above in reversed(article.sentences[first : sentence.index]):
        text = above.text.strip()
        if _RANK.search(text):
            continue
        text = _HEADING_END.sub("", _NUMBERING.sub("", text))
        if _NO_HEADING.fullmatch(text):
            return ""
        short = len(text) <= _LONGEST_HEADING and not re.search(r"[，。；！？ ]", text)
        return text if short else ""
    return ""
