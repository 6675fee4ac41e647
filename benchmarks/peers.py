"""The tools that are compared, each with how it is found, how it is called and what it says its version is."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PPTXGENJS = HERE / "pptxgenjs"
NAMES = ("deckgen", "pandoc", "pptxgenjs")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The same deck in the language of each tool."""

    outline: Path
    markdown: Path
    data: Path


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    version: str
    command: Callable[[Inputs, Path], list[str]]  # inputs and the deck to write


class NotInstalledError(Exception):
    """A tool cannot be run here; the message says what is missing."""


def find_tool(name: str, deckgen: str | None) -> Tool:
    """The tool called `name`; `deckgen` is the command to measure where it is not the one of this checkout."""
    match name:
        case "deckgen":
            return find_deckgen(deckgen)
        case "pandoc":
            return find_pandoc()
        case "pptxgenjs":
            return find_pptxgenjs()
    raise ValueError(name)


def find_deckgen(command: str | None) -> Tool:
    here = HERE.parent / ".venv" / "bin" / "deckgen"
    path = shutil.which(command or (str(here) if here.exists() else "deckgen"))
    if path is None:
        raise NotInstalledError(f"{command or 'deckgen'} is not installed (pip install -e . in {HERE.parent})")
    return Tool("deckgen", version(path), lambda inputs, deck: [path, "build", str(inputs.outline), "-o", str(deck)])


def find_pandoc() -> Tool:
    path = shutil.which("pandoc")
    if path is None:
        raise NotInstalledError("pandoc is not installed (apt install pandoc)")
    return Tool("pandoc", version(path), lambda inputs, deck: [path, str(inputs.markdown), "--slide-level=1", "-o", str(deck)])


def find_pptxgenjs() -> Tool:
    node = shutil.which("node")
    package = PPTXGENJS / "node_modules" / "pptxgenjs" / "package.json"
    if node is None or not package.exists():
        raise NotInstalledError(f"node or pptxgenjs is not installed (npm install in {PPTXGENJS})")
    number = json.loads(package.read_text(encoding="utf-8"))["version"]
    script = str(PPTXGENJS / "deck.mjs")
    return Tool(
        "pptxgenjs",
        f"{number}, node {version(node).lstrip('v')}",
        lambda inputs, deck: [node, script, str(inputs.data), str(deck)],
    )


def version(path: str) -> str:
    """The last word of the first line a command answers to `--version`."""
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    words = answer.stdout.partition("\n")[0].split()
    return words[-1] if words and answer.returncode == 0 else "of unknown version"
