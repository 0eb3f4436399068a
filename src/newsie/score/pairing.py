"""What makes a gold and an extracted record a pair, and how the fields of a pair are judged.

| type | a pair needs | fields judged |
| --- | --- | --- |
| article | the same class of kind, titles alike (0.85) | title |
| meeting | names alike (0.75), or one holds the other (0.6 of its length) | date, end_date, place \
(alike, 0.7), participants, roles, titles |
| activity | the same date, and a participant of both or descriptions alike (0.5) | kind, date, \
participants |
| official | the same name | title, posts, sector |
| award | names alike (0.8) | year, recipient_count, recipients, grantor |
| metric | the same value, value_max and unit, and indicators alike (0.5) or one in the other \
| indicator, comparator, aspect, basis, period, subject |
| target | with a value as a metric, or goals alike (0.6) in place of indicators; without: goals \
alike (0.6), or one holds the other (0.5) | period, modality, comparator, aspect, actor, \
quantified |

Alike: Dice's coefficient of character pairs. News, feature and continuation are one class of kind.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newsie.score.likeness import holds_other, month_bounds, plain, similarity

Fields = Mapping[str, Any]
Likeness = Callable[[Fields, Fields], float | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one field of a pair came out.

    Args:
        cells: for each thing compared, whether it is right and whether either side says anything.
        note: what differs.
        shared, gold, found: of sets, how many items are in both, in gold, in the extracted record.
    """

    cells: tuple[tuple[bool, bool], ...]
    note: str
    shared: int | None = None
    gold: int = 0
    found: int = 0

    @property
    def right(self) -> bool:
        """Whether everything compared is right."""
        return all(right for right, _ in self.cells)


Judge = Callable[[Fields, Fields], Verdict]


@dataclass(frozen=True, slots=True)
class Measure:
    """How records of one type are scored: what pairs them, which fields count, what errors show."""

    likeness: Likeness
    judges: Mapping[str, Judge]
    shown: tuple[str, ...]


def people_of(record: Fields) -> dict[str, tuple[str, set[str]]]:
    """Named participants: plain name → plain title and roles; who is there twice adds roles."""
    found: dict[str, tuple[str, set[str]]] = {}
    for person in record.get("participants") or []:
        name = plain(person.get("name"))
        if name:
            _, roles = found.setdefault(name, (plain(person.get("title")), set()))
            roles.update(map(plain, person.get("roles") or []))
    return found


def class_of_kind(article: Fields) -> str:
    """The kind of an article, those of stories being one."""
    kind = plain(article.get("kind"))
    return "story" if kind in ("news", "feature", "continuation") else kind


def overlap(gold: Fields, found: Fields) -> float | None:
    """The overlap of two spans over their union; None where one has no span."""
    bounds = (gold.get("start"), gold.get("end"), found.get("start"), found.get("end"))
    if None in bounds:
        return None
    a, b, c, d = bounds
    shared = max(0, min(b, d) - max(a, c))  # type: ignore[type-var, operator]
    union = b - a + d - c - shared  # type: ignore[operator]
    return shared / union if union > 0 else None


def _alike(key: str, least: float, held: float | None = None) -> Likeness:
    def likeness(gold: Fields, found: Fields) -> float | None:
        a, b = plain(gold.get(key)), plain(found.get(key))
        value = similarity(a, b)
        if value >= least or (held is not None and holds_other(a, b, held)):
            return value
        return None

    return likeness


def _same_amount(gold: Fields, found: Fields) -> bool:
    if plain(gold.get("unit")) != plain(found.get("unit")):
        return False
    pairs = [(gold.get(key), found.get(key)) for key in ("value", "value_max")]
    return all(
        math.isclose(a, b, rel_tol=1e-6) if a is not None and b is not None else a is b
        for a, b in pairs
    )


_titles_alike = _alike("title", 0.85)
_indicators_alike = _alike("indicator", 0.5, 0.0)
_goals_alike = _alike("goal", 0.6)
_goals_alike_or_held = _alike("goal", 0.6, 0.5)


def _pair_articles(gold: Fields, found: Fields) -> float | None:
    if class_of_kind(gold) != class_of_kind(found):
        return None
    if not plain(gold.get("title")) and not plain(found.get("title")):
        return None if overlap(gold, found) == 0 else 1.0
    return _titles_alike(gold, found)


