"""Passage text and its titles in, persons out, and the titles freed of the names before them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from newsie.article import Article, Mention, Passage
from newsie.gazetteers import load_gazetteer
from newsie.mentions.acquaintance import covered_offsets, find_acquaintances
from newsie.mentions.free_title import TitleFreer
from newsie.mentions.name import Name, NameReader
from newsie.mentions.reach import Segmenter
from newsie.mentions.recurrence import find_others, find_surnames
from newsie.mentions.sector import Sectors
from newsie.mentions.sifting import drop_objects, drop_overlaps
from newsie.mentions.subject import SubjectReader
from newsie.mentions.transcription import is_dotted
from newsie.mentions.untitled import find_untitled
from newsie.triggers import compile_quick
from newsie.values import PersonValue

# Between two names of a list, behind the first.
_JOINT = re.compile(
    r"(?:（[^（）]{1,12}）)?(?:(?:、|和|及|以及|与)(?!会[并。，；、讲指听作做致]|其|各|全[院校县市区镇乡局村体班]|法院|检察院|公安|人大|政协|企业|媒体|群众|居民|村民|老同志|老干部|有关|部分)"
    r"| (?=[\u4e00-\u9fff]{2,3}(?:[ 、，。；（和等]|参加|出席|列席|陪同|分别|同志|$)))"
)
# Bodies behind a list of names, somebody of which was there: 及柳湾镇、工会等部门负责人.
_BODIES = re.compile(
    r"(?:[区县市省镇乡][^，。；：、]{1,12}|[^，。；：、]{1,10}(?:[镇乡办局委部院会科所]|街道|公司))"
    r"(?:、[^，。；：、]{1,16}){0,12}等?(?:有关|相关|区直|县直|市直)?(?:部门|单位|镇街|乡镇|街道)?"
    r"(?:主要|相关|有关|分管)?(?:负责|人员|同志|领导|干部)"
)
# What shows that an organ begins there, and no name: 徐海燕、|温州博大电子有限公司经理黄伟.
_ORGAN_BEHIND = re.compile(
    r"[\u4e00-\u9fff（）]{2,18}?(?:公司|集团|银行|协会|商会|学院|大学|医院|研究院)"
    r"(?:党委|党组)?副?(?:总|经理|董事|会长|院长|校长|主任|书记|行长|教授|理事)"
)
# Between a title and the name: 老高（高小满）, 的高小满.
_OPENING = re.compile(
    r"：(?=[^，。：]{2,40}(?:\n|$))"
    r"|、[^，。；：、（）]{0,10}(?:干部|教师|职工|党员|军人|博士(?!生|后)|会员|[一二三]级(?:作家|演员|美术师|编剧|导演)|传承人|首席专家|著名[^，。；：、（）]{0,6}(?:家|导演|演员|学者|诗人|教授))(?=[^，。；：、（）])|、(?:老党员|老干部|老红军|优秀共产党员|劳动模范|全国劳模)"
    r"|老[^（）]{1,2}（|——(?=[\u4e00-\u9fff]{2,4}(?:[，。、；]|$))|由(?=[^，。]{2,12}(?:担任|兼任|出任))|的(?=[^，。]{2,3}(?:担任|[，。说表介]))|(?:还?有|包括|分别是|为)：?(?=[^，。]{2,3}[、（])"
)
# A colon behind these tells who made the article or whom to call.
_CREDITED = frozenset(("主编", "总编", "总编辑", "监制", "负责人", "主管", "编剧", "成员", "委员"))
# What makes the names before it the holders of the title behind it, and what stands before them.
_BECOMES = compile_quick(
    r"(?:等?(?:[0-9]+|[两三四五六七八九十几])[位名])?(?:同志|代表|委员)?(?:全票|高票|依法|顺利|成功|再次|以[^，。；]{1,12})?(?:是|现任|当选为?|连任|担任|兼任|出任|继任|接任|改任|就任|为|任)(?:新一届|新任)?$"
)
_APPOINTED = re.compile(
    r"(?:任命|聘任|聘请|对|(?:选举|推选|差额选举|等额选举)(?:出|产生)|选举|推选|推举|提名|补选|增选|增补|递补|选任|选为|决定|由|：|；|^)"
)
# How many hold the title behind a list of them: 高小满、方大同等4名|政协委员.
_COUNTED = compile_quick(r"等[0-9两三四五六七八九十]{1,3}[名位]$")
_CLAUSE_START = re.compile(r"^|；")
_NOTE = re.compile(r"（[^（）]{1,12}）")
# How the life of a candidate or of the dead begins: 高小满，男，汉族.
_LIFE = re.compile(
    r"(?:^|[\n。；：]|[0-9]+[.、．]) ?([\u4e00-\u9fff·]{2,10}?)(?:（[^（）]{1,12}）)?(?:同志)?"
    r"，(?:[男女](?=[，。（])|[0-9]{4}年[0-9]{1,2}月出?生)"
)
# Of whom somebody's appointment tells, whatever the surname: 免去额尔其图同志县法院院长职务.
_COMRADE = compile_quick(
    r"(?:提名|决定)?(?:免去|免除|任命|提名|聘任|增补|补选|撤销|接受|推荐|选举)(?:出|产生|了)?([\u4e00-\u9fff·]{2,8}?)同志(?!们|会)"
)
_LIFE_SIGNS = ("，男", "，女", "月生", "月出生")
# These posts name their organ: 区长.
_OF_LEVEL = re.compile(r"[省市区县州盟旗镇乡]长")
_TAIL = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf·]+$")
# A line of a list of holders: 高小满（女） 县作家协会主席.
_LINE = re.compile(
    r"(?:(?<=\n)|(?<=：)|^)([\u4e00-\u9fff·]{2,12})(?:（[^（）]{1,12}）[ \t|]*|[ \t|]+)"
    r"((?:[^ \t\n|，。：（）]{1,10}[ \t|]+){0,5})$"
)
# Who somebody was before: 村民高小满当选.
_ROLE = re.compile(r"[^\0]*?(?:村民|居民|职工|员工|会员|党员|学生|企业家|同志)(?=[^\0]{2,4}$)")
_BRACKET = re.compile(r"（(?:时任|现任|系)?$")
# 高小满，江南大学教授，
_ASIDE = re.compile(r"(?:^|[\n。；：、])([\u4e00-\u9fff]{2,4})，(?:现任|时任|系)?$")
# Who is named behind others, without a name: 县领导甲、乙，县直有关部门负责人.
_OF_MANY = re.compile(r"有关|相关|部门|单位|各|等|主要负责")
_ASIDE_ENDS = ("，", "。", "；", "\n", "")
_LEAVES = re.compile(r"(?:同志)?(?:的|辞去|代理|不再[担兼]任)$|同志$")
_BEFORE_ENDS = frozenset("的去任志是选为届名位理")  # what these two end with
_LEFT = re.compile(r"(?:免去|撤销|罢免|接受|同意|批准|决定|：|；|^)")
_CLAUSE = re.compile(r"[，。；：！？\n]")
_NO_NAME = frozenset("\0他她它我你们其0123456789")
_AND_OTHERS = re.compile(r"等(?:[0-9一二两三四五六七八九十]{0,3}[人名位](?:同志)?)?$")
_ITS = re.compile(r"(?<=^.)其(?=.$)")  # 何其芳
_SECTION_ENDS = frozenset("股科处室站所队局院校段")
_GOES_ON = frozenset("、，（和及等一")  # behind the first of several leaders
_LONGEST_LIST = 400  # characters of a list of names whose title stands behind it


class PersonFinder:
    """Finds persons; built once a worker."""

    def __init__(self, segmenter: Segmenter, folder: Path | None = None) -> None:
        self._names = NameReader(segmenter, folder)
        self._words = self._names.words
        self._subjects = SubjectReader(self._words)
        self._sectors = Sectors(folder)
        self._countries = frozenset(row["name"] for row in load_gazetteer("country", folder))
        rows = load_gazetteer("post", folder)
        self._abroad = frozenset(row["post"] for row in rows if row["abroad"])
        self._statesmen = frozenset(row["post"] for row in rows if row["abroad"] == "state")
        self._titles = TitleFreer(self._names, folder)
        self._fixed = frozenset(row["post"] for row in rows if row["organ"])

    def find_persons(
        self, passage: Passage, posts: Sequence[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """The persons of a passage, and the titles, without the names that stood before them.

        区长高香主持
        副主席欧阳谨、钱程、温馨及秘书长付小棠
        欧阳烨（街道党工委委员）
        任命祁山为县公安局局长
        免去连城的市林业局局长职务
        文彦市长
        """
        text = passage.text
        found: dict[int, Name] = {}
        starts = {post.start for post in posts}
        for post in posts:
            self._read_list(text, post, starts, found)
        for post in posts:
            for name in self._read_before(text, post):
                found.setdefault(name.start, name)
        if any(map(text.__contains__, _LIFE_SIGNS)):
            for life in _LIFE.finditer(text):
                found.setdefault(life.start(1), Name(life.start(1), life.end(1), 5))
        for comrade in _COMRADE.finditer(text) if "同志" in text else ():
            found.setdefault(comrade.start(1), Name(comrade.start(1), comrade.end(1), 5))
        kept, behind, lone = self._titles.free(
            text, posts, {text[n.start : n.end] for n in found.values()}
        )
        for name in behind:
            found.setdefault(name.start, name)
        found = drop_objects(text, found)
        covered = covered_offsets(kept)
        for name in find_untitled(text, self._names, self._subjects):
            if covered.isdisjoint(range(name.start, name.end)):
                found.setdefault(name.start, name)
        mentions = [
            _make_mention(passage, name.start, name.end)
            for name in found.values()
            if text[name.start : name.end] not in self._countries
            or self._words.is_common(text[name.start : name.end])
        ]
        mentions = drop_overlaps(mentions)
        mentions += find_others(passage, kept, mentions)
        return mentions + find_surnames(text, lone, mentions), kept

    def find_known(
        self,
        article: Article,
        persons: Sequence[Mention],
        posts: Sequence[Mention],
        names: Collection[str],
    ) -> list[Mention]:
        """The persons of an article whom only the document's other articles give a title."""
        assert article.passage is not None
        if not names:
            return []
        return list(find_acquaintances(article.passage, (*persons, *posts), names, self._names))

    def _read_list(self, text: str, post: Mention, posts: set[int], found: dict[int, Name]) -> None:
        """Read the names of a list that starts behind a title: 甲、乙和丙."""
        first = post.value.parts[0]
        organ = first.organ or len(post.value.parts) > 1 or _OF_LEVEL.match(first.head)
        if first.head in self._abroad and (
            self._titles.is_person(first, set()) or self._titles.name_before(first, set())[1]
        ):
            return  # 习近平主席|卓越的…: who has the post stands before it
        fixed = not organ and first.head in self._fixed
        foreign = first.head in self._statesmen and first.organ != "国务院"
        for part in post.value.parts:
            foreign = foreign or self._sectors.is_foreign(part.organ)
        opened = _OPENING.match(text, post.end)
        inside = post.start > 0 and text[post.start - 1] != "\n"  # a line, not at its head
        if opened and opened[0] == "：" and (first.head in _CREDITED or inside):
            return
        start = opened.end() if opened else post.end
        if first.kind == "leader" and (run := self._names.part_run(text, start)):
            found.update((name.start, name) for name in run)
            return
        listed = False
        while start not in posts:
            name = self._names.read_name(
                text, start, foreign=foreign, bare=not organ, listed=listed
            )
            if name and opened and opened[0] in ("的", "——"):
                name = name if self._is_surnamed(text, name) else None
            if name is None or (fixed and not self._names.is_likely(text, name)):
                return
            if listed and (_ORGAN_BEHIND.match(text, name.end) or _heads_itself(text, name)):
                return
            if listed and text[start - 1] == " " and not self._is_surnamed(text, name):
                return
            if first.head == "领导" and not listed and self._is_deed(text, name):
                return
            listed = True
            found[name.start] = name
            joint = _JOINT.match(text, name.end)
            if joint is None or (joint[0][-1] != "、" and _BODIES.match(text, joint.end())):
                return
            start = joint.end()

    def _is_deed(self, text: str, name: Name) -> bool:
        """Whether what stands behind 县领导 would be an odd name: 挂点督导, 问需企业."""
        literal = text[name.start : name.end]
        if self._words.is_common(literal) or text[name.end : name.end + 1] in _GOES_ON:
            return False
        if "·" in literal or literal[0] == "来":  # 领导|来柳湾
            return literal[0] == "来"
        if literal[0] == "向" and len(literal) == 2 and not self._words.follows(text, name.end):
            return True  # 领导|向新成路街道居民赠送
        surnamed = self._words.has_surname(literal) and len(literal) == 3
        return not surnamed and not self._words.transcription.writes(literal)

    def _is_surnamed(self, text: str, name: Name) -> bool:
        literal = text[name.start : name.end]
        return self._words.has_surname(literal) and not self._words.is_cue(literal)

    def _read_before(self, text: str, post: Mention) -> list[Name]:
        """The names that stand before a title and get or lose it."""
        start = post.start
        near = text[max(0, start - 4) : start]
        bracket = _BRACKET.search(text, max(0, start - 4), start) if "（" in near else None
        if bracket:
            return self._read_bracketed(text, bracket.start())
        aside = _ASIDE.search(text, max(0, start - 8), start) if "，" in near else None
        if aside and text[post.end : post.end + 1] in _ASIDE_ENDS:
            if _OF_MANY.search(post.value.title):
                return []
            fits = self._words.has_surname(aside[1]) and not self._words.is_cue(aside[1])
            return [Name(aside.start(1), aside.end(1), 4)] if fits else []
        line = None
        if post.end == len(text) or text[post.end] in "\n；。":
            line = _LINE.search(text[max(0, start - 60) : start])
        if line:
            first = start - len(line[0])
            sure = self._words.has_surname(line[1]) or not line[2]
            if self._words.is_cue(line[1]) or not sure:
                return []
            return [Name(first, first + len(line[1]), 5)]
        clause = max(0, start - _LONGEST_LIST)
        before = text[clause:start]
        if before.removesuffix("\n")[-1:] not in _BEFORE_ENDS:
            return []
        leaves = _LEAVES.search(before)
        if leaves and (leaves[0].endswith(("任", "代理")) or text.startswith("职务", post.end)):
            return self._read_subjects(text, clause, clause + leaves.start(), _LEFT)
        counted = _COUNTED.search(before)
        if counted:
            return self._read_subjects(text, clause, clause + counted.start(), _CLAUSE_START)
        becomes = _BECOMES.search(before)
        if becomes:
            opening = _CLAUSE_START if becomes[0].endswith(("是", "现任")) else _APPOINTED
            return self._read_subjects(text, clause, clause + becomes.start(), opening)
        return []

    def _read_bracketed(self, text: str, end: int) -> list[Name]:
        """The name before a title in brackets: 欧阳烨（街道党工委委员）."""
        found = _TAIL.search(text, max(0, end - 20), end)
        if found is None:
            return []
        first, name = found.start(), found[0]
        fits = "·" in name or self._words.has_surname(name)
        return [Name(first, end, 5)] if fits else []

    def _read_subjects(
        self, text: str, least: int, end: int, opening: re.Pattern[str]
    ) -> list[Name]:
        """The names of the list that ends at `end`: 任命甲、乙（女）."""
        masked = _NOTE.sub(lambda note: "\0" * len(note[0]), text[least:end])
        clause = max((stop.end() for stop in _CLAUSE.finditer(masked)), default=0)
        opened = max((word.end() for word in opening.finditer(masked, clause)), default=clause)
        role = _ROLE.match(masked, opened)
        opened = role.end() if role else opened
        names: list[Name] = []
        position = least + opened
        for piece in re.split(r"、|和", masked[opened:]):
            indent = len(piece) - len(piece.lstrip(" "))
            position += indent
            piece = piece[indent:]
            name = _AND_OTHERS.sub("", piece.rstrip("\0").removesuffix("同志"))
            if "·" in name and not is_dotted(name):
                return []
            sure = self._words.has_surname(name) or (opened > clause and 2 <= len(name) <= 4)
            sure = sure or (bool(names) and 2 <= len(name) <= 4)
            sure = sure or (opened > clause and self._words.is_abroad(name))
            if not sure or not _NO_NAME.isdisjoint(_ITS.sub("", name)):
                return []
            expected = names or (opened > clause and self._words.has_surname(name))
            if self._words.is_cue(name) and not expected:
                return []
            names.append(Name(position, position + len(name), 5))
            position += len(piece) + 1
        return names


def _heads_itself(text: str, name: Name) -> bool:
    """Whether what looks like a name is a section, before its head: 农财股|股长."""
    last = text[name.end - 1]
    return last in _SECTION_ENDS and text.startswith(last + "长", name.end)


def _make_mention(passage: Passage, start: int, end: int) -> Mention:
    name = passage.literal(start, end)
    return Mention(
        "person", start, end, PersonValue(name if name.isascii() else name.replace(" ", ""))
    )
