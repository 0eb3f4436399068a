"""The words before or behind a verb of honouring in, the recipients that they name out.

Forms that are taken:
    海州医疗、城东恒旭等16家企业      two names and a total
    13个集体和3人                     two counted groups
    燎原学校教师戴小月、校长何叶      the persons, without their posts
    《竹里》、“秸秆变糖”项目          works
    另有86名乡村教师                  a counted group
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsie.article import MENTION_MARKS, Article, Mention, Sentence
from newsie.gazetteers import load_gazetteer
from newsie.values import Quantity

RecipientKind = Literal["organization", "individual", "work"]

_PERSON = MENTION_MARKS["person"]
_POST = MENTION_MARKS["post"]
_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]
_DATE = MENTION_MARKS["date"]

# What stands before the first recipient of a clause and is none of it.
_LEAD_IN = re.compile(
    rf"(?:(?:又讯|会上|会议上|大会上|当天|当日|现场|活动中|活动现场|期间|会议期间|论坛现场|仪式上|其中|此外|另外|另有|还有|以及|"
    rf"同时|此前|至此|近日|日前|最终|最后|目前|来自|包括|经[^，]{{0,20}}?评审|经过[^，]{{0,20}}|截至目前|"
    rf"本次|今年以来|{_DATE}|向|给|为|对|由|在[^，]{{0,30}}?(?:上|中|里)|[由经]?[^，]{{0,12}}?选送的)[，：:]?)+"
)
# What stands between the last recipient and the verb.
_ADVERBS = re.compile(
    r"(?:(?:并列第.{1,3}|位列.{1,8}|排名.{1,8}|名列.{1,8}|还|也|又|均|都|双双|分别|先后|成功|首次|一举|光荣|并|被|已|再次|再度|共|全部|同时|曾|曾经|连续|多次|"
    r"率先|顺利|接连|陆续|一并|最终|则|才|便|就|刚刚|今年|去年|喜|荣|不仅|近日|日前|此前|当场|"
    r"连续第?[0-9一二三四五六七八九十两]+[年次届]|第[0-9一二三四五六七八九十]+次|以[^，]{0,20}?的?成绩|凭借[^，]{0,30}"
    rf"|从[^，]{{0,30}}?中?脱颖而出|在[^，]{{0,30}}?[上中里]|{_DATE}))+$"
)
_BRACKETS = re.compile(r"（[^（）]*）")
_SEPARATOR = re.compile(r"、|；|/|(?:以?及|和|与)(?=[《“0-9" + _PERSON + _POST + _QUANTITY + _ORGANISATION + "])")
_TOTAL = re.compile(rf"等(?:共|共计|全[市县区省国镇])?(?:{_QUANTITY}|[0-9]+[家个名位人项件]?)?(?:.{{0,16}})?$")
_WORK = re.compile(r"《([^》]+)》|“([^”]+)”")

# 另有86名乡村教师: a count and its noun, and nothing else.
_GROUP = re.compile(rf"[^{_QUANTITY}，]{{0,8}}{_QUANTITY}(?P<noun>[^{_QUANTITY}，的均等为]{{0,14}})")
# 甲以2分之差, 乙在决赛中: how and where the honour was won.
_HOW = re.compile(r"(?<=.)(?:以(?=[0-9总高优绝第])|以" + _QUANTITY + r"|凭借|凭着?|在(?!校)|从(?!事)|直落)")
_DOER = re.compile(
    r".*(?:选手|老将|小将|名将|运动员|队员|演员|歌手|导演|主演|编剧|师|工|员|农民|村民|居民|同学|老师|学生|青年|艺人|"
    r"妻子|丈夫|女儿|儿子|母亲|父亲|僧人|教长|护士|医生|民警|党员|干部|战士|司机|作家|画家|家|兵|的|人|长|者)"
)
_VERBAL = re.compile(r"[了着]|通过|实现|成为|达到|战胜|按照|组织开展|提升|下降到|[是有]|^[在从以被把将]")
_OPENERS = "“《（" + "".join(MENTION_MARKS.values())
# A line of a list: short, without a verb's punctuation, and no heading.
_LISTED = re.compile(r"^(?!【|[一二三四五六七八九十]+、|“)[^，。；：！？]{1,60}$")
_MOST_LINES = 200

_PEOPLE_UNITS = frozenset("名位人对")
_COUNTERS = frozenset(
    ("个", "家", "名", "位", "人", "所", "项", "件", "首", "部", "篇", "幅", "支", "对", "户", "座", "处")
)
_WORK_UNITS = frozenset("项件首部篇幅台支")
_ANAPHOR = re.compile(r"(?:该|本|我|这家|此)?(?:公司|企业|集团|厂|校|院|村|社区|镇|街道|局)")
_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|公司|集团|厂|企业)$")
_PEOPLE_NOUN = re.compile(r"(?:人|个人|职工|教师|学生|选手|运动员|同志|青年|干部|党员|模范|标兵|工匠|家属|医生|护士|群众)$")
_GROUP_NOUN = re.compile(
    r"(?:集体|单位|企业|公司|学校|村|镇|乡|街道|社区|家庭|庭院|组织|机构|支部|团队|队|户|区|县|市|部门|基地|中心|园|院|所|站)$"
)
_WORK_NOUN = re.compile(r"(?:作品|项目|成果|案例|提案|产品|影片|歌曲|论文|节目)$")


@dataclass(frozen=True, slots=True)
class Found:
    """One recipient: a name, or a count of unnamed ones."""

    name: str | None
    count: int | None
    kind: RecipientKind | None


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those who receive one honour, and the total that the text states."""

    items: tuple[Found, ...]
    total: int | None

    def __bool__(self) -> bool:
        return bool(self.items) or self.total is not None

    @property
    def count(self) -> int | None:
        """The stated total, else what the recipients add up to, else None."""
        if self.total is not None:
            return self.total
        return sum(item.count or 1 for item in self.items) or None