def _pair_activities(gold: Fields, found: Fields) -> float | None:
    ours, theirs = people_of(gold).keys(), people_of(found).keys()
    likeness = _alike("description", 0.0 if ours & theirs else 0.5)(gold, found)
    if likeness is None or plain(gold.get("date")) != plain(found.get("date")):
        return None
    return likeness + len(ours & theirs) / max(1, len(ours | theirs))


def _pair_officials(gold: Fields, found: Fields) -> float | None:
    name = plain(gold.get("name"))
    same = name and name == plain(found.get("name"))
    return _alike("title", 0.0)(gold, found) if same else None


def _pair_metrics(gold: Fields, found: Fields) -> float | None:
    return _indicators_alike(gold, found) if _same_amount(gold, found) else None


def _pair_targets(gold: Fields, found: Fields) -> float | None:
    if gold.get("value") is None:
        return _goals_alike_or_held(gold, found)
    if not _same_amount(gold, found):
        return None
    likenesses = [_indicators_alike(gold, found), _goals_alike(gold, found)]
    return max((one for one in likenesses if one is not None), default=None)


def _tell(value: Any) -> str:
    return json.dumps(sorted(value) if isinstance(value, set) else value, ensure_ascii=False)


def _same(key: str, least: float = math.inf) -> Judge:
    """The same when plain, or alike enough."""

    def judge(gold: Fields, found: Fields) -> Verdict:
        a, b = plain(gold.get(key)), plain(found.get(key))
        right = a == b or similarity(a, b) >= least
        note = f"{_tell(gold.get(key))} -> {_tell(found.get(key))}"
        return Verdict(((right, bool(a or b)),), note)

    return judge


def _same_period(gold: Fields, found: Fields) -> Verdict:
    a, b = gold.get("period"), found.get("period")
    right = month_bounds(a) == month_bounds(b)
    return Verdict(((right, bool(a or b)),), f"{_tell(a)} -> {_tell(b)}")


def _same_items(items_of: Callable[[Fields], set[Any]]) -> Judge:
    """The same set, whatever the order."""

    def judge(gold: Fields, found: Fields) -> Verdict:
        a, b = items_of(gold), items_of(found)
        note = f"missing {_tell(a - b)}, extra {_tell(b - a)}"
        return Verdict(((a == b, bool(a or b)),), note, len(a & b), len(a), len(b))

    return judge


def _same_of_each(part: int) -> Judge:
    """The title (0) or the roles (1) of each participant that both have."""

    def judge(gold: Fields, found: Fields) -> Verdict:
        a, b = people_of(gold), people_of(found)
        both = [(name, a[name][part], b[name][part]) for name in a if name in b]
        cells = tuple((x == y, bool(x or y)) for _, x, y in both)
        notes = [f"{name} {_tell(x)} -> {_tell(y)}" for name, x, y in both if x != y]
        return Verdict(cells, "; ".join(notes))

    return judge


def _posts_of(record: Fields) -> set[Any]:
    return {(plain(one.get("org")), plain(one.get("post"))) for one in record.get("posts") or []}


def _recipients_of(record: Fields) -> set[Any]:
    return {plain(one.get("name")) for one in record.get("recipients") or []} - {""}


_JUDGES: dict[str, Judge] = {
    "place": _same("place", 0.7),
    "period": _same_period,
    "participants": _same_items(lambda record: set(people_of(record))),
    "roles": _same_of_each(1),
    "titles": _same_of_each(0),
    "posts": _same_items(_posts_of),
    "recipients": _same_items(_recipients_of),
}


def _measure(likeness: Likeness, fields: str, shown: str) -> Measure:
    judges = {name: _JUDGES.get(name) or _same(name) for name in fields.split()}
    return Measure(likeness, judges, tuple(shown.split()))


_AMOUNT = "indicator value value_max unit period"
MEASURES: Mapping[str, Measure] = {
    "article": _measure(_pair_articles, "title", "kind title"),
    "meeting": _measure(
        _alike("name", 0.75, 0.6), "date end_date place participants roles titles", "name date"
    ),
    "activity": _measure(_pair_activities, "kind date participants", "description date"),
    "official": _measure(_pair_officials, "title posts sector", "name title"),
    "award": _measure(_alike("name", 0.8), "year recipient_count recipients grantor", "name year"),
    "metric": _measure(_pair_metrics, "indicator comparator aspect basis period subject", _AMOUNT),
    "target": _measure(
        _pair_targets, "period modality comparator aspect actor quantified", f"goal {_AMOUNT}"
    ),
}
