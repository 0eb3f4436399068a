"""A part of a title and its office in, the same part with another office or another print out."""

from __future__ import annotations

from dataclasses import replace

from newsie.article import Article
from newsie.values import Office, TitlePart


def as_printed(part: TitlePart, signs: dict[int, int], article: Article) -> TitlePart:
    """A part whose office has the brackets and the width of the page: 广播电视局(台)/局长.

    Args:
        signs: the title's characters as the page prints them; the office's others are added.
    """
    office, passage = part.office, article.passage
    if office is None or passage is None:
        return part
    for character in office.org or "":
        at = -1 if ord(character) in signs else passage.text.find(character)
        if at >= 0:
            signs[ord(character)] = ord(passage.printed[at])
    org = office.org.translate(signs) if office.org else None
    return with_office(part, replace(office, org=org, post=office.post.translate(signs)))


def with_office(part: TitlePart, office: Office) -> TitlePart:
    """`dataclasses.replace` takes five times as long, and every title comes here."""
    return TitlePart(
        part.organ, part.post, part.head, part.kind, office, part.concurrent, part.former
    )
