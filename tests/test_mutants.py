"""The faults that `make mutate` puts in are Python, are faults, and lie where they say."""

from __future__ import annotations

import ast
import subprocess
import time
from pathlib import Path

import pytest

from tests.some import some
from tests.support import ROOT
from tools.mutants import Mutant, mutants
from tools.mutate import Reached, affordable, drawn
from tools.trial import in_child

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
    for mutant in some(found[::17]):
        assert ast.dump(ast.parse(mutant.applied(source))) != before, mutant


@pytest.mark.signals
@pytest.mark.parametrize("waits", [True, False], ids=["that waits", "that turns in a circle"])
def test_a_fault_without_end_is_ended_with_what_it_started(waits: bool, tmp_path: Path) -> None:
    def work() -> int:
        child = subprocess.Popen(["sleep", "600"])
        (tmp_path / "pid").write_text(str(child.pid), encoding="utf-8")
        while True:
            time.sleep(600 * waits)

    assert in_child(work, 0.3) is None
    child = int((tmp_path / "pid").read_text(encoding="utf-8"))
    until = time.monotonic() + 5
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_running(child)


def is_running(process: int) -> bool:
    """Whether it still does something: one that ended may wait to be asked for its status."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.signals
def test_what_a_process_says_at_its_end_is_told() -> None:
    assert [in_child(lambda code=code: code, 5) for code in (0, 1, 5)] == [0, 1, 5]  # type: ignore[misc]


def test_a_sample_is_the_same_wherever_its_lines_stand_and_another_for_another_seed(tmp_path: Path) -> None:
    found = mutants(ROOT, "deckgen/figures.py")
    drawn_first = drawn(found, 20, 1)
    assert drawn(list(reversed(found)), 20, 1) == drawn_first
    assert len(set(drawn_first)) == 20 and set(drawn_first) != set(drawn(found, 20, 2))
    fewer = [mutant for mutant in found if mutant != drawn_first[7]]
    assert len(set(drawn(fewer, 20, 1)) & set(drawn_first)) == 19  # one line changed: the others are asked as before


def test_only_as_many_tests_as_there_is_time_for() -> None:
    reached = Reached({"a": 1.0, "b": 2.0, "c": 0.5}, {})
    assert affordable(["a", "b", "c"], reached, 3.0) == ["a", "b"]
    assert affordable(["a", "b", "c"], reached, 3.5) == ["a", "b", "c"]
    assert affordable(["b", "a"], reached, 1.0) == []
