"""Records in, files out: mixed and by type, whole or not at all."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from newsie.errors import OutputError
from newsie.write import FILE_NAMES, Form, Output, serialise_records

RECORDS: list[dict[str, Any]] = [
    {"type": "article", "id": "a1", "title": "“春风”行动", "place": None, "kicker": []},
    {"type": "meeting", "id": "m1", "value": 5.4},
    {"type": "article", "id": "a2", "value": 44050000000},
]
FIRST = '{"type":"article","id":"a1","title":"“春风”行动","place":null,"kicker":[]}\n'.encode()
SECOND = b'{"type":"meeting","id":"m1","value":5.4}\n'
THIRD = b'{"type":"article","id":"a2","value":44050000000}\n'


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_serialises_in_order() -> None:
    assert serialise_records(RECORDS, Form()) == {"": FIRST + SECOND + THIRD}
    by_type = {"article": FIRST + THIRD, "meeting": SECOND}
    assert serialise_records(RECORDS, Form(by_type=True)) == by_type


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "out.jsonl"
    output = Output(str(target), FILE_NAMES)
    output.write({"": FIRST})
    before = sorted(contents(tmp_path))
    output.write({"": SECOND})
    output.finish()
    assert before == ["new/out.jsonl.newsie/out.jsonl.partial"]
    assert contents(tmp_path) == {"new/out.jsonl": FIRST + SECOND}


def test_a_folder_has_a_file_a_type(tmp_path: Path) -> None:
    output = Output(f"{tmp_path}/out/", ["article", "meeting", "award"])
    output.write(serialise_records(RECORDS, output.form))
    output.finish()
    assert contents(tmp_path) == {
        "out/articles.jsonl": FIRST + THIRD,
        "out/awards.jsonl": b"",
        "out/meetings.jsonl": SECOND,
    }


def test_an_existing_folder_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    output = Output(str(tmp_path / "out"), ["article"])
    output.finish()
    assert contents(tmp_path) == {"out/articles.jsonl": b""}


def test_what_is_abandoned_leaves_the_old_output(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(FIRST)
    output = Output(str(tmp_path / "out.jsonl"), FILE_NAMES)
    output.write({"": SECOND})
    output.abandon()
    assert contents(tmp_path) == {"out.jsonl": FIRST}
    assert not (tmp_path / "out.jsonl.newsie").exists()


def test_the_quarantine_stays_and_is_of_the_last_run(tmp_path: Path) -> None:
    left: list[dict[str, bytes]] = []
    for entries in ([{"doc_id": "a"}, {"doc_id": "b"}], []):
        output = Output(str(tmp_path / "out.jsonl"), FILE_NAMES)
        for entry in entries:
            output.quarantine(entry)
        output.finish()
        left.append(contents(tmp_path))
    kept = b'{"doc_id":"a"}\n{"doc_id":"b"}\n'
    assert left == [
        {"out.jsonl": b"", "out.jsonl.newsie/quarantine.jsonl": kept},
        {"out.jsonl": b""},
    ]


@pytest.mark.parametrize("target", ["file/out.jsonl", "file/", "taken/"])
def test_output_that_cannot_be_written_is_told_first(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "taken" / "articles.jsonl").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"(file|articles\.jsonl): cannot be written: "):
        Output(f"{tmp_path}/{target}", FILE_NAMES)
    assert contents(tmp_path) == {"file": b"in the way"}


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class FullDisk(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    output = Output(str(tmp_path / "out.jsonl"), FILE_NAMES)
    output.write({"": FIRST})
    output._files[""].close()
    monkeypatch.setitem(output._files, "", FullDisk())
    with pytest.raises(OutputError) as caught:
        output.write({"": FIRST})
    output.abandon()
    where = tmp_path / "out.jsonl"
    assert str(caught.value) == f"{where}: cannot be written: No space left on device"
    assert contents(tmp_path) == {}


def test_standard_output_and_devices_are_written_straight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", stream)
    for target in ("-", "/dev/null"):
        output = Output(target, FILE_NAMES)
        output.write({"": FIRST})
        output.quarantine({"doc_id": "a"})
        output.finish()
    stream.buffer.seek(0)
    assert stream.buffer.read() == FIRST


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("电话13912345678。", "电话***********。"),
        ("请拨 139 1234 5678 或 139-1234-5678", "请拨 *** **** **** 或 ***-****-****"),
        ("(021)12345678", "(***)********"),
        ("１３９１２３４５６７８", "***********"),
        ("热线：400-123-4567", "热线：***-***-****"),
        ("电话：59912345、59912346", "电话：********、********"),
        ("身份证31011419900101123X", "身份证******************"),
        ("微信号：chunfeng_2024", "微信号：********_****"),
        ("QQ群 123456789", "QQ群 *********"),
        ("news@example.com", "****@*******.***"),
        ("2025年完成投资13912345678元", "2025年完成投资13912345678元"),
        ("总产值4000000000元，增长5.4%，2024-2025年", "总产值4000000000元，增长5.4%，2024-2025年"),
        ("咨询服务2300余人次", "咨询服务2300余人次"),
    ],
)
def test_redacts_contacts_one_for_one(text: str, redacted: str) -> None:
    record = {"type": "article", "evidence": [{"start": 0, "end": len(text), "text": text}]}
    lines = serialise_records([record], Form(redact=True))
    assert orjson.loads(lines[""])["evidence"][0]["text"] == redacted
