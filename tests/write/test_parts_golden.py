"""What is written, part by part, as pretty XML; what changed is read in the diff (`pytest tests/write --accept` rewrites)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from deckgen.scene import Design, Item, Placeholder, ShapeBox
from deckgen.style import Color, Fill, Gradient, Stroke
from deckgen.write.svg.slide import slide_svg
from tests.accepted import held_to_golden
from tests.support import Deck, px_of
from tests.write.parts import contents

# One part of each kind, and a slide of each way of writing: placeholders, cards, links, a chart.
PARTS = (
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels",
    "ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml", "ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels", "ppt/slideLayouts/slideLayout1.xml",
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "ppt/notesMasters/notesMaster1.xml", "ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels",
    "ppt/slides/slide3.xml", "ppt/slides/slide13.xml", "ppt/slides/_rels/slide13.xml.rels", "ppt/notesSlides/notesSlide1.xml",
    "ppt/notesSlides/_rels/notesSlide1.xml.rels", "ppt/charts/chart1.xml", "ppt/charts/_rels/chart1.xml.rels",
)  # fmt: skip


def pretty(data: bytes) -> str:
    return etree.tostring(etree.fromstring(data), pretty_print=True, encoding="unicode")


@pytest.fixture
def red(decks: dict[tuple[str, str], Deck]) -> dict[str, bytes]:
    return contents(decks["zhengwu-red", "sample"].path)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_the_accepted_one(part: str, red: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    held_to_golden(f"parts/{part.replace('/', '.').strip('.')}", pretty(red[part]), request)


@pytest.mark.parametrize("number", [1, 2, 3, 13])
def test_a_drawing_is_the_accepted_one(number: int, decks: dict[tuple[str, str], Deck], request: pytest.FixtureRequest) -> None:
    scene = decks["zhengwu-red", "sample"].scene
    drawing = slide_svg(scene.slides[number - 1], scene.design)
    held_to_golden(f"parts/slide{number}.svg", drawing.replace("><", ">\n<") + "\n", request)


def test_the_design_is_the_accepted_one(x_deck: Deck, request: pytest.FixtureRequest) -> None:
    """All that a theme says and a deck carries: palette, faces, and each layout with its ornaments and places."""
    held_to_golden(f"design-{x_deck.theme.name}.txt", design_dump(x_deck.scene.design), request)


def design_dump(design: Design) -> str:
    lines = [design.name, *(f"{slot} {rgb}" for slot, rgb in design.palette.items())]
    lines += [f"{face}: {pair.latin}, {pair.ea}" for face, pair in design.fonts.items()]
    for layout in (design.master, *design.layouts):
        lines.append(f"\n{layout.name} {layout.label} on {fill(layout.background)}{' without the master' * layout.hides_master}")
        lines += [f"  {ornament(item)}" for item in layout.ornaments]
        lines += [line for place in layout.placeholders for line in place_lines(place)]
    return "\n".join(lines) + "\n"


def ornament(item: Item) -> str:
    assert isinstance(item, ShapeBox), "themes draw shapes only"
    path = f" {item.path.width}×{item.path.height} {item.path.commands}" if item.path else ""
    return f"{item.name}: {item.shape} {px_of(item.box)}, {fill(item.fill)}, line {stroke(item.stroke)}{path}"


def place_lines(place: Placeholder) -> Iterator[str]:
    flags = f"{' vertical' * place.vertical}{' inherits' * place.inherits}"
    yield f"  [{place.role} {place.type}{place.idx}] {px_of(place.box)} {place.align} {place.anchor} “{place.prompt}”{flags}"
    for style, leading in zip(place.styles, place.leadings, strict=True):
        bold = " bold" * style.bold
        yield f"    {style.face} {style.size}/{leading}{bold} {fill(style.color)} spaced {style.spacing}"


def fill(found: Fill | None) -> str:
    match found:
        case Gradient(stops, angle):
            return f"{' '.join(f'{at}:{fill(color)}' for at, color in stops)} at {angle}°"
        case Color(slot, shade, alpha):
            return f"{slot}{shade:+}/{alpha}"
    return "none"


def stroke(found: Stroke | None) -> str:
    return f"{fill(found.color)} {found.width} {found.dash or 'solid'}" if found else "none"
