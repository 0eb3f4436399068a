"""Whose text an article is."""

from __future__ import annotations

import pytest

from newsie.article import Document
from newsie.segment import segment_document
from newsie.segment.origin import read_origin


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("来源：云山县融媒体中心　发布时间：2025-01-14", "云山县融媒体中心"),
        ("2022年11月02日08:16 | 来源：云山日报·地方频道 | 点击 20", "云山日报·地方频道"),
        ("信息来源:柳湾发布", "柳湾发布"),
        ("来源于：东区办事处", "东区办事处"),
        ("转自：《云山教育》", "云山教育"),
        ("来源：云山网作者：高小满", "云山网"),
        ("来源|云山日报", "云山日报"),
        ("县队勇夺第一。（来源：云山电视台　记者：高小满）", "云山电视台"),
        ("来源： 作者： 发布时间：2025-01-14", None),
        ("来源：2025-01-14", None),
        ("资金来源：财政拨款", None),
        ("水的来源：地下水。", None),
        ("", None),
    ],
)
def test_sources_are_read(line: str, origin: str | None) -> None:
    assert read_origin(line) == origin


def test_an_article_names_the_first_source_as_printed() -> None:
    text = """云山縣召開防汛會議
2024-06-03　來源：雲山發布　作者：林春生

6月3日，云山縣召開防汛會議，縣長高小滿主持會議並講話。
來源：柳灣發布
"""
    (article,) = segment_document(Document("a.txt", text))
    assert article.origin == "雲山發布"
