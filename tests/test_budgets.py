"""Small files, small functions, everything said: the measures of the house, kept by a test."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE_LINES = 400
FUNCTION_LINES = 40
FUNCTION_MEDIAN = 8
FUNCTION_NINE_IN_TEN = 25
BROAD_EXCEPTS = 2

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


@pytest.fixture(scope="module")
def trees(package: Path) -> dict[str, ast.Module]:
    """Return every file of the package, parsed, by its name; not the migrations, which are history and stay so."""
    return {
        path.relative_to(package).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
        if path.parent.name != "versions"
    }


def length(function: Function) -> int:
    """Return the lines of a function from `def` to its end, its docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def lengths(trees: dict[str, ast.Module]) -> dict[str, int]:
    """Return the length of every function, by where it stands."""
    return {
        f"{name}:{node.lineno} {node.name}": length(node)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, Function)
    }


def public(name: str, node: Documented) -> Iterator[tuple[str, Documented]]:
    """Yield `node` and what it holds that others may use: no private names, nothing inside a function."""
    yield name, node
    if isinstance(node, Function):
        return
    for inner in node.body:
        if isinstance(inner, ast.ClassDef | Function) and not inner.name.startswith("_"):
            yield from public(f"{name}:{inner.lineno} {inner.name}", inner)


def is_broad(node: ast.AST) -> bool:
    """Return whether `node` swallows every error: bare, `Exception`, `BaseException`, or `suppress` of these."""
    broad = {"Exception", "BaseException"}
    if isinstance(node, ast.ExceptHandler):
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        return any(one is None or ast.unparse(one) in broad for one in caught)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return any(ast.unparse(one) in broad for one in node.args)
    return False


def test_no_file_is_too_long_to_know(package: Path) -> None:
    """A file has at most 400 lines."""
    counted = {
        str(path.relative_to(package)): len(path.read_text(encoding="utf-8").splitlines())
        for path in package.rglob("*.py")
    }
    assert counted, "no files found"
    assert {name: lines for name, lines in counted.items() if lines > FILE_LINES} == {}


def test_no_function_is_too_long_to_read(trees: dict[str, ast.Module]) -> None:
    """A function has at most 40 lines, its docstring not counted."""
    assert {where: lines for where, lines in lengths(trees).items() if lines > FUNCTION_LINES} == {}


def test_most_functions_are_small(trees: dict[str, ast.Module]) -> None:
    """Half of the functions have at most 8 lines, nine in ten at most 25."""
    ordered = sorted(lengths(trees).items(), key=lambda found: found[1], reverse=True)
    longest = ", ".join(f"{where} ({lines})" for where, lines in ordered[:15])
    counted = [lines for _, lines in ordered]
    assert statistics.median(counted) <= FUNCTION_MEDIAN, f"the longest: {longest}"
    assert statistics.quantiles(counted, n=10)[-1] <= FUNCTION_NINE_IN_TEN, f"the longest: {longest}"


def test_everything_public_is_said(trees: dict[str, ast.Module]) -> None:
    """Every public module, class and function has a docstring."""
    silent = [
        where
        for name, tree in trees.items()
        for where, node in public(name, tree)
        if not (ast.get_docstring(node) or "").strip() and not where.endswith(" __init__")
    ]
    assert silent == []


def test_no_error_is_swallowed(trees: dict[str, ast.Module]) -> None:
    """At most two places, at the app's edge, catch every error."""
    broad = [
        f"{name}:{getattr(node, 'lineno', 0)}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if is_broad(node)
    ]
    assert len(broad) <= BROAD_EXCEPTS, broad


def test_a_function_is_measured_without_its_docstring() -> None:
    """The measure counts from `def` to the last line, and leaves out the docstring."""
    tree = ast.parse('def f(a,\n      b):\n    """One.\n\n    Two.\n    """\n    return a\n')
    assert lengths({"f.py": tree}) == {"f.py:1 f": 3}


@pytest.mark.parametrize(
    ("text", "broad"),
    [
        ("try: x\nexcept: pass", 1),
        ("try: x\nexcept Exception: pass", 1),
        ("try: x\nexcept (ValueError, BaseException): pass", 1),
        ("with contextlib.suppress(Exception): x", 1),
        ("try: x\nexcept ValueError: pass", 0),
    ],
)
def test_every_way_to_swallow_an_error_is_seen(text: str, broad: int) -> None:
    """The test above cannot be passed by another way of writing it."""
    assert sum(is_broad(node) for node in ast.walk(ast.parse(text))) == broad
