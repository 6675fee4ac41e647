"""The deck as one HTML file that shows and presents itself in any browser: no server, nothing from outside, its text still text."""

from __future__ import annotations

import html
import os
import re
from binascii import b2a_base64
from collections.abc import Callable
from hashlib import sha256

import msgspec
from msgspec import Struct

from deckgen.preview.assets import FOLDER, page_words
from deckgen.preview.deck import ShownSlide, as_deck
from deckgen.scene import Design, PlacedSlide, Scene

ALONE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "deckpage")
SHARED = ("of", "notes", "no_notes")  # words of the live page that the show says as well
Draw = Callable[[PlacedSlide, Design, str], str]


class Facts(Struct, frozen=True):
    """What the script of the deck reads."""

    pages: tuple[ShownSlide, ...]
    seconds: float  # that the whole takes
    minutes: int  # that it may take
    words: dict[str, str]


def html_deck(scene: Scene, numbers: list[int], draw: Draw) -> str:
    """The file with these slides, in the language of the deck.

    Nothing but its own script and style runs or is loaded: both are named by their digest in the policy.
    """
    deck = as_deck(scene)
    chosen = [deck.pages[number - 1] for number in numbers]
    places = {number: place for place, number in enumerate(numbers, 1)}
    pages = tuple(msgspec.structs.replace(page, number=place) for place, page in enumerate(chosen, 1))
    seconds = deck.seconds if len(pages) == len(deck.pages) else sum(page.seconds for page in pages)
    facts = Facts(pages, seconds, deck.minutes, show_words("zh" if deck.language.startswith("zh") else "en"))
    drawn = [linked(draw(scene.slides[number - 1], scene.design, deck.language), places) for number in numbers]
    style = read(FOLDER, "present.css") + read(ALONE, "deck.css")
    script = re.sub(r"^export ", "", read(FOLDER, "present.js"), flags=re.M) + read(ALONE, "deck.js")
    policy = (
        f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    sections = "\n".join(section(page, svg) for page, svg in zip(pages, drawn, strict=True))
    return (
        f'<!doctype html>\n<html lang="{deck.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n<meta name="generator" content="deckgen">\n<title>{html.escape(deck.title)}</title>\n'
        f"<style data-present>{style}</style>\n</head>\n<body>\n<main>\n{sections}\n</main>\n"
        # A `<` inside the data could end its element.
        f'<script type="application/json" id="facts">{msgspec.json.encode(facts).decode().replace("<", chr(92) + "u003c")}</script>\n'
        f'<script type="module">{script}</script>\n</body>\n</html>\n'
    )


def show_words(lang: str) -> dict[str, str]:
    """The words of the show, by the names that its script uses."""
    return {name: text for name, text in page_words(lang).items() if name.startswith("show_") or name in SHARED}


def linked(svg: str, places: dict[int, int]) -> str:
    """The drawing with its links to where the slides stand in this file."""
    return re.sub(r'<a href="#slide-(\d+)" data-slide="\d+"', lambda found: link(places.get(int(found[1]), 0)), svg)


def link(place: int) -> str:
    """A link to the slide in this place; none where the slide is left out."""
    return f'<a href="#slide-{place}" data-slide="{place}"' if place else '<a aria-disabled="true"'


def section(page: ShownSlide, svg: str) -> str:
    notes = f'<div class="deck-notes">{marked(page)}</div>' if page.notes.strip() else ""
    return f'<section id="slide-{page.number}">{svg}{notes}</section>'


def marked(page: ShownSlide) -> str:
    """The notes, what nobody knows yet marked."""
    pieces, at = [], 0
    for start, end in page.open:
        pieces += [html.escape(page.notes[at:start]), f"<mark>{html.escape(page.notes[start:end])}</mark>"]
        at = end
    return "".join([*pieces, html.escape(page.notes[at:])]).strip()


def read(folder: str, name: str) -> str:
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def digest(text: str) -> str:
    """As a policy names what is written in the page (CSP Level 2, `hash-source`)."""
    return f"'sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode('ascii')}'"
