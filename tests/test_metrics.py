"""Number clauses: which numbers are figures, what they measure, and how lists share it."""

from __future__ import annotations

from typing import Any

import pytest

from newsie.article import Document
from newsie.measure.figure import Phrase
from newsie.measure.lists import split_items
from newsie.measure.naming import short_name
from newsie.measure.time import last_month
from newsie.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["metric"])


def read(extractor: Extractor, text: str) -> list[tuple[str, float | int]]:
    """What is measured in a text of Pingyuan County, and the numbers."""
    document = Document("-", f"平原县一周数读\n\n{text}\n", "2025-03-12", "平原县")
    records: list[Any] = extractor.extract(document)
    return [(r.indicator, r.value) for r in records if r.type == "metric"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("去年，全县新增企业560家，增长8%。", [("新增企业", 560), ("新增企业", 8)]),
        (
            "去年，工业产值、固定资产投资双双突破100亿元。",
            [("工业产值", 10000000000), ("固定资产投资", 10000000000)],
        ),
        ("去年，全县有560家企业入驻。", [("企业入驻", 560)]),
        ("去年，平原县改造小区12个、3986户。", [("改造小区", 12), ("改造小区", 3986)]),
        (
            "去年，全县新签约亿元以上项目86个，履约率81%。",
            [("新签约亿元以上项目", 86), ("新签约亿元以上项目履约率", 81)],
        ),
        (
            "去年，全县总人口52万人，65岁以上老人占18%。",
            [("总人口", 520000), ("65岁以上老人占比", 18)],
        ),
        ("去年，县医院门诊量达8.6万人次，日均235人次。", [("门诊量", 86000), ("日均门诊量", 235)]),
        ("去年，全县粮食总产1.2亿斤，连续三年增产。", [("粮食总产", 120000000)]),
        (
            "去年，全县蚕茧产量连续9年全省第一，蚕种产量、亩桑产量、生丝产量全省第一。",
            [("蚕茧产量", 1), ("蚕种产量", 1), ("亩桑产量", 1), ("生丝产量", 1)],
        ),
        (
            "去年，全县参展企业数和展位面积均在全省排第一位。",
            [("参展企业数", 1), ("展位面积", 1)],
        ),
        ("去年，全县连续六年蝉联全市科学发展综合考评第一名。", [("科学发展综合考评", 1)]),
        ("去年，全县农村居民收入增速连续多年位居全省第一。", [("农村居民收入增速", 1)]),
        (
            "去年，全县投资110亿元，总量连续3年在各镇街中排名第一。",
            [("投资", 11000000000), ("投资总量", 1)],
        ),
        (
            "去年，全县进出口增长4.2%，增幅分别高于全市、全省0.5、1.6个百分点。",
            [("进出口", 4.2), ("进出口增幅", 0.5), ("进出口增幅", 1.6)],
        ),
        (
            "去年，全县收购烟叶3000吨，较计划增加1000吨、增50%。",
            [("收购烟叶", 3000), ("收购烟叶", 1000), ("收购烟叶", 50)],
        ),
        ("去年，煤电占总发电量的比重下降到49.7%。", [("煤电占总发电量的比重", 49.7)]),
        ("1月，全县客流量环比前一天增长30%。", [("客流量", 30)]),
        ("去年，县公安局为群众挽回经济损失300万元。", [("挽回经济损失", 3000000)]),
        ("去年，全县向市委办和市政府办报送信息120条。", [("报送信息", 120)]),
        ("去年，市、县两级教育、农业等部门为农民送去了春联1200份。", [("送去春联", 1200)]),
        ("去年，各调研组累计形成调研报告180篇。", [("形成调研报告", 180)]),
        ("去年，企业对县里的综合贡献30亿元。", [("企业对县里的综合贡献", 3000000000)]),
        (
            "去年，全县粮食播种面积30万亩。其中，玉米20万亩，水稻5万亩。",
            [("粮食播种面积", 300000), ("玉米播种面积", 200000), ("水稻播种面积", 50000)],
        ),
        (
            "去年，全县新增病例86例，其中境外输入12例，本土74例。",
            [("新增病例", 86), ("新增境外输入", 12), ("新增本土", 74)],
        ),
        (
            "去年，全县外贸进出口总额5亿元。其中，出口额3亿元，进口额2亿元。",
            [("外贸进出口总额", 500000000), ("外贸出口额", 300000000), ("外贸进口额", 200000000)],
        ),
        ("去年，全县已培育市长质量奖企业8家。", [("培育市长质量奖企业", 8)]),
        ("去年，全县新增企业560家。去年，全县新增企业560家。", [("新增企业", 560)]),
    ],
)
def test_numbers_are_read_with_what_they_measure(
    extractor: Extractor, text: str, figures: list[tuple[str, float | int]]
) -> None:
    assert read(extractor, text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "今年72岁的葛守田，在这里住了整整50年。",
        "3月8日，300余人参加徒步活动。",
        "会上，20家企业获评先进单位。",
        "如果多种10亩，收入就能增加2万元。",
        "违者处200元以上500元以下罚款。",
        "“三个融合”要抓紧，“五个一”要落细。",
        "两位老人坐在门口，三只猫趴在墙头。",
        "县政协召开第12次主席会议。",
    ],
)
def test_other_numbers_are_no_metrics(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []


def test_promised_numbers_are_no_metrics_whatever_types_are_asked_for() -> None:
    text = "平原县谋划新年\n\n去年，全县新修道路320公里。今年计划新修道路500公里。\n"
    document = Document("-", text, "2025-03-12", "平原县")
    told: dict[tuple[str, ...], list[int]] = {}
    for types in (("metric",), ("metric", "target")):
        records: list[Any] = Extractor(types=types).extract(document)
        told[types] = [r.value for r in records if r.type == "metric"]
    assert told == {("metric",): [320], ("metric", "target"): [320]}


@pytest.mark.parametrize(
    ("text", "count", "items"),
    [
        ("城乡居民收入", 2, ["城镇居民收入", "农村居民收入"]),
        ("城镇、农村居民收入", 2, ["城镇居民收入", "农村居民收入"]),
        ("发电量、用电量占比", 2, ["发电量占比", "用电量占比"]),
        ("地方财政收入、支出", 2, ["地方财政收入", "地方财政支出"]),
        ("电子及通信制造业、航空及设备制造业", 2, ["电子及通信制造业", "航空及设备制造业"]),
        ("总产值、利税", 2, ["总产值", "利税"]),
        ("总产值、利税", 3, ["总产值、利税"]),
    ],
)
def test_items_of_a_list_are_each_whole(text: str, count: int, items: list[str]) -> None:
    assert [item.text for item in split_items(Phrase(text, text), count)] == items


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("上海市嘉定区", "嘉定区"),
        ("湖南省长沙市长沙县", "长沙县"),
        ("重庆市石柱土家族自治县", "石柱土家族自治县"),
        ("广西壮族自治区钦州市", "钦州市"),
        ("湖北省荆州市沙市区", "沙市区"),
        ("辽宁省", "辽宁省"),
    ],
)
def test_divisions_go_by_their_own_name(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("period", "end"),
    [("2024-H1", "2024-06"), ("2024-Q4", "2024-12"), ("2021/2025", "2025"), ("2024-05", "2024-05")],
)
def test_a_period_ends_with_its_last_month(period: str, end: str) -> None:
    assert last_month(period) == end


