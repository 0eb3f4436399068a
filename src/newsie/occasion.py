"""What an article reports to have taken place: matches in, meetings and activities with their people.

Both record types need both: where a visit ends and the meeting after it begins decides to which of
the two a speaker belongs. `Occasion.sort` is `meeting`, or the kind of an activity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsie.article import Article, Mention, Sentence, Span
from newsie.attendance import ROLE_SLOTS, Attendance, Company, find_absent, find_attendances
from newsie.naming import (
    cut_before,
    cut_behind,
    cut_leading,
    is_session,
    is_fuller,
    is_sitting_body,
    is_vague,
    plain,
    same_meeting,
)
from newsie.rules import Match
from newsie.values import TimeValue

# What patterns of rules/meeting.toml and rules/activity.toml may name.
SLOTS = frozenset({"name", "kind", "organizer", "place", "description"}) | ROLE_SLOTS

_BARE_SESSION = re.compile(
    r"^(?:专题|集体|集中|主席|主任|常务|全体|扩大|理论|（扩大）|\(扩大\))*(?:会议?|学习|学习会|例会|全会)$"
)
_PRESS = ("发布会", "吹风会", "通气会")
# Of what overlaps, the first of these is taken: 开展走访慰问活动 is a visit.
_RANK = ("meeting", "visit", "reception", "ceremony", "other")
_LEAD = 2  # so many sentences on, a story that opens with its persons still gives its day
_BACKGROUND = re.compile(r"将|计划|拟|去年|明年|下个?月|历次|每年|曾|届时")
_WISH = re.compile(r"祝贺|支持|敦促|计划|呼吁|推动|欢迎|希望|愿|感谢|有望|曾|待$")
_NO_DEED = re.compile(r"^(?:本届|此届|该届|距|我们|拟|将|已经?)|我[们为]?在|为我|敦促|累计")
_PARTNER = re.compile(r"[同与和跟][^同与和跟]*$")
_NO_VENUE = re.compile(r"(?:[下上中时后前]|期间|之际|基础|背景)$|^(?:全|各)")
_SAME_DAY = re.compile(r"会前|会后|随后|会议前|会议结束后|同期|期间|座谈会前|会见结束后")
_INSIDE = re.compile(
    r"(?:会上|大会上|会议上|论坛上|会议期间|论坛期间|大会期间|会见后|会见结束后|座谈会前)"
)
# Words by which a clause says to which sort of occasion it belongs.
_SORT_WORDS = {
    "visit": re.compile(r"调研|考察|慰问|走访|视察|检查|看望|督导"),
    "ceremony": re.compile(r"仪式|典礼|开幕式|闭幕式|揭牌|签约|晚会"),
    "reception": re.compile(r"会见"),
    "meeting": re.compile(r"会议|座谈|论坛|大会"),
}


@dataclass(slots=True)
class Occasion:
    """A meeting or activity: where it is named, when and where it was, who was there."""

    sort: str
    rule: str
    name: str  # of an activity: its description
    head: str
    start: int  # passage span of the words that tell of it
    end: int
    sentence: Sentence
    time: Mention | None = None
    borrowed: bool = False  # whether the time is that of another occasion
    place: str | None = None
    organizer: str | None = None
    company: Company = field(default_factory=Company)
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def when(self) -> TimeValue | None:
        """The time, as a value."""
        return self.time.value if self.time else None


def find_occasions(article: Article, matches: Sequence[Match]) -> list[Occasion]:
    """The meetings and activities of an article, each once, in reading order."""
    body = [match for match in matches if not match.sentence.in_title]
    titles = [match for match in matches if match.sentence.in_title and "name" in match.slots]
    anchors = _read_anchors(article, body)
    occasions = [o for i, o in enumerate(_fold(anchors)) if i == 0 or not _is_background(o)]
    _name_by_title(occasions, _read_anchors(article, titles))
    _date_occasions(article, occasions)
    occasions = [o for o in occasions if not _is_inside_meeting(article, o, occasions)]
    for attendance in find_attendances(article, matches):
        occasion = _place_attendance(article, attendance, occasions)
        if occasion is not None:
            press = occasion.sort == "meeting" and occasion.head in _PRESS
            occasion.company.add(attendance, open_house=press)
    absent = find_absent(matches)
    for occasion in occasions:
        occasion.company.drop(absent)
    return occasions


def _is_background(occasion: Occasion) -> bool:
    """Whether a meeting, not the first of its article, is only spoken of: 下个月，我们将召开…"""
    if occasion.sort != "meeting" or (occasion.when and occasion.when.kind == "point"):
        return False
    text = occasion.sentence.text[: occasion.start - occasion.sentence.start]
    return bool(_BACKGROUND.search(re.split("[，；]", text.rstrip("，；"))[-1]))


def _read_anchors(article: Article, matches: Iterable[Match]) -> list[Occasion]:
    found: list[Occasion] = []
    for match in matches:
        if "name" in match.slots:
            anchor = _read_meeting(article, match)
        elif "description" in match.slots:
            anchor = _read_activity(article, match)
        else:
            continue
        if anchor is not None:
            found.append(anchor)
    return sorted(found, key=lambda o: (o.start, -o.end))


def _read_meeting(article: Article, match: Match) -> Occasion | None:
    assert article.passage is not None
    span, head = match.span("name"), match.span("kind")
    assert span is not None and head is not None
    start = cut_before(match.sentence, span.start, span.end)
    if start >= head.end:
        return None
    name = article.passage.literal(start, span.end)
    if _is_counted(match.sentence, start, span.end) or _is_no_name(match.sentence, start, head):
        return None
    organizer = _read_organizer(article, match)
    if organizer and (_WISH.search(organizer) or _is_part_of_meeting(organizer, name)):
        return None
    if organizer and _is_part_of_body(organizer, name):
        name = organizer + name
    time = _own_time(match.sentence, start, span.end, match.end)
    return Occasion(
        "meeting",
        match.rule.id,
        plain(name),
        article.passage.text[head.start : head.end],
        start,
        span.end,
        match.sentence,
        time,
        place=_read_place(article, match),
        organizer=organizer,
        spans=[(match.start, match.end)],
    )


def _is_part_of_meeting(organizer: str, name: str) -> bool:
    """Whether a meeting holds a sitting of its own: 大会举行联组会议; not its presidium."""
    return organizer.endswith(("会议", "大会", "全会")) and "主席团" not in name


def _is_counted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether meetings are only counted: 座谈会等6场会议, 4次例会."""
    return any(
        m.value.unit in ("场", "次", "个", "期")
        and not m.value.rank
        and start <= m.start < end
        and (m.start == start or sentence.text[m.start - sentence.start - 1] == "等")
        for m in sentence.mentions_of("quantity")
    )


