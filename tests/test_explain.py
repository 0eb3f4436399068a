"""Explanations: what filled a record's slots, and what a sentence without a record lacked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsie.article import Document
from newsie.cli import app
from newsie.explain import explain_records, explain_sentences
from newsie.explain.pattern import split_rule
from newsie.pipeline import Extractor
from newsie.records import RECORD_TYPES
from newsie.rules import Rule, load_rules

TEXT = """城东区召开安全生产会议

本报讯 2月6日，城东区区长高小滿主持召开全区安全生产工作会议。去年，全区生产总值超过28.5亿元。
会议要求抓好落实。柳湾村的镇长主持了晚会。
"""
RULES = [rule for t in RECORD_TYPES for rule in load_rules(t.name, t.slots)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(types=["meeting", "metric"])


@pytest.fixture(scope="module")
def document() -> Document:
    return Document("page.txt", TEXT, published="2025-02-07", place="630102")


def explain(tmp_path: Path, *arguments: str) -> Result:
    (tmp_path / "page.txt").write_text(TEXT)
    options = [str(tmp_path / "page.txt"), "--published", "2025-02-07", *arguments]
    return CliRunner().invoke(app, ["explain", *options])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rules_are_taken_apart_without_loss(rule: Rule) -> None:
    alternatives = split_rule(rule)
    written = "|".join("".join(part.written for part in parts) for parts in alternatives)
    assert written == rule.data.pattern
    for parts in alternatives:
        for count in range(1, len(parts) + 1):
            re.compile("".join(part.regex for part in parts[:count]))


def test_a_record_tells_its_rule_slots_and_steps(extractor: Extractor, document: Document) -> None:
    found = {one.record.type: one for one in explain_records(extractor, document)}
    meeting = found["meeting"]
    assert {reading.rule.id for reading in meeting.made_by} == {meeting.record.rule}
    fills = {fill.slot: fill.text for reading in meeting.made_by for fill in reading.fills}
    assert (fills["name"], fills["kind"]) == ("全区安全生产工作会议", "会议")
    helped = {r.rule.id: [fill.text for fill in r.fills] for r in meeting.helped}
    assert helped["meeting/host"] == ["城东区区长高小滿"]
    steps = {(step.kind, step.text): step.notes for step in meeting.steps}
    assert steps["date", "2月6日"] == (
        "a point",
        "date 2025-02-06",
        "published 2025-02-07 (metadata)",
    )
    assert steps["person", "高小滿"][0] == "in canonical characters 高小满"
    steps = {(step.kind, step.text): step.notes for step in found["metric"].steps}
    assert steps["quantity", "超过28.5亿元"] == (
        "value 2850000000",
        "unit 元",
        "comparator gt, as it says 超过",
    )


def test_a_sentence_without_record_tells_what_rules_lacked(
    extractor: Extractor, document: Document
) -> None:
    (sentence,) = explain_sentences(extractor, document, "镇长主持")
    assert sentence.records == ()
    # Rules of officials only settle what meetings say, and are not told of.
    asked = [r for r in RULES if r.record_type in ("meeting", "activity", "metric", "target")]
    assert sentence.others + len(sentence.attempts) == len(asked)
    assert [attempt.rule.id for attempt in sentence.attempts if attempt.holds] == []
    assert all(0 <= a.reached < a.parts and a.lacked for a in sentence.attempts)
    (other,) = explain_sentences(extractor, document, "主持召开")
    assert [record.type for record in other.records] == ["meeting"]
    assert {"meeting/convened", "meeting/host"} <= {a.rule.id for a in other.attempts if a.holds}


def test_the_command_tells_of_records(tmp_path: Path) -> None:
    result = explain(tmp_path, "--types", "meeting", "--place", "630102")
    told = [line.strip() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert "name 全区安全生产工作会议" in told
    assert "name = 全区安全生产工作会议" in told
    assert "also meeting/host: host = 城东区区长高小滿" in told
    assert "date 2月6日 → a point; date 2025-02-06; published 2025-02-07 (metadata)" in told


def test_the_command_tells_of_sentences(tmp_path: Path) -> None:
    result = explain(tmp_path, "--at", "镇长主持", "--types", "meeting")
    assert result.exit_code == 0
    assert re.search(r"✗ meeting/\S+ \d/\d+ lacks ", result.stdout)
    assert re.search(r"of \d+ rules nothing holds", result.stdout)


def test_adverts_are_told_to_be_unread(tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text("关注我们\n扫描二维码，关注微信公众号\n电话：021-12345678\n")
    result = CliRunner().invoke(app, ["explain", str(tmp_path / "ad.txt"), "--at", "二维码"])
    assert "it stands in an article of the kind advert, of which no records are made" in (
        " ".join(result.stdout.split())
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--at", "没有的话"], "newsie: --at 没有的话: no sentence of "),
        (["--types", "poem"], "newsie: --types: no type poem; there are article, "),
        (["--doc", "b"], "newsie: --doc b: no document of "),
        (["--place", "无名县"], "newsie: --place 无名县: no division "),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, options: list[str], message: str) -> None:
    result = explain(tmp_path, *options)
    assert (result.exit_code, result.stderr.startswith(message)) == (2, True)
