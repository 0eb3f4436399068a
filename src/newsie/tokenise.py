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
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from importlib.util import find_spec
from io import StringIO
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from newsie.errors import UsageError

if TYPE_CHECKING:
    from spacy.lang.zh import ChineseTokenizer

SegmenterName = Literal["jieba", "pkuseg"]
WordSpan = tuple[int, int]

PKUSEG_MISSING = """\
the segmenter pkuseg is not installed. With a C compiler at hand, these install it:
  pip install numpy cython setuptools wheel
  pip install --no-build-isolation pkuseg==0.0.25
  pip install spacy-pkuseg
(uv takes the same: uv pip install …)"""

# What jieba looks up: a run of Han, Latin, digits and their signs (jieba.re_han_default).
_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%-]+)")
# How jieba cuts what its dictionary does not know of Latin and digits (jieba.finalseg.re_skip).
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
# A word of its own: any character that is not looked up.
_ALONE = re.compile(r"\r\n|.", re.DOTALL)
# Where rjieba may cut otherwise: at signs, and at the Han outside jieba's blocks.
_UNLIKE = re.compile(r"[+#&._%\-\u3400-\u4DBF\u9FD6-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]")


class Segmenter(Protocol):
    """Cuts texts into words."""

    def cut(self, text: str) -> list[WordSpan]:
        """The words of a text, in order and without gaps; each white space is a word too."""


def load_segmenter(name: SegmenterName, words: Iterable[str] = ()) -> Segmenter:
    """Load a segmenter that keeps the given words whole.

    >>> load_segmenter("jieba").cut("区领导走访企业")
    [(0, 1), (1, 3), (3, 5), (5, 7)]
    >>> load_segmenter("jieba", ["区领导", "领导走访"]).cut("区领导走访企业")
    [(0, 3), (3, 5), (5, 7)]

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
        words = self._cut_mended(text) if _UNLIKE.search(text) else self._jieba.cut(text)
        ends = list(accumulate(map(len, words)))
        return list(zip([0, *ends], ends, strict=False))

    def _cut_mended(self, text: str) -> list[str]:
        """Cut block by block, as jieba does."""
        words: list[str] = []
        for i, block in enumerate(_BLOCK.split(text)):
            if i % 2 == 0:
                words.extend(_ALONE.findall(block))
            elif _UNLIKE.search(block):
                words.extend(self._mend(self._jieba.cut(block)))
            else:
                words.extend(self._jieba.cut(block))
        return words

    def _mend(self, words: list[str]) -> Iterator[str]:
        for word in words:
            if word.isascii() and not self._jieba.has_word(word):
                yield from (part for part in _LATIN.split(word) if part)
            else:
                yield word


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
            spans.extend(_span_alone(text, done, token.idx))
            done = token.idx + len(token)
            spans.append((token.idx, done))
        spans.extend(_span_alone(text, done, len(text)))
        return spans


def _span_alone(text: str, start: int, end: int) -> Iterator[WordSpan]:
    return (match.span() for match in _ALONE.finditer(text, start, end))


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
