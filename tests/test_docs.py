"""The pages of docs/ do what they show.

Blocks with a path (```toml my-rules/activity.toml) are files of the page's folder, written when
their turn comes; `console` blocks are run there one after another, and print what is shown, where
`...` stands for anything. `python` blocks are doctests.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import newsie.spacy_component  # noqa: F401  # what an installation tells spaCy of
from newsie.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r"(?ms)^```(?P<language>\w*)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$")
ELLIPSIS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_line(line: str) -> str:
    """Run a command, newsie's own in this process; return what it printed, and its failure."""
    words = shlex.split(line)
    if words[0] == "newsie" and not set("|<>&") & set(line):
        result = CliRunner().invoke(app, words[1:])
        return result.stdout + (result.stderr if result.exit_code else "")
    programs = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        line,
        shell=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + (done.stderr if done.returncode else "")


def run_block(text: str) -> list[str]:
    """Run the commands of a block; return what printed something else than is shown."""
    wrong = []
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        line, _, shown = part.partition("\n")
        printed = run_line(line)
        if not doctest.OutputChecker().check_output(shown, printed, ELLIPSIS):
            wrong.append(f"$ {line}\n{printed}")
    return wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_does_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    wrong: list[str] = []
    examples = ""
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["path"]:
            file = tmp_path / block["path"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        elif block["language"] == "console":
            wrong += run_block(block["text"])
        elif block["language"] == "python":
            examples += block["text"] + "\n"
    assert wrong == []
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, page.name, 0)
    assert doctest.DocTestRunner(optionflags=ELLIPSIS).run(test).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$|`[^`\n]*`", "", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", prose)
    assert [link for link in links if not (page.parent / link).exists()] == []
