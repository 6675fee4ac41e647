"""What PowerPoint, python-pptx and a screen reader find on the slides."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as PptxPresentation

from deckgen.base import LAYOUTS
from deckgen.scene import ChartBox
from tests.some import some
from tests.support import Deck, line_text, squeezed, text_boxes, walk
from tests.write.parts import NS, accessibility_findings, contents, find, is_decorative, is_title, shapes, slides, text_of, xml_parts


@pytest.fixture
def opened(deck: Deck) -> PptxPresentation:
    return Presentation(str(deck.path))


def test_python_pptx_finds_real_titles(deck: Deck, opened: PptxPresentation) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened.slides]
    assert [squeezed(title.replace("\x0b", "")) for title in titles] == [squeezed(slide.title) for slide in deck.scene.slides]
    assert len(set(titles)) == len(titles) == 16


def test_python_pptx_finds_the_notes(deck: Deck, opened: PptxPresentation) -> None:
    for slide, made in some(zip(opened.slides, deck.scene.slides, strict=True)):
        assert slide.has_notes_slide
        paragraphs = [p.text for p in slide.notes_slide.notes_text_frame.paragraphs]
        assert paragraphs == [line.strip() for line in made.notes.split("\n") if line.strip()] != []


def test_every_placeholder_is_one_of_its_layout(opened: PptxPresentation) -> None:
    for slide in some(opened.slides):
        known = {(p.placeholder_format.type, p.placeholder_format.idx) for p in slide.slide_layout.placeholders}
        used = [(p.placeholder_format.type, p.placeholder_format.idx) for p in slide.placeholders]
        assert set(used) <= known
        assert len({idx for _, idx in used}) == len(used)


def test_layouts_are_named_for_people(deck: Deck, opened: PptxPresentation) -> None:
    names = [layout.name for layout in opened.slide_layouts]
    assert len(set(names)) == len(names) == len(LAYOUTS) - 1
    assert names == [layout.label for layout in deck.scene.design.layouts]
    assert [slide.slide_layout.name for slide in opened.slides][:3] == ["封面", "总览", "章节"]


def test_every_layout_has_a_title_to_fill(opened: PptxPresentation) -> None:
    for layout in some(opened.slide_layouts):
        assert 0 in {p.placeholder_format.idx for p in layout.placeholders}, layout.name


def test_the_file_says_what_the_scene_says(deck: Deck) -> None:
    """Paragraph for paragraph, breaks where lines are promised by one."""
    for made, (name, root) in some(zip(deck.scene.slides, slides(deck.path), strict=True)):
        written = [
            "".join("\n" if e.tag.endswith("}br") else e.text or "" for e in find(p, ".//a:t | .//a:br"))
            for p in find(root, "//p:txBody/a:p | //a:txBody/a:p")  # a:txBody is the one of a cell
        ]
        wanted = [("\n" if p.hard else "").join(map(line_text, p.lines)) for box in text_boxes(made) for p in box.paragraphs]
        assert written == wanted, name


def test_sizes_in_the_file_are_those_of_the_scene(deck: Deck, opened: PptxPresentation) -> None:
    """A run without a size takes its layout's; either way it is what was measured."""
    for made, (name, root) in some(zip(deck.scene.slides, slides(deck.path), strict=True)):
        bodies = find(root, "//p:txBody | //a:txBody")
        for box, body in zip(text_boxes(made), bodies, strict=True):
            for p, written in zip(box.paragraphs, find(body, "./a:p"), strict=True):
                styles = [run.style for line in p.lines for run in line]
                given = {int(size) for size in find(written, "./a:r/a:rPr/@sz | ./a:fld/a:rPr/@sz")}
                inherited = box.placeholder.styles[min(p.level, len(box.placeholder.styles) - 1)].size if box.placeholder else None
                left_out = find(written, "./a:r/a:rPr[not(@sz)] | ./a:fld/a:rPr[not(@sz)]")
                assert given <= {style.size for style in styles}, (name, box.name)
                assert not left_out or inherited in {style.size for style in styles}, (name, box.name)


def test_no_finding_of_the_accessibility_checker(deck: Deck) -> None:
    assert list(accessibility_findings(deck.path)) == []


def test_the_accessibility_checker_finds_faults(deck: Deck) -> None:
    """A guard must be seen to fail: without alt text, without title, in another order."""
    from tests.write.parts import slide_findings

    (_, root) = slides(deck.path)[4]
    broken = etree.fromstring(etree.tostring(root))
    for properties in find(broken, "//p:cNvPr"):
        properties.attrib.pop("descr", None)
        for extension in find(properties, "./a:extLst"):
            properties.remove(extension)
    tree = find(broken, "//p:spTree")[0]
    tree.append(next(shape for shape in shapes(broken) if is_title(shape)))
    found = list(slide_findings(broken))
    assert sum("no alt text" in one for one in found) > 5
    assert "the title is not first" in found and "footer and number are not last" in found


