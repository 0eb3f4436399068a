"""The grammar of organs' names as titles have them: usual short forms, and what is left out.

Pure functions over strings; what stands elsewhere in the article is `office`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsie.values import Office, TitlePart

_USUAL = (
    (re.compile(r"^中共(?P<town>[^，。]+(?:镇|乡))委员会(?=$)"), r"\g<town>党委"),
    (re.compile(r"^中共(?P<division>[^，。]+[省市县区州旗盟])委员会(?=$)"), r"\g<division>委"),
    (re.compile(r"^中共(?P<street>[^，。]+街道)工作委员会(?=$)"), r"\g<street>党工委"),
    (re.compile(r"^中共(?!中央)"), ""),
    (re.compile(r"人民政府"), "政府"),
    (
        re.compile(r"(?<=[\u4e00-\u9fff]{2})(?P<level>[县市州旗])(?P=level)(?=委(?!员))"),
        r"\g<level>",
    ),
    (re.compile(r"(?<!高级)(?<!中级)(?<!最高)人民(?=法院|检察院)"), ""),
    (re.compile(r"监察委(?:员会)?$"), "监委"),
    (re.compile(r"纪律检查委员会$"), "纪委"),
    (re.compile(r"人大常务委员会|人民代表大会常务委员会"), "人大常委会"),
    (re.compile(r"纪检委$"), "纪委"),
)
# Departments of hospitals, schools, courts, the police, and what the names of those end with.
_DEPARTMENTS = (
    (
        re.compile(
            r"(?:急诊|新生儿|[内外妇儿产骨眼]|妇产|口腔|麻醉|检验|放射|影像|药剂|护理|医务|门诊|体检|重症|感染"
            r"|呼吸|心血?管?内|神经|消化|肿瘤|康复|中医|皮肤|泌尿|超声|院感|预防保健)"
            r"[^省市区县]{0,4}(?:科|部|室)"
        ),
        ("医院", "卫生院", "保健院"),
    ),
    (
        re.compile(
            r"(?:教务|教导|政教|德育|总务|科研|教科研?|教研|学生)(?:处|室|组)|[^省市区县]{2,6}教研组"
        ),
        ("学校", "中学", "小学", "学院", "大学", "幼儿园", "一中", "二中", "一小", "二小"),
    ),
    (
        re.compile(
            r"[^省市区县]{2,14}审判庭|立案庭|[民刑]事?[一二三]?庭|行政庭|执行局|法警[大支]?队|审判委员会|审委会"
        ),
        ("法院",),
    ),
    (
        re.compile(
            r"第[一二三四五六七八九十]+检察部|公诉科|侦查监督科|民行科|案管中心|检察委员会|检委会"
        ),
        ("检察院",),
    ),
    (re.compile(r"政治部"), ("法院", "检察院", "公安局", "公安厅")),
    (
        re.compile(
            r"政工室|政工监督室|法制室|看守所|拘留所|警务保障室|指挥中心|情报指挥中心"
            r"|(?:法制|督察|刑侦|刑警|治安|交警|交通警察|交管|巡特警|特警|巡警|经侦|禁毒|网安|国保)大队"
        ),
        ("公安局", "分局"),
    ),
    # of any bureau; behind the others, as hospitals have 科 of their own
    (
        re.compile(
            r"(?!中央|书记|秘书|.*(?:公园|景区|保护区))[^省市区县局委办院校厅厂]{2,10}[科股处]"
        ),
        ("局", "厅", "卫健委", "发改委", "住建委", "教委", "民委", "民宗委", "经信委", "国资委"),
    ),
)
_FORMER = re.compile(
    r"^(?:原|前任|时任|现任|新任|兼任|兼|新一届|老(?=$|[县镇乡村厂校](?:$|委|党|政府)|支部|党支部))"
)
_INNER_FORMER = re.compile(r"原(?=(?:党委|党组|党工委|党总支|党支部|纪委)$)")
# A word for a level with which an organ's name begins where its place is left out: 区委, 镇党委.
BARE = re.compile(
    r"(?:自治区|自治州|自治县|自治旗|林区|街道|地区|社区|苏木|嘎查"
    r"|[省市区县州盟旗镇乡村](?!场|域|长|容|镇银行|村振兴|情研究|政工程|政公用|民中心|江市|级))"
)
_PARTY_INNER = re.compile(r"(?:党委|党组|党工委|党总支部?|党支部)$")
_OF_FIRM = re.compile(r"(.*(?:公司|集团|厂|银行|[局厅]|医院|大学|学院))(?:工会|纪委|团委|纪检组)")
_MEMBER_OF = re.compile(r"(.*(?:党委|党工委))((?:组织|宣传|统战|政法|纪检)+)")
_COMMITTEE = re.compile(
    r"(?:党工委|党委|纪委|监委|(?<!政协)(?<!人大)工委|(?<!政协工)(?<!人大工)委)$"
)
_BUREAU = re.compile(
    r"[^省市区县镇乡]{2,8}局"
    r"|(?:卫健|卫计|卫生健康|(?:人口)?计生|发改|经信|住建|国资|民宗|农|农工|教|科|交通|商务|城管|文旅)委"
)
# Bodies that every division has one of, named without it beside another of its offices.
_MASS = re.compile(r"总工会|工商联|妇联|科协|残联|文联|红十字会|团委|人武部|公安局")
_OWN_OFFICE = re.compile(r"(?:办公室|机关党委|机关工委|研究室)")
_OF_ZONE = re.compile(r"(?<!街道)(?<!社区)(?:[区园城岛带港]|管委会)(?:党工委|工委)$")
_SEES_TO = re.compile(r"(?:组织|宣传|统战|政法|纪检|武装)+委员")
_SAME_ORGAN = re.compile(r"(?P<end>[厅局部委办院校])(?:党组|党委|党总支|党支部)")  # 厅|党组
# Behind a committee these are its parts (区委 + 组织部), those stand beside it (区 + 纪委).
_PARTS = re.compile(
    r"(?:组织部|宣传部|统战部|政法委|社会工作部|社工部|办公室|党校|编办|政研室|网信办|深改办"
    r"|督查室|巡察办|老干部局|台办|国安办|[^党纪大协省市区县镇乡街道]{2,4}工委)"
)
_PART_OF = re.compile(r"(.+?(?:党工委|[省市区县州旗]委))[^委]{2,6}(?:部|委|办公室)")
_DIVISION_ORGAN = re.compile(
    r"(.+?[省市区县州旗盟])(?:人大常委会|人大|政协|纪委监委|纪委|监委|委|政府)(?:党组)?"
)
# Offices that every division has: 县委副书记、援疆办主任.
_ITS_OFFICE = re.compile(r"[^省市区县镇乡、]{2,6}办|(?:组织|宣传|统战)部|政法委")
_OF_COMMITTEE = re.compile(r"(?:组织|宣传|统战)部|政法委")
_BESIDE = re.compile(
    r"(?:纪委|监委|纪工委|人武部|武装部|人大工委|管委会|街道办|办事处|政法办|村委会|居委会|政府|人大|政协)"
)
_INSIDE = re.compile(
    r"(?:机关)?(?:党委|党组)|党工委|党总支|党支部|工会|团委|审判委员会|检察委员会|纪检组|纪检监察组"
)
# A part of a bureau, named before another of its people: 县公安局|政工室, 县公安局|纪委.
_PART_OF_BUREAU = re.compile(
    r"(.*?(?:局|厅|医院|学校|中学|公司|集团))(?:纪委|纪检组|[^局厅院校司团]{2,10}(?:室|科|股|处|大队|部))"
)
_OFFICE_OF = re.compile(r"(?:办事处|管委会|管理委员会|政府)$")
# What the bodies of a principal organ's staff belong to, of whatever part somebody is.
_PRINCIPAL = re.compile(r".*?(?:政协|人大常委会|政府|法院|检察院)")
_DIVISION = re.compile(r"..[省市区县州盟旗]$")
_SQUAD = re.compile(r".{0,6}(?:大队|支队|科)")
_UNION = re.compile(r"(?:妇联|总工会|残联|科协|文联|工商联|共青团.{0,8}委|团委)$")
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,6}部")
_COURT = re.compile(r".*?(?:法院|检察院)")
# The committees of a congress, behind one of its posts.
_OF_CONGRESS = re.compile(
    r"(?:教科文卫|教育科学文化卫生|法制|财政?经济?|监察?和?司法?|环境?资源?|城环|农业农村|农业|民族?宗教?|社会?建设?|代表|预算|内司|侨|选举?|人事|联络|法工|环资|科教)"
    r"[\u4e00-\u9fff]{0,6}(?:委|委员会)"
)
_UNIVERSITY = re.compile(r"(?:大学|(?<!科)学院)$")
_FACULTY = re.compile(r"(?!.*大学).*(?:学院|系|研究所|中心|实验室|教研室)$")
_VILLAGE = re.compile(r"(.+?(?:村|社区|居民区))")
# Bodies that no scholar is a scholar of.
_SCHOLARS = frozenset(("教授", "研究员", "导师", "博士生导师", "硕士生导师", "博导"))
_SOCIETY = re.compile(r"(?:学会|协会|研究会|促进会|联合会|委员会|政府|局|厅)$")
_VILLAGERS = re.compile(r"[村居](?:民委员会|委会)")


def usual_name(organ: str) -> str:
    """An organ's name in its usual form: 周至县人民法院 → 周至县法院."""
    return _usual(organ)[0]


