"""Rules: the shipped ones keep their promises, and broken files are refused by name."""

from __future__ import annotations

import re
from array import array
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from newsie.article import Article, Passage
from newsie.errors import RuleFileError
from newsie.mentions import MentionFinder
from newsie.pipeline import Extractor
from newsie.records import RECORD_TYPES
from newsie.rules import Rule, RuleIndex, load_rules, match_rule
from newsie.tokenise import load_segmenter
from newsie.triggers import remember_classes

RULE = """
[[rule]]
id = 'chaired'
pattern = '{people:host}主持(?P<name>[^，]{2,40}会)'
examples = ['区长高小满主持全区教育工作会']
counterexamples = ['晚会由电视台主持']
"""


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder(None, load_segmenter("jieba", ()))


def read(finder: MentionFinder, text: str) -> Article:
    """An article of one line, with its mentions."""
    offsets = range(len(text) + 1)
    passage = Passage(text, text, array("I", offsets[:-1]), array("I", offsets[1:]))
    article = Article(0, "news", 0, len(text), doc_id="-", source=text, passage=passage)
    article.published = "2025-03-12"
    finder.find(article)
    return article


def holds(rule: Rule, article: Article) -> bool:
    return any(match_rule(rule, sentence) for sentence in article.sentences)


SHIPPED = [
    (record_type.name, rule)
    for record_type in RECORD_TYPES
    for rule in load_rules(record_type.name, record_type.slots)
]


@pytest.mark.parametrize(("name", "rule"), SHIPPED, ids=lambda value: getattr(value, "id", ""))
def test_rules_match_their_examples_and_no_counterexample(
    finder: MentionFinder, name: str, rule: Rule
) -> None:
    articles = {text: read(finder, text) for text in rule.data.examples}
    articles |= {text: read(finder, text) for text in rule.data.counterexamples}
    matched = [text for text, article in articles.items() if holds(rule, article)]
    assert matched == rule.data.examples


@pytest.mark.parametrize(("name", "rule"), SHIPPED, ids=lambda value: getattr(value, "id", ""))
def test_rules_are_found_by_their_triggers(finder: MentionFinder, name: str, rule: Rule) -> None:
    """The trigger index sends a rule every sentence that it matches."""
    alone = RuleIndex([rule])
    for text in rule.data.examples:
        article = read(finder, text)
        direct = [m for sentence in article.sentences for m in match_rule(rule, sentence)]
        assert alone.match_article(article) == {name: direct}


@pytest.mark.parametrize(("name", "rule"), SHIPPED, ids=lambda value: getattr(value, "id", ""))
def test_rules_match_as_re_compiles_them(finder: MentionFinder, name: str, rule: Rule) -> None:
    """What a search skips to takes nothing from a pattern."""
    plain = re.compile(rule.pattern.pattern)
    for text in (*rule.data.examples, *rule.data.counterexamples):
        for sentence in read(finder, text).sentences:
            found = [match.regs for match in rule.pattern.finditer(sentence.marked)]
            assert found == [match.regs for match in plain.finditer(sentence.marked)]


def write(folder: Path, text: str) -> Path:
    (folder / "meeting.toml").write_text(text, encoding="utf-8")
    return folder


def test_rules_of_a_user_are_added_behind_the_shipped(tmp_path: Path) -> None:
    slots = next(t.slots for t in RECORD_TYPES if t.name == "meeting")
    shipped = [rule.id for rule in load_rules("meeting", slots)]
    added = load_rules("meeting", slots, write(tmp_path, RULE.replace("chaired", "my-own")))
    assert [rule.id for rule in added] == [*shipped, "meeting/my-own"]


def test_rules_of_a_user_replace_those_of_their_id(tmp_path: Path) -> None:
    slots = next(t.slots for t in RECORD_TYPES if t.name == "meeting")
    first = load_rules("meeting", slots)[0]
    own = RULE.replace("chaired", first.data.id)
    loaded = load_rules("meeting", slots, write(tmp_path, own))[0]
    assert (loaded.id, loaded.data.examples) == (first.id, ["区长高小满主持全区教育工作会"])


BROKEN = {
    "not TOML": ("[[rule]\n", "meeting.toml: not TOML in UTF-8"),
    "an unknown key": (RULE + "colour = 'red'\n", "meeting.toml: rule.0.colour: Extra inputs"),
    "no examples": (
        RULE.replace("examples = ['区长高小满主持全区教育工作会']", "examples = []"),
        "meeting.toml: rule.0.examples: List should have at least 1 item",
    ),
    "an id twice": (RULE + RULE, "meeting.toml, rule 'chaired': this id is used twice"),
    "an unknown slot": (
        RULE.replace("{people:host}", "{people:colour}"),
        "meeting.toml, rule 'chaired': no slot is called 'colour'",
    ),
    "an unknown fragment": (
        RULE.replace("{people:host}", "{no_such}"),
        "meeting.toml, rule 'chaired': '{no_such}' is neither a mention nor a fragment",
    ),
    "an open bracket": (
        RULE.replace("会)'", "会'"),
        "meeting.toml, rule 'chaired': not a regular expression",
    ),
    "a look-behind of any width": (  # only compiling tells, which shipped rules put off
        RULE.replace("主持", "(?<!也+)主持"),
        "meeting.toml, rule 'chaired': not a regular expression: look-behind requires",
    ),
    "no trigger": (
        RULE.replace("{people:host}主持(?P<name>[^，]{2,40}会)", "[^，]+"),
        "meeting.toml, rule 'chaired': it has no word or slot that every match must hold",
    ),
    "fragments in a ring": (
        "[fragments]\na = '{b}'\nb = '{a}'\n" + RULE.replace("主持", "{a}主持"),
        "meeting.toml, rule 'chaired': its fragments hold each other",
    ),
}


@pytest.mark.parametrize(
    ("text", "message"),
    list(BROKEN.values()),
    ids=list(BROKEN),
)
def test_rules_that_are_broken_are_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    slots = next(t.slots for t in RECORD_TYPES if t.name == "meeting")
    with pytest.raises(RuleFileError) as raised:
        load_rules("meeting", slots, write(tmp_path, text))
    assert message in str(raised.value)


def test_a_rule_file_of_no_record_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meetings.toml").write_text(RULE, encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"meetings\.toml: no record type is called so"):
        Extractor(rules=tmp_path)


def code_of(pattern: str, flags: int) -> list[int]:
    """What a pattern is compiled to."""
    code: list[int] = compiler._code(parser.parse(pattern, flags), flags)
    return code


def test_remembered_classes_change_no_pattern() -> None:
    patterns = [
        ("[^，。；]{2,9}[一-鿿]+[a-c]", re.UNICODE),
        ("[a-c][一-鿿]|[k\u212a]", re.UNICODE | re.IGNORECASE),
        ("[\\s，。；][😀-😎x][^一-鿿]", re.UNICODE),
        (SHIPPED[0][1].expression, re.UNICODE),
    ]
    plain = [code_of(*pattern) for pattern in patterns]
    work_out = compiler._optimize_charset
    with remember_classes():
        remembered = [[code_of(*pattern) for pattern in patterns] for _ in range(2)]
    assert remembered == [plain, plain]
    assert compiler._optimize_charset is work_out
