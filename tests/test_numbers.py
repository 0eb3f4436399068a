"""Numerals and quantities: tables of surface forms, and numerals written and read back."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie import normalize
from newsie.mentions.date import find_dates
from newsie.mentions.quantity import find_quantities
from newsie.values import Quantity

TABLES = Path(__file__).parent / "mentions"
NUMBERS: dict[str, Any] = tomllib.loads((TABLES / "number.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = tomllib.loads((TABLES / "quantity.toml").read_text("utf-8"))["case"]
ALONE: dict[str, Any] = tomllib.loads((TABLES / "alone.toml").read_text("utf-8"))
READABLE = [
    (text, value)
    for name, table in NUMBERS.items()
    if name != "no_number"
    for text, value in table.items()
]


@pytest.mark.parametrize(("text", "value"), READABLE)
def test_number(text: str, value: int | float) -> None:
    found = normalize.number(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("text", NUMBERS["no_number"]["words"])
def test_no_number(text: str) -> None:
    assert normalize.number(text) is None


@pytest.mark.parametrize(("text", "value", "unit", "comparator"), ALONE["amounts"])
def test_amounts_alone(text: str, value: Any, unit: str, comparator: str) -> None:
    found = normalize.quantity(text)
    assert found is not None
    assert [_value(found), found.unit or "", found.comparator] == [value, unit, comparator]


@pytest.mark.parametrize("text", ALONE["nothing"])
def test_no_amount_alone(text: str) -> None:
    assert normalize.quantity(text) is None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_find_quantities(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        [
            text[mention.start : mention.end],
            _value(mention.value),
            mention.value.unit or "",
            mention.value.comparator,
            mention.value.share,
            mention.value.rank,
        ]
        for mention in find_quantities(text)
    ]
    flags = [case.get("share", False), case.get("rank", False)]
    assert found == [[*expected, *flags] for expected in case["found"]]


def _value(quantity: Quantity) -> Any:
    if quantity.value_max is None:
        return quantity.value
    return [quantity.value, quantity.value_max]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("超过3.5亿元", Quantity(350000000, "元", "gt", hedge="超过")),
        ("一家", Quantity(1, "家")),
        ("２００余家", Quantity(200, "家", "gt", hedge="余", ceiling=300)),
        ("3.5亿至4亿元", Quantity(350000000, "元", "range", 400000000)),
        ("三分之二", Quantity(66.67, "%", share=True)),
        ("第3位", Quantity(3, "位", rank=True)),
        ("100", Quantity(100)),
        ("百萬美元", Quantity(1000000, "美元")),
        ("-3.2%", Quantity(-3.2, "%")),
        ("近零下5℃", Quantity(-5, "℃", "approx", hedge="近")),
        ("上百家", Quantity(100, "家", "ge", hedge="上")),
        ("过半", Quantity(50, "%", "gt", hedge="过", share=True)),
        ("个半小时", Quantity(1.5, "小时")),
        ("三分之一强", Quantity(33.33, "%", "gt", hedge="强", share=True)),
        ("10天内", Quantity(10, "天", "le", hedge="内")),
        ("数百家", None),
        ("一家企业", None),
        ("大量", None),
        ("", None),
    ],
)
def test_quantity(text: str, expected: Quantity | None) -> None:
    assert normalize.quantity(text) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("5.4%", (5.4, 5.4)),
        ("超3亿元", (300000000, None)),
        ("65%以上", (65, None)),
        ("不足200户", (None, 200)),
        ("3%以内", (None, 3)),
        ("近七成", (None, 70)),
        ("接近20公里", (None, 20)),
        ("约3万亩", (None, None)),
        ("5%左右", (None, None)),
        ("8%-10%", (8, 10)),
        ("两三百人", (200, 300)),
        ("20余家", (20, 30)),
        ("1200多名", (1200, 1300)),
        ("100余万人", (1000000, 2000000)),
        ("3亿多元", (300000000, 400000000)),
        ("10亿多元", (1000000000, 1100000000)),
        ("1.2万余人", (12000, 13000)),
        ("十几个", (10, 20)),
        ("两倍多", (2, None)),
        ("前十", (None, 10)),
    ],
)
def test_hedges_bound_the_value(text: str, bounds: tuple[float | None, float | None]) -> None:
    found = normalize.quantity(text)
    assert found is not None
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5.4%", 5.4), ("近", None), ("百分之零点三", 0.3), ("七成六", 76), ("2‰", 0.2), ("5", None)],
)
def test_percent(text: str, expected: float | None) -> None:
    assert normalize.percent(text) == expected


def test_amounts_of_the_news_are_read() -> None:
    table = Path(__file__).parents[1] / "benchmarks" / "data" / "amounts.tsv"
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wrong = []
    for row in rows:
        found = normalize.quantity(row["words"])
        ends = [float(end) for end in (row["value"], row["value_max"]) if end]
        expected = [*ends, row["unit"], row["comparator"]] if ends else []
        told = [] if found is None else [found.value, found.unit or "", found.comparator]
        if found is not None and found.value_max is not None:
            told.insert(1, found.value_max)
        if told != expected:
            wrong.append(row["words"])
    assert wrong == ["21响", "5.6级", "7—8级"]


def test_dates_win_over_quantities() -> None:
    text = "前10个月，全区新增企业300家，近三年来增长两倍"
    kept = find_quantities(text, dates=find_dates(text))
    assert [text[mention.start : mention.end] for mention in kept] == ["300家", "两倍"]


def test_a_number_behind_a_date_is_no_rank() -> None:
    text = "目前176家企业已复工"
    [found] = find_quantities(text, dates=find_dates(text))
    assert (text[found.start : found.end], found.value.rank) == ("176家", False)


def write_numeral(value: int) -> str:
    """A whole number in Chinese, as schoolbooks write it."""
    for power, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= power:
            head, rest = divmod(value, power)
            gap = "零" if 0 < rest < power // 10 else ""
            return write_numeral(head) + name + gap + (write_numeral(rest) if rest else "")
    return "零一二三四五六七八九"[value]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_numerals_are_read_back(value: int) -> None:
    assert normalize.number(write_numeral(value)) == value


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals_are_exact(value: Any) -> None:
    assert normalize.number(f"{value}万") == pytest.approx(float(value * 10000), rel=1e-15)


@given(st.text(alphabet="一二两三十百千万亿零点半成多余分之第前3.5,%亩元家年月日至—约超 "))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    position = 0
    for mention in find_quantities(text):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end
