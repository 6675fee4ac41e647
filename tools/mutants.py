"""The small faults that `tools/mutate.py` puts into a module, each an exchange of a few bytes of its text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

COMPARISONS: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Eq: ("!=",), ast.NotEq: ("==",), ast.In: ("not in",), ast.NotIn: ("in",), ast.Is: ("is not",), ast.IsNot: ("is",),
    ast.Lt: ("<=", ">="), ast.LtE: ("<", ">"), ast.Gt: (">=", "<="), ast.GtE: (">", "<"),
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.FloorDiv: "*", ast.Div: "*", ast.Mod: "+",
}  # fmt: skip
TWINS = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}
WEIGHT = 1000  # from here on one more is no change that anybody means
TABLE = 8  # more texts than these in one display are words of a language, or names of faces: data, not code
Change = tuple[ast.AST, str]


class Mutant(NamedTuple):
    """The bytes from `start` to `end` of the module at `path` (below the repository) become `new`."""

    path: str
    line: int
    statement: int  # the line on which its statement begins, which is the one that a run of tests tells
    start: int
    end: int
    old: str
    new: str

    @property
    def change(self) -> str:
        return f"{shortened(self.old)} -> {shortened(self.new)}"

    def applied(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


def shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:67]}..."


def mutants(root: Path, path: str) -> list[Mutant]:
    """Every mutant of one module, in the order of its text."""
    source = (root / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    begins = statements(tree)
    made = set()
    for node, new in changes(tree):
        line: int = node.lineno  # type: ignore[attr-defined]
        start = starts[line - 1] + node.col_offset  # type: ignore[attr-defined]
        end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        mutant = Mutant(path, line, begins.get(line, line), start, end, source[start:end].decode(), new)
        if mutant.new != mutant.old:
            made.add(mutant)
    return sorted(made, key=lambda mutant: (mutant.start, mutant.end, mutant.new))


def statements(tree: ast.AST) -> dict[int, int]:
    """For each line the first line of the innermost statement on it."""
    begins = {}
    for node in ast.walk(tree):  # from the outside in
        if isinstance(node, ast.stmt):
            begins.update(dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), node.lineno))
    return begins


def changes(node: ast.AST) -> Iterator[Change]:
    """Nodes below `node` with the text to exchange each for; what only types and readers see is left alone."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_params") or (
            name == "keywords" and isinstance(node, ast.ClassDef)
        ):
            continue
        children = [child for child in (value if isinstance(value, list) else [value]) if isinstance(child, ast.AST)]
        for child in children:
            if not is_outside(child):
                yield from changed(child)
                if not isinstance(child, ast.JoinedStr):  # places inside it are right only since Python 3.12
                    yield from changes(child)


def is_outside(node: ast.AST) -> bool:
    """Docstrings, imports, aliases of types, tables of words, and what a type checker alone reads."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
        parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
        return len(parts) > TABLE and all(map(is_text, parts))
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.AnnAssign(value=None) | ast.Assert():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.keyword(arg="strict"):  # of zip: an assertion
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Call(func=ast.Name(id="assert_never" | "cast" | "TypeVar")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript() | ast.BinOp(op=ast.BitOr())):
            return name[:1].isupper() and not name.isupper()
    return False


def changed(node: ast.AST) -> Iterator[Change]:
    """The exchanges of one node."""
    match node:
        case ast.expr():
            yield from ((node, text) for text in other_expression(node))
        case ast.comprehension(ifs=conditions):
            yield from ((condition, "True") for condition in conditions)
        case ast.Return(value=ast.expr()) if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield node, "return None"
        case ast.AugAssign() | ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Continue() | ast.Break() | ast.Raise():
            yield node, "pass"
    if isinstance(node, ast.If | ast.IfExp):
        yield node.test, f"(not ({ast.unparse(node.test)}))"


def other_expression(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(ops=[operation]):
            yield from compared(node, operation)
        case ast.BoolOp(op=operation):
            word = " or " if isinstance(operation, ast.And) else " and "
            yield f"({word.join(f'({ast.unparse(value)})' for value in node.values)})"
        case ast.UnaryOp(op=ast.Not()):
            yield f"({ast.unparse(node.operand)})"
        case ast.BinOp(op=operation) if type(operation) in ARITHMETIC and not is_text(node.left) and not is_text(node.right):
            yield f"({ast.unparse(node.left)} {ARITHMETIC[type(operation)]} {ast.unparse(node.right)})"
        case ast.Constant() | ast.JoinedStr():
            yield from other_constant(node)
        case ast.Name(id=name) if name in TWINS:
            yield TWINS[name]
        case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in TWINS:
            yield ast.unparse(ast.Call(ast.Attribute(value, TWINS[name]), node.args, node.keywords))


def compared(node: ast.Compare, operation: ast.cmpop) -> Iterator[str]:
    left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
    for word in COMPARISONS[type(operation)]:
        yield f"({left} {word} {right})"


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def other_constant(node: ast.Constant | ast.JoinedStr) -> Iterator[str]:
    """True and False exchanged, a number one more (a weight twice as much), a text empty (an empty one not)."""
    match node:
        case ast.JoinedStr():
            yield "''"
        case ast.Constant(value=bool() as value):
            yield str(not value)
        case ast.Constant(value=int() | float() as number):
            yield str(number + 1 if abs(number) < WEIGHT else number * 2)
        case ast.Constant(value=str() as text):
            yield "''" if text else "'mutant'"
