"""`cover:` in the head: a picture behind the cover, and a veil under its words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import yaml
from PIL import Image
from pptx import Presentation

from deckgen.diagnostics import Finding, OutlineError
from deckgen.geometry import Box, px
from deckgen.inspect.rules.run import check_deck
from deckgen.layout.backdrop import hexed, paper_of, standing
from deckgen.layout.veil import narrowed
from deckgen.load.theme import theme_names
from deckgen.pipeline import Built
from deckgen.scene import Align, Paragraph, PictureBox, PlacedSlide, ShapeBox, StyledRun, TextBox
from deckgen.style import Color, TextStyle, contrast
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.some import some
from tests.support import compile_text, contains, theme_of

HEAD = {
    "title": "在区委第十三届五次全会上的工作报告", "kicker": "区委第十三届委员会第五次全体会议", "subtitle": "坚持稳中求进",
    "organization": "青河区人民政府", "presenter": "李明", "date": "2031-01-15",
}  # fmt: skip
PART = {"title": "部分", "slides": [{"kind": "statement", "title": "总体要求", "text": "以实干实绩检验成效"}]}
BG = "{http://schemas.openxmlformats.org/presentationml/2006/main}bg"
ENDS = ("black", "white")


def deck(folder: Path, cover: object = None, theme: str = "zhengwu-red", **head: object) -> Built:
    outline = {**HEAD, **head, **({} if cover is None else {"cover": cover}), "parts": [PART]}
    return compile_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), folder, "", theme)


def paint(folder: Path, color: str = "white") -> None:
    Image.new("RGB", (1280, 720), color).save(folder / "a.png")


def halves(folder: Path) -> None:
    """Left black, right white, twice as wide as a page: what is kept is told by its light."""
    image = Image.new("L", (2560, 720))
    image.paste(255, (1280, 0, 2560, 720))
    image.convert("RGB").save(folder / "a.png")


def written(built: Built) -> bytes:
    buffer = io.BytesIO()
    write_pptx(built.scene, buffer)
    return buffer.getvalue()


def picture_of(slide: PlacedSlide) -> Image.Image:
    assert slide.background is not None
    return Image.open(io.BytesIO(slide.background.data)).convert("RGB")


def faults(folder: Path, cover: object) -> list[Finding]:
    with pytest.raises(OutlineError) as raised:
        deck(folder, cover)
    return [finding for finding in raised.value.findings if finding.severity == "error"]


@pytest.mark.parametrize("cover", ["a.png", {"image": "a.png"}])
def test_the_picture_is_that_of_the_cover_alone(cover: object, tmp_path: Path) -> None:
    paint(tmp_path)
    built = deck(tmp_path, cover, closing="谢谢")
    data = written(built)
    opened = Presentation(io.BytesIO(data))
    assert [slide._element.cSld.find(BG) is not None for slide in opened.slides] == [True, False, False]
    assert ["<image" in slide_svg(slide, built.scene.design) for slide in built.scene.slides] == [True, False, False]
    assert [finding for finding in check_deck(data, "") if finding.severity == "error"] == []
    assert data == written(deck(tmp_path, cover, closing="谢谢"))


def test_a_field_that_is_left_empty_is_the_cover_without_it(tmp_path: Path) -> None:
    outline = yaml.safe_dump({**HEAD, "parts": [PART]}, allow_unicode=True, sort_keys=False)
    built = compile_text(f"{outline}cover:\n", tmp_path, "", "zhengwu-red")
    assert built.scene.slides[0].background is None
    assert written(built) == written(deck(tmp_path))


@pytest.mark.parametrize("color", ENDS)
@pytest.mark.parametrize("theme", theme_names())
def test_every_text_of_the_cover_can_be_read_on_it(theme: str, color: str, tmp_path: Path) -> None:
    """Where the words are; texts that stand on the drawings of the theme have their contrast from these."""
    paint(tmp_path, color)
    slide, look = deck(tmp_path, "a.png", theme).scene.slides[0], theme_of(theme)
    shown, paper = picture_of(slide), picture_paper(theme)
    scale = shown.width / look.sheet.width
    texts = list(standing(slide, look.layouts["cover"], look))
    assert len(texts) >= 3
    for text in some(texts):
        box = text.box
        ink = shown.crop((round(box.x * scale), round(box.y * scale), round((box.x + box.width // 4) * scale), round(box.bottom * scale)))
        for _, pixel in ink.getcolors(1 << 24) or []:
            for color_of_run in text.colors:
                assert contrast(color_of_run, hexed(pixel)) >= min(4.5, contrast(color_of_run, paper) * 0.93), (theme, color)


def picture_paper(theme: str) -> str:
    look = theme_of(theme)
    return paper_of(look.layouts["cover"].background, look.palette)


def test_beside_the_words_more_of_it_is_seen_and_no_row_differs_from_another(tmp_path: Path) -> None:
    paint(tmp_path, "white")
    shown = picture_of(deck(tmp_path, "a.png").scene.slides[0]).convert("L")
    width, height = shown.size
    lights = [[shown.getpixel((width * x // 100, height * y // 100)) for x in (5, 20, 99)] for y in (5, 50, 95)]
    for left, words, beside in some(lights):
        assert isinstance(beside, int) and isinstance(words, int) and isinstance(left, int)
        assert beside > words + 40 and abs(left - words) <= 6
    assert all(abs(one - other) <= 6 for row in some(lights) for one, other in zip(row, lights[0], strict=True))  # type: ignore[operator]


@pytest.mark.parametrize(("focus", "light"), [([0, 0.5], False), ([1, 0.5], True)])
def test_a_crop_keeps_the_focus(focus: list[float], light: bool, tmp_path: Path) -> None:
    halves(tmp_path)
    shown = picture_of(deck(tmp_path, {"image": "a.png", "focus": focus}, "yemu").scene.slides[0]).convert("L")
    value = shown.getpixel((shown.width - 5, shown.height // 2))
    assert isinstance(value, int) and (value > 100) is light


def test_a_narrow_text_keeps_its_side() -> None:
    run = StyledRun("四个汉字", TextStyle(1000, Color("dk1")))
    aligns: tuple[Align, ...] = ("l", "ctr", "r")
    places = []
    for align in aligns:
        text = TextBox(name="a", box=Box(0, 0, 1_000_000, 9), paragraphs=(Paragraph(((run,),), 1200, align),))
        places.append((narrowed(text).box.x, narrowed(text).box.right))
    assert places == [(0, 508_000), (246_000, 754_000), (492_000, 1_000_000)]


def test_a_picture_that_is_not_there_yet_leaves_the_cover_as_it_was(tmp_path: Path) -> None:
    built = deck(tmp_path, "待拍.jpg")
    assert built.scene.slides[0].background is None
    assert [finding.rule for finding in built.findings if finding.rule.startswith("load/")] == ["load/picture-missing"]


@pytest.mark.parametrize(
    ("cover", "rules"),
    [
        ("b.png", ["load/picture-format"]),
        ({"image": "b.png"}, ["load/picture-format"]),
        ({"image": "a.png", "focsu": [0.5, 0.3]}, ["load/unknown-key"]),
        ({"image": "a.png", "focus": [0.5, 3]}, ["load/focus"]),
        ({"focus": [0.5, 0.3]}, ["load/missing-key"]),
        (["a.png"], ["load/wrong-type"]),
    ],
)
def test_what_is_wrong_with_it_is_told_at_its_place(cover: object, rules: list[str], tmp_path: Path) -> None:
    paint(tmp_path)
    (tmp_path / "b.png").write_text("kein Bild", encoding="utf-8")
    found = faults(tmp_path, cover)
    assert [finding.rule for finding in found] == rules
    assert all(finding.span.line >= 7 for finding in some(found))


# ---- the seal, and what stays beside a picture


def seal(folder: Path, size: tuple[int, int] = (300, 150)) -> None:
    Image.new("RGBA", size, (30, 90, 160, 255)).save(folder / "seal.png")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("title", ["工作报告", HEAD["title"], "在区委第十三届五次全会暨全区经济工作会议上的工作报告"])
def test_a_seal_is_whole_and_no_text_enters_its_place(title: str, theme: str, tmp_path: Path) -> None:
    seal(tmp_path)
    cover = deck(tmp_path, {"seal": "seal.png"}, theme, title=title).scene.slides[0]
    (placed,) = [item for item in cover.items if isinstance(item, PictureBox)]
    assert placed.alt == "徽标" and abs(placed.box.width - 2 * placed.box.height) <= 2
    page = theme_of(theme).sheet.box
    assert contains(page, placed.box)
    texts = [narrowed(item).box for item in cover.items if isinstance(item, TextBox)]
    assert len(texts) >= 4 and not any(overlaps(placed.box, box) for box in texts)
    check_sound(deck(tmp_path, {"seal": "seal.png"}, theme, title=title))


def test_a_seal_that_is_still_to_come_has_its_place_kept(tmp_path: Path) -> None:
    built = deck(tmp_path, {"seal": "later.png"})
    (place,) = [item for item in built.scene.slides[0].items if isinstance(item, ShapeBox)]
    assert (place.alt, place.shape) == ("徽标位", "ellipse") and place.stroke is not None and place.stroke.dash
    assert [(finding.rule, finding.span.line) for finding in built.findings if "picture" in finding.rule] == [("load/picture-missing", 8)]
    assert built.scene.slides[0].background is None


@pytest.mark.parametrize("theme", theme_names())
def test_beside_a_picture_no_large_ornament_stays(theme: str, tmp_path: Path) -> None:
    """Bars, rays, hills and towers would be drawn over the picture; lines stay, and the ground that a text stands on."""
    paint(tmp_path, "gray")
    cover = deck(tmp_path, "a.png", theme).scene.slides[0]
    drawn = [item for item in cover.items if isinstance(item, ShapeBox)]
    plain = deck(tmp_path, None, theme)
    layout = next(one for one in plain.scene.design.layouts if one.name == "cover")
    assert len(drawn) < len(layout.ornaments) if cover.bare else not drawn
    assert not plain.scene.slides[0].bare
    grounds = [item for item in drawn if min(item.box.width, item.box.height) > px(12)]
    assert [item.name for item in grounds if item.path is not None or item.shape != "rect"] == []
    if cover.bare:
        assert b'showMasterSp="0"' in part(written(deck(tmp_path, "a.png", theme)), "ppt/slides/slide1.xml")
        svg = slide_svg(cover, deck(tmp_path, "a.png", theme).scene.design)
        assert svg.count("<path") < slide_svg(plain.scene.slides[0], plain.scene.design).count("<path") + 1


def overlaps(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def part(deck: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return package.read(name)


def check_sound(built: Built) -> None:
    assert [finding for finding in check_deck(written(built), "") if finding.severity == "error"] == []
