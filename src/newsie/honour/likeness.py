"""Two names of honours in, whether they may be of one honour out; and which honours have ranks."""

from __future__ import annotations

import re

from newsie.honour.noun import RANK_NAME, RANK_TAIL

_RANK = re.compile(RANK_NAME)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年度?|第[0-9一二三四五六七八九十]+[批届]|首[批届]")
_LONGEST_DIVISION = 4  # characters of a division's name without its sort: 张家口, 鄂尔多斯
# 2019年度 and 第三届: which one of an honour that has no other name
_WHICH = re.compile(r"(?:(?:19|20)[0-9]{2}年度?|第.{1,3}[届批]|首[届批]|全[省市区县镇乡])+")


def is_same_honour(short: str, full: str) -> bool:
    """Whether a name is what is left of a fuller one: 劳动模范 of 海州市劳动模范.

    >>> is_same_honour("劳动模范", "海州市劳动模范"), is_same_honour("一等奖", "作文大赛一等奖")
    (True, False)
    >>> is_same_honour("第六届市道德模范", "第六届海州市道德模范")
    True
    """
    if _names_division(short, full) or (short != full and _YEAR.sub("", full) == short):
        return True
    if len(short) > 2 and full.endswith(short) and _WHICH.fullmatch(full[: -len(short)]):
        return True
    return (
        len(short) > (2 if short.endswith("奖") else 3)
        and short != full
        and full.endswith(short)
        and not _RANK.fullmatch(short)
        and not re.search(r"[组类]$", full[: -len(short)])
    )


def _names_division(short: str, full: str) -> bool:
    """Whether the fuller name names the division that the other calls by its sort: 市, 海州市."""
    more = len(full) - len(short)
    if not 2 <= more <= _LONGEST_DIVISION:
        return False
    of = next((i for i, character in enumerate(short) if character in "省市区县州"), -1)
    own = of == 0 or (of > 0 and short[of - 1] in "届次批年度")
    return own and short[:of] == full[:of] and short[of:] == full[of + more :]


# Prizes without ranks of their own: 最佳组织奖, 道德风尚奖.
_OF_A_KIND = re.compile(
    r"^(?:优秀|最佳|最|特别)|(?:组织|设计|风尚|人气|贡献|创意|鼓励|参与|特别|优质|优胜|表演|指导|纪念)奖$|^.{0,3}$"
)


def is_prize(name: str) -> bool:
    """Whether an honour is a prize that has ranks: 省科学技术奖, not 科学技术奖一等奖."""
    return name.endswith("奖") and not RANK_TAIL.search(name) and not _OF_A_KIND.search(name)


def shares_words(one: str, other: str) -> bool:
    """Whether two names may be of one honour: a headline shortens what the text spells out.

    >>> shares_words("全国五一劳动奖", "全国五一劳动奖状"), shares_words("团体冠军", "风尚奖")
    (True, False)
    """
    three = {one[i : i + 3] for i in range(len(one) - 2)}
    return one[-2:] == other[-2:] or any(words in other for words in three)
