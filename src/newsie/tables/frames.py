"""Records in, data frames of pandas or polars out, one a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from newsie.errors import UsageError
from newsie.tables.layout import Column, lay_out_tables
from newsie.tables.rows import list_rows

if TYPE_CHECKING:
    import pandas
    import polars

_PANDAS = {"text": "object", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def make_pandas(
    records: Iterable[BaseModel | Mapping[str, Any]],
) -> dict[str, pandas.DataFrame]:
    """A data frame a table, by name.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise UsageError("pandas is not installed; pip install 'newsie[pandas]'") from error
    rows = list_rows(records)
    return {
        table.name: pandas.DataFrame(
            {
                column.name: pandas.Series(
                    [row[column.name] for row in rows[table.name]],
                    dtype=_PANDAS["text" if column.many else column.kind],
                )
                for column in table.columns
            }
        )
        for table in lay_out_tables()
    }


def make_polars(records: Iterable[BaseModel | Mapping[str, Any]]) -> dict[str, polars.DataFrame]:
    """A data frame a table, by name.

    Raises:
        UsageError: polars is not installed.
    """
    try:
        import polars
    except ImportError as error:
        raise UsageError("polars is not installed; pip install 'newsie[polars]'") from error
    kinds = {
        "text": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
    }

    def kind_of(column: Column) -> Any:
        return polars.List(kinds[column.kind]) if column.many else kinds[column.kind]

    rows = list_rows(records)
    return {
        table.name: polars.DataFrame(
            rows[table.name],
            schema={column.name: kind_of(column) for column in table.columns},
            strict=False,  # whole numbers among others
        )
        for table in lay_out_tables()
    }