def _is_no_name(sentence: Sentence, start: int, head: Span) -> bool:
    """Whether a stretch describes a meeting (富有成果的会谈) or takes in what is no name."""
    text = sentence.text[start - sentence.start : head.end - sentence.start]
    days = [m for m in sentence.mentions_of("date") if m.value.kind == "point"]
    people = sentence.mentions_of("person")
    return (
        text.endswith("会谈")
        and is_vague(text)
        or sentence.text[head.start - sentence.start - 1] == "的"
        and start < head.start
        or any(start < m.start < head.start for m in days)
    )


def _is_part_of_body(organizer: str, name: str) -> bool:
    """Whether a session's name needs its body in front: 县人大常委会 + 第三十次会议."""
    if organizer in name:
        return False
    if is_session(plain(name)):
        return True
    if is_sitting_body(organizer):
        return bool(_BARE_SESSION.match(plain(name))) or "中心组" in organizer
    return False


def _read_organizer(article: Article, match: Match) -> str | None:
    span = match.span("organizer")
    if span is None or any(match.mentions("organizer", kind) for kind in ("person", "post")):
        return None
    end = cut_behind(match.sentence, span.start, span.end)
    start = cut_before(match.sentence, span.start, end)
    assert article.passage is not None
    return plain(article.passage.literal(start, end)) or None if end - start >= 2 else None


