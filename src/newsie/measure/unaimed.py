"""What stands behind a cue but is no aim: effects, conditions, manners, and how to get there."""

from __future__ import annotations

import re

from newsie.article import Sentence, Span
from newsie.measure.figure import ReadClause
from newsie.measure.task import opens_task

PAST = re.compile(
    r"已(?!有)|截至|完成了|实现了|原定|(?<![比较与同和])(?:上年|去年)(?![^，；。]{0,16}基础上)|累计(?!下降|提高|增长"
    r"|新增|完成|建)|以来|达成了|来自"
)
# “十四五”期间，全县始终坚持…，积极探索…: how it went, no plan.
_KEPT_ON = re.compile(r"始终|一直|积极探索|先后|紧紧围绕|紧抓|累计|共(?=[一-鿿]{2,8}\d)")
# How the aims of a list are to be reached: 抢抓机遇, 夯实农业基础, 以项目为抓手.
MEANS = re.compile(
    r"抓住|抢抓|抓牢|夯实|坚持|围绕|着力|立足|依托|紧扣|紧紧|按照|通过|聚焦|发挥|突出|贯彻|(?:深入|全面|认真)(?:贯彻|落实|学习)|在[^，]{2,24}(?:下|中|上)$"
    r"|以[^，]{2,30}为[^，]{2,8}(?=[，。；]|$)|(?:加快|加大|强化)[^，；。]{2,16}(?:步伐|进程|力度|意识)(?=[，。；]|$)"
)
# What comes of a thing, no plan of anybody: 将有力推动, 将为全县发展注入新动能.
EFFECT = re.compile(
    r"(?:继续|更好地?|充分)?发挥[^，；。]{0,10}作用$|不仅|[为也还必将]{0,3}迎来[^，；。]{0,24}(?:机遇|春天|契机|前景|周年|华诞)|(?:变得)?更加?美好|[^，；。]{0,6}填补[^，；。]{0,24}空白|(?:必将|更|也|还|从而|进而|进一步)?(?:有效|有力|极大|大大|显著|明显|大幅)地?(?:[提缓解改增满促带推拉助拓优补畅完方丰发激减]|为|让|使)[^，；。\d]{2}|(?:得到|获得|更加?|进一步|大幅|显著|全面|持续|不断|稳步){0,2}(?:提升|提高|增强|改善|优化|完善|凸显)(?=[，。；]|$)|(?:进一步|必将|更加|也|还)?(?:有力|极大|大大|显著|明显)地?(?!推进)"
    r"|(?:必将|也|还|更|进一步)?[为给对][^，；。]{1,40}?(?:带来|注入|增添|增加|奠定|开辟|积蓄|打下|提供[^，；。]{0,10}(?:支撑|保障|动能|动力|助力|助推力|可能|基础|条件))"
    r"|(?:对|在)[^，；。]{2,30}(?:产生(?!的)|起到|具有|发挥[^，；。]{0,6}作用)"
)
# What is told of a thing, and what it does: 项目建成后，将进一步提升服务能力.
_THING = re.compile(
    r"(?:建成|投产|投用|完工|竣工|通车|达产|启用|运营|实施|落成|开业)(?:投产|投用|使用)?后[^；。]{0,24}$"
    r"|(?:项目|工程|活动|举措|合作|仪式|建设|开工|签约|此举|这[一些]?[^，；。]{0,8})(?:的[^，；。]{2,12})?[，,]?(?:也|还|必)?$"
)
# 大桥的通车将…, 此次合作将…: what is done does it, no body.
_DEED = re.compile(
    r"(?:[^，；。]的(?:顺利|成功|正式|全面)?(?:实施|建成|通车|出台|上线|开通|投用|启用|落成|成立|设立|举办|推出|建立|投产|落地|引进|运行|开业)"
    r"|(?:方案|办法|条例|规定|协议|成果|技术|产品|模式|政策|标准|平台|系统|法律|新规)"
    r"|[此这][次项一个]?(?:合作|举措|举|活动|培训|会议|政策|改革|签约|行动))[，,]?(?:也|还|必)?$"
)
_DOES = re.compile(
    r"(?:进一步|持续|不断|大力|更好地?|全面|直接|切实){1,2}(?:满足|促进|带动|推动|提升|提高|改善|优化|完善|增强|推进|助推|助力|方便"
    r"|缓解|填补|丰富|拉动|加快|补齐|扩大|增加)"
)
_BRINGS = re.compile(
    r"(?:进一步|持续|不断|大力|更好地?|全面|直接|切实)*(?:结束|助力|让|使|为[^，；。]{2,16}提供|激发|激活|促进|带动|推动|提升|提高|助推|满足|填补|加快|方便|加重|增强|改善|规范)"
)
# 展现奋力强军的昂扬风貌: what is striven for only tells of what sort a thing is.
QUALIFIES = re.compile(
    r"等(?:问题|方面|主题|话题|议题|内容|重点)|[^否]是(?![否一])|的[^，；。、的]{0,4}(?:抓手|举措|前提|途径|载体|标志|体现|保障|风貌|姿态|热情|信心|决心|信念|勇气|精神|征程|进程|实践|故事|场景|景象|画卷|力量|关键|意义)$"
)
# What may be, lasts, or is not: no aim.
UNSURE = re.compile(
    r"[^；。]{0,24}?(?:可能会?|或许|恐怕?会?)(?=[一-鿿])|[^，；。]{0,12}?持续[到至](?=[\d今明后本下])|而?不是|而是|并非"
    r"|[^，；。\d]{0,20}(?:\d+[^，；。\d]{0,14}){1,2}[名人位家][^，；。\d]{0,14}(?:参[会加赛展]|出席)"
    r"|(?:参[赛展会]|观众)[^，；。\d]{0,10}\d+[余多万]*[人名家]"
    r"|由[^，；。]{2,16}(?:买单|承担)$|(?:不忘初心|再接再厉|牢记使命|砥砺前行|继续努力|、)+$"
    r"|[^；。]{0,40}登陆(?!A股|科创|创业|资本|北交|新三|港交|中国)|逐[渐步](?:减弱|消散|转弱)"
)
IN_FORCE = re.compile(r"[施执]行|生效|实施")  # 5月1日起，新规实施
# 任务是…, “十五五”时期，…: what a time is like, and what is urged for it.
LIKE = re.compile(r"面临|处于|具有|要把|要将|要以|[，：]要|必须|复杂|关键时期|重要时期")
# How something is to be done; what is to be done stands behind.
KEPT_UP = re.compile(r"[^，\ue002]{0,8}(?:进度|质量|安全|稳定|畅通|有序|到位|顺利进行|正常运行)")
MANNER = re.compile(
    r"(?:重点|着力|突出|全力)*(?:抓好|做好|推进|开展|实施|抓实|办好)(?:好|以下|如下|下列)*(?:几|[\d一二三四五六七八九十]+)(?:项|个|方面|大)(?:重点)?(?:工作|任务|方面|行动|工程|事情)$"
    r"|受[^，]*影响|从?(?:以下|如下|下列)|(?:[一二三四五六七八九十]+是)?"
    r"(?:(?:(?:紧紧|牢牢|重点)?(?:围绕|聚焦|立足|针对|按照|根据|对照|依托|结合|紧扣|锚定|瞄准|对标)[^，]*"
    r"|以[^，]{2,40}为[^，]{2,12})(?:，|$)){1,8}$"
    r"|会同[^，建办设开打举推]*(?:部门|单位|企业|机构|各方)$"
    r"|(?:充分|有效|合理)*(?:利用|借助|凭借)[^，建办设开打举推造增发]*$"
    r"|[在于从以][^，]*(?:位置|区域|地段|基础上|前提下|背景下|过程中|同时|之下"
    r"|(?:条件|推动|带动|支持|作用|影响|助力|引领|努力|帮助|指导|领导|驱动|加持)下)$"
    r"|由[^，建办设开打举]{1,16}(?:牵头|负责|承建|实施|出资|投资)$"
    r"|[在于][^，建办设开打举推造增创完实种栽投可能到将达]*[内里上中下间旁带处区](?:，(?:通过|依托|利用|借助|结合|由|以)[^，]*){0,4}$"
    r"|在[^，建办设开打举行形成推造]*(?:中心|大院|广场|公园|剧[院场]|[场书展]馆|现场|基地|等地|社区|学校|市场|期间)$"
)

