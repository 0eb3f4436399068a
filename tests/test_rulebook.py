"""Rules as their authors need them: checked, listed, timed, begun."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsie.cli import app
from newsie.records import RECORD_TYPES
from newsie.rulebook.template import draft_pattern
from newsie.rules import load_rules

SAMPLES = Path(__file__).parents[1] / "samples"
RULE = """[[rule]]
id = 'night-round'
pattern = '{people:attendee}(?P<description>到[^，。]{1,20}?夜巡)'
values = { kind = 'visit' }
examples = ['县长汪远帆到柳湾村夜巡。']
counterexamples = ['工作组到柳湾村夜巡。']
"""
CASE = """[[case]]
label = "a visit after dark"
text = '3月10日晚，长沙县县长汪远帆到柳湾村夜巡。'
published = '2025-03-12'
[[case.records]]
rule = "activity/night-round"
date = "2025-03-10"
evidence = ["3月10日", "长沙县县长汪远帆到柳湾村夜巡"]
"""


def rules(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rules", *arguments])


def write(folder: Path, rule: str, case: str | None = None) -> Path:
    (folder / "tests").mkdir(exist_ok=True)
    (folder / "activity.toml").write_text(rule, encoding="utf-8")
    if case is not None:
        (folder / "tests" / "activity.toml").write_text(case, encoding="utf-8")
    return folder


def told(result: Result, folder: Path) -> tuple[int, list[str]]:
    lines = (result.stdout + result.stderr).replace(f"{folder}/", "").splitlines()
    return result.exit_code, lines


def test_rules_that_do_what_they_should_pass(tmp_path: Path) -> None:
    result = rules("check", str(write(tmp_path, RULE, CASE)))
    assert told(result, tmp_path) == (0, ["1 rules, 0 things wrong"])


def test_all_that_is_wrong_with_rules_is_told(tmp_path: Path) -> None:
    own = (
        RULE
        + RULE.replace("night-round", "no-example").replace("县长汪远帆到", "县长汪远帆在")
        + RULE.replace("night-round", "loose").replace("工作组到", "镇长高小满到")
        + RULE.replace("night-round", "handed-over").replace("夜巡", "夜探")
        + RULE.replace("night-round", "doubling").replace(
            "pattern = '", "pattern = '(?:实地|实|地)*"
        )
    )
    cases = (
        CASE.replace("2025-03-10", "2025-03-11")
        + CASE.replace("after dark", "to nobody").replace("夜巡。'", "夜谈。'")
        + CASE.replace("after dark", "in red")
        + 'colour = "red"\n'
    )
    table = "tests/activity.toml, 'a visit"
    assert told(rules("check", str(write(tmp_path, own, cases))), tmp_path) == (
        1,
        [
            "activity/handed-over: note: overrides the shipped rule of this id",
            "activity/no-example: does not match its example 县长汪远帆在柳湾村夜巡。",
            "activity/loose: matches its counterexample 镇长高小满到柳湾村夜巡。",
            "activity/doubling: a repeat reads 实地 in two ways, and the time it takes doubles "
            "with each of them; write (?>...) around what is repeated, the longest choice first, "
            "or bound it: {0,6}",
            f"{table} after dark': date is '2025-03-10', not '2025-03-11'",
            f"{table} to nobody': 1 records were expected, 0 came: none",
            f"{table} in red': records of this type have no field 'colour'",
            "activity/handed-over: note: no row of tests has a record by it",
            "activity/no-example: note: no row of tests has a record by it",
            "activity/loose: note: no row of tests has a record by it",
            "activity/doubling: note: no row of tests has a record by it",
            "5 rules, 6 things wrong",
        ],
    )


BROKEN = {
    "a rule": (
        RULE.replace("attendee}", "guest}"),
        CASE,
        "newsie: activity.toml, rule 'night-round': no slot is called 'guest'; there are ",
    ),
    "a table": (
        RULE,
        CASE.replace("label", "name"),
        "newsie: tests/activity.toml: case.0.label: Field required",
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_loaded_is_named(tmp_path: Path, case: tuple[str, str, str]) -> None:
    rule, table, message = case
    code, lines = told(rules("check", str(write(tmp_path, rule, table))), tmp_path)
    assert (code, [line[: len(message)] for line in lines]) == (2, [message])


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    result = rules("check", str(tmp_path))
    assert (result.exit_code, "no rules in it; they stand in meeting.toml, " in result.stdout) == (
        1,
        True,
    )
    missing = rules("check", "none")
    assert (missing.exit_code, missing.stderr) == (2, "newsie: none: no such folder\n")


def test_a_new_rule_begins_with_its_sentence_and_a_test(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    sentence = "3月10日，县长汪远帆到柳湾镇夜巡(慰问)。"
    first = rules("new", "activity/toured", sentence, "-o", str(folder))
    second = rules("new", "activity/toured-again", sentence, "-o", str(folder))
    assert (first.exit_code, second.exit_code) == (0, 0)
    written = (folder / "activity.toml").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^(?:id|pattern) = '(.*)'", written) == [
        "toured",
        r"{date}，{post}{person}到{place}夜巡\(慰问\)",
        "toured-again",
        r"{date}，{post}{person}到{place}夜巡\(慰问\)",
    ]
    slots = next(t.slots for t in RECORD_TYPES if t.name == "activity")
    assert [rule.data.id for rule in load_rules("activity", slots, folder)][-2:] == [
        "toured",
        "toured-again",
    ]
    table = (folder / "tests" / "activity.toml").read_text(encoding="utf-8")
    assert table.count("[[case]]") == 2


@pytest.mark.parametrize(
    ("name", "sentence", "message"),
    [
        ("poem/rhymed", "会", "newsie: poem: there are rules for meeting, activity, "),
        ("activity/To_ur", "会", "newsie: To_ur: an id is of small letters, digits and hyphens"),
        ("activity/a", "it's", "newsie: the example must be one sentence, without '"),
        ("activity/night-round", "会", "newsie: {}/activity.toml: it has a rule 'night-round' al"),
    ],
)
def test_a_rule_that_cannot_be_begun_is_told(
    tmp_path: Path, name: str, sentence: str, message: str
) -> None:
    (tmp_path / "activity.toml").write_text(RULE, encoding="utf-8")
    result = rules("new", name, sentence, "-o", str(tmp_path))
    assert (result.exit_code, result.stderr.startswith(message.format(tmp_path))) == (2, True)


def test_a_draft_escapes_what_patterns_read_otherwise() -> None:
    assert draft_pattern("增长5.4%[注]") == r"增长{quantity}\[注\]"


def test_rules_are_listed_with_their_confidence(tmp_path: Path) -> None:
    (tmp_path / "activity.toml").write_text(RULE, encoding="utf-8")
    lines = rules("list", "--types", "activity", "--rules", str(tmp_path)).stdout.splitlines()
    assert re.fullmatch(r"activity/visit +[01]\.\d\d +\d+  \S+", lines[0])
    own = "activity/night-round (yours)            -     0  县长汪远帆到柳湾村夜巡。"
    assert lines[-1].split() == own.split()
    assert rules("list", "--types", "poem").exit_code == 2


def test_rules_are_profiled() -> None:
    result = rules("profile", str(SAMPLES / "texts" / "06-teachers-day.txt"))
    rows = {line.split()[0]: line.split()[1:4] for line in result.stdout.splitlines()[1:]}
    tried, held, made = map(int, rows["official/title-before-names"])
    assert tried >= 1
    assert held >= made >= 1
    assert set(rows) == {r.id for t in RECORD_TYPES for r in load_rules(t.name, t.slots)}
