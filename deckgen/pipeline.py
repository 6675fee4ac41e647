"""The whole compile on one screen; the only module that knows every stage."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct, field, structs

from deckgen.check.run import run_checks
from deckgen.check.subject import Subject
from deckgen.diagnostics import Finding, Findings, OutlineError, Span, sorted_findings
from deckgen.files import Files, Folder
from deckgen.geometry import px
from deckgen.layout.deck import begun, in_slides, lay_out
from deckgen.load.nodes import Document
from deckgen.load.outline import Report, load_outline
from deckgen.load.pointers import Pointers
from deckgen.load.theme import find_theme, is_template, load_theme
from deckgen.outline import Outline
from deckgen.rulebook import hold_settings
from deckgen.scene import Pace, Scene
from deckgen.snapshot import Origin
from deckgen.theme import Theme

if TYPE_CHECKING:
    from deckgen.layout.known import Known

FALLBACK_TIMESTAMP = "2000-01-01T00:00:00Z"


class Request(Struct, frozen=True):
    """What is asked for; "" takes what the outline says. `final`: nothing unknown, nothing of a sample may be left."""

    outline: str
    theme: str = ""
    figures: str = ""
    final: bool = False
    language: str = ""
    rough: bool = False  # only asked whether it can be built: no slide is set as well as it could be
    files: Files = field(default_factory=Folder)  # where all of them are read


class Built(Struct, frozen=True):
    scene: Scene
    findings: list[Finding]
    unknown: tuple[str, ...]  # names of the figures that the deck uses and nobody knows yet
    samples: tuple[str, ...]  # names of the figures that it uses with sample values


class Compiled(Struct, frozen=True):
    """What came of one compile, for somebody who watches the outline being written."""

    scene: Scene | None  # None when an error stands in the way
    findings: list[Finding]
    files: frozenset[str]  # absolute paths of all that was looked for in the files of the request


def compile_deck(request: Request) -> Built:
    """Compile one outline to a scene, or raise `OutlineError` with everything that stands in the way."""
    findings = Findings()
    report, scene = compile_scene(request, findings, pointed=True)
    findings.stop_on_errors()
    if report is None or scene is None or report.pointers is None:  # all have noted why
        raise OutlineError(findings.all)
    return built(report, scene, sorted_findings(findings.all), report.pointers)


def built(report: Report, scene: Scene, findings: list[Finding], places: Pointers) -> Built:
    """What came of one compile; `places` are those of the outline, which the deck remembers."""
    used = [report.ledger.figures[name] for name in report.used]
    origin = Origin(report.outline.path, scene.design.name, places.name)
    return Built(
        scene=structs.replace(scene, origin=origin),
        findings=findings,
        unknown=tuple(figure.name for figure in used if not figure.known),
        samples=tuple(figure.name for figure in used if figure.sample),
    )


def compile_scene(request: Request, findings: Findings, *, pointed: bool = False) -> tuple[Report | None, Scene | None]:
    """Load, lay out and check, as far as faults allow; everything found goes to `findings`."""
    report = load_outline(request.outline, request.figures or None, request.files, findings, request.language, pointed=pointed)
    theme = chosen_theme(request, report, findings)
    if report is None:
        return None, None
    hold_settings(report.outline.checks, findings)
    return report, compiled(request, report, theme, findings)


def compiled(request: Request, report: Report, theme: Theme | None, findings: Findings, known: Known | None = None) -> Scene | None:
    """Lay out and check what was read; `known` has slides of decks before this one."""
    speech = speech_of(report.outline, request.files, findings, known) if report.outline.speech else ""
    subject = Subject(report.outline, report.ledger, report.used, report.source)
    subject.whole = not findings.failed
    scene = None
    if theme is not None and subject.whole:
        scene = lay_out(
            report.outline, report.ledger, theme, timestamp(report.outline), findings, report.outline.language, request.rough, known
        )
        scene = structs.replace(scene, pace=paced(scene.pace, speech)) if speech else scene
        subject.scene = None if findings.failed else scene
    run_checks(subject, findings, request.final)
    if scene is not None and theme is not None and theme.finish:
        scene = theme.finish(scene)
    return scene


def speech_of(outline: Outline, files: Files, findings: Findings, known: Known | None) -> str:
    """What is said, a line a paragraph, from the file that the outline names; "" where it names none, or one that cannot be read.

    Of many decks one reads it.
    """
    said = outline.speech
    if said is None or not said.text:
        return ""
    # Here, because most outlines name no speech.
    from deckgen.load.images import is_inside
    from deckgen.speech.read.open import read_speech

    folder = os.path.dirname(outline.path)
    target = os.path.join(folder, said.text.replace("\\", "/"))
    if not files.outside and not is_inside(target, folder or "."):
        findings.error(said.source, "load/outside", file=said.text)
        return ""
    if not files.exists(target):
        findings.error(said.source, "load/missing-reference", file=said.text)
        return ""
    if known and target in known.speeches:
        return known.speeches[target]
    read = read_speech(target, findings, files)
    text = "\n".join(paragraph.text for paragraph in read.paragraphs) if read else ""
    if known and text:
        known.speeches[target] = text
    return text


def paced(pace: Pace, speech: str) -> Pace:
    """The pace with how long the speech takes."""
    from deckgen.delivery import seconds_of

    return structs.replace(pace, speech=seconds_of(speech, pace))


def outline_as_shown(request: Request, report: Report) -> Outline:
    """The outline slide by slide as the deck has it, where `overflow: continue` may divide slides; as it is when there is no theme."""
    findings = Findings()
    theme = chosen_theme(request, report, findings)
    return (
        report.outline
        if theme is None
        else in_slides(report.outline, begun(report.outline, report.ledger, theme, findings, report.outline.language))
    )


def look(request: Request) -> Compiled:
    """Compile one outline whatever its state; never raises `OutlineError`."""
    findings = Findings()
    _, scene = compile_scene(request, findings)
    # A slide whose text does not fit is left empty by the layout: there the last good slides are the better picture.
    undone = any(finding.severity == "error" and finding.rule.startswith("layout/") for finding in findings.all)
    return Compiled(None if undone else scene, sorted_findings(findings.all), frozenset(request.files.looked_for))


def chosen_theme(request: Request, report: Report | None, findings: Findings) -> Theme | None:
    """The theme of the command line, else of the outline."""
    if request.theme:
        path = find_theme(request.theme, ".", Span("--theme"), request.files, findings)
    elif report is not None:
        outline = report.outline
        path = find_theme(outline.theme, os.path.dirname(outline.path), outline.theme_source, request.files, findings)
    else:
        return None
    width = report.outline.page_width if report else 0
    if path and is_template(path):
        from deckgen.template.opened import template_theme  # here, because most decks have none

        theme = template_theme(path, request.files, findings)
    else:
        theme = load_theme(path, request.files, findings, width, settled_template) if path else None
    return theme if theme is None or report is None or on_its_page(theme, report.outline, findings) else None


def on_its_page(theme: Theme, outline: Outline, findings: Findings) -> bool:
    """Whether the theme is on the page that the outline asks for: that of a template cannot be changed, since its art is drawn for it."""
    own, wanted = theme.sheet.width, outline.page_width
    if not wanted or not theme.finish or abs(own - wanted) * 100 <= own:
        return True
    findings.error(outline.page_source, "load/template-page", width=own // px(1), height=720)
    return False


def settled_template(document: Document, files: Files) -> Theme | None:
    """The theme of a `theme.yaml` that names a template of PowerPoint."""
    from deckgen.template.opened import settled_theme

    return settled_theme(document, files)


def timestamp(outline: Outline) -> str:
    """The moment the document properties name: SOURCE_DATE_EPOCH, else the outline's date, never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit() and len(epoch) <= 11:
        import datetime

        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    numbers = [int(n) for n in digits(outline.dated)]
    while numbers and not 1990 <= numbers[0] <= 2200:  # 15 January 2020
        del numbers[0]
    if numbers:
        month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else 1
        day = numbers[2] if len(numbers) > 2 and 1 <= numbers[2] <= days_in(numbers[0], month) else 1
        return f"{numbers[0]:04d}-{month:02d}-{day:02d}T00:00:00Z"
    return FALLBACK_TIMESTAMP


def days_in(year: int, month: int) -> int:
    """How many days the month has (Gregorian calendar)."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def digits(text: str) -> list[str]:
    return "".join(char if char in "0123456789" else " " for char in text).split()
