"""Matches of rules in, single mentions of meetings and activities out.

Each mention is an `Occasion` of its own, with its name cut out of the stretch that a rule found,
and the time, venue and organiser that its sentence gives; `newsie.gathering.occasion` brings those
together that are mentions of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsie.article import Article, Mention, Sentence, Span
from newsie.gathering.attendance import Company
from newsie.gathering.naming import (
    cut_before,
    cut_behind,
    cut_leading,
    is_put_on,
    is_session,
    is_sitting_body,
    is_vague,
    plain,
)
from newsie.rules import Match
from newsie.triggers import compile_quick
from newsie.values import TimeValue

VISIT = re.compile(r"调研|考察|慰问|走访|视察|检查|看望|督导|督查|察看|观摩|莅临|指导工作")
# Behind a venue, with whom somebody met there: 瑞士|同美国等各方.
_WITH = re.compile(r"同(?![心安江仁德济里盟庆福学方])|与(?=[^，]{2,}(?:共同|联合|各方|等)$)")
_BEHIND_VENUE = re.compile(r"(?:(?:隆重|正式|如期|成功|顺利|圆满|胜利)+|围绕.*|就.{4,})$")
_SEVERAL = re.compile(r"多[场次个]|系列(?:论坛|会议)|^重要会议$")
# What is only to come: 将陆续开展评选活动.
_AHEAD = re.compile(
    r"(?:(?<!能)将|计划|拟|即将|准备)(?:陆续|继续|相继|正式|深入|全面|持续|广泛|组织|[在于][^，]{1,12}){0,2}(?:开展|举办|举行|启动|前往)"
)
_RITE = re.compile(r"颁奖|公祭|揭牌|签约|奠基|表彰|(?:开工|竣工|落成|启用|首发)[^，]{0,8}活动")
# A contest that is over, 乒乓球比赛圆满落幕, and what else says that there was a ceremony.
_ENDED = re.compile(r"赛[^，]*(?:落幕|收官|落下帷幕|闭幕)$")
_CLOSING = re.compile(r"闭幕式|闭幕仪式|颁奖")
# What somebody else's visit is met with, or whom one only went with: 来县考察表示欢迎, 随同督导.
_NO_VISIT = re.compile(
    r"[作做][的了].*|.*表示(?:热烈|衷心|诚挚)?的?(?:欢迎|感谢)$"
    r"|.*(?:已|按计划)[^，]{0,6}完成"
    r"|(?:随同|陪同|一同|共同|参加)(?:调研|考察|视察|检查|督导|慰问|走访)(?:活动)?$"
)
# Who goes somewhere to do what: 八连赴柳湾村开展兵地融合交流活动.
_TRIP = re.compile(
    r"(?:赴|前往|走进|深入|[^，](?<!等)到)[^，]{2,40}?开展[^，]*(?:交流|学习|慰问|送温暖|帮扶|对接|共建|招商|调研|考察|走访)[^，]*活动"
)
_BARE_SESSION = re.compile(
    r"^(?:专题|集体|集中|主席|主任|常务|全体|扩大|理论|（扩大）|\(扩大\))*(?:会议?|学习|学习会|例会|全会)$"
)
# Where one meeting's name ends and another's begins.
_AND = compile_quick(
    r"(?:((?<=会议))|(?<=座谈会)|(?<=推进会)|(?<=现场会)|(?<=总结会)|(?<=表彰会)|(?<=动员会)|(?<=部署会)"
    r"|(?<=调度会)|(?<=汇报会)|(?<=启动会)|(?<=学习会)|(?<=发布会)|(?<=大会))(?:和|以及|及|、)"
)
# What a congress holds apart from its own opening: 县十八届人大三次会议举行|预备会议.
_SITS_APART = re.compile(r"预备会议?|第[一二三四五六]次全体会议")
_SEEN = re.compile(r"查看|察看|了解|检查|督[查导]|视察|调研(?!时|期间)|询问|叮嘱|嘱咐|提醒|勉励")
_SAID_THERE = re.compile(r"时，?(?:强调|指出|要求|表示|说)?$")  # 在柳湾镇调研防汛工作|时强调
_AT_HOME = re.compile(r"到[^，]*(?:家[中里]|床前|病房)$")  # 先后到甲等人家中，送上米面
_SET_OUT = re.compile(r"赴|前往|走进|深入")  # 县总工会赴柳湾镇等地，开展慰问活动
_MONTH = 7  # characters
_SHORTEST = 5  # characters of a meeting's name beside another
# Words of a speech, in whose sentence a meeting is only spoken of.
_SPEECH = compile_quick(
    r"会议决定$|(?:研究|讨论|审议|筹备|关于|提议|通过)了?(?:召开|举行|举办)$|多次[^，。；]{0,6}(?:召开|举行)(?:过|了)?$|(?:指出|强调|表示|认为|称)，|我[同和们愿将在对]|提[交请](?:本次)?$"
)
# What is asked for there, but not what a meeting is held for: 为贯彻上级部署要求，县里召开…
_PURPOSE = re.compile(r"(?:^|[，）\s讯电])(?:为|按照|根据|按|遵照|依据|对照|结合|落实|贯彻)")
_WISH = re.compile(
    r"协商定于?$|谴责|抗议|^会议(?:决定|同意|建议|明确)|祝贺|支持|敦促|计划|呼吁|推动|欢迎|希望|愿|感谢|有望|曾|待$"
)
_NO_DEED = re.compile(
    r"^(?:本届|此届|该届|去年|此前|距|我们|拟|将|已经?)|我[们为]?在|为我|敦促|累计|接近|可能|或将|有望|尚未"
)
_PARTNER = re.compile(r"[同与和跟为向][^同与和跟为向]*$")
_NO_VENUE = re.compile(
    r"赴|^(?:这里|那里|现场|此|最近|近期|日前|近日)$|(?:[下上时后前]|(?<![一二三四五六七八九十高初])中|(?:考察|调研|慰问|访问|走访|检查|视察)[^，]{0,10}并?|期间|之际|基础|背景)$|^(?:全|各)|讲话|精神|家[里中]?$"
)


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
    hosted: bool = False  # whether an organisation or a place stands in the clause that tells of it
    leaders: frozenset[str] = frozenset()  # whom the sentence makes the subject of an activity

    @property
    def when(self) -> TimeValue | None:
        """The time, as a value."""
        return self.time.value if self.time else None


def read_anchors(article: Article, matches: Iterable[Match]) -> list[Occasion]:
    """Every mention of a meeting or activity as an occasion of its own, in reading order."""
    found: list[Occasion] = []
    for match in matches:
        if "name" in match.slots:
            anchor = _read_meeting(article, match)
        elif "description" in match.slots:
            anchor = _read_activity(article, match)
        else:
            continue
        if anchor is not None and not _is_spoken_of(anchor):
            found += _part_meetings(article, anchor)
    return sorted(found, key=lambda o: (o.start, -o.end))


def _part_meetings(article: Article, anchor: Occasion) -> list[Occasion]:
    """The meetings that are named together: 县委常委会会议和县政府党组会议, with one company."""
    assert article.passage is not None
    text = plain(article.passage.text[anchor.start : anchor.end])
    ahead = len(anchor.name) - len(text)  # of the body that was put in front
    cuts = list(_AND.finditer(text)) if anchor.sort == "meeting" and ahead >= 0 else []
    if not cuts:
        return [anchor]
    starts = [0, *(ahead + cut.end() for cut in cuts)]
    ends = [*(ahead + cut.start() for cut in cuts), len(anchor.name)]
    names = [anchor.name[start:end] for start, end in zip(starts, ends, strict=True)]
    if any(len(name) < _SHORTEST or is_vague(name) for name in names):
        return [anchor]
    heads = [
        *("会议" if cut[1] is not None else _kind_before(text[: cut.start()]) for cut in cuts),
        anchor.head,
    ]
    return [replace(anchor, name=name, head=head) for name, head in zip(names, heads, strict=True)]


def _kind_before(name: str) -> str:
    return name[-2:] if name.endswith("大会") else name[-3:]


def _is_spoken_of(anchor: Occasion) -> bool:
    """Whether the words before it say that it is told of in a speech: 他表示，我们将举办论坛."""
    before = anchor.sentence.text[: anchor.start - anchor.sentence.start]
    asked = before.find("要求，")
    if asked >= 0 and not _PURPOSE.search(before, 0, asked):
        return True
    return bool(_SPEECH.search(before))


def _read_meeting(article: Article, match: Match) -> Occasion | None:
    assert article.passage is not None
    span, head = match.span("name"), match.span("kind")
    assert span is not None
    assert head is not None
    start = cut_before(match.sentence, span.start, span.end)
    if start >= head.end:
        return None
    name = article.passage.literal(start, span.end)
    if (
        _SEVERAL.search(name)
        or _is_counted(match.sentence, start, span.end)
        or _is_no_name(match.sentence, start, head)
    ):
        return None
    noun = article.passage.text[head.start : head.end]
    if match.rule.value("body"):  # 召开董事会, but not 召开县政协
        if not noun.endswith("会"):
            return None
        noun = "会"
    organizer = read_organizer(article, match)
    if name.startswith("大会") and _SITS_APART.fullmatch(plain(name[2:])):
        start, name = start + 2, name[2:]  # 县人大三次会议在县影院召开|大会预备会议
    if _is_wished_for(match) or (organizer and _is_part_of_meeting(organizer, name)):
        return None
    if organizer and _is_part_of_body(organizer, name):
        name = organizer + name
        if _SITS_APART.search(name):
            organizer, noun = None, "会议"
    time = _own_time(match.sentence, start, span.end, match.end)
    return Occasion(
        "meeting",
        match.rule.id,
        plain(name),
        noun,
        start,
        span.end,
        match.sentence,
        time,
        place=read_place(article, match),
        organizer=organizer,
        spans=[(match.start, match.end)],
    )


def _is_wished_for(match: Match) -> bool:
    """Whether a meeting is spoken of rather than reported: 祝贺邻县成功举办…"""
    span = match.span("organizer")
    if span is None:
        return False
    people = [m.end for m in match.mentions("organizer", "person")]
    start = max(people, default=span.start)
    text = match.sentence.text[start - match.sentence.start : span.end - match.sentence.start]
    return bool(_WISH.search(text))


def _is_part_of_meeting(organizer: str, name: str) -> bool:
    """Whether a meeting holds a sitting of its own: 大会举行联组会议; not its presidium."""
    sits = organizer.endswith(("会议", "大会", "全会")) and not organizer.endswith("代表大会")
    return sits and not re.search("主席团|召集人", name) and not _SITS_APART.fullmatch(plain(name))


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
    talks = text.endswith("会谈")
    return (
        (talks and is_vague(text))
        or (talks and any(start <= m.start < head.end for m in people))
        or (start < head.start and text[: head.start - start].endswith("的"))
        or any(start < m.start < head.start for m in days)
    )


def _is_part_of_body(organizer: str, name: str) -> bool:
    """Whether a session's name needs its body in front: 县人大常委会 + 第三十次会议."""
    if organizer in name or organizer.startswith(("我", "全", "本")):
        return False
    if is_put_on(plain(name)):
        return False
    if is_session(plain(name)) or (organizer.endswith("会议") and "召集人" in name):
        return True
    if organizer.endswith(("会议", "大会")) and _SITS_APART.fullmatch(plain(name)):
        return True
    if is_sitting_body(organizer):
        return bool(_BARE_SESSION.match(plain(name))) or "中心组" in organizer
    return False


