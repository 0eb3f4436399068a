"""Files in, documents out: names, encodings, dumps, metadata, and everything that can be wrong."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import sys
from pathlib import Path

import pytest
import zstandard

from newsie.article import Document
from newsie.errors import InputError, UsageError
from newsie.ingest import (
    Columns,
    Metadata,
    Problem,
    Source,
    find_sources,
    read_documents,
    read_metadata,
    survey_sources,
    unmatched_metadata,
)
from newsie.ingest.decoding import decode_text
from newsie.ingest.metadata import read_date

SIMPLIFIED = "嘉定区召开全区经济工作会议。\n会议强调，要坚持稳中求进，推动高质量发展。"
TRADITIONAL = "縣委書記主持召開縣委常委會會議，研究部署當前工作，聽取有關情況的報告。"
UNKNOWN = "not text in UTF-8, UTF-16, GB18030 or Big5; give --encoding"


def read_all(
    *inputs: Path | str,
    columns: Columns | None = None,
    encoding: str | None = None,
    metadata: dict[str, Metadata] | None = None,
) -> list[Document | Problem]:
    sources, problems = find_sources([str(name) for name in inputs])
    documents = read_documents(sources, columns or Columns(), encoding=encoding, metadata=metadata)
    return [*problems, *documents]


def write_jsonl(path: Path, *rows: object) -> Path:
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_bytes("".join(lines).encode())
    return path


# Encodings


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (SIMPLIFIED, SIMPLIFIED.encode()),
        (SIMPLIFIED, SIMPLIFIED.encode("utf-8-sig")),
        (SIMPLIFIED, SIMPLIFIED.encode("utf-16")),
        (SIMPLIFIED, b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")),
        (SIMPLIFIED, SIMPLIFIED.encode("gb18030")),
        (TRADITIONAL, TRADITIONAL.encode("big5")),
        (TRADITIONAL, TRADITIONAL.encode("gb18030")),
        ("王小满 李谷雨", "王小满 李谷雨".encode("gb18030")),
        ("GDP\r\n\rgrew", b"GDP\r\n\rgrew"),
        (SIMPLIFIED.replace("\n", "\r\n"), SIMPLIFIED.replace("\n", "\r\n").encode("gb18030")),
        ("", b""),
        ("", b"\xef\xbb\xbf"),
    ],
)
def test_detects_the_encoding(text: str, data: bytes) -> None:
    assert decode_text(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "encoding", "problem"),
    [
        (random.Random(7).randbytes(2000), None, UNKNOWN),
        (("Ça a été réglé l'été dernier. " * 9).encode("latin-1"), None, UNKNOWN),
        (("日本語の文章です。東京都は発表した。" * 9).encode("shift-jis"), None, UNKNOWN),
        (SIMPLIFIED.encode()[:-1], None, UNKNOWN),
        (SIMPLIFIED.encode("utf-16-le"), None, UNKNOWN),
        (b"a\0b", None, "holds NUL characters: not a text, or in another --encoding"),
        (b"\1\2\3\4", None, "holds control characters: not a text"),
        (SIMPLIFIED.encode(), "ascii", "not text in ascii (byte 0); give another --encoding"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, encoding: str | None, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_text(data, "a.txt", encoding)
    assert (caught.value.source, caught.value.problem) == ("a.txt", problem)


def test_a_given_encoding_is_used() -> None:
    assert decode_text(SIMPLIFIED.encode("utf-16-le"), "a.txt", "utf-16-le") == SIMPLIFIED


# Sources


def test_names_documents_by_folder_file_and_glob(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "paper"
    for name in ("2025/b.txt", "2025/a.txt", "c.TXT", ".hidden", "old.jsonl.newsie/x", "d"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"typed")))
    assert read_all(folder, folder / "2025" / "b.txt", f"{folder}/*/a.t?t", "-") == [
        Document("2025/a.txt", "2025/a.txt"),
        Document("2025/b.txt", "2025/b.txt"),
        Document("c.TXT", "c.TXT"),
        Document("d", "d"),
        Document("b.txt", "2025/b.txt"),
        Document("a.txt", "2025/a.txt"),
        Document("-", "typed"),
    ]


def test_inputs_that_name_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert read_all(tmp_path / "none.txt", f"{tmp_path}/*.csv", tmp_path / "empty") == [
        Problem(f"{tmp_path}/none.txt", "no such file or folder"),
        Problem(f"{tmp_path}/*.csv", "no file matches"),
        Problem(f"{tmp_path}/empty", "this folder holds no files", unread=False),
    ]


def test_output_and_metadata_in_the_input_folder_are_not_input(tmp_path: Path) -> None:
    for name in ("a.txt", "out.jsonl", "meta.jsonl"):
        (tmp_path / name).write_text("x")
    left_out = [tmp_path / "out.jsonl", tmp_path / "meta.jsonl"]
    assert find_sources([str(tmp_path)], left_out) == (
        [Source(tmp_path / "a.txt", "a.txt", "text")],
        [],
    )


def test_an_output_is_never_written_over_its_input(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    with pytest.raises(UsageError, match="is an input and the output"):
        find_sources([str(path)], [path])


def test_links_to_themselves_pipes_and_names_too_long_keep_no_file_from_being_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    long = "x" * 5000
    assert read_all(tmp_path, long) == [
        Problem(long, "no such file or folder"),
        Document("a.txt", "x"),
        Problem("self.txt", "Too many levels of symbolic links"),
    ]


def test_json_that_is_nested_too_deeply_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    deep = '{"id": "\\ud800", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"
    path.write_text(deep + '\n{"text": "乙"}')
    assert read_all(path) == [
        Problem("a.jsonl:1", "no JSON (nested too deeply); mend or remove the line"),
        Document("a.jsonl:2", "乙"),
    ]
    with pytest.raises(InputError, match=r"no JSON .*; give one object a line"):
        read_metadata(path)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_reads_compressed_files(tmp_path: Path, suffix: str) -> None:
    def pack(data: bytes) -> bytes:
        half = len(data) // 2  # two members or frames, as joined archives have
        squeeze = gzip.compress if suffix == ".gz" else zstandard.ZstdCompressor().compress
        return squeeze(data[:half]) + squeeze(data[half:])

    text = tmp_path / f"a.txt{suffix}"
    text.write_bytes(pack(SIMPLIFIED.encode("gb18030")))
    dump = tmp_path / f"b.jsonl{suffix}"
    dump.write_bytes(pack('{"id": "1", "text": "甲"}\n{"id": "2", "text": "乙"}\n'.encode()))
    cut = tmp_path / f"c.txt{suffix}"
    cut.write_bytes(pack(random.Random(7).randbytes(3000))[:-9])
    *documents, problem = read_all(text, dump, cut)
    assert documents == [
        Document(f"a.txt{suffix}", SIMPLIFIED),
        Document("1", "甲"),
        Document("2", "乙"),
    ]
    assert isinstance(problem, Problem)
    assert (problem.source, problem.text.split(":")[0]) == (cut.name, "damaged or cut short")


def test_a_bad_file_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(random.Random(7).randbytes(999))
    (tmp_path / "b.txt").write_text("好")
    (tmp_path / "c.jsonl").write_bytes(random.Random(8).randbytes(999))
    assert read_all(tmp_path) == [
        Problem("a.txt", UNKNOWN),
        Document("b.txt", "好"),
        Problem("c.jsonl", UNKNOWN),
    ]


# Dumps


def test_reads_json_lines(tmp_path: Path) -> None:
    path = write_jsonl(
        tmp_path / "a.jsonl",
        {"id": "x-1", "text": "甲\r\n乙", "title": "题", "published": "2025年2月6日"},
        {"id": 2, "text": "", "place": {"code": "310114", "name": "上海市嘉定区"}},
        {"text": "丙", "published": "近日", "title": ["题"], "place": 310114},
    )
    with path.open("ab") as file:
        file.write(b'\n{"id": "s", "text": "\\ud83d\\ude00 \\ud800 \xe4\xb8\x81"}')
    assert read_all(path) == [
        Document("x-1", "甲\r\n乙", "2025-02-06", None, "题"),
        Document("2", "", None, "310114"),
        Problem("a.jsonl:3", "published '近日' is no date (2025-02-06): unused", unread=False),
        Problem("a.jsonl:3", "title is no text: unused", unread=False),
        Document("a.jsonl:3", "丙", None, "310114"),
        Document("s", "😀 \ufffd 丁"),
    ]


def test_a_bad_line_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b"\xef\xbb\xbf" + '{"text": "甲"}'.encode(),
        b'{"text": ',
        b"[1]",
        b'{"body": "x"}',
        b'{"text": null}',
        b'{"text": "\xff"}',
        b'{"text": "a\\u0000"}',
        '{"text": "乙"}'.encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    found = read_all(path)
    assert isinstance(found[1], Problem)
    assert found[1].text.startswith("no JSON (unexpected end of data")
    del found[1]
    names_column = "--text-field names the column"
    assert found == [
        Document("a.jsonl:1", "甲"),
        Problem("a.jsonl:3", "no JSON object; give one object a line"),
        Problem("a.jsonl:4", f"column 'text' is missing; {names_column}"),
        Problem("a.jsonl:5", f"column 'text' is not a text; {names_column}"),
        Problem("a.jsonl:6", "not text in utf-8; mend the line or give --encoding"),
        Problem("a.jsonl:7", "holds NUL characters: not a text, or in another --encoding"),
        Document("a.jsonl:8", "乙"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_reads_csv(tmp_path: Path, encoding: str) -> None:
    text = '他说：“好”,\r\n"真好"\n会议在区政府召开。'
    rows = [
        ["编号", "正文", "日期"],
        ["1", text, "2025/2/6"],
        [],
        ["", "会议强调，要全面推进。", ""],
        ["3"],
        ["4", "x", "y", "z"],
        ["5", "乙，是的。", "2025"],
    ]
    with (tmp_path / "a.csv").open("w", newline="", encoding=encoding) as file:
        csv.writer(file).writerows(rows)
    columns = Columns(text="正文", id="编号", published="日期")
    assert read_all(tmp_path / "a.csv", columns=columns) == [
        Document("1", text, "2025-02-06"),
        Document("a.csv:6", "会议强调，要全面推进。"),
        Problem("a.csv:7", "column '正文' is missing; --text-field names the column"),
        Problem("a.csv:8", "4 cells under 3 column names; quote commas in cells"),
        Document("5", "乙，是的。", "2025"),
    ]


def test_a_csv_cell_may_be_long_and_a_quote_must_close(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "长" * 200_000 + '\n"a"b\nc\n"d\n')
    assert read_all(path) == [
        Document("a.csv:2", "长" * 200_000),
        Problem("a.csv:3", "no CSV (',' expected after '\"'); mend the quotes of the row"),
        Document("a.csv:4", "c"),
        Problem("a.csv:5", "no CSV (unexpected end of data); mend the quotes of the row"),
    ]


def test_surveys_doc_ids_and_columns(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", {"id": "1", "text": "x"}, {"id": "2", "body": "x"})
    write_jsonl(tmp_path / "b.jsonl", {"id": "1", "body": "x"})
    (tmp_path / "c.csv").write_text("body,title\nx,y\n")
    (tmp_path / "d.txt").write_text("x")
    sources, _ = find_sources([str(tmp_path)])
    survey = survey_sources(sources, Columns(id="id", published="day"), None, ["2", "1"])
    missing = "no column 'text' (there are: {}); --text-field names the column"
    assert (survey.documents, list(survey.unmatched)) == (2, ["2"])
    assert list(survey.useless.values()) == [
        Problem("b.jsonl", missing.format("id, body")),
        Problem("c.csv", missing.format("body, title")),
    ]
    assert survey.remarks == [
        Problem("a.jsonl", "no column 'day' (there are: id, text, body)", unread=False)
    ]


@pytest.mark.parametrize("in_memory", [1, 3, 1000])
def test_two_documents_of_one_doc_id_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: int
) -> None:
    monkeypatch.setattr("newsie.ingest.identity._KEPT_IN_MEMORY", in_memory)
    rows = [{"id": str(number), "text": "x"} for number in (3, 1, 2, 1)]
    write_jsonl(tmp_path / "a.jsonl", *rows)
    (tmp_path / "b.txt").write_text("x")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "b.txt").write_text("y")
    advice = "give the folder that holds both files, or another --id-field"
    found = []
    for inputs in (["a.jsonl"], ["b.txt", "c/b.txt"]):
        sources, _ = find_sources([str(tmp_path / name) for name in inputs])
        with pytest.raises(UsageError) as caught:
            survey_sources(sources, Columns(), None)
        found.append(str(caught.value))
    assert found == [
        f"two documents have the doc_id '1' (in a.jsonl); {advice}",
        f"two documents have the doc_id 'b.txt' (in b.txt); {advice}",
    ]


# Metadata


def test_metadata_fills_in(tmp_path: Path) -> None:
    path = write_jsonl(
        tmp_path / "meta.jsonl",
        {"doc_id": "a.txt", "published": "2025/2/6", "place": "嘉定区", "title": "题", "page": 3},
        {"doc_id": "b.txt", "published": "昨天"},
        {"doc_id": "1", "published": "2024-01-01", "place": "宝山区"},
    )
    (tmp_path / "a.txt").write_text("x")
    dump = write_jsonl(
        tmp_path / "d.jsonl", {"id": "1", "text": "y", "published": "2025-03", "title": "题"}
    )
    metadata, remarks = read_metadata(path)
    assert read_all(tmp_path / "a.txt", dump, metadata=metadata) == [
        Document("a.txt", "x", "2025-02-06", "嘉定区", "题"),
        Document("1", "y", "2024-01-01", "宝山区", "题"),
    ]
    assert [*remarks, *unmatched_metadata(["b.txt"], path)] == [
        Problem(f"{path}:2", "published '昨天' is no date (2025-02-06): unused", unread=False),
        Problem(f"{path}", "doc_id 'b.txt' belongs to no document", unread=False),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("x", "no JSON (Expecting value: line 1 column 1 (char 0)); give one object a line"),
        ("[]", "no JSON object; give one object a line"),
        ('{"id": "a"}', 'no "doc_id"; name the document that the line is about'),
        ('{"doc_id": "a"}', "doc_id 'a' has an earlier line; keep one of them"),
    ],
)
def test_a_bad_line_of_metadata_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "meta.jsonl"
    path.write_text('{"doc_id": "a"}\n\n' + line)
    with pytest.raises(InputError) as caught:
        read_metadata(path)
    assert (caught.value.source, caught.value.problem) == (f"{path}:3", problem)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-02-06", "2025-02-06"),
        ("2025-02-06T08:30:00+08:00", "2025-02-06"),
        ("2025/2/6 08:30", "2025-02-06"),
        ("2025.02.06", "2025-02-06"),
        ("20250206", "2025-02-06"),
        ("２０２５年２月６日 星期四", "2025-02-06"),
        ("2025年2月6日(农历正月初九)", "2025-02-06"),
        ("2025年2月", "2025-02"),
        ("2025-02", "2025-02"),
        ("2025年", "2025"),
        ("2025", "2025"),
        ("2025-02-30", None),
        ("2025-13", None),
        ("1738800000", None),
        ("6 Feb 2025", None),
        ("0000", None),
        ("", None),
    ],
)
def test_reads_dates(text: str, date: str | None) -> None:
    assert read_date(text) == date
