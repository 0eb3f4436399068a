"""An article's sentences in, out the days of the ceremonies that it tells of, and dated seasons.

What is started, signed or finished at a ceremony is of its day, however late the count stands.

Surface forms::

    5月27日，集中开工仪式在远帆县举行。…集中开工项目10个    the day
    9月20日，恳谈会举行，成功签约17个项目                 the day
    春运从1月26日开始至3月5日结束。…春运期间            1月26日 to 3月5日
"""

from __future__ import annotations

import re

from newsie.article import Article, Mention, Sentence
from newsie.measure.clause import DATE
from newsie.triggers import compile_quick
from newsie.values import TimeValue

# 此次开工的项目, 现场会上宣布4个项目开工: of the day that the article tells of.
THIS_TIME = re.compile(
    r"[此本这]次|[此这该]一?批(?!次|复)|(?:此次|现场|集中|新)?(?:签约|开工|竣工)的?(?:项目|企业)中|(?:再一?次|又一次|又)(?=[^，。；\ue002]{0,6}(?:签约|开工|竣工|奠基))|(?=[^，。；]{0,12}现场|[^，。；]{0,12}(?<!开幕)[会式礼][上中]|义诊|活动[现中])[^。；]{0,40}?(?:签约|开工|竣工|奠基|捐[赠款献]|发放|募集|义诊|接待)"
)
# One of these stands in what tells of the day.
THIS_DEED = compile_quick(
    r"[此本这]次|[此这该]一?批|签约|开工|竣工|[开竣][）)]工|奠基|捐[赠款献]|发放|募集|义诊|接待"
)
_DEED = r"开工|签约|[（(]?竣[）)]?工|奠基"
_CEREMONY = re.compile(
    rf"(?:举行|举办|召开|开展)[^，。；]{{0,60}}?(?:{_DEED})"
    rf"|(?:{_DEED})[^，。；]{{0,12}}?(?:仪式|活动|大?会)[^，。；]{{0,24}}?(?:举行|举办|召开|拉开)"
    rf"|(?:举行|举办|召开|集中)[^。；]{{0,12}}?(?:{_DEED})"
)
_DONE_THERE = re.compile(
    rf"(?<![未已待])(?:{_DEED})(?!率|面积|建设周期|[^，。；\ue001]{{0,12}}?任务)"
)
_REACH = re.compile("、[^，。；：]{0,80}")
_BEFORE_NOW = re.compile(r"累计|已经?|尚|未|历年|前期|此前|年度|全年|每")
# 2021年第三批集中开工项目, 2024年重点项目集中开工活动: which they are, not when.
_NAMED_AFTER = re.compile(
    rf"{DATE}(?:度)?第[一二三四五六七八九十\d]{{1,3}}批[^，。；\ue001]{{0,12}}?(?:项目|工程|开工|签约|竣工)"
)
_EVENT_NAME = re.compile(
    r"(?:[一-鿿、“”]{0,20}?(?:项目|工程))?(?:集中|联合)?(?:开工|[开（(]竣[）)]?工|竣工|签约|奠基)[一-鿿（）]{0,6}?"
    r"(?:活动|仪式|大?会)"
    # 2月4日，县里2023年“春风行动”专场招聘会在广场举行
    r"|[^，。；\d]{0,24}(?:[会赛节展]|活动|仪式|典礼|论坛|[行运]动|[周月])[^，。；\d]{0,20}?"
    r"(?:举行|举办|召开|启动|开幕|开赛|拉开|开展|落幕|闭幕|收官|鸣枪)"
)
_STAMP = re.compile(r"\d{4}[-/.]\d")
_DURING = re.compile(r"([一-鿿]{2})节?[”]?期间")
_SEASON = re.compile(r"[一-鿿]*(?:假|节|黄金周|五一|国庆)")
HOLIDAY = re.compile(r"假期|[春秋午]节|元旦|期间|暑期|寒假")
_NEAR = 20  # characters


def told_ceremony(sentence: Sentence) -> Mention | None:
    """The day of the ceremony of starts or signings that a sentence tells of; else None."""
    if DATE not in sentence.marked or not THIS_DEED.search(sentence.marked):
        return None
    if not (held := _CEREMONY.search(sentence.marked)):
        return None
    days = [
        mention
        for position, mention in sentence.slots.items()
        if position < held.end()
        and mention.kind == "date"
        and mention.value.kind == "point"
        and mention.value.date
        and not _STAMP.match(mention.value.text)
    ]
    return days[-1] if days else None


def is_done_there(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause counts what is started or signed, and no time of its own is told.

    Args:
        start, end: positions of the clause in the marked sentence.
    """
    reach = _REACH.match(sentence.marked, end)  # 投入3300万元建设的甲村、乙村等12个项目开工
    end = reach.end() if reach else end
    return (
        DATE not in _NAMED_AFTER.sub("", sentence.marked[:end])
        and _DONE_THERE.search(sentence.marked, start, end) is not None
        and _BEFORE_NOW.search(sentence.marked, 0, end) is None
    )


def names_batch(marked: str, position: int) -> bool:
    """Whether a time at a position only says which batch or event it is: 2021年第三批项目."""
    return _NAMED_AFTER.match(marked, position) is not None


def names_event(marked: str, position: int) -> bool:
    """Whether a time at a position is in an event's name: 2024年重点项目集中开工活动."""
    return _EVENT_NAME.match(marked, position + 1) is not None


def find_feast(article: Article, value: TimeValue) -> Mention | None:
    """The days that the article gives for a feast: 国庆假期, where only its month is known."""
    if value.date is None or not HOLIDAY.search(value.text):
        return None
    days = find_season(article, value.text)
    months = (days.value.date[:7], days.value.end_date[:7]) if days else ()
    return days if value.date[:7] in months else None


def find_season(article: Article, words: str) -> Mention | None:
    """The span of days that the article gives for what 期间 is said of: 春运期间, 国庆假期."""
    found = _DURING.search(words)
    name = found[1] if found else None
    for sentence in article.sentences if found or _SEASON.match(words) else ():
        for mention in sentence.mentions_of("date"):
            if mention.value.end_date is None:
                continue
            near = sentence.text[: mention.end - sentence.start + _NEAR]
            if (name in near) if name else _SEASON.search(near):
                return mention
    return None
