"""What is pushed to a page: the view with only those slides that this page does not know yet."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from deckgen.preview.deck import ShownPart, ShownSlide
from deckgen.preview.notices import Notice, editor_link
from deckgen.preview.studio import View

RETRY = b"retry: 500\n\n"  # ms until a browser tries again
BYE = b"event: bye\ndata:\n\n"
PULSE = b":\n\n"


class Told(Struct, frozen=True):
    """One state of the page."""

    edition: str  # of the page that belongs to this server; another one has to be loaded anew
    title: str
    theme: str
    language: str  # of title and notes
    ratio: float  # width of a slide by its height
    has_deck: bool
    stale: bool
    order: tuple[str, ...]  # keys of all slides
    lines: tuple[int, ...]  # where each is written
    editor: str  # opens the outline in the editor when `:line` is put behind it
    pages: tuple[ShownSlide, ...]  # those that are new or changed
    parts: tuple[ShownPart, ...]
    seconds: float  # that the whole takes; 0 where nothing is said
    minutes: int  # that it may take; 0 where the author does not say
    notices: tuple[Notice, ...]
    errors: int
    warnings: int


class Teller:
    """Remembers what one page has been told."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.told: dict[str, ShownSlide] = {}

    def tell(self, view: View) -> bytes:
        """The event that brings the page from what it knows to `view`."""
        deck = view.deck
        pages = deck.pages if deck else ()
        new = tuple(page for page in pages if self.told.get(page.key) != page)
        self.told = {page.key: page for page in pages}
        told = Told(
            edition=self.edition,
            title=deck.title if deck else "",
            theme=deck.theme if deck else "",
            language=deck.language if deck else "",
            ratio=deck.ratio if deck else 0,
            has_deck=deck is not None,
            stale=view.stale,
            order=tuple(self.told),
            lines=tuple(source.line or 1 for source in deck.sources) if deck else (),
            editor=editor_link(deck.sources[0]).rsplit(":", 2)[0] if pages and deck else "",
            pages=new,
            parts=deck.parts if deck else (),
            seconds=deck.seconds if deck else 0,
            minutes=deck.minutes if deck else 0,
            notices=view.notices,
            errors=view.errors,
            warnings=view.warnings,
        )
        return b"event: view\ndata: " + msgspec.json.encode(told) + b"\n\n"
