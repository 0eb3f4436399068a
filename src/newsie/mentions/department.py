"""A department named without its own organ in, beside another office of a list; its full name out.

民委财务处处长甲、党办主任乙    供电公司总经理甲，运维部主任乙    镇党委书记甲、水利站站长乙
"""

from __future__ import annotations

import re

# Bureaus that every county has: 教育局局长 is of the home's, where no other is named.
BUREAU = re.compile(
    r"(?:教育体育|教育科技|教育|教体|公安|财政|民政|司法|水利|水务|农业农村|农业|农牧|林业|林草|林业和草原|交通运输|交通"
    r"|住建|住房和城乡建设|住房城乡建设|城建|建设|卫生健康|卫健|卫生|卫计|卫生和计划生育|计生|文化和旅游|文旅|文化"
    r"|文广新|文体|文广旅|文体旅|文体广旅|文化体育|文化广电|审计|统计|环保|环境保护|生态环境|人社|人力资源和社会保障"
    r"|监察|自然资源|自然资源和规划|国土资源|国土|应急管理|安监|市场监管|市场监督管理|质监|工商|商务|发改|发展和改革"
    r"|发展改革|工信|工业和信息化|经信|科技|科学技术|信访|扶贫|乡村振兴|粮食|招商|旅游|体育|城管|城市管理|规划"
    r"|退役军人事务|退役军人|医疗保障|医保|民宗|民族宗教|民族宗教事务|机关事务管理|综合行政执法|综合执法|行政审批"
    r"|行政审批服务|大数据|畜牧|畜牧兽医|农机|渔业|外事|物价|税务|国税|地税|气象|档案|地震|供销|园林|房管|公路)局"
    r"|(?:卫健|卫计|发改|经信|住建|国资|民宗|农|教|科)委"
    r"|(?:融媒体?|疾控|疾病预防控制|卫生监督|卫生健康服务|政务服务|行政审批服务|农业技术推广|农技推广"
    r"|机关事务服务|公共资源交易|医疗保障服务|就业服务)中心"
)
# Of a division with one of its offices, the name of the division.
_DIVISION_OFFICE = re.compile(
    r"(?P<division>.+?[省市县区州旗盟])[^省市区县州旗盟]{2,10}(?:[局厅委办]|中心)"
)
_VILLAGE = re.compile(r"(.{2,16}?(?:村|社区|居民区))(?:党(?:委|总支|支部))?")
_DEPARTMENT = re.compile(
    r"(?!.*(?:[省市区县镇乡村]|某部|部队|空军|陆军|武警|国有|公园|景区|保护区|边防|出入境|铁路|海关|中央|国务院|街道|办事处|医院|学校|[大中小]学|学院|公司|集团|法院|检察院|局|委办公室))[\u4e00-\u9fff]{0,10}?"
    r"(?P<end>党办|党政办|办公室|经审委|女工委|[检审]委会|审判委员会|检察委员会|居委会|监委会|妇联|团支部"
    r"|理事会|监事会|董事会"
    r"|[处科室股部办站所庭]|中心|车间)"
)
# What they belong to, as far as the last organ's name goes, and what such a body has.
_WHOLE = (
    (
        r".+?(?:(?<!农)村|社区|居民区|嘎查)(?=党|支部|村委会|居委会|$)",
        "居委会|监委会|妇联|团支部|党政办|党办",
    ),
    (
        r".+?(?:镇|乡|街道|苏木)(?=党|政府|人大|办事处|纪|武装部|[^镇乡村]{1,8}(?:[站所办室]|中心)$)",
        "办|站|所|中心|室|党政办",
    ),
    (r".*(?:公司|集团)）?", "部|科|处|室|车间|办|党办|办公室|中心|监事会|董事会"),
    (r".*(?:联合社|联社|供销社|银行|农商行)", "部|科|股|室|办公室|理事会|监事会|中心"),
    (r".*(?:大学|学院|医院|党校|学校|中学|小学)", "部|科|处|室|党办|办|办公室"),
    (r".*(?:法院|检察院)", "[检审]委会|审判委员会|检察委员会|庭|科|处|室|部|办公室"),
    (r".*(?:农场|林场|牧场|监狱|煤矿|铁矿|油田)", "部|科|处|室|站|办|党办|办公室"),
    (r".*(?:军分区|人武部|支队|大队)", "科|处|室|部"),
    (r".*(?:总工会|妇联|科协|文联|工商联)", "科|室|部|办公室|经审委|女工委"),
    (r".*(?:[局厅]|(?<![省市区县州旗盟党纪监工])委(?!员))(?!党)", "科|处|股|室|党办|党政办|办公室"),
    (r".*(?:纪委监委|纪委|监委)", "室|办公室"),
)
# 县教育局驻柳湾村第一书记
_POSTED = re.compile(r".{0,24}驻(?P<village>.{2,24}(?:村|社区|嘎查))")
# Who sends a first secretary to a village that stands elsewhere.
_SENT = re.compile(r".{0,16}驻村|[省市县区]派|选派|派驻")
# Parts of a university in a list of its people: 江南大学副校长甲，航空学院院长乙.
_FACULTY = re.compile(
    r"(?!.*(?:大学|党校|医院|医学院附属|科学院|有限|省|市|县|区|中国|国家))[\u4e00-\u9fff]{0,14}(?:学院|系|研究生院|科研院|研究院|书院)(?:党委|党总支)?"
)
_OF_SCHOOL = frozenset(("部", "科", "处", "室", "党办", "办", "办公室"))
_UNIVERSITY = re.compile(r".*?大学(?!.*医院)")  # not 江南大学附属医院
_ADVISERS = re.compile(r".*?政协")
_OF_ADVISERS = re.compile(
    r"(?:提案|文史|经济|学习|科教|教科|社会|社法|民族|民宗|人口|人资|港澳|农业|城乡|城建|委员联络|联络|文化|文教)"
    r"[\u4e00-\u9fff]{0,8}(?:委|委员会)"
)
_BOARDS = frozenset(("理事会", "监事会", "董事会"))
# Ministries, which are no departments of a bank or a firm named before them.
_MINISTRY = re.compile(
    r"(?:财政|商务|教育|科技|科学技术|工业和信息化|公安|国家安全|民政|司法|人力资源和?社会保障|自然资源|国土资源|生态环境|环境保护"
    r"|住房和?城乡建设|交通运输|交通|水利|农业农村|农业|文化和旅游|文化|应急管理|退役军人事务|外交|国防|铁道|卫生)部"
)
_SECTION = re.compile(r"(?!.*(?:党|国))[\u4e00-\u9fff]{2,6}[科处股室部]")
_NUMBERED = re.compile(r"第[一二三四五六七八九十]+[\u4e00-\u9fff]{0,2}所")
_ENFORCES = re.compile(r"(?:综合|行政|市场)?(?:执法|稽查|监察|城管|运政|路政|渔政)[大中]队")
_OF_BUREAU = re.compile(r".*局(?!.*公司)")
_BODIES = tuple((re.compile(whole), re.compile(ends)) for whole, ends in _WHOLE)


