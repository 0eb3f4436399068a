"""What an article reports to have taken place: matches in, meetings and activities out.

Both record types need both: where a visit ends and the meeting after it begins decides to which of
the two a speaker belongs. `Occasion.sort` is `meeting`, or the kind of an activity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import Article, Mention
from newsie.gathering.anchor import VISIT, Occasion, read_anchors, read_organizer, read_place
from newsie.gathering.attendance import ROLE_SLOTS, Attendance, find_absent, find_attendances
from newsie.gathering.naming import is_fuller, is_vague, plain, same_meeting, same_session
from newsie.rules import Match
from newsie.values import TimeValue

# What patterns of rules/meeting.toml and rules/activity.toml may name.
SLOTS: frozenset[str] = (
    frozenset({"name", "kind", "organizer", "place", "description"}) | ROLE_SLOTS
)

_PRESS = ("发布会", "吹风会", "通气会")
# Of what overlaps, the first of these is taken: 开展走访慰问活动 is a visit.
_RANK = ("meeting", "visit", "reception", "ceremony", "other")
_NAMED = 12  # characters; a shorter description may be of any ceremony (出席开工仪式)
_LEAD = 2  # so many sentences on, a story that opens with its persons still gives its day
_BACKGROUND = re.compile(r"将|计划|拟|去年|明年|下个?月|历次|每年|曾|届时")
_SAME_DAY = re.compile(
    r"^[^，。]{0,6}(?:上午|下午|晚)|会前|会后|随后|会议前|会议结束后|同期|期间|座谈会前|会见结束后"
)
_STAMP = re.compile(r"[0-9./-]+")  # when a page was put up: 10.11.2015
_CLAUSE_END = re.compile(r"[，。；\n]")
_OPENING = re.compile(r"在?([^，。；]{2,20}?(?:会|会议|论坛|仪式|典礼|式))上，")
_INSIDE = re.compile(
    r"(?:会上|大会上|会议上|论坛上|会议期间|论坛期间|大会期间|会见后|会见结束后|座谈会前)"
)
_ON_SITE = re.compile(r"现场|观摩|推进会|拉练|调度会")
_CHAIRED = re.compile(r"主持(?:召开|了)?[^，。；]{0,12}$")
# Words by which a clause says to which sort of occasion it belongs.
_SORT_WORDS = {
    "visit": VISIT,
    "ceremony": re.compile(r"仪式|典礼|[幕班营学工业约牌动]式|揭牌|签约|晚会"),
    "reception": re.compile(r"会见"),
    "meeting": re.compile(r"会议|座谈|论坛|大会"),
}


def find_occasions(article: Article, matches: Sequence[Match]) -> list[Occasion]:
    """The meetings and activities of an article, each once, in reading order."""
    return article.once("occasions", lambda: _find_occasions(article, matches))


def _find_occasions(article: Article, matches: Sequence[Match]) -> list[Occasion]:
    body = [match for match in matches if not match.sentence.in_title]
    titles = [match for match in matches if match.sentence.in_title and "name" in match.slots]
    anchors = read_anchors(article, body)
    occasions = [o for i, o in enumerate(_fold(anchors)) if i == 0 or not _is_background(o)]
    _name_by_title(occasions, read_anchors(article, titles))
    _date_occasions(article, occasions)
    _add_organizers(article, occasions, body)
    _add_destinations(article, occasions, body)
    occasions = [o for o in occasions if not _is_inside_meeting(article, o, occasions)]
    if not occasions:
        return []
    held = [o for o in occasions if not _is_to_come(article, o)] or occasions
    for attendance in find_attendances(article, matches):
        occasion = _place_attendance(article, attendance, occasions, held)
        if occasion is not None and not (attendance.greets and occasion.sort == "visit"):
            press = occasion.sort == "meeting" and occasion.head in _PRESS
            occasion.company.add(attendance, open_house=press)
    absent = find_absent(matches)
    for occasion in occasions:
        occasion.company.drop(absent)
    return occasions


def _add_organizers(
    article: Article, occasions: Sequence[Occasion], matches: Sequence[Match]
) -> None:
    """Give the meeting of a sentence, or the last one before it, its organiser: 由甲主办."""
    for match in matches:
        if "organizer" not in match.slots or "name" in match.slots:
            continue
        meetings = [o for o in occasions if o.sort == "meeting" and o.start <= match.sentence.end]
        if meetings and meetings[-1].organizer is None:
            meetings[-1].organizer = read_organizer(article, match)


def _add_destinations(
    article: Article, occasions: Sequence[Occasion], matches: Sequence[Match]
) -> None:
    """Give the last visit before it, or that of its sentence, where the visitors went."""
    for match in matches:
        if "place" not in match.slots or match.slots.keys() & {"name", "description"}:
            continue
        visits = [o for o in occasions if o.start <= match.sentence.end and o.sort == "visit"]
        if visits and visits[-1].place is None:
            visits[-1].place = read_place(article, match)


def _is_background(occasion: Occasion) -> bool:
    """Whether a meeting, not the first of its article, is only spoken of: 下个月，我们将召开…"""
    if occasion.sort != "meeting" or (occasion.when and occasion.when.kind == "point"):
        return False
    text = occasion.sentence.text[: occasion.start - occasion.sentence.start]
    return bool(_BACKGROUND.search(re.split("[，；]", text.rstrip("，；"))[-1]))


def _fold(anchors: Sequence[Occasion]) -> list[Occasion]:
    """Bring the mentions of one occasion together; a meeting's name may hold a ceremony's."""
    folded: list[Occasion] = []
    for anchor in sorted(anchors, key=lambda o: _RANK.index(o.sort)):
        known = next((o for o in reversed(folded) if _is_same(o, anchor)), None)
        if known is None:
            folded.append(anchor)
            continue
        known.spans += anchor.spans
        known.leaders |= anchor.leaders
        if anchor.sort == known.sort:
            known.place = known.place or anchor.place
        elif _opens(known, anchor):
            known.name, known.start, known.sentence = anchor.name, anchor.start, anchor.sentence
            known.place = known.place or anchor.place
        if anchor.sort == "meeting" == known.sort:
            _take_fuller(known, anchor)
        if known.time is None and (_is_beside(known, anchor) or known.sort != "meeting"):
            known.time = anchor.time
        if known.sort == anchor.sort == "visit" and _is_day(anchor) and not _is_day(known):
            known.time = anchor.time  # 新春佳节来临之际, then 2月9日下午
        if anchor.sentence is known.sentence:
            known.organizer = known.organizer or anchor.organizer
    return sorted(folded, key=lambda o: o.start)


def _share_day(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times may be of one occasion: the same, or a day of several."""
    return one.date == other.date or _holds_day(one, other) or _holds_day(other, one)


