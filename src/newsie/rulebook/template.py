"""A record type, an id and a sentence in, the beginning of a rule with its test out."""

from __future__ import annotations

import re
from pathlib import Path

from newsie.article import MENTION_MARKS
from newsie.errors import UsageError
from newsie.records import RECORD_TYPES
from newsie.rulebook.reading import PUBLISHED, make_finder, read_sentence
from newsie.rules import load_rules

_KINDS = {mark: kind for kind, mark in MENTION_MARKS.items()}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STOPS = "。！？"

_RULE = """[[rule]]
id = '{id}'
# A regular expression over the sentence, in which each mention is one character: {kinds}.
# {{people}} is a list of persons with their posts. {{person:SLOT}} and (?P<SLOT>…) name slots;
# slots of this type: {slots}.
pattern = '{pattern}'
{values}# Sentences that it must match, with people and firms of your own invention.
examples = ['{example}']
# Sentences that look alike, and that it must not match.
counterexamples = []
"""
_CASE = """[[case]]
label = "{id}"
text = '{example}'
published = '{published}'
place = '长沙县'
[[case.records]]
rule = "{type}/{id}"
"""


def add_rule(
    folder: Path, record_type: str, rule_id: str, example: str, gazetteers: Path | None = None
) -> tuple[Path, Path]:
    """Begin a rule with a sentence that it is to match, and a row that tests it.

    The sentence with its mentions as slots is the first draft of the pattern. Both are put behind
    what `TYPE.toml` and `tests/TYPE.toml` of the folder hold.

    Returns:
        The files of the rule and of its test.

    Raises:
        UsageError: there is no such type, the id is no id or taken, or the sentence cannot stand
            in a file.
    """
    slots = {t.name: t.slots for t in RECORD_TYPES}
    if record_type not in slots:
        raise UsageError(f"{record_type}: there are rules for {', '.join(slots)}")
    if not _ID.fullmatch(rule_id):
        raise UsageError(f"{rule_id}: an id is of small letters, digits and hyphens (went-to)")
    if "'" in example or "\n" in example or not example.strip():
        raise UsageError("the example must be one sentence, without '")
    rule_file, test_file = folder / f"{record_type}.toml", folder / "tests" / f"{record_type}.toml"
    before = rule_file.read_text(encoding="utf-8") if rule_file.is_file() else ""
    if re.search(rf"(?m)^id\s*=\s*['\"]{rule_id}['\"]", before):
        raise UsageError(f"{rule_file}: it has a rule {rule_id!r} already")
    rule = _RULE.format(
        id=rule_id,
        kinds=" ".join(f"{{{kind}}}" for kind in MENTION_MARKS),
        slots=", ".join(sorted(slots[record_type])),
        pattern=draft_pattern(example, gazetteers),
        values=_tell_values(record_type, slots[record_type]),
        example=example,
    )
    case = _CASE.format(id=rule_id, type=record_type, example=example, published=PUBLISHED)
    test_file.parent.mkdir(parents=True, exist_ok=True)
    for file, text in ((rule_file, rule), (test_file, case)):
        held = file.read_text(encoding="utf-8") if file.is_file() else ""
        file.write_text(f"{held}\n{text}" if held else text, encoding="utf-8")
    return rule_file, test_file


def _tell_values(record_type: str, slots: frozenset[str]) -> str:
    """What the shipped rules of the type set, as a comment to choose from."""
    known: dict[str, dict[str, None]] = {}
    for rule in load_rules(record_type, slots):
        for key, value in rule.data.values.items():
            known.setdefault(key, {})[repr(value)] = None
    told = "; ".join(f"{key} = {' | '.join(values)}" for key, values in sorted(known.items()))
    return (
        f"# Constants that rules of this type may set, in values = {{ … }}: {told}\n"
        if told
        else ""
    )


def draft_pattern(example: str, gazetteers: Path | None = None) -> str:
    """A sentence as a pattern: its mentions as slots, its words as they are."""
    article = read_sentence(make_finder(gazetteers), example)
    marked = "".join(sentence.marked for sentence in article.sentences).rstrip(_STOPS)
    return "".join(
        f"{{{_KINDS[c]}}}" if c in _KINDS else re.escape(c) if c in r"\.^$*+?{}[]|()" else c
        for c in marked
    )
