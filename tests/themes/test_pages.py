"""Pages of any width and any margins: boxes drawn for one page are moved to another, and every kind of slide stands on it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base import BASE
from deckgen.diagnostics import OutlineError
from deckgen.geometry import PAGE_HEIGHT, Box, px
from deckgen.load.refit import evenly, move_between, refitted, resized, with_width
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Align, Scene, ShapeBox, TextBox
from deckgen.theme import Sheet, Theme
from deckgen.write.svg.slide import slide_svg
from tests.examples import examples, mostly_in_ci
from tests.layout.laws import LAWS
from tests.some import some
from tests.support import LEDGERS as LEDGER_FILES
from tests.support import OUTLINE, contains, theme_of, walk, write
from tests.themes.helpers import EVERY_KIND, FIFTEEN_LINES, LEDGERS, theme_from, write_theme
from tests.write.test_contrast import found_low
from tests.write.test_validators import strict  # noqa: F401

PAGES = {"16:9": 1280, "4:3": 960, "32:9": 2560, "[1000, 720]": 1000, "[4, 3]": 960, "16：10": 1152, "[50.5, 36]": 1010}
WIDTHS = st.integers(px(540), px(2880))


def drawn(x: int, y: int, width: int, height: int) -> Box:
    return Box(px(x), px(y), px(width), px(height))


# ---- the size of a page


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_wide_as_its_ratio_says(page: str, tmp_path: Path) -> None:
    sheet = theme_from(tmp_path, f"name: t\npage: {page}\n").sheet
    assert (sheet.width, sheet.height) == (px(PAGES[page]), PAGE_HEIGHT)
    assert (sheet.left, sheet.right) == (px(64), px(64))


def test_the_page_asked_for_wins_over_that_of_the_theme(tmp_path: Path) -> None:
    theme = theme_from(tmp_path, "name: t\npage: 32:9\n", px(960))
    assert theme.sheet.width == px(960)
    assert theme.layouts["points"].content.right == px(960 - 64)


# ---- boxes of the base on another page


def test_near_a_margin_distances_stay_and_the_middle_gives(tmp_path: Path) -> None:
    layouts = with_width(BASE, px(1500)).layouts
    assert layouts["section"].places["numeral"].box == drawn(64, 62, 84, 84)
    assert layouts["section"].ornaments[0].box == drawn(64, 62, 84, 84)
    assert layouts["section"].places["title"].box == drawn(174, 56, 1042 + 220, 54)
    assert layouts["objectives"].ornaments[0].box == drawn(0, 0, 400, 720)
    assert layouts["objectives"].content == drawn(448, 144, 768 + 220, 496)
    assert layouts["points"].places["number"].box == drawn(1096 + 220, 678, 120, 24)
    assert layouts["master"].ornaments[0].box == drawn(64, 667, 1152 + 220, 1)


def test_covers_are_spread_evenly_and_lines_keep_their_length() -> None:
    layouts = with_width(BASE, px(1500)).layouts
    title = layouts["cover"].places["title"].box
    assert (title.x, title.right) == (px(64) + px(32) * 1372 // 1152, px(64) + px(1152) * 1372 // 1152)
    line = layouts["closing"].ornaments[0].box
    assert (line.width, line.x + line.width // 2) == (px(120), px(750))


def test_on_a_narrow_page_a_seal_stays_square_beside_its_title() -> None:
    section = with_width(BASE, px(960)).layouts["section"]
    seal, numeral, title = section.ornaments[0].box, section.places["numeral"].box, section.places["title"].box
    assert seal == numeral == drawn(64, 62, 84, 84)
    assert seal.right < title.x < px(174)


def test_points_of_a_path_go_where_edges_go(tmp_path: Path) -> None:
    """Windows stay in their towers: two freeforms over each other meet at the same places on every page."""
    text = (
        "name: t\nlayouts: {cover: {ornaments: [{box: [600, 0, 680, 300], path: M 640 0 L 900 300 L 1216 0 L 1280 300 Z},"
        " {box: [640, 0, 576, 300], path: M 640 0 L 900 300 L 1216 0 Z}]}}\npage: 16:9\n"
    )
    one, other = with_width(theme_from(tmp_path, text), px(2000)).layouts["cover"].ornaments
    assert isinstance(one, ShapeBox) and isinstance(other, ShapeBox) and one.path and other.path
    ends = [
        [item.box.x + values[0] * item.box.width // item.path.width for _, values in item.path.commands if values] for item in (one, other)
    ]  # type: ignore[union-attr]
    assert all(abs(a - b) <= px(0.5) for a, b in some(zip(*(sorted(end)[:3] for end in ends), strict=True)))
    assert one.box.right == px(2000)


def test_small_things_in_the_middle_stay_at_the_side_they_are_aligned_to() -> None:
    number = theme_of("zhengwu-blue").layouts["objectives"]
    moved = with_width(theme_of("zhengwu-blue"), px(2560)).layouts["objectives"]
    assert number.places["number"].box.right == number.content.right
    assert moved.places["number"].box.right == moved.content.right
    assert moved.places["number"].box.width == number.places["number"].box.width


@pytest.mark.parametrize(
    ("left", "align", "moved_left"),
    [(40, "ctr", 40), (400, "l", 400), (620, "ctr", 620 + 640), (820, "ctr", 820 + 1280), (1150, "ctr", 1150 + 1280)],
)
def test_a_mark_stays_at_its_side_of_the_page(left: int, align: Align, moved_left: int) -> None:
    """40 pixels wide: at the left as far from the left edge, at the right (from two thirds on) as far from the right one."""
    move = move_between(BASE.sheet, resized(BASE.sheet, px(2560), px(64), px(64), px(64), px(80)))
    assert move.box(drawn(left, 300, 40, 40), align=align).x == px(moved_left)


def test_boxes_of_a_theme_are_for_its_own_page(tmp_path: Path) -> None:
    text = "name: t\npage: 4:3\nlayouts: {points: {places: {title: {box: [20, 20, 900, 60]}}, content: [20, 100, 900, 500]}}\n"
    spec = theme_from(tmp_path, text).layouts["points"]
    assert (spec.places["title"].box, spec.content) == (drawn(20, 20, 900, 60), drawn(20, 100, 900, 500))
    wide = theme_from(tmp_path, f"name: u\nextends: {write_theme(tmp_path, 'narrow', text)}\npage: 16:9\n").layouts["points"]
    assert (wide.content.x, wide.content.right) == (px(20), px(920 + 320))


# ---- margins


def test_everything_follows_the_margins(tmp_path: Path) -> None:
    theme = theme_from(tmp_path, "name: t\nmargins: {left: 100, right: 40, top: 60, bottom: 100}\ngutter: 12\n")
    sheet = theme.sheet
    assert sheet.inner == drawn(100, 60, 1140, 560)
    assert sheet.gutter == px(12)
    assert (sheet.progress.x, sheet.progress.right, sheet.bar.x, sheet.bar.right, sheet.dots.right) == (
        px(100), px(1240), px(100), px(1240), px(1240),
    )  # fmt: skip
    assert theme.layouts["points"].content == drawn(100, 192, 1140, 428)
    assert theme.layouts["points"].places["title"].box.height == px(54)
    assert theme.layouts["master"].ornaments[0].box.x == px(100)
    assert theme.layouts["objectives"].ornaments[0].box.x == 0
    assert theme.layouts["points"].places["footer"].box.height == px(24)


def test_the_frame_stands_where_the_theme_says(tmp_path: Path) -> None:
    text = "name: t\nmargins: {left: 100}\nframe: {progress: [0, 716, 1280, 4], dots: [800, 10, 400, 20]}\n"
    sheet = theme_from(tmp_path, text).sheet
    assert (sheet.progress, sheet.dots, sheet.bar) == (drawn(0, 716, 1280, 4), drawn(800, 10, 400, 20), drawn(100, 18, 1116, 22))


# ---- laws


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    margin = st.integers(px(4), px(120))
    return resized(BASE.sheet, draw(WIDTHS), draw(margin), draw(margin), draw(st.integers(0, px(90))), draw(st.integers(0, px(90))))


def boxes_of(theme: Theme) -> list[Box]:
    frame = [theme.sheet.progress, theme.sheet.dots, theme.sheet.bar]
    return frame + [box for spec in theme.layouts.values() for box in (spec.content, *(place.box for place in spec.places.values()))]


@examples(10, 40)
@given(sheet=sheets(), name=st.sampled_from(["base", "zhengwu-red", "zhengwu-blue"]))
def test_every_place_stays_on_the_page(sheet: Sheet, name: str) -> None:
    theme = refitted(BASE if name == "base" else theme_of(name), sheet)
    for box in boxes_of(theme):
        assert box.width > 0 and box.height > 0
        assert contains(sheet.box, box)
    for spec in theme.layouts.values():
        assert all(contains(sheet.box, item.box, px(1)) for item in spec.ornaments)


@examples(6, 20)
@given(sheet=sheets())
def test_edges_keep_their_order_and_margins_become_margins(sheet: Sheet) -> None:
    old = BASE.sheet
    for move in (move_between(old, sheet), evenly(old, sheet)):
        edges = [move.x.at(edge) for edge in range(0, old.width + 1, px(10))]
        assert edges == sorted(edges)
        assert [move.x.at(edge) for edge in (0, old.left, old.width - old.right, old.width)] == [
            0, sheet.left, sheet.width - sheet.right, sheet.width,
        ]  # fmt: skip
        assert move.x.at(-px(5)) == -px(5)
        assert move.y.at(old.height - old.bottom) == sheet.height - sheet.bottom


def test_the_same_page_changes_nothing() -> None:
    assert refitted(BASE, BASE.sheet) == BASE
    assert with_width(BASE, BASE.sheet.width) == BASE


# ---- the page that an outline asks for

HEAD = "title: 甲\ntheme: own\nparts: [{title: 乙, slides: [{kind: points, title: 丙, points: [丁]}]}]\n"


@pytest.mark.parametrize(("page", "width"), [("", 960), ("page: 32:9\n", 2560), ("page: [1000, 720]\n", 1000), ("page: 16:9\n", 1280)])
def test_the_page_of_the_outline_wins(page: str, width: int, tmp_path: Path) -> None:
    write_theme(tmp_path, "own", "name: t\npage: 4:3\n")
    (tmp_path / "outline.yaml").write_text(HEAD + page, encoding="utf-8")
    scene = compile_deck(Request(str(tmp_path / "outline.yaml"))).scene
    assert scene.design.width == px(width)
    assert scene.design.layouts[0].placeholders[0].box.right <= px(width)


@pytest.mark.parametrize("page", ["4-3", "[4, 3, 2]", "1:100", "{width: 3}"])
def test_a_page_that_is_none_is_told_at_its_line(page: str, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(f"{HEAD.replace('theme: own', 'theme: zhengwu-red')}page: {page}\n", encoding="utf-8")
    with pytest.raises(OutlineError) as caught:
        compile_deck(Request(str(tmp_path / "outline.yaml")))
    assert [(finding.rule, finding.span.line, finding.span.column) for finding in caught.value.findings] == [("load/page", 4, 7)]


# ---- decks


@pytest.fixture(params=list(LEDGERS))
def outline(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An outline with every kind of slide, all figures unknown or all known."""
    (tmp_path / "figures.yaml").write_text(LEDGERS[request.param], encoding="utf-8")
    path = tmp_path / "outline.yaml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    return path


