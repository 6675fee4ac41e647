"""The command line without a process: arguments in; exit code, output and complaints out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.cli.main import run

OUTLINE = "title: 报告\nnotes: 丁\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙, 丙], notes: 丁}]}]\n"


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Deckgen = Callable[..., Ended]


@pytest.fixture
def deckgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Deckgen:
    """Runs `deckgen …` in a folder that holds a good outline.yaml, speaking Chinese unless told otherwise."""
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def call(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["deckgen", *arguments])
        code = run(list(arguments))
        return Ended(code, *capsys.readouterr())

    return call
