"""A prize's name in, who it goes to out, where its words tell: 最佳导演奖, 最佳影片."""

from __future__ import annotations

import re

from newsie.honour.region import RecipientKind

_PERSONAL = re.compile(
    r"(?:导演|主角|配角|演员|编剧|歌手|教练|运动员|摄影师?|新人|射手|球员|个人|教师|选手|辅导员?|指导|主持人|爱心人士|终身成就)奖?$|(?<!集体)(?:奖章|勋章|纪念章)$"
)
_OF_BODIES = re.compile(
    r"(?:组织|集体|团体|单位|企业|道德风尚|精神文明)(?:工作|总分)?奖?$|团体总分|劳动奖状$|劳模集体$"
)
_OF_WORKS = re.compile(
    r"(?:影片|作品|电影|剧|片|歌曲|音乐|节目|案例|设计|创意|论文|图书|科技进步|技术发明|科学技术|成果|新闻|好新闻|专利)奖?(?:[特一二三]等奖|[金银铜]奖)?$"
    r"|(?:书画|摄影|美术|书法|征文|绘画|短视频|海报|漫画)[^，]{0,10}(?:[特一二三]等奖|[金银铜]奖|优秀奖)$"
    r"|(?:博览会|农博会|茶博会|农交会|交易会|展销会|斗茶赛|品鉴会|名[茶酒优][^，]{0,6}评选)[^，]{0,8}(?:[特一二三]等奖|[金银]奖|优质奖|茶王)$"
)


def told_kind(name: str) -> RecipientKind | None:
    """Whether a prize goes to persons or bodies by its name; None where that does not tell.

    >>> told_kind("最佳导演奖"), told_kind("优秀组织奖"), told_kind("突出贡献奖")
    ('individual', 'organization', None)
    """
    if _PERSONAL.search(name):
        return "individual"
    return "organization" if _OF_BODIES.search(name) else None


def is_for_works(name: str) -> bool:
    """Whether a prize goes to works by its name, where the recipient's shape does not tell.

    >>> is_for_works("海州市科技进步二等奖"), is_for_works("突出贡献奖")
    (True, False)
    """
    return bool(_OF_WORKS.search(name))
