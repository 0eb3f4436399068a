"""What a document costs grows with its length, whatever it is made of."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from array import array
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

import newsie
from newsie.ambiguity import ambiguous_repeats
from newsie.article import Article, Document, Passage
from newsie.mentions import MentionFinder
from newsie.pipeline import Extractor
from newsie.records import RECORD_TYPES
from newsie.rules import Rule, load_rules
from newsie.tokenise import load_segmenter

SHORT = 6_000  # characters: two parts of a sentence without end
TIMES = 4
MOST = 8  # times as long for four times the text: far from the 16 of a square
NOISE = 0.05  # seconds that a measurement may be off


@cache
def extractor() -> Extractor:
    return Extractor()


def seconds(unit: str, length: int) -> float:
    """The least processor time of two runs over a text of copies of unit."""
    text = (unit * (length // len(unit) + 1))[:length]
    document = Document("a.txt", text, published="2025-02-06", place="嘉定区")
    taken = []
    for _ in range(2):
        start = time.process_time()
        extractor().extract(document)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    "unit",
    [
        "长",
        "1",
        "、",
        "“",
        "（",
        "将",
        "在",
        "2月6日",
        "全区企业达5万家。",
        "区委书记高小满主持会议。",
        "工会",
        "达到",
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    short = seconds(unit, SHORT)
    assert seconds(unit, TIMES * SHORT) < MOST * short + NOISE


SHORT_SENTENCE = 400  # characters
NOISE_OF_A_RULE = 0.02  # seconds
RULES = [rule for t in RECORD_TYPES for rule in load_rules(t.name, t.slots)]


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder(None, load_segmenter("jieba", ()))


def near_misses(finder: MentionFinder, rule: Rule) -> list[str]:
    """What nearly makes a rule match, to be said again and again: its triggers, half an example."""
    text = rule.data.examples[0]
    offsets = array("I", range(len(text) + 1))
    passage = Passage(text, text, offsets[:-1], offsets[1:])
    article = Article(0, "news", 0, len(text), source=text, passage=passage)
    finder.find(article)
    marked = [sentence.marked for sentence in article.sentences]
    halves = [part for m in marked for part in (m[:-1], m[: len(m) // 2], m[len(m) // 2 :])]
    return [unit for unit in (*sorted(rule.triggers)[:2], *halves) if unit]


def seconds_of_pattern(rule: Rule, unit: str, length: int) -> float:
    """The processor time in which a rule goes through a sentence of copies of unit."""
    sentence = (unit * (length // len(unit) + 1))[:length]
    start = time.process_time()
    for _ in rule.pattern.finditer(sentence):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_four_times_the_sentence_takes_a_rule_about_four_times_as_long(
    finder: MentionFinder, rule: Rule
) -> None:
    slow = []
    for unit in near_misses(finder, rule):
        short = seconds_of_pattern(rule, unit, SHORT_SENTENCE)
        taken = seconds_of_pattern(rule, unit, TIMES * SHORT_SENTENCE)
        if taken > MOST * short + NOISE_OF_A_RULE:
            slow.append((unit, short, taken))
    assert slow == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_repeat_in_a_rule_reads_a_text_in_two_ways(rule: Rule) -> None:
    assert ambiguous_repeats(rule.pattern.pattern) == []


def patterns_in(name: str, value: object) -> Iterator[tuple[str, str]]:
    """The patterns of a module's name, also those in its tables, rows and classes."""
    if isinstance(value, re.Pattern):
        yield name, value.pattern
    elif isinstance(value, dict):
        yield from patterns_in(name, [*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for place, item in enumerate(value):
            yield from patterns_in(f"{name}[{place}]", item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from patterns_in(name, [getattr(value, field.name) for field in fields(value)])


def patterns_of_modules() -> dict[str, str]:
    """The patterns that newsie's modules hold, by module and name."""
    return {
        place: pattern
        for module in pkgutil.walk_packages(newsie.__path__, "newsie.")
        if module.name != "newsie.__main__"
        for name, value in vars(importlib.import_module(module.name)).items()
        for place, pattern in patterns_in(f"{module.name}.{name}", value)
    }


def test_no_repeat_in_a_module_reads_a_text_in_two_ways() -> None:
    patterns = patterns_of_modules()
    found = {name: ambiguous_repeats(pattern) for name, pattern in patterns.items()}
    assert found == {name: [] for name in patterns}
