"""A time that tells no day → the month in which something was held of late (近日, 日前)."""

from __future__ import annotations

import re

from newsie.values import TimeValue

_LATELY = re.compile(r"近[日期]|日前|最近|近来|连日来|近段时间|近几[日天]")
_MONTH = 7  # characters of a month


def is_late(time: TimeValue) -> bool:
    """Whether a time only says that something was of late."""
    return _LATELY.fullmatch(time.text) is not None


def late_date(time: TimeValue, published: str | None) -> str | None:
    """The day or month of a time; of 近日 the month in which it was told."""
    if time.date is None and published and len(published) >= _MONTH and is_late(time):
        return published[:_MONTH]
    return time.date
