"""A file of rules/ in, what it says out: its fragments and its rules, checked but not compiled."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsie.errors import RuleFileError


class RuleData(BaseModel):
    """One `[[rule]]` of a rule file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    pattern: str
    values: dict[str, str | int | float | bool] = Field(default_factory=dict)
    examples: list[str] = Field(min_length=1)
    counterexamples: list[str] = Field(default_factory=list)
    comment: str | None = None


class RuleFile(BaseModel):
    """A rule file: fragments that its patterns share, and rules in the order they are tried."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fragments: dict[str, str] = Field(default_factory=dict)
    rule: list[RuleData]


def read_rule_file(path: Traversable, where: str) -> RuleFile:
    """Read a rule file.

    Args:
        where: what errors call it.

    Raises:
        RuleFileError: naming the file and what is wrong with it.
    """
    try:
        return RuleFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{where}: not TOML in UTF-8: {error}") from error
    except ValidationError as error:
        raise RuleFileError(f"{where}: {_explain(error)}") from error


def _explain(error: ValidationError) -> str:
    """The first thing that is wrong, in one line."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}"
