"""`deckgen render`: what it writes, where, and what it says when it cannot; LibreOffice is played by a script."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from deckgen.render import office
from deckgen.render.pages import page_count
from deckgen.write import save as saving
from tests.cli.conftest import OUTLINE, Deckgen, Ended
from tests.render.fake import fake_office, small_deck
from tests.some import some

Render = Deckgen


@pytest.fixture
def render(deckgen: Deckgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """Runs `deckgen render …` where `soffice` on PATH is the script."""
    (tmp_path / "bin").mkdir()
    fake_office(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(office, "PLACES", {"linux": ()})
    return lambda *arguments: deckgen("render", *arguments)


@pytest.fixture
def bare(render: Render, tmp_path: Path) -> Render:
    """The same on a machine without LibreOffice."""
    (tmp_path / "bin" / "soffice").unlink()
    return render


def made(ended: Ended) -> list[str]:
    assert (ended.code, ended.err) == (0, "")
    return sorted(str(path) for path in Path().rglob("*") if path.suffix in (".pdf", ".png", ".html"))


# ---- what is written


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ("", ["dist/render/报告.pdf"]),
        ("--to pdf -o out/a.pdf", ["out/a.pdf"]),
        ("-o out/", ["out/报告.pdf"]),
        ("-o out", ["out/报告.pdf"]),
        ("--to png", ["dist/render/报告-01.png", "dist/render/报告-02.png"]),
        ("-o pictures/p.png", ["pictures/p-01.png", "pictures/p-02.png"]),
        ("-o p.png --slides 2", ["p.png"]),
        ("--to png --slides 2 -o out", ["out/报告-02.png"]),
        ("--to html", ["dist/render/报告.html"]),
        ("-o out/a.html", ["out/a.html"]),
        ("--to html --slides 2 -o out", ["out/报告.html"]),
        ("--sheet", ["dist/render/报告-sheet.png"]),
        ("--sheet -o all.png", ["all.png"]),
        ("--notes", ["dist/render/报告-notes.pdf"]),
        ("--notes --to png", ["dist/render/报告-notes-01.png", "dist/render/报告-notes-02.png"]),
        ("--notes --per-page 6 --paper 16K", ["dist/render/报告-notes.pdf"]),
        ("--notes --per-page 2 --grey --to png", ["dist/render/报告-notes-01.png"]),
        ("--gray --to png --slides 1", ["dist/render/报告-01.png"]),
        ("--engine libreoffice --slides 1", ["dist/render/报告.pdf"]),
    ],
)
def test_files_are_where_they_should_be(render: Render, arguments: str, files: list[str]) -> None:
    ended = render("outline.yaml", *arguments.split())
    assert made(ended) == files
    assert files[0] in ended.out


def test_pictures_are_as_wide_as_asked(render: Render) -> None:
    assert render("outline.yaml", "-o", "a.png", "--slides", "1", "--width", "640").code == 0
    with Image.open("a.png") as image:
        assert image.size == (640, 360)


def test_a_range_is_kept_in_the_pdf(render: Render) -> None:
    small_deck(Path("a.pptx"), slides=9)
    assert render("a.pptx", "--slides", "3-5,9", "-o", "b.pdf").code == 0
    assert page_count(Path("b.pdf")) == 4


def test_a_deck_is_rendered_as_it_is(render: Render) -> None:
    small_deck(Path("旧 报告.PPTX"), slides=3)
    assert made(render("旧 报告.PPTX")) == ["dist/render/旧 报告.pdf"]


def test_a_name_is_taken_as_it_is_written(render: Render) -> None:
    assert render("outline.yaml", "-o", "A.PDF").code == 0
    assert "A.PDF" in os.listdir()


def test_a_large_deck_s_pictures_sort(render: Render) -> None:
    small_deck(Path("a.pptx"), slides=120)
    assert made(render("a.pptx", "--to", "png", "--width", "160", "--slides", "7,100")) == [
        "dist/render/a-007.png",
        "dist/render/a-100.png",
    ]


def test_hidden_slides_are_asked_for(render: Render, tmp_path: Path) -> None:
    small_deck(Path("a.pptx"), hidden=True)
    assert render("a.pptx").code == 0
    assert "ExportHiddenSlides" in (tmp_path / "bin" / "soffice.log").read_text()


def test_pictures_do_without_libreoffice(bare: Render) -> None:
    ended = bare("outline.yaml", "--engine", "svg", "--width", "320")
    assert made(ended) == ["dist/render/报告-01.png", "dist/render/报告-02.png"]
    with Image.open("dist/render/报告-02.png") as image:
        assert image.size == (320, 180)


def test_without_libreoffice_pictures_are_drawn_and_it_is_said(bare: Render) -> None:
    ended = bare("outline.yaml", "--sheet")
    assert ended.code == 0
    assert "改用 --engine svg" in ended.err
    assert Path("dist/render/报告-sheet.png").is_file()


def test_equal_input_gives_equal_bytes(bare: Render) -> None:
    for name in ("a.png", "b.png"):
        assert bare("outline.yaml", "--engine", "svg", "--slides", "1", "--width", "320", "-o", name).code == 0
    assert Path("a.png").read_bytes() == Path("b.png").read_bytes()


# ---- what cannot be done


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("nope.yaml", 2, "nope.yaml: 错误[load/missing-file]"),
        ("nope.pptx", 2, "nope.pptx: 错误[load/missing-file]"),
        ("nope\0.pptx", 2, "load/cannot-read"),
        ("folder.pptx", 2, "folder.pptx: 错误[load/is-a-folder]"),
        ("broken.pptx", 2, "broken.pptx: 错误[render/broken-deck] 不是完好的 .pptx 文件"),
        ("old.pptx", 2, "render/encrypted"),
        ("old.ppt", 2, "old.ppt: 错误[render/other-format]"),
        ("faulty.yaml", 1, "faulty.yaml:1:1: 错误[load/unknown-key]"),
        ("outline.yaml --slides 9-3", 2, "是不是 3-9？"),
        ("outline.yaml --slides 0", 2, "没有第 0 页"),
        ("outline.yaml --slides 40", 2, "--slides 可以是 1 到 2"),
        ("outline.yaml --slides x", 2, "看不懂 --slides 的“x”"),
        ("outline.yaml --soffice nowhere", 2, "`nowhere` 不是可以运行的 LibreOffice"),
        ("outline.yaml --sheet --notes", 2, "只能要一个"),
        ("outline.yaml --sheet --to pdf", 2, "请去掉 --to pdf"),
        ("outline.yaml -o a.txt", 2, "应当以 .pdf 结尾：a.txt"),
        ("outline.yaml --to png -o a.pdf", 2, "应当以 .png 结尾：a.pdf"),
        ("outline.yaml -o -", 2, "请用 -o 给出"),
        ("outline.yaml -o outline.yaml/a.pdf", 2, "路径中间有一段是文件"),
        ("outline.yaml --engine svg --to pdf", 2, "render/pdf-needs-office"),
        ("outline.yaml --engine svg --notes", 2, "render/pdf-needs-office"),
        ("good.pptx --engine svg", 2, "render/deck-needs-office"),
        ("good.pptx --theme zhengwu-red", 2, "只用于大纲"),
        ("outline.yaml --theme nope", 2, "load/unknown-theme"),
    ],
)
def test_what_cannot_be_rendered(render: Render, arguments: str, code: int, words: str) -> None:
    small_deck(Path("good.pptx"))
    Path("broken.pptx").write_bytes(b"PK\x03\x04 cut")
    Path("old.pptx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    Path("old.ppt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    Path("faulty.yaml").write_text(OUTLINE.replace("title: 报", "titel: 报"), encoding="utf-8")
    os.mkdir("folder.pptx")
    ended = render(*arguments.split(" "))
    assert (ended.code, ended.out) == (code, "")
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert not list(Path().rglob("*.pdf"))


@pytest.mark.parametrize("arguments", ["--width 10", "--width x", "--timeout 0", "--to gif", "--engine word", "--nope", ""])
def test_wrong_usage(render: Render, arguments: str) -> None:
    ended = render(*(["outline.yaml", *arguments.split()] if arguments else []))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("deckgen: ")


@pytest.mark.parametrize("arguments", ["", "--notes", "--to png --engine libreoffice", "--to png --soffice nope"])
def test_a_missing_libreoffice_is_told(bare: Render, arguments: str) -> None:
    ended = bare("outline.yaml", *arguments.split())
    assert ended.code == 2
    assert "LibreOffice" in ended.err
    assert not os.path.exists("dist")


@pytest.mark.parametrize(
    ("mode", "words"), [("fail", "source file could not be loaded"), ("silent", "没有说明原因"), ("hang", "在 1 秒内没有完成")]
)
def test_an_old_file_survives_a_failure(render: Render, tmp_path: Path, mode: str, words: str) -> None:
    fake_office(tmp_path / "bin", mode)
    Path("a.pdf").write_text("older")
    ended = render("outline.yaml", "-o", "a.pdf", "--timeout", "1")
    assert ended.code == 2
    assert words in ended.err
    assert Path("a.pdf").read_text() == "older"
    assert sorted(os.listdir()) == ["a.pdf", "bin", "outline.yaml"]


def test_a_locked_output_is_told(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: str) -> None:
        if path == "a.pdf":
            raise PermissionError(13, "locked", path)

    monkeypatch.setattr(saving, "refuse_locked", locked)
    ended = render("outline.yaml", "-o", "a.pdf")
    assert ended.code == 2
    assert "写不进 a.pdf" in ended.err


def test_warnings_of_the_outline_are_shown(render: Render) -> None:
    Path("old.yaml").write_bytes(OUTLINE.encode("gb18030"))
    ended = render("old.yaml")
    assert ended.code == 0
    assert "load/gb18030" in ended.err


def test_nothing_of_the_way_is_left_behind(render: Render, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert render("outline.yaml", "--notes").code == 0
    assert os.listdir(tmp_path / "tmp") == []


def test_it_speaks_english(render: Render) -> None:
    assert render("outline.yaml", "--lang", "en").out.startswith("Rendered dist/render/报告.pdf, ")
    assert "there is no slide 9\n  hint: --slides goes from 1 to 2" in render("outline.yaml", "--lang", "en", "--slides", "9").err


def test_progress_is_shown_on_a_terminal_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from deckgen.cli.progress import Progress

    Progress().say("画图……1/2")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    watched = Progress()
    watched.say("画图……1/2")
    watched.wipe()
    shown = capsys.readouterr().err
    assert "画图……1/2" in shown
    assert shown == f"\r画图……1/2\r{' ' * 11}\r"  # by spaces: an old console of Windows shows escapes as signs


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--per-page 2", "请加上 --notes"),
        ("--paper 16k --to png", "请加上 --notes"),
        ("--notes --per-page 3", "可以是：1、2、6"),
        ("--notes --paper a3", "可以是：a4、16k"),
    ],
)
def test_paper_is_for_notes(render: Render, arguments: str, words: str) -> None:
    ended = render("outline.yaml", *arguments.split())
    assert ended.code == 2 and words in ended.err


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.3, 841.9)), ("16k", (521.6, 737.0))])
def test_the_page_is_the_paper(render: Render, paper: str, size: tuple[float, float]) -> None:
    import pypdfium2

    assert render("outline.yaml", "--notes", "--paper", paper, "-o", "a.pdf").code == 0
    with pypdfium2.PdfDocument("a.pdf") as pdf:
        assert pdf[0].get_size() == pytest.approx(size, abs=0.1)


def test_pictures_drawn_without_office_are_grey_as_well(bare: Render) -> None:
    assert bare("outline.yaml", "--grey", "--to", "png", "--slides", "1", "--engine", "svg", "-o", "a.png").code == 0
    with Image.open("a.png") as image:
        assert all(red == green == blue for _, (red, green, blue) in some(image.getcolors(1 << 20) or ()))
