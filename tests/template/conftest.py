"""Templates on disk, and decks built on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import REPORT


@pytest.fixture
def report(tmp_path: Path) -> Callable[[bytes, str], Path]:
    """The report beside a template of these bytes: the path of its outline, which names the template as its theme."""

    def beside(template: bytes, name: str = "单位模板.potx") -> Path:
        (tmp_path / name).write_bytes(template)
        for file in REPORT.glob("*.yaml"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
        outline = tmp_path / "outline.yaml"
        lines = outline.read_text(encoding="utf-8").split("\n")
        assert any(line.startswith("theme:") for line in lines)
        outline.write_text("\n".join(f"theme: {name}" if line.startswith("theme:") else line for line in lines), encoding="utf-8")
        return outline

    return beside
