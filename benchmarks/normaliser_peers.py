"""What another library reads: expressions as JSON in, its values and its time as JSON out.

Run by `compare_normalisers.py` with the Python of an environment that holds that library alone:

    python normaliser_peers.py cn2an|recognizers|jionlp < given.json > results.json

Given are `items`, and a few for `warming_up` before the clock runs. An item is
`[kind, words, publication or null]`, kind being number, percent, amount or time. A result is null
where the library claims nothing of the kind, else the list of its readings, each `[value]`,
`[low, high]` or `[first day, last day]`; an empty list where it reads nothing.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from importlib import import_module
from typing import Any

Readings = list[list[Any]] | None
Reader = Callable[[str, str, str | None], Readings]

_NUMERAL = re.compile(r"[-−－]?[\d.,０-９．，零〇一二两三四五六七八九十百千万亿]+")
_WRITTEN = re.compile(r"(-?\d+(?:\.\d+)?)(%|/(\d+))?")
_MONEY = re.compile(r"元$|元左右$|美元$")
_RANGE = re.compile(r"[～—至-]\d")
_FRACTION = re.compile("分之|一半|过半")
_NO_NUMERAL = re.compile(r"[成番半折]|[～—至-]\d|数[十百]")


def cn2an_reader() -> Reader:
    """cn2an turns numerals into numbers, and 百分之 and 分之 inside sentences."""
    module = import_module("cn2an")

    def read(kind: str, words: str, _: str | None) -> Readings:
        if kind == "time":
            return None
        if "分之" in words:
            found = _WRITTEN.search(module.transform(words, "cn2an"))
            if not found:
                return []
            over = found[3]
            whole = 1 if kind == "number" else 100
            return [[float(found[1]) * whole / float(over) if over else float(found[1])]]
        if kind == "number":
            return [[module.cn2an(words, "smart")]]
        if _NO_NUMERAL.search(words):
            return None
        numeral = _NUMERAL.search(re.sub("[多余来]", "", words))
        return [[module.cn2an(numeral[0], "smart")]] if numeral else []

    return read


def recognizers_reader() -> Reader:
    """Recognizers-Text: numbers, percentages, amounts with units, dates; each finds and reads."""
    culture = import_module("recognizers_text").Culture.Chinese
    numbers = import_module("recognizers_number")
    units = import_module("recognizers_number_with_unit")
    times = import_module("recognizers_date_time")

    def value_of(found: Iterable[Any]) -> list[list[Any]]:
        longest = sorted(found, key=lambda item: item.start - item.end)
        values = [item.resolution.get("value") for item in longest[:1]]
        return [[float(str(value).rstrip("%"))] for value in values if value]

    def read_time(words: str, published: str | None) -> list[list[Any]]:
        moment = import_module("datetime").datetime.fromisoformat(published or "2000-01-01")
        readings: list[list[Any]] = []
        for item in times.recognize_datetime(words, culture, reference=moment):
            for value in (item.resolution or {}).get("values", ()):
                if "start" in value and "end" in value:
                    last = date.fromisoformat(value["end"][:10])
                    ends = [last, last - timedelta(1)]  # some of its ends are excluded
                    readings += [[value["start"][:10], end.isoformat()] for end in ends]
                elif re.match(r"\d{4}-\d\d-\d\d", str(value.get("value"))):
                    readings.append([value["value"][:10]] * 2)
        return readings

    def read(kind: str, words: str, published: str | None) -> Readings:
        if kind == "time":
            return read_time(words, published)
        if kind == "number":
            return value_of(numbers.recognize_number(words, culture))
        if kind == "amount" and _RANGE.search(words):
            return None  # its ranges of numbers are not there for Chinese in Python
        percent = value_of(numbers.recognize_percentage(words, culture))
        if kind == "percent" or percent:
            return percent
        money = value_of(units.recognize_currency(words, culture))
        size = value_of(units.recognize_dimension(words, culture))
        found = money or size or value_of(numbers.recognize_number(words, culture))
        if _FRACTION.search(words):
            return [[value * 100] for (value,) in found]
        return found

    return read


def jionlp_reader() -> Reader:
    """JioNLP: amounts of money, and times."""
    with contextlib.redirect_stdout(io.StringIO()):
        module = import_module("jionlp")

    def read(kind: str, words: str, published: str | None) -> Readings:
        if kind == "amount" and _MONEY.search(words):
            number: Any = (module.parse_money(words) or {}).get("num")
            ends = number if isinstance(number, list) else [number]
            if re.search("[多余]", words):  # which it reads as a range: its lower end
                ends = ends[:1]
            return [[float(end) for end in ends]] if number else []
        if kind != "time":
            return None
        year, month, day = map(int, (published or "2000-01-01").split("-"))
        found = module.parse_time(words, time_base={"year": year, "month": month, "day": day})
        ends = found.get("time")
        if not isinstance(ends, list):
            return []
        return [[published if end == "inf" else end[:10] for end in ends]]  # up to now

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "cn2an": cn2an_reader,
    "recognizers": recognizers_reader,
    "jionlp": jionlp_reader,
}


def _quietly(reader: Reader, item: list[Any]) -> Readings:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return reader(item[0], item[1], item[2])
    except Exception:  # how these libraries say that they cannot read it
        return []


def main() -> None:
    given = json.load(sys.stdin)
    items = given["items"]
    reader = READERS[sys.argv[1]]()
    for item in given["warming_up"]:
        _quietly(reader, item)
    spent, claimed, results = 0.0, 0, []
    for item in items:
        start = time.perf_counter()
        results.append(_quietly(reader, item))
        if results[-1] is not None:
            spent += time.perf_counter() - start
            claimed += 1
    json.dump({"results": results, "per_second": claimed / spent}, sys.stdout)


if __name__ == "__main__":
    main()
