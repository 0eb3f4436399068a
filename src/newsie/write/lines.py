"""Records in, lines of JSON out: keys in the order of the models, the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from newsie.write.redaction import redact_text

# The name of the file, without .jsonl, that holds each type in a folder of output.
FILE_NAMES = {
    "article": "articles",
    "meeting": "meetings",
    "official": "officials",
    "award": "awards",
    "metric": "metrics",
    "target": "targets",
    "activity": "activities",
}
Lines = Mapping[str, bytes | bytearray]  # by type, or all under `MIXED`
MIXED = ""  # the key of the mixed stream, where a type's name would stand


@dataclass(frozen=True, slots=True)
class Form:
    """How records are written: a file a type or all in one stream, and whether redacted."""

    by_type: bool = False
    redact: bool = False


def serialise_records(records: Iterable[Mapping[str, Any]], form: Form) -> dict[str, bytes]:
    """Turn records into lines, in order: joined by type, or all under `MIXED`.

    Args:
        records: as dumped by their models; redaction changes their evidence.
        form: how they are written.
    """
    lines: dict[str, list[bytes]] = {}
    for record in records:
        if form.redact:
            for item in record["evidence"]:
                item["text"] = redact_text(item["text"])
        key = record["type"] if form.by_type else MIXED
        lines.setdefault(key, []).append(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return {key: b"".join(parts) for key, parts in lines.items()}
