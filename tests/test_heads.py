"""What the figures of a short feature are of, sentence after sentence, and whose they are."""

from __future__ import annotations

from typing import Any

import pytest

from newsie import Document, Extractor

Figures = list[tuple[str | None, str | None, Any]]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str) -> Figures:
    document = Document("x", f"平原县动态新闻\n\n{text}", "2025-03-28", "平原县")
    records: list[Any] = extractor.extract(document)
    return [(r.subject, r.indicator, r.value) for r in records if r.type == "metric"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # What grows in the fields is named once, and all that it bears is of it.
        (
            "上坪镇枇杷种植面积达1.2万亩，挂果8000亩，平均亩产800公斤，产量6400吨，产值5120万元。",
            [
                ("上坪镇", "枇杷种植面积", 12000),
                ("上坪镇", "枇杷挂果", 8000),
                ("上坪镇", "枇杷平均亩产", 800),
                ("上坪镇", "枇杷产量", 6400),
                ("上坪镇", "枇杷产值", 51200000),
            ],
        ),
        (
            "全县板栗种植面积18万亩，居全省第一，可采收面积10万亩，年产量1.2万吨。",
            [
                ("平原县", "板栗种植面积", 180000),
                ("平原县", "板栗种植面积", 1),
                ("平原县", "板栗可采收面积", 100000),
                ("平原县", "板栗年产量", 12000),
            ],
        ),
        (
            "大河村种植面积3200亩，户均5亩，产值1500万元。",
            [
                ("大河村", "种植面积", 3200),
                ("大河村", "户均种植面积", 5),
                ("大河村", "产值", 15000000),
            ],
        ),
        # What became of cases is of the cases, not of their being taken.
        (
            "去年，民商事案件受理2800件，结案2690件，调撤率62%。",
            [
                ("平原县", "民商事案件受理", 2800),
                ("平原县", "民商事案件结案", 2690),
                ("平原县", "民商事案件调撤率", 62),
            ],
        ),
        # What firms as a class have, and what those who receive guests take in.
        (
            "全县规上工业企业复工842家，复工率98.2%。",
            [("平原县", "规上工业企业复工", 842), ("平原县", "规上工业企业复工率", 98.2)],
        ),
        (
            "规上工业企业完成产值78亿元，实现利税7.3亿元。",
            [
                ("平原县", "规上工业企业产值", 7800000000),
                ("平原县", "规上工业企业利税", 730000000),
            ],
        ),
        (
            "乡村旅游接待游客21万人次，收入9800万元。",
            [("平原县", "乡村旅游接待游客", 210000), ("平原县", "乡村旅游收入", 98000000)],
        ),
        # Of projects begun some are completed.
        (
            "全县新开工项目24个，竣工18个。",
            [("平原县", "新开工项目", 24), ("平原县", "竣工项目", 18)],
        ),
        # What is there already is no plan.
        (
            "县医院新大楼正式启用。大楼建筑面积3.6万平方米，地上16层，总投资1.5亿元。",
            [("县医院", "大楼建筑面积", 36000), ("县医院", "大楼总投资", 150000000)],
        ),
        # What kind of firm it is is no part of its name, and a road to villages is no village.
        (
            "龙头企业远帆种植有限公司去年销售香菇6200吨。",
            [("远帆种植有限公司", "销售香菇", 6200)],
        ),
        (
            "全县整村推进78个村，修建通村公路560公里。",
            [("平原县", "整村推进村", 78), ("平原县", "修建通村公路", 560)],
        ),
        # What is counted is no subject, and where it is is no part of it.
        (
            "平原县脐橙产业园入驻企业23家，合作社116家。",
            [("平原县脐橙产业园", "入驻企业", 23), ("平原县脐橙产业园", "合作社", 116)],
        ),
        (
            "去年，大河村有党员36名。村里有加工厂12家。",
            [("大河村", "党员", 36), ("大河村", "加工厂", 12)],
        ),
        (
            "县渔政站出动执法船艇86艘次，查获案件32起。",
            [("县渔政站", "出动执法船艇", 86), ("县渔政站", "查获案件", 32)],
        ),
    ],
)
def test_whole_features(extractor: Extractor, text: str, figures: Figures) -> None:
    assert read(extractor, text) == figures
