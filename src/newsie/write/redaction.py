"""Text in, the same text with numbers to call and homes masked, character for character."""

from __future__ import annotations

import re

_CONTACT = re.compile(
    r"""
    (?<!\d)(?:
        [1１][3-9３-９]\d[-\s]?\d{4}[-\s]?\d{4}            # 手机 139 1234 5678
      | [0０]\d{2,3}[-－—–)）\s]{0,2}\d{7,8}                # 固话 021-12345678
      | [48４８][0０]{2}[-－—–\s]?\d{3,4}[-－—–\s]?\d{3,4}  # 400 热线
      | \d{17}[\dXxＸｘ]                                    # 身份证号
    )(?![\d.．%％万亿元余多])
    | (?P<line>电话|热线|传真|手机|座机|咨询|QQ群?|qq|微信群?号?|微博)
      [^\w\n]{0,4}\d[\d\-－—–、/\s]{3,}\d
    | (?P<chat>微信号?|微博|QQ|qq)[：:\s]{0,3}[A-Za-z][\w-]{4,}
    | (?P<home>[家现]住|住址[：:])
      (?:[^，。；、\s\d]{0,16}\d{1,4}(?:号楼?|弄|栋|幢|单元|楼|室|户)){1,5}
    | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
    """,
    re.VERBOSE,
)
_DIGIT_OR_LETTER = re.compile(r"[\dA-Za-zＸｘ]")


def redact_text(text: str) -> str:
    """Mask phone and identity numbers, chat ids, mail and home addresses.

    >>> redact_text("联系电话：021-12345678，产值3200000元")
    '联系电话：***-********，产值3200000元'
    >>> redact_text("家住和平路12号3栋401室的高小满")
    '家住************的高小满'
    """
    return _CONTACT.sub(_mask, text)


def _mask(contact: re.Match[str]) -> str:
    if label := contact["home"]:
        return label + "*" * (len(contact.group()) - len(label))
    label = contact["line"] or contact["chat"] or ""
    return label + _DIGIT_OR_LETTER.sub("*", contact.group()[len(label) :])
