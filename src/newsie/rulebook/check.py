"""A folder of rules in, what is wrong with them out.

Rules must load, match their examples and none of their counterexamples, and repeat nothing that
reads a text in two ways. Tables beside them, in
`tests/TYPE.toml`, say what records a text is to give:

    [[case]]
    label = "a visit told by its guests"
    text = '3月10日，县长汪远帆到柳湾镇调研。'
    published = '2025-03-12'
    place = '长沙县'
    [[case.records]]
    rule = "activity/went-to"
    date = "2025-03-10"

A row holds where a text gives these records of the type, in this order, each with these fields
(`evidence` as a list of texts); what a row does not name is not compared. `records = []` says that
there are none. Every rule should be the `rule` of a record in some row.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from newsie.ambiguity import ambiguous_repeats
from newsie.article import Document
from newsie.errors import RuleFileError
from newsie.pipeline import Extractor
from newsie.record import Record
from newsie.records import RECORD_TYPES
from newsie.rulebook.reading import make_finder, read_sentence
from newsie.rules import Rule, check_rules_folder, load_rules, match_rule


class Case(BaseModel):
    """One row of a table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    text: str
    published: str | None = None
    place: str | None = None
    records: list[dict[str, Any]]


class CaseFile(BaseModel):
    """A table of rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case: list[Case]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know of a rule: `wrong` if it must be mended, else only a note."""

    where: str
    text: str
    wrong: bool = True


def check_rules(folder: Path, gazetteers: Path | None = None) -> tuple[int, list[Finding]]:
    """Check a user's rules; return how many there are, and what was found.

    Raises:
        RuleFileError, GazetteerError: the rules cannot be loaded at all.
    """
    check_rules_folder(folder, (t.name for t in RECORD_TYPES))
    own = {id_: rule for t in RECORD_TYPES for id_, rule in _own_rules(t.name, folder, gazetteers)}
    shipped = {rule.id for t in RECORD_TYPES for rule in load_rules(t.name, t.slots)}
    finder = make_finder(gazetteers)
    findings: list[Finding] = []
    if not own:
        files = ", ".join(f"{t.name}.toml" for t in RECORD_TYPES)
        findings.append(Finding(str(folder), f"no rules in it; they stand in {files}"))
    for rule in own.values():
        if rule.id in shipped:
            findings.append(Finding(rule.id, "overrides the shipped rule of this id", wrong=False))
        findings += _check_repeats(rule)
        for wanted, texts in ((True, rule.data.examples), (False, rule.data.counterexamples)):
            for text in texts:
                sentences = read_sentence(finder, text).sentences
                holds = any(match_rule(rule, sentence) for sentence in sentences)
                if holds != wanted:
                    what = "does not match its example" if wanted else "matches its counterexample"
                    findings.append(Finding(rule.id, f"{what} {text}"))
    used = set()
    tables = [_read_table(file) for file in sorted((folder / "tests").glob("*.toml"))]
    extractor = Extractor(rules=folder, gazetteers=gazetteers) if tables else None
    for file, cases in tables:
        assert extractor is not None
        for case in cases:
            found, wrong = _check_case(extractor, file, case)
            findings += wrong
            used |= found
    findings += [
        Finding(rule.id, f"no row of {folder / 'tests'} has a record by it", wrong=False)
        for rule in own.values()
        if rule.id not in used
    ]
    return len(own), findings


def _check_repeats(rule: Rule) -> Iterator[Finding]:
    """Repeats that can hang a run."""
    for text in ambiguous_repeats(rule.pattern.pattern):
        yield Finding(
            rule.id,
            f"a repeat reads {text} in two ways, and the time it takes doubles with each of them; "
            "write (?>...) around what is repeated, the longest choice first, or bound it: {0,6}",
        )


def _own_rules(
    record_type: str, folder: Path, gazetteers: Path | None
) -> Iterator[tuple[str, Rule]]:
    file = folder / f"{record_type}.toml"
    if not file.is_file():
        return
    slots = next(t.slots for t in RECORD_TYPES if t.name == record_type)
    ids = {
        f"{record_type}/{rule['id']}"
        for rule in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    }
    for rule in load_rules(record_type, slots, folder, gazetteers):
        if rule.id in ids:
            yield rule.id, rule


def _read_table(file: Path) -> tuple[Path, list[Case]]:
    if file.stem not in {t.name for t in RECORD_TYPES}:
        raise RuleFileError(f"{file}: no record type is called so")
    try:
        table = CaseFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{file}: not TOML in UTF-8: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise RuleFileError(f"{file}: {place}: {first['msg']}") from error
    return file, table.case


def _check_case(extractor: Extractor, file: Path, case: Case) -> tuple[set[str], list[Finding]]:
    """The rules that a row uses, and what is wrong with it."""
    document = Document("-", case.text, case.published, case.place)
    found = [record for record in extractor.extract(document) if record.type == file.stem]
    wrong = list(_compare(f"{file}, {case.label!r}", case, found))
    return {record.rule for record in found}, wrong


def _compare(where: str, case: Case, found: list[Record]) -> Iterator[Finding]:
    if len(found) != len(case.records):
        came = "; ".join(f"{one.rule} of {_quote(one)}" for one in found) or "none"
        wanted = f"{len(case.records)} records were expected"
        yield Finding(where, f"{wanted}, {len(found)} came: {came}")
        return
    for record, expected in zip(found, case.records, strict=True):
        told = _tell(record)
        for key, value in expected.items():
            if key not in told:
                yield Finding(where, f"records of this type have no field {key!r}")
            elif _without_null(told[key]) != value:
                yield Finding(where, f"{key} is {told[key]!r}, not {value!r}")


def _tell(record: Record) -> Mapping[str, Any]:
    fields = record.model_dump()
    return fields | {"evidence": [item.text for item in record.evidence]}


def _without_null(value: Any) -> Any:
    """TOML has no null: what is null is left out of objects."""
    if isinstance(value, dict):
        return {key: _without_null(part) for key, part in value.items() if part is not None}
    return [_without_null(part) for part in value] if isinstance(value, list) else value


def _quote(record: Record) -> str:
    return "“" + " … ".join(item.text for item in record.evidence)[:60] + "”"
