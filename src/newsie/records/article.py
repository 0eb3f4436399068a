"""文章: one article of a document: its anatomy as a record."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsie.article import Article, ArticleKind
from newsie.contact import drop_contacts
from newsie.record import Division, Evidence, Record


class BylineEntry(BaseModel):
    """署名: one person named for the making of the article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    role: Literal["writer", "reporter", "correspondent", "photographer", "editor"] | None


class ArticleRecord(Record):
    """文章: where an article stands in its document, and its head."""

    type: Literal["article"] = "article"
    index: int
    kind: ArticleKind
    kicker: list[str]
    title: str | None
    byline: list[BylineEntry]
    dateline: str | None
    published: str | None
    published_source: Literal["metadata", "text", "inferred"] | None
    continued_from: int | None
    place: Division | None
    start: int
    end: int


def make_article(article: Article) -> ArticleRecord:
    """The record of an article; evidence is the article itself."""
    source = article.source
    bare = article.kind in ("teaser", "advert")
    return ArticleRecord(
        doc_id=article.doc_id,
        article_id=None,
        rule=article.rule,
        evidence=[
            Evidence(start=article.start, end=article.end, text=source[article.start : article.end])
        ],
        index=article.index,
        kind=article.kind,
        kicker=[text for kicker in article.kicker_texts if (text := drop_contacts(kicker))],
        title=drop_contacts(article.title_text or "") or None,
        byline=[
            BylineEntry.model_validate({"name": b.name, "role": b.role}) for b in article.byline
        ],
        dateline=article.dateline,
        published=None if bare else article.published,
        published_source=None if bare or article.published is None else article.published_source,
        continued_from=article.continued_from,
        place=None
        if bare or article.place is None
        else Division(code=article.place.code, name=article.place.name),
        start=article.start,
        end=article.end,
    )
