"""The wheel in a fresh environment: it holds its themes and schemas, and works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from deckgen.load.theme import theme_names
from tests.some import some
from tests.support import OUTLINE, ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT], check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def deckgen(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment that knows nothing of the checkout."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True)
    return scripts / "deckgen"


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"LC_ALL": "C.UTF-8"}
    return subprocess.run([command, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_wheel_holds_themes_schemas_and_tables(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    assert {f"deckgen/themes/{theme}/theme.yaml" for theme in theme_names()} <= names
    assert "deckgen/measure/lexicon.txt" in names
    assert {f"deckgen/preview/page/{name}" for name in ("index.html", "style.css", "main.js", "icon.svg")} <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "tools/"))]


def test_the_wheel_says_it_is_typed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        assert "deckgen/py.typed" in package.namelist()


def test_a_deck_is_built_from_another_folder(deckgen: Path, tmp_path: Path) -> None:
    for theme in some(theme_names()):
        result = run(deckgen, "build", str(OUTLINE), "--theme", theme, "-o", f"{theme}.pptx", cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
        assert "16" in result.stdout
        assert zipfile.is_zipfile(tmp_path / f"{theme}.pptx")


def test_the_installed_build_gives_the_bytes_of_the_checkout(deckgen: Path, tmp_path: Path) -> None:
    arguments = ["build", str(OUTLINE), "--figures", str(OUTLINE.parent / "figures.sample.yaml")]
    assert run(deckgen, *arguments, "-o", "installed.pptx", cwd=tmp_path).returncode == 0
    subprocess.run(
        [sys.executable, "-m", "deckgen", *arguments, "-o", tmp_path / "checkout.pptx"], check=True, capture_output=True, cwd=ROOT
    )
    assert (tmp_path / "installed.pptx").read_bytes() == (tmp_path / "checkout.pptx").read_bytes()


def test_themes_are_found_inside_the_wheel(deckgen: Path, tmp_path: Path) -> None:
    result = run(deckgen, "themes", cwd=tmp_path)
    assert result.returncode == 0
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == theme_names()


@pytest.mark.parametrize("which", ["outline", "figures", "theme"])
def test_schemas_are_printed(deckgen: Path, which: str, tmp_path: Path) -> None:
    result = run(deckgen, "schema", which, cwd=tmp_path)
    assert result.returncode == 0
    assert json.loads(result.stdout)["title"]


@pytest.mark.parametrize(
    ("outline", "code"),
    [
        ("title: 报告\nparts: []\n", 1),
        ("title: 报告\nparts:\n- titel: 部分\n  slides: []\n", 1),
        ("just a text\n", 2),
        ("title: [\n", 2),
        ("", 2),
    ],
)
def test_a_faulty_outline_gives_its_exit_code_and_no_deck(deckgen: Path, outline: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(outline, encoding="utf-8")
    result = run(deckgen, "build", "outline.yaml", "-o", "deck.pptx", cwd=tmp_path)
    assert result.returncode == code, result.stderr
    assert "outline.yaml" in result.stderr and "Traceback" not in result.stderr
    assert not (tmp_path / "deck.pptx").exists()


def test_wrong_usage_gives_exit_code_2(deckgen: Path, tmp_path: Path) -> None:
    for arguments in (["build"], ["build", "missing.yaml"], ["biuld", "x"], ["build", "x.yaml", "-o", "-"], ["schema", "other"]):
        result = run(deckgen, *arguments, cwd=tmp_path)
        assert result.returncode == 2, (arguments, result.stdout, result.stderr)
        assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


PROGRAM = """
import deckgen, sys
deck = deckgen.build({"title": "报告", "parts": [{"title": "一", "slides": [{"kind": "points", "title": "标题", "points": ["甲"]}]}]}, "a.pptx")
print(deckgen.__file__, deck.path, deck.slides, [finding.rule for finding in deckgen.check(sys.argv[1], final=True)][0])
"""


def test_a_program_builds_and_checks_with_the_wheel(deckgen: Path, tmp_path: Path) -> None:
    result = run(deckgen.with_name("python"), "-c", PROGRAM, str(OUTLINE), cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    home, *said = result.stdout.split()
    assert "site-packages" in home
    assert said == ["a.pptx", "2", "content/unknown-value"]
    assert zipfile.is_zipfile(tmp_path / "a.pptx")
