"""What `deckgen render` does: open, draw, save, say where."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from msgspec import Struct

from deckgen.cli.findings import DONE, NOTHING_DONE, UNUSABLE, complain, exit_code, show, tell
from deckgen.cli.language import say
from deckgen.cli.opening import Source, is_deck, opened
from deckgen.cli.progress import Progress
from deckgen.cli.targets import Product, ending_of, is_folder, labels, numbered, stem_of, wrong_target
from deckgen.diagnostics import OutlineError
from deckgen.render.failure import RenderError
from deckgen.render.office import find_office
from deckgen.render.ranges import chosen
from deckgen.write.save import SaveError, refuse_inputs, replace_file


class RenderRequest(Struct, frozen=True):
    """The arguments of `deckgen render`; "" where one was not given."""

    source: str
    to: str = ""
    output: str = ""
    slides: str = ""
    sheet: bool = False
    notes: bool = False
    per_page: int = 0  # slides on a page of the notes; 0 where it was not given
    paper: str = ""
    grey: bool = False
    engine: str = "auto"
    soffice: str = ""
    width: int = 1920
    timeout: float = 300
    theme: str = ""
    figures: str = ""
    allow_outside: bool = False

    @property
    def is_html(self) -> bool:
        return self.to == "html" or (not self.to and self.output.lower().endswith(".html"))

    @property
    def product(self) -> Product:
        if self.sheet:
            return "sheet"
        if self.is_html and not self.notes:
            return "html"
        pictures = self.to == "png" or (not self.to and self.output.lower().endswith(".png"))
        if self.notes:
            return "notes-png" if pictures else "notes"
        return "png" if pictures or (self.engine == "svg" and not self.to) else "pdf"


def render_source(request: RenderRequest) -> int:
    """Render one outline or deck and return the exit code."""
    started = time.perf_counter()
    problem = usage_problem(request) or wrong_target(request.output, request.product)
    if problem:
        complain(problem)
        return UNUSABLE
    progress = Progress()
    try:
        paths = produce(request, progress)
    except OutlineError as error:
        show(error.findings, NOTHING_DONE)
        return exit_code(error.findings)
    except RenderError as error:
        progress.wipe()
        show([error.finding(request.source)], NOTHING_DONE)
        return UNUSABLE
    except SaveError as error:
        progress.wipe()
        complain(say(error.what))
        return UNUSABLE
    progress.wipe()
    tell(summary(paths, time.perf_counter() - started))
    return DONE


def usage_problem(request: RenderRequest) -> str:
    """Options that cannot go together; "" when they can."""
    if not request.source:
        return say("cli/no-source")
    if request.sheet and request.notes:
        return say("cli/sheet-or-notes")
    if request.is_html and (request.sheet or request.notes):
        return say("cli/html-has-all")
    if request.is_html and is_deck(request.source):
        return say("cli/html-of-outline")
    if not request.notes and (request.per_page or request.paper):
        return say("cli/only-for-notes")
    if request.sheet and request.to == "pdf":
        return say("cli/sheet-is-png")
    if is_deck(request.source) and (request.theme or request.figures):
        return say("cli/deck-is-made")
    return ""


def produce(request: RenderRequest, progress: Progress) -> list[str]:
    """Write the files and return their paths."""
    source = opened(request.source, request.theme, request.figures, request.allow_outside)
    numbers = chosen(request.slides, source.count)
    if request.product == "html":
        return [written_html(source, numbers, stem_of(request.output, "html", source.title) + ending_of(request.output, "html"))]
    program = chosen_program(request)
    from deckgen.cli.drawing import Look, Work, by_office, by_svg

    with tempfile.TemporaryDirectory(prefix="deckgen-render-", ignore_cleanup_errors=True) as scratch:
        look = Look(request.paper or "a4", request.per_page or 1, request.grey)
        work = Work(source, request.product, numbers, request.width, Path(scratch), progress, look)
        made = by_office(work, program, request.timeout) if program else by_svg(work)
        names = file_labels(request, numbers, source.count)
        stem = stem_of(request.output, request.product, source.title)
        paths = []
        for index, data in enumerate(made):
            label = names[index] if index < len(names) else f"{index + 1:02d}"
            paths.append(numbered(stem, label, ending_of(request.output, request.product)))
            refuse_inputs(paths[-1], source.inputs)
            replace_file(paths[-1], lambda file, data=data: file.write(data))  # type: ignore[misc]  # mypy knows no lambda with a default
    return paths


def written_html(source: Source, numbers: list[int], path: str) -> str:
    """The file that shows and presents itself; its path."""
    from deckgen.preview.alone import html_deck
    from deckgen.write.svg.slide import slide_svg

    assert source.scene is not None
    data = html_deck(source.scene, numbers, slide_svg).encode()
    refuse_inputs(path, source.inputs)
    replace_file(path, lambda file: file.write(data))
    return path


def file_labels(request: RenderRequest, numbers: list[int], count: int) -> list[str]:
    """What tells the files apart: slide numbers, or nothing where there is one; pages of a handout are counted."""
    match request.product:
        case "png":
            return labels(numbers, count, alone=bool(request.output) and not is_folder(request.output))
        case "notes-png":
            return []
    return [""]


def chosen_program(request: RenderRequest) -> str:
    """The program of LibreOffice; "" to draw from SVG: as was asked, or because pictures of an outline do without it."""
    drawable = request.product in ("png", "sheet")
    if request.engine == "svg":
        if is_deck(request.source):
            raise RenderError("render/deck-needs-office")
        if not drawable:
            raise RenderError("render/pdf-needs-office")
        return ""
    try:
        return find_office(request.soffice)
    except RenderError as error:
        if request.engine == "libreoffice" or request.soffice or is_deck(request.source) or not drawable:
            raise
        assert error.rule == "render/no-office"
    complain(say("cli/drawn-by-svg"))
    return ""


def summary(paths: list[str], seconds: float) -> str:
    """One line: the file, or the first and the last of several."""
    if len(paths) == 1:
        return say("cli/rendered", path=paths[0], seconds=seconds)
    ends = f"{paths[0]} … {paths[-1]}"
    return say("cli/rendered-several", count=len(paths), ends=ends, seconds=seconds)
