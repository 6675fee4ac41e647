"""Files that were there are never lost: not by a link, a signal, a crowd or a disk; and nothing half done is left behind."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import deckgen as api
from deckgen.files import Folder
from deckgen.messages import printable
from deckgen.write import save as saving
from deckgen.write.save import SaveError, file_name, replace_file
from tests.cli.conftest import OUTLINE, Deckgen

posix = pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: links, pipes and signals of POSIX")
LEDGER = "figures:\n  gdp: {label: 生产总值, value: X, unit: 亿元}\n  jobs: {label: 新增就业, value: X, unit: 人}\n"
WITH_FIGURES = "title: 报告\nfigures: figures.yaml\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙, 丙], figures: [gdp, jobs], notes: 丁}]}]\n"


# ---- what was read is never written over


@posix
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_an_output_that_is_the_outline_is_refused(deckgen: Deckgen, link: Callable[[str, str], None]) -> None:
    link("outline.yaml", "a.pptx")
    for command in ("build outline.yaml -o a.pptx", "render outline.yaml --engine svg --to png -o a.png"):
        if command.startswith("render"):
            link("outline.yaml", "a-01.png")
        ended = deckgen(*command.split())
        assert ended.code == 2
        assert "就是读入的文件" in ended.err
        assert Path("outline.yaml").read_text(encoding="utf-8") == OUTLINE


@posix
@pytest.mark.parametrize(("name", "text"), [("figures.yaml", LEDGER), ("t/theme.yaml", "name: t\nextends: zhengwu-red\n")])
def test_an_output_that_is_a_ledger_or_a_theme_is_refused(deckgen: Deckgen, name: str, text: str) -> None:
    Path("t").mkdir()
    Path("outline.yaml").write_text(f"theme: ./t\n{WITH_FIGURES}", encoding="utf-8")
    for path, content in (("figures.yaml", LEDGER), ("t/theme.yaml", "name: t\nextends: zhengwu-red\n")):
        Path(path).write_text(content, encoding="utf-8")
    os.symlink(name, "a.pptx")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 2
    assert Path(name).read_text(encoding="utf-8") == text


@posix
def test_a_pipe_behind_a_link_is_no_output(deckgen: Deckgen) -> None:
    os.mkfifo("pipe")
    os.symlink("pipe", "a.pptx")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 2
    assert Path("pipe").is_fifo()


@posix
def test_a_form_over_its_ledger_and_a_speech_over_itself_are_refused(deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(WITH_FIGURES, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    os.symlink("figures.yaml", "form.csv")
    assert deckgen("figures", "export", "outline.yaml", "-o", "form.csv").code == 2
    assert Path("figures.yaml").read_text(encoding="utf-8") == LEDGER
    Path("s").mkdir()
    Path("speech.txt").write_text("工作报告\n各位代表：\n一、坚持项目为王\n全年完成投资12亿元。\n", encoding="utf-8")
    os.symlink("../speech.txt", "s/outline.yaml")
    assert deckgen("import", "speech.txt", "-o", "s", "--force").code == 2
    assert Path("speech.txt").read_text(encoding="utf-8").startswith("工作报告")


def test_import_over_an_older_import_leaves_no_ledger_of_it(deckgen: Deckgen) -> None:
    Path("s").mkdir()
    Path("s/outline.yaml").write_text("title: 旧\n", encoding="utf-8")
    Path("s/figures.yaml").write_text(LEDGER, encoding="utf-8")
    Path("speech.txt").write_text("工作报告\n各位代表：\n一、坚持项目为王\n坚持把项目作为工作的重中之重，抓好落实。\n", encoding="utf-8")
    assert deckgen("import", "speech.txt", "-o", "s", "--force").code in (0, 1)
    assert sorted(os.listdir("s")) == ["outline.yaml"]


# ---- the end from outside

WAITING = """
import os, sys, time
import deckgen.write.pptx.presentation as presentation
import deckgen.write.save as save
def slow(scene, file):
    file.write(b"half")
    print("writing", flush=True)
    time.sleep(30)
