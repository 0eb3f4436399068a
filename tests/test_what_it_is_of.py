"""What numbers measure, where that stands behind them, or was said of the number before."""

from __future__ import annotations

from typing import Any

import pytest

from newsie.article import Document
from newsie.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["metric"])


def read(extractor: Extractor, text: str) -> list[Any]:
    document = Document("-", f"平原县新闻速览\n\n{text}\n", "2025-03-12", "平原县")
    return [record for record in extractor.extract(document) if record.type == "metric"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Several measures rank alike, however many they are said to be.
        (
            "去年，全县客流量、门票收入两项指标均位居全市第四位。",
            [("客流量", 4), ("门票收入", 4)],
        ),
        (
            "去年，全县粮食总产量、肉类总产量“两大指标”均居全市首位。",
            [("粮食总产量", 1), ("肉类总产量", 1)],
        ),
        (
            "去年，全县用电量增长6%，在全省28个县区中排第3位，增幅名列沿江五县市第一。",
            [("用电量", 6), ("用电量", 3), ("用电量增幅", 1)],
        ),
        (
            "去年，全县拆除旱厕3200座，完成量全市排名第二。",
            [("拆除旱厕", 3200), ("拆除旱厕完成量", 2)],
        ),
        ("去年，平原县成为全省板栗产量第一大县。", [("板栗产量", 1)]),
        ("去年，清河镇（含工业园）工业产值达12亿元。", [("工业产值", 1.2e9)]),
        # What the number before was of.
        (
            "去年，民房倒塌18间、严重损坏96间、一般损坏210间。",
            [("民房倒塌", 18), ("民房严重损坏", 96), ("民房一般损坏", 210)],
        ),
        (
            "去年，全县土豆播种面积6万亩，增长2%；产量9万吨，增长3%。",
            [("土豆播种面积", 60000), ("土豆播种面积", 2), ("土豆产量", 90000), ("土豆产量", 3)],
        ),
        (
            "去年，全县深海捕捞产量6万吨，实现收入3亿元。",
            [("深海捕捞产量", 60000), ("深海捕捞收入", 3e8)],
        ),
        (
            "目前，脆李收购价6元，蜜桃8元，黄瓜2元左右。",
            [("脆李收购价", 6), ("蜜桃收购价", 8), ("黄瓜收购价", 2)],
        ),
        (
            "去年，全县纳税超千万元企业8家，超百万元企业92家。",
            [("纳税超千万元企业", 8), ("纳税超百万元企业", 92)],
        ),
        (
            "去年，全县产值亿元以上企业18家，其中超5亿元企业3家。",
            [("产值亿元以上企业", 18), ("产值超5亿元企业", 3)],
        ),
        (
            "去年，全县居民消费价格上涨1%，其中交通和通信上涨2%，其他用品及服务下降3%。",
            [("居民消费价格", 1), ("交通和通信价格", 2), ("其他用品及服务价格", 3)],
        ),
        (
            "去年，16个项目集中开工，总投资8亿元；7个竣工投产项目，总投资3亿元。",
            [
                ("项目集中开工", 16),
                ("集中开工项目总投资", 8e8),
                ("竣工投产项目", 7),
                ("竣工投产项目总投资", 3e8),
            ],
        ),
        (
            "去年，县法院收案920件，结案880件，收、结案均居全市第三。",
            [("收案", 920), ("结案", 880), ("收案", 3), ("结案", 3)],
        ),
        (
            "今年春节，全县接待游客6万人次，同比2019年恢复92%，门票收入恢复至疫情前的九成。",
            [("接待游客", 60000), ("接待游客", 92), ("门票收入", 90)],
        ),
        # What stands behind the number.
        ("去年，黄桃给农户带来了6万多元的收入。", [("黄桃收入", 60000)]),
        ("去年，县里拿出90万元专项资金扶持养蜂。", [("拿出专项资金", 900000)]),
        ("去年，他流转80亩坡地种花椒。", [("流转坡地", 80)]),
        ("去年，合作社收购300吨蜜桃和200吨脆李。", [("收购蜜桃", 300), ("收购脆李", 200)]),
        ("去年，合作社接到了90吨的订单。", [("接到订单", 90)]),
        ("去年，园区集聚了全县八成的包装企业。", [("园区集聚包装企业", 80)]),
        ("眼下，全县3万亩桃花竞相开放。", [("桃花", 30000)]),
        # A rate told as a pace; how far away something is; 约 says how exactly.
        (
            "去年，全县用电量以9%的速度增长，工业投资保持12%以上的增幅。",
            [("用电量", 9), ("工业投资", 12)],
        ),
        ("去年，距县城9公里的禹城市接待游客3万人次。", [("接待游客", 30000)]),
        ("去年，全县外来人口约占总人口的三成。", [("外来人口占总人口", 30)]),
        ("去年，全县煤矿百万吨死亡率0.03。", [("煤矿百万吨死亡率", 0.03)]),
        # The projects of the sentence before, looked at from a side.
        (
            "去年，全县新开工项目26个，投资90亿元。从区域看，城关镇16个，占六成；恩城镇10个。",
            [
                ("新开工项目", 26),
                ("新开工项目投资", 9e9),
                ("新开工项目", 16),
                ("新开工项目占比", 60),
                ("新开工项目", 10),
            ],
        ),
        # What leads to it is no part of it.
        ("去年，全县共治理违建86处，累积腾出土地12亩。", [("治理违建", 86), ("腾出土地", 12)]),
        (
            "去年，大河村修路8公里，这是一个常住人口只有60多人的小村。",
            [("修路", 8), ("常住人口", 60)],
        ),
        ("去年，县里部署4个方面18项任务。", [("部署任务", 18)]),
        ("去年，合作社以年租金9万元租下冷库。", [("年租金", 90000)]),
        ("去年，大河村种下的30亩西瓜长势喜人。", [("种下西瓜", 30)]),
        ("去年，企业年加工2万吨脆李。", [("企业年加工脆李", 20000)]),
        # What those who are counted do, and for what they are sent, is another matter.
        ("去年，县公安局抽调30名民警组成突击队。", [("抽调民警", 30)]),
        ("去年，全县26栋楼都装上了电梯。", [("楼装上电梯", 26)]),
        ("去年，全县320艘渔船全部进港避风。", [("渔船进港避风", 320)]),
        ("去年，12个重点项目开足马力赶进度。", [("重点项目", 12)]),
    ],
)
def test_what_it_is_of(extractor: Extractor, text: str, figures: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read(extractor, text)] == figures


def test_units_and_hedges(extractor: Extractor) -> None:
    """The unit of where it came from; 约 before 占."""
    grown = read(extractor, "去年，大河村村集体收入从3万元增加到12万。")
    assert [(r.value, r.unit) for r in grown] == [(30000, "元"), (120000, "元")]
    share = read(extractor, "去年，全县外来人口约占总人口的三成。")
    assert [(r.comparator, r.unit) for r in share] == [("approx", "%")]
    paced = read(extractor, "去年，全县用电量以9%的速度增长。")
    assert [(r.aspect, r.basis) for r in paced] == [("increase", "yoy")]


def test_parts_are_compared_as_the_whole(extractor: Extractor) -> None:
    """环比 of the whole holds for parts that say no more than 上涨."""
    told = read(extractor, "2月，全县农产品价格环比由上月持平转为上涨0.2%，其中蔬菜下降3%。")
    assert [r.basis for r in told] == ["period", "period"]
    told = read(
        extractor, "2月，全县农产品价格同比上涨1%，涨幅比上月扩大0.1个百分点，其中蔬菜下降3%。"
    )
    assert [r.basis for r in told] == ["yoy", "period", "yoy"]
