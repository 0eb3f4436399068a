"""A line → whether it is the head of a newspaper's page: 嘉定报　2025年2月11日　星期二　第2版."""

from __future__ import annotations

import re

_FEATURES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}",
        r"星期[一二三四五六日天]|周[一二三四五六日]\b",
        r"(?:第\s*[\dA-D一二三四五六七八九十]{1,3}|[A-D]?\d{1,2})\s*版|\b[A-D]\d{1,2}\b|第\s*\d{1,3}\s*页"
        r"|版(?=\s|$)|(?:^|\s)0\d(?=\s)|版次\s*[:：]",
        r"(?:总)?第?\s*[\d一二三四五六七八九十〇零百千]{2,6}\s*期",
        r"农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|[正腊冬一二三四五六七八九十]月[初十廿]",
        r"责编|责任编辑|版式|美编|值班编辑|编辑[:：/]|校对|组版",
        r"(?:日|晚|早|周|时|导|商|新|市|县|区|州|城|乡|学|工|青年)报(?:$|[\s·《》])|周[刊讯报]|快讯|新报|新闻(?:$|\s)"
        r"|(?<!\S)\S{2,6}[报刊](?=\s|$)",
        r"(?:热线|电话|传真|邮箱|网址|邮编)\s*[:：]",
        r"《\w{2,8}》(?:$|\s|·)|导读|要闻版|国内统一|准印证",
    )
)
# What only the head of a newspaper says: 国内统一刊号：CN11-0001
_IMPRINT = re.compile(
    r"国内统一(?:连续出版物号|刊号)|CN\s?\d{2}\s?[-—–]\s?\d{4}|邮发代号|准印证号?[:：]"
    r"|内部资料|免费(?:交流|赠阅)|^[^\s由、与和共]{4,18}(?:主办|主管|编印)(?=[\s\u3000]|$)"
)
_ISSUE_SIGN = re.compile(r"[\d星周版期]")  # one of these is in the first four of them
_PAGE_NAME = re.compile(
    r"(?:第\s*[A-Z]{0,2}[\d一二三四五六七八九十]{1,3}\s*版|[A-Z]{0,2}\d{1,2}\s*版)\s*[:：\s·]\s*\S{1,8}$"
    r"|\d{3,5}版\s*[:：]\s*\S{1,8}(?:\s\S{1,8})?$"
)  # 第02版:要闻
_PAGE_STAFF = re.compile(r"(?:版式|组版|排版|版面设计)[\s:：/|｜]")
_TOLD_BY = re.compile(r"记者|通讯员|文字|供稿|作者|摄影|审核|审签|来源")
# Who edited a page of a site (2020-10-09 新闻 编辑: admin), which has no page number or issue.
_EDITOR = re.compile(r"(?:19|20)\d\d-\d{1,2}-\d{1,2}.*编辑\s*[:：]")
_PRINT = re.compile(r"[版报刊期]|星期|周[一二三四五六日]")
_PUT_UP = re.compile(r"(?:发表|更新|添加|录入)(?:日期|时间)|出处\s*[:：]|字[体号]\s*[:：]")
_CLOCK = re.compile(r"\d:[0-5]\d(?!\d)")  # when a page was put up; no newspaper tells its hour
# What the pages of printed newspapers are called: 今日云山-数字报|今日云山-电子版
_EDITION = re.compile(r"\S{2,12}\s?(?:数字报|电子版|电子报|数字版)纸?(?:\s*[|｜]\s*\S{2,16})?$")


def is_masthead(text: str) -> bool:
    """Whether a line says which newspaper, day and page this is (云山报　第02版：要闻)."""
    if _PAGE_NAME.match(text):
        return True
    if "，" in text or "。" in text or text[0] in "（(":
        return False
    if (_PAGE_STAFF.search(text) and not _TOLD_BY.search(text)) or _IMPRINT.search(text):
        return True
    if _EDITOR.search(text) and not _PRINT.search(text):
        return False
    if (
        "来源" in text
        or "发布" in text
        or _PUT_UP.search(text)
        or not _ISSUE_SIGN.search(text)
        or _CLOCK.search(text)
    ):
        return False
    features = sum(pattern.search(text) is not None for pattern in _FEATURES[:4])
    if features == 1:
        features += any(pattern.search(text) is not None for pattern in _FEATURES[4:])
    return features >= 2


def is_edition(text: str) -> bool:
    """Whether a line is what a newspaper's printed pages are called (云山日报 数字报)."""
    return _EDITION.match(text) is not None
