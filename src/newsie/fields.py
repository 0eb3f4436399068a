"""The models of records in, what each of their fields holds out: names, types, meanings, values.

Everything that is generated about records (JSON Schema, codebook, tables) is read off here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from newsie.record import Record
from newsie.records import RECORD_MODELS


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field or value is called in Chinese, and what it says, in English."""

    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a model.

    Args:
        name: its key.
        kind: "text", "integer", "number", "boolean", or "object" with a model of its own.
        many: it holds a list of these.
        optional: it may be null.
        model: of an object.
        meaning: of the field.
        values: the values there may be, where they are a fixed set.
    """

    name: str
    kind: str
    many: bool
    optional: bool
    model: type[BaseModel] | None
    meaning: Meaning
    values: Mapping[str, Meaning]


_KINDS: dict[Any, str] = {str: "text", int: "integer", float: "number", bool: "boolean"}


def read_meaning(description: str | None) -> Meaning:
    """Take a description apart.

    >>> read_meaning("职位: The post in it.")
    Meaning(chinese='职位', english='The post in it.')
    """
    chinese, _, english = (description or "").partition(": ")
    return Meaning(chinese, english)


def list_fields(model: type[BaseModel]) -> list[RecordField]:
    """The fields of a model that are written, in their order."""
    return [
        _read_field(name, field) for name, field in model.model_fields.items() if not field.exclude
    ]


def list_own_fields(model: type[Record]) -> list[RecordField]:
    """The fields of a record's model but those that every record has."""
    return [field for field in list_fields(model) if field.name not in Record.model_fields]


def list_parts() -> list[type[BaseModel]]:
    """The models that fields of records hold, each once, in the order of their first use."""
    parts: dict[type[BaseModel], None] = {}
    for model in RECORD_MODELS.values():
        for field in list_fields(model):
            if field.model is not None:
                parts[field.model] = None
    return list(parts)


def describe_model(model: type[BaseModel]) -> Meaning:
    """What the first line of a model's docstring says."""
    return read_meaning((model.__doc__ or "").strip().splitlines()[0])


def _read_field(name: str, field: FieldInfo) -> RecordField:
    parts = set(_flatten(field.annotation))
    optional = NoneType in parts
    parts.discard(NoneType)
    lists = [part for part in parts if get_origin(part) is list]
    if lists:
        parts = {inner for one in lists for inner in _flatten(get_args(one)[0])}
    extra = cast("dict[str, Any]", field.json_schema_extra or {})
    values = {key: read_meaning(text) for key, text in extra.get("x-values", {}).items()}
    kind, model = _kind_of(parts, name)
    return RecordField(
        name, kind, bool(lists), optional, model, read_meaning(field.description), values
    )


def _flatten(annotation: Any) -> Iterator[Any]:
    """The members of a union, of unions inside it too."""
    if get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _flatten(part)
    else:
        yield annotation


def _kind_of(parts: set[Any], name: str) -> tuple[str, type[BaseModel] | None]:
    if parts == {int, float}:
        return "number", None
    (only,) = parts
    if get_origin(only) is Literal:
        return "text", None
    if isinstance(only, type) and issubclass(only, BaseModel):
        return "object", only
    if only not in _KINDS:
        raise TypeError(f"field {name}: no record holds a {only}")
    return _KINDS[only], None
