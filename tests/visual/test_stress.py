"""The stress corpus through LibreOffice: nothing leaves its place, nothing is lost, lines break where they were promised."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from deckgen.pipeline import Built, Request, compile_deck
from deckgen.render.sheet import contact_sheet
from deckgen.write.save import save
from tests.examples import under_ci
from tests.some import some
from tests.support import FULL_THEMES
from tests.visual.office import to_images, to_pdf
from tests.visual.pages import SLIDE_HEIGHT_PT, SLIDE_WIDTH_PT, Character, Lines, lines_of, pages, scene_text
from tests.visual.stress import stress_outline

pytestmark = pytest.mark.visual

LEAST_AGREEMENT = 0.98
EDGE = 2.0  # points that ink may reach over its box: italics, side bearings
SHEETS = Path("dist/render")

Rendered = tuple[Built, list[list[Character]], str]


@pytest.fixture(scope="module", params=[(theme, known) for theme in FULL_THEMES for known in (False, True)], ids=str)
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    theme, known = request.param
    folder = tmp_path_factory.mktemp("stress")
    outline, ledger = stress_outline(theme, known)
    (folder / "outline.yaml").write_text(outline, encoding="utf-8")
    (folder / "figures.yaml").write_text(ledger, encoding="utf-8")
    built = compile_deck(Request(str(folder / "outline.yaml")))
    save(built.scene, str(folder / "stress.pptx"))
    pdf = to_pdf(folder / "stress.pptx", folder)
    name = f"stress-{theme}-{'known' if known else 'x'}"
    if under_ci():
        SHEETS.mkdir(parents=True, exist_ok=True)
        contact_sheet(to_images(pdf, 640)).save(SHEETS / f"{name}.png")
        shutil.copy(folder / "stress.pptx", SHEETS / f"{name}.pptx")
    return built, list(pages(pdf)), name


# Kinds of data and pictures: content/showcase has them, and tests/content holds each in every theme.
OF_THE_SHOWCASE = {
    *("table", "chart", "picture", "pictures", "number", "figures", "compare"),
    *("timeline", "steps", "framework", "measures"),
}


def test_the_corpus_is_large_and_of_every_kind(rendered: Rendered) -> None:
    built, printed, _ = rendered
    assert len(printed) == len(built.scene.slides) >= 60
    missing = {layout.name for layout in built.scene.design.layouts} - {slide.layout for slide in built.scene.slides}
    assert missing == OF_THE_SHOWCASE


def test_no_ink_leaves_the_slide(rendered: Rendered) -> None:
    _, printed, _ = rendered
    for number, characters in some(enumerate(printed, 1)):
        for char in characters:
            assert char.left >= 0 and char.right <= SLIDE_WIDTH_PT and char.top >= 0 and char.bottom <= SLIDE_HEIGHT_PT, (number, char)


def test_every_character_is_printed_once(rendered: Rendered) -> None:
    built, printed, _ = rendered
    for slide, characters in some(zip(built.scene.slides, printed, strict=True)):
        if slide.arrangement == "chart":
            continue  # the chart's labels are not text boxes of the scene
        assert Counter(char.text for char in characters) == scene_text(slide), slide.number


def test_text_stays_in_its_box(rendered: Rendered) -> None:
    built, printed, _ = rendered
    for slide, characters in some(zip(built.scene.slides, printed, strict=True)):
        for found in lines_of(slide, characters):
            for char in found.characters:
                assert stays(found, char), (slide.number, found.box.name, char)


def stays(found: Lines, char: Character) -> bool:
    box = found.box.box
    left, right = box.x / 12700 - EDGE, box.right / 12700 + EDGE
    top, bottom = box.y / 12700 - EDGE, box.bottom / 12700 + EDGE
    if not found.box.wraps:
        left, right, top, bottom = left - 4, right + 4, top - 4, bottom + 4
    return left <= char.left and char.right <= right and top <= char.top and char.bottom <= bottom


def test_no_two_texts_overlap(rendered: Rendered) -> None:
    built, printed, _ = rendered
    for slide, characters in some(zip(built.scene.slides, printed, strict=True)):
        texts = [found for found in lines_of(slide, characters) if not found.box.decorative]
        inks = [(found.box, ink(line)) for found in texts for line in found.printed]
        for index, (one, a) in enumerate(inks):
            for other, b in inks[index + 1 :]:
                if one is other:
                    continue
                apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
                assert apart, (slide.number, one.name, other.name)


def ink(characters: list[Character]) -> tuple[float, float, float, float]:
    return (
        min(c.left for c in characters), min(c.top for c in characters), max(c.right for c in characters), max(c.bottom for c in characters)
    )  # fmt: skip


def test_lines_break_where_they_were_promised(rendered: Rendered) -> None:
    built, printed, name = rendered
    total, misses = 0, []
    for slide, characters in zip(built.scene.slides, printed, strict=True):
        for found in lines_of(slide, characters):
            total += len(found.promised)
            if found.promised != found.printed_texts:
                wrong = sum(line not in found.printed_texts for line in found.promised)
                misses.append((wrong, slide.number, found.box.name, found.promised, found.printed_texts))
    agreement = 1 - sum(miss[0] for miss in misses) / total
    print(f"{name}: {agreement:.4f} of {total} lines as promised")
    for miss in misses:
        print("  miss:", *miss[1:])
    assert agreement >= LEAST_AGREEMENT, f"{agreement:.4f}, {len(misses)} boxes differ"
