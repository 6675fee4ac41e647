"""Only validators prove a file valid: python-pptx and LibreOffice open badly broken ones without a word."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.beside import beside
from tests.examples import under_ci
from tests.layout.test_any_outline import built_stress
from tests.support import ROOT, Deck, compile_text, write
from tests.themes.helpers import EVERY_KIND, LEDGERS
from tests.write.parts import contents

BINARY = ROOT / "tools" / "validator" / "node_modules" / ".bin" / "ooxml-validator"


@pytest.fixture
def strict() -> ModuleType:
    """The strict validator: schemas, Microsoft's extensions, package and ids."""
    path = beside("validate/validate.py")
    spec = importlib.util.spec_from_file_location("validate", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_schemas_accept_the_report(deck: Deck, strict: ModuleType) -> None:
    assert list(strict.check(str(deck.path))) == []


@pytest.mark.slow
@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
def test_schemas_accept_the_stress_corpus(theme_name: str, known: bool, strict: ModuleType, tmp_path: Path) -> None:
    path = write(built_stress(theme_name, known, tmp_path).scene, tmp_path / "stress.pptx")
    assert list(strict.check(str(path))) == []


def test_schemas_refuse_a_broken_deck(x_deck_red: Deck, strict: ModuleType, tmp_path: Path) -> None:
    assert list(strict.check(str(broken(x_deck_red, tmp_path)))) != []


@pytest.fixture
def x_deck_red(decks: dict[tuple[str, str], Deck]) -> Deck:
    return decks["zhengwu-red", "x"]


def broken(deck: Deck, folder: Path) -> Path:
    """The deck with an element that no schema knows."""
    path = folder / "broken.pptx"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in contents(deck.path).items():
            package.writestr(name, data.replace(b"<a:lnSpc>", b"<a:lnSpcc>").replace(b"</a:lnSpc>", b"</a:lnSpcc>"))
    return path


def sdk_errors(path: Path) -> list[object]:
    """What Microsoft's Open XML SDK finds; not its exit code but its list counts."""
    if not BINARY.exists():
        message = "the validator is missing: cd tools/validator && npm ci"
        if under_ci():
            pytest.fail(message)
        pytest.skip(message)
    result = subprocess.run([BINARY, path], capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(result.stdout)
    errors: list[object] = found["errors"]
    return errors


def test_schemas_accept_what_comes_by_clicks(moving: Path, strict: ModuleType) -> None:
    assert list(strict.check(str(moving))) == []


@pytest.mark.slow
def test_the_sdk_accepts_what_comes_by_clicks(moving: Path) -> None:
    assert sdk_errors(moving) == []


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    """Every kind of slide, its entries one by one."""
    return write(compile_text(f"{EVERY_KIND}reveal: points\ntransition: push\n", tmp_path, LEDGERS["x"]).scene, tmp_path / "moving.pptx")


@pytest.mark.slow
def test_the_sdk_accepts_the_report(deck: Deck) -> None:
    assert sdk_errors(deck.path) == []


@pytest.mark.slow
@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
def test_the_sdk_accepts_the_stress_corpus(theme_name: str, known: bool, tmp_path: Path) -> None:
    assert sdk_errors(write(built_stress(theme_name, known, tmp_path).scene, tmp_path / "stress.pptx")) == []


@pytest.mark.slow
def test_the_sdk_refuses_a_broken_deck(x_deck_red: Deck, tmp_path: Path) -> None:
    assert sdk_errors(broken(x_deck_red, tmp_path)) != []
