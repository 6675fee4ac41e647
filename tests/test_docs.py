"""What README and docs show must work: every YAML block builds, every command is one, every link leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from deckgen.cli.build import build
from deckgen.cli.group import COMMANDS, cli
from deckgen.cli.main import run
from deckgen.kinds.registry import KINDS
from deckgen.load.fields import HEAD, LEDGER
from deckgen.pipeline import Request, compile_deck
from deckgen.starters.starter import batch_file
from tests.some import some
from tests.strategies import names_of
from tools.field_tables import DOCUMENTS as TABLES
from tools.field_tables import TABLE, with_tables
from tools.kind_pictures import page as kinds_page

ROOT = Path(__file__).parent.parent
LEFT_OUT = {"content/missing-notes", "layout/lonely-slide", "content/unused-figure"}  # what a short example leaves out
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WHOLE = ROOT / "docs" / "outline.md"  # begins with a whole outline and a ledger


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", path.read_text(encoding="utf-8"), re.M | re.S)


def every_block(language: str) -> list[object]:
    found = [(path, block) for path in DOCUMENTS for block in blocks(path, language)]
    return [pytest.param(path, block, id=f"{path.parent.name}-{path.name}-{index}") for index, (path, block) in enumerate(found)]


def test_there_are_documents_and_blocks() -> None:
    assert len(DOCUMENTS) >= 5
    assert len(every_block("yaml")) >= 3
    assert len(every_block("sh")) >= 4


@pytest.mark.parametrize(("path", "block"), every_block("yaml"))
def test_yaml_shown_builds(path: Path, block: str, tmp_path: Path) -> None:
    """An outline is built, a theme with one; a ledger with an outline that shows all its figures; a second ledger over the first."""
    if block.startswith("title:"):
        (tmp_path / "outline.yaml").write_text(block, encoding="utf-8")
        assert {finding.rule for finding in compile_deck(Request(str(tmp_path / "outline.yaml"))).findings} <= LEFT_OUT
        return
    if block.startswith("name:"):
        (tmp_path / "theme.yaml").write_text(block, encoding="utf-8")
        (tmp_path / "outline.yaml").write_text(blocks(WHOLE, "yaml")[0], encoding="utf-8")
        (tmp_path / "figures.yaml").write_text(blocks(WHOLE, "yaml")[1], encoding="utf-8")
        assert compile_deck(Request(str(tmp_path / "outline.yaml"), str(tmp_path))).scene.slides
        return
    names = re.findall(r"^  (\w+):", block, re.M)
    assert names
    base = blocks(WHOLE, "yaml")[1]
    (tmp_path / "figures.yaml").write_text(base, encoding="utf-8")
    (tmp_path / "shown.yaml").write_text(block, encoding="utf-8")
    outline = "title: 甲\nfigures: shown.yaml\nparts: [{title: 乙, slides: [{kind: points, title: 丙, points: [丁], figures: [%s]}]}]\n"
    (tmp_path / "outline.yaml").write_text(outline % ", ".join(names), encoding="utf-8")
    built = compile_deck(Request(str(tmp_path / "outline.yaml")))
    assert {finding.rule for finding in built.findings} <= LEFT_OUT | {"content/unknown-value", "content/sample-value"}
    assert bool(built.samples) == ("sample: true" in block)


def commands(block: str) -> list[str]:
    lines = (line.split("#")[0].strip() for line in block.splitlines())
    return [line for line in lines if line.startswith("deckgen ")]


def needs_the_reader(arguments: list[str]) -> bool:
    """Of a file that the reader has made, LibreOffice, or a page that stays open: these commands have tests of their own."""
    own = {"报告.pptx", "讲话稿.docx", "report.pptx", "speech.docx", "fill"} & set(arguments)
    office = arguments[0] == "render" and "svg" not in arguments
    return arguments[0] in ("preview", "mcp") or office or (bool(own) and arguments[0] != "build")


def understood(arguments: list[str]) -> bool:
    """Whether click takes the line: a command of ours, its options and as many arguments as it has. Nothing is run."""
    command = cli.get_command(click.Context(cli), arguments[0])
    rest = arguments[1:]
    if isinstance(command, click.Group):  # its own words come first, a path stands for the default of them
        return True
    assert command is not None, arguments
    return bool(command.make_context(arguments[0], rest, help_option_names=["-h", "--help"]).params)


@pytest.mark.parametrize(("path", "block"), every_block("sh"))
def test_commands_shown_exist(path: Path, block: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands(block):
        arguments = command.split()[1:]
        if needs_the_reader(arguments):
            assert understood(arguments), command
            continue
        arguments = [str(tmp_path / "out.xlsx") if argument.startswith("dist/") else argument for argument in arguments]
        if arguments[0] == "build" and "--help" not in arguments:
            # The names of help as the group has them: click keeps the option that it makes first.
            given = build.make_context("build", arguments[1:], help_option_names=["-h", "--help"]).params
            assert (ROOT / given["outline"]).is_file(), command
            assert not given["figures"] or (ROOT / given["figures"]).is_file(), command
        else:
            if arguments[0] == "render":
                arguments += ["-o", str(tmp_path / "out.png")]
            if arguments[0] == "new":
                arguments[1] = str(tmp_path / arguments[1])
            assert run(arguments) == (1 if {"--final", "--strict"} & set(arguments) else 0), capsys.readouterr().err


def test_make_targets_shown_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    shown = {target for path in DOCUMENTS for target in re.findall(r"(?:^|`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.M)}
    assert {"deck", "test"} <= shown
    for target in some(shown):
        assert re.search(rf"^{target}:", makefile, re.M), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("lang", TABLES)
def test_tables_of_fields_are_what_the_code_declares(lang: str) -> None:
    """Where this fails: `make schema`, or `python -m tools.field_tables`."""
    text = TABLES[lang].read_text(encoding="utf-8")
    assert with_tables(text, lang) == text
    assert [name for _, name, _ in TABLE.findall(text)] == ["head", "part", "slide", "kinds", "ledger", "figure", "change"]
    for name in some([*KINDS, *names_of(HEAD), *names_of(LEDGER)]):
        assert f"`{name}" in text, name


@pytest.mark.parametrize(("lang", "name"), [("zh", "kinds.md"), ("en", "en/kinds.md")])
def test_the_pages_of_kinds_are_what_the_code_declares(lang: str, name: str) -> None:
    """Where this fails: `python -m tools.kind_pictures --pages`."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == kinds_page(lang)