def test_a_long_sentence_takes_time_in_proportion(extractor: Extractor) -> None:
    clauses = [f"第{i}镇新建道路{i}公里" for i in range(20, 820)]
    found = read(extractor, "去年，" + "，".join(clauses) + "。")
    assert len(found) == len(clauses)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "位于星沙街道西北部的松树村，全村耕地1902亩。近年来，该村流转土地260亩。",
            [("松树村", None, 1902), ("松树村", None, 260)],
        ),
        (
            "今年秋季全县新增学位\n\n全县共增加学位2300个。\n西江镇\n新增学位2000个。\n东江镇\n新增学位300个。",
            [("长沙县", None, 2300), ("西江镇", None, 2000), ("东江镇", None, 300)],
        ),
        (
            "截至三季度，西江镇、东江镇分别完成投资3.5亿元、4.5亿元。全县农民专业合作社有582家。",
            [
                ("西江镇", "2024-09", 350000000),
                ("东江镇", "2024-09", 450000000),
                ("长沙县", "2024-09", 582),
            ],
        ),
        ("去年，四川省全省修复项目307个。", [("四川省", "2023", 307)]),
        (
            "新建改扩建学校9所\n\n去年新增学位2300个，学生入学更近。",
            [("长沙县", "2023", 2300)],
        ),
        (
            "去年，长沙县法院开展执行攻坚。全年受理案件8860件。\n"
            "近日，县人大常委会听取报告。五年来，建成道路35公里。",
            [("长沙县法院", "2023", 8860), ("长沙县", None, 35)],
        ),
        (
            "今年，镇级收入稳步增长。据统计，1至6月镇级收入完成3000万元；县级收入完成2000万元。",
            [("长沙县", "2024-01/2024-06", 30000000), ("长沙县", "2024-01/2024-06", 20000000)],
        ),
        (
            "9月20日上午，长沙县举行第三季度重大项目集中开工仪式。县长高小满宣布开工。\n"
            "据了解，长沙县此次集中开工项目22个。\n其中，9个产业项目集中开工。",
            [("长沙县", "2024-09-20", 22), ("长沙县", "2024-09-20", 9)],
        ),
        (
            "今年，全县消防形势平稳。\n期间，共接火警145起。\n"
            "今年春运从1月26日开始至3月5日结束。\n春运期间，全县开行班车400班次。",
            [("长沙县", "2024", 145), ("长沙县", "2024-01-26/2024-03-05", 400)],
        ),
        (
            "今年9月，全市新增学位2300个，全省新增学位8600个。\n"
            "全国粮食生产先进县——长沙县去年种植水稻80万亩。",
            [
                ("长沙市", "2024-09", 2300),
                ("湖南省", "2024-09", 8600),
                ("长沙县", "2023", 800000),
            ],
        ),
        (
            "走进松树村，记者看到稻谷满仓。去年，新建大棚56座。\n"
            "记者从远帆食品公司获悉，去年新建车间3座。\n记者从县水利局获悉，去年新建水库2座。",
            [
                ("松树村", "2023", 56),
                ("远帆食品公司", "2023", 3),
                ("长沙县", "2023", 2),
            ],
        ),
    ],
)
def test_tells_whose_a_figure_is_and_when(
    extractor: Extractor, text: str, told: list[tuple[str, str | None, int]]
) -> None:
    document = Document("-", text, "2024-10-08", "湖南省长沙市长沙县")
    records: list[Any] = extractor.extract(document)
    found = [(r.subject, r.period, r.value) for r in records if r.type == "metric"]
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "全市规上工业增加值增长8.2%，增速最快的是长沙县，增长9.1%，其次是雨花区、望城区，分别增长8.7%、8.1%。",
            [
                ("长沙市", "规上工业增加值", 8.2),
                ("长沙县", "规上工业增加值", 9.1),
                ("雨花区", "规上工业增加值", 8.7),
                ("望城区", "规上工业增加值", 8.1),
            ],
        ),
        (
            "长沙县、雨花区实现较快增长。全市固定资产投资增长7.2%，其中经开区增长28%，雨花增长9%，望城增长8%。",
            [
                ("长沙市", "固定资产投资", 7.2),
                ("经开区", "固定资产投资", 28),
                ("雨花区", "固定资产投资", 9),
                ("望城", "固定资产投资", 8),
            ],
        ),
        (
            "粮食产量居前三位的是长沙县12万吨、雨花区9万吨。各区县一般公共预算收入分别为：长沙县5.2亿元、望城区8.1亿元。",
            [
                ("长沙县", "粮食产量", 120000),
                ("雨花区", "粮食产量", 90000),
                ("长沙县", "一般公共预算收入", 520000000),
                ("望城区", "一般公共预算收入", 810000000),
            ],
        ),
        (
            "零售总额增速居前三位的是长沙县、雨花区和望城区，分别增长12.1%、11.5%和9.8%。",
            [
                ("长沙县", "零售总额", 12.1),
                ("雨花区", "零售总额", 11.5),
                ("望城区", "零售总额", 9.8),
            ],
        ),
        (
            "地区生产总值52亿元，六县市排名第三；财政收入5亿元，剔除退税因素后增长5.2%，位居全市基层财政第一。",
            [
                ("长沙市", "地区生产总值", 5200000000),
                ("长沙市", "地区生产总值", 3),
                ("长沙市", "财政收入", 500000000),
                ("长沙市", "财政收入", 5.2),
                ("长沙市", "财政收入", 1),
            ],
        ),
    ],
)
def test_figures_are_told_place_by_place(
    extractor: Extractor, text: str, told: list[tuple[str, str, float]]
) -> None:
    document = Document("-", f"长沙经济稳中有进\n\n上半年，{text}\n", "2024-07-28", "湖南省长沙市")
    records: list[Any] = extractor.extract(document)
    found = [(r.subject, r.indicator, r.value) for r in records if r.type == "metric"]
    assert found == told
