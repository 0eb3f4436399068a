"""A block of lines → an article: kicker, title, running text, byline, dateline."""

from __future__ import annotations

import re

from newsie.article import Article, Byline, Span
from newsie.segment.blocks import Block
from newsie.segment.bylines import merge_people, read_credit
from newsie.segment.furniture import is_picture_label, next_title
from newsie.segment.glued import read_brief, read_glued
from newsie.segment.headlines import (
    are_authors,
    are_sections,
    choose_title,
    dated_title,
    has_event,
    is_author,
    is_bracketed,
    is_column,
    is_note,
    is_scene,
    match_column,
    original_title,
    runs_on,
)
from newsie.segment.labels import labelled_title, match_label
from newsie.segment.origin import read_origin
from newsie.segment.reading import Reading, teaser_title

_NUMBER = re.compile(
    r"(?:#+\s+|\d{1,2}\s*[.、．](?:\s+|(?!\d))|0\d[\s\u3000]+|[①-⑳]\s*|[>»＞*•·+-]\s+|[□■◇◆●★☆※▶►•·>»＞]{1,2}\s*(?=[\w“《【〔\[])|\.{2,6}\s*"
    r"|[\[【（(](?:组?图|视频|图文|原创|转载)[\]】）)]\s*)(?=\S)"
)
_DOCUMENT = re.compile(r"[〔\[（(【]\s?(?:19|20)\d{2}\s?[〕\]）)】]\s?第?\d{1,4}\s?号")
_SECTION = re.compile(r"一、\S{2,12}$|（一）\S{2,12}$|[问答][:：]")
_COLUMN = re.compile(r"[【〔\[][^】〕\]]{2,14}[】〕\]]\s*(?=\S{5})")
_BULLET = re.compile(
    r"[-•·*]\s*\d{1,2}\s+(?=\S)|[^\w“‘《【（(〔\[]+|\d{1,2}[.、．]\s*(?!\d)|[A-D]\d{1,2}版?[\s:：▏|]+"
    r"|第?[\d一二三四五六七八]{1,2}版[\s:：▏|]+"
    r"|\d{1,2}\s+(?=[\u4e00-\u9fff“《])"
)
_AUTHOR = re.compile(
    r"(?:原创\s+)?(?P<name>[\u4e00-\u9fff]{2,4})\s+\S{2,16}\s+"
    r"(?:19|20)\d{2}\D\d{1,2}\D\d{1,2}日?\s+\d{1,2}:\d{2}"
)
_DATED = re.compile(
    r"\d{2,4}年|[今昨前][天日晚]|近[日期来]|日前|连日来|\d{1,2}月|\d{1,2}日|[本上这]月|[一二三四五六七八九十]{1,2}月|[上下]半年|[一二三四前][一二三]?季度|各位(?:代表|委员|领导|同志)|同志们"
)
_ORIGIN = re.compile(r"[（(](?!记者|本报)[^。；（）()]{2,40}[）)]$")
_TOLD = re.compile(r"。|.{40}(?:…|\.{3})$|.{60}")
# A headline with its story glued to it: 云山木耳丰收□本报记者林晓3月2日，…
_GLUED = re.compile(r"(?P<title>[^。；□■]{6,40}?)[\s\u3000]*(?:[□■]|本报讯|本报记者|[（(]记者)")
_INSIDE = re.compile(r"【(?P<title>[^【】]{8,60})】$")  # a headline in brackets
_STAMPED = re.compile(
    r"(?<=\S{6})[\s\u3000]*(?:(?:发布|发表|更新|添加)(?:日期|时间)[:：].*|\[复制链接\])$"
)
_TELLING = 12  # characters of a headline in brackets, at least
_NAMED = re.compile(r"题[:：]\s*(?P<title>[^。\s][^。]{5,60})$")
_SAID = 4  # characters; a shorter line above such lines is no title
_BROKEN = 6  # short lines in a row, of which no headline has as many
_HEADINGS = 5  # more of them without running text are no headings
_NOT_TEXT = ("source", "credit", "turn", "page", "chrome", "contact", "masthead")


