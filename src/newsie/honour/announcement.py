"""A sentence that says 榜上有名 in, the honour that the sentences before it announced out.

Forms that are taken:
    省科协公布了117个省级科普教育基地。城东植物园等15家单位榜上有名
    农业农村部发布第三批中国美丽休闲乡村名单。城东村成功入选
    第六届“海州好人”评选结果揭晓。高小满、林春生上榜
"""

from __future__ import annotations

import re

from newsie.article import Article, Sentence
from newsie.honour.name import Honour, read_honours
from newsie.honour.recipient_kind import noun_kind
from newsie.honour.region import Found, Recipients, Region

_ANNOUNCED = re.compile(
    r"(?:公布|发布|揭晓|命名|认定|推出|印发|评选出)了?(?:关于)?(?:(?:公布|认定|命名))?"
    r"(?:[0-9一二三四五六七八九十百]+[余多]?[个家名位人项件所])?(?P<name>(?:[^，。；：！？“”]|“[^”]{1,30}”){2,50}?)"
    r"(?:的?(?:公告|通知|决定|通报))?(?:(?:首批|第.{1,2}批)?(?:示范)?(?:认定|评选|入选|获奖|推选|拟?入围)*(?:名单|榜单|结果|名录))?》?(?=[，。；]|$)"
)
_RESULT = re.compile(
    r"(?P<name>(?:[^，。；：！？“”的]|“[^”]{1,30}”){2,40}?)(?:评选|认定|推选|入选|获奖)*(?:名单|榜单|结果|名录)?"
    r"(?:正式|日前|近日|对外|今天|昨天|于[0-9年月日]+)*(?:公布|发布|揭晓|出炉)(?=[，。；]|$)"
)
_NOT_YET = re.compile(r"公示|候选|拟认定|拟推荐|申报|推荐名单|启动")
# A sentence that names what is on its own list, or tells of something else.
_OWN = re.compile(r"公布|发布|揭晓|名单|评选|结果|获|被|候选|公示|拟|至此|已有|累计|总数")
_MOST_BEFORE = 3


def announced_before(article: Article, sentence: Sentence, recipient: str) -> Honour | None:
    """The honour that the two sentences before one announced; none where it tells of its own.

    Args:
        recipient: what stands before 榜上有名.
    """
    if _OWN.search(recipient) or article.passage is None:
        return None
    first = max(0, sentence.index - _MOST_BEFORE)
    for told in reversed(article.sentences[first : sentence.index]):
        if _NOT_YET.search(told.text):
            return None
        for pattern in (_ANNOUNCED, _RESULT):
            for found in reversed(list(pattern.finditer(told.text))):
                honours = read_honours(found["name"], strong=True, sure=True)
                if len(honours) == 1:
                    return honours[0]
    return None


# 100个示范项目、100名服务标兵: so many of a kind
_KIND = re.compile(
    r"(?P<count>[0-9]+)[余多]?[个名位家项件所户](?P<kind>[^，。；：！？、“”0-9]{2,16}?)(?=、|和|以及|$)"
)


def announced_kinds(region: Region) -> list[tuple[Honour, Recipients]]:
    """The honours of a list of counted kinds, the head of the first said once for all of them."""
    text = region.canonical
    found = list(_KIND.finditer(text))
    if not found:
        return []
    head = text[: found[0].start()].strip()
    honours = []
    for item in found:
        read = read_honours(head + item["kind"], strong=True, sure=True)
        if len(read) == 1:
            kind = read[0].kind or noun_kind(item["kind"])
            honours.append((Honour(read[0].name, read[0].year, kind), _group(item)))
    return honours


def announced_groups(region: Region) -> list[Recipients]:
    """How many of each kind are ours: 兵团3个项目、3个团队、3名个人."""
    return [_group(item) for item in _KIND.finditer(region.canonical)]


def _group(item: re.Match[str]) -> Recipients:
    kind = noun_kind(item["kind"]) or "organization"
    return Recipients((Found(None, int(item["count"]), kind),), None)
