"""官员: named persons with their offices, from the matches of rules/official.toml."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from newsie.article import Article, Mention, Span
from newsie.record import Division, Record, gather_evidence
from newsie.rules import Match
from newsie.tenure import CHANGE_MEANINGS, ChangeKind, read_decision
from newsie.values import ORGAN_LEVEL_MEANINGS, Office, OrganLevel, print_title

# What patterns of rules/official.toml may name.
SLOTS: frozenset[str] = frozenset({"person", "title"})

Sector = Literal[
    "party", "government", "congress", "cppcc", "supervision", "judiciary", "mass_organization",
    "military", "enterprise", "institution", "grassroots", "foreign",
]  # fmt: skip
SECTOR_MEANINGS: JsonDict = {
    "party": "党委: Party committees and their departments.",
    "government": "政府: Governments and their departments, towns and sub-districts.",
    "congress": "人大: People's congresses.",
    "cppcc": "政协: People's political consultative conferences.",
    "supervision": "纪检监察: Discipline inspection and supervision.",
    "judiciary": "司法: Courts and procuratorates.",
    "mass_organization": "群团: Unions, women's federations, youth leagues and the like.",
    "military": "军队: The military and armed police.",
    "enterprise": "企业: Firms.",
    "institution": "事业单位: Schools, hospitals, media, associations.",
    "grassroots": "基层: Villages and residents' committees.",
    "foreign": "境外: Posts abroad.",
}


class Post(BaseModel):
    """职务: one post and the organ that it belongs to."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    PRINTED: ClassVar[tuple[str, ...]] = ("org", "post")

    org: str | None = Field(description="机构: The organ, with its place in its name.")
    post: str = Field(description="职位: The post in it, with what qualifies it (原 副).")
    department: str | None = Field(
        default=None,
        description="部门: The part of a larger organ that the post is in: 组织部, 经济学院. "
        "Null for the organ itself.",
    )
    level: OrganLevel | None = Field(
        default=None,
        description="层级: That of the organ, by its division and sector, not the holder's rank: "
        "a deputy's is his chief's, a district of Shanghai is a county.",
        json_schema_extra={"x-values": ORGAN_LEVEL_MEANINGS},
    )
    acting: bool = Field(default=False, description="代理: 代区长, 代理主任.")
    former: bool = Field(
        default=False,
        description="前任: 原, 前任, 时任 as written, or the article tells that it was given up.",
    )
    concurrent: bool = Field(default=False, description="兼任: 兼 before it, or （兼） behind.")