def _read_place(article: Article, match: Match) -> str | None:
    spans = match.slots.get("place", ())
    assert article.passage is not None
    for span in spans:
        start, end = cut_before(match.sentence, span.start, span.end), span.end
        people = match.mentions("place", "person") + match.mentions("place", "post")
        if people:  # 在县会堂同甲举行
            end = min(mention.start for mention in people)
            partner = _PARTNER.search(match.sentence.text, 0, end - match.sentence.start)
            end = match.sentence.start + partner.start() if partner else end
        text = article.passage.literal(start, max(start, end)).strip()
        if text and not _NO_VENUE.search(text):
            return text
    return None


def _read_activity(article: Article, match: Match) -> Occasion | None:
    assert article.passage is not None
    span = match.span("description")
    assert span is not None
    sort = str(match.rule.value("kind", "other"))
    start, end = _trim_description(match.sentence, sort, span), span.end
    text = article.passage.literal(start, end).strip("，、 \u3000\n")
    time = _own_time(match.sentence, start, end, match.end)
    if len(text) < 4 or sort == "ceremony" and _NO_DEED.search(text):
        return None
    if sort in ("visit", "reception") and time and time.value.kind == "year":
        return None
    return Occasion(
        sort,
        match.rule.id,
        text,
        "",
        start,
        end,
        match.sentence,
        time,
        place=_read_place(article, match),
        spans=[(match.start, match.end)],
    )


def _trim_description(sentence: Sentence, sort: str, span: Span) -> int:
    """Where the clause that tells of an activity begins."""
    start = span.start
    if sort == "visit":
        text = sentence.text[start - sentence.start : span.end - sentence.start]
        clause = 0
        for found in re.finditer("，", text):
            if _SORT_WORDS["visit"].search(text, clause, found.start()):
                break
            clause = found.end()
        start += clause
    elif sort == "ceremony":
        start = cut_before(sentence, start, span.end, verbs=False)
    return cut_leading(sentence, start, span.end, clause=True)


def _own_time(sentence: Sentence, start: int, end: int, match_end: int) -> Mention | None:
    """The time that a sentence gives: behind the name, else the last before it."""
    dates = [m for m in sentence.mentions_of("date") if _is_time(m)]
    behind = [m for m in dates if end <= m.start < match_end]
    inside = [m for m in dates if start < m.start < end and m.value.kind != "year"]
    before = [m for m in dates if m.start < start]
    days = [m for m in before if m.value.kind == "point"]
    vague = [m for m in before if m.value.kind == "vague"]
    return next(iter(behind or days[-1:] or inside or vague[-1:] or before[-1:]), None)


def _is_time(mention: Mention) -> bool:
    return mention.value.kind in ("point", "month", "year", "vague")


def _fold(anchors: Sequence[Occasion]) -> list[Occasion]:
    """Bring the mentions of one occasion together; a meeting's name may hold a ceremony's."""
    folded: list[Occasion] = []
    for anchor in sorted(anchors, key=lambda o: _RANK.index(o.sort)):
        known = next((o for o in reversed(folded) if _is_same(o, anchor)), None)
        if known is None:
            folded.append(anchor)
            continue
        known.spans += anchor.spans
        known.place = known.place or anchor.place
        if known.time is None and (anchor.sentence is known.sentence or known.sort != "meeting"):
            known.time = anchor.time
        if anchor.sentence is known.sentence:
            known.organizer = known.organizer or anchor.organizer
        if anchor.sort == "meeting" == known.sort:
            _take_fuller(known, anchor)
    return sorted(folded, key=lambda o: o.start)


def _is_same(known: Occasion, anchor: Occasion) -> bool:
    if known.sort != anchor.sort:
        return _overlap(known, anchor)
    if known.sort != "meeting" and known.sentence is anchor.sentence:
        return True
    times = known.when, anchor.when
    differ = times[0] and times[1] and times[0].date != times[1].date
    if known.sort == "meeting":
        return same_meeting(known.name, anchor.name) and not differ
    if _overlap(known, anchor) or anchor.time is None:
        return True
    return not differ and (bool(times[0]) or same_meeting(known.name, anchor.name))


def _overlap(known: Occasion, anchor: Occasion) -> bool:
    return known.sentence is anchor.sentence and (
        anchor.start < known.end and known.start < anchor.end
    )


