"""Source text → its lines that are not blank, as a reader sees them, with their offsets."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from newsie.article import Span
from newsie.characters import hides_characters, is_plain, map_characters, show_characters

# Half-width marks of pages whose punctuation was made ASCII; 1,200 keeps its comma.
_HALF = re.compile(r"(?<!\d)[,;]|[,;](?!\d)")
# Both neighbours of a page on one line: 上一篇：… 下一篇：…
_NEIGHBOURS = re.compile(
    r"(?P<first>\s*上一?[篇条则页][:：]\s*\S{4}[^\n]*?[\s|]+)下一?[篇条则页][:：]\s*\S{4}"
)
# 云山县举办茶商恳谈会 ——县委书记林晓出席并讲话; 云山县4个项目开工 文章来源:云山网 发布时间:…
_SUBTITLED = re.compile(
    r"[^。；|：:—]{8,50}[ \u3000]+(?=——[^。；—]{4,60}$)"
    r"|(?=(?:[^\u4e00-\u9fff]{0,8}[\u4e00-\u9fff]){10})[^。；|：:—]{10,60}[ \u3000]+"
    r"(?=(?:文章|信息|稿件)[来來]源[:：]\S)"
)
# A headline with the labels of its source line behind it, some of them empty:
# 云山县水利局开展防汛检查 作者：　来源：　点击：
_LABELS = re.compile(
    r"(?<=\S)[ \u3000]+(?=(?:(?:信息|文章|稿件)?来源|作者|发布(?:者|人|单位|时间|日期)|更新时间"
    r"|(?:责任)?编辑|点击(?:数|次数|率)?|(?:浏览|阅读|访问)(?:次数|量)|字[体号]"
    r"|(?:时间|日期)(?=\s*[:：]\s*(?:$|\D{2,6}[:：]|(?:19|20)\d{2}[-年/.])))\s*[:：][^。]{0,100}$)"
)
_TITLED = 8  # Chinese characters of a headline before them, at least
_NO_TITLE = re.compile(r"[。；|：:]")
# A page on one line: 云山县23人上榜 2012年1月7日 08:52:44 从2010年评选以来，…
_STAMPED = re.compile(
    r"(?P<title>[^。；|\s][^。；|]{7,44}?)[ \u3000]+"
    r"(?=(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[ \u3000]+\d{1,2}:\d{2})"
    r"(?P<stamp>\S+[ \u3000]+\d{1,2}:\d{2}(?::\d{2})?)(?=.{60})"
)
# 云山县召开会议 发布时间:2019-03-05 来源:县农业局 3月4日，…
_KEYED = re.compile(
    r"(?P<title>[^。；|\s][^。；|:：]{7,44}?)[ \u3000]+"
    r"(?P<stamp>(?:(?:发布|更新|发表)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者)[:：][ \u3000]?\S+"
    r"(?:[ \u3000]+(?:\d{1,2}:\d{2}(?::\d{2})?(?= )"
    r"|[\u4e00-\u9fff]{2,6}[:：][ \u3000]?[^\s。，,]+(?=\s))){0,8})(?=[ \u3000].{30})"
)
_HEADLINES = 160  # characters; no headline and its subtitle or source are longer
_ONE_LINE = 6  # lines of a page whose breaks were lost
_WHOLE = {",": "，", ";": "；"}


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """A line that is not blank, without its outer white space.

    Args:
        text: what a reader sees of it: entities decoded, canonical characters and commas, blanks
            kept.
        start: source offset of its first character.
        end: source offset after its last one.
        indent: how many blanks stand before it in its line.
        gap: how many blank lines stand before it.
        starts: the source offset of each character of text, where they do not run on.
        ends: the source offset after each, likewise.
        shown: the text in the source's own characters, where they are not canonical.
    """

    text: str
    start: int
    end: int
    indent: int
    gap: int
    starts: array[int] | None = None
    ends: array[int] | None = None
    shown: str | None = None

    def printed(self, word: str) -> str:
        """A word of the line, whose blanks were left out, in the source's own characters."""
        if self.shown is None or word in self.shown:
            return word
        found = re.search(r"\s*".join(map(re.escape, word)), self.text)
        return "".join(self.shown[found.start() : found.end()].split()) if found else word

    def span(self, first: int = 0, after: int | None = None) -> Span:
        """The source span of text[first:after], outer blanks left out."""
        after = len(self.text) if after is None else after
        while first < after and self.text[after - 1].isspace():
            after -= 1
        while first < after and self.text[first].isspace():
            first += 1
        if first == after:
            return Span(self.start, self.start)
        if self.starts is None or self.ends is None:
            return Span(self.start + first, self.start + after)
        return Span(self.starts[first], self.ends[after - 1])


