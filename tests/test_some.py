"""No test is true of nothing: what it loops over with assertions, or asks `all` of, is written out, or goes through `some`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.some import some

FOLDER = Path(__file__).parent
# Their cases say themselves how many there are, and of some cases there are none.
MAY_BE_EMPTY = {
    *("test_a_figure_of_the_ledger_written_as_digits", "test_a_failure_leaves_all_as_it_was", "test_a_navigation_has_two_to_sixteen_stops"),
    *("test_nothing_is_overwritten", "test_commands_shown_exist", "test_links_lead_somewhere", "test_sentences"),
}
MADE_OF_ITS_PARTS = ("zip", "enumerate", "sorted", "reversed", "list", "set", "tuple", "map")


def test_what_is_looked_at_is_there() -> None:
    found = [place for path in some(sorted(FOLDER.rglob("*.py"))) for place in open_questions(path)]
    assert found == []


@pytest.mark.parametrize(
    "test",
    [
        "def test_x():\n    assert all(box.width for box in boxes)\n",
        "def test_x():\n    for box in boxes:\n        assert box.width\n",
        "def test_x():\n    assert len(boxes) and all(map(bool, boxes))\n",
    ],
)
def test_a_test_that_is_true_of_nothing_is_found(test: str, tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text(test, encoding="utf-8")
    assert len(list(open_questions(tmp_path / "test_x.py"))) == 1
    (tmp_path / "test_x.py").write_text(test.replace("in boxes", "in some(boxes)").replace(", boxes", ", some(boxes)"), encoding="utf-8")
    assert list(open_questions(tmp_path / "test_x.py")) == []


def open_questions(path: Path) -> Iterator[str]:
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test") and not may_be_empty(function):
            yield from (f"{path.name}:{line} {function.name}" for line in loops(function))


def may_be_empty(function: ast.FunctionDef) -> bool:
    """Also an example that is made up may well be."""
    return function.name in MAY_BE_EMPTY or any("given" in ast.unparse(decorator) for decorator in function.decorator_list)


def loops(node: ast.AST) -> Iterator[int]:
    """The lines of the outermost ones: what is within a loop may be empty now and then."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Assert):
            calls = [call for call in ast.walk(child.test) if isinstance(call, ast.Call) and called(call) == "all"]
            yield from (call.lineno for call in calls if not is_sure(asked(call)))
        elif isinstance(child, ast.For):
            if any(isinstance(inner, ast.Assert) for inner in ast.walk(child)) and not is_sure(child.iter):
                yield child.lineno
        elif not isinstance(child, ast.While | ast.FunctionDef):
            yield from loops(child)


def asked(call: ast.Call) -> ast.expr:
    """What `all` goes through."""
    of = call.args[0]
    return of.generators[0].iter if isinstance(of, ast.GeneratorExp | ast.ListComp) else of


def is_sure(node: ast.expr) -> bool:
    """Whether there is something in it: it is written out, a constant of the module, or asked by `some`."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return any(not isinstance(element, ast.Starred) for element in node.elts)
    if isinstance(node, ast.Constant | ast.Dict):
        return True
    if isinstance(node, ast.Name | ast.Attribute):
        return (node.id if isinstance(node, ast.Name) else node.attr).isupper()
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("items", "values", "keys") and is_sure(node.func.value)
    if isinstance(node, ast.Call):
        name = called(node)
        return name in ("some", "range") or (name in MADE_OF_ITS_PARTS and any(map(is_sure, node.args)))
    return False


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
