"""文章: one article of a document: its anatomy as a record."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from newsie.article import Article, ArticleKind
from newsie.characters import hides_characters, show_characters
from newsie.contact import drop_contacts
from newsie.record import Division, Evidence, Record


class BylineEntry(BaseModel):
    """署名: one person named for the making of the article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(description="姓名: As printed, without the space inside it.")
    role: Literal["writer", "reporter", "correspondent", "photographer", "editor"] | None = Field(
        description="身份: What the byline says the person did; null where it does not say.",
        json_schema_extra={
            "x-values": {
                "writer": "撰稿: Writer.",
                "reporter": "记者: Reporter.",
                "correspondent": "通讯员: Correspondent, not of the paper's staff.",
                "photographer": "摄影: Photographer; goes before correspondent.",
                "editor": "编辑: Editor.",
            }
        },
    )


class ArticleRecord(Record):
    """文章: where an article stands in its document, and its head."""

    type: Literal["article"] = Field(
        default="article", description="类型: Which type of record this is."
    )
    index: int = Field(description="序号: Its place in the document, from 0, every kind counted.")
    kind: ArticleKind = Field(
        description="文章种类: What sort of article it is.",
        json_schema_extra={
            "x-values": {
                "news": "消息: A news story.",
                "feature": "特写: A profile, interview, column or essay.",
                "caption": "图片说明: The caption of a picture.",
                "continuation": "转版: A story whose head is on another page.",
                "teaser": "导读: A headline or summary of a story that stands elsewhere.",
                "advert": "广告: Adverts, contact blocks, QR-code prompts, page chrome.",
            }
        },
    )
    kicker: list[str] = Field(
        description="引题: Theme lines above the headline, and the name of a column."
    )
    title: str | None = Field(description="标题: The headline, in one line.")
    byline: list[BylineEntry] = Field(description="署名: Who made it, one entry a person.")
    dateline: str | None = Field(description="电头: 本报讯, 新华社北京2月6日电, as written.")
    published: str | None = Field(
        description="发表日期: The date of publication; null on teasers and adverts."
    )
    published_source: Literal["metadata", "text", "inferred"] | None = Field(
        description="日期来源: Where the date of publication comes from.",
        json_schema_extra={
            "x-values": {
                "metadata": "元数据: From a dump's column or the metadata file.",
                "text": "正文: Printed in the document.",
                "inferred": "推断: Inferred from other dates in the text.",
            }
        },
    )
    continued_from: int | None = Field(description="上接版面: The page number in 上接第N版.")
    place: Division | None = Field(
        description="属地: The home division, down to the county; null on teasers and adverts."
    )
    start: int = Field(description="起点: Offset of its first character in the document.")
    end: int = Field(description="终点: Offset behind its last character.")
    source: str | None = Field(
        description="来源: Whose text it is, as the source line or the end of the text names it."
    )
    duplicate_of: str | None = Field(
        default=None,
        description="重复: The id of the first article that this one repeats, word for word or "
        "nearly; set by `newsie duplicates`.",
    )


def _clean(heading: str) -> str:
    """A heading without contacts and what nobody sees: the markup of a page."""
    shown = show_characters(heading, 0)[0] if hides_characters(heading) else heading
    return drop_contacts(" ".join(shown.split()))


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
        kicker=[text for kicker in article.kicker_texts if (text := _clean(kicker))],
        title=_clean(article.title_text or "") or None,
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
        source=_clean(article.origin or "") or None,
    )
