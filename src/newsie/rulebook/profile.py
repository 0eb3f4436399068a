"""Documents in, for every rule how often it was tried, how often it held, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter_ns

from newsie.article import Document, Sentence
from newsie.pipeline import NO_STORY, Extractor
from newsie.rules import Rule, match_rule


@dataclass(slots=True)
class RuleProfile:
    """What a rule did.

    Args:
        rule: it.
        tried: sentences in which its pattern was tried, as they hold its words.
        held: matches.
        records: records that it made.
        nanoseconds: spent in its pattern.
    """

    rule: Rule
    tried: int = 0
    held: int = 0
    records: int = 0
    nanoseconds: int = 0


def profile_rules(extractor: Extractor, documents: Iterable[Document]) -> list[RuleProfile]:
    """Profile all rules of an extractor, the slowest first.

    Raises:
        ArticleError: an article is too long.
    """
    profiles = {rule.id: RuleProfile(rule) for rule in extractor.asked_rules}
    for document in documents:
        for article in extractor.read_articles(document):
            for record in extractor.extract_article(article):
                if record.rule in profiles:
                    profiles[record.rule].records += 1
            if article.kind in NO_STORY:
                continue
            for sentence in article.sentences:
                for profile in profiles.values():
                    if _may_hold(profile.rule, sentence.marked):
                        _try(profile, sentence)
    return sorted(profiles.values(), key=lambda p: (-p.nanoseconds, p.rule.id))


def _may_hold(rule: Rule, marked: str) -> bool:
    """Whether a sentence holds a word of each set of which every match holds one."""
    return all(any(word in marked for word in words) for words in (rule.triggers, *rule.others))


def _try(profile: RuleProfile, sentence: Sentence) -> None:
    before = perf_counter_ns()
    held = len(match_rule(profile.rule, sentence))
    profile.nanoseconds += perf_counter_ns() - before
    profile.tried += 1
    profile.held += held
