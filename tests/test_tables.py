"""Tables of records: data frames, Parquet and DuckDB hold the same rows, and keys join."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

import newsie
from newsie.cli import app
from newsie.tables import lay_out_tables, list_rows

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = [table.name for table in lay_out_tables()]


@pytest.fixture(scope="module")
def records() -> newsie.Records:
    return newsie.read(SAMPLES / "expected")


@pytest.fixture(scope="module")
def rows(records: newsie.Records) -> dict[str, list[dict[str, Any]]]:
    return list_rows(records)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    file = tmp_path / "records.jsonl"
    parts = [path.read_bytes() for path in sorted((SAMPLES / "expected").iterdir())]
    file.write_bytes(b"".join(parts))
    return file


def test_there_is_a_table_a_type_and_a_list() -> None:
    assert NAMES == [
        "articles",
        "meetings",
        "officials",
        "awards",
        "metrics",
        "targets",
        "activities",
        "bylines",
        "participants",
        "posts",
        "changes",
        "recipients",
        "evidence",
    ]


def test_nothing_that_a_record_says_is_lost(
    records: newsie.Records, rows: dict[str, list[dict[str, Any]]]
) -> None:
    meeting = next(record for record in records if record.type == "meeting").model_dump()
    row = next(row for row in rows["meetings"] if row["id"] == meeting["id"])
    lists = {
        name: [
            {k: v for k, v in item.items() if k not in ("record_id", "record_type", "position")}
            for item in rows[name]
            if item["record_id"] == meeting["id"]
        ]
        for name in ("participants", "evidence")
    }
    assert {"type": "meeting"} | row | lists == meeting


def test_keys_join(rows: dict[str, list[dict[str, Any]]]) -> None:
    articles = {row["id"] for row in rows["articles"]}
    of_types = [row for name in NAMES[1:7] for row in rows[name]]
    ids = articles | {row["id"] for row in of_types}
    of_lists = [row for name in NAMES[7:] for row in rows[name]]
    assert {row["article_id"] for row in of_types} - articles == set()
    assert {row["record_id"] for row in of_lists} - ids == set()
    keys = [(row["record_id"], tuple(row), row["position"]) for row in of_lists]
    assert len(set(keys)) == len(keys)


def test_data_frames_hold_the_rows(
    records: newsie.Records, rows: dict[str, list[dict[str, Any]]]
) -> None:
    polars = newsie.to_polars(records)
    pandas = newsie.to_pandas(records)
    assert {name: frame.to_dicts() for name, frame in polars.items()} == rows
    shapes = {table.name: (len(rows[table.name]), len(table.columns)) for table in lay_out_tables()}
    assert {name: frame.shape for name, frame in pandas.items()} == shapes
    metrics = newsie.to_pandas(records, "metrics")
    assert metrics["value"].tolist() == [row["value"] for row in rows["metrics"]]
    assert newsie.to_polars([], "metrics").shape == (0, len(metrics.columns))


def all_rows(base: duckdb.DuckDBPyConnection, source: str) -> list[dict[str, Any]]:
    found = base.execute(f"SELECT * FROM {source}")
    columns = [column[0] for column in found.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("form", ["mixed", "folder", "gz"])
def test_databases_hold_the_rows(
    mixed: Path, rows: dict[str, list[dict[str, Any]]], tmp_path: Path, form: str
) -> None:
    source = mixed
    if form == "gz":
        source = tmp_path / "records.jsonl.gz"
        source.write_bytes(gzip.compress(mixed.read_bytes()))
    if form == "folder":
        source = tmp_path / "folder"
        source.mkdir()
        lines = mixed.read_text().splitlines(keepends=True)
        for name, record_type in (("articles", "article"), ("meetings", "meeting")):
            own = [line for line in lines if json.loads(line)["type"] == record_type]
            (source / f"{name}.jsonl").write_text("".join(own))
    target = tmp_path / "out.duckdb"
    target.touch()
    result = CliRunner().invoke(app, ["convert", str(source), "-o", str(target)])
    assert (result.exit_code, result.output) == (0, "")
    kept = {"article", "meeting"} if form == "folder" else None
    with duckdb.connect(str(target), read_only=True) as base:
        written = {name: all_rows(base, name) for name in NAMES}
        comments = base.execute(
            "SELECT comment FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        )
        assert comments.fetchall() == []
    if kept is None:
        assert written == rows
    else:
        assert {name: len(found) for name, found in written.items()} == {
            name: len(found) for name, found in list_rows(newsie.read(mixed, kept)).items()
        }
    assert not (tmp_path / "out.duckdb.newsie").exists()


def test_extract_writes_tables(tmp_path: Path) -> None:
    texts = [str(SAMPLES / "texts" / "06-teachers-day.txt")]
    target = tmp_path / "out.parquet"
    result = CliRunner().invoke(app, ["extract", *texts, "-o", f"{target}/"])
    assert result.exit_code == 0
    rows = list_rows(newsie.read(SAMPLES / "expected" / "06-teachers-day.jsonl"))
    base = duckdb.connect()
    written = {name: all_rows(base, f"'{target}/{name}.parquet'") for name in NAMES}
    assert written == rows
    kept = sorted(path.name for path in tmp_path.rglob("*") if path.suffix != ".parquet")
    assert kept == ["manifest.json", "out.parquet.newsie"]


def test_wrong_use_is_told(mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = CliRunner().invoke(app, ["convert", str(mixed), "-o", "out.xlsx"])
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "newsie: -o out.xlsx: it must end in .parquet or .duckdb\n",
    )
    monkeypatch.setattr("newsie.tables.database.find_spec", lambda name: None)
    missing = CliRunner().invoke(app, ["extract", str(mixed), "-o", str(tmp_path / "out.duckdb")])
    assert (missing.exit_code, missing.stderr) == (
        2,
        "newsie: Parquet and DuckDB output need duckdb; pip install 'newsie[tables]'\n",
    )
    assert sorted(tmp_path.iterdir()) == [mixed]