def _take_fuller(known: Occasion, anchor: Occasion) -> None:
    if is_vague(known.name) and not is_vague(anchor.name) or is_fuller(anchor.name, known.name):
        known.name, known.head = anchor.name, anchor.head


def _name_by_title(occasions: list[Occasion], titles: Sequence[Occasion]) -> None:
    """Let the headline name a meeting that the text calls 会议 alone."""
    for title in titles:
        if is_vague(title.name):
            continue
        meetings = [o for o in occasions if o.sort == "meeting"]
        if any(same_meeting(o.name, title.name) and not is_vague(o.name) for o in meetings):
            continue
        nameless = [o for o in meetings if is_vague(o.name)]
        if nameless and same_meeting(nameless[0].name, title.name):
            nameless[0].name, nameless[0].head = title.name, title.head


def _date_occasions(article: Article, occasions: Sequence[Occasion]) -> None:
    """Give an occasion without a time of its own the day of the story, or of what went before."""
    last: Mention | None = None
    for i, occasion in enumerate(occasions):
        if occasion.time is None and i == 0:
            occasion.time = _lead_time(article, occasion)
        elif occasion.time is None and last is not None:
            inherits = _follows(article, occasion)
            occasion.time, occasion.borrowed = (last, True) if inherits else (None, False)
        last = occasion.time or last


def _lead_time(article: Article, occasion: Occasion) -> Mention | None:
    """The last day named before the first occasion, else the first soon after it."""
    after = occasion.sentence.index + _LEAD
    lead = [s for s in article.sentences if not s.in_title and s.index <= after]
    days = [
        m
        for sentence in lead
        for m in sentence.mentions_of("date")
        if m.value.date and m.value.kind == "point"
    ]
    before = [m for m in days if m.start < occasion.start]
    return next(iter(before or days), None)


def _follows(article: Article, occasion: Occasion) -> bool:
    """Whether an occasion went with the one before: 会前, 随后; 在…期间 may be any day."""
    assert article.passage is not None
    before = article.passage.text[occasion.sentence.start : occasion.end]
    if re.match(r"(?:本报讯)?在[^，。]{1,8}期间", before):
        return False
    if occasion.sort != "meeting" or occasion.rule == "meeting/convened":
        return True
    return bool(_SAME_DAY.search(before))


def _is_inside_meeting(article: Article, occasion: Occasion, occasions: Sequence[Occasion]) -> bool:
    """Whether an activity was a part of a meeting: 会上举行了签约仪式."""
    if occasion.sort not in ("ceremony", "other"):
        return False
    earlier = [o for o in occasions if o.sort == "meeting" and o.start < occasion.start]
    if not earlier:
        return False
    assert article.passage is not None
    before = article.passage.text[occasion.sentence.start : occasion.end]
    return bool(_INSIDE.search(before)) or occasion.time is None or occasion.borrowed


def _place_attendance(
    article: Article, attendance: Attendance, occasions: Sequence[Occasion]
) -> Occasion | None:
    """The occasion at which somebody did something: named beside it, or named last."""
    if not occasions:
        return None
    assert article.passage is not None
    text = article.passage.text
    clause_end = min(
        (i for i in (text.find(mark, attendance.end) for mark in "，。；\n") if i >= 0),
        default=len(text),
    )
    clause = plain(text[attendance.start : clause_end])
    for occasion in occasions:
        if occasion.sort == "meeting" and not is_vague(occasion.name) and occasion.name in clause:
            return occasion
    here = [o for o in occasions if o.sentence is attendance.sentence]
    next_to = [o for o in here if 0 <= o.start - attendance.end <= 15]
    before = [o for o in occasions if o.start <= attendance.end]
    if next_to and "，" not in text[attendance.end : next_to[0].start]:
        return next_to[0]
    if not before:
        return (here or list(occasions))[0]
    return _by_word(clause, before) or before[-1]


def _by_word(clause: str, before: Sequence[Occasion]) -> Occasion | None:
    """The last occasion of the sort that a clause names, where the last one is of another."""
    sorts = {sort for sort, words in _SORT_WORDS.items() if words.search(clause)}
    if not sorts or before[-1].sort in sorts:
        return None
    return next((o for o in reversed(before) if o.sort in sorts), None)
