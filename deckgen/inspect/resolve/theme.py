"""What a theme fixes: its colours, its faces, its fill styles."""

from __future__ import annotations

from msgspec import Struct

from deckgen.inspect.package.xml import A, Element, each, inner
from deckgen.inspect.resolve.colors import read_scheme
from deckgen.inspect.resolve.fills import FillStyles, read_styles

# The pairs by which text refers to the theme's faces (ST_TextTypeface).
REFERENCES = {
    "+mj-lt": ("majorFont", "latin"),
    "+mn-lt": ("minorFont", "latin"),
    "+mj-ea": ("majorFont", "ea"),
    "+mn-ea": ("minorFont", "ea"),
}


class DeckTheme(Struct, frozen=True):
    scheme: dict[str, str]
    styles: FillStyles
    faces: dict[str, str]  # reference -> face, "" where the theme leaves it to the client

    def face(self, name: str | None, fallback: str) -> str:
        """The face that a run's `typeface` means; `fallback` is the reference taken where it has none."""
        name = name or fallback
        return self.faces.get(name, "") if name.startswith("+") else name


def read_theme(root: Element | None) -> DeckTheme:
    fonts = inner(root, A + "themeElements", A + "fontScheme")
    faces = {reference: theme_face(fonts, pair, kind) for reference, (pair, kind) in REFERENCES.items()}
    return DeckTheme(read_scheme(root), read_styles(root), faces)


def theme_face(fonts: Element | None, pair: str, kind: str) -> str:
    """The face of a pair; without one of its own, East Asian text takes that of the Chinese script."""
    element = inner(fonts, A + pair, A + kind)
    face = "" if element is None else element.get("typeface", "")
    if kind == "latin" or face:
        return face
    scripts = each(inner(fonts, A + pair), A + "font")
    return next((font.get("typeface", "") for font in scripts if font.get("script") == "Hans"), "")
