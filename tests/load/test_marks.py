"""Marks inside texts and line ends: what becomes a run, what is shown with a warning, where a line end is the author's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.outline import Run
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import PlacedSlide, StyledRun
from tests.support import box_text, compile_slides, line_text, text_boxes, walk

HEAD = "title: 报告\nchecks: {missing-notes: off, lonely-slide: off}\nparts:\n- title: 部分\n  slides:\n"


def built(folder: Path, slides: str, head: str = HEAD) -> Any:
    (folder / "outline.yaml").write_text(head + slides, encoding="utf-8")
    return compile_deck(Request(str(folder / "outline.yaml")))


def point(folder: Path, text: str) -> PlacedSlide:
    scene = built(folder, f"  - {{kind: points, id: here, title: 标题, points: [{{lead: 要点, text: '{text}'}}, 第二个要点]}}\n").scene
    slide: PlacedSlide = scene.slides[1]
    return slide


def runs(slide: PlacedSlide, words: str) -> list[StyledRun]:
    box = next(box for box in text_boxes(slide) if words in box_text(box))
    return [run for line in box.paragraphs[-1].lines for run in line if run.text]


@pytest.mark.parametrize(
    ("written", "shown", "raised"),
    [("共3km^2^", "共3km2", 30), ("减排CO~2~两吨", "减排CO2两吨", -25), ("10^-3^", "10-3", 30), ("PM~2.5~下降", "PM2.5下降", -25)],
)
def test_superscripts_and_subscripts(written: str, shown: str, raised: int, tmp_path: Path) -> None:
    found = runs(point(tmp_path, written), shown)
    assert "".join(run.text for run in found) == shown
    assert [run.style.raised for run in found if run.style.raised] == [raised]


@pytest.mark.parametrize("written", ["5~6个月，8~9个月", "10~20万~", "2^10", r"m\^2^", r"H\~2~O", r"\[文字](https://a.cn)"])
def test_what_is_no_mark_stays_as_it_is(written: str, tmp_path: Path) -> None:
    plain = written.replace("\\", "")
    found = runs(point(tmp_path, written), plain)
    assert ("".join(run.text for run in found), {run.style.raised for run in found}, {run.link for run in found}) == (plain, {0}, {""})


def test_links_lead_to_addresses_and_to_slides(tmp_path: Path) -> None:
    found = runs(point(tmp_path, "见[**区政府**网站](https://a.cn/b?c=1&d=2)和[本页](#here)"), "见区政府网站和本页")
    assert [(run.text, run.link) for run in found] == [
        ("见", ""), ("区政府", "https://a.cn/b?c=1&d=2"), ("网站", "https://a.cn/b?c=1&d=2"), ("和", ""), ("本页", "#2"),
    ]  # fmt: skip


def test_a_link_leaves_all_else_on_its_slide_and_on_others_where_it_is(tmp_path: Path) -> None:
    """Shapes, charts and groups too: only the names of slides within texts become numbers."""

    def shown(words: str) -> list[list[str]]:
        slides = [
            {"kind": "points", "title": "有链接", "id": "here", "points": [words, "乙"], "figures": ["gdp"]},
            {"kind": "chart", "title": "有图表", "categories": ["甲", "乙"], "series": [{"name": "数", "values": [1, 2]}]},
        ]
        ledger: dict[str, object] = {"gdp": {"label": "生产总值", "value": 412.6, "unit": "亿元"}}
        scene = compile_slides(slides, tmp_path, "zhengwu-red", ledger).scene
        return [[f"{type(item).__name__} {item.name} {item.box}" for item in walk(slide.items)] for slide in scene.slides]

    plain = shown("见本页")
    assert len(plain) == 3 and any(line.startswith("ChartBox") for line in plain[2])
    assert shown("见[本页](#here)") == plain


@pytest.mark.parametrize(
    ("slides", "rule"),
    [
        ("  - {kind: statement, title: 标题, text: '[去](#nowhere)那里'}\n", "load/unknown-anchor"),
        ("  - {kind: statement, id: a b, title: 标题, text: 文字}\n", "load/no-anchor"),
        (
            "  - {kind: statement, id: a, title: 标题, text: 文字}\n  - {kind: statement, id: a, title: 题目, text: 文字}\n",
            "load/same-anchor",
        ),
    ],
)
def test_links_that_lead_nowhere_and_names_that_are_none_are_refused(slides: str, rule: str, tmp_path: Path) -> None:
    from deckgen.diagnostics import OutlineError

    with pytest.raises(OutlineError) as failed:
        built(tmp_path, slides)
    assert {finding.rule for finding in failed.value.findings if finding.severity == "error"} == {rule}


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("推动*落实*见效", "load/write-strong"), ("__重点__工作", "load/write-strong"), ("~~删去~~的", "load/write-plain"),
        ("`代码`", "load/write-plain"), ("m<sup>2</sup>", "load/write-raised"), ("$E=mc^2$", "load/write-raised"),
        ("[邮件](mailto:a@b.cn)", "load/write-link"), ("![图](a.png)", "load/write-link"), ("<https://a.cn>", "load/write-link"),
        ("一<br>二", "load/write-marks"),
    ],
)  # fmt: skip
def test_other_markdown_is_shown_with_a_warning_that_says_how_to_write_it(written: str, way: str, tmp_path: Path) -> None:
    made = built(tmp_path, f"  - {{kind: points, title: 标题, points: [{{lead: 要点, text: '{written}'}}, 第二个要点]}}\n")
    found = [finding for finding in made.findings if finding.rule == "load/markdown"]
    assert {finding.span.line for finding in found} == {6}
    assert {finding.facts["way"].name for finding in found} == {way}
    assert any(written in box_text(box) for box in text_boxes(made.scene.slides[1]))


@pytest.mark.parametrize("plain", ["2*3*4米", "a_b_c", "$5和$6", "5 < 6 > 3", "snake__case__x", "第1*、第2*"])
def test_plain_characters_are_no_markdown(plain: str, tmp_path: Path) -> None:
    made = built(tmp_path, f"  - {{kind: points, title: 标题, points: [{{lead: 要点, text: '{plain}'}}, 第二个要点]}}\n")
    assert not [finding for finding in made.findings if finding.rule == "load/markdown"]


def lines(slide: PlacedSlide, words: str) -> list[str]:
    box = next(box for box in text_boxes(slide) if words in box_text(box))
    return [line_text(line) for paragraph in box.paragraphs for line in paragraph.lines]


@pytest.mark.parametrize("end", ["\\n", r"\\\\", r" \\\\ "])
def test_the_author_ends_a_line_of_a_title(end: str, tmp_path: Path) -> None:
    head = HEAD.replace("title: 报告", f'title: "中共某区委员会{end}2020年工作报告"')
    made = built(tmp_path, "  - {kind: statement, title: 标题, text: 文字}\n", head)
    assert lines(made.scene.slides[0], "中共") == ["中共某区委员会", "2020年工作报告"]
    assert made.scene.properties.title == made.scene.slides[0].title == "中共某区委员会2020年工作报告"


def test_sentences_of_a_statement_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    text = "  - kind: statement\n    title: 要求\n    text: |\n      坚持稳中求进工作总基调\n      坚持新发展理念\n"
    assert lines(built(tmp_path, text).scene.slides[1], "坚持") == ["坚持稳中求进工作总基调", "坚持新发展理念"]


def test_in_running_text_a_line_end_is_a_space_between_latin_words_and_nothing_between_hanzi(tmp_path: Path) -> None:
    text = "  - kind: points\n    title: 要求\n    points:\n    - 第一个要点\n    - lead: 要点\n      text: |\n        推动落实\n        见效 while\n        working\n"
    found = runs(built(tmp_path, text).scene.slides[1], "推动落实")
    assert "".join(run.text for run in found) == "推动落实见效 while working"


def test_a_folded_block_leaves_no_space_between_hanzi(tmp_path: Path) -> None:
    text = "  - kind: statement\n    title: 要求\n    text: >\n      坚持新发展理念\n      努力走在前列\n    notes: >\n      各位代表\n      现在报告\n"
    slide = built(tmp_path, text).scene.slides[1]
    assert (slide.notes, "".join(lines(slide, "坚持"))) == ("各位代表现在报告", "坚持新发展理念努力走在前列")


def test_notes_have_the_words_of_links_and_heights(tmp_path: Path) -> None:
    text = "  - {kind: statement, title: 要求, text: 文字, notes: '**强调**、[链接](https://a.cn)和3km^2^'}\n"
    assert built(tmp_path, text).scene.slides[1].notes == "强调、链接和3km2"


def test_a_run_keeps_what_it_is() -> None:
    assert Run("a", link="#b", raised=1) == Run("a", False, "", "#b", 1)