def built(outline: Path, theme: str) -> Scene:
    return compile_deck(Request(str(outline), theme)).scene


def test_the_base_alone_is_legible(outline: Path, tmp_path: Path) -> None:
    folder = str(Path(write_theme(tmp_path, "bare", "name: bare\n")).parent)
    assert found_low(built(outline, folder), folder) == []


@pytest.mark.parametrize("page", ["16:9", "4:3", "32:9", "[1000, 720]"])
def test_fifteen_lines_build_every_kind_on_every_page(page: str, outline: Path, strict: ModuleType, tmp_path: Path) -> None:  # noqa: F811
    folder = str(Path(write_theme(tmp_path, "lantian", f"{FIFTEEN_LINES}page: {page}\n")).parent)
    scene = built(outline, folder)
    theme = theme_of(folder)
    assert len(scene.slides) == EVERY_KIND.count("kind:") + 4  # cover, overview, divider, closing
    assert {slide.layout for slide in scene.slides} == set(BASE.layouts) - {"master"}
    assert [fault for law in LAWS for slide in scene.slides for fault in law(slide, theme)] == []
    assert found_low(scene, folder) == []
    path = write(scene, tmp_path / "deck.pptx")
    assert list(strict.check(str(path))) == []
    width = px(PAGES[page])
    with zipfile.ZipFile(path) as package:
        presentation = package.read("ppt/presentation.xml").decode()
        properties = package.read("docProps/app.xml").decode()
    kind, name = (' type="screen4x3"', "On-screen Show (4:3)") if page == "4:3" else ("", "Widescreen" if page == "16:9" else "Custom")
    assert f'<p:sldSz cx="{width}" cy="{PAGE_HEIGHT}"{kind}/>' in presentation
    assert f"<PresentationFormat>{name}</PresentationFormat>" in properties
    assert f'viewBox="0 0 {PAGES[page]} 720"' in slide_svg(scene.slides[0], scene.design)


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
def test_pairs_stand_on_the_narrowest_page(theme: str, tmp_path: Path) -> None:
    slide = "{kind: pairs, title: 统筹, pairs: [{pair: 稳/进, text: 高质量发展要行稳致远}, {pair: 破/立}]}"
    outline = tmp_path / "outline.yaml"
    outline.write_text(f"title: 汇报\npage: '3:4'\nparts: [{{title: 进展, slides: [{slide}]}}]\n", encoding="utf-8")
    placed = built(outline, theme).slides[1]
    assert [item.name for item in placed.items if item.box.width <= 0 or item.box.right > px(540)] == []


