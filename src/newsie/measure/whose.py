"""Whose a figure is: read at the heads of clauses, else taken from what stands before.

The subject of a figure is, the first that there is:

1. in a row of names that share their numbers (分别), the name of its turn;
2. the name at the head of its own clause: a place, body or firm before the deed or the measure,
   or somebody without an office, who tells of his own. `bearer` says which names bear a figure,
   `named` what is a name at all, `speech` whom a quote is of;
3. a word that stands for one: 该村 全镇 村里 the town or village told or named last, 公司 该院 我校
   本院 the body of that kind named last, 全区 我县 本市 the article's own place;
4. the name that a clause before it in the sentence began with, or described (位于河边的小山村，);
   parts of a whole (其中) go back to the whole's at ；;
5. whom a sentence of the paragraph opened with last, or a speaker of that paragraph is of;
   what governs a division (县委 县政府 县人大常委会) hands nothing on;
6. the place or body whose name is the line above its section;
7. whom the whole article is of (`protagonist`): the firm, village, town or body that the title
   names, the one town or village that it opens with and comes back to, or a firm whose figures it
   told before;
8. the home place by its short name with its suffix, 中国 where only the nation speaks, else None.

A name is given in the fullest wording that the article has for it, a town's or village's without
what it lies in. What 在 puts before a deed is where it is done (`site`), and a school or museum
that is still to be built is its division's.
"""

from __future__ import annotations

import re

from newsie.article import Article, Mention, Sentence
from newsie.measure.bare_level import division_meant
from newsie.measure.bodies import NamedBodies, firm_of, kind_of_this, zone_of
from newsie.measure.named import name_body
from newsie.measure.naming import (
    FIRM,
    full_organisation,
    full_place,
    name_whole,
    names_of,
    own_name,
    plain_body,
    short_names,
)
from newsie.measure.places import BELOW, WHOLE, NamedPlaces
from newsie.measure.protagonist import TELLS_OF_ITSELF, find_home, is_alone, titled_subject
from newsie.measure.row import Row
from newsie.measure.zone import is_zone, name_zone, zone_kind
from newsie.triggers import compile_quick

_LEVEL = re.compile("[镇乡村县区市旗](?:委|党|政府|人大|长|领导|纪委|副|主要|相关|负责)")
_HAS_NO_BODIES = compile_quick(
    "(?:合作社|医院|学校|[大中小]学|学院|银行|厂|酒店|中心|法院|有限(?:责任)?公司)$"
)
_DIVISION = compile_quick(r"(?:[省市区县州旗盟国镇乡村]|街道|地区|苏木|嘎查|委|政府)$")
# What these tell is mostly of the division.
_GOVERNS = compile_quick(
    r"(?:委|政府|人大|人大常委会|政协|党组|指挥部|小组|委员会|办公室|办事处|宣传部|组织部|支部|总支|组|代表团|会议|全会|(?<!集)团|(?:水利|农业农村|农业|住建|交通|民政|发改|工信|经信|商务|文旅|林业|园林|城管|统计|财政|人社|卫健)局)$"
)
_TOWN_ORGAN = re.compile(
    r"(.{2,}(?:镇|乡|街道|村|社区|苏木|嘎查))(?:党委|党工委|委|(?:人民)?政府|办事处|党支部|党总支|村?民?委员?会|居委会|“?两委”?|党员)"
)
# 远帆县委县政府, 远帆县委|、县政府: the county itself.
_LEADERS = re.compile(r"(.{2,}[省市区县州旗])党?委[、和]?[省市区县州旗]?(?:人民)?政府")
_AID = ("工作队", "工作组", "帮扶队", "帮扶组")
_TOWNS = re.compile("(?:[镇乡]|街道)$")


