"""What every record has, and the parts that several record types share.

Every field says in its description what it holds: its Chinese name, a colon, and an English
sentence. A field of a fixed set of values says of each what it means, in the same form, in
`x-values`. The codebook and the JSON Schema are made of these.

A record is made by a finder in `records/` with everything but its `id`, which `link` derives from
the document's id and the record's content.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from newsie.article import Article, Span
from newsie.show import show_record

Role = Literal["host", "speaker", "presenter", "attendee"]
ROLES: tuple[Role, ...] = ("host", "speaker", "presenter", "attendee")
ROLE_MEANINGS: JsonDict = {
    "host": "主持: Chaired it; alone, this does not make an attendee.",
    "speaker": "讲话: Spoke: 讲话 致辞 发言 强调 指出 要求 希望.",
    "presenter": "报告: Reported, deployed, conveyed or taught: 作报告 部署 传达 通报 宣读 辅导.",
    "attendee": "出席: Was there: 出席 参加 列席 陪同; on a visit, went along.",
}


class Evidence(BaseModel):
    """依据: a stretch of the document as given; `text` is document[start:end]."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: int = Field(description="起点: Offset of the first character, in code points.")
    end: int = Field(description="终点: Offset behind the last character.")
    text: str = Field(description="原文: The words themselves, document[start:end].")


class Division(BaseModel):
    """行政区划: code and full name of an administrative division."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(description="区划代码: The six-digit code of GB/T 2260.")
    name: str = Field(description="全称: Its name with those of the divisions above it.")


class Participant(BaseModel):
    """参加者: a named person at a meeting or activity."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    PRINTED: ClassVar[tuple[str, ...]] = ("name", "title")

    name: str = Field(description="姓名: As printed, without the space inside it.")
    title: str | None = Field(
        description="职务: The fullest title that the article gives the person."
    )
    roles: list[Role] = Field(
        description="角色: What the person did there, all that apply.",
        json_schema_extra={"x-values": ROLE_MEANINGS},
    )


class Record(BaseModel):
    """What every record has: who it is, where it comes from, what says so, which rule made it.

    `id` is empty until `link` names the record, and `confidence` is set last; nothing else changes.
    """

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="类型: Which type of record this is.")
    id: str = Field(
        default="",
        description="编号: Derived from the document's id and the content; the same everywhere.",
    )
    doc_id: str = Field(
        description="文档: The file's name, its path inside a folder, or a dump's id column."
    )
    article_id: str | None = Field(
        default=None, description="文章编号: The id of the article it came from; null on articles."
    )
    rule: str = Field(description="规则: The id of the rule that made it.")
    evidence: list[Evidence] = Field(
        description="依据: The stretches of the document that say so; several where one is broken."
    )
    confidence: float | None = Field(
        default=None,
        description="可信度: How often its rule was right on gold; null for rules of your own.",
    )
    confidence_cases: int = Field(
        default=0, description="可信度样本数: On how many cases that rests; 0: on its type's alone."
    )

    def _repr_html_(self) -> str:
        """The record as a notebook shows it."""
        return show_record(self.model_dump())

    # Passage offset of the number that a metric or target is about: a number that is promised is
    # not also reported (`link` sees to it). Never written.
    anchor: int | None = Field(default=None, exclude=True, repr=False)
    # Passage offset of the number whose part it is (其中): `link` puts that record's id into
    # `part_of`. Never written.
    total: int | None = Field(default=None, exclude=True, repr=False)


def gather_evidence(article: Article, spans: Iterable[Span]) -> list[Evidence]:
    """Turn passage spans into evidence: source spans with their text, in order, without overlap.

    Args:
        article: with its passage and source set.
        spans: passage spans, half-open, in any order; overlapping ones are joined.
    """
    assert article.passage is not None
    joined: list[Span] = []
    for span in sorted(spans, key=attrgetter("start", "end")):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return [
        Evidence(start=piece.start, end=piece.end, text=article.source[piece.start : piece.end])
        for span in joined
        for piece in article.passage.source_spans(span.start, span.end, article.source)
    ]


def order_roles(roles: Iterable[Role]) -> list[Role]:
    """The roles, each once, in the contract's order."""
    held = set(roles)
    return [role for role in ROLES if role in held]
