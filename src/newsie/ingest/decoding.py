"""Bytes in, text out: which encoding a Chinese text is in.

Tried in this order: UTF-8 (with or without byte-order mark), UTF-16 by its mark, GB18030, Big5.
Nearly any bytes are *valid* GB18030 or Big5, so these two are believed only where the result reads
like Chinese. Newlines stay as they are.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from newsie.errors import InputError

# The commonest characters of Chinese news and their punctuation, in both scripts. A text of some
# length in the right encoding is full of them; one in a wrong encoding hardly has any.
_FREQUENT = frozenset(
    "，。、：；（）《》“”「」"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小现实加量都两体"
    "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新"
    "市区县镇村街道党委员月五六七八九百千万亿元长强建设展服务"
    "這為個國時來們會對發動過說產種後學經進著當點從業應開還無義樣與關區縣鎮黨員萬億長強設務"
)
_FREQUENT_SHARE = 0.15
_USUAL_SHARE = 0.85
_LIST_SHARE = 0.05
_SHORT = 100
_CONTROL_SHARE = 0.01
_SAMPLE = 100_000
_CONTROL = re.compile(r"[\0-\x08\x0e-\x19\x1b-\x1f]")  # but white space and the end of a file

# codec, the charset whose first level holds the usual characters, and that level's last lead byte
# (GB 2312: 3755 characters of rows 16-55; Big5: 5401 characters from A4 to C6).
_CHINESE = (("gb18030", "gb2312", 0xD7), ("cp950", "big5", 0xC6), ("big5hkscs", "big5", 0xC6))


def decode_text(data: bytes, source: str, encoding: str | None = None) -> str:
    """Decode a document: its byte-order mark gone, all else kept.

    Args:
        data: the whole document.
        source: its name, for messages.
        encoding: a codec's name, or None to find out.

    Raises:
        InputError: not text, or not in that encoding.
    """
    name = encoding or detect_encoding(data, source)
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except UnicodeError as error:
        where = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(source, f"not text in {name}{where}; give another --encoding") from error
    check_text(text, source)
    return text


def check_text(text: str, source: str) -> None:
    """Refuse what decodes but is no text.

    Raises:
        InputError: it has a NUL, or more than a few control characters.
    """
    if "\0" in text:
        raise InputError(source, "holds NUL characters: not a text, or in another --encoding")
    if _controls(text) > 2 + len(text[:_SAMPLE]) * _CONTROL_SHARE:
        raise InputError(source, "holds control characters: not a text")


def _controls(text: str) -> int:
    return len(_CONTROL.findall(text, 0, _SAMPLE))


def detect_encoding(data: bytes, source: str, *, cut: bool = False) -> str:
    """Find the codec that decodes data.

    Args:
        data: a document, or the beginning of a dump.
        source: its name, for messages.
        cut: data may end in the middle of a character.

    Raises:
        InputError: none of the encodings fits.
    """
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if _try_decode(data, "utf-8", cut) is not None:
        return "utf-8"
    for name, charset, last_lead in _CHINESE:
        text = _try_decode(data, name, cut)
        if text is not None and _reads_like_chinese(text, charset, last_lead):
            return name
    raise InputError(source, "not text in UTF-8, UTF-16, GB18030 or Big5; give --encoding")


def _try_decode(data: bytes, name: str, cut: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=not cut)
    except UnicodeDecodeError:
        return None


def _reads_like_chinese(text: str, charset: str, last_lead: int) -> bool:
    if _controls(text) > len(text) * _CONTROL_SHARE:
        return False
    counts = Counter(char for char in text[:_SAMPLE] if char > "\x7f")
    total = counts.total()
    frequent = sum(count for char, count in counts.items() if char in _FREQUENT)
    usual = sum(count for char, count in counts.items() if _is_usual(char, charset, last_lead))
    if frequent >= total * _FREQUENT_SHARE:
        return True
    # Headlines and lists of names: few of the commonest characters, but no rare ones.
    is_list = total < _SHORT or frequent >= total * _LIST_SHARE
    return is_list and usual >= total * _USUAL_SHARE


def _is_usual(char: str, charset: str, last_lead: int) -> bool:
    """Whether a character is punctuation or of the charset's first level."""
    try:
        lead = char.encode(charset)[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= lead <= 0xA3 or 0xA4 < lead <= last_lead