def build_article(block: Block, index: int) -> Article:
    """Tell the parts of an article's lines."""
    first, last = block.readings[0].line, block.readings[-1].line
    article = Article(index, block.kind, first.start, last.end, rule=block.rule)
    if block.kind == "teaser":
        _read_teaser(article, block.readings)
    elif block.kind != "advert":
        _read_story(article, block.readings)
        article.origin = _origin(block.readings)
        _restore_print(article, block.readings)
    return article


def _origin(readings: list[Reading]) -> str | None:
    """The first source that the lines name, as the document prints it."""
    for reading in readings:
        if origin := read_origin(reading.text):
            return reading.line.printed(origin) if reading.line.shown is not None else origin
    return None


def _restore_print(article: Article, readings: list[Reading]) -> None:
    """Write names and dateline as the source prints them (traditional characters, say)."""
    for reading in readings:
        if reading.line.shown is not None and (reading.credit or reading.dateline):
            printed = reading.line.printed
            article.byline = tuple(Byline(printed(p.name), p.role) for p in article.byline)
            article.dateline = article.dateline and printed(article.dateline)


def _read_teaser(article: Article, readings: list[Reading]) -> None:
    headline = readings[0]
    if headline.prose and _TOLD.search(
        headline.text
    ):  # 新闻推荐, and the beginning of a story, often without its headline
        glued = _GLUED.match(headline.text)
        end = glued.end("title") if glued else 0
        article.title = (headline.line.span(0, end),) if end else ()
        article.body = (headline.line.span(end), *(r.line.span() for r in readings[1:]))
        return
    begin = next_title(headline.text)
    column = None if begin else _COLUMN.match(headline.text)
    if column:
        article.kicker = (headline.line.span(0, column.end()),)
        begin = column.end()
    elif not begin:
        bullet = _BULLET.match(headline.text)
        begin = bullet.end() if bullet and bullet.end() < len(headline.text) else 0
    title = headline.line.span(begin, teaser_title(headline.text))
    article.title = (title,)
    article.body = tuple(reading.line.span() for reading in readings[1:])
    article.start = article.kicker[0].start if article.kicker else title.start


def _read_story(article: Article, readings: list[Reading]) -> None:
    told = next((i for i, reading in enumerate(readings) if reading.prose), len(readings))
    if article.rule != "article/item":
        told = _skip_headings(readings, told)
    headings = [reading for reading in readings[:told] if reading.part == "heading"]
    people: tuple[Byline, ...] = ()
    authored = (
        len(headings) > 1 and is_author(headings[-1].text) and not is_bracketed(headings[-2].text)
    )
    if len(headings) > 1 and are_authors(headings[-1].text):
        people = read_credit(headings.pop().text).people
    elif authored:
        people = (Byline("".join(headings.pop().text.split()), "writer"),)
    noted = told < len(readings) and is_note(readings[told].text)
    below = [reading.text for reading in readings[told:] if reading.part == "heading"]
    alike = len(headings) == 1 and are_sections([headings[0].text, *below])
    subtitles = _read_headings(article, headings, noted, alike)
    body = [heading.line.span() for heading in subtitles]
    named = _title_behind_dateline(article, readings[told:])
    titles = {_bare(heading.text) for heading in headings}
    opened = next((i for i, reading in enumerate(readings) if reading.part == "text"), told)
    spoken = next((i for i, reading in enumerate(readings) if reading.prose), len(readings))
    for position, reading in enumerate(readings):
        if _is_credit(readings, position):
            people = merge_people(people, _named(reading, position <= told))
            if reading.dateline:
                article.dateline = article.dateline or reading.dateline.text
            if reading.part == "credit" and reading.first:  # 【企业扫描】本报记者 林晓
                article.kicker += (reading.line.span(0, reading.first),)
        elif told < position < opened and are_authors(reading.text):
            people = merge_people(people, read_credit(reading.text).people)
        elif _is_note_of_origin(readings, position) or (
            position >= told
            and (position < spoken or (reading.part == "heading" and len(headings) == 1))
            and _bare(reading.text) in titles
        ):
            continue
        elif reading.prose or (
            position >= told and (reading.part == "credit" or reading.part not in _NOT_TEXT)
        ):
            if reading.dateline:
                article.dateline = article.dateline or reading.dateline.text
                people = merge_people(people, reading.dateline.people)
            if reading.credit:
                people = merge_people(people, reading.credit.people)
            article.continued_from = article.continued_from or reading.page
            begin = reading.first
            if position == told and article.rule == "article/brief":
                begin = read_brief(article, reading, readings[position + 1 :])
            elif position == told and article.rule == "article/untitled" and not reading.first:
                begin = read_glued(article, reading)
                people = merge_people(people, article.byline)
            span = reading.line.span(begin, reading.after or None)
            if span.start < span.end and not (named and position == told):
                body.append(span)
    article.body = tuple(body)
    article.byline = people
    if article.kind == "news" and _is_feature(article, readings, told, authored):
        article.kind = "feature"


