"""Who speaks in, the village, firm, school or town that is told of out.

Who speaks for one tells of it, in front of what is said or, more often, behind it::

    小山村党支部书记高小满说，今年…
    “今年…。去年…。”远帆公司总经理高小满介绍。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsie.article import MENTION_MARKS, Article, Sentence
from newsie.measure.carry import Context
from newsie.measure.named import name_body
from newsie.measure.naming import titled_persons

DATE = MENTION_MARKS["date"]
_POST = MENTION_MARKS["post"]
_PERSON = MENTION_MARKS["person"]
_SAYS = "说|介绍|告诉|坦言|表示|算[了起着]|[盘掐]算|透露|笑言|坦承|感慨|汇报了"
_SPEAKS = re.compile(rf"[^，；。：\ue001]{{0,12}}?(?:{_SAYS})")
_SAYS_AT_LAST = re.compile(rf"[^，；。：\ue001]{{0,30}}?(?:{_SAYS})")
_SPOKEN_FOR = re.compile(
    r"^(.{2,}?(?:公司|集团|厂|合作社|[农林牧马茶渔]场|(?<!农)村|社区|嘎查|医院|卫生院|酒店|宾馆|饭店|民宿|山庄|农庄|庄园|超市|支行|敬老院|养老院|福利院|学校|[中小]学|幼儿园|园区|产业园|景区|镇|乡|街道|苏木))"
    r"(?:党(?:总?支部?|委|工委)(?:委员会)?|村委会|村民委员会|居委会|两委|委会|(?:人民)?政府|人大|办事处)?$"
)
# Those who are sent somewhere: 远帆省第五批援藏工作队领队.
_TEAM = re.compile(
    r"([一-鿿]{2,16}?(?:援[疆藏青外]|医疗|帮扶|驻村|支教|科考|考察)[一-鿿]{0,6}?队)(?=领队|队长|副|党委|党支部|临时|队员|书记|负责人)"
)
# Of whom who has been named before: 公司总经理, 院方负责人, 校长.
_SOMEBODY = re.compile("负责人|(?:总|副总)?经理|董事长|(?:党)?支部书记|村支书|[厂场店]长")
_KIND_SAID = re.compile("合作社|公司|集团|厂")
_UNNAMED = re.compile(
    "项目(?=经理|负责人|总工)|园区|产业园|公司|企业|合作社|厂|医院|学校|院方|校方|校长|社长|(?:副)?院长|理事长"
)
# Whose body no finder knows: 云台马场场长, 云台公园管理处主任.
_GROUND = re.compile(
    r"([一-鿿]{2,10}?(?:[马农林牧茶渔]场|水库|公园|景区|煤矿|铁矿))(?=[一-鿿]{0,6}(?:[场矿]长|主任|经理|负责人))"
)
_KINDS = {
    "项目": "公司",
    "厂": "公司",
    "院方": "医院",
    "校方": "学校",
    "校长": "学校",
    "社长": "合作社",
    "院长": "医院",
    "副院长": "医院",
    "理事长": "合作社",
}
_TOLD_OF = re.compile(r"(?:村|社区|嘎查|园区|开发区|经开区|镇|乡|街道|苏木)$")
_OPENS = re.compile(f"(?:{_SAYS}|告诉记者|告诉我们|指出|认为)$")
# What a villager or worker says of himself without saying so: 一年能拿4万元, 去年种了10亩辣椒.
_EARNS = re.compile(
    "(?:能|可以?|也|就|才|还)?(?:拿|赚|挣|领|卖|收入)(?:到|了|个|着)*\ue001|(?:种|养|承包|流转|栽)(?:了|着)+\ue001|[务打]工|上班|家门口"
)
_OF_ME = re.compile("我(?![们国省市区县镇乡村院校局公厂社党军站司])")
_OF_ALL = re.compile("村里|全村|我们村|村集体|大家|村民们|公司|合作社|企业|全[镇乡县]")
_LONGEST_SAYING = 4
_STOP = re.compile("[，；。：:]")
# One's own affairs: 我家去年种了5亩.
_OWN = re.compile(
    "[我俺咱自](?:们)?家(?!乡|园|国)|家里|我们?(?:这|家)个?(?:果园|茶园|大棚|鱼塘|家庭农场)|我(?:一年|这[台辆亩头家个]|每|种|养|承包|流转|在这|现在|去年|今年|自己)|算[了起]"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a speaker tells of: a body, one named before, or a person of his own affairs."""

    name: str
    kind: Literal["body", "unnamed", "person", "previous"] = "body"


def speaks(marked: str, position: int = 0) -> bool:
    """Whether somebody with an office speaks at a position of a marked sentence."""
    return marked[position : position + 1] == _POST and speaks_behind(marked, position + 1)


def speaks_behind(marked: str, behind: int) -> bool:
    """Whether what stands behind a body, a title or a name is what it says: 介绍，."""
    return _SPEAKS.match(marked, behind) is not None


def tells_own(words: str) -> bool:
    """Whether somebody tells of his own affairs: 我家种了5亩, 算了一笔账：."""
    return _OWN.search(words) is not None


def _is_alone(sentence: Sentence, text: str) -> bool:
    """Whether a quote ends its paragraph, so that nobody is named behind it."""
    return text[sentence.end - 1] == "”" and text[sentence.end : sentence.end + 1] in ("", "\n")


