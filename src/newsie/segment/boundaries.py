"""Readings of a document's lines → where its stories start, by what stands above their text."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from newsie.article import ArticleKind
from newsie.segment.digests import find_briefs, find_items, is_dated_above
from newsie.segment.furniture import is_greeting, is_picture_label
from newsie.segment.headlines import (
    has_event,
    is_author,
    is_box,
    is_bracketed,
    is_column,
    is_event_headline,
    is_note,
    is_notice,
    is_numbered,
    is_public_notice,
    is_scene,
    is_small_advert,
)
from newsie.segment.lead import BELOW_LABELS, skip_lead
from newsie.segment.pictures import (
    is_album,
    is_caption,
    is_followed,
    is_own,
    is_own_picture,
    is_pictured,
    is_second_shot,
    is_shot_by,
    is_shown_above,
)
from newsie.segment.printed_page import is_printed
from newsie.segment.reading import Reading

_HEADINGS = 4  # the most lines that stand above a story
_ENDED = tuple("。！？!?…”’」』）)】：:")
_ABOVE = ("heading", "credit", "source", "marker")
_SKIPPED = ("source", "turn", "page")
_NEXT = re.compile(r"图[②-⑳]|[（(]?图\s?[2-9二三四五六]")
_ROW = re.compile(r"\S\s{2,}\S.*\S\s{2,}\S|\t")  # of a table or a list in columns
_FORMAL = re.compile(r"(?:启事|声明|公告|招领|简章)\W?$")  # what no news are headed by
_COMMENT = re.compile(r"\W?(?:[短快微时锐]评|编后语?|社论|本报评论|评论员文章)\W?")
# What readers are told of an event: when, where, how to take part
_TOLD_TO_COME = re.compile(
    r"(?:活动|报名|集合|举办|开放|演出|考试|面试|公示|办理|咨询|举报|联系)?(?:时间|地点|地址|电话|方式|对象)[:：]"
)
_CENTRED = 2  # blanks that a centred headline has more than the text below it
_LETTER = re.compile(
    r"(?:尊敬的)?(?:编辑|编辑部|记者)(?:同志|老师|先生)?(?:您好|你好)?[：:]|读者来信"
)
_HEADLINE = 8  # characters; a section's heading is shorter than a headline as a rule
_SUMMARY = re.compile(r"[【\[]?(?:内容提要|内容摘要|摘要|导读|提要|核心提示)[】\]:：]")
_COMMA = re.compile(r"[，,、]")
# The rest of a sentence that a column break cut, rather than 近日，… or 3月3日，…
_CUT = re.compile(
    r"(?![近日昨今去前当上本同此随其如目据截在至][\w]{0,2}[，,])[^\W\d]{0,3}[，,。；;、）)]"
)
_DATE = re.compile(r"(?:19|20|二〇|二○)\w{2}\s*年\s*\w{1,3}\s*月\s*\w{1,3}\s*日$")
# Whose a headline is that tells no event: 柳湾镇“三会一课”提质增效
_PLACED = re.compile(r"[\u4e00-\u9fff]{2,4}(?:街道|[镇乡县区市村局])(?![：:，])")
_OF_LATE = ("今年以来", "去年以来", "近年来", "今年")  # how a place's story opens
_SHORT = 10  # characters; a shorter line below a bracketed one is an item, not a headline


@dataclass(frozen=True, slots=True)
class Start:
    """A line where an article starts, what it is, and the rule that says so."""

    kind: ArticleKind
    rule: str


def find_starts(
    readings: Sequence[Reading], title: str | None, listed: Set[int]
) -> dict[int, Start]:
    """Find the lines where stories, captions and continuations start.

    Args:
        readings: the lines that are not blank.
        listed: the lines that are teasers below a label.
        title: the document's title from metadata, where there is one.
    """
    starts: dict[int, Start] = {}
    lead = skip_lead(readings, listed)
    if lead and readings[0].part not in BELOW_LABELS and 0 not in listed:
        starts[0] = Start("advert", "article/chrome")
    items = find_items(readings, lead, title)
    briefs = find_briefs(readings) if not items else {}
    printed = is_printed(readings)
    told = lead  # the line after the last running text
    opened: Start | None = None
    spoken = False  # whether the story that is open has ended a sentence
    for position in range(lead, items[0] if items else len(readings)):
        if position in listed:
            told = position + 1
        if opened and spoken and printed and _is_signed_title(readings, position):
            starts[position] = opened = Start("news", "article/headline")
            told = position + 2
        if position in listed or not readings[position].prose:
            continue
        if opened is None and (
            is_own_picture(readings, lead, position, printed) or _is_summary(readings, position)
        ):
            continue
        first = _heading_block(readings, position, told)
        if position in briefs:
            found: tuple[int, Start] | None = briefs[position], Start("news", "article/brief")
            spoken = True
        elif opened is None:
            found = _judge_first(readings, lead, position, printed)
        elif _is_next_picture(readings, position, starts) or (
            opened.kind == "caption"
            and first == position
            and is_shot_by(readings[position - 1])
            and is_pictured(readings, position)
        ):
            found = position, Start("caption", "article/caption")
        elif opened.rule == "article/picture" and readings[position].part == "caption":
            kept = first == position and not _is_closed(readings, position, printed)
            found = None if kept else _judge(readings, first, position, printed)
        else:
            found = _judge(readings, first, position, printed)
        if found and opened and opened.rule == "article/headline" and not spoken:
            found = None  # all that stood below the headline were subtitles
        if found and found[1].rule == "article/dateline" and _is_led(readings, starts, position):
            found = None
        if found:
            starts[found[0]] = opened = found[1]
            spoken = False
        spoken = spoken or readings[position].text.endswith(_ENDED) or readings[position].signed
        told = position + 1
    if items:
        first = lead if opened is None else items[0]
        if any(lead < position < items[0] for position in listed):  # below a list of them all
            starts[lead] = Start("advert", "article/chrome")
            first = items[0]
        _add_items(readings, items, starts, first)
    elif lead < len(readings) and opened is None and readings[lead].part == "heading":
        starts[lead] = Start("news", "article/headline")
    return starts


def _is_next_picture(readings: Sequence[Reading], position: int, starts: dict[int, Start]) -> bool:
    """Whether another picture's text stands right below one, above all stories."""
    above = starts.get(position - 1)
    captions = all(start.kind in ("caption", "advert") for start in starts.values())
    below = above is not None and above.rule == "article/caption"
    return below and captions and is_second_shot(readings, position)


