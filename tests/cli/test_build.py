"""`deckgen build`: the exit code, what is said, and that a deck is written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from deckgen.cli.building import output_path
from deckgen.cli.findings import MOST_SHOWN
from deckgen.write import save as saving
from tests.cli.conftest import OUTLINE, Deckgen

OLD = b"an older deck"


def test_a_good_outline_is_built(deckgen: Deckgen) -> None:
    ended = deckgen("build", "outline.yaml", "-o", "new/folder/a.pptx")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("已生成 new/folder/a.pptx：2 页")
    assert Path("new/folder/a.pptx").read_bytes().startswith(b"PK")


def test_a_folder_takes_the_title_as_the_name(deckgen: Deckgen) -> None:
    os.mkdir("out")
    assert deckgen("build", "outline.yaml", "-o", "out").code == 0
    assert os.listdir("out") == ["报告.pptx"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("报告", "报告"),
        ("甲/乙\\丙", "甲 乙 丙"),
        ("..", "deck"),
        ("", "deck"),
        ("a:b?\n", "a b"),
        ("长" * 99, "长" * 66),
        ("😀" * 99, "😀" * 50),
        ("CON", "CON_"),
        ("con", "con_"),
        ("LPT1", "LPT1_"),
        ("nul.报告", "nul_.报告"),
        ("COM¹", "COM¹_"),
        ("CONE", "CONE"),
        ("COM10", "COM10"),
    ],
)
def test_any_title_gives_a_file_name(title: str, name: str) -> None:
    assert output_path("", title) == os.path.join("dist", f"{name}.pptx")
    assert len(f"{name}.pptx".encode()) <= 255


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("nope.yaml", 2, "nope.yaml: 错误[load/missing-file]"),
        ("nope\0.yaml", 2, "load/cannot-read"),
        ("outline.yaml -o -", 2, "请用 -o 给出文件名"),
        ("outline.yaml -o a.txt", 2, "应当以 .pptx 结尾：a.txt"),
        ("outline.yaml -o outline.yaml/a.pptx", 2, "路径中间有一段是文件"),
        (f"outline.yaml -o {'长' * 200}.pptx", 2, "文件名太长"),
        ("outline.yaml --figures nope.yaml", 2, "nope.yaml: 错误[load/missing-file]"),
        ("outline.yaml --theme zhengwu-blu", 2, "是不是 `zhengwu-blue`？"),
        ("outline.yaml --theme .", 2, "--theme: 错误[load/unknown-theme]"),
        ("faulty.yaml", 1, "faulty.yaml:1:1: 错误[load/unknown-key]"),
        ("broken.yaml", 2, "broken.yaml:1:8: 错误[load/open-quote]"),
    ],
)
def test_what_cannot_be_built(deckgen: Deckgen, arguments: str, code: int, words: str) -> None:
    Path("faulty.yaml").write_text(OUTLINE.replace("title: 报", "titel: 报"), encoding="utf-8")
    Path("broken.yaml").write_text("title: '甲\n", encoding="utf-8")
    ended = deckgen("build", *arguments.split(" "))
    assert (ended.code, ended.out) == (code, "")
    assert words in ended.err


def test_an_empty_name_is_wrong_usage(deckgen: Deckgen) -> None:
    assert deckgen("build", "").code == 2


def test_a_failed_build_leaves_the_old_deck(deckgen: Deckgen) -> None:
    Path("a.pptx").write_bytes(OLD)
    Path("outline.yaml").write_text(OUTLINE.replace("points, t", "nope, t"), encoding="utf-8")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 1
    assert Path("a.pptx").read_bytes() == OLD


def test_many_findings_are_cut_and_counted(deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(OUTLINE + "".join(f"k{n}: a\n" for n in range(MOST_SHOWN + 49)), encoding="utf-8")
    ended = deckgen("build", "outline.yaml", "--lang", "en")
    assert ended.err.count("error[") == MOST_SHOWN
    assert ended.err.endswith("… 49 of [load/unknown-key]; deckgen check lists them all\nNothing built: 549 errors, 0 warnings.\n")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "磁盘已满"),
        (OSError(errno.EFBIG, "x"), "超过了允许的文件大小"),
        (PermissionError(errno.EACCES, "x"), "可能正在 PowerPoint 或 WPS 里打开"),
        (OSError(errno.EIO, "x"), "磁盘读写出错"),
        (OSError("something else"), "something else"),
    ],
)
def test_a_write_that_fails_halfway(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    Path("a.pptx").write_bytes(OLD)
    fail_while_writing(monkeypatch, error)
    ended = deckgen("build", "outline.yaml", "-o", "a.pptx")
    assert ended.code == 2
    assert words in ended.err
    assert left() == {"outline.yaml": OUTLINE.encode(), "a.pptx": OLD}


def test_ctrl_c_while_writing_leaves_nothing_behind(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.pptx").write_bytes(OLD)
    fail_while_writing(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        deckgen("build", "outline.yaml", "-o", "a.pptx")
    assert left() == {"outline.yaml": OUTLINE.encode(), "a.pptx": OLD}


def fail_while_writing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def write(scene: Any, file: BinaryIO) -> None:
        file.write(b"half a deck")
        raise error

    monkeypatch.setattr(saving, "write_pptx", write)


def left() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir()}


def test_a_locked_deck_is_refused_before_writing(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: str) -> None:
        raise PermissionError(errno.EACCES, "locked", path)

    monkeypatch.setattr(saving, "refuse_locked", locked)
    assert "请先关闭它" in deckgen("build", "outline.yaml", "-o", "a.pptx").err


def test_a_link_stays_a_link(deckgen: Deckgen) -> None:
    Path("real.pptx").write_bytes(OLD)
    os.symlink("real.pptx", "a.pptx")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 0
    assert os.path.islink("a.pptx")
    assert Path("real.pptx").read_bytes().startswith(b"PK")


INTERRUPT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
from deckgen.write import save
save.write_pptx = lambda scene, file: (file.write(b"half"), os.kill(os.getpid(), signal.SIGINT))
from deckgen.cli.main import main
main()
"""


