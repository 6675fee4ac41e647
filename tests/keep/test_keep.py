"""What a person changed in a deck is there after the next build, where the outline does not say otherwise."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.util import Emu, Pt

import deckgen
from deckgen.inspect.rules.run import check_deck
from deckgen.pull.theirs import read_theirs
from tests.keep.support import Case, Deck, named, saying, why, words_on
from tests.pull.support import by_office, commanded, needs_office
from tests.pull.test_pull import OUTLINE_TEXT, commented_on, replaced
from tests.some import some

LEFT, TOP = Emu(1_000_800), Emu(5_000_400)
PICTURE = Path(__file__).parent.parent.parent / "content" / "showcase" / "图片" / "河道.jpg"
OTHER_WORDS = ("坚持民生优先", "坚持把民生放在前面")  # a change of the outline on another slide


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["deckgen", "--lang", "zh"])


def move(deck: Deck) -> None:
    title = named(deck.slides[1], "标题")
    title.left, title.top, title.width, title.height = LEFT, TOP, Emu(4_000_000), Emu(600_000)


def is_moved(deck: Deck) -> bool:
    title = named(deck.slides[1], "标题")
    return (title.left, title.top) == (LEFT, TOP)


def recolor(deck: Deck) -> None:
    named(deck.slides[1], "导航").fill.solid()
    named(deck.slides[1], "导航").fill.fore_color.rgb = RGBColor(0, 128, 0)


def outline_it(deck: Deck) -> None:
    line = named(deck.slides[1], "导航").line
    line.width, line.color.rgb = Pt(3), RGBColor(0, 0, 255)


def shadow(deck: Deck) -> None:
    holder = named(deck.slides[1], "导航")._element.spPr
    holder.append(
        etree.fromstring(
            '<a:effectLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:outerShdw blurRad="50800" dist="38100">'
            '<a:srgbClr val="000000"/></a:outerShdw></a:effectLst>'
        )
    )


def enlarge(deck: Deck) -> None:
    for run in saying(deck.slides[1], "抓发展").text_frame.paragraphs[0].runs:
        run.font.size, run.font.italic = Pt(40), True


def draw(deck: Deck) -> None:
    box = deck.slides[1].shapes.add_textbox(LEFT, TOP, Emu(3_000_000), Emu(400_000))
    box.name, box.text_frame.text = "便签", "手写的一句"


def paste(deck: Deck) -> None:
    picture = deck.slides[1].shapes.add_picture(str(PICTURE), LEFT, TOP, Emu(2_000_000))
    picture._element.nvPicPr.cNvPr.set("descr", "河道两岸")


def animate(deck: Deck) -> None:
    slide = deck.slides[1]
    target = named(slide, "标题").shape_id
    xml = (
        '<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        'nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        '<p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold">'
        '<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" '
        'fill="hold" nodeType="clickEffect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" '
        f'fill="hold"/><p:tgtEl><p:spTgt spid="{target}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>'
        '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )
    slide._element.append(etree.fromstring(xml))


def animated(deck: Deck) -> BaseShape | None:
    """The shape of the second slide that is animated."""
    slide = deck.slides[1]
    mark = next(slide._element.iter(qn("p:spTgt")), None)
    return None if mark is None else next(one for one in slide.shapes if str(one.shape_id) == mark.get("spid"))


def to_front(deck: Deck) -> None:
    element = named(deck.slides[1], "标题")._element
    tree = element.getparent()
    tree.remove(element)
    tree.append(element)


def is_in_front(deck: Deck) -> bool:
    return list(deck.slides[1].shapes)[-1].name == "标题"


def ground(deck: Deck) -> None:
    fill = deck.slides[1].background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0xEE, 0xF4, 0xEE)


def chart_it(deck: Deck) -> None:
    data = CategoryChartData()
    data.categories = ["一季度", "二季度"]
    data.add_series("开工", (12, 31))
    deck.slides[1].shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, LEFT, TOP, Emu(3_000_000), Emu(1_200_000), data)


def charted(deck: Deck) -> bool:
    """With its numbers, in the chart and in its workbook."""
    chart = next((shape.chart for shape in deck.slides[1].shapes if shape.has_chart), None)
    return chart is not None and list(chart.plots[0].series[0].values) == [12, 31] and len(chart.part.chart_workbook.xlsx_part.blob) > 1_000


EDITS: dict[str, tuple[Callable[[Deck], object], Callable[[Deck], object]]] = {
    "moved": (move, is_moved),
    "fill": (recolor, lambda deck: 'srgbClr val="008000"' in etree.tostring(named(deck.slides[1], "导航")._element).decode()),
    "line": (outline_it, lambda deck: named(deck.slides[1], "导航").line.width == Pt(3)),
    "effect": (shadow, lambda deck: named(deck.slides[1], "导航")._element.spPr.find(qn("a:effectLst")) is not None),
    "type": (enlarge, lambda deck: saying(deck.slides[1], "抓发展").text_frame.paragraphs[0].runs[0].font.italic),
    "words": (replaced("项目带动", "项目为王"), lambda deck: "项目为王" in words_on(deck.slides[1])),
    "own shape": (draw, lambda deck: "手写的一句" in words_on(deck.slides[1])),
    "picture": (paste, lambda deck: any(one.shape_type == 13 and one.image.sha1 for one in deck.slides[1].shapes)),
    "animation": (animate, lambda deck: (shape := animated(deck)) is not None and shape.name == "标题"),
    "background": (ground, lambda deck: 'srgbClr val="EEF4EE"' in etree.tostring(deck.slides[1]._element).decode()),
    "own chart": (chart_it, charted),
    "hidden": (lambda deck: deck.slides[1]._element.set("show", "0"), lambda deck: deck.slides[1]._element.get("show") == "0"),
    "order of shapes": (to_front, is_in_front),
    "deleted": (
        lambda deck: (element := saying(deck.slides[1], "抓发展")._element).getparent().remove(element),
        lambda deck: "抓发展" not in words_on(deck.slides[1]),
    ),
    "notes": (
        lambda deck: setattr(deck.slides[1].notes_slide.notes_text_frame.paragraphs[0].runs[0], "text", "另一句"),
        lambda deck: "另一句" in deck.slides[1].notes_slide.notes_text_frame.text,
    ),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("since", [False, True], ids=["same outline", "outline changed elsewhere"])
def test_an_edit_is_there_after_the_next_build(name: str, since: bool, tmp_path: Path) -> None:
    edit, holds = EDITS[name]
    case = Case(tmp_path).edit(edit)
    if since:
        case.change(*OTHER_WORDS)
    assert not holds(pptx.Presentation(BytesIO(case.built)))
    kept = case.keep()
    deck = pptx.Presentation(BytesIO(kept.data))
    assert holds(deck) and kept.edits and not kept.given_up
    assert (OTHER_WORDS[1] in words_on(deck.slides[2])) == since
    assert [finding for finding in check_deck(kept.data, "a.pptx") if finding.rule.startswith("package/")] == []


def test_all_edits_at_once(tmp_path: Path) -> None:
    """But for the type of what is deleted."""
    case = Case(tmp_path).edit(*(edit for edit, _ in EDITS.values())).change(*OTHER_WORDS)
    deck = case.kept()
    assert all(holds(deck) for name, (_, holds) in EDITS.items() if name != "type")


@pytest.mark.parametrize("since", [False, True], ids=["same outline", "outline changed elsewhere"])
def test_a_comment_stays_on_its_slide_with_its_author(since: bool, tmp_path: Path) -> None:
    case = Case(tmp_path)
    commented_on(case.deck, "ppt/slides/slide3.xml", "王主任", "这一条再核一下")
    if since:
        case.change("抓项目就是抓发展", "抓项目")
    theirs = read_theirs(case.keep().data)
    assert [(slide.title, remark.author, remark.text) for slide in theirs.slides for remark in slide.remarks] == [
        ("坚持民生优先", "王主任", "这一条再核一下")
    ]


def chart_data_edited(deck: Deck) -> None:
    chart = next(shape.chart for shape in deck.slides[1].shapes if shape.has_chart)
    data = CategoryChartData()
    data.categories = ["东镇", "西镇"]
    data.add_series("面积", (10, 99))
    chart.replace_data(data)


def test_a_background_of_the_outline_that_was_changed_there(tmp_path: Path) -> None:
    """The deck has the old one, which nobody touched: the new one is shown."""
    for name, color in (("a.png", (10, 90, 60)), ("b.png", (200, 190, 30))):
        Image.new("RGB", (640, 360), color).save(tmp_path / name)
    outline = OUTLINE_TEXT.replace('        title: "坚持项目带动"\n', '        title: "坚持项目带动"\n        background: a.png\n')
    case = Case(tmp_path, outline).edit(replaced("等候时间短", "等候时间更短", 2)).change("background: a.png", "background: b.png")
    kept = case.keep()
    assert why(kept) == [("words", "")]
    (shown,) = (
        rel.target_part.blob for rel in pptx.Presentation(BytesIO(kept.data)).slides[1].part.rels.values() if "image" in rel.reltype
    )
    assert shown == next(
        rel.target_part.blob for rel in pptx.Presentation(BytesIO(written(case))).slides[1].part.rels.values() if "image" in rel.reltype
    )


def written(case: Case) -> bytes:
    data = deckgen.build(case.outline).data
    assert data is not None
    return data


def test_a_background_that_was_taken_away(tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (10, 90, 60)).save(tmp_path / "a.png")
    outline = OUTLINE_TEXT.replace('        title: "坚持项目带动"\n', '        title: "坚持项目带动"\n        background: a.png\n')
    case = Case(tmp_path, outline).edit(lambda deck: (bg := deck.slides[1]._element.cSld.find(qn("p:bg"))).getparent().remove(bg))
    assert why(case.keep()) == [("ground", "")]
    assert case.kept().slides[1]._element.cSld.find(qn("p:bg")) is None


def test_a_chart_of_ours_whose_numbers_were_edited(tmp_path: Path) -> None:
    """Its numbers are the outline's: kept from the deck while the outline says what it said, told of either way."""
    outline = """title: 报告
parts:
- title: 一
  slides:
  - {kind: chart, title: 面积, categories: [东镇, 西镇], series: [{name: 面积, values: [10, 20]}], note: 亩}
"""
    case = Case(tmp_path, outline).edit(chart_data_edited)
    kept = case.keep()
    chart = next(shape.chart for shape in pptx.Presentation(BytesIO(kept.data)).slides[1].shapes if shape.has_chart)
    assert list(chart.plots[0].series[0].values) == [10, 99]
    assert ("chart", "") in why(kept)