def _title_behind_dateline(article: Article, readings: list[Reading]) -> bool:
    """Set the title that an agency's story names behind its dateline: …电 题：山乡巨变."""
    reading = readings[0] if readings else None
    if reading is None or reading.dateline is None or "题" not in reading.text:
        return False
    named = _NAMED.match(reading.text, reading.first)
    column = len(article.title) == 1 and article.title[0].end - article.title[0].start <= _SAID
    if named is None or (article.title and not column):
        return False
    article.kicker += article.title
    article.title = (reading.line.span(*named.span("title")),)
    return True


def _is_note_of_origin(readings: list[Reading], position: int) -> bool:
    """Whether a last line in brackets only says where the text comes from (原载…, 据…)."""
    text = readings[position].text
    if position and original_title(text):
        return True
    noted = 0 < position >= len(readings) - 2 and _ORIGIN.match(text) is not None
    return noted and not has_event(text)


def _is_credit(readings: list[Reading], position: int) -> bool:
    """Whether a line is a byline or source line; a bare （…） between paragraphs is neither."""
    reading = readings[position]
    if reading.part == "credit" and reading.credit and not reading.credit.keyed:
        if reading.text[0] not in "（(":
            return True
        return not any(later.prose for later in readings[position + 1 :])
    return reading.part in ("credit", "source")


def _skip_headings(readings: list[Reading], told: int) -> int:
    """Where a story's text starts: short lines below its byline or source line belong to it."""
    if told > _BROKEN and _is_broken(readings[:told]):
        return 1
    if len(readings) > told > _BROKEN and all(r.part == "heading" for r in readings[:told]):
        return 1 + next(i for i in range(told) if i == told - 1 or len(readings[i].text) > _SAID)
    for position in range(1, told):
        if readings[position].part in ("credit", "source", "chrome") and any(
            reading.part == "heading" for reading in readings[:position]
        ):
            if _is_letterhead(readings[: position + 2]):
                continue
            return position + 1
    if told == len(readings) > _HEADINGS and all(r.part == "heading" for r in readings[:_HEADINGS]):
        return 2 if is_author(readings[1].text) else 1  # a poem, a list of names
    return told


def _is_letterhead(readings: list[Reading]) -> bool:
    """Whether lines are the head of a document and its number, above what it is of.

    云山县人民政府文件
    云府发〔2021〕12号
    关于成立指挥部的通知
    """
    above, below = readings[:-2], readings[-1]
    numbered = _DOCUMENT.search(readings[-2].text) is not None
    return numbered and below.part == "heading" and all("关于" not in r.text for r in above)


def _is_broken(readings: list[Reading]) -> bool:
    """Whether short lines below a title are its text, which layout broke line by line."""
    title, below = readings[0], readings[1:]
    if title.part != "heading" or not below[0].line.gap:
        return False
    together = [reading for reading in below if reading.part == "heading"]
    return len(together) >= _BROKEN and all(not r.line.gap for r in together[1:])


