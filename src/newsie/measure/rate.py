"""A bare rate and what the numbers before measured in, the rate with what it is of out.

整改隐患520处，整改率92%          隐患整改率
调解矛盾纠纷96件，调解成功率98%    矛盾纠纷调解成功率
栽植苗木12万株，成活率95%         苗木成活率
老年人接种2万人，接种率62%        老年人接种率
出生率9.9‰，死亡率6.4‰            人口死亡率, where 人口出生率 was told
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.figure import Phrase
from newsie.measure.words import leading_deed

# Rates of what was done to things, or became of them, that say nothing of what they are of.
_RATE = re.compile(
    r"(?:按时|按期|限时|及时|如期|到期|一次性?)?"
    r"(?P<deed>(?:回复)?整改|化解|调解|调处|办复|办结|答复|回复|反馈|采纳|处置|处理|销号|修复|成活|存活"
    r"|就业|接种|入园|入学|出租|还款|兑付|兑现|报到|录取|升学|复工|投资完成|资金到位|资金拨付|破案"
    r"|执结|治愈|救治|签收|拆除|搬迁)(?:成功|完成)?率"
)
_RATED = ("率", "占比", "比重", "比例")
# 发现问题32个, 立刑事案件320起: words that are no deeds everywhere.
_TAKEN_UP = re.compile("(?:共|累计)?发现|(?:[一-鿿]{2,4}机关)?(?:共)?立(?=[一-鿿]{2,6}案)")
_COME_OF_IT = re.compile("(?:开工|竣工|完工|投产|复工|落地|签约|入库|建成)$")  # 项目开工
_UNTOLD = frozenset(("案件", "各类案件", "群众", "资金", "人", "人员"))
_LONGEST_OBJECT = 14
_SHORTEST_RATE = 2
_OF_PEOPLE = re.compile("(?:死亡|出生|自然增长)率")
_PEOPLE = "人口"


def name_rate(noun: Phrase, recent: Sequence[Phrase]) -> Phrase:
    """The rate with what was done or told of right before it; itself where that says nothing.

    Args:
        recent: what the sentence's numbers measured so far.
    """
    if not recent or noun.text[-1:] != "率":
        return noun
    if _OF_PEOPLE.fullmatch(noun.text) and _OF_PEOPLE.search(recent[-1].text):
        same = recent[-1].text.startswith(_PEOPLE)
        return recent[-1][: len(_PEOPLE)] + noun if same else noun
    rate = _RATE.fullmatch(noun.text)
    if rate is None:
        return noun
    things = [phrase for phrase in recent if not phrase.text.endswith(_RATED)]
    done = [phrase for phrase in things if rate["deed"] in phrase.text]
    nearest = [phrase for phrase in things if phrase not in done][-1:]
    for phrase in [*reversed(done), *nearest]:
        if told := _object_of(phrase, rate["deed"]):
            return told + noun
    return noun


def rate_of_deed(noun: Phrase, last: Phrase) -> Phrase:
    """老年人接种率 of 老年人接种2万人，接种率62%; the noun itself where nobody was told of."""
    done = noun.text[:-1]
    if noun.text[-1:] != "率" or len(done) < _SHORTEST_RATE or last.text == done:
        return noun
    if leading_deed().match(last.text):
        return noun  # 发放个贷9亿元，个贷率86%
    return last + noun[-1:] if last.text.endswith(done) else noun


def _object_of(phrase: Phrase, deed: str) -> Phrase:
    """隐患 of 整改隐患, 苗木 of 栽植苗木, 老年人 of 老年人接种疫苗."""
    lead = leading_deed().match(phrase.text) or _TAKEN_UP.match(phrase.text)
    told = phrase[lead.end() :] if lead else phrase
    at = told.text.find(deed[-2:])
    told = told[:at] if at > 0 else told
    if come := _COME_OF_IT.search(told.text):
        told = told[: come.start()]
    short = 1 < len(told.text) <= _LONGEST_OBJECT and told.text not in _UNTOLD
    return told if short and at != 0 else Phrase()