def read_organizer(article: Article, match: Match) -> str | None:
    """The body that a match's slot `organizer` names, or None where it is a person."""
    span = match.span("organizer")
    if span is None or any(match.mentions("organizer", kind) for kind in ("person", "post")):
        return None
    end = cut_behind(match.sentence, span.start, span.end)
    start = cut_before(match.sentence, span.start, end)
    assert article.passage is not None
    name = plain(article.passage.literal(start, end))
    return name if len(name) >= 2 and not _NO_VENUE.search(name) else None


def read_place(article: Article, match: Match) -> str | None:
    """The venue that a match's slot `place` names, without the partners named behind it."""
    spans = match.slots.get("place", ())
    assert article.passage is not None
    for span in spans:
        start, end = cut_before(match.sentence, span.start, span.end), span.end
        people = match.mentions("place", "person") + match.mentions("place", "post")
        if people:  # 在县会堂同甲举行
            end = min(mention.start for mention in people)
            partner = _PARTNER.search(match.sentence.text, 0, end - match.sentence.start)
            end = match.sentence.start + partner.start() if partner else end
        with_whom = _WITH.search(
            match.sentence.text, start - match.sentence.start + 2, end - match.sentence.start
        )
        end = match.sentence.start + with_whom.start() if with_whom else end
        text = article.passage.literal(start, max(start, end)).strip("、， \u3000\n")
        text = _BEHIND_VENUE.sub("", text)
        if text and not _NO_VENUE.search(text):
            return text
    return None


