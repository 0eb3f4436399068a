"""The records of an article → the same in the script of its source: 商城縣 where it prints 我縣.

Everything is found in simplified script, so that a page in traditional script tells what it would
tell in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from newsie.article import Article, Passage
from newsie.record import Record

_Letters = dict[int, str]
_Model = TypeVar("_Model", bound=BaseModel)


def print_script(records: Sequence[Record], article: Article) -> list[Record]:
    """Give the words of records the script that the source prints them in.

    Words that stand in the article are printed as there. In others, which were put together (the
    organ of 縣長 is 商城縣政府), each character is as the article prints it most often; one that it
    does not print stays as it is.

    Args:
        records: of the article; what is printed are the fields in `PRINTED` of each model. Values
            of a fixed form (a division, a department, what a meeting is joined by) stay.
        article: with its passage.
    """
    passage = article.passage
    if passage is None or passage.script is None:
        return list(records)
    letters = _read_letters(passage)
    return [_print_fields(record, passage, letters) for record in records]


def _read_letters(passage: Passage) -> _Letters:
    """How the source prints the characters that it prints otherwise."""
    assert passage.script is not None
    pairs = Counter(zip(passage.printed, passage.script, strict=True))
    # The commonest first, of equally common ones the first in the text.
    letters: _Letters = {}
    for (plain, own), _ in pairs.most_common():
        letters.setdefault(ord(plain), own)
    return letters


def _print_fields(model: _Model, passage: Passage, letters: _Letters) -> _Model:
    printed: dict[str, Any] = {}
    for name in getattr(model, "PRINTED", ()):
        value = getattr(model, name)
        if isinstance(value, str):
            printed[name] = _print_words(value, passage, letters)
        elif value:
            print_one = partial(_print_fields, passage=passage, letters=letters)
            printed[name] = list(map(print_one, value))
    return model.model_copy(update=printed) if printed else model


def _print_words(words: str, passage: Passage, letters: _Letters) -> str:
    at = passage.printed.find(words)
    return passage.in_script(at, at + len(words)) if at >= 0 else words.translate(letters)
