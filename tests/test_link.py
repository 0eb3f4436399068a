"""Linking: ids that hold on every machine, each thing once, order by type and place."""

from __future__ import annotations

from hashlib import blake2b

from newsie.link import link_records, name_records
from newsie.record import Evidence, Participant
from newsie.records.meeting import Meeting
from newsie.records.metric import Metric
from newsie.records.official import Official, Post
from newsie.records.target import Target

BASE = {"doc_id": "a.txt", "article_id": "article-1", "rule": "x/y"}
NUMBER = {
    "subject": "嘉定区",
    "indicator": "产值",
    "value": 5,
    "value_max": None,
    "unit": "%",
    "comparator": "eq",
    "aspect": "increase",
    "basis": None,
    "period": None,
    "period_text": None,
}


def evidence(start: int) -> list[Evidence]:
    return [Evidence(start=start, end=start + 1, text="文")]


def metric(start: int, anchor: int) -> Metric:
    record = Metric(**BASE, **NUMBER, evidence=evidence(start))
    record.anchor = anchor
    return record


def target(start: int, anchor: int) -> Target:
    record = Target(
        **BASE,
        **NUMBER,
        evidence=evidence(start),
        goal="产值增长5%",
        actor="嘉定区",
        modality="plan",
        quantified=True,
    )
    record.anchor = anchor
    return record


def official(title: str) -> Official:
    posts = [Post(org="嘉定区委", post="书记")]
    return Official(
        **BASE,
        name="高小满",
        title=title,
        posts=posts,
        sector="party",
        place=None,
        order=1,
        changes=[],
        evidence=evidence(9),
    )


def meeting(title: str | None) -> Meeting:
    person = Participant(name="高小满", title=title, roles=["host"])
    return Meeting(
        **BASE,
        name="全会",
        kind="全会",
        date=None,
        end_date=None,
        date_text=None,
        place=None,
        organizer=None,
        participants=[person],
        body=None,
        term=None,
        session=None,
        participants_open=False,
        evidence=evidence(3),
    )


def test_ids_digest_all_that_a_record_says() -> None:
    first, same, other = metric(3, 3), metric(3, 3), metric(4, 4)
    said = first.model_dump_json(exclude={"confidence", "confidence_cases"})
    digest = blake2b(said.encode(), digest_size=8).hexdigest()
    assert [name_records([record])[0].id for record in (first, same)] == [f"metric-{digest}"] * 2
    assert name_records([other])[0].id != f"metric-{digest}"


def test_the_same_record_is_kept_once() -> None:
    assert name_records([metric(3, 3), metric(3, 3)]) == name_records([metric(3, 3)])


def test_a_promised_number_is_not_also_reported() -> None:
    linked = link_records([metric(3, 30), metric(4, 40), target(4, 40)])
    assert [(record.type, record.evidence[0].start) for record in linked] == [
        ("metric", 3),
        ("target", 4),
    ]


def test_participants_take_the_fullest_title_of_the_article() -> None:
    linked = link_records([meeting("书记"), official("区委书记")])
    assert linked[0].participants == [  # type: ignore[attr-defined]
        Participant(name="高小满", title="区委书记", roles=["host"])
    ]


def test_records_of_other_types_settle_and_go() -> None:
    linked = link_records([meeting("书记"), official("区委书记")], ["meeting"])
    assert linked == link_records([meeting("书记"), official("区委书记")])[:1]


def test_records_stand_by_type_then_by_place() -> None:
    linked = link_records([metric(8, 8), metric(2, 2), official("区委书记"), meeting(None)])
    assert [(record.type, record.evidence[0].start) for record in linked] == [
        ("meeting", 3),
        ("official", 9),
        ("metric", 2),
        ("metric", 8),
    ]


def test_a_part_has_the_id_of_its_total_where_that_is_written() -> None:
    whole, part = metric(0, 10), metric(20, 30)
    part.total = 10
    tied = link_records([whole, part])
    assert [record.model_dump()["part_of"] for record in tied] == [None, tied[0].id]
    alone = metric(20, 30)
    alone.total = 10
    [named] = link_records([alone])
    assert (named.id, named.model_dump()["part_of"]) == (tied[1].id, None)
