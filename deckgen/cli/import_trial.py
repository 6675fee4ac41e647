"""Drafts of an import compiled in memory, as if their files stood in the folder already."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec import Struct, structs

from deckgen.check.run import RULES
from deckgen.diagnostics import Finding, Findings, sorted_findings
from deckgen.files import Folder, Memory, Overlay
from deckgen.load.figures import read_ledger
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_scene
from deckgen.speech.emit.comments import Comments
from deckgen.speech.emit.figures import figures_text
from deckgen.speech.emit.files import Emitted
from deckgen.speech.fit import Misfit
from deckgen.speech.understand import Understood

OUTLINE, FIGURES = "outline.yaml", "figures.yaml"
PART, TITLE = "  - title: ", "        title: "  # as an outline that was emitted has them
OVERVIEW = ("    claim: ", "    agenda: ")
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
    """Compiles drafts, and remembers what was wrong with the last, and which slides fit in which theme.

    A slide that was laid out in a theme without a finding is not laid out there again while its words stay the same:
    its lines are left blank, so that those of the others keep their numbers. The first theme is always asked of all.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.errors: list[Finding] = []
        self.fitting: dict[str, set[str]] = {}  # theme → the words of slides and overviews that fit in it

    def misfits(self, emitted: Emitted) -> list[Misfit]:
        """What stands in the way of a build in any of the shipped themes, but for what the speech itself says."""
        self.errors = list(self.errors_in(FIRST[0], files_of(emitted, self.folder)))
        others = [name for name in theme_names() if name not in FIRST]
        for themes in (FIRST[1:], others):  # the others are asked of what fits in the first
            for theme in themes:
                self.errors += self.new_in(theme, emitted)
            misfits = [misfit_of(finding) for finding in self.errors if not is_own(finding)]
            if misfits:
                return misfits
        return []

    def new_in(self, theme: str, emitted: Emitted) -> list[Finding]:
        """The errors of the slides that have not been laid out in this theme."""
        fitting = self.fitting.setdefault(theme, set())
        lines = emitted.outline.split("\n")
        pages = pages_of(emitted, lines)
        new = {at for at, page in enumerate(pages) if page.words not in fitting}
        if not new:
            return []
        for at, page in enumerate(pages):
            if at not in new:
                needed = any(other in new for other in page.needed)
                for number in range(page.first - 1, page.last):
                    lines[number] = lines[number] if needed and not lines[number].startswith(OVERVIEW) else ""
        texts = files_of(structs.replace(emitted, outline="\n".join(lines)), self.folder)
        errors = [finding for finding in self.errors_in(theme, texts) if not is_own(finding)]
        for at in new:
            page = pages[at]
            if not any(page.holds(finding) for finding in errors):
                fitting.add(page.words)
        return errors

    def errors_in(self, theme: str, texts: dict[str, str]) -> Iterable[Finding]:
        files = Overlay(Memory(texts), Folder())  # themes are on disk
        findings = Findings()
        compile_scene(Request(os.path.join(self.folder, OUTLINE), theme, rough=True, files=files), findings)
        return [finding for finding in sorted_findings(findings.all) if finding.severity == "error"]


class Page(Struct, frozen=True):
    """Lines of an outline that are laid out together: a slide, or the head of a part with its overview."""

    first: int
    last: int
    words: str  # without notes
    needed: tuple[int, ...]  # the pages that make no sense without this one

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is about it: of its lines, or of a figure that it shows; what stands nowhere is about all."""
        name = str(finding.facts.get("name", "")) if finding.rule == "layout/figure-too-wide" else ""
        line = finding.span.line
        return name in self.words if name else not line or self.first <= line <= self.last


def pages_of(emitted: Emitted, lines: list[str]) -> list[Page]:
    """The parts and slides of an outline; the head of a part stays while one of its slides does, and all of them while it is new."""
    begins = [at for at, line in enumerate(lines, 1) if line.startswith(PART)]
    slides = sorted(emitted.lines.values())
    pages: list[Page] = []
    for at, begin in enumerate(begins):
        end = begins[at + 1] if at + 1 < len(begins) else len(lines) + 1
        own = [(first, last) for first, last in slides if begin < first < end]
        head = len(pages)
        titles = [lines[line - 1] for first, last in own for line in range(first, last + 1) if lines[line - 1].startswith(TITLE)]
        words = "\n".join([*without_notes(lines, begin, own[0][0] - 1 if own else end - 1), *titles])
        pages.append(Page(begin, own[0][0] - 1 if own else end - 1, words, tuple(range(head, head + 1 + len(own)))))
        pages += [Page(first, last, "\n".join(without_notes(lines, first, last)), (head,)) for first, last in own]
    return pages


def without_notes(lines: list[str], first: int, last: int) -> list[str]:
    """What these lines show: everything up to the notes, which stand last."""
    shown = lines[first - 1 : last]
    notes = next((at for at, line in enumerate(shown) if line.strip().startswith("notes:")), len(shown))
    return [line for line in shown[:notes] if not line.lstrip().startswith("#")]


def is_own(finding: Finding) -> bool:
    """Whether a rule of the speech's own words is broken that the outline may set to a warning."""
    return finding.rule.startswith(OWN) and any(finding.rule == rule.RULE for rule in RULES)


def misfit_of(finding: Finding) -> Misfit:
    figure = str(finding.facts.get("name", "")) if finding.rule == "layout/figure-too-wide" else ""
    line = 0 if figure or os.path.basename(finding.span.path) == FIGURES else finding.span.line
    what = "claim" if "claim" in finding.rule else str(finding.facts.get("what", ""))
    return Misfit(line, what, figure)
