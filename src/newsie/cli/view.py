"""`newsie view`: a page that shows articles beside their records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsie.cli.display import fail
from newsie.cli.options import (
    Gazetteers,
    IdField,
    Metadata,
    Place,
    Rules,
    TextField,
    Types,
    read_types,
)

if TYPE_CHECKING:
    from newsie.article import Document


def view_records(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="A .jsonl file or a folder of them.", show_default=False
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PAGE.html", help="The page.")
    ] = Path("newsie.html"),
    texts: Annotated[
        str | None,
        typer.Option(
            metavar="INPUT",
            help="What the records were extracted from; needed for web pages and --explain.",
        ),
    ] = None,
    types: Types = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The page's heading.")] = "newsie",
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say of each record, and each sentence without, why."),
    ] = False,
    metadata: Metadata = None,
    rules: Rules = None,
    gazetteers: Gazetteers = None,
    place: Place = None,
    text_field: TextField = "text",
    id_field: IdField = "id",
) -> None:
    """Show articles beside their records, in one page.

    The page needs neither network nor any other file. For --explain, give the metadata, place,
    rules and gazetteers that extract was given.
    """
    from newsie.errors import NewsieError
    from newsie.records import RECORD_MODELS
    from newsie.score.gold import read_plain_records
    from newsie.view import add_reasons, collect_articles, write_page

    if explain and texts is None:
        fail("--explain needs --texts, the documents of the records")
    try:
        wanted = RECORD_MODELS.keys() if types is None else {"article", *read_types(types)}
        read = (record for _, record in read_plain_records(records) if record["type"] in wanted)
        documents = _read_texts(texts, metadata, text_field, id_field) if texts else {}
        articles = collect_articles(read, _text_of(documents, texts) if texts else None)
        if explain:
            from newsie.pipeline import Extractor

            extractor = Extractor(place=place, rules=rules, gazetteers=gazetteers)
            shown = {article.article["doc_id"] for article in articles}
            add_reasons(articles, (documents[doc_id] for doc_id in shown), extractor)
        write_page(articles, output, title)
    except NewsieError as error:
        fail(error)
    count = sum(len(article.records) for article in articles)
    typer.echo(f"{output}: articles {len(articles)}, records {count}", err=True)


def _read_texts(
    texts: str, metadata: Path | None, text_field: str, id_field: str
) -> dict[str, Document]:
    from newsie.api import documents

    read = documents(texts, metadata=metadata, text_field=text_field, id_field=id_field)
    return {document.doc_id: document for document in read}


def _text_of(documents: dict[str, Document], texts: str) -> Callable[[Any], str]:
    from newsie.errors import InputError

    def text_of(article: Any) -> str:
        document = documents.get(article["doc_id"])
        if document is None:
            raise InputError(texts, f"no document is called {article['doc_id']!r}")
        text = document.text[article["start"] : article["end"]]
        quoted = article["evidence"][0]["text"]
        if document.markup is None and len(text) != len(quoted):
            raise InputError(texts, f"{article['doc_id']} is not as it was when it was read")
        return text

    return text_of
