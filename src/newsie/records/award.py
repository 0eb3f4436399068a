"""荣誉: honours conferred, from the matches of rules/award.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from newsie.article import Article
from newsie.honour.act import Act, find_acts, grantor_of, proclaimer_of
from newsie.honour.announcement import announced_before, announced_groups, announced_kinds
from newsie.honour.attribution import OTHERS, find_recipients, share_out
from newsie.honour.bestowal import clause_before, is_elided
from newsie.honour.conferral import find_date, find_year, is_elsewhere, is_reported
from newsie.honour.contest import contest_before, division_before, is_won
from newsie.honour.counted import read_counted
from newsie.honour.draft import Draft, evidence_of, fold_drafts, telling_drafts, total_of
from newsie.honour.grantor import find_grantor
from newsie.honour.grouped import read_groups
from newsie.honour.honour_kind import is_for_works
from newsie.honour.joining import join_recipients
from newsie.honour.level import LEVEL_MEANINGS, Level, read_level
from newsie.honour.likeness import is_prize
from newsie.honour.lines import read_lines
from newsie.honour.name import Honour, read_honours
from newsie.honour.noun import KIND, is_heading
from newsie.honour.printing import as_printed
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, RecipientKind, Recipients, region_of
from newsie.honour.results import read_ranks, read_rows
from newsie.honour.selection import name_span, without_overlap
from newsie.record import Record, gather_evidence
from newsie.rules import Match

# What patterns of rules/award.toml may name.
SLOTS: frozenset[str] = frozenset({"name", "grantor", "recipient"})


class Recipient(BaseModel):
    """获奖者: a named recipient, or a counted group without names."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    PRINTED: ClassVar[tuple[str, ...]] = ("name",)

    name: str | None = Field(description="名称: Of a named recipient; null of a counted group.")
    count: int | None = Field(description="数量: How many a group without names holds.")
    kind: Literal["organization", "individual", "work"] | None = Field(
        description="获奖者种类: What sort of recipient it is.",
        json_schema_extra={
            "x-values": {
                "organization": "单位: A body, firm, team or place.",
                "individual": "个人: A person.",
                "work": "作品: A work, project, proposal or case.",
            }
        },
    )


class Award(Record):
    """荣誉: one honour and those who received it."""

    PRINTED: ClassVar[tuple[str, ...]] = ("name", "grantor", "recipients")

    type: Literal["award"] = Field(
        default="award", description="类型: Which type of record this is."
    )
    name: str = Field(description="荣誉名称: Without quotes, with its year if it has one.")
    year: int | None = Field(description="年度: The honour's own year, the last of a range.")
    grantor: str | None = Field(description="授予单位: Who confers it, where named.")
    recipients: list[Recipient] = Field(
        description="获奖者: Named recipients, and groups that are only counted."
    )
    recipient_count: int | None = Field(
        description="获奖数: The total that the text states or that the recipients add up to."
    )
    date: str | None = Field(description="日期: When it was conferred.")
    level: Level | None = Field(
        default=None,
        description="级别: How high up the honour is conferred.",
        json_schema_extra={"x-values": LEVEL_MEANINGS},
    )


# A clause in which an honour is aimed at or only possible.
_AIMED_AT = re.compile(
    r"争创|争取|力争|冲刺|有望|候选(?![^，。；]{0,8}中，)|如果|若|拟|预计|只要|第[一二三四五六七八九十0-9]+至[一二三四五六七八九十0-9]+名(?=获|$)|希望|祝愿|梦想|期待|渴望|可获|最高(?!人民|检)|奖励[0-9]|不得|将(?:被|获|授|由|对|荣|向|为)"
)
# The words right before an honour that is applied for, stands out, or is taken back.
_NOT_YET = re.compile(
    r"(?<!成功)创建(?!以来|中|后|活动|工作|过程|模式|表彰)|申报(?!单位|后|的)|申请|参评|推荐(?!评选|选拔|审核|产生|单位|、|和|等|的)"
    r"|撤销|取消|未能|没有|公示(?!等|后|期满|结束|程序)|不再|曾?未|无缘|争夺|能够?(?:成功)?$"
)
# 对新获评国家级示范园的，一次性奖励50万元: a policy of whoever may be honoured.
_POLICY = re.compile(
    r"[^，。；！？]{0,40}?的(?:企业|单位|个人|村|项目|团队|品牌|产品)?[，,]"
    r"(?:可|将|由|按|分别|一次性|再|每[家个户人年]?|财政|[省市县区]|最高){0,5}"
    r"(?:奖励|给予|补助|奖补|资助|享受|支持|补贴)"
)
# 县委将甲表彰为先进个人；乙表彰为优秀教师: the same who confers.
# 其中，城东村等6个村上榜: of those that the sentence before told of
_OF_THOSE = re.compile("其中|(?:此次|本次|这次|当中)，?")
_NEAR = 2  # sentences
_VOICED = ("表彰为", "评选为", "评为")
_YEARLY = re.compile(r"(?:19|20)[0-9]{2}年度?(?:全[省市县区镇])?(?=.{4})")
_TITLES = re.compile(r"《[^》]*》|“[^”]*”")


