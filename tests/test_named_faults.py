"""Faults that a whole suite once let pass, put in one at a time: the tests that are to notice each do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from tests.support import ROOT

PARTS = ("deckgen", "themes", "content", "tests", "tools", "docs", "pyproject.toml", "README.md")


class NamedFault(Struct, frozen=True):
    what: str
    path: str  # below deckgen/
    old: str
    new: str
    tests: str  # below tests/


FAULTS = [
    NamedFault("no line is an orphan to the balance", "measure/balance.py", "end - begin <= ORPHAN", "end - begin < 0", "measure/test_balance.py"),
    NamedFault("no inset is chosen for an orphan", "measure/inset.py", "AT_ORPHAN = 1_000.0", "AT_ORPHAN = 0.0", "layout/test_orphans.py"),
    NamedFault("the rule finds no orphan", "check/orphan.py", "len(last) <= ORPHAN", "len(last) < 0", "check/test_thresholds.py"),
    NamedFault("no alpha in a deck", "write/pptx/xml.py", "if tint.alpha != 100", "if tint.alpha > 100", "write/test_colors_written.py"),
    NamedFault("no alpha in a drawing", "write/svg/look.py", 'if color.alpha == 100 else f', 'if True else f', "write/test_colors_written.py"),
    NamedFault("no alpha from a theme", "load/theme_values.py", 'Color(match["slot"], shade, alpha)', 'Color(match["slot"], shade)', "write/test_colors_written.py"),
    NamedFault("gradients reversed in a deck", "write/pptx/xml.py", "for at, stop in stops", "for at, stop in reversed(stops)", "write/test_colors_written.py"),
    NamedFault("gradients reversed in a drawing", "write/svg/look.py", "for at, color in gradient.stops", "for at, color in reversed(gradient.stops)", "write/test_colors_written.py"),
    NamedFault("a claim on every page that continues a slide", "layout/continued.py", '"claim": None, ', "", "layout/test_continued.py"),
    NamedFault("`extends` loses `sample`", "load/figures.py", "sample=sample or base.sample", "sample=sample", "load/test_extends.py"),
    NamedFault("fitting tries the largest step alone", "blocks/stack.py", "for step in steps:", "for step in steps[:1]:", "layout/test_steps.py"),
    NamedFault("a slide may hold twice as much", "check/density.py", "MOST = 200", "MOST = 400", "check/test_thresholds.py"),
    NamedFault("small type is no finding", "check/crowded_slide.py", "COMFORTABLE = 1800", "COMFORTABLE = 1400", "check/test_thresholds.py"),
]  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository where faults may be put in; without one its tests pass."""
    folder = tmp_path_factory.mktemp("faults")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    assert run(folder, *sorted({fault.tests for fault in FAULTS})) == 0
    return folder


@pytest.fixture(params=FAULTS, ids=lambda fault: fault.what)
def faulty(request: pytest.FixtureRequest, copy: Path) -> Iterator[NamedFault]:
    fault: NamedFault = request.param
    path = copy / "deckgen" / fault.path
    sound = path.read_text(encoding="utf-8")
    assert sound.count(fault.old) == 1, f"{fault.path} no longer says {fault.old}: say the fault anew"
    path.write_text(sound.replace(fault.old, fault.new), encoding="utf-8")
    yield fault
    path.write_text(sound, encoding="utf-8")


def run(copy: Path, *tests: str) -> int:
    """Pytest's exit code: 0 all passed, 1 some failed."""
    environment = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith(("DECKGEN_", "PYTEST_"))}
    environment |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "mutate"}
    alone = ("-p", "no:xdist", "-m", "not (clock or signals or last or browser or visual or slow)", "--basetemp", str(copy / "left"))
    command = [sys.executable, "-m", "pytest", "-x", *alone, *(f"tests/{name}" for name in tests)]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False).returncode


@pytest.mark.slow
def test_a_named_fault_is_noticed(faulty: NamedFault, copy: Path) -> None:
    assert run(copy, faulty.tests) == 1
