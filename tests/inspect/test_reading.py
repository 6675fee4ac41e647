"""What is read from the file is what the scene said: places, sizes, weights, colours, texts; and what groups and turns do to places."""

from __future__ import annotations

import colorsys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu, Inches, Length, Pt

from deckgen.geometry import EMU_PER_PT, Box
from deckgen.inspect.deck import FinishedDeck, read_deck
from deckgen.inspect.values import FinishedSlide, FinishedText, Shape
from deckgen.scene import Group, TextBox
from tests.accepted import held_to_golden, told
from tests.inspect.decks import edited, ours, saved, swap, theirs
from tests.inspect.faults import S
from tests.some import some
from tests.support import Deck, line_text, walk


def read(deck: Deck) -> FinishedDeck:
    return read_once(deck.path)


@cache
def read_once(path: Path) -> FinishedDeck:
    return read_deck(path.read_bytes())


def test_shapes_stand_where_the_scene_put_them(deck: Deck) -> None:
    seen = 0
    for slide, made in some(zip(read(deck).slides, deck.scene.slides, strict=True)):
        assert [(shape.name, shape.box) for shape in slide.shapes] == [(item.name, item.box) for item in walk(made.items)]
        seen += len(slide.shapes)
    assert seen > 300


def test_text_is_set_as_the_scene_said(deck: Deck) -> None:
    """Through placeholder, layout, master and theme: most of it is written in none of the slides."""
    palette = deck.scene.design.palette
    seen = 0
    for slide, made in some(zip(read(deck).slides, deck.scene.slides, strict=True)):
        for shape, item in zip(slide.shapes, walk(made.items), strict=True):
            if not isinstance(item, TextBox):
                continue
            styles = [run.style for p in item.paragraphs for line in p.lines for run in line if run.text.strip()]
            wanted = {(s.size, s.bold, shown(palette[s.color.slot], s.color.shade), s.color.alpha, s.spacing) for s in styles}
            assert shape.text is not None
            got = {(r.size, r.bold, r.fill.stops[0].rgb, round(r.fill.stops[0].alpha * 100), r.tracking) for r in shape.text.runs}
            assert got == wanted, (made.number, item.name)
            seen += len(got)
    assert seen > 300


def shown(rgb: str, shade: int) -> str:
    """A shade as the file asks for it: lumMod and lumOff change the luminance and leave hue and saturation (ECMA-376 Part 1, 20.1.2.3.20)."""
    hue, lum, sat = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    lum = lum * (100 - abs(shade)) / 100 + max(0, shade) / 100
    return "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, lum, sat))


OF_QUOTES = {(face, face) for face in ("Arial", "Times New Roman")}  # in which quotes sit tight


def test_faces_are_those_of_the_theme(deck: Deck) -> None:
    pairs = {(pair.latin, pair.ea) for pair in deck.scene.design.fonts.values()}
    slides = read(deck).slides
    found = {(run.latin, run.ea) for slide in slides for shape in slide.shapes if shape.text for run in shape.text.runs}
    assert found - OF_QUOTES == pairs


def test_text_takes_no_more_lines_than_the_scene_promised(deck: Deck) -> None:
    """The scene reserves what LibreOffice adds between scripts, PowerPoint adds nothing."""
    for slide, made in some(zip(read(deck).slides, deck.scene.slides, strict=True)):
        for shape, item in zip(slide.shapes, walk(made.items), strict=True):
            if isinstance(item, TextBox) and shape.text:
                promised = sum(bool(line_text(line).strip()) for p in item.paragraphs for line in p.lines)
                assert len(shape.text.lines) <= promised, (made.number, item.name)
                assert shape.text.needed <= shape.text.room


def test_the_group_of_a_card_is_its_parent(sample_deck: Deck) -> None:
    seen = 0
    for slide, made in some(zip(read(sample_deck).slides, sample_deck.scene.slides, strict=True)):
        for item in walk(made.items):
            if isinstance(item, Group):
                inside = [shape.name for shape in slide.shapes if shape.parent >= 0 and slide.shapes[shape.parent].name == item.name]
                assert inside == [inner.name for inner in item.items]
                seen += 1
    assert seen > 10


# ---- of anybody's deck


def slide_of(data: bytes, number: int) -> FinishedSlide:
    return read_deck(data).slides[number - 1]


def shape_of(data: bytes, number: int, name: str) -> Shape:
    return next(shape for shape in slide_of(data, number).shapes if shape.name == name)


def test_slides_stand_in_the_order_of_the_show() -> None:
    turned = edited(
        theirs(),
        {
            "ppt/presentation.xml": swap(
                'id="256" r:id="rId7"/><p:sldId id="257" r:id="rId8"', 'id="257" r:id="rId8"/><p:sldId id="256" r:id="rId7"'
            )
        },
    )
    assert [slide.title for slide in read_deck(turned).slides][:2] == ["主要成绩", "年度工作报告"]


def test_a_placeholder_of_the_layout_gives_place_and_style() -> None:
    """The default template: titles of 44 pt on the master, bullets of 32 pt."""
    title, body = (shape_of(theirs(), 2, name) for name in ("Title 1", "Content Placeholder 2"))
    assert title.box == Box(457200, 274638, 8229600, 1143000)
    assert body.box == Box(457200, 1600200, 8229600, 4525963)
    assert {run.size for run in title.text.runs} == {4400}  # type: ignore[union-attr]
    assert {run.size for run in body.text.runs} == {3200}  # type: ignore[union-attr]


def test_levels_have_sizes_of_their_own() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    frame.text = "一级"
    for level in (1, 2):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = f"{level}", level
    frame.paragraphs[2].font.size = Pt(11)
    body = slide_of(saved(deck), 1).shapes[1]
    # What a paragraph says of its end or its defaults is not what its runs are set in.
    assert [run.size for run in body.text.runs] == [3200, 2800, 2400]  # type: ignore[union-attr]


