"""Headings → which line is the title, which are kickers, which are subtitles.

A heading is a short line that ends no sentence. Above a title stand kickers (theme lines such as
锚定目标拼进度,聚焦项目强支撑, or a column's name: 【企业扫描】), below it subtitles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsie.gazetteers import load_gazetteer
from newsie.segment.speakers import (
    GIVEN,
    is_given,
    is_giver,
    is_reported,
    is_setting,
    is_speaker,
    surnames,
)

_LONGEST = 52  # characters of a heading
_PARTED = re.compile(r"[\s：:]+")
_SECTION = 8  # characters of a section's heading, at most
_SECTIONS = 2  # a headline has fewer lines of its own shape below
_COLUMN = 10  # characters of a column's name
_SHAPE = re.compile(
    r"(?![✅☑✔●■◆★▲▶►◎○□◇※•·◉❖➤*+|]|[-—–]{1,2}\s|\d{1,3}[.、．]\s*$|\d{1,2}月\d{1,2}日[，,上下])"
    r"(?:[^。；|]|。(?=[”’」』]))*[^。；，、,;：:|(（]$"
)
_BAR = re.compile(r"[^|\d。]{2,10}[|](?=[^|]{5,40}$)")  # 柳湾日报 | 区委召开会议
_MENU = re.compile(
    r"(?:[\u4e00-\u9fff]{2}[\s\u3000]+){3,}[\u4e00-\u9fff]{2}$"
    r"|(?:[\u4e00-\u9fff]{2,6}[\s\u3000]+){5,}[\u4e00-\u9fff]{2,6}$"
)  # 要闻 部门 乡镇 视频
_SCENE = re.compile(
    r".{0,6}(?:现场(?:图|照片?)?|配图)$|[（(][^（）()]{2,30}(?:现场|合影|一角|资料图|剪影)[）)]$"
)  # what a picture shows: 会议现场
_SHOT = re.compile(
    r"[^，。]{2,20}(?:在[^，。]{2,16}(?:视察|调研|考察|检查|慰问|走访|座谈|审议|讲话|发言)"
    r"|参加[^，。]{2,16}(?:审议|讨论|座谈))$"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十\d]{1,3}[章条项问]|[问答][：:]|[一二三四五六七八九十]问[：:])"
)
_BRACKETED = re.compile(r"[【〔\[『「《](.{2,24})[】〕\]』」》](?P<rest>.*)$")
_PARALLEL = re.compile(r"[\s\u3000，,]+")
_DAY = r"(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?"
_CLOCK = r"\s+\d{1,2}:\d{2}(?::\d{2})?"
_DATED = re.compile(
    rf"(?P<title>[^:：|]{{8,60}}?)(?:[\s\u3000]+{_DAY}|[\s\u3000]*(?:\[{_DAY}(?:{_CLOCK})?\]"
    rf"|[（(]{_DAY}{_CLOCK}[）)]|[（(]\s+{_DAY}\s+[）)]))$"
)
_ORIGINAL = re.compile(
    r"[（(【\[]?\s*(?:原标题|原题|标\s?题)(?:[:：]|】\s*[:：]?)\s*(?P<title>\S.{2,60}?)\s*[）)】\]]?$"
    r"|(?:信息|文件|公文)?(?:名\s?称|标\s?题)\s*(?:[:：]\s*)?[|｜]\s*(?P<named>[^|｜]{8,90}?)"
    r"\s*(?:[|｜]\s*(?:文\s?号|发文字号|[|｜]|$).*)?$"
)
# ——林晓出席, 2019年3月2日在云山县第十六届人民代表大会第四次会议上
_SUBTITLE = re.compile(
    r"[—–―-]{1,2}\s?(?=\w|[“《])"
    rf"|{GIVEN}"
)
# 云山县召开春季农业生产 / 现场推进会
_HELD = re.compile(
    r"(?:召开|举行|举办|开展|启动|参加|出席|承办)(?![^。]*(?:会|会议|仪式|活动|工作|行动|论坛|大赛|展|节|训练?|演练|培训班?|竞赛|比赛|讲座)(?:\s|$|[”》]))[^，。\s]{2,}$"
)
_GATHERING = re.compile(
    r"[^，。\s]{0,14}(?:会|会议|仪式|活动|论坛|大赛|演练|培训班?|竞赛|比赛|讲座)$"
)
_PLACE = re.compile(
    r"(?!城[乡市镇区]|会议|图解)(?:[\u4e00-\u9fff]{1,4}[省市区县镇乡村旗盟州]|全[省市区县国]|我[省市区县]|街道|[省市区县州]委|[市区县](?=[\u4e00-\u9fff]))"
)
_ORDER = re.compile(r"[\d一二三四五六七八九十百]+[名个位人家项届次]")
_MONTHS = re.compile(r"\d{1,2}\s?[-—–~至]\s?\d{1,2}月")  # what figures below a title are of
_WORDY = 34  # characters; few titles are longer
_NOTICE = 18
_NOTICE_END = re.compile(
    r"(?:启事|声明|公告|决议|决定|任免名单|公示|通告|通知|讣告|停[电水气](?:信息|预告|计划)|招领|寻人|寻物|感谢信|公开信|倡议书|招生简章|转让|招租|出租|出售|招聘|诚聘|急聘|求购|拍卖|更正|致歉)[】〕]?$"
)
_ADVERT_END = re.compile(
    r"(?:启事|遗失声明|注销公告|招[聘租]公告|招生简章|招领|寻人|寻物|转让|招租|出租|出售|招聘|诚聘|急聘|求购|拍卖公告)[】〕]?$"
)
_PUBLIC_END = re.compile(
    r"(?<!注销)(?<!拍卖)(?<!减资)(?<!清算)(?<!招聘)(?<!招租)(?:通知|通告|公告|公示|停[电水气](?:信息|预告|计划))(?:[（(][^（）()]{1,12}[）)])?[】〕]?$"
)
# 张某某在调研时强调: what follows is said, on one line or more.
_SAYING = re.compile(r"(?:强调|指出|要求|提出)$")
_PRESENT = re.compile(r"(?:参加|出席|主持|讲话|陪同|列席|致辞|报告|总结|宣布\S{0,4})$")
_SAID = 3  # the most lines of what is said
_NOTE = re.compile(r"[【（(]?(?:编者按|编者的话|开栏语|开栏的话|核心提示|导语)")
# What heads a part of the story above, behind its byline: 新闻链接, 人物简介, 高小满简历
_BOX = re.compile(
    r"\W*(?:(?:新闻|相关|背景|知识|数据|政策|延伸)?(?:链接|背景|资料)|名词解释|(?:[记作]者|编辑|专家|本报)?(?:手记|点评|感言|声音|编后)"
    r"|[\u4e00-\u9fff]{2,4}(?:简介|简历|档案|名片))\W*$"
)
_AUTHOR = re.compile(r"[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,2}$")
_AUTHORS = re.compile(r"[\u4e00-\u9fff]{2,3}(?:[\s\u3000]+[\u4e00-\u9fff]{2,3}){1,2}$")
_PREDICATE = re.compile(
    r"(?:胜利|隆重|圆满|顺利|成功|正式)?(?:召开|举行|举办|开幕|闭幕|启动|揭牌|开工|落幕|启幕|结束|成立)$"
)
# What a headline's predicate starts with, and what tells that a line has one already.
_VERB = re.compile(
    r"(?:组织(?=开展|召开|举办)|召开|举行|举办|开展|开幕|闭幕|启动|走访|慰问|看望|调研|考察|视察|检查|督导|部署|座谈|揭牌|开工|签约|会见|来访|荣获|当选)"
)
_TOLD = re.compile(
    r"召开|举行|举办|开展|开幕|闭幕|启动|走访|慰问|看望|调研|考察|视察|检查|督导|部署|揭牌|开工|签约|会见|荣获|当选|揭晓|[获增达破]"
)
_OFFICE = re.compile(r"(?:人民政府|办公室|委员会|[局委会厅院部]|指挥部|领导小组|次会议)$")
# What a body's name above goes on with: 关于…的决议, 第三十二次会议任免名单, 公告
_SESSION = re.compile(
    r"关于|第[一二三四五六七八九十百\d]+次(?:全体|常务|主席|主任)?会议"
    r"|(?:公\s?告|通\s?告|任免名单|任免通知|任免决定|决\s?[定议]|令)$|[^，。]{2,20}(?:名单|议程|日程)$"
)
_PARTY = re.compile(r"中共\S{2,12}委(?:员会)?$")  # its own line above the government's
# Verbs that lack their object at the end of a line.
_TAKES = re.compile(
    r"(?:[已导]致|达到?|突破|新增|再添|荣获|获评|喜获|获得|成为|入选|增至|降至|迎来)$"
)
_CUT = tuple("的和及与暨、在为对将向从，,：:")
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"))


def is_heading(text: str) -> bool:
    """Whether a line has the shape of a heading: short, and no sentence ends it."""
    if len(text) > _LONGEST:
        return False
    bar = _BAR.match(text) if "|" in text else None
    return _SHAPE.match(text, bar.end() if bar else 0) is not None


def is_numbered(text: str) -> bool:
    """Whether a line is numbered as a section is (一、… （二）… 3. …)."""
    return _NUMBERED.match(text) is not None


def is_bracketed(text: str) -> bool:
    """Whether a heading is a label in brackets and nothing else (【会议文件】)."""
    match = _BRACKETED.match(text)
    return match is not None and not match.group("rest")


def is_column(text: str) -> bool:
    """Whether a heading is rather a column's name: bracketed, or short and without an event."""
    bracketed = _BRACKETED.match(text)
    if bracketed:
        return len(bracketed.group("rest")) <= 12 and not has_event(bracketed.group("rest"))
    return len(text) <= _COLUMN and not has_event(text) and not re.search(r"[，！？!?]", text)