save.write_pptx = slow
from deckgen.cli.main import main
main()
"""


@posix
@pytest.mark.signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_stop_from_outside_leaves_the_old_deck_and_nothing_else(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "a.pptx").write_bytes(b"old")
    command = [sys.executable, "-c", WAITING, "build", "outline.yaml", "-o", "a.pptx"]
    started = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert started.stdout and started.stdout.readline() == b"writing\n"
    started.send_signal(number)
    assert started.wait(10) == 128 + number
    started.stdout.close()
    assert (tmp_path / "a.pptx").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["a.pptx", "outline.yaml"]


@posix
@pytest.mark.signals
def test_killed_it_leaves_the_old_deck_and_the_next_run_is_not_disturbed(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "a.pptx").write_bytes(b"old")
    command = [sys.executable, "-c", WAITING, "build", "outline.yaml", "-o", "a.pptx"]
    started = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert started.stdout and started.stdout.readline() == b"writing\n"
    started.kill()
    started.wait(10)
    started.stdout.close()
    assert (tmp_path / "a.pptx").read_bytes() == b"old"
    again = subprocess.run([sys.executable, "-m", "deckgen", *command[3:]], cwd=tmp_path, capture_output=True, check=False)
    assert again.returncode == 0
    assert (tmp_path / "a.pptx").read_bytes().startswith(b"PK")


@posix
@pytest.mark.signals
def test_two_forms_that_are_filled_at_once_are_both_kept(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(WITH_FIGURES, encoding="utf-8")
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    for name, value in (("gdp", "412.6"), ("jobs", "1234")):
        (tmp_path / f"{name}.csv").write_text(f"名称,数值\n{name},{value}\n", encoding="utf-8")
    fills = [
        subprocess.Popen(
            [sys.executable, "-m", "deckgen", "figures", "fill", "outline.yaml", f"{name}.csv"], cwd=tmp_path, stdout=subprocess.DEVNULL
        )
        for name in ("gdp", "jobs")
    ]
    assert [fill.wait(60) for fill in fills] == [0, 0]
    text = (tmp_path / "figures.yaml").read_text(encoding="utf-8")
    assert "412.6" in text and ("1234" in text or "1,234" in text)


# ---- what the system refuses


@posix
@pytest.mark.signals
def test_a_folder_that_is_gone_and_no_room_for_temporary_files_are_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); import sys; from deckgen.cli.main import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", script, "build", "outline.yaml"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ended.returncode in (1, 2)
    assert ended.stderr.strip() and "Traceback" not in ended.stderr


def test_no_room_for_temporary_files_is_told(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from deckgen.cli import main, rendering

    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(rendering.tempfile, "TemporaryDirectory", full)
    monkeypatch.setattr(sys, "argv", ["deckgen", "render", "outline.yaml", "--engine", "svg", "--to", "png"])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == 1
    assert "磁盘已满" in capsys.readouterr().err


def test_names_of_files_in_the_making_never_collide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrecks of a run of the same number stand in the way."""
    for number in range(3):
        (tmp_path / f".deckgen-{os.getpid()}-{saving.get_ident()}-{number}.tmp").write_bytes(b"wreck")
    replace_file(str(tmp_path / "a.txt"), lambda file: file.write(b"new"))
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert len(os.listdir(tmp_path)) == 4


@pytest.mark.parametrize("name", ["a\0b.pptx", "a\ud800b.pptx"])
def test_a_path_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError):
        replace_file(str(tmp_path / name), lambda file: file.write(b"new"))
    assert os.listdir(tmp_path) == []
    with pytest.raises(OSError, match=r"\w"):
        api.build(
            {"title": "报告", "parts": [{"title": "一", "slides": [{"kind": "points", "title": "甲", "points": ["乙"]}]}]},
            str(tmp_path / name),
        )


class Slow(io.RawIOBase):
    """A file that takes a thousand bytes at a time, as an unbuffered one may."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)[:1000]  # type: ignore[call-overload]
        self.taken += piece
        return len(piece)


def test_a_file_that_takes_less_than_it_is_given_gets_all() -> None:
    outline = {"title": "报告", "parts": [{"title": "一", "slides": [{"kind": "points", "title": "甲", "points": ["乙"]}]}]}
    slow, whole = Slow(), api.build(outline).data
    api.build(outline, slow)
    assert slow.taken == whole


# ---- names


def test_a_name_turns_no_terminal_around(deckgen: Deckgen) -> None:
    ended = deckgen("check", "a\u202egnp\x1b[31m.yaml")
    assert ended.code == 2
    assert "\u202e" not in ended.out + ended.err and "\x1b" not in ended.out + ended.err
    assert printable("甲\n乙\u202e") == "甲\n乙\ufffd"


@pytest.mark.parametrize("char", ["\u202e", "\x1b", "\x7f", "\u200b", "\ud800", "\ue000", "\u2028"])
def test_a_title_with_signs_that_nobody_sees_names_a_plain_file(char: str) -> None:
    assert file_name(f"报{char}告").isprintable()


@posix
def test_a_file_that_reading_never_ends_is_not_read(tmp_path: Path) -> None:
    """A pipe among the files of an outline: its ledger, its theme, what a theme extends."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="Invalid argument"):
        Folder().read(str(tmp_path / "pipe"), 100)


def test_what_is_read_only_survives(deckgen: Deckgen) -> None:
    if os.geteuid() == 0:
        pytest.skip("outside the repository: root may write anywhere")
    Path("d").mkdir()
    Path("d/a.pptx").write_bytes(b"old")
    os.chmod("d", 0o500)
    assert deckgen("build", "outline.yaml", "-o", "d/a.pptx").code == 2
    assert Path("d/a.pptx").read_bytes() == b"old"
    os.chmod("d", 0o700)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_disk_that_fails_at_any_byte_leaves_the_old_deck(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    Path("a.pptx").write_bytes(b"old")

    def failing(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(saving.os, "fsync", failing)
    ended = deckgen("build", "outline.yaml", "-o", "a.pptx")
    assert ended.code == 2 and ended.err.strip()
    assert Path("a.pptx").read_bytes() == b"old"
    assert sorted(os.listdir(".")) == ["a.pptx", "outline.yaml"]


@posix
@pytest.mark.signals
def test_builds_at_once_leave_one_whole_deck(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "deckgen", "build", "outline.yaml", "-o", "a.pptx"], cwd=tmp_path, stdout=subprocess.DEVNULL
        )
        for _ in range(4)
    ]
    assert [build.wait(60) for build in builds] == [0] * 4
    assert (tmp_path / "a.pptx").read_bytes() == api.build(str(tmp_path / "outline.yaml")).data
    assert sorted(os.listdir(tmp_path)) == ["a.pptx", "outline.yaml"]
