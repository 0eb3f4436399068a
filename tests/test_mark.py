"""Marking: sentences with one character in place of each mention, and the way back."""

from __future__ import annotations

from array import array

from newsie.article import MENTION_MARKS, Mention, Passage
from newsie.mentions.mark import mark_sentences, split_sentences

TEXT = "全区大会召开\n3月8日，区长高小满出席。他说：“好！”\n散会"


def passage(text: str) -> Passage:
    size = len(text)
    return Passage(text, text, array("I", range(size)), array("I", range(1, size + 1)), 6)


def mention(kind: str, words: str, value: object = None) -> Mention:
    start = TEXT.index(words)
    return Mention(kind, start, start + len(words), value)  # type: ignore[arg-type]


def test_sentences_keep_closing_quotes_and_drop_line_breaks() -> None:
    assert [TEXT[start:end] for start, end in split_sentences(TEXT)] == [
        "全区大会召开",
        "3月8日，区长高小满出席。",
        "他说：“好！”",
        "散会",
    ]


def test_marks_stand_for_the_outermost_mentions() -> None:
    date, post = mention("date", "3月8日"), mention("post", "区长")
    place, person = mention("place", "区"), mention("person", "高小满")
    inner = Mention("place", post.start, post.start + 1, None)
    sentences = mark_sentences(passage(TEXT), [person, inner, date, place, post])
    second = sentences[1]
    marks = MENTION_MARKS
    assert second.marked == f"{marks['date']}，{marks['post']}{marks['person']}出席。"
    assert second.mentions == (date, post, inner, person)
    assert [second.mention_at(i) for i in range(4)] == [date, None, post, person]


def test_bounds_lead_from_marks_to_the_passage() -> None:
    sentences = mark_sentences(passage(TEXT), [mention("date", "3月8日"), mention("post", "区长")])
    second = sentences[1]
    covered = [TEXT[second.bounds[i] : second.bounds[i + 1]] for i in range(len(second.marked))]
    assert covered == ["3月8日", "，", "区长", "高", "小", "满", "出", "席", "。"]


def test_titles_are_told_from_the_body() -> None:
    assert [s.in_title for s in mark_sentences(passage(TEXT), [])] == [True, False, False, False]


def test_what_runs_on_without_a_full_stop_is_read_in_parts() -> None:
    text = "高小满、" * 1000 + "散会"
    parts = split_sentences(text)
    assert [start for start, _ in parts[1:]] + [len(text)] == [end for _, end in parts]
    assert [text[end - 1] for _, end in parts] == ["、", "会"]
    assert max(end - start for start, end in split_sentences("会" * 50_000)) == 3000
