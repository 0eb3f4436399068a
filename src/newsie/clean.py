"""An article's lines → its passage: canonical running text, and the way back to the source.

Kicker and title lines come first, then the body, a paragraph a line. Lines that a column break or
a hard wrap cut are healed, entities decoded, characters that nobody sees dropped, phone numbers
and chat ids and blanks inside Chinese too; letters, digits, punctuation and script are brought to
one form, one for one.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, pairwise

from newsie.article import Article, Document, Passage, Span
from newsie.characters import (
    BLANK,
    hides_characters,
    is_plain,
    map_characters,
    show_characters,
    simplify,
)
from newsie.contact import find_contacts

_BLANKS = re.compile(f"[{BLANK}]+")
_DIGIT_GROUP = re.compile(r"\d{3}(?!\d)")
_CLAUSE_END = re.compile(r"[，。；：、！？,;:!?()（）“”《》]")
# A decimal point that a conversion of the page took for a full stop: 产值113。6亿元.
_STOP = re.compile(r"[。．](?<=\d.)(?=\d{1,4}(?:[万亿]|[%％‰]|个百分点|平方|公里))")
_MARKS = ",;:?!()"
_MARK = re.compile(rf"[{_MARKS}]")
_WIDE = str.maketrans(_MARKS, "，；：？！（）")
_UNPAIRED = "\"'＂＇「」『』"
_QUOTE = re.compile(r"[\"'＂＇“”‘’「」『』]")
# Openings that cannot go on from the line above: bullets, numbering, labels, table rows.
_ITEM = re.compile(
    r"[^\w\s“‘「『《〈（(，、。；：！？）)”’」』》〉…—～%℃°′\"'·,.;:?!\[\]〔〕±+<>=&@$￥¥/~-]"
    r"|[①-⑳㈠-㈩⑴-⒇ⅠⅡⅢⅣⅤ]|-{2,}\s|[-*+#>]\s|——"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、．]|\d{1,2}\.(?!\d)"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|[【〔\[]|第[一二三四五六七八九十\d]{1,3}[章条项]"
    r"|图[①-⑳为：:]|[问答][：:]|[^，。；：！？、,;:]{2,30}名单(?:[（(][^）)]{1,16}[）)])?[：:]?$"
    # 优秀教师（3名）：: what heads a list of the honoured
    r"|[^，。；：！？、,;:（()\s]{2,18}(?:奖|奖[章状牌]|先锋号|集体|单位|个人|家庭|工作者|标兵|模范|能手|教师|学校|团队|党员|党组织)[：:]"
    r"|[^，。；：！？、,;:（()]{2,20}[（(]\d{1,4}[名个人家户件项篇所][）)](?:[：:]|$)"
)
_CLOSED = tuple("。！？!?…；;：:》】〕|")
_ENCLOSED = tuple('”’）)」』"')
_GOES_ON = tuple("，、。；：）》”’！？,;:)%")
_OPEN = tuple("，、,（(“‘《—")
_STICKY = tuple("在于的和与及等将被把是为并由了至")
_COUNTED = 1 << 16  # offsets that are counted once for all documents
_PROSE = 28  # characters; a shorter line without inner punctuation is a headline or an item
_ORPHAN = 2  # characters; what a column break pushes over from a list's item


@dataclass(slots=True)
class _Line:
    """One cleaned source line: what a reader sees, and the source offsets of each character."""

    shown: str
    starts: array[int]
    ends: array[int]


def clean_article(document: Document, article: Article) -> Passage:
    """Return the running text of an article in canonical form, with its way back to the source."""
    source = document.text
    headings = {*article.kicker, *article.title}
    body_start = article.body[0].start if article.body else article.end
    counted = article.end <= _COUNTED
    base = 0 if counted else article.start
    offsets = _first_offsets() if counted else array("I", range(base, article.end + 1))
    plain = is_plain(source)
    hidden = not plain and hides_characters(source[article.start : article.end])
    shown: list[str] = []
    starts, ends = array("I"), array("I")
    length = title_end = 0
    paragraph = ""  # the end of the paragraph so far, where a body line may go on from it
    last = article.start
    for span in sorted({*headings, *article.body}, key=lambda span: span.start):
        heading = span in headings
        line = _drop_contacts(_read_line(source, span, offsets, base, hidden))
        line = _drop_gaps(line, heading)
        if not line.shown:
            continue
        parted = last < line.starts[0]
        if length and parted and not _continues(paragraph, line.shown, source[last : span.start]):
            shown.append("\n")
            newline = max(last, source.find("\n", last, span.start))
            starts.append(newline)
            ends.append(newline + 1)
            length += 1
            paragraph = ""
        shown.append(line.shown)
        starts.extend(line.starts)
        ends.extend(line.ends)
        length += len(line.shown)
        paragraph = "" if heading else (paragraph + line.shown)[-4 * _PROSE :]
        if heading and span.start < body_start:
            title_end = length
        last = line.ends[-1]
    printed = "".join(shown)
    if plain:
        return Passage(_canonical(printed), printed, starts, ends, title_end)
    usual = map_characters(printed)
    simplified = simplify(printed, usual)
    script = None if simplified == printed else printed
    return Passage(_canonical(usual), simplified, starts, ends, title_end, script)


@cache
def _first_offsets() -> array[int]:
    return array("I", range(_COUNTED + 1))


def _read_line(source: str, span: Span, offsets: array[int], base: int, hidden: bool) -> _Line:
    raw = source[span.start : span.end]
    if hidden:
        return _Line(*show_characters(raw, span.start))
    first, after = span.start - base, span.end - base
    return _Line(raw, offsets[first:after], offsets[first + 1 : after + 1])


def _drop_contacts(line: _Line) -> _Line:
    """Drop phone numbers and chat ids, which belong to no record."""
    contacts = find_contacts(line.shown)
    if not contacts:
        return line
    kept = pairwise([0, *chain.from_iterable(contacts), len(line.shown)])
    shown: list[str] = []
    starts, ends = array("I"), array("I")
    for first, after in islice(kept, 0, None, 2):
        shown.append(line.shown[first:after])
        starts.extend(line.starts[first:after])
        ends.extend(line.ends[first:after])
    return _Line("".join(shown), starts, ends)


def _drop_gaps(line: _Line, heading: bool) -> _Line:
    """Drop the blanks of a line that part nothing; let one character stand for any other gap."""
    text = line.shown
    if text.split(maxsplit=1) == [text]:
        return line
    gaps = [match.span() for match in _BLANKS.finditer(text)]
    if not gaps:
        return line
    narrow = min(after - first for first, after in gaps)
    table = text.count("\t") >= 2
    listing = heading or not ("。" in text or "，" in text)
    words = [
        0,
        *(after for _, after in gaps),
    ]  # where what stands between two gaps starts
    sizes = [first - word for word, (first, _) in zip(words, gaps, strict=False)]
    sizes.append(len(text) - words[-1])
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    position = 0
    for order, (first, after) in enumerate(gaps):
        pieces.append(text[position:first])
        starts.extend(line.starts[position:first])
        ends.extend(line.ends[position:first])
        position = after
        if first == 0 or after == len(text):
            continue
        tab = "\t" in text[first:after]
        around = sizes[max(0, order - 1) : order + 1], sizes[order + 1 : order + 3]
        if (table and tab) or _parts_words(text, first, after, around, listing, narrow):
            pieces.append("\t" if tab else " ")
            starts.append(line.starts[first])
            ends.append(line.ends[after - 1])
    pieces.append(text[position:])
    starts.extend(line.starts[position:])
    ends.extend(line.ends[position:])
    return _Line("".join(pieces), starts, ends)


def _parts_words(
    text: str,
    first: int,
    after: int,
    sizes: tuple[list[int], list[int]],
    listing: bool,
    narrow: int,
) -> bool:
    """Whether a gap parts two words, or two items of a list, rather than the inside of one.

    Args:
        text: the line.
        first: where the gap starts.
        after: where it ends.
        sizes: how long the two words before it and the two after it are.
        listing: whether the line is a heading or a list, where blanks stand for punctuation.
        narrow: the width of the narrowest gap of the line.
    """
    left, right = text[first - 1], text[after]
    if left.isascii() and right.isascii():
        if left.isdecimal() and right.isdecimal():
            return after - first > narrow or not _DIGIT_GROUP.match(text, after)
        return left.isalnum() and right.isalnum()
    if not (left.isalnum() or left in "）)”》") or not (right.isalnum() or right in "“《"):
        return False
    before, behind = sizes
    latin = left.isascii() or right.isascii()
    if not latin and (before[-1] == 1 or behind[0] == 1):  # part of a short name that is spread out
        if not listing or (before[-1] == 1 and behind[0] == 1):
            return listing and after - first > narrow
        ended = before[-1] > 1 or before == [1, 1]
        begins = behind[0] > 1 or behind == [1, 1]
        return (ended and begins) or after - first > narrow
    if listing:
        return not latin or after - first > 1
    return not latin and len(_BLANKS.findall(_clause(text, first, after))) > 1


def _clause(text: str, before: int, after: int) -> str:
    """What stands between the punctuation marks on either side of a gap, as far as it is near."""
    head = _CLAUSE_END.split(text[max(0, before - 40) : before])[-1]
    return head + text[before:after] + _CLAUSE_END.split(text[after : after + 40])[0]


def _continues(before: str, line: str, gap: str) -> bool:
    """Whether a body line goes on from the one before: a column break or a hard wrap cut it.

    Args:
        before: the end of the paragraph so far; empty where none may go on.
        line: the next line.
        gap: the source between them.
    """
    if not before:
        return False
    if line.startswith(_GOES_ON):
        return True
    if before.endswith(_CLOSED) or _ITEM.match(line):
        return False
    if before.endswith(_OPEN):
        return True
    if before.endswith(_ENCLOSED) and not line.startswith(_STICKY):
        return False
    if len(line) <= _ORPHAN and gap.count("\n") > 1:
        return True
    indent = len(gap) - len(gap.rstrip(" \t\xa0\u3000"))
    if indent >= 2 or (indent and gap.count("\n") > 1):
        return False
    wrapped = gap.count("\n") == 1
    if wrapped and line.startswith(_STICKY):
        return True
    if _ITEM.match(before) or not _CLAUSE_END.search(before):
        return False
    return len(before) >= _PROSE or (wrapped and "。" in before)


def _canonical(text: str) -> str:
    """Bring the punctuation of a text to one form, one character for one."""
    if any(map(text.__contains__, _MARKS)):
        text = _MARK.sub(_widen, text)
    if _STOP.search(text):
        text = _STOP.sub(".", text)
    if any(map(text.__contains__, _UNPAIRED)):  # curly quotes stay as they are
        text = "\n".join(_pair_quotes(paragraph) for paragraph in text.split("\n"))
    return text


def _widen(match: re.Match[str]) -> str:
    """The full-width form of an ASCII mark, unless it stands inside a number or Latin text."""
    mark, text, position = match.group(), match.string, match.start()
    if mark in "()":
        return mark.translate(_WIDE)
    left = text[position - 1] if position else "\n"
    right = text[position + 1] if position + 1 < len(text) else "\n"
    if left.isascii() and left.isdecimal() and right.isdecimal():
        if mark == ":" or (mark == "," and _DIGIT_GROUP.match(text, position + 1)):
            return mark
    elif (
        left.isascii() and left.isalnum() and right.isascii() and (right.isalnum() or right in " /")
    ):
        return mark
    return mark.translate(_WIDE)


def _pair_quotes(paragraph: str) -> str:
    """Turn straight and corner quotes into curly ones, opening and closing by turns."""
    pieces: list[str] = []
    position = 0
    opened = ""  # the outer quote that is open
    single = False
    for match in _QUOTE.finditer(paragraph):
        quote, place = match.group(), match.start()
        if quote in "'＇’" and _inside_latin(paragraph, place):
            continue
        outer = quote in '“”「」"＂' or (quote in "『』" and opened in ("", "『"))
        if outer:
            opening = quote in "“「『" or (quote in '"＂' and not opened)
            opened = quote if opening else ""
            curly = "“" if opening else "”"
        else:
            single = quote in "‘『" or (quote in "'＇" and not single)
            curly = "‘" if single else "’"
        pieces += (paragraph[position:place], curly)
        position = place + 1
    pieces.append(paragraph[position:])
    return "".join(pieces)


def _inside_latin(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return len(around) == 2 and around.isascii() and around.isalnum()
