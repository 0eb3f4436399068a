"""Matches of the rules on persons in, who did what and where in the text out.

The slots of such rules are called as the roles are (`host` `speaker` `presenter` `attendee`);
`also` holds people who said something, which makes speakers of those alone who are known to be
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsie.article import MENTION_MARKS, Article, Mention, Sentence
from newsie.record import ROLES, Participant, Role, order_roles
from newsie.rules import Match
from newsie.triggers import compile_quick

_OBJECT = compile_quick(
    r"(?:贯彻|落实|学习|领会|按照|遵循|根据|牢记|(?<![师者业生民工员士属友家干型奖彰位层众兵警体人商户校院进军界企团年手标])代表|正如|如|[对向给应受为把]"
    r"|(?:来到|走进|看望|慰问|走访|拜访)了?[^，。；：的]{0,30})$"
)
# What is learned of somebody else's speech: 传达学习了…省长甲关于防汛的讲话精神.
_CONVEYED = re.compile(r"(?:传达|学习|贯彻|落实|领会)[^，。；]*$")
_WORDS = re.compile(r"[^，。；]{0,30}(?:讲话|批示|指示|要求|报告)(?:精神|和|以及|、|$)")
# Who is meant where a sentence says 他指出, or nobody: 强调要…
_HE = re.compile(
    r"(?:会上|最后|同时|随后)?，?(?:[他她](?:还|首先|同时|在(?:会上|讲话中|座谈时|调研时|[^，。；]{1,8}[时中]))?"
    r"(?:强调|指出|要求|希望|表示|说(?!明))|(?:强调|指出|要求)(?:[，：要指]))"
)
_ANOTHER = compile_quick(r"(?<!会议)(?<!大会)(?:说|表示|认为|介绍)[，：“]")
_GOES_TO = re.compile(r"(?:[到赴]|前往)[^，。；：]{0,30}$")
_HOME = re.compile(r"[^。；：]{0,40}?(?:家[中里，。]|病房|床前|身边)")
# Between a title and the name: 原县长、离休干部甲.
_BESIDE = re.compile(
    r"\s*(?:、[^，。；、]{0,10}(?:干部|党员|教师|职工|军人|红军|劳模|模范"
    r"|博士|会员|级作家|级演员|级美术师|传承人|专家))?"
)
# What says behind the last name of a list that it is not complete.
_AND_OTHERS = re.compile(r"(?:（[^（）]{1,60}）)?(?:等(?!候|待|级|于)|一行)")

_PERSON = MENTION_MARKS["person"]
_GREETING = "meeting/greet"
_CITED = ("总书记", "主席")
SAID = "also"
ABSENT = "absent"
ROLE_SLOTS = frozenset({*ROLES, SAID, ABSENT})


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person in one role: `start` and `end` are the passage span of what says so."""

    name: str
    role: Role
    start: int
    end: int
    sentence: Sentence
    sure: bool = True  # whether it makes a participant of somebody not named as one elsewhere
    greets: bool = False  # whether it was nothing but a greeting
    open: bool = False  # whether more people did so than are named: 甲、乙等


@dataclass(slots=True)
class Company:
    """The people of one meeting or activity, in the order in which they are first named."""

    roles: dict[str, set[Role]] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_open: bool = False

    def add(self, attendance: Attendance, *, open_house: bool = False) -> None:
        """Take somebody in, or give him one more role.

        Args:
            open_house: whoever is quoted was there, as at a press conference.
        """
        if not attendance.sure and not open_house and attendance.name not in self.roles:
            return
        self.roles.setdefault(attendance.name, set()).add(attendance.role)
        self.spans.append((attendance.start, attendance.end))
        self.is_open = self.is_open or attendance.open

    def drop(self, names: Iterable[str]) -> None:
        """Leave out people who do nothing but speak, and are known to have been elsewhere."""
        for name in names:
            if self.roles.get(name) == {"speaker"}:
                del self.roles[name]

    def participants(self, titles: Mapping[str, str]) -> list[Participant]:
        """Everybody, with the title that the text gives him beside his name."""
        return [
            Participant(name=name, title=titles.get(name), roles=order_roles(roles))
            for name, roles in self.roles.items()
        ]


def find_attendances(article: Article, matches: Iterable[Match]) -> list[Attendance]:
    """Who did what, in reading order; what a headline says is left to the text below it."""
    assert article.passage is not None
    found: list[Attendance] = []
    for match in matches:
        if match.sentence.in_title or _is_object(match):
            continue
        for slot in match.slots:
            if slot not in ROLE_SLOTS or slot == ABSENT:
                continue
            role: Role = "speaker" if slot == SAID else slot  # type: ignore[assignment]
            for person in _outermost(match, slot):
                if role != "host" and _is_quoted(match, person):
                    continue
                found.append(
                    Attendance(
                        person.value.name,
                        role,
                        match.start,
                        match.end,
                        match.sentence,
                        slot != SAID,
                        match.rule.id == _GREETING,
                        bool(_AND_OTHERS.match(article.passage.text, person.end)),
                    )
                )
    found += _said_by_the_same(article, found)
    return sorted(found, key=lambda a: (a.sentence.start, not a.sure, a.start))


