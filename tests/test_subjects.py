"""Whose the figures of a short article are, sentence after sentence."""

from __future__ import annotations

from typing import Any

import pytest

from newsie import Document, Extractor

Figures = list[tuple[str | None, str | None]]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("place", "text", "figures"),
    [
        # What a body does in 全县 stays its own, where the article is of it.
        (
            "河北省衡水市武强县",
            "武强县人民法院2023年工作报告\n\n"
            "全年收案3902件。在全县11个乡镇建设法官工作站，在全县范围内选聘特邀调解员256名。"
            "全年诉前调解案件1930件。",
            [
                ("武强县人民法院", "收案"),
                ("武强县人民法院", "乡镇建设法官工作站"),
                ("武强县人民法院", "选聘特邀调解员"),
                ("武强县人民法院", "诉前调解案件"),
            ],
        ),
        (
            "山东省济南市平阴县",
            "平阴县检察院工作亮点\n\n"
            "2022年，县检察院提起公诉430人。在全县率先设立检察工作室3个，聘请联络员66名。",
            [
                ("平阴县检察院", "提起公诉"),
                ("平阴县检察院", "设立检察工作室"),
                ("平阴县检察院", "聘请联络员"),
            ],
        ),
        # An article of one school, though it names universities.
        (
            "河南省周口市项城市",
            "高考再创佳绩\n\n"
            "据项城三高校长高小满介绍，项城三高教学质量一年一个新台阶，长期以来困扰项城三高发展的难题解决了，"
            "71名学生考取远帆大学和启航大学。今年高考，该校本科上线988人。",
            [("项城三高", "学生考取远帆大学和启航大学"), ("项城三高", "本科上线")],
        ),
        # A farm, whose name begins like a district's.
        (
            None,
            "红星泡“三大战略”促发展\n\n"
            "今年，红星泡农场按照总局党委部署推进工作。\n"
            "这个农场新建住宅楼12栋，全场人均收入2.3万元。\n"
            "引进企业3家，园区入驻企业达到21家。",
            [
                ("红星泡农场", "新建住宅楼"),
                ("红星泡农场", "人均收入"),
                ("红星泡农场", "引进企业"),
                ("红星泡农场", "入驻企业"),
            ],
        ),
        # By whose help, and lines that only start elsewhere.
        (
            "广东省佛山市顺德区",
            "顺德区交通建设\n\n"
            "在启航市委、市政府的无私援助下，新建桥梁12座。\n"
            "广州地铁7号线西延顺德段完成试运行，新增公交线路5条。\n"
            "广州至顺德快速路完成投资2亿元。",
            [
                ("顺德区", "新建桥梁"),
                ("顺德区", "新增公交线路"),
                ("顺德区", "广州至顺德快速路投资"),
            ],
        ),
        # All bodies of a kind that a place has are no body.
        (
            "浙江省湖州市长兴县",
            "长兴县统计数字\n\n"
            "目前，长兴县农民专业合作社发展到520家。长兴县民办学校达32所，长兴县乡镇卫生院床位达320张。\n"
            "长兴县村级工业园改造完成投资3亿元，新增上市企业6家。投入使用中小学建设项目5个。",
            [
                ("长兴县", "农民专业合作社"),
                ("长兴县", "民办学校"),
                ("长兴县", "乡镇卫生院床位"),
                ("长兴县", "村级工业园改造投资"),
                ("长兴县", "新增上市企业"),
                ("长兴县", "投入使用中小学建设项目"),
            ],
        ),
        # Places whose people are in their names go by the short one.
        (
            "云南省楚雄彝族自治州",
            "一季度经济开门红\n\n楚雄彝族自治州规上工业增加值增长8.2%。全州接待游客620万人次。",
            [("楚雄州", "规上工业增加值"), ("楚雄州", "接待游客")],
        ),
        (
            "四川省乐山市马边彝族自治县",
            "马边脱贫摘帽\n\n"
            "马边彝族自治县新建学校12所。马边县发放小额贷款1.2亿元。马边建成公路620公里。",
            [("马边县", "新建学校"), ("马边县", "发放小额贷款"), ("马边县", "建成公路")],
        ),
        # The villages and townships of pastures.
        (
            "内蒙古自治区锡林郭勒盟正蓝旗",
            "牧区新生活\n\n"
            "上都镇远帆图嘎查是有名的“明星嘎查”。以前，全嘎查牧户年收入不足4000元。"
            "如今，嘎查集体经济收入达到120万元，该嘎查新建棚圈12座。\n"
            "那日图苏木新建牧道42公里。",
            [
                ("远帆图嘎查", "牧户年收入"),
                ("远帆图嘎查", "集体经济收入"),
                ("远帆图嘎查", "新建棚圈"),
                ("那日图苏木", "新建牧道"),
            ],
        ),
    ],
)
def test_figures_are_of_whom_they_are_told(
    extractor: Extractor, place: str | None, text: str, figures: Figures
) -> None:
    records: list[Any] = extractor.extract(Document("x", text, "2024-04-18", place))
    assert [(r.subject, r.indicator) for r in records if r.type == "metric"] == figures
