"""One item of a list of recipients in, the works that it names out.

Forms that are taken:
    《春天》, 消息《春天》                  by its title
    “秸秆变糖”项目                          by its name in quotes
    “濂茂”牌脐橙                            by brand and kind
"""

from __future__ import annotations

import re

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import GROUP_NOUN
from newsie.honour.noun import is_heading
from newsie.honour.region import Found, RecipientKind, Region

_WORK = re.compile(r"《([^》]+)》|“([^”]+)”")

_BRAND = re.compile(
    r"“(?P<brand>[^”]{1,8})”(?P<of>(?!.*(?:项目|作品|系列|案例|节目|工程|方案|课题|课程)$)牌?[^，、“”]{1,8})$"
)  # “濂茂”牌脐橙

_MAKING = (
    "(?:完成|合作|创作|选送|推送|推荐|申报|出品|打造|编排|撰写|采写|采编|设计|研发|报送|拍摄|编创|制作"
    "|表演|演出|主持|主导|负责|牵头|领衔|承担|参与|主创|研制|开发|发明|编写|编著|主编)"
)
# 海州大学、城东公司联合完成的《…》: the makers of a work that the prize goes to.
MAKERS = re.compile(
    rf"^[^《“，]*{_MAKING}(?:的|作品)[^《“，、]{{0,8}}(?=[《“])"
    rf"|^[^《“，]*(?:{MENTION_MARKS['person']}|同学|老师|教师|学生|同志|选手|作者)的[^《“，、]{{0,8}}(?=《)"
    r"|^[^《“，]*的(?:参赛)?(?:作品|论文|课例|文章|征文|小说|诗歌|绘画|书法|歌曲)(?=《)"
)
# 书法作品, 调研报告: what a work is, where it has no name.
WORK_NOUN = (
    r"(?:参赛|[^，、《“的]{0,6}?)(?:作品|论文|节目|歌舞|舞蹈|合唱|独唱|小品|课例|微课|课件|教案|教学设计|优质课"
    r"|征文|作文|书法|篆刻|剪纸|刺绣|雕塑|散文|小说|[^，、《“的]{0,3}画|摄影|照片|视频|微电影|案例|项目|演讲|文章|调研报告|诗歌|朗诵|歌曲|相声|快板"
    r"|戏曲|剧目|[情课音话短舞][^，、《“的]{0,3}剧|方案|提案|课题|成果)$"
)
# 县文化馆选送的舞蹈, 高小满的书法作品: its makers hold the prize.
UNNAMED = re.compile(rf"(?:(?<!参赛)(?:联合|共同|集体)?{_MAKING})?的{WORK_NOUN}")

_TEAM = re.compile(r"(?:队|小组|班组|组合|工作室|合唱团|艺术团)$")  # “追光队”
# 《关于表扬获奖选手的通报》: what was issued, never a work
_PAPER = re.compile(r"^关于.*(?:决定|通报|通知|公告|批复|意见|命令)$|表彰决定$")
# 《守望》（作者：林春生）
_NOTE = re.compile(r"（[^（）]*）")
# 柳湾市“庄稼医院”农化服务项目: the quotes are a part of the name
_LONG_KIND = re.compile(r"^[^“”，、]*“[^”]{1,24}”[^“”，、的]{3,16}(?:项目|活动|工程|案例|课程)$")


def find_works(region: Region, hint: RecipientKind | None) -> list[Found]:
    """Works in their marks; the makers where the honour is a person's: 《竹里》导演米兰."""
    marked = region.marked
    if not _WORK.search(marked):
        return []
    behind = region.part(max(marked.rfind("》"), marked.rfind("”")) + 1, len(marked))
    if note := _NOTE.match(behind.marked):
        behind = behind.part(note.end(), len(behind.marked))
    noted = marked.find("（")
    if "》" not in marked and noted > 0 and marked.endswith("）") and "“" not in marked[:noted]:
        return []  # 县委讲师团（“学习强国”平台）
    if "》" not in marked and GROUP_NOUN.search(behind.marked):
        return []  # “小白杨”合唱团
    named = any(m.kind == "person" for m in behind.mentions())
    if named or (hint == "individual" and "》" in marked and len(behind.marked) > 2):
        return []
    if hint == "individual" and any(m.kind == "person" for m in region.mentions()):
        return []
    if "》" not in marked:
        if is_heading(re.sub(r"^.*“([^”]*)”.*$", r"\1", region.canonical)):
            return []  # “全国诚实守信模范”林春生
        brand = _BRAND.search(region.canonical)
        if brand and hint != "individual" and not behind.mentions():
            return [Found(brand["brand"] + brand["of"], None, "work")]
    titles = [m for m in re.findall(r"《([^》]+)》", region.canonical) if not _PAPER.search(m)]
    if "》" in marked and not titles:
        return []
    if len(titles) > 1 and re.search(r"》[^《、，和与及]+《", region.canonical):
        titles = titles[-1:]  # 《海州日报》社论《春天的脚步》
    if not titles and hint in (None, "work") and _LONG_KIND.search(region.canonical):
        return [Found(re.sub("[“”]", "", region.canonical).strip(), None, "work")]
    works = titles or re.findall(r"“([^”]+)”", region.canonical)
    kind: RecipientKind = "work" if titles or hint is None else hint
    return [
        Found(work, None, "organization" if not titles and _TEAM.search(work) else kind)
        for work in works
    ]
