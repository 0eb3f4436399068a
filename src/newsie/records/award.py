"""荣誉: honours conferred, from the matches of rules/award.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from newsie.article import Article
from newsie.honour.act import (
    Act,
    find_acts,
    grantor_of,
    proclaimer_of,
    publisher_of,
    year_honoured,
)
from newsie.honour.attribution import OTHERS, find_recipients, share_out
from newsie.honour.bestowal import clause_before, is_elided
from newsie.honour.conferral import (
    find_date,
    find_year,
    is_at_another_time,
    is_elsewhere,
    is_reported,
    undated,
)
from newsie.honour.contest import begins_anew, contest_before, division_before, is_won
from newsie.honour.counted import read_counted
from newsie.honour.draft import (
    Draft,
    end_of,
    evidence_of,
    fold_drafts,
    telling_drafts,
    told_together,
    total_of,
)
from newsie.honour.grantor import find_grantor
from newsie.honour.grouped import read_groups
from newsie.honour.heading import headings_above
from newsie.honour.holders import read_held
from newsie.honour.joining import join_recipients
from newsie.honour.level import LEVEL_MEANINGS, Level, read_level
from newsie.honour.likeness import is_prize
from newsie.honour.lines import follows_broken, heads_list, is_one_of, names_honour
from newsie.honour.name import Honour, read_honours
from newsie.honour.noun import KIND, is_heading
from newsie.honour.printing import as_printed
from newsie.honour.region import NOBODY, Recipients, region_of
from newsie.honour.selection import name_span, name_text, says_honour, without_overlap
from newsie.honour.told_apart import (
    NEAR,
    is_near,
    meant,
    of_their_kind,
    read_kinds,
    read_layout,
    read_of_last,
    read_told_before,
)
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
    r"争创|争取|力争|冲刺(?=[^，]{0,6}(?:全国|国家|省|金[牌奖]|冠军))|有望|候选(?![^，。；]{0,8}中，)|如果|[假倘]若|(?:^|[，。；：])若(?!干)|拟(?!人)|预计|只要|第[一二三四五六七八九十0-9]+至[一二三四五六七八九十0-9]+名(?=获|$)|希望(?!小学|中学|学校|工程|之|幼儿|集团|[村镇乡])|祝愿|梦想|期待|渴望|可获|计划(?=评选|评出|表彰|授予|命名|认定|选树|推选|遴选)|最高(?=[^，]{0,4}(?:[可获给补资]|奖[励补]|[0-9]))|奖励[0-9]|不得|将(?:被|获|授|由|对|荣|向|为|评|选|推|表|命|产|遴|(?:听取|审议)[^。；]{4,200}，表彰$)"
)
# The words right before an honour that is applied for, stands out, or is taken back.
_NOT_YET = re.compile(
    r"(?<!成功)创建(?!成|方面|以来|中|后|活动|工作|过程|模式|表彰)|申报(?!单位|后|的)|申请|参评|推荐(?!评选|选拔|审核|产生|单位|、|和|等|的)"
    r"|撤销|取消|未能|没有|旨在|公示(?!等|后|期满|结束|程序)|不再|未(?=[能获曾入被评进得])|无缘|争夺|能够?(?:成功)?$"
)
# 对新获评国家级示范园的，一次性奖励50万元: a policy of whoever may be honoured.
_POLICY = re.compile(
    r"[^，。；！？]{0,40}?(?:的|(?=企业|单位|品牌))(?:企业|单位|个人|村|项目|团队|品牌|产品)?[，,]"
    r"(?:可|将|由|按|分别|一次性|再|每[家个户人年]?|财政|[省市县区]|最高){0,5}"
    r"(?:奖励|给予|补助|奖补|资助|享受|支持|补贴)"
)
# 县委将甲表彰为先进个人；乙表彰为优秀教师: the same who confers.
_HONOURS = re.compile("表彰|[评授荣奖获]|命名|入选|认定|公布|称号|表扬")
_COMMENDS = re.compile("表彰|表扬|评选|奖励|颁奖|获奖")
_VOICED = ("表彰为", "评选为", "评为")
_PASSIVE = ("被授予", "被评为", "被命名为", "被表彰为", "被评选为")
_TITLES = re.compile(r"《[^》]*》|“[^”]*”")


@dataclass(frozen=True, slots=True)
class _Before:
    """What a sentence has said of honours so far, and the passage offset up to which it did."""

    recipients: Recipients = NOBODY
    honour: Honour | None = None
    grantor: str | None = None
    end: int = 0


class _Where(NamedTuple):
    """Where an honour is told of: from which offset on, by whom conferred, in which contest."""

    clause: int
    grantor: str | None
    contest: tuple[str, int] | None


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
                read_of_last(article, match, meant(match, drafts))
                if match.rule.value("of_last") and last and is_near(match, last[-1])
                else _read_match(article, match, before, prize, last[-1] if last else None)
            )
            if match.rule.value("of_last") or match.rule.value("told_before"):
                read = of_their_kind(read, drafts)
            if read and last and match.rule.value("near") == "behind":
                last[-1] = replace(last[-1], recipients=NOBODY)  # 柳湾县入选3个，分别是…: not it
            for draft in read:
                if is_prize(draft.honour.name) and not match.rule.value("of_those"):
                    prize = (draft.honour.name, draft.match.start)
                drafts.setdefault(draft.honour.name, []).append(draft)
            if read and not match.rule.value("anchor"):
                before = _Before(
                    told_together(read), read[-1].honour, read[-1].grantor, end_of(read)
                )
    acts = find_acts(article) if drafts else ()
    return without_kinds([_join(article, same, acts) for same in fold_drafts(drafts)])


def without_kinds(awards: list[Award]) -> list[Award]:
    """Without 先进集体 by itself and held by nobody, where other honours are held by some."""
    if not any(award.recipients for award in awards):
        return awards
    return [award for award in awards if award.recipients or not KIND.fullmatch(award.name)]


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
        return read_layout(article, match)
    sentence, name = match.sentence, name_span(match)
    clause = max(before.end, clause_before(sentence, match.start))
    at = name.start - sentence.start
    if _is_open(sentence.text[clause - sentence.start : at]) or _POLICY.match(sentence.text, at):
        return []
    if match.rule.value("after") and before.honour is None:
        return []
    text = name_text(match)
    grantor = _grantor(article, match, clause, before)
    contest = contest_before(article, match.start)
    if prize and contest is None:
        contest = prize
    if match.rule.value("list") and (head := headings_above(article, sentence)):
        contest = (head, sentence.start)
    if (
        match.rule.value("of_those")
        and not (before.honour or last)
        and not _HONOURS.search(sentence.text, 0, match.start - sentence.start)
        and not (sentence.index and _COMMENDS.search(article.sentences[sentence.index - 1].text))
    ):
        return []  # 共有非遗项目10万项，其中国家级项目1557项
    if match.rule.value("counted"):
        verb = sentence.text[match.start - sentence.start :]
        if grantor is None and verb.startswith("认定"):
            return []  # 认定省级产业园12个: what a place got done
        base = before.honour if match.rule.value("of_those") else None
        sure = bool(match.rule.value("sure"))
        counted = read_counted(text, contest[0] if contest else None, base, sure=sure)
        return [Draft(h, match, group, grantor, clause, contest) for h, group in counted]
    if match.rule.value("groups") or match.rule.value("held"):
        read = read_held if match.rule.value("held") else read_groups
        groups = read(region_of(article, sentence, name.start, name.end))
        return [Draft(h, match, group, grantor, clause, contest) for h, group in groups]
    if match.rule.value("of_last"):
        return []
    if match.rule.value("told_before"):
        return read_told_before(article, match, last) if before.honour is None else []
    if match.rule.value("kinds"):
        return read_kinds(article, match, grantor, clause)
    where = _Where(clause, grantor, contest)
    return _read_named(article, match, before, where, last)


def _read_named(
    article: Article, match: Match, before: _Before, where: _Where, last: Draft | None
) -> list[Draft]:
    """The honours that a match names, each with its own of those who received them."""
    sentence, name = match.sentence, name_span(match)
    text = name_text(match)
    clause, grantor, contest = where
    listed = bool(match.rule.value("headed") or match.rule.value("list"))
    if listed and (sentence.in_title or not (is_heading(text) or text.endswith("”"))):
        return []
    if match.rule.value("headed") and (
        follows_broken(article, sentence) or is_one_of(article, sentence)
    ):
        return []
    if match.rule.value("headline") and not heads_list(article, sentence):
        return []
    if match.rule.value("heading") and "”" not in text and not is_heading(text):
        return []
    division = division_before(article, sentence, before.end, name.start)
    anchor = bool(match.rule.value("anchor"))
    apart = contest is not None and 0 < before.end <= contest[1] and begins_anew(contest[0])
    honours = read_honours(
        text,
        strong=says_honour(match, text),
        sure=bool(match.rule.value("sure")),
        base=None if division or apart else before.honour,
        contest=division or (contest[0] if contest else None),
        here=contest is not None and not division and contest[1] >= clause,
    )
    if not honours or (listed and len(honours) > 1):
        return []
    recipients = find_recipients(article, match, clause, honours, before.recipients)
    if recipients is OTHERS:
        return []
    if not recipients and last and _goes_on(article, match, clause, honours[0], last):
        recipients = last.recipients
    if (listed or match.rule.value("needs_recipients")) and not recipients:
        return []
    if anchor and not match.rule.value("dated"):
        honours = [undated(honour, text) for honour in honours]
    lent = before.grantor if _is_voiced(match) else None
    return [
        Draft(honour, match, part, grantor, clause, contest, anchor, lent)
        for honour, part in share_out(match, honours, recipients)
    ]


def _goes_on(article: Article, match: Match, clause: int, honour: Honour, last: Draft) -> bool:
    """Whether a clause without a subject goes on to tell of whom the honour before it went to."""
    if any(match.rule.value(key) for key in ("nobody", "active", "list", "anchor")):
        return False
    if match.span("recipient") is not None and match.rule.value("earlier"):
        return False
    if match.rule.value("headed") and not names_honour(match.sentence.text.strip()):
        return False
    items = last.recipients.items
    region = region_of(article, match.sentence, clause, match.start)
    return (
        len(items) == 1
        and items[0].name is not None
        and honour.kind in (None, items[0].kind)
        and match.sentence.index - last.match.sentence.index <= NEAR
        and is_elided(region)
    )


def _grantor(article: Article, match: Match, clause: int, before: _Before) -> str | None:
    """Who confers; where the verb has no subject of its own, whoever did so just before."""
    grantor = find_grantor(article, match, clause)
    if not match.rule.value("active"):
        voiced = match.sentence.text.startswith(_VOICED, match.start - match.sentence.start)
        return grantor or (before.grantor if voiced else None)
    if match.rule.value("after"):
        return before.grantor  # 甲区等6个城区为示范城区: the verb's subject said once
    nobody_else = match.start - clause < 2
    return (before.grantor if nobody_else else None) or grantor or before.grantor


def _is_voiced(match: Match) -> bool:
    return match.sentence.text.startswith(_PASSIVE, match.start - match.sentence.start)


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
    known = {draft.honour.name for draft in drafts if not draft.anchor}
    grantor = next((draft.grantor for draft in drafts if draft.grantor), None)
    if (
        grantor is None or grantor[-1] in "省市州县区旗镇乡"
    ):  # 彬县表彰: its organs, if they are told
        grantor = proclaimer_of(acts, name) or grantor
    index = first.match.sentence.index
    elsewhere = all(is_elsewhere(article, draft.match) for draft in drafts)
    if grantor is None and not elsewhere:
        apart = (first.contest is not None and is_won(name, first.contest[0])) or any(
            is_reported(draft.match) for draft in drafts
        )
        host = grantor_of(acts, name, index, article.place, listed=listed, apart=apart)
        own = host and any(item.name and host.endswith(item.name) for item in recipients.items)
        grantor = None if own else host  # a bureau's meeting that tells of what it was given
    if grantor is None and not any(is_at_another_time(article, draft.match) for draft in drafts):
        grantor = publisher_of(acts, name, index, article.place)
    lent = next((draft.lent for draft in drafts if draft.lent), None)
    if grantor is None and lent and read_level(name, None, article.place) is None:
        grantor = lent  # 被市教育局授予…；林春生被授予“师德标兵”, but 全国优秀教师
    return Award(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=first.match.rule.id,
        evidence=gather_evidence(
            article, [evidence_of(d) for d in drafts if not (d.anchor and d.honour.name in known)]
        ),
        name=as_printed(article, name, start),
        year=next((d.honour.year for d in drafts if d.honour.year), None)
        or find_year(article, first.match, name, first.contest, listed)
        or (None if elsewhere else year_honoured(acts, name, index, article)),
        grantor=grantor and as_printed(article, grantor, 0),
        recipients=[
            Recipient(
                name=i.name and as_printed(article, i.name, start), count=i.count, kind=i.kind
            )
            for i in recipients.items
        ],
        recipient_count=total_of(drafts, recipients, name),
        date=find_date(article, first.match),
        level=read_level(name, grantor, article.place),
    )