NOBODY = Recipients((), None)


class Region:
    """A stretch of a marked sentence, with the mentions that its marks stand for."""

    def __init__(self, article: Article, sentence: Sentence, start: int, end: int) -> None:
        self.article = article
        self.sentence = sentence
        self.start = start
        self.end = end

    @property
    def marked(self) -> str:
        return self.sentence.marked[self.start : self.end]

    def part(self, start: int, end: int) -> Region:
        """The stretch from start to end, counted from this region's start."""
        return Region(self.article, self.sentence, self.start + start, self.start + end)

    @property
    def literal(self) -> str:
        """The stretch as printed."""
        assert self.article.passage is not None
        bounds = self.sentence.bounds
        return self.article.passage.literal(bounds[self.start], bounds[self.end])

    @property
    def canonical(self) -> str:
        """The stretch in canonical characters, mentions spelt out."""
        sentence, bounds = self.sentence, self.sentence.bounds
        return sentence.text[bounds[self.start] - sentence.start : bounds[self.end] - sentence.start]

    def mentions(self) -> list[Mention]:
        """The mentions that are marked in the stretch."""
        slots = self.sentence.slots
        return [slots[i] for i in range(self.start, self.end) if i in slots]


def read_recipients(region: Region, hint: RecipientKind | None) -> Recipients:
    """Read a list of recipients.

    Args:
        region: the words that hold them and little else.
        hint: what the honour is given to by its name, where that says so.
    """
    region = _strip(region)
    total = None
    if found := _TOTAL.search(region.marked):
        total, tail_kind = _read_total(region.part(found.start(), found.end()))
        hint = hint or tail_kind
        region = region.part(0, found.start())
    items: list[Found] = []
    for item in _split(region):
        items.extend(_read_item(item, hint))
    unique = tuple(dict.fromkeys(items))
    return Recipients(unique, total)


def region_of(article: Article, sentence: Sentence, start: int, end: int) -> Region:
    """The region of a passage span; both ends must be ends of marks."""
    bounds = sentence.bounds
    return Region(article, sentence, bisect_left(bounds, start), bisect_left(bounds, end))


def clause_before(sentence: Sentence, offset: int) -> int:
    """Where the clause that a passage offset stands in begins: behind the last ；or ：."""
    text = sentence.text[: offset - sentence.start]
    return sentence.start + max(text.rfind("；"), text.rfind("：")) + 1


