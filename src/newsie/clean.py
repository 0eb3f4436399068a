"""An article's lines → its passage: canonical running text, and the way back to the source.

Kicker and title lines come first, then the body, a paragraph a line. Lines that a column break or
a hard wrap cut are healed, entities decoded, characters that nobody sees dropped, blanks inside
Chinese dropped; letters, digits, punctuation and script are brought to one form, one for one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache
from html.entities import html5

from newsie.article import Article, Document, Passage, Span
from newsie.gazetteers import load_gazetteer

_BLANK = "\t\n\v\f\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff\ud800-\udfff"
)
_BLANKS = re.compile(f"[{_BLANK}]+")
_UNSEENS = re.compile(f"[{_UNSEEN}]+")
# What does not stand for itself: entities, blanks, unseen characters.
_SPECIAL = re.compile(
    rf"&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}}[0-9]{{0,2}});"
    rf"|[{_BLANK}]+|[{_UNSEEN}]+"
)
_DIGIT_GROUP = re.compile(r"\d{3}(?!\d)")
_WORD = re.compile(r"\w")
_ASCII_MARK = re.compile(r"[,;:?!()]")
_WIDE_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_STRAIGHT = re.compile(r"[\"'＂＇“”‘’「」『』]")
_LISTS = re.compile(
    r"[✅☑✔●■◆★▲▶►◎○□◇※•·◉❖➤\-—*|｜①-⑳㈠-㈩⑴-⒇]"
    r"|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.、．](?!\d)"
    r"|【|第[一二三四五六七八九十\d]{1,3}[章条项]"
)
_ODD = "｡､･•‧・∙⋅﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪﹣−‐‑ꞏ„‟〝〞"
_USUAL = "。、······，、.；：？！（）%----·““““"
_CLOSED = tuple("。！？!?…；;：:》】")
_MIDDLE = tuple("，,、；;：:。！？）)”’》】%％")
_PROSE = (
    30  # characters; a shorter line without a comma is an item of a list or a headline
)


@dataclass(slots=True)
class _Line:
    """One cleaned source line: the characters as printed, and where each stands."""

    printed: str
    starts: array[int]
    ends: array[int]

    def without(self, dropped: list[int]) -> _Line:
        """The same line without the characters at these positions, ascending."""
        kept: list[str] = []
        starts, ends = array("I"), array("I")
        first = 0
        for position in [*dropped, len(self.printed)]:
            kept.append(self.printed[first:position])
            starts.extend(self.starts[first:position])
            ends.extend(self.ends[first:position])
            first = position + 1
        return _Line("".join(kept), starts, ends)


def clean_article(document: Document, article: Article) -> Passage:
    """Return the running text of an article in canonical form, with its way back to the source."""
    source = document.text
    offsets = array("I", range(article.start, article.end + 1))
    printed: list[str] = []
    starts, ends = array("I"), array("I")
    length = title_end = 0
    headings = [*article.kicker, *article.title]
    spans = sorted({*headings, *article.body}, key=lambda span: span.start)
    before: _Line | None = None
    last: Span | None = None
    for span in spans:
        line = _clean_line(
            source, span, offsets, article.start, bool(headings and span in headings)
        )
        if not line.printed:
            continue
        if before is not None and last is not None:
            inside_body = last not in headings and span not in headings
            gap = source[last.end : span.start]
            if not (inside_body and _continues(before.printed, line.printed, gap)):
                printed.append("\n")
                starts.append(last.end)
                ends.append(last.end + 1)
                length += 1
        printed.append(line.printed)
        starts.extend(line.starts)
        ends.extend(line.ends)
        length += len(line.printed)
        if span in headings and span.start < (
            article.body[0].start if article.body else span.end
        ):
            title_end = length
        before, last = line, span
    whole = "".join(printed)
    return Passage(_canonical(whole), whole, starts, ends, title_end)


def _clean_line(
    source: str, span: Span, offsets: array[int], base: int, heading: bool
) -> _Line:
    """Decode and drop what does not stand for itself in one source line."""
    raw = source[span.start : span.end]
    if not _SPECIAL.search(raw):
        first, after = span.start - base, span.end - base
        return _Line(raw, offsets[first:after], offsets[first + 1 : after + 1])
    printed: list[str] = []
    starts, ends = array("I"), array("I")
    position = 0
    gap: tuple[int, int, bool] | None = (
        None  # an open run of blanks: its bounds, a tab in it
    )
    length = 0
    gaps: list[int] = []
    for match in _SPECIAL.finditer(raw):
        special = match.group()
        decoded = _decoded(special)
        if decoded is None:
            continue
        if match.start() > position:
            if gap and length:
                gaps.append(length)
                printed.append("\t" if gap[2] else " ")
                starts.append(gap[0])
                ends.append(gap[1])
                length += 1
            gap = None
            first, after = (
                span.start - base + position,
                span.start - base + match.start(),
            )
            printed.append(raw[position : match.start()])
            starts.extend(offsets[first:after])
            ends.extend(offsets[first + 1 : after + 1])
            length += match.start() - position
        position = match.end()
        if not decoded or _UNSEENS.fullmatch(decoded):
            continue
        begin, end = span.start + match.start(), span.start + match.end()
        if _BLANKS.fullmatch(decoded):
            gap = (
                gap[0] if gap else begin,
                end,
                "\t" in decoded or bool(gap and gap[2]),
            )
            continue
        if gap and length:
            gaps.append(length)
            printed.append("\t" if gap[2] else " ")
            starts.append(gap[0])
            ends.append(gap[1])
            length += 1
        gap = None
        printed.append(decoded)
        starts.append(begin)
        ends.append(end)
        length += 1
    if position < len(raw):
        if gap and length:
            gaps.append(length)
            printed.append("\t" if gap[2] else " ")
            starts.append(gap[0])
            ends.append(gap[1])
        first, after = span.start - base + position, span.end - base
        printed.append(raw[position:])
        starts.extend(offsets[first:after])
        ends.extend(offsets[first + 1 : after + 1])
    line = _Line("".join(printed), starts, ends)
    dropped = _needless_gaps(line.printed, gaps, heading)
    return line.without(dropped) if dropped else line


def _decoded(special: str) -> str | None:
    """The character that an entity stands for; None where it is no entity of one character."""
    if special[0] != "&":
        return special
    if special[1] == "#":
        hexadecimal = special[2] in "xX"
        code = int(
            special[3:-1] if hexadecimal else special[2:-1], 16 if hexadecimal else 10
        )
        return chr(code) if 0 < code < 0x110000 else ""
    character = html5.get(special[1:])
    return character if character and len(character) == 1 else None


def _needless_gaps(text: str, gaps: list[int], heading: bool) -> list[int]:
    """The gaps of a line that part no words: positions in the line."""
    return [
        gap
        for order, gap in enumerate(gaps)
        if not _parts_words(
            text,
            gaps[order - 1] if order else -1,
            gap,
            gaps[order + 1] if order + 1 < len(gaps) else len(text),
            heading,
        )
    ]


def _parts_words(text: str, before: int, gap: int, after: int, heading: bool) -> bool:
    left, right = text[gap - 1], text[gap + 1] if gap + 1 < len(text) else "。"
    if text[gap] == "\t":
        return True
    if left.isdecimal() and right.isdecimal():
        return not _DIGIT_GROUP.match(text, gap + 1)
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    if not (_WORD.match(left) and _WORD.match(right)):
        return False
    if left.isascii() or right.isascii():
        return False
    if gap - before == 2 or after - gap == 2:
        return False
    return heading or "。" not in text[max(0, gap - 200) : gap + 200]


def _continues(before: str, line: str, gap: str) -> bool:
    """Whether a line goes on in the next one: a column break or a hard wrap cut it."""
    if not before or before.endswith(_CLOSED) or _LISTS.match(line):
        return False
    if line[0] in "，、。；：）》”’":
        return True
    if before[-1] in "，、（“《":
        return True
    if before[-1] in "”’）)":
        return False
    indent = len(gap) - len(gap.rstrip(" \t\u3000\xa0"))
    if indent >= 2 or _LISTS.match(before):
        return False
    return len(before) >= _PROSE and ("，" in before or "," in before or "。" in before)


def _canonical(printed: str) -> str:
    """Bring printed text to one form, one character for one."""
    text = printed.translate(_character_map())
    if _ASCII_MARK.search(text):
        text = _ASCII_MARK.sub(_widened, text)
    if _STRAIGHT.search(text):
        text = "\n".join(_pair_quotes(paragraph) for paragraph in text.split("\n"))
    return text


def _widened(match: re.Match[str]) -> str:
    mark = match.group()
    if mark in "()":
        return mark.translate(_WIDE_MARKS)
    text, position = match.string, match.start()
    left = text[position - 1] if position else "\n"
    right = text[position + 1] if position + 1 < len(text) else "\n"
    if mark in ",:" and left.isdecimal() and right.isdecimal():
        if mark == ":" or _DIGIT_GROUP.match(text, position + 1):
            return mark
    elif (
        left.isascii()
        and left.isalnum()
        and right.isascii()
        and (right.isalnum() or right in " /")
    ):
        return mark
    return mark.translate(_WIDE_MARKS)


def _pair_quotes(paragraph: str) -> str:
    """Turn straight and corner quotes into curly ones, opening and closing by turns."""
    pieces: list[str] = []
    position = 0
    double = single = False
    for match in _STRAIGHT.finditer(paragraph):
        quote = match.group()
        place = match.start()
        if quote in "'＇’" and _inside_latin(paragraph, place):
            continue
        if quote in "“「":
            double, curly = True, "“"
        elif quote in "”」":
            double, curly = False, "”"
        elif quote == "‘" or (quote == "『" and double):
            single, curly = True, "‘"
        elif quote in "’』" and (single or quote == "’"):
            single, curly = False, "’"
        elif quote in '"＂『』':
            double = not double
            curly = "“" if double else "”"
        else:
            single = not single
            curly = "‘" if single else "’"
        pieces += (paragraph[position:place], curly)
        position = place + 1
    pieces.append(paragraph[position:])
    return "".join(pieces)


def _inside_latin(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return len(around) == 2 and around.isascii() and around.isalnum()


@cache
def _character_map() -> dict[int, str]:
    """Every character that has another canonical form of one character."""
    mapped: dict[int, str] = {}
    for code in (
        *range(0xF900, 0xFB00),
        *range(0x2F00, 0x2FE0),
        *range(0x2E80, 0x2F00),
    ):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1 and folded != chr(code):
            mapped[code] = folded
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in "，；：（）？！～＂＇":
            mapped[code] = chr(code - 0xFEE0)
    for odd, usual in zip(_ODD, _USUAL, strict=True):
        mapped[ord(odd)] = usual
    for row in load_gazetteer("traditional"):
        mapped[ord(row["traditional"])] = row["simplified"]
    return mapped