# 3. （一） ①: before the name of an item.
NUMBERING = re.compile(
    r"\s*(?:(?:\d{1,2}[.、．](?!\d)\s*)?[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])"
)
_LONGEST_HEAD = 20


def is_effect(before: str, behind: str) -> bool:
    """Whether what 将 leads to comes of a thing, by the words on either side of it.

    >>> is_effect("项目建成后，", "进一步提升服务能力"), is_effect("我县", "进一步优化环境")
    (True, False)
    """
    if EFFECT.match(behind):
        return True
    if _DEED.search(before) and _BRINGS.match(behind):
        return True
    return _DOES.match(behind) is not None and _THING.search(before) is not None


def names_item(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether a sentence only names the item that those behind it tell of: 3.养老服务提升。

    Args:
        text: the passage's text.
        span: of the item, without its number.
    """
    if span.end - span.start > _LONGEST_HEAD or not NUMBERING.match(sentence.text):
        return False
    if opens_task(text[span.start : span.end]):
        return False
    return text[sentence.end : sentence.end + 1].strip() != ""


def is_told(text: str, clause: ReadClause, published: str | None) -> bool:
    """Whether a plan's years have begun and what was done in them is told: 始终坚持.

    Args:
        text: the passage's text.
        clause: that names the years; `published`: when the article was, or None.
    """
    if (clause.period or "9")[:4] >= (published or "")[:4]:
        return False
    end = text.find("\n", clause.sentence.end)
    end = len(text) if end < 0 else end
    if _KEPT_ON.search(text, clause.span.start, clause.sentence.end):
        return True
    return PAST.search(text, clause.sentence.end, end) is not None


def names_past(clause: ReadClause, published: str | None) -> bool:
    """Whether a clause names a month or day that has passed when the article is published."""
    for mention in clause.sentence.mentions_of("date"):
        if clause.span.start <= mention.start < clause.span.end:
            end = (mention.value.period or mention.value.date or "").split("/")[-1]
            if len(end) > len("2025") and end < (published or "")[: len(end)]:
                return True
    return False
