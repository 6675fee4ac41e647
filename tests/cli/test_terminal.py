"""What a person sees on a terminal: lines that fit, colours where there are any, as little or as much as was asked for."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.cli.columns import columns, cut_to, fitted, folded
from deckgen.cli.findings import painted, put, shown
from deckgen.cli.group import COMMANDS, cli
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Finding, Span
from deckgen.messages import rendered
from tests.cli.conftest import OUTLINE, Deckgen
from tests.some import some

FAULTY = OUTLINE.replace("title: 报告", "titel: 报告")


class Terminal(io.StringIO):
    """A terminal of 40 columns."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Terminal()


# ---- lines that fit


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("把台账读回来，一格不对就不写。", 20, ["把台账读回来，一格不", "对就不写。"]),
        ("一二三四五六七八九十，", 20, ["一二三四五六七八九", "十，"]),  # no line begins with a comma
        ("read every figure of the ledger", 20, ["read every figure of", "the ledger"]),
        ("见 https://example.org/a/very/long/path/indeed 一页", 20, ["见", "https://example.org/a/very/long/path/indeed", "一页"]),
        ("short", 20, ["short"]),
        ("", 20, [""]),
    ],
)
def test_lines_end_where_they_may(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width).split("\n") == lines


def test_lines_below_are_further_in() -> None:
    assert folded("数字写成半角，单位写在单位一栏", 24, "提示：", "  ") == "提示：数字写成半角，单位\n  写在单位一栏"


@given(
    words=st.lists(st.text(alphabet="甲乙，。（）ab c1", min_size=1, max_size=9), max_size=20),
    width=st.integers(20, 60),
    paint=st.sampled_from(["", "red"]),
)
def test_folding_loses_nothing_and_no_line_is_too_wide(words: list[str], width: int, paint: str) -> None:
    text = "".join(click.style(word, fg=paint) if paint else word for word in words)
    lines = folded(text, width).split("\n")
    plain = click.unstyle(text)
    assert "".join(click.unstyle("".join(lines)).split()) == "".join(plain.split())
    unbreakable = max((columns(word) for word in plain.replace("\u3000", " ").split(" ")), default=0)
    assert all(columns(click.unstyle(line).rstrip()) <= max(width, unbreakable) for line in lines)
    if paint:
        assert "".join(lines).count("\x1b") == text.count("\x1b")


