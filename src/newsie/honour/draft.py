"""What sentences tell of honours in, what the article says of each honour as a whole out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsie.article import Span
from newsie.honour.conferral import is_total
from newsie.honour.likeness import is_same_honour, shares_words
from newsie.honour.name import Honour, year_of
from newsie.honour.noun import KIND
from newsie.honour.region import Recipients
from newsie.honour.selection import name_span
from newsie.number import parse_number
from newsie.rules import Match

_LEFT_OVER = re.compile(r"(?:等?荣誉)?(?:称号)?[，、；。：\s]*")
_FIRST_PLACES = re.compile(r"前([三四五六七八九十])名$")
_OF_KIND = re.compile(rf"(?:劳动模范|标兵|{KIND.pattern})$")
_NEAR = 2  # sentences
_NOMINATED = "提名奖"
_SEVERAL = 4  # so many of ours are a list of their own
_MANY, _TIMES_OURS = 10, 4  # from so many on, an honour is given to others as well as to ours


@dataclass(frozen=True, slots=True)
class Draft:
    """An honour that a rule found in a sentence, with those who received it there."""

    honour: Honour
    match: Match
    recipients: Recipients
    grantor: str | None
    clause: int
    contest: tuple[str, int] | None = None
    anchor: bool = False  # only tells what a shorter name means
    lent: str | None = None  # who conferred what the sentence told of before


def fold_drafts(drafts: dict[str, list[Draft]]) -> list[list[Draft]]:
    """The drafts by honour: a shortened name belongs to the fuller one, a headline to its text."""
    drafts = _whole_kinds(drafts)
    names = list(drafts)
    folded: dict[str, list[Draft]] = {}
    for name in names:
        fuller = [
            other
            for other in names
            if is_same_honour(name, other) and not _are_apart(drafts[name], drafts[other])
        ]
        folded.setdefault(fuller[0] if len(fuller) == 1 else name, []).extend(drafts[name])
    folded = {name: same for name, same in folded.items() if not all(d.anchor for d in same)}
    ordered = [sorted(same, key=lambda draft: draft.match.start) for same in folded.values()]
    told = [same for same in ordered if not all(d.match.sentence.in_title for d in same)]
    names = [same[0].honour.name for same in told]
    return [
        same
        for same in ordered
        if same in told or not any(shares_words(same[0].honour.name, name) for name in names)
    ]


def _are_apart(some: Sequence[Draft], others: Sequence[Draft]) -> bool:
    """Whether one sentence tells of two honours of similar names, each with its own: 30强."""
    if some[0].match.rule.value("kept") != others[0].match.rule.value("kept"):
        return True  # 第七届全国文明村镇, and those that stay 全国文明村镇
    for one in some:
        mine = {item.name for item in one.recipients.items if item.name}
        for other in others:
            theirs = {item.name for item in other.recipients.items if item.name}
            same = one.match.sentence is other.match.sentence
            if same and mine and theirs and not mine & theirs:
                return True
    return False


def _fullest(name: str, names: Sequence[str]) -> str:
    """The fullest name that another shortens, where all that are fuller are of one honour."""
    fuller = [other for other in names if is_same_honour(name, other)]
    fullest = max(fuller, key=len, default=name)
    apart = any(other != fullest and not is_same_honour(other, fullest) for other in fuller)
    return name if apart else fullest


# Of what all sorts are honoured: 全省供销系统; not 师德 of 师德标兵
_OF_MANY = re.compile("全|[省市县区州]|系统|行业|战线|工作")


def _whole_kinds(drafts: dict[str, list[Draft]]) -> dict[str, list[Draft]]:
    """The drafts, a bare 先进集体 by the whole name where the article says it of another kind.

    So the nominees' prize, by the whole name of the prize.

    Only of those who are counted, or where a decision named the other: 全省供销系统劳动模范,
    and two lines on, 另有两家企业被评为先进集体.
    """
    whole: dict[str, list[Draft]] = {}
    for name, same in drafts.items():
        if KIND.fullmatch(name):
            lenders: dict[str, str | None] = {}
            for other, told in drafts.items():
                head = _OF_KIND.sub("", other)
                if head in ("", other) or not _OF_MANY.search(head):
                    continue
                for one in told:
                    if any(_is_beside(one, draft) for draft in same):
                        lenders[head] = lenders.get(head) or one.grantor
            if len(lenders) == 1:
                head, grantor = lenders.popitem()
                name = head + name
                same = [_renamed(draft, name, grantor) for draft in same]
        elif name.endswith(_NOMINATED) and (base := name.removesuffix(_NOMINATED)):
            fullest = _fullest(base, list(drafts))
            if fullest != base:
                name = fullest + _NOMINATED
                same = [_renamed(draft, name, None) for draft in same]
        whole.setdefault(name, []).extend(same)
    return whole


def _renamed(draft: Draft, name: str, grantor: str | None) -> Draft:
    honour = replace(draft.honour, name=name, year=draft.honour.year or year_of(name))
    return replace(draft, honour=honour, grantor=draft.grantor or grantor)


def _is_beside(told: Draft, kind: Draft) -> bool:
    """Whether an honour may lend a bare kind its head: a decision's, or one told of just before."""
    if told.anchor:
        return True
    near = 0 <= kind.match.sentence.index - told.match.sentence.index <= _NEAR
    counted = bool(kind.recipients.items) and all(i.count for i in kind.recipients.items)
    return near and counted and not told.match.sentence.in_title


