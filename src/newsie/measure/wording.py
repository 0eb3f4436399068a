"""How a number is introduced in, wordings of it out: slots of its rule, medals, elided measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import Article
from newsie.measure.choice import Introduction
from newsie.measure.figure import Phrase

# Measures that are told one after another of one thing.
_FAMILIES = (
    re.compile(r"(?:年末|期末)?(?:出栏|存栏)[量数]?$"),
    re.compile(r"(?:招生|毕业生|在校生|在校学生|在园幼儿|入学|专任教师)(?:人数|数)?$"),
    re.compile(r"(?:收入|支出)$"),
    re.compile(r"(?:存款|贷款)余额$"),
    re.compile(r"(?:营业收入|利润总额|利税总额)$"),
    re.compile(r"(?:总产值|产值|增加值)$"),
    re.compile(r"(?:进出口|出口|进口)(?:总?[额值])$"),
    re.compile(r"(?:成交|交易)(?:总?[量额]|总?金额|面积|均价)$"),
    re.compile(r"(?:总产量?|产量|单产|产值)$"),
)
_CAUGHT = re.compile(r"(?:捕捞|养殖|种植|加工|生产)(?=产量$)")
_YEARLY = re.compile("(?<=..)(?:常年|年均|年)$")
# What is said again without what it is of.
_RATE = re.compile(r"[一-鿿]{1,6}(?:率|占比|比重)")
_TOTAL = re.compile(
    r"总[量值额]|总产值|总收入|总面积|产[值量]|增加值|面积|收入|余额|销[量售]额?|税收"
)
# 占比重提高到45%: how the share came to be, no part of what it is.
_MOVED = re.compile(
    r"(?>已|再|又|第一次|首次|由|从|进一步|稳步|提高|提升|上升|回落|下降|升|降|扩大|增加|减少|稳定|保持|下|上){1,6}$|(?:提|到?了)$"
)
_PART = re.compile(r"(占[^，]{2,16}?)的?$")
_TASK_SIZE = re.compile(r"(?<=任务|目标|计划)\d.*$")
PER = re.compile(
    r"(?:最[多高少]的?一[天日]|[日人户月亩]均|单日|(?:单日|日)?最高(?:单日|日)?|日|每[百千万]人(?:拥有)?)"
)
_RATE_SAID = re.compile("增[速幅]|[涨升降跌减]幅|增长率")
_PER_INSIDE = re.compile(r"(?<=[一-鿿]{2})(?:[日月年]均|单日|每日)(?=[一-鿿]{2})")
_GUESTS = re.compile(r"接待((?:[一-鿿]{0,4})(?:游客|旅客|游人|观众))")


def read_slot(article: Article, reading: Introduction, name: str) -> Phrase:
    """What a slot of a rule took; empty where it took nothing."""
    span = reading.match.span(name)
    passage = article.passage
    if span is None or passage is None:
        return Phrase()
    return Phrase(
        passage.text[span.start : span.end], passage.literal(span.start, span.end), (span,)
    )


def read_share(article: Article, reading: Introduction) -> Phrase:
    """占出口总额的比重 of 占出口总额的比重提高到41%; empty where it is no share of anything."""
    share = read_slot(article, reading, "share")
    if reading.rule.endswith("/from"):
        origin = read_slot(article, reading, "origin")  # 由2013年占总面积的17%下调至…
        part = _PART.search(origin.text)
        return origin[part.start() : part.end(1)] if part else Phrase()
    moved = _MOVED.search(share.text)
    share = share[: moved.start()] if moved else share
    told = _TASK_SIZE.search(share.text)  # 占任务7.17万亩的41%
    return share[: told.start()] if told else share


def starts_change(article: Article, reading: Introduction) -> bool:
    """Whether a share is where a change started: 占全市比重由6%提高到7%."""
    return reading.rule.endswith("/from") or read_slot(article, reading, "share").text.endswith(
        ("由", "从", "由约", "从约")
    )


def said_by(reading: Introduction) -> str:
    """What introduces a number, with the character before it."""
    start = reading.match.start - reading.match.sentence.start
    end = reading.match.end - reading.match.sentence.start
    return reading.match.sentence.text[start - 1 : end]


def read_rate(reading: Introduction) -> Phrase:
    """增速 of 增速10.2%, where a number is told as one: 增速10.2%，居全市第二 ranks it."""
    if not reading.rule.endswith(("/growth-rate", "/fall-rate")):
        return Phrase()
    said = _RATE_SAID.search(said_by(reading))
    return Phrase(said[0], said[0]) if said else Phrase()


def read_medal(article: Article, reading: Introduction) -> Phrase:
    """28金 is of 金牌."""
    span = reading.match.span("quantity")
    passage = article.passage
    if span is None or passage is None or passage.text[span.end - 1] not in "金银铜":
        return Phrase()
    name = passage.text[span.end - 1] + "牌"
    return Phrase(name, name)


def complete_measure(noun: Phrase, head: Phrase) -> Phrase:
    """政府性基金支出 of 政府性基金收入完成15亿元，支出18亿元."""
    if noun.text == head.text:
        return noun
    if noun.text == "收入" and (caught := _CAUGHT.search(head.text)):
        return head[: caught.end()] + noun  # 深海捕捞产量6万吨，实现收入3亿元
    for family in _FAMILIES:
        last = family.search(head.text) if family.fullmatch(noun.text) else None
        if last and last.start():
            if PER.fullmatch(head.text, 0, last.start()):
                return noun  # 户均种植面积5亩，产值1500万元
            yearly = _YEARLY.search(head.text, 0, last.start())
            if yearly and family is _FAMILIES[-1] and noun.text[0] != "年":
                return head[: yearly.start()] + noun  # 年产量8万吨，产值9亿元
            each = 2 if head.text.endswith("平均", 0, last.start()) and noun.text[0] == "总" else 0
            return head[: last.start() - each] + noun  # 平均单产410公斤，总产5万吨
    return noun


def measure_per(noun: Phrase, head: Phrase) -> Phrase:
    """What was measured, for another span: 日均装车 of 98车, 单日装车 of 最多的一天126车."""
    day = Phrase("单日", "单日") if noun.text[-1] in "天日" and "一" in noun.text else noun
    if other := _PER_INSIDE.search(head.text):
        return head[: other.start()] + day + head[other.end() :]  # 古城单日接待游客
    other = PER.match(head.text)
    return day + (head[other.end() :] if other else head)


def said_in_full(noun: Phrase, last: Phrase, reading: Introduction) -> Phrase:
    """出口总值 of 出口总值6亿美元，总值列全省第六: what was said before in full, or nothing."""
    again = reading.aspect != "level"
    if again and _RATE.fullmatch(noun.text) and last.text.endswith(noun.text):
        return last
    if again and _TOTAL.fullmatch(noun.text) and last.text.endswith(noun.text):
        return last
    return Phrase()


def find_guests(phrases: Iterable[Phrase]) -> Phrase:
    """游客 of 接待游客30万人次。其中，A级景区接待8万人次: who were received before."""
    for phrase in phrases:
        if guests := _GUESTS.search(phrase.text):
            return phrase[guests.start(1) : guests.end(1)]
    return Phrase()


def is_for(reading: Introduction, position: int) -> bool:
    """Whether something is done for those who are counted: 为60名老人实施手术."""
    return reading.match.sentence.marked[:position].endswith(("为", "给", "向", "对", "帮助"))
