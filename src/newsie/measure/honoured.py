"""A count in, whether those who were honoured are counted, which awards tell and no metric.

Surface forms::

    授予12名同志称号        12个集体获“省工人先锋号”
    李新民等68名优秀教师、周兰等41名优秀班主任受到表彰
    选送的5款茶叶喜获金奖    入选旅游模范户2个、金牌农家乐33个
"""

from __future__ import annotations

import re

from newsie.measure.figure import Figure
from newsie.triggers import compile_quick

_HONOUR = compile_quick(
    r"荣[获立]|(?<![收捕抓查])获(?:得)?“[^”]{3,20}”(?!(?:的|等)?(?:认证|资质|支持|资金|贷款))|授勋|[一二三]等功|授予|称号|获评|被评为|命名为|获颁|获(?:得)?\S{0,12}[奖杯](?!牌)"
    r"|表彰|(?<!广告)(?<!规)(?<!损)(?<!门店)(?<!门头)牌匾|[特一二三]等奖|授牌|入选|上榜|登榜|优秀奖|获此(?:殊荣|荣誉|奖项)"
)
_CONFERRED = compile_quick(
    r"授予|称号|获评|表彰了|[共受]到?[国省市县区级]{0,3}表彰|获此(?:殊荣|荣誉|奖项)|(?:予以|进行|给予|通报)了?(?:表彰|表扬|奖励|嘉奖)|以奖励|榜上有名"
    r"|(?<!受)(?<!受到)表彰(?!大?会|决定|名单|奖励|活动|工作|通报)|(?:确定|认定|命名|评定)[^，。；]{2,150}?为[^，。；]{0,16}(?:示范|先进|模范|标杆|样板)|[喜斩勇荣]获[^，。；]{0,8}[金银铜大]奖"
    r"|评选?出|评选了|命名为|颁发了?[^，。；]{0,24}(?:[奖证牌杯]|证书|奖[金章项状牌杯])|(?:上榜|入围|获选|当选).{0,16}(?:名单|榜单|称号|“)|(?:名单|榜单)(?:出炉|揭晓|公布|发布)"
    r"|(?:公布|发布|揭晓|公示)[^。；]{0,40}(?:名单|榜单)"
)
# Of these the list is told right behind: 入选旅游模范户2个、金牌农家乐33个.
_CHOSEN = re.compile(
    r"(?:荣[获立]|入选|入围|上榜|获评|遴选出了?|评选|评出|名单[（(]?)(?:[^。；，]|，(?:其中|分别|包括|有)){0,60}$"
)
_CONFERRED_ON = re.compile(r"(?:分别|均|都|全部)?(?:[荣喜]?获|[受得]到|被|予以|给予|授予)")
_OF_THOSE = re.compile(r"其中|分别|包括|还?有|以及")
_LISTED_SO = re.compile("名单|榜单|榜上")
_HONOURED_UNITS = frozenset(("个", "名", "位", "家"))
# Of these only where the honour is told of them right there.
_ENTRIES = frozenset(("户", "款", "件", "支", "所", "人"))
_CHOSEN_UNITS = _HONOURED_UNITS | {"人", "户", "项", "篇", "部", "幅", "次"}
# Counted with an honour are those who were honoured.
_HONOURED = re.compile(
    r"(?:红旗手|标兵|文明岗|先进(?:集体|个人)(?:名列其(?:中)?)?|奖章|奖状|先锋号|劳模"
    r"|能手|工匠|模范|称号|(?:优秀|最佳|单项)[一-鿿]{0,8}奖|(?:组织|鼓励|入围)奖)$"
)


def counts_honoured(figure: Figure) -> bool:
    """Whether a count is of those who were honoured, or of the honours."""
    unit = figure.quantity.unit
    if _HONOUR.search(figure.clause_text) or _HONOURED.search(figure.indicator.text):
        return True
    if figure.quantity.rank:
        return False
    if unit in _HONOURED_UNITS | _ENTRIES and _is_conferred(figure):
        return True
    return unit in _CHOSEN_UNITS and _CHOSEN.search(figure.before) is not None


def _is_conferred(figure: Figure) -> bool:
    """Whether an honour is told of what is counted, in its clause or in one that goes with it.

    授予12名同志称号; 12个集体、36名个人，受到表彰; not 获评文明村称号，建成广场12个.
    """
    text = figure.around
    found = _CONFERRED.search(text)
    if found is None:
        return False
    if _LISTED_SO.search(found[0]) and figure.quantity.unit in _HONOURED_UNITS:
        return True
    text, at = figure.sentence.text, figure.mention.start - figure.sentence.start
    start = max(text.rfind(stop, 0, at) for stop in "，；。：") + 1
    if _OF_THOSE.match(text, start):
        start = max(text.rfind(stop, 0, max(0, start - 1)) for stop in "，；。：") + 1
    end = min((k for k in (text.find(stop, at) for stop in "，；。") if k >= 0), default=len(text))
    if _CONFERRED_ON.match(text, end + 1):
        following = (text.find(stop, end + 1) for stop in "，；。")
        end = min((k for k in following if k >= 0), default=len(text))
    return _CONFERRED.search(text, start, end) is not None