def total_of(drafts: Sequence[Draft], recipients: Recipients, name: str) -> int | None:
    """How many there are: as many as are told of; of a single one, how many were honoured in all.

    Of the first four, of whom some are named, there are four.

    Args:
        drafts: all that is told of the honour: also how many got it elsewhere (大会表彰397个).
        recipients: those that the article names or counts of them.
    """
    total = recipients.total
    told = [
        _count(draft)
        for draft in drafts
        if not is_total(draft.match) and all(i.count for i in draft.recipients.items)
    ]
    if recipients.items and told:
        total = max(total or 0, *told)
    first = _FIRST_PLACES.search(name)
    if first is None or not recipients.items:
        return total
    return max(int(parse_number(first[1]) or 0), total or 0)


def _states_ours(draft: Draft) -> bool:
    """Whether a draft says how many of those that the article is about were honoured."""
    counted = any(item.count for item in draft.recipients.items)
    stated = draft.recipients.total is not None or counted
    return stated and not draft.match.rule.value("active")


def _count(draft: Draft) -> int:
    return draft.recipients.total or sum(i.count or 1 for i in draft.recipients.items)


def telling_drafts(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts that tell who received an honour, best first.

    The text spells out whom its headline names; how many were honoured in all (大会表彰1,197人)
    says nothing of those who received it here.
    """
    new = [d for d in drafts if not is_total(d.match)]
    if any(d.recipients for d in new):
        drafts = new  # 截至目前，全省共有30人上榜: not those of today
    told = [d for d in drafts if not d.match.sentence.in_title]
    named = [d for d in told if any(item.name for item in d.recipients.items)]
    if named:
        drafts = [d for d in told if d in named or not is_total(d.match)]
    ours = max((_count(d) for d in told if not d.match.rule.value("active")), default=0)
    many = max(_MANY, _TIMES_OURS * ours)
    if ours:
        drafts = [d for d in drafts if _is_ours(d, named, ours) or _count(d) < many]
    return drafts


def _is_ours(draft: Draft, named: Sequence[Draft], ours: int) -> bool:
    """Whether a draft names those whom the article is about, not some of all who were honoured."""
    of_all = draft.match.rule.value("active") and draft.recipients.total
    return draft in named and not (of_all and ours >= _SEVERAL and not _are_listed(draft, named))


def _are_listed(draft: Draft, named: Sequence[Draft]) -> bool:
    """Whether those whom a draft names are on a list of others: the same list, cut short."""
    mine = {item.name for item in draft.recipients.items if item.name}
    others = {i.name for other in named if other is not draft for i in other.recipients.items}
    return bool(mine) and mine <= others


def told_together(read: Sequence[Draft]) -> Recipients:
    """Whom a clause tells of: of 甲、乙分获第一名、第二名，并被授予…, both."""
    told = [draft.recipients for draft in read]
    apart = all(len(one.items) == 1 and one.total is None for one in told)
    if len(set(told)) < 2 or not apart:
        return read[-1].recipients
    return Recipients(tuple(one.items[0] for one in told), None)


def end_of(drafts: Sequence[Draft]) -> int:
    """Where the last honour of a match ends, or the recipients that are named behind it."""
    match = drafts[-1].match
    if match.span("recipient") is not None or match.rule.value("counted"):
        return match.end
    return name_span(match).start + max(draft.honour.end for draft in drafts)


def evidence_of(draft: Draft) -> Span:
    """From where the clause begins, behind what an honour before it left, to the match's end."""
    match = draft.match
    spans = [span for spans in match.slots.values() for span in spans]
    start = min([match.start, *(span.start for span in spans)])
    clause = min(draft.clause, start)
    text = match.sentence.text[clause - match.sentence.start : start - match.sentence.start]
    left = _LEFT_OVER.match(text)
    return Span(clause + (left.end() if left else 0), match.end)
