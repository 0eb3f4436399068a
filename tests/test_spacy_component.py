"""The spaCy component: records and spans on Docs, in any process, and back from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsie
from newsie.spacy_component import COLOURS, make_component

TEXT = "本报讯 2月6日，城东区区长高小满主持召开全区安全生产工作会议。\n"


@pytest.fixture(scope="module", params=["char", "jieba"])
def nlp(request: pytest.FixtureRequest) -> Language:
    made = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": request.param}}})
    made.add_pipe("newsie", config={"types": ["meeting"]})
    return made


def known(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = "2025-02-07"
    return doc


def told(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.label_, span.id_, span.text) for span in doc.spans["newsie"]]


def test_records_and_spans_are_put_on_docs(nlp: Language) -> None:
    doc = nlp(known(nlp, TEXT))
    same = newsie.extract(TEXT, published="2025-02-07", types=["meeting"])
    assert [record.model_dump() for record in doc._.newsie] == [r.model_dump() for r in same]
    (meeting,) = same.of("meeting")
    assert told(doc) == [("meeting", meeting.id, item.text) for item in meeting.evidence]


def test_nothing_is_known_of_bare_texts(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [record.date for record in doc._.newsie.of("meeting")] == [None]
    assert nlp("")._.newsie == []


def test_several_processes_give_the_same(nlp: Language) -> None:
    texts = [TEXT, "天气晴。", TEXT * 2]
    alone = [told(nlp(known(nlp, text))) for text in texts]
    docs = nlp.pipe([known(nlp, text) for text in texts], n_process=2, batch_size=1)
    assert [told(doc) for doc in docs] == alone


def test_docs_come_back_from_a_docbin(nlp: Language) -> None:
    doc = nlp(known(nlp, TEXT))
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin(store_user_data=True).from_bytes(data).get_docs(nlp.vocab)
    assert told(back) == told(doc)
    assert list(back._.newsie) == list(doc._.newsie)


def test_a_pipeline_comes_back_from_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    back = spacy.load(tmp_path / "model")
    assert told(back(known(back, TEXT))) == told(nlp(known(nlp, TEXT)))


def test_displacy_shows_the_evidence(nlp: Language) -> None:
    options = {"spans_key": "newsie", "colors": COLOURS}
    html = displacy.render(nlp(known(nlp, TEXT)), style="span", options=options)
    assert COLOURS["meeting"] in html
    assert html.count("meeting") >= 2


def test_the_factory_is_registered() -> None:
    assert make_component.__module__ == "newsie.spacy_component"
    assert Language.has_factory("newsie")
