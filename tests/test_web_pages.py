"""Web pages: what is read of them, each character where the page has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsie.article import Document
from newsie.ingest import Columns, find_sources, read_documents
from newsie.ingest.html import read_page

PAGE = """<html><head><title>新闻_春风区政府</title><meta name="PubDate" content="2025-2-6">
<META NAME="ArticleTitle" CONTENT="春风区召开大会"><script>if (a<b) w("<p>无</p>")</script>
</head><body><form><ul class="menu"><li><a href="/">首页</a></li><li><a>新闻 | 公开</a></li>
<li><a>互动</a></li></ul><h1>春风区<br>召开大会</h1><p>2月6日，<b>春风</b>区召开
大会，GDP
up 5 &lt; 6。</p><!-- 表 --><table><tr><td>产值</td><td>3亿元</td></tr></table>
<p>上一篇：<a>旧闻</a></p><footer>版权所有</footer></form></body></html>
"""

STORY = """<p>6月3日，云山县召开防汛工作会议，县长林春生主持会议并讲话，有关部门负责人参加。</p>
<p>会议强调，要压实责任，加强巡查，做好物资储备，确保全县安全度汛，保护好群众的生命财产安全。</p>
<p>会前，与会人员到柳湾水库察看了大坝和溢洪道，听取了水库管理所的汇报，并慰问了值守人员。</p>"""

TOLD = [
    "6月3日，云山县召开防汛工作会议，县长林春生主持会议并讲话，有关部门负责人参加。",
    "会议强调，要压实责任，加强巡查，做好物资储备，确保全县安全度汛，保护好群众的生命财产安全。",
    "会前，与会人员到柳湾水库察看了大坝和溢洪道，听取了水库管理所的汇报，并慰问了值守人员。",
]


def shown(page: str) -> list[str]:
    """The lines that are read of a page, after a check that each character stands in its place."""
    text = read_page("a.html", page).text
    assert len(text) == len(page)
    assert all(a == b for a, b in zip(text, page, strict=True) if a not in "\u200b\n\t ")
    return [line for line in text.replace("\u200b", "").split("\n") if line.strip()]


def test_reads_a_web_page_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode("gb18030"))
    sources, problems = find_sources([str(tmp_path)])
    (found,) = read_documents(sources, Columns())
    assert isinstance(found, Document)
    assert (found.title, found.published, found.markup) == ("春风区召开大会", "2025-02-06", PAGE)
    assert (problems, shown(PAGE)) == (
        [],
        ["春风区召开大会", "2月6日，春风区召开大会，GDP up 5 &lt; 6。", "产值\t3亿元"],
    )


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("正文", ["正文"]),
        ("<p>一<nav>二", ["一", "二"]),
        ("<![if !IE]>正文<![endif]>", ["正文"]),
        ("<pre>一\n二</pre>", ["一", "二"]),
        ("<p>一</p>\r\n\r\n<p>二</p>", ["一", "二"]),
        ("<a>一</a><br><a>二</a>", ["一", "二"]),
        ("<a>一</a><br><a>二</a><br><a>三</a><br>四", ["四"]),
        ("<li><a>一</a><li><a>二。</a><li><a>三</a>", ["一", "二。", "三"]),
        ("<p>1 <a>一</a><p>06-03<p>【文化】<a>二</a> 2天前<p>3 <a>三</a><p>四", ["四"]),
        (
            "<p>作者<a>甲乙</a><p>编辑<a>丙丁</a><p>来源<a>云山</a>",
            ["作者甲乙", "编辑丙丁", "来源云山"],
        ),
        ("", []),
    ],
)
def test_untidy_pages_are_read(page: str, lines: list[str]) -> None:
    assert shown(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(
            f"""<title>云山县召开防汛工作会议_云山县人民政府</title>
            <div class="sidebar">云山县人民政府热线电话</div><h1>云山县召开防汛工作会议</h1>
            <div>2024-06-03 来源：云山融媒</div><div>分享到：微信 微博</div>
            <div class="content">{STORY}</div><div>分享到：微信</div><div>责任编辑：高小满</div>
            <div>相关阅读</div><p>我县夏粮丰收在望，预计总产可达20万吨。</p>
            <div class="footer">主办：云山县人民政府办公室</div>""",
            ["云山县召开防汛工作会议", "2024-06-03 来源：云山融媒", *TOLD, "责任编辑：高小满"],
            id="around-a-story",
        ),
        pytest.param(
            f"<p>相关阅读</p>{STORY}<p>（一）</p>",
            ["相关阅读", *TOLD, "（一）"],
            id="no-end-before-the-half",
        ),
        pytest.param(
            f'<div class="sidebar">{STORY}</div><div class="content"><p>内容请看原文。</p></div>',
            [*TOLD, "内容请看原文。"],
            id="more-outside-than-inside",
        ),
    ],
)
def test_what_stands_around_a_story_is_left_out(page: str, lines: list[str]) -> None:
    assert [line.strip() for line in shown(page)] == lines


@pytest.mark.parametrize("depth", [500, 501, 50_000])
def test_a_page_of_any_depth_is_read(depth: int) -> None:
    assert shown("<div>" * depth + STORY) == TOLD


def test_a_column_of_a_dump_may_hold_pages(tmp_path: Path) -> None:
    pages = [STORY, "云山县召开大会。\n比分为3<5。", "一<br>二\n三<br/>四", "一<br>二\n三\n四\n五"]
    rows = [{"id": str(i), "text": page, "title": "题"} for i, page in enumerate(pages)]
    dump = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "a.jsonl").write_text(dump, encoding="utf-8")
    sources, problems = find_sources([str(tmp_path)])
    found = list(read_documents(sources, Columns()))
    assert problems == []
    assert [
        (document.doc_id, document.title, document.markup, document.text.replace("\u200b", ""))
        for document in found
        if isinstance(document, Document)
    ] == [
        ("0", "题", pages[0], "\n".join(TOLD) + "\n"),
        ("1", "题", None, pages[1]),
        ("2", "题", pages[2], "一\n二三\n四"),
        ("3", "题", None, pages[3]),
    ]
