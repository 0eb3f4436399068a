"""What is generated of the models: every field and value is told of, in Chinese and English."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from typer.testing import CliRunner

from newsie.cli import app
from newsie.fields import describe_model, list_fields, list_parts
from newsie.records import RECORD_MODELS

EXPECTED = Path(__file__).parents[1] / "samples" / "expected"
MODELS = [*RECORD_MODELS.values(), *list_parts()]
TOLD = re.compile(r"[\u4e00-\u9fff]{1,8}: \S.*\.")


def allowed_values(schema: dict[str, Any]) -> set[str]:
    """The values of a fixed set that a JSON Schema allows, itself or in a list."""
    parts = [*schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]
    inner = [allowed_values(part) for part in parts]
    return set(schema.get("enum", [])).union(*inner)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_and_value_says_what_it_holds(model: type[BaseModel]) -> None:
    """A field needs Field(description="中文: English."), a Literal "x-values" besides."""
    untold = [
        name
        for name, field in model.model_fields.items()
        if not field.exclude and not TOLD.fullmatch(field.description or "")
    ]
    schemas = model.model_json_schema()["properties"]
    wrong = {
        field.name: sorted(differing)
        for field in list_fields(model)
        if (differing := set(field.values) ^ allowed_values(schemas[field.name]))
    }
    meanings = [meaning for field in list_fields(model) for meaning in field.values.values()]
    assert (untold, wrong) == ([], {})
    assert [m for m in [*meanings, describe_model(model)] if not (m.chinese and m.english)] == []


def test_the_schema_holds_for_what_is_written() -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    lines = [line for path in EXPECTED.iterdir() for line in path.read_text().splitlines()]
    errors = [error for line in lines for error in validator.iter_errors(json.loads(line))]
    assert [error.message for error in errors] == []
    wrong = json.loads(lines[0]) | {"kind": "poem"}
    assert not validator.is_valid(wrong)


def test_the_schema_of_one_type() -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema", "--type", "award"]).stdout)
    fields = [field.name for field in list_fields(RECORD_MODELS["award"])]
    assert list(schema["properties"]) == fields
    wrong = CliRunner().invoke(app, ["schema", "--type", "poem"])
    assert (wrong.exit_code, wrong.stderr.partition("; there are ")[0]) == (
        2,
        "newsie: --type: no type poem",
    )


def test_the_codebook_holds_every_field_and_value() -> None:
    codebook = CliRunner().invoke(app, ["codebook"]).stdout
    names = {field.name for model in MODELS for field in list_fields(model)}
    values = {v for model in MODELS for field in list_fields(model) for v in field.values}
    assert {name for name in names | values if f"| `{name}` | " not in codebook} == set()
    assert "| `host` | 主持 | Chaired it; alone, this does not make an attendee. |" in codebook
