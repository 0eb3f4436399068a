"""Whom a clause only describes or visits, and whose a section is, in; the context told of them.

Surface forms::

    位于河边的小山村，       whom the sentence goes on to tell of
    走进小山村，             记者从远帆公司获悉，
    【小山镇】               a line: whose all below it is
"""

from __future__ import annotations

import re

from newsie.article import Mention, Sentence
from newsie.measure.bearer import OWN_AFFAIRS, pass_name
from newsie.measure.carry import Context
from newsie.measure.clause import DATE, ORGANISATION, PLACE, Clause
from newsie.measure.named import is_place_name, name_body
from newsie.measure.naming import FIRM_NAME
from newsie.measure.zone import NAMED_ZONE
from newsie.triggers import compile_quick

_DESCRIBED = re.compile(
    r"(?:位于|地处|坐落|作为|身为|毗邻|紧邻|距离?|素有|被誉|有着?|拥有|享有|曾|依山|地势|远离)[^，；。]*的$"
    r"|[^，；。]{0,24}(?:成立|创办|创建|组建|落户|投产|建成|投用|开业)于?的$"
)
# 尝到甜头的小山村，如今的远帆公司，: whom the sentence goes on to tell of.
_TOLD_AS = re.compile(
    r"(?![在从对据由与和为向将把被以经让使随当自凭像比除跟同给到走记]|通过|来到|来访|根据|按照|近日|日前|目前)"
    rf"[^，。；：“”{ORGANISATION}\ue001]{{2,24}}的$"
)
_LOWLY = compile_quick("(?:[村镇乡]|社区|公司|集团|合作社|[^人]厂)$")
_FOUNDED = re.compile(
    r"(?:成立|创办|创立|开办|领办|注册|组建|办起|建起)(?:起|了)*$"
)  # 村里成立了远帆合作社，
_BROUGHT_IN = re.compile("(?:引[进入]|招引)(?:起|了)*$")  # 我县引进远帆公司，投资3亿元
_OFFICE = re.compile("(?:服务中心|专班|小组|服务站|工作站|指挥部|委员会|[大小分]队)$")
_NAME_LINE = re.compile(
    rf"(?:[【●■◆▲★•]|\d{{1,2}}[.、．]|[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十]）)?\s*"
    rf"([{PLACE}{ORGANISATION}])[】：:]?"
)
_NAME_LINE_ENDS = frozenset(PLACE + ORGANISATION + "】：:")
_DESCRIBED_VILLAGE = re.compile(_DESCRIBED.pattern.split("|[^，")[0][:-1] + "([一-鿿]{1,4}村)")
_SCENE_SIGN = compile_quick("走[进入]|来到|步入|踏[进入]|获悉|了解到|得知|[看见]到")
_COMING = ("走进", "走入", "来到", "步入", "踏进", "踏入")
_SCENE = re.compile(
    rf"(?:走[进入]|来到|步入|踏[进入])(?:位于[^，。；]{{1,12}}的)?([{PLACE}{ORGANISATION}])"
    rf"|在[^，。；{ORGANISATION}]{{0,12}}(?P<seen>[{ORGANISATION}])[^，。；]{{0,14}}?[看见]到"
)
_SCENE_VILLAGE = re.compile(
    r"(?:走[进入]|来到|步入|踏[进入]|记者从)(?:位于[^，。；]{1,12}的)?((?![该各全本])[一-鿿]{2,4}(?:(?<![农乡山小该])村|社区))(?=[的，]|获悉|了解到|$)"
)
_HEARD = re.compile(rf"(?:从|记者)([{PLACE}{ORGANISATION}])[^，。；]{{0,14}}?(?:获悉|了解到|得知)")
_VILLAGE_OR_TOWN = re.compile(r"(?:[镇乡村]|街道|社区|开发区|园区)$")


