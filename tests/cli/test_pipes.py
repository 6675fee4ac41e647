"""What is no file is refused at once by every command that reads one: a pipe would wait for somebody to write."""

from __future__ import annotations

import os

import pytest

from tests.cli.conftest import Deckgen


@pytest.mark.parametrize(
    "command",
    [
        "build pipe",
        "build outline.yaml --figures pipe",
        "check pipe",
        "check pipe.pptx",
        "figures pipe",
        "import pipe",
        "preview pipe --no-open",
        "render pipe --to png",
        "render pipe.pptx",
    ],
)
def test_a_pipe_is_refused(deckgen: Deckgen, command: str) -> None:
    for name in ("pipe", "pipe.pptx"):
        os.mkfifo(name)
    ended = deckgen(*command.split())
    assert ended.code == 2
    assert "这不是普通文件" in ended.out + ended.err
