"""A web page in, its readable text out, character for character where the page has it.

Markup is not cut out but blanked, each character by one that nobody sees, so that offsets into the
text are offsets into the page. Navigation goes the same way: what its tags call so, and lists of
nothing but links. Title and date are taken from the page's `meta` elements, which Chinese
government sites all fill in.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from newsie.article import Document
from newsie.errors import InputError
from newsie.ingest.link_lists import blank_link_lists
from newsie.ingest.main_text import blank_surroundings
from newsie.ingest.metadata import read_date
from newsie.ingest.visible import UNSEEN

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|option|p|pre|section"
    "|select|summary|table|tbody|tfoot|thead|title|tr|ul"
)
_CELLS = re.compile("t[dh]")
_HEADINGS = re.compile("h[1-6]")
_SKIPPED = re.compile(
    "aside|audio|button|canvas|footer|head|iframe|nav|noscript|object|script|select|style|svg"
    "|template|textarea|title|video"
)
_TITLE_NAMES = ("articletitle", "og:title")
_DATE_NAMES = ("pubdate", "publishdate", "article:published_time")
_WHOLE_PAGE = re.compile(r"(?i)<(?:!doctype\s+html|html|body)[\s>]")
_LINE_ENDS = re.compile(
    r"(?i)</?(?:div|p|br|table|tr|li|h[1-6]|section|article)(?:\s[^<>]{0,2000})?/?>"
)
# The search for main text takes a square of this; pages of people's making are below a hundred.
_DIVISIONS = ("div", "article")
_DEEPEST = 500
_BREAKS = re.compile(r"\s*[\n\r]\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the page: `data`, or the tag `<name>` or `</name>`, or other markup."""

    start: int
    kind: str
    name: str = ""


class _Pieces(HTMLParser):
    """Cuts a page into pieces, and keeps what its `meta` elements say."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[_Piece] = []
        self.meta: dict[str, str] = {}
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", page))]
        self.feed(page)
        self.close()

    def _add(self, kind: str, name: str = "") -> None:
        line, column = self.getpos()
        self.pieces.append(_Piece(self._line_starts[line - 1] + column, kind, name))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add("start", tag)
        if tag == "meta":
            given = dict(attrs)
            name = (given.get("name") or given.get("property") or "").lower()
            self.meta.setdefault(name, (given.get("content") or "").strip())

    def handle_endtag(self, tag: str) -> None:
        self._add("end", tag)

    def handle_data(self, data: str) -> None:
        self._add("data")

    def handle_entityref(self, name: str) -> None:
        self._add("data")

    def handle_charref(self, name: str) -> None:
        self._add("data")

    def handle_comment(self, data: str) -> None:
        self._add("markup")

    def handle_decl(self, decl: str) -> None:
        self._add("markup")

    def handle_pi(self, data: str) -> None:
        self._add("markup")

    def unknown_decl(self, data: str) -> None:
        self._add("markup")


def read_page(doc_id: str, page: str) -> Document:
    """Turn a web page into a document whose text is as long as the page.

    Raises:
        InputError: the page cannot be parsed.
    """
    try:
        parsed = _Pieces(page)
    except AssertionError as error:  # the parser's way to give up
        raise InputError(doc_id, f"not HTML that can be read: {error}") from error
    title = next((parsed.meta[name] for name in _TITLE_NAMES if parsed.meta.get(name)), None)
    text = blank_link_lists(*_blank_markup(page, parsed.pieces))
    if _depth(parsed.pieces) <= _DEEPEST:
        text = blank_surroundings(page, text, title)
    dates = (read_date(parsed.meta[name]) for name in _DATE_NAMES if name in parsed.meta)
    published = next((date for date in dates if date), None)
    return Document(doc_id, text, published=published, title=title, markup=page)


def is_page(text: str) -> bool:
    """Whether a text is a web page, or a part of one, rather than plain text.

    It is one where it says so, or where half of its lines have markup that ends a line.

    >>> is_page("<div>2月6日，云山县召开大会。</div>")
    True
    >>> is_page("比分为3<5，详见<云山日报>。")
    False
    """
    if _WHOLE_PAGE.search(text):
        return True
    marked = len(_LINE_ENDS.findall(text))
    return marked > 0 and 2 * marked >= sum(not line.isspace() for line in text.splitlines())


def _depth(pieces: list[_Piece]) -> int:
    """How deep the page's divisions lie in each other."""
    depth = deepest = 0
    for piece in pieces:
        if piece.name in _DIVISIONS:
            depth = max(0, depth + (1 if piece.kind == "start" else -1))
            deepest = max(deepest, depth)
    return deepest


def _blank_markup(page: str, pieces: list[_Piece]) -> tuple[str, bytearray]:
    """The page without its markup, a line a block, and for each character whether it is linked."""
    skipped = _skipped_pieces(pieces)
    linked = bytearray(len(page))
    out: list[str] = [UNSEEN * (pieces[0].start if pieces else len(page))]
    inside = Counter[str]()
    fresh = True  # nothing stands on the line yet
    for i, piece in enumerate(pieces):
        end = pieces[i + 1].start if i + 1 < len(pieces) else len(page)
        raw = page[piece.start : end]
        if i in skipped:
            out.append(UNSEEN * len(raw))
        elif piece.kind == "data":
            shown = raw if inside["pre"] else _BREAKS.sub(_heal_break, raw)
            fresh = fresh and not shown.strip(UNSEEN + " \t\n\r")
            if inside["a"]:
                linked[piece.start : end] = b"\1" * len(raw)
            out.append(shown)
        else:
            sort = "heading" if _HEADINGS.fullmatch(piece.name) else piece.name
            inside[sort] = int(piece.kind == "start")
            mark = "" if fresh or not raw else _mark_of(piece, bool(inside["heading"]))
            fresh = fresh or mark == "\n"
            out.append(mark + UNSEEN * (len(raw) - len(mark)))
    return "".join(out), linked


def _mark_of(piece: _Piece, in_heading: bool) -> str:
    """What a tag shows as: the end of a line, a tab between cells, or nothing."""
    if _BLOCKS.fullmatch(piece.name):
        return "" if piece.name == "br" and in_heading else "\n"
    return "\t" if _CELLS.fullmatch(piece.name) and piece.kind == "start" else ""


def _heal_break(found: re.Match[str]) -> str:
    """What a line break inside running text shows as: nothing in Chinese, else a blank."""
    page, start, end = found.string, found.start(), found.end()
    inside = start > 0 and end < len(page)
    blank = inside and (page[start - 1].isascii() or page[end].isascii())
    return (" " if blank else UNSEEN) + UNSEEN * (end - start - 1)


def _skipped_pieces(pieces: list[_Piece]) -> set[int]:
    """The pieces inside elements that hold no text; one that never ends is no element."""
    skipped: set[int] = set()
    opened: dict[str, list[int]] = {}
    for i, piece in enumerate(pieces):
        if not _SKIPPED.fullmatch(piece.name):
            continue
        starts = opened.setdefault(piece.name, [])
        if piece.kind == "start":
            starts.append(i)
        elif starts:
            skipped.update(range(starts.pop() + 1, i))
    return skipped
