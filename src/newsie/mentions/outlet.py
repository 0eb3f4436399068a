"""A document and its articles in, the words out that say whose papers, sites and stations tell it.

They stand in datelines, in the line under a headline, in a story's last line, and in short lines
above it, of which nothing is in any article's text:

    江津日报讯
    来源：云县融媒体中心
    （以上图文部分转自衢江发布）
    吉林市融媒体中心
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsie.article import Article
from newsie.triggers import compile_quick

# Whose page it is, in the line under a headline.
_ORGAN = re.compile(
    r"(?:来源|稿源|发布单位|发布机构|供稿单位?)[:：][ \u3000]{0,3}"
    r"([\u4e00-\u9fff]{2,20}(?:政府|[县区市]委|办公室|办事处|局|委员会|宣传部|人大|政协))(?![\u4e00-\u9fff])"
)
_MEDIUM = (
    r"(?:[报网台]|新闻|发布|融媒|融媒体|融媒体中心|"
    r"传媒中心|新闻中心|客户端|广播电视台|观察|宣传|工会)"
)
# How accounts are named after their county: 美丽红桥, 缘在商城.
_PRAISED = (
    r"(?:今日|美丽|魅力|幸福|活力|最爱?|爱|平安|文明|清廉|健康|智慧|云上|掌上|无线|大美|秀美|印象|生态|诗画|锦绣|和美"
    r"|走进|你好|话说|直播|看见|发现|新|微|看|观|i|e|这里是|缘在|我的?|在)"
)
_NAMED = compile_quick(
    rf"(?:来源|稿源|转自|来自|据)[:：《“\"]?[ \u3000]{{0,3}}([\u4e00-\u9fff]{{2,12}}?{_MEDIUM})"
    r"|(?:来源|稿源)[:：][ \u3000]{0,3}"
    rf"({_PRAISED}[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{2,4}}(?:通|在线|融媒))"
)
_ORGAN_SIGNS = ("来源", "稿源", "发布单位", "发布机构", "供稿单")
# Whose reporter wrote a story: 九江日报记者 高小满.
_REPORTER = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|晨报|融媒体?|电视台|新闻网|融媒体中心))"
    r"(?:全媒体|融媒体|首席|见习|实习)*(?:记者|通讯员)"
)
_NAMED_SIGN = re.compile(r"来源|稿源|转自|来自|据")
# Who of what office sent the story in, at its end: （旺苍县统计局 彭军）
_SENT = re.compile(
    r"[（(](?:(?:供稿|作者|通讯员|文|图文|文图|撰稿)[:：\s]?)?"
    r"([\u4e00-\u9fff]{2,8}[县区市旗州](?:[\u4e00-\u9fff]{1,10}"
    r"(?:局|办|办公室|委员?会?|宣传部|组织部|统战部|报道组|中心|电视台|工会|妇联|院|法院|公司)|委))"
    r"[\s\u3000]{1,2}[\u4e00-\u9fff]{2,4}(?:[\s\u3000、]{1,2}[\u4e00-\u9fff]{2,4}){0,2}[）)]"
)

# A WeChat page's account behind its day: 2017-11-21 缘在商城; or who put a page up:
# 作者：定远先锋网管理员.
_ACCOUNT = compile_quick(
    rf"(?m)^\s*(?:原创\s+)?20\d\d[-年.]\d{{1,2}}[-月.]\d{{1,2}}日?\s+"
    rf"({_PRAISED}?[\u4e00-\u9fff]{{2,10}})\s*$"
    r"|作者[:：]\s*([\u4e00-\u9fff]{2,10}(?:网|融媒|报))管理员"
)
# A line that is nothing but an outlet's name, or names its page: A1:清徐要闻.
_LINE = re.compile(
    r"(?m)^[ \u3000]{0,8}(?:[A-Z]?\d{1,2}[:：])?([\u4e00-\u9fff·]{2,12}"
    r"(?:报|网|电视台|融媒体中心|融媒|发布|新闻中心|传媒中心))[ \u3000]{0,4}$"
)

# A page's head, with the day or the number of the page: 2016年02月03日 青河日报 第01版 要闻.
_HEAD = re.compile(
    r"(?m)^(?=.{0,60}(?:\d版|\d日)).{0,40}?(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,8}报)"
    r"(?=[ \u3000]|$)"
)


def text_outside(text: str, articles: Sequence[Article]) -> str:
    """What a document holds outside its articles: mastheads, navigation, footers."""
    pieces, position = [], 0
    for article in sorted(articles, key=lambda article: article.start):
        pieces.append(text[position : max(position, article.start)])
        position = max(position, article.end)
    return "\n".join([*pieces, text[position:]])


def find_outlets(text: str, articles: Sequence[Article]) -> list[str]:
    """What datelines, source lines and lines of their own name: outlets, and organs with sites."""
    named = [article.dateline for article in articles if article.dateline]
    named += _LINE.findall(text)
    if "记者" in text or "通讯员" in text:
        named += _REPORTER.findall(text)
    if "报" in text:
        named += _HEAD.findall(text)
    if any(map(text.__contains__, _ORGAN_SIGNS)):
        named += _ORGAN.findall(text)
    if "（" in text or "(" in text:
        named += _SENT.findall(text)
    named += [found[1] or found[2] for found in _ACCOUNT.finditer(text)]
    named += _in_sources(text)
    return list(dict.fromkeys(named))


def _in_sources(text: str) -> Iterator[str]:
    if _NAMED_SIGN.search(text):
        for found in _NAMED.finditer(text):
            yield found[1] or found[2]
