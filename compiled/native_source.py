"""Python source → the same with what lets mypyc make better code of it, line for line.

Constants become `Final`: mypyc then reads them from where they are instead of looking them up by
name each time. Dataclasses get the methods written out that `dataclass` else makes at run time, as
Python, which takes longer for compiled classes than for others.

What lines there are, and which stands on which, stays as it is, so that tracebacks point into the
source as written: methods are put where blank lines or a docstring stand.

>>> print(prepare("from __future__ import annotations\\n\\n_LONGEST = 3\\n"), end="")
from __future__ import annotations; import typing
<BLANKLINE>
_LONGEST: typing.Final = 3
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_FUTURE = "from __future__ import annotations\n"


@dataclass(frozen=True)
class _Field:
    name: str
    type: str
    default: str | None = None
    made_by: str | None = None  # an expression that gives a default of its own to each instance
    compared: bool = True

    @property
    def parameter(self) -> str:
        if self.made_by is not None:
            return f"{self.name}: {self.type} | None = None"
        default = "" if self.default is None else f" = {self.default}"
        return f"{self.name}: {self.type}{default}"

    @property
    def setting(self) -> str:
        if self.made_by is not None:
            return f"self.{self.name} = {self.made_by} if {self.name} is None else {self.name}"
        return f"self.{self.name} = {self.name}"


def prepare(text: str) -> str:
    """The text of a module as mypyc shall see it."""
    tree = ast.parse(text)
    lines = _mark_constants(tree, text.splitlines(keepends=True))
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and (options := _options(node)) is not None:
            _write_methods(node, options, lines)
    return "".join(lines)


def _mark_constants(tree: ast.Module, lines: list[str]) -> list[str]:
    """The lines with names in capitals that are set once, at the top of a module, made Final."""
    coded = [line.encode() for line in lines]  # as ast counts columns
    places = sorted(_places(tree), reverse=True)
    for row, column, inserted in places:
        line = coded[row - 1]
        coded[row - 1] = line[:column] + inserted.encode() + line[column:]
    marked = [line.decode() for line in coded]
    if places:
        first = marked.index(_FUTURE)
        marked[first] = _FUTURE.rstrip("\n") + "; import typing\n"
    return marked


def _places(tree: ast.Module) -> Iterator[tuple[int, int, str]]:
    """Where what is to be inserted: row and column as ast counts them."""
    names = Counter(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name) as target], value=value):
                if _is_constant(names, name, value):
                    yield *_end(target), ": typing.Final"
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=type_, value=ast.expr() as value
            ):
                if _is_constant(names, name, value):
                    yield type_.lineno, type_.col_offset, "typing.Final["
                    yield *_end(type_), "]"


def _is_constant(names: Counter[str], name: str, value: ast.expr) -> bool:
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar":
        return False
    return names[name] == 1 and _CONSTANT.fullmatch(name) is not None


def _end(node: ast.expr) -> tuple[int, int]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.end_lineno, node.end_col_offset


def _options(node: ast.ClassDef) -> dict[str, bool] | None:
    """What a plain dataclass is declared with; None for other classes, and those with bases."""
    if node.bases or len(node.decorator_list) != 1:
        return None
    match node.decorator_list[0]:
        case ast.Name(id="dataclass"):
            return {}
        case ast.Call(func=ast.Name(id="dataclass"), keywords=keywords):
            return {str(one.arg): ast.literal_eval(one.value) for one in keywords}
    return None


def _write_methods(node: ast.ClassDef, options: dict[str, bool], lines: list[str]) -> None:
    """Put the methods into free lines of the class, and tell dataclass what is left to make.

    Classes are not frozen when compiled, nor have they `__slots__`, which they need not.
    """
    fields = list(_fields(node))
    written = list(_methods(node, options, fields))
    free = _free_lines(node, lines)
    taken = dict(zip(free, written, strict=False))
    if len(taken) < len(written):
        docstring = _docstring_lines(node)
        taken |= dict(zip(docstring, written[len(taken) :], strict=False))
        for row in docstring:
            lines[row] = "\n"
    if len(taken) < len(written):
        raise ValueError(f"{node.name}: a docstring of one line is needed")
    for row, method in taken.items():
        lines[row] = f"    {method}\n"
    decorator = node.decorator_list[0].lineno - 1
    lines[decorator] = "@dataclass\n" if options.get("eq", True) else "@dataclass(eq=False)\n"


def _fields(node: ast.ClassDef) -> Iterator[_Field]:
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=type_, value=value):
                yield _read_field(name, ast.unparse(type_), value)


def _read_field(name: str, type_: str, value: ast.expr | None) -> _Field:
    match value:
        case None:
            return _Field(name, type_)
        case ast.Call(func=ast.Name(id="field"), keywords=keywords):
            given = {str(one.arg): one.value for one in keywords}
        case _:
            return _Field(name, type_, ast.unparse(value))
    default, made_by = None, None
    match given.get("default_factory"):
        case None:
            default = ast.unparse(given["default"])
        case ast.Lambda(body=body):
            made_by = ast.unparse(body)
        case factory:
            made_by = f"{ast.unparse(factory)}()"
    compared = "compare" not in given or bool(ast.literal_eval(given["compare"]))
    return _Field(name, type_, default, made_by, compared)


def _methods(node: ast.ClassDef, options: dict[str, bool], fields: list[_Field]) -> Iterator[str]:
    """Definitions of one line each, of those that the class does not write out itself.

    Compiled classes are not copied or pickled without a word of how.
    """
    own = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    compared = [field.name for field in fields if field.compared]
    if "__init__" not in own:
        settings = [field.setting for field in fields]
        if "__post_init__" in own:
            settings.append("self.__post_init__()")
        parameters = ", ".join(["self", *(field.parameter for field in fields)])
        yield f"def __init__({parameters}) -> None: {'; '.join(settings) or 'pass'}"
        values = "".join(f"self.{field.name}, " for field in fields)
        yield f"def __reduce__(self) -> tuple[object, ...]: return ({node.name}, ({values}))"
    if not options.get("eq", True):
        return
    if "__eq__" not in own:
        same = [f"isinstance(other, {node.name})"]
        same.extend(f"self.{name} == other.{name}" for name in compared)
        yield f"def __eq__(self, other: object) -> bool: return {' and '.join(same)}"
    if "__hash__" not in own and (options.get("frozen") or options.get("unsafe_hash")):
        values = "".join(f"self.{name}, " for name in compared)
        yield f"def __hash__(self) -> int: return hash(({values}))"


def _free_lines(node: ast.ClassDef, lines: list[str]) -> list[int]:
    """The blank lines behind a class and between its parts; at a module's end there is room."""
    assert node.end_lineno is not None
    first = last = node.end_lineno
    while last < len(lines) and not lines[last].strip():
        last += 1
    if last == len(lines):
        lines.extend(["\n"] * 4)
        last += 4
    within = [row - 1 for row in _rows_between(node) if not lines[row - 1].strip()]
    return [*range(first, last), *within]


def _rows_between(node: ast.ClassDef) -> Iterator[int]:
    """The rows of a class that belong to none of its parts."""
    parts = {
        row
        for part in node.body
        for row in range(_first_row(part), (part.end_lineno or part.lineno) + 1)
    }
    yield from (row for row in range(node.lineno, node.end_lineno or 0) if row not in parts)


def _first_row(part: ast.stmt) -> int:
    decorators = part.decorator_list if isinstance(part, ast.FunctionDef) else []
    return min([part.lineno, *(one.lineno for one in decorators)])


def _docstring_lines(node: ast.ClassDef) -> list[int]:
    first = node.body[0]
    if not isinstance(first, ast.Expr) or first.end_lineno is None:
        return []
    return list(range(first.lineno - 1, first.end_lineno))