def _read_activity(article: Article, match: Match) -> Occasion | None:
    assert article.passage is not None
    span = match.span("description")
    assert span is not None
    sort = str(match.rule.value("kind", "other"))
    cut = "reception" if match.rule.value("whole") else sort
    start, end = _trim_description(match.sentence, cut, _take_quote(match.sentence, span)), span.end
    if sort == "visit" and (said := _SAID_THERE.search(article.passage.text, start, end)):
        end = said.start()
    text = article.passage.literal(start, end).strip("，、 \u3000\n")
    time = _own_time(match.sentence, start, end, match.end)
    if sort == "other" and _RITE.search(text):
        sort = "ceremony"
    if sort == "ceremony" and _ENDED.search(text) and not _CLOSING.search(article.passage.text):
        sort = "other"
    if sort == "other" and _TRIP.search(text):
        sort = "visit"
    if _AHEAD.search(text):
        return None
    if len(text) < 4 or (sort == "ceremony" and _NO_DEED.search(text)):
        return None
    if sort == "visit" and _NO_VISIT.match(text):
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
        place=read_place(article, match),
        spans=[(match.start, match.end)],
        hosted=any(
            mention.kind in ("organisation", "place") and start <= mention.start < end
            for mention in match.sentence.mentions
        ),
        leaders=_read_leaders(match, start),
    )


