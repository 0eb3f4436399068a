"""官员: named persons with their offices, from the matches of rules/official.toml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from newsie.article import Article, Mention, Span
from newsie.record import Division, Record, gather_evidence
from newsie.rules import Match
from newsie.values import Office

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

    org: str | None = Field(description="机构: The organ, with its place in its name.")
    post: str = Field(description="职位: The post in it, with what qualifies it (原 副).")


class Official(Record):
    """官员: one person whom the article gives an office or post."""

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
    def offices(self) -> list[Office]:
        parts = self.title.value.parts
        return [part.office for part in parts if part.kind != "leader" and part.office is not None]


@dataclass(slots=True)
class _Person:
    """Every title that an article gives a person."""

    name: str
    holdings: list[_Holding] = field(default_factory=list)


def find_officials(article: Article, matches: Sequence[Match]) -> list[Official]:
    """The officials of an article, each once, by where they are first given a title."""
    persons: dict[str, _Person] = {}
    taken: set[tuple[int, int]] = set()
    held: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.sentence.start, _rank(match))):
        titles = match.mentions("title", "post")
        if not titles:
            continue
        persons_named = match.mentions("person", "person") or _told_before(article, match)
        for person in persons_named:
            key = person.start, titles[0].start
            if key in taken or (person.start in held and _rank(match)):
                continue
            taken.add(key)
            held.add(person.start)
            assert article.passage is not None
            wording = article.passage.literal(titles[0].start, titles[0].end)
            holder = persons.setdefault(person.value.name, _Person(person.value.name))
            holder.holdings.append(_Holding(match, titles[0], person, wording))
    return [_make_official(article, person) for person in persons.values()]


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


def _rank(match: Match) -> int:
    """A title before a name is nearer to it than one behind it."""
    return match.rule.id.endswith("title-behind-name")


def _make_official(article: Article, person: _Person) -> Official:
    fullest = max(
        person.holdings,
        key=lambda held: (
            not held.match.sentence.in_title,
            not held.is_new,
            len(held.offices),
            len(held.wording),
        ),
    )
    offices = list(fullest.offices)
    for held in person.holdings:
        if held.is_new:
            offices += [office for office in held.offices if not _holds(offices, office)]
    first = offices[0] if offices else _leader_office(fullest)
    telling = next((office for office in offices if office.sector), first)
    division = telling.division if telling is not None else None
    spans = [
        Span(mention.start, mention.end)
        for held in person.holdings
        for mention in (held.title, held.person)
    ]
    return Official(
        doc_id=article.doc_id,
        article_id=article.id,
        rule=fullest.match.rule.id,
        evidence=gather_evidence(article, spans),
        name=person.name,
        title=fullest.wording,
        posts=[Post(org=office.org, post=office.post) for office in offices],
        sector=telling.sector if telling is not None and offices else None,
        place=Division(code=division[0], name=division[1]) if division else None,
    )


def _leader_office(held: _Holding) -> Office | None:
    return next((part.office for part in held.title.value.parts), None)


def _holds(offices: Sequence[Office], office: Office) -> bool:
    """Whether an office is among others, its organ's name in whatever length."""
    return any(
        known.post == office.post
        and (known.org == office.org or (known.org or "").endswith(office.org or "\n"))
        for known in offices
    )
