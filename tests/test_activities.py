"""Activities: the clause that tells of them, what they are not, and who belongs to which."""

from __future__ import annotations

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor
from newsie.records.activity import Activity


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["activity"])


def read(extractor: Extractor, text: str) -> list[Activity]:
    records = extractor.extract(Document("-", text, published="2025-03-31", place="长沙县"))
    return [record for record in records if isinstance(record, Activity)]


@pytest.mark.parametrize(
    ("sentence", "kind", "description"),
    [
        ("3月10日，县长汪远帆率队调研节前市场供应。", "visit", "调研节前市场供应"),
        (
            "3月10日，县长汪远帆带队采取“四不两直”方式，检查安全生产工作。",
            "visit",
            "检查安全生产工作",
        ),
        ("3月10日，县长汪远帆到柳湾镇走访慰问困难群众。", "visit", "到柳湾镇走访慰问困难群众"),
        ("3月10日，县长汪远帆会见了省商会会长贾思远。", "reception", "会见了省商会会长贾思远"),
        (
            "由县文联主办的第三届书法展开幕式3月10日举行，县长汪远帆出席。",
            "ceremony",
            "第三届书法展开幕式3月10日举行",
        ),
        (
            "3月10日，县教育局与省师范学院签署共建协议，县长汪远帆出席签约。",
            "ceremony",
            "县教育局与省师范学院签署共建协议",
        ),
    ],
)
def test_the_description_is_the_clause_as_written(
    extractor: Extractor, sentence: str, kind: str, description: str
) -> None:
    assert [(a.kind, a.description, a.date) for a in read(extractor, sentence)] == [
        (kind, description, "2025-03-10")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "县长汪远帆强调，干部要常走访群众。",
        "3月10日，居民走访了邻居。",
        "3月10日，全县认真学习习近平总书记考察湖南时的重要讲话精神。",
        "距离运动会开幕还有100天。",
        "截至3月10日，已有102家企业签署入园协议。",
        "会见结束后，双方签署协议。",
    ],
)
def test_exhortation_and_what_has_no_official_or_day_is_no_activity(
    extractor: Extractor, sentence: str
) -> None:
    assert read(extractor, sentence) == []


def test_a_second_call_on_the_same_day_is_the_same_visit(extractor: Extractor) -> None:
    text = (
        "县领导看望医护人员\n\n"
        "3月10日，县长李志明来到柳湾镇，看望医护人员。副县长纪小舟陪同。\n\n"
        "随后，李志明前往清溪街道，看望值班人员。"
    )
    assert [(a.description, [p.name for p in a.participants]) for a in read(extractor, text)] == [
        ("看望医护人员", ["李志明", "纪小舟"])
    ]


def test_a_ceremony_inside_a_meeting_belongs_to_the_meeting(extractor: Extractor) -> None:
    text = "3月10日，全县招商大会召开，县长汪远帆主持。会上，县商务局与企业签署投资协议。"
    assert read(extractor, text) == []


def test_a_month_of_publication_makes_no_day_in_it_one_to_come(extractor: Extractor) -> None:
    text = (
        "长沙县举行升旗仪式\n\n3月8日清晨，长沙县升旗仪式在文化广场举行。县领导汪远帆、贾思远出席，"
        "县长汪远帆主持升旗仪式。\n升旗仪式前，汪远帆一行看望慰问了一线职工。\n"
    )
    records = extractor.extract(Document("-", text, published="2025-03", place="长沙县"))
    found = [
        (record.kind, [participant.name for participant in record.participants])
        for record in records
        if isinstance(record, Activity)
    ]
    assert found == [("ceremony", ["汪远帆", "贾思远"]), ("visit", ["汪远帆"])]
