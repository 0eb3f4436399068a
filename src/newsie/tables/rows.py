"""Records in, the rows of every table out, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from newsie.tables.layout import LIST_KEY, Table, lay_out_tables

Row = dict[str, Any]


def list_rows(records: Iterable[BaseModel | Mapping[str, Any]]) -> dict[str, list[Row]]:
    """The rows of all tables by the table's name; tables without rows are among them."""
    tables = lay_out_tables()
    by_type: dict[str, list[Table]] = {}
    for table in tables:
        for name in table.record_types:
            by_type.setdefault(name, []).append(table)
    rows: dict[str, list[Row]] = {table.name: [] for table in tables}
    for given in records:
        record = given.model_dump() if isinstance(given, BaseModel) else given
        for table in by_type[record["type"]]:
            rows[table.name].extend(_rows_of(table, record))
    for table in tables:
        if table.field is not None:  # by type, as in databases, whatever order the records have
            rows[table.name].sort(key=lambda row: table.record_types.index(row["record_type"]))
    return rows


def _rows_of(table: Table, record: Mapping[str, Any]) -> list[Row]:
    if table.field is None:
        return [{column.name: _look_up(record, column.path) for column in table.columns}]
    columns = table.columns[len(LIST_KEY) :]
    return [
        {"record_id": record["id"], "record_type": record["type"], "position": position}
        | {column.name: _look_up(item, column.path) for column in columns}
        for position, item in enumerate(record[table.field])
    ]


def _look_up(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if value is None:
            return None
        value = value[key]
    return value
