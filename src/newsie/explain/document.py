"""A document in, the explanations of its records and of single sentences out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.article import Article, Document, Mention, Sentence
from newsie.explain.attempts import Attempt, show_marked, try_rules
from newsie.explain.steps import Step, tell_step
from newsie.pipeline import NO_STORY, Extractor
from newsie.record import Record
from newsie.rules import Match, Rule

# What a match needs beside its words before a record is made of it.
DEMANDS = {
    "meeting": "a meeting needs a day, somebody who did something at it, or an agenda; one that is "
    "only named, counted or long past makes no record",
    "activity": "an activity needs a day, given or relative, and somebody of office or an "
    "organisation; one inside a meeting belongs to the meeting",
    "official": "an official needs a post somewhere in the article; names of bylines do not count",
    "award": "an honour that is aimed at, applied for or taken back is no award",
    "metric": "a number of a date, an address, an attendance or a name is no metric, nor is one "
    "that is promised",
    "target": "a target needs an actor and a number, a due time, a plan, or words of aiming",
}


@dataclass(frozen=True, slots=True)
class Fill:
    """A slot of a rule and the words that filled it."""

    slot: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One match of a rule: the rule, its slots, and the mentions that they hold."""

    rule: Rule
    sentence: str
    fills: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class RecordExplanation:
    """Why a record is as it is.

    Args:
        record: it.
        made_by: the matches of the rule that made it, where a rule of sentences did.
        helped: the matches of other rules of its type in the same sentences.
        steps: how the mentions of its evidence got their values.
    """

    record: Record
    made_by: tuple[Reading, ...]
    helped: tuple[Reading, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SentenceExplanation:
    """What was made of a sentence.

    Args:
        text: as printed.
        marked: as rules see it, mentions as `{kind}`.
        steps: its mentions and their values.
        records: those whose evidence it is.
        attempts: the rules of which at least a part holds, the ones that came furthest first.
        others: how many rules have no part that does.
        note: why nothing was looked for, where that is so.
    """

    text: str
    marked: str
    steps: tuple[Step, ...]
    records: tuple[Record, ...]
    attempts: tuple[Attempt, ...]
    others: int
    note: str | None = None


def explain_records(extractor: Extractor, document: Document) -> Iterator[RecordExplanation]:
    """Explain every record of a document, in their order."""
    for article in extractor.read_articles(document):
        records = extractor.extract_article(article)
        by_type = extractor.rules.match_article(article)
        matches = [match for found in by_type.values() for match in found]
        for record in records:
            if record.type == "article":
                yield RecordExplanation(record, (), (), ())
            else:
                yield _explain_record(article, record, matches)


def _explain_record(
    article: Article, record: Record, matches: Sequence[Match]
) -> RecordExplanation:
    sentences = [s for s in article.sentences if _is_evidence(article, s.start, s.end, record)]
    own = [
        match
        for match in matches
        if match.rule.record_type == record.type
        and _is_evidence(article, match.start, match.end, record)
    ]
    steps = [
        tell_step(article, mention)
        for sentence in sentences
        for mention in _outer_mentions(sentence)
        if _is_evidence(article, mention.start, mention.end, record)
    ]
    made_by = tuple(_read(article, match) for match in own if match.rule.id == record.rule)
    helped = tuple(_read(article, match) for match in own if match.rule.id != record.rule)
    return RecordExplanation(record, made_by, helped, tuple(dict.fromkeys(steps)))


def _outer_mentions(sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence, without what only looks like one inside a name: 曾[牧野]."""
    persons = sentence.mentions_of("person")
    return [
        mention
        for mention in sentence.mentions
        if mention.kind == "person"
        or not any(p.start <= mention.start and mention.end <= p.end for p in persons)
    ]


def _is_evidence(article: Article, start: int, end: int, record: Record) -> bool:
    """Whether a passage span shares a character with a record's evidence."""
    assert article.passage is not None
    return any(
        span.start < item.end and item.start < span.end
        for span in article.passage.source_spans(start, end, article.source)
        for item in record.evidence
    )


def _read(article: Article, match: Match) -> Reading:
    assert article.passage is not None
    literal = article.passage.in_script
    fills = tuple(
        Fill(name, literal(span.start, span.end))
        for name, spans in match.slots.items()
        for span in spans
        if span.end > span.start
    )
    return Reading(match.rule, literal(match.sentence.start, match.sentence.end), fills)


def explain_sentences(
    extractor: Extractor, document: Document, wanted: str
) -> list[SentenceExplanation]:
    """Explain every sentence that holds some words, as printed or in canonical characters."""
    found = []
    for article in extractor.read_articles(document):
        assert article.passage is not None
        if article.kind in NO_STORY:
            if wanted in article.source[article.start : article.end]:
                found.append(_unread(article, wanted))
            continue
        records = extractor.extract_article(article)
        for sentence in article.sentences:
            printed = article.passage.in_script(sentence.start, sentence.end)
            if wanted in printed or wanted in sentence.text:
                found.append(_explain_sentence(extractor, article, sentence, records))
    return found


def _explain_sentence(
    extractor: Extractor, article: Article, sentence: Sentence, records: Sequence[Record]
) -> SentenceExplanation:
    assert article.passage is not None
    rules = extractor.asked_rules
    attempts = tuple(try_rules(sentence, rules))
    return SentenceExplanation(
        article.passage.in_script(sentence.start, sentence.end),
        show_marked(sentence.marked),
        tuple(tell_step(article, mention) for mention in _outer_mentions(sentence)),
        tuple(
            record
            for record in records
            if record.type != "article"
            and _is_evidence(article, sentence.start, sentence.end, record)
        ),
        attempts,
        len(rules) - len(attempts),
    )


def _unread(article: Article, wanted: str) -> SentenceExplanation:
    note = f"it stands in an article of the kind {article.kind}, of which no records are made"
    return SentenceExplanation(wanted, wanted, (), (), (), 0, note)
