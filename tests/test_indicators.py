"""What numbers measure, by the words around them, and when: wordings of county papers."""

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
    document = Document("-", f"平原县一周数读\n\n{text}\n", "2025-03-12", "平原县")
    return [record for record in extractor.extract(document) if record.type == "metric"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Cases of all kinds need no name, those of one kind do; a rate said again is the same.
        (
            "去年，县法院受理各类案件80件，结案60件，结案率75%。",
            [("受理各类案件", 80), ("结案", 60), ("结案率", 75)],
        ),
        (
            "去年，县法院受理刑事案件80件，结案率75%，结案率同比提高5个百分点。",
            [("受理刑事案件", 80), ("刑事案件结案率", 75), ("刑事案件结案率", 5)],
        ),
        ("去年，全县破案件90起，破案率61%。", [("破案件", 90), ("破案率", 61)]),
        (
            "去年，全县完成固定资产投资9亿元。其中，工业完成5亿元，交通完成2亿元。",
            [("固定资产投资", 9e8), ("工业投资", 5e8), ("交通投资", 2e8)],
        ),
        (
            "去年，全县硅制品出口9亿元，增长12%；黄磷3亿元，增长5%。",
            [("硅制品出口", 9e8), ("硅制品出口", 12), ("黄磷出口", 3e8), ("黄磷出口", 5)],
        ),
        ("去年，全县新建公厕12座，改造23座。", [("新建公厕", 12), ("改造公厕", 23)]),
        (
            "去年，全县出动车辆400台次，规范经营180起。",
            [("出动车辆", 400), ("规范经营", 180)],
        ),
        (
            "去年，全县完成农村危房改造1126户，竣工率98%。",
            [("农村危房改造", 1126), ("农村危房改造竣工率", 98)],
        ),
        ("去年，贫困人口100%参加医疗保险。", [("贫困人口参加医疗保险", 100)]),
        ("去年，县医院为1800名居民建立健康档案。", [("居民建立健康档案", 1800)]),
        ("去年，该行在全县27个乡镇布放柜员机46台。", [("布放柜员机", 46)]),
        ("去年，全县开发护林员、保洁员等公益性岗位145个。", [("开发公益性岗位", 145)]),
        ("去年，产品销往甲省、乙省等12个省市。", [("产品销往省市", 12)]),
        ("去年，县城中心将78个窗口整合为26个综合窗口。", [("窗口", 78), ("综合窗口", 26)]),
        ("去年，县里争取项目资金1180万元。", [("争取项目资金", 11800000)]),
        ("去年，全县人均公园绿地面积14.8平方米。", [("人均公园绿地面积", 14.8)]),
        ("去年，有进出口实绩的企业达186家。", [("有进出口实绩的企业", 186)]),
        ("去年，住院人数也创造了354人的历史新高。", [("住院人数", 354)]),
        ("去年，合作社投资520万元建设了脱毒种薯繁育中心。", [("脱毒种薯繁育中心投资", 5200000)]),
        (
            "去年，全县签约的10个项目总投资30亿元。",
            [("签约项目", 10), ("签约项目总投资", 30e8)],
        ),
        (
            "去年，全县小学招生人数2100人，在校生人数8500人。",
            [("小学招生人数", 2100), ("小学在校生人数", 8500)],
        ),
        (
            "去年，全县农作物受灾面积20公顷，成灾面积6公顷，绝收面积5公顷。",
            [("农作物受灾面积", 20), ("农作物成灾面积", 6), ("农作物绝收面积", 5)],
        ),
        ("去年，全县倒塌房屋5间，损坏房屋31间。", [("倒塌房屋", 5), ("损坏房屋", 31)]),
        ("去年，县文化馆举办2次民谣、广场舞等公益培训班。", [("举办公益培训班", 2)]),
        # Villages called after numbers, and what only lends a hand.
        ("去年，全县建成三所楼、五里桥等地冷库12座。", [("建成冷库", 12)]),
        ("去年，全镇借助34个合作社的优势，种植草莓200亩。", [("种植草莓", 200)]),
        (
            "去年，全县排查隐患320处，整改300处。",
            [("排查隐患", 320), ("整改隐患", 300)],
        ),
        (
            "去年，全县籼稻收购600吨、玉米300吨。",
            [("籼稻收购", 600), ("玉米收购", 300)],
        ),
        (
            "去年，全县汽车产销量分别完成26辆和24辆。",
            [("汽车产量", 26), ("汽车销量", 24)],
        ),
        ("去年，一座占地43.5亩的滨水体育公园建成投用。", [("滨水体育公园占地", 43.5)]),
        ("去年，服务站覆盖近90%的乡镇。", [("服务站覆盖乡镇", 90)]),
        # What is shared, with 日均 before it; what stands between the measure and its change.
        (
            "去年，全县日均投入警力420人次、车辆110台次。",
            [("日均投入警力", 420), ("日均投入车辆", 110)],
        ),
        (
            "去年，全县公路客运量1860万人次，受疫情影响同比下降41.3%。",
            [("公路客运量", 18600000), ("公路客运量", 41.3)],
        ),
        ("去年，全县带动526户1680人增收。", [("带动增收", 526), ("带动增收", 1680)]),
        (
            "去年，全县创建科普社区6个，总数达到31个。",
            [("创建科普社区", 6), ("科普社区总数", 31)],
        ),
        (
            "去年，全县销售脐橙4.2万吨，均价每公斤6.2元。",
            [("销售脐橙", 42000), ("脐橙均价每公斤", 6.2)],
        ),
        ("去年，全县规划建设了占地3200亩的玻璃产业园。", [("玻璃产业园占地", 3200)]),
        ("去年，全县公交站点500米覆盖率达100%。", [("公交站点500米覆盖率", 100)]),
        ("去年，全县科技辅导员达286名。", [("科技辅导员", 286)]),
        # How much of what another number is told, and for how much.
        ("去年，一亩地能收6000多斤。", [("一亩地能收", 6000)]),
        ("去年，香米零售价6元一斤。", [("香米零售价", 6)]),
        ("去年，平均每8个平原人中就有1个老板。", []),
        ("去年，与其他品种相比每亩地增收800元。", [("每亩地增收", 800)]),
    ],
)
def test_what_is_measured(
    extractor: Extractor, text: str, figures: list[tuple[str, float]]
) -> None:
    assert [(r.indicator, r.value) for r in read(extractor, text)] == figures


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # What a paragraph without numbers is of: the deeds behind it, not how things stand.
        (
            "今年以来，平原县着力整治环境。\n\n各乡镇清理死角610处，取缔摊点32个。",
            ["2025-01/2025-03", "2025-01/2025-03"],
        ),
        ("今年以来，平原县着力整治环境。\n\n全县有公园12个。", [None]),
        # How things stand now is of no year before; 截至 says until when.
        ("2007年，他开始种植茶叶，如今发展到120亩。", [None]),
        ("截至2月6日，近期降雨造成房屋损坏30间，转移群众12人。", ["2025-02-06", "2025-02-06"]),
        ("园区于2017年建成，占地60亩，有大棚48个。", [None, None]),
        # A year at the head of a paragraph is the article's, one inside it is not.
        (
            "2024年，全县种植茶园2000亩。\n\n全县培训茶农300人。",
            ["2024", "2024"],
        ),
        (
            "全镇发展茶园，2024年采摘春茶200斤。\n\n全镇培训茶农300人。",
            ["2024", None],
        ),
        # A day that is told of without a number is nothing's.
        ("3月5日至6日，记者走访了三个村。\n\n大葱亩产2000斤。\n\n冷库可储葱4500吨。", [None, None]),
    ],
)
def test_when_it_was_measured(extractor: Extractor, text: str, periods: list[str | None]) -> None:
    assert [r.period for r in read(extractor, text)] == periods


def test_a_change_since_nobody_says_when(extractor: Extractor) -> None:
    """能耗降了15% has no basis; 去年，能耗降了15% is a year's."""
    summed = read(extractor, "1—2月，全县工业增加值累计增长11.5%。")
    assert [r.basis for r in summed] == ["yoy"]
    texts = ("全县能耗降低15%。", "去年，全县能耗降低15%。")
    assert [r.basis for text in texts for r in read(extractor, text)] == [None, "yoy"]
