"""A number that opens a clause in, what it is of out: 21万亩苹果, 300公顷湿地.

What grows on an area, what weighs so much, and phrases that only say of how many something is told.
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.measure.clause import DATE, NUMBER, counted_end
from newsie.measure.figure import Phrase, cut_phrase
from newsie.measure.words import unit_kind
from newsie.values import Quantity

# What is had or grown by the area or weight: 21万亩苹果, 300公顷湿地.
_FEW = 10
_LONGEST_GROWN = 14
_AREAS = frozenset(("亩", "公顷", "平方米", "平方公里", "吨", "立方米", "公斤", "斤"))
_BOUNDS = frozenset(("以上", "以下", "以内"))
# What is told of what is grown: 21万亩苹果|预计总产, 11万亩辣椒|陆续迎来丰收.
_GROWING = re.compile(
    r"预[计留]|[就早已没初这那正将可均都要也还]|开始|进入|迎来|喜[获迎]|长势|陆续|丰收|成熟|成为|成了|变|挂[满上果]|压弯|缀满|全[部面]|[让使被把给]|实现|完成|受[灾益到]"
    r"|获得|得到|到了|卖[了出到]?|范围|等(?!级)|[，、]|平均|亩均|每亩|(?:总|年|亩)?(?<!生)产[量值]?(?!业|地|区|品|油)|单产|营销|采[摘收]|收[割获入]|丰产|种上|遍布|连成|铺|是(?=[一-鿿]{2})|在(?!了)(?=[一-鿿]{2})|竞相|绽放|盛开|怒放|飘香|覆盖(?!率)|绵延"
)
# 参观了远帆村3000亩果园, 我家的80亩红枣: where those who tell of it are, and whose it is.
_SEEN = re.compile(
    r"^.*(?:参观|走进|来到|考察|察看|查看|视察|漫步|置身|观摩)了?(?!(?:企业|项目|点|对象)$)[^，]{2,16}$"
    r"|^(?:我们?|自|他|她|农户|农)家[里中]?的?$|^[村乡镇社园场]里的?$|^[我他她](?:家|们)?[种养]的?$"
)
_NO_NOUN = re.compile(
    r"[、和及与以，由中内上下起]|左右|[^\w“]|[多少][购收销产进售征拨缴发]|增[长加产收]|减[少产]|提[升高]|下降"
)
_JOINING = re.compile(r"(?:和|及|(?<![参授给])与|以及)$")


def may_grow(quantity: Quantity) -> bool:
    """Whether a quantity is an area or a weight, and no bound of a class (50亩以上种植户)."""
    return quantity.unit in _AREAS and quantity.hedge not in _BOUNDS


def read_grown(
    article: Article, sentence: Sentence, position: int, right: int, quantity: Quantity
) -> Phrase:
    """What an area or weight is of that opens a clause: 21万亩苹果, 300公顷湿地."""
    end = counted_end(sentence.marked, position + 1, right)
    dated = sentence.marked.find(DATE, position + 2, end)
    end = dated if dated >= 0 else end  # 2300亩柑橘去年卖了1800万元
    phrase = cut_phrase(article, sentence, position + 1, end)
    phrase = phrase[phrase.text.startswith("的") :]
    if quantity.value < _FEW or len(phrase.text) < 2 or _NO_NOUN.match(phrase.text):
        return Phrase()
    if told := _GROWING.search(phrase.text, 1):
        phrase = phrase[: told.start()]
    phrase = phrase[phrase.text.rfind("的") + 1 :]  # 圆滚滚的西瓜
    joined = _JOINING.search(phrase.text)
    phrase = phrase[: joined.start()] if joined else phrase
    return phrase if len(phrase.text) <= _LONGEST_GROWN else Phrase()


def is_seen(noun: Phrase) -> bool:
    """Whether a phrase only says where somebody came by what is counted.

    >>> is_seen(Phrase("参观了远帆村", "参观了远帆村")), is_seen(Phrase("考察项目", "考察项目"))
    (True, False)
    """
    return _SEEN.match(noun.text) is not None


def is_of_counted(sentence: Sentence, position: int) -> bool:
    """Whether a number opens a phrase that only says of how many: 55项重点项目开工率."""
    mention = (
        sentence.mention_at(position) if sentence.marked.startswith(NUMBER, position) else None
    )
    if mention is None or mention.value.hedge in _BOUNDS:
        return False
    return unit_kind(mention.value.unit) == "count" and mention.value.unit not in ("类", "种")