def department_beside(before: str, organ: str) -> str | None:
    """The full name of a department that stands in a list behind another office, or None.

    >>> department_beside("柳湾镇政府", "水利站"), department_beside("青禾有限公司党委", "运维部")
    ('柳湾镇水利站', '青禾有限公司运维部')
    >>> department_beside("江南大学党委", "文学院"), department_beside("江南大学文学院", "教务处")
    ('江南大学文学院', '江南大学教务处')
    >>> department_beside("某省民委财务处", "党办"), department_beside("云山县水利局", "气象站")
    ('某省民委党办', None)

    Args:
        before: the full name of the organ of the office named before.
        organ: the department as the title has it.
    """
    if len(organ) > 2 and before.endswith(organ):  # 县人武部部长甲、人武部政委乙
        return before
    advisers = _ADVISERS.match(before)
    if advisers is not None and _OF_ADVISERS.fullmatch(organ):
        return advisers[0] + organ
    university = _UNIVERSITY.match(before)
    if university is not None and _FACULTY.fullmatch(organ):
        return university[0] + organ
    if (_NUMBERED.fullmatch(organ) or _ENFORCES.fullmatch(organ)) and (
        bureau := _OF_BUREAU.match(before)
    ):
        return bureau[0] + organ
    department = _DEPARTMENT.fullmatch(organ)
    if department is None or _MINISTRY.fullmatch(organ):
        return None
    if department["end"] in _BOARDS and department["end"] != organ:  # 金融稳定理事会
        return None
    if university is not None and department["end"] in _OF_SCHOOL:
        return university[0] + organ
    for whole, ends in _BODIES:
        if found := whole.match(before):
            if organ.startswith(found[0][:-1]) and found[0].endswith(("镇", "乡")):
                return organ  # 柳湾镇|柳湾工商所
            return found[0] + organ if ends.fullmatch(department["end"]) else None
    return None


def is_section(organ: str) -> bool:
    """Whether an organ's name is that of a section, without any name of its own: 运维检修部."""
    return _SECTION.fullmatch(organ) is not None


def division_beside(before: str) -> str:
    """The division whose office is named before in a list, "" where it is none.

    >>> division_beside("吕梁市教育局"), division_beside("柳湾镇党委")
    ('吕梁市', '')
    """
    office = _DIVISION_OFFICE.fullmatch(before)
    return office["division"] if office else ""


def village_committee(before: str) -> str | None:
    """The committee of the village whose office is named before in a list: 村支书甲、主任乙.

    >>> village_committee("光明村党支部"), village_committee("柳湾社区党委")
    ('光明村委会', '柳湾社区居委会')
    """
    village = _VILLAGE.fullmatch(before)
    if village is None:
        return None
    return village[1] + ("委会" if village[1].endswith("村") else "居委会")


def posted_village(organ: str) -> str | None:
    """The village that a first secretary is sent to, "" where another place names it, or None.

    >>> posted_village("县教育局驻柳湾村"), posted_village("省纪委驻村"), posted_village("柳湾村")
    ('柳湾村', '', None)
    """
    sent = _POSTED.fullmatch(organ)
    if sent is not None:
        return sent["village"]
    if (lives := organ.removesuffix("驻村")) != organ and lives.endswith(("村", "社区", "嘎查")):
        return lives
    return "" if _SENT.fullmatch(organ) else None
