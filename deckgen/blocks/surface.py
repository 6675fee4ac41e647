"""Surfaces: what cards and panels look like, their edges, short rules, and text boxes that wear one."""

from __future__ import annotations

from functools import lru_cache
from sys import intern
from typing import TypeVar

from deckgen.diagnostics import NOWHERE, Span
from deckgen.geometry import Box, Emu, px
from deckgen.language import Language
from deckgen.scene import Anchor, Item, Paragraph, Placeholder, Preset, ShapeBox, TextBox
from deckgen.theme import Surface

RULE_HEIGHT = px(2)

T = TypeVar("T", Box, tuple[Emu, Emu, Emu, Emu], tuple[Paragraph, ...])


def text_box(
    name: str,
    box: Box,
    paragraphs: tuple[Paragraph, ...],
    surface: Surface | None = None,
    *,
    anchor: Anchor = "t",
    placeholder: Placeholder | None = None,
    margins: tuple[Emu, Emu, Emu, Emu] = (0, 0, 0, 0),
    vertical: bool = False,
    link: int = 0,
    link_tip: str = "",
    decorative: bool = False,
    wraps: bool = True,
    source: Span = NOWHERE,
) -> TextBox:
    """A text box that wears a surface, or none."""
    shape: Preset = surface.shape if surface else "rect"  # type: ignore[assignment]
    return TextBox(
        name=intern(name), box=shared(box), paragraphs=shared(paragraphs), margins=shared(margins), anchor=anchor, vertical=vertical, shape=shape,
        fill=surface.fill if surface else None, stroke=surface.stroke if surface else None, placeholder=placeholder,
        link=link, link_tip=link_tip, decorative=decorative, wraps=wraps, source=source,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def shared(value: T) -> T:
    """One object for all that are equal: slide after slide has the same boxes in the same places, 50 MB of them in 5 000 slides."""
    return value


def surface_items(name: str, box: Box, surface: Surface, language: Language) -> list[Item]:
    """The surface as decoration, its edge with it."""
    shape: Preset = surface.shape  # type: ignore[assignment]
    ground = ShapeBox(name=intern(name), box=shared(box), shape=shape, fill=surface.fill, stroke=surface.stroke)
    return [ground, *edge_items(name, box, surface, language)]


def edge_items(name: str, box: Box, surface: Surface, language: Language) -> list[Item]:
    """The strip of colour along one side of a card."""
    if not surface.edge:
        return []
    width = surface.edge_width
    strip = {
        "left": Box(box.x, box.y, width, box.height),
        "top": Box(box.x, box.y, box.width, width),
        "bottom": Box(box.x, box.bottom - width, box.width, width),
    }[surface.edge]
    return [ShapeBox(name=f"{name} {language.names.edge}", box=strip, fill=surface.edge_fill)]


def rule(name: str, x: Emu, y: Emu, width: Emu, surface: Surface, height: Emu = RULE_HEIGHT) -> ShapeBox:
    """A short line, drawn as a thin filled box so that it stays crisp at any zoom."""
    return ShapeBox(name=name, box=Box(x, y, width, height), fill=surface.fill)
