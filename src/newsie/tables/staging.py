"""Where the lines of a run wait until tables are made of them: `OUT.newsie/records/`."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from newsie.errors import OutputError
from newsie.tables.database import SUFFIXES, check_duckdb, write_tables

_WAITING = "records"


def stage_lines(output: str) -> str:
    """Where a run that is to end in tables writes its lines; any other output as it stands.

    Raises:
        UsageError: tables are wanted, and DuckDB is not installed.
    """
    target = Path(output)
    if output == "-" or target.suffix not in SUFFIXES:
        return output
    check_duckdb()
    return f"{_beside(target) / _WAITING}/"


def finish_tables(output: str) -> None:
    """Make the tables of a finished run, and clear away its lines.

    Raises:
        OutputError: they cannot be written; the lines are kept.
    """
    target = Path(output)
    beside = _beside(target)
    try:
        write_tables(beside / _WAITING, target)
    except OutputError as error:
        raise OutputError(
            f"{error}; the records are in {beside / _WAITING}, of which newsie convert makes tables"
        ) from error
    shutil.rmtree(beside / _WAITING)
    kept = beside / f"{_WAITING}.newsie"  # a quarantine
    if kept.is_dir():
        for file in kept.iterdir():
            file.replace(beside / file.name)
        kept.rmdir()
    with suppress(OSError):  # it stays where it holds a quarantine
        beside.rmdir()


def _beside(target: Path) -> Path:
    return target.with_name(target.name + ".newsie")
