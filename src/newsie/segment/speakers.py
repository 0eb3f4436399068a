"""A line beside a title → whether it says who gave the text, when and where, not what it is.

县财政局局长 何 田
——2019年3月2日在云山县第十六届人民代表大会第四次会议上
讲述人：县医院护士 林晓
"""

from __future__ import annotations

import re
from functools import cache

from newsie.gazetteers import load_gazetteer

# When and where a text was given: 2019年3月2日在云山县第十六届人民代表大会第四次会议上
GIVEN = r"[（(]?(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日[^，。]{0,4}在[^。]{4,60}[会议式]上[）)]?$"
_REPORTED = re.compile(rf"[—–―-]{{0,2}}\s?{GIVEN}")
# What is given: 关于2021年财政预算执行情况的报告
_TEXT = re.compile(r"(?:报告|讲话|发言|致辞|意见|说明|草案[）)]?)$")
# Who gives it: 县财政局局长 何 田, 副区长（提名人选） 周晓
_HOLDER = (
    r"\S{0,24}(?:长|主任|书记|主席|院长|代表|委员)(?:[（(][^（）()]{2,8}[）)])?[\s\u3000]+"
    r"[\u4e00-\u9fff](?:[\s\u3000]*[\u4e00-\u9fff·]){1,4}"
)
_SPEAKER = re.compile(rf"{_HOLDER}$|{_HOLDER}[\s\u3000、]+{_HOLDER}$")
# The same with nothing between post and name: 云山县财政局局长林晓
_GIVER = re.compile(
    r"[\u4e00-\u9fff（）()、]{0,24}(?:[省市县区镇乡局厅院处科校]长|主任|书记|主席|检察长)"
    r"(?P<name>[\u4e00-\u9fff]{2,3})$"
)
# Who speaks in a conversation, where and when: 讲述人：县医院护士 林晓
_SETTING = re.compile(
    r"(?:讲述人?|口述人?|主讲人?|受访者|采访对象|嘉宾|对话人|主持人|时间|地点)[:：]"
)


def is_reported(text: str) -> bool:
    """Whether a line says when and where a report was given, without what it was."""
    return _REPORTED.match(text) is not None


def is_given(text: str) -> bool:
    """Whether a title is of what somebody gives (政府工作报告, 在全县教育工作会议上的讲话)."""
    return _TEXT.search(text) is not None


def is_speaker(text: str) -> bool:
    """Whether a line below a title names who gives the report (县财政局局长 何 田)."""
    return _SPEAKER.match(text) is not None


def is_giver(text: str) -> bool:
    """Whether a line beside a report's title does so without a blank (县财政局局长何田)."""
    match = _GIVER.match(text)
    return match is not None and match["name"][0] in surnames()


def is_setting(text: str) -> bool:
    """Whether a line below a title says who speaks in a conversation, when or where."""
    return _SETTING.match(text) is not None


@cache
def surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in load_gazetteer("surname"))
