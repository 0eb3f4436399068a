"""How fast other rule-based extractors are on the same text, each in an environment of its own.

    python benchmarks/compare_peers.py [DUMP.jsonl.gz] [--characters N] [--venvs DIR] [NAME ...]

Makes the environments where they are missing (some gigabytes), and runs one program after another.
The peers look for less than newsie does, and were mostly made for other languages: the table's
notes say for what each was set up. Loading is not in the figures, which are of processor time.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "texts"
SEED = 20260101

# What matchers look for besides newsie's posts: about what its rules begin with.
EXPRESSIONS = [
    r"\d{4}年\d{1,2}月\d{1,2}日",
    r"\d{1,2}月\d{1,2}日",
    r"\d+(?:\.\d+)?[万亿]?元",
    r"\d+(?:\.\d+)?%",
    r"(?:增长|下降|提高)\d+(?:\.\d+)?(?:%|个百分点)",
    r"(?:召开|举行|举办)[^，。]{2,40}(?:会议|大会|座谈会|推进会)",
    r"(?:荣获|获得|被评为)[^，。]{2,40}(?:称号|奖)",
    r"(?:力争|确保|计划)[^，。]{2,40}\d+",
    r"(?:调研|慰问|视察)[^，。]{2,30}",
    r"[^，。]{2,20}(?:签约|揭牌|启动)仪式",
]

BEGIN = """
import json, sys, time
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
terms, expressions = json.load(open(sys.argv[2], encoding="utf-8"))
"""
# The first documents twice: what is loaded when it is first needed is loaded then.
END = """
for text in texts[:20]:
    work(text)
start = time.process_time()
found = sum(work(text) for text in texts)
print(json.dumps([time.process_time() - start, found]))
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, what it needs, and what it is set up for.

    `code` defines `work(text)`, which returns how many things it found.
    """

    packages: str
    code: str
    note: str


PEERS = {
    "newsie": Peer(
        str(ROOT),
        """
from newsie.article import Document
from newsie.pipeline import Extractor
extractor = Extractor()
def work(text):
    return len(extractor.extract(Document("a", text)))
""",
        "all record types, with articles, segmentation and linking",
    ),
    "jieba.cut": Peer(
        "jieba setuptools<81",
        """
import jieba
jieba.initialize()
def work(text):
    return sum(1 for word in jieba.cut(text))
""",
        "words only, in Python",
    ),
    "jieba.posseg": Peer(
        "jieba setuptools<81",
        """
import jieba.posseg
jieba.initialize()
def work(text):
    return sum(word.flag in ("nr", "ns", "nt") for word in jieba.posseg.cut(text))
""",
        "words and parts of speech; what is counted are persons, places and organisations",
    ),
    "spaCy EntityRuler": Peer(
        "spacy",
        """
import spacy
nlp = spacy.blank("zh")
ruler = nlp.add_pipe("entity_ruler")
ruler.add_patterns([{"label": "POST", "pattern": term} for term in terms])
def work(text):
    return len(nlp(text).ents)
""",
        "Chinese by characters; newsie's posts as phrases, nothing else",
    ),
    "spaCy PhraseMatcher": Peer(
        "spacy",
        """
import spacy
from spacy.matcher import PhraseMatcher
nlp = spacy.blank("zh")
matcher = PhraseMatcher(nlp.vocab)
matcher.add("POST", list(nlp.pipe(terms)))
def work(text):
    return len(matcher(nlp(text)))
""",
        "the same phrases, without settling which of two that overlap counts",
    ),
    "EDS-NLP": Peer(
        "edsnlp",
        """
import logging, spacy, edsnlp
from loguru import logger
logger.remove()
nlp = spacy.blank("zh")
nlp.add_pipe("eds.sentences", config={"punct_chars": ["。", "！", "？"]})
nlp.add_pipe("eds.matcher", config={"terms": {"post": terms}, "regex": {"rule": expressions}})
def work(text):
    return len(nlp(text).ents)
