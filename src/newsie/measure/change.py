"""A number and what introduces it in, what it says of a change out: its aspect and its base."""

from __future__ import annotations

import re

from newsie.article import Sentence
from newsie.measure.choice import Introduction
from newsie.measure.clause import DATE, Clause
from newsie.number import read_numeral
from newsie.values import Aspect, Basis, Quantity

_AIMED = re.compile(r"(?:力争|争取|冲刺|确保|跑出|奋力)[^，；。、]{0,6}$")
_SUMMED = re.compile(r"累计(?:下降|降低|提高|增长|减少)")
_AVERAGED = re.compile(r"近?(?P<count>[两三四五2-5])年(?:来|间)?(?:年均|平均)[^，。；、]*$")
_NEARBY = 40
_AGAINST = re.compile(r"^[^，]{0,6}?[与同和][^，]{2,40}相比|相比$")
_SINCE_STARTS = ("比", "较", "对比", "相较")
_SINCE = re.compile(rf"(?:[比较]|对比|相较于?){DATE}(?:的?同期|水平|[底末])?$")
_YEAR_BEFORE = re.compile(r"[^，]{0,4}(?:去年|上年)(?:同期)?相比")


def read_aspect(
    reading: Introduction, quantity: Quantity, *, named: bool, grew: bool, rated: Aspect | None
) -> Aspect:
    """The aspect of a number, by what the number before it told.

    Args:
        named: whether a noun stands before it.
        grew: whether a growth is told in its sentence: 高于全省1.7个百分点 is of the growth.
        rated: the aspect of the number before, where a rate was told: 1月增幅1.1%，2月为3%.
    """
    far = reading.basis == "base" and reading.rule.endswith(("/beyond", "/more"))
    if far and quantity.unit == "个百分点":
        return "increase" if grew and not named else "level"
    if named or reading.aspect != "level" or quantity.unit != "%" or not grew:
        return reading.aspect
    if rated and reading.rule.endswith("/reach"):
        return rated
    return "increase" if _AIMED.search(_said_before(reading)) else reading.aspect


def usual_basis(
    reading: Introduction,
    quantity: Quantity,
    against: Basis | None,
    *,
    periodic: bool,
    over_years: bool,
) -> Basis | None:
    """What a change is against where its own words do not say: a bare 增长X% is yearly.

    Args:
        against: what a clause before it compares with: 与2020年相比，增长5%.
        over_years: whether it is no part of one year that it is of: 累计增长 is of all of them.
        periodic: whether the sentence compares with the period before: 从环比看.
    """
    if reading.aspect not in ("increase", "decrease"):
        return None
    if against is not None:
        return against
    if periodic:
        return "period"
    if quantity.unit in ("%", "倍"):
        summed = over_years and _SUMMED.search(_said_before(reading))
        return None if summed else "yoy"
    return None


def named_basis(sentence: Sentence, clause: Clause, *, compared: bool) -> Basis | None:
    """What a clause without numbers compares with: 与2020年相比, 较上年末.

    Args:
        compared: whether 相比 stands in the sentence.
    """
    if compared and _AGAINST.search(sentence.marked[clause.start : clause.end]):
        said = sentence.text[sentence.bounds[clause.start] - sentence.start :][:_NEARBY]
        return "yoy" if _YEAR_BEFORE.match(said) else "base"
    since = sentence.marked.startswith(_SINCE_STARTS, clause.start)
    return "base" if since and _SINCE.match(sentence.marked, clause.start, clause.end) else None


def told_rate(rule: str, aspect: Aspect) -> Aspect | None:
    """The aspect of a rate of change, for those behind it that say no more than 为."""
    changed = aspect in ("increase", "decrease")
    return aspect if changed and rule.endswith(("growth-rate", "fall-rate", "/reach")) else None


def averaged_years(reading: Introduction) -> int | None:
    """Over how many years a growth is averaged, where that is said: 两年平均增长5%."""
    found = _AVERAGED.search(_said_before(reading))
    count = read_numeral(found["count"]) if found else None
    return None if count is None else int(count)


def _said_before(reading: Introduction) -> str:
    """The last words of a sentence up to the end of what introduces a number, with the number."""
    sentence = reading.match.sentence
    end = reading.match.end - sentence.start
    return sentence.text[max(0, end - _NEARBY) : end]
