"""Words: a text comes in, half-open code-point spans that cover it come out.

Two segmenters stand behind one interface. `jieba` is rjieba, which has jieba's algorithm and
dictionary compiled; what it cuts otherwise than jieba, around Latin letters and digits, is mended
here. `pkuseg` is pkuseg's own model inside spaCy's Chinese tokenizer. Both load only when asked
for, neither reaches the network, and neither can be pickled: load one in each process.

A user's words are known to both in the same way: they are found first, the leftmost and of these
the longest, and always win; what lies between them is cut as a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import redirect_stderr
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from newsie.errors import UsageError

if TYPE_CHECKING:
    from spacy.lang.zh import ChineseTokenizer

SegmenterName = Literal["jieba", "pkuseg"]
WordSpan = tuple[int, int]

PKUSEG_MISSING = """\
the segmenter pkuseg is not installed. With a C compiler at hand, these install it:
  pip install numpy cython setuptools
  pip install --no-build-isolation pkuseg==0.0.25
  pip install spacy-pkuseg
(with uv, the same after uv)"""

# jieba's own blocks (jieba.re_han_default): all else stands alone, a character a word.
_BLOCK = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%-]+")
# How jieba cuts Latin and digits that its dictionary does not know (jieba.finalseg.re_skip).
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
# Where rjieba, which joins more, may differ: any sign among Latin and digits.
_SIGN = re.compile(r"[+#&._%-]")


class Segmenter(Protocol):
    """Cuts texts into words."""

    def cut(self, text: str) -> list[WordSpan]:
        """The words of a text, in order and without gaps; each white space is a word too."""


def load_segmenter(name: SegmenterName, words: Iterable[str] = ()) -> Segmenter:
    """Load a segmenter that keeps the given words whole.

    >>> [start for start, end in load_segmenter("jieba").cut("嘉定区召开推进会")]
    [0, 2, 3, 5, 7]
    >>> load_segmenter("jieba", ["推进会"]).cut("嘉定区召开推进会")
    [(0, 2), (2, 3), (3, 5), (5, 8)]

    Args:
        name: "jieba" (a quarter of a second) or "pkuseg" (some seven seconds).
        words: the user's words. Where two overlap, the one that starts first wins, and of two
            that start together the longer.

    Raises:
        UsageError: there is no segmenter of that name, or it is not installed.
    """
    segmenter: Segmenter
    if name == "jieba":
        segmenter = _JiebaSegmenter()
    elif name == "pkuseg":
        segmenter = _PkusegSegmenter()
    else:
        raise UsageError(f"there is no segmenter {name!r}; there are jieba and pkuseg")
    kept = sorted({word for word in words if word})
    return _KeepingSegmenter(segmenter, kept) if kept else segmenter


class _KeepingSegmenter:
    """Keeps a user's words whole and leaves what lies between them to another segmenter."""

    def __init__(self, segmenter: Segmenter, words: list[str]) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._segmenter = segmenter
        self._finder = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)

    def cut(self, text: str) -> list[WordSpan]:
        spans: list[WordSpan] = []
        done = 0
        for _, start, end in self._finder.find_matches_as_indexes(text):
            spans.extend(self._cut_between(text, done, start))
            spans.append((start, end))
            done = end
        spans.extend(self._cut_between(text, done, len(text)))
        return spans

    def _cut_between(self, text: str, start: int, end: int) -> list[WordSpan]:
        if start == end:
            return []
        words = self._segmenter.cut(text[start:end])
        return [(start + first, start + last) for first, last in words]


class _JiebaSegmenter:
    """jieba's words, from rjieba."""

    def __init__(self) -> None:
        from rjieba import Jieba

        self._jieba = Jieba()

    def cut(self, text: str) -> list[WordSpan]:
        spans: list[WordSpan] = []
        end = 0
        for block in _BLOCK.finditer(text):
            start = block.start()
            spans.extend(_cut_characters(text, end, start))
            for word in self._cut_block(block.group()):
                end = start + len(word)
                spans.append((start, end))
                start = end
        spans.extend(_cut_characters(text, end, len(text)))
        return spans

    def _cut_block(self, block: str) -> list[str]:
        words = self._jieba.cut(block)
        if not _SIGN.search(block):
            return words
        mended: list[str] = []
        for word in words:
            if word.isascii() and not self._jieba.has_word(word):
                mended.extend(part for part in _LATIN.split(word) if part)
            else:
                mended.append(word)
        return mended


class _PkusegSegmenter:
    """pkuseg's words, from spaCy's Chinese tokenizer."""

    def __init__(self) -> None:
        self._tokenizer = _load_tokenizer(find_pkuseg_model())

    def cut(self, text: str) -> list[WordSpan]:
        spans: list[WordSpan] = []
        done = 0
        for token in self._tokenizer(text):
            if token.is_space:
                continue
            spans.extend(_cut_characters(text, done, token.idx))
            done = token.idx + len(token)
            spans.append((token.idx, done))
        spans.extend(_cut_characters(text, done, len(text)))
        return spans


def find_pkuseg_model() -> Path:
    """The folder of the model that the package pkuseg carries; spaCy's loader takes it too.

    Raises:
        UsageError: pkuseg or spacy-pkuseg is not installed.
    """
    package = find_spec("pkuseg")
    if package is None or package.origin is None or find_spec("spacy_pkuseg") is None:
        raise UsageError(PKUSEG_MISSING)
    return Path(package.origin).parent / "models" / "default"


def _load_tokenizer(model: Path) -> ChineseTokenizer:
    from spacy.lang.zh import ChineseTokenizer, Segmenter
    from spacy.vocab import Vocab

    tokenizer = ChineseTokenizer(Vocab(), segmenter=Segmenter.pkuseg)
    with redirect_stderr(StringIO()):  # it says that the model is in the older of two formats
        tokenizer.initialize(pkuseg_model=str(model))
    return tokenizer


def _cut_characters(text: str, start: int, end: int) -> list[WordSpan]:
    """Each character of text[start:end] as a word of its own, a CR LF as one."""
    spans: list[WordSpan] = []
    while start < end:
        last = start + (2 if text.startswith("\r\n", start, end) else 1)
        spans.append((start, last))
        start = last
    return spans
