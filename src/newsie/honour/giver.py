"""A verb of conferring in, the body or place that is its subject out, as written.

Forms that are taken:
    县委、县政府隆重举行             bodies in a row, behind whatever tells the time
    张家界市9月9日下午在市一中召开   a place; when and where stand behind it
    由市文明委主办                   behind 由
    在国家旅游局公布的               behind 在, where a list is published
"""

from __future__ import annotations

import re

# Atomic, and in runs from one body to the next, so that a long list can be read in one way only.
_BODY = (
    r"(?>委|政府|政协|人大|会|局|部|厅|院|办|军委|中央|联|中心|社|公司|集团|总署|组织|组|军区|总部|校|大学|台|署|站"
    r"|小学|中学|幼儿园|[一二三四五六七八九十]中(?![学心])|[一二三四五六七八九十]小(?!学)|所|(?<![举进发])行|企业|银行|法院|党支部|党组|兵团|医院|报)"
)
_OWN = rf"(?:(?!{_BODY})[^，。；：！？、“”《》被])"


def _bodies(longest: int) -> str:
    """Bodies in a row, each of so many characters and its head: 县委、县政府, 团县委县教育局."""
    named = rf"{_OWN}{{0,{longest - 1}}}{_BODY}+"
    joined = rf"(?:、(?:党委|政府|人大|政协|行政)|(?:、[^，。；：！？、“”《》]|{_OWN}){named})"
    return rf"[^，。；：！？、“”《》]{named}{joined}*"


BODIES = rf"{_bodies(20)}、?"
_ALL_BODIES = re.compile(_bodies(24))
_DIVISION = re.compile(
    r"(?![全我本该各])[^，。；：！？、“”《》（）的]{1,12}(?:[省市区县镇乡州旗]|街道|社区|新区|保税区|园区|自治区)"
)
JOINING = re.compile("^(?:[，、与 ]|和(?![平顺田静硕县龙林布政]))+")  # not of 和平镇
# What stands between the subject and the verb: when, where, how.
_BEHIND = re.compile(
    r"(?>[在于][^，。；在于]{1,24}|今天|昨天|前天|日前|近日|最近|前不久|随后|[0-9]{4}年|[0-9]{1,2}[月日时点]|[上中下]午|晚上"
    r"|[晚许，]|当[天日晚]|已|又|还|一共|总共|共同|共|隆重|联合|表彰(?=$)|官方|官网|网站|微信公众号|向全?社会|正式|组织|决定|研究|同意|再次|首次|特意|特|专门|同时|分别)+$"
)
# What stands before it: the time, who says so, the paper's own words.
_BEFORE = re.compile(
    r"^.*(?:记者从.{1,20}获悉|获悉|了解到?|据悉|据介绍|宣读了?|通报了?|公布|下发了?|转发了?|传达了?|宣布|会上|大会|活动中|仪式上|日前|近日"
    r"|今天|昨天|前不久|随后|当[天日晚]|[上中下]午|[0-9]日|日电|[0-9]月|经(?![开济贸信发营科]))[，]?"
    r"|^(?:今年|去年|[此本这]次|近年来|其中|同时|此外|为此|本报讯|讯)+"
)
_PREPOSITION = re.compile(r"^(?:[由在经据]|根据|按照|随着|连续|先后)+")
_EVENT = re.compile(
    r"(?:博览|交易|展销|运动|农博|茶博|颁奖|表彰|动员|座谈|总结|庆祝)大?会$|[本此]次|专家|评委|大会$|会议$|晚会$|集会$|领导$|记者|观众|比赛|^[他她它该其这]"
)
_NAMELESS = re.compile(
    "(?:大会|大赛|活动)?(?:组委会|评委会|组织委员会)|[国省市区县]{1,2}级?|[我本该][院校司局厂所行]|学校|医院|公司|单位|集团"
)
# 省委宣传部、省文明办等单位
_AND_MORE = re.compile("等(?:[0-9一二三四五六七八九十]+[家个]?)?(?:单位|部门|部委|部|机构)$")
_PIECES = re.compile("[，。；：！？”》）\n]")
_MOST_EMPTY = 3  # so many parts between commas may tell when and where alone


def find_giver(text: str) -> str | None:
    """The subject of a verb that what is given stands before; None where none is named.

    Args:
        text: the sentence up to the verb.
    """
    text = text[-400:]
    for piece in reversed(_PIECES.split(text)[-_MOST_EMPTY:]):
        if (placed := _PREPOSITION.sub("", piece)) != piece and _ALL_BODIES.fullmatch(placed):
            return placed  # 在国家旅游局公布的
        piece = _BEHIND.sub("", piece.rpartition("——")[2])
        piece = _BEFORE.sub("", piece)
        piece = JOINING.sub("", _PREPOSITION.sub("", piece).rstrip("，、和与 "))
        if not piece:
            continue
        if _EVENT.search(piece):
            return None
        if _NAMELESS.fullmatch(piece):
            return None
        named = _AND_MORE.sub("", piece)
        if _ALL_BODIES.fullmatch(named) or _DIVISION.fullmatch(piece):
            return piece
        return None
    return None
