"""The record types: for each its model, its finder and the slots that its rules may name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsie.article import Article
from newsie.record import Record
from newsie.records import activity, award, meeting, metric, official, target
from newsie.rules import Match


class RecordType(NamedTuple):
    """One record type that is found by rules in running text."""

    name: str
    model: type[Record]
    slots: frozenset[str]
    find: Callable[[Article, Sequence[Match]], Sequence[Any]]


RECORD_TYPES: tuple[RecordType, ...] = (
    RecordType("meeting", meeting.Meeting, meeting.SLOTS, meeting.find_meetings),
    RecordType("activity", activity.Activity, activity.SLOTS, activity.find_activities),
    RecordType("official", official.Official, official.SLOTS, official.find_officials),
    RecordType("award", award.Award, award.SLOTS, award.find_awards),
    RecordType("metric", metric.Metric, metric.SLOTS, metric.find_metrics),
    RecordType("target", target.Target, target.SLOTS, target.find_targets),
)