def is_subtitle(text: str) -> bool:
    """Whether a heading is a subtitle: behind a dash, or when and where a report was given."""
    return _SUBTITLE.match(text) is not None


def is_box(text: str) -> bool:
    """Whether a heading is of a part of the story above, rather than of another (新闻链接)."""
    return _BOX.match(text) is not None


def has_event(text: str) -> bool:
    """Whether a heading tells what happened (召开 走访 揭牌 …)."""
    return bool(_event_words().search(text))


def is_notice(text: str) -> bool:
    """Whether a heading is that of a notice or a small advertisement (遗失声明, 旺铺转让)."""
    return len(text) <= _NOTICE and _NOTICE_END.search("".join(text.split())) is not None


def is_small_advert(text: str) -> bool:
    """Whether a heading is that of a small advertisement."""
    return len(text) <= _NOTICE and _ADVERT_END.search("".join(text.split())) is not None


def is_public_notice(text: str) -> bool:
    """Whether a heading is that of a notice to the public (停水通知, 招标公告)."""
    return _PUBLIC_END.search("".join(text.split()) if len(text) <= _NOTICE else text) is not None


def is_note(text: str) -> bool:
    """Whether a line is the editors' note that opens a story (编者按：…)."""
    return _NOTE.match(text) is not None


def is_author(text: str) -> bool:
    """Whether a line below a title can be its author's name and nothing else (柳 笛)."""
    return _AUTHOR.match(text) is not None and not has_event(text)


