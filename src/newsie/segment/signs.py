"""A line → whether it is a sign that tells nothing, or the label of a list of other stories.

------分隔线------
(相关资料图)
日新闻排行榜
"""

from __future__ import annotations

import re

EDGE = '>＞»—-–=*▼▲▽△↓↑◆■●★☆✨🔥👇👆►▶◀◄➤➜━─═┃|│《》〈〉“”"【】[]〔〕（）()：:·. \t\u3000\xa0'
_WORD = re.compile(r"\w")
_RULES = ("END", "end", "The End", "完", "分隔线", "分割线", "详细", "全文", "阅读全文", "查看全文")
# What stands where a picture was: (相关资料图)
_PLACEHOLDER = re.compile(
    r"(?:相关|网络)?(?:资料|示意|配)图片?(?:仅供参考)?|图片?(?:源|源于|来源于?|来自)网络"
)
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff])[A-Za-z ]{4,20}$")  # 相关文章Related
# A label of a list, without or with a counter: 热门分享, 日新闻排行榜, 123热点推荐
_LISTING = r"(?:随机|热门|热评|热点|最新|推荐|相关|精选|[日周月])"
_LISTED = r"(?:文章|新闻|资讯|信息|报道|稿件|文档|图文|视频|标签|阅读|内容|推荐|分享)"
_RANKED = re.compile(
    rf"(?:\d{{1,3}}(?:小时|天)?)?(?:{_LISTING}(?:{_LISTED}(?:推荐|排行榜?)?|排行榜?)|{_LISTED}排行榜?)"
    r"|最新[\u4e00-\u9fff]{2,4}推荐"
)
# What a newspaper's first page calls the list of the others': 一版导读, 今日要目
_CONTENTS = re.compile(
    r"(?:[今本][日期版]|[一头]版|封面|版面|新闻|内容)(?:导读|导航|要目|看点|提要|速览)"
)
_RECALLED = ("推荐", "精彩", "回顾")  # what a label of stories of other days ends with
_PHRASE = 4  # characters of what another story has in common with it
_LABEL = 6  # characters of such a label
_SPREAD = 8  # characters of one whose characters are spread out


def is_sign(text: str) -> bool:
    """Whether a line tells nothing: a rule, a cell without text, (相关资料图) for a picture."""
    bare = text.strip(EDGE)
    return bare in _RULES or not _WORD.search(bare) or _PLACEHOLDER.fullmatch(bare) is not None


def is_list_label(bare: str) -> bool:
    """Whether words are the label of a list of other stories (热门分享, 往期精彩)."""
    recalled = bare[-2:] in _RECALLED and len(bare) <= _LABEL
    recalled = recalled or _CONTENTS.fullmatch(bare) is not None
    return recalled or _RANKED.fullmatch(bare) is not None


def plain_label(bare: str) -> str:
    """A label without its blanks, and what it says again in English (导 读, 相关文章Related)."""
    tight = "".join(bare.split()) if len(bare) <= _SPREAD else bare
    return _ENGLISH.sub("", tight) or tight


def has_common_phrase(text: str, story: str) -> bool:
    """Whether a line says a few characters in a row that a story says too."""
    said = "".join(text.split())
    return any(said[i : i + _PHRASE] in story for i in range(len(said) - _PHRASE + 1))
