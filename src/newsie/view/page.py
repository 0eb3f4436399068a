"""Articles with their records in, one page of HTML out."""

from __future__ import annotations

import base64
import gzip
import html
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from newsie.errors import OutputError
from newsie.fields import describe_model, list_own_fields
from newsie.records import RECORD_MODELS
from newsie.view.articles import Fields, ViewArticle, pack_article

CHUNK = 50  # articles: small enough to unpack at once, large enough to pack well
TYPES = [name for name in RECORD_MODELS if name != "article"]


def write_page(articles: Sequence[ViewArticle], target: Path, title: str) -> None:
    """Write the page; what stood at the target is replaced at the very end.

    Raises:
        OutputError: it cannot be written.
    """
    folder = files("newsie.view")
    chunks = "\n".join(_pack_chunks(articles))
    page = Template((folder / "page.html").read_text(encoding="utf-8")).substitute(
        title=html.escape(title),
        style=(folder / "page.css").read_text(encoding="utf-8"),
        script=(folder / "page.js").read_text(encoding="utf-8"),
        index=_pack(_make_index(articles)),
        chunks=chunks,
    )
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.write_text(page, encoding="utf-8")
        partial.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from error


def _pack_chunks(articles: Sequence[ViewArticle]) -> Iterator[str]:
    for number, start in enumerate(range(0, len(articles), CHUNK)):
        packed = _pack([pack_article(article) for article in articles[start : start + CHUNK]])
        yield f'<script type="text/plain" id="chunk-{number}">{packed}</script>'


def _pack(value: Any) -> str:
    """JSON, compressed, as letters: nothing in it can end the script that holds it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def _make_index(articles: Sequence[ViewArticle]) -> dict[str, Any]:
    people: dict[str, dict[int, None]] = {}
    entries = []
    for number, article in enumerate(articles):
        counts = Counter(one.record["type"] for one in article.records)
        entries.append(
            {
                "title": article.article.get("title") or _opening(article.text),
                "doc": article.article["doc_id"],
                "kind": article.article.get("kind"),
                "published": article.article.get("published"),
                "counts": [counts[name] for name in TYPES],
            }
        )
        for one in article.records:
            for name in _people_of(one.record):
                people.setdefault(name, {})[number] = None
    return {
        "chunk": CHUNK,
        "types": TYPES,
        "names": {name: describe_model(RECORD_MODELS[name]).chinese for name in RECORD_MODELS},
        "fields": {
            name: {f.name: f"{f.meaning.chinese}: {f.meaning.english}" for f in list_own_fields(m)}
            for name, m in RECORD_MODELS.items()
        },
        "articles": entries,
        "people": {name: list(where) for name, where in sorted(people.items())},
    }


def _opening(text: str) -> str:
    return " ".join(text.split())[:30]


def _people_of(record: Fields) -> Iterator[str]:
    """The persons that a record names."""
    if record["type"] == "official":
        yield record["name"]
    for person in record.get("participants") or []:
        yield person["name"]
    for recipient in record.get("recipients") or []:
        if recipient["kind"] == "individual" and recipient["name"]:
            yield recipient["name"]
