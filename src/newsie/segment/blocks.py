"""Readings of a document's lines → blocks: the lines of each article, adverts and teasers too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.article import ArticleKind
from newsie.segment.boundaries import Start, find_starts
from newsie.segment.furniture import is_contact, is_tool
from newsie.segment.headlines import is_public_notice
from newsie.segment.menus import is_menu_row, is_offer
from newsie.segment.reading import Reading
from newsie.segment.signs import has_common_phrase
from newsie.segment.teasers import find_listed_teasers, find_unlabelled_teasers

_FEWEST = 3  # small advertisements of a whole page of them
_NOTE = 120  # characters; a longer line tells more than whom to call
_SUMMED = re.compile(r"。|(?:…|\.{3}|[，,、])$")  # in what sums up another story
_MENU = 4  # characters of a link behind the editor's name: 要闻, 视频
_LINE = 20  # characters of a line that says something
_ENDS = "。！？!?）)】”"  # of a paragraph that no wrap cut
_STORY = 30  # characters; a shorter line below page chrome is no story's text
_ANNEX = re.compile(r"附件[\d一二三四五六七八九十]{0,2}[:：]?")
_LABEL = re.compile(r"(?!.*如下)[\u4e00-\u9fff]{2,6}[:：]$")  # 文件下载：, with nothing below
# What names below it are enclosed by: 先进集体名单（5个）
_ROSTER = re.compile(r"名单|[（(]\d+[个名家人户项件][）)]$")
# What a notice asks of its readers: 如有异议，请在公示期内以书面形式反映。
_OBJECTIONS = re.compile(r"异议|接受.{0,6}监督")
_REACHED = re.compile(
    r"(?:(?:联系|通讯|通信|办公|邮寄|受理|监督|举报|电子)?(?:地\s*址|电\s*话|方式|传\s*真|邮\s*[箱编])|联系人)\s*[:：]"
)
_CLOCK = re.compile(r"(?:\d{4}-)?\d{2}-\d{2} ?\d{2}:\d{2}")  # when another story came out
# Whose another story is, below its headline: 云山新闻客户端 2024-10-22
_OUTLET = re.compile(
    r"\S{0,10}(?:[日晚晨时周早]报|新闻|[网台社]|发布|融媒|客户端|在线)(?:\s+(?:19|20)\d{2}[-./]\d{2}[-./]\d{2})?$"
)
# A source line that names who made the story: 林晓 云山县融媒体中心 2023-03-08 07:40:19
_MADE = re.compile(
    r"(?:编辑|作者|记者|审核|通讯员)[:：\s]*[\u4e00-\u9fff]|^[\u4e00-\u9fff]{2,3}\s+[\u4e00-\u9fff]{2,}"
)
_FURNITURE = ("chrome", "contact", "masthead", "page")
# What sells, rather than tells of sales: news have job fairs, discounts and auctions too.
_CLASSIFIED = re.compile(
    r"遗失|声明作废|急聘|诚聘|急[租售转]|招商热线|招领|走失|重谢|面议|有意者|订购|清算|债权"
    r"|本(?:公司|店|厂|校|院|社|行)|欢迎.{0,8}(?:选购|惠顾|光临|垂询|咨询|报名|订购|来电|致电)"
    r"|(?:电话|热线|专线|联系人|手机|微信)(?:[:：]|\s*[\d*]{3})"
)


@dataclass(slots=True)
class Block:
    """The lines of one article."""

    kind: ArticleKind
    rule: str
    readings: list[Reading] = field(default_factory=list)

    @property
    def story(self) -> bool:
        """Whether running text that follows may belong to it."""
        return self.kind in ("news", "continuation")

    @property
    def signed(self) -> bool:
        """Whether a picture's text has ended: its photographer is named, or none is to come."""
        return self.rule != "article/picture" or any(
            reading.credit is not None for reading in self.readings
        )


def cut_blocks(readings: Sequence[Reading], title: str | None) -> list[Block]:
    """Cut the lines of a document into blocks, in reading order.

    Args:
        readings: the lines that are not blank.
        title: the document's title from metadata, where there is one.
    """
    if _is_classified(readings):
        return [Block("advert", "article/classified", list(readings))]
    listed = find_listed_teasers(readings)
    starts = find_starts(readings, title, listed)
    teasers = find_unlabelled_teasers(readings, starts)
    blocks: list[Block] = []
    for position, reading in enumerate(readings):
        start = starts.get(position)
        current = blocks[-1] if blocks else None
        if start:
            _start(blocks, start, reading)
        elif position in teasers and position not in listed:
            _add_teaser(blocks, reading, teasers[position])
        elif position in listed and reading.part == "turn":
            continue
        elif position in listed:
            _add_teaser(blocks, reading, "")
        elif reading.part == "more":
            continue
        elif reading.part == "next":
            blocks.append(Block("teaser", "article/next", [reading]))
        elif reading.part == "advert":
            _add_advert(blocks, reading, "article/advert")
        elif (
            current
            and current.kind == "advert"
            and _stays_advert(current, reading)
            and not _resumes(blocks, reading)
        ):
            current.readings.append(reading)
        elif reading.part == "teaser":
            blocks.append(Block("teaser", "article/teaser", [reading]))
        elif _is_after_story(readings, position, starts, current):
            _add_advert(blocks, reading, "article/chrome")
        else:
            _add_text(blocks, reading)
    return _part_edges(blocks)