def are_authors(text: str) -> bool:
    """Whether a line below a title is two or three names set apart (谌海 陈昌)."""
    if _AUTHORS.match(text) is None or has_event(text):
        return False
    return all(name[0] in surnames() for name in text.split())


def are_sections(headings: Sequence[str]) -> bool:
    """Whether a text's first heading is of the same shape as those of its sections.

    >>> are_sections(["工业经济 稳中有进", "项目建设 提速增效", "民生福祉 持续增进"])
    True
    """
    shapes = [[len(part) for part in _PARTED.split(text)] for text in headings]
    first = shapes[0]
    plain = len(first) > 1 or (first[0] <= _SECTION and not has_event(headings[0]))
    return plain and len(shapes) > _SECTIONS and all(shape == first for shape in shapes)


def match_column(text: str, begin: int) -> re.Match[str] | None:
    """Match a column's name set off by a blank before a title (聚焦两会　县人大举行会议)."""
    return _column_head().match(text, begin) if " " in text or "\u3000" in text else None


def dated_title(text: str) -> int:
    """Where the title ends in a line that closes with its day (县城换新颜 2022年04月27日)."""
    match = _DATED.match(text)
    return match.end("title") if match else 0


def original_title(text: str) -> tuple[int, int] | None:
    """Where the title stands in a line that says what it was: （原标题：区委召开会议）."""
    labelled = ("题" in text and ("标" in text or "原" in text)) or ("名" in text and "称" in text)
    match = _ORIGINAL.match(text) if labelled else None
    if match is None:
        return None
    return match.span("title" if match["title"] else "named")


def is_menu(text: str) -> bool:
    """Whether a line is a row of links, as short as a menu's (要闻 部门 乡镇 视频)."""
    return _MENU.match(text) is not None


def is_scene(text: str) -> bool:
    """Whether a heading only says what a picture shows (会议现场)."""
    return _SCENE.match(text) is not None


def is_shot(text: str) -> bool:
    """Whether a heading says whom a picture shows, and where (副县长林晓参加代表团审议)."""
    return _SHOT.match(text) is not None or text.endswith("现场")


