"""Promises in, each with who commits to it out: who stands before the word that promises.

Whose a number is (`whose`) is not always who promises it: bodies that no finder knows promise,
and so do the roads and stations that are to open; and where something is to be done says nothing
of who does it.

Surface forms::

    县政务服务办将持续深化改革          县政务服务办
    水利部、应急管理部将加强会商        水利部、应急管理部
    平岭大桥计划10月合龙                平岭大桥
    远帆将继续深耕主业                  远帆（集团）有限公司
    该项目由远帆公司投资建设，总投资3亿元    远帆公司
    轴承项目（远帆公司）：总投资3亿元    远帆公司
    今年将在柳湾镇新建学校2所           whose the sentence before was, not 柳湾镇
    清河小学位于人民路，总投资3亿元      the place: what is to be built promises nothing yet
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from newsie.article import Article, Sentence
from newsie.measure.clause import DATE, ORGANISATION, PLACE
from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause
from newsie.measure.named import name_body
from newsie.measure.naming import full_organisation, full_place, names_of, plain_body
from newsie.measure.pledge import Promise
from newsie.measure.unmentioned import expand
from newsie.triggers import compile_quick

_BODY = (
    r"(?:[局委办部厅署]|中心|办公室|指挥部|支队|大队|总队|分局|支行|分行|妇联|总?工会|团委|商会|协会|学会|基金会|联合会|文联|残联|科协|海关"
    r"|(?<=[一-鿿]{2})(?<!现代)(?<!传统)(?<!新型)(?<!数字)(?<!智能)(?<!精细)(?<!煤炭)(?<!石油)(?:科技|药业|机械|股份|实业|化工|米业|茶业|酒业|乳业|牧业|电气|重工|光电|新材料|竹业|化纤|钢铁|铝业|纸业|置业)"
    r"|公司|集团|银行|医院|学校|大学|学院|管委会|委员会|(?:总局|[省市区县个\d一二三四五六七八九十])部门)"
)
_FACILITY = (
    r"(?:高铁|铁路|高速(?:公路)?|大桥|特大桥|隧道|机场|航站楼|客运站|火车站|展览馆|图书馆|博物馆|体育馆"
    r"|文化馆|公园|水库|水电站|电站)"
)
_NAME = r"[一-鿿“”A-Za-z、（）()]{1,30}?"
_LEAD = (
    rf"(?:(?:接下来|(?:下一?步|下一?阶段|今后|未来|同时|此外|另外|目前|据悉|据了解|其中|而|届时|会上)|站?在?新一?年的?起点|站?在?[{DATE}]的?起点|[{DATE}])"
    r"[，,]?|[“‘\s])*"
)
_HOW = rf"(?:还|也|正|均|都|则|又|已|再|进一步|继续|积极|力争|计划|预计|[{DATE}]|，)*"
_BEFORE = compile_quick(
    rf"{_LEAD}(?:位于[^，。]{{2,16}}的)?(?![各该本此我全有相这那一])"
    rf"(?P<name>{_NAME}(?:{_BODY}|{_FACILITY})|[一-鿿]{{2,8}}?)(?:新址|新院区|工作)?{_HOW}"
)
# Where something is done stands behind the cue: 将在柳湾镇新建.
_PLACED = re.compile(
    rf"(?:继续|陆续|分别|还|先后|重点|进一步|[{DATE}])*[在于向从对与为给到][{PLACE}{ORGANISATION}]"
)
_LED = re.compile(_LEAD + _HOW)
_ENDS = compile_quick(rf"(?:{_BODY}|{_FACILITY})$")
_FIRM = re.compile(r"[（(]|集团|股份|有限|控股")
# Whose project it is that is told of: 由远帆公司投资建设, 轴承项目（远帆公司）：.
_BUILT_BY = re.compile(
    rf"由([{ORGANISATION}])[^，；。承]{{0,10}}?(?:投资|出资|兴建|开发|建设)"
    rf"|(?:项目|工程|基地|园)[（(]([{ORGANISATION}])[）)]"
    rf"|([{ORGANISATION}])的?[一-鿿]{{2,20}}?(?:项目|工程|基地|产业园)(?:计划|概算|估算|预计|总|投资|占地|约){{1,3}}"
)
_BUILDERS = ("由", "（", "公司", "集团")
_OF_FIRM = re.compile(r"(?:公司|集团|厂|合作社)$")
# What is built for the public: whoever builds it promises, not the thing itself.
_BUILT_THING = re.compile(
    r"(?:小学|中学|学校|校区|幼儿园|博物馆|图书馆|体育馆|展览馆|文化馆|科技馆|(?:体育|文化|活动|服务)中心|公园|新院区)$"
)
_BUILT = frozenset(("target/project", "target/sized", "target/contents", "target/once-built"))
_IN_PLACE = re.compile(r"[省市区县旗州镇乡村]$|街道$")
_ONCE_BUILT = re.compile(r"(?:建成|落成|竣工|完工|建好)(?:之?后)?[^。；]{0,8}$")
_RUN = frozenset(("target/will", "target/plan", "target/strive", "target/ensure", "target/expect"))
_FORETELLS = re.compile(r"(?:[局部委厅署站所院]|中心|协会|大队|支队)$")  # 交通运输部预计
# 未来公司将…: when, and whose.
_WHEN_BODY = re.compile(
    r"(?:未来|今后|目前|现在|接下来|近年来|下一?步)(?:公司|集团|企业|学校|医院)"
)
# 县教育局局长高小满表示，将新建学校: whoever was told of before.
_OFFICIAL = re.compile(
    r"(?:[^，。；]{0,10}\d[日号]?，)?(?:据|记者从)?[省市县区州旗][^，。；、]{1,10}?(?:[局委办厅]|中心|政府)[^，。；、]{0,5}"
    r"(?:局长|主任|厅长|书记|负责人|工作人员|[县市区]长)[^，。；、]{0,6}(?:表示|介绍|说|告诉记者|透露|坦言)，(?:[^，。；]{1,8}，)?[^，。；]{0,6}$"
)
# 县委县政府: the place itself.
_LEADERS = re.compile(
    r"(?P<place>[一-鿿]{0,8}?(?P<level>[省市区县州旗镇乡]))党?委[、和]?(?P=level)?(?:人民)?政府"
)
# A body that says what it will do: 县税务局表示，将….
_SAYS = re.compile(
    rf"(?:^|[，“{DATE}])([{ORGANISATION}])(?:[{DATE}]|日前|近日|还|也|相关|有关)*(?:表示|提出|宣布|承诺|明确|称)(?=[，：])"
)
_SHORTEST = 3
_SEEN_BACK = 12  # clauses
# What only looks like a body: 全部, 南部, 一部.
_NO_BODY = re.compile(
    r"(?:[东南西北中内外底全局]部|以[内外]|政府部门|有关部门|职能部门|各部门|相关部门)$"
)


def name_actors(
    article: Article, clauses: Sequence[ReadClause], promises: Sequence[Promise]
) -> list[Promise]:
    """The promises of an article, in reading order, with who commits to each."""
    return _Actors(article, clauses).name(promises)


class _Actors:
    def __init__(self, article: Article, clauses: Sequence[ReadClause]) -> None:
        assert article.passage is not None
        self._article = article
        self._text = article.passage.text
        self._clauses = clauses
        self._starts = [clause.span.start for clause in clauses]
        place = article.place
        self._home = place.short if place else None

    def name(self, promises: Sequence[Promise]) -> list[Promise]:
        found: list[Promise] = []
        usual: str | None = None  # whose a number is where `actor` promises
        actor: str | None = None
        at = 0
        for promise in promises:
            cue, index = promise.cue, bisect_right(self._starts, promise.cue.start) - 1
            whose = promise.figure.subject if promise.figure else promise.clause.subject
            if index >= 0 and cue.rule in _RUN:
                clause = self._clauses[index]
                named = self._named(clause, cue.start)
                if named and not (cue.modality == "expect" and _FORETELLS.search(named)):
                    usual, actor, at = clause.subject, named, cue.start
                elif whose == clause.subject and _is_placed(clause, cue):
                    whose = clause.before
            if builder := self._builder(promise):
                usual, actor, at = whose, builder, cue.start
            elif speaker := self._speaker(promise):
                usual, actor, at = whose, speaker, cue.start
            if whose != usual or "\n" in self._text[at : cue.start]:
                actor = None
            who = actor or whose
            if index >= 0 and actor is None and self._is_spoken(self._clauses[index], cue.start):
                who = self._home or who
            if who and _WHEN_BODY.fullmatch(who):
                who = self._told_before(index)
            if who and (leaders := _LEADERS.fullmatch(who)):
                who = self._led_place(leaders) or who
            if who and _BUILT_THING.search(who) and self._is_of_thing(promise):
                who = self._place_around(index) or who
            found.append(replace(promise, actor=who))
        return found

    def _is_spoken(self, clause: ReadClause, cue: int) -> bool:
        """Whether an official of the place promises, whoever the sentence before was of."""
        if clause.subject is None or clause.subject != clause.before:
            return False
        return _OFFICIAL.match(self._text[clause.sentence.start : cue]) is not None

    def _is_of_thing(self, promise: Promise) -> bool:
        """Whether a promise tells what a thing is to be: how large, how dear, what comes of it."""
        cue = promise.cue
        if cue.rule in _BUILT:
            return True
        return _ONCE_BUILT.search(self._text, promise.clause.sentence.start, cue.start) is not None

    def _led_place(self, leaders: re.Match[str]) -> str | None:
        """The place whose party committee and government promise together."""
        place = leaders["place"]
        if len(place) > 1:
            return full_place(self._article, self._home, place)
        return self._home if self._home and self._home.endswith(place) else None

    def _told_before(self, index: int) -> str | None:
        """The body that the clauses before told of."""
        for k in range(index, max(index - _SEEN_BACK, -1), -1):
            for whose in (self._clauses[k].subject, self._clauses[k].before):
                if whose and not _WHEN_BODY.fullmatch(whose):
                    return whose
        return None

    def _place_around(self, index: int) -> str | None:
        """The place whose things a paragraph tells of before a clause, else the article's."""
        for k in range(index, max(index - _SEEN_BACK, -1), -1):
            whose = self._clauses[k].subject
            if whose and _IN_PLACE.search(whose):
                return whose
            if "\n" in self._text[self._clauses[k - 1].span.end : self._clauses[k].span.start]:
                break
        return self._home

    def _named(self, clause: ReadClause, cue: int) -> str | None:
        """Who stands before a cue in its clause."""
        found = _BEFORE.fullmatch(_spell(clause.sentence, clause.span.start, cue))
        if found is None:
            return None
        name = found["name"].strip("“”")
        if known := self._known(clause.sentence, name) or self._short(name):
            return known
        if len(name) < _SHORTEST or not _ENDS.search(name) or _NO_BODY.search(name):
            return None
        return full_organisation(self._article, name)

    def _builder(self, promise: Promise) -> str | None:
        """The firm whose project a promise is of, where its sentence says so before."""
        sentence = promise.clause.sentence
        if not any(map(sentence.text.__contains__, _BUILDERS)):
            return None
        told = promise.figure.mention.start if promise.figure else promise.goal.start
        at = bisect_right(sentence.bounds, told) - 1
        first = sentence.marked.rfind("；", 0, at) + 1
        behind = sentence.marked.find("；", at)
        named = [*_BUILT_BY.finditer(sentence.marked, first, at)][::-1]
        if promise.cue.reach == "project":  # 项目总投资3亿元，由远帆公司投资兴建
            named += _BUILT_BY.finditer(
                sentence.marked, at, behind if behind > 0 else len(sentence.marked)
            )
        for found in named:
            mention = sentence.mention_at(found.start(found.lastindex or 1))
            name = name_body(mention.value.name) if mention is not None else None
            if name and _OF_FIRM.search(name):
                return full_organisation(self._article, plain_body(name))
        return None

    def _speaker(self, promise: Promise) -> str | None:
        """The body that says in its sentence what it will do, where no place is named behind."""
        sentence = promise.clause.sentence
        at = bisect_right(sentence.bounds, promise.cue.start) - 1
        said = list(_SAYS.finditer(sentence.marked, 0, at))
        found = said[-1] if said else None
        if found is None or PLACE in sentence.marked[found.end() : at]:
            return None
        mention = sentence.mention_at(found.start(1))
        name = name_body(mention.value.name) if mention is not None else None
        return full_organisation(self._article, plain_body(name)) if name else None

    def _known(self, sentence: Sentence, name: str) -> str | None:
        """The fullest wording of a body or place that a finder knows by a name."""
        for mention in sentence.mentions_of("organisation"):
            if mention.value.name == name and (body := name_body(name)):
                return full_organisation(self._article, plain_body(body))
        for mention in sentence.mentions_of("place"):
            if mention.value.name == name and not mention.value.bare:
                return full_place(self._article, self._home, name)
        return None

    def _short(self, name: str) -> str | None:
        """The firm whose short form a name is: 远帆 of 远帆（集团）有限公司."""
        firms = (
            body
            for body in names_of(self._article, "organisation")
            if body.startswith(name) and _FIRM.match(body, len(name))
        )
        return next(firms, None)


def _is_placed(clause: ReadClause, cue: Cue) -> bool:
    """Whether a place or body is named behind a cue first: where, or to whom, it is done."""
    marked = clause.sentence.marked
    end = bisect_right(clause.sentence.bounds, cue.end) - 1
    if _PLACED.match(marked, end) is None:
        return False
    return _LED.fullmatch(_spell(clause.sentence, clause.span.start, cue.start)) is not None


def _spell(sentence: Sentence, start: int, end: int) -> str:
    """The sentence between two passage offsets, dates as marks, places and bodies spelt out."""
    first = bisect_right(sentence.bounds, start) - 1
    last = bisect_right(sentence.bounds, end) - 1
    return "".join(
        expand(sentence, i, i + 1) if mark in PLACE + ORGANISATION else mark
        for i, mark in enumerate(sentence.marked[first:last], first)
    )