class Change(BaseModel):
    """任免: a post that the article says somebody got or lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    PRINTED: ClassVar[tuple[str, ...]] = ("org", "post", "body")

    kind: ChangeKind = Field(
        description="变动种类: How it was got or lost.",
        json_schema_extra={"x-values": CHANGE_MEANINGS},
    )
    org: str | None = Field(description="机构: As in posts.")
    post: str = Field(description="职位: As in posts.")
    body: str | None = Field(
        description="决定机关: Who decided, as written; null where the text does not say."
    )
    date: str | None = Field(
        description="决定日期: The day of the decision, or the last day named before it."
    )


class Official(Record):
    """官员: one person whom the article gives an office or post."""

    PRINTED: ClassVar[tuple[str, ...]] = ("name", "title", "posts", "changes")

    type: Literal["official"] = Field(
        default="official", description="类型: Which type of record this is."
    )
    name: str = Field(description="姓名: As printed, without the space inside it.")
    title: str = Field(description="职务: The fullest wording in the article.")
    posts: list[Post] = Field(description="任职: The title taken apart, a post and its organ each.")
    sector: Sector | None = Field(
        description="系统: What the first post belongs to; null without posts.",
        json_schema_extra={"x-values": SECTOR_MEANINGS},
    )
    place: Division | None = Field(
        description="任职地: The office's division; null of national offices, firms, institutions."
    )
    order: int = Field(
        description="排序: 1 for the official whom the article names first, headline included."
    )
    changes: list[Change] = Field(
        description="任免: The posts that the article says the official got or lost."
    )


_STUDIED = re.compile(r"(?:学习|贯彻|落实|领会|传达|践行|牢记|遵循|按照|根据)[^，。；：、]{0,8}$")
# Named for what was said, whatever is done with it: 习近平总书记近期重要讲话.
_WORDS = re.compile(
    r"(?:近期|最近|有关|一?系列|关于[^，。；]{1,40}?的?)?重要(?:讲话|论述|指示|批示|回信|贺信|思想|嘱托)"
)
_SPEECH = re.compile(
    r"对[^，。；]{1,16}?(?:提出|作出|赋予|交给)的"
    r"|(?:[在关对视给致向][^，。；]{0,40}?|系列|一系列)?(?:重要)?"
    r"(?:讲话|论述|指示|批示|回信|贺信|思想|嘱托|要求|精神)"
)
_PRESIDES = re.compile(r"(?:大会)?(?:主席团|执行主席)")  # of a sitting
_CANDIDATE = re.compile(r"(?:提名)?(?:候选人|人选)$")


@dataclass(frozen=True, slots=True)
class _Holding:
    """One place of an article that gives a person a title."""

    match: Match
    title: Mention
    person: Mention
    wording: str  # the title as printed

    @property
    def is_new(self) -> bool:
        """Whether the person gets the title there and then: 当选, 任."""
        return bool(self.match.rule.value("appointed", False))

    @property
    def is_proposed(self) -> bool:
        """Whether the person may get the title one day: 拟任."""
        return bool(self.match.rule.value("proposed", False))

    @property
    def offices(self) -> list[Office]:
        parts = self.title.value.parts
        return [part.office for part in parts if part.kind != "leader" and part.office is not None]


@dataclass(slots=True)
class _Person:
    """Every title that an article gives a person."""

    name: str
    holdings: list[_Holding] = field(default_factory=list)


def _is_candidate(held: _Holding) -> bool:
    """Whether somebody is only to get all that a title holds: 副区长人选."""
    return len(held.offices) == 1 and bool(_CANDIDATE.search(held.title.value.title))


def find_officials(article: Article, matches: Sequence[Match]) -> list[Official]:
    """The officials of an article, each once, by where they are first given a title."""
    persons: dict[str, _Person] = {}
    taken: set[tuple[int, int]] = set()
    held: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.sentence.start, _rank(match))):
        titles = match.mentions("title", "post")
        if (
            not titles or titles[0].value.title.removeprefix("大会") == "执行主席"
        ):  # who presides over a sitting
            continue
        if match.rule.value("leaders") and not _is_of_leaders(titles[0]):
            continue
        if article.place is not None and _is_cited(match):
            continue
        persons_named = match.mentions("person", "person") or _told_before(article, match)
        for person in persons_named:
            key = person.start, titles[0].start
            if key in taken or (person.start in held and _rank(match)):
                continue
            taken.add(key)
            held.add(person.start)
            assert article.passage is not None
            wording = print_title(article.passage, titles[0])
            holder = persons.setdefault(person.value.name, _Person(person.value.name))
            holder.holdings.append(_Holding(match, titles[0], person, wording))
    order = _order_names(article, persons)
    return [_make_official(article, person, order[name]) for name, person in persons.items()]


def _is_cited(match: Match) -> bool:
    """Whether somebody is named only for what he said: 学习贯彻习近平总书记…重要讲话精神."""
    text, start = match.sentence.text, match.start - match.sentence.start
    if _WORDS.match(text, match.end - match.sentence.start):
        return True
    if not _STUDIED.search(text, 0, start):
        return False
    return _SPEECH.match(text, match.end - match.sentence.start) is not None


def _order_names(article: Article, names: Collection[str]) -> dict[str, int]:
    """The rank of each name by where the article first names its holder, from 1."""
    if not names:
        return {}
    first = dict.fromkeys(
        mention.value.name
        for sentence in article.sentences
        for mention in sentence.mentions_of("person")
    )
    return {name: i for i, name in enumerate((name for name in first if name in names), 1)}


def _told_before(article: Article, match: Match) -> list[Mention]:
    """The person with whom an earlier sentence of the same paragraph begins, if one does."""
    assert article.passage is not None
    for sentence in reversed(article.sentences[: match.sentence.index]):
        if "\n" in article.passage.text[sentence.start : match.sentence.start]:
            break
        persons = sentence.mentions_of("person")
        if persons and persons[0].start - sentence.start < 4:
            return persons[:1]
    return []


def _is_of_leaders(title: Mention) -> bool:
    """Whether a title is no post of its own: 县领导."""
    return all(part.kind == "leader" for part in title.value.parts)


def _rank(match: Match) -> int:
    """A title before a name is nearer to it than one behind it."""
    return match.rule.id.endswith(("title-behind-name", "names-before-leaders"))


def _make_official(article: Article, person: _Person, order: int) -> Official:
    fullest = max(
        person.holdings,
        key=lambda held: (
            not held.is_proposed,
            bool(held.offices) and not _is_candidate(held),
            not _PRESIDES.match(held.title.value.title),
            not held.match.sentence.in_title,
            not held.is_new,
            len(held.offices),
            len(held.wording),
        ),
    )
    offices = list(fullest.offices)
    for held in person.holdings:
        if held.is_new and not _CANDIDATE.search(held.title.value.title):
            offices += [office for office in held.offices if not _holds(offices, office)]
    changes = _find_changes(article, person.holdings)
    first = offices[0] if offices else _leader_office(fullest)
    telling = next((office for office in offices if office.sector), first)
    division = telling.division if telling is not None else None
    spans = [
        Span(start, end)
        for held in person.holdings
        for start, end in (
            (held.title.value.organ_start or held.title.start, held.title.end),
            (held.person.start, held.person.end),
        )
    ]
    return Official(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=fullest.match.rule.id,
        evidence=gather_evidence(article, spans),
        name=person.name,
        title=fullest.wording,
        posts=[_make_post(office, changes) for office in offices],
        sector=telling.sector if telling is not None and offices else None,
        place=Division(code=division[0], name=division[1]) if division else None,
        order=order,
        changes=changes,
    )


def _make_post(office: Office, changes: Sequence[Change]) -> Post:
    left = any(
        change.kind in ("removed", "resigned")
        and (change.org, change.post) == (office.org, office.post)
        for change in changes
    )
    return Post(
        org=office.org,
        post=office.post,
        department=office.department,
        level=office.level,
        acting=office.acting,
        former=office.former or left,
        concurrent=office.concurrent,
    )


def _find_changes(article: Article, holdings: Sequence[_Holding]) -> list[Change]:
    """What an article says was done to somebody's posts, each once."""
    changes: list[Change] = []
    for held in sorted(holdings, key=lambda held: held.match.sentence.in_title):
        decision = read_decision(article, held.match, held.person, held.title)
        offices = held.offices if decision is not None else []
        if held.title.value.title.endswith("人选"):
            offices = offices[-1:]  # 党组成员、副主任人选
        for office in offices:
            assert decision is not None
            change = Change(
                kind=decision.kind,
                org=office.org,
                post=_CANDIDATE.sub("", office.post),
                body=decision.body,
                date=decision.date,
            )
            if not any((known.kind, known.post) == (change.kind, change.post) for known in changes):
                changes.append(change)
    return changes


def _leader_office(held: _Holding) -> Office | None:
    return next((part.office for part in held.title.value.parts), None)


def _holds(offices: Sequence[Office], office: Office) -> bool:
    """Whether an office is among others, its organ's name in whatever length."""
    return any(
        known.post == office.post and (office.org is None or (known.org or "").endswith(office.org))
        for known in offices
    )