def read_subject(region: Region, hint: RecipientKind | None) -> Recipients:
    """The recipients that stand before a verb: in the last part of the clause that names any."""
    pieces = list(_pieces(region))
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        start = piece.start
        # 旅美乡亲甲，商会会长乙获授予…: a list whose separator is a comma.
        while i and pieces[i - 1].marked[-1:] in (_PERSON, "》", "”"):
            i -= 1
            start = pieces[i].start
        whole = Region(region.article, region.sentence, start, piece.end)
        found = read_recipients(whole, hint)
        if found.items and (_names_somebody(whole) or _are_people(found)):
            return found
        leading = _strip(piece).mentions()[:1]
        if leading and leading[0].kind in ("organisation", "person"):
            return Recipients(tuple(_read_item(_only(piece, leading[0]), hint)), None)
    return NOBODY


def read_lines(article: Article, index: int, hint: RecipientKind | None) -> Recipients:
    """The recipients listed in short lines from a sentence on, up to a line that is none."""
    items: list[Found] = []
    for sentence in article.sentences[index : index + _MOST_LINES]:
        if not _LISTED.match(sentence.marked):
            break
        region = Region(article, sentence, 0, len(sentence.marked))
        items.extend(item for part in _columns(region) for item in read_recipients(part, hint).items)
    return Recipients(tuple(dict.fromkeys(items)), None)


def _columns(region: Region) -> Iterable[Region]:
    """What a line lists: the items between blanks; a person's line holds that person alone."""
    persons = [i for i, character in enumerate(region.marked) if character == _PERSON]
    if persons:
        return [region.part(i, i + 1) for i in persons]
    cuts = [found.span() for found in re.finditer(r"[^ ]+", region.marked)]
    return [region.part(start, end) for start, end in cuts]


def read_subject_of_article(
    article: Article, offset: int, hint: RecipientKind | None
) -> Recipients:
    """Whom the article spoke of last before a passage offset: a person or an organisation."""
    kind = "person" if hint == "individual" else "organisation"
    for sentence in reversed(article.sentences):
        if sentence.start > offset:
            continue
        for mention in reversed(sentence.mentions_of(kind)):
            if mention.end <= offset:
                return Recipients((_named(article, mention),), None)
    return NOBODY


def _named(article: Article, mention: Mention) -> Found:
    if mention.kind == "person":
        return Found(mention.value.name, None, "individual")
    assert article.passage is not None
    return Found(article.passage.literal(mention.start, mention.end), None, "organization")


def _only(piece: Region, mention: Mention) -> Region:
    bounds = piece.sentence.bounds
    return Region(
        piece.article,
        piece.sentence,
        bisect_left(bounds, mention.start),
        bisect_left(bounds, mention.end),
    )


def _pieces(region: Region) -> Iterable[Region]:
    """The parts of a region between commas, quotes whole."""
    depth = start = 0
    for i, character in enumerate(region.marked):
        depth += (character in "“《（") - (character in "”》）")
        if depth <= 0 and character == "，":
            yield region.part(start, i)
            start = i + 1
    yield region.part(start, len(region.marked))


def _are_people(found: Recipients) -> bool:
    return all(item.kind == "individual" for item in found.items)


def _names_somebody(region: Region) -> bool:
    marked = _strip(region).marked
    return bool(
        any(m.kind in ("person", "organisation", "quantity") for m in region.mentions())
        or _GROUP_NOUN.search(_TOTAL.sub("", marked))
        or _TOTAL.search(marked)
        or _WORK.search(marked)
        or (any(m.kind == "place" for m in region.mentions()) and len(marked) < 12)
    )


def _strip(region: Region) -> Region:
    marked = region.marked
    start = 0
    while start < len(marked) and not marked[start].isalnum() and marked[start] not in _OPENERS:
        start += 1
    if found := _LEAD_IN.match(marked, start):
        start = found.end()
    end = len(marked)
    if found := _ADVERBS.search(marked, start):
        end = found.start()
    while start < end and marked[start] in " ，、：":
        start += 1
    while end > start and marked[end - 1] in " ，、的":
        end -= 1
    return region.part(start, end)


def _split(region: Region) -> Iterable[Region]:
    marked = region.marked
    position = 0
    depth = 0
    cuts = []
    separators = {found.start(): found.end() for found in _SEPARATOR.finditer(marked)}
    for i, character in enumerate(marked):
        depth += (character in "“《（") - (character in "”》）")
        if depth == 0 and i in separators:
            cuts.append((position, i))
            position = separators[i]
    cuts.append((position, len(marked)))
    for start, end in cuts:
        if end > start:
            yield region.part(start, end)


