"""活动: visits, ceremonies and receptions, from the matches of rules/activity.toml.

Surface forms::

    3月10日，区委书记甘露来到柳湾镇，看望慰问一线环卫职工
    县长汪远帆会见了来访的港商代表团
    5月27日，第十届家具博览会在县会展中心开幕
    县总商会举行年度颁奖仪式
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from newsie.article import Article, Span
from newsie.gathering.anchor import Occasion
from newsie.gathering.attendance import find_titles
from newsie.gathering.lately import is_late, late_date
from newsie.gathering.occasion import SLOTS as SLOTS
from newsie.gathering.occasion import find_occasions
from newsie.record import Participant, Record, gather_evidence
from newsie.rules import Match


class Activity(Record):
    """活动: one visit, ceremony or reception that the article reports."""

    PRINTED: ClassVar[tuple[str, ...]] = ("description", "date_text", "place", "participants")

    type: Literal["activity"] = Field(
        default="activity", description="类型: Which type of record this is."
    )
    kind: Literal["visit", "ceremony", "reception", "other"] = Field(
        description="活动种类: What sort of activity it is.",
        json_schema_extra={
            "x-values": {
                "visit": "走访: A visit or inspection: 调研 走访 慰问 视察.",
                "ceremony": "仪式: A signing, unveiling or prize-giving: 签约 揭牌 启动 颁奖.",
                "reception": "会见: Guests received: 会见 接见.",
                "other": "其他: Any other activity of an official or organisation.",
            }
        },
    )
    description: str = Field(description="内容: The clause that tells of it, as written.")
    date: str | None = Field(description="日期: The day, as precisely as the text supports.")
    date_text: str | None = Field(description="日期原文: The words that give the day.")
    place: str | None = Field(description="地点: Where it took place, as written.")
    participants: list[Participant] = Field(
        description="参加者: The named people who went along, received or spoke."
    )
    participants_open: bool = Field(
        description="参加者未列全: Whether more took part than are named: 甲、乙等; 甲一行."
    )


_DAY, _MONTH = 10, 7  # characters of a whole date, and of a month
_ATTENDED = "activity/broke-ground"  # what is told of a bridge, unless somebody was there
_RECENT = 3  # months


def find_activities(article: Article, matches: Sequence[Match]) -> list[Activity]:
    """The activities of an article, each once."""
    occasions = find_occasions(article, matches)
    titles = find_titles(article) if occasions else {}
    return [
        _make_activity(article, occasion, titles)
        for occasion in occasions
        if occasion.sort != "meeting"
        and _is_reported(occasion, titles)
        and not _is_history(occasion, article.published)
    ]


def _is_reported(occasion: Occasion, titles: Mapping[str, str]) -> bool:
    """Whether an activity has a day, and somebody of office or an organisation."""
    if occasion.time is None:
        return False
    if any(name in titles for name in occasion.company.roles):
        return True
    if occasion.borrowed or occasion.sort == "reception" or occasion.rule == _ATTENDED:
        return False
    if occasion.sort == "visit" and occasion.hosted and is_late(occasion.time.value):
        return True
    return occasion.sort == "ceremony" or (occasion.hosted and _is_dated(occasion))


def _is_history(occasion: Occasion, published: str | None) -> bool:
    """Whether only a month or a year is given, and it was over long ago: 2011年，双方签署了协议."""
    day = occasion.when.date if occasion.when else None
    if day is None or len(day) >= _DAY or published is None or len(published) < _MONTH:
        return False
    months = [12 * int(each[:4]) + int(each[5:7] or 12) for each in (day, published)]
    return months[1] - months[0] > _RECENT


def _is_dated(occasion: Occasion) -> bool:
    """Whether its own day is given."""
    when = occasion.when
    return when is not None and when.kind == "point" and len(when.date or "") == _DAY


def _make_activity(article: Article, occasion: Occasion, titles: Mapping[str, str]) -> Activity:
    assert article.passage is not None
    time = occasion.time
    assert time is not None
    spans = [Span(*span) for span in (*occasion.spans, *occasion.company.spans)]
    return Activity(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=occasion.rule,
        evidence=gather_evidence(article, [*spans, Span(time.start, time.end)]),
        kind=occasion.sort,
        description=occasion.name,
        date=late_date(time.value, article.published),
        date_text=article.passage.literal(time.start, time.end),
        place=occasion.place,
        participants=occasion.company.participants(titles),
        participants_open=occasion.company.is_open,
    )