def _told_before(article: Article, quoted: Sequence[int]) -> Speaker | None:
    """Who stands in the sentence before a quote with nobody behind it: 店主高小满笑了。“…”."""
    assert article.passage is not None
    first = article.sentences[quoted[0]]
    before = article.sentences[quoted[0] - 1] if quoted[0] else None
    if before is None or "\n" in article.passage.text[before.end : first.start]:
        return None
    names = [str(m.value.name) for m in before.mentions_of("person")]
    own = any(_tells_of_himself(article.sentences[index]) for index in quoted)
    alone = own and len(names) == 1 and names[0] not in titled_persons(article)
    return Speaker(names[0], "person") if alone else None


def _tells_of_himself(quoted: Sentence) -> bool:
    """Whether what somebody without an office says is his own: 一年能拿4万元."""
    if tells_own(quoted.text) or _OF_ME.search(quoted.text):
        return True
    return bool(_EARNS.search(quoted.marked)) and not _OF_ALL.search(quoted.text)


def opens_speech(marked: str, start: int, end: int) -> bool:
    """Whether a clause only says who speaks, and all is told behind it: 高小满表示，."""
    return _OPENS.search(marked, max(start, end - _LONGEST_SAYING), end) is not None


def meet_speaker(context: Context, sentence: Sentence, position: int) -> None:
    """Take whom the one who speaks at a position has an office in."""
    if speaker := _spoken_for(sentence, position):
        take_speaker(context, speaker)


def take_speaker(context: Context, speaker: Speaker) -> None:
    """Take whom a speaker tells of."""
    if speaker.kind == "person":
        context.whose.meet_person(speaker.name)
    elif speaker.kind == "previous":
        if context.whose.meet_previous():
            context.whose.hold_scene()
    elif speaker.kind == "unnamed":
        context.whose.meet_firm(speaker.name)
        context.whose.hold_scene()
    else:
        context.whose.meet_speaker(speaker.name)


def _spoken_for(sentence: Sentence, position: int, words: str = "") -> Speaker | None:
    """The village, firm or town that a post is of; None of those whose figures are others'.

    Args:
        words: what is said; of several bodies it tells of the kind that it names: 我们合作社.
    """
    office = sentence.slots[position]
    bodies = [
        mention.value.name
        for mention in sentence.mentions_of("organisation")
        if office.start <= mention.start and mention.end <= office.end
    ]
    if bodies:
        kind = _KIND_SAID.search(words) if len(bodies) > 1 else None
        body = next((b for b in bodies if kind and b.endswith(kind[0])), bodies[0])
        spoken = _SPOKEN_FOR.match(body)
        return Speaker(spoken[1]) if spoken and name_body(spoken[1]) == spoken[1] else None
    if team := _TEAM.match(office.value.title):
        return Speaker(team[1])
    for mention in sentence.mentions_of("place"):
        if office.start <= mention.start < office.end and _TOLD_OF.search(mention.value.name):
            return Speaker(str(mention.value.name))
    if ground := _GROUND.match(office.value.title):
        return Speaker(ground[1])
    if _SOMEBODY.fullmatch(office.value.title):
        return Speaker(office.value.title, "previous")
    unnamed = _UNNAMED.match(office.value.title)
    return Speaker(_KINDS.get(unnamed[0], unnamed[0]), "unnamed") if unnamed else None


def find_quoted(article: Article) -> dict[int, Speaker]:
    """Whom the sentences of a quote tell of, where its speaker is named behind it.

    Returns:
        sentence index → the speaker.
    """
    assert article.passage is not None
    text, end = article.passage.text, 0
    found: dict[int, Speaker] = {}
    if "”" not in text:
        return found
    quoted: list[int] = []
    for sentence in article.sentences:
        if "\n" in text[end : sentence.start]:
            quoted.clear()
        end = sentence.end
        words = sentence.text.strip()
        if quoted and not words.startswith("“") and text[sentence.start - 1] == "”":
            if speaker := _speaker_behind(article, sentence, 0, quoted):
                found.update(dict.fromkeys(quoted, speaker))
            quoted.clear()
        if words.startswith("“") or quoted:
            quoted.append(sentence.index)
            if _is_alone(sentence, text) and (teller := _told_before(article, quoted)):
                found.update(dict.fromkeys(quoted, teller))
            closed = sentence.marked.find("”")
            if 0 <= closed < len(sentence.marked) - 1:
                if speaker := _speaker_behind(article, sentence, closed + 1, quoted):
                    found.update(dict.fromkeys(quoted, speaker))
                quoted.clear()
    return found


def _speaker_behind(
    article: Article, sentence: Sentence, start: int, quoted: Sequence[int]
) -> Speaker | None:
    """Who speaks right behind a quote, before the next stop."""
    marked = sentence.marked
    stop = _STOP.search(marked, start)
    end = stop.start() if stop else len(marked)
    position = marked.find(_POST, start, end)
    if position >= 0:
        said = "".join(article.sentences[index].text for index in quoted)
        speaker = _spoken_for(sentence, position, said) if speaks(marked, position) else None
        if speaker is not None:
            return speaker
    position = marked.find(_PERSON, start, end)
    own = any(_tells_of_himself(article.sentences[index]) for index in quoted)
    if position < 0 and own and DATE in marked[start:end]:
        position = marked.find(_PERSON, end)  # “…卖了5万元。”10日，在小山村，农户高小满忙着…
    elif position < 0 or not _SAYS_AT_LAST.match(marked, position + 1):
        return None
    if position < 0 or marked.find(_PERSON, position + 1) >= 0:
        return None
    name = str(sentence.slots[position].value.name)
    return Speaker(name, "person") if own and name not in titled_persons(article) else None
