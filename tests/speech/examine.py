"""Scores what `deckgen import` made of a speech against what a person found in it.

`python -m tests.speech.examine FOLDER` imports every speech of a folder and prints a table, then what is missing.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from msgspec import Struct

from deckgen.diagnostics import Findings, OutlineError
from deckgen.files import Folder
from deckgen.load.outline import Report, load_outline
from deckgen.pipeline import Request, compile_deck

from ..support import FULL_THEMES
from . import quality, structure
from .alignment import Aligned, align, squeezed
from .expected import Expected, Fault, expectations, load_expected
from .ledger import Matched, cards, entries, intruders, label_fits, match_figures, surplus, worded
from .structure import Tally, tally


class Score(Struct, frozen=True, kw_only=True):
    """How well a speech was understood: tallies of what was to be found, lists of what is wrong (empty is good)."""

    speech: str
    # structure
    title: bool
    sections: Tally
    in_order: bool
    mottoes: Tally
    points: Tally
    counts: Tally
    problems: Tally
    statement: bool
    targets: Tally
    principles: Tally
    pairs: Tally
    claims: Tally
    closing: bool
    kinds: Tally
    # figures
    quantities: Tally  # in the ledger with the right value and unit
    placed: Tally  # of these, referred to in the notes where the speech has them
    labels: Tally
    worded: Tally  # what was reached, by how much it moved, what it was before
    cards: Tally  # the figures on cards with the right label, wording and value
    certain: Tally  # the same of the figures that are not marked to be checked
    ledger: Tally  # the same of all figures
    intruders: tuple[str, ...]
    surplus: tuple[str, ...]
    figures: int  # all of the ledger
    # faults of the speech
    faults: Tally
    alarms: int  # places told where the expectations know of no fault: guesses, unknown figures, false alarms
    # notes
    exact: bool
    lost: tuple[str, ...]
    added: tuple[str, ...]
    # what comes out
    broken: tuple[str, ...]  # what stands in the way of a deck, in each theme
    leads: tuple[str, ...]
    leads_of: int
    texts: tuple[str, ...]
    titles_twice: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Nothing of the speech is lost and nothing is put into its mouth."""
        return not self.lost and not self.added

    @property
    def precision(self) -> float:
        return 1 - len(self.surplus) / self.figures if self.figures else 1.0

    @property
    def sane_leads(self) -> float:
        return 1 - len(self.leads) / self.leads_of if self.leads_of else 1.0


def import_speech(speech: Path, folder: Path) -> tuple[int, str]:
    """Run the command; its exit code and all that it said, on screen and in what it wrote beside the outline."""
    from deckgen.cli.main import run

    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = run(["import", str(speech), "-o", str(folder)])
    written = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*")) if path.suffix in (".md", ".txt")]
    return code, "\n".join([told.getvalue(), *written])


def examine(expected: Expected, outline: Path, said: str = "", build: bool = True) -> Score:
    """The score of an outline (its ledger beside it); AssertionError when it cannot even be read.

    `said` is what the importer told; without `build` no deck is compiled.
    """
    findings = Findings()
    report = load_outline(str(outline), None, Folder(), findings)
    assert report is not None, findings.all
    aligned = align(expected, report.outline)
    return score(expected, report, aligned, (said, obstacles(outline) if build else ()))


