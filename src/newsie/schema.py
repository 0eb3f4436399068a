"""The models in, JSON Schema (2020-12) of what newsie writes out."""

from __future__ import annotations

from typing import Annotated, Any, Union

from pydantic import Discriminator, TypeAdapter

from newsie.records import RECORD_MODELS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(record_type: str | None = None) -> dict[str, Any]:
    """The schema of one line of output: of any record, or of one type.

    Raises:
        KeyError: there is no such type.
    """
    if record_type is not None:
        schema = TypeAdapter(RECORD_MODELS[record_type]).json_schema(mode="serialization")
    else:
        line: Any = Annotated[Union[tuple(RECORD_MODELS.values())], Discriminator("type")]  # noqa: UP007
        schema = TypeAdapter(line).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema}
