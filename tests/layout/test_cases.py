"""Which arrangement a content gets, and that no text leaves its place without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.diagnostics import OutlineError
from deckgen.scene import PlacedSlide
from tests.layout.laws import LAWS, lost
from tests.some import some
from tests.support import (
    box_text,
    compile_slide,
    compile_slides,
    compile_text,
    ledger,
    outline_slides,
    placeholders,
    points,
    report_of,
    text_boxes,
    theme_of,
)  # fmt: skip

LONG = "很长很长的一段文字放到这里看看会不会悄悄地溢出而没有人知道" * 14
LONG_HEAD = LONG[:170]  # balancing 400 characters takes seconds
POINT = {"lead": "要点", "text": "说明"}
ITEM = {"key": "关键", "lead": "要点", "text": "说明"}
PAIR = {"pair": "稳/进", "lead": "要点", "text": "说明"}


# ---- arrangements


@pytest.mark.parametrize(
    ("theme", "count", "figures", "arrangement"),
    [
        ("zhengwu-red", 1, 0, "cards"),
        ("zhengwu-red", 3, 0, "wide-cards"),
        ("zhengwu-red", 4, 0, "cards"),
        ("zhengwu-red", 8, 0, "two-column-list"),
        ("zhengwu-red", 2, 4, "list-and-panel"),
        ("zhengwu-red", 5, 5, "list-and-panel"),
        ("zhengwu-red", 6, 3, "strip-and-list"),
        ("zhengwu-blue", 3, 0, "wide-cards"),
        ("zhengwu-blue", 7, 0, "two-column-list"),
        ("zhengwu-blue", 3, 3, "list-and-panel"),
        ("zhengwu-blue", 4, 6, "strip-and-list"),
        ("zhengwu-blue", 6, 3, "strip-and-list"),
    ],
)
def test_points_and_figures_are_arranged_by_their_number(theme: str, count: int, figures: int, arrangement: str, tmp_path: Path) -> None:
    slide = compile_slide(tmp_path, theme, ledger(figures), kind="points", points=points(count))
    assert slide.arrangement == arrangement
    check_laws(slide, theme)
    assert [box_text(box) for box in item_boxes(slide)] == [p["lead"] + p["text"] for p in points(count)]


@pytest.mark.parametrize(
    ("theme", "kind", "count", "arrangement"),
    [
        ("zhengwu-red", "principles", 6, "cards"),
        ("zhengwu-red", "problems", 4, "rows"),
        ("zhengwu-red", "pairs", 2, "rows"),
        ("zhengwu-red", "pairs", 5, "columns"),
        ("zhengwu-blue", "problems", 1, "rows"),
        ("zhengwu-blue", "problems", 4, "columns"),
        ("zhengwu-blue", "problems", 6, "rows"),
        ("zhengwu-blue", "pairs", 5, "rows"),
    ],
)
def test_items_are_arranged_by_the_themes_options(theme: str, kind: str, count: int, arrangement: str, tmp_path: Path) -> None:
    entries = {"pairs": [PAIR] * count} if kind == "pairs" else {"items": [ITEM] * count}
    slide = compile_slide(tmp_path, theme, kind=kind, **entries)
    assert slide.arrangement == arrangement
    check_laws(slide, theme)


@pytest.mark.parametrize(("theme", "arrangement"), [("zhengwu-red", "bar"), ("zhengwu-blue", "centered")])
def test_a_statement_is_arranged_by_the_themes_option(theme: str, arrangement: str, tmp_path: Path) -> None:
    slide = compile_slide(tmp_path, theme, kind="statement", text="坚持**稳中求进**工作总基调", tags=["高质量发展", "新发展理念"])
    assert slide.arrangement == arrangement
    check_laws(slide, theme)


@pytest.mark.parametrize(("values", "arrangement"), [((8, 9.5, 7), "chart"), ((8, 9.5, "X"), "cards"), ((8,), "cards")])
def test_objectives_become_a_chart_once_all_are_known(
    values: tuple[object, ...], arrangement: str, theme_name: str, tmp_path: Path
) -> None:
    figures = {f"f{n}": {"label": f"目标{'一二三'[n]}", "value": value, "unit": "%", "prefix": "增长"} for n, value in enumerate(values)}
    slide = compile_slide(tmp_path, theme_name, figures, kind="objectives", year=2020)
    assert slide.arrangement == arrangement


@pytest.mark.parametrize(
    ("theme", "count", "arrangement"),
    [("zhengwu-red", 3, "rows"), ("zhengwu-red", 7, "banners"), ("zhengwu-red", 9, "rows"), ("zhengwu-blue", 7, "rows")],
)
def test_an_agenda_has_banners_for_four_to_eight(theme: str, count: int, arrangement: str, tmp_path: Path) -> None:
    slide = agenda_of(count, theme, tmp_path)
    assert slide.arrangement == arrangement
    check_laws(slide, theme)
    assert [box.link for box in text_boxes(slide) if box.name.startswith("序号")] == list(range(3, count + 3))


def agenda_of(count: int, theme: str, folder: Path) -> PlacedSlide:
    slides = [
        {"kind": "section", "title": f"坚持{'甲乙丙丁戊己庚辛壬癸子丑寅'[n]}方面工作", "motto": "把关定向", "points": [POINT]}
        for n in range(count)
    ]
    return compile_slides(slides, folder, theme, agenda=True).scene.slides[1]


def test_a_numeral_of_two_characters_fits_its_row(tmp_path: Path) -> None:
    check_laws(agenda_of(12, "zhengwu-red", tmp_path), "zhengwu-red")


def test_more_entries_than_an_agenda_holds_are_reported(theme_name: str, tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as error:
        agenda_of(13, theme_name, tmp_path)
    assert [(finding.rule, finding.facts["fits"]) for finding in error.value.findings] == [("layout/crowded", "12")]


def test_a_slide_that_is_too_full_says_how_many_points_it_holds(theme_name: str, tmp_path: Path) -> None:
    """With one point fewer than that it is built; with one more it is not."""
    book, many = ledger(8, "1,234.5"), points(8, "围绕中心")
    with pytest.raises(OutlineError) as error:
        compile_slide(tmp_path, theme_name, book, kind="section", motto="把关定向", points=many)
    (crowded,) = [finding for finding in error.value.findings if finding.rule == "layout/crowded"]
    fits = int(crowded.facts["fits"])
    assert 0 < fits < 8
    compile_slide(tmp_path, theme_name, book, kind="section", motto="把关定向", points=many[:fits])
    with pytest.raises(OutlineError):
        compile_slide(tmp_path, theme_name, book, kind="section", motto="把关定向", points=many[: fits + 1])


def faults(slide: PlacedSlide, theme: str) -> list[str]:
    return [fault for law in LAWS for fault in law(slide, theme_of(theme))]


def check_laws(slide: PlacedSlide, theme: str) -> None:
    assert faults(slide, theme) == []


def item_boxes(slide: PlacedSlide) -> list[Any]:
    return [box for n in range(1, 9) for box in placeholders(slide, f"item{n}")]


def test_keys_of_problems_share_one_size(theme_name: str, tmp_path: Path) -> None:
    keys = ("结构", "（展X亿元（高质量发展", "民生", "党建")
    assert faults(compile_slide(tmp_path, theme_name, kind="problems", items=[ITEM | {"key": key} for key in keys]), theme_name) == []


def test_a_value_keeps_clear_of_its_mark(tmp_path: Path) -> None:
    slide = compile_slide(tmp_path, "zhengwu-red", ledger(7), kind="objectives", year=2020)
    assert faults(slide, "zhengwu-red") == []


def test_a_label_too_high_for_its_low_card_is_reported(tmp_path: Path) -> None:
    figure = {
        "label": "区AI+“两个维护”进％全市重点项目综合考评" * 2,
        "value": 31.2,
        "unit": "万平方米",
        "prefix": "预计",
        "suffix": "余",
        "change": "同比 +X%",
    }
    with pytest.raises(OutlineError) as error:
        compile_slide(tmp_path, "zhengwu-red", {f"f{n}": figure for n in range(8)}, kind="objectives", year=2020)
    assert {finding.rule for finding in error.value.findings} == {"layout/overflow"}


def test_a_card_is_not_narrowed_into_another_line(tmp_path: Path) -> None:
    items = [ITEM | {"key": "高质量发展和", "lead": "发稳委、革了稳", "text": "Internet进展—"}]
    items += [ITEM | {"key": f"原则{n}", "lead": "新时代中国特色社会主义", "text": "区‘四风’！Internet、—)。"} for n in range(6)]
    assert faults(compile_slide(tmp_path, "zhengwu-blue", kind="principles", items=items), "zhengwu-blue") == []


# ---- never silently


def slide_of(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "title": "测试页面", **fields}


TOO_LONG: dict[str, dict[str, Any]] = {
    "title": slide_of("points", points=[POINT]) | {"title": LONG_HEAD},
    "section title": slide_of("section", points=[POINT]) | {"title": LONG_HEAD},
    "motto": slide_of("points", motto=LONG_HEAD, points=[POINT]),
    "section motto": slide_of("section", motto=LONG_HEAD, points=[POINT]),
    "kicker": slide_of("points", kicker=LONG_HEAD, points=[POINT]),
    "claim": slide_of("points", claim=f"一个{LONG_HEAD}", points=[POINT]),
    "lead": slide_of("points", points=[{"lead": LONG_HEAD, "text": "说明"}] * 4),
    "text": slide_of("points", points=[{"lead": "要点", "text": LONG}] * 4),
    "latin": slide_of("points", points=[{"lead": "A" * 40, "text": "B" * 300}] * 6),
    "statement": slide_of("statement", text=LONG),
    "tag": slide_of("statement", text="一句", tags=[LONG_HEAD]),
    "tags": slide_of("statement", text=LONG[:60], tags=[LONG[:30]] * 12),
    "principle key": slide_of("principles", items=[ITEM | {"key": LONG_HEAD}] * 6),
    "principle lead": slide_of("principles", items=[ITEM | {"lead": LONG_HEAD}] * 6),
    "principle text": slide_of("principles", items=[ITEM | {"text": LONG}] * 2),
    "problem text": slide_of("problems", items=[ITEM | {"text": LONG}] * 3),
    "problem key": slide_of("problems", items=[ITEM | {"key": LONG_HEAD}] * 3),
    "problem lead": slide_of("problems", items=[ITEM | {"lead": LONG_HEAD}] * 3),
    "pair lead": slide_of("pairs", pairs=[PAIR | {"lead": LONG_HEAD}] * 3),
    "pair text": slide_of("pairs", pairs=[PAIR | {"text": LONG}] * 3),
    "year": slide_of("objectives", year="二〇二〇年至二〇三五年远景", figures=["a"]),
    "heading": slide_of("objectives", heading=LONG_HEAD, figures=["a"]),
    "panel text": slide_of("objectives", text=LONG, figures=["a"]),
    "figure label": slide_of("points", points=[POINT], figures=["label"]),
    "figure unit": slide_of("points", points=[POINT], figures=["unit"]),
    "figure prefix": slide_of("points", points=[POINT], figures=["prefix"]),
    "figure value": slide_of("points", points=[POINT], figures=["value"]),
    "figure change": slide_of("points", points=[POINT], figures=["change"]),
    "objective label": slide_of("objectives", figures=["label"]),
    "objective prefix": slide_of("objectives", figures=["prefix"]),
    "objective unit": slide_of("objectives", figures=["unit"]),
}
FIGURE = {"label": "指标", "value": "X", "unit": "亿元"}
FIGURES = {
    "a": FIGURE, "label": FIGURE | {"label": LONG_HEAD}, "unit": FIGURE | {"unit": LONG_HEAD}, "prefix": FIGURE | {"prefix": LONG_HEAD}, "value": FIGURE | {"value": LONG_HEAD, "text": True},
    "change": FIGURE | {"change": {"wording": LONG[:120], "value": "X", "unit": "%"}},
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_text_too_long_is_reported(theme_name: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as error:
        compile_slides([TOO_LONG[name]], tmp_path, theme_name, FIGURES)
    assert {finding.rule for finding in error.value.findings} <= {"layout/overflow", "layout/figure-too-wide", "layout/crowded"}
    assert all(finding.span.line > 0 for finding in some(error.value.findings))


@pytest.mark.parametrize("field", ["title", "kicker", "subtitle", "organization", "presenter", "closing"])
def test_a_head_too_long_is_reported(theme_name: str, field: str, tmp_path: Path) -> None:
    head = {"title": "报告", "parts": [{"title": "部分", "slides": [slide_of("points", points=[POINT])]}], field: LONG_HEAD}
    check_overflows(head, theme_name, tmp_path)


@pytest.mark.parametrize("field", ["title", "motto"])
def test_a_part_too_long_for_its_agenda_is_reported(theme_name: str, field: str, tmp_path: Path) -> None:
    part = {"title": "部分", "agenda": True, "slides": [slide_of("points", points=[POINT])], field: LONG_HEAD}
    check_overflows({"title": "报告", "parts": [part]}, theme_name, tmp_path)


def check_overflows(head: dict[str, Any], theme: str, folder: Path) -> None:
    with pytest.raises(OutlineError) as error:
        compile_text(yaml.safe_dump(head, allow_unicode=True), folder, theme=theme)
    assert {finding.rule for finding in error.value.findings if finding.severity == "error"} == {"layout/overflow"}


def test_a_footer_fits_with_its_sample_mark(theme_name: str, tmp_path: Path) -> None:
    title = "区委常委会关于二〇一九年度全区经济社会发展和党的建设工作情况的综合报告及明年"
    slides = [slide_of("objectives", figures=["a"])]
    head = {"title": title, "figures": "figures.yaml", "parts": [{"title": "部分", "slides": slides}]}
    book = yaml.safe_dump({"sample": True, "figures": {"a": FIGURE | {"value": 3}}}, allow_unicode=True)
    built = compile_text(yaml.safe_dump(head, allow_unicode=True), tmp_path, book, theme_name)
    check_laws(built.scene.slides[1], theme_name)


# ---- nothing is lost


@pytest.mark.parametrize(
    "fields",
    [
        {"claim": "一个要点"},
        {"motto": "短语"},
    ],
    ids=str,
)
def test_every_field_of_a_section_is_shown(fields: dict[str, str], theme_name: str, tmp_path: Path) -> None:
    built = compile_slides([slide_of("section", points=[POINT], **fields)], tmp_path, theme_name)
    report = report_of(tmp_path / "outline.yaml")
    assert lost(outline_slides(report.outline)[1], built.scene.slides[1], report.ledger) == []  # type: ignore[arg-type]


def test_a_statement_keeps_its_key_words(theme_name: str, tmp_path: Path) -> None:
    slide = compile_slide(tmp_path, theme_name, kind="statement", text="坚持**稳中求进**工作总基调，努力**走在前列**")
    (box,) = placeholders(slide, "item1")
    strong = theme_of(theme_name).roles["statement"].strong
    marked = "".join(run.text for p in box.paragraphs for line in p.lines for run in line if run.style.color == strong)
    assert marked == "稳中求进走在前列"


def test_a_continued_slide_keeps_every_point(theme_name: str, tmp_path: Path) -> None:
    entries = [{"lead": f"第{n}点", "text": LONG[: 100 + n]} for n in range(8)]
    head = {"title": "报告", "overflow": "continue", "parts": [{"title": "部分", "slides": [slide_of("points", points=entries)]}]}
    built = compile_text(yaml.safe_dump(head, allow_unicode=True), tmp_path, theme=theme_name)
    pages = built.scene.slides[1:]
    assert len(pages) > 1 and pages[1].title == "测试页面（续）"
    assert [box_text(box) for page in pages for box in item_boxes(page)] == [entry["lead"] + entry["text"] for entry in entries]
    for page in pages:
        check_laws(page, theme_name)


def test_a_title_of_marks_that_nobody_sees_ends_in_no_traceback(tmp_path: Path) -> None:
    for text in ("\u200b", "\u2060\ufeff", "\u2028\u2029"):
        slide = {"kind": "statement", "title": f"论断{text}", "text": f"{text}好{text}"}
        assert compile_slides([slide], tmp_path, "zhengwu-red").scene.slides[1].title.startswith("论断")


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize(
    "slide",
    [
        {
            "kind": "pairs",
            "title": "统筹",
            "pairs": [{"pair": "稳/进"}, {"pair": "破/立", "text": "破除障碍"}, {"pair": "义/利", "lead": "民生"}],
        },
        {"kind": "pairs", "title": "统筹", "pairs": [{"pair": "稳/进"}]},
        {"kind": "problems", "title": "问题", "items": [{"key": "结构"}, {"text": "占比偏低"}, {"lead": "投入不足"}]},
        {"kind": "principles", "title": "原则", "items": [{"key": "结构"}, {"text": "占比偏低"}, {"lead": "投入不足"}]},
        {"kind": "section", "title": "要点", "points": [{"text": "占比偏低"}, {"lead": "投入不足"}]},
    ],
    ids=lambda slide: slide["kind"],
)
def test_entries_that_leave_fields_out_keep_every_law(slide: dict[str, Any], theme: str, tmp_path: Path) -> None:
    built = compile_slides([slide], tmp_path, theme).scene.slides[1]
    assert [fault for law in LAWS for fault in law(built, theme_of(theme))] == []


def test_a_text_of_characters_without_width_ends_in_no_traceback(tmp_path: Path) -> None:
    slides = [
        {"kind": "statement", "title": "题", "text": "\u0301\u0301\u0301"},
        {"kind": "quote", "title": "题二", "text": "\u200b\u200b"},
    ]
    assert len(compile_slides(slides, tmp_path, "zhengwu-red").scene.slides) == 3
