"""The words around a 将 in, whether it is 把 out: 将锦旗送到社区 takes, 将新建公园 promises."""

from __future__ import annotations

import re
from functools import lru_cache

from newsie.gazetteers import load_gazetteer
from newsie.measure.words import inner_deed

_OBJECT = re.compile(
    r"[^，；。]{1,30}?(?:[提降升下上]?[升降调到](?:至|到|为)|作为|转化为"
    r"|[造变育设展改写拍制译转编做划炼]成(?![功立效本果员长绩熟交就品])|(?:安装|落实|配备|送|运|部署)到位|用于|应用[到于]|[引注融带]入|送[进上至]|寄[往给到]|移交"
    r"|向[^，；。]{1,10}(?:延伸|转变|推进|拓展|倾斜)"
    r"|纳入|列入|会旗|融入|贯穿|授予|交给|送[到往给]|分为|变[成为]|建设?成"
    r"|打造成|发展成|联系起来|[定列评选设名称视认升改并结聚集合缩括]为|[设确]立为|投入到|报(?:送|至|到|[省市县区我])|升级[为成]|改[为成]|[搬迁调转移带拉推引送运存放撤退召收投划并派聚集解][到至往回向]|结合起来|相结合|视为|作为|放在|摆在|落[到实在]"
    r"|写[进入]|反馈[至到给]|两手抓|一起抓|迎头赶上|做[深细实优精]|(?:抓|落)[细实牢]|摆上|提上|记在|装在|放到|贯彻)"
    r"|(?![推促深实坚探构打形加])[^，；。]{1,10}[与和同][^，；。]{1,12}(?:相?结合|融合)(?=[，。]|起来)"
)
# What is taken is told of first: 将收到的来信，逐一…
_TAKEN = re.compile(
    r"(?:收到|征集|收集|搜集)到?的|所有|其(?!中)|[他她它]们|这[些一]|那些|上述|有关|相关"
)
# 将解决问题放在首位: whatever is to be done, it is put somewhere.
_PUT = re.compile(
    r"[^，；。]{1,14}?(?:\d[\d.]*[%％]|[一二三四五六七八九]成)[^，；。]{0,6}?(?:投入(?!使用)|用于|投向)|"
    r"[^，；。]{2,12}推向(?:高潮|深入|纵深|前台)"
    r"|[^，；。]{2,20}[与和][^，；。]{2,14}同步(?:建设|推进|规划|实施)|[^，；。把]{2,24}(?:放在|摆在|排除在|置于|列为|视为)"
    r"|[^，；。]{2,30}作为[^，；。]{0,30}(?:目标|任务|重点|抓手|要求|内容|标准|依据|契机)"
    r"|[^，；。把]{2,16}(?:贯穿|融入|嵌入|落实到|体现到)[^，；。]{2,16}(?:全过程|始终|各环节|各方面|全领域)"
    r"|[^，；。]{2,16}“(?:扩容|升级|打包|翻新|变现|激活|盘活|串联|唤醒|清零|归零|上墙|下沉|前移)”[，。]"
)
# 将贷款比例由60%放宽到80%: what is decided. 今年还将范围从5个扩大到9个 is still to come.
_FROM_TO = re.compile(
    r"(?!(?:[由从使让把]|推动|带动|实现|促进|力争|确保|进一步|逐步|有效|大幅|新|推进))[^，；。]{2,40}(?:由|从)[^，；。]{1,20}"
    r"(?:放宽|[上下]调|调整|调[高低]|提[高升]|降低|扩大|缩短|延长|增加|压缩)[到至为]"
)
_ALSO = re.compile(r"(?:[还也年月日]|未来|期间|下一?步)$")
# 将嫌疑人宋某抓获, 将被困老人救出, 将垃圾清理干净: the verb stands behind what it is done to.
_VERB_LAST = re.compile(
    r"[^，；。]{2,24}?(?:(?:抓[获捕]|擒获|捕获|缉拿|控制住?|制[服伏]|押解?|拘[捕留]|刑拘|逮捕|抓获归案|捉拿归案|扭送|带离|带走|带回|击毙"
    r"|查[获扣封]|扣[押下]|收缴|捣毁|打掉|拦[下截停]|驱离|劝[返离退]|送医|救[出起下上]|救援|解救|获救|扑灭|打捞上岸|疏散|撤离|唤醒|安抚好?"
    r"|归案|上岸|入库|上门|干净|完毕|到手|到家|到人|到户|下来|起来|出去|出来|下去|回来|回家|上来|过来)(?=[，；。]|$|后|并)"
    r"|(?:返还|归还|退还|退给|租给|卖给|交还|转交|奉还|销往|发往|运往)|[一-鿿]{2}给|名单[^，；。]{0,12}?(?:公布|公示|张贴|曝光))"
)
# No verbs of what is promised, though they are in the dictionary: 将涉案财物返还失主.
_BEFALLEN = re.compile(
    r"(?:犯罪|违法|涉嫌|涉案|嫌疑|失信|被困|被执行|被害|被盗|被骗|受伤|受灾|受困|落水|走失|迷路|肇事|违规|逃犯|伤[员者]|群众|[\ue001\ue006]|[一两二三四五六七八九几\d]+[名人个位])"
)
# 将帮扶措施落到每家每户, 将失信人员纳入名单: a deed before its thing only says which.
_WHICH = re.compile(
    r"[一-鿿]{2}(?:计划|方案|措施|政策|责任|任务|资金|物资|人员|名单|成果|情况|信息|结果|经验|做法|理念|要求|群众|对象|工作|款)(?!的)"
)
# Before 将 it is 把: 将来 stands before such words, not behind them.
_TAKING = re.compile(
    r"(?:尽快|及时|立即|立刻|马上|迅速|主动|积极|统一|直接|成功|先后|依法|陆续|自觉|自愿|真正|切实|有效|科学|合理|深度|全部|巧妙地"
    r"|必须|应当|可以|能够|决定|同意|要求|建议|规定|以便|从而|通过|争取|力争|确保|坚持|不断|始终|继续|一定|已经|曾经|旨在|反对|敦促|督促"
    r"|只有|没有|如何|怎样|努力|共同|才能|不能|不得|不会|[^主首重次简只纲需概摘]要|[^一]并未|[应须不未曾才便已可能请了着]|[^，。]{2}的)$"
)
# Before 将 it is 把 where a noun follows, not where a verb does: 并将奖牌移交, 并将拓展市场.
_JOINING = re.compile(r"(?:方案|办法|并|(?<!接下)(?<!未)来|去|法|式)$")
# 将锦旗送到了社区: what is still to come has no 了.
_DONE = re.compile(r"一[面封份束箱本幅]|[^，；。：]{1,40}?[一-鿿](?<![为除])了(?![解却结])")
_WHEN = re.compile(r"[\ue002]|[于在]|继续|进一步|\d|今|明|年|月")
# The verbs that 将 most often promises, beside those of deeds.
_ACT = re.compile(
    r"[建用开办设请聘邀增减投引启加提降达超破促保守抓带助]|推动|实现|实行|采取"
    r"|前往|访问|出席|迎来|进入|成为|发行|执行|安排|组成|分(?:批|别"
    r"|期|三|两)|首次|正式|延续|延长|扩大|深化|优化"
    r"|聚焦|锚定|紧扣|立足|依托|秉持|坚定|坚决|认真|主动|努力|奋力|着眼"
    r"|结合|根据|严格|严厉|切实|稳步|有效|充分|共同|携手|联合|牵头|争取"
    r"|探索|选择|选派|调整|鼓励|引导|允许|允诺|允|覆盖|涵盖|包括"
    r"|播出|讲述|亮相|登场|上映|接受|接待|参加|参与|发挥|发力|发射|履行"
    r"|考虑|讨论|研究|审议|听取|强化|巩固|夯实|打通|打响|打好|打赢|做好"
    r"|做强|做大|牢记|珍惜|一如既往|始终|率先|全力|倾力|尽快|尽|陆续"
    r"|逐|分|年内|连续|长期|永远|每"
    r"|稳定?在|让|使|把|被|对|从|由|以|有|给|向|为|与|同|跟|和|在|于|按|会|要"
    r"|可|能|更|再|又|还|继|不|一|重|大|深|全|积极|进一步|落实|配合"
    r"|协助|支持|维护|捍卫|[当唱答演用守管]好|投资|出资|捐|赠|借助|利用|搭建|构建|营造"
    r"|形成|完善|健全|弘扬|筑牢|兜牢|压实|严控|抢抓|规划(?![图书方设])|布局|普及|聚力|唱响|根治|彻查|面向"
    r"|合龙|封顶|量产|试产|通水|并网|蓄水|亮灯|首发|问世|下线|交房|限行|迁至|创评"
)
_ADVERB = re.compile(
    r"[\ue002]|会|要|进一步|继续|持续|于|在|按|以(?!色列)|围绕|通过|从|全面|把"
    r"|全力|积极|加|不断|充分|着[力重眼]|坚持|同步|重点|陆续|有序|深|大力|逐步|力争"
    r"|紧紧|紧扣|紧盯|牢牢|牢固|认真|扎实|踏实|带头|精心|精准|悉心|密切|广泛|大幅|集中(?!营)|统一(?!战线)|统筹|一并"
    r"|适[时度当]|依[法规托]|高[标质水效起]|因地制宜|坚定|坚决|毫不|切实|稳[步妥]|严[格厉肃把]|有[效力针计步]|灵活|主动"
    r"|合力|齐心|同心|携手|共同|联合|协同|常态化?|长期|定期|不定期|随时|及时|迅速|尽[快力早]|抓紧|率先|优先|首先|首次|最终|逐[一年项步渐]"
    r"|科学(?=[谋规布统安组合])|合理(?=[谋规布统安组配利])|用[心情力好]|倾[力情心]|奋力|努力|不遗余力|一体|一如既往|始终|更[加好]|接续|接力|连续|分[批期步类]"
    r"|(?:如期|按期|准时|提前|圆满|彻底|相继|快速|就近|千方百计|想方设法|持之以恒|凝心聚力|真抓实干)"
    r"|(?:基本|初步|总体|整体|顺利|正式|分别|首[批期]|自主|独立|真正|主要|专门|另外|额外|悉数)"
    r"(?=[建实完形达摆消满投启开通推引竣解打获取交贯覆成设承研生用从为对面负])"
)
# What only comes about, by no actor's will.
_HAPPENS = re.compile(
    r"长期(?:存在|面临|处于)|出现|发生|处于|维持|[下降][降滑跌温]|升高|放缓|走[强弱高低]|注定|发表[^，。]{0,10}(?:文章|社论)|威胁|打击|遭受|伤害|引发|耗[尽费]|消失"
)
# 下一步，将…: 把 of what is still to come is a promise.
_WILL = re.compile(r"(?:下一?步|明年|今后|未来|届时|月底前|年底前|近期|日前)，?$")
_LONGEST_VERB = 4


