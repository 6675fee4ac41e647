"""The head of a slide: its source, its footer and page numbers, a picture behind it."""

from __future__ import annotations

import io
import random
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from PIL import Image
from pptx import Presentation

from deckgen.diagnostics import OutlineError
from deckgen.inspect.rules.run import check_deck
from deckgen.layout.backdrop import hexed, standing
from deckgen.load.theme import theme_names
from deckgen.pipeline import Built
from deckgen.scene import PlacedSlide
from deckgen.style import contrast
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.some import some
from tests.support import box_text, compile_slides, compile_text, placeholders, theme_of

POINTS = [{"lead": "稳增长", "text": "抓项目"}, {"lead": "优结构", "text": "促升级"}]
SECTION = {"kind": "section", "title": "坚持稳中求进", "points": POINTS}
HIDDEN = {"kind": "section", "title": "备用的一页", "points": POINTS, "hidden": True}
LAST = {"kind": "statement", "title": "总体要求", "text": "坚持稳中求进，以实干实绩检验成效"}


def deck(folder: Path, slides: list[dict[str, object]], theme: str = "zhengwu-red", language: str = "zh-CN", **head: object) -> Built:
    outline = {"title": "报告", "date": "2031-01-15", "language": language, **head, "parts": [{"title": "部分", "slides": slides}]}
    return compile_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), folder, "", theme)


def said(slide: PlacedSlide, role: str) -> list[str]:
    boxes = placeholders(slide, role)
    return ["".join(run.text for p in box.paragraphs for line in p.lines for run in line) for box in boxes]


def written(built: Built) -> bytes:
    buffer = io.BytesIO()
    write_pptx(built.scene, buffer)
    return buffer.getvalue()


def pages(built: Built) -> list[list[str]]:
    return [said(slide, "number") for slide in built.scene.slides[1:]]


# ---- footers


@pytest.mark.parametrize(
    ("footer", "wanted"),
    [
        ({}, [["2"], ["3"], ["4"]]),
        ({"pages": "total"}, [["第2页 共4页"], ["第3页 共4页"], ["第4页 共4页"]]),
        ({"pages": "total", "hidden": "skip"}, [["第2页 共3页"], [], ["第3页 共3页"]]),
        ({"pages": "none"}, [[], [], []]),
    ],
)
def test_pages_are_numbered_as_the_author_says(footer: dict[str, object], wanted: list[list[str]], tmp_path: Path) -> None:
    assert pages(deck(tmp_path, [SECTION, HIDDEN, LAST], footer=footer or None)) == wanted


def test_a_number_is_a_field_unless_hidden_slides_before_it_are_not_counted(tmp_path: Path) -> None:
    built = deck(tmp_path, [SECTION, HIDDEN, LAST], footer={"pages": "total", "hidden": "skip"})
    fields = [[run.field for run in placeholders(slide, "number")[0].paragraphs[0].lines[0]] for slide in built.scene.slides[1::2]]
    assert fields == [["", "slidenum", ""], ["", "", ""]]


@pytest.mark.parametrize("theme", theme_names())
def test_text_date_and_number_are_placeholders_that_do_not_touch(theme: str, tmp_path: Path) -> None:
    built = deck(tmp_path, [SECTION, LAST], theme, footer={"text": "内部资料", "date": True, "pages": "total"})
    for slide in some(built.scene.slides[1:]):
        assert [said(slide, role) for role in ("footer", "date", "number")] == [
            ["内部资料"], ["2031年1月15日"], [f"第{slide.number}页 共3页"],
        ]  # fmt: skip
        places = [placeholders(slide, role)[0] for role in ("footer", "date", "number")]
        assert [place.placeholder.type for place in places if place.placeholder] == ["ftr", "dt", "sldNum"]
        boxes = sorted((place.box for place in places), key=lambda box: box.x)
        assert all(one.right <= other.x for one, other in pairwise(boxes))
    assert [finding for finding in check_deck(written(built), "") if finding.severity == "error"] == []


def test_a_narrow_column_goes_without_the_date_rather_than_without_the_footer(tmp_path: Path) -> None:
    picture = {"kind": "picture", "title": "河道", "image": "待拍.jpg", "alt": "河道", "points": ["步道", "游园"]}
    built = deck(tmp_path, [picture, SECTION], page="4:3", footer={"text": "内部资料", "date": True, "pages": "total"})
    assert [[said(slide, role) for role in ("footer", "date")] for slide in built.scene.slides[1:]] == [
        [["内部资料"], []], [["内部资料"], ["2031年1月15日"]],
    ]  # fmt: skip


@pytest.mark.parametrize("theme", theme_names())
def test_the_heads_of_tables_can_be_read_in_every_theme(theme: str, tmp_path: Path) -> None:
    """A theme that fills no head has its paper there, not the colour of the base."""
    table = {"kind": "table", "title": "主要指标", "columns": ["指标", "数值"], "rows": [["甲", 1], ["乙", 2]]}
    data = written(deck(tmp_path, [table], theme))
    assert [finding.rule for finding in check_deck(data, "") if finding.rule == "a11y/contrast"] == []


def test_an_english_footer_counts_in_english(tmp_path: Path) -> None:
    slides = [{"kind": "points", "title": "Jobs", "points": ["One: two", "Three: four"], "source": "finance department"}]
    built = deck(tmp_path, slides, "civic", "en-GB", footer={"text": "Draft", "date": True, "pages": "total"})
    assert [said(built.scene.slides[1], role) for role in ("footer", "date", "number", "note")] == [
        ["Draft"], ["15 January 2031"], ["Page 2 of 2"], ["Source: finance department"],
    ]  # fmt: skip


