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
        # What goes with it in the fields and beyond is of what grows; how it grows is not.
        (
            "全县蜜桔种植面积70万亩，常年产量130万吨，产业综合产值120亿元。蜜桔出口42个国家，出口量8万吨。",
            [
                ("平原县", "蜜桔种植面积", 700000),
                ("平原县", "蜜桔常年产量", 1300000),
                ("平原县", "蜜桔产业综合产值", 12000000000),
                ("平原县", "蜜桔出口国家", 42),
                ("平原县", "蜜桔出口量", 80000),
            ],
        ),
        (
            "全县药材种植面积35万亩，标准化种植26万亩，年产量8万吨，产值18亿元。",
            [
                ("平原县", "药材种植面积", 350000),
                ("平原县", "药材年产量", 80000),
                ("平原县", "药材产值", 1800000000),
                ("平原县", "标准化种植", 260000),
            ],
        ),
        (
            "去年，全县存栏肉牛35万头，年出栏12万头，养殖专业村42个。",
            [
                ("平原县", "存栏肉牛", 350000),
                ("平原县", "年出栏肉牛", 120000),
                ("平原县", "养殖专业村", 42),
            ],
        ),
        # What is arrested for is not what was looked into; deposits make no profit.
        (
            "去年，县检察院受理审查逮捕案件142件，批捕118件。",
            [("县检察院", "受理审查逮捕案件", 142), ("县检察院", "批捕", 118)],
        ),
        (
            "去年，农商行发放贷款12亿元，同比多放3亿元；各项存款日均余额9亿元，实现利润4200万元。",
            [
                ("农商行", "发放贷款", 1200000000),
                ("农商行", "发放贷款", 300000000),
                ("农商行", "各项存款日均余额", 900000000),
                ("农商行", "利润", 42000000),
            ],
        ),
        (
            "去年，全县新引进项目46个，合同投资额126亿元。",
            [("平原县", "新引进项目", 46), ("平原县", "新引进项目合同投资额", 12600000000)],
        ),
        # The rate of a deed is of those to whom it was done.
        (
            "去年，全县老年人接种疫苗2.1万人，老年人体检3万人，体检率62%。",
            [
                ("平原县", "老年人接种疫苗", 21000),
                ("平原县", "老年人体检", 30000),
                ("平原县", "老年人体检率", 62),
            ],
        ),
        # What struck, and where, is no part of what it did.
        (
            "7月14日，暴雨造成全县8.6万人受灾，造成直接经济损失2亿元，最大降雨量为大河镇312毫米。",
            [
                ("平原县", "受灾", 86000),
                ("平原县", "直接经济损失", 200000000),
                ("平原县", "最大降雨量", 312),
            ],
        ),
        # All the county's is not the bureau's; a village of one character is one all the same.
        (
            "今年，县教育局招聘教师50名。全县现有中小学86所。",
            [("县教育局", "招聘教师", 50), ("平原县", "中小学", 86)],
        ),
        (
            "宋村靠山吃山。如今的宋村，绿水环绕。宋村的民宿，火了。去年，全村接待游客70万人次。",
            [("宋村", "接待游客", 700000)],
        ),
    ],
)
def test_whole_features(extractor: Extractor, text: str, figures: Figures) -> None:
    assert read(extractor, text) == figures
