"""会议: meetings that an article reports, from the matches of rules/meeting.toml.

Surface forms::

    3月11日，全县教育工作会议在县会堂召开
    区政协举行六届四十三次主席会议
    区委书记甘露主持召开区委常委会会议
    在当天举行的对口支援工作座谈会上
    会议由县长汪远帆主持
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar, Literal

from pydantic import Field

from newsie.article import Article, Span
from newsie.gathering.anchor import Occasion
from newsie.gathering.attendance import find_titles
from newsie.gathering.body import read_sitting
from newsie.gathering.lately import late_date
from newsie.gathering.naming import head_kind, is_vague
from newsie.gathering.occasion import SLOTS as SLOTS
from newsie.gathering.occasion import find_occasions
from newsie.record import Participant, Record, gather_evidence
from newsie.rules import Match

# A meeting further back than this is history, unless people are named at it.
_RECENT_DAYS = 62
_OPENING = 2  # sentences
_SPOKEN_AT = "meeting/spoken-at"
# What a meeting that was held did: 召开动员会，部署秋收工作.
_AGENDA = re.compile(
    r"[^，。；]{0,24}，(?:专题|集中|认真|全面|再次|就|围绕|对)?[^，。；]{0,20}?(?:研究|部署|总结|安排|传达|学习|听取|审议"
    r"|动员|表彰|分析|谋划|通报|讨论|回顾|贯彻|选举|调度|协商|征求|解读|交流|观摩)"
)
_TOLD = re.compile(r"(?:会议|会上|大会)")


class Meeting(Record):
    """会议: one meeting that the article reports."""

    PRINTED: ClassVar[tuple[str, ...]] = ("name", "date_text", "place", "organizer", "participants")

    type: Literal["meeting"] = Field(
        default="meeting", description="类型: Which type of record this is."
    )
    name: str = Field(description="会议名称: As written, without quotes, at its fullest.")
    kind: str = Field(
        description="会议种类: The head noun of the name (大会 推进会); 会议 where it has none."
    )
    date: str | None = Field(description="日期: Its first day, as precise as the text supports.")
    end_date: str | None = Field(description="结束日期: Its last day, where it is another one.")
    date_text: str | None = Field(description="日期原文: The words that give the day.")
    place: str | None = Field(description="会场: The venue, as written.")
    organizer: str | None = Field(description="主办者: The subject of 举行 召开 主办, as written.")
    participants: list[Participant] = Field(
        description="参加者: The named people at it; groups are none."
    )
    body: str | None = Field(
        description="会议主体: Who sits, by its usual name, its place in front: 嘉定区人大常委会. "
        "With term, session and date it joins the reports of one meeting under any name."
    )
    term: int | None = Field(description="届: The number before 届.")
    session: int | None = Field(description="次: The number before 次.")
    participants_open: bool = Field(
        description="参加者未列全: Whether more took part than are named: 甲、乙等; 甲一行."
    )


def find_meetings(article: Article, matches: Sequence[Match]) -> list[Meeting]:
    """The meetings of an article, each once."""
    occasions = find_occasions(article, matches)
    titles = find_titles(article) if occasions else {}
    return [
        _make_meeting(article, occasion, titles)
        for occasion in occasions
        if occasion.sort == "meeting" and _is_reported(article, occasion)
    ]


def _is_reported(article: Article, occasion: Occasion) -> bool:
    """Whether the article tells of the meeting itself, and does not only name it."""
    when = occasion.when
    if occasion.rule == _SPOKEN_AT:  # what somebody said years ago is told in his life
        return (
            when is not None and when.date is not None and _is_recent(when.date, article.published)
        )
    if occasion.company.roles:
        return True
    if is_vague(occasion.name) or occasion.rule in ("meeting/attended", "meeting/during"):
        return False
    if when is None or when.date is None:
        return _has_agenda(article, occasion)
    return len(when.date) >= 7 and _is_recent(when.date, article.published)


def _has_agenda(article: Article, occasion: Occasion) -> bool:
    """Whether a story opens with a meeting and says what it was about: 近日，…召开…会，部署…"""
    body = [sentence for sentence in article.sentences if not sentence.in_title]
    if occasion.sentence not in body[:_OPENING]:
        return False
    behind = occasion.sentence.text[occasion.end - occasion.sentence.start :]
    if _AGENDA.match(behind):
        return True
    later = body[body.index(occasion.sentence) + 1 :]
    return bool(later) and _TOLD.match(later[0].text) is not None


def _is_recent(day: str, published: str | None) -> bool:
    if published is None or len(published) < 7 or len(day) < 10:
        return published is None or day[:4] == published[:4]
    last = date.fromisoformat(published if len(published) == 10 else f"{published}-28")
    return (last - date.fromisoformat(day)).days <= _RECENT_DAYS


def _make_meeting(article: Article, occasion: Occasion, titles: Mapping[str, str]) -> Meeting:
    assert article.passage is not None
    when, time = occasion.when, occasion.time
    sitting = read_sitting(occasion.name, article.place, occasion.organizer)
    spans = [Span(*span) for span in (*occasion.spans, *occasion.company.spans)]
    if time is not None:
        spans.append(Span(time.start, time.end))
    return Meeting(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=occasion.rule,
        evidence=gather_evidence(article, spans),
        name=occasion.name,
        kind=head_kind(occasion.name, occasion.head),
        date=late_date(when, article.published) if when else None,
        end_date=_end_date(article, occasion),
        date_text=article.passage.literal(time.start, time.end) if time else None,
        place=occasion.place,
        organizer=occasion.organizer,
        participants=occasion.company.participants(titles),
        body=sitting.body,
        term=sitting.term,
        session=sitting.session,
        participants_open=occasion.company.is_open,
    )


def _end_date(article: Article, occasion: Occasion) -> str | None:
    """The last day: of a span of days, or so many days after the first (为期两天的论坛)."""
    when = occasion.when
    if when is None or when.date is None:
        return None
    if when.end_date:
        return when.end_date if when.end_date != when.date else None
    assert article.passage is not None
    text = article.passage.text
    for days in occasion.sentence.mentions_of("quantity"):
        lasts = days.value.unit == "天" and text[: days.start].endswith("为期")
        if lasts and len(when.date) == 10 and "闭幕" not in occasion.sentence.text:
            last = date.fromisoformat(when.date) + timedelta(days.value.value - 1)
            return last.isoformat() if days.value.value > 1 else None
    return None
