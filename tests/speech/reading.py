"""Files in, lines out: the noise of the tests of reading."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Finding, Findings
from deckgen.messages import rendered
from deckgen.speech.read.open import read_speech
from deckgen.speech.source import Paragraph


def read(folder: Path, name: str, data: bytes) -> tuple[list[Paragraph], list[Finding]]:
    """The lines of a file of this name and content, and what was found; no lines where it was refused."""
    path, findings = folder / name, Findings()
    path.write_bytes(data)
    speech = read_speech(str(path), findings)
    assert (speech is None) == findings.failed
    return list(speech.paragraphs) if speech else [], findings.all


def texts(folder: Path, name: str, data: bytes) -> list[str]:
    """The words of each line of a file that is read without a remark."""
    lines, findings = read(folder, name, data)
    assert findings == []
    return [line.text for line in lines]


def remarks(folder: Path, name: str, data: bytes) -> list[str]:
    """What is said about a file, rule and words, hints left out."""
    return [rendered(finding, "zh").split(": ", 1)[1].split("\n")[0] for finding in read(folder, name, data)[1]]