def _add_items(
    readings: Sequence[Reading], items: list[int], starts: dict[int, Start], first: int
) -> None:
    """Start an article at each item of a digest; at the first one, where its name stands."""
    if any(is_greeting(reading.text) for reading in readings[first : items[0]]):
        _greet(readings, starts, first)
        first = items[0]
    elif is_dated_above(readings, first, items[0]):
        starts[first] = Start("advert", "article/chrome")
        first = items[0]
    for item in items:
        rule = "article/brief" if readings[item].prose else "article/item"
        starts[first if item == items[0] else item] = Start("news", rule)


def _greet(readings: Sequence[Reading], starts: dict[int, Start], first: int) -> None:
    """Start what stands above a digest that greets its readers: its headline tells of one item."""
    headline = not is_greeting(readings[first].text)
    if headline:
        starts[first] = Start("teaser", "article/teaser")
    starts[first + headline] = Start("advert", "article/chrome")


def _heading_block(readings: Sequence[Reading], position: int, told: int) -> int:
    """The first of the headings that stand right above a line; its own position without any."""
    first = position
    headings = 0
    for above in range(position - 1, told - 1, -1):
        reading = readings[above]
        if headings and _is_dated(reading):
            break  # the date below a signature
        if reading.part not in _ABOVE or _closes(reading) or _ROW.search(reading.text):
            break
        asked = reading.part == "heading" and _TOLD_TO_COME.match(reading.text)
        if asked and readings[position].part == "opening":
            break
        if reading.part == "heading":
            headings += 1
            signature = reading.line.gap == 0 < readings[above + 1].line.gap
            if headings > _HEADINGS or (signature and headings > 1):
                break
            first = above
        elif reading.part == "marker":
            first = above
    return first


def _closes(reading: Reading) -> bool:
    """Whether a credit ends the story above it, rather than opening the one below."""
    if reading.part != "credit" or reading.credit is None:
        return False
    roles = {person.role for person in reading.credit.people}
    return reading.text[0] in "（([〔" or roles <= {"editor", "photographer"}


