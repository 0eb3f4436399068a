"""The commands and the Python functions in, their reference as Markdown out; cog calls it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

import newsie
from newsie.cli import app


def write_commands() -> str:
    """Every command with its arguments and options."""
    group: Any = get_command(app)
    return "\n".join(_tell_commands(group, "newsie"))


def _tell_commands(group: Any, prefix: str) -> Iterator[str]:
    for name, command in group.commands.items():
        path = f"{prefix} {name}"
        if hasattr(command, "commands"):
            yield from _tell_commands(command, path)
            continue
        arguments = [p.metavar or p.name for p in command.params if p.param_type_name == "argument"]
        yield f"### {path} {' '.join(arguments)}\n\n{inspect.cleandoc(command.help or '')}\n"
        rows = [_tell_option(p) for p in command.params if p.param_type_name == "option"]
        if rows:
            yield "| option | |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def _tell_option(option: Any) -> str:
    metavar = f" `{option.metavar}`".replace("|", "\\|") if option.metavar else ""
    names = ", ".join(f"`{name}`" for name in option.opts if name.startswith("-"))
    return f"| {names}{metavar} | {option.help or ''} |"


def write_functions() -> str:
    """Every public name of `newsie` with its signature and docstring."""
    return "\n".join(_tell_functions())


def _tell_functions() -> Iterator[str]:
    for name in newsie.__all__:
        value = getattr(newsie, name)
        signature = str(inspect.signature(value)) if inspect.isfunction(value) else ""
        text = inspect.cleandoc(value.__doc__ or "")
        yield f"### newsie.{name}\n\n```text\n{name}{signature}\n\n{text}\n```\n"
