"""What holds of every speech: nothing raises, nothing is lost, the outline is read without a fault and builds."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, Phase, example, given

from deckgen.cli.import_trial import FIGURES, OUTLINE, files_of
from deckgen.cli.importing import Fitted, made_to_fit
from deckgen.diagnostics import Findings
from deckgen.files import Folder
from deckgen.load.outline import Report, load_outline
from deckgen.numerals import FULL_WIDTH
from deckgen.speech.emit.files import FileStyle, emit
from deckgen.speech.understand import Understood, understand
from tests.examples import examples

from .alignment import counted, headings, noted, squeezed
from .examine import obstacles
from .speeches import speeches

FEW = examples(15, 120, suppress_health_check=list(HealthCheck))
FEWER = examples(2, 12, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))  # to shrink is to build hundreds
STYLE = FileStyle(schema="../schema", theme="zhengwu-red", lang="zh")

Lines = list[str]


def understood(lines: Lines, folder: str, suffix: str = ".txt") -> Understood | None:
    """What is understood of these lines; None when there is nothing in them, which is told."""
    path, findings = os.path.join(folder, f"讲稿{suffix}"), Findings()
    Path(path).write_text("\n".join(lines), encoding="utf-8", newline="\n")
    found = understand(path, "auto", findings)
    assert (found is None) == findings.failed
    assert {finding.rule for finding in findings.all if finding.severity == "error"} <= {"speech/empty"}
    return found


def loaded(outline: str, figures: str, folder: str) -> Report:
    """The outline as `build` reads it; AssertionError with its faults."""
    write(folder, outline, figures)
    findings = Findings()
    report = load_outline(os.path.join(folder, OUTLINE), None, Folder(), findings)
    assert report is not None and not findings.failed, findings.all
    return report


def write(folder: str, outline: str, figures: str) -> None:
    for name, text in ((OUTLINE, outline), (FIGURES, figures)):
        if text:
            Path(folder, name).write_text(text, encoding="utf-8", newline="\n")


def fitted(found: Understood, folder: str) -> Fitted:
    result = made_to_fit(found, folder)
    write(folder, *(files_of(result.emitted, folder).get(os.path.join(folder, name), "") for name in (OUTLINE, FIGURES)))
    return result


@FEW
@given(speeches())
@example(["报告", "{未闭合", "一、**", "\\"])
@example(["：", "# ", "- x: y", "'", "---"])
def test_the_notes_are_the_speech_word_for_word(lines: Lines) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = understood(lines, folder)
        if found is None:
            return
        emitted = emit(found.speech, found.draft, found.chooser, STYLE)
        report = loaded(emitted.outline, emitted.figures, folder)
        assert noted(report.outline)[0] == "".join(char for line in found.speech.paragraphs for char, _ in counted(line.text))


@FEW
@given(speeches())
def test_the_ledger_says_what_the_speech_says_and_titles_are_told_apart(lines: Lines) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = understood(lines, folder)
        if found is None:
            return
        emitted = emit(found.speech, found.draft, found.chooser, STYLE)
        report = loaded(emitted.outline, emitted.figures, folder)
        written = yaml.safe_load(emitted.figures)["figures"] if emitted.figures else {}
        assert set(written) == set(report.ledger.figures) == {entry.name for entry in found.ledger.entries}
        for entry in found.ledger.entries:
            line, stands = found.speech.paragraphs[entry.quantity.paragraph].text, entry.quantity
            assert squeezed(str(written[entry.name]["value"])) in squeezed(line[stands.start : stands.end].translate(FULL_WIDTH))
            assert written[entry.name]["label"]
        titles = [slide.title.plain for part in report.outline.parts for slide in part.slides]
        assert len(titles) == len(set(titles))
        assert all(text.plain.strip() for text in headings(report.outline)[:1])


@FEWER
@given(speeches())
def test_it_builds_in_every_theme_and_always_the_same(lines: Lines) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = understood(lines, folder)
        if found is None:
            return
        result = fitted(found, folder)
        assert result.errors == ()
        assert obstacles(Path(folder, OUTLINE)) == ()
        again = understood(lines, folder)
        assert again is not None
        assert made_to_fit(again, folder).emitted == result.emitted


@FEW
@given(speeches())
def test_markdown_keeps_every_word(lines: Lines) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = understood(lines, folder, ".md")
        if found is not None:
            emitted = emit(found.speech, found.draft, found.chooser, STYLE)
            report = loaded(emitted.outline, emitted.figures, folder)
            assert noted(report.outline)[0] == "".join(char for line in found.speech.paragraphs for char, _ in counted(line.text))
