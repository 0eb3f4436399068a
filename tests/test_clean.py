"""Cleaning: canonical running text, and that every character of it leads back to the source."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.article import Article, Document, Passage, Span
from newsie.clean import clean_article


def _clean(*lines: str, between: str = "\n", title: int = 0) -> Passage:
    """Clean an article of these lines, the first ones its title."""
    spans: list[Span] = []
    position = 0
    for line in lines:
        spans.append(Span(position, position + len(line)))
        position += len(line) + len(between)
    source = between.join(lines)
    article = Article(
        0, "news", 0, len(source), title=tuple(spans[:title]), body=tuple(spans[title:])
    )
    return clean_article(Document("x", source), article)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        # full-width letters and digits; the marks of Chinese stay or become full-width
        ("１２．５％，ＧＤＰ增长", "12.5%，GDP增长"),
        ("会上,区长指出:要抓紧(抓好);怎么抓?", "会上，区长指出：要抓紧（抓好）；怎么抓？"),
        ("共1,000家,12:30开始,4.5%", "共1,000家，12:30开始，4.5%"),
        ("PM2.5均值31,同比降5%", "PM2.5均值31，同比降5%"),
        ("2025,是起步之年", "2025，是起步之年"),
        ("产值113。6亿元,增长5。4%。6月3日", "产值113.6亿元，增长5.4%。6月3日"),
        # quotes, by pairing
        ("获\"先进集体\"、'标兵'称号", "获“先进集体”、‘标兵’称号"),
        ("發放「僑批『甲』」", "发放“侨批‘甲’”"),
        ("『甲』与It's", "“甲”与It's"),
        # script, radicals, odd signs
        ("區政府會議⽅案", "区政府会议方案"),
        ("乾隆年间", "乾隆年间"),
        ("阿迪力•吐尔洪、買買提・艾力", "阿迪力·吐尔洪、买买提·艾力"),
        # entities and what nobody sees
        ("&ldquo;百年&middot;匠心&rdquo;&nbsp;&gt;20万", "“百年·匠心”>20万"),
        ("区\u200b委\ufeff书\u00ad记\ue005", "区委书记"),
        ("&#21306;委&#xe001;&amp;政府&unknown;", "区委&政府&unknown；"),
        # blanks
        ("全市 9 421.37 亿元，增长 5 %", "全市9421.37亿元，增长5%"),
        ("县委书记罗 桐，县长潘　帅出席。", "县委书记罗桐，县长潘帅出席。"),
        ("出席的有张大山 李小四 王老五。", "出席的有张大山 李小四 王老五。"),
        ("王　炸　　　　毛笋　　　　马到成", "王炸 毛笋 马到成"),
        ("贯 休 市公安局大队长", "贯休 市公安局大队长"),
        ("Smart City 论坛", "Smart City论坛"),
        ("指标\t单位\t数值", "指标\t单位\t数值"),
        ("2024 2025", "2024 2025"),
    ],
)
def test_line(line: str, text: str) -> None:
    assert _clean(line).text == text


@pytest.mark.parametrize(
    ("lines", "between", "text"),
    [
        # column breaks: inside a word, a name, a number; after a comma
        (["各专委会要深入一线摸实情,把调研做深、把建议提", "准。"], "\n\n", None),
        (["他说,全年9.5%的目标不作调整,要力争跑出10%。市工信局局长袁", "大可介绍。"], "\n", None),
        (["规模以上企业达到92", "3家。"], "\n", "规模以上企业达到92\n3家。"),
        (["1至6月,全市规模工业增加值同比增长10.6%,规模以上企业达92", "3家。"], "\n", None),
        (["参加会议的有:万大良、郭小庄、", "石贯、", "路九斤(女)。"], "\n", None),
        (["满仓粮 五重安村党支部书记、村委会主", "任", "孟小崮 焊工"], "\n\n",
         "满仓粮 五重安村党支部书记、村委会主任\n孟小崮 焊工"),
        (["今天上午,", "颁奖典礼", "在镇文化站举行"], "\n", "今天上午，颁奖典礼在镇文化站举行"),
        # paragraphs and lists stay apart
        (["会议召开。", "会议强调,要抓好。"], "\n", "会议召开。\n会议强调，要抓好。"),
        (["2025年,全街道将力争:", "✅工业总产值增长6%以上", "✅工业投资不少于45亿元"], "\n",
         "2025年，全街道将力争：\n✅工业总产值增长6%以上\n✅工业投资不少于45亿元"),
        (["实现产值1126亿元,同比增长5.8%;", "工业技改投资突破20亿元;"], "\n",
         "实现产值1126亿元，同比增长5.8%；\n工业技改投资突破20亿元；"),
        (["扎根泥土", "村支书每天都到田里。"], "\n", "扎根泥土\n村支书每天都到田里。"),
        (["一、综合", "全年增长5%。"], "\n\n", "一、综合\n全年增长5%。"),
        (["| 街道 | 均值 |", "| 甲镇 | 26 |"], "\n", "|街道|均值|\n|甲镇|26|"),
    ],
)  # fmt: skip
def test_lines(lines: list[str], between: str, text: str | None) -> None:
    """None: all lines are one paragraph."""
    joined = text if text is not None else _clean("".join(lines)).text
    assert _clean(*lines, between=between).text == joined


def test_title_comes_first() -> None:
    passage = _clean("凝心聚力 再谱新篇", "区委召开会议", "会议强调，要抓好。", title=2)
    assert (
        passage.text[: passage.title_end],
        passage.text[passage.title_end :],
    ) == ("凝心聚力 再谱新篇\n区委召开会议", "\n会议强调，要抓好。")


def test_print_stays() -> None:
    passage = _clean("區長:「出席」１００人")
    assert (passage.text, passage.printed, passage.script) == (
        "区长：“出席”100人",
        "区长:「出席」１００人",
        "區長:「出席」１００人",
    )


def test_entities_are_covered_whole() -> None:
    source = "甲&nbsp;&ldquo;乙&rdquo;"
    passage = _clean(source)
    covered = [source[start:end] for start, end in zip(passage.starts, passage.ends, strict=True)]
    assert (passage.text, covered) == ("甲“乙”", ["甲", "&ldquo;", "乙", "&rdquo;"])


def test_a_long_line_takes_linear_time() -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        _clean("会上,区长 林　甲说:“增长5 %”&nbsp;。" * times)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.01)


_PIECES = st.sampled_from(
    [
        *"区长張５5,()\"'“」 a。，&\t\u3000\u200b\ufeff\ue001",
        *("1,000", "&nbsp;", "&lt;", "&#8203;", "&#12;", "🌾\ufe0f"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=12).map("".join), min_size=1, max_size=4))
def test_every_character_leads_back(lines: list[str]) -> None:
    source = "\n".join(lines)
    passage = _clean(*lines, title=1)
    length = len(passage.text)
    assert [len(passage.printed), len(passage.starts), len(passage.ends)] == [length] * 3
    assert all(start < end for start, end in zip(passage.starts, passage.ends, strict=True))
    pairs = zip(passage.ends, passage.starts[1:], strict=False)
    assert all(end <= start for end, start in pairs)
    assert not any("\ue000" <= character <= "\uf8ff" for character in passage.text)
    for position, character in enumerate(passage.in_script(0, length)):
        stands = source[passage.starts[position] : passage.ends[position]]
        assert stands == character or stands.startswith("&") or character.isspace()
