"""A line → whether it addresses the page's user, rather than tells of what its words mean too.

扫码关注我们, 技术支持：云山网络公司, 微信扫一扫; but not 智能机器人亮相县图书馆
"""

from __future__ import annotations

import re
from functools import cache

from newsie.gazetteers import load_gazetteer
from newsie.triggers import compile_quick, one_of_words

_ASKED = re.compile(
    r"请|欢迎|点击|更多(?:精彩|内容|信息|新闻|资讯|详情|$)|[看解]更多|更精彩|关注|长按|[下上]方|右上角|点亮|戳|喜欢就|再走|手机上?(?:打开|查看|浏览)"
)
# What stands behind a word that is a label: 咨询电话：0555-, 零售价1.00元
_LABELLED = re.compile(r"\s*(?:[:：|｜]|\d{3}|\d\.)")
_NAMED = re.compile(r"\s+\S")  # 承办单位 云山县融媒体中心
_TELLS = re.compile(r"[开进入办建设推]|亮相|上线")  # of a headline as short as a button
_BETWEEN = re.compile(r"打印|返回|本页|窗口|顶部|[\W_]")  # of a row of buttons
_OPENS = 4  # characters before the first word of a prompt
_BESIDE = 3  # characters that such a button or label has besides


def is_prompt(text: str) -> bool:
    """Whether a line addresses the page's user, rather than tells of what such words mean too.

    扫码关注我们 is one; 我市推行扫码就医 and 市民可登录平台，在线办理。 are not.
    """
    if not _any_prompt().search(text):
        return False
    strong = {match.group(): match.start() for match in any_word("chrome").finditer(text)}
    told = {match.group(): match.start() for match in any_word("told").finditer(text)}
    weak = {match.group(): match.start() for match in any_word("prompt").finditer(text)}
    weak = {word: begin for word, begin in weak.items() if not any(word in w for w in told)}
    if not _BETWEEN.sub("", any_word("prompt").sub("", text)):
        return True
    asked = _ASKED.search(text) is not None
    several = len(strong) + len(weak) + len(told) > 1
    if text[-1] in "。；":
        return min(strong.values(), default=len(text)) <= _OPENS or (several and asked)
    if strong or len(weak) > 1 or (weak and asked):
        return True
    return _is_label(text, weak) or (bool(told) and (several or asked or _is_label(text, told)))


def _is_label(text: str, words: dict[str, int]) -> bool:
    """Whether a word that news tell of too is a label or button here (技术支持：, 无障碍阅读)."""
    longest = max(map(len, words), default=0)
    if longest and len(text) <= longest + _BESIDE and not _TELLS.search(text):
        return True
    ends = {begin + len(word): begin for word, begin in words.items()}
    return any(
        _LABELLED.match(text, end) or (begin <= _OPENS and _NAMED.match(text, end))
        for end, begin in ends.items()
    )


@cache
def furniture_words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in load_gazetteer("furniture") if row["class"] == kind)


def any_of(words: frozenset[str]) -> str:
    return one_of_words(sorted(words, key=lambda word: (-len(word), word)))


@cache
def any_word(kind: str) -> re.Pattern[str]:
    return compile_quick(any_of(furniture_words(kind)))


@cache
def _any_prompt() -> re.Pattern[str]:
    kinds = (furniture_words(kind) for kind in ("chrome", "prompt", "told"))
    return compile_quick(any_of(frozenset().union(*kinds)))