@lru_cache
def _verbs() -> frozenset[str]:
    """The verbs of the dictionary, of two characters or more."""
    return frozenset(
        row["word"]
        for row in load_gazetteer("cue")
        if row["after"] in ("dictionary", "news") and len(row["word"]) > 1
    )


def is_taking(following: str, before: str = "") -> bool:
    """Whether 将 is 把, by what stands around it: 尽快将, 将响应等级提升为三级.

    >>> is_taking("锦旗送到社区"), is_taking("传承红医精神"), is_taking("新建公园", "并")
    (True, False, False)
    """
    if _TAKING.search(before) and not _WHEN.match(following):
        return True
    if _DONE.match(following) or _TAKEN.match(following) or _PUT.match(following):
        return True
    if _HAPPENS.match(following):
        return True
    if _FROM_TO.match(following) and not _ALSO.search(before):
        return True
    if _ADVERB.match(following):
        return False
    if _VERB_LAST.match(following) and not _WILL.search(before):
        befallen = _BEFALLEN.match(following)
        if befallen or not (_ACT.match(following) or _acts(following)):
            return True
    if inner_deed().match(following) and not _WHICH.match(following):
        return False
    if _OBJECT.match(following):
        return True
    if _ACT.match(following) or _acts(following):
        return False
    return bool(_JOINING.search(before)) or not inner_deed().search(following[:6])


def _acts(text: str) -> bool:
    """Whether a text starts with a verb of the dictionary that somebody does at will."""
    if _HAPPENS.match(text):
        return False
    return any(text[:length] in _verbs() for length in range(2, _LONGEST_VERB + 1))