def _holds_day(several: TimeValue, one: TimeValue) -> bool:
    if not several.date or not several.end_date or not one.date:
        return False
    return several.date <= one.date <= several.end_date


def _is_beside(known: Occasion, anchor: Occasion) -> bool:
    """Whether a meeting is told of in the same sentence, or again in the next, by name."""
    apart = anchor.sentence.index - known.sentence.index
    return not apart or (apart == 1 and not is_vague(anchor.name) and _is_day(anchor))


def _is_same(known: Occasion, anchor: Occasion) -> bool:
    if known.sort != anchor.sort:
        return _overlap(known, anchor) or _opens(known, anchor)
    if known.sort != "meeting" and known.sentence is anchor.sentence:
        return True
    times = known.when, anchor.when
    differ = times[0] and times[1] and times[0].date != times[1].date
    if known.sort == "meeting":
        within = known.sentence is anchor.sentence and (
            known.name in anchor.name or anchor.name in known.name
        )
        if within or same_session(known.name, anchor.name):
            return True
        apart = times[0] and times[1] and not _share_day(times[0], times[1])
        return same_meeting(known.name, anchor.name) and not apart
    if _overlap(known, anchor):
        return True
    if anchor.time is None:
        if anchor.sort != "visit" and len(anchor.name) < _NAMED:
            return True
        return not (known.leaders and anchor.leaders) or bool(known.leaders & anchor.leaders)
    if differ or not times[0]:
        return not differ and same_meeting(known.name, anchor.name)
    if known.sort == "visit" and known.leaders and anchor.leaders:
        return bool(known.leaders & anchor.leaders)
    both = known.hosted and anchor.hosted and not known.leaders and not anchor.leaders
    return not both or known.sort != "visit" or same_meeting(known.name, anchor.name)


def _opens(rite: Occasion, event: Occasion) -> bool:
    """Whether a rite without a name or a day opened the event told of next before it.

    县妇联举办干部培训班，县长高小满出席开班仪式
    """
    if rite.rule != "activity/ceremony-attended":
        return False
    if rite.sort != "ceremony" or event.sort != "other":
        return False
    apart = rite.sentence.index - event.sentence.index
    bare = rite.time in (None, event.time) and len(rite.name) < _NAMED
    return bare and apart in (0, 1) and event.start < rite.start and not event.leaders


