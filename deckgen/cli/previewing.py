"""What `deckgen preview` does: serve the page, open it, end when asked to."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from msgspec import structs

from deckgen.cli.findings import DONE, UNUSABLE, complain, painted
from deckgen.cli.language import language, say
from deckgen.cli.theme_list import offered
from deckgen.diagnostics import Finding, Findings, Span
from deckgen.extras import require
from deckgen.files import Folder, Memory, Overlay, size_of_file, unreadable_rule
from deckgen.load.source import read_source
from deckgen.load.theme import find_theme
from deckgen.messages.reasons import reason
from deckgen.pipeline import Compiled, Request, look
from deckgen.preview.assets import page
from deckgen.preview.server import PortBusyError, Server, open_server
from deckgen.preview.studio import OWN, Report, Studio
from deckgen.pull.guard import edited_since
from deckgen.scene import Scene
from deckgen.write.save import path_in
from deckgen.write.svg.slide import slide_svg

ENDS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Ctrl-C, a stop from outside, a closed terminal or console
# Windows does not wake a thread that waits for ever to tell it of Ctrl-C.
WAKES = 0.2


def show_preview(request: Request, port: int | None, opens: bool) -> int:
    """Serve until a signal ends it; return the exit code."""
    require("watchfiles")  # a thread imports it, long after the page is there
    problems = usage_problems(request)
    for problem in problems:
        complain(painted(problem))
    if problems:
        return UNUSABLE
    try:
        server = open_server(port, lambda candidate: server_of(request, candidate))
    except PortBusyError:
        complain(say("cli/port-taken", port=port))
        return UNUSABLE
    serve(server, request.outline, opens)
    return DONE


def usage_problems(request: Request) -> list[Finding]:
    """What no edit of the outline can mend: files and themes of the command line that are not there."""
    findings = Findings()
    for path in filter(None, (request.outline, request.figures)):
        try:
            size_of_file(path)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            findings.error(Span(path), unreadable_rule(error), reason=reason(error))
    if request.theme:
        find_theme(request.theme, ".", Span("--theme"), request.files, findings)
    return findings.all


def server_of(request: Request, port: int) -> Server:
    lang, words = language(), say("cli/portrait")
    folder = os.path.dirname(request.outline) or "."
    # The page asks for a theme by the name it is shipped under, or by its path.
    labels = {one.name if one.source == "shipped" else one.path: one.label for one in offered(folder) if not one.faults}
    report = Report(
        request.outline,
        lambda theme: seen(request, theme),
        slide_svg,
        text_of,
        lang,
        lambda scene: judged(scene, lang),
        lambda theme: portrait(request, theme, words),
    )
    return Server(port, Studio(report), page(lang, request.outline, labels), frozenset({OWN, *labels}))


def seen(request: Request, theme: str) -> Compiled:
    """The report as it is now, in this theme or its own: scene, findings, files to watch; the deck in dist/ is one of them."""
    compiled = look(structs.replace(request, theme=theme or request.theme, files=Folder(request.files.outside)))
    if compiled.scene is None:
        return compiled
    deck = path_in("dist", compiled.scene.properties.title)
    edited = edited_since(deck, language(), compiled.scene)
    return structs.replace(
        compiled, findings=[*compiled.findings, *([edited] if edited else ())], files=compiled.files | {os.path.abspath(deck)}
    )


COVER = "title: {title}\nsubtitle: {subtitle}\norganization: deckgen\nparts: [{{title: deckgen, slides: [{{kind: points, title: deckgen, points: [deckgen]}}]}}]\n"


def portrait(request: Request, theme: str, words: str) -> str:
    """A cover in this theme as SVG, as if it were that of the report, with a title · subtitle; "" where the theme cannot be used."""
    title, _, subtitle = words.partition(" · ")
    text = COVER.format(title=title, subtitle=subtitle)
    files = Overlay(Memory({request.outline: text}), Folder(request.files.outside))
    scene = look(structs.replace(request, theme=theme or request.theme, figures="", files=files)).scene
    return slide_svg(scene.slides[0], scene.design, scene.properties.language) if scene else ""


def judged(scene: Scene, lang: str) -> bytes:
    """What the deck of this scene is worth, for the page; the judges are loaded when somebody asks."""
    from deckgen.cli.scored import as_panel
    from deckgen.scoring import Scored, score_scene

    return as_panel(Scored("", score_scene(scene), scene), lang)


def text_of(path: str) -> str:
    return read_source(path, Folder(), Findings()) or ""


def serve(server: Server, outline: str, opens: bool) -> None:
    with ended_by_signals() as ended:
        server.start()
        print(say("cli/preview-at", outline=outline, url=server.url), flush=True)
        print(say("cli/preview-follows"), flush=True)
        if opens:
            Thread(target=open_browser, args=(server.url,), daemon=True).start()  # some browsers return when they are closed
        while not ended.wait(WAKES):
            pass
        server.close()
    print(say("cli/preview-ended"), flush=True)


def open_browser(url: str) -> None:
    if not (has_screen() and webbrowser.open(url)):
        print(say("cli/no-browser"), flush=True)


def has_screen() -> bool:
    """Whether there is a desktop; in a bare terminal a browser of that terminal would take it over."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def ended_by_signals() -> Iterator[Event]:
    """An event that is set when somebody wants the command to end; a second Ctrl-C ends it at once."""
    ended = Event()
    known = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]

    def end(number: int, frame: object) -> None:
        ended.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {number: signal.signal(number, end) for number in known}
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
