"""Rows of figures: an article's sentences in, tables out, cell by cell.

Rows are lines that bars, tabs or blanks part; the row above them says what each column holds::

    指标 | 单位 | 1—6月 | 同比（%）
    地区生产总值 | 亿元 | 123.4 | 5.6
    街道 | 9月均值 | 全区排名
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from newsie.article import Mention, Sentence, Span
from newsie.values import Aspect, Basis, Quantity

_BAR = re.compile(r"[^|\t]+")
_BLANK = re.compile(r"[^\s|]+")
_NUMBER = re.compile(r"[-+－−＋]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+－−＋]?\d+(?:\.\d+)?")
_CELL = re.compile(rf"({_NUMBER.pattern})\s*(%|‰|个?百分点)?")
_RULE_LINE = re.compile(r"^[\s|:+\-—=]+$")
_IN_BRACKETS = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,10})[）)]")
_UNIT_CAPTION = re.compile(r"单位[：:]\s*([^）)\s，。；]{1,8})")
_NUMBERING = re.compile(
    r"^(?:[#＃*·\s]|其中[：:]?|[一二三四五六七八九十]+、|\d{1,2}[.、]\s*"
    r"|（[一二三四五六七八九十]+）)+"
)
_POWERS = {"万": 4, "亿": 8, "万亿": 12, "千": 3, "百万": 6}
_SCALED = re.compile(r"(万亿|百万|万|亿|千(?!瓦|米|克|卡))(\D+)")
_OWNERS = re.compile(r"街道|乡镇|镇街|镇|区县|县区|县（|地区|单位名称|园区|部门|社区|村")
Role = Literal["name", "unit", "level", "change", "rank", "share", "skip"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text and its passage span."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, by its heading."""

    role: Role
    heading: Cell
    unit: str | None
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A number of a table.

    Args:
        owned: whether the row names whose the number is, rather than what it measures.
    """

    sentence: Sentence
    name: Cell
    column: Column
    mention: Mention
    quantity: Quantity
    aspect: Aspect
    owned: bool
    caption: Sentence | None


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive rows: the indices of their sentences, and the figures in them."""

    rows: frozenset[int]
    figures: tuple[CellFigure, ...]


def find_tables(sentences: Sequence[Sentence]) -> list[Table]:
    """The tables of an article."""
    tables: list[Table] = []
    i = 0
    while i < len(sentences):
        heading = _split_row(sentences[i])
        if not heading:
            i += 1
            continue
        columns = _read_heading(heading, sentences[i - 1] if i else None)
        j = i + 1
        rows: list[tuple[Sentence, list[Cell]]] = []
        while columns and j < len(sentences):
            if _RULE_LINE.match(sentences[j].text):
                j += 1
                continue
            cells = _split_row(sentences[j])
            if len(cells) != len(columns) or not any(_CELL.fullmatch(c.text) for c in cells[1:]):
                break
            rows.append((sentences[j], cells))
            j += 1
        if rows:
            caption = sentences[i - 1] if i else None
            figures = [f for s, cells in rows for f in _read_row(s, cells, columns, caption)]
            indices = frozenset(s.index for s in sentences[i:j])
            tables.append(Table(indices, tuple(figures)))
        i = j if rows else i + 1
    return tables


def _split_row(sentence: Sentence) -> list[Cell]:
    """The cells of a line; none where it is running text."""
    text = sentence.text
    if "。" in text or "，" in text:
        return []
    pattern = _BAR if "|" in text or text.count("\t") else _BLANK
    cells: list[Cell] = []
    for found in pattern.finditer(text):
        inner = found[0].strip()
        if inner:
            start = sentence.start + found.start() + found[0].index(inner)
            cells.append(Cell(inner, Span(start, start + len(inner))))
    return cells if len(cells) > 1 else []


def _read_heading(cells: list[Cell], caption: Sentence | None) -> list[Column]:
    """What the columns hold; nothing where the cells are no heading."""
    if len(cells) < 2 or any(_NUMBER.fullmatch(cell.text) for cell in cells):
        return []
    shared = _UNIT_CAPTION.search(caption.text) if caption else None
    columns = [_read_column(i, cell, shared[1] if shared else None) for i, cell in enumerate(cells)]
    known = [c for c in columns if c.role in ("unit", "change", "rank", "share")]
    bracketed = any(c.unit for c in columns)
    return columns if known or bracketed else []


def _read_column(i: int, cell: Cell, shared: str | None) -> Column:
    text = cell.text
    bracket = _IN_BRACKETS.search(text)
    unit = bracket[1] if bracket and not re.search("[±+]", bracket[1]) else None
    if i == 0:
        return Column("name", cell, None, None)
    if re.fullmatch(r"(?:计量)?单位", text):
        return Column("unit", cell, None, None)
    if re.search(r"排名|位次|名次|排序", text):
        return Column("rank", cell, "位", None)
    if re.search(r"目标|计划|任务|备注|上年同期|去年同期|序号", text):
        return Column("skip", cell, None, None)
    if re.search(r"同比|增长|增速|增幅|比上年|较上年|±|环比|增减", text):
        return Column("change", cell, unit or "%", "period" if "环比" in text else "yoy")
    if re.search(r"占比|比重|占全", text):
        return Column("share", cell, unit or "%", None)
    return Column("level", cell, unit or shared, None)


def _read_row(
    sentence: Sentence, cells: list[Cell], columns: list[Column], caption: Sentence | None
) -> list[CellFigure]:
    owned = bool(_OWNERS.search(columns[0].heading.text))
    own_unit = next((c.text for c, k in zip(cells, columns, strict=True) if k.role == "unit"), None)
    bracket = _IN_BRACKETS.search(cells[0].text)
    name = _clean_name(cells[0])
    found: list[CellFigure] = []
    for cell, column in zip(cells[1:], columns[1:], strict=True):
        number = _CELL.fullmatch(cell.text)
        if number is None or column.role in ("unit", "skip", "name"):
            continue
        unit = column.unit
        if column.role == "level":
            unit = own_unit or (bracket[1] if bracket else None) or unit or number[2]
        elif column.role == "change" and own_unit == "%":
            unit = "个百分点"
        quantity, aspect = _read_value(number[1], unit, column.role)
        mention = Mention("quantity", cell.span.start, cell.span.end, quantity)
        found.append(CellFigure(sentence, name, column, mention, quantity, aspect, owned, caption))
    return found


def _clean_name(cell: Cell) -> Cell:
    numbering = _NUMBERING.match(cell.text)
    start = numbering.end() if numbering else 0
    bracket = _IN_BRACKETS.search(cell.text)
    end = bracket.start() if bracket else len(cell.text)
    first = cell.span.start + start
    return Cell(cell.text[start:end], Span(first, cell.span.start + end))


def _read_value(number: str, unit: str | None, role: Role) -> tuple[Quantity, Aspect]:
    """The value of a cell with its unit, 万 and 亿 folded in; a change without its sign."""
    value = Decimal(re.sub(r"[－−]", "-", number).replace("＋", "").replace(",", ""))
    aspect: Aspect = "level"
    if role == "change":
        aspect = "decrease" if value < 0 else "increase"
        value = abs(value)
    elif role == "rank":
        aspect = "rank"
    scaled = _SCALED.fullmatch(unit or "")
    if scaled:
        value, unit = value.scaleb(_POWERS[scaled[1]]), scaled[2]
    unit = {"百分点": "个百分点", "—": None, "％": "%"}.get(unit or "", unit)
    plain = int(value) if value == value.to_integral_value() else float(value)
    return Quantity(plain, unit, rank=role == "rank"), aspect