def without_party(organ: str) -> str:
    """What a party organisation is inside of: 周至县法院党组 → 周至县法院."""
    return _PARTY_INNER.sub("", organ)


_VILLAGE_POSTS = {"村支书": "村", "嘎查达": "嘎查"}  # which hold its name's end: 巴彦|嘎查达
_COUNTY = re.compile(
    r"(?!.*(?:开发|园|[高新]|社|小|景|校|牧|林|矿|片|辖|厂|库|度假|试验|示范|保税|合作|地)区)[\u4e00-\u9fff]{1,8}[县旗区市]"
)
_TOWN_COMMITTEES = {"镇": "党委", "乡": "党委", "苏木": "党委", "街道": "党工委"}


def bureau_of(organ: str) -> str:
    """The bureau of which an organ is a part, or the organ as it is.

    >>> bureau_of("云山县公安局政工室"), bureau_of("云山县公安局党委"), bureau_of("云山县委组织部")
    ('云山县公安局', '云山县公安局党委', '云山县委组织部')
    """
    part = _PART_OF_BUREAU.fullmatch(organ)
    return part[1] if part else organ


def with_committee(town: str) -> str:
    """The party committee of a town or county, or what is neither as it is: 柳湾镇 → 柳湾镇党委."""
    if _COUNTY.fullmatch(town):
        return town + "委"
    return town + next((c for end, c in _TOWN_COMMITTEES.items() if town.endswith(end)), "")


