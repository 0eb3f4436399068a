"""Records as plain values in, small tables of HTML out, for notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import islice
from typing import Any

MOST_ROWS = 50
_LONGEST_TEXT = 160
_PLAIN = (
    "type",
    "id",
    "doc_id",
    "article_id",
    "rule",
    "evidence",
    "confidence",
    "confidence_cases",
)
_LEFT = ' style="text-align:left"'


def show_record(record: Mapping[str, Any]) -> str:
    """One record: a row a field that holds something, and its evidence.

    >>> show_record({"type": "meeting", "rule": "meeting/held", "name": "例会", "date": None,
    ...              "evidence": [{"start": 0, "end": 4, "text": "召开例会"}]})[:71]
    '<table><tr><th style="text-align:left" colspan="2">meeting</th></tr><tr'
    """
    rows = [f'<tr><th{_LEFT} colspan="2">{escape(record["type"])}</th></tr>']
    for key, value in record.items():
        if key not in _PLAIN and value not in (None, []):
            rows.append(_row(key, _show_value(value)))
    rows.append(_row("evidence", f"<q>{_shorten(quote_evidence(record))}</q>"))
    rows.append(_row("rule", escape(record["rule"])))
    return f"<table>{''.join(rows)}</table>"


def show_records(records: Sequence[Mapping[str, Any]]) -> str:
    """Several records: a row each, with what they say and the words that say so."""
    head = "".join(f"<th{_LEFT}>{name}</th>" for name in ("", "type", "says", "evidence", "rule"))
    rows = [
        f"<tr><td>{number}</td><td{_LEFT}>{escape(record['type'])}</td>"
        f"<td{_LEFT}>{summarise_record(record)}</td>"
        f"<td{_LEFT}><q>{_shorten(quote_evidence(record))}</q></td>"
        f"<td{_LEFT}>{escape(record['rule'])}</td></tr>"
        for number, record in enumerate(islice(records, MOST_ROWS))
    ]
    more = len(records) - MOST_ROWS
    rest = f"<p>… and {more} more</p>" if more > 0 else ""
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>{rest}"


def summarise_record(record: Mapping[str, Any]) -> str:
    """What a record says, in one line of HTML."""
    parts = [
        f"<b>{escape(key)}</b> {_show_value(value)}"
        for key, value in record.items()
        if key not in _PLAIN and value not in (None, []) and not key.endswith("_text")
    ]
    return "; ".join(parts)


def quote_evidence(record: Mapping[str, Any]) -> str:
    """The words that a record rests on, in one line."""
    return " … ".join(" ".join(item["text"].split()) for item in record["evidence"])


def _row(key: str, cell: str) -> str:
    return f"<tr><td{_LEFT}>{escape(key)}</td><td{_LEFT}>{cell}</td></tr>"


def _show_value(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(_show_value(part) for part in value.values() if part not in (None, []))
    if isinstance(value, list):
        return "；".join(_show_value(part) for part in value)
    return _shorten(str(value))


def _shorten(text: str) -> str:
    return escape(text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…")
