"""Rules: TOML files of slot patterns in, matches over marked sentences out.

A rule's `pattern` is a regular expression of Python's `re` over a sentence in which each mention
is one mark. `{person}` stands for the mark of a person, `{person:host}` also names it; a name that
is no mention kind is a fragment of the file's `[fragments]` table, and is put in as it stands:

    [fragments]
    chaired = '主持(?:召开)?'

    [[rule]]
    id = 'chaired'
    pattern = '{people:host}{chaired}(?P<name>[^，]{2,40}会)'
    examples = ['区委书记高小满主持召开全区教育工作会']
    counterexamples = ['晚会由电视台主持']

A name may be used several times; a match holds the spans of all. `{honour}`, or whatever else is
the name of a gazetteer, stands for any of the gazetteer's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from newsie.article import MENTION_MARKS, Article, Mention, Sentence, Span
from newsie.errors import GazetteerError, RuleFileError
from newsie.gazetteers import load_gazetteer
from newsie.resources import data_folder
from newsie.rule_file import RuleData, read_rule_file
from newsie.triggers import (
    compile_quick,
    first_characters,
    group_numbers,
    is_anchored,
    one_of,
    required_literals,
)

_SLOT = re.compile(r"\{(?P<kind>[a-z_]+)(?::(?P<name>[a-z_]+))?\}|\(\?P<(?P<group>[a-z_]+)>")
_DEEPEST = 8  # fragments inside fragments
_FEW = 4  # words that are sooner looked for one by one
_REMEMBERED = 4096
_TITLED = f"{MENTION_MARKS['post']}?{MENTION_MARKS['person']}"
# A list of persons, each with the post before it or none: 区委书记甲，副书记乙、丙和丁等.
_PEOPLE = f"{_TITLED}(?:(?:、|，|和|及|以及|与|并|（|）| )+{_TITLED})*(?:）)?(?:等(?:人)?)?"
_compile_once = cache(compile_quick)
BUILT_IN = {kind: mark for kind, mark in MENTION_MARKS.items()} | {"people": _PEOPLE}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is tried; `id` is `TYPE/ID`, `names` the slots of its groups, by number."""

    id: str
    record_type: str  # `meeting` of `meeting/chaired`
    expression: str  # the pattern with its slots put in
    anchored: bool  # whether it can only match at the start of a sentence
    names: tuple[tuple[int, str], ...]
    triggers: frozenset[str]  # a sentence without any of them, as text or as marks, cannot match
    others: tuple[frozenset[str], ...]  # nor one without any of each of these
    data: RuleData

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: one page needs a quarter of the rules.

        Raises:
            RuleFileError: some faults are only found then, as a look-behind of any width.
        """
        try:
            return _compile_once(self.expression)
        except re.error as error:
            raise RuleFileError(f"rule '{self.id}': not a regular expression: {error}") from error

    def value(self, key: str, default: Any = None) -> Any:
        """A constant that the rule sets."""
        return self.data.values.get(key, default)


@dataclass(slots=True, unsafe_hash=True)
class Match:
    """A rule that holds in a sentence: passage span, and the passage spans of its slots."""

    rule: Rule
    sentence: Sentence
    start: int
    end: int
    slots: Mapping[str, tuple[Span, ...]]

    def span(self, name: str) -> Span | None:
        """The first span of a slot, or None where the slot is empty."""
        spans = self.slots.get(name)
        return spans[0] if spans else None

    def mentions(self, name: str, kind: str) -> list[Mention]:
        """The mentions of a kind that lie inside a slot."""
        return [
            mention
            for span in self.slots.get(name, ())
            for mention in self.sentence.mentions
            if mention.kind == kind and span.start <= mention.start and mention.end <= span.end
        ]


class RuleIndex:
    """The rules of all record types, found by their words; built once a worker.

    Every match of a rule holds a word of each of the rule's sets. One pass of one automaton over
    an article says of which sets its sentences hold words, and so which rules to try there: a
    sentence without any trigger reaches none. Sets are kept as bits of an integer.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._types = tuple(dict.fromkeys(rule.record_type for rule in rules))
        triggers = dict.fromkeys(rule.triggers for rule in rules)
        others = dict.fromkeys(other for rule in rules for other in rule.others)
        bits = {words: 1 << i for i, words in enumerate(triggers | others)}
        self._triggers = (1 << len(triggers)) - 1  # the bits of these sets
        literals = sorted({literal for words in bits for literal in words})
        self._sets_of = [
            sum(bit for words, bit in bits.items() if literal in words) for literal in literals
        ]
        self._automaton = AhoCorasick(literals)
        self._by_trigger: dict[int, list[tuple[int, int]]] = {}
        self._triggered = lru_cache(maxsize=_REMEMBERED)(self._find_triggered)
        for rank, rule in enumerate(rules):
            needs = sum(bits[words] for words in {rule.triggers, *rule.others})
            self._by_trigger.setdefault(bits[rule.triggers], []).append((rank, needs))

    def match_article(self, article: Article) -> dict[str, list[Match]]:
        """By record type, every match of every rule: by sentence, then by rule, then by place."""
        matches: dict[str, list[Match]] = {name: [] for name in self._types}
        for sentence, held in self._find_sets(article.sentences):
            for rule, needs in self._triggered(held & self._triggers):
                if held & needs == needs and (found := match_rule(rule, sentence)):
                    matches[rule.record_type] += found
        return matches

    def _find_sets(self, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int]]:
        """The sentences that hold words of rules, each with the sets that these are of."""
        text = "\n".join([sentence.marked for sentence in sentences])
        index, held = -1, 0
        end = 0  # where the sentence ends, in the joined text
        sets_of = self._sets_of
        for literal, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start >= end:  # hits come by where they end, and none reaches over a line's end
                if held:
                    yield sentences[index], held
                held = 0
                while start >= end:
                    index += 1
                    end += len(sentences[index].marked) + 1
            held |= sets_of[literal]
        if held:
            yield sentences[index], held

    def _find_triggered(self, triggers: int) -> tuple[tuple[Rule, int], ...]:
        """The rules that have one of these sets for their triggers, each with all it needs.

        As many sentences differ in their sets as are alike: nothing but these rules is looked at.
        """
        triggered = []
        while triggers:
            trigger = triggers & -triggers
            triggers ^= trigger
            triggered += self._by_trigger[trigger]
        return tuple((self.rules[rank], needs) for rank, needs in sorted(triggered))


