"""The record types: for each its model, its finder and the slots that its rules may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from newsie.article import Article
from newsie.errors import UsageError
from newsie.record import Record
from newsie.records import activity, article, award, meeting, metric, official, target
from newsie.rules import Match


class RecordType(NamedTuple):
    """One record type that is found by rules in running text.

    Its finder is given the matches of its own rules and of those of the types in `reads`: who did
    what at a meeting and on a visit is said in the same words, and where one ends the other begins.
    The records of the types in `settled_by` are made with its own, as linking reads them.
    """

    name: str
    model: type[Record]
    slots: frozenset[str]
    find: Callable[[Article, Sequence[Match]], Sequence[Any]]
    reads: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()


RECORD_TYPES: tuple[RecordType, ...] = (
    RecordType(
        "meeting",
        meeting.Meeting,
        meeting.SLOTS,
        meeting.find_meetings,
        reads=("activity",),
        settled_by=("official",),  # the titles of participants
    ),
    RecordType(
        "activity",
        activity.Activity,
        activity.SLOTS,
        activity.find_activities,
        reads=("meeting",),
        settled_by=("official",),
    ),
    RecordType("official", official.Official, official.SLOTS, official.find_officials),
    RecordType("award", award.Award, award.SLOTS, award.find_awards),
    RecordType(
        "metric",
        metric.Metric,
        metric.SLOTS,
        metric.find_metrics,
        reads=("target",),
        settled_by=("target",),  # what is promised is not reported
    ),
    RecordType("target", target.Target, target.SLOTS, target.find_targets, reads=("metric",)),
)

# The model of every record type, in the order of the contract.
RECORD_MODELS: Mapping[str, type[Record]] = MappingProxyType(
    {"article": article.ArticleRecord} | {t.name: t.model for t in RECORD_TYPES}
)


def choose_types(names: Iterable[str]) -> tuple[str, ...]:
    """The record types named, each once, in the order of `RECORD_MODELS`.

    Raises:
        UsageError: naming what is no record type, and those there are.
    """
    wanted = set(names)
    if unknown := sorted(wanted - RECORD_MODELS.keys()):
        raise UsageError(f"no type {', '.join(unknown)}; there are {', '.join(RECORD_MODELS)}")
    return tuple(name for name in RECORD_MODELS if name in wanted)
