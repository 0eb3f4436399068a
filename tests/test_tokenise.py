"""Words: newsie's segmenters against jieba and pkuseg themselves."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import UsageError
from newsie.pipeline import Extractor
from newsie.tokenise import Segmenter, SegmenterName, WordSpan, load_segmenter

DUMP = Path(__file__).parents[2] / "shared" / "data" / "xwlb.jsonl.gz"
SAMPLE_SIZE = 1_000_000  # characters of the dump

SENTENCES = [
    "区委副书记、区长高小满主持召开区委常委会会议,研究部署第三季度重点工作。",
    "本报讯（记者 陆方舟）2月6日，全区“开门红”大会在区会议中心举行。",
    "实现地区生产总值440.5亿元，同比增长5.4%；R&D经费占比3.25%，比上年提高0.15个百分点。",
    "首架C919交付后，A350-900、MQ-9和XBB.1.5同时出现，下载量23.4GB，价格1.2.3元。",
    "联系C++与AT&T工程师，穿T恤，办AA制，B超3次，a--b，+86-21，50%%，&&，_x_，#1。",
    "第一段\r\n  第二段\n\n　第三段\t末尾 ",
    "副镇长䶮小满、㙦某，与𠮷野家、\u9fd6元素座谈，\uf900用兼容字。",
    "王小明・李华·阿卜杜拉，①②③，１２％，ＡＢＣ，é，Привет，한국，か",
    "",
]

# Where rjieba by itself gives other words than jieba; each is mended.
DIFFERENCES = {
    "signs between Latin and digits": "B-2",
    "digits before Latin, after a decimal": "23.4GB",
    "more than one decimal point": "XBB.1.5",
    "Han of the extensions": "\u3400\u3401",
    "Han of the compatibility block": "\uf900\uf901",
    "Han at the end of the basic block": "\u9fd6\u9fd7",
}


def jieba_spans(text: str) -> list[WordSpan]:
    ends = list(accumulate(map(len, jieba.cut(text))))
    return list(zip([0, *ends], ends, strict=False))


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return load_segmenter("jieba")


@pytest.mark.parametrize("text", [*SENTENCES, *DIFFERENCES.values()])
def test_words_are_those_of_jieba(segmenter: Segmenter, text: str) -> None:
    assert segmenter.cut(text) == jieba_spans(text)


@pytest.mark.parametrize("text", DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_each_listed_difference_is_one_of_rjieba(text: str) -> None:
    from rjieba import Jieba

    assert Jieba().cut(text) != list(jieba.cut(text))


@given(text=st.text(alphabet="区长高小满T恤BC超aX12.%+-&#_，。 \r\n㐀\uf900𠀀é", max_size=30))
def test_any_text_is_cut_as_jieba_cuts_it(segmenter: Segmenter, text: str) -> None:
    assert segmenter.cut(text) == jieba_spans(text)


def dump_sample() -> Iterator[str]:
    """Items of the dump in a seeded order, some SAMPLE_SIZE characters; none without the dump."""
    if not DUMP.exists():
        return
    with gzip.open(DUMP, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    random.Random(20260101).shuffle(texts)
    size = 0
    for text in texts:
        if size >= SAMPLE_SIZE:
            return
        size += len(text)
        yield text


def test_words_of_real_news_are_those_of_jieba(segmenter: Segmenter) -> None:
    total = agreed = 0
    for text in [*SENTENCES, *dump_sample()]:
        expected = jieba_spans(text)
        total += len(expected)
        agreed += len(set(expected) & set(segmenter.cut(text)))
    assert agreed / total >= 0.999


WORDS = ["推进会", "区委", "区委常委", "委常委会", "常委会会议", "会会", "小满主持"]


@pytest.fixture(scope="module")
def keeping_segmenter() -> Segmenter:
    return load_segmenter("jieba", [*WORDS, ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委常委会会议", ["区委常委", "会会", "议"]),  # the leftmost, then the longest
        ("委常委会会议", ["委常委会", "会议"]),  # the one that starts first, though shorter
        ("高小满主持推进会", ["高", "小满主持", "推进会"]),  # against the dictionary's own words
        ("区长走访", ["区长", "走访"]),
        ("区委\n推进会", ["区委", "\n", "推进会"]),
        ("", []),
    ],
)
def test_the_words_of_the_user_win(
    keeping_segmenter: Segmenter, text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in keeping_segmenter.cut(text)] == expected


def spans_by_definition(segmenter: Segmenter, text: str, offset: int = 0) -> list[WordSpan]:
    """What load_segmenter promises of a user's words, spelt out."""
    for start in range(len(text)):
        found = [word for word in WORDS if text.startswith(word, start)]
        if found:
            end = start + max(map(len, found))
            before = [(offset + i, offset + j) for i, j in segmenter.cut(text[:start])]
            after = spans_by_definition(segmenter, text[end:], offset + end)
            return [*before, (offset + start, offset + end), *after]
    return [(offset + i, offset + j) for i, j in segmenter.cut(text)]


@given(text=st.text(alphabet="推进会区委常议小满主持，\n", max_size=25))
def test_the_one_pass_finds_what_the_definition_finds(
    segmenter: Segmenter, keeping_segmenter: Segmenter, text: str
) -> None:
    assert keeping_segmenter.cut(text) == spans_by_definition(segmenter, text)


@given(text=st.text(max_size=40))
def test_spans_cover_any_text(keeping_segmenter: Segmenter, text: str) -> None:
    assert "".join(text[start:end] for start, end in keeping_segmenter.cut(text)) == text


def test_the_words_of_a_users_gazetteer_reach_the_segmenter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[tuple[str, list[str]]] = []

    def load(name: SegmenterName, words: Iterable[str]) -> Segmenter:
        loaded.append((name, list(words)))
        return load_segmenter(name, words)

    monkeypatch.setattr("newsie.pipeline.load_segmenter", load)
    text = "# source: own; licence: MIT\nword\n委常委会\n陆方舟\n"
    (tmp_path / "word.tsv").write_text(text, encoding="utf-8")
    Extractor(gazetteers=tmp_path)
    assert loaded == [("jieba", ["委常委会", "陆方舟"])]


def test_a_missing_pkuseg_is_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsie.tokenise.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install --no-build-isolation pkuseg==0\.0\.25"):
        load_segmenter("pkuseg")


def test_an_unknown_segmenter_is_an_error_that_names_the_known() -> None:
    with pytest.raises(UsageError, match="no segmenter 'hanlp'; there are jieba and pkuseg"):
        load_segmenter("hanlp")  # type: ignore[arg-type]
