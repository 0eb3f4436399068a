"""Promises: which words are cues, how far they reach, and what is no promise."""

from __future__ import annotations

from typing import Any

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["target"])


def read(extractor: Extractor, text: str) -> list[tuple[str, str, str | None]]:
    """Goal, modality and period of the targets of a text of Pingyuan County."""
    document = Document("-", f"平原县部署新年工作\n\n{text}\n", "2025-03-12", "平原县")
    records: list[Any] = extractor.extract(document)
    return [(r.goal, r.modality, r.period) for r in records if r.type == "target"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "今年，全县力争新增就业8000人，确保投资增长10%。",
            [("新增就业8000人", "strive", "2025"), ("投资增长10%", "ensure", "2025")],
        ),
        (
            "全年生产总值确保增长6%，争取7%。",
            [("全年生产总值确保增长6%", "ensure", "2025"), ("7%", "strive", "2025")],
        ),
        (
            "平原县将推进旧城更新，提升人居环境；去年新建公园3座。",
            [("推进旧城更新，提升人居环境", "plan", None)],
        ),
        ("到2027年，全县林地达到60万亩。", [("全县林地达到60万亩", "plan", "2027")]),
        ("9月底前完成资产清查。", [("9月底前完成资产清查", "plan", "2025-09")]),
        ("今年计划投资96亿元，已开工17个项目。", [("投资96亿元", "plan", "2025")]),
        (
            "加工园预计全年将完成投资12亿元；冷链园力争年底投产。",
            [("完成投资12亿元", "expect", "2025"), ("年底投产", "strive", "2025")],
        ),
        (
            "3月10日，5个项目集中开工，包括投资2亿元的冷链物流园项目、投资8000万元的饲料厂项目。",
            [("投资2亿元", "plan", None), ("投资8000万元", "plan", None)],
        ),
        (
            "一期10月初试产。项目达产后预计年产值30亿元，提供就业岗位600个。",
            [("年产值30亿元", "expect", None), ("提供就业岗位600个", "expect", None)],
        ),
        ("两条生产线预计国庆节前投产。", [("国庆节前投产", "expect", "2025-10")]),
        (
            "会议确定了今年的实事。这两件实事是：1.新建公厕14座。2.建成南山水厂。",
            [("新建公厕14座", "plan", "2025"), ("建成南山水厂", "plan", "2025")],
        ),
        (
            "今年，全县将改造公路60公里。其中，改造县道20公里；改造乡道40公里。",
            [
                ("改造公路60公里", "plan", "2025"),
                ("改造县道20公里", "plan", "2025"),
                ("改造乡道40公里", "plan", "2025"),
            ],
        ),
        (
            "新院占地面积90亩，总投资2亿元，预计2026年竣工。",
            [
                ("新院占地面积90亩", "plan", None),
                ("总投资2亿元", "plan", None),
                ("2026年竣工", "expect", "2026"),
            ],
        ),
        (
            "大楼预计10月竣工交付，副县长高小满出席封顶仪式。",
            [("10月竣工交付", "expect", "2025-10")],
        ),
        (
            "以建设强县为目标，培育企业100家。",
            [("建设强县", "plan", None), ("培育企业100家", "plan", None)],
        ),
        (
            "今年，全县将建设学校5所。同时，着力改善人居环境，启动农村公路三年计划。",
            [("建设学校5所", "plan", "2025"), ("启动农村公路三年计划", "plan", "2025")],
        ),
        (
            "项目投资8亿元，计划新建厂房12栋，厂区规划3栋生产车间。",
            [
                ("项目投资8亿元", "plan", None),
                ("新建厂房12栋", "plan", None),
                ("厂区规划3栋生产车间", "plan", None),
            ],
        ),
        (
            "力促总投资5亿元的产业园项目早日开工。",
            [("总投资5亿元", "plan", None)],
        ),
        (
            "签约项目8个、总投资3亿元，开工项目2个、总投资4亿元。",
            [("总投资4亿元", "plan", None)],
        ),
        (
            "项目将盘活闲置土地，项目投产后，将带动就业。",
            [("盘活闲置土地", "plan", None), ("带动就业", "plan", None)],
        ),
    ],
)
def test_cues_reach_as_far_as_they_promise(
    extractor: Extractor, text: str, targets: list[tuple[str, str, str | None]]
) -> None:
    assert read(extractor, text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "县防指将响应等级由四级提升为三级。",
        "去年，全县积极争取上级资金2亿元。",
        "会议强调，要压实责任，确保各项任务落地见效。",
        "2024年，全县完成年度投资计划的98%。",
        "如果水位继续上涨，下游将启动预案。",
        "工程即将完工，他将信将疑。",
        "他要求有关部门尽快将机顶盒安装到位，让老人看上清晰的画面。",
        "居民将一面锦旗送到了社区书记手中。",
        "公路总投资300万元，有效解决了当地群众的出行困难。",
        "县里加强蔬菜调运，确保居民“菜篮子”储备充足。",
        "会议提出的300多项重要改革举措正逐步落地。",
        "66%的受访者预计会受影响，70%的人认为状况一般。",
        "全年建成公厕20座，完成年度计划的110%。",
        "工人们正在施工，确保工程进度。",
        "预计未来三天有中到大雨，气温下降8℃。",
        "县里收购烟叶30万公斤，较计划增加12万公斤。",
        "这次获奖将有力推动全县质量水平的提升。",
        "展会将为全县发展注入新动能。",
        "他和团队每天都要驱车100公里。",
        "如果10月13日前仍未修复，工厂将停产。",
        "开工是确保实现全年目标的有力抓手。",
        "活动将持续到5月5日。",
        "此次会议以目标为引领，进一步统一了思想认识。",
        "本次会议的主题是开放。主要任务是：深入学习文件，推动合作共赢。",
        "出席将于9月在海口举行的论坛，期待发挥作用。",
        "全镇将年度任务细化分解到村到户。",
        "3月1日，一期投资1亿元的13个项目如期完工。",
        "各部门将解决难题放在突出位置。",
        "预计明天将出现强降水天气。",
        "空袭的目标是当地一处营地。",
    ],
)
def test_other_words_promise_nothing(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []
