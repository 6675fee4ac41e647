"""What goes wrong with tables, charts, pictures and their files: each with its place and a way out, in both languages, and nothing half-written."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from deckgen.cli.main import run

CHART: dict[str, Any] = {"kind": "chart", "title": "五年增长", "categories": [2027, 2028, 2029]}
PICTURE: dict[str, Any] = {"kind": "picture", "title": "一处游园", "image": "a.jpg", "alt": "一条河"}
TABLE: dict[str, Any] = {"kind": "table", "title": "重点项目"}
SHEET = "项目.xlsx#在建!A1:C4"


def photo(folder: Path, name: str = "a.jpg", data: bytes | None = None) -> None:
    buffer = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(buffer, "JPEG")
    (folder / name).write_bytes(buffer.getvalue() if data is None else data)


def huge(folder: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(folder / "a.png")


def damaged(folder: Path) -> None:
    photo(folder)
    photo(folder, data=(folder / "a.jpg").read_bytes()[:300])


def book(edit: Callable[[Any], None]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        from openpyxl import Workbook

        made = Workbook()
        sheet: Any = made.active
        sheet.title = "在建"
        for row in (("项目", "投资", "进度"), ("一中", 7.5, 1), ("水厂", 12, 0.8), ("滨河路", 3.3, 0.5)):
            sheet.append(row)
        edit(sheet)
        made.save(folder / "项目.xlsx")

    return write


def put(cell: str, value: object) -> Callable[[Any], None]:
    return lambda sheet: sheet.__setitem__(cell, value)


def nothing(folder: Path) -> None:
    pass


FAULTS: dict[str, tuple[dict[str, Any], Callable[[Path], None], str]] = {
    "ragged rows": (TABLE | {"columns": ["项目", "投资"], "rows": [["一中", 7.5], ["水厂"]]}, nothing, "load/ragged-row"),
    "a picture that is damaged": (PICTURE, damaged, "load/picture-damaged"),
    "a picture of 100 megapixels": (PICTURE | {"image": "a.png"}, huge, "load/picture-pixels"),
    "an SVG": (
        PICTURE | {"image": "a.svg"},
        lambda folder: photo(folder, "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        "load/picture-svg",
    ),
    "focus outside the picture": (PICTURE | {"focus": [0.5, 1.2]}, photo, "load/focus"),
    "a range that is not in the sheet": (TABLE | {"data": "项目.xlsx#在建!F20:G30"}, book(lambda sheet: None), "load/data-range"),
    "a formula error": (TABLE | {"data": SHEET}, book(put("B3", "#DIV/0!")), "load/data-formula"),
    "a merged cell": (TABLE | {"data": SHEET}, book(lambda sheet: sheet.merge_cells("A3:A4")), "load/data-merged"),
    "a date where a number belongs": (
        CHART | {"series": [{"name": "总量", "values": [1, 2, "2029-05-01"]}]},
        nothing,
        "load/not-a-number",
    ),
    "too many categories": (
        CHART | {"categories": list(range(24)), "series": [{"name": "总量", "values": list(range(24))}]},
        nothing,
        "load/too-many",
    ),
    "a pie of nine": (
        CHART | {"type": "pie", "categories": list("甲乙丙丁戊己庚辛壬"), "series": [{"name": "份", "values": [1] * 9}]},
        nothing,
        "load/pie-too-many",
    ),
    "series of unlike length": (
        CHART | {"series": [{"name": "总量", "values": [1, 2, 3]}, {"name": "增速", "values": [1, 2]}]},
        nothing,
        "load/series-length",
    ),
    "a negative share": (
        CHART | {"type": "doughnut", "series": [{"name": "份", "values": [60, -10, 50]}]},
        nothing,
        "load/negative-share",
    ),
}


Build = Callable[..., tuple[int, str]]


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Build:
    """`deckgen build` in a language: its exit code, and all that it said."""

    def call(outline: Path, deck: Path, lang: str, *more: str) -> tuple[int, str]:
        arguments = ["build", str(outline), "-o", str(deck), "--lang", lang, *more]
        monkeypatch.setattr(sys, "argv", ["deckgen", *arguments])
        return run(arguments), "".join(capsys.readouterr())

    return call


def written(folder: Path, slide: dict[str, Any]) -> Path:
    outline = folder / "outline.yaml"
    report = {"title": "区政府工作报告", "parts": [{"title": "一年工作", "slides": [slide]}]}
    outline.write_text(yaml.safe_dump(report, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return outline


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_its_place_and_a_way_out_and_leaves_no_deck(fault: str, lang: str, tmp_path: Path, build: Build) -> None:
    slide, prepare, rule = FAULTS[fault]
    prepare(tmp_path)
    outline, deck = written(tmp_path, slide), tmp_path / "out" / "deck.pptx"
    deck.parent.mkdir()
    code, said = build(outline, deck, lang)
    assert code == 1
    assert list(deck.parent.iterdir()) == []
    lines = said.splitlines()
    (at,) = [index for index, line in enumerate(lines) if f"[{rule}]" in line][:1]
    place = re.match(r".*outline\.yaml:(\d+):(\d+): |.*项目\.xlsx.*在建!([A-C])(\d)", lines[at])
    assert place is not None and int(place[1] or 4) >= 4
    assert re.match(r"  (提示：|hint: )\S", lines[at + 1])


@pytest.mark.parametrize("rule", ["load/picture-missing", "content/chart-unknown"])
def test_what_is_still_to_come_is_told_at_its_place_builds_and_is_refused_when_final(rule: str, tmp_path: Path, build: Build) -> None:
    """A picture that is missing, a chart of nothing but X."""
    slide = PICTURE if "picture" in rule else CHART | {"series": [{"name": "总量", "values": ["X", "X", "X"]}]}
    outline, deck = written(tmp_path, slide), tmp_path / "deck.pptx"
    code, said = build(outline, deck, "zh")
    assert code == 0 and deck.exists()
    assert re.search(rf"outline\.yaml:\d+:\d+: 警告\[{rule}\].*\n  提示：", said)
    deck.unlink()
    assert build(outline, deck, "zh", "--final")[0] == 1 and not deck.exists()


@pytest.mark.parametrize("mode", ["rotated", "cmyk", "animated"])
def test_what_a_camera_or_a_scanner_writes_is_shown(mode: str, tmp_path: Path, build: Build) -> None:
    image = Image.radial_gradient("L").convert("RGB")
    if mode == "animated":
        image.quantize(16).save(tmp_path / "a.gif", save_all=True, append_images=[image.rotate(90).quantize(16)])
    elif mode == "cmyk":
        image.convert("CMYK").save(tmp_path / "a.jpg")
    else:
        exif = Image.Exif()
        exif[0x0112] = 6
        image.save(tmp_path / "a.jpg", exif=exif)
    name = "a.gif" if mode == "animated" else "a.jpg"
    outline, deck = written(tmp_path, PICTURE | {"image": name}), tmp_path / "deck.pptx"
    code, said = build(outline, deck, "zh")
    assert code == 0 and deck.exists() and "load/picture" not in said
