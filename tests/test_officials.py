"""Officials: the fullest title of an article, organs in full, sectors and places."""

from __future__ import annotations

import pytest

from newsie.article import Document
from newsie.mentions.sector import Sectors
from newsie.pipeline import Extractor
from newsie.records.official import Official


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["official"])


def read(extractor: Extractor, text: str, place: str) -> list[Official]:
    document = Document("-", f"全区动态\n\n{text}\n", published="2025-03-31", place=place)
    return [record for record in extractor.extract(document) if isinstance(record, Official)]


def tell(official: Official) -> str:
    posts = "; ".join(f"{post.org}/{post.post}" for post in official.posts)
    place = official.place.name if official.place else None
    return f"{official.name} {official.title} | {posts} | {official.sector} | {place}"


CASES = [
    (
        "嘉定区",
        "区委书记高小满到会。区委书记、区长高小满指出，要抓好落实。",
        "高小满 区委书记、区长 | 嘉定区委/书记; 嘉定区政府/区长 | party | 上海市嘉定区",
    ),
    (
        "长沙县",
        "县人民政府副县长高小满出席。",
        "高小满 县人民政府副县长 | 长沙县政府/副县长 | government | 湖南省长沙市长沙县",
    ),
    (
        "长沙县",
        "县人民医院院长高小满到会，急诊科主任方小石发言。",
        "方小石 急诊科主任 | 长沙县人民医院急诊科/主任 | institution | None",
    ),
    (
        "长沙县",
        "会议任命高小满为县人民法院审判委员会委员、刑事审判庭庭长。",
        "高小满 县人民法院审判委员会委员、刑事审判庭庭长 | "
        "长沙县法院审判委员会/委员; 长沙县法院刑事审判庭/庭长 | judiciary | 湖南省长沙市长沙县",
    ),
    (
        "长沙县",
        "省教育厅副厅长高小满一行检查，厅发展规划处处长方小石陪同。",
        "方小石 厅发展规划处处长 | 湖南省教育厅发展规划处/处长 | government | 湖南省",
    ),
    (
        "长沙县",
        "长沙市常委、长沙县委书记高小满主持会议。",
        "高小满 长沙市常委、长沙县委书记 | 长沙市委/常委; 长沙县委/书记 | party | 湖南省长沙市",
    ),
    (
        "长沙县",
        "市卫健委主任高小满出席，规划信息科科长方小石主持。",
        "方小石 规划信息科科长 | 长沙市卫健委规划信息科/科长 | government | 湖南省长沙市",
    ),
    (
        "长沙县",
        "中共黄花镇委员会书记高小满到会，中共长沙县委员会书记方小石讲话。",
        "高小满 中共黄花镇委员会书记 | 黄花镇党委/书记 | party | 湖南省长沙市长沙县",
    ),
    (
        "长沙县",
        "中共长沙县委员会书记高小满讲话。",
        "高小满 中共长沙县委员会书记 | 长沙县委/书记 | party | 湖南省长沙市长沙县",
    ),
    (
        "长沙县",
        "星沙煤矿董事长高小满到会，总经理方小石发言。",
        "方小石 总经理 | 星沙煤矿/总经理 | enterprise | None",
    ),
    (
        "安溪县",
        "县工商联主席方小石任县作家协会理事。",
        "方小石 县工商联主席 | 安溪县工商联/主席; 安溪县作家协会/理事"
        " | mass_organization | 福建省泉州市安溪县",
    ),
    (
        "温江区",
        "区委宣传部部长高小满率队，上海市嘉定区副区长方小石陪同。",
        "方小石 上海市嘉定区副区长 | 上海市嘉定区政府/副区长 | government | 上海市嘉定区",
    ),
    (
        "温江区",
        "公安分局政治处主任高小满、柳湾镇司法所所长方小石列席。",
        "方小石 柳湾镇司法所所长 | 柳湾镇司法所/所长 | government | 四川省成都市温江区",
    ),
    (
        "嘉定区",
        "国家主席高小满会见了法国总统方丹。",
        "高小满 国家主席 | 国家/主席 | government | None",
    ),
    (
        "嘉定区",
        "法国驻上海总领事方丹到访嘉定。",
        "方丹 法国驻上海总领事 | 法国驻上海/总领事 | foreign | None",
    ),
    (
        "嘉定区",
        "区应急管理局党组成员、执法大队大队长高小满通报情况。",
        "高小满 区应急管理局党组成员、执法大队大队长"
        " | 嘉定区应急管理局党组/成员; 嘉定区应急管理局执法大队/大队长 | government | 上海市嘉定区",
    ),
    (
        "龙泉市",
        "免去高小满的市人民法院民事审判第二庭庭长、审判员职务。",
        "高小满 市人民法院民事审判第二庭庭长、审判员"
        " | 龙泉市法院民事审判第二庭/庭长; 龙泉市法院/审判员 | judiciary | 浙江省丽水市龙泉市",
    ),
    (
        "费县",
        "会上，以市经委党组成员、巡视员方大同为组长的考评组进行了考评。",
        "方大同 市经委党组成员、巡视员 | 临沂市经委党组/成员; 临沂市经委/巡视员"
        " | government | 山东省临沂市",
    ),
    (
        "费县",
        "县委副书记、人大党组书记、政法委书记高小满主持会议。",
        "高小满 县委副书记、人大党组书记、政法委书记 | 费县县委/副书记; 费县人大党组/书记;"
        " 费县委政法委/书记 | party | 山东省临沂市费县",
    ),
    (
        "费县",
        "政府副县长、援疆办主任高小满出席。",
        "高小满 政府副县长、援疆办主任 | 费县政府/副县长; 费县援疆办/主任"
        " | government | 山东省临沂市费县",
    ),
    (
        "新泰市",
        "新汶街道柳湾社区党总支部书记高小满说。",
        "高小满 新汶街道柳湾社区党总支部书记 | 新汶街道柳湾社区党总支部/书记 | grassroots"
        " | 山东省泰安市新泰市",
    ),
    (
        "费县",
        "大会主席团常务主席方大同、简明就座。县人大常委会主任方大同讲话。",
        "方大同 县人大常委会主任 | 费县人大常委会/主任 | congress | 山东省临沂市费县",
    ),
    (
        "费县",
        "市政协副主席候选人、县委书记高小满主持会议。",
        "高小满 市政协副主席候选人、县委书记 | 临沂市政协/副主席候选人; 费县县委/书记 | cppcc"
        " | 山东省临沂市",
    ),
    (
        "费县",
        "县林业局驻上冶镇柳湾村第一书记高小满参加。",
        "高小满 县林业局驻上冶镇柳湾村第一书记 | 上冶镇柳湾村/第一书记"
        " | grassroots | 山东省临沂市费县",
    ),
    (
        "嘉定区",
        "副区长、副总河长高小满参加巡河。",
        "高小满 副区长、副总河长 | 嘉定区政府/副区长; 嘉定区/副总河长 | government | 上海市嘉定区",
    ),
    (
        "嘉定区",
        "区委书记、区级总林长高小满参加巡林。",
        "高小满 区委书记、区级总林长 | 嘉定区委/书记; 嘉定区/区级总林长 | party | 上海市嘉定区",
    ),
    (
        "博罗县",
        "原惠州市委常委、军分区政委方大同参加活动。",
        "方大同 原惠州市委常委、军分区政委 | 惠州市委/原常委; 惠州军分区/原政委"
        " | party | 广东省惠州市",
    ),
    (
        "嘉定区",
        "广东省军区原政委、少将方大同参加活动。",
        "方大同 广东省军区原政委、少将 | 广东省军区/原政委 | military | 广东省",
    ),
    (
        "嘉定区",
        "当晚，方大同、高小满等该区四套班子领导参加了典礼。",
        "高小满 区四套班子领导 |  | None | 上海市嘉定区",
    ),
    (
        "东乌珠穆沁旗",
        "会议决定，免去额尔其图同志旗法院院长职务。",
        "额尔其图 旗法院院长 | 东乌珠穆沁旗法院/院长 | judiciary"
        " | 内蒙古自治区锡林郭勒盟东乌珠穆沁旗",
    ),
    (
        "薛城区",
        "枣庄市委书记方伟来薛城区视察工作。",
        "方伟 枣庄市委书记 | 枣庄市委/书记 | party | 山东省枣庄市",
    ),
    (
        "费县",
        "该县上冶镇柳湾村党支部书记高小满说。",
        "高小满 上冶镇柳湾村党支部书记 | 上冶镇柳湾村党支部/书记 | grassroots | 山东省临沂市费县",
    ),
    (
        "杜尔伯特蒙古族自治县",
        "蒙古族乡中学校长高小满说。",
        "高小满 蒙古族乡中学校长 | 蒙古族乡中学/校长 | institution | None",
    ),
]


