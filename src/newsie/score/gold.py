"""Files of gold or extracted records in, records as plain values out; what is unfit is named."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from newsie.errors import InputError
from newsie.recall import find_record_files, open_lines
from newsie.records import RECORD_MODELS

_LISTS = ("participants", "posts", "recipients")
_NUMBERS = ("value", "value_max", "start", "end")


def read_plain_records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Records with their FILE:LINE; gold may lack what only newsie writes.

    Raises:
        InputError: naming file and line.
    """
    for file in find_record_files(path):
        with open_lines(file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    where = f"{file}:{number}"
                    yield where, _read_line(where, line)


def _read_line(where: str, line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"not JSON: {getattr(error, 'msg', error)}") from error
    problem = _problem_of(record)
    if problem is not None:
        raise InputError(where, problem)
    if record["type"] == "target" and record.get("quantified") is None:
        record["quantified"] = record.get("value") is not None
    return dict(record)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _problem_of(record: Any) -> str | None:
    """What makes a line unfit for scoring."""
    if not isinstance(record, dict):
        return "not a JSON object"
    if not (isinstance(record.get("type"), str) and record["type"]):
        return "no type"
    if record.get("doc_id") in (None, ""):
        return "no doc_id"
    if record["type"] not in RECORD_MODELS:
        return None
    for key in _LISTS:
        items = record.get(key)
        if items is not None and not (isinstance(items, list) and all(map(_is_item, items))):
            return f"{key} is not a list of objects, with roles a list"
    for key in _NUMBERS:
        value = record.get(key)
        if value is not None and not _is_number(value):
            return f"{key} is not a number"
    if record.get("optional") not in (None, True, False):
        return "optional is neither true nor false"
    return None


def _is_item(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("roles"), list | None)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and abs(value) < 1e300