def score(expected: Expected, report: Report, aligned: Aligned, told_and_broken: tuple[str, tuple[str, ...]]) -> Score:
    said, broken = told_and_broken
    matches = match_figures(expected, report.ledger, aligned)
    facts, found, ledger = expected.facts, report.outline, report.ledger
    counted = [match for match in matches if not match.quantity.doubtful]
    hits = [match for match in counted if match.name]
    return Score(
        speech=facts.speech,
        title=same_title(facts.title, found.title.plain),
        sections=tally((section.title, structure.find_section(section, found) is not None) for section in facts.sections),
        in_order=structure.in_order(expected, found),
        mottoes=structure.mottoes(expected, found),
        points=structure.points(expected, found),
        counts=structure.counts(expected, found),
        problems=structure.problems(expected, found),
        statement=structure.statement(expected, found),
        targets=structure.targets(expected, found, ledger),
        principles=structure.principles(expected, found),
        pairs=structure.pairs(expected, found),
        claims=structure.claims(expected, found),
        kinds=structure.kinds(expected, found),
        closing=closes(facts.closing, report),
        quantities=tally((told(match), bool(match.name)) for match in counted),
        placed=tally((told(match), match.placed) for match in hits),
        labels=tally((mislabelled(match, report), label_fits(match.quantity, ledger.figures[match.name])) for match in hits),
        worded=tally(
            (misworded(match, report), worded(match.quantity, ledger.figures[match.name])) for match in hits if match.quantity.mark
        ),
        cards=tally(cards(report, matches)),
        certain=tally(entries(report, matches, marked=False)),
        ledger=tally(entries(report, matches)),
        intruders=intruders(expected, ledger, aligned),
        surplus=surplus(ledger, matches),
        figures=len(ledger.figures),
        faults=tally((f"{fault.line}: {fault.text}", reported(fault, expected, said)) for fault in facts.faults if not fault.optional),
        alarms=len(places_told(expected.path.name, said)) - len([fault for fault in facts.faults if reported(fault, expected, said)]),
        exact=aligned.exact,
        lost=tuple(line for line in aligned.lost if int(line.partition(":")[0]) not in facts.dropped),
        added=aligned.added,
        broken=broken,
        leads=quality.bad_leads(found, expected.lines, facts.language),
        leads_of=sum(bool(entry.lead) for entry in quality.all_entries(found)),
        texts=quality.bad_texts(found, facts.language),
        titles_twice=quality.titles_twice(found),
    )


def same_title(wanted: str, title: str) -> bool:
    return squeezed(wanted).lower() == squeezed(title).lower()


def closes(words: str, report: Report) -> bool:
    closing = report.outline.closing
    return not words or (
        closing is not None and squeezed(words) in squeezed(closing.title.plain + closing.text.plain + closing.notes.plain)
    )


def told(match: Matched) -> str:
    quantity = match.quantity
    return f"{quantity.line}:{quantity.column} {quantity.phrase}" + (f" (there: {match.seen})" if match.seen else "")


def mislabelled(match: Matched, report: Report) -> str:
    quantity = match.quantity
    label = report.ledger.figures[match.name].label
    return f"{quantity.line}:{quantity.column} {quantity.phrase} is called {label!r}, not {'|'.join(quantity.keywords)}"


def misworded(match: Matched, report: Report) -> str:
    quantity, figure = match.quantity, report.ledger.figures[match.name]
    return f"{quantity.line}:{quantity.column} {quantity.phrase} is {figure.prefix}{figure.text}, not {quantity.mark}"


NEARBY = 14  # characters between the place of a fault and where a finding points at it
WITH_COLUMN = r":(\d+):(\d+)"
LINE_ONLY = (r"第\s*(\d+)\s*[行段]", r"\b[Ll]ines?\s+(\d+)", r"(?m)^\s*(\d+)\s*[:：|]")


def reported(fault: Fault, expected: Expected, said: str) -> bool:
    """Whether any finding stands at the fault; in a docx, whose lines nobody sees, the words themselves will do."""
    begin = expected.lines[fault.line - 1].index(fault.text) + 1
    for line, column in places_told(expected.path.name, said):
        if line == fault.line and (not column or begin - NEARBY <= column <= begin + len(fault.text) + NEARBY):
            return True
    return expected.path.suffix == ".docx" and squeezed(fault.text) in squeezed(said)