def _said_by_the_same(article: Article, found: Sequence[Attendance]) -> list[Attendance]:
    """What somebody says who is named in the sentence before: 甲主持会议。他指出，…"""
    said: list[Attendance] = []
    last: Attendance | None = None
    told: dict[int, list[Attendance]] = {}
    for attendance in found:
        told.setdefault(attendance.sentence.start, []).append(attendance)
    for sentence in article.sentences if found else ():
        he = None if sentence.in_title else _HE.match(sentence.text)
        if he is not None and last is not None:
            end = sentence.start + he.end()
            said.append(Attendance(last.name, "speaker", sentence.start, end, sentence))
            continue
        here = told.get(sentence.start, [])
        leading = [a for a in here if a.role in ("host", "speaker")]
        leading = leading or [a for a in here if a.role == "attendee"]
        if here:
            last = leading[0] if len({a.name for a in leading}) == 1 else None
        elif sentence.mentions_of("person") or _ANOTHER.search(sentence.text):
            subject = {person.value.name for person in sentence.mentions_of("person")}
            last = next((a for a in found if {a.name} == subject), None)
    return said


def _is_object(match: Match) -> bool:
    """Whether somebody is only spoken of: 贯彻习近平总书记…要求, 对甲一行表示欢迎, 来到甲家中."""
    start = match.start - match.sentence.start
    text = match.sentence.text
    if _CONVEYED.search(text[:start]) and _WORDS.match(text, match.end - match.sentence.start - 2):
        return True
    return bool(
        _OBJECT.search(text[:start]) or (_GOES_TO.search(text[:start]) and _HOME.match(text, start))
    )


def _is_quoted(match: Match, person: Mention) -> bool:
    """Whether words of a head of state or party are cited: 习近平总书记强调."""
    after = match.sentence.text[person.end - match.sentence.start :]
    return after.startswith(_CITED)


def find_absent(matches: Iterable[Match]) -> set[str]:
    """Who wrote to the meeting, or had instructions read out, rather than come."""
    return {person.value.name for match in matches for person in match.mentions(ABSENT, "person")}


def _outermost(match: Match, slot: str) -> list[Mention]:
    """The persons of a slot that the marked sentence shows, each once."""
    shown = {(m.start, m.end) for m in match.sentence.slots.values() if m.kind == "person"}
    return [m for m in match.mentions(slot, "person") if (m.start, m.end) in shown]


def find_titles(article: Article) -> dict[str, str]:
    """The title that stands beside each name, the longest of several.

    A title before a list is everybody's until the next: 副主席甲、乙.
    """
    return article.once("titles", lambda: _find_titles(article))


def _find_titles(article: Article) -> dict[str, str]:
    assert article.passage is not None
    titles: dict[str, str] = {}
    for sentence in article.sentences:
        if _PERSON not in sentence.marked:
            continue
        shown = [sentence.slots[position] for position in sorted(sentence.slots)]
        shared: Mention | None = None
        for i, mention in enumerate(shown):
            if mention.kind != "person":
                continue
            before = _post_before(article, shown[:i], mention, shared)
            shared = before
            own = before or _post_behind(article, shown[i + 1 :], mention)
            own = own or _post_of_all(article, shown[i:])
            if own is not None:
                title = article.passage.literal(own.start, own.end)
                name = mention.value.name
                titles[name] = max(titles.get(name, ""), title, key=len)
    return titles


def _post_before(
    article: Article, before: Sequence[Mention], person: Mention, shared: Mention | None
) -> Mention | None:
    if not before:
        return None
    last = before[-1]
    assert article.passage is not None
    gap = article.passage.text[last.end : person.start]
    if last.kind == "post":
        return last if _BESIDE.fullmatch(gap) else None
    if last.kind == "person" and gap in ("、", "和", "及", "与", " ", ""):
        return shared
    return None


def _post_of_all(article: Article, shown: Sequence[Mention]) -> Mention | None:
    """The title behind the list that a person stands in: 甲、乙等|县领导."""
    assert article.passage is not None
    text = article.passage.text
    for last, mention in pairwise(shown):
        gap = text[last.end : mention.start]
        if mention.kind == "post":
            return mention if gap == "等" else None
        if mention.kind != "person" or gap not in ("、", "和", "及", "与", " "):
            return None
    return None


def _post_behind(article: Article, behind: Sequence[Mention], person: Mention) -> Mention | None:
    if not behind or behind[0].kind != "post":
        return None
    assert article.passage is not None
    post = behind[0]
    text = article.passage.text
    bracketed = text[person.end : post.start] == "（" and text[post.end : post.end + 1] == "）"
    another = len(behind) > 1 and behind[1].kind == "person" and behind[1].start == post.end
    return post if bracketed or (post.start == person.end and not another) else None
