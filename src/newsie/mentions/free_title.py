"""Titles in, the same titles freed of the names that seem to belong to them, and those names out.

文彦市长 is read as one title at first, with 文彦 in the place of its organ. So are 严书记 and
县委高香书记, and two in a row: 甲总统、乙总理.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsie.article import Mention
from newsie.gazetteers import load_gazetteer
from newsie.mentions.name import Name, NameReader
from newsie.mentions.recurrence import LEVEL
from newsie.mentions.sector import Sectors
from newsie.triggers import compile_quick
from newsie.values import PostValue, TitlePart

# How an office begins that stands right behind a name: 免去高小满|县审计局….
_OFFICE = re.compile(rf"{LEVEL.pattern}|第|全国|中国|国家|中央|最高|政协|人大|原")
_OURS = frozenset(("我院", "我校", "本院", "本校"))
_DISMISSES = frozenset(("免去", "撤销", "罢免", "免除"))
_ORGAN_END = compile_quick(
    r"[办局委部厅司处科室院校会社站所厂队团组村镇乡县市省区州旗府馆台党庭网报店行系家员界]$|[一二三四五六七八九十]师$|组织$|机构$|系统$|中心$"
)
_LINK = re.compile(r"[和与及、]")
# What stands for a state before its head or minister: 乌总统.
_STATES = frozenset("俄美英法德日韩乌以伊巴印越朝欧黎叙土沙埃蒙泰加澳塞")

_ACTS = 2.5  # that a verb follows
_SECTION_ENDS = frozenset("股科处室站所队段")


class TitleFreer:
    """Takes names out of titles; built once a worker."""

    def __init__(self, names: NameReader, folder: Path | None = None) -> None:
        self._names = names
        self._words = names.words
        self._sectors = Sectors(folder)
        rows = load_gazetteer("post", folder)
        self._abroad = frozenset(row["post"] for row in rows if row["abroad"])
        self._statesmen = frozenset(row["post"] for row in rows if row["abroad"] == "state")
        self._mayors = frozenset(row["post"] for row in rows if row["level"] in ("市", "县", "区"))
        places = load_gazetteer("place", folder)
        self._places = frozenset(row["name"][:2] for row in places)
        self._called = frozenset(row["post"] for row in rows if row["party"] or row["abroad"])

    def free(
        self, text: str, posts: Sequence[Mention], known: set[str]
    ) -> tuple[list[Mention], list[Name], list[int]]:
        """Take the names out of titles that seem to start with one: 文彦市长, 严书记.

        Returns: the titles, the names, and the offsets of surnames alone.
        """
        kept: list[Mention] = []
        names: list[Name] = []
        lone: list[int] = []
        pieces = [piece for post in posts for piece in self._split_title(text, post, known)]
        for post in pieces:
            first = post.value.parts[0]
            start, end = self.name_before(first, known)
            if not end and self.is_person(first, known):
                end = len(first.organ)
            if not end and first.head in self._mayors and self._is_mayor(text, post, first):
                end = 2
            joins = bool(kept) and kept[-1].end == post.start
            if joins and not end and not self._sectors.is_foreign(first.organ):
                if first.kind == "profession" and 2 <= len(first.organ) <= 4:
                    end = len(first.organ)
                elif (name := self._names.read_name(text, post.start)) and name.end < post.end:
                    end = name.end - name.start
            before = text[max(0, post.start - 2) : post.start]
            if not end and before in _DISMISSES:
                end = self._words.name_at(first.organ, _OFFICE)
            if not end and before == "代表" and 2 <= len(first.organ) <= 3:  # 教师代表|高香教授
                end = len(first.organ) if self._words.has_surname(first.organ) else 0
            if end:
                if end - start > 1:
                    names.append(Name(post.start + start, post.start + end, 4))
                    known.add(text[post.start + start : post.start + end])
                else:
                    lone.append(post.start + start)
                before = first.organ[:start]
                around = first.head not in self._abroad and self._is_organ(before)
                around = around and before not in _OURS
                post = _cut_title(text, post, end, start if around else 0)
                if first.kind == "profession" and not around and len(post.value.parts) > 1:
                    kept += _part_from_rest(text, post)  # 高香教授、县医院院长王启
                    continue
            kept.append(post)
        return kept, names, lone

    def _split_title(self, text: str, post: Mention, known: set[str]) -> list[Mention]:
        """A title, or several where the next one starts with a name: 甲总统、乙总理."""
        parts = post.value.parts
        if len(parts) == 1:
            return [post]
        position = post.start
        for i, part in enumerate(parts):
            start = text.index(part.organ + part.post, position)
            if i and (self.is_person(part, known) or self._name_inside(parts[i - 1].organ)):
                first = PostValue(text[post.start : position], parts[:i])
                rest = PostValue(text[start : post.end], parts[i:])
                behind = Mention("post", start, post.end, rest)
                before = Mention("post", post.start, position, first)
                return [before, *self._split_title(text, behind, known)]
            position = start + len(part.organ + part.post)
        return [post]

    def is_person(self, part: TitlePart, known: set[str]) -> bool:
        """Whether a name stands in the place of an organ."""
        organ = part.organ
        if not organ or _ORGAN_END.search(organ) or self._sectors.sector_of(organ):
            return organ in known
        if self.name_before(part, known) == (0, len(organ)):
            return True
        return (
            2 <= len(organ) <= 3
            and part.head in self._called
            and self._words.has_surname(organ)
            and not self._words.is_cue(organ)
        )

    def _is_mayor(self, text: str, post: Mention, part: TitlePart) -> bool:
        """Whether two characters before a mayor's post are a name: 李夏市长主持, but 高平市长."""
        organ = part.organ
        named = len(organ) == 2 and self._words.has_surname(organ) and organ not in self._places
        told = named and not self._words.is_cue(organ) and not LEVEL.match(organ)
        return told and self._words.follows(text, post.end) >= _ACTS

    def name_before(self, part: TitlePart, known: set[str]) -> tuple[int, int]:
        """Where in an organ's place a name stands right before the post; 0, 0 where none does."""
        organ = part.organ
        end = len(organ)
        if part.kind == "leader" and organ not in known:
            return 0, 0
        if organ[-1:] in _SECTION_ENDS and part.head == organ[-1:] + "长":
            return 0, 0  # 法规股|股长
        inside = self._name_inside(organ)
        if inside:
            return inside, end
        if (
            not organ
            or end > 20
            or organ[-1] in "）)"
            or _ORGAN_END.search(organ)
            or self._sectors.sector_of(organ)
        ):
            return (0, end) if organ in known else (0, 0)
        if end > 1 and organ[-1] == "习" and part.head == "主席":  # 相信|习主席
            return end - 1, end
        if end == 1 and part.head in self._statesmen and organ in _STATES:
            return 0, 0
        if end == 1:
            return (0, 1) if self._words.is_surname(organ) and not LEVEL.match(organ) else (0, 0)
        if "·" in organ:
            return self._words.transcription.find_dotted_start(organ), end
        for length in (3, 2, 4):
            if length <= end and organ[-length:] in known:
                return end - length, end
        if part.head in self._abroad:
            transcribed = self._words.transcription.find_start(organ)
            if organ[transcribed : transcribed + 1] == "次" and part.head in self._statesmen:
                transcribed += 1  # 此|次马克龙总统
            if transcribed < end - 1 and not self._sectors.is_foreign(organ[transcribed:]):
                return transcribed, end
        if self._words.ends_with_name(organ):
            return end - 3, end
        if part.head == "常委" and organ in self._places:  # 千阳|常委、宣传部部长
            return 0, 0
        return (0, end) if end in (2, 3) and self._words.is_titled(organ) else (0, 0)

    def _is_organ(self, organ: str) -> bool:
        """Whether a string is the whole name of an organ: 县教育局."""
        ended = len(organ) > 1 and _ORGAN_END.search(organ) is not None
        ended = ended or organ.endswith(("大学", "中学", "小学"))
        return ended and self._sectors.sector_of(organ) is not None

    def _name_inside(self, organ: str) -> int:
        """Where behind an organ a name starts, 0 where none does: 县委|高香."""
        if _ORGAN_END.search(organ):
            return 0
        for length in (3, 2):
            before = organ[:-length]
            if (
                self._is_organ(before)
                and not self._sectors.sector_of(organ[-length:])
                and (
                    self._words.is_titled(organ[-length:])
                    or (length == 2 and self._words.is_common(organ[-length:]))
                )
            ):
                return len(before)
        return 0


def _part_from_rest(text: str, post: Mention) -> tuple[Mention, Mention]:
    """The first part of a title, and the others, which are the next one's."""
    first, *rest = post.value.parts
    end = post.start + len(first.organ + first.post)
    start = end + 1  # the comma
    return (
        Mention("post", post.start, end, PostValue(text[post.start : end], (first,))),
        Mention("post", start, post.end, PostValue(text[start : post.end], tuple(rest))),
    )


def _cut_title(text: str, post: Mention, length: int, organ: int = 0) -> Mention:
    """A title from behind the name on that stands in it.

    Args:
        length: of what is cut off.
        organ: of what stands before the name and belongs to the title: 县教育局|高小满局长.
    """
    first, *rest = post.value.parts
    link = _LINK.match(first.organ, length)
    length = link.end() if link else length
    start = post.start + length
    before = first.organ[:organ]
    parts = (replace(first, organ=before + first.organ[length:]), *rest)
    title = PostValue(before + text[start : post.end], parts, post.start if organ else None)
    return Mention("post", start, post.end, title)