def test_a_text_alone_is_the_footer(tmp_path: Path) -> None:
    assert said(deck(tmp_path, [SECTION], footer="内部资料").scene.slides[1], "footer") == ["内部资料"]


def test_a_hidden_section_is_drawn_without_the_box_of_a_numeral(tmp_path: Path) -> None:
    slide = deck(tmp_path, [SECTION, HIDDEN]).scene.slides[2]
    assert (slide.hidden, slide.layout) == (True, "points")


# ---- the line at the foot


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"source": "区统计局"}, "数据来源：区统计局"),
        ({"source": "来源：区政务网"}, "来源：区政务网"),
        ({"note": "初步核算数"}, "初步核算数"),
        ({"note": "初步核算数", "source": "区统计局"}, "初步核算数　数据来源：区统计局"),
    ],
)
def test_note_and_source_stand_at_the_foot(fields: dict[str, object], wanted: str, tmp_path: Path) -> None:
    built = deck(tmp_path, [SECTION | fields])
    slide = built.scene.slides[1]
    assert said(slide, "note") == [wanted]
    (box,) = placeholders(slide, "note")
    assert box.placeholder is not None and box.box == box.placeholder.box, "it stands where its layout has it"
    opened = Presentation(io.BytesIO(written(built)))
    assert wanted in [shape.text_frame.text for shape in opened.slides[1].placeholders]


def test_the_note_of_a_table_stands_under_it_and_its_source_at_the_foot(tmp_path: Path) -> None:
    table = {"kind": "table", "title": "主要指标", "columns": ["指标", "数值"], "rows": [["甲", 1]], "note": "初步核算数"}
    (note,) = placeholders(deck(tmp_path, [table]).scene.slides[1], "note")
    assert box_text(note) == "初步核算数" and note.placeholder and note.box.y < note.placeholder.box.y
    assert said(deck(tmp_path, [table | {"source": "区统计局"}]).scene.slides[1], "note") == ["数据来源：区统计局"]


# ---- a picture behind the slide


def checkers() -> Image.Image:
    bright = bytes(255 if (x // 9 + y // 9) % 2 else 0 for y in range(720) for x in range(1280))
    return Image.frombytes("L", (1280, 720), bright).convert("RGB")


def noise() -> Image.Image:
    made = random.Random(7)
    return Image.frombytes("RGB", (640, 360), made.randbytes(640 * 360 * 3)).resize((1280, 720))


HARD = {"black": Image.new("RGB", (1280, 720)), "white": Image.new("RGB", (1280, 720), "white"), "checkers": checkers(), "noise": noise()}


@pytest.mark.parametrize("picture", HARD)
@pytest.mark.parametrize("theme", ["zhengwu-red", "suxuan", "yemu"])
def test_every_text_on_a_picture_can_be_read(theme: str, picture: str, tmp_path: Path) -> None:
    """Measured on the pixels that go into the file: of those under a text no more than one in 25 (JPEG rings between hard squares) is too near to its colour."""
    HARD[picture].save(tmp_path / "a.png")
    (built,) = [deck(tmp_path, [{**LAST, "background": "a.png", "source": "区统计局"}], theme)]
    slide, look = built.scene.slides[1], theme_of(theme)
    assert slide.background is not None
    shown = Image.open(io.BytesIO(slide.background.data)).convert("RGB")
    scale = shown.width / look.sheet.width
    texts = list(standing(slide, look.layouts["statement"], look))
    assert len(texts) >= 3
    for text in some(texts):
        box = text.box
        part = shown.crop((round(box.x * scale), round(box.y * scale), round(box.right * scale), round(box.bottom * scale)))
        counted = part.resize((max(1, part.width // 2), max(1, part.height // 2)), Image.Resampling.NEAREST).getcolors(1 << 24) or []
        total = sum(count for count, _ in counted)
        for color in text.colors:
            pale = sum(count for count, pixel in counted if contrast(color, hexed(pixel)) < 4.5)
            assert pale <= total * 0.04, (theme, picture, color)


def test_a_background_is_one_of_the_slide_and_lies_under_what_the_layout_draws(tmp_path: Path) -> None:
    HARD["noise"].save(tmp_path / "a.png")
    built = deck(tmp_path, [SECTION | {"background": "a.png"}, LAST | {"background": "a.png"}])
    data = written(built)
    assert [finding for finding in check_deck(data, "") if finding.severity == "error"] == []
    opened = Presentation(io.BytesIO(data))
    assert [slide._element.cSld.find("{http://schemas.openxmlformats.org/presentationml/2006/main}bg") is not None for slide in opened.slides] == [
        False, True, True,
    ]  # fmt: skip
    drawn = slide_svg(built.scene.slides[1], built.scene.design)
    assert drawn.index("<image") < drawn.index("<rect"), "ornaments of the layout are drawn over it"
    assert data == written(deck(tmp_path, [SECTION | {"background": "a.png"}, LAST | {"background": "a.png"}]))


def test_a_background_that_is_no_picture_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("kein Bild", encoding="utf-8")
    with pytest.raises(OutlineError) as raised:
        deck(tmp_path, [SECTION | {"background": "a.png"}])
    assert [(finding.rule, finding.span.line > 1) for finding in raised.value.findings if finding.severity == "error"] == [
        ("load/picture-format", True)
    ]


def test_a_background_that_is_not_there_yet_leaves_the_slide_as_it_was(tmp_path: Path) -> None:
    built = compile_slides([{**LAST, "background": "待拍.jpg"}], tmp_path, "zhengwu-red")
    assert built.scene.slides[1].background is None
    assert [finding.rule for finding in built.findings if finding.rule.startswith("load/")] == ["load/picture-missing"]
