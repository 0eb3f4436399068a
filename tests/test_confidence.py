"""How sure rules are: what was measured, drawn towards the type's share, on every record."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsie
import newsie.api
from newsie.confidence import Confidences, load_confidences, smooth
from newsie.errors import RuleFileError
from newsie.records import RECORD_TYPES
from newsie.rules import load_rules

TEXT = "2月6日，区长高小满主持召开全区安全生产工作会议。"
RULE = """[[rule]]
id = '{}'
pattern = '{{person:host}}主持召开(?P<name>[^，。]+?(?P<kind>会议))'
examples = ['区长高小满主持召开安全生产会议']
"""


def confidence_of(rules: Path | None) -> set[tuple[str, float | None, int]]:
    records = newsie.extract(TEXT, types=["meeting"], rules=rules).of("meeting")
    return {(record.rule, record.confidence, record.confidence_cases) for record in records}


def test_every_shipped_rule_has_a_confidence() -> None:
    shipped = load_confidences()
    rules = [rule.id for t in RECORD_TYPES for rule in load_rules(t.name, t.slots)]
    none = {rule for rule in rules if not 0 < (shipped.of(rule)[0] or 0) <= 1}
    assert (none, shipped.of("poem/rhymed")) == (set(), (None, 0))


def test_ids_do_not_rest_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = newsie.extract(TEXT)
    monkeypatch.setattr(
        "newsie.confidence.Confidences.of", lambda self, rule: (0.123, 7), raising=True
    )
    after = newsie.extract(TEXT)
    assert [record.id for record in before] == [record.id for record in after]
    assert {record.confidence for record in after} == {0.123}


def test_few_cases_are_drawn_towards_the_type(tmp_path: Path) -> None:
    known = Confidences({"meeting/held": (smooth(1, 2, 0.8), 2)}, {"meeting": 0.8})
    assert [known.of(rule) for rule in ("meeting/held", "meeting/new", "award/new")] == [
        (0.62, 2),
        (0.8, 0),
        (None, 0),
    ]


def test_rules_of_ones_own_have_none_unless_measured(tmp_path: Path) -> None:
    ((rule, confidence, cases),) = confidence_of(None)
    assert (rule, cases > 5, confidence is not None) == ("meeting/convened", True, True)
    (tmp_path / "meeting.toml").write_text(RULE.format("convened"))
    assert confidence_of(tmp_path) == {("meeting/convened", None, 0)}
    (tmp_path / "confidence.tsv").write_text(
        "# mine\nrule\tright\tcases\nmeeting/convened\t5\t10\n"
    )
    newsie.api._extractor.cache_clear()
    ((_, confidence, cases),) = confidence_of(tmp_path)
    assert (0.5 < (confidence or 0) < 0.7, cases) == (True, 10)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("rule\tright\n", "the header must be"),
        ("rule\tright\tcases\na/b\t1\n", "confidence.tsv:2: a rule and two whole numbers"),
        ("rule\tright\tcases\na/b\t3\t2\n", "confidence.tsv:2: more right than cases"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, lines: str, message: str) -> None:
    (tmp_path / "confidence.tsv").write_text(lines)
    with pytest.raises(RuleFileError, match=message):
        load_confidences(tmp_path)
