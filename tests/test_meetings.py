"""Meetings: how their names are cut out and folded, and what only sounds like one."""

from __future__ import annotations

import pytest

from newsie.article import Document
from newsie.gathering.naming import head_kind, is_vague, same_meeting
from newsie.pipeline import Extractor
from newsie.records.meeting import Meeting


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["meeting"])


def read(extractor: Extractor, text: str) -> list[Meeting]:
    records = extractor.extract(Document("-", text, published="2025-03-31", place="长沙县"))
    return [record for record in records if isinstance(record, Meeting)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("3月11日，全县教育工作会议召开。", "全县教育工作会议"),
        ("全县教育工作会议于3月11日下午在县会堂隆重召开。", "全县教育工作会议"),
        ("为期两天的2025柳湾发展论坛3月11日举行。", "2025柳湾发展论坛"),
        (
            "3月11日，由县总商会主办的首届“柳湾”创业论坛在柳湾镇举行。",
            "首届柳湾创业论坛",
        ),
        ("3月11日，县政府召开第二次全体（扩大）会议。", "县政府第二次全体（扩大）会议"),
        ("3月11日，县政协举行六届四十三次主席会议。", "县政协六届四十三次主席会议"),
        ("3月11日，县政协召开2024年度履职表彰大会。", "2024年度履职表彰大会"),
        ("3月11日，柳湾镇在镇三楼会议室召开重点工作调度会。", "重点工作调度会"),
        (
            "3月11日，县第十六届人民代表大会第五次会议举行主席团第一次会议。",
            "县第十六届人民代表大会第五次会议主席团第一次会议",
        ),
        (
            "3月11日，全县高质量发展大会暨“设备更新年”启动仪式举行。",
            "全县高质量发展大会暨设备更新年启动仪式",
        ),
        ("在3月11日召开的全县防汛工作会议上，县长汪远帆作了部署。", "全县防汛工作会议"),
    ],
)
def test_a_name_begins_behind_verb_day_and_venue(
    extractor: Extractor, sentence: str, name: str
) -> None:
    assert [meeting.name for meeting in read(extractor, sentence)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "3月11日，全县深入学习贯彻中央农村工作会议精神。",
        "3月11日，县残疾人联合会举行义卖。",
        "3月11日，中国国民党革命委员会长沙县委员会开展义诊。",
        "今年全县已召开推进会12次。",
        "2023年召开的全省旅游发展大会提出，要打造精品线路。",
        "3月11日，县长汪远帆祝贺邻县成功举办第三届旅游论坛。",
        "3月11日，双方进行了富有成果的会谈。",
    ],
)
def test_what_is_only_named_counted_or_wished_for_is_no_meeting(
    extractor: Extractor, sentence: str
) -> None:
    assert read(extractor, sentence) == []


def test_a_headline_names_a_meeting_that_the_text_calls_one(extractor: Extractor) -> None:
    text = "全县安全生产工作会议召开\n\n本报讯 3月11日，县长汪远帆主持召开会议，副县长纪小舟出席。"
    [meeting] = read(extractor, text)
    assert (meeting.name, [p.name for p in meeting.participants]) == (
        "全县安全生产工作会议",
        ["汪远帆", "纪小舟"],
    )


def test_two_meetings_of_a_day_keep_their_people_apart(extractor: Extractor) -> None:
    text = (
        "3月11日，县长汪远帆主持召开县政府常务会议，副县长纪小舟汇报工作。\n\n"
        "当天下午，全县防汛工作会议召开。副县长丁一山主持会议。"
    )
    assert [
        (m.name, m.date, [(p.name, p.roles) for p in m.participants]) for m in read(extractor, text)
    ] == [
        ("县政府常务会议", "2025-03-11", [("汪远帆", ["host"]), ("纪小舟", ["presenter"])]),
        ("全县防汛工作会议", "2025-03-11", [("丁一山", ["host"])]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("区妇联执委会议", "嘉定区妇联七届七次执委（扩大）会议", True),
        ("全区重大项目建设推进会", "青浦区2025年重大项目建设暨现场推进会", True),
        ("会议", "全县教育工作会议", True),
        ("座谈会", "全县教育工作会议", False),
        ("县政协第三次主席会议", "县政协第四次主席会议", False),
        ("区委常委会会议", "全市教育工作会议", False),
    ],
)
def test_shortened_names_are_recognised(one: str, other: str, same: bool) -> None:
    assert same_meeting(one, other) == same


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("县委中心组专题学习（扩大）会", "会", "学习会"),
        ("国务院第三次专题学习", "专题学习", "学习会"),
        ("县委十三届四次全体会议", "全体会议", "全会"),
        ("院坝算账会", "会", "算账会"),
        ("全县教育工作会议", "会议", "会议"),
    ],
)
def test_the_kind_is_the_head_noun(name: str, head: str, kind: str) -> None:
    assert head_kind(name, head) == kind


def test_vague_names_name_no_meeting_in_particular() -> None:
    names = ["会议", "本次大会", "有关会议", "座谈会", "全县教育工作会议"]
    assert [is_vague(name) for name in names] == [True, True, True, True, False]
