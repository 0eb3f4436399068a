"""A sentence that gives or takes an office in, what it decides out: how, by whom, on which day.

Surface forms::

    决定任命高小满为县审计局局长
    免去方大同的县财政局局长职务
    接受简宁辞去县长职务的请求
    大会选举高小满为县人大常委会主任；方大同当选副县长
    提名高小满为县政协副主席人选
    高小满同志任县委书记；方大同同志不再担任县委书记职务
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from newsie.article import Article, Mention, Sentence
from newsie.rules import Match

if TYPE_CHECKING:
    from pydantic.config import JsonDict

ChangeKind = Literal["appointed", "elected", "nominated", "removed", "resigned"]

# What the codebook says of these values.
CHANGE_MEANINGS: JsonDict = {
    "appointed": "任命: 任命 聘任 任.",
    "elected": "当选: 选举 补选 推选 当选.",
    "nominated": "提名: 提名 拟任: the post is not yet held.",
    "removed": "免职: 免去 撤销 罢免 不再担任.",
    "resigned": "辞职: 辞去.",
}

# The last of these before a name says what is done to its holder; 任免 says nothing.
_DEED = re.compile(
    r"(?P<removed>免去|免职|撤销|罢免|免除)|(?P<resigned>辞去|辞职)"
    r"|(?P<elected>当选|选举|推选|补选|增选|增补|递补|推举|连任|选出|选为)"
    r"|(?P<nominated>提名|拟任|拟聘)|(?P<appointed>任命|聘任|聘请|任职|决定[：，]?|批准)"
)
_OWN_DEED = re.compile(
    r"(?P<removed>不再[担兼]任)|(?P<resigned>辞去)|(?P<elected>当选|连任)"
    r"|(?P<appointed>出任|就任|继任|接任|改任)|(?P<nominated>拟任)"
)
_ON_TRIAL = re.compile(r"[，（]试用期")
_HEADING = re.compile(r"[^，。；：\n]{0,12}(?:任命|免去|任职|免职|选举|聘任|决定)[：:]?\s*$")
_HEADING_BACK = 12  # sentences; a list may be long
_CANDIDATE = ("候选人", "人选")
# Who decides stands before one of these.
_DECIDES = re.compile(
    r"(?![^，。；：\n]{0,30}的提[请名])[^，。；：\n]{0,14}?(?:决定|研究|批准|同意|表决|通过|选举|任命|免去|任免|接受|补选|提名|推选|聘任)"
)
_BODY = re.compile(
    r"(?:委员会|常委会|代表大会|[省市区县州旗镇乡地]委|党委|党工委|党组|政府|国务院|中央|组织部"
    r"|董事会|理事会|主席团|人大)$"
)
_BARE_BODY = re.compile(r"[省市区县州盟旗镇乡地]委(?=(?:常委会)?(?:研究|决定|批准|同意|提名))")
_LIFE = re.compile(r"(?:出?生|参加工作|入党|加入)")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a sentence does to the holder of an office.

    Args:
        body: who decides, as written, or None.
        date: ISO 8601, the day that is named last before it, or None.
    """

    kind: ChangeKind
    body: str | None
    date: str | None


def read_decision(
    article: Article, match: Match, person: Mention, title: Mention
) -> Decision | None:
    """What the sentence of a title does to the person who gets or loses it, or None.

    Args:
        match: of a rule that gives titles to persons, in the sentence of both.
    """
    kind = _read_kind(article, match, person, title)
    if kind is None:
        return None
    assert article.passage is not None
    first = min(person.start, title.start)
    listed = _heading_deed(article, match.sentence) is not None
    paragraph = 0 if listed else article.passage.text.rfind("\n", 0, first)
    return Decision(kind, _find_body(article, paragraph, first), _find_date(article, first))


def _read_kind(
    article: Article, match: Match, person: Mention, title: Mention
) -> ChangeKind | None:
    text, base = match.sentence.text, match.sentence.start
    before = text[: min(person.start, title.start) - base]
    between = text[min(person.end, title.end) - base : max(person.start, title.start) - base]
    behind = text[max(person.end, title.end) - base :]
    given = bool(match.rule.value("appointed"))
    if title.start < person.end and not given:
        return None  # 县长高小满: who has the post
    if match.rule.value("proposed") or title.value.title.endswith(_CANDIDATE):
        return "nominated"
    own = _OWN_DEED.search(between)
    if own is not None:
        return _as_kind(own.lastgroup)
    deed = _last_deed(re.split("[；。]", before)[-1])
    if deed is not None and (given or behind.startswith("职务")):
        return deed
    if given or behind.startswith("职务"):
        heading = _heading_deed(article, match.sentence)
        return heading or ("appointed" if _ON_TRIAL.match(behind) else None)
    return None


def _last_deed(text: str) -> ChangeKind | None:
    deeds = [found.lastgroup for found in _DEED.finditer(text)]
    return _as_kind(deeds[-1]) if deeds else None


def _as_kind(name: str | None) -> ChangeKind:
    assert name is not None
    return name  # type: ignore[return-value]


def _heading_deed(article: Article, sentence: Sentence) -> ChangeKind | None:
    """What the line says under which a list of names stands: 任命：, 决定免去：."""
    least = max(0, sentence.index - _HEADING_BACK)
    for earlier in reversed(article.sentences[least : sentence.index]):
        if _HEADING.fullmatch(earlier.text):
            return _last_deed(earlier.text)
    return None


def _find_body(article: Article, least: int, offset: int) -> str | None:
    """The body named last before an offset, not before `least`, that is said to decide."""
    bodies = article.once("deciding bodies", lambda: _find_bodies(article))
    i = bisect_right(bodies, offset, key=itemgetter(0))
    return bodies[i - 1][1] if i and bodies[i - 1][0] > least else None


def _find_bodies(article: Article) -> list[tuple[int, str]]:
    """The ends and names of the bodies of which a text says that they decide."""
    assert article.passage is not None
    text = article.passage.text
    spans = [
        (organ.end, organ.start)
        for sentence in article.sentences
        for organ in sentence.mentions_of("organisation")
        if _BODY.search(organ.value.name) and _DECIDES.match(text, organ.end)
    ]
    spans += [(found.end(), found.start()) for found in _BARE_BODY.finditer(text)]
    return [(end, article.passage.literal(start, end)) for end, start in sorted(spans)]


def _find_date(article: Article, offset: int) -> str | None:
    """The day that is named last before an offset, days of a life left aside."""
    days = article.once("days of decisions", lambda: _find_days(article))
    i = bisect_right(days, offset, key=itemgetter(0))
    return days[i - 1][1] if i else None


def _find_days(article: Article) -> list[tuple[int, str]]:
    """The ends of the days that a text names, and the days."""
    assert article.passage is not None
    text = article.passage.text
    return [
        (day.end, day.value.date)
        for sentence in article.sentences
        for day in sentence.mentions_of("date")
        if day.value.kind == "point" and day.value.date and not _LIFE.match(text, day.end)
    ]