def _read_total(region: Region) -> tuple[int | None, RecipientKind | None]:
    for mention in region.mentions():
        if mention.kind == "quantity" and isinstance(mention.value.value, int):
            return mention.value.value, group_kind(mention.value, region.marked)
    if found := re.search(r"[0-9]+", region.marked):
        return int(found[0]), _noun_kind(region.marked)
    return None, None


def _read_item(region: Region, hint: RecipientKind | None) -> list[Found]:
    region = _strip(region)
    mentions = region.mentions()
    persons = [m for m in mentions if m.kind == "person"]
    if found := _WORK.search(region.marked):
        works = [one or other for one, other in _WORK.findall(region.canonical)]
        if hint != "individual" or not persons:
            kind: RecipientKind = "work" if hint in (None, "work") else hint
            return [Found(work, None, kind) for work in works] if found else []
    if persons:
        return [Found(person.value.name, None, "individual") for person in persons]
    if (group := _GROUP.fullmatch(region.marked)) is not None:
        counted = [m for m in mentions if m.kind == "quantity"][0].value
        if _counts(counted):
            return [Found(None, int(counted.value), group_kind(counted, group["noun"]))]
    region = region.part(0, _HOW.search(region.marked).start()) if _HOW.search(region.marked) else region
    tail = _after_last_mark(region)
    if hint != "work" and (name := _person_at_end(tail)):
        return [Found(name, None, "individual")]
    if _VERBAL.search(region.marked):
        return []
    name = _spell_out(region)
    if 2 <= len(name) <= 40 and not re.search(r"[，。；：]", name):
        return [Found(name, None, hint or "organization")]
    return []


def _spell_out(region: Region) -> str:
    """A recipient's name as printed; 该公司 and 企业 are the firm named last before."""
    name = region.literal.strip()
    if not _ANAPHOR.fullmatch(name):
        return name
    offset = region.sentence.bounds[region.start]
    ending = _FIRM if name[-1] in "司业团厂" else re.compile(f"{name[-1]}$")
    for sentence in reversed(region.article.sentences):
        for mention in reversed(sentence.mentions_of("organisation")):
            if mention.end <= offset and ending.search(mention.value.name):
                return _fullest(region.article, mention.value.name)
    return name


def _fullest(article: Article, name: str) -> str:
    """The longest organisation of the article whose name holds this one's core."""
    core = _FIRM.sub("", name)
    names = [
        m.value.name
        for sentence in article.sentences
        for m in sentence.mentions_of("organisation")
        if core and core in m.value.name and _FIRM.search(m.value.name)
    ]
    return max(names, key=len, default=name)


def _person_at_end(text: str) -> str | None:
    """A name by itself, or behind a word for what the person does: 炼钢工毕小明, 老将徐家余."""
    if looks_like_name(text):
        return text
    if (found := _DOER.search(text)) and looks_like_name(text[found.end() :]):
        return text[found.end() :]
    return None


def _after_last_mark(region: Region) -> str:
    """What follows the last organisation or post of an item: 回龙中学谭小梅 → 谭小梅."""
    marked = region.marked
    cut = max(marked.rfind(_ORGANISATION), marked.rfind(_POST)) + 1
    return region.part(cut, len(marked)).literal.strip()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in load_gazetteer("surname"))


def looks_like_name(text: str) -> bool:
    """Whether a list item is shaped like a person's name: surname and one or two characters."""
    if re.fullmatch(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+", text):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) or _GROUP_NOUN.search(text):
        return False
    return (text[0] in _surnames() and len(text) <= 3) or (text[:2] in _surnames() and len(text) > 2)


def _counts(quantity: Quantity) -> bool:
    """Whether a quantity counts persons, bodies or works."""
    return (
        isinstance(quantity.value, int)
        and not quantity.rank
        and (quantity.unit or "") in _COUNTERS
    )


def group_kind(quantity: Quantity, noun: str) -> RecipientKind:
    """What a counted group is made of, by its noun, else by its measure word."""
    kind = _noun_kind(noun)
    if kind is not None:
        return kind
    if quantity.unit in _PEOPLE_UNITS:
        return "individual"
    return "work" if quantity.unit in _WORK_UNITS else "organization"


def _noun_kind(noun: str) -> RecipientKind | None:
    if _PEOPLE_NOUN.search(noun):
        return "individual"
    if _GROUP_NOUN.search(noun):
        return "organization"
    return "work" if _WORK_NOUN.search(noun) else None
