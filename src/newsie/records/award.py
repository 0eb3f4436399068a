"""荣誉: honours conferred, from the matches of rules/award.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsie.article import Article, Mention, Sentence, Span
from newsie.honours import Honour, is_heading, read_counted, read_honours
from newsie.recipients import (
    NOBODY,
    Recipients,
    clause_before,
    read_lines,
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
_QUOTED = re.compile(r"“[^”]*”")
_YEAR_OF = re.compile(r"((?:19|20)[0-9]{2})年度")
_CONTEST = re.compile(
    r"(今年|(?:19|20)[0-9]{2}年)(?:的|第)?[^，。；]{0,24}(?:大赛|竞赛|比赛|评选|考核|比武|运动会)"
)
_CONTEST_NAME = re.compile(
    r"(?:^|[，。；：！？\n]|在|的|由|参加|举行|举办|了)(?:刚刚结束的|昨天的|今天的)?"
    r"(?P<name>(?:[^，。；：！？、\n的在（）]|“[^”]{1,20}”){0,30}?"
    r"(?:大赛|竞赛|比赛|锦标赛|联赛|评选|擂台赛|斗茶赛|技能赛|挑战赛|邀请赛|公开赛|展演|征文|博览会|电影节|决赛|计时赛|个人赛))"
)
_LAST_YEAR = re.compile(r"上(?:一)?年度[^，。；]{0,12}(?:表彰|先进|考核)")
# Bodies that confer, at the end of what stands before the verb: 县委、县政府.
_GRANTOR = re.compile(
    r"(?:[^，。；：！？、“”《》]{1,24}(?:委|政府|会|局|部|厅|院|办|军委|协会|联|中心|社|公司|集团|总署|组织)、?)+$"
)
_DECISION = re.compile(
    r"(?P<grantor>(?:[^，。；：！？、“”《》]{1,20}(?:委|政府|会|局|部|厅|联)、?)+)"
    r"(?:印发|下发|发出|作出|的)?《关于[^》]*(?:表彰|命名|授予)"
)
_WHEN = re.compile(r"(?:日前|近日|今天|昨天|前不久|已|又|还|联合|共同|决定|[0-9年月日]+)+$")
_READ_OUT = re.compile(r"^.*(?:宣读|通报|传达|宣布|介绍|会上|大会|活动中|仪式上|当天)了?")
_HOSTED = re.compile(
    r"(?P<host>[^，。；：！？“”\n]{2,24}?)(?:今天|昨天|日前|近日)?(?:在[^，。]{1,8})?(?:隆重)?(?:召开|举行|举办)[^，。；\n]{0,40}(?:表彰|颁奖)"
)


@dataclass(frozen=True, slots=True)
class _Before:
    """What a sentence has said of honours so far, and the passage offset up to which it did."""

    recipients: Recipients = NOBODY
    honour: Honour | None = None
    grantor: str | None = None
    end: int = 0


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
        before = _Before()
        for match in _without_overlap(group):
            for draft in _read_match(article, match, before):
                drafts.setdefault(draft.honour.name, []).append(draft)
                before = _Before(draft.recipients, draft.honour, draft.grantor, match.end)
    host = _host(article) if drafts else None
    return [_join(article, same, host) for same in drafts.values()]


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


def _read_match(article: Article, match: Match, before: _Before) -> list[_Draft]:
    """The honours of one match; none where it is aimed at, or no honour."""
    sentence = match.sentence
    name = match.span("name")
    assert name is not None
    clause = max(before.end, clause_before(sentence, match.start))
    if _NOT_YET.search(sentence.text[clause - sentence.start : name.start - sentence.start]):
        return []
    text = sentence.text[name.start - sentence.start : name.end - sentence.start]
    assert article.passage is not None
    printed = article.passage.literal(name.start, name.end)
    strong = bool(match.rule.value("strong"))
    if match.rule.value("counted"):
        return [
            _Draft(honour, match, group, _grantor(match, clause))
            for honour, group in read_counted(text, printed)
        ]
    contest = _contest_before(article, match.start)
    if (match.rule.value("headed") or match.rule.value("list")) and not is_heading(text):
        return []
    honours = read_honours(text, printed, strong=strong, base=before.honour, contest=contest)
    if not honours:
        return []
    recipients = _recipients(article, match, clause, honours[0], before.recipients)
    if match.rule.value("headed") and not recipients:
        return []
    grantor = _grantor(match, clause) or before.grantor
    # 甲、乙分获一等奖、二等奖: to each its own.
    if len(honours) > 1 and len(recipients.items) == len(honours):
        return [
            _Draft(honour, match, Recipients((item,), None), grantor)
            for honour, item in zip(honours, recipients.items, strict=True)
        ]
    return [_Draft(honour, match, recipients, grantor) for honour in honours]


def _contest_before(article: Article, offset: int) -> str | None:
    """The contest that the article named last before a passage offset, as printed."""
    assert article.passage is not None
    found = None
    for found in _CONTEST_NAME.finditer(article.passage.text, 0, offset):
        pass
    return article.passage.literal(*found.span("name")) if found else None


def _recipients(
    article: Article, match: Match, clause: int, honour: Honour, previous: Recipients
) -> Recipients:
    slot = match.span("recipient")
    if match.rule.value("nobody"):
        return NOBODY
    if match.rule.value("headed"):
        return read_lines(article, match.sentence.index + 1, honour.kind)
    if slot is not None:
        region = region_of(article, match.sentence, slot.start, slot.end)
        return read_recipients(region, honour.kind)
    region = region_of(article, match.sentence, clause, match.start)
    return (
        read_subject(region, honour.kind)
        or previous
        or read_subject_of_article(article, match.start, honour.kind)
    )


def _grantor(match: Match, clause: int) -> str | None:
    """Who confers the honour, as written: before the verb, of the decision, host of the meeting."""
    sentence = match.sentence
    slot = match.span("grantor")
    if match.rule.value("active"):
        slot = Span(clause, match.start)
    if slot is not None:
        text = sentence.text[slot.start - sentence.start : slot.end - sentence.start]
        if found := _GRANTOR.search(_WHEN.sub("", _READ_OUT.sub("", text))):
            return found[0]
    before = sentence.text[: match.start - sentence.start]
    if found := _DECISION.search(before):
        return _READ_OUT.sub("", found["grantor"]) or None
    return None


def _is_elsewhere(match: Match) -> bool:
    """Whether an honour was won in a contest or at another time than the article's meeting."""
    before = match.sentence.text[: match.start - match.sentence.start]
    dated = any(mention.start < match.start for mention in match.sentence.mentions_of("date"))
    return dated or bool(_CONTEST_NAME.search(before))


def _host(article: Article) -> str | None:
    """Who held the meeting of commendation that the article is about, by its head or lead."""
    for sentence in article.sentences[:6]:
        if found := _HOSTED.search(sentence.text):
            span = [
                mention
                for mention in sentence.mentions
                if mention.kind in ("place", "organisation")
                and mention.end - sentence.start == found.end("host")
            ]
            if span and article.passage is not None:
                return article.passage.literal(span[0].start, span[0].end)
    return None


def _join(article: Article, drafts: Sequence[_Draft], host: str | None) -> Award:
    """One record of all that an article says of one honour."""
    first = drafts[0]
    if any(_is_elsewhere(draft.match) for draft in drafts):
        host = None
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
        grantor=next((draft.grantor for draft in drafts if draft.grantor), host),
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
    before = _QUOTED.sub("", sentence.text[: match.start - sentence.start])
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
