"""Files of records in, a DuckDB database or a folder of Parquet files out, a table each.

DuckDB reads the JSON Lines itself, so that no record passes through Python; nothing but the tables
has to fit in memory.
"""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from newsie.errors import OutputError, UsageError
from newsie.fields import list_fields
from newsie.recall import find_record_files
from newsie.records import RECORD_MODELS
from newsie.tables.layout import LIST_KEY, Table, lay_out_tables
from newsie.write import FILE_NAMES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
SUFFIXES = (".parquet", ".duckdb")


def check_duckdb() -> None:
    """Refuse early what would fail late.

    Raises:
        UsageError: DuckDB is not installed.
    """
    if find_spec("duckdb") is None:
        raise UsageError("Parquet and DuckDB output need duckdb; pip install 'newsie[tables]'")


def write_tables(source: Path, target: Path) -> None:
    """Turn records into tables; what stood at the target is replaced at the very end.

    Args:
        source: a file of records, or a folder of them.
        target: `NAME.duckdb`, or `NAME.parquet` for a folder.

    Raises:
        InputError, OutputError, UsageError: what cannot be read, written, done.
    """
    check_duckdb()
    import duckdb

    files = find_record_files(source)
    beside = target.with_name(target.name + ".newsie")
    partial = beside / f"{target.name}.partial"
    try:
        beside.mkdir(parents=True, exist_ok=True)
        _remove(partial)
        options: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": False
        }
        is_database = target.suffix == ".duckdb"
        with duckdb.connect(str(partial) if is_database else ":memory:", config=options) as base:
            _load_records(base, files)
            if is_database:
                for table in lay_out_tables():
                    _make_table(base, table)
            else:
                partial.mkdir()
                for table in lay_out_tables():
                    file = _quote(str(partial / f"{table.name}.parquet"))
                    base.execute(f"COPY ({_select(table)}) TO {file} (COMPRESSION zstd)")
        _remove(target)
        partial.replace(target)
        if not any(beside.iterdir()):
            beside.rmdir()
    except (OSError, duckdb.Error) as error:
        raise OutputError(f"{target}: cannot be written: {error}") from error


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _load_records(base: DuckDBPyConnection, files: list[Path]) -> None:
    """Make a table of each type's records as they are, `record_TYPE`."""
    by_name = {file.name.partition(".")[0]: file for file in files}
    for name, model in RECORD_MODELS.items():
        own = by_name.get(FILE_NAMES[name])
        chosen = [own] if own else [f for f in files if not _is_of_type(f)]
        paths = ", ".join(_quote(str(file)) for file in chosen)
        objects = f"read_ndjson_objects([{paths}])" if chosen else "(SELECT NULL::JSON AS json)"
        structure = _quote(json.dumps(_structure_of(model)))
        base.execute(
            f"CREATE TEMP TABLE record_{name} AS "
            f"SELECT unnest(json_transform_strict(json, {structure})) FROM {objects} "
            f"WHERE json ->> 'type' = {_quote(name)}"
        )


def _is_of_type(file: Path) -> bool:
    return file.name.partition(".")[0] in FILE_NAMES.values()


def _make_table(base: DuckDBPyConnection, table: Table) -> None:
    base.execute(f'CREATE TABLE "{table.name}" AS {_select(table)}')
    for column in table.columns:
        base.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quote(column.about)}')


def _select(table: Table) -> str:
    """The query that gives a table's rows."""
    if table.field is None:
        columns = ", ".join(
            f"{_dotted(column.path)} AS {_name(column.name)}" for column in table.columns
        )
        return f"SELECT {columns} FROM record_{table.record_types[0]}"
    items = " UNION ALL ".join(
        f"SELECT id AS record_id, type AS record_type, "
        f'unnest(range(len("{table.field}"))) AS position, unnest("{table.field}") AS item '
        f"FROM record_{name}"
        for name in table.record_types
    )
    columns = ", ".join(
        [column.name for column in LIST_KEY]
        + [
            f"{_dotted(('item', *column.path))} AS {_name(column.name)}"
            for column in table.columns[len(LIST_KEY) :]
        ]
    )
    return f"SELECT {columns} FROM ({items})"


def _structure_of(model: type[BaseModel]) -> dict[str, Any]:
    """What DuckDB makes of a model's JSON: a type a field, in the form of the JSON itself."""
    structure: dict[str, Any] = {}
    for field in list_fields(model):
        kind = _structure_of(field.model) if field.model else _TYPES[field.kind]
        structure[field.name] = [kind] if field.many else kind
    return structure


def _dotted(path: tuple[str, ...]) -> str:
    return ".".join(map(_name, path))


def _name(name: str) -> str:
    return f'"{name}"'


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