def split_lines(source: str) -> list[Line]:
    """Return the lines of a text that are not blank. Offsets count code points, half-open."""
    raws = source.splitlines(keepends=True)
    if "上一" in source:
        raws = [piece for raw in raws for piece in _part_neighbours(raw)]
    if "——" in source or "来源" in source or "來源" in source:
        raws = [piece for raw in raws for piece in _part_subtitle(raw)]
    if ":" in source or "：" in source:
        raws = [piece for raw in raws for piece in _part_labels(raw)]
    if len(raws) <= _ONE_LINE:
        raws = [piece for raw in raws for piece in _part_stamped(raw)]
    hidden = False
    canonical = raws
    if not is_plain(source):
        hidden = hides_characters(source)
        if not hidden:  # one character for one, and every break for itself
            canonical = [map_characters(raw) for raw in raws]
    lines: list[Line] = []
    gap = 0
    start = 0
    for raw, same in zip(raws, canonical, strict=True):
        line = _shown_line(raw, start, gap) if hidden else _plain_line(same, raw, start, gap)
        start += len(raw)
        if line is None:
            gap += 1
            continue
        lines.append(line)
        gap = 0
    return lines


def _part_neighbours(raw: str) -> list[str]:
    """A line in two where it names the page before and the page behind."""
    both = _NEIGHBOURS.match(raw)
    return [raw[: both.end("first")], raw[both.end("first") :]] if both else [raw]


def _part_subtitle(raw: str) -> list[str]:
    """A headline in two where its subtitle or its source stands on its line, behind a blank."""
    both = _SUBTITLED.match(raw) if len(raw) <= _HEADLINES else None
    return [raw[: both.end()], raw[both.end() :]] if both else [raw]


def _part_labels(raw: str) -> list[str]:
    """A headline in two where the labels of its source line stand on its line."""
    colon = len(raw) <= _HEADLINES and (":" in raw or "：" in raw)
    labels = _LABELS.search(raw) if colon and (" " in raw or "\u3000" in raw) else None
    if labels is None or _NO_TITLE.search(raw, 0, labels.start()):
        return [raw]
    told = sum("\u4e00" <= character <= "\u9fff" for character in raw[: labels.start()])
    return [raw[: labels.end()], raw[labels.end() :]] if told >= _TITLED else [raw]


def _part_stamped(raw: str) -> list[str]:
    """A page on one line in three: its title, when it came out, its story."""
    both = _STAMPED.match(raw) or _KEYED.match(raw) if ":" in raw or "：" in raw else None
    if both is None:
        return [raw]
    title, stamp = both.end("title"), both.end()
    return [raw[:title], raw[title:stamp], raw[stamp:]]


def _plain_line(canonical: str, raw: str, start: int, gap: int) -> Line | None:
    text = canonical.strip()
    if "|" in text:
        text = _bare_cell(text)
    if not text:
        return None
    indent = canonical.index(text)
    last = indent + len(text)
    shown = None if canonical == raw else raw[indent:last]
    return Line(_widen(text), start + indent, start + last, indent, gap, None, None, shown)


def _bare_cell(text: str) -> str:
    """A line without the bars of empty cells, or of a table that has but one column."""
    if text.endswith("||"):
        text = text.rstrip("|- ")
    bare = text.strip("| \t\u3000")
    return text if "|" in bare else bare


def _shown_line(raw: str, start: int, gap: int) -> Line | None:
    shown, starts, ends = show_characters(raw, start)
    text = shown.strip()
    if "|" in text:
        text = _bare_cell(text)
    if not text:
        return None
    indent = shown.index(text)
    last = indent + len(text)
    starts, ends = starts[indent:last], ends[indent:last]
    same = _widen(map_characters(text))
    return Line(same, starts[0], ends[-1], indent, gap, starts, ends, text)


def _widen(text: str) -> str:
    """Set commas and semicolons as Chinese text has them."""
    if "," not in text and ";" not in text:
        return text
    return _HALF.sub(lambda mark: _WHOLE[mark.group()], text)
