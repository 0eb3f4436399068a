"""What a second output gained, lost and changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from newsie.cli import app


def meeting(number: int, name: str, **fields: Any) -> dict[str, Any]:
    evidence = [{"start": number, "end": number + 2, "text": "开会"}]
    base = {"type": "meeting", "id": f"meeting-{number}", "doc_id": "a", "evidence": evidence}
    return base | {"name": name, "date": None} | fields


@pytest.fixture
def outputs(tmp_path: Path) -> tuple[str, str]:
    old = [meeting(1, "例会"), meeting(2, "安全生产工作会议"), meeting(3, "座谈会")]
    new = [
        meeting(1, "例会", confidence=0.5),
        meeting(9, "安全生产工作会议", date="2025-02-06", evidence=old[1]["evidence"]),
        meeting(4, "推进会"),
    ]
    for name, records in (("old", old), ("new", new)):
        lines = [json.dumps(record, ensure_ascii=False) for record in records]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines))
    return str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")


def test_changes_are_listed(outputs: tuple[str, str], tmp_path: Path) -> None:
    changes = tmp_path / "changes.jsonl"
    result = CliRunner().invoke(app, ["diff", *outputs, "--json", str(changes)])
    assert (result.exit_code, result.stdout) == (
        0,
        """type            same   changed    gained      lost
meeting            1         1         1         1

meeting
~ a: 安全生产工作会议 2025-02-06
    date: null -> "2025-02-06"
- a: 座谈会
+ a: 推进会
""",
    )
    told = [json.loads(line) for line in changes.read_text().splitlines()]
    assert [(one["change"], one["fields"]) for one in told] == [
        ("changed", {"date": [None, "2025-02-06"]}),
        ("lost", {}),
        ("gained", {}),
    ]


def test_nothing_changes_between_equal_outputs(outputs: tuple[str, str]) -> None:
    result = CliRunner().invoke(app, ["diff", outputs[0], outputs[0]])
    assert result.stdout.splitlines()[1:] == ["meeting            3         0         0         0"]


def test_wrong_use_is_told(outputs: tuple[str, str]) -> None:
    result = CliRunner().invoke(app, ["diff", outputs[0], "none.jsonl"])
    assert (result.exit_code, result.stderr) == (2, "newsie: none.jsonl: no such file or folder\n")
