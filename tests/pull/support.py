"""Decks edited as people edit them: through python-pptx, and through LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
import pptx.presentation
import pytest
from click.testing import CliRunner, Result

from deckgen.cli.group import cli
from deckgen.pull.carry import PullOptions

ROOT = Path(__file__).parent.parent.parent
FIGURES = PullOptions(figures=True)
OUTLINE = ROOT / "content" / "report-2019" / "outline.yaml"
SHOWCASE = ROOT / "content" / "showcase" / "outline.yaml"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")


def commanded(*arguments: object) -> Result:
    """A command as `deckgen` runs it."""
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def edited(path: Path, edit: Callable[[pptx.presentation.Presentation], object]) -> None:
    """The deck opened by python-pptx, edited and saved."""
    deck = pptx.Presentation(str(path))
    edit(deck)
    deck.save(str(path))


def rewritten(path: Path, member: str, change: Callable[[bytes], bytes]) -> None:
    """One member of the package changed."""
    buffer = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, change(content) if info.filename == member else content)
    path.write_bytes(buffer.getvalue())


def by_office(path: Path) -> Path:
    """The deck opened and saved by LibreOffice, in a folder of its own."""
    folder = path.parent / "office"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [str(OFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pptx", "--outdir", str(folder), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder / path.name
