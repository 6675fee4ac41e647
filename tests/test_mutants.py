"""The faults that `make mutate` puts in are Python, are faults, and lie where they say."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support import ROOT
from tools.mutants import Mutant, mutants

SOURCE = '''"""A docstring."""
from typing import Literal

Side = Literal["left", "right"]
__all__ = ["kept"]
TABLE = ("a", "b", "c", "d", "e", "f", "g", "h", "i")

def kept(here: "int", there: int = 3) -> bool:
    """Another."""
    assert here
    if not here and there > 2:
        names.append("字" + f"{here}")
    return here == there
'''


def made(source: str, folder: Path) -> list[Mutant]:
    (folder / "a.py").write_text(source, encoding="utf-8")
    return mutants(folder, "a.py")


def test_what_is_exchanged(tmp_path: Path) -> None:
    assert {(mutant.line, mutant.change) for mutant in made(SOURCE, tmp_path)} == {
        (8, "3 -> 4"),
        (11, "not here and there > 2 -> (not (not here and there > 2))"),
        (11, "not here and there > 2 -> ((not here) or (there > 2))"),
        (11, "not here -> (here)"),
        (11, "there > 2 -> (there >= 2)"),
        (11, "there > 2 -> (there <= 2)"),
        (11, "2 -> 3"),
        (12, 'names.append("字" + f"{here}") -> pass'),
        (12, "\"字\" -> ''"),
        (12, "f\"{here}\" -> ''"),
        (13, "return here == there -> return None"),
        (13, "here == there -> (here != there)"),
    }


def test_a_fault_in_a_long_statement_knows_where_the_statement_begins(tmp_path: Path) -> None:
    assert [(mutant.line, mutant.statement) for mutant in made("a = [\n    0,\n    1,\n]\n", tmp_path)] == [(2, 1), (3, 1)]


@pytest.mark.parametrize(
    "path", ["deckgen/figures.py", "deckgen/write/pptx/text.py", "deckgen/measure/balance.py", "deckgen/load/nodes.py"]
)
def test_every_fault_is_python_and_another_program(path: str) -> None:
    source = (ROOT / path).read_bytes()
    found = mutants(ROOT, path)
    assert len(found) > 50
    before = ast.dump(ast.parse(source))
    for mutant in found[::17]:
        assert ast.dump(ast.parse(mutant.applied(source))) != before, mutant
