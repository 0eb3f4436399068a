"""Gazetteers: tab-separated word lists, shipped and the user's own → rows.

A gazetteer is a file `<kind>.tsv` in UTF-8. Its first lines start with `#` and name its source and
its licence (`# source: …; licence: …`); then comes a header with the names of the columns, then
the rows. The first column is the key: unique, never empty. A user's file of the same kind and
header adds rows, and replaces those of the same key.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from newsie.errors import GazetteerError
from newsie.resources import data_folder

# The short names of the provinces, as a regex fragment.
PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)

# What kinds of zones there are, as a regex fragment: 平原|高新区.
ZONES = (
    "新区|开发区|经开区|高新区|农高区|示范区|(?:深度)?合作区|保税港?区|综合保税区|综保区|自贸(?:试验)?区(?:[一-鿿]{2,4}片区)?|自贸片区"
    "|(?:临[空港]|空港)?经济区|(?:航空|空)?港区|国际港务区|(?:工业|产业)?集[中聚]区|(?:工业|产业)?园区|工业园|产业园|创业园"
    "|科技园|物流园|循环(?:经济)?园|科[技学]城|生态城|新城"
)


def load_gazetteer(kind: str, folder: Path | None = None) -> tuple[dict[str, str], ...]:
    """Read a gazetteer: a dict a row, column → cell, in the order of the keys.

    Args:
        kind: the file's name without `.tsv`.
        folder: the user's gazetteers; need not hold this kind.

    Raises:
        GazetteerError: a file is broken, or no file of that kind is shipped or given.
    """
    shipped = data_folder("gazetteers") / f"{kind}.tsv"
    given = folder / f"{kind}.tsv" if folder else None
    files = [file for file in (shipped, given) if file is not None and file.is_file()]
    if not files:
        raise GazetteerError(f"{kind}.tsv: there is no such gazetteer")
    rows: dict[str, dict[str, str]] = {}
    header: list[str] | None = None
    for file in files:
        columns, read = _read(file)
        if header is not None and columns != header:
            raise GazetteerError(f"{file}: the columns must be {' '.join(header)}")
        header = columns
        rows.update(read)
    if len(files) == 1:
        return tuple(rows.values())
    return tuple(rows[key] for key in sorted(rows))


def check_folder(folder: Path) -> None:
    """Refuse a user's folder that holds a gazetteer of a kind that newsie does not know.

    Raises:
        GazetteerError: the folder is missing, or a `.tsv` in it has no shipped counterpart.
    """
    if not folder.is_dir():
        raise GazetteerError(f"{folder}: not a folder")
    known = sorted(
        file.name for file in data_folder("gazetteers").iterdir() if file.name.endswith(".tsv")
    )
    for file in sorted(folder.glob("*.tsv")):
        if file.name not in known:
            raise GazetteerError(f"{file}: unknown gazetteer; known are {', '.join(known)}")


def _read(file: Traversable) -> tuple[list[str], dict[str, dict[str, str]]]:
    """Return the header and the rows of one file, by key."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{file}: not UTF-8 (byte {error.start})") from error
    first = _header_line(file, lines)
    columns = lines[first].split("\t")
    width = len(columns)
    rows: dict[str, dict[str, str]] = {}
    for number, line in enumerate(lines[first:], first + 1):
        if not line and number == len(lines):
            break  # the newline that ends the file
        cells = line.split("\t")
        if len(cells) != width:
            raise GazetteerError(f"{file}:{number}: {len(cells)} cells where {width} belong")
        if not cells[0]:
            raise GazetteerError(f"{file}:{number}: the first cell is empty")
        if cells[0] in rows:
            raise GazetteerError(f"{file}:{number}: {cells[0]} stands there twice")
        if _has_stray_space(line, cells):
            raise GazetteerError(f"{file}:{number}: white space at the edge of a cell")
        rows[cells[0]] = dict(zip(columns, cells, strict=True))
    del rows[columns[0]]
    return columns, rows


def _has_stray_space(line: str, cells: list[str]) -> bool:
    # Most lines hold no space at all: look at single cells only where one does.
    if " " not in line and "\r" not in line and "\u3000" not in line:
        return False
    return any(cell != cell.strip() for cell in cells)


def _header_line(file: Traversable, lines: list[str]) -> int:
    """Return where the header stands, below the lines that name source and licence."""
    first = 0
    while first < len(lines) and lines[first].startswith("#"):
        first += 1
    note = "\n".join(lines[:first])
    for word in ("source:", "licence:"):
        if word not in note:
            raise GazetteerError(f"{file}:1: the lines above the header must name its {word}")
    if first == len(lines) or not lines[first]:
        raise GazetteerError(f"{file}:{first + 1}: there is no header")
    return first