@dataclass(frozen=True, slots=True)
class _Before:
    """What a sentence has said of honours so far, and the passage offset up to which it did."""

    recipients: Recipients = NOBODY
    honour: Honour | None = None
    grantor: str | None = None
    end: int = 0


def find_awards(article: Article, matches: Sequence[Match]) -> list[Award]:
    """The honours of an article, each once, in the order of their first mention."""
    drafts: dict[str, list[Draft]] = {}
    prize: tuple[str, int] | None = None
    for _, group in groupby(matches, key=lambda match: match.sentence.index):
        before = _Before()
        for match in without_overlap(group):
            if before.end > match.start and name_span(match).start < before.end:
                continue
            last = next(reversed(drafts.values()), None)
            read = (
                _read_of_last(article, match, _meant(match, drafts))
                if match.rule.value("of_last") and last and _is_near(match, last[-1])
                else _read_match(article, match, before, prize, last[-1] if last else None)
            )
            for draft in read:
                if is_prize(draft.honour.name) and not match.rule.value("of_those"):
                    prize = (draft.honour.name, draft.match.start)
                drafts.setdefault(draft.honour.name, []).append(draft)
            if read and not match.rule.value("anchor"):
                before = _Before(read[-1].recipients, read[-1].honour, read[-1].grantor, _end(read))
    acts = find_acts(article) if drafts else ()
    return [_join(article, same, acts) for same in fold_drafts(drafts)]


def _end(drafts: Sequence[Draft]) -> int:
    """Where the last honour of a match ends, or the recipients that are named behind it."""
    match = drafts[-1].match
    name = name_span(match)
    slot = match.span("recipient")
    if slot is not None or match.rule.value("counted"):
        return match.end
    return name.start + max(draft.honour.end for draft in drafts)


def _read_match(
    article: Article,
    match: Match,
    before: _Before,
    prize: tuple[str, int] | None,
    last: Draft | None,
) -> list[Draft]:
    """The honours of one match; none where it is aimed at, or no honour.

    Args:
        prize: the prize told of last in the sentences before, whose ranks may follow, and where.
        last: the honour that the article told of last.
    """
    if match.rule.value("layout"):
        return _read_layout(article, match)
    sentence = match.sentence
    name = name_span(match)
    clause = max(before.end, clause_before(sentence, match.start))
    at = name.start - sentence.start
    if _is_open(sentence.text[clause - sentence.start : at]) or _POLICY.match(sentence.text, at):
        return []
    if match.rule.value("after") and before.honour is None:
        return []
    text = sentence.text[name.start - sentence.start : name.end - sentence.start]
    grantor = _grantor(article, match, clause, before)
    contest = contest_before(article, match.start)
    if prize and contest is None:
        contest = prize
    if match.rule.value("counted"):
        return [
            Draft(honour, match, group, grantor, clause, contest)
            for honour, group in read_counted(
                text,
                contest[0] if contest else None,
                before.honour if match.rule.value("of_those") else None,
                sure=bool(match.rule.value("sure")),
            )
        ]
    if match.rule.value("groups"):
        return [
            Draft(honour, match, group, grantor, clause, contest)
            for honour, group in read_groups(region_of(article, sentence, name.start, name.end))
        ]
    if match.rule.value("of_last"):
        return []
    if match.rule.value("told_before"):
        return _read_told_before(article, match, before, last)
    if match.rule.value("kinds"):
        return _read_kinds(article, match, grantor, clause)
    listed = bool(match.rule.value("headed") or match.rule.value("list"))
    if listed and (sentence.in_title or not (is_heading(text) or text.endswith("”"))):
        return []
    if match.rule.value("heading") and "”" not in text and not is_heading(text):
        return []
    division = division_before(sentence, before.end, name.start)
    anchor = bool(match.rule.value("anchor"))
    honours = read_honours(
        text,
        strong=bool(match.rule.value("strong")),
        sure=bool(match.rule.value("sure")),
        base=None if division else before.honour,
        contest=division or (contest[0] if contest else None),
        here=contest is not None and not division and contest[1] >= clause,
    )
    if not honours or (listed and len(honours) > 1):
        return []
    recipients = find_recipients(article, match, clause, honours, before.recipients)
    if (listed or match.rule.value("needs_recipients")) and not recipients:
        return []
    if recipients is OTHERS:
        return []
    if not recipients and last and _goes_on(article, match, clause, honours[0], last):
        recipients = last.recipients
    if anchor:
        honours = [_undated(honour, text) for honour in honours]
    return [
        Draft(honour, match, part, grantor, clause, contest, anchor)
        for honour, part in share_out(match, honours, recipients)
    ]


