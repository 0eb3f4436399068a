"""The numbers of a table in, figures out: what a row and a column say of a number."""

from __future__ import annotations

import re

from newsie.article import Article, Span
from newsie.measure.carry import Context
from newsie.measure.figure import Figure, Phrase, span_phrase
from newsie.measure.table import CellFigure, Table
from newsie.measure.time import Time

_CAPTIONED = re.compile(
    r"(?:各[街道乡镇区县市单位园部门]+|\*\*)*([^（(：:*]{2,24}?)(?:及"
    r"|和)?(?:排名|位次|情况|一览)?(?:表)?[（(*]"
)
_UNSAID_ROW = re.compile(r"(?:岁|以[上下]|合计|总计|男|女|城镇|乡村|\d)$")


def read_table(article: Article, context: Context, table: Table) -> list[Figure]:
    """The figures of a table, row by row."""
    figures: list[Figure] = []
    for cell in table.figures:
        time = _table_time(article, context, cell)
        phrase = _table_indicator(article, cell)
        if not phrase:
            continue
        figures.append(
            Figure(
                sentence=cell.sentence,
                position=-1,
                mention=cell.mention,
                quantity=cell.quantity,
                rule="metric/table",
                indicator=phrase,
                aspect=cell.aspect,
                basis=cell.column.basis,
                period=time.period,
                period_text=time.text,
                subject=cell.name.text if cell.owned else context.whose.subject,
                clause=Span(cell.sentence.start, cell.sentence.end),
                said=cell.mention.start,
                end=cell.mention.end,
            )
        )
    return figures


def _table_indicator(article: Article, cell: CellFigure) -> Phrase:
    """The row's name, or what the caption says, where the row names a place."""
    if not cell.owned:
        name = span_phrase(article, cell.name.span)
        if not _UNSAID_ROW.search(name.text):
            return name
        if cell.column.role == "share":
            return name + Phrase("占比", "占比")
        heading = span_phrase(article, cell.column.heading.span)
        bracket = re.search(r"[（(]", heading.text)
        return name + (heading[: bracket.start()] if bracket else heading)
    source = cell.column.heading.span
    if cell.caption is not None:
        found = _CAPTIONED.search(cell.caption.text)
        if found:
            start = cell.caption.start
            source = Span(start + found.start(1), start + found.end(1))
    return span_phrase(article, source)


def _table_time(article: Article, context: Context, cell: CellFigure) -> Time:
    heading = cell.column.heading.span
    for sentence in article.sentences:
        if sentence.start <= heading.start < sentence.end:
            for mention in sentence.mentions:
                if mention.kind == "date" and heading.start <= mention.start < heading.end:
                    return Time(mention.value.period or mention.value.date, mention.value.text)
    return context.when.titled if context.when.titled.period else context.when.time