def meet_described(context: Context, sentence: Sentence, clause: Clause, left: int) -> None:
    """Take the name that a clause without numbers only describes: 位于河边的小山村，."""
    if clause.numbers:
        return
    if meet_scene(context, sentence, clause) or left >= clause.end:
        return
    marked = sentence.marked
    if marked[clause.end - 1] == "村" and (
        village := _DESCRIBED_VILLAGE.fullmatch(marked, clause.start, clause.end)
    ):
        context.whose.meet_speaker(village[1])
        return
    mention = sentence.mention_at(clause.end - 1)
    if mention is None:
        return
    founded = mention.kind == "organisation" and not _OFFICE.search(mention.value.name)
    brought = mention.kind == "organisation" and FIRM_NAME.search(mention.value.name)
    if (founded and _FOUNDED.search(marked, clause.start, clause.end - 1)) or (
        brought and _BROUGHT_IN.search(marked, clause.start, clause.end - 1)
    ):
        pass_name(context, sentence, clause.end - 1, clause.end)
        return
    start = clause.start + (marked[clause.start] == DATE)
    told_as = not clause.opening and _LOWLY.search(str(getattr(mention.value, "name", "")))
    if not _DESCRIBED.match(marked, start, clause.end - 1) and not (
        told_as and _TOLD_AS.match(marked, start, clause.end - 1)
    ):
        return
    if mention.kind == "person" and mention.value.name.endswith("村"):
        context.whose.meet_speaker(mention.value.name)
    elif mention.kind in ("place", "organisation") and pass_name(
        context, sentence, clause.end - 1, clause.end
    ):
        context.whose.hold_scene()


def meet_scene(context: Context, sentence: Sentence, clause: Clause) -> bool:
    """Take whom the reporter visits, or asks about its own affairs; whether there is one.

    Surface forms::

        走进小山村，        记者来到远帆公司生产车间，
        记者从远帆公司获悉，  none from 市统计局: what it tells is the division's
    """
    if not _SCENE_SIGN.search(sentence.marked):
        return False
    if village := _SCENE_VILLAGE.search(sentence.marked, clause.start, clause.end):
        context.whose.meet_speaker(village[1])
        return True
    found = _SCENE.search(sentence.marked, clause.start, clause.end)
    heard = found is None and _HEARD.search(sentence.marked, clause.start, clause.end)
    if not (found := found or heard or None):
        return False
    at = found.end(found.lastindex or 1) - 1
    mention = sentence.mention_at(at)
    if mention is None or getattr(mention.value, "bare", False):
        return False
    name = mention.value.name
    zone = NAMED_ZONE.match(sentence.marked, at + 1, clause.end)
    if mention.kind == "place" and zone:
        context.whose.meet_zone_named(name + zone[0])
        return True
    if mention.kind == "place":
        if not is_place_name(mention.value) or (heard and not _VILLAGE_OR_TOWN.search(name)):
            return False
    elif name_body(name) is None:
        return False
    elif heard and not OWN_AFFAIRS.search(name):
        context.whose.start_section(None)  # 记者从县水利局获悉: of the division again
        return True
    context.whose.meet_scene(mention)
    return True


def name_heading(sentence: Sentence) -> Mention | None:
    """The place or body that a line consists of: whose the section below it is.

    Surface forms::

        小山镇
        【小山镇】
        一、小山镇：
    """
    line = sentence.marked.strip()
    found = _NAME_LINE.fullmatch(line) if line[-1:] in _NAME_LINE_ENDS else None
    mention = sentence.mention_at(sentence.marked.index(found[1])) if found else None
    if mention is None or getattr(mention.value, "bare", False):
        return None
    if mention.kind == "organisation":
        # A bureau alone on its line has written what stands there; 县教育局： opens its section.
        marks = line != found[1] if found else False
        name = mention.value.name
        if name_body(name) is None or not (marks or OWN_AFFAIRS.search(name)):
            return None
    return mention


def is_scene(marked: str) -> bool:
    """Whether a reporter comes to a place in a marked sentence: 走进小山村，."""
    return any(word in marked for word in _COMING)
