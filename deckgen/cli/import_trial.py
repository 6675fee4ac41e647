"""Drafts of an import compiled in memory, as if their files stood in the folder already."""

from __future__ import annotations

import os
from collections.abc import Iterable

from deckgen.check.run import RULES
from deckgen.diagnostics import Finding, Findings, OutlineError
from deckgen.files import Folder, Memory, Overlay
from deckgen.load.figures import read_ledger
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_deck
from deckgen.speech.emit.comments import Comments
from deckgen.speech.emit.figures import figures_text
from deckgen.speech.emit.files import Emitted
from deckgen.speech.fit import Misfit
from deckgen.speech.understand import Understood

OUTLINE, FIGURES = "outline.yaml", "figures.yaml"
OWN = "content/"  # rules about what the speech itself says
MOST_REFUSED = 4  # times that a ledger is written anew without what could not be read in it


def files_of(emitted: Emitted, folder: str) -> dict[str, str]:
    """Path → text; no ledger where the speech holds no quantity."""
    texts = {OUTLINE: emitted.outline, FIGURES: emitted.figures}
    return {os.path.join(folder, name): text for name, text in texts.items() if text}


def readable(understood: Understood, lang: str) -> Understood:
    """What was understood, without the figures that the reader of ledgers refuses: their words stay in the outline as they are."""
    for _ in range(MOST_REFUSED):
        refused = refused_entries(understood, lang)
        if not refused:
            return understood
        understood = understood.without(refused)
    return understood.without(frozenset(entry.name for entry in understood.ledger.entries))


def refused_entries(understood: Understood, lang: str) -> frozenset[str]:
    """The names of entries that cannot be read as they are written; `name.change` where only the change cannot."""
    text = figures_text(understood.draft, understood.ledger, Comments(lang))
    findings = Findings()
    if text:
        read_ledger(FIGURES, Memory({FIGURES: text}), findings)
    faults = [finding.span.line for finding in findings.all if finding.severity == "error"]
    return frozenset(entry_at(text.split("\n"), line) for line in faults)


def entry_at(lines: list[str], line: int) -> str:
    """The entry that a line of the ledger belongs to."""
    for at in range(min(line, len(lines)) - 1, -1, -1):
        if lines[at].startswith("  ") and lines[at][2:3].isalpha():
            name = lines[at].strip().rstrip(":")
            return f"{name}.change" if lines[line - 1].startswith("    change:") else name
    return ""


FIRST = ("zhengwu-red", "zhengwu-blue")  # the theme of an outline that names none, and the one most unlike it


class Trial:
    """Compiles drafts, and remembers what was wrong with the last."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.errors: list[Finding] = []

    def misfits(self, emitted: Emitted) -> list[Misfit]:
        """What stands in the way of a build in any of the shipped themes, but for what the speech itself says."""
        texts = files_of(emitted, self.folder)
        self.errors = []
        others = [name for name in theme_names() if name not in FIRST]
        for themes in (FIRST, others):  # the others are asked of what fits in the first
            self.errors += [finding for theme in themes for finding in self.errors_in(theme, texts)]
            misfits = [misfit_of(finding) for finding in self.errors if not is_own(finding)]
            if misfits:
                return misfits
        return []

    def errors_in(self, theme: str, texts: dict[str, str]) -> Iterable[Finding]:
        files = Overlay(Memory(texts), Folder())  # themes are on disk
        try:
            compile_deck(Request(os.path.join(self.folder, OUTLINE), theme, files=files))
        except OutlineError as error:
            return [finding for finding in error.findings if finding.severity == "error"]
        return []


def is_own(finding: Finding) -> bool:
    """Whether a rule of the speech's own words is broken that the outline may set to a warning."""
    return finding.rule.startswith(OWN) and any(finding.rule == rule.RULE for rule in RULES)


def misfit_of(finding: Finding) -> Misfit:
    figure = str(finding.facts.get("name", "")) if finding.rule == "layout/figure-too-wide" else ""
    line = 0 if figure or os.path.basename(finding.span.path) == FIGURES else finding.span.line
    what = "claim" if "claim" in finding.rule else str(finding.facts.get("what", ""))
    return Misfit(line, what, figure)