""",
        "made for French hospital notes: its sentences and matcher, with newsie's posts as terms "
        "and ten regular expressions; none of its own vocabularies, which are French",
    ),
    "medspaCy": Peer(
        "medspacy",
        """
import spacy, medspacy
from medspacy.ner import TargetRule
nlp = spacy.blank("zh")
nlp.add_pipe("sentencizer")
matcher = nlp.add_pipe("medspacy_target_matcher")
matcher.add([TargetRule(term, "POST") for term in terms])
def work(text):
    return len(nlp(text).ents)
""",
        "made for English hospital notes: sentences and its target matcher with newsie's posts; "
        "without its context rules, which are English",
    ),
    "eyecite": Peer(
        "eyecite",
        """
from eyecite import get_citations
def work(text):
    return len(get_citations(text))
""",
        "citations of American courts, as it comes; there are none, so this is its search alone",
    ),
    "JioNLP": Peer(
        "jionlp",
        """
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()):
    import jionlp
def work(text):
    found = 0
    for sentence in jionlp.split_sentence(text, criterion="coarse"):
        found += len(jionlp.ner.extract_time(sentence, time_base=0))
        found += len(jionlp.ner.extract_money(sentence))
    return found
""",
        "Chinese: sentences, times and amounts of money with their values",
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dump", nargs="?", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PEERS))
    parser.add_argument("--characters", type=int, default=200_000)
    parser.add_argument("--venvs", type=Path, default=Path("venvs"))
    options = parser.parse_args()
    texts = read_texts(options.dump, options.characters)
    size = sum(map(len, texts))
    print(f"{size:,} characters in {len(texts):,} documents\n")
    print("| | characters a second | | finds |\n| --- | ---: | ---: | ---: |")
    rates: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        text, terms = Path(name) / "texts.jsonl", Path(name) / "terms.json"
        text.write_text(
            "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        )
        terms.write_text(json.dumps([read_posts(), EXPRESSIONS], ensure_ascii=False))
        for peer in options.names or PEERS:
            python = make_venv(options.venvs, PEERS[peer])
            seconds, found = run(python, PEERS[peer], text, terms)
            rates[peer] = size / seconds
            share = f"{rates[peer] / rates['newsie']:.2f} × newsie" if "newsie" in rates else ""
            print(f"| {peer} | {rates[peer]:,.0f} | {share} | {found:,} |", flush=True)
    print()
    for peer in rates:
        print(f"- {peer}: {PEERS[peer].note}.")


def read_texts(dump: Path | None, characters: int) -> list[str]:
    """Documents of about so many characters, in a seeded order."""
    if dump is None:
        texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(SAMPLES.iterdir())]
        return texts * max(1, characters // sum(map(len, texts)))
    opener = gzip.open if dump.suffix == ".gz" else open
    with opener(dump, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] for line in lines]
    random.Random(SEED).shuffle(rows)
    chosen: list[str] = []
    while rows and characters > 0:
        chosen.append(rows.pop())
        characters -= len(chosen[-1])
    return chosen


def read_posts() -> list[str]:
    """The names of posts that newsie knows."""
    with (ROOT / "gazetteers" / "post.tsv").open(encoding="utf-8") as file:
        rows = csv.reader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [row[0] for row in rows][1:]


def make_venv(folder: Path, peer: Peer) -> Path:
    """The Python of an environment with a peer's packages, made where there is none."""
    name = "-".join(Path(part).name.strip("<81") for part in peer.packages.split())
    venv = folder / name
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *peer.packages.split()]
        subprocess.run(install, check=True)
    return python.absolute()


def run(python: Path, peer: Peer, text: Path, terms: Path) -> tuple[float, int]:
    """The seconds that a peer takes, and how many things it finds."""
    done = subprocess.run(
        [str(python), "-W", "ignore", "-c", BEGIN + peer.code + END, str(text), str(terms)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    seconds, found = json.loads(done.stdout.splitlines()[-1])
    return seconds, found


if __name__ == "__main__":
    main()
