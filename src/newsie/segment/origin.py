"""A line of an article → whose text it is, where it says so.

Forms that are read, with the value after the arrow:

- 来源：县融媒体中心　发布时间：2025-01-14 → 县融媒体中心
- 2022年11月02日08:16 | 来源：云山日报·地方频道 → 云山日报·地方频道
- 稿源：云山新闻网, 信息来源:柳湾发布, 来源于：东区办事处, 转自：云山教育网
- …勇夺第一。（来源：云山电视台　记者：高小满） → 云山电视台
"""

from __future__ import annotations

import re

from newsie.triggers import compile_quick

# 资金来源：… is no source of a text; 2024年6月3日来源：… is one.
_KEY = (
    r"(?:(?:信息|新闻|文章|稿件|内容|资料|本文|消息)来源于?"
    r"|(?<![\u4e00-\u9fff])来源于?|(?<=日)来源|稿源|转自|转载自|原载)\s*[:：|｜]\s*(?:\*\*\s*)?"
)
_NAME = r"[“《]?(?P<name>[^\s:：|｜，。；、<>（）()\[\]【】“”《》\"]{2,30}?)[”》]?"
# The next key, with or without a blank between: 来源：云山网作者：高小满.
_NEXT = (
    r"(?=$|[\s:：|｜，。；、<>（）()\[\]【】\"]"
    r"|(?:作者|记者|编辑|责任编辑|责编|发布|时间|日期|阅读|浏览|点击|字号|字体|审核|编审)[^\s:：]{0,4}[:：])"
)
_ORIGIN = compile_quick(_KEY + _NAME + _NEXT)
_NOTHING = re.compile(
    r"\d|(?:作者|记者|编辑|责任编辑|责编|发布|时间|日期|阅读|浏览|点击|字号|字体|审核|编审|打印|分享)(?:$|[:：]|时间|日期|量|数|次数)"
)


def read_origin(text: str) -> str | None:
    """The source that a line names, as it writes it; None where it names none.

    >>> read_origin("2025-01-14 来源：云山日报 作者：高小满")
    '云山日报'
    >>> read_origin("来源： 发布日期：2025-01-14")
    """
    if "源" not in text and "自" not in text and "载" not in text:  # one is in every key
        return None
    names = (found["name"] for found in _ORIGIN.finditer(text))
    return next((name for name in names if not _NOTHING.match(name)), None)