def test_autofit_shrinks_what_it_stored() -> None:
    fitted = edited(
        theirs(), {S.format(2): swap("<a:bodyPr/>", '<a:bodyPr><a:normAutofit fontScale="62500" lnSpcReduction="20000"/></a:bodyPr>', 2)}
    )
    assert {run.size for run in shape_of(fitted, 2, "Content Placeholder 2").text.runs} == {2000}  # type: ignore[union-attr]


def test_a_group_scales_and_moves_what_it_holds() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    for left in (0, 100):
        group.shapes.add_shape(1, Emu(left), Emu(0), Emu(100), Emu(50))
    frame = group._element.grpSpPr.find("{http://schemas.openxmlformats.org/drawingml/2006/main}xfrm")
    frame.off.x, frame.off.y, frame.ext.cx, frame.ext.cy = 1000, 2000, 400, 200
    assert [shape.box for shape in slide_of(saved(deck), 1).shapes] == [
        Box(1000, 2000, 400, 200),
        Box(1000, 2000, 200, 200),
        Box(1200, 2000, 200, 200),
    ]


@pytest.mark.parametrize(
    ("degrees", "box"),
    [(0, (1000, 1000, 400, 200)), (90, (1100, 900, 200, 400)), (180, (1000, 1000, 400, 200)), (45, (988, 888, 424, 424))],
)
def test_a_turned_shape_takes_the_room_around_it(degrees: int, box: tuple[int, int, int, int]) -> None:
    deck = Presentation()
    shape = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, Emu(1000), Emu(1000), Emu(400), Emu(200))
    shape.rotation = degrees
    assert slide_of(saved(deck), 1).shapes[0].box == Box(*box)


def test_the_lines_of_a_turned_shape_turn_with_it() -> None:
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
    box.text_frame.text = "转过来的文字"
    box.rotation = 90
    (line,) = slide_of(saved(deck), 1).shapes[0].text.lines  # type: ignore[union-attr]
    assert line.box.height > 5 * line.box.width


def test_upright_text_runs_down() -> None:
    upright = edited(theirs(), {S.format(5): swap('wrap="square"', 'wrap="square" vert="eaVert"')})
    (first, *_) = shape_of(upright, 5, "左框").text.lines  # type: ignore[union-attr]
    assert first.box.height > first.box.width


def test_cells_are_named_as_in_a_spreadsheet() -> None:
    table = shape_of(theirs(), 3, "指标表").table
    assert table is not None
    assert [cell.name for cell in table.cells] == ["A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3"]
    # The default style: white on accent 1, then black on its tints.
    assert [cell.text.runs[0].fill.stops[0].rgb for cell in table.cells if cell.text][::3] == ["FFFFFF", "000000", "000000"]
    assert table.cells[0].fill.stops[0].rgb == "4F81BD"


def test_notes_are_read() -> None:
    assert slide_of(ours(), 3).notes == "讲两点。"


# ---- the room that spacing takes


def paragraphs_of(*, spacing: Length | float | None = None, before: Length | None = None, after: Length | None = None) -> FinishedText:
    """Three paragraphs of one line in 20 pt, each with these spacings."""
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(Inches(1), Inches(1), Inches(6), Inches(4))
    frame = box.text_frame
    frame.text = "第一行\n第二行\n第三行"
    for paragraph in frame.paragraphs:
        paragraph.line_spacing, paragraph.space_before, paragraph.space_after = spacing, before, after
        paragraph.font.size = paragraph.runs[0].font.size = Pt(20)
    text = slide_of(saved(deck), 1).shapes[0].text
    assert text is not None and len(text.lines) == 3
    return text


def tops(text: FinishedText) -> list[float]:
    """How far apart lines stand, in points."""
    return [(below.box.y - above.box.y) / EMU_PER_PT for above, below in pairwise(text.lines)]


def test_spacing_in_points_is_the_distance_of_lines() -> None:
    assert tops(paragraphs_of(spacing=Pt(40))) == pytest.approx([40, 40], abs=0.1)
    assert tops(paragraphs_of(spacing=Pt(25))) == pytest.approx([25, 25], abs=0.1)


def test_spacing_in_percent_is_of_single_spacing() -> None:
    single = tops(paragraphs_of())
    assert single == pytest.approx([24, 24], abs=0.1)  # 1.2 of 20 pt
    assert tops(paragraphs_of(spacing=2.0)) == pytest.approx([48, 48], abs=0.2)
    assert tops(paragraphs_of(spacing=0.5)) == pytest.approx([12, 12], abs=0.2)


def test_space_before_and_after_stands_between_paragraphs() -> None:
    plain = paragraphs_of()
    for spaced in (paragraphs_of(before=Pt(10)), paragraphs_of(after=Pt(10))):
        assert tops(spaced) == pytest.approx([34, 34], abs=0.1)
        assert spaced.needed - plain.needed == pytest.approx(20 * EMU_PER_PT, abs=10 * EMU_PER_PT + 1)


def test_what_is_read_from_a_deck_of_others_is_what_was_accepted(request: pytest.FixtureRequest) -> None:
    """Every shape with its place, its text as it is set and broken, its fill: through the template of python-pptx."""
    lines = []
    for slide in read_deck(theirs()).slides:
        lines += [
            f"{slide.number} {slide.part} on {told(slide.background)} “{slide.notes}”",
            *(f"  {told(shape)}" for shape in slide.shapes),
        ]
    held_to_golden("theirs.txt", "\n".join(lines) + "\n", request)