def places_told(name: str, said: str) -> set[tuple[int, int]]:
    """Every line and column that was told; column 0 where only the line was."""
    found = {(int(line), int(column)) for line, column in re.findall(re.escape(name) + WITH_COLUMN, said)}
    found |= {(int(line), 0) for line in re.findall(re.escape(name) + r":(\d+)(?!\d*:\d)", said)}
    for pattern in LINE_ONLY:
        found |= {(int(line), 0) for line in re.findall(pattern, said)}
    return found


def obstacles(outline: Path) -> tuple[str, ...]:
    """The errors of compiling the outline in each theme."""
    found = []
    for theme in FULL_THEMES:
        try:
            compile_deck(Request(str(outline), theme))
        except OutlineError as error:
            found += [
                f"{theme}:{finding.span.line} {finding.rule} {finding.facts}" for finding in error.findings if finding.severity == "error"
            ]
    return tuple(found)


# ---- the table


COLUMNS = (
    "sections",
    "mottoes",
    "points",
    "counts",
    "problems",
    "targets",
    "principles",
    "pairs",
    "claims",
    "kinds",
    "quantities",
    "placed",
    "labels",
    "worded",
    "cards",
    "certain",
    "ledger",
    "faults",
)


def table(scores: list[Score]) -> str:
    """One line a speech: found/of; then flags and the number of things that are wrong; the last line is the sum."""
    heads = ("speech", "title", *COLUMNS, "close", "whole", "alarms", "surplus", "intrud", "broken", "leads", "texts", "twice")
    rows = [heads, *(row(found) for found in scores), summed(scores)]
    widths = [max(len(line[n]) for line in rows) for n in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in rows)


def row(found: Score) -> tuple[str, ...]:
    tallies = (getattr(found, name) for name in COLUMNS)
    lists = (found.surplus, found.intruders, found.broken, found.leads, found.texts, found.titles_twice)
    flags = ("yes" if flag else "NO" for flag in (found.closing, found.whole))
    shown = (f"{one.found}/{one.of}" if one.of else "-" for one in tallies)
    return (found.speech, "yes" if found.title else "NO", *shown, *flags, str(max(0, found.alarms)), *(str(len(one)) for one in lists))


def summed(scores: list[Score]) -> tuple[str, ...]:
    """The last line: found of all that was to be found, in hundredths."""
    shown = []
    for name in COLUMNS:
        tallies = [getattr(found, name) for found in scores]
        found, of = sum(one.found for one in tallies), sum(one.of for one in tallies)
        shown.append(f"{100 * found / of:.1f}%" if of else "-")
    titled = sum(found.title for found in scores)
    return (f"{len(scores)} speeches", f"{titled}/{len(scores)}", *shown, *[""] * 9)


def details(found: Score) -> str:
    """Everything that is missing or wrong, one thing a line."""
    lines = [f"  {name}: {thing}" for name in COLUMNS for thing in getattr(found, name).missing]
    for name in ("lost", "added", "surplus", "intruders", "broken", "leads", "texts", "titles_twice"):
        lines += [f"  {name}: {thing[:160]}" for thing in getattr(found, name)]
    return "\n".join([f"\n{found.speech}", *lines]) if lines else ""


def examine_folder(folder: Path) -> list[Score]:
    """The scores of every speech of a folder; one that lies elsewhere or could not be imported is told and left out."""
    scores = []
    for path in expectations(folder):
        try:
            expected = load_expected(path)
        except FileNotFoundError as error:
            print(f"{path.name}: its speech is not there ({error.filename})", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as target:
            code, said = import_speech(expected.path, Path(target))
            outline = Path(target) / "outline.yaml"
            if not outline.exists():
                print(f"{expected.facts.speech}: not imported (exit code {code})\n{said}", file=sys.stderr)
                continue
            scores.append(examine(expected, outline, said))
    return scores


def main() -> None:
    scores = examine_folder(Path(sys.argv[1]))
    print(table(scores))
    print(*filter(None, map(details, scores)), sep="\n")


if __name__ == "__main__":
    main()