def outer_body(organ: str) -> str:
    """What a party organisation, or what else a firm has, is inside of: 云帆集团工会 → 云帆集团."""
    inside = _OF_FIRM.fullmatch(organ)
    return inside[1] if inside else without_party(organ)


# 项目负责人: of something that is no body.
_NO_BODY = frozenset(("项目", "活动", "工程", "课题", "赛事", "基地", "现场"))
# What somebody sees to, which is no body either: 德育副主任, 业务院长, 宣传统战委员.
_SEEN_TO = re.compile(r"德育|教学|业务|行政|后勤|总务|[高初][一二三]")
# What deputies of a town, a mine, a works see to: 农业副镇长, 安全副矿长.
_DEPUTY_FOR = re.compile(
    r"(?:分管|主管|联系)?(?:农业|工业|科技|金融|教育|文教|安全|生产|机电|经营|法治|法制|健康)"
)
_DEPUTY = re.compile(r"副[区县镇乡矿厂场校]长")
_GRADE = re.compile(r"(?<=人武部)[大上中少]校$|(?<=军分区)[大上中少]校$")
_MEMBER_FOR = re.compile(r"(?:组织|宣传|统战|政法|纪检)+")


def usual_organ(part: TitlePart) -> tuple[str, str]:
    """An organ in its usual form, and the post, with 原 where the organ had it.

    >>> usual_organ(TitlePart("原市人民政府", "市长", "市长", "office"))
    ('市政府', '原市长')
    >>> usual_organ(TitlePart("中国足球协会原党委", "书记", "书记", "office"))
    ('中国足球协会党委', '原书记')
    """
    if not part.organ or part.organ in _NO_BODY:
        return "", part.post
    member = _MEMBER_OF.fullmatch(part.organ) if part.head.endswith("委员") else None
    if part.post.endswith("书记") and part.organ.endswith("局纪检"):  # 县卫生局|纪检书记
        return _usual(part.organ.removesuffix("纪检"))[0], "纪检" + part.post
    if member:  # 镇党委宣传|统战委员
        return _usual(member[1])[0], member[2] + part.post
    if sees_to_part(part):
        return "", part.organ + part.post
    if part.head == "系主任":  # 建筑工程|系主任
        return part.organ + "系", part.post.removeprefix("系")
    organ, former = _usual(_GRADE.sub("", part.organ))
    if part.head == "常委" and _DIVISION.search(organ):
        organ += "委"  # 吕梁市常委
    if not organ.endswith(village := _VILLAGE_POSTS.get(part.head, "")):
        organ += village
    return organ, former + part.post


