"""A thing has one name everywhere: module, rule file, table, `type`, heading, output file."""

from __future__ import annotations

import re
from pathlib import Path

from newsie.article import MENTION_MARKS
from newsie.records import RECORD_TYPES
from newsie.write import FILE_NAMES

ROOT = Path(__file__).parents[1]
RULE_TYPES = {record_type.name for record_type in RECORD_TYPES}
ALL_TYPES = RULE_TYPES | {"article"}  # articles are cut out, not found by rules


def stems(folder: str, suffix: str) -> set[str]:
    return {path.stem for path in (ROOT / folder).glob(f"*{suffix}") if path.stem != "__init__"}


def test_record_types() -> None:
    assert {
        "modules": stems("src/newsie/records", ".py"),
        "rules": stems("rules", ".toml"),
        "output files": set(FILE_NAMES),
        "type": {record_type.model.model_fields["type"].default for record_type in RECORD_TYPES},
    } == {
        "modules": ALL_TYPES,
        "rules": RULE_TYPES,
        "output files": ALL_TYPES,
        "type": RULE_TYPES,
    }


def test_each_record_type_has_its_table() -> None:
    assert RULE_TYPES - stems("tests/records", ".toml") == set()


def test_each_record_type_has_its_heading() -> None:
    headings = re.findall(r"(?m)^### (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert set(headings) & ALL_TYPES == ALL_TYPES


def test_each_mention_kind_has_its_module() -> None:
    assert MENTION_MARKS.keys() - stems("src/newsie/mentions", ".py") == set()