def test_margins_that_leave_no_room_on_the_page_of_the_outline_are_refused(outline: Path, tmp_path: Path) -> None:
    folder = Path(write_theme(tmp_path, "wide", "name: wide\nmargins: {left: 400, right: 400}\n")).parent
    outline.write_text(f"page: '3:4'\n{outline.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(OutlineError) as raised:
        built(outline, str(folder))
    assert "theme/margins" in {finding.rule for finding in raised.value.findings}


# ---- the report on pages of other shapes

OTHER_PAGES = [(theme, page) for theme in theme_names() for page in ("4:3", "32:9")]


@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
@pytest.mark.parametrize("on", mostly_in_ci(OTHER_PAGES, {("zhengwu-blue", "4:3"), ("yemu", "32:9")}), ids="-".join)
def test_the_report_stands_on_every_page_in_every_theme(on: tuple[str, str], known: bool, tmp_path: Path) -> None:
    theme, page = on
    outline = tmp_path / "outline.yaml"
    outline.write_text(f"page: '{page}'\n{OUTLINE.read_text(encoding='utf-8')}", encoding="utf-8")
    scene = compile_deck(
        Request(str(outline), theme, LEDGER_FILES["sample" if known else "x"] or str(OUTLINE.parent / "figures.yaml"))
    ).scene
    on_page = with_width(theme_of(theme), scene.design.width)
    assert [fault for law in LAWS for slide in scene.slides for fault in law(slide, on_page)] == []


@pytest.mark.parametrize("theme", theme_names())
def test_nothing_is_read_in_the_outer_twentieth_of_a_wide_page(theme: str, outline: Path) -> None:
    outline.write_text(f"page: '32:9'\n{outline.read_text(encoding='utf-8')}", encoding="utf-8")
    scene = built(outline, theme)
    width = scene.design.width
    texts = [(slide.number, item) for slide in scene.slides for item in walk(slide.items) if isinstance(item, TextBox)]
    assert len(texts) > 100
    assert [(n, item.name) for n, item in texts if left_of(item) < width // 20 or right_of(item) > width - width // 20 + px(1)] == []


def left_of(item: TextBox) -> int:
    return item.box.x + item.margins[0]


def right_of(item: TextBox) -> int:
    return item.box.right - item.margins[2]


def test_rows_stand_in_two_columns_on_a_wide_page(tmp_path: Path) -> None:
    items = "[{key: 甲, lead: 一事}, {key: 乙, lead: 二事}, {key: 丙, lead: 三事}]"
    outline = tmp_path / "outline.yaml"
    for page, columns in (("16:9", 1), ("[22, 10]", 1), ("[23, 10]", 2), ("32:9", 2)):
        outline.write_text(
            f"title: 汇报\npage: '{page}'\nparts: [{{title: 进展, slides: [{{kind: problems, title: 问题, items: {items}}}]}}]\n".replace(
                "'[", "["
            ).replace("]'\n", "]\n"),
            encoding="utf-8",
        )
        placed = built(outline, "zhengwu-red").slides[1]
        rows = [item for item in placed.items if item.name.startswith("问题")]
        assert len(rows) == 3 and len({row.box.x for row in rows}) == columns
