"""How long it takes to say something: by characters as they are read out, by words in English, by a speech where there is one."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.delivery import clock, is_spoken, seconds_by_slide, seconds_in_all, seconds_of, slide_seconds, spoken
from deckgen.diagnostics import OutlineError
from deckgen.numerals import spelled
from deckgen.scene import Pace
from tests.support import compile_text

ZH, EN = Pace(), Pace(words=True)
HEAD = "title: 报告\nnotes: 各位同志\n{head}parts:\n- title: 部分\n  slides:\n  - {{kind: points, title: 甲, points: [一, 二], notes: {notes}}}\n"


def deck(folder: Path, head: str = "", notes: str = "讲" * 170) -> str:
    return HEAD.format(head=head, notes=notes)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("412.6", "四百一十二点六"), ("10", "十"), ("12", "十二"), ("110", "一百一十"), ("0", "零"), ("0.05", "零点零五"), ("2000", "二千"),
        ("10203", "一万零二百零三"), ("100010001", "一亿零一万零一"), ("13800138000", "一百三十八亿零一十三万八千"), ("007", "零零七"),
        ("12345678901234567", "一二三四五六七八九零一二三四五六七"),
    ],
)  # fmt: skip
def test_numbers_are_read_out(number: str, read: str) -> None:
    assert spelled(number) == read


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("", 0), ("稳中求进，改革创新。", 8), ("412.6亿元", 9), ("２０１９年", 5), ("2019年", 5), ("增长7.8%", 8), ("3‰", 4), ("1,234.5万元", 11),
        ("GDP增长", 3.5), ("5G、AI", 4), ("X亿元", 3.5), ("——“”……", 0), ("don't stop", 3),
    ],
)  # fmt: skip
def test_characters_are_counted_as_they_are_read(text: str, characters: float) -> None:
    assert spoken(text) == characters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Good morning, everybody", 3),
        ("412.6 million", 7),
        ("in 2019", 3),
        ("up 7.8%", 5),
        ("1,200 homes", 5),
        ("20 of 21", 4),
        ("the 区委", 1 + 2 / 1.5),
    ],
)
def test_english_is_counted_by_words(text: str, words: float) -> None:
    assert spoken(text, by_words=True) == pytest.approx(words)


def test_pauses_and_rates() -> None:
    assert seconds_of("讲" * 170, ZH) == 60.5
    assert seconds_of("讲" * 170, Pace(rate=85)) == 120.5
    assert seconds_of("讲" * 85 + "\n\n" + "讲" * 85, ZH) == 61
    assert seconds_of("word " * 130, EN) == 60.5
    assert seconds_of("——\n……", ZH) == 0
    assert (slide_seconds("", ZH), slide_seconds("讲" * 17, ZH)) == (2, 8.5)


@given(st.text("讲稿一二三4５6.7,%年 GDP\n", max_size=60), st.text("讲稿89 x\n", max_size=60))
def test_more_to_say_takes_no_less(one: str, other: str) -> None:
    assert seconds_of(f"{one}\n{other}", ZH) >= max(seconds_of(one, ZH), seconds_of(other, ZH)) - 1e-9


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (8.4, "0:08"), (59.6, "1:00"), (725, "12:05"), (6000, "100:00")])
def test_a_clock_tells_minutes_and_seconds(seconds: float, told: str) -> None:
    assert clock(seconds) == told


def test_slides_that_the_show_leaves_out_take_no_time(tmp_path: Path) -> None:
    text = deck(tmp_path).replace("kind: points", "kind: points, hidden: true")
    assert seconds_by_slide(compile_text(text, tmp_path).scene)[1] == 0


def test_the_speech_is_counted_where_its_file_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    for _ in range(3):
        document.add_paragraph("讲" * 170)
    document.save(str(tmp_path / "讲话稿.docx"))
    scene = compile_text(deck(tmp_path, "speech: {minutes: 3, text: 讲话稿.docx}\n"), tmp_path)
    assert seconds_in_all(scene.scene) == pytest.approx(3 * 60.5 + 2 * 2)
    assert [finding.rule for finding in scene.findings if finding.rule.startswith("delivery")] == ["delivery/too-long"]
    (tmp_path / "讲话稿.md").write_text("# 讲话\n\n" + "讲" * 85, encoding="utf-8")
    scene = compile_text(deck(tmp_path, "speech: {minutes: 3, rate: 85, text: 讲话稿.md}\n", notes=""), tmp_path)
    assert 60 < seconds_in_all(scene.scene) - 4 < 64
    assert not [finding for finding in scene.findings if finding.rule.startswith("delivery")]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("没有.docx", "load/missing-reference"),
        ("../别处.txt", "load/outside"),
        ("稿.pdf", "speech/pdf"),
        ("空.txt", "speech/empty"),
        ("夹", "load/missing-reference"),
    ],
)
def test_a_speech_that_cannot_be_read_is_told_at_its_place(name: str, rule: str, tmp_path: Path) -> None:
    folder = tmp_path / "outline"
    (folder / "夹").mkdir(parents=True)
    (folder / "稿.pdf").write_bytes(b"%PDF-1.7")
    (folder / "空.txt").write_text("\n")
    (tmp_path / "别处.txt").write_text("讲", encoding="utf-8")
    with pytest.raises(OutlineError) as refused:
        compile_text(deck(folder, f"speech: {{text: {name}}}\n"), folder)
    assert [finding.rule for finding in refused.value.findings] == [rule]


def test_what_nobody_speaks_takes_nothing(tmp_path: Path) -> None:
    assert not is_spoken(
        compile_text("title: 题\nparts:\n- title: 部\n  slides:\n  - {kind: points, title: 甲, points: [一]}\n", tmp_path).scene
    )


def test_what_notes_print_of_what_nobody_knows_is_marked(tmp_path: Path) -> None:
    ledger = "figures:\n  a: {label: 甲, value: X, unit: 亿元}\n  b: {label: 乙, value: 3, unit: 个}\n"
    text = deck(tmp_path, "figures: figures.yaml\n", notes="'达到{a}，{b}，XX区又是{a}'")
    slide = compile_text(text, tmp_path, ledger).scene.slides[1]
    assert [slide.notes[start:end] for start, end in slide.notes_open] == ["X亿元", "X亿元"]