def _read_headings(
    article: Article, headings: list[Reading], noted: bool, alike: bool
) -> list[Reading]:
    """Set kickers and title; return the subtitles."""
    labelled = labelled_title([heading.text for heading in headings])
    again = None if labelled else _printed_again(headings)
    headings = headings if labelled else _one_each(headings)
    if headings and is_scene(headings[0].text):
        return headings
    texts = [heading.text for heading in headings]
    if labelled:
        title, kickers = labelled
    elif again:
        title = [next(i for i, text in enumerate(texts) if _bare(text) == again)]
        kickers = [i for i, text in enumerate(texts[: title[0]]) if is_column(text)]
    elif article.rule == "article/item":
        title = [len(texts) - 1]
        while title[0] and runs_on(texts[title[0] - 1], texts[title[0]]):
            title.insert(0, title[0] - 1)
        kickers = list(range(title[0]))
    elif article.rule == "article/brief":
        title, kickers = [], list(range(len(texts)))
    elif (len(texts) == 1 and is_bracketed(texts[0]) and not _is_headline(texts[0])) or (
        article.kind == "caption" and texts and is_column(texts[0]) and is_picture_label(texts[0])
    ):
        title, kickers = [], [0]
    elif len(texts) == 1 and (alike or _SECTION.match(texts[0])):
        title, kickers = [], []  # the first section of what has no title
    else:
        title, kickers = choose_title(texts, noted=noted)
    kicker = [headings[k].line.span(_label_end(texts[k]) if labelled else 0) for k in kickers]
    spans: list[Span] = []
    for position in title:
        heading = headings[position]
        number = _NUMBER.match(heading.text)
        begin, end = original_title(heading.text) or (
            number.end() if number else _label_end(heading.text) if labelled else 0,
            dated_title(heading.text) or _title_end(heading.text),
        )
        column = _COLUMN.match(heading.text, begin) or match_column(heading.text, begin)
        if column:
            kicker.append(heading.line.span(begin, column.end()))
            begin = column.end()
        if len(title) == 1 and (inside := _INSIDE.match(heading.text, begin)):
            begin, end = inside.span("title")
        spans.append(heading.line.span(begin, end))
    article.title = tuple(spans)
    article.kicker = tuple(kicker)
    if headings and spans and original_title(headings[0].text) and not kicker:
        article.start = spans[0].start
    settled = {*title, *kickers}
    return [heading for position, heading in enumerate(headings) if position not in settled]


def _label_end(text: str) -> int:
    """Where a heading starts behind its label (引题：聚焦民生)."""
    label = match_label(text)
    return label[1] if label else 0


def _title_end(text: str) -> int | None:
    """Where a title ends to which its source line is glued (云山大桥合龙发布日期:2016年…)."""
    glued = _STAMPED.search(text)
    return glued.start() if glued else None


def _one_each(headings: list[Reading]) -> list[Reading]:
    """Leave out a title printed again, by the page and by the story."""
    titles = [heading for heading in headings if not original_title(heading.text)] or headings
    seen: dict[str, Reading] = {}
    for heading in titles:
        seen.setdefault(_bare(heading.text), heading)
    return list(seen.values())


def _printed_again(headings: list[Reading]) -> str | None:
    """The only heading that stands twice above a text: by the page and by the story."""
    seen: set[str] = set()
    again: set[str] = set()
    for heading in headings:
        bare = _bare(heading.text)
        again.update({bare} & seen)
        seen.add(bare)
    return again.pop() if len(again) == 1 else None


def _bare(text: str) -> str:
    return "".join(text.split())


def _is_headline(text: str) -> bool:
    """Whether what stands in brackets is too long, and tells too much, for a column's name."""
    return len(text) >= _TELLING and has_event(text)


def _named(reading: Reading, above: bool) -> tuple[Byline, ...]:
    """The people of a line of bylines, or of a source line."""
    author = _AUTHOR.match(reading.text) if above else None
    if author:
        return (Byline(author.group("name"), "writer"),)
    if reading.dateline:
        return reading.dateline.people
    if reading.credit:
        return reading.credit.people
    return read_credit(reading.text, named=False).people


def _is_bulleted(reading: Reading) -> bool:
    """Whether a line is a byline as essays and poems have it (□ 林间)."""
    return reading.part == "credit" and reading.text[0] in "□■◇◆○◎●"


def _is_feature(article: Article, readings: list[Reading], told: int, authored: bool) -> bool:
    """Whether a story opens like no news: below a column's name or byline, and without a date."""
    opening = next((reading for reading in readings[told:] if reading.prose), None)
    if opening is None:
        return told < len(readings) and (authored or _is_bulleted(readings[told - 1]))
    if article.dateline or _DATED.match(opening.text):
        return False
    if article.rule in ("article/item", "article/brief"):
        return False
    signed = any(r.part == "credit" and r.credit and r.credit.people for r in readings[:told])
    return authored or signed or bool(article.kicker)
