"""The kinds of report that somebody may begin with, each a folder beside this module."""

from __future__ import annotations

import os

KINDS = ("work-report", "annual-report", "meeting", "english")
FILES = ("outline.yaml", "figures.yaml")
BATCH = "build-deck.bat"
FOLDER = os.path.dirname(os.path.abspath(__file__))


def starter(kind: str) -> dict[str, str]:
    """The texts of the files of one of `KINDS`, by name."""
    texts = {}
    for name in FILES:
        with open(os.path.join(FOLDER, kind, name), encoding="utf-8") as file:
            texts[name] = file.read()
    return texts


def with_theme(outline: str, theme: str) -> str:
    """The outline with this theme in its head, in the place of the one it has or before its ledger."""
    lines = outline.splitlines(keepends=True)
    at = next((index for index, line in enumerate(lines) if line.startswith("theme:")), None)
    if at is None:
        at = next(index for index, line in enumerate(lines) if line.startswith("figures:"))
        lines.insert(at, "")
    lines[at] = f"theme: {theme}\n"
    return "".join(lines)


def batch_file() -> bytes:
    """build-deck.bat: an outline is dropped on it in Windows, and its deck is built."""
    with open(os.path.join(FOLDER, BATCH), "rb") as file:
        return file.read()
