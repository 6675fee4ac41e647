"""Parts that an installation may lack: what does without them works, and what needs one names it and says how to get it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from deckgen.extras import EXTRAS, extra_of, packages_of
from tests.some import some
from tests.support import OUTLINE, ROOT

# A process in which no optional package can be imported, as if it were not installed.
BARE = """
import sys
for name in {missing!r}:
    sys.modules[name] = None
sys.argv = ["deckgen", *sys.argv[1:]]
from deckgen.cli.main import main
main()
"""
OPTIONAL = [module for modules in EXTRAS.values() for module in modules]


def bare(*arguments: str, cwd: Path, without: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """One command in an installation without extras, and `without` these modules."""
    program = BARE.format(missing=[*OPTIONAL, *without])
    environment = {"LC_ALL": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": ""}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


def project() -> dict[str, Any]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(found, dict)
    return found


def names_of(requirements: list[str]) -> set[str]:
    return {requirement.partition(">=")[0] for requirement in requirements}


def test_the_extras_are_those_of_the_project() -> None:
    declared = project()["optional-dependencies"]
    for extra, modules in EXTRAS.items():
        assert names_of(declared[extra]) == set(modules.values()), extra
    (everything,) = declared["all"]
    assert set(everything.partition("[")[2].rstrip("]").split(",")) == set(EXTRAS)
    assert not names_of(project()["dependencies"]) & {package for modules in EXTRAS.values() for package in modules.values()}


def test_every_requirement_says_its_least_version() -> None:
    declared = project()
    extras = [requirement for extra in EXTRAS for requirement in declared["optional-dependencies"][extra]]
    assert len(declared["dependencies"]) + len(extras) >= 10
    assert all(">=" in requirement and "<" not in requirement for requirement in some([*declared["dependencies"], *extras]))


def test_a_module_is_known_by_its_root() -> None:
    assert (extra_of("docx.oxml.ns"), extra_of("openpyxl"), extra_of("yaml"), extra_of("")) == ("import", "xlsx", "", "")
    assert packages_of("render") == "pypdfium2 resvg-py python-pptx"


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", str(OUTLINE), "-o", "deck.pptx"),
        ("check", str(OUTLINE)),
        ("figures", str(OUTLINE), "--missing"),
        ("figures", "export", str(OUTLINE), "-o", "form.xlsx"),
        ("new", "folder"),
        ("themes",),
        ("kinds", "chart"),
        ("schema", "outline"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_needs_no_extra_works_without_any(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ended = bare(*arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0), ended.stderr


def speech(folder: Path) -> str:
    document = docx.Document()
    document.add_paragraph("讲话")
    document.save(str(folder / "speech.docx"))
    return "speech.docx"


def form(folder: Path) -> str:
    openpyxl.Workbook().save(folder / "form.xlsx")
    return "form.xlsx"


def finished(folder: Path) -> str:
    assert bare("build", str(OUTLINE), "-o", "deck.pptx", cwd=folder).returncode == 0
    return "deck.pptx"


@pytest.mark.parametrize(
    ("extra", "arguments"),
    [
        ("import", ("import", speech)),
        ("xlsx", ("figures", "fill", str(OUTLINE), form, "--dry-run")),
        ("preview", ("preview", str(OUTLINE), "--no-open")),
        ("render", ("render", str(OUTLINE), "--engine", "svg")),
        ("render", ("render", finished, "--to", "png")),
        ("mcp", ("mcp", ".")),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_what_needs_an_extra_names_it(extra: str, arguments: tuple[Any, ...], tmp_path: Path) -> None:
    ended = bare(*(part(tmp_path) if callable(part) else part for part in arguments), cwd=tmp_path)
    assert ended.returncode == 2, ended.stdout + ended.stderr
    said, command = ended.stderr.splitlines()
    assert f"[{extra}]" in said
    assert command.strip() in (
        f'"{sys.executable}" -m pip install {packages_of(extra)}',
        f'uv pip install --python "{sys.executable}" {packages_of(extra)}',
    )


def test_where_uv_made_the_environment_its_own_command_is_named(tmp_path: Path) -> None:
    ended = bare("mcp", ".", cwd=tmp_path, without=["pip"])
    assert (ended.returncode, ended.stderr.splitlines()[1].strip()) == (2, f'uv pip install --python "{sys.executable}" mcp')


def test_a_table_of_an_outline_says_that_openpyxl_is_missing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["指标", "完成"], ["产值", 3]):
        book.active.append(row)
    book.save(tmp_path / "data.xlsx")
    slide = "{kind: table, title: 甲, data: data.xlsx, notes: 丁}"
    (tmp_path / "outline.yaml").write_text(f"title: 表\nnotes: 丁\nparts: [{{title: 一, slides: [{slide}]}}]\n", encoding="utf-8")
    ended = bare("build", "outline.yaml", "-o", "deck.pptx", cwd=tmp_path)
    assert ended.returncode == 1
    assert "outline.yaml:3:" in ended.stderr and "[xlsx]" in ended.stderr and "Traceback" not in ended.stderr
    assert not (tmp_path / "deck.pptx").exists()