def sees_to_part(part: TitlePart) -> bool:
    """Whether what stands before a post is no body but what its holder sees to: 德育副主任."""
    if part.head == "辅导员" and part.organ == "大队":
        return True
    if _DEPUTY.fullmatch(part.post):
        return _DEPUTY_FOR.fullmatch(part.organ) is not None
    seen_to = _MEMBER_FOR if part.head.endswith("委员") else _SEEN_TO
    return seen_to.fullmatch(part.organ) is not None


@lru_cache(maxsize=4096)  # 国务院, 区委 recur on every page
def _usual(organ: str) -> tuple[str, str]:
    """An organ in its usual form, and what of it belongs to the post."""
    before = ""
    former = _FORMER.match(organ)
    if former:
        organ = organ[former.end() :]
        before = former[0] if former[0] in ("原", "前任") else ""
    if _INNER_FORMER.search(organ):
        organ, before = _INNER_FORMER.sub("", organ), "原" + before
    for pattern, usual in _USUAL:
        organ = pattern.sub(usual, organ)
    return organ, before


@lru_cache(maxsize=4096)
def outer_endings(department: str) -> tuple[str, ...]:
    """What the name of the hospital, school or court ends with that such a department is part of.

    >>> outer_endings("急诊科"), outer_endings("党政办"), outer_endings("刑事审判庭")
    (('医院', '卫生院', '保健院'), (), ('法院',))
    """
    for pattern, endings in _DEPARTMENTS:
        if pattern.fullmatch(department):
            return endings
    return ()


