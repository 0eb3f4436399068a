"""What hatchling asks while it builds a wheel: of Python alone, or with the hot modules compiled.

    NEWSIE_COMPILE=1 pip install .

compiles with mypyc and a C compiler, and tags the wheel for this Python and platform. Without the
variable nothing is asked of anybody, and the wheel is for every platform. A compiled wheel holds
the modules' sources too, for tracebacks and for whoever reads them.
"""

from __future__ import annotations

import ast
import os
import shutil
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED_BY = "NEWSIE_COMPILE"
COMPILER = ("ahocorasick_rs>=1.0", "mypy[mypyc]>=2.4")  # the first for the types of what it finds

# What every text goes through. All else stays as it is: the models of pydantic, which mypyc cannot
# compile, what reads and writes, and the command line.
HOT = (
    "article.py",
    "characters.py",
    "clean.py",
    "contact.py",
    "gathering",
    "honour",
    "link.py",
    "measure",
    "mentions",
    "number.py",
    "pipeline.py",
    "rules.py",
    "segment",
    "tokenise.py",
    "triggers.py",
    "values.py",
)

# Types are checked elsewhere, strictly: here they only say what may be assumed.
CHECKS = """
[mypy]
ignore_missing_imports = True
[mypy-orjson.*,pydantic.*,rjieba.*,spacy.*,typer.*,zstandard.*]
follow_imports = skip
"""


_FUTURE = "from __future__ import annotations"


class CompilingHook(BuildHookInterface[Any]):
    """Adds the compiled modules to the wheel where they are asked for."""

    PLUGIN_NAME = "custom"
    _folder: Path | None = None

    def dependencies(self) -> list[str]:
        """What a build has to have installed."""
        return list(COMPILER) if os.environ.get(ASKED_BY) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is packed; an editable one runs what is edited."""
        if not os.environ.get(ASKED_BY) or version == "editable":
            return
        self._folder = Path(mkdtemp())
        compiled = compile_package(Path(self.root) / "src", self._folder)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for file in compiled.rglob("*"):
            if file.is_file():
                build_data["force_include"][str(file)] = file.relative_to(compiled).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if self._folder is not None:
            shutil.rmtree(self._folder)


def compile_package(source: Path, folder: Path) -> Path:
    """Compile the package below source, all its files in folder; the folder of what came out."""
    from mypyc.build import mypycify
    from setuptools import setup

    copied = shutil.copytree(source, folder / "source", dirs_exist_ok=True)
    hot = [path for path in sorted(copied.rglob("*.py")) if _is_hot(path.relative_to(copied))]
    for path in hot:
        path.write_text(write_for_compiler(path.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "mypy.ini").write_text(CHECKS, encoding="utf-8")
    compiled = folder / "compiled"
    with chdir(copied):
        extensions = mypycify(
            ["--config-file", str(folder / "mypy.ini"), *(str(p.relative_to(copied)) for p in hot)],
            opt_level=os.environ.get("NEWSIE_OPTIMISE", "2"),
            debug_level="0",
            multi_file=True,
            target_dir=str(folder / "c"),
            group_name="newsie",
        )
        temporary = ["--build-temp", str(folder / "objects"), "--build-lib", str(compiled)]
        jobs = ["--parallel", str(os.cpu_count() or 1)]
        setup(name="newsie", ext_modules=extensions, script_args=["build_ext", *temporary, *jobs])
    return compiled


def _is_hot(path: Path) -> bool:
    """Whether a module, given by its path from where the package lies, is to be compiled."""
    return path.parts[0] == "newsie" and path.parts[1] in HOT


def write_for_compiler(source: str) -> str:
    """Say in a module's source what mypyc cannot see by itself; no line moves.

    Constants become `Final`, so that they need not be looked up by name. Dataclasses get their
    `__init__` written out: mypyc compiles every method that it sees, but leaves what the decorator
    makes to Python, which is by far the slowest part of making an object.
    """
    lines = source.splitlines()
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and ast.unparse(node).split()[0].isupper():
            _mark_final(lines, node)
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "dataclass":
                    _spell_out(lines, node, decorator)
    if _FUTURE in lines:
        lines[lines.index(_FUTURE)] += "; from typing import Final"
    return "\n".join(lines) + "\n"


def _mark_final(lines: list[str], node: ast.Assign | ast.AnnAssign) -> None:
    line = lines[node.lineno - 1]
    if isinstance(node, ast.AnnAssign):
        kind = line[node.annotation.col_offset : node.annotation.end_col_offset]
        lines[node.lineno - 1] = line.replace(kind, f"Final[{kind}]", 1)
    elif isinstance(node.targets[0], ast.Name):
        name = node.targets[0].id
        lines[node.lineno - 1] = f"{name}: Final{line.removeprefix(name)}"


def _spell_out(lines: list[str], node: ast.ClassDef, decorator: ast.Call) -> None:
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    end = fields[-1].end_lineno
    assert end is not None
    if end < len(lines) and lines[end].strip():
        return  # no line is free
    options = {word.arg for word in decorator.keywords}
    # Nobody changes a frozen object either way; mypyc checks with types that nobody does.
    hashed = ", unsafe_hash=True" if options & {"frozen", "unsafe_hash"} else ""
    lines[decorator.lineno - 1] = f"@dataclass(init=False, slots=True{hashed})"
    parameters, statements = zip(*map(_spell_out_field, fields), strict=True)
    text = f"    def __init__(self, {', '.join(parameters)}) -> None: {'; '.join(statements)}"
    lines[end : end + 1] = [text]


def _spell_out_field(item: ast.AnnAssign) -> tuple[str, str]:
    """A field's parameter and how it is set."""
    name, kind = ast.unparse(item.target), ast.unparse(item.annotation)
    if item.value is None:
        return f"{name}: {kind}", f"self.{name} = {name}"
    value = item.value
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        given = {word.arg: word.value for word in value.keywords}
        made = given.get("default_factory")
        if made is None:
            return f"{name}: {kind} = {ast.unparse(given['default'])}", f"self.{name} = {name}"
        fresh = ast.unparse(made.body if isinstance(made, ast.Lambda) else ast.Call(made, [], []))
        put = f"self.{name} = {fresh} if {name} is None else {name}"
        return f"{name}: {kind} | None = None", put
    return f"{name}: {kind} = {ast.unparse(value)}", f"self.{name} = {name}"


if __name__ == "__main__":  # compile by hand: the sources' folder, and one to work in
    sys.exit(print(compile_package(Path(sys.argv[1]), Path(sys.argv[2]))))
