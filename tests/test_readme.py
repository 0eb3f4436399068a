"""The examples of the README do what they show.

`console` blocks are run one after another in a folder that holds the samples, `python` blocks as
doctests. `json` blocks and tables are written by cog, which `cog --check` holds them to. `sh`
blocks install things: `.ci/run` runs them in environments of their own.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", README)


class Command(NamedTuple):
    """A line after `$ `, and what it is shown to print."""

    line: str
    output: str


def console_commands() -> list[Command]:
    commands = []
    for language, block in BLOCKS:
        if language == "console":
            for part in re.split(r"(?m)^\$ ", block)[1:]:
                line, _, output = part.partition("\n")
                commands.append(Command(line, output))
    return commands


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    (folder / "samples").symlink_to(ROOT / "samples")
    return folder


@pytest.mark.parametrize("command", console_commands(), ids=lambda command: command.line)
def test_command_prints_what_is_shown(folder: Path, command: Command) -> None:
    programs = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command.line,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.returncode) == (command.output, 0)


def test_python_examples_hold() -> None:
    examples = "\n".join(block for language, block in BLOCKS if language == "python")
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_every_block_is_of_a_kind_that_is_run() -> None:
    assert {language for language, _ in BLOCKS} <= {"console", "python", "json", "sh"}


def test_the_installation_commands_are_those_that_ci_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").replace("\\", "")
    commands = {
        line
        for language, block in BLOCKS
        if language == "sh"
        for line in block.splitlines()
        if not line.startswith("uv ")
    }
    assert {command for command in commands if command not in ci} == set()