@pytest.mark.signals
@pytest.mark.skipif(sys.platform == "win32", reason="signals and /dev of POSIX")
def test_a_process_ends_with_a_word_whatever_happens_to_its_streams(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    interrupted = spawn(tmp_path, ["-c", INTERRUPT], stderr=subprocess.PIPE)
    assert interrupted.returncode == 128 + signal.SIGINT
    assert interrupted.stderr == "\n已中断，原来的文件没有动。\n"  # in a terminal ^C stands before it
    assert os.listdir(tmp_path) == ["outline.yaml"]
    ascii_only = spawn(tmp_path, ["-m", "deckgen"], stdout=subprocess.PIPE, PYTHONIOENCODING="ascii")
    assert (ascii_only.returncode, ascii_only.stdout[:4]) == (0, "??? ")
    closed = spawn(
        tmp_path,
        ["-c", "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'deckgen', *sys.argv[1:]])"],
        stderr=subprocess.PIPE,
    )
    assert (closed.returncode, closed.stderr) == (0, "")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "w", encoding="utf-8") as full:
            assert spawn(tmp_path, ["-m", "deckgen"], stdout=full, stderr=subprocess.PIPE).stderr.startswith("系统不允许：磁盘已满。")


def spawn(folder: Path, python: list[str], stdout: Any = None, stderr: Any = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *python, "build", "outline.yaml", "-o", "a.pptx"]
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, cwd=folder, env=environment, stdout=stdout, stderr=stderr, text=True, encoding="utf-8", check=False)


def test_a_deck_for_sending_stands_apart_and_tells_what_it_leaves_out(deckgen: Deckgen) -> None:
    assert deckgen("build", "outline.yaml").code == 0
    mine = Path("dist/报告.pptx").read_bytes()
    ended = deckgen("build", "outline.yaml", "--for-sending")
    assert (ended.code, ended.err) == (0, "")
    assert all(words in ended.out for words in ("dist/sending/报告.pptx", "2 页的备注", "来源记录", "作者"))
    assert Path("dist/报告.pptx").read_bytes() == mine
    assert deckgen("build", "outline.yaml", "--for-sending").code == 0  # one that nobody touched is replaced


def test_of_a_deck_for_sending_pull_says_where_to_edit(deckgen: Deckgen) -> None:
    import pptx

    deckgen("build", "outline.yaml", "--for-sending", "-o", "a.pptx")
    ended = deckgen("pull", "a.pptx", "outline.yaml")
    assert ended.code == 2 and "--for-sending" in ended.err and "没有人改过" in ended.err
    deck = pptx.Presentation("a.pptx")
    deck.slides[1].shapes.title.text = "改过"
    deck.save("a.pptx")
    ended = deckgen("pull", "a.pptx", "outline.yaml")
    assert ended.code == 2 and "deckgen diff a.pptx outline.yaml" in ended.err
    before = Path("a.pptx").read_bytes()
    ended = deckgen("build", "outline.yaml", "--for-sending", "-o", "a.pptx")
    assert ended.code == 1 and "对外发送的" in ended.err and Path("a.pptx").read_bytes() == before
