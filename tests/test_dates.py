"""Dates, periods and days of publication: tables of surface forms, and what resolves them."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie import normalize
from newsie.article import Article, Document, Span
from newsie.clean import clean_article
from newsie.mentions.date import find_dates, resolve_dates, resolve_time
from newsie.mentions.published import infer_published
from newsie.values import TimeValue

TABLES = Path(__file__).parent / "mentions"
ALONE: dict[str, Any] = tomllib.loads((TABLES / "alone.toml").read_text("utf-8"))


def _cases(name: str) -> list[Any]:
    table = tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in table["case"]]


def _find(case: dict[str, Any]) -> list[TimeValue]:
    text = case["text"]
    mentions = resolve_dates(find_dates(text), text, case["published"] or None)
    assert [text[m.start : m.end] for m in mentions] == [m.value.text for m in mentions]
    return [mention.value for mention in mentions]


@pytest.mark.parametrize("case", _cases("date"))
def test_dates(case: dict[str, Any]) -> None:
    found = [
        [
            value.text,
            [value.date, value.end_date] if value.end_date else value.date or "",
            value.kind,
        ]
        for value in _find(case)
    ]
    assert found == case["found"]


@pytest.mark.parametrize("case", _cases("period"))
def test_periods(case: dict[str, Any]) -> None:
    assert [[value.text, value.period or ""] for value in _find(case)] == case["found"]


@pytest.mark.parametrize(("text", "published", "expected"), ALONE["dates"])
def test_dates_alone(text: str, published: str, expected: str) -> None:
    assert (normalize.date(text, published or None) or "") == expected


@pytest.mark.parametrize(("text", "published", "expected"), ALONE["periods"])
def test_periods_alone(text: str, published: str, expected: str) -> None:
    assert (normalize.period(text, published or None) or "") == expected


def test_times_of_the_news_are_read() -> None:
    table = Path(__file__).parents[1] / "benchmarks" / "data" / "times.tsv"
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    read = [
        normalize.period(row["words"], row["published"])
        or normalize.date(row["words"], row["published"])
        or ""
        for row in rows
    ]
    assert read == [row["value"] for row in rows]


def test_normalisers_read_whole_words_only() -> None:
    assert normalize.date("２０２５年２月６日") == "2025-02-06"
    assert normalize.date("二月六日召开", published="2025-02-10") is None
    assert normalize.period("今年前三季度", published="2025-11-02") == "2025-01/2025-09"
    assert normalize.period("去年同期", published="2025-11-02") == "2024"


def test_what_is_ahead_is_not_last_years() -> None:
    words = ["7月", "四季度", "全年", "1月"]
    read = [resolve_time(TimeValue(word), "2025-02-21") for word in words]
    ahead = [resolve_time(TimeValue(word), "2025-02-21", ahead=True) for word in words]
    assert [value.period for value in read] == ["2024-07", "2024-Q4", "2024", "2025-01"]
    assert [value.period for value in ahead] == ["2025-07", "2025-Q4", "2025", "2025-01"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2025-02-10", "2024年12月1日", ("2025-02-10", "metadata")),
        (
            None,
            "来源：双溪发布　时间：2024年12月05日 11:20\n12月3日，调研组到访。",
            ("2024-12-05", "text"),
        ),
        (
            None,
            "双溪报　2013年9月11日　星期三　第5版\n9月8日，运动会闭幕。",
            ("2013-09-11", "text"),
        ),
        (
            None,
            "9月8日，运动会闭幕。\n（原载《双溪报》2014年2月21日第3版）",
            ("2014-02-21", "text"),
        ),
        (None, "2025年1月16日　双溪潮　特约撰稿　文木\n本厂投产。", ("2025-01-16", "text")),
        (None, "（2018年12月27日市人大常委会通过）\n12月27日，会议举行。", ("2018-12", "inferred")),
        (None, "3月11日，2025年推进会召开。到2027年，产值翻一番。", ("2025-03", "inferred")),
        (None, "再过半月就是2025年，12月10日调研组到访。", ("2024-12", "inferred")),
        (None, "1月17日，县教育局总结2024年工作。", ("2025-01", "inferred")),
        (None, "12月24日，县委部署2026年工作。", ("2025-12", "inferred")),
        (None, "11月9日，2022年度技能比武落幕。", ("2022-11", "inferred")),
        (None, "5月23日，大会召开。工程于2024年8月通过验收。", ("2025-05", "inferred")),
        (None, "3月30日，项目开工，2016年计划投资3亿元。", ("2016-03", "inferred")),
        (None, "11月20日，2019双溪脐橙文化节在山口村开幕。", ("2019-11", "inferred")),
        (None, "“2021年，我们卖了30万公斤。今年再栽200亩。”", ("2022", "inferred")),
        (None, "全县2014年网店卖货3.2亿元，今年前8月，2.9亿元。", ("2015", "inferred")),
        (None, "截至2018年6月末，贷款余额12.6亿元。", ("2018", "inferred")),
        (None, "截至2018年末，贷款余额12.6亿元。今年放贷300笔。", ("2019", "inferred")),
        (None, "记者近日获悉，2016年，全县接待游客320万人次。", ("2017", "inferred")),
        (None, "1月24日，县法院公布2023年度审判工作报告。", ("2024-01", "inferred")),
        (None, "2月20日，大会听取2021年工作总结、2022年工作打算。", ("2022-02", "inferred")),
        (None, "1月30日，2025年下半年度“双溪好人”表彰。", ("2026-01", "inferred")),
        (None, "7月26日，代表视察2018年代表建议办理工作。", ("2018-07", "inferred")),
        (None, "昨日（5月16日），2023年公路改造工程在山口镇动工。", ("2023-05", "inferred")),
        (None, "2015级学生获奖，3月5日发放奖学金2013元。", (None, None)),
        (
            None,
            "10月28日，县里召开2004年菌菇产业发展座谈会，部署菌种繁育和菇棚改造等各项工作，"
            "要求各乡镇抓好秋栽，多建菇棚，办好技术培训班，让更多菇农学会新技术。"
            "\n- 山口村的菇农\n0评论2025-02-12\n- 河口村种药\n0评论2025-02-12"
            "\n- 村里有了直播间\n0评论2025-02-11",
            ("2004-10", "inferred"),
        ),
        (None, "6月10日，水位接近2002年的43米，比2010年高。", (None, None)),
        (None, "4月1日，街道开放。到1985年，产值不过3亿元。", (None, None)),
        (None, "近日，社区举办义诊。", (None, None)),
    ],
)
def test_publication(
    published: str | None, text: str, expected: tuple[str | None, str | None]
) -> None:
    document = Document("d", text, published=published)
    article = Article(0, "news", 0, len(text), source=text, body=(Span(0, len(text)),))
    article.passage = clean_article(document, article)
    infer_published(document, [article])
    assert (article.published, article.published_source) == expected


@given(st.dates(), st.sampled_from(["{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}"]))
def test_full_dates_are_read_back(day: Any, form: str) -> None:
    expected = day.isoformat() if day.year >= 1900 else None
    if day.year >= 1900 and day.year < 2100:
        assert normalize.date(form.format(day.year, day.month, day.day)) == expected


@given(st.text(alphabet="一二三十五今去明前年月日周季度上下半同期至到底以来“”0123456789—-/ "))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    position = 0
    for mention in resolve_dates(find_dates(text), text, "2025-02-10"):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end
