"""What is said once of several measures: their ends, heads, verbs, rates and bases."""

from __future__ import annotations

from typing import Any

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["metric"])


def read(extractor: Extractor, text: str) -> list[Any]:
    """The metrics of a text of Pingyuan County."""
    document = Document("-", text, "2025-03-12", "平原县")
    return [record for record in extractor.extract(document) if record.type == "metric"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Two measures of which one character each is said.
        (
            "去年末，全县存、贷款余额分别为30亿元和20亿元，分别增长8%、9%。",
            [
                ("存款余额", 3e09, None),
                ("贷款余额", 2e09, None),
                ("存款余额", 8, "yoy"),
                ("贷款余额", 9, "yoy"),
            ],
        ),
        ("去年，全县进、出口额分别增长5%和3%。", [("进口额", 5, "yoy"), ("出口额", 3, "yoy")]),
        (
            "去年末，全县存贷款余额分别达30亿元、20亿元。",
            [("存款余额", 3e09, None), ("贷款余额", 2e09, None)],
        ),
        (
            "去年，全县进出口总额达50亿元、增长5%。",
            [("进出口总额", 5e09, None), ("进出口总额", 5, "yoy")],
        ),
        # What is said once of all that is listed.
        (
            "去年，全县小麦、玉米亩产分别为500公斤、600公斤。",
            [("小麦亩产", 500, None), ("玉米亩产", 600, None)],
        ),
        (
            "去年，全县小麦和玉米的种植面积分别为5万亩和6万亩。",
            [("小麦的种植面积", 50000, None), ("玉米的种植面积", 60000, None)],
        ),
        (
            "去年，全县生猪存栏、出栏分别为5万头和6万头。",
            [("生猪存栏", 50000, None), ("生猪出栏", 60000, None)],
        ),
        (
            "去年，全县小学、初中在校生分别为3000人和2000人。",
            [("小学在校生", 3000, None), ("初中在校生", 2000, None)],
        ),
        (
            "去年，全县工业、居民用电量分别增长5%和7%。",
            [("工业用电量", 5, "yoy"), ("居民用电量", 7, "yoy")],
        ),
        (
            "去年，全县发放低保、供养资金分别为30万元、80万元。",
            [("发放低保资金", 300000, None), ("发放供养资金", 800000, None)],
        ),
        (
            "去年，全县新建学校、医院分别为3所和5所。",
            [("新建学校", 3, None), ("新建医院", 5, None)],
        ),
        (
            "去年，一、二、三产业投资分别增长3%、5%、7%。",
            [("第一产业投资", 3, "yoy"), ("第二产业投资", 5, "yoy"), ("第三产业投资", 7, "yoy")],
        ),
        (
            "去年，接待游客、旅游收入分别增长12%和15%。",
            [("接待游客", 12, "yoy"), ("旅游收入", 15, "yoy")],
        ),
        # Rates of the sums before them, 分别 left out.
        (
            "去年，全县接待游客12万人次，实现旅游收入8亿元，同比增长12%、15%。",
            [
                ("接待游客", 120000, None),
                ("接待游客", 12, "yoy"),
                ("旅游收入", 8e08, None),
                ("旅游收入", 15, "yoy"),
            ],
        ),
        # Against the year and against the month.
        (
            "1月，全县居民消费价格同比、环比分别上涨0.5%、0.2%。",
            [("居民消费价格", 0.5, "yoy"), ("居民消费价格", 0.2, "period")],
        ),
        (
            "1月，全县用电量环比、同比分别增长2%和5%。",
            [("用电量", 2, "period"), ("用电量", 5, "yoy")],
        ),
        # How much a growth was.
        (
            "去年，工业、农业投资同比增长分别为12%、8%。",
            [("工业投资", 12, "yoy"), ("农业投资", 8, "yoy")],
        ),
        ("去年，纺织业投资年均增长也达25%以上。", [("纺织业投资", 25, "annual_average")]),
        # Told at the end of all that are counted.
        (
            "去年，全县有15个村（社区）、3.2万人受灾。",
            [("受灾村（社区）", 15, None), ("受灾", 32000, None)],
        ),
        (
            "去年，全县5个村、320户、1200人脱贫。",
            [("脱贫村", 5, None), ("脱贫", 320, None), ("脱贫", 1200, None)],
        ),
        ("去年，全县26个项目已全部开工。", [("项目开工", 26, None)]),
        # What most of it is.
        ("去年，全县种植以脆李、葡萄为主的小水果15万亩。", [("种植小水果", 150000, None)]),
        (
            "去年，全县低保标准由每人每月600元提高到700元。",
            [("低保标准", 600, None), ("低保标准", 700, None)],
        ),
        ("去年，全县80%的财力都用于民生。", [("财力用于民生", 80, None)]),
    ],
)
def test_what_is_said_once(
    extractor: Extractor, text: str, figures: list[tuple[str, float, str | None]]
) -> None:
    found = read(extractor, f"平原县一周数读\n\n{text}\n")
    assert [(record.indicator, record.value, record.basis) for record in found] == figures


def test_a_number_of_a_paper_silences_no_story(extractor: Extractor) -> None:
    """A paper of rules has its number above it; a story may refer to one."""
    story = "平原县项目建设提速\n\n全县抢抓省政办发〔2025〕6号文件机遇，签约项目62个。\n"
    paper = "平原县补贴办法\n\n平政办发〔2025〕6号\n\n新增企业补贴62个。\n"
    found = [read(extractor, text) for text in (story, paper)]
    assert [[(r.indicator, r.value) for r in records] for records in found] == [
        [("签约项目", 62)],
        [],
    ]