def _read_leaders(match: Match, start: int) -> frozenset[str]:
    """Who stands before the clause that tells of an activity, unless he only went with others."""
    if match.rule.id.endswith("accompanied"):
        return frozenset()
    people = match.mentions("attendee", "person")
    return frozenset(person.value.name for person in people if person.start < start)


def _take_quote(sentence: Sentence, span: Span) -> Span:
    """A stretch from its clause on, where it begins inside a quote: 学雷锋，|树新风”活动."""
    text, begin = sentence.text, span.start - sentence.start
    closed = text.find("”", begin, span.end - sentence.start)
    opened = text.rfind("“", 0, closed)
    if closed < 0 or opened >= begin or opened < 0:
        return span
    clause = max(text.rfind(stop, 0, opened) for stop in "，。；：") + 1
    return Span(sentence.start + clause, span.end)


def _trim_description(sentence: Sentence, sort: str, span: Span) -> int:
    """Where the clause that tells of an activity begins."""
    start = span.start
    if sort == "visit":
        text = sentence.text[start - sentence.start : span.end - sentence.start]
        clause = 0
        for found in re.finditer("，", text):
            if VISIT.search(text, clause, found.start()) or "为主题" in text[found.end() :]:
                break
            if _AT_HOME.search(text, clause, found.start()):
                break
            goes_on = text.startswith("开展", found.end())
            if goes_on and _SET_OUT.search(text, clause, found.start()):
                break
            clause = found.end()
        start += clause
    elif sort == "ceremony":
        return cut_before(sentence, start, span.end, verbs=False)
    return cut_leading(sentence, start, span.end, clause=True)


def _own_time(sentence: Sentence, start: int, end: int, match_end: int) -> Mention | None:
    """The time that a sentence gives: behind the name, else the last before it."""
    dates = [m for m in sentence.mentions_of("date") if _is_time(m)]
    behind = [m for m in dates if end <= m.start < match_end]
    inside = [m for m in dates if start < m.start < end and m.value.kind != "year"]
    seen = _SEEN.search(sentence.text, start - sentence.start, end - sentence.start)
    if seen:  # 来到市场查看春节期间供应情况
        inside = [m for m in inside if m.start < sentence.start + seen.start()]
    before = [m for m in dates if m.start < start]
    days = [m for m in before if m.value.kind == "point"]
    vague = [m for m in before if m.value.kind == "vague"]
    return next(iter(behind or days[-1:] or inside or vague[-1:] or before[-1:]), None)


def _is_time(mention: Mention) -> bool:
    value = mention.value
    if value.kind == "period":  # 春节前夕, 国庆期间: of a feast, which the month of is told
        return len(value.date or "") == _MONTH
    return value.kind in ("point", "month", "year", "vague")