def _part_edges(blocks: list[Block]) -> list[Block]:
    """Part from stories what stands above their headlines, and contacts and tools behind them."""
    parted: list[Block] = []
    for block in blocks:
        if block.kind == "advert" and parted and parted[-1].rule == "article/edge":
            block.readings[:0] = parted.pop().readings
        first, last = _edges(block) if block.story else (0, len(block.readings))
        if first and parted and parted[-1].kind == "advert":
            parted[-1].readings += block.readings[:first]
        elif first:
            parted.append(Block("advert", "article/chrome", block.readings[:first]))
        parted.append(Block(block.kind, block.rule, block.readings[first:last]))
        if last < len(block.readings):
            parted.append(Block("advert", "article/edge", block.readings[last:]))
    for block in parted:
        if block.rule == "article/edge":
            block.rule = "article/chrome"
    # A story that goes on behind a picture ends behind it, and so does its edge.
    return sorted(parted, key=lambda block: block.readings[0].line.start)


def _edges(story: Block) -> tuple[int, int]:
    """Where a story's own lines start and end among those of its block."""
    readings = story.readings
    first, last = 0, len(readings)
    while last > 1 and _is_no_end(readings[last - 1], readings[last - 2]):
        last -= 1
    named = any(_ROSTER.search(reading.text) for reading in readings[max(0, last - 2) : last])
    if named and all(r.part == "heading" and not is_contact(r.text) for r in readings[last:]):
        last = len(readings)
    sources = [_is_source(reading) for reading in readings]
    above = sources.index(False) if False in sources else 0
    if readings[above].part == "heading":
        first = above
    return (first, last) if first < last else (0, last)


def _is_source(reading: Reading) -> bool:
    """Whether a line says where and when a page came out, and nothing of its story."""
    if reading.part == "credit" and reading.credit:
        return reading.credit.keyed and not reading.credit.people
    return reading.part == "source" and not reading.dateline and not _MADE.search(reading.text)


def _is_no_end(reading: Reading, above: Reading) -> bool:
    whole = not above.prose or above.text[-1] in _ENDS
    if reading.part == "heading" and len(reading.text) <= _MENU and not above.prose:
        return above.part in ("credit", "source") or len(above.text) <= _MENU
    if reading.part == "text" and _LABEL.match(reading.text):
        return True
    contact = whole and len(reading.text) <= _NOTE and is_contact(reading.text)
    return contact or (reading.part == "source" and is_tool(reading.text))


def _start(blocks: list[Block], start: Start, reading: Reading) -> None:
    if start.kind == "advert" and blocks and blocks[-1].kind == "advert":
        blocks[-1].readings.append(reading)  # advertisements side by side are one
        if blocks[-1].rule == "article/chrome":
            blocks[-1].rule = start.rule
    else:
        blocks.append(Block(start.kind, start.rule, [reading]))


def _stays_advert(advert: Block, reading: Reading) -> bool:
    """Whether a line goes on with an advert: below page chrome running text does not."""
    told = reading.part == "opening" or (reading.part == "text" and "。" in reading.text[:-1])
    return advert.rule != "article/chrome" or not (told and len(reading.text) >= _STORY)


def _resumes(blocks: Sequence[Block], reading: Reading) -> bool:
    """Whether a story goes on below 广告, the place of an advertisement on its page."""
    told = reading.part == "text" and len(reading.text) >= _STORY and reading.text[-1] in "。”"
    empty = blocks[-1].rule == "article/advert" and len(blocks[-1].readings) == 1
    if not told or not empty or len(blocks) < 2 or not blocks[-2].story:
        return False
    story = "".join(r.text for r in blocks[-2].readings if r.prose or r.part == "heading")
    return has_common_phrase(reading.text, story) and _CLASSIFIED.search(reading.text) is None


