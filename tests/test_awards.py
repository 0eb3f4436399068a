"""Awards: names of honours, those who receive them, and what only sounds like an honour."""

from __future__ import annotations

import pytest

from newsie.article import Document
from newsie.honour.level import read_level
from newsie.honour.name import read_honours
from newsie.pipeline import Extractor
from newsie.records.award import Award


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["award"])


def read(extractor: Extractor, text: str) -> list[Award]:
    records = extractor.extract(Document("-", text, published="2025-03-31", place="长沙县"))
    return [record for record in records if isinstance(record, Award)]


@pytest.mark.parametrize(
    "sentence",
    [
        "3月11日，柳湾镇召开争创“全国文明村镇”称号动员会。",
        "柳湾村正在争创“全省文明村”称号。",
        "获奖者说，他会继续努力。",
        "县教育局公示了高小满等3名“优秀教师”候选人。",
        "柳湾食品厂因造假被撤销“长沙县守信企业”称号。",
        "该做法获得好评，也获得各方支持。",
        "会议获悉有关情况，要求抓好落实。",
        "柳湾镇力争年内获评“省级生态镇”。",
        "他当选为县政协委员。",
        "我国选手共获得21枚金牌。",
        "完成任务的，奖励5万元。",
        "希望大家再接再厉，赢得更多的荣誉。",
        "县领导慰问获得功勋荣誉表彰的党员。",
        "他获得金奖，大家都很高兴。",
        "柳湾食品厂获批发明专利5项，获得银行贷款300万元。",
        "81人获得长期照护师初级证书。",
        "林春生获最佳演员提名。",
        "大赛设一等奖1名，奖金5000元；二等奖2名，奖金3000元。",
        "目前全县建设美丽休闲乡村6个，设立“暖心屋”85个。",
        "会议确定新机构名称为“柳湾农业服务联合体”。",
        "我县经济发展进入“快车道”。",
        "获得这一荣誉，他很激动。",
        "柳湾村获批建设“双中心”。",
        "这是林春生获得的第四枚金牌。",
    ],
)
def test_what_is_no_honour_conferred(extractor: Extractor, sentence: str) -> None:
    assert read(extractor, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("3月11日，高小满荣获“长沙县劳动模范”称号。", ["高小满"]),
        ("柳湾村、城东村等12个村被评为“全县文明村”。", ["柳湾村", "城东村"]),
        ("13个集体和3人荣获“优秀服务奖”。", [13, 3]),
        ("县医院开展新技术47项，被评为“全县先进单位”。", ["县医院"]),
        ("另有86名乡村教师获颁“从教三十年”荣誉证书。", [86]),
        ("并向获得“模范班组”荣誉称号的柳湾钢厂一班颁授奖旗。", ["柳湾钢厂一班"]),
        ("民间歌曲类一等奖由《槐花雨》摘得。", ["槐花雨"]),
        (
            "作文大赛评选出林春生等20名同学为一等奖，高小满等30名同学为二等奖。",
            ["林春生", "高小满"],
        ),
        ("大会对20个先进集体进行了表彰。", [20]),
        ("获得“师德标兵”称号的有林春生、高小满。", ["林春生", "高小满"]),
        ("全县共有6名现役军人荣立二等功。", [6]),
        ("林春生1990年入伍，曾被评为“优秀士兵”。", ["林春生"]),
        ("柳湾食品有限公司成立于2006年，先后获评省级龙头企业。", ["柳湾食品有限公司"]),
        ("县二小戴小月同学荣获全国“新时代好少年”称号。", ["戴小月"]),
        ("城东小学、柳湾中学联合完成的《红帆船》获科技创新大赛一等奖。", ["红帆船"]),
        ("周大勇、马春兰获评助人为乐模范。", ["周大勇", "马春兰"]),
        ("★柳湾镇：曾获国家卫生镇、全国重点镇等荣誉称号。", ["柳湾镇", "柳湾镇"]),
        ("老教师林春生爱写诗。林春生说，他两次被评为“优秀教师”。", ["林春生"]),
        ("老教师林春生爱写诗，林春生的诗集《海》获海州文学奖一等奖。", ["海"]),
        ("授予上述10名同志“十佳公仆”荣誉称号。", [10]),
    ],
)
def test_who_receives(extractor: Extractor, sentence: str, recipients: list[str | int]) -> None:
    found = [item for award in read(extractor, sentence) for item in award.recipients]
    assert [item.name or item.count for item in found] == recipients


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("“海州市劳动模范”称号", ["海州市劳动模范"]),
        ("2025年度“海州杯”金杯奖", ["2025年度海州杯金杯奖"]),
        ("第六批国家级“小巨人”企业名单", ["第六批国家级小巨人企业"]),
        ("小学数学组一等奖、二等奖", ["小学数学组一等奖", "小学数学组二等奖"]),
        ("男子100米金、银牌", ["男子100米金牌", "男子100米银牌"]),
        ("技能竞赛一、二、三等奖", ["技能竞赛一等奖", "技能竞赛二等奖", "技能竞赛三等奖"]),
        ("焊工组、叉车组个人一等奖", ["焊工组个人一等奖", "叉车组个人一等奖"]),
        ("全国文明镇、省级生态乡镇等荣誉称号", ["全国文明镇", "省级生态乡镇"]),
        ("女子铅球冠亚军", ["女子铅球冠军", "女子铅球亚军"]),
        ("共和国勋章、和平友谊奖章", ["共和国勋章", "和平友谊奖章"]),
        ("“省级文明村”等多项荣誉称号", ["省级文明村"]),
        ("“天坛奖”最佳影片、最佳编剧两项大奖", ["天坛奖最佳影片", "最佳编剧"]),
        ("“人民科学家”国家荣誉称号", ["人民科学家"]),
        ("由省教育厅主办的作文大赛一等奖", ["作文大赛一等奖"]),
        ("大家的好评", []),
        ("3枚金牌", []),
    ],
)
def test_honours_are_named_in_full(words: str, names: list[str]) -> None:
    assert [honour.name for honour in read_honours(words, words, strong=True)] == names


@pytest.mark.parametrize(
    ("name", "grantor", "level"),
    [
        ("世界技能大赛金牌", None, "international"),
        ("全国五一劳动奖章", "全国总工会", "national"),
        ("湖南省劳动模范", None, "provincial"),
        ("上海市文明单位", None, "provincial"),
        ("长沙市青年岗位能手", None, "city"),
        ("长沙县优秀教师", "县委、县政府", "county"),
        ("突出贡献奖", "柳湾镇党委", "town"),
        ("好媳妇", None, None),
    ],
)
def test_the_level_is_told_by_name_and_grantor(
    name: str, grantor: str | None, level: str | None
) -> None:
    assert read_level(name, grantor, None) == level
