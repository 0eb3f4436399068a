"""The loader of gazetteers, and the state of every gazetteer that is shipped."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from newsie.errors import GazetteerError
from newsie.gazetteers import check_folder, load_gazetteer
from newsie.pipeline import Extractor
from newsie.resources import data_folder

SHIPPED = sorted(
    file.name.removesuffix(".tsv")
    for file in data_folder("gazetteers").iterdir()
    if file.name.endswith(".tsv")
)
NOTE = "# source: made up; licence: MIT\n"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", SHIPPED)
def test_shipped_gazetteer_is_tidy(kind: str) -> None:
    text = (data_folder("gazetteers") / f"{kind}.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    keys = [next(iter(row.values())) for row in load_gazetteer(kind)]
    tidy = {
        "sorted": keys == sorted(keys),
        "composed": unicodedata.is_normalized("NFC", text),
        "no stray space": all(
            cell == cell.strip() and "  " not in cell for line in lines for cell in line.split("\t")
        ),
        "ends with a newline": text.endswith("\n"),
        "names its source": "# source: " in text and "licence: " in text,
    }
    assert tidy == dict.fromkeys(tidy, True)


def test_load_gazetteer_reads_a_kind_of_the_users_own(tmp_path: Path) -> None:
    write(tmp_path, "fruit.tsv", NOTE + "name\tcolour\n杏\t黄\n李\t\n")
    assert load_gazetteer("fruit", tmp_path) == (
        {"name": "杏", "colour": "黄"},
        {"name": "李", "colour": ""},
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name\tcolour\n杏\t黄\n", ":1: the lines above the header must name its source:"),
        ("# source: x\nname\n杏\n", ":1: the lines above the header must name its licence:"),
        (NOTE, ":2: there is no header"),
        (NOTE + "name\tcolour\n杏\n", ":3: 1 cells where 2 belong"),
        (NOTE + "name\n杏\n\n李\n", ":4: the first cell is empty"),
        (NOTE + "name\n杏\n杏\n", ":4: 杏 stands there twice"),
        (NOTE + "name\n杏 \n", ":3: white space at the edge of a cell"),
    ],
)
def test_load_gazetteer_names_the_broken_line(tmp_path: Path, text: str, problem: str) -> None:
    write(tmp_path, "fruit.tsv", text)
    with pytest.raises(GazetteerError) as caught:
        load_gazetteer("fruit", tmp_path)
    assert str(caught.value) == f"{tmp_path / 'fruit.tsv'}{problem}"


def test_load_gazetteer_without_a_file() -> None:
    with pytest.raises(GazetteerError) as caught:
        load_gazetteer("fruit")
    assert str(caught.value) == "fruit.tsv: there is no such gazetteer"


def test_check_folder_refuses_an_unknown_kind(tmp_path: Path) -> None:
    write(tmp_path, "fruit.tsv", NOTE + "name\n杏\n")
    with pytest.raises(GazetteerError, match=r"fruit\.tsv: unknown gazetteer; known are "):
        check_folder(tmp_path)


def test_a_gazetteer_of_an_unknown_kind_stops_a_run(tmp_path: Path) -> None:
    (tmp_path / "wrod.tsv").write_text(
        "# source: own; licence: MIT\nword\n柳湾\n", encoding="utf-8"
    )
    with pytest.raises(GazetteerError, match=r"wrod\.tsv: unknown gazetteer"):
        Extractor(gazetteers=tmp_path)