def _goes_on(article: Article, match: Match, clause: int, honour: Honour, last: Draft) -> bool:
    """Whether a clause without a subject goes on to tell of whom the honour before it went to."""
    if any(match.rule.value(key) for key in ("nobody", "active", "headed", "list", "anchor")):
        return False
    items = last.recipients.items
    region = region_of(article, match.sentence, clause, match.start)
    return (
        len(items) == 1
        and items[0].name is not None
        and honour.kind in (None, items[0].kind)
        and match.sentence.index - last.match.sentence.index <= _NEAR
        and is_elided(region)
    )


def _undated(honour: Honour, text: str) -> Honour:
    """An honour of a decision without the decision's year, which stays its own year.

    A yearly title keeps it: 2008年度全市先进集体, but 2023年度海州市劳动模范.
    """
    year = _YEARLY.match(honour.name)
    if year is None or (KIND.search(honour.name) and "“" not in text):
        return honour
    return replace(honour, name=honour.name[year.end() :])


def _read_layout(article: Article, match: Match) -> list[Draft]:
    """The honours of a list by ranks, or of a table."""
    read = read_ranks if match.rule.value("layout") == "ranks" else read_rows
    return [
        Draft(r.honour, match, Recipients(r.recipients, None), r.grantor, match.start)
        for r in read(article, match.sentence)
    ]


def _is_near(match: Match, last: Draft) -> bool:
    """Whether those who are said to have won may have won what was told of last."""
    if not match.rule.value("near"):
        return True
    told = last.match.sentence
    return not told.in_title and match.sentence.index - told.index <= 1


def _meant(match: Match, drafts: dict[str, list[Draft]]) -> Draft:
    """The honour that those on a list have: of what they are, else the one told of last."""
    told = [draft for same in drafts.values() for draft in same]
    span = name_span(match)
    start = match.sentence.start
    noun = match.sentence.text[span.start - start : span.end - start].rpartition("的")[2]
    near = [
        draft
        for draft in told
        if match.sentence.index - draft.match.sentence.index <= _NEAR
        and len(noun) > 1
        and draft.honour.name.endswith(noun)
    ]
    return (near or told)[-1]


def _read_of_last(article: Article, match: Match, last: Draft) -> list[Draft]:
    """Those who are said to have been commended, of the honour that was told of last."""
    slot = match.span("recipient")
    if slot is None:
        return []
    region = region_of(article, match.sentence, slot.start, slot.end)
    found = read_recipients(region, last.honour.kind)
    return [Draft(last.honour, match, found, None, match.start)] if found.items else []