def test_a_line_of_progress_is_cut_to_its_terminal() -> None:
    assert cut_to("正在检查……3 秒", 10) == "正在检查…"
    assert cut_to("正在检查……3 秒", 0) == "正在检查……3 秒"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_fits_80_columns(deckgen: Deckgen, name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = deckgen(*([name] if name else []), "--lang", lang, "--help").out
    too_wide = [line for line in out.splitlines() if columns(line) > 80]
    assert too_wide == []
    assert "-q, --quiet" in out and "-v, --verbose" in out


def test_help_is_all_in_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own: what help says is chosen when the commands are imported."""
    import subprocess

    for locale, usage, words, other in (("zh_CN.UTF-8", "用法：", "选项：", "Options"), ("C.UTF-8", "Usage: ", "Options:", "选项")):
        ended = subprocess.run(
            [sys.executable, "-m", "deckgen", "render", "--help"],
            env=os.environ | {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert ended.stdout.startswith(usage)
        assert words in ended.stdout and other not in ended.stdout
        assert ("退出码：0" if locale.startswith("zh") else "Exit codes: 0") in ended.stdout
        assert ("Show this message" in ended.stdout) is False


# ---- colours


def finding() -> Finding:
    return Finding(Span("outline.yaml", 1, 1), "load/unknown-key", {"key": "titel", "near": "title", "known": "", "what": ""})


def test_colours_are_words_painted_over() -> None:
    assert click.unstyle(painted(finding())) == rendered(finding(), "en") or click.unstyle(painted(finding())) == rendered(finding(), "zh")
    assert painted(finding()).count("\x1b[0m") == 2


def test_a_hint_is_said_once_of_a_rule_and_again_where_it_says_something_else() -> None:
    first, second = finding(), Finding(Span("outline.yaml", 2, 1), "load/unknown-key", {**finding().facts, "near": "notes"})
    lines = [click.unstyle(line) for line in shown([first, first, second, first])]
    assert ["\n" in line for line in lines] == [True, False, True, False]
    assert lines[1] == lines[0].partition("\n")[0]


@pytest.mark.parametrize(
    ("variables", "a_terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
    ],
)
def test_colours_are_for_terminals(
    deckgen: Deckgen, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], a_terminal: bool, coloured: bool
) -> None:
    Path("outline.yaml").write_text(FAULTY, encoding="utf-8")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream: io.StringIO = terminal if a_terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert deckgen("build", "outline.yaml").code == 1
    assert ("\x1b[" in stream.getvalue()) is coloured
    assert "load/unknown-key" in stream.getvalue()


def test_a_message_is_folded_on_a_terminal_alone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "写不进 报告.pptx：文件可能正在 PowerPoint 里打开，请先关闭它；原来的文件没有动。"
    put(long)
    assert capsys.readouterr().out == f"{long}\n"
    monkeypatch.setattr(sys, "stdout", terminal)
    put(long)
    shown = terminal.getvalue().splitlines()
    assert len(shown) == 3 and all(columns(line) <= 40 for line in some(shown))
    assert all(line.startswith("  ") for line in some(shown[1:]))
    assert fitted("short\n", terminal) == "short\n"


# ---- how much is said


def test_quiet_says_nothing_of_what_went_well(deckgen: Deckgen) -> None:
    for command in ("-q build outline.yaml", "build outline.yaml --quiet", "build -q outline.yaml", "check -q outline.yaml"):
        assert deckgen(*command.split()) == (0, "", "")
    assert "outline\t" not in deckgen("-q", "themes").out != ""  # what was asked for


def test_quiet_still_says_what_went_wrong(deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(FAULTY, encoding="utf-8")
    ended = deckgen("build", "outline.yaml", "-q")
    assert ended.code == 1 and "load/unknown-key" in ended.err


def test_quiet_keeps_warnings_that_fail(deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(OUTLINE.replace("notes: 丁\n", "").replace(", notes: 丁", ""), encoding="utf-8")
    assert deckgen("check", "outline.yaml", "-q") == (0, "", "")
    strict = deckgen("check", "outline.yaml", "-q", "--strict")
    assert strict.code == 1 and "missing-notes" in strict.out


def test_verbose_names_what_was_read_and_every_warning(deckgen: Deckgen) -> None:
    slides = ", ".join(f"{{kind: points, title: 甲{n}, points: [乙, 丙]}}" for n in range(9))
    Path("outline.yaml").write_text(f"title: 报告\nparts: [{{title: 一, slides: [{slides}]}}]\n", encoding="utf-8")
    few, all_of_them = deckgen("build", "outline.yaml"), deckgen("build", "outline.yaml", "-v")
    assert few.err.count("警告[content/missing-notes]") == 3
    assert all_of_them.err.count("警告[content/missing-notes]") >= 9
    assert f"读了 {Path('outline.yaml').resolve()}" in all_of_them.err
    assert "读了" not in few.err


# ---- what takes long


@pytest.mark.clock
def test_what_takes_long_is_told_and_wiped(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("deckgen.cli.progress.QUIET_SECONDS", 0.05)
    with Waiting(lambda seconds: f"正在检查……{seconds:.0f} 秒"):
        time.sleep(0.4)
    assert terminal.getvalue() == f"\r正在检查……0 秒\r{' ' * 16}\r"


def test_what_is_done_at_once_is_not_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    with Waiting(lambda seconds: "正在检查"):
        pass
    assert terminal.getvalue() == ""


def test_where_nobody_watches_no_thread_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.cli.progress.start_new_thread", lambda *_: pytest.fail("a thread"))
    with Waiting(lambda seconds: "正在检查"):
        pass


def test_every_command_has_the_same_options() -> None:
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        below = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
        for each in below:
            names = [option for parameter in each.params for option in parameter.opts]
            assert {"--lang", "--quiet", "--verbose"} <= set(names), (name, each.name)
            assert len(names) == len(set(names)), (name, each.name)


# ---- a fault of ours


@pytest.mark.parametrize("flag", ["", "-v"])
def test_a_fault_of_ours_is_told_in_two_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], deckgen: Deckgen, flag: str
) -> None:
    """No traceback unless it is asked for, an exit code of its own, the old deck as it was."""
    from deckgen.cli import building, main

    def faulty(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    Path("a.pptx").write_bytes(b"")
    monkeypatch.setattr(building, "compile_deck", faulty)
    monkeypatch.setattr(sys, "argv", ["deckgen", "build", "outline.yaml", "-o", "a.pptx", *filter(None, [flag])])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == 70
    said = capsys.readouterr().err
    assert ("Traceback" in said) is bool(flag)
    assert "deckgen 自己出错了（test_terminal.py:" in said and "ZeroDivisionError: division by zero" in said and "deckgen doctor" in said
    assert Path("a.pptx").read_bytes() == b""