def _is_day(occasion: Occasion) -> bool:
    return occasion.when is not None and occasion.when.kind == "point"


def _overlap(known: Occasion, anchor: Occasion) -> bool:
    return known.sentence is anchor.sentence and (
        anchor.start < known.end and known.start < anchor.end
    )


def _take_fuller(known: Occasion, anchor: Occasion) -> None:
    named = is_vague(known.name) and not is_vague(anchor.name)
    dated = known.time is None and _is_day(anchor) and len(anchor.name) > len(known.name)
    if named or dated or is_fuller(anchor.name, known.name):
        known.name, known.head = anchor.name, anchor.head


def _name_by_title(occasions: list[Occasion], titles: Sequence[Occasion]) -> None:
    """Let the headline name a meeting that the text calls 会议 alone, or by less of its name."""
    for title in titles:
        if is_vague(title.name):
            continue
        meetings = [o for o in occasions if o.sort == "meeting"]
        named = [o for o in meetings if not is_vague(o.name)]
        same = [o for o in named if same_meeting(o.name, title.name)]
        for occasion in same[:1]:
            _take_fuller(occasion, title)
        if same:
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
        if m.value.date and m.value.kind == "point" and not _STAMP.fullmatch(m.value.text)
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
    return bool(_SAME_DAY.search(before) or _CHAIRED.search(before))


def _is_inside_meeting(article: Article, occasion: Occasion, occasions: Sequence[Occasion]) -> bool:
    """Whether an activity was a part of a meeting: 会上举行了签约仪式."""
    seen = occasion.sort == "visit" and "观摩" in occasion.name
    if occasion.sort not in ("ceremony", "other") and not seen:
        return False
    earlier = [o for o in occasions if o.sort == "meeting" and o.start < occasion.start]
    if not earlier:
        return False
    if seen:  # what a meeting went to see: 先后观摩了3个项目
        return any(_ON_SITE.search(o.name) and o.when == occasion.when for o in earlier)
    assert article.passage is not None
    before = article.passage.text[occasion.sentence.start : occasion.end]
    return bool(_INSIDE.search(before)) or occasion.time is None or occasion.borrowed


def _place_attendance(
    article: Article,
    attendance: Attendance,
    occasions: Sequence[Occasion],
    held: Sequence[Occasion],
) -> Occasion | None:
    """The occasion at which somebody did something: named beside it, or named last.

    Args:
        held: those that are not announced for a later day, if there are any.
    """
    assert article.passage is not None
    text = article.passage.text
    ended = _CLAUSE_END.search(text, attendance.end)
    clause_end = ended.start() if ended else len(text)
    clause_start = max(text.rfind(sign, 0, attendance.start) for sign in "，。；\n") + 1
    clause = plain(text[clause_start:clause_end])
    for occasion in occasions:
        if occasion.sort == "meeting" and not is_vague(occasion.name) and occasion.name in clause:
            return occasion
    here = [o for o in held if o.sentence is attendance.sentence]
    next_to = [o for o in here if 0 <= o.start - attendance.end <= 15]
    before = sorted(
        (o for o in held if o.start <= attendance.end),
        key=lambda o: max(
            (start for start, _ in o.spans if start <= attendance.end), default=o.start
        ),
    )
    if next_to and "，" not in text[attendance.end : next_to[0].start]:
        return next_to[0]
    if not before:
        return (here or list(held))[0]
    return _by_opening(attendance, before) or _by_word(clause, before) or before[-1]


def _is_to_come(article: Article, occasion: Occasion) -> bool:
    """Whether an occasion is announced for a later day: nobody has done anything at it yet."""
    day = occasion.when.date if occasion.when else None
    published = article.published  # may be a month, or a year
    if not published or not day or len(day) < len("2024-01-01"):
        return False
    return day[: len(published)] > published


def _by_opening(attendance: Attendance, before: Sequence[Occasion]) -> Occasion | None:
    """The occasion that a sentence opens with: 座谈会上, 在启动仪式上."""
    found = _OPENING.match(attendance.sentence.text)
    if not found:
        return None
    name = plain(found[1])
    return next((o for o in reversed(before) if name in o.name), None)


def _by_word(clause: str, before: Sequence[Occasion]) -> Occasion | None:
    """The last occasion of the sort that a clause names, where the last one is of another."""
    sorts = {sort for sort, words in _SORT_WORDS.items() if words.search(clause)}
    if not sorts or before[-1].sort in sorts:
        return None
    return next((o for o in reversed(before) if o.sort in sorts), None)
