"""A mention in, how its value came about out, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from newsie.article import Article, Mention
from newsie.values import (
    OrganisationValue,
    PersonValue,
    PlaceValue,
    PostValue,
    Quantity,
    TimeValue,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A mention and what was made of it.

    Args:
        kind: of the mention.
        text: as printed.
        notes: what was made of it, in order.
    """

    kind: str
    text: str
    notes: tuple[str, ...]


def tell_step(article: Article, mention: Mention) -> Step:
    """How a mention got its value."""
    assert article.passage is not None
    text = article.passage.in_script(mention.start, mention.end)
    canonical = article.passage.text[mention.start : mention.end]
    notes = [f"in canonical characters {canonical}"] if canonical != text else []
    value = mention.value
    if isinstance(value, Quantity):
        notes += _tell_quantity(value)
    elif isinstance(value, TimeValue):
        notes += _tell_time(value, article)
    elif isinstance(value, PlaceValue):
        notes += _tell_place(value, article)
    elif isinstance(value, OrganisationValue):
        notes += [f"a body of the sector {value.sector}"] if value.sector else ["a body"]
    elif isinstance(value, PostValue):
        notes += _tell_post(value)
    elif isinstance(value, PersonValue):
        notes += _tell_person(value, text)
    return Step(mention.kind, text, tuple(notes))


def _tell_quantity(value: Quantity) -> list[str]:
    upper = f" to {value.value_max}" if value.value_max is not None else ""
    notes = [f"value {value.value}{upper}", f"unit {value.unit or 'none'}"]
    if value.comparator != "eq":
        words = f", as it says {value.hedge}" if value.hedge else ""
        notes.append(f"comparator {value.comparator}{words}")
    if value.rank:
        notes.append("a rank")
    if value.share:
        notes.append("a share written without %")
    return notes


def _tell_time(value: TimeValue, article: Article) -> list[str]:
    if value.date is None and value.period is None:
        why = "no date of publication to count from" if article.published is None else "vague"
        return [f"a {value.kind} without a date: {why}"]
    notes = [f"a {value.kind}"]
    if value.date is not None:
        notes.append(f"date {value.date}")
    if value.end_date is not None:
        notes.append(f"to {value.end_date}")
    if value.period is not None and value.period != value.date:
        notes.append(f"period {value.period}")
    if article.published is not None:
        notes.append(f"published {article.published} ({article.published_source})")
    return notes


def _tell_place(value: PlaceValue, article: Article) -> list[str]:
    if value.place is None:
        return ["no division of the gazetteer"]
    note = f"{value.place.name} ({value.place.code})"
    if value.bare and article.place is not None:
        return [f"the article's place is {article.place.name}", note]
    others = len(value.codes) - 1
    return [note, f"chosen of {others + 1} of that name"] if others > 0 else [note]


def _tell_post(value: PostValue) -> list[str]:
    notes = []
    for part in value.parts:
        office = part.office
        if office is None:
            notes.append(f"{part.organ or 'no organ'} / {part.post}")
        else:
            sector = f" ({office.sector})" if office.sector else ""
            notes.append(f"{office.org or 'no organ'} / {office.post}{sector}")
    return notes or ["a title without posts"]


def _tell_person(value: PersonValue, text: str) -> list[str]:
    notes = [f"the person called {value.name} elsewhere"] if value.name != text else []
    if value.anchored:
        return [*notes, "a name by what stands beside it"]
    return [*notes, "a name known from elsewhere in the article"]
