"""A sentence in, the person whom it begins with out, where no finder of mentions knew the name.

Forms that are taken:
    林春生是技术员, 林春生1990年入伍              what is told of a life, right behind the name
    林春生，县水泥厂工人，                        who it is, between commas
    1996年，林春生从技校毕业                      behind when it was
    今年54岁的老兵林春生，                        behind how old and what somebody is
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS, Sentence
from newsie.honour.bare_name import looks_like_name, person_at_end
from newsie.honour.leading_name import BORN

_DATE = MENTION_MARKS["date"]
# What a person does or did in life, right behind the name: 从技校毕业, 当了40年村医.
_LIVED = (
    r"从[^，。；]{1,20}毕业|从[医教警业军艺事]|毕业|(?:退伍|转业|复员|退休|入伍|参军|返乡|回乡|回村|下岗)"
    r"|(?:一直)?担任|当(?:了|上|选)|家住|出身|扎根|毅然|接手|创办|承包|深知|说起"
)
_UNKNOWN_FIRST = re.compile(
    rf"(?:{_DATE}，)?(?P<name>[\u4e00-\u9fff]{{2,4}}?)"
    rf"(?:(?=，?是|系|曾任|现任|历任|先后担任|，(?:男|女)，|，?{BORN.pattern})|(?={_LIVED}))"
)
# 作为一名老党员，林春生始终冲锋在前
_AS = re.compile(
    r"作为[^，。；：]{2,24}，(?P<name>[\u4e00-\u9fff]{2,3})(?=时刻|始终|总是|深知|坚持|积极|主动|带领|一心|从不|不忘|常|十分|非常)"
)
# 林春生高中毕业后: no school of that name
_SCHOOLED = re.compile(
    r"(?:[0-9]{4}年，?)?(?P<name>[\u4e00-\u9fff]{2,3})(?:[高初]中|小学|大学|大专|中专|技校|师范|学校)(?:一)?毕业"
)
# 林春生，县水泥厂工人，: who it is, between commas
_IN_APPOSITION = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})，(?:中共党员，)?[^，。；：！？“”]{0,20}"
    r"(?:[教医厨技律]师|职工|工人|员工?|[村居农牧渔市]民|[书]记|主任|[经]理|医生|护士|民警|法官|[校院所科队站班局组镇乡村]长|[兵]|负责人|创始人|传承人)[，。]"
)
_AGED = re.compile(
    r"(?:今年|现年|年近|年过)?[0-9一二三四五六七八九十]{2,3}多?岁的(?P<who>[^，。；：！？“”]{2,16}?)(?=，|是|家住)"
)
# 从医22年, 曾获: what looks like a name and is a deed.
_DEED_FIRST = re.compile(
    "从[医教警业事军政农艺检法]|任[教职期]|曾[获任被经在先多]|时[任年值隔]|来[自到]"
)
_CALLED = re.compile(r"(?:[他她]名?叫|名叫)(?P<name>[\u4e00-\u9fff]{2,3})(?=[，。])")
# 王老师, 林家: no whole name
_PARTIAL = re.compile("(?:老师|先生|女士|师傅|大[爷妈叔姐哥]|阿姨|[家氏某总工队])$")
_OFTEN = 3  # times that a word is told of, which is then the name that it looks like


def unknown_first(sentence: Sentence, offset: int, article: str) -> str | None:
    """The person whom a sentence begins with.

    Args:
        offset: the passage offset before which the name must stand.
        article: the article's text, in which a name stands often.
    """
    text = sentence.text[: offset - sentence.start]
    if _DEED_FIRST.match(text):
        return None
    if aged := _AGED.match(text):
        return person_at_end(aged["who"], "individual", False)
    for name in (
        _UNKNOWN_FIRST.match(sentence.marked),
        _SCHOOLED.match(text),
        _AS.match(text),
        _CALLED.search(text),
    ):
        if name and name["name"] in text and _is_whole_name(name["name"]):
            return name["name"]
    if sentence.marked[:2] != text[:2]:
        return None  # a place, which looks like a name: 柳林|县
    if (known := _IN_APPOSITION.match(text)) and _is_whole_name(known["name"]):
        return known["name"]
    return next((text[:n] for n in (3, 2) if _is_often(text[:n], article)), None)


def _is_whole_name(word: str) -> bool:
    return looks_like_name(word) and not _PARTIAL.search(word)


def _is_often(word: str, article: str) -> bool:
    return article.count(word) >= _OFTEN and looks_like_name(word)