def _read_kinds(article: Article, match: Match, grantor: str | None, clause: int) -> list[Draft]:
    """The honours of an announcement that counts them, each with its own where some are ours."""
    name, slot = name_span(match), match.span("recipient")
    honours = announced_kinds(region_of(article, match.sentence, name.start, name.end))
    if slot is None:
        return [Draft(honour, match, group, grantor, clause) for honour, group in honours]
    ours = announced_groups(region_of(article, match.sentence, slot.start, slot.end))
    if len(ours) == len(honours):
        return [
            Draft(honour, match, group, grantor, clause)
            for (honour, _), group in zip(honours, ours, strict=True)
        ]
    return [Draft(honour, match, NOBODY, grantor, clause, anchor=True) for honour, _ in honours]


def _read_told_before(
    article: Article, match: Match, before: _Before, last: Draft | None
) -> list[Draft]:
    """Those who are on a list that the sentences before announced, or told of."""
    slot = match.span("recipient")
    below = bool(match.rule.value("lines"))
    if (slot is None and not below) or before.honour is not None or match.sentence.in_title:
        return []
    start = match.sentence.start
    told = match.sentence.text[slot.start - start : slot.end - start] if slot and not below else ""
    honour = announced_before(article, match.sentence, told)
    if honour is None and last and _OF_THOSE.match(match.sentence.text):
        near = match.sentence.index - last.match.sentence.index <= _NEAR
        honour = last.honour if near and not last.match.sentence.in_title else None
    if honour is None:
        return []
    if slot is None:
        found = read_lines(article, match.sentence.index + 1, honour.kind)
        return [Draft(honour, match, found, None, match.start)] if found.items else []
    region = region_of(article, match.sentence, slot.start, slot.end)
    fallback: RecipientKind = "work" if is_for_works(honour.name) else "organization"
    found = read_recipients(region, honour.kind, free=True, fallback=fallback)
    return [Draft(honour, match, found, None, match.start)] if found.items else []


def _grantor(article: Article, match: Match, clause: int, before: _Before) -> str | None:
    """Who confers; where the verb has no subject of its own, whoever did so just before."""
    grantor = find_grantor(article, match, clause)
    if not match.rule.value("active"):
        voiced = match.sentence.text.startswith(_VOICED, match.start - match.sentence.start)
        return grantor or (before.grantor if voiced else None)
    nobody_else = match.start - clause < 2 or match.rule.value("after")
    return (before.grantor if nobody_else else None) or grantor or before.grantor


def _is_open(before: str) -> bool:
    """Whether the words of a clause before an honour say that it is not conferred, or no longer."""
    before = _TITLES.sub("", before)
    last = before[before.rfind("，") + 1 :]
    return bool(_AIMED_AT.search(before) or _NOT_YET.search(last))


def _join(article: Article, drafts: Sequence[Draft], acts: Sequence[Act]) -> Award:
    """One record of all that an article says of one honour."""
    first = next((draft for draft in drafts if not draft.anchor), drafts[0])
    recipients = join_recipients([draft.recipients for draft in telling_drafts(drafts)])
    listed = any(d.match.rule.value("headed") or d.match.rule.value("list") for d in drafts)
    start = first.match.sentence.start
    name = max((draft.honour.name for draft in drafts), key=len)
    grantor = next((draft.grantor for draft in drafts if draft.grantor), None)
    grantor = grantor or proclaimer_of(acts, name)
    if grantor is None and not all(is_elsewhere(article, draft.match) for draft in drafts):
        apart = (first.contest is not None and is_won(name, first.contest[0])) or any(
            is_reported(draft.match) for draft in drafts
        )
        index = first.match.sentence.index
        grantor = grantor_of(acts, name, index, article.place, listed=listed, apart=apart)
    return Award(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=first.match.rule.id,
        evidence=gather_evidence(article, [evidence_of(draft) for draft in drafts]),
        name=as_printed(article, name, start),
        year=next((d.honour.year for d in drafts if d.honour.year), None)
        or find_year(article, first.match, name, first.contest, listed),
        grantor=grantor and as_printed(article, grantor, 0),
        recipients=[
            Recipient(
                name=i.name and as_printed(article, i.name, start), count=i.count, kind=i.kind
            )
            for i in recipients.items
        ],
        recipient_count=total_of(recipients, name),
        date=find_date(article, first.match),
        level=read_level(name, grantor, article.place),
    )
