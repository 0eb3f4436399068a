"""The models in, the layout of the tables out: their columns, and where these come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from newsie.fields import RecordField, list_fields
from newsie.records import RECORD_MODELS
from newsie.write import FILE_NAMES

# The tables of lists that are not called like their field.
_LIST_NAMES = {"byline": "bylines"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        name: the keys that lead to it, joined with `_`.
        path: these keys.
        kind: "text", "integer", "number" or "boolean".
        many: each cell holds a list of these.
        about: what it holds, in Chinese and English.
    """

    name: str
    path: tuple[str, ...]
    kind: str
    many: bool
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: of the records of a type, or of a list that records of some types hold.

    Args:
        name: `meetings`, `participants`.
        columns: in order; a list's table has the columns of `LIST_KEY` in front.
        record_types: whose records give its rows.
        field: of records, the list that its rows are the items of; None where each record is a row.
    """

    name: str
    columns: tuple[Column, ...]
    record_types: tuple[str, ...]
    field: str | None = None


LIST_KEY = (
    Column("record_id", ("id",), "text", False, "记录编号: The id of the record."),
    Column("record_type", ("type",), "text", False, "记录类型: Its type."),
    Column("position", (), "integer", False, "位置: Its place in the list, from 0."),
)


@cache
def lay_out_tables() -> tuple[Table, ...]:
    """All tables: those of record types first, in the order of the contract."""
    of_types: list[Table] = []
    lists: dict[str, Table] = {}
    for name, model in RECORD_MODELS.items():
        plain: list[Column] = []
        for field in list_fields(model):
            if field.many and field.model is not None:
                table = _list_table(field, name, lists.get(field.name))
                lists[field.name] = table
            elif not (field.name == "type" or (name, field.name) == ("article", "article_id")):
                plain.extend(_columns_of(field))
        of_types.append(Table(FILE_NAMES[name], tuple(plain), (name,)))
    of_types.sort(key=lambda table: list(FILE_NAMES.values()).index(table.name))
    evidence = lists.pop("evidence")
    return (*of_types, *lists.values(), evidence)


def _list_table(field: RecordField, record_type: str, known: Table | None) -> Table:
    assert field.model is not None
    name = _LIST_NAMES.get(field.name, field.name)
    if known is not None:
        return Table(name, known.columns, (*known.record_types, record_type), field.name)
    columns = [column for part in list_fields(field.model) for column in _columns_of(part)]
    return Table(name, (*LIST_KEY, *columns), (record_type,), field.name)


def _columns_of(field: RecordField) -> Sequence[Column]:
    """A column, or of an object the columns of its fields."""
    if field.model is None:
        about = f"{field.meaning.chinese}: {field.meaning.english}"
        return [Column(field.name, (field.name,), field.kind, field.many, about)]
    return _columns_inside(field.name, field.model)


def _columns_inside(name: str, model: type[BaseModel]) -> list[Column]:
    inner = [column for part in list_fields(model) for column in _columns_of(part)]
    return [Column(f"{name}_{c.name}", (name, *c.path), c.kind, c.many, c.about) for c in inner]