def test_both_readmes_are_two_screens_and_show_the_same() -> None:
    chinese, english = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md"))
    assert chinese.count("\n") <= 100 and english.count("\n") <= 100
    picture = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
    assert picture.findall(chinese) == picture.findall(english)
    assert len(picture.findall(chinese)) == 7
    headings = [len(re.findall("^## ", text, re.M)) for text in (chinese, english)]
    assert headings[0] == headings[1]


@pytest.mark.parametrize(("lang", "name"), [("zh", "commands.md"), ("en", "en/commands.md")])
def test_commands_in_docs_are_what_the_program_says(lang: str, name: str) -> None:
    """Where this fails: `make schema`, or `python -m tools.commands --lang zh` (or `en`). Help is in the language of its process."""
    command = [sys.executable, "-m", "tools.commands", "--lang", lang, "--print"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == said
    assert [command for command in COMMANDS if f"\n## deckgen {command}\n" not in said] == []
    assert said.startswith({"zh": "# 命令\n", "en": "# Commands\n"}[lang])
    assert ("退出码" in said, "Exit codes" in said) == (lang == "zh", lang == "en")


def test_the_batch_file_in_docs_is_the_one_that_is_written() -> None:
    shown = blocks(ROOT / "docs" / "windows.md", "bat")
    assert [block.replace("\n", "\r\n").encode() for block in shown] == [batch_file()]


def test_theme_options_in_docs_are_those_the_code_knows() -> None:
    from deckgen.base import OPTIONS

    text = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    for layout, options in OPTIONS.items():
        for option, values in options.items():
            assert f"`{layout}`" in text
            assert option in text
            for value in values:
                assert f"`{value}`" in text or f": {value}`" in text, (layout, option, value)


def test_the_guide_to_the_rooms_names_every_room_and_no_file_that_is_gone() -> None:
    guide = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [path for path in (ROOT / "deckgen").iterdir() if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")]
    assert len(rooms) > 30
    unnamed = [path.name for path in rooms if not re.search(rf"(?<![a-z_]){path.stem}(?![a-z_])", guide)]
    assert unnamed == []
    files = {path.name for folder in ("deckgen", "tests", "tools") for path in (ROOT / folder).rglob("*")} | {
        path.name for path in ROOT.iterdir()
    }
    named = re.findall(r"`(?:[\w./]*/)?(\w+\.(?:py|txt|toml|md))\b[^`]*`", guide)
    assert len(named) > 80
    assert [name for name in named if name not in files] == []
