"""The rules in, lists of them out: for the terminal, and as a page of documentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsie.confidence import Confidences, load_confidences
from newsie.records import RECORD_TYPES
from newsie.rules import Rule, load_rules


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule, how sure it is, and whose it is."""

    rule: Rule
    confidence: float | None
    cases: int
    is_own: bool


def list_rules(folder: Path | None = None, gazetteers: Path | None = None) -> list[ListedRule]:
    """All rules in the order in which they are tried, a user's own among them.

    Raises:
        RuleFileError, GazetteerError: naming the file and the rule.
    """
    confidences = load_confidences(folder)
    return [
        _list_rule(rule, confidences)
        for t in RECORD_TYPES
        for rule in load_rules(t.name, t.slots, folder, gazetteers)
    ]


def _list_rule(rule: Rule, confidences: Confidences) -> ListedRule:
    confidence, cases = confidences.of(rule.id)
    return ListedRule(rule, confidence, cases, rule.id in confidences.unmeasured)


def write_rules_page() -> str:
    """The shipped rules as Markdown: what each is for, its pattern, examples, counterexamples."""
    return "\n".join(_write_lines()) + "\n"


def _write_lines() -> Iterator[str]:
    yield "# The shipped rules"
    yield ""
    yield (
        "In the order in which they are tried. Of each: how often its records were right on the "
        "gold texts (and on how many cases), its pattern, sentences that it matches (✓) and "
        "sentences that look alike and that it must not match (✗). `{name}` is a mention or a "
        "fragment of the rule file; see [the grammar of rules](rules.md)."
    )
    last = ""
    for listed in list_rules():
        record_type = listed.rule.record_type
        if record_type != last:
            yield from ("", f"## {record_type}")
            last = record_type
        yield from _write_rule(listed)


def _write_rule(listed: ListedRule) -> Iterator[str]:
    data = listed.rule.data
    yield from ("", f"### {listed.rule.id}", "")
    if data.comment:
        yield from (f"{data.comment[0].upper()}{data.comment[1:]}.", "")
    if listed.confidence is not None:
        cases = f"{listed.cases} cases" if listed.cases else "no case; the share of its type"
        yield from (f"Right: {listed.confidence:.2f} ({cases}).", "")
    yield from ("```text", data.pattern, "```", "")
    yield from (f"- ✓ {text}" for text in data.examples)
    yield from (f"- ✗ {text}" for text in data.counterexamples)
