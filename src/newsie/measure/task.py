"""The words of a clause below a heading of plans in, the tasks that it sets out.

A task starts with a verb of something that can be done and over; what only goes on (加强 推进
坚持 深化) is no task without a number.

Surface forms::

    建成区中医医院南院区     启动二期工程     尽快启动滨河四期
    建成小学天桥、安装滨河大道路灯        two tasks
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsie.article import Span

_VERB = (
    r"(?>新?建成|新建|改扩建|改建|扩建|续建|开建|重建|迁建|建设|启动|开工|完成|竣工|投用|启用|开通|打通"
    r"|贯通|通车|安装|增设|加装|升压改造|升级改造|改造|设立|成立|组建|创建|争创|创成|引进|引入|出台|编制"
    r"|制定|推出|举办|承办|开办|拆除|拓宽|铺设|搬迁|整治|修缮|修建|配齐|配备|全面消除|消除|兑现|实施|实现|取消|落地(?!生根|见效)|硬化|亮化|加固|疏浚|翻新|更换|购置|布局)"
    r"(?!了|率|后|的|以来|情况)"
)
_NUMBERED = (
    r"\s*(?:[一二三四五六七八九十]+是|\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳■●▲◆]"
    r"|第[一二三四五六七八九十]+[，、])?"
)
_WHEN = r"(?:年内|年底前|上半年|下半年|全年|今年|明年|[一二三四]季度|\d{1,2}月底?前?)?"
_HOW = (
    r"(?>尽快|全面|力争|确保|基本|如期|按期|抓紧|加快|新|再|并|要|将|适时|全部|高标准|高质量"
    r"|同步){0,3}"
)
_OPENING = re.compile(rf"{_NUMBERED}{_WHEN}{_HOW}{_VERB}")
_TASK = re.compile(rf"{_NUMBERED}(?P<task>{_WHEN}{_HOW}{_VERB}[^。；]{{3,44}})$")
# What is to be there: 县人民医院新院区投入使用.
_OPENED = re.compile(
    rf"{_NUMBERED}(?P<task>(?![^，。；]*(?:已|正在|[成工用付]了))[^。；，]{{4,28}}"
    r"(?:投入(?:使用|运营)|(?:建成|正式)?投用|(?:全线|建成)?通车|(?:主体)?封顶|(?:建成|竣工)投产|开工建设|试运营|全面完工|全部完成))$"
)
# One task behind another: 建成小学天桥、安装滨河大道路灯.
_NEXT = re.compile(rf"、(?={_HOW}{_VERB}[^、]{{4}})")
_SHORTEST = 6


def opens_task(text: str) -> bool:
    """Whether a clause goes on with a bare verb of a task."""
    return _OPENING.match(text) is not None


def find_tasks(text: str, start: int, end: int) -> Iterator[Span]:
    """The tasks of a clause, in reading order.

    Args:
        text: the passage's text; `start`, `end`: of the clause.
    """
    found = _TASK.match(text[start:end]) or _OPENED.match(text[start:end])
    if found is None:
        return
    first, last = start + found.start("task"), start + found.end("task")
    for joint in _NEXT.finditer(text, first, last):
        if joint.start() - first >= _SHORTEST:
            yield Span(first, joint.start())
            first = joint.end()
    yield Span(first, last)
