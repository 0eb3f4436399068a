"""Those named apart from their honour in, drafts of both out: lists, tables, 受到表彰的有."""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article
from newsie.honour.announcement import announced_before, announced_groups, announced_kinds
from newsie.honour.draft import Draft, end_of
from newsie.honour.honour_kind import is_for_works
from newsie.honour.lines import read_lines
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, RecipientKind, Recipients, region_of
from newsie.honour.results import read_ranks, read_rows
from newsie.honour.selection import name_span
from newsie.rules import Match

NEAR = 2  # sentences
# 入选“X”名单，分别是: what is left of the honour's clause
_REST_OF_NAME = re.compile("[^，。；：]{0,16}")
# 其中，城东村等6个村上榜: of those that the sentence before told of
_OF_THOSE = re.compile("其中|(?:此次|本次|这次|当中)，?")

_OURS = re.compile("(?:其中，?)?[我本][省市县区州旗镇乡校]")

# 此次，全省仅有6个村入选: nobody by name, and no more than a part of all
_HOW_MANY_IN_ALL = re.compile(r"[仅只]有?[0-9一二三四五六七八九十两]+[个家名位]")


def read_layout(article: Article, match: Match) -> list[Draft]:
    """The honours of a list by ranks, or of a table."""
    read = read_ranks if match.rule.value("layout") == "ranks" else read_rows
    return [
        Draft(r.honour, match, Recipients(r.recipients, None), r.grantor, match.start)
        for r in read(article, match.sentence)
    ]


def is_near(match: Match, last: Draft) -> bool:
    """Whether those who are said to have won may have won what was told of last."""
    if not match.rule.value("near"):
        return True
    if match.rule.value("near") == "behind":
        return _is_behind(match, last)
    told = last.match.sentence
    far = 1 if match.rule.value("near") is True else NEAR
    return not told.in_title and match.sentence.index - told.index <= far


def _is_behind(match: Match, last: Draft) -> bool:
    """Whether those named are the ones whom the clause right before only counted."""
    start = match.sentence.start
    between = match.sentence.text[end_of([last]) - start : match.start - start]
    named = any(item.name and item.kind != "organization" for item in last.recipients.items)
    return (
        last.match.sentence.index == match.sentence.index
        and len(last.recipients.items) < 2
        and not named
        and bool(_REST_OF_NAME.fullmatch(between))
    )


def meant(match: Match, drafts: dict[str, list[Draft]]) -> Draft:
    """The honour that those on a list have: of what they are, else the one told of last."""
    told = [draft for same in drafts.values() for draft in same]
    span = name_span(match)
    start = match.sentence.start
    noun = match.sentence.text[span.start - start : span.end - start].rpartition("的")[2]
    near = [
        draft
        for draft in told
        if match.sentence.index - draft.match.sentence.index <= NEAR
        and len(noun) > 1
        and draft.honour.name.endswith(noun)
    ]
    return (near or told)[-1]


def read_of_last(article: Article, match: Match, last: Draft) -> list[Draft]:
    """Those who are said to have been commended, of the honour that was told of last."""
    slot = match.span("recipient")
    if slot is None:
        return []
    region = region_of(article, match.sentence, slot.start, slot.end)
    found = read_recipients(region, last.honour.kind)
    if found.items and _are_others(found, last.honour.kind):
        return []
    return [Draft(last.honour, match, found, None, match.start)] if found.items else []


def _are_others(found: Recipients, kind: RecipientKind | None) -> bool:
    """Whether a group is of another sort than holds the honour: 32名学生获奖, of 先进单位."""
    return kind is not None and all(item.count and item.kind != kind for item in found.items)


def of_their_kind(read: list[Draft], drafts: dict[str, list[Draft]]) -> list[Draft]:
    """The drafts, of the honour beside the one told of last where only that suits them."""
    told = [draft for same in drafts.values() for draft in same]
    suited: list[Draft] = []
    for draft in read:
        kinds = {item.kind for item in draft.recipients.items}
        own = [d.match for d in drafts.get(draft.honour.name, ())]
        beside = [d for d in told if d.match in own and d.honour.kind in kinds]
        fits = not draft.honour.kind or len(kinds) != 1 or draft.honour.kind in kinds
        suited.append(draft if fits or not beside else replace(draft, honour=beside[-1].honour))
    return suited


def read_kinds(article: Article, match: Match, grantor: str | None, clause: int) -> list[Draft]:
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


def _counts_ours(match: Match, last: Draft, told: str) -> bool:
    """Whether those of ours are named whom the sentence right before only counted with all.

    授予全市100名支书“优秀书记”称号。我县高小满、林春生榜上有名
    """
    beside = match.sentence.index - last.match.sentence.index == 1
    counted = last.recipients.items and not any(item.name for item in last.recipients.items)
    return bool(beside and counted and not last.match.sentence.in_title and _OURS.match(told))


def read_told_before(article: Article, match: Match, last: Draft | None) -> list[Draft]:
    """Those who are on a list that the sentences before announced, or told of."""
    slot = match.span("recipient")
    below = bool(match.rule.value("lines"))
    if (slot is None and not below) or match.sentence.in_title:
        return []
    start = match.sentence.start
    told = match.sentence.text[slot.start - start : slot.end - start] if slot and not below else ""
    if _HOW_MANY_IN_ALL.search(told):
        return []
    of_those = last is not None and bool(_OF_THOSE.match(match.sentence.text))
    just = of_those and last is not None and last.match.sentence.index == match.sentence.index - 1
    honour = None if just else announced_before(article, match.sentence, told)
    if honour is None and last and of_those:
        near = match.sentence.index - last.match.sentence.index <= NEAR
        honour = last.honour if near and not last.match.sentence.in_title else None
    if honour is None and last and _counts_ours(match, last, told):
        honour = last.honour
    if honour is None:
        return []
    if slot is None:
        found = read_lines(article, match.sentence.index + 1, honour.kind)
        return [Draft(honour, match, found, None, match.start)] if found.items else []
    region = region_of(article, match.sentence, slot.start, slot.end)
    fallback: RecipientKind = "work" if is_for_works(honour.name) else "organization"
    found = read_recipients(region, honour.kind, free=True, fallback=fallback)
    return [Draft(honour, match, found, None, match.start)] if found.items else []
