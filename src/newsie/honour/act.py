"""An article in, the acts of conferring that it tells of, each with who did it, out.

Forms that are taken:
    西城区今天举办庆祝五一劳动节表彰大会            the host, for what the meeting honours
    张家界市举行教师节大会，对110名教师进行奖励     so of any meeting that is said to commend
    此次活动由汉台区精神文明建设委员会主办          the sponsor of a commendation
    在国家旅游局公布的…名单中                       who publishes a list
    中央宣传部发出通知，公布…名单
    市政府决定对…进行表彰                           who decides
    宣读了《柳湾县人民政府关于颁发首届县长质量奖的决定》
    省教育厅公布全省读书活动比赛结果                who publishes what was won

A meeting of a district does not confer what by its name is the nation's (全国五一劳动奖章).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsie.article import Article, Place
from newsie.honour.giver import find_giver
from newsie.honour.level import Level, read_level

_LEAD_SENTENCES = 8  # a ceremony is named in the head or the lead
_HELD = re.compile(r"(?:召开|举行|举办|开展)了?(?P<what>[^，。；\n]{0,60})")
_CEREMONY = re.compile(r"表彰|颁奖|颁授|授牌|授旗|授勋|命名(?:大会|仪式)|发布仪式")
# Whoever holds the closing of a contest does not confer what was won in it.
_OF_CONTEST = re.compile(r"赛|运动会|[会汇展]演|征文|征集|展评|比武|艺术节")
_GATHERING = re.compile(r"会|仪式|典礼|活动")
_COMMENDS = re.compile(r"表彰|表扬|嘉奖|进行(?:了)?奖励|颁发|授予|颁奖|颁授|授牌|命名")
_THERE = re.compile(
    r"(?:大会|会议|会上|现场|活动|仪式|典礼|晚会|当天)[^。；]{0,24}(?:表彰|表扬|嘉奖|颁发|颁授|授予|颁奖|授牌|宣读[^。；]{0,30}(?:表彰|命名|决定|通报))"
)
_SPONSORED = re.compile(
    r"(?:活动|大会|仪式|典礼|晚会|评选|[^，。；：！？]{2,20}会)(?:是|均)?由(?P<who>[^，。；：！？“”]{2,60}?)(?:联合|共同)?(?:主办|举办)(?=[，。；]|$)"
)
_SPONSOR_OF = re.compile(
    r"由(?P<who>[^，。；：！？“”]{2,60}?)(?:联合|共同)?(?:主办|举办)的?[^，。；\n]{0,60}(?:表彰|颁奖)[^，。；\n]{0,6}(?:会|典礼|仪式|晚会)"
)
_AND_OTHERS = re.compile(r"等(?:单位|部门|多家单位)?$")
_PUBLISHED = re.compile(
    r"(?:公布|发布|揭晓|通报|下发|印发|发文|公示后|发出通知，?公布|命名|认定|确定|评选|评定|表彰)了?的?(?P<what>[^。；！？\n]{2,120}?(?:名单|榜单|名录|榜”|结果|决定|通报|通知|公告|批复|获奖(?:单位|作品|个人)))"
)
_NAMED = re.compile(
    r"表彰|命名|授予|认定|评选|入选|获奖|先进|优[秀异]|突出|示范|模范|红旗|标兵|能手|劳模|卫士|最美|好人|名单|榜单|名录|称号|荣誉|强|佳|奖"
)
# 公布第二十届读书活动比赛结果: of all that was won there
_RESULTS = re.compile(
    r"(?:赛|活动|[会汇展调]演|征文|征集|展评|评[选比审]|考[核评]|节|展)[^，。；“”]{0,6}(?:结果|名单|情况|获奖(?:单位|作品|个人))$"
)
# 对2014年取得优异成绩的单位进行表彰, 2023年度总结表彰大会: the year for which honours are given
_FOR_YEAR = re.compile(
    r"(?P<yearly>(?:19|20)[0-9]{2})年度(?=[^，。；\n]{0,36}?"
    r"(?:先进|优秀|表彰|颁奖|评选|考核|考评|总结|获奖|突出|优异|红旗|标兵|模范|能手|奖))"
    r"|(?:对在?|表彰了?|命名|评选)(?P<year>(?:19|20)[0-9]{2})年(?![0-9末初底中上下以前来])"
)
# 会议通报表彰了2021年度高质量发展先进集体: the meeting that the article is about
_COMMENDS_HERE = re.compile(
    r"(?:大会|会议|会上|仪式上|活动)[^。；《]{0,12}?(?:还|也|通报|隆重)*(?:表彰|表扬)(?!的?决定)(?P<what>了?[^。；《》]{4,60})"
)
_OF_SESSION = re.compile(r"[第首][^届批]{0,3}[届批]|(?:19|20)[0-9]{2}")
_PENDING = re.compile(r"公示|候选|拟|申报|推荐|创建(?:名单|单位)")
_DECIDED = re.compile(r"决定[，：]?(?:(?:对|授予|命名|表彰|认定|给予|将|追授)[^。；]{2,300})?")
# 省政府发文表彰2022年省长质量奖获奖组织
_COMMENDED = re.compile(
    r"(?:(?:发文|下文|行文|通报|联合)(?:通报)?(?:表彰|表扬)了?"
    r"|(?<![受获被的])表彰(?=(?:19|20)[0-9]{2}年))[^。；，]{4,60}"
)
# 省妇联对2018年度全省三八红旗手（集体）进行了表彰
_COMMENDED_ON = re.compile(
    r"对(?P<what>[^。；]{4,80}?)(?:进行|予以|给予|加以)了?(?:通报|隆重|集中)?(?:表彰|表扬|嘉奖)"
)
_CONFERS = re.compile(r"表彰|授予|命名|认定|嘉奖|追授|奖励")
_PROCLAIMED = re.compile(
    r"《(?P<who>[^《》]{2,40}?)关于[^《》]{0,8}?(?:颁发|表彰|表扬|授予|命名|公布|认定|确定)[^《》]{2,80}》"
)
# 获中央宣传部表彰, 受到市政府通报表扬; 连续受到市政府表彰 is of no honour that is told of
_RECEIVED = re.compile(
    r"(?<!连续)(?<!先后)(?<!多次)(?<!曾)(?<!屡次)(?<!曾经)(?:获|受到|得到|受)(?P<who>[^，。；！？“”获]{2,20}?)(?:通报|隆重|联合)?(?:表彰|表扬|嘉奖)(?!大会)"
)
_OWN_YEAR = re.compile(r"^(?:(?:19|20)[0-9]{2}[-—至])?(?:19|20)[0-9]{2}年度?|^[首第].{0,3}[届批]")
_QUOTES = re.compile("[“”]")
_FEWEST = 4  # characters of a name that say which honour it is, and that a decision must share
_NEAR_HERE = 4  # sentences behind what a meeting commends, in which it may go on
_NEAR_SENTENCES = 8  # so many lines may stand between a decision and what it confers

Manner = Literal["host", "sponsor", "list", "decision", "results"]


@dataclass(frozen=True, slots=True)
class Act:
    """Who conferred, published or decided, in which sentence, and the words of the act."""

    grantor: str
    manner: Manner
    index: int
    what: str
    in_title: bool = False
    year: int | None = None  # for which it honours


def find_acts(article: Article) -> list[Act]:
    """The acts of conferring of an article, in reading order."""
    commends = any(_THERE.search(s.text) for s in article.sentences)
    return [
        Act(
            giver,
            manner,
            sentence.index,
            what,
            sentence.in_title,
            _year_for(sentence.text if manner == "host" else what),
        )
        for sentence in article.sentences
        for manner, giver, what in _acts_of(sentence.text, sentence.index, commends)
    ]


def _year_for(text: str) -> int | None:
    found = _FOR_YEAR.search(text)
    return int(found["yearly"] or found["year"]) if found else None


def _acts_of(text: str, index: int, commends: bool) -> Iterator[tuple[Manner, str, str]]:
    if index < _LEAD_SENTENCES:
        for held in _HELD.finditer(text):
            what = held["what"]
            if _OF_CONTEST.search(what):
                continue
            there = _COMMENDS.search(text, held.end())
            if not (_CEREMONY.search(what) or (_GATHERING.search(what) and (commends or there))):
                continue
            if giver := find_giver(text[: held.start()]):
                yield "host", giver, what
        for sponsored in _SPONSOR_OF.finditer(text):
            if not _OF_CONTEST.search(sponsored[0]) and (
                giver := find_giver("由" + sponsored["who"])
            ):
                yield "sponsor", giver, sponsored[0]
    for sponsored in _SPONSORED.finditer(text):
        if not _AND_OTHERS.search(sponsored["who"]) and (giver := find_giver(sponsored["who"])):
            yield "sponsor", giver, sponsored[0]
    for published in _PUBLISHED.finditer(text):
        named = bool(_NAMED.search(published["what"]))
        won = bool(_RESULTS.search(published["what"])) and not published[0].startswith("评")
        if not (named or won) or _PENDING.search(published[0]):
            continue
        if giver := find_giver(text[: published.start()].removesuffix("发出通知，")):
            if won:
                yield "results", giver, published["what"]
            if named:
                yield "list", giver, published["what"]
    for decided in _DECIDED.finditer(text):
        if decided[0].rstrip("，：") != "决定" and not _CONFERS.search(decided[0]):
            continue
        if giver := find_giver(text[: decided.start()]):
            yield "decision", giver, decided[0]
    for commended in _COMMENDED_ON.finditer(text):
        giver = find_giver(text[: commended.start()]) if _NAMED.search(commended["what"]) else None
        if giver:
            yield "decision", giver, commended["what"]
    for commended in _COMMENDED.finditer(text):
        if giver := find_giver(text[: commended.start()]):
            yield "decision", giver, commended[0]
    for proclaimed in _PROCLAIMED.finditer(text):
        yield "decision", proclaimed["who"], proclaimed[0]
    for received in _RECEIVED.finditer(text):
        if giver := find_giver(received["who"]):
            yield "decision", giver, received[0]


def grantor_of(
    acts: Sequence[Act], name: str, index: int, home: Place | None, *, listed: bool, apart: bool
) -> str | None:
    """Who conferred an honour that the article's acts do not name, where they tell.

    Args:
        name: the honour's, without quotes.
        index: of the sentence that tells of it first.
        home: the article's division.
        listed: whether it heads a list, which may stand far behind the act.
        apart: whether it is no honour of the ceremony's: won in a contest, or known besides.
    """
    level = read_level(name, None, home)
    fitting = [act for act in acts if _fits(level, act, home)]
    before = [act for act in fitting if act.index <= index]
    for act in reversed(before):
        near = listed or index - act.index <= _NEAR_SENTENCES
        if act.manner == "decision" and near:
            return act.grantor
        if act.manner == "list" and listed and near:
            return act.grantor  # 县总工会公布表彰名单。 / 五一劳动奖状：
        own = index == act.index or (index - act.index == 1 and not apart)
        if act.manner == "list" and (own or (near and _shares(act, name))):
            return act.grantor
    if apart:
        return None
    held = sorted(
        (act for act in fitting if act.manner in ("host", "sponsor")),
        key=lambda act: (act.index > index, act.manner == "host", act.in_title, act.index),
    )
    return held[0].grantor if held else None


def publisher_of(acts: Sequence[Act], name: str, index: int, home: Place | None) -> str | None:
    """Who published the results of which a sentence tells an honour that was won."""
    level = read_level(name, None, home)
    for act in reversed(acts):
        if act.manner == "results" and 0 <= index - act.index <= _NEAR_SENTENCES:
            return act.grantor if _fits(level, act, home) else None
    return None


def year_honoured(acts: Sequence[Act], name: str, index: int, article: Article) -> int | None:
    """The year for which the ceremony that a sentence tells of gave its honours."""
    if _OF_SESSION.search(name):
        return None
    home, published = article.place, article.published
    level = read_level(name, None, home)
    for act in reversed(acts):
        if not 0 <= index - act.index <= _NEAR_SENTENCES or act.year is None:
            continue
        if act.manner != "host" and not _shares(act, name):
            continue
        recent = published is None or int(published[:4]) - 1 <= act.year <= int(published[:4])
        return act.year if recent and _fits(level, act, home) else None
    first = max(0, index - _NEAR_HERE)
    if level in (None, "town", "county"):
        for sentence in reversed(article.sentences[first : index + 1]):
            if there := _COMMENDS_HERE.match(sentence.text):
                return _year_for(there["what"])
    return None


def proclaimer_of(acts: Sequence[Act], name: str) -> str | None:
    """Who decided on or published an honour in words of its own name; None where no act does."""
    core = _OWN_YEAR.sub("", name)
    if len(core) < _FEWEST:
        return None
    for act in acts:
        if act.manner not in ("list", "decision"):
            continue
        whole = act.manner == "list"
        if core in _QUOTES.sub("", act.what) if whole else _shares(act, name):
            return act.grantor
    return None


def _shares(act: Act, name: str) -> bool:
    """Whether the words of an act and an honour's name have some in common."""
    core, words = _OWN_YEAR.sub("", name), _QUOTES.sub("", act.what)
    pieces = range(len(core) - _FEWEST + 1)
    return any(core[start : start + _FEWEST] in words for start in pieces)


def _fits(level: Level | None, act: Act, home: Place | None) -> bool:
    """Whether a body may confer an honour of such a level: a district none of the nation's."""
    own = read_level(act.grantor, None, home)
    return level in (None, "town", own) or own is None  # 十强乡镇 is a city's