@pytest.mark.parametrize(("place", "text", "told"), CASES, ids=[case[2] for case in CASES])
def test_officials_in_full(extractor: Extractor, place: str, text: str, told: str) -> None:
    assert told in [tell(official) for official in read(extractor, text, place)]


@pytest.mark.parametrize(
    "text",
    [
        "区委书记强调，要抓好落实。",
        "村民高小满说，路修好了。",
        "小区长期无人管理，区长三角合作不断。",
        "人大代表肩负重托、齐聚一堂。",
        "总书记领航，区长信箱开通。",
        "会议传达学习了习近平总书记近期重要讲话指示精神。",
        "要把思想统一到习近平总书记重要指示精神上来。",
    ],
)
def test_no_officials(extractor: Extractor, text: str) -> None:
    assert read(extractor, text, "嘉定区") == []


def test_sectors() -> None:
    sectors = Sectors()
    organs = {
        "嘉定区委组织部": "party",
        "嘉定区政府": "government",
        "嘉定区人大常委会办公室": "congress",
        "嘉定区政协提案委员会": "cppcc",
        "嘉定区纪委": "supervision",
        "嘉定区法院民事审判第二庭": "judiciary",
        "上海市妇联": "mass_organization",
        "嘉定区人武部军事科": "military",
        "青禾有限公司党委": "enterprise",
        "市人民医院传染科": "institution",
        "石桥村党总支": "grassroots",
        "意大利家具协会": "foreign",
        "镇党委": "party",
    }
    assert {organ: sectors.sector_of(organ) for organ in organs} == organs