def _judge_first(
    readings: Sequence[Reading], lead: int, position: int, printed: bool
) -> tuple[int, Start] | None:
    """What the first running text of a document starts."""
    reading = readings[position]
    headed = any(above.part == "heading" for above in readings[lead:position])
    if reading.part == "continuation":
        return lead, Start("continuation", "article/continuation")
    if reading.part == "caption" and (not headed or not is_followed(readings, position)):
        return lead, Start("caption", "article/caption")
    if headed and printed and is_pictured(readings, position):
        return lead, Start("caption", "article/picture")
    if headed:
        return lead, _headed_start(readings, lead, position)
    if reading.part == "text" and (is_pictured(readings, position) or is_album(readings, position)):
        return lead, Start("caption", "article/picture")
    if not printed and is_shown_above(readings, lead, position):
        return lead, Start("caption", "article/caption")
    return lead, Start("news", "article/dateline" if reading.dateline else "article/untitled")


def _judge(
    readings: Sequence[Reading], first: int, position: int, printed: bool
) -> tuple[int, Start] | None:
    """What starts at a line of running text, or at the headings above it; None for nothing."""
    reading = readings[position]
    headed = first < position
    if reading.part == "continuation":
        return first, Start("continuation", "article/continuation")
    if reading.part == "opening":
        above = [above.text for above in readings[first:position] if above.part == "heading"]
        if reading.dateline and reading.dateline.another and not any(map(has_event, above)):
            headed, first = False, position
        return first, Start("news", "article/headline" if headed else "article/dateline")
    if is_caption(readings, first, position) and (printed or not is_own(readings, first, position)):
        if not headed and readings[position - 1].part == "caption" and _NEXT.match(reading.text):
            return None
        signed_below = headed and reading.part != "caption"
        return first, Start("caption", "article/picture" if signed_below else "article/caption")
    if headed and printed and is_pictured(readings, position):
        return first, Start("caption", "article/picture")
    if headed and _is_boundary(readings, first, position, printed):
        return first, _headed_start(readings, first, position)
    return None


def _headed_start(readings: Sequence[Reading], first: int, position: int) -> Start:
    """What headings start: a story, a picture's text, or a small advertisement."""
    titles = [reading.text for reading in readings[first:position] if reading.part == "heading"]
    if is_small_advert(titles[-1]) and not _tells_news(readings[position], titles[-1]):
        return Start("advert", "article/classified")
    told = readings[position].part == "opening"
    if is_picture_label(titles[-1]) and is_column(titles[-1]) and not told:
        return Start("caption", "article/picture")
    return Start("news", "article/headline")


def _tells_news(reading: Reading, title: str) -> bool:
    """Whether a story stands below a title that small advertisements have too (县医院公开招聘)."""
    if reading.part == "opening":
        return True
    told = reading.timed or reading.text.startswith(_OF_LATE)
    return told and (has_event(title) or _FORMAL.search(title) is None)


def _is_summary(readings: Sequence[Reading], position: int) -> bool:
    """Whether a summary stands above the dateline that a story opens with (内容提要：…)."""
    below = position + 1
    if below == len(readings) or readings[below].part != "opening":
        return False
    return _SUMMARY.match(readings[position].text) is not None


def _is_led(readings: Sequence[Reading], starts: dict[int, Start], position: int) -> bool:
    """Whether a dateline stands below the paragraph that leads into a page's only story."""
    begun = [start for start, told in starts.items() if told.kind == "news"]
    if len(begun) != 1:
        return False
    above = [i for i in range(begun[0], position) if readings[i].prose]
    if starts[begun[0]].rule != "article/headline":
        summed = readings[begun[0]].part == "marker" or is_note(readings[above[0]].text)
        return len(above) == 1 and summed
    openings = sum(reading.part == "opening" for reading in readings)
    texts = [i for i in above if readings[i].part != "caption"]
    alone = len(texts) == 1 and above[-1] == position - 1 and not readings[texts[0]].signed
    return alone and openings == 1 and not is_scene(readings[begun[0]].text)


