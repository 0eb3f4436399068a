"""A meeting's name in, what it joins by with the same meeting elsewhere out: body, term, session.

One session has many names: 区七届人大常委会第二十七次会议, 嘉定区人大常委会召开第27次会议,
区人大常委会七届二十七次会议. All are the 27th (次) of the 7th term (届) of 嘉定区人大常委会.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.article import Place
from newsie.gathering.naming import plain
from newsie.number import read_numeral

_NUMERAL = r"[0-9〇零一二三四五六七八九十百]{1,4}"
_TERM = re.compile(rf"第?({_NUMERAL}|首)届")
_SESSION = re.compile(rf"第?({_NUMERAL}|首)次")
_NOISE = re.compile(
    rf"第?(?:{_NUMERAL}|首)[届次]|第{_NUMERAL}期|(?:20|19)[0-9]{{2}}年?度?|（[^（）]*）|\([^()]*\)"
)
# Forms of a sitting that are bodies of their own: their sessions are counted apart.
_FORMS = r"(?P<form>主任会议|委员长会议|主席会议|主席团|常务委员会|常委会|常务会议|全体会议|党组)?"
_DIVISION = r"(?P<place>[^，]*?)"
_BODIES = (
    (re.compile(rf"(?:中国人民政治协商会议|政协){_DIVISION}委员会(?:会议)?{_FORMS}"), "政协"),
    (re.compile(rf"{_DIVISION}(?:中国人民政治协商会议|政协)(?:委员会)?(?:会议)?{_FORMS}"), "政协"),
    (
        re.compile(rf"{_DIVISION}(?:人民代表大会|人大)(?:常务委员会|常委会){_FORMS}"),
        "人大常委会",
    ),
    (re.compile(rf"{_DIVISION}(?:人民代表大会|人大)(?!代表)(?:会议)?{_FORMS}"), "人大"),
    (re.compile(rf"(?:中国共产党|中共){_DIVISION}(?:纪律检查委员会|纪委){_FORMS}"), "纪委"),
    (re.compile(rf"{_DIVISION}(?:纪律检查委员会|纪委){_FORMS}"), "纪委"),
    (re.compile(rf"(?:中国共产党|中共){_DIVISION}(?:代表大会|党代会)"), "党代会"),
    (re.compile(rf"{_DIVISION}党代会"), "党代会"),
    (re.compile(rf"(?:中国共产党|中共){_DIVISION}委员会{_FORMS}"), "委"),
    (
        re.compile(
            r"(?:中共)?(?P<place>[^，]*?[省市区县州盟旗镇乡地])委(?!员){}".format(
                r"(?P<form>常务委员会|常委会|理论学习中心组|理论中心组|中心组|[^，会]{2,16}(?:委员会|领导小组))?"
            )
        ),
        "委",
    ),
    (re.compile(rf"(?:中共)?{_DIVISION}(?:人民)?政府{_FORMS}"), "政府"),
)
_OTHER = re.compile(
    r"[^，]{1,24}?(?:领导小组|委员会|指挥部|理事会|中心组|党组|党工委|常委会|董事会|联席会议|国务院常务会议"
    r"|国务院|政治局常委会|政治局|书记处|(?<!商)协会|学会|(?<!会)商会|联合会|妇联|总工会)|国务院(?:常务会议)?"
    r"|共青团[^，]{2,10}?(?=代表大会)"
)
# What sits whenever it meets, and what a meeting of the whole body is called.
_SITS = re.compile(
    r"(?:领导小组|委员会|指挥部|理事会|中心组|党组|党工委|常委会|董事会|常务会议|国务院|政治局|书记处)$"
)
_WHOLE = re.compile(r"(?:全体)?(?:（扩大）)?(?:会议|全会)$|党代会|代表大会")
_OF_ALL = re.compile(r"全(?!国)|[我本]")
_INNER = ("党组", "党委", "党工委", "党总支", "党支部", "理论学习中心组", "中心组")
_FORM_NAMES = {"常务委员会": "常委会", "理论中心组": "理论学习中心组", "中心组": "理论学习中心组"}


@dataclass(frozen=True, slots=True)
class Sitting:
    """Whose meeting one is, and the how manieth.

    Args:
        body: by its usual name, its place in front; None where no body sits.
        term: 届. session: 次.
    """

    body: str | None
    term: int | None
    session: int | None


def read_sitting(name: str, home: Place | None, organizer: str | None = None) -> Sitting:
    """Whose meeting a name names, and the how manieth.

    >>> read_sitting("中国共产党榕江县第十三届委员会第一次全体会议", None)
    Sitting(body='榕江县委', term=13, session=1)
    >>> read_sitting("平遥县政协十届四十三次主席会议", None)
    Sitting(body='平遥县政协主席会议', term=10, session=43)
    >>> read_sitting("全县教育工作会议", None)
    Sitting(body=None, term=None, session=None)

    Args:
        name: as written.
        home: the article's place, which a bare 区 or 县 means.
        organizer: whose party group or study group a name begins with.
    """
    text = plain(name)
    if organizer and text.startswith(_INNER):
        text = organizer + text
    term, sessions = _TERM.search(text), _SESSION.findall(text)
    body = _read_body(_NOISE.sub("", text), home, counted=bool(term or sessions))
    # A congress counts its own sessions; its presidium's, which stand last, are others.
    session = sessions[-1 if body and body.endswith("主席团") else 0] if sessions else None
    return Sitting(body, _read(term[1]) if term else None, _read(session) if session else None)


def _read(numeral: str) -> int | None:
    if numeral == "首":
        return 1
    value = read_numeral(numeral)
    return int(value) if value is not None else None


def _read_body(text: str, home: Place | None, *, counted: bool) -> str | None:
    """The body with whose name a meeting's begins.

    Args:
        counted: the name has a number, without which 县政府 in 县政府新闻发布会 only puts it on.
    """
    for pattern, organ in _BODIES:
        found = pattern.match(text)
        if found is None or (organ == "委" and not found["place"]):
            continue
        form = found["form"] if "form" in pattern.groupindex else None
        if form is None and not counted and not _WHOLE.match(text, found.end()):
            return None
        if form == "全体会议" and organ != "政府":
            form = None
        form = _FORM_NAMES.get(form, form) if form else ""
        place = _full(found["place"].removeprefix("中华人民共和国"), home)
        return None if _OF_ALL.match(place) else place + organ + form
    found = _OTHER.match(text)
    if found is None or not (counted or _SITS.search(found[0])):
        return None
    return _full(found[0], home)


def _full(place: str, home: Place | None) -> str:
    """A place's name as its organs have it: 区 → 嘉定区, 区防汛指挥部 → 嘉定区防汛指挥部."""
    bare = re.match(r"自治区|自治州|[省市区县州盟旗](?!场|域|长)", place)
    if bare is None or home is None:
        return place
    meant = home.meant_by({"自治州": "州"}.get(bare[0], bare[0]))
    return (meant.short if meant else bare[0]) + place[bare.end() :]