def test_a_deck_that_nobody_edited_keeps_nothing(tmp_path: Path) -> None:
    case = Case(tmp_path)
    assert (case.keep().data, case.keep().edits) == (case.built, [])
    assert (case.edit(lambda deck: None).keep().data, case.keep().edits) == (case.built, [])


@needs_office
def test_a_deck_that_libreoffice_saved_keeps_nothing(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.deck = by_office(case.deck)
    kept = case.keep()
    assert (kept.edits, kept.data) == ([], case.built)


@needs_office
def test_edits_that_libreoffice_saved(tmp_path: Path) -> None:
    """It writes every shape anew, and slides on masters of its own."""
    names = ("moved", "fill", "words", "own shape", "picture", "notes", "hidden", "deleted")
    case = Case(tmp_path).edit(*(EDITS[name][0] for name in names)).edit(add_slide)
    case.deck = by_office(case.deck)
    kept = case.change(*OTHER_WORDS).keep()
    deck = pptx.Presentation(BytesIO(kept.data))
    title = named(deck.slides[1], "标题")
    assert abs(title.left - LEFT) < 1_000 and abs(title.top - TOP) < 1_000
    assert all(EDITS[name][1](deck) for name in some(names) if name != "moved")
    assert "补充的一页" in words_on(deck.slides[2]) and OTHER_WORDS[1] in words_on(deck.slides[3])
    assert len(deck.slide_masters) == 1
    assert [finding for finding in check_deck(kept.data, "a.pptx") if finding.rule.startswith("package/")] == []


def add_slide(deck: Deck) -> None:
    """A slide behind the second, with a picture."""
    slide = deck.slides.add_slide(deck.slides[1].slide_layout)
    slide.shapes.title.text = "补充的一页"
    slide.shapes.add_picture(str(PICTURE), LEFT, TOP, Emu(2_000_000))
    slide.notes_slide.notes_text_frame.text = "补充的备注"
    slides = deck.slides._sldIdLst
    one = slides[len(slides) - 1]
    slides.remove(one)
    slides.insert(2, one)


def shift(old: int, new: int) -> Callable[[Deck], object]:
    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        one = slides[old]
        slides.remove(one)
        slides.insert(new, one)

    return edit


def drop(number: int) -> Callable[[Deck], object]:
    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        deck.part.drop_rel(slides[number].rId)
        slides.remove(slides[number])

    return edit


def titles(deck: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in deck.slides]


def test_slides_added_moved_and_deleted(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(add_slide, shift(4, 1), drop(4))
    expected = titles(pptx.Presentation(str(case.deck)))
    kept = case.keep()
    deck = pptx.Presentation(BytesIO(kept.data))
    assert titles(deck) == expected
    added = deck.slides[3]
    assert added.slide_layout.name == deck.slides[2].slide_layout.name and added.notes_slide.notes_text_frame.text == "补充的备注"
    assert [finding for finding in check_deck(kept.data, "a.pptx") if finding.rule.startswith("package/")] == []
    assert sorted(why(kept)) == [("slide-gone", ""), ("slide-moved", ""), ("slide-new", "")]


def test_words_of_both_sides_are_a_conflict(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), recolor).change("坚持项目带动", "坚持项目牵引")
    kept = case.keep()
    assert why(kept) == [("words", "conflict"), ("fill", "")]
    assert "坚持项目牵引" in words_on(pptx.Presentation(BytesIO(kept.data)).slides[1])
    assert "坚持项目为王" in words_on(case.kept(prefer_deck=True).slides[1])


def test_words_of_the_outline_in_a_box_that_was_moved(tmp_path: Path) -> None:
    """Place and style from the deck, words from the outline."""
    case = Case(tmp_path).edit(move, enlarge).change("坚持项目带动", "坚持项目牵引").change("抓项目就是抓发展", "抓项目就是抓未来")
    deck = case.kept()
    assert is_moved(deck) and "坚持项目牵引" in named(deck.slides[1], "标题").text_frame.text
    run = saying(deck.slides[1], "抓未来").text_frame.paragraphs[0].runs[0]
    assert run.font.size == Pt(40)


def test_what_was_carried_back_is_no_edit_any_more(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王")).change("坚持项目带动", "坚持项目为王")
    assert case.keep().edits == []


def test_two_points_changed_on_either_side(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("床位有增加", "床位增加一成", 2)).change("等候时间短", "等候时间更短")
    kept = case.keep()
    words = words_on(pptx.Presentation(BytesIO(kept.data)).slides[2])
    assert "床位增加一成" in words and "等候时间更短" in words and not kept.given_up


def test_an_edited_slide_that_the_outline_no_longer_has(tmp_path: Path) -> None:
    table = OUTLINE_TEXT[OUTLINE_TEXT.index("      # 第三页") : OUTLINE_TEXT.index("closing:")]
    untouched = Case(tmp_path).change(table, "").edit(lambda deck: None)
    assert len(untouched.kept().slides) == 4
    case = Case(tmp_path).edit(lambda deck: setattr(deck.slides[3].shapes.title.text_frame, "text", "指标总览")).change(table, "")
    kept = case.keep()
    deck = pptx.Presentation(BytesIO(kept.data))
    assert titles(deck)[-1] == "指标总览" and ("words", "unplaced") in why(kept)
    assert "未归位" in sections(deck)


def sections(deck: Deck) -> list[str]:
    return [one.get("name") for one in deck.part._element.iter() if str(one.tag).endswith("}section")]


def test_a_deleted_slide_that_the_outline_changed_stays(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(drop(3)).change("[出口, 12]", "[出口, 13]")
    kept = case.keep()
    assert why(kept) == [("slide-gone", "conflict")] and len(pptx.Presentation(BytesIO(kept.data)).slides) == 5
    assert len(case.kept(prefer_deck=True).slides) == 4


def test_a_renamed_section(tmp_path: Path) -> None:
    def rename(deck: Deck) -> None:
        next(one for one in deck.part._element.iter() if str(one.tag).endswith("}section") and one.get("name") == "工作回顾").set(
            "name", "成绩单"
        )

    case = Case(tmp_path).edit(rename)
    assert "成绩单" in sections(case.kept())
    assert "工作总结" in sections(case.change("title: 工作回顾", "title: 工作总结").kept())


def group_two(deck: Deck) -> None:
    slide = deck.slides[1]
    first, second = named(slide, "导航 一"), named(slide, "导航 二")
    slide.shapes.add_group_shape([first, second]).name = "我的组合"


def test_shapes_grouped_and_taken_apart(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(group_two).change("坚持项目带动", "坚持项目牵引")
    group = named(case.kept().slides[1], "我的组合")
    assert {shape.name for shape in group.shapes} == {"导航 一", "导航 二"}
    assert "坚持项目牵引" in words_on(case.kept().slides[1])


def test_a_group_taken_apart(tmp_path: Path) -> None:
    outline = OUTLINE_TEXT.replace("motto: 抓项目就是抓发展   # 短语", "figures: [projects, funds]")

    def apart(deck: Deck) -> None:
        group = next(shape for shape in deck.slides[1].shapes if shape.shape_type == 6)._element
        for one in [one for one in group if one.tag in (qn("p:sp"), qn("p:grpSp"))]:
            group.addprevious(one)
        group.getparent().remove(group)

    case = Case(tmp_path, outline)
    before = sum(shape.shape_type == 6 for shape in pptx.Presentation(str(case.deck)).slides[1].shapes)
    case.edit(apart)
    assert sum(shape.shape_type == 6 for shape in case.kept().slides[1].shapes) == before - 1


def test_a_table_cell_by_cell_and_whole(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("财政收入", "财政总收入", 3)).change("[出口, 12]", "[出口, 13]")
    table = next(shape for shape in case.kept().slides[3].shapes if shape.has_table).table
    assert [[cell.text for cell in row.cells] for row in table.rows][2:] == [["财政总收入", "38"], ["出口", "13"]]

    def add_row(deck: Deck) -> None:
        from copy import deepcopy

        table = next(shape for shape in deck.slides[3].shapes if shape.has_table).table
        table._tbl.append(deepcopy(table._tbl.tr_lst[-1]))

    (tmp_path / "b").mkdir()
    case = Case(tmp_path / "b").edit(add_row)
    assert len(next(shape for shape in case.kept().slides[3].shapes if shape.has_table).table.rows) == 5
    assert why(case.change("[出口, 12]", "[出口, 13]").keep()) == [("rows", "conflict")]


def test_a_slide_that_the_outline_freezes(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(draw, replaced("项目带动", "项目为王")).change("title: 坚持民生优先", "title: 坚持民生为大")
    case.change('title: "坚持项目带动"', 'keep: deck\n        title: "坚持项目牵引"')
    deck = case.kept()
    assert (
        "坚持项目为王" in words_on(deck.slides[1])
        and "手写的一句" in words_on(deck.slides[1])
        and "坚持民生为大" in words_on(deck.slides[2])
    )


def test_links_between_slides_lead_where_they_led(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(add_slide, drop(3))
    deck = case.kept()
    parts = {slide.part.partname for slide in deck.slides}
    for slide in some(deck.slides):
        for relation in slide.part.rels.values():
            if relation.reltype.endswith("/slide"):
                assert relation.target_part.partname in parts


def test_only_words_from_a_deck_of_another_theme(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), move)
    case.change("title: 工作报告", "theme: zhengwu-blue\ntitle: 工作报告")
    deck = case.kept(text_only=True)
    assert "项目为王" in words_on(deck.slides[1]) and not is_moved(deck)


def test_the_command_tells_what_it_kept_and_leaves_nothing_lost(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), move)

    def run(*arguments: str) -> tuple[int, str]:
        result = commanded("build", case.outline, "-o", case.deck, *arguments)
        return result.exit_code, result.output

    code, text = run()
    assert code == 1 and f"--keep {case.deck}" in text
    code, text = run("--keep", str(case.deck))
    assert code == 0 and "保留手改 2 处" in text and is_moved(pptx.Presentation(str(case.deck)))
    before = case.deck.read_bytes()
    assert run()[0] == 1 and run("--keep", str(case.deck))[0] == 0 and case.deck.read_bytes() == before
    case.change("坚持项目带动", "坚持项目牵引")
    code, text = run("--keep", str(case.deck))
    assert code == 0 and "文字照大纲 1 处" in text and len(list(tmp_path.glob("a（手改*.pptx"))) == 1


@pytest.mark.parametrize("theme", ["zhengwu-blue"])
def test_decks_that_cannot_be_asked(theme: str, tmp_path: Path) -> None:
    case = Case(tmp_path).edit(move)
    ask = ("build", case.outline, "-o", tmp_path / "b.pptx", "--keep")
    pptx.Presentation().save(str(tmp_path / "other.pptx"))
    assert commanded(*ask, tmp_path / "other.pptx").exit_code == 2
    assert commanded(*ask, tmp_path / "missing.pptx").exit_code == 2
    result = commanded(*ask, case.deck, "--theme", theme)
    assert result.exit_code == 2 and "--text-only" in result.stderr
    assert not (tmp_path / "b.pptx").exists()
