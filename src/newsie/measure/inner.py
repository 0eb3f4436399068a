"""A clause in, the times behind its head met: those that it does not merely compare with.

Surface forms::

    新建学校于2024年建成              2024
    8个项目年内竣工                   年内
    较2020年增长5%                    none: what it is compared with
    在2020年3家的基础上               none
    期间，春运期间，                  the time told last, the days of the season
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article, Sentence
from newsie.measure.clause import DATE, Clause
from newsie.measure.event import find_season, names_batch, names_event
from newsie.measure.time import is_census, is_done_then
from newsie.measure.trim import EARLY
from newsie.measure.when import When

_COMPARED = re.compile(
    r"[比较从自由与提继]$|(?:成立|建|创办|创立|创建|组建|注册|落户|诞生)于$"
    r"|(?:缩短|延长|压缩|减少|增加|提早)了?$|《[^》]*$|(?:举行|举办|召开|参加|出席)了?$"
)
_HEADED = re.compile(rf"{DATE}[^，]{{0,8}}、$")  # 计划今年9月开工、2026年6月投产: due by the first
_QUOTED = re.compile(r"“[^”]*$")
_PLANNED = re.compile(r"(?:计划|将|拟|预计|力争|确保|争取|有望|可望|定于)[在于到]?$")
_FOUNDED = re.compile(
    r"(?:正式|全面|顺利)?(?:成立|创办|创建|组建|注册|建成(?:投[产用]|开放|通车|运营|投入使用)|建成|始建|投产|开业|开园|开馆|挂牌|落成|建校|建院|建厂|动工兴?建)(?:并[^，]{2,6})?$"
)
# 变化从2015年开始。当年，…: when what is told next was.
_OPENS_TALE = re.compile(rf"从{DATE}(?:(?P<on>说起|开始|起)|的?[一-鿿]{{0,6}}(?:数据|情况)来?看)")
# A year behind a noun, and a deed behind it.
_BETWEEN = re.compile(
    rf"(?<![比较从自由与到于在提继同超—的、和及至])({DATE})(?!的|[同末底初]|计划|目标|预算|前|以|之|度)(?=[一-鿿])"
)
# 在去年…的基础上: what is built on, not when.
_STARTED_FROM = re.compile(r"[^，；。]{0,16}基础上")
# 公布了2019年美丽河湖名单, 向2023年度突出贡献单位颁发奖牌: of which year they are.
_LIST = re.compile(
    r"[^，。；\ue001]{0,30}?(?:(?:名单|榜单)(?:中|里|上|[，。]|$)"
    r"|[奖号](?:学校|单位|获得者|得主|集体|个人|企业)|颁发|授牌)"
)
# 正处在冲刺全年任务的关键阶段，: what the year's work is, not when.
_TASKS = re.compile(r"的?[一-鿿]{0,6}(?:任务|目标)")
_JOINED = re.compile(rf"{DATE}[^，。]{{0,10}}[及和暨]$")

# 在3月签约5个项目后，再次签约9个: only the clause itself is of that time.
_PASSED_BY = re.compile(rf"[^，；。]{{0,14}}?(?:在|继){DATE}[^，；。]{{2,40}}(?:之?后|以后)")
_MEANWHILE = re.compile(r"在?[此这其]?期间")
_THEN = re.compile("(?:彼时|当时|那时|其时)(?:，|的?[一-鿿])")
_HEAD = 14  # positions in which 期间 stands at the head of a clause


def meet_during(when: When, article: Article, sentence: Sentence, clause: Clause) -> None:
    """Take the time of 期间 at the head of a clause: the days of a season, else the last.

    届时 is the time still to come that was told last.
    """
    if sentence.marked.startswith("届时", clause.start):
        when.meet_then()
        return
    if _THEN.match(sentence.marked, clause.start):
        when.meet_back_then(sentence.bounds[clause.start])
        return
    at = sentence.marked.find("期间", clause.start, clause.start + _HEAD)
    if at < 0:
        return
    words = sentence.marked[clause.start : at + 2]
    season = find_season(article, words)
    if season is not None or _MEANWHILE.fullmatch(words):
        when.meet_during(season)


def meet_inner_times(
    when: When, article: Article, sentence: Sentence, clause: Clause, start: int, end: int
) -> bool:
    """Take the times behind the head of a clause that are not compared with."""
    met = False
    position = sentence.marked.find(DATE, start, end)
    while position >= 0:
        at, position = position, sentence.marked.find(DATE, position + 1, end)
        mention = sentence.slots[at]
        before = sentence.marked[max(clause.start, at - 12) : at]
        passing = mention.value.kind in ("point", "vague", "month")
        passing = passing and not is_census(article, mention)
        due = mention.value.kind != "vague" and _PLANNED.search(before)
        tale = _OPENS_TALE.fullmatch(sentence.marked, at - 1, clause.end)
        opens = tale is not None and (not tale["on"] or mention.value.kind == "year")
        to_come = when.publication.is_to_come(mention.value.period or mention.value.date)
        behind = sentence.marked[at + 1 : clause.end]
        # 自4月1日起，将…; 今年6月开工
        starting = to_come and not _HEADED.search(before)
        starting = starting and (mention.value.text.endswith("起") or is_done_then(behind))
        if not clause.numbers and passing and not due and not starting and not opens:
            continue
        told = not clause.numbers and not due
        founded = told and not to_come
        if founded and _FOUNDED.match(sentence.marked, at + 1, clause.end):
            continue  # 园区于2017年建成，占地60亩: how it stands now
        if told and _LIST.match(sentence.marked, at + 1, clause.end):
            continue
        if mention.value.text == "全年" and told and _TASKS.match(behind):
            continue
        if met and not clause.numbers:
            break
        if names_batch(sentence.marked, at) or (
            names_event(sentence.marked, at) and when.time.is_day_within(mention, sentence.start)
        ):
            continue
        if not clause.numbers and _JOINED.search(before):
            when.meet_beside(mention)
            continue
        if mention.value.text in EARLY:
            said = sentence.marked[at + 1 : clause.end]
            if mention.value.text not in ("年底", "年末") or not is_done_then(said):
                continue
        yearly = mention.value.text == "全年" and due  # 四季度力争全年增长7%
        within = mention.value.text in ("今年", "全年") and when.time.is_within(mention)
        if (within and not yearly) or when.time.stands_until(mention, sentence.start):
            continue
        if _STARTED_FROM.match(sentence.marked, at + 1):
            continue
        if _QUOTED.search(before) and "”" in behind:
            continue  # “2019年春季行动”
        spans = before.endswith(("从", "自")) and "/" in (mention.value.period or "")
        if opens or starting or spans or not _COMPARED.search(before):
            late = bool(due) or mention.value.kind == "deadline"
            when.meet_time(mention, leading=not clause.numbers, due=late)
            if spans:  # 从2019年到2024年，: of the sentence alone
                when.time = replace(when.time, lasting=False)
            met = True
    return met


def passes_by(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only says what came before: 在3月签约5个项目后，."""
    marked = sentence.marked
    if marked[clause.end - 1 : clause.end] != "后":
        return False
    return _PASSED_BY.fullmatch(marked, clause.start, clause.end) is not None


def meet_time_between(when: When, sentence: Sentence, start: int, end: int) -> None:
    """Take a year that stands between two numbers of a clause: 2300亩柑橘去年卖了1800万元."""
    found = _BETWEEN.search(sentence.marked, start, end)
    mention = sentence.mention_at(found.start(1)) if found is not None else None
    if mention is not None and mention.value.kind in ("year", "period", "month"):
        when.meet_time(mention, leading=False)


def meet_late_time(when: When, sentence: Sentence, clause: Clause) -> bool:
    """Take a time that stands behind its number: 8个项目年内竣工."""
    position = sentence.marked.find(DATE, clause.numbers[0], clause.end)
    while position >= 0:
        mention = sentence.mention_at(position)
        if mention is not None and (
            mention.value.kind == "deadline"
            or (
                when.publication.is_to_come(mention.value.period or mention.value.date)
                and is_done_then(sentence.marked[position + 1 : clause.end])
            )
        ):
            when.meet_time(mention, leading=False)
            return True
        before = sentence.marked[max(clause.start, position - 12) : position]
        if mention is not None and _PLANNED.search(before):
            when.see_due(mention)
        position = sentence.marked.find(DATE, position + 1, clause.end)
    return False
