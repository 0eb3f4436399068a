"""What the compiled build makes of the source before it compiles it."""

from __future__ import annotations

import ast
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

prepare: Callable[[str], str] = runpy.run_path(str(ROOT / "compiled" / "native_source.py"))[
    "prepare"
]

WRITTEN = """\
from __future__ import annotations

_LONGEST = 3
_WORDS: dict[str, int] = {"一": 1}
Many = int | float


@dataclass(frozen=True, slots=True)
class Pair:
    \"\"\"Two.\"\"\"

    first: str
    seen: list[int] = field(default_factory=list, compare=False)


@dataclass(slots=True, eq=False)
class Single:
    only: int = _LONGEST
"""

PREPARED = """\
from __future__ import annotations; import typing

_LONGEST: typing.Final = 3
_WORDS: typing.Final[dict[str, int]] = {"一": 1}
Many = int | float


@dataclass
class Pair:
    def __hash__(self) -> int: return hash((self.first, ))
    def __eq__(self, other: object) -> bool: \
return isinstance(other, Pair) and self.first == other.first
    first: str
    seen: list[int] = field(default_factory=list, compare=False)
    def __init__(self, first: str, seen: list[int] | None = None) -> None: \
self.first = first; self.seen = list() if seen is None else seen
    def __reduce__(self) -> tuple[object, ...]: \
return (Pair, (self.first, self.seen, ))
@dataclass(eq=False)
class Single:
    only: int = _LONGEST
    def __init__(self, only: int = _LONGEST) -> None: self.only = only
    def __reduce__(self) -> tuple[object, ...]: \
return (Single, (self.only, ))


"""


def test_constants_are_final_and_methods_are_written_out() -> None:
    assert prepare(WRITTEN) == PREPARED


def test_a_name_that_is_set_twice_is_no_constant() -> None:
    text = "_SEEN = 1\n_SEEN = 2\n"
    assert prepare(text) == text


@pytest.mark.parametrize("name", ["article", "values", "rules", "mentions/evidence"])
def test_every_function_stays_on_its_lines(name: str) -> None:
    text = (ROOT / "src" / "newsie" / f"{name}.py").read_text(encoding="utf-8")
    assert functions(text).items() <= functions(prepare(text)).items()


def functions(text: str) -> dict[tuple[int, str], int | None]:
    """The last line of each function, by its first line and its name."""
    return {
        (node.lineno, node.name): node.end_lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