def _is_boundary(readings: Sequence[Reading], first: int, position: int, printed: bool) -> bool:
    """Whether headings are those of a new story, rather than of a section of the one above."""
    above = readings[first:position]
    text = readings[position].text
    if is_numbered(above[0].text) or (len(above) == 1 and is_box(above[0].text)):
        return False
    if any(reading.part in ("credit", "source") for reading in above[1:]):
        return True
    if is_note(text) or _is_closed(readings, first, printed) or _LETTER.match(text):
        return True
    titles = [reading.text for reading in above if reading.part == "heading"]
    if len(titles) > 1 and _COMMENT.fullmatch(titles[0]):
        return True
    if is_bracketed(titles[0]) and len(titles) > 1 and len(titles[1]) >= _SHORT:
        return True
    ended = readings[first - 1].text.endswith(_ENDED) or _is_dated(readings[first - 1])
    if is_public_notice(titles[0]) and _is_dated(readings[first - 1]):
        return True
    if is_notice(titles[0]) and (ended or readings[first].line.gap):
        return True
    dated = readings[position].timed
    headed = any(is_event_headline(title) or (dated and has_event(title)) for title in titles)
    headed = headed or (len(titles) > 1 and is_column(titles[0]))
    headed = headed or _is_centred(readings, first, position)
    headed = headed or _is_set_off(readings, first, titles[0])
    headed = headed or (len(titles[-1]) >= _HEADLINE and dated)
    headed = headed or (_PLACED.match(titles[-1]) is not None and text.startswith(_OF_LATE))
    headed = headed or (len(titles[-1]) > _SHORT and _is_signed_below(readings, position))
    apart = dated and readings[first].line.gap > 0
    whole = apart or not (any(_COMMA.search(title) for title in titles) or _CUT.match(text))
    told = "。" in text or (dated and _wraps(readings, position))
    return printed and ended and headed and whole and told


def _wraps(readings: Sequence[Reading], position: int) -> bool:
    """Whether a wrap cut a sentence that ends on the next line."""
    below = readings[position + 1 : position + 2]
    return bool(below) and below[0].line.gap == 0 and below[0].prose and "。" in below[0].text


def _is_dated(reading: Reading) -> bool:
    """Whether a line is the date below a signature."""
    return reading.part == "source" and _DATE.match(reading.text) is not None


def _is_centred(readings: Sequence[Reading], first: int, position: int) -> bool:
    """Whether headings without a blank line around them are centred, as those of stories are."""
    indent = readings[first].line.indent - readings[position].line.indent
    return indent >= _CENTRED and readings[position].line.gap == readings[first].line.gap == 0


def _is_set_off(readings: Sequence[Reading], first: int, title: str) -> bool:
    """Whether a headline that names a place stands between blank lines, and paragraphs do not."""
    if len(title) < _SHORT or not readings[first].line.gap or not _PLACED.match(title):
        return False
    above, last = readings[first - 1], readings[first - 2]
    return above.part == last.part == "text" and above.line.gap == 0


def _is_signed_title(readings: Sequence[Reading], position: int) -> bool:
    """Whether a line and the one below are a poem's title and its author, set apart from others.

    春雨（外一首）
    □ 林 间
    """
    if position + 2 >= len(readings) or readings[position].part != "heading":
        return False
    author, below = readings[position + 1], readings[position + 2]
    credit = author.credit if author.part == "credit" else None
    if credit is None and not (
        is_author(author.text) and " " in author.text.replace("\u3000", " ")
    ):
        return False
    apart = readings[position].line.gap > author.line.gap
    bulleted = credit is None or author.text[0] in "□■◇◆○◎●"
    return apart and bulleted and below.part == "heading"


def _is_signed_below(readings: Sequence[Reading], position: int) -> bool:
    """Whether the paragraph at a line, and no later one, ends with a byline of its own."""
    below = position + 1
    ends = below == len(readings) or readings[below].part == "heading"
    return readings[position].signed and ends


def _is_closed(readings: Sequence[Reading], position: int, printed: bool) -> bool:
    """Whether a byline ended the story above a line, rather than a picture's text on a site."""
    for above in range(position - 1, -1, -1):
        reading = readings[above]
        if reading.part not in _SKIPPED:
            shown = reading.part == "caption" and not printed
            shown = shown or (not printed and is_shot_by(reading))
            return (reading.signed or reading.part == "credit") and not shown
    return False
