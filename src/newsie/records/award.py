"""荣誉: honours conferred, from the matches of rules/award.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsie.article import Article, Mention, Sentence, Span
from newsie.honours import Honour, read_counted, read_honours
from newsie.recipients import (
    NOBODY,
    Recipients,
    clause_before,
    read_recipients,
    read_subject,
    read_subject_of_article,
    region_of,
)
from newsie.record import Record, gather_evidence
from newsie.rules import Match

# What patterns of rules/award.toml may name.
SLOTS = frozenset({"name", "grantor", "recipient"})


class Recipient(BaseModel):
    """获奖者: a named recipient, or a counted group without names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None
    count: int | None
    kind: Literal["organization", "individual", "work"] | None


class Award(Record):
    """荣誉: one honour and those who received it."""

    type: Literal["award"] = "award"
    name: str
    year: int | None
    grantor: str | None
    recipients: list[Recipient]
    recipient_count: int | None
    date: str | None


# A clause in which an honour is aimed at, stands out, or is taken back.
_NOT_YET = re.compile(
    r"争创|创建|争取|力争|冲刺|申报|申请|有望|参评|推荐|候选|撤销|取消|未能|没有|如果|若|拟"
    r"|将(?:被|获|授|由|对|荣)|可获|最高|公示|奖励[0-9]"
)
_YEAR_OF = re.compile(r"((?:19|20)[0-9]{2})年度")
_CONTEST = re.compile(
    r"(今年|(?:19|20)[0-9]{2}年)(?:的|第)?[^，。；]{0,24}(?:大赛|竞赛|比赛|评选|考核|比武|运动会)"
)
_LAST_YEAR = re.compile(r"上(?:一)?年度[^，。；]{0,12}(?:表彰|先进|考核)")
_GRANTOR_END = re.compile(r"(?:联合|共同|决定|已|曾|还|也|并|又|，)+$")


@dataclass(frozen=True, slots=True)
class _Draft:
    """An honour that a rule found in a sentence, with those who received it there."""

    honour: Honour
    match: Match
    recipients: Recipients
    grantor: str | None


def find_awards(article: Article, matches: Sequence[Match]) -> list[Award]:
    """The honours of an article, each once, in the order of their first mention."""
    drafts: dict[str, list[_Draft]] = {}
    for _, group in groupby(matches, key=lambda match: match.sentence.index):
        previous = NOBODY
        base: Honour | None = None
        for match in _without_overlap(group):
            for draft in _read_match(article, match, previous, base):
                drafts.setdefault(draft.honour.name, []).append(draft)
                previous, base = draft.recipients, draft.honour
    return [_join(article, same) for same in drafts.values()]


def _without_overlap(matches: Iterable[Match]) -> list[Match]:
    """Of matches whose names overlap, the one of the earliest rule; in reading order."""
    kept: list[Match] = []
    for match in matches:
        name = match.span("name")
        if name is None:
            continue
        if not any(
            name.start < other.end and match.start < other.end and other.start < name.end
            for other in kept
        ):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _read_match(
    article: Article, match: Match, previous: Recipients, base: Honour | None
) -> list[_Draft]:
    """The honours of one match; `previous` and `base` are what the sentence said before."""
    sentence = match.sentence
    name = match.span("name")
    assert name is not None
    clause = clause_before(sentence, match.start)
    if _NOT_YET.search(sentence.text[clause - sentence.start : name.start - sentence.start]):
        return []
    text = sentence.text[name.start - sentence.start : name.end - sentence.start]
    strong = bool(match.rule.value("strong"))
    if match.rule.value("counted"):
        return [
            _Draft(honour, match, group, _grantor(article, match, clause))
            for honour, group in read_counted(text)
        ]
    honours = read_honours(text, strong=strong, base=base)
    if not honours:
        return []
    recipients = _recipients(article, match, clause, honours[0], previous)
    grantor = _grantor(article, match, clause)
    # 甲、乙分获一等奖、二等奖: to each its own.
    if len(honours) > 1 and len(recipients.items) == len(honours):
        return [
            _Draft(honour, match, Recipients((item,), None), grantor)
            for honour, item in zip(honours, recipients.items, strict=True)
        ]
    return [_Draft(honour, match, recipients, grantor) for honour in honours]


def _recipients(
    article: Article, match: Match, clause: int, honour: Honour, previous: Recipients
) -> Recipients:
    slot = match.span("recipient")
    if slot is not None:
        region = region_of(article, match.sentence, slot.start, slot.end)
        return read_recipients(region, honour.kind)
    region = region_of(article, match.sentence, clause, match.start)
    return read_subject(region, honour.kind) or previous or read_subject_of_article(
        article, match.start, honour.kind
    )


def _grantor(article: Article, match: Match, clause: int) -> str | None:
    """Who confers the honour: the organisations of the slot, as written."""
    slot = match.span("grantor")
    if slot is None:
        return None
    bodies = [
        mention
        for mention in match.sentence.mentions
        if mention.kind == "organisation" and slot.start <= mention.start < slot.end
    ]
    if not bodies:
        return None
    assert article.passage is not None
    text = article.passage.literal(bodies[0].start, slot.end)
    return _GRANTOR_END.sub("", text) or None


def _join(article: Article, drafts: Sequence[_Draft]) -> Award:
    """One record of all that an article says of one honour."""
    first = drafts[0]
    items = list(dict.fromkeys(item for draft in drafts for item in draft.recipients.items))
    totals = [draft.recipients.total for draft in drafts if draft.recipients.total is not None]
    count = max(totals) if totals else sum(item.count or 1 for item in items) or None
    return Award(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=first.match.rule.id,
        evidence=gather_evidence(article, [_evidence(draft) for draft in drafts]),
        name=first.honour.name,
        year=first.honour.year or _year_around(article, first.match),
        grantor=next((draft.grantor for draft in drafts if draft.grantor), None),
        recipients=[Recipient(name=i.name, count=i.count, kind=i.kind) for i in items],
        recipient_count=count,
        date=_date(article, first.match),
    )


def _evidence(draft: _Draft) -> Span:
    match = draft.match
    spans = [span for spans in match.slots.values() for span in spans]
    start = min([match.start, *(span.start for span in spans)])
    return Span(min(start, clause_before(match.sentence, start)), match.end)


def _year_around(article: Article, match: Match) -> int | None:
    """The year of the contest or appraisal that the honour comes from, where the text names it."""
    sentence = match.sentence
    before = sentence.text[: match.start - sentence.start]
    published = int(article.published[:4]) if article.published else None
    if found := _YEAR_OF.search(before):
        return int(found[1])
    if found := _CONTEST.search(before):
        return published if found[1] == "今年" else int(found[1][:4])
    if published is not None and _LAST_YEAR.search(before):
        return published - 1
    return None


def _date(article: Article, match: Match) -> str | None:
    """The day, month or year of the conferring: of the sentence, else of the article's lead."""
    def dates(sentence: Sentence) -> list[Mention]:
        return [m for m in sentence.mentions_of("date") if m.value.date is not None]

    before = [m for m in dates(match.sentence) if m.start < match.start]
    if before:
        return str(before[-1].value.date)
    for sentence in article.sentences:
        if not sentence.in_title and (found := dates(sentence)):
            return str(found[0].value.date)
    return None