def _add_teaser(blocks: list[Block], reading: Reading, rule: str) -> None:
    """Add a line below a label such as 往期推荐: another headline, or the summary of the last."""
    last = blocks[-1] if blocks and blocks[-1].kind == "teaser" else None
    if rule == "drop" or reading.part == "page" or _CLOCK.match(reading.text):
        return
    if is_menu_row(reading.text) or is_offer(reading.text):
        return _add_advert(blocks, reading, "article/chrome")
    if reading.part == "source" and is_tool(reading.text):
        return _add_advert(blocks, reading, "article/chrome")
    outlet = _OUTLET.match(reading.text) or _is_account(blocks, reading.text)
    if blocks and blocks[-1].kind == "teaser" and outlet:
        return
    summary = rule == "article/tail" or _SUMMED.search(reading.text) is not None
    if reading.part in ("text", "opening") and summary and last and len(last.readings) == 1:
        last.readings.append(reading)
        return
    blocks.append(Block("teaser", rule or "article/teaser", [reading]))


def _is_account(blocks: Sequence[Block], text: str) -> bool:
    """Whether a line names the account that the story's source line names too."""
    sources = [r for block in blocks if block.story for r in block.readings if r.part == "source"]
    return any(text in source.text.split() for source in sources)


def _add_advert(blocks: list[Block], reading: Reading, rule: str) -> None:
    if blocks and blocks[-1].kind == "advert":
        blocks[-1].readings.append(reading)
    else:
        blocks.append(Block("advert", rule, [reading]))


def _add_text(blocks: list[Block], reading: Reading) -> None:
    """Add a line to the article that is open, or to the story before a picture or an advert."""
    last = blocks[-1] if blocks else None
    if last and (
        last.story
        or (not reading.prose and last.kind != "teaser")
        or (last.kind == "caption" and (reading.part == "caption" or not last.signed))
    ):
        last.readings.append(reading)
        return
    if last and last.kind == "teaser" and not reading.prose:
        return _add_advert(blocks, reading, "article/chrome")
    stories = [block for block in blocks[-3:] if block.story]
    if stories and last and last.kind != "teaser" and reading.part != "caption":
        stories[-1].readings.append(reading)
        return
    blocks.append(Block("news", "article/untitled", [reading]))


def _is_after_story(
    readings: Sequence[Reading], position: int, starts: dict[int, Start], current: Block | None
) -> bool:
    """Whether a piece of furniture stands where no running text of its story follows."""
    reading = readings[position]
    if current is not None and _is_asked(reading.text) and _is_notice(current):
        return False  # whom to ask about it
    digest = current is not None and current.rule in ("article/item", "article/brief")
    closing = digest and reading.part == "credit" and reading.text[0] in "（(【[〔责编一二三综"
    if reading.part not in _FURNITURE and not closing:
        return False
    if _is_annex(readings, position):
        return False
    if reading.part == "page":
        return False
    if current is not None and current.kind == "teaser":
        return True
    if current is not None and current.story and _tops(current, readings[position + 1 :]):
        return False
    for later in range(position + 1, len(readings)):
        if later in starts or readings[later].part in ("more", "advert", "next"):
            return True
        if readings[later].prose and "。" in readings[later].text:
            return False
    return True


def _tops(story: Block, below: Sequence[Reading]) -> bool:
    """Whether a prompt stands between a title and what it is of, a list without a sentence."""
    untold = all(reading.part in ("heading", "chrome") for reading in story.readings)
    return untold and len([r for r in below if r.part in ("heading", "text")]) >= _FEWEST


def _is_asked(text: str) -> bool:
    """Whether a line says how to reach whom to ask: by its number, or by its key."""
    return is_contact(text) or _REACHED.match(text) is not None


def _is_annex(readings: Sequence[Reading], position: int) -> bool:
    """Whether 附件 stands above what a document encloses, rather than above files to load."""
    if not _ANNEX.fullmatch(readings[position].text) or position + 1 == len(readings):
        return False
    return readings[position + 1].part == "heading"


def _is_notice(block: Block) -> bool:
    return any(
        (reading.part == "heading" and is_public_notice(reading.text))
        or ("公示" in reading.text and _OBJECTIONS.search(reading.text) is not None)
        for reading in block.readings
    )


def _is_classified(readings: Sequence[Reading]) -> bool:
    """Whether a whole page is small advertisements: most of its longer lines sell something."""
    if any(reading.part in ("opening", "continuation") for reading in readings):
        return False
    if any(reading.part == "heading" and is_public_notice(reading.text) for reading in readings):
        return False
    lines = [reading for reading in readings if len(reading.text) >= _LINE]
    if len(lines) < _FEWEST:
        return False
    telling = 0
    for reading in lines:
        if reading.part != "contact" and _CLASSIFIED.search(reading.text) is None:
            telling += 1
            if 2 * telling >= len(lines):
                return False
    return len(lines) - telling >= _FEWEST
