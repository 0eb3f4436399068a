"""A place in a passage where a name may start → where the name ends, and how sure that is.

Chinese names have two to four characters and no mark at their end. What tells where one ends is
what follows it: punctuation, or one of the words that follow names in the news (主持, 强调, 一行).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsie.mentions.name_words import IMPOSSIBLE, NameWords, is_delimited, leads_on
from newsie.mentions.reach import Segmenter
from newsie.mentions.transcription import BEHIND_FOREIGN, LAST_PARTS

# As much of a run as a name may have.
_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff〇]{1,6}")
# What opens and what ends other things than names: 区委办, 农工界.
_ORGAN = re.compile(r"[省市区县镇乡村][委政人纪直级法检公内各属]|第[一二三四五六七八九十]")
_NOBODY = re.compile(r"有(?:矛盾|关系|过节|联系)")
_ORGAN_END = re.compile(r".{2}[办会界局厅司]$")
_NO_START = frozenset("后和同与及兼要已称就将或被把在是对从到为以也还都又访抵晤")
_ADVERBS = frozenset("应用都能尚随从")  # surnames that are words of their own as well
_LATIN = re.compile(r"[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]+)*")
# The least score of a name behind a title that has no organ, and behind one that has.
ENOUGH, ENOUGH_IN_OFFICE = 3.5, 2.0
# Behind 来, where a name would hardly end in it: 高小满来|柳湾县考察.
_VISITS = re.compile(
    r"(?!一行)(?=[\u4e00-\u9fff]{2,14}(?:考察|调研|视察|检查|指导|慰问|督导|走访|座谈|参观|访问|学习|对接|洽谈))"
    r"(?:[\u4e00-\u9fff]{1,6}[省市区县州旗镇乡]|我[省市区县州旗镇乡])"
)
_HONOURING = ("同志", "先生", "女士", "一行")  # what stands behind a whole name
_SURE = 3  # that a verb follows
_TRAILING = frozenset("等说称案曾已将遭欲亦以被获")
_CALLED = frozenset(
    ("老师", "同志", "先生", "女士", "同学", "大爷", "大妈", "大娘", "师傅", "阿姨")
)
_SAYS = frozenset("等说称已将遭欲亦")
# What makes a name before it the name of something else: 巴特尔|纪念研究所, 金川|集团. But
# 高小满|组织召开 is somebody who does so.
_NAMED_AFTER = re.compile(
    r"集团|公司|大学|学院|医院|银行|纪念[馆研奖]|基金|峰会|地区|组织(?=[的称，。、；]|成员|武装|宣布)"
)
_DIVISION_ENDS = frozenset("县市区镇乡")
_IN_NAMES = frozenset("同和")  # words that end given names as well
# What the last part of a dotted name never ends with: 马克·萨瓦亚|已.
_AFTER_DOTTED = frozenset("已曾为将均也还则")
# What somebody of the surname 向 does, and nobody whom another addresses: 向国平主持会议.
_DOES = re.compile(
    r"主持|参加|出席|列席|陪同|等?的?陪同下|等(?=[市县区州]|领导|同志|[0-9一二两三四五六七八九十]|出席|参加|陪同)|带队|率|一行|来到|深入|前往|实地|先后"
)
_ADDRESSED = re.compile(r"向(?:大[家会]|全[体县市区国]|与会|在[场座])")
# What tells that 为 before it ends a name: 张大为|向大会报告.
_BEHIND_WEI = re.compile(
    r"(?:向(?!前来|来)|在(?![场座各])|到(?![场会])|主持|陪同|作(?!出)|介绍说|说|表示|指出|强调|要求|率|一行|深入|来到|前往|代表|通报|宣[布读])"
    r"(?![^，。；]{0,12}的(?:[\u4e00-\u9fff]{0,6}(?:群众|代表|企业|单位|学员|同学|人员|居民|村民)))"
)
# Whom a group is led by: 何田|为组长的工作组.
_LED = re.compile(
    r"为副?(?:[组团队班校院局处科县市区镇乡村]长|主任|书记|总?指挥|召集人|代表的|首[的，])"
)
_PREPOSITIONS = frozenset("向于和同与对在为由从")
_RUN = re.compile(r"[\u4e00-\u9fff]{6,24}")  # of names that nothing parts
_FEWEST = 3  # names of such a run
_NEARBY = 20_000  # characters before and behind a name, so that the work grows with the text


@dataclass(slots=True, unsafe_hash=True)
class Name:
    """A name read at a place: where it ends, and how sure that is."""

    start: int
    end: int
    score: float


class NameReader:
    """Reads names; built once a worker."""

    def __init__(self, segmenter: Segmenter, folder: Path | None = None) -> None:
        self._segmenter = segmenter
        self.words = NameWords(segmenter, folder)

    def read_name(
        self,
        text: str,
        start: int,
        *,
        foreign: bool = False,
        bare: bool = False,
        listed: bool = False,
    ) -> Name | None:
        """The name that starts there, behind a title or in a list of names, or None.

        Args:
            foreign: names of five and six characters are expected (佐佐木宏明).
            bare: the title has no organ, so that a name without a known surname is unlikely.
            listed: a name stands before it in a list, so that a verb may be a name as well.
        """
        if text.startswith(" ", start):
            start += 1
        dotted = self.words.transcription.match_dotted(text, start)
        if dotted:
            return self._end_dotted(text, dotted)
        latin = _LATIN.match(text, start)
        if latin:
            return Name(start, latin.end(), 5) if " " in latin[0] else None
        run = _HAN.match(text, start)
        if run is None:
            return None
        if parts := self._read_parts(text, start):
            return parts
        best: Name | None = None
        enough = ENOUGH if bare else ENOUGH_IN_OFFICE
        for end in range(start + 2, run.end() + 1):
            score = self._score(text, start, end, foreign, listed)
            if best is not None and best.end == end - 1:
                if self._always_goes_on(text, start, end):
                    best = None
                else:
                    score -= self._trails(text, end)
            if score < enough:
                continue
            score += self._usual_follow(text, start, text[start:end])
            if best is None or score > best.score:
                best = Name(start, end, score)
        best = self._as_transcribed(text, start, best, foreign)
        return None if best and _NAMED_AFTER.match(text, best.end) else best

    def _read_parts(self, text: str, start: int) -> Name | None:
        """The Tibetan or Mongolian name that starts there, if it has two parts that are known."""
        end, count = self.words.transcription.find_parts_end(text, start)
        if count == 1 and is_delimited(text, end + 2) and _HAN.fullmatch(text, start, end + 2):
            return Name(start, end + 2, 5)  # 泽仁|汪堆
        if count < 2:
            second, last = self.words.transcription.find_parts_end(text, start + 2)
            if last and (is_delimited(text, second) or self.words.follows(text, second) > 2.5):
                return Name(start, second, 5)  # 格绒|扎西
        if not count:
            return None
        if text[end : end + 1] in LAST_PARTS and (
            is_delimited(text, end + 1) or self.words.follows(text, end + 1)
        ):
            return Name(start, end + 1, 5)
        if count == 1 and end - start == 2 and self.words.may_end_name(text, end):
            return Name(start, end + 2, 5)  # 扎西|夺吉
        return Name(start, end, 5) if count > 1 else None

    def part_run(self, text: str, start: int) -> list[Name]:
        """The names of a list that nothing parts, where there is one way to: 李盼吴丽李诗华."""
        run = _RUN.match(text, start)
        ends = run.end() if run else start
        while ends > start and not (is_delimited(text, ends) or self.words.follows(text, ends)):
            ends -= 1
        for end in range(start + 2 * _FEWEST, ends + 1):
            if not (is_delimited(text, end) or self.words.follows(text, end)):
                continue
            ways = list(self._ways(text, start, end))
            if len(ways) == 1 and len(ways[0]) >= _FEWEST:
                return [Name(first, last, 4) for first, last in ways[0]]
        return []

    def _ways(self, text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
        """Every way to part a stretch into names with common surnames."""
        if start == end:
            yield []
        for last in (start + 2, start + 3):
            if last <= end and self.words.surnames.get(text[start]) == 1:
                for rest in self._ways(text, last, end):
                    yield [(start, last), *rest]

    def _as_transcribed(
        self, text: str, start: int, best: Name | None, foreign: bool
    ) -> Name | None:
        """A foreign name as far as it has the characters of such names: 普京|邀请, 阿什拉夫."""
        end = self.words.transcription.find_end(text, start)
        if end - start < 2 or (best is not None and best.end == end):
            return best
        if best is not None and best.end > end:
            chinese = self.words.has_surname(text[start : best.end])
            tail = text[end : best.end]
            if chinese:
                trails = foreign and tail in BEHIND_FOREIGN
            else:
                trails = tail[0] in BEHIND_FOREIGN or any(
                    self.words.is_cue(tail[:i]) for i in (2, 3, 4)
                )
            return Name(start, end, best.score) if trails else best
        ends = is_delimited(text, end) or self.words.follows(text, end)
        ends = ends or (foreign and text[end] in BEHIND_FOREIGN)
        return Name(start, end, 4) if ends and end - start > (2 if foreign else 3) else best

    def is_likely(self, text: str, name: Name) -> bool:
        """Whether a name has a common surname, or a known one with a verb right behind it."""
        frequency = self.words.surnames.get(text[name.start], 9)
        if frequency > 2:  # 国务委员谌小满主持
            return name.end - name.start == 3 and self.words.follows(text, name.end) >= 3
        return frequency == 1 or not is_delimited(text, name.end)

    def _parts(self, text: str, start: int, end: int) -> float:
        """A weaker sign: the segmenter parts the name from a longer word behind it."""
        words = self._segmenter.cut(text[start : end + 4])
        parted = any(first == end - start and last - first > 1 for first, last in words)
        return 1.2 if parted else 0.0

    def _usual_follow(self, text: str, start: int, name: str) -> float:
        """How well what stands behind a name shows its end, over all its places near it."""
        scores: list[float] = []
        first, last = _nearby(text, start)
        position = text.find(name, first, last)
        while position >= 0 and len(scores) < 8:
            end = position + len(name)
            scores.append(4.0 if is_delimited(text, end) else self.words.follows(text, end))
            position = text.find(name, end, last)
        return sum(scores) / len(scores)

    def _always_goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether all places of what is one character shorter go on so: it is not the name."""
        last = text[end - 1]
        if last in self.words.after and last not in _IN_NAMES:
            return False
        begin, stop = _nearby(text, start)
        places = text.count(text[start : end - 1], begin, stop)
        return (
            places > 1
            and places == text.count(text[start:end], begin, stop)
            and bool(self.words.follows(text, end))
        )

    def _trails(self, text: str, end: int) -> float:
        """How likely the last character belongs behind the name: 夏侯朗|等, 高小满|率."""
        last = text[end - 1]
        if last == "在" and text.startswith(("《", "“"), end):  # 高小满在《政府工作报告》中
            return 4.0
        if last in _TRAILING or (last == "来" and _VISITS.match(text, end)):
            return 4.0
        if last not in self.words.after or is_delimited(text, end):
            return 0.0
        if last == "为":
            return -1.0 if _BEHIND_WEI.match(text, end) else 2.0
        if last == "正" and text.startswith(("带队", "率", "一行"), end):
            return 0.0
        titled = self.words.after.get(text[end : end + 2]) == "title"
        if last not in _IN_NAMES:  # who is told something is named before it: 高小让|同志
            return 0.0 if text[end : end + 2] in _HONOURING else 2.0
        if titled:
            return 2.0
        return -1.0 if self.words.follows(text, end) >= 2.5 else 0.5

    def _score(self, text: str, start: int, end: int, foreign: bool, listed: bool) -> float:
        name = text[start:end]
        length = end - start
        if not IMPOSSIBLE.isdisjoint(name):
            return 0.0
        if length > 2 and leads_on(text, end):
            return 0.0
        delimited = is_delimited(text, end)
        score = 4.0 if delimited else self.words.follows(text, end)
        if text.startswith("来", end) and _VISITS.match(text, end + 1):
            score = max(score, 3.0)
        if _LED.match(text, end):
            score = max(score, 3.0)
        elif name[-1] == "为" and _LED.match(text, end - 1):
            return 0.0
        if score == 0.0 and self.words.has_surname(name):
            score = self._parts(text, start, end)  # too little for a name without a surname
        if score == 0.0 or self._is_otherwise(name, score, foreign, listed):
            return 0.0
        if name[:2] in self.words.surnames and length > 2:
            return score + (3 if length in (3, 4) else -2)
        if name[0] in self.words.surnames and length in (2, 3):
            score += 3 - self.words.surnames[name[0]] * 0.5
        elif length > 3:
            written = foreign or self.words.transcription.writes(name)
            written = written or (name[0] == "阿" and delimited)  # no surname of the Han
            blank = text[start - 1] == " " and name[0] in self.words.surnames
            score -= 0.3 * (length - 3) if written or blank else 3
        elif score < 2:
            return 0.0
        else:
            score -= 0.5
        addressed = _ADDRESSED.match(text, start) or self._is_object(name, score, listed)
        if name[0] in _PREPOSITIONS and not delimited and addressed:
            return score if name[0] == "向" and _DOES.match(text, end) else 0.0
        return score

    def _is_object(self, name: str, score: float, listed: bool) -> bool:
        """Whether what starts like a preposition is one: 向|群众, but not 于|秋军参加."""
        if name[0] == "于" and (listed or not self.words.is_cue(name[1:])):
            return score < ENOUGH
        return self.words.is_word(name[1:])

    def _is_otherwise(self, name: str, follow: float, foreign: bool, listed: bool) -> bool:
        """Whether a word that is no name is, or opens, what might be one."""
        return (
            self._has_other_form(name, follow, foreign)
            or self._ends_otherwise(name)
            or self._opens_otherwise(name, follow, foreign, listed)
        )

    def _has_other_form(self, name: str, follow: float, foreign: bool) -> bool:
        """Whether a string has the form of an organ, or is too long for a name of its kind."""
        words = self.words
        if words.after.get(name) == "news" or _ORGAN.match(name) or _NOBODY.match(name):
            return True
        if len(name) > 2 and name[-1] in _DIVISION_ENDS and (follow < 4 or name[-1] in "县市"):
            return True
        delimited = follow == 4.0
        sure = delimited or (name[-1] == "界" and follow >= 3 and words.is_common(name))
        if _ORGAN_END.match(name) and not (sure and words.surnames.get(name[0], 3) < 3):
            return True
        if len(name) > 2 and words.other.get(name) == "yes":
            return True
        return len(name) > 3 and not (
            foreign
            or name[:2] in words.surnames
            or words.transcription.nearly_writes(name)
            or (delimited and name[0] in words.surnames)
        )

    def _ends_otherwise(self, name: str) -> bool:
        """Whether another word stands inside a string, or ends it: 特本|致贺信."""
        words = self.words
        trails = name[-1] in _TRAILING or name[-1] == "作"
        if len(name) == 3 and trails and words.has_surname(name[:2]):
            return True
        if len(name) == 2 and name[1] in _SAYS:  # 会长|续称
            return True
        if len(name) == 3 and name[1:] in _CALLED:
            return True
        if (len(name) > 3 and "在" in name) or name.endswith("中国"):
            return True
        if len(name) > 4 and words.after.get(name[-3:]) == "news":
            return True
        surnamed = words.has_surname(name)
        if (len(name) > 3 or not surnamed) and words.after.get(name[-2:]) == "news":
            return True
        compound = name[:2] in words.surnames
        return len(name) > 3 and not compound and (name[-1] in _TRAILING or words.is_cue(name[-2:]))

    def _opens_otherwise(self, name: str, follow: float, foreign: bool, listed: bool) -> bool:
        """Whether another word opens a string, or is all of it: 和|高小满, 卸任美国总统|时将."""
        words = self.words
        surnamed = words.has_surname(name)
        if foreign and name[0] in "时后任":
            return True
        if name[0] == "谈" and len(name) == 3 and words.is_word(name[1:]):  # 负责人谈春耕
            return True
        behind = name[1:]
        named = words.has_surname(behind) or words.transcription.writes(behind)
        if name[0] == "和" and len(name) > 2 and (named or words.is_cue(behind)):
            return True
        if name[:2] in ("和各", "和其", "和有", "和相", "和老", "和全", "和部", "人均"):
            return True
        if name[0] in _NO_START and not (surnamed and follow >= 3 and name[1] not in words.after):
            return True
        delimited = follow == 4.0
        rare = surnamed and "rare" in (words.after.get(name), words.other.get(name))
        if words.is_cue(name) and not (rare or (delimited and (surnamed or listed))):
            return not (surnamed and follow >= 3 and words.other.get(name) == "noun")
        if delimited and surnamed:
            return False
        if surnamed and name[0] in _ADVERBS and words.is_cue(behind) and not delimited:
            return True  # 委员|应|持续关注, 书记|都|十分
        lone = surnamed or foreign or listed or words.is_abroad(name)
        if surnamed and len(name) == 3 and follow >= 2.5:
            opening = words.other.get(name[:2])
            if opening in ("noun", "rare") and not words.is_cue(name[1:]):
                return False  # 王家|富 等出席, 黄金|富
        return any(
            words.is_cue(name[:length]) and (length > 1 or not lone)
            for length in range(1, len(name))
        )

    def _end_dotted(self, text: str, dotted: re.Match[str]) -> Name | None:
        first = re.split("[·-]", dotted[0], maxsplit=1)[0]
        if len(first) > 5 and not self.words.transcription.writes(first):
            return None
        last = max(dotted[0].rfind("·"), dotted[0].rfind("-")) + dotted.start() + 1
        for end in range(last + 1, dotted.end()):
            sure = self.words.follows(text, end)
            if text.startswith("提", end) and self.words.follows(text, end + 1) >= _SURE:
                continue  # 买买提|调研, 艾合买提|出席
            if sure >= _SURE or (sure >= 2.5 and end - last > 1):
                return Name(dotted.start(), end, 5)
        run = min(self.words.transcription.find_end(text, last), dotted.end())
        if run - last > 1 and dotted.end() - run > 1:
            return Name(dotted.start(), run, 5)
        trails = dotted.end() - last > 1 and dotted[0][-1] in _AFTER_DOTTED
        return Name(dotted.start(), dotted.end() - trails, 5)


def _nearby(text: str, offset: int) -> tuple[int, int]:
    """The part of a text in which a name is compared with its other places: of most, all."""
    return max(0, offset - _NEARBY), min(len(text), offset + _NEARBY)
