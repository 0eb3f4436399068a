"""Compiles those modules of newsie with mypyc that take part in extraction.

    python compiled/compile.py SRC FOLDER

SRC holds the package newsie. FOLDER/made gets the extension modules, below it as they stand beside
each other when installed; FOLDER/prepared the source that they were made of.
"""

from __future__ import annotations

import ast
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from mypyc.build import mypycify
from native_source import prepare
from setuptools import setup

# What takes the time of a run. The rest waits for files, or for libraries that are compiled.
FOLDERS = ("gathering", "honour", "measure", "mentions", "segment")
MODULES = (
    "article",
    "characters",
    "clean",
    "contact",
    "gazetteers",
    "number",
    "rules",
    "tenure",
    "triggers",
    "values",
)

# Nothing is asked of other packages: what they give is checked when it is used. newsie's own types
# have been checked before, strictly.
OPTIONS = """
[mypy]
no_site_packages = True
ignore_missing_imports = True
explicit_package_bases = True
mypy_path = {source}
"""


def main() -> None:
    """Prepare the sources, and compile them in place; what is made goes into a folder of its own.

    Raises:
        SystemExit: mypyc or the C compiler failed, which have said why.
    """
    source, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    prepared = folder / "prepared"
    shutil.copytree(source, prepared, ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    paths = sorted(choose_modules(prepared / "newsie"))
    for path in paths:
        path.write_text(prepare(path.read_text(encoding="utf-8")), encoding="utf-8")
    options = folder / "mypy.ini"
    options.write_text(OPTIONS.format(source=prepared), encoding="utf-8")
    os.chdir(prepared)
    names = [str(path.relative_to(prepared)) for path in paths]
    extensions = mypycify(
        [f"--config-file={options}", *names],
        opt_level="2",
        debug_level="0",
        multi_file=True,
        group_name="newsie",
    )
    setup(
        name="newsie",
        packages=[],
        ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--build-lib", str(folder / "made")],
    )


def choose_modules(package: Path) -> Iterator[Path]:
    """The files to compile; pydantic's models are made at run time of what Python says of them."""
    files = [package / f"{name}.py" for name in MODULES]
    for name in FOLDERS:
        files.extend((package / name).glob("*.py"))
    for path in files:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
        if "pydantic" not in imported:
            yield path


if __name__ == "__main__":
    main()
