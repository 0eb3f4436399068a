"""A file of gold and one of extracted records in, the scores of every type out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsie.errors import InputError
from newsie.records import RECORD_MODELS
from newsie.score.gold import read_plain_records
from newsie.score.pairing import MEASURES, class_of_kind
from newsie.score.tally import Figures, Tally, share

CORE = ("meeting", "official", "award", "metric", "target")
OTHER_ARTICLES = "article:other"  # teasers and adverts, which have a line of their own
LINES = ("article", OTHER_ARTICLES, *(name for name in MEASURES if name != "article"))

Group = tuple[str, str]  # a document and a line


@dataclass(slots=True)
class Scores:
    """Everything counted.

    Args:
        tallies: by line: a type, or `article:other`.
        documents: how many occur in the gold.
        unknown: extracted records of types that there are not.
        elsewhere: extracted records of documents that the gold has not.
        not_annotated: extracted and gold records of types that a document is not annotated for.
    """

    tallies: dict[str, Tally]
    documents: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    elsewhere: int = 0
    not_annotated: Counter[str] = field(default_factory=Counter)

    def figures(self) -> Figures:
        """All figures as plain values."""
        lines = {line: tally.figures() for line, tally in self.tallies.items()}
        core = [name for name in CORE if name in lines and lines[name]["f1"] is not None]
        means = {
            key: share(sum(lines[name][key] for name in core), len(core))
            for key in ("f1", "exact_f1")
        }
        return {
            "documents": self.documents,
            "ignored": {
                "pred_unknown_type": dict(self.unknown),
                "pred_other_document": self.elsewhere,
                "pred_type_not_annotated": self.not_annotated["pred"],
                "gold_type_not_annotated": self.not_annotated["gold"],
            },
            "types": lines,
            "core": {"types": core, **means},
        }


def score_records(
    gold: Path,
    found: Path,
    *,
    types: Collection[str] | None = None,
    documents: str = "",
) -> Scores:
    """Compare extracted records with gold.

    Args:
        gold: a file or folder of gold records.
        found: a file or folder of records as newsie writes them.
        types: the types to score; None for all.
        documents: a regular expression; only documents whose doc_id it is found in are scored.

    Raises:
        InputError: naming file and line.
    """
    wanted = re.compile(documents)
    annotated: dict[str, set[str]] = {}
    golds = []
    for where, record in read_plain_records(gold):
        doc_id = str(record["doc_id"])
        if not wanted.search(doc_id):
            continue
        if record["type"] == "document":
            annotated[doc_id] = annotated.get(doc_id, set()) | _declared(where, record)
        elif record["type"] in RECORD_MODELS:
            golds.append((doc_id, record))
        else:
            raise InputError(where, f"no type {record['type']!r} of gold")
    declared = {doc_id: annotated.get(doc_id) for doc_id in [*annotated, *(d for d, _ in golds)]}
    lines = [line for line in LINES if types is None or line.split(":")[0] in types]
    scores = Scores({line: Tally(MEASURES[line.split(":")[0]]) for line in lines}, len(declared))
    groups: dict[str, dict[Group, list[Any]]] = {
        "gold": defaultdict(list),
        "pred": defaultdict(list),
    }

    def put(side: str, doc_id: str, record: dict[str, Any]) -> None:
        allowed = declared[doc_id]
        if allowed is not None and record["type"] not in allowed:
            scores.not_annotated[side] += 1
        else:
            groups[side][doc_id, _line_of(record)].append(record)

    for doc_id, record in golds:
        put("gold", doc_id, record)
    for _, record in read_plain_records(found):
        doc_id = str(record["doc_id"])
        if record["type"] not in RECORD_MODELS:
            scores.unknown[record["type"]] += 1
        elif doc_id not in declared:
            scores.elsewhere += 1
        else:
            put("pred", doc_id, record)
    for line, tally in scores.tallies.items():
        for doc_id in declared:
            key = (doc_id, line)
            tally.add_document(doc_id, groups["gold"][key], groups["pred"][key])
    return scores


def _declared(where: str, document: dict[str, Any]) -> set[str]:
    declared = document.get("types")
    if declared is None:
        return set(RECORD_MODELS)
    if not isinstance(declared, list) or not set(declared) <= RECORD_MODELS.keys():
        raise InputError(where, "types is not a list of record types")
    return set(declared)


def _line_of(record: dict[str, Any]) -> str:
    if record["type"] == "article" and class_of_kind(record) not in ("story", "caption"):
        return OTHER_ARTICLES
    return str(record["type"])
