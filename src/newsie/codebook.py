"""The models in, a Chinese–English codebook of every field and value out, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pydantic import BaseModel

from newsie.fields import (
    RecordField,
    describe_model,
    list_fields,
    list_own_fields,
    list_parts,
)
from newsie.record import Record
from newsie.records import RECORD_MODELS

_KIND_NAMES = {
    "text": "text 文本",
    "integer": "integer 整数",
    "number": "number 数值",
    "boolean": "true/false 是否",
}


def write_codebook() -> str:
    """The codebook: what every record has, then each type, then the parts that fields hold."""
    return "\n".join(_write_lines()) + "\n"


def _write_lines() -> Iterator[str]:
    yield "# Codebook 编码手册"
    yield ""
    yield (
        "Absent values are `null`, empty lists `[]`. Dates are ISO 8601 as precise as the text "
        "supports (`2025-02-06`, `2024-11`, `2025`); periods are a date, `2024-H1`, `2024-Q3` or "
        "an interval `2024-01/2024-09`. Offsets count code points of the document as given, "
        "half-open."
    )
    yield from _write_section("Every record 各类记录共有", None, list_fields(Record))
    for name, model in RECORD_MODELS.items():
        about = describe_model(model)
        yield from _write_section(f"{name} {about.chinese}", about.english, list_own_fields(model))
    for part in list_parts():
        about = describe_model(part)
        title = f"{part.__name__} {about.chinese}"
        yield from _write_section(title, about.english, list_fields(part))


def _write_section(title: str, about: str | None, fields: Iterable[RecordField]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if about:
        yield from (f"{about[0].upper()}{about[1:]}", "")
    fields = list(fields)
    yield "| field 字段 | 名称 | type 类型 | meaning 含义 |"
    yield "| --- | --- | --- | --- |"
    for field in fields:
        yield (
            f"| `{field.name}` | {field.meaning.chinese} | {_type_text(field)} "
            f"| {field.meaning.english} |"
        )
    yield from chain.from_iterable(_write_values(field) for field in fields if field.values)


def _write_values(field: RecordField) -> Iterator[str]:
    yield from ("", f"Values of `{field.name}` 取值:", "")
    yield "| value 取值 | 名称 | meaning 含义 |"
    yield "| --- | --- | --- |"
    for value, meaning in field.values.items():
        yield f"| `{value}` | {meaning.chinese} | {meaning.english} |"


def _type_text(field: RecordField) -> str:
    text = _KIND_NAMES.get(field.kind) or _part_name(field.model)
    if field.many:
        text = f"list of {text}"
    return f"{text}, or null" if field.optional else text


def _part_name(model: type[BaseModel] | None) -> str:
    assert model is not None
    return f"[{model.__name__}](#{model.__name__.lower()}-{describe_model(model).chinese})"
