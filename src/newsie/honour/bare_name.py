"""A word or two in, the person whom they name out, where no finder of mentions knew the name.

Only where a list of recipients is read: there a name may stand bare (戴小月), behind what the
person does (制茶师毕小明, 妻子高小满), or be a surname and a word of respect (郝师傅).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newsie.gazetteers import load_gazetteer
from newsie.honour.region import RecipientKind

# Who a person is, in front of a name that no finder knew: 制茶师, 僧人, 妻子.
DOER = re.compile(
    r".*(?:队|队友|选手|老将|小将|名将|女将|运动员|编导|作曲|作词|编舞|指挥|首席[^，、]{2,6}官|队员|人员|演员|歌手|导演|主演|编剧|作者|技师|师|职工|工人|员工|工|员|农民|村民|居民|市民|群众|同学|老师|学生|学子|青年|艺人|"
    r"支书|书记|主任|经理|会计|理事|代表|委员|助理|绣娘|专业|妻子|丈夫|女儿|儿子|母亲|父亲|爱人|僧人|教长|护士|医生|民警|辅警|党员|干部|战士|模范|标兵|楷模|能手|劳模|工匠|获得者|得主|先进个人|司机|作家|画家|农户|骑手|小伙子?|姑娘|小朋友|小哥|女孩|男孩|少年|考生|大户|军属|军嫂|干警|法官|检察官|律师|记者|编辑|教练|裁判|主播|业主|店主|老板|户主|保安|保洁|专家|组合|家|兵|的|人|长|者|助人为乐|见义勇为|诚实守信|敬业奉献|孝老爱亲)"
)
DOER_FIRST = re.compile(
    r"[^，。、]{0,6}?(?:教师|老师|医生|护士|民警|干警|法官|检察官|干部|职工|员工|学生|同学|选手|党员|书记|主任|校长|院长|村民|工人|技师)"
    r"[\u4e00-\u9fff]{2,3}"
)
_SURE_DOER = re.compile(
    r"(?:僧人|设计师|妻子|丈夫|演员|歌手|导演|选手|村民|职工|学生|老师|同学|画家|作家|干警|法官|检察官|律师|教练)$"
)
NO_NAME = re.compile(
    r"(?:[男女混]|[球棋泳剑])[^，、]{0,6}(?:单打|双打|混双|团体|接力)$|^一家人?$|^(?:民警|辅警|教师|职工|干部|学生|同学|党员|医生|护士)$|^(?:队员|选手|运动员|孩子|同学|大家)们|^(?:下列|以下)|^(?:一一|逐一|从而|进而|继而|如今|目前|其中|此后|最终)$|们$|小伙伴$|(?:多[个名家位部件项]|一大?批|部分|许多)(?!$)|体育健儿$|^(?:中国|我国|[我本全][省市县区])?(?:选手|组合|运动员|健儿|小将|名将)$"
    r"|[前后中时里上下间内外]$|[上下中]午$|^[这那此该其各他她它你]|成绩$|(?:前列|前茅|和谐|和睦|相处|领先|良好|显著|突出|提高|上升|繁荣|稳定|安宁|有序|健全|完善|一流|优异|合格|达标|过关)$|^连续|^[^，、]{0,4}(?:小学|[初高]中|中学|男子|女子|成人|青年|少年|老年|少儿|公开|专业|业余|儿童|教师|学生)[^，、]{0,6}组$|战绩$|赛[场区]$|比赛$|^[冠亚季]+军$|^上述|^全[市县省区国村镇校队]"
)
_LATIN = re.compile(r"^[A-Za-z0-9-]{1,8}(?=[\u4e00-\u9fff]{2,4}$)")
# 企业组林春生: in which group of a contest
_OF_GROUP = re.compile("[\u4e00-\u9fff]{1,8}组(?P<name>[\u4e00-\u9fff]{1,2}[^级组类班部]$)")
# 驾驶员郝师傅: a person by the surname alone.
_POLITE = re.compile(
    r"(?P<surname>[\u4e00-\u9fff])(?:师傅|大爷|大妈|阿姨|奶奶|爷爷|大娘|大叔|大姐|大哥)$"
)
_PUPIL = re.compile(
    r"(?:[0-9一二三四五六七八九十）]班|[一二三四五六七八九]（[0-9]{1,2}）)(?P<name>[\u4e00-\u9fff]{2,3})$"
)  # 高一（2）班林春生
_SCHOOL_END = frozenset("小中校学园班级院大系局村区镇")
# Also where a list of persons is sure: 海州日报林春生、市电视台高小满.
_LONGEST = 4  # characters of words that may be a name alone: 拉毛才让, 英勇顽强
_WORKPLACE = frozenset("报台网社声厂司所站店部队科室处办馆")
_SCHOOLS = ("中学", "小学", "大学")
_SURE_BODY = re.compile(
    "(?:学校|职校|小学|中学|[高初职]中|大学|学院|幼儿园|医院|卫生院|[税教公][务育安]局|派出所|公司)$"
)
HONORIFIC = re.compile(
    r"(?:的组合|(?<=[^的])作品|老师|同志|先生|女士|院士|博士|医师|护师|研究员|教授|同学|夫妇|夫妻|老人|组合|医生)+$"
)

GROUP_NOUN = re.compile(
    r"(?:集体|单位|企业|公司|学校|村|镇|乡|街道|社区|家庭|庭院|组织|机构|支部|团队|队|户|区|县|市|部门|基地|中心|园|院|所|站|班|组|车间|科|科室|庭|办|处|连|营|旅|舰|馆|社|会|台|网|寺|庙|校|系|厂|矿|店|行|室|港|机场|集团|党委|党组|团委|工会|协会|合唱团|代表团|艺术团|剧团|小分队|股|合作社|庄|屯|旗|州|省|局|厅|部|大学|小区|苑|花园|公寓|大厦|公园|景区|媒体|平台|工地|项目部|窗口|医院|银行|空间|孵化器|商圈|广场|市场|商场|水库)$"
)
# 项目中, 战绩: words that begin with a surname's character.
_NO_PERSON = re.compile("项目.?|单项.?|战绩|成绩.?|方面.?|时间.?|强[手队]|高[中考]")
# A body by its noun alone is nobody: 中队, 该村.
BARE_BODY = re.compile(
    r"[我该本][校院厂局所行司]|(?:[该本我全]|我们|这个)?(?:村里?|镇里?|县里?|市里?|区里?|公司|企业|集团|单位|学校|医院|社区|街道|中队|大队|支队|团队|队伍|连队|部队|小区|园区|景区|合作社|农场|协会|支部|家庭|集体|部门|班级|科室|车间|产品|企业家|文明号|班组|教师|老师|学生|师生|(?:研究|科研|创新|技术)?成果|样品|茶样|项目|作品|论文|课题|教职工|教职员工|职工|员工|选手|村民|群众|干部|党员|医护人员|民警|获奖者)"
)


def person_at_end(text: str, hint: RecipientKind | None, lone: bool) -> str | None:
    """A name by itself, or behind a word for what the person does: 炼钢工毕小明, 老将徐家余."""
    text = _LATIN.sub("", text)  # ICU林春生
    bare = HONORIFIC.sub("", text) or text
    polite, text = bare != text, bare
    plain = "·" not in text or not DOER.search(text.split("·")[0][:-1])
    if plain and looks_like_name(text) and not (lone and hint == "organization"):
        return None if lone and NO_NAME.search(text) else text
    if (found := _POLITE.search(text)) and found["surname"] in _surnames():
        return found[0]
    if (pupil := _PUPIL.search(text)) and looks_like_name(pupil["name"]):
        return pupil["name"]
    if (member := _OF_GROUP.fullmatch(text)) and looks_like_name(member["name"]):
        return member["name"]
    found = DOER.search(text.split("·")[0])
    if not found and polite:
        return next((text[-n:] for n in (3, 2) if _follows_school(text, n)), None)
    if not found and hint == "individual":
        follows = _follows_body if lone else _follows_workplace
        return next((text[-n:] for n in (3, 2) if follows(text, n)), None)
    if not found:
        return None
    # 选手张家齐: the name holds what elsewhere says what a person does.
    for n in (3, 2):
        if looks_like_name(text[-n:]) and DOER.fullmatch(text[:-n]):
            return text[-n:]
    name = text[found.end() :]
    known = _SURE_DOER.search(found[0]) and re.fullmatch(r"[\u4e00-\u9fff]{2,3}", name)
    if looks_like_name(name) or known:
        return name
    lengthy = re.fullmatch(r"[\u4e00-\u9fff]{4}", name) and name[0] in _surnames()
    craft = hint is None and text[found.end() - 1] in "师员工手"
    return name if lengthy and (hint == "individual" or craft) else None


def _follows_school(text: str, length: int) -> bool:
    """Whether so many characters at the end are a name behind a school or class: 县二小林春生."""
    before, name = text[:-length], text[-length:]
    return before[-1:] in _SCHOOL_END | {"组", "科", "室", "部"} and looks_like_name(name)


def _follows_workplace(text: str, length: int) -> bool:
    before, name = text[:-length], text[-length:]
    return before[-1:] in _WORKPLACE | _SCHOOL_END and looks_like_name(name)


def _follows_body(text: str, length: int) -> bool:
    """Whether so many characters at the end are a name behind a body that is surely one."""
    return bool(_SURE_BODY.search(text[:-length])) and looks_like_name(text[-length:])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in load_gazetteer("surname"))


@cache
def _countries() -> frozenset[str]:
    return frozenset(next(iter(row.values())) for row in load_gazetteer("country"))


@cache
def _words() -> frozenset[str]:
    listed = frozenset(row["word"] for row in load_gazetteer("surnamed_word"))
    return listed | {row["word"] for row in load_gazetteer("cue") if _is_no_name(row)}


def _is_no_name(row: Mapping[str, str]) -> bool:
    """Whether a word of the news is none that somebody is called by: 召开, 荣立; but 许多."""
    return row["after"] == "news" and row["other"] not in ("rare", "noun")


def looks_like_name(text: str) -> bool:
    """Whether a list item is shaped like a person's name: surname and one or two characters."""
    if re.fullmatch(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+", text):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) or GROUP_NOUN.search(text):
        return False
    if text in _countries() or text in _words() or _NO_PERSON.fullmatch(text):
        return False
    if text.endswith(_SCHOOLS):
        return False  # 第五中学
    return (text[0] in _surnames() and len(text) <= 3) or (
        text[:2] in _surnames() and len(text) > 2
    )


def last_name(text: str) -> str | None:
    """The name that words for a person end with, whatever is said before it: 技术督导毛雅军."""
    text = HONORIFIC.sub("", text)
    if len(text) <= _LONGEST or GROUP_NOUN.search(text):
        return None
    lengths = (n for n in (3, 2) if len(text) - n > 1)
    return next((text[-n:] for n in lengths if looks_like_name(text[-n:])), None)
