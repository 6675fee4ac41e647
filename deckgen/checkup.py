"""Everything that can be said of an outline, or of a finished deck: the pipeline, and the package opened again."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from msgspec import structs

from deckgen.check.run import chosen
from deckgen.diagnostics import Finding, Findings, Span, sorted_findings
from deckgen.files import PACKAGES, Files, read_bytes
from deckgen.inspect.rules.run import check_deck
from deckgen.pipeline import Request, compile_scene
from deckgen.scene import Group, Item, Scene
from deckgen.write.pptx.presentation import write_pptx

MAX_DECK = 1024 * 1024 * 1024  # bytes; decks full of videos come near
DECKS = (*PACKAGES, ".ppt", ".dps")  # how the names of finished decks end; the last two are said to be none of ours
OF_A_PACKAGE = ("a11y/", "package/")  # what else is said of a finished deck, is said of the scene with better places


def findings_of(request: Request) -> list[Finding]:
    """What there is to say of the file, a deck or an outline by its name."""
    if is_finished(request.outline):
        return check_finished(request.outline, request.files)
    return check_outline(request)


def is_finished(path: str) -> bool:
    """Whether a file is a finished deck by its name."""
    return path.lower().endswith(DECKS)


def check_outline(request: Request) -> list[Finding]:
    """Every finding about an outline, sorted; nothing is written."""
    return checked_outline(request)[0]


def checked_outline(request: Request) -> tuple[list[Finding], Scene | None]:
    """Every finding about an outline, sorted, and its scene as far as there is one.

    An outline that can be built is written to memory and the package opened again, as PowerPoint would have to open it.
    """
    findings = Findings()
    report, scene = compile_scene(request, findings)
    if report is not None and scene is not None and not findings.failed:
        written = check_written(scene)
        findings.all.extend(chosen(written, report.outline.checks))
    return sorted_findings(findings.all), scene


def check_written(scene: Scene) -> list[Finding]:
    """What is wrong with the package and its accessibility, each at the words of the outline that it came from."""
    buffer = BytesIO()
    write_pptx(scene, buffer)
    of_package = (finding for finding in check_deck(buffer.getvalue(), "") if finding.rule.startswith(OF_A_PACKAGE))
    return [structs.replace(finding, span=source_of(finding.span, scene)) for finding in of_package]


def source_of(span: Span, scene: Scene) -> Span:
    """Where the outline says what the shape shows."""
    if not span.slide:
        return scene.slides[0].source
    slide = scene.slides[span.slide - 1]
    return next((item.source for item in items_of(slide.items) if item.name == span.shape and item.source.path), slide.source)


def check_finished(path: str, files: Files) -> list[Finding]:
    """Every finding about a finished deck, ours or another's."""
    findings = Findings()
    data = read_bytes(path, files, MAX_DECK, findings)
    return findings.all if data is None else check_deck(data, path)


def items_of(items: tuple[Item, ...]) -> Iterator[Item]:
    """All items, groups before what they hold."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from items_of(item.items)
