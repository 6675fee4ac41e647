"""Lines in, files out: what `deckgen import` makes of a few lines, read back as YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from deckgen.cli.import_trial import FIGURES, OUTLINE, files_of
from deckgen.cli.importing import made_to_fit
from deckgen.diagnostics import Findings
from deckgen.speech.understand import understand

from .examine import obstacles

LONG = "各乡镇把责任逐级压实，部门之间信息互通，重点环节专人盯守，群众反映的事情件件有回音，基层基础更加牢固，工作局面持续向好。" * 2


class Made(Struct, frozen=True):
    outline: dict[str, Any]
    figures: dict[str, Any]
    told: tuple[str, ...]  # rules of what was found while it was read

    @property
    def slides(self) -> list[dict[str, Any]]:
        return [slide for part in self.outline["parts"] for slide in part["slides"]]

    def titles(self) -> list[str]:
        return [slide["title"] for slide in self.slides]

    def parts(self) -> list[str]:
        return [part["title"] for part in self.outline["parts"]]

    def slide(self, title: str) -> dict[str, Any]:
        return next(slide for slide in self.slides if slide["title"] == title)

    def cards(self) -> dict[str, str]:
        """Label → prefix, value, unit, change and base as they are written."""
        return {entry["label"]: " ".join(said(entry)) for entry in self.figures.values()}


def said(entry: dict[str, Any]) -> list[str]:
    change = entry.get("change", "")
    moved = "".join(map(str, change.values())) if isinstance(change, dict) else str(change)
    value = f"{entry.get('prefix', '')}{entry['value']}{entry.get('unit', '')}{entry.get('suffix', '')}"
    return [value, *([moved] if moved else []), *([f"({entry['base']})"] if "base" in entry else [])]


def made(folder: Path, *lines: str, name: str = "讲稿.txt") -> Made:
    """What is made of these lines; the deck builds."""
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    findings = Findings()
    understood = understand(str(folder / name), "auto", findings)
    assert understood is not None, findings.all
    fitted = made_to_fit(understood, str(folder))
    assert fitted.errors == ()
    texts = files_of(fitted.emitted, str(folder))
    for path, text in texts.items():
        Path(path).write_text(text, encoding="utf-8")
    assert obstacles(folder / OUTLINE) == ()
    ledger = texts.get(str(folder / FIGURES), "figures: {}")
    return Made(yaml.safe_load(texts[str(folder / OUTLINE)]), yaml.safe_load(ledger)["figures"], tuple(f.rule for f in findings.all))


def report(*lines: str) -> tuple[str, ...]:
    """A report of one part with these lines, and a part of plans."""
    return (
        "岭前县2028年政府工作报告",
        "一、2027年工作回顾",
        *lines,
        "二、2028年工作安排",
        f"（一）抓好春耕。{LONG}",
        f"（二）修好水利。{LONG}",
    )
