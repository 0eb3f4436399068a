"""Records in, files out: mixed and by type, whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from newsie.errors import OutputError, UsageError
from newsie.write import FILE_NAMES, Form, open_output, serialise_records

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
    output = open_output(str(target), FILE_NAMES)
    output.write(0, {"": FIRST}, {})
    before = sorted(contents(tmp_path))
    output.write(1, {"": SECOND}, {})
    output.finish({}, [])
    assert before == [f"new/out.jsonl.newsie/{name}" for name in ("lock", "shards/000000000.shard")]
    assert contents(tmp_path) == {"new/out.jsonl": FIRST + SECOND}


def test_a_folder_has_a_file_a_type(tmp_path: Path) -> None:
    output = open_output(f"{tmp_path}/out/", ["article", "meeting", "award"])
    output.write(0, serialise_records(RECORDS, output.form), {})
    output.finish({}, [])
    assert contents(tmp_path) == {
        "out/articles.jsonl": FIRST + THIRD,
        "out/awards.jsonl": b"",
        "out/meetings.jsonl": SECOND,
    }


def test_an_existing_folder_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    output = open_output(str(tmp_path / "out"), ["article"])
    output.finish({}, [])
    assert contents(tmp_path) == {"out/articles.jsonl": b""}


def test_shards_are_joined_by_number_whenever_they_come(tmp_path: Path) -> None:
    target = str(tmp_path / "out.jsonl")
    output = open_output(target, FILE_NAMES, {"part": 1})
    for number, line in ((2, THIRD), (0, FIRST)):
        output.write(number, {"": line}, {"documents": number})
    assert output.abandon()
    resumed = open_output(target, FILE_NAMES, {"part": 1}, resume=True)
    assert resumed.done == {0: {"documents": 0}, 2: {"documents": 2}}
    resumed.write(1, {"": SECOND}, {"documents": 1})
    resumed.finish({"documents": 3}, [])
    written = contents(tmp_path)
    manifest = orjson.loads(written.pop("out.jsonl.newsie/manifest.json"))
    assert written == {"out.jsonl": FIRST + SECOND + THIRD}
    assert manifest == {
        "part": 1,
        "result": {"documents": 3},
        "output": {"out.jsonl": len(FIRST + SECOND + THIRD)},
    }


def test_what_is_finished_is_not_done_again(tmp_path: Path) -> None:
    target = str(tmp_path / "out.jsonl")
    results = []
    for manifest in ({"part": 1}, {"part": 1}, {"part": 2}):
        output = open_output(target, FILE_NAMES, manifest, resume=True)
        results.append(output.result)
        if output.result is None:
            output.write(0, {"": FIRST}, {})
        output.finish({"documents": 1}, [])
    (tmp_path / "out.jsonl").write_bytes(b"cut")
    output = open_output(target, FILE_NAMES, {"part": 2}, resume=True)
    results.append(output.result)
    output.abandon()
    assert results == [None, {"documents": 1}, None, None]


def test_a_half_shard_is_done_again(tmp_path: Path) -> None:
    target = str(tmp_path / "out.jsonl")
    output = open_output(target, FILE_NAMES, {})
    for number in range(3):
        output.write(number, {"": FIRST}, {})
    output.abandon()
    shards = tmp_path / "out.jsonl.newsie" / "shards"
    (shards / "000000000.shard").write_bytes(b'{"len')
    with (shards / "000000002.shard").open("r+b") as file:
        file.truncate(100)
    resumed = open_output(target, FILE_NAMES, {}, resume=True)
    assert (list(resumed.done), resumed.abandon()) == ([1], True)


def test_a_shard_that_is_damaged_is_told_and_done_again(tmp_path: Path) -> None:
    target = str(tmp_path / "out.jsonl")
    output = open_output(target, FILE_NAMES, {})
    for number in range(2):
        output.write(number, {"": FIRST}, {})
    shard = tmp_path / "out.jsonl.newsie" / "shards" / "000000001.shard"
    shard.write_bytes(shard.read_bytes()[:-3] + b"xyz")
    with pytest.raises(OutputError) as caught:
        output.finish({}, [])
    assert str(caught.value) == f"{shard}: damaged since it was written"
    assert output.abandon()
    resumed = open_output(target, FILE_NAMES, {}, resume=True)
    assert (list(resumed.done), resumed.abandon()) == ([0], True)
    assert not (tmp_path / "out.jsonl").exists()


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    target = str(tmp_path / "out.jsonl")
    first = open_output(target, FILE_NAMES)
    with pytest.raises(UsageError) as caught:
        open_output(target, FILE_NAMES)
    assert str(caught.value) == (
        f"{target}: another run (process {os.getpid()}) is writing it; "
        "wait for its end, or give another -o"
    )
    first.finish({}, [])
    open_output(target, FILE_NAMES).finish({}, [])
    assert contents(tmp_path) == {"out.jsonl": b""}


def test_what_is_abandoned_leaves_the_old_output(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(FIRST)
    output = open_output(str(tmp_path / "out.jsonl"), FILE_NAMES)
    output.write(0, {"": SECOND}, {})
    assert not output.abandon()
    assert contents(tmp_path) == {"out.jsonl": FIRST}
    assert not (tmp_path / "out.jsonl.newsie").exists()


def test_the_quarantine_stays_and_is_of_the_last_run(tmp_path: Path) -> None:
    left: list[dict[str, bytes]] = []
    for entries in ([{"doc_id": "a"}, {"doc_id": "b"}], []):
        output = open_output(str(tmp_path / "out.jsonl"), FILE_NAMES)
        output.finish({}, entries)
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
        open_output(f"{tmp_path}/{target}", FILE_NAMES)
    assert contents(tmp_path) == {"file": b"in the way"}


def test_standard_output_and_devices_are_written_straight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", stream)
    for target in ("-", "/dev/null"):
        output = open_output(target, FILE_NAMES)
        output.write(0, {"": FIRST}, {})
        output.finish({}, [{"doc_id": "a"}])
    stream.buffer.seek(0)
    assert stream.buffer.read() == FIRST


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("身份证号31011419600101123X。", "身份证号******************。"),
        ("家住和平路12号3栋401室的高小满。", "家住************的高小满。"),
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
