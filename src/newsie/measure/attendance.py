"""A number in, whether it only tells who came, went along, was called on or is at work just now.

Forms that are taken:
    市委宣传部科长秦小满一行4人               who travels
    来自12所学校的运动员                      where those who came are from
    12所学校齐聚柳湾镇, 21所学校均派出代表队  who came
    15个单位作了交流发言                      who spoke
    秦小满先后走访了3户困难家庭               where a named person went
    比赛分为3个组                             what an occasion has
    两台挖掘机正在作业                        what is seen
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.measure.clause import PERSON
from newsie.measure.figure import Figure

_POST = MENTION_MARKS["post"]
_PEOPLE_UNITS = frozenset(("人", "名", "位"))
_BODIES = frozenset(("个", "家", "所", "支", "间", "户"))
_MACHINES = frozenset(("台", "辆", "艘", "架", "把", "部"))
_GUESTS = ("游客", "旅客", "乘客", "游人")
_ATTENDED = re.compile(
    r"参加|出席|参会|与会|列席|到会|应到|实到|来自|参赛|参展|嘉宾|递交国书|亮相|入场|敬礼|登场|来到|(?<![合格效通比利成])率(?=[一-鿿]{2,14}?(?:成员|负责人|干部|队员|人员|师生|专家))|走[进上]|精神抖擞|受邀|投票|评委|迈着|挥舞|手持|沿着|欢呼"
    r"|发言|[作做](?:了|典型|大会)*(?:交流|汇报|分享|演讲)|聆听|[登上]台|同屏|面对面|座谈|合影|宣誓|掌声|聘书|递交|讲述|表演|欢聚|目睹|见证|观看|围观|观礼"
)
# 12万人参加养老保险, 6800名妇女参加免费筛查: who is covered, whoever was there.
_COVERED = re.compile(
    r"参加[^，。；]{0,16}?(?:保险|医保|社保|医疗|公积金|新农合|农保|筛查|体检|接种)"
)
# Who came to a meeting, and who was given an office at it.
_SAT = re.compile(r"应到|实到|请假|任命|免去|候补委员|选举|当选|选出|差额")
_WORKING = re.compile(
    r"抢抓|正(?=[在加紧忙热])|忙着|坚守|奋战|忙碌|协同|作业|冒雨|赶来|赶赴|聚集|参与|共同|一起|从事|正在|发言|高唱|合唱|表演|演奏"
)
# 18名女工忙着裁剪: seen at work
_BUSY = re.compile(r"[^，。；]{1,8}(?:忙着|正忙|正在|干劲十足|热火朝天|奋战在|坚守在)")
_OUTCOME = re.compile(
    r"下沉|奔赴|赶赴|死亡|受伤|遇难|失踪|被困|获救|就业|上岗|复课|脱贫|受益|参保|入学|毕业|返校|撤离|转移|治愈|出院|持证|注册|就诊"
    r"|入住|落户|感染|确诊|达标|合格|通过|录取|录用|考[取上入进]|升[入学]|保送|[上达过进]线|取得|获得|实现|领|报名|登记|接种|签约|入党|入伍|退役|就读|增收|受灾|中毒|丧生|伤亡|辞职|失业|下岗"
)
_TRAVELLING = re.compile(r"一行(?:共|约|一共)?$")
_FROM = re.compile(r"来自[^，。；]{0,40}$")
_WHO = re.compile(
    r"[^，。；]{0,18}的[^，。；]{0,12}(?:代表|运动员|选手|嘉宾|使节|专家|客商|记者|师生|学生|同仁|负责人|队员|干部|小将|艺术家|企业家|学者|爱好者|志愿者|群众|家庭|[人员]$)"
)
_WELCOMED = re.compile(r"受到[^，。；]{0,14}$")
_OCCASION = (
    r"(?:比赛|竞赛|竞技|角逐|仪式|会议|活动|演练|大会|典礼|运动会|大赛|赛事"
    r"|演出|巡游|座谈|讲座|开幕式)"
)
_CAME = re.compile(
    r"[^，。；]{1,16}(?:齐聚|齐集|相聚|参赛|(?:均|都)?派出?代表|同台|到场|围观|竞逐|列队|[作做]了?[^，。；]{0,6}发言"
    rf"|参[加与]了?(?:[本此这]次|该)?(?:[^，。；]{{0,14}}{_OCCASION})?$)"
)
_PARTED = re.compile(r"(?<![区部划])分[为成]?了?$|划分[为成]$")
_CALLED_ON = re.compile(
    rf"(?:{PERSON}|{_POST}|[查导作问调]组)[^，。；]{{0,12}}?(?:走访|慰问|看望|深入|来到|前往|走进|察看|查看|检查|分赴|[赴跑]|(?<![达受得提升降收看听遇想做增])到)"
    r"了?[^，。；]{0,30}$"
)
_COMERS = re.compile(r"参[赛会展]的?(?:一?共)?有?$")
_ROLES = re.compile(r"[^，。；]*(?:裁判员?|教练员?|运动员|选手|与会代表|与会人员|参会人员)")
_TOGETHER = re.compile(r"[^，。；]{1,12}(?:一[起同道]|联手|携手|联合(?!体)|共同)")
_WITH = re.compile(r"[同与和](?:周边|附近|邻近|相邻|周围|其他|另外)?的?$")
# 代表全镇90名护林员致谢
_SPOKEN_FOR = re.compile(
    r"[^，]{0,6}?(?:代表|带领|率领|携|率)(?:全[校院体县市区村厂行]|公司|本[校院])"
)


def is_attendance(figure: Figure) -> bool:
    """Whether a count of persons, bodies or machines only says who or what was there."""
    unit, text = figure.quantity.unit, figure.indicator.text
    if figure.aspect != "level" or "项目" in text:
        return False
    before, behind = figure.before, figure.behind
    if _TRAVELLING.search(before) or text.endswith("一行"):
        return True
    if unit in _MACHINES:
        return behind.startswith(text) and "正在" in text
    if unit in _BODIES:
        return _is_of_bodies(figure, before, behind)
    if unit in _PEOPLE_UNITS and (_SPOKEN_FOR.match(text) or _BUSY.match(behind)):
        return True
    if unit not in _PEOPLE_UNITS or text.startswith(_GUESTS):
        return False
    if _COVERED.search(before[-30:] + text + behind[:30]):
        return False
    if (
        _WELCOMED.search(before)
        or _ROLES.fullmatch(text)
        or (_WITH.search(before) and _TOGETHER.match(behind))
    ):
        return True
    if _is_scene(figure):
        return True
    return bool(_ATTENDED.search(figure.clause_text + text) or _SAT.search(figure.around))


def _is_of_bodies(figure: Figure, before: str, behind: str) -> bool:
    if _WITH.search(before) and _TOGETHER.match(behind):
        return True
    if _PARTED.search(before) or _CALLED_ON.search(figure.sentence.marked[: figure.position][-60:]):
        return True
    if _COMERS.search(before) or (_FROM.search(before) and _WHO.match(behind)):
        return True
    return _CAME.match(behind) is not None


def _is_scene(figure: Figure) -> bool:
    """2000多名建设者协同作业: who does something where it is told, without any outcome."""
    text, behind = figure.indicator.text, figure.behind
    if figure.said < figure.mention.start or not behind.startswith(text):
        return False
    rest = behind[len(text) :]
    if not rest:
        return bool(_WORKING.search(text)) and not _OUTCOME.search(text)
    if rest.startswith(("中", "里", "、", "和", "及")):
        return False
    return len(rest) > 1 and not _OUTCOME.search(behind)
