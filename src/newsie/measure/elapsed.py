"""A clause that says how much later it tells of in: the context's time moved on.

Surface forms::

    经过30多年的发展  历经十余年建设      now, if a year that is over was told
    多年来  十多年来  短短几年  20年过去    now, if a year that is over was told
    到现在  时至今日  发展至今             now
    自2019年启动以来                       from then to the month of publication
    食堂现有4人                             now
    每年，县财政安排500万元                   now: of no year told before
    投产以来  公司自成立以来                 now: since when is not said
    行动首日                              the day that it began on
    3年后                                the third year behind the one told
    第二年  到了翌年                      the year behind it
"""

from __future__ import annotations

import re

from newsie.article import Sentence, Span
from newsie.measure.clause import DATE, NUMBER, ORGANISATION, PLACE, Clause
from newsie.measure.time import Time
from newsie.measure.when import When
from newsie.triggers import compile_quick

_SIGN = compile_quick(
    rf"每|首日|年年|常年|经过|历经|通过|年来|以来|现|短短|下来|现在|如今|至今|今天|时至|第二年|翌年|{NUMBER}(?:之|以)?(?:来|过去|后)"
)
_WORK = "发展|努力|建设|打造|培育|奋斗|探索|拼搏|积累|经营|打拼|实践|深耕|摸索|沉淀|改造|治理"
_ONWARD = re.compile(
    rf"(?:经过|历经|通过|经)(?:{NUMBER}|[多几数十]+年|不断|不懈|持续|长期|多年)[^，；。]{{0,8}}?(?:{_WORK})"
    rf"|(?:在?这)?(?:{NUMBER}|[多几数十]+年)(?:以来|来|下来|过去了?)(?=[一-鿿\ue003\ue004]|$)"
    rf"|短短(?:{NUMBER}|[几数]年)"
)
_NOW = re.compile(
    rf"(?:直?到|发展[到至]|时至)(?:了)?(?:现在|如今|目前|今天|{DATE}(?<=时至.))|(?:发展|传承|延续)至今"
)
_SINCE = re.compile(
    rf"(?:[^，。；：{DATE}{NUMBER}]{{0,12}}?自从?|从)?({DATE})(?!以来)[^，。；{DATE}{NUMBER}]{{2,14}}?以来(?=$|[一-鿿])"
)
# Since a deed whose day is not said.
_SINCE_DEED = re.compile(
    rf"(?:[{ORGANISATION}{PLACE}]|[一-鿿]{{2,8}}?)?自?(?:投产|成立|开工|运营|开业|入驻|建成|启动|实施|开展|创办|开园|开馆|开放|通车|上线|挂牌|投用)"
    r"(?:运[营行]|投[产用])?以来"
)
# 食堂现有工作人员4名: now, whatever was told before.
_HAS_NOW = re.compile(
    rf"[^，；。：“{DATE}{NUMBER}]{{0,12}}?(?P<now>现有(?!的|基础|条件|资源|政策|[^，。；{NUMBER}]{{0,10}}基础上)|现共有|现已有)[^，；。{DATE}]{{0,16}}{NUMBER}"
)
_EVERY_YEAR = re.compile("(?:平均)?每年|年年|常年|每逢|每到")
_FIRST_DAY = re.compile("(?:行动|活动|整治|整治行动|开赛|开展|假期|节日)?首日(?=，|$|[一-鿿])")
_YEAR = 4  # characters
_LATER = re.compile(rf"(?:仅仅?|短短)?({NUMBER})(?:之后|以后|后)(?=[的一-鿿\ue003\ue004]|$)")
_NEXT = re.compile("到?了?(?:第二年|翌年)(?!度)")


def meet_elapsed(when: When, sentence: Sentence, clause: Clause) -> None:
    """Move the time that stands, where a clause opens with how much later it tells of."""
    marked = sentence.marked
    if not _SIGN.search(marked, clause.start, clause.end):
        return
    if found := _NOW.match(marked, clause.start, clause.end):
        when.meet_elapsed(None, _said(sentence, found), sure=True)
    elif found := _ONWARD.match(marked, clause.start, clause.end):
        when.meet_elapsed(None, _said(sentence, found), sure=False)
    elif found := _SINCE_DEED.match(marked, clause.start, clause.end):
        when.meet_elapsed(None, _said(sentence, found), sure=True)
    elif found := _HAS_NOW.match(marked, clause.start, clause.end):
        when.meet_now(found["now"])
    elif found := _EVERY_YEAR.match(marked, clause.start, clause.end):
        if when.time.is_before(sentence.start) and not when.is_ahead():
            when.meet_now(found[0])
    elif found := _FIRST_DAY.match(marked, clause.start, clause.end):
        when.meet_first_day(found[0])
    elif found := _NEXT.match(marked, clause.start, clause.end):
        when.meet_elapsed(1, _said(sentence, found), sure=False)
    elif found := _LATER.match(marked, clause.start, clause.end):
        mention = sentence.mention_at(found.start(1))
        quantity = mention.value if mention is not None else None
        if quantity is not None and quantity.unit == "年" and isinstance(quantity.value, int):
            when.meet_elapsed(quantity.value, _said(sentence, found), sure=False)


def meet_since(when: When, sentence: Sentence, clause: Clause) -> None:
    """Take the time since which something goes on: 自2019年启动以来, 2019年启动旧改以来."""
    if "以来" not in sentence.marked[clause.start : clause.end]:
        return
    found = _SINCE.match(sentence.marked, clause.start, clause.end)
    mention = sentence.mention_at(found.start(1)) if found is not None else None
    if found is None or mention is None:
        return
    start, until = mention.value.period or mention.value.date or "", when.publication.month
    if mention.value.kind not in ("year", "month", "point") or not until or start >= until:
        return
    start = f"{start}-01" if len(start) == _YEAR else start[: len(until)]
    span = Span(mention.start, mention.end)
    when.time = Time(f"{start}/{until}", _said(sentence, found), kind="period", span=span)


def _said(sentence: Sentence, found: re.Match[str]) -> str:
    start, end = sentence.bounds[found.start()], sentence.bounds[found.end()]
    return sentence.text[start - sentence.start : end - sentence.start]
