"""spaCy's Docs in, the same with newsie's records and their evidence as spans out.

`nlp.add_pipe("newsie")` puts it behind any `zh` pipeline. Of each Doc then

- `doc._.newsie` holds the records, typed;
- `doc.spans["newsie"]` their evidence: `label_` is the record's type, `id_` its id.

What is known of a text goes before: `doc._.published`, `doc._.place`, `doc._.title` of a Doc that
`nlp.make_doc(text)` made, or `nlp.pipe(…, as_tuples=False)` over such Docs. The records travel in
`doc.user_data`, so that several processes and `DocBin(store_user_data=True)` keep them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsie.api import Records
from newsie.article import Document
from newsie.pipeline import Extractor
from newsie.recall import read_record

KEY = "newsie"
KNOWN = ("published", "place", "title")
COLOURS = {
    "meeting": "#b7d2f0",
    "activity": "#b5e2d7",
    "official": "#dcc8ee",
    "award": "#f3dfa4",
    "metric": "#f5c7b6",
    "target": "#f0c0d8",
}


class NewsieComponent:
    """The component; its extractor is built when the first Doc comes, in every process anew."""

    def __init__(
        self,
        types: list[str] | None,
        place: str | None,
        rules: str | None,
        gazetteers: str | None,
    ) -> None:
        self._options = (types, place, rules, gazetteers)
        self._extractor: Extractor | None = None
        _set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Put records and spans on a Doc."""
        if self._extractor is None:
            self._extractor = _build(*self._options)
        known = {name: doc._.get(name) for name in KNOWN}
        records = self._extractor.extract(Document("-", doc.text, **known))
        doc.user_data[KEY] = [record.model_dump(mode="json") for record in records]
        spans = [
            doc.char_span(
                item.start,
                item.end,
                label=record.type,
                span_id=record.id,
                alignment_mode="expand",
            )
            for record in records
            if record.type != "article"
            for item in record.evidence
        ]
        doc.spans[KEY] = [span for span in spans if span is not None]
        return doc

    def __getstate__(self) -> tuple[Any, ...]:
        return self._options

    def __setstate__(self, options: tuple[Any, ...]) -> None:
        self._options = options
        self._extractor = None
        _set_extensions()


def _build(
    types: list[str] | None, place: str | None, rules: str | None, gazetteers: str | None
) -> Extractor:
    return Extractor(
        types=types,
        place=place,
        rules=Path(rules) if rules else None,
        gazetteers=Path(gazetteers) if gazetteers else None,
    )


def _set_extensions() -> None:
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=_read_records)
    for name in KNOWN:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def _read_records(doc: Doc) -> Records:
    return Records(read_record(fields) for fields in doc.user_data.get(KEY, []))


@Language.factory(
    "newsie",
    default_config={"types": None, "place": None, "rules": None, "gazetteers": None},
    assigns=["doc._.newsie", "doc.spans"],
)
def make_component(
    nlp: Language,
    name: str,
    types: list[str] | None,
    place: str | None,
    rules: str | None,
    gazetteers: str | None,
) -> NewsieComponent:
    """The component `newsie`, with the options that `newsie.extract` has."""
    return NewsieComponent(types, place, rules, gazetteers)