def choose_title(headings: Sequence[str], *, noted: bool = False) -> tuple[list[int], list[int]]:
    """Choose among the headings above a story: the lines of its title, and its kickers.

    Args:
        headings: the lines above the story, without bylines.
        noted: whether an editor's note opens the story: a column's name may stand above it.

    >>> choose_title(["凝心聚力抓落实 奋楫扬帆开新局", "区委召开常委会会议"])
    ([1], [0])
    >>> choose_title(["林海在调研时强调", "以项目之进", "促发展之进", "高远参加"])
    ([1, 2], [0])
    >>> choose_title(["三级干部大会隆重召开", "部署今年工作 表彰奖励先进"])
    ([0], [])
    """
    said = _said_lines(headings)
    if said:
        return said, list(range(said[0]))
    given = any(is_given(text) or is_reported(text) for text in headings)
    candidates = [
        index
        for index, text in enumerate(headings)
        if not (
            is_subtitle(text)
            or is_setting(text)
            or (index and is_speaker(text) and not has_event(text))
            or (given and is_giver(text) and not has_event(text))
        )
    ]
    if not candidates:
        told = headings and not (
            is_reported(headings[0]) or is_giver(headings[0]) or is_setting(headings[0])
        )
        return ([0], []) if told else ([], [])
    numbered = [index for index in candidates if is_numbered(headings[index])]
    if numbered and numbered[0]:  # the first section's heading below the title
        candidates = [index for index in candidates if index < numbered[0]] or candidates
    titled = [index for index in candidates if not is_column(headings[index])]
    chosen = max(titled or candidates[-1:], key=lambda index: (_rank(headings[index]), -index))
    title = [chosen]
    while title[-1] + 1 < len(headings) and runs_on(headings[title[-1]], headings[title[-1] + 1]):
        title.append(title[-1] + 1)
    while title[0] and runs_on(headings[title[0] - 1], headings[title[0]]):
        title.insert(0, title[0] - 1)
    kickers = [
        index
        for index in candidates
        if index not in title
        and (
            index < title[0]
            or is_bracketed(headings[index])
            or (noted and is_column(headings[index]))
        )
    ]
    return title, kickers


def _said_lines(headings: Sequence[str]) -> list[int]:
    """The lines below 某某在调研时强调, which hold what was said and are the title."""
    sayings = [index for index, text in enumerate(headings[:-1]) if _SAYING.search(text)]
    if not sayings:
        return []
    first = sayings[0] + 1
    last = first + 1
    while last < min(len(headings), first + _SAID) and not (
        is_subtitle(headings[last]) or _PRESENT.search(headings[last])
    ):
        last += 1
    return list(range(first, last))


def _rank(text: str) -> float:
    """How much a heading reads like a title: it tells an event, and no slogan."""
    rank = 0.0
    if has_event(text):
        rank += 2
    if _PLACE.match(text):
        rank += 1
    if _slogan_words().match(text):
        rank -= 1
    halves = [half for half in _PARALLEL.split(text) if half]
    if len(halves) > 1 and len({len(half) for half in halves}) == 1:
        rank -= 1.5 if len(halves) == 2 else 3
    if _ORDER.match(text):
        rank -= 1
    if re.search("[，,]", text):
        rank -= 1.5 if _MONTHS.match(text) else 0.5
    if len(text) > _WORDY:
        rank -= 1
    return rank


def is_event_headline(text: str) -> bool:
    """Whether a heading tells an event, and is no slogan that a section is headed by."""
    return has_event(text) and (_slogan_words().match(text) is None or bool(_PLACE.match(text)))


def _is_theme(text: str) -> bool:
    """Whether a heading is a theme line or a column's name, whole by itself."""
    halves = [half for half in _PARALLEL.split(text) if half]
    parallel = len(halves) > 1 and len({len(half) for half in halves}) == 1
    return parallel or bool(_slogan_words().match(text) or _BRACKETED.match(text)) or "·" in text


def runs_on(first: str, second: str) -> bool:
    """Whether a title is set on two lines: the first is cut inside quotes or after a particle."""
    if any(first.count(opened) > first.count(closed) for opened, closed in _PAIRS):
        return any(closed in second for _, closed in _PAIRS)
    if _PREDICATE.match(second) and not _TOLD.search(first):
        return True
    if _VERB.match(second) and not _TOLD.search(first) and not _is_theme(first):
        return True
    if _GATHERING.match(second) and not _TOLD.search(second) and _HELD.search(first):
        return True
    if _PARTY.match(first) and _OFFICE.search(second.partition("关于")[0]):
        return True
    if _OFFICE.search(first) and _SESSION.match(second):
        return True
    return (
        first.endswith(_CUT)
        or _TAKES.search(first) is not None
        or second.startswith(("的", "暨", "和", "与", "及"))
    )


def _pattern(kind: str) -> re.Pattern[str]:
    words = sorted(row["word"] for row in load_gazetteer("headline") if row["class"] == kind)
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@cache
def _event_words() -> re.Pattern[str]:
    return _pattern("event")


@cache
def _column_head() -> re.Pattern[str]:
    return re.compile(rf"\S{{0,6}}(?:{_pattern('column').pattern})[\s\u3000]+(?=\S{{8}})")


@cache
def _slogan_words() -> re.Pattern[str]:
    return _pattern("slogan")