def test_decoration_is_marked_as_such(deck: Deck) -> None:
    """Every shape without text and without alt text, and nothing that says something."""
    for name, root in some(slides(deck.path)):
        for shape in shapes(root):
            if is_decorative(shape):
                assert find(shape, "./*/p:cNvPr/@descr") == [""], name
                assert not find(shape, "./*/p:cNvPr/a:hlinkClick"), name


def test_names_in_the_selection_pane_tell_shapes_apart(deck: Deck) -> None:
    """Within a slide, and within each group of it."""
    for name, root in some(slides(deck.path)):
        for tree in find(root, "//p:spTree | //p:grpSp"):
            names = find(tree, "./*/*/p:cNvPr[@id != '1']/@name")
            assert all(names) and len(set(names)) == len(names), (name, names)


def test_texts_of_a_card_are_one_group(x_deck: Deck) -> None:
    groups = [
        text_of(group)
        for _, root in slides(x_deck.path)
        for group in find(root, "//p:grpSp[starts-with(p:nvGrpSpPr/p:cNvPr/@name, '指标卡')]")
    ]
    assert len(groups) == sum(len(getattr(s, "figures", ())) for part in x_deck.report.outline.parts for s in part.slides) - 6
    assert sum("待填" in text for text in groups) == sum("X" in text for text in groups) > 20


# ---- the chart


def chart_of(deck: Deck) -> ChartBox:
    (chart,) = [item for slide in deck.scene.slides for item in walk(slide.items) if isinstance(item, ChartBox)]
    return chart


def test_the_chart_keeps_its_numbers(sample_deck: Deck) -> None:
    made = chart_of(sample_deck)
    opened = Presentation(str(sample_deck.path))
    (chart,) = [shape.chart for slide in opened.slides for shape in slide.shapes if shape.has_chart]
    plot = chart.plots[0]
    assert (
        tuple(plot.categories)
        == made.categories
        == ("一般公共预算收入", "规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "服务业增加值")
    )
    for written, series in some(zip(plot.series, made.series, strict=True)):
        assert [value if value is None else Decimal(str(value)) for value in written.values] == [
            Decimal(one) if one else None for one in series.values
        ]
    assert [set(series.labels) for series in made.series] >= [{"9.1%", "", "11.5%", "10.2%"}] and "8.0%" in made.series[1].labels
    assert all(category in made.alt for category in some(made.categories))


def test_the_chart_part_is_sound(sample_deck: Deck) -> None:
    root = xml_parts(sample_deck.path)["ppt/charts/chart1.xml"]
    axes = [int(value) for value in find(root, "//c:catAx/c:axId/@val | //c:valAx/c:axId/@val")]
    assert len(set(axes)) == 2 and all(0 < axis < 2**31 for axis in some(axes))
    assert {int(v) for v in find(root, "//c:barChart/c:axId/@val | //c:crossAx/@val")} == set(axes)
    assert {code.partition(";")[0] for code in find(root, "//c:dLbls//c:numFmt/@formatCode")} <= {'0.0"%"', '0"%"'}
    assert find(root, "//c:ser/c:dLbls/c:showVal/@val") == ["1", "1"]


def test_the_workbook_opens_and_holds_the_same_numbers(sample_deck: Deck) -> None:
    made = chart_of(sample_deck)
    data = contents(sample_deck.path)["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = [text_node.text for text_node in etree.fromstring(book.read("xl/sharedStrings.xml")).iterfind(".//x:t", NS)]
        workbook = etree.fromstring(book.read("xl/workbook.xml"))
        core = etree.fromstring(book.read("docProps/core.xml"))
    assert find(core, "./dcterms:created/text()") == [sample_deck.scene.properties.timestamp]
    cells = {c.get("r"): (c.get("t"), c.findtext("x:v", namespaces=NS)) for c in sheet.iterfind(".//x:c", NS)}
    for row, (category, value) in some(enumerate(zip(made.categories, made.series[1].values, strict=True), 2)):
        kind, index = cells[f"A{row}"]
        assert kind == "s" and strings[int(index or 0)] == category
        assert Decimal(str(cells[f"C{row}"][1])) == Decimal(value)
    assert find(workbook, "//x:sheet/@name") == ["Sheet1"]
    assert find(xml_parts(sample_deck.path)["ppt/charts/chart1.xml"], "//c:cat//c:f/text()") == [
        f"Sheet1!$A$2:$A${len(made.categories) + 1}"
    ] * len(made.series)


def test_a_deck_of_x_has_no_chart(x_deck: Deck) -> None:
    assert not [name for name in contents(x_deck.path) if "chart" in name or "embeddings" in name]