def join_organ(before: str, organ: str, named: bool) -> str | None:
    """The full name of an organ behind another post of the same title, or None.

    >>> join_organ("嘉定区委", "组织部", False), join_organ("平遥县委", "纪委", False)
    ('嘉定区委组织部', '平遥县纪委')
    >>> join_organ("后寨村党总支", "村委会", False), join_organ("某某有限公司", "党委", False)
    ('后寨村委会', '某某有限公司党委')
    >>> join_organ("柳湾社区党委", "居民委员会", False)
    '柳湾社区居民委员会'
    >>> join_organ("云山县委宣传部", "文明办", False), join_organ("云山县委统战部", "民宗局", False)
    ('云山县文明办', '云山县民宗局')

    Args:
        before: the full name of the organ of the post before.
        named: whether `organ` starts with the name of a place.
    """
    if organ == "办公厅":
        return before + organ
    for ending in outer_endings(organ):
        if (end := before.find(ending)) > 0:
            return before[: end + len(ending)] + organ  # 法院审判委员会委员、刑事审判庭庭长
    if _INSIDE.fullmatch(organ):
        court = (_PRINCIPAL if organ.startswith("机关") else _COURT).match(before)
        outer = court[0] if court else outer_body(before)
        return (_OFFICE_OF.sub("", outer) if organ == "党工委" else outer) + organ
    if before.endswith("人大常委会") and _OF_CONGRESS.fullmatch(organ):
        working = organ.endswith(("工委", "工作委员会"))
        return (before if working else before.removesuffix("常委会")) + organ
    beside = _PART_OF.fullmatch(before)
    if beside and _PARTS.fullmatch(organ):
        return beside[1] + organ
    if beside and not named and _is_everywhere(without_party(organ)):
        return _COMMITTEE.sub("", beside[1]) + organ
    committee = _COMMITTEE.search(before)
    if committee and _PARTS.match(organ):
        return before + organ
    if committee and _BESIDE.match(organ):
        outer = before[: committee.start()]
        return (outer[:-1] if outer.endswith("县县") else outer) + organ  # 费县|县委
    if (
        _UNIVERSITY.search(before)
        and not named
        and _FACULTY.match(organ)
        and not organ.startswith(("中国", "国家", "全国"))
    ):
        return before + organ
    division = _DIVISION_ORGAN.fullmatch(before)
    if division and not named and _ITS_OFFICE.fullmatch(organ):
        return division[1] + ("委" if _OF_COMMITTEE.fullmatch(organ) else "") + organ
    if division and not named and (_BUREAU.fullmatch(organ) or _MASS.fullmatch(organ)):
        return division[1] + organ
    principal = _PRINCIPAL.fullmatch(_PARTY_INNER.sub("", before))
    if principal and _OWN_OFFICE.fullmatch(organ):
        return principal[0] + organ
    same = _SAME_ORGAN.fullmatch(organ)
    if same and (end := before.rfind(same["end"])) > 1:
        return before[:end] + organ
    union = _PARTY_INNER.sub("", before)
    if not named and _UNION.search(union) and _SECTION.fullmatch(organ):
        return union + organ
    office = _PARTY_INNER.sub("", before)
    if office.endswith("局") and not named and _SQUAD.fullmatch(organ):
        return office + organ
    village = _VILLAGE.match(before)
    if village and _VILLAGERS.match(organ):
        return village[1] + organ[organ[0] == village[1][-1] :]
    return None


def office_before(parts: Sequence[TitlePart], part: TitlePart) -> Office | None:
    """The office of a title that a post goes on from: the party's for what a member sees to."""
    if not part.organ and _SEES_TO.fullmatch(part.post):  # 镇党委委员、人武部部长、政法委员
        for known in parts:
            if known.office is not None and (known.office.org or "").endswith(("党委", "党工委")):
                return known.office
    return parts[-1].office if parts else None


def party_beside(org: str, party: str) -> str | None:
    """The full name of a party organisation by the office behind it in a title, or None.

    >>> party_beside("宋福镇政府", "党委"), party_beside("青禾有限公司", "党委")
    ('宋福镇党委', '青禾有限公司党委')
    """
    if not _PARTY_INNER.fullmatch(party) or len(org) < 3:
        return None
    return _OFFICE_OF.sub("", org) + party


def _is_everywhere(organ: str) -> bool:
    """Whether every division has such an organ, which needs no place beside another of its own."""
    return any(kind.fullmatch(organ) for kind in (_ITS_OFFICE, _BUREAU, _MASS))


def shared_organ(before: str, part: TitlePart, in_party: bool) -> str:
    """The organ of a post that shares the one of the post before: 党组书记、局长.

    Args:
        before: the full name of the organ of the post before.
        in_party: whether the post is one of a party organ.
    """
    court = _COURT.match(before)
    if court and part.head in ("审判员", "检察员"):
        return court[0]
    if part.head in _SCHOLARS and _SOCIETY.search(before):
        return ""  # 学会副会长、研究员
    if in_party:
        return before
    outer = _PARTY_INNER.sub("", before)
    if _OF_ZONE.search(before) and part.head in ("主任", "调研员"):  # 开发区党工委委员、副主任
        return outer.removesuffix("工委") + ("" if "管委会" in outer else "管委会")
    return outer + "办事处" if outer.endswith("街道") else outer
