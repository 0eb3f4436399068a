"""The word lists that the reading of number clauses rests on, as compiled patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.gazetteers import load_gazetteer
from newsie.triggers import compile_quick, one_of, one_of_words

# Nouns of the gazetteer that are counted themselves, and those too short to cut by.
_THINGS = frozenset(
    (
        "企业",
        "项目",
        "游客",
        "学位",
        "床位",
        "人次",
        "户数",
        "件数",
        "家数",
        "人数",
        "天数",
        "率",
        "数",
    )
)
# Words that only start like one that leads: 再生纸产业, 共有产权房, 其他营利性服务业.
_NO_LEAD = (
    r"(?!争取(?:[到了]|(?!新?[建引落完实]|达|[^，。；]{0,10}(?:左右|达到|突破))[^，。；]{0,30}(?:资金|预算内投资|任务|债券|经费(?!投入|支出)|补助|贷款|政策|指标|拨款|授信|试点|扶持)"
    r"|[^，。；\ue001]{0,12}项目(?:\ue001|$)|(?:上级|中央|国家|省级?|市级?)[^，。；]{0,8}项目)|已[结婚故知](?!束|算|清|合|对|成)|打算盘|提出[^，。；]{0,6}?(?:意见|建议|议案|提案|问题|措施|举措)|再[生贷融制就保担审婚]|建议[办答案数类提、]|通过[率验审国省]|提前[还退]|共有产权|共计划|计划[生外内单]|预期寿命|未来[社乡]|希望[小工]|并购|期间费"
    r"|就[业读诊医餐学近地职任寝座]|成功率|拥有[量率]|持续[时期]|初步设计|累计[净额]|累积[量率分效]|剩余[价劳产]|还[款本贷建田林原]|让利|积极[性分]|准备[金率]|首批次|将军"
    r"|其[他它](?:[^，。；、\ue001]{0,8}(?:业|收入|支出|税|案件|行为)|[一-鿿]{2,10}(?:\ue001|$|上涨|下降|增长)))"
)
_HOME = frozenset(("中国", "我国"))


@lru_cache
def word_list(kind: str) -> tuple[str, ...]:
    """The first column of a gazetteer, longest words first."""
    words = (next(iter(row.values())) for row in load_gazetteer(kind))
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache
def alternation(kind: str) -> str:
    """The words of a gazetteer as a regex fragment, which tries the longest that fit first."""
    return one_of_words(word_list(kind))


def _opening(kind: str) -> str:
    """A look at the first character, which turns most of what is tried away."""
    return f"(?={one_of({word[0] for word in word_list(kind)})})"


@lru_cache
def _ends_of_indicators() -> tuple[frozenset[str], int]:
    words = frozenset(word_list("indicator_noun"))
    return words, max(map(len, words))


def noun_start(text: str) -> int:
    """Where the noun of a measure starts with which a text ends, its length where there is none.

    >>> noun_start("新楼建筑面积"), noun_start("新楼")
    (4, 2)
    """
    words, longest = _ends_of_indicators()
    for start in range(max(0, len(text) - longest), len(text)):
        if text[start:] in words:
            return start
    return len(text)


# Nouns that begin with a verb of one character.
_NO_DEED = (
    r"(?!建档立卡|销售(?:收入|总?[额量])|种[子类苗猪羊牛鸡鹅鸭畜禽质公母]|收[入益成视藏]|建[筑材制]|设[备施区计]|供(?:销社|应链|养)|修养|招[牌式]"
    r"|运输(?:设备|车|工具|船|机|企业|公司|量|能力|业)|接[口力]|派出所|领[导域军事先]|供[水电热气暖](?:管|设|站|厂|线|所|能力|系统|工程|公司|企业|面积|保障)|立(?![一-鿿]{0,4}案))"
)


@lru_cache
def leading_words() -> re.Pattern[str]:
    """Words in front of an indicator that are no part of it: 其中 还 累计 已."""
    return compile_quick(_opening("lead_word") + _NO_LEAD + alternation("lead_word"))


@lru_cache
def foreign_countries() -> re.Pattern[str]:
    """A state at the head of a phrase: 缅甸 of 缅甸死亡人数, not of 缅甸籍船员."""
    names = [name for name in word_list("country") if name not in _HOME]
    return re.compile(rf"{one_of_words(names)}(?![企独合商籍产裔式队客游投两元])")


@lru_cache
def leading_deed() -> re.Pattern[str]:
    """The verb of a count at the start of a phrase: 新增 建成 累计接待, no noun: 种子 收入."""
    return compile_quick(rf"{_opening('deed')}(?:{_NO_DEED}{alternation('deed')}){{1,2}}了?")


@lru_cache
def inner_deed() -> re.Pattern[str]:
    """A verb of at least two characters, wherever it stands."""
    return compile_quick(one_of_words([word for word in word_list("deed") if len(word) > 1]))


@lru_cache
def acting_deed() -> re.Pattern[str]:
    """A verb that stands in no noun, with its object behind it or nothing: 投放 挽回 提供."""
    words = [row["word"] for row in load_gazetteer("deed") if row["acts"]]
    words.sort(key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(words)})(?![的率量数额值式型])")


@lru_cache
def trailing_noun() -> re.Pattern[str]:
    """The noun of a measure at the end of a phrase, with what is often said before it."""
    return re.compile(
        r"(?:产业|居民|农民|企业|行业|制造业|人均|可支配|限上|规上|规模以上"
        r"|规模|工业|限额以上|亩均)*"
        rf"{alternation('indicator_noun')}(?:占比|比重|增速)?$"
    )


@lru_cache
def produce() -> re.Pattern[str]:
    """What is sold under its place's name, and what is measured of it: 平原|黄桃年产量."""
    return re.compile(
        rf"{alternation('produce')}"
        r"(?:产业|种植|年|总?产[量值]|亩产|品牌|面积|销|出口|全产业链|综合|远销|全国)"
    )


@lru_cache
def measured() -> re.Pattern[str]:
    """The measure at the end of what stands between two numbers: 75家企业|年销售收入18亿元."""
    nouns = [re.escape(word) for word in word_list("indicator_noun") if word not in _THINGS]
    return re.compile(
        rf"(?:[日月年户人亩]均|年|总|共|累计|预计|合计|增加|新增|带动)*(?:实现|完成)?(?:经营性)?(?:{'|'.join(nouns)})(?:[达为超约近])?$"
        r"|(?:户均|人均|亩均|年均|棚均|村均|店均|社均|校均).{2,8}$"
    )


@lru_cache
def unit_kind(unit: str | None) -> str:
    """What a unit measures: count, measure, currency, ratio or time; `none` without a unit."""
    if unit is None:
        return "none"
    kinds = _unit_kinds()
    return kinds.get(unit) or kinds.get(unit.split("/")[0]) or "measure"


@lru_cache
def _unit_kinds() -> dict[str, str]:
    return {row["unit"]: row["kind"] for row in load_gazetteer("unit")}