def match_rule(rule: Rule, sentence: Sentence) -> list[Match]:
    """The matches of one rule in one sentence, left to right, without overlap."""
    bounds = sentence.bounds
    matches = []
    places: Iterable[re.Match[str]]
    pattern = rule.pattern
    if rule.anchored:  # `finditer` would try it at every character
        first = pattern.match(sentence.marked)
        places = (first,) if first else ()
    else:
        places = pattern.finditer(sentence.marked)
    for found in places:
        slots: dict[str, tuple[Span, ...]] = {}
        spans = found.regs  # all at once, where span() gives one
        for group, name in rule.names:
            start, end = spans[group]
            if start >= 0:
                span = Span(bounds[start], bounds[end])
                slots[name] = (*slots[name], span) if name in slots else (span,)
        start, end = spans[0]
        matches.append(Match(rule, sentence, bounds[start], bounds[end], slots))
    return matches


def load_rules(
    record_type: str,
    slots: Iterable[str],
    folder: Path | None = None,
    gazetteers: Path | None = None,
) -> list[Rule]:
    """Load the shipped rules of a record type, and a user's own over them.

    Args:
        record_type: names the file, `meeting` → `meeting.toml`.
        slots: the names that patterns may give to their slots.
        folder: the user's rules; a rule of a shipped id replaces it, others are added behind.
        gazetteers: the user's gazetteers, whose words patterns may name too.

    Raises:
        RuleFileError: naming the file and the rule, and what is wrong with it.
    """
    name = f"{record_type}.toml"
    allowed = frozenset(slots)
    words = _Words(gazetteers)
    rules = _load_file(data_folder("rules") / name, record_type, allowed, words, own=False)
    if folder is not None and (folder / name).is_file():
        rules |= _load_file(folder / name, record_type, allowed, words, own=True)
    return list(rules.values())


def check_rules_folder(folder: Path, record_types: Iterable[str]) -> None:
    """Refuse a user's folder with a rule file of no record type: it would be passed over.

    Raises:
        RuleFileError: naming the file, and what there may be.
    """
    known = sorted(f"{name}.toml" for name in record_types)
    for file in sorted(folder.glob("*.toml")):
        if file.name not in known:
            raise RuleFileError(
                f"{file}: no record type is called so; there are {', '.join(known)}"
            )


