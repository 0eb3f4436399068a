"""Text in, where phone and identity numbers, chat ids, mail and home addresses stand in it out.

They belong to no record's own fields: running text and headlines are read without them.

Taken:
    13900000000  139 0000 0000  139-0000-0000
    021-00000000  （0512）00000000
    400-000-0000  8000000000
    微信号：newsie_2025  QQ群：123456789  QQ 123456789
    news@example.com
    310114196001011234
    家住和平路12号3栋401室
Left alone, as amounts:
    13900000000元  40012345678
"""

from __future__ import annotations

import re

_CONTACT = re.compile(
    r"""
    (?<!\d)(?:
        [1１]\d{2}[-－ ]?\d{4}[-－ ]?\d{4}
      | [0０]\d{2,3}[-－—–)） ]{0,2}\d{7,8}
      | [48４８][0０]{2}(?:[-－ ]?\d){7}
    )(?![\d.．%％万亿元余多])
    | (?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxＸｘ](?!\d)
    | (?:(?<=[家现]住)|(?<=住址[：:]))
      (?:[^，。；、\s\d]{0,16}\d{1,4}(?:号楼?|弄|栋|幢|单元|楼|室|户)){1,5}
    | (?<![A-Za-z])(?:微信号|(?:QQ|qq)[号群]?)[：: ]{0,3}
      (?:[A-Za-z][A-Za-z0-9_-]{4,40}|\d{5,11}(?![\d万亿个名人户家次条余多]))
    | (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}
    """,
    re.VERBOSE,
)
# Six digits, parted or not: fewer hold no number to call, and years have four.
_SIGN = re.compile(r"[1１0０48４８]\d\d[-－—–)） ]{0,2}\d[-－—–)） ]{0,2}\d[-－—–)） ]{0,2}\d")
_SIGNS = ("@", "QQ", "qq", "微信号", "家住", "现住", "住址")


def find_contacts(text: str) -> list[tuple[int, int]]:
    """Where contact numbers and ids stand in a text, half-open.

    >>> find_contacts("热线139-0000-0000，产值13900000000元")
    [(2, 15)]
    """
    return [match.span() for match in _CONTACT.finditer(text)] if _may_hold(text) else []


def drop_contacts(text: str) -> str:
    """The text without contact numbers and ids.

    >>> drop_contacts("报名电话：021-00000000（微信号：newsie_2025）")
    '报名电话：（）'
    """
    return _CONTACT.sub("", text) if _may_hold(text) else text


def _may_hold(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS)) or _SIGN.search(text) is not None
