"""What is to be rendered: an outline compiled, or a deck looked into."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from deckgen.cli.findings import NOTHING_DONE, show
from deckgen.cli.language import say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Finding, OutlineError, Span
from deckgen.files import PACKAGES, Folder, size_of_file, unreadable_rule
from deckgen.pipeline import Request, compile_deck
from deckgen.render.decks import look_into
from deckgen.render.failure import RenderError
from deckgen.scene import Scene

OTHER_FORMATS = (".ppt", ".pps", ".odp", ".key", ".dps", ".pdf", ".doc", ".docx")


class Source(Struct, frozen=True):
    """A scene, or a deck that somebody else made (then `scene` is None)."""

    path: str
    title: str
    count: int
    moment: str  # when it was made, for what asks for a date: 20200101000000
    scene: Scene | None = None
    hides: bool = False  # whether slides are hidden
    inputs: frozenset[str] = frozenset()  # the files that were read, or looked for


def is_deck(path: str) -> bool:
    """Whether a file is a presentation of Office by its name: a deck, a show or a template, with macros or without."""
    return path.lower().endswith(PACKAGES)


def opened(path: str, theme: str, figures: str, outside: bool = False) -> Source:
    """Raises `OutlineError` or `RenderError` for what cannot be rendered."""
    if is_deck(path):
        return opened_deck(path)
    if path.lower().endswith(OTHER_FORMATS):
        raise RenderError("render/other-format")
    request = Request(path, theme, figures, files=Folder(outside))
    with Waiting(lambda seconds: say("cli/compiling", seconds=seconds)):
        built = compile_deck(request)
    show(built.findings, NOTHING_DONE)
    properties = built.scene.properties
    moment = "".join(char for char in properties.timestamp if char.isdigit())
    hides = any(slide.hidden for slide in built.scene.slides)
    return Source(path, properties.title, len(built.scene.slides), moment, built.scene, hides, frozenset(request.files.looked_for))


def opened_deck(path: str) -> Source:
    try:
        size_of_file(path)  # a pipe would wait for ever
        deck = look_into(Path(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        from deckgen.messages.reasons import reason

        raise OutlineError([Finding(Span(path), unreadable_rule(error), {"reason": reason(error)})]) from error
    return Source(path, Path(path).stem, deck.count, deck.moment, hides=deck.hides, inputs=frozenset((path,)))
