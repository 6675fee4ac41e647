"""Windows, where none is at hand: names, paths, locks and consoles by the rules it has, with fakes in the place of the system."""

from __future__ import annotations

import builtins
import errno
import io
import json
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deckgen import files, windows
from deckgen.cli import main as process
from deckgen.cli.findings import put
from deckgen.cli.importing import default_folder
from deckgen.cli.theme_new import safe
from deckgen.messages import printable, say_in
from deckgen.messages.reasons import reason
from deckgen.render import office
from deckgen.starters.starter import batch_file
from deckgen.windows import is_device, on_disk, path_problem
from deckgen.write import alone
from deckgen.write import save as saving
from deckgen.write.save import SaveError, file_name, replace_file
from tests.cli.conftest import Deckgen, deckgen  # noqa: F401 (a fixture)
from tests.some import some


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if this were Windows, as far as names and waiting go; the files stay where they are."""
    monkeypatch.setattr(windows, "HERE", True)
    monkeypatch.setattr(saving, "on_disk", lambda path: path)
    monkeypatch.setattr(files, "on_disk", lambda path: path)
    monkeypatch.setattr(saving, "PAUSE", 0)


# ---- names


@pytest.mark.parametrize("name", ["CON", "con.pptx", "Nul .txt", "COM1", "COM¹.pptx", "LPT³", "aux.a.b", "CONIN$", "prn:", "lpt0"])
def test_names_of_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["CONE", "COM10", "报告CON", "con报", "_CON", "COM", ".con", ""])
def test_names_that_only_look_like_devices(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (r"C:\报告\a b.pptx", ""),
        (r"\\server\share\报告.pptx", ""),
        ("dist/报告.pptx", ""),
        (r"..\a.pptx", ""),
        ("报告:终稿.pptx", "save/windows-sign"),  # a hidden stream of a file that is called 报告
        (r"C:\a?.pptx", "save/windows-sign"),
        ('a"b.pptx', "save/windows-sign"),
        ("a\x07b.pptx", "save/windows-sign"),
        ("报告./a.pptx", "save/windows-end"),
        ("报告 /a.pptx", "save/windows-end"),
        ("aux/a.pptx", "save/device-name"),
        (r"C:\com¹\a.pptx", "save/device-name"),
        (r"C:\CON.pptx", "save/device-name"),
        (f"C:\\{'长' * 260}.pptx", "save/windows-long"),
    ],
)
def test_what_windows_makes_no_file_of(path: str, problem: str) -> None:
    assert path_problem(path) == problem
    if problem:
        for lang in ("zh", "en"):
            assert printable(path) in say_in(lang, problem, path=path)


def test_a_path_that_windows_refuses_is_refused_there_alone(tmp_path: Path, on_windows: None) -> None:
    with pytest.raises(SaveError) as refused:
        replace_file(str(tmp_path / "a:b.pptx"), lambda file: file.write(b"new"))
    assert refused.value.what.name == "save/windows-sign"
    assert os.listdir(tmp_path) == []


def test_elsewhere_a_colon_is_a_sign_like_any_other(tmp_path: Path) -> None:
    replace_file(str(tmp_path / "a:b.pptx"), lambda file: file.write(b"new"))
    assert os.listdir(tmp_path) == ["a:b.pptx"]


@pytest.mark.parametrize(
    ("title", "name"), [("报告 .", "报告"), ("CON", "CON_"), ("COM².x", "COM²_.x"), ("a<b>|c", "a b  c"), ("nul .报", "nul_.报")]
)
def test_titles_name_files_that_windows_takes(title: str, name: str) -> None:
    assert file_name(title) == name
    assert path_problem(f"dist/{name}.pptx") == ""


def test_folders_that_are_named_after_something_are_no_devices() -> None:
    assert (default_folder("CON.docx"), default_folder("讲稿 .docx"), safe("aux"), safe("区 委")) == ("CON_", "讲稿", "aux_", "区-委")


def test_new_makes_no_folder_that_windows_lacks(deckgen: Deckgen) -> None:  # noqa: F811
    ended = deckgen("new", "con")
    assert ended.code == 2 and "设备名" in ended.err
    assert not Path("con").exists()


# ---- long paths


def test_a_long_path_gets_the_long_form(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "C:\\" + "\\".join(["长" * 30] * 9)
    assert on_disk(deep) == deep  # this is no Windows
    monkeypatch.setattr(windows, "HERE", True)
    assert on_disk(deep) == f"\\\\?\\{deep}"
    assert on_disk(f"\\\\server\\share\\{'长' * 250}") == f"\\\\?\\UNC\\server\\share\\{'长' * 250}"
    assert on_disk(f"\\\\?\\{deep}") == f"\\\\?\\{deep}"
    assert on_disk(r"C:\a\b.yaml") == r"C:\a\b.yaml"


# ---- files that another program holds


def sharing_violation(*_: object, **__: object) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    raise error


def test_a_deck_that_is_open_in_powerpoint_stays_and_is_named(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch, on_windows: None) -> None:  # noqa: F811
    """PowerPoint lets a file be read and not be written."""
    Path("a.pptx").write_bytes(b"old")
    real = builtins.open

    def guarded(path: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if str(path).endswith("a.pptx") and ("+" in mode or "w" in mode):
            sharing_violation()
        return real(path, mode, *rest, **options)

    monkeypatch.setattr(builtins, "open", guarded)
    ended = deckgen("build", "outline.yaml", "-o", "a.pptx")
    monkeypatch.undo()
    assert ended.code == 2
    assert "PowerPoint" in ended.err and "请先关闭它" in ended.err and "原来的文件没有动" in ended.err


def test_a_deck_that_was_opened_meanwhile_stays_and_nothing_is_left_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_windows: None
) -> None:
    (tmp_path / "a.pptx").write_bytes(b"old")
    monkeypatch.setattr(saving.os, "replace", sharing_violation)
    with pytest.raises(SaveError) as refused:
        replace_file(str(tmp_path / "a.pptx"), lambda file: file.write(b"new"))
    assert refused.value.what.name == "save/locked"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pptx": b"old"}


def test_a_scanner_that_looks_at_the_new_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_windows: None
) -> None:
    real, refusals = os.replace, iter(range(3))

    def replace(made: str, path: str) -> None:
        if next(refusals, None) is not None:
            sharing_violation()
        real(made, path)

    monkeypatch.setattr(saving.os, "replace", replace)
    replace_file(str(tmp_path / "a.pptx"), lambda file: file.write(b"new"))
    assert (tmp_path / "a.pptx").read_bytes() == b"new"


def test_a_speech_that_is_open_in_word_is_told_so(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    Path("speech.txt").write_text("工作报告\n", encoding="utf-8")
    monkeypatch.setattr(files.Folder, "content", sharing_violation)
    ended = deckgen("import", "speech.txt")
    assert ended.code == 2 and "正在别的程序里打开" in ended.err


@pytest.mark.parametrize(
    ("number", "words"), [(32, "正在别的程序里打开"), (33, "正在别的程序里打开"), (123, "符号"), (206, "太长"), (5, "没有权限")]
)
def test_the_numbers_of_windows_have_words(number: int, words: str) -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    said = reason(error)
    assert words in say_in("zh", said.name)  # type: ignore[union-attr]


# ---- consoles


class Console(io.TextIOWrapper):
    """What is redirected in a console of Chinese Windows: GBK, strict until it is told otherwise."""

    def __init__(self, encoding: str = "cp936") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, errors="strict", newline="")

    @property
    def written(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("encoding", ["cp936", "cp437", "cp1252"])
@pytest.mark.parametrize(
    "arguments",
    ["build outline.yaml", "check outline.yaml", "kinds", "kinds chart", "themes", "explain", "--help", "explain unknown-value"],
)
def test_what_a_console_cannot_show_raises_nothing(
    deckgen: Deckgen,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
    arguments: str,
) -> None:
    Path("outline.yaml").write_text(
        "title: 报告 😀 m² ㎡ ȍ\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n", encoding="utf-8"
    )
    out, err = Console(encoding), Console(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    process.prepare_streams()
    monkeypatch.setattr(sys, "argv", ["deckgen", *arguments.split()])
    assert process.run(arguments.split()) == 0
    assert out.written.strip()


def test_chinese_stays_chinese_on_code_page_936(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Console()
    monkeypatch.setattr(sys, "stdout", out)
    process.prepare_streams()
    put("已生成 报告.pptx：“甲” 1—2 😀")
    assert out.written == "已生成 报告.pptx：“甲” 1—2 ?\n"


# ---- LibreOffice and the batch file


def test_libreoffice_is_found_where_its_installer_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)

    class Registry:
        HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "machine", "user"

        @staticmethod
        def QueryValue(root: str, key: str) -> str:  # noqa: N802 (as winreg has it)
            if (root, key) == ("user", r"SOFTWARE\LibreOffice\UNO\InstallPath"):
                return str(program.parent)
            raise FileNotFoundError(key)

    monkeypatch.setitem(sys.modules, "winreg", Registry)
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform="win32"))  # not that of shutil, which would ask Windows
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find_office() == str(program)


def test_the_batch_file_is_one_that_cmd_reads() -> None:
    data = batch_file()
    assert data.count(b"\r\n") == data.count(b"\n") > 10  # cmd loses labels and lines of other files
    assert data.isascii()  # cmd reads on at a wrong byte once hanzi stand in a file and the code page changes
    lines = data.decode().split("\r\n")
    assert lines[0] == "@echo off"
    assert "chcp 65001 >nul" in lines
    assert lines[-3] == "pause"
    script = data.decode()
    assert "goto" not in script and "enabledelayedexpansion" not in script.lower()  # an exclamation mark in a path would vanish
    paths = re.findall(r".?%(?:OUTLINE|FOLDER|~f1|~dp0|~dp1)%?[^\r]?", script)
    assert len(paths) >= 10
    for line in some(lines):
        unquoted = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%OUTLINE|%FOLDER|%~", unquoted), line  # a path with a space or & is one word
    assert script.index('if not exist "%OUTLINE%" echo') < script.index("deckgen.exe build")  # a path that Windows cut at its &
    assert "deckgen.exe build" in script and not re.search(r"(?<!-m )(?<![.\\\w-])deckgen build", script)


def test_new_writes_the_batch_file_for_windows(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    assert deckgen("new", "a", "--bat").code == 0
    assert Path("a/build-deck.bat").read_bytes() == batch_file()
    assert deckgen("new", "b").code == 0
    assert not Path("b/build-deck.bat").exists()
    monkeypatch.setattr(windows, "HERE", True)
    assert deckgen("new", "c").code == 0
    assert Path("c/build-deck.bat").exists()


def test_a_json_answer_is_read_by_programs_whatever_the_code_page(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    out = Console()
    monkeypatch.setattr(sys, "stdout", out)
    process.prepare_streams()
    monkeypatch.setattr(sys, "argv", ["deckgen"])
    assert process.run(["check", "outline.yaml", "--format", "json"]) == 0
    out.flush()
    assert json.loads(out.buffer.getvalue().decode("utf-8"))["file"] == "outline.yaml"


class Locks:
    """`msvcrt` as far as locks go: another run has the first byte of the file for the first few times that it is asked for."""

    LK_LOCK = 1

    def __init__(self, busy: int, code: int) -> None:
        self.busy, self.code, self.asked, self.handles = busy, code, 0, set[int]()

    def locking(self, handle: int, mode: int, length: int) -> None:
        assert (mode, length) == (self.LK_LOCK, 1) and os.fstat(handle)
        self.asked += 1
        self.handles.add(handle)
        if self.asked <= self.busy:
            raise OSError(self.code, "as Windows says it")


def closed(handle: int) -> bool:
    try:
        os.fstat(handle)
    except OSError:
        return True
    return False


@pytest.mark.parametrize("code", [errno.EACCES, 36])
def test_runs_in_one_folder_wait_for_each_other(code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, on_windows: None) -> None:
    locks = Locks(3, code)
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    monkeypatch.setattr(alone.tempfile, "gettempdir", lambda: str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    for folder in ("one", "two", "one"):
        (tmp_path / folder).mkdir(exist_ok=True)
        with alone.alone_in(str(tmp_path / folder)):
            (handle,) = locks.handles
            assert not closed(handle)
        assert closed(handle)
        assert list((tmp_path / folder).iterdir()) == []
        locks.handles.clear()
    assert locks.asked == 3 + 3
    assert len(list((tmp_path / "temp").iterdir())) == 2  # a lock a folder


def test_a_drive_without_locks_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, on_windows: None) -> None:
    locks = Locks(1, errno.EINVAL)
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    monkeypatch.setattr(alone.tempfile, "gettempdir", lambda: str(tmp_path))
    with alone.alone_in(str(tmp_path)):
        assert locks.asked == 1
    assert [handle for handle in locks.handles if not closed(handle)] == []


def test_a_title_that_is_a_device_is_told_only_where_the_title_names_the_file(deckgen: Deckgen) -> None:  # noqa: F811
    outline = "title: CON\nparts: [{title: a, slides: [{kind: points, title: b, points: [c], notes: d}]}]\n"
    Path("con.yaml").write_text(outline, encoding="utf-8")
    Path("folder").mkdir()
    said = [deckgen("build", "con.yaml", *where) for where in ((), ("-o", "folder"), ("-o", "own.pptx"))]
    assert [run.code for run in said] == [0, 0, 0]
    assert ["CON_" in run.out and "设备名" in run.out for run in said] == [True, True, False]
    assert Path("folder/CON_.pptx").is_file() and Path("own.pptx").is_file()