class _Words:
    """The alternation of a gazetteer's words, by its kind, made when first asked for."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._made: dict[str, str] = {}

    def __getitem__(self, kind: str) -> str:
        if kind not in self._made:
            rows = load_gazetteer(kind, self._folder)
            words = sorted((next(iter(row.values())) for row in rows), key=lambda w: (-len(w), w))
            self._made[kind] = "|".join(map(re.escape, words))
        return self._made[kind]


def _load_file(
    path: Traversable, record_type: str, slots: frozenset[str], words: _Words, *, own: bool
) -> dict[str, Rule]:
    where = f"{record_type}.toml" if not isinstance(path, Path) else str(path)
    data = read_rule_file(path, where)
    rules: dict[str, Rule] = {}
    for rule in data.rule:
        if rule.id in rules:
            raise RuleFileError(f"{where}, rule '{rule.id}': this id is used twice; rename one")
        fragments = _Fragments(data.fragments, words)
        rules[rule.id] = _compile(rule, record_type, fragments, slots, where, own=own)
    return rules


@lru_cache(maxsize=_REMEMBERED)
def _look_first(text: str) -> str:
    """A choice behind a look at its first character, which spares trying the choices in turn."""
    if text.count("|") < _FEW:
        return text
    try:
        first = first_characters(text)
    except re.error:  # told of the whole pattern
        return text
    return text if first is None else f"(?={one_of(first)})(?:{text})"


class _Fragments:
    """What `{name}` stands for: a mention, a fragment of the file, or a gazetteer's words."""

    def __init__(self, fragments: Mapping[str, str], words: _Words) -> None:
        self._fragments = fragments
        self._words = words

    def __getitem__(self, name: str) -> str:
        return BUILT_IN.get(name) or self._fragments.get(name) or self._words[name]


class _Expansion:
    """A pattern being put together: slots replaced, groups given names of their own."""

    def __init__(self, fragments: _Fragments, slots: frozenset[str], where: str) -> None:
        self.names: dict[str, str] = {}
        self._fragments = fragments
        self._slots = slots
        self._where = where

    def expand(self, text: str, depth: int = 0) -> str:
        """The regular expression of a pattern or fragment."""
        if depth > _DEEPEST:
            raise RuleFileError(f"{self._where}: its fragments hold each other")

        def put(found: re.Match[str]) -> str:
            if found["group"]:
                return f"(?P<{self._name(found['group'])}>"
            try:
                inner = self._fragments[found["kind"]]
            except GazetteerError as error:
                raise RuleFileError(
                    f"{self._where}: '{{{found['kind']}}}' is neither a mention nor a fragment nor "
                    "a gazetteer"
                ) from error
            inner = self.expand(inner, depth + 1)
            inner, name = _look_first(inner), found["name"]
            return f"(?P<{self._name(name)}>{inner})" if name else f"(?:{inner})"

        return _SLOT.sub(put, text)

    def _name(self, name: str) -> str:
        if name not in self._slots:
            known = ", ".join(sorted(self._slots))
            raise RuleFileError(f"{self._where}: no slot is called '{name}'; there are {known}")
        group = f"{name}_{len(self.names)}"
        self.names[group] = name
        return group


def _compile(
    rule: RuleData,
    record_type: str,
    fragments: _Fragments,
    slots: frozenset[str],
    where: str,
    *,
    own: bool,
) -> Rule:
    here = f"{where}, rule '{rule.id}'"
    expansion = _Expansion(fragments, slots, here)
    text = expansion.expand(rule.pattern)
    try:
        triggers = required_literals(text)
        if own:  # some faults are only found in compiling: a look-behind of any width
            _compile_once(text)
    except re.error as error:
        raise RuleFileError(f"{here}: not a regular expression: {error}") from error
    if not triggers:
        raise RuleFileError(f"{here}: it has no word or slot that every match must hold")
    numbers = group_numbers(text)
    return Rule(
        id=f"{record_type}/{rule.id}",
        record_type=record_type,
        expression=text,
        anchored=is_anchored(text),
        names=tuple((numbers[group], name) for group, name in expansion.names.items()),
        triggers=frozenset(triggers[0]),
        others=tuple(map(frozenset, triggers[1:])),
        data=rule,
    )
