"""A phrase before a number in, the same without what leads over to what is measured out.

Surface forms::

    讲话并宣布重点项目            重点项目
    民四庭现有干警                干警
    位居前三位的依次是盗窃罪      盗窃罪
    调查共收集问卷                收集问卷
    有居民                        居民
    展示来自省内外的              展示
    百强镇数量最多、              百强镇数量
    暴雨造成沿河地区              暴雨造成
    有效专利 有机茶面积           as they are
"""

from __future__ import annotations

from newsie.measure.figure import Phrase
from newsie.triggers import compile_quick

_EVENT = (
    r"(?:调查|问卷|培训|活动|大赛|比赛|竞赛|会议|大会|展会|展览|招聘会|论坛|行动|演练|检查|督查|巡查"
    r"|走访|征集|排查|评选)"
)
_OPENINGS = compile_quick(
    r"“?[^，“”]{1,4}”?期间”?(?:各地|全[省市县区州])?(?:一共|共计|累计|共|将)*(?=[一-鿿]{3})"
    r"|[^，、]{0,8}?(?:通过|采取|采用|依托|按照)[^，]{2,20}?(?:模式|方式|形式|途径|机制)(?=[一-鿿]{3})"
    r"|由[^，]{2,20}?(?:承建|投资|建设|设计|施工|开发)的(?=[一-鿿]{2})"
    r"|(?:建成|投用|改造|扩建|完工)后的[^，]{1,8}?(?:能|可|将)(?=[一-鿿]{2})"
    r"|(?:建设|生产|设计)规模[为是](?=[一-鿿]{2})"
    r"|主要(?=建设|新建|生产|种植|改造|实施|修建|安装)"
    r"|[^，、]{0,8}?(?:朝着|向着|瞄准|锚定)(?=[一-鿿]{2})"
    r"|[^，]{1,16}相比(?=[一-鿿]{2})"
    r"|[我他]?[这那](?:\d{1,5}|[一两三四五六七八九十百千万多余几]{1,4})[个家亩项名位户座所条](?=[一-鿿]{2}|$)"
    r"|[^，、]{0,10}?宣布(?:[全我][省市区县国州])?(?=[一-鿿]{2})"
    r"|(?![^，]{0,12}?[对将把以在与和])[一-鿿]{2,14}?[现共]有(?=[一-鿿]{2})(?!产权)"
    r"|[^，]{0,16}?前[一二三四五六七八九十\d]{1,3}[位名]的?[一-鿿]{0,4}?(?:依次|分别)?[是为有](?=[一-鿿]{2})"
    rf"|[一-鿿“”]{{0,10}}?{_EVENT}(?:中|期间)?(?:一共|总共|共计|累计|总计|合计|共)(?=[一-鿿]{{2}})"
    r"|有(?![效机色线关限氧轨奖声责序力害毒组意证偿钱盐着益利名源据形采过期]|[^，、]{2,10}的)(?=[一-鿿]{2})"
)
# The last character of each of what may stand at the end.
_ENDS = frozenset("的内多高大快长首先位、区省市县镇乡村地分境线游家份外界校业域市乡")
_TAILS = compile_quick(
    r"(?:来自|涉及)[^，]{2,30}的$|了?(?:分别|还有)?来自[^，]{0,36}(?:国家|地区|省份|[省市区县]|城市|乡镇|各地|[内海]外|各界|单位|学校|高校|院校|行业|领域|企业)$|(?<=.)包括[^，]{2,20}在内$"
    r"|(?<=[数量额值率积入资])(?:规模)?(?:最[多高大快长]|居首位?|领先)、?$"
    r"|(?<=导致|造成|致使)(?!直接|经济)[^，]{0,12}?(?:地区|[省市县区镇乡村]|多地|部分|境内|沿线|[上中下]游)$"
)


def drop_lead_in(phrase: Phrase) -> Phrase:
    """The phrase without what leads over to what is measured.

    >>> text = "民四庭现有干警"
    >>> drop_lead_in(Phrase(text, text)).text
    '干警'
    >>> text = "有效专利"
    >>> drop_lead_in(Phrase(text, text)).text
    '有效专利'
    """
    phrase = phrase[len(phrase.text) - len(phrase.text.lstrip("”’）)、")) :]
    if opening := _OPENINGS.match(phrase.text):
        phrase = phrase[opening.end() :]
    if phrase.text[-1:] in _ENDS and (tail := _TAILS.search(phrase.text)):
        phrase = phrase[: tail.start()]
    return phrase