class Whose:
    """The subject that holds where the reader stands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        home = find_home(article)
        self.home = name_zone(article, home) or home
        self._own_subject = titled_subject(article) or self.home  # of the whole article
        self._kept_subject = self._own_subject  # over paragraphs
        self._held_subject = self._kept_subject  # over sentences
        self.subject = self._kept_subject
        self._previous: str | None = None  # of the paragraph before, where it was no division
        self._bodies = NamedBodies(article)
        self._places = NamedPlaces(article, self.home)
        self._short = short_names(article, self.home)
        self.short_starts = frozenset(name[0] for name in self._short)
        self._sentences = 0  # of the paragraph, so far
        self._parted: tuple[str | None] | None = None  # whose the whole is that parts are told of
        self._topic: str | None = None  # whom the sentence opened with
        self._opened = False  # whether the sentence has begun to tell
        self._row = Row()
        self._person: str | None = None  # who is told of without an office
        self._before_builder: tuple[str | None] | None = None  # whom the builder's list is of

    def start_paragraph(self) -> None:
        """Forget what only held in the paragraph before."""
        told = self._topic or self._held_subject
        self._previous = told if told != self.home else self._previous
        self.subject = self._held_subject = self._kept_subject
        self._sentences = 0
        self._topic = None

    def start_clause(self, opening: str) -> None:
        """Start to gather anew the subjects that stand side by side, once one is met.

        Args:
            opening: the character before the clause; what is told of a builder ends with ，.
        """
        self._row.start_clause()
        if self._before_builder is not None and opening not in ("，", ","):
            (self.subject,) = self._before_builder
            self._before_builder = None

    def share(self, index: int, count: int) -> str | None:
        """Whose one of several numbers is: of the subject of its turn (分别), else of the last.

        Args:
            index: of the number among those that share, from 0.
            count: how many there are.
        """
        return self._row.of_turn(index, count) or self.subject

    def end_head(self, *, told: bool) -> None:
        """Keep whom a sentence opens with: what follows is mostly of it, too.

        Args:
            told: whether the clause goes on behind its head; then the sentence has opened.
        """
        if (
            not self._opened
            and self._parted is None
            and self.subject != self._held_subject
            and not _GOVERNS.search(self.subject or "")
        ):
            self._topic = self.subject
        self._opened = self._opened or told

    def start_segment(self) -> None:
        """Behind a semicolon, where parts are told of (其中), go back to the whole."""
        if self._parted is not None:
            (self.subject,) = self._parted

    def start_sentence(self, inside: bool = False) -> None:
        """Forget a subject that no number was of.

        Args:
            inside: whether it tells of a part of what was told before: 其中，6月份增长4%.
        """
        if self._topic:
            self._held_subject = self._topic
        self._topic, self._opened = None, False
        self._row, self._before_builder = Row(), None
        self._sentences += 1
        self.subject = self._held_subject
        self._parted = (self.subject,) if inside else None

    def hold_subject(self) -> None:
        """Let the subject last, as a number is its own."""
        if self._before_builder is not None:
            return
        if self._fresh or self.subject == self._kept_subject or FIRM.search(self.subject or ""):
            self._held_subject = self.subject
        of_division = self._own_subject == self.home
        body = of_division and self.subject and TELLS_OF_ITSELF.search(self.subject)
        if body and is_alone(self._article, self.subject or ""):
            self._kept_subject = self.subject

    def see_places(self, sentence: Sentence) -> None:
        """Remember what a sentence names: 该村 and 公司 behind it may mean one of those."""
        for mention in sentence.mentions_of("organisation"):
            if body := name_body(mention.value.name):
                self._bodies.mention(full_organisation(self._article, plain_body(body)))
        self._places.see(sentence)

    def start_section(self, named: Mention | None) -> None:
        """Take the name that a line consists of for all below it; with None go back."""
        self._kept_subject = self._own_subject
        if named is not None:
            self.meet_subject(named)
            self._kept_subject = self.subject
        self.subject = self._held_subject = self._kept_subject

    def meet_builder(self, name: str) -> None:
        """Take the firm whose project the number is of, to the end of what is told of it."""
        if self._before_builder is None:
            self._before_builder = (self.subject,)
        self.subject = full_organisation(self._article, name)

    def leave_side(self) -> None:
        """Go back to whose the article is, behind a list of places."""
        self.subject = self._held_subject = self._kept_subject

    @property
    def protagonist(self) -> str | None:
        """Whom the whole article is of."""
        return self._own_subject

    def leave_body(self) -> None:
        """Go back to the place from a body that the sentence has not named: it has no bodies."""
        subject = self.subject or ""
        body = _HAS_NO_BODIES.search(subject) and subject == self._held_subject
        if body and subject != self._own_subject:
            self.subject = self.home

    @property
    def tells_of_body(self) -> bool:
        """Whether a body is told of: what it does in 全县 is not the county's.

        Of firms only that one which the article is of.
        """
        subject = self.subject
        if subject is None or _DIVISION.search(subject):
            return False
        return subject in (self._own_subject, self._kept_subject) or not FIRM.search(subject)

    @property
    def _fresh(self) -> bool:
        """Whether the paragraph has just begun: whose it opens with, it is mostly all of."""
        return self._sentences <= 1

    def meet_subject(self, mention: Mention) -> None:
        """Take a place or an organisation that stands at the head of a clause."""
        name = mention.value.name
        if mention.kind == "place":
            if getattr(mention.value, "bare", False) or WHOLE.match(name):
                self.meet_bare(name)
                return
            self.subject = full_place(self._article, self.home, name)
            self._row.gather(self.subject)
            return
        self.keep_organisation(mention)
        organ = _TOWN_ORGAN.fullmatch(self._bodies.last)
        self.subject = organ[1] if organ else self._bodies.last
        if leaders := _LEADERS.fullmatch(name):
            self.subject = full_place(self._article, self.home, leaders[1])
        self._row.gather(self.subject)

    def keep_organisation(self, mention: Mention) -> None:
        """Remember an organisation, so that 公司 or 医院 behind it means it."""
        body = name_body(mention.value.name) or mention.value.name
        name = full_organisation(self._article, plain_body(body))
        self._bodies.tell(name)

    def meet_town(self, name: str) -> None:
        """Take a town by its name, and remember it, so that 全镇 behind means it."""
        self.subject = name
        self._places.add(name)

    def meet_beside(self, mention: Mention) -> None:
        """Take an organisation beside the subject, which stays what it is: 、启航公司."""
        both = _LEADERS.fullmatch(f"{self.subject}、{mention.value.name}")
        self.keep_organisation(mention)
        self._row.add(self._bodies.last)
        if both:
            self.subject = full_place(self._article, self.home, both[1])
            self._row = Row()

    def meet_firm(self, word: str) -> bool:
        """Take 公司, 医院, 学校: the one of that kind that was named last; whether there is one."""
        found = self._bodies.of_word(word)
        self.subject = found or self.subject
        return found is not None

    def meet_zone_named(self, name: str) -> None:
        """Take a zone that the reporter visits or asks, to the end of the paragraph."""
        self.subject = full_organisation(self._article, name)
        self.hold_scene()

    def meet_zone(self, words: str) -> bool:
        """Take 园区, 该保税区: the zone that is told of; whether there is one of that kind."""
        told = (self.subject, self._held_subject, self._kept_subject, self._previous)
        zone = zone_of(words.lstrip("该"), told)
        self.subject = zone or self.subject
        return zone is not None

    def meet_previous(self) -> bool:
        """Take whom the paragraph before told of: 负责人 of it speaks; whether there is one."""
        self.subject = self._previous or self.subject
        return self._previous is not None

    def meet_enterprise(self) -> bool:
        """Take 企业: the firm that is told of, or was in the paragraph before."""
        told = (self.subject, self._held_subject, self._kept_subject, self._previous)
        firm = firm_of(told)
        self.subject = firm or self.subject
        return firm is not None

    def meet_this(self, name: str) -> bool:
        """Take 这个农场, 这家公司: the body of that kind told of last; whether a name is such."""
        kind = kind_of_this(name)
        if kind is not None and not self.meet_firm(kind):
            self.meet_kind(kind)
        return kind is not None

    def meet_kind(self, kind: str) -> bool:
        """Take 农场, 院里: the body told of last whose name ends so; whether there is one."""
        body = self._bodies.of_kind(kind, (self.subject, self._held_subject))
        self.subject = body or self.subject
        return body is not None

    def meet_community(self, level: str) -> bool:
        """Take 社区, 街道 by itself: the one that is told of; whether there is only one."""
        named = self._places.only(level)
        self.subject = named or self.subject
        return named is not None

    def meet_speaker(self, name: str) -> None:
        """Take the village or firm that somebody speaks for, to the end of the paragraph."""
        if BELOW.search(name):
            self.subject = full_place(self._article, self.home, name)
        else:
            self.subject = full_organisation(self._article, name)
            self._bodies.tell(self.subject)
        self._held_subject = self.subject

    def meet_person(self, name: str) -> None:
        """Take somebody who tells, or of whom is told, what is his own."""
        self.subject = self._person = name

    def see_person(self, name: str) -> None:
        """Remember somebody who speaks, so that 他家 behind means him."""
        self._person = name

    def meet_pronoun(self) -> bool:
        """Take 他, 她家: the person told of last; whether there is one."""
        if self._person is None:
            return False
        self.subject = self._person
        return True

    def forget_person(self) -> None:
        """Forget the person told of, where somebody of office is told of behind: 他 is that one."""
        self._person = None

    def meet_scene(self, mention: Mention) -> None:
        """Take whom the reporter visits or asks, to the end of the paragraph: 走进小山村，."""
        self.meet_subject(mention)
        self.hold_scene()

    def hold_scene(self) -> None:
        """Let the subject last to the end of the paragraph."""
        self._held_subject = self.subject

    def meet_body(self, name: str) -> None:
        """Take a body by its plain name; the longest that ended so before is meant."""
        if name_body(name) != name:
            return
        known = (*names_of(self._article, "organisation"), *self._bodies.told)
        longer = [other for other in known if other.endswith(name) and other != name]
        self.subject = longer[-1] if longer else name_whole(self._article, name)
        if self.subject == "开发区":
            self.subject = zone_kind(self._article) or name
        self._bodies.tell(self.subject)

    def meet_short(self, words: str) -> int:
        """Take a short form at the start of words (勒流 of 勒流街道); its length, or 0.

        None starts with another character than those of `short_starts`.
        """
        for length in range(min(len(words), 6), 1, -1):
            full = self._short.get(words[:length])
            if full is not None:
                self.subject = own_name(full)
                return length
        return 0

    def meet_service(self, place: str, kind: str) -> None:
        """Take 远帆税务, 远帆供电: the body of the place that the article names more fully."""
        bodies = names_of(self._article, "organisation")
        full = next((body for body in bodies if place in body and kind in body), place + kind)
        self.subject = full_organisation(self._article, full)
        self._bodies.tell(self.subject)

    def meet_bare(self, word: str) -> None:
        """Take 全区, 我市, 当地: the article's own place."""
        if word in ("全国", "我国", "本国"):
            self.subject = "中国"
        elif word in ("全区", "我区") and is_zone(self._own_subject):
            self.subject = self._own_subject
        elif word[0] == "该":
            self._meet_that(word[1:])
        elif BELOW.search(word):
            self.subject = self._nearest(word[1:]) or self.home
        elif word[1:] in ("院", "厂"):
            self.meet_firm({"院": "医院", "厂": "公司"}[word[1:]])
        else:
            self.subject = division_meant(self._article, self.home, word[1:])

    def meet_own(self, level: str) -> None:
        """Take 村里, 村集体: the village named last, where the sentence has told of nobody yet.

        An article of a town speaks of all its villages so.
        """
        if level == "村" and _TOWNS.search(self._own_subject or ""):
            return
        aided = (self.subject or "").endswith(_AID)  # a team told of what a village has by now
        if (self.subject == self._held_subject or aided) and self._places:
            self.subject = self._nearest(level) or self.subject

    def meet_that_office(self, title: str) -> int:
        """Take 该 before a title, as in 该镇党委书记; how many characters to pass: 1, or 0."""
        if not _LEVEL.match(title):
            return 0
        self._meet_that(title[0])
        self.hold_scene()
        return 1

    def _meet_that(self, level: str) -> None:
        """Take 该县, 该镇: whose was told last, else the article's place, else the first named."""
        self.subject = self._nearest(level) or self.home

    def _nearest(self, level: str) -> str | None:
        return self._places.nearest(level, (self.subject, self._held_subject, self._kept_subject))
