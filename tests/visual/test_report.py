"""The report through LibreOffice: every page says what its slide says, inside the slide, broken where it was promised."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import Struct

from deckgen.render.sheet import contact_sheet
from deckgen.scene import ChartBox, PlacedSlide, StyledRun, TextStyle
from tests.examples import under_ci
from tests.some import some
from tests.support import FULL_THEMES, LEDGERS, Deck, line_text, walk
from tests.visual.office import to_images, to_pdf
from tests.visual.pages import SLIDE_HEIGHT_PT, SLIDE_WIDTH_PT, Character, Lines, lines_of, pages, plain, scene_text

pytestmark = pytest.mark.visual

LEAST_AGREEMENT = 0.95
LEAST_PITCH = 150.0  # points of hanzi in a box before their distance says anything
SIZE_TOLERANCE = 0.0095
SHEETS = Path("dist/render")


class Rendered(Struct, frozen=True):
    deck: Deck
    pages: list[list[Character]]


@pytest.fixture(scope="module", params=[(theme, ledger) for theme in FULL_THEMES for ledger in LEDGERS], ids="-".join)
def rendered(request: pytest.FixtureRequest, decks: dict[tuple[str, str], Deck], tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """A deck and its printed pages; under CI its contact sheet and the deck are kept."""
    deck = decks[request.param]
    pdf = to_pdf(deck.path, tmp_path_factory.mktemp("pdf"))
    if under_ci():
        SHEETS.mkdir(parents=True, exist_ok=True)
        contact_sheet(to_images(pdf)).save(SHEETS / f"{deck.name}.png")
        shutil.copy(deck.path, SHEETS)
    return Rendered(deck, list(pages(pdf)))


def test_every_slide_is_a_page(rendered: Rendered) -> None:
    assert len(rendered.pages) == len(rendered.deck.scene.slides) == 16


def test_no_text_leaves_the_slide(rendered: Rendered) -> None:
    outside = [
        (number, char)
        for number, characters in enumerate(rendered.pages, 1)
        for char in characters
        if not (char.left >= 0 and char.right <= SLIDE_WIDTH_PT and char.top >= 0 and char.bottom <= SLIDE_HEIGHT_PT)
    ]
    assert outside == []


def test_a_page_says_what_its_slide_says(rendered: Rendered) -> None:
    """Character for character, spaces aside."""
    for slide, characters in some(zip(rendered.deck.scene.slides, rendered.pages, strict=True)):
        printed = Counter(char.text for char in characters)
        assert printed == scene_text(slide) + chart_text(slide), slide.title


def chart_text(slide: PlacedSlide) -> Counter[str]:
    """What the chart prints: its categories, and its values as its number format shows them."""
    words = [
        word
        for item in walk(slide.items)
        if isinstance(item, ChartBox)
        for word in (*item.categories, *(label for series in item.series for label in series.labels))
    ]
    return Counter(plain("".join(words)))


def test_type_is_printed_at_its_size(rendered: Rendered) -> None:
    """From hanzi to hanzi it is the size and the letter-spacing; a client that shrank the text to fit betrays itself."""
    shrunk = []
    for slide, characters in zip(rendered.deck.scene.slides, rendered.pages, strict=True):
        for found in lines_of(slide, characters):
            wanted, printed = pitches(found)
            if wanted >= LEAST_PITCH and abs(printed / wanted - 1) > SIZE_TOLERANCE:
                shrunk.append((slide.number, found.box.name, f"{printed / wanted:.3f}"))
    assert shrunk == []


def pitches(found: Lines) -> tuple[float, float]:
    """Points from the first to the last of all neighbouring hanzi of a box: as set, and as printed."""
    ahead = [char for paragraph in found.box.paragraphs for line in paragraph.lines for char in set_characters(line)]
    wanted = printed = 0.0
    if found.box.vertical or len(ahead) != len(found.characters):
        return wanted, printed
    places = iter(ahead)
    for line in found.printed:
        for (one, (style, _)), (other, (_, apart)) in pairwise([(char, next(places)) for char in line]):
            if not apart and is_hanzi(one.text) and is_hanzi(other.text):
                wanted += (style.size + style.spacing) / 100
                printed += other.origin - one.origin
    return wanted, printed


def set_characters(line: tuple[StyledRun, ...]) -> list[tuple[TextStyle, bool]]:
    """For each character that prints its style, and whether a space stands before it ("亿元  同比": 元 and 同 are no neighbours)."""
    text, styles = line_text(line), [run.style for run in line for _ in run.text]
    return [(style, before.isspace()) for before, char, style in zip(f" {text}", text, styles, strict=False) for _ in plain(char)]


def is_hanzi(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def test_lines_break_where_the_scene_promised(rendered: Rendered) -> None:
    promised, missed = 0, []
    for slide, characters in zip(rendered.deck.scene.slides, rendered.pages, strict=True):
        for found in lines_of(slide, characters):
            promised += len(found.promised)
            wrong = [line for line in found.promised if line not in found.printed_texts]
            if wrong:
                missed.append((slide.number, found.box.name, wrong, found.printed_texts))
    share = 1 - sum(len(miss[2]) for miss in missed) / promised
    print(f"{rendered.deck.name}: {share:.2%} of {promised} lines as promised")
    for miss in missed:
        print("  miss:", *miss)
    assert promised > 300
    assert share >= LEAST_AGREEMENT
